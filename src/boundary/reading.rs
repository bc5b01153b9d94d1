//! The reading loop: a file's stream, block by block, into the street. Between two blocks the worker hears other events,
//! so that cancelling needs no restart.

use std::cell::Cell;
use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use js_sys::Date;
use js_sys::Function;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_futures::future_to_promise;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use web_sys::MessageChannel;

use super::Session;
use super::blocks::Blocks;
use crate::analysis::FileHash;
use crate::analysis::FileOutcome;
use crate::analysis::GatherError;
use crate::analysis::Gathering;
use crate::analysis::Stretch;
use crate::app::Event;
use crate::app::FileId;
use crate::app::begin;

/// Milliseconds after which the loop lets other events in: a cancel is heard within a tenth of a second.
const BREATH: f64 = 40.0;

/// Bytes from which a file's hash is made behind the table.
const HASHED_BEHIND: u64 = 1 << 20;

/// Bytes from which a file is read in stretches.
const LONG: u64 = 8 << 20;

/// Into how many stretches a long list is cut: more gain nothing more where it was measured.
const STRETCHES: u64 = 6;

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
struct Pace {
    session: Session,
    id: FileId,
    turn: u32,
    bytes: Cell<u64>,
    last_breath: Cell<f64>,
}

impl Pace {
    fn new(session: &Session, id: FileId, turn: u32) -> Self {
        Self { session: session.clone(), id, turn, bytes: Cell::new(0), last_breath: Cell::new(Date::now()) }
    }

    /// Whether nobody waits for the file any more.
    fn is_stopped(&self) -> bool {
        self.session.inner.borrow().turn != self.turn
    }

    /// Lets other events in when it is time, and says whether to go on.
    #[expect(clippy::float_arithmetic, reason = "the browser's clock counts in floating point")]
    async fn goes_on(&self, bytes: usize) -> bool {
        self.bytes.set(self.bytes.get() + bytes as u64);
        if self.last_breath.get() + BREATH < Date::now() {
            report(self.session.happen(Event::FileProgress { id: self.id, bytes: self.bytes.get() }));
            breathe().await;
            self.last_breath.set(Date::now());
        }
        !self.is_stopped()
    }
}

/// Feeds one file to the street; an error is the system's, what is wrong with the file stands in its outcome.
async fn read(pace: &Rc<Pace>, file: &File, mut gathering: Gathering) -> Result<FileOutcome, GatherError> {
    let size = size(file);
    if size > HASHED_BEHIND {
        gathering.leave_hash();
    }
    let (mut blocks, mut at) = (Blocks::of(file, 0, size)?, 0);
    while let Some(block) = blocks.next().await? {
        if gathering.feed(block).is_err() {
            blocks.leave();
            return Ok(gathering.outcome());
        }
        at += block.len() as u64;
        if !pace.goes_on(block.len()).await {
            blocks.leave();
            return Err(GatherError::Unreadable { reason: String::new() });
        }
        if size > at + LONG && gathering.stretch().is_some() {
            blocks.leave();
            return read_stretches(pace, file, gathering, at).await;
        }
    }
    Ok(gathering.outcome())
}

/// Reads what is left of a long list in stretches at once, which a browser does several times as fast as one after the other.
async fn read_stretches(
    pace: &Rc<Pace>,
    file: &File,
    gathering: Gathering,
    from: u64,
) -> Result<FileOutcome, GatherError> {
    let (size, step) = (size(file), (size(file) - from).div_ceil(STRETCHES));
    let starts: Vec<u64> = (0..STRETCHES).map(|number| from + number * step).filter(|start| *start < size).collect();
    let end = |start: u64| (start + step).min(size);
    let mut stretches: Vec<Shared> = Vec::new();
    for _ in &starts[1..] {
        let stretch = gathering.stretch().ok_or(GatherError::GivenUp)?;
        stretches.push(Rc::new(RefCell::new(Some(Taking::Stretch(Box::new(stretch))))));
    }
    stretches.insert(0, Rc::new(RefCell::new(Some(Taking::Whole(Box::new(gathering))))));
    let tasks = Array::new();
    for (shared, start) in stretches.iter().zip(&starts) {
        let blocks = Blocks::of(file, *start, end(*start))?;
        let (pace, shared) = (Rc::clone(pace), Rc::clone(shared));
        tasks.push(&future_to_promise(async move {
            match take(&pace, blocks, &shared).await {
                Err(GatherError::Unreadable { reason }) => Err(JsValue::from(reason)),
                Ok(()) | Err(_) => Ok(JsValue::UNDEFINED),
            }
        }));
    }
    let reason = |reason: JsValue| GatherError::Unreadable { reason: reason.as_string().unwrap_or_default() };
    JsFuture::from(Promise::all(&tasks)).await.map_err(reason)?;
    if pace.is_stopped() {
        return Err(GatherError::Unreadable { reason: String::new() });
    }
    let mut stretches = stretches.into_iter().map(|shared| shared.borrow_mut().take());
    let Some(Some(Taking::Whole(mut gathering))) = stretches.next() else { return Err(GatherError::GivenUp) };
    for (stretch, start) in stretches.zip(&starts[1..]) {
        let Some(Taking::Stretch(stretch)) = stretch else { return Ok(gathering.outcome()) };
        let Ok(done) = gathering.append(*stretch) else { return Ok(gathering.outcome()) };
        // What did not fit is read again behind what stands above it.
        let mut blocks = Blocks::of(file, start + done, end(*start))?;
        while let Some(block) = blocks.next().await? {
            if gathering.feed(block).is_err() {
                blocks.leave();
                return Ok(gathering.outcome());
            }
            if !pace.goes_on(0).await {
                blocks.leave();
                return Err(GatherError::Unreadable { reason: String::new() });
            }
        }
    }
    Ok(gathering.outcome())
}

/// What takes the bytes of one stretch: the first goes on with the whole.
enum Taking {
    Whole(Box<Gathering>),
    Stretch(Box<Stretch>),
}

type Shared = Rc<RefCell<Option<Taking>>>;

/// Feeds one stretch to its end, or until nobody waits for it or its table is refused.
async fn take(pace: &Pace, mut blocks: Blocks, shared: &Shared) -> Result<(), GatherError> {
    while let Some(block) = blocks.next().await? {
        let refused = match shared.borrow_mut().as_mut() {
            Some(Taking::Whole(gathering)) => gathering.feed(block).is_err(),
            Some(Taking::Stretch(stretch)) => {
                stretch.feed(block);
                false
            }
            None => true,
        };
        if refused || !pace.goes_on(block.len()).await {
            blocks.leave();
            break;
        }
    }
    Ok(())
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
            breathe().await;
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
async fn breathe() {
    let Ok(channel) = MessageChannel::new() else { return };
    let heard = Promise::new(&mut |resolve: Function, _| {
        channel.port1().set_onmessage(Some(&resolve));
        if channel.port2().post_message(&JsValue::NULL).is_err() {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(heard).await;
    channel.port1().close();
}

/// An error nobody waits for, for whoever looks into the console.
fn report(result: Result<(), wasm_bindgen::JsError>) {
    if let Err(error) = result {
        web_sys::console::error_1(&JsValue::from(error));
    }
}
