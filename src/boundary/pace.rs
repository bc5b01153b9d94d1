//! The pace at which a file is read: whether it goes on, when the page is told how far it is, when other events are heard.

use std::cell::Cell;
use std::cell::RefCell;

use js_sys::Date;
use js_sys::Function;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

use super::Session;
use super::crew;
use super::reading::report;
use crate::app::Event;
use crate::app::Far;
use crate::app::FileId;

/// Milliseconds after which the loop lets other events in: a cancel is heard within a tenth of a second.
pub(super) const BREATH: f64 = 25.0;

/// Milliseconds after which the page is told again how far the file is: what it shows costs as much as a megabyte or two read,
/// and figures that change more often are read by nobody.
const TOLD: f64 = 200.0;

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
    pub(super) fn new(session: &Session, id: FileId, turn: u32) -> Self {
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
    pub(super) fn reached(&self, size: u64, thousandths: u64) {
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
        let bytes = self.bytes.get() + crew::seen(&self.session.inner.borrow().helpers);
        Far { bytes, rows: self.rows.get(), milliseconds }
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

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(resolve: &Function, milliseconds: f64) -> JsValue;
}

/// Lets so many milliseconds pass.
pub(super) async fn rest(milliseconds: f64) {
    let over = Promise::new(&mut |resolve, _| {
        set_timeout(&resolve, milliseconds);
    });
    let _ = JsFuture::from(over).await;
}

/// Lets the worker hear what has come meanwhile. Waiting for a block is not enough: while blocks are at hand, the
/// browser goes on with them before any message. A message to itself comes behind those that wait; a timer, once it has
/// been set a few times, would come 4 ms later.
pub(super) struct Breath {
    heard: Promise,
    channel: Option<MessageChannel>,
}

impl Breath {
    pub(super) fn new() -> Self {
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
    pub(super) async fn over(self) {
        let _ = JsFuture::from(self.heard).await;
        if let Some(channel) = self.channel {
            channel.port1().close();
        }
    }
}
