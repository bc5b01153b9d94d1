//! What the cells of a plain row say, one by one. What runs for every row is written out, without closures and iterators that
//! would be calls in a module built for size.

use super::Column;
use super::Judges;
use super::Reads;
use super::State;
use crate::columns::Field;
use crate::columns::dossiers::cells::is_blank;
use crate::columns::dossiers::cells::is_written_day;
use crate::columns::dossiers::code::PlainCode;
use crate::columns::dossiers::code::is_code;
use crate::columns::dossiers::code::plain_code;
use crate::columns::dossiers::days::Days;
use crate::columns::dossiers::ends::is_real;
use crate::columns::dossiers::flags::Flag;
use crate::columns::dossiers::joins::may_stand_anywhere;
use crate::columns::dossiers::says::FLAGS;
use crate::columns::dossiers::says::flag_under;
use crate::columns::dossiers::swallowed::may_swallow;
use crate::columns::dossiers::texts::Texts;
use crate::columns::dossiers::words::StatusClass;
use crate::columns::dossiers::words::channel;
use crate::domain::Day;
use crate::intake::cell_of;
use crate::text::tidy;

/// What the cells of a row have said so far.
#[derive(Default)]
pub(in crate::columns::dossiers) struct Heard<'text> {
    pub(super) code: Option<(&'text [u8], PlainCode)>,
    pub(super) received: Option<Day>,
    pub(super) received_cell: &'text [u8],
    pub(super) ended: Option<Day>,
    /// The unit as written.
    pub(in crate::columns::dossiers) unit: Option<&'text [u8]>,
    pub(in crate::columns::dossiers) said: Said,
}

/// What cells of words, marks and counts say.
#[derive(Clone, Copy)]
pub(in crate::columns::dossiers) struct Said {
    pub(in crate::columns::dossiers) status: Option<State>,
    pub(in crate::columns::dossiers) flags: [Option<Flag>; 4],
    pub(super) papers: Count,
    pub(super) digitised: Count,
    /// The number of the unit's name, where it was met before.
    pub(in crate::columns::dossiers) unit: Option<u32>,
}

/// What a cell of flags says: its flag, and its count where it is one.
type FlagSaid = (Flag, Count);

/// A count of papers; `None` where a cell holds none.
type Count = Option<u32>;

/// What is made of cells, each text once.
pub(super) struct Ears {
    states: Texts<Option<State>>,
    /// What the cells of each column of flags say.
    flags: Vec<Texts<Option<FlagSaid>>>,
    papers: Texts<Option<Count>>,
    channels: Texts<bool>,
    days: Days,
    /// Whether a day of completion can tell what a state leaves open.
    has_end: bool,
}

impl Default for Said {
    #[inline(always)]
    fn default() -> Self {
        Self { status: None, flags: [None; 4], papers: None, digitised: None, unit: None }
    }
}

impl Said {
    /// Adds what cells further right say.
    #[inline(always)]
    pub(super) fn join(&mut self, other: &Self) {
        if other.status.is_some() {
            self.status = other.status;
        }
        let mut at = 0;
        while at < self.flags.len() {
            if other.flags[at] > self.flags[at] {
                self.flags[at] = other.flags[at];
            }
            at += 1;
        }
        if self.papers.is_none() {
            self.papers = other.papers;
        }
        if self.digitised.is_none() {
            self.digitised = other.digitised;
        }
        if self.unit.is_none() {
            self.unit = other.unit;
        }
    }
}

impl Ears {
    pub(super) fn new(columns: &[Column]) -> Self {
        let flags = columns.iter().filter(|column| matches!(column.reads, Reads::Flag { .. })).count();
        Self {
            states: Texts::new(),
            flags: std::iter::repeat_with(Texts::new).take(flags).collect(),
            papers: Texts::new(),
            channels: Texts::new(),
            days: Days::new(),
            has_end: columns.iter().any(|column| column.reads == Reads::Ended),
        }
    }

    /// Takes what a cell says; `None` where its row is not plain.
    #[inline(never)]
    pub(super) fn hear<'text>(
        &mut self,
        column: &Column,
        written: &'text [u8],
        heard: &mut Heard<'text>,
        judges: Judges<'_>,
    ) -> Option<()> {
        match column.reads {
            Reads::Status | Reads::Unit | Reads::Flag { .. } | Reads::Papers | Reads::Channel => {
                self.hear_words(column, written, heard, judges)
            }
            _ => self.hear_others(column, written, heard),
        }
    }

    /// Takes a cell of which the same texts seldom come again.
    fn hear_others<'text>(&mut self, column: &Column, written: &'text [u8], heard: &mut Heard<'text>) -> Option<()> {
        if matches!(column.reads, Reads::Passed { .. } | Reads::Anything) {
            let stands = column.reads == Reads::Anything || may_stand_anywhere(written) || column.may_pass(written);
            return (stands && !may_swallow(written)).then_some(());
        }
        let cell = unquoted(written)?;
        match column.reads {
            Reads::Code => Self::hear_code(cell, heard),
            Reads::Received => self.hear_received(cell, heard),
            Reads::Ended => self.hear_ended(cell, heard),
            _ => self.hear_due(cell),
        }
    }

    #[inline(always)]
    pub(super) fn hear_code<'text>(cell: &'text [u8], heard: &mut Heard<'text>) -> Option<()> {
        heard.code = Some((cell, plain_code(cell)?));
        Some(())
    }

    #[inline(always)]
    pub(super) fn hear_received<'text>(&mut self, cell: &'text [u8], heard: &mut Heard<'text>) -> Option<()> {
        heard.received = Some(self.days.read(cell)?);
        heard.received_cell = cell;
        Some(())
    }

    #[inline(always)]
    pub(super) fn hear_ended(&mut self, cell: &[u8], heard: &mut Heard<'_>) -> Option<()> {
        if !cell.is_empty() {
            let day = self.days.read(cell)?;
            if !is_real(day) {
                return None;
            }
            if heard.ended < Some(day) {
                heard.ended = Some(day);
            }
        }
        Some(())
    }

    /// Takes a day that does not count.
    #[inline(always)]
    pub(super) fn hear_due(&mut self, cell: &[u8]) -> Option<()> {
        if cell.is_empty() || self.days.read(cell).is_some() { Some(()) } else { None }
    }

    /// Takes a cell of words, a mark or a count.
    fn hear_words<'text>(
        &mut self,
        column: &Column,
        written: &'text [u8],
        heard: &mut Heard<'text>,
        Judges { class, is_odd }: Judges<'_>,
    ) -> Option<()> {
        let (cell, has_end, said) = (unquoted(written)?, self.has_end, &mut heard.said);
        match column.reads {
            Reads::Status => {
                let state = move |cell: &str| {
                    let state = class(cell);
                    let is_known = match state {
                        Some(StatusClass::ByDay) => has_end,
                        // What nothing else tells is told.
                        state => state.is_some() || has_end && is_blank(cell),
                    };
                    Some((is_known && column.may_hold(cell, is_odd)).then_some(state))
                };
                said.status = Some(self.states.get(cell, state)??);
            }
            // A text in a formula is taken out of it elsewhere.
            Reads::Unit if written.starts_with(b"\"=") => return None,
            Reads::Unit => heard.unit = Some(bare(written)),
            Reads::Flag { flag, cells } => {
                let read = move |cell: &str| {
                    let flag = flag_under(column.marks, cell);
                    let stands = flag != Flag::Unreadable && column.may_hold(cell, is_odd);
                    Some(stands.then(|| (flag, count(cell))))
                };
                let (says, count) = self.flags[cells].get(cell, read)??;
                said.flags[flag] = said.flags[flag].max(Some(says));
                said.digitised = said.digitised.or(count.filter(|_| FLAGS[flag] == Field::PapersDigitised));
            }
            Reads::Papers => {
                let read = move |cell: &str| Some(column.may_hold(cell, is_odd).then(|| count(cell)));
                said.papers = self.papers.get(cell, read)??;
            }
            _ => {
                let is_known = move |cell: &str| Some(channel(cell).is_some() && column.may_hold(cell, is_odd));
                self.channels.get(cell, is_known)?.then_some(())?;
            }
        }
        Some(())
    }
}

impl Column {
    /// Whether a cell may stand here, but for what it says.
    fn may_hold(&self, cell: &str, is_odd: &dyn Fn(usize, &str) -> bool) -> bool {
        belongs(cell, self.dayless) && !is_odd(self.at, cell)
    }

    /// Whether a cell of which only that is asked may stand here.
    #[inline(never)]
    fn may_pass(&self, written: &[u8]) -> bool {
        std::str::from_utf8(written).is_ok_and(|written| belongs(&cell_of(written), self.dayless))
    }
}

/// A cell without the quotes around it; `None` where quotes stand within as well.
#[inline(always)]
pub(super) fn unquoted(written: &[u8]) -> Option<&[u8]> {
    match written {
        [b'"', inner @ .., b'"'] => (!inner.contains(&b'"')).then_some(inner),
        _ => Some(written),
    }
}

/// The same of a cell within which quotes may stand.
#[inline(always)]
fn bare(written: &[u8]) -> &[u8] {
    if let [b'"', inner @ .., b'"'] = written { inner } else { written }
}

/// Whether neither a code stands here nor, where none belongs, a day.
fn belongs(cell: &str, dayless: bool) -> bool {
    !(is_code(cell) || dayless && is_written_day(cell))
}

/// A count of papers, where the cell holds nothing else.
fn count(cell: &str) -> Option<u32> {
    tidy(cell).parse().ok()
}
