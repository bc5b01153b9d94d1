//! What a text says by itself, remembered. A row that is not plain is asked several times whether its words are states,
//! ways or flags and whether its cells are days, and the next row says most of the same.

use std::cell::RefCell;
use std::thread::LocalKey;

use super::flags;
use super::flags::Flag;
use super::texts::Latest;
use super::texts::Short;
use super::words;
use super::words::Channel;
use super::words::StatusClass;
use crate::text;
use crate::text::Moment;

/// The texts of which one is remembered in each slot: words, and days of some years.
const WORDS: usize = 256;
const DAYS: usize = 2_048;

type Memory<Made, const SLOTS: usize> = RefCell<Latest<Made, SLOTS>>;

thread_local! {
    static STATES: Memory<Option<StatusClass>, WORDS> = RefCell::new(Latest::new());
    static CHANNELS: Memory<Option<Channel>, WORDS> = RefCell::new(Latest::new());
    static FLAGS: Memory<Flag, WORDS> = RefCell::new(Latest::new());
    static MOMENTS: Memory<Option<Moment>, DAYS> = RefCell::new(Latest::new());
}

/// What is made of a text, made once as long as its slot is not taken by another.
fn remembered<Made: Copy, const SLOTS: usize>(
    memory: &'static LocalKey<Memory<Made, SLOTS>>,
    text: &str,
    read: fn(&str) -> Made,
) -> Made {
    let Some(short) = Short::of(text.as_bytes()) else { return read(text) };
    if let Some(made) = memory.with_borrow(|latest| latest.get(&short)) {
        return made;
    }
    let made = read(text);
    memory.with_borrow_mut(|latest| latest.set(short, made));
    made
}

/// The class of a state, as [`words::status`] has it.
pub(super) fn status(text: &str) -> Option<StatusClass> {
    remembered(&STATES, text, words::status)
}

/// The way a dossier came in, as [`words::channel`] has it.
pub(super) fn channel(text: &str) -> Option<Channel> {
    remembered(&CHANNELS, text, words::channel)
}

/// What a flag says, as [`flags::flag`] has it.
pub(super) fn flag(text: &str) -> Flag {
    remembered(&FLAGS, text, flags::flag)
}

/// The day of a cell, as [`text::moment`] has it.
pub(super) fn moment(text: &str) -> Option<Moment> {
    remembered(&MOMENTS, text, text::moment)
}
