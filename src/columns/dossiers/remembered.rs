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

/// Longer texts that are remembered: those of a row or two, since each is asked for once under every header.
const LONG: usize = 32;

/// Longest text that is remembered, in bytes.
const LONGEST: usize = 400;

struct Memory<Made, const SLOTS: usize> {
    short: Latest<Made, SLOTS>,
    long: [(String, Option<Made>); LONG],
}

impl<Made: Copy, const SLOTS: usize> Memory<Made, SLOTS> {
    fn new() -> RefCell<Self> {
        RefCell::new(Self { short: Latest::new(), long: std::array::from_fn(|_| (String::new(), None)) })
    }

    fn get(&mut self, text: &str, read: fn(&str) -> Made) -> Made {
        let Some(short) = Short::of(text.as_bytes()) else { return self.get_long(text, read) };
        self.short.get(&short).unwrap_or_else(|| {
            let made = read(text);
            self.short.set(short, made);
            made
        })
    }

    fn get_long(&mut self, text: &str, read: fn(&str) -> Made) -> Made {
        if text.len() > LONGEST {
            return read(text);
        }
        let mix = |mixed: usize, byte: u8| mixed.wrapping_mul(7).wrapping_add(usize::from(byte));
        let mixed = text.bytes().rev().step_by(5).fold(text.len(), mix);
        let (known, made) = &mut self.long[mixed % LONG];
        if known != text || made.is_none() {
            known.clear();
            known.push_str(text);
            *made = Some(read(text));
        }
        made.unwrap_or_else(|| read(text))
    }
}

thread_local! {
    static STATES: RefCell<Memory<Option<StatusClass>, WORDS>> = Memory::new();
    static CHANNELS: RefCell<Memory<Option<Channel>, WORDS>> = Memory::new();
    static FLAGS: RefCell<Memory<Flag, WORDS>> = Memory::new();
    static MOMENTS: RefCell<Memory<Option<Moment>, DAYS>> = Memory::new();
}

/// What is made of a text, made once as long as its slot is not taken by another.
fn remembered<Made: Copy, const SLOTS: usize>(
    memory: &'static LocalKey<RefCell<Memory<Made, SLOTS>>>,
    text: &str,
    read: fn(&str) -> Made,
) -> Made {
    memory.with_borrow_mut(|memory| memory.get(text, read))
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
