//! The reading loop: a file's stream, block by block, into the street. Between two blocks the worker hears other events,
//! so that cancelling needs no restart.

use js_sys::Date;
use js_sys::Function;
use js_sys::Promise;
use js_sys::Reflect;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_futures::spawn_local;
use web_sys::DedicatedWorkerGlobalScope;
use web_sys::File;
use web_sys::ReadableStreamDefaultReader;

use super::Session;
use crate::analysis::FileOutcome;
use crate::analysis::GatherError;
use crate::analysis::Gathering;
use crate::app::Event;
use crate::app::FileId;
use crate::app::begin;

/// Milliseconds after which the loop lets other events in: a cancel is heard within a tenth of a second.
const BREATH: f64 = 40.0;

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

/// Reads the queue to its end.
async fn run(session: Session) {
    loop {
        let next = {
            let mut inner = session.inner.borrow_mut();
            let next = inner.queue.pop_front().and_then(|id| Some((id, inner.sources.get(&id)?.clone(), inner.turn)));
            inner.reading = next.is_some();
            next
        };
        let Some((id, file, turn)) = next else { return };
        let gathering = begin(&session.inner.borrow().state, id, &file.name());
        let outcome = read(&session, id, turn, &file, gathering).await;
        if session.inner.borrow().turn != turn {
            continue;
        }
        let outcome = Box::new(outcome.unwrap_or_else(|error| FileOutcome::of(&file.name(), Err(error))));
        report(session.happen(Event::FileGathered { id, outcome }));
    }
}

/// Feeds one file to the street; an error is the system's, what is wrong with the file stands in its outcome.
#[expect(clippy::float_arithmetic, reason = "the browser's clock counts in floating point")]
async fn read(
    session: &Session,
    id: FileId,
    turn: u32,
    file: &File,
    mut gathering: Gathering,
) -> Result<FileOutcome, GatherError> {
    let reader: ReadableStreamDefaultReader = file.stream().get_reader().unchecked_into();
    let mut block = Vec::new();
    let mut bytes: u64 = 0;
    let mut last_breath = Date::now();
    loop {
        let read = JsFuture::from(reader.read()).await.map_err(unreadable)?;
        if last_breath + BREATH < Date::now() {
            report(session.happen(Event::FileProgress { id, bytes }));
            breathe().await;
            last_breath = Date::now();
        }
        if session.inner.borrow().turn != turn {
            // Nobody waits for the answer any more; the stream may end when it likes.
            let _ = reader.cancel();
            return Err(GatherError::Unreadable { reason: String::new() });
        }
        if Reflect::get(&read, &"done".into()).map_err(unreadable)?.is_truthy() {
            return Ok(gathering.outcome());
        }
        let chunk: Uint8Array = Reflect::get(&read, &"value".into()).map_err(unreadable)?.unchecked_into();
        block.resize(chunk.length() as usize, 0);
        chunk.copy_to(&mut block);
        if gathering.feed(&block).is_err() {
            let _ = reader.cancel();
            return Ok(gathering.outcome());
        }
        bytes += u64::from(chunk.length());
    }
}

/// Lets the worker hear what has come meanwhile. Waiting for a block is not enough: while blocks are at hand, the
/// browser goes on with them before any message.
async fn breathe() {
    let timer = |resolve: Function, _| {
        let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
        if scope.set_timeout_with_callback(&resolve).is_err() {
            let _ = resolve.call0(&JsValue::NULL);
        }
    };
    let _ = JsFuture::from(Promise::new(&mut { timer })).await;
}

/// The browser's words for a file it cannot read any more.
#[expect(clippy::needless_pass_by_value, reason = "handed to `map_err`")]
fn unreadable(error: JsValue) -> GatherError {
    let reason = error.dyn_ref::<js_sys::Error>().map_or_else(String::new, |error| String::from(error.name()));
    GatherError::Unreadable { reason }
}

/// An error nobody waits for, for whoever looks into the console.
fn report(result: Result<(), wasm_bindgen::JsError>) {
    if let Err(error) = result {
        web_sys::console::error_1(&JsValue::from(error));
    }
}
