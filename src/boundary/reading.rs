//! The reading loop: a file's stream, block by block, into the street. Between two blocks the worker hears other events,
//! so that cancelling needs no restart.

use std::rc::Rc;

use js_sys::Date;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use super::Session;
use super::blocks::Blocks;
use super::crew::Crew;
use super::pace::BREATH;
use super::pace::Breath;
use super::pace::Pace;
use super::pace::rest;
use super::stretches;
use crate::analysis::FileHash;
use crate::analysis::FileOutcome;
use crate::analysis::GatherError;
use crate::analysis::Gathering;
use crate::app::Event;
use crate::app::begin;
use crate::app::begin_sheet;
use crate::app::counted;
use crate::app::counting;
use crate::app::sheets_beside;
use crate::app::take_sheets;

/// Bytes from which a file's hash is made behind the table.
const HASHED_BEHIND: u64 = 1 << 20;

/// Milliseconds in which the page shows a table, before hashes are made.
const SHOWN: f64 = 300.0;

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
    let mut is_new = false;
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
            if std::mem::take(&mut is_new) && !is_shown(&session).await {
                return;
            }
            hash_next(&session).await;
            continue;
        };
        is_new = true;
        let turn = session.inner.borrow().turn;
        let pace = Rc::new(Pace::new(&session, id, turn));
        let Some(outcome) = read_all(&pace, &file).await else { continue };
        if !count(&pace, &outcome).await {
            continue;
        }
        if outcome.result.as_ref().is_ok_and(|file| file.sha256.is_empty()) {
            session.inner.borrow_mut().unhashed.push_back(id);
        }
        report(session.happen(Event::FileGathered { id, outcome }));
    }
}

/// Reads a file, and other sheets of it that may go with the one that was read; `None` where nobody waits for it any more.
async fn read_all(pace: &Rc<Pace>, file: &File) -> Option<Box<FileOutcome>> {
    let (session, id, name) = (&pace.session.inner, pace.id, file.name());
    let mut gathering = begin(&session.borrow().state, id, &name);
    let mut outcome: Option<Box<FileOutcome>> = None;
    let (mut sheets, mut others) = (Vec::new().into_iter(), Vec::new());
    // Read in one place: each would bring the whole of reading into the module again.
    loop {
        let read = read(pace, file, gathering).await;
        if pace.is_stopped() {
            return None;
        }
        let read = read.unwrap_or_else(|error| FileOutcome::of(&name, Err(error)));
        match &outcome {
            None => {
                sheets = sheets_beside(&session.borrow().state, id, &read).into_iter();
                outcome = Some(Box::new(read));
            }
            Some(_) => others.push(read),
        }
        let Some(sheet) = sheets.next() else { break };
        gathering = begin_sheet(&session.borrow().state, id, &name, &sheet);
    }
    let mut outcome = outcome?;
    take_sheets(&session.borrow().state, &mut outcome, others);
    Some(outcome)
}

/// Counts the dossiers for the report, if it comes next; says whether the file is still waited for.
pub(super) async fn count(pace: &Pace, outcome: &FileOutcome) -> bool {
    let counting = counting(&pace.session.inner.borrow().state, pace.id, outcome);
    let Some(mut counting) = counting else { return true };
    while counting.step() {
        if !pace.goes_on(0).await {
            return false;
        }
    }
    counted(&pace.session.inner.borrow().state, counting);
    !pace.is_stopped()
}

/// Feeds one file to the street; an error is the system's, what is wrong with the file stands in its outcome.
async fn read(pace: &Rc<Pace>, file: &File, mut gathering: Gathering) -> Result<FileOutcome, GatherError> {
    let size = size(file);
    if size > HASHED_BEHIND {
        gathering.leave_hash();
    }
    let crew = Crew::hire(pace, file, size);
    let (mut blocks, mut room, mut at) = (Blocks::of(file, 0, size)?, Vec::new(), 0);
    while let Some(block) = blocks.next().await? {
        let (mut taken, bytes) = (gathering.take(block.copied(&mut room)), block.len());
        at += bytes as u64;
        let mut goes_on = true;
        while taken.is_ok() && gathering.is_judging() && goes_on {
            taken = gathering.step().map(|_| ());
            goes_on = pace.goes_on(0).await;
        }
        if taken.is_err() {
            blocks.leave();
            return Ok(gathering.outcome());
        }
        pace.saw(gathering.rows_read());
        let read = if gathering.thousandths().is_some() { 0 } else { bytes };
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
        if let Some(thousandths) = gathering.thousandths() {
            pace.reached(size, thousandths);
        }
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

/// Waits until the page has shown what was read: a hash keeps the cores busy that it is painted with. Whether another loop
/// has not begun meanwhile.
async fn is_shown(session: &Session) -> bool {
    session.inner.borrow_mut().reading = false;
    rest(SHOWN).await;
    !std::mem::replace(&mut session.inner.borrow_mut().reading, true)
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
    let (mut blocks, mut room) = (Blocks::of(file, 0, size(file)).ok()?, Vec::new());
    let mut last_breath = Date::now();
    loop {
        match blocks.next().await {
            Ok(Some(block)) => hash.feed(block.copied(&mut room)),
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

/// An error nobody waits for, for whoever looks into the console.
pub(super) fn report(result: Result<(), wasm_bindgen::JsError>) {
    if let Err(error) = result {
        web_sys::console::error_1(&JsValue::from(error));
    }
}
