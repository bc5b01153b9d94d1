//! Other workers that help to read a long file: the worker's shell starts them, each reads the file's first rows and then
//! whatever stretch it is asked for.

use std::cell::RefCell;

use js_sys::Array;
use js_sys::Function;
use js_sys::Promise;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsError;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::Session;
use super::blocks::Blocks;
use super::blocks::let_go;
use super::pace::Pace;
use super::reading::size;
use crate::analysis::Assignment;
use crate::analysis::Gathering;
use crate::app::assignment;

/// Bytes of a file that are worth one more worker: what it costs to start one is read in the same time.
const WORTH: u64 = 16 << 20;

/// Most workers that read one file.
const MOST: usize = 8;

/// Bytes after which a helper tells how far it is: often enough on a slow share.
const TOLD_AFTER: u32 = 4 << 20;

/// Bytes among which a list shows how its rows are read; one that does not is read by one worker.
const HEAD: u64 = 4 << 20;

#[wasm_bindgen]
extern "C" {
    /// Another worker, as the shell holds it.
    #[derive(Clone)]
    pub(super) type Helper;

    /// Has the first rows of a file read.
    #[wasm_bindgen(method)]
    fn begin(this: &Helper, assignment: &str, file: &File);

    /// Has a stretch read; rejected where the worker is dead or the stretch cannot be read.
    #[wasm_bindgen(method, js_name = read)]
    fn ask(this: &Helper, from: f64, to: f64) -> Promise;

    /// How many bytes of its stretches it has read.
    #[wasm_bindgen(method, getter)]
    fn seen(this: &Helper) -> f64;

    /// Ends the worker, and all that is asked of it.
    #[wasm_bindgen(method)]
    pub(super) fn end(this: &Helper);
}

impl Helper {
    /// What a stretch says, as text, and its dossiers, as bytes, some at a time.
    #[expect(clippy::cast_precision_loss, reason = "a file's size is a whole number below 2⁵³")]
    pub(super) async fn read(&self, from: u64, to: u64) -> Option<(String, impl Iterator<Item = Vec<u8>>)> {
        let read = JsFuture::from(self.ask(from as f64, to as f64)).await.ok()?;
        let read: Array = read.dyn_into().ok()?;
        let dossiers: Array = read.get(1).dyn_into().ok()?;
        let dossiers = (0..dossiers.length()).map(move |at| {
            let some: Uint8Array = dossiers.get(at).unchecked_into();
            let bytes = some.to_vec();
            let_go(&some);
            bytes
        });
        Some((read.get(0).as_string()?, dossiers))
    }
}

/// How many bytes these helpers have read.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bytes are a whole number below 2⁵³")]
pub(super) fn seen(helpers: &[Helper]) -> u64 {
    helpers.iter().map(|helper| helper.seen() as u64).sum()
}

/// The helpers of one file.
pub(super) struct Crew {
    session: Session,
    helpers: Vec<Helper>,
}

impl Crew {
    /// As many helpers as the machine has cores for and the file is worth.
    pub(super) fn hire(pace: &Pace, file: &File, size: u64) -> Self {
        let mut inner = pace.session.inner.borrow_mut();
        let worth = usize::try_from(size / WORTH).unwrap_or(usize::MAX);
        let most = inner.others.min(MOST - 1).min(worth);
        if most > 0 {
            let assignment = assignment(&inner.state, pace.id, &file.name()).to_text();
            inner.helpers =
                (0..most).map_while(|_| inner.ready.take().or_else(|| start(inner.hire.as_ref()))).collect();
            inner.helpers.iter().for_each(|helper| helper.begin(&assignment, file));
        }
        Self { session: pace.session.clone(), helpers: inner.helpers.clone() }
    }

    /// Starts a helper before there is a file, where the machine has a core for it: a list of 25 MB is half read until one
    /// that is started with it has read its first rows.
    pub(super) fn prepare(session: &Session) {
        let mut inner = session.inner.borrow_mut();
        if inner.others > 0 && inner.ready.is_none() {
            inner.ready = start(inner.hire.as_ref());
        }
    }

    pub(super) fn helpers(&self) -> Vec<Helper> {
        self.helpers.clone()
    }
}

fn start(hire: Option<&Function>) -> Option<Helper> {
    hire?.call0(&JsValue::NULL).ok().map(JsValue::unchecked_into)
}

impl Drop for Crew {
    fn drop(&mut self) {
        self.helpers.iter().for_each(Helper::end);
        self.session.inner.borrow_mut().helpers.clear();
    }
}

/// What a helper is in its own worker.
#[wasm_bindgen]
pub struct Reader {
    file: File,
    gathering: Gathering,
    /// Room for the block in hand.
    room: RefCell<Vec<u8>>,
}

#[wasm_bindgen]
impl Reader {
    /// Reads what every file needs, while there is none.
    pub fn prepare() {
        Assignment::prepare();
    }

    /// Reads the first rows of a file, which say how the others are read.
    pub async fn begin(assignment: String, file: File) -> Result<Reader, JsError> {
        let begun = Assignment::from_text(&assignment).and_then(Assignment::begin);
        let mut gathering = begun.ok_or_else(|| JsError::new("assignment"))?;
        gathering.leave_hash();
        let mut blocks = Blocks::of(&file, 0, size(&file).min(HEAD)).map_err(|error| said(&error))?;
        let mut room = Vec::new();
        while let Some(block) = blocks.next().await.map_err(|error| said(&error))? {
            gathering.feed(block.copied(&mut room)).map_err(|error| said(&error))?;
            if gathering.has_stretches() {
                blocks.leave();
                return Ok(Self { file, gathering, room: RefCell::new(room) });
            }
        }
        Err(JsError::new("no stretches"))
    }

    /// Reads a stretch: what it says, as text, and its dossiers, as bytes, some at a time. `tell` is called with each number
    /// of bytes that are read.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "places in a file are whole numbers")]
    pub async fn read(&self, from: f64, to: f64, tell: Function) -> Result<Array, JsError> {
        let mut stretch = self.gathering.stretch().ok_or_else(|| JsError::new("no stretches"))?;
        let mut blocks = Blocks::of(&self.file, from as u64, to as u64).map_err(|error| said(&error))?;
        let mut untold = 0;
        while let Some(block) = blocks.next().await.map_err(|error| said(&error))? {
            stretch.feed(block.copied(&mut self.room.borrow_mut()));
            untold += u32::try_from(block.len()).unwrap_or(u32::MAX);
            if untold >= TOLD_AFTER {
                let _ = tell.call1(&JsValue::NULL, &untold.into());
                untold = 0;
            }
        }
        let (text, dossiers) = stretch.carry().ok_or_else(|| JsError::new("read it again"))?;
        let dossiers: Array = dossiers.map(|some| Uint8Array::from(&some[..])).collect();
        Ok(Array::of2(&text.into(), &dossiers))
    }
}

fn said(error: &dyn std::error::Error) -> JsError {
    JsError::new(&error.to_string())
}
