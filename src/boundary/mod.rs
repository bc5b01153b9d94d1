//! The door to the browser, compiled for wasm32 only: events come in from the worker's shell, effects go out. It decodes,
//! calls the app, encodes; what happens when is the app's.

mod blocks;
mod crew;
mod pace;
mod reading;
mod stretches;
mod warming;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::Function;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsError;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use crew::Crew;
use crew::Helper;

use crate::analysis::from_json;
use crate::app::Effect;
use crate::app::Event;
use crate::app::FileId;
use crate::app::Offered;
use crate::app::State;
use crate::app::unseen_table;
use crate::app::update;
use crate::app::welcome;
use crate::domain::Map;

/// The page's session: one a worker, beside the one that warms it up.
#[wasm_bindgen]
#[derive(Clone)]
pub struct Session {
    inner: Rc<RefCell<Inner>>,
}

struct Inner {
    state: State,
    /// Takes the effects of each event, as a list.
    send: Function,
    /// The files of this session, so that they can be read again.
    sources: Map<FileId, File>,
    /// Files waiting to be read, in order.
    queue: VecDeque<FileId>,
    /// Files read whose hash is still to be made.
    unhashed: VecDeque<FileId>,
    /// Whether a reading loop runs.
    reading: bool,
    /// Raised by every cancel: a loop of an older number stops.
    turn: u32,
    next_id: FileId,
    /// How many other workers the machine has cores for, and what starts one.
    others: usize,
    hire: Option<Function>,
    /// The helpers at work.
    helpers: Vec<Helper>,
    /// A helper for the first file, started before there is one.
    ready: Option<Helper>,
}

impl Inner {
    /// Ends the reading of every file; the loop notices between two blocks.
    fn stop(&mut self) {
        self.turn += 1;
        self.queue.clear();
        self.helpers.iter().for_each(Helper::end);
    }
}

#[wasm_bindgen]
impl Session {
    /// Begins a session. `send` is called with each list of effects; `remembered` is what the last visit left. Where it
    /// `replaces` another one, what that one showed goes at once.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::needless_pass_by_value, reason = "the browser hands over a string of its own")]
    pub fn new(send: Function, remembered: Option<String>, replaces: bool) -> Result<Session, JsError> {
        std::panic::set_hook(Box::new(|panic| web_sys::console::error_1(&panic.to_string().into())));
        let (settings, mut effects) = welcome(remembered.as_deref());
        if !replaces {
            told(&send, &std::mem::take(&mut effects))?;
        }
        let mut state = State::new();
        effects.extend(update(&mut state, Event::Started { settings: Box::new(settings) }));
        told(&send, &effects)?;
        let inner = Inner {
            state,
            send,
            sources: Map::new(),
            queue: VecDeque::new(),
            unhashed: VecDeque::new(),
            reading: false,
            turn: 0,
            next_id: 1,
            others: 0,
            hire: None,
            helpers: Vec::new(),
            ready: None,
        };
        Ok(Self { inner: Rc::new(RefCell::new(inner)) })
    }

    /// Lets other workers help with long files, as many as there are; `hire` starts one.
    #[wasm_bindgen(js_name = hireBy)]
    pub fn hire_by(&self, others: usize, hire: Function) {
        let mut inner = self.inner.borrow_mut();
        (inner.others, inner.hire) = (others, Some(hire));
    }

    /// Reads files, one after the other, while other events go on.
    pub fn open(&self, files: Vec<File>) -> Result<(), JsError> {
        let offered = {
            let mut inner = self.inner.borrow_mut();
            let offer = |file: File| {
                let id = inner.next_id;
                inner.next_id += 1;
                let offered = Offered { id, name: file.name(), bytes: reading::size(&file) };
                inner.sources.insert(id, file);
                inner.queue.push_back(id);
                offered
            };
            files.into_iter().map(offer).collect()
        };
        self.happen(Event::FilesOffered(offered))?;
        reading::start(self);
        Ok(())
    }

    /// Takes the names of files that killed one worker after the other and are not read again.
    #[wasm_bindgen(js_name = giveUp)]
    pub fn give_up(&self, names: Vec<String>) -> Result<(), JsError> {
        let given = {
            let mut inner = self.inner.borrow_mut();
            let first = inner.next_id;
            let given: Vec<Offered> = (first..).zip(names).map(|(id, name)| Offered { id, name, bytes: 0 }).collect();
            inner.next_id = given.last().map_or(first, |offered| offered.id + 1);
            given
        };
        self.happen(Event::FilesGivenUp(given))
    }

    /// Takes what a person did, as the markup named it.
    pub fn act(&self, action: &str) -> Result<(), JsError> {
        let action = from_json(action).map_err(|_| JsError::new("no such action"))?;
        self.happen(Event::Acted(action))
    }

    /// Works through a table and a list that nobody sees, while there is nothing else to do. `nobody` takes the effects.
    pub fn warm(&self, nobody: Function) -> Result<(), JsError> {
        if self.inner.borrow().next_id > 1 {
            return Ok(());
        }
        Crew::prepare(self);
        let unseen = Self::new(nobody, None, false)?;
        unseen.happen(unseen_table())?;
        let session = self.clone();
        spawn_local(async move {
            let _ = warming::read_list(session, unseen).await;
        });
        Ok(())
    }

    /// Stops reading. What was read to its end stays.
    pub fn cancel(&self) -> Result<(), JsError> {
        self.inner.borrow_mut().stop();
        self.happen(Event::ReadingCancelled)
    }
}

fn encode(effects: &[Effect]) -> Result<JsValue, JsError> {
    Ok(effects.serialize(&Serializer::json_compatible().serialize_bytes_as_arrays(false))?)
}

impl Session {
    /// Hands an event to the app and its effects to the page.
    fn happen(&self, event: Event) -> Result<(), JsError> {
        let (effects, send) = {
            let mut inner = self.inner.borrow_mut();
            (update(&mut inner.state, event), inner.send.clone())
        };
        for effect in &effects {
            match effect {
                Effect::StopReading => self.inner.borrow_mut().stop(),
                Effect::ReadAgain { ids } => {
                    self.inner.borrow_mut().queue.extend(ids);
                    reading::start(self);
                }
                _ => {}
            }
        }
        if effects.is_empty() { Ok(()) } else { told(&send, &effects) }
    }
}

/// Tells the page what to do.
fn told(send: &Function, effects: &[Effect]) -> Result<(), JsError> {
    let answer = send.call1(&JsValue::NULL, &encode(effects)?);
    let said = |error: &js_sys::Error| String::from(error.message());
    answer.map(|_| ()).map_err(|error| JsError::new(&error.dyn_ref().map_or_else(String::new, said)))
}
