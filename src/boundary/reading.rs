//! The reading loop: a file's stream, block by block, into the street. Between two blocks the worker hears other events,
//! so that cancelling needs no restart.

use std::cell::Cell;
use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Date;
use js_sys::Function;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use web_sys::MessageChannel;

use super::Session;
use super::blocks::Blocks;
use super::crew::Crew;
use super::stretches;
use crate::analysis::FileHash;
use crate::analysis::FileOutcome;
use crate::analysis::GatherError;
use crate::analysis::Gathering;
use crate::app::Event;
use crate::app::Far;
use crate::app::FileId;
use crate::app::begin;

/// Milliseconds after which the loop lets other events in: a cancel is heard within a tenth of a second.
const BREATH: f64 = 25.0;

/// Milliseconds after which the page is told again how far the file is: what it shows costs as much as a megabyte read.
const TOLD: f64 = 100.0;

/// Bytes from which a file's hash is made behind the table.
const HASHED_BEHIND: u64 = 1 << 20;

/// Bytes from which a file is read in stretches.
const LONG: u64 = 8 << 20;

/// The size of a file in bytes; the browser counts in floating point, exactly up to 2⁵³.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a file's size is a whole number below 2⁵³"
)]
pub(super) fn size(file: &File) -> u64 {
    file.size() as u64
}

/// Starts the loop unless it runs.
pub(super) fn start(session: &Session) {
    let mut inner = session.inner.borrow_mut();
    if !inner.reading {
        inner.reading = true;
        spawn_local(run(session.clone()));
    }
}

/// Reads the queue to its end, then makes the hashes that were left out.
async fn run(session: Session) {
    loop {
        let next = {
            let mut inner = session.inner.borrow_mut();
            let next = inner.queue.pop_front().and_then(|id| Some((id, inner.sources.get(&id)?.clone())));
            inner.reading = next.is_some() || !inner.unhashed.is_empty();
            next
        };
        let Some((id, file)) = next else {
            if !session.inner.borrow().reading {
                return;
            }
            hash_next(&session).await;
            continue;
        };
        let turn = session.inner.borrow().turn;
        let gathering = begin(&session.inner.borrow().state, id, &file.name());
        let pace = Rc::new(Pace::new(&session, id, turn));
        let outcome = read(&pace, &file, gathering).await;
        if pace.is_stopped() {
            continue;
        }
        let outcome = Box::new(outcome.unwrap_or_else(|error| FileOutcome::of(&file.name(), Err(error))));
        if outcome.result.as_ref().is_ok_and(|file| file.sha256.is_empty()) {
            session.inner.borrow_mut().unhashed.push_back(id);
        }
        report(session.happen(Event::FileGathered { id, outcome }));
    }
}

/// How far the reading of one file is, and whether it is to go on.
pub(super) struct Pace {
    pub(super) session: Session,
    pub(super) id: FileId,
    turn: u32,
    bytes: Cell<u64>,
    rows: Cell<u64>,
    began: f64,
    last_breath: Cell<f64>,
    last_told: Cell<f64>,
    /// Fulfilled once what has come meanwhile is heard, while the loop waits for that.
    breath: RefCell<Option<Promise>>,
}

impl Pace {
    fn new(session: &Session, id: FileId, turn: u32) -> Self {
        Self {
            session: session.clone(),
            id,
            turn,
            bytes: Cell::new(0),
            rows: Cell::new(0),
            began: Date::now(),
            last_breath: Cell::new(Date::now()),
            last_told: Cell::new(0.0),
            breath: RefCell::new(None),
        }
    }

    /// Whether nobody waits for the file any more.
    pub(super) fn is_stopped(&self) -> bool {
        self.session.inner.borrow().turn != self.turn
    }

    /// Takes it that so much of the file is read, in thousandths: the bytes of a workbook are there long before its rows.
    fn reached(&self, size: u64, thousandths: u64) {
        self.bytes.set(size * thousandths / 1000);
    }

    /// Takes the number of rows that have come in all.
    pub(super) fn saw(&self, rows: u64) {
        self.rows.set(rows);
    }

    #[expect(
        clippy::float_arithmetic,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the browser's clock counts in floating point"
    )]
    fn far(&self) -> Far {
        let milliseconds = (Date::now() - self.began).max(0.0) as u64;
        Far { bytes: self.bytes.get(), rows: self.rows.get(), milliseconds }
    }

    /// Lets other events in when it is time, and says whether to go on.
    #[expect(clippy::float_arithmetic, reason = "the browser's clock counts in floating point")]
    pub(super) async fn goes_on(&self, bytes: usize) -> bool {
        self.bytes.set(self.bytes.get() + bytes as u64);
        if self.last_breath.get() + BREATH < Date::now() {
            if self.last_told.get() + TOLD < Date::now() {
                self.last_told.set(Date::now());
                report(self.session.happen(Event::FileProgress { id: self.id, far: self.far() }));
            }
            let breath = Breath::new();
            self.breath.replace(Some(breath.heard.clone()));
            breath.over().await;
            self.breath.take();
            self.last_breath.set(Date::now());
        }
        !self.is_stopped()
    }

    /// Waits with a block in hand while the loop lets other events in. Where a file is read in several pieces at once, each
    /// has a block at hand all the time, and one that breathes alone is overtaken by the others: a cancel was heard after
    /// a quarter of a second.
    pub(super) async fn hears(&self) {
        let breath = self.breath.borrow().clone();
        if let Some(breath) = breath {
            let _ = JsFuture::from(breath).await;
        }
    }
}

/// Feeds one file to the street; an error is the system's, what is wrong with the file stands in its outcome.
async fn read(pace: &Rc<Pace>, file: &File, mut gathering: Gathering) -> Result<FileOutcome, GatherError> {
    let size = size(file);
    if size > HASHED_BEHIND {
        gathering.leave_hash();
    }
    let crew = Crew::hire(pace, file, size);
    let (mut blocks, mut at) = (Blocks::of(file, 0, size)?, 0);
    while let Some(block) = blocks.next().await? {
        if gathering.feed(block).is_err() {
            blocks.leave();
            return Ok(gathering.outcome());
        }
        at += block.len() as u64;
        pace.saw(gathering.rows_read());
        let read = if gathering.thousandths().is_some() { 0 } else { block.len() };
        if !pace.goes_on(read).await {
            blocks.leave();
            return Err(stopped());
        }
        if size > at + LONG && gathering.has_stretches() {
            blocks.leave();
            return stretches::read(pace, file, gathering, at, &crew).await;
        }
    }
    drop(crew);
    while gathering.step().is_ok_and(|more| more) {
        pace.reached(size, gathering.thousandths().unwrap_or_default());
        pace.saw(gathering.rows_read());
        if !pace.goes_on(0).await {
            return Err(stopped());
        }
    }
    Ok(gathering.outcome())
}

/// What nobody hears, because nobody waits for the file any more.
fn stopped() -> GatherError {
    GatherError::Unreadable { reason: String::new() }
}

/// Makes the hash of the next file that has none, unless another file is to be read first.
async fn hash_next(session: &Session) {
    let next = {
        let mut inner = session.inner.borrow_mut();
        inner.unhashed.pop_front().and_then(|id| Some((id, inner.sources.get(&id)?.clone())))
    };
    let Some((id, file)) = next else { return };
    match hash(session, &file).await {
        // A file that was read stays after others are cancelled, and so does its hash.
        Some(sha256) => report(session.happen(Event::FileHashed { id, sha256 })),
        None => session.inner.borrow_mut().unhashed.push_back(id),
    }
}

/// The hash of a file; `None` when another file has come meanwhile. One that cannot be read any more has none.
#[expect(clippy::float_arithmetic, reason = "the browser's clock counts in floating point")]
async fn hash(session: &Session, file: &File) -> Option<String> {
    let mut hash = FileHash::new();
    let mut blocks = Blocks::of(file, 0, size(file)).ok()?;
    let mut last_breath = Date::now();
    loop {
        match blocks.next().await {
            Ok(Some(block)) => hash.feed(block),
            Ok(None) => return Some(hash.finish()),
            Err(_) => return Some(String::new()),
        }
        if last_breath + BREATH < Date::now() {
            Breath::new().over().await;
            last_breath = Date::now();
            if !session.inner.borrow().queue.is_empty() {
                blocks.leave();
                return None;
            }
        }
    }
}

/// Lets the worker hear what has come meanwhile. Waiting for a block is not enough: while blocks are at hand, the
/// browser goes on with them before any message. A message to itself comes behind those that wait; a timer, once it has
/// been set a few times, would come 4 ms later.
struct Breath {
    heard: Promise,
    channel: Option<MessageChannel>,
}

impl Breath {
    fn new() -> Self {
        let channel = MessageChannel::new().ok();
        let heard = Promise::new(&mut |resolve: Function, _| {
            let sent = channel.as_ref().is_some_and(|channel| {
                channel.port1().set_onmessage(Some(&resolve));
                channel.port2().post_message(&JsValue::NULL).is_ok()
            });
            if !sent {
                let _ = resolve.call0(&JsValue::NULL);
            }
        });
        Self { heard, channel }
    }

    /// Ends when everything is heard.
    async fn over(self) {
        let _ = JsFuture::from(self.heard).await;
        if let Some(channel) = self.channel {
            channel.port1().close();
        }
    }
}

/// An error nobody waits for, for whoever looks into the console.
fn report(result: Result<(), wasm_bindgen::JsError>) {
    if let Err(error) = result {
        web_sys::console::error_1(&JsValue::from(error));
    }
}
