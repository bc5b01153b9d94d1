//! A dossier whose row is as rows should be, read where it lies: no cell is copied, texts that come again and again are
//! looked up. Whatever is not plain is left to the reading of rows, which knows every trouble and notes it; both make the
//! same of the same row, and a law beside this file says so.

mod heard;
mod learned;
mod runs;
mod walk;

use std::cell::RefCell;
use std::rc::Rc;

use super::cells::Columns;
use super::code::PlainCode;
use super::code::is_plain_unit_code;
use super::says::FLAGS;
use super::texts::Latest;
use super::texts::MANY;
use super::texts::Short;
use super::texts::Texts;
use super::words::StatusClass;
use crate::columns::Field;
use crate::columns::fields::Marks;
use crate::domain::Day;
use crate::intake::RowView;

use heard::Heard;
pub(super) use heard::Said;
pub(super) use learned::Learned;
use learned::Names;

/// No unit at all.
const NOBODY: u32 = u32::MAX;

/// What a plain row says.
pub(super) struct Plain<'text> {
    pub(super) code: &'text [u8],
    pub(super) received: Day,
    /// The cell of that day; empty where the list has none.
    pub(super) received_cell: &'text [u8],
    /// Whether a day of completion stands in the row.
    pub(super) ended: bool,
    /// What its words, marks and counts say.
    pub(super) said: Said,
    pub(super) unit: Unit<'text>,
    /// The unit's code within the dossier's.
    pub(super) prefix: &'text [u8],
    /// The unit that a plain row noted with this code last, by its place in the ledger; [`NOBODY`] where none has.
    pub(super) noted: u32,
}

/// The unit of a plain row.
#[derive(Clone, Copy)]
pub(super) enum Unit<'text> {
    /// The list has no such column.
    Unnamed,
    /// As it is written.
    Written(&'text [u8]),
    /// By its place in the ledger.
    Known(u32),
}

impl<'text> Unit<'text> {
    #[inline(always)]
    pub(super) fn of(written: Option<&'text [u8]>) -> Self {
        match written {
            Some(written) => Self::Written(written),
            None => Self::Unnamed,
        }
    }
}

/// What the state of a dossier says; `None` within for an empty cell.
pub(super) type State = Option<StatusClass>;

/// How each column is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reads {
    Code,
    Received,
    /// A day of completion.
    Ended,
    /// A day that does not count.
    Due,
    Status,
    Unit,
    /// A flag, by its place among the flags, and what its cells say, by their place.
    Flag {
        flag: usize,
        cells: usize,
    },
    Papers,
    Channel,
    /// Only that nothing stands there which belongs elsewhere; the same texts come again and again, or do not.
    Passed {
        comes_again: bool,
    },
    /// A column of no known meaning: beside its own code a dossier may have others.
    Anything,
}

/// A column of plain rows.
#[derive(Clone, Copy)]
struct Column {
    reads: Reads,
    /// Whether a day never stands there.
    dayless: bool,
    /// Its place.
    at: usize,
    /// What its header says of flags below it.
    marks: Marks,
}

/// How a class is told of a state's words, and whether a cell is written otherwise than the others of its column.
#[derive(Clone, Copy)]
pub(super) struct Judges<'judge> {
    pub(super) class: &'judge dyn Fn(&str) -> Option<StatusClass>,
    pub(super) is_odd: &'judge dyn Fn(usize, &str) -> bool,
}

/// Reads plain rows.
pub(super) struct PlainRows {
    learned: Rc<RefCell<Learned>>,
    /// Where the units stand in the ledger whose names are numbered; [`NOBODY`] where they do not yet.
    places: Vec<u32>,
    /// The units, by their place in the ledger.
    pub(super) units: Texts<u32, MANY>,
    /// Codes of units as they should be, each with the unit that was noted with it last.
    prefixes: Latest<u32, MANY>,
}

impl PlainRows {
    pub(super) fn new(columns: &Columns) -> Self {
        let once = |field: &Field| columns.fields.iter().flatten().filter(|other| *other == field).count() == 1;
        let mut flags = 0;
        let mut reads = |field: &Option<Field>| match field {
            None => Reads::Anything,
            Some(Field::DoneAt | Field::ReturnedAt) => Reads::Ended,
            Some(field) if let Some(flag) = FLAGS.iter().position(|flag| flag == field) => {
                flags += 1;
                Reads::Flag { flag, cells: flags - 1 }
            }
            Some(field) if !once(field) => Reads::Passed { comes_again: false },
            Some(Field::DossierCode) => Reads::Code,
            Some(Field::ReceivedAt) => Reads::Received,
            Some(Field::DueAt) => Reads::Due,
            Some(Field::Status) => Reads::Status,
            Some(Field::Unit) => Reads::Unit,
            Some(Field::Papers) => Reads::Papers,
            Some(Field::Channel) => Reads::Channel,
            Some(field) => Reads::Passed { comes_again: matches!(field, Field::Procedure | Field::Sector) },
        };
        let mut column = |(at, field): (usize, &Option<Field>)| {
            let (dayless, marks) = (columns.dayless[at], columns.marks[at]);
            Column { reads: reads(field), dayless, at, marks }
        };
        let mut columns: Vec<Column> = columns.fields.iter().enumerate().map(&mut column).collect();
        if !columns.iter().any(|column| column.reads == Reads::Code) {
            columns.clear();
        }
        Self::of(Rc::new(RefCell::new(Learned::new(columns))))
    }

    /// The same for rows further below in the same list.
    pub(super) fn below(&self) -> Self {
        Self::of(Rc::clone(&self.learned))
    }

    fn of(learned: Rc<RefCell<Learned>>) -> Self {
        Self { learned, places: Vec::new(), units: Texts::new(), prefixes: Latest::new() }
    }

    /// What all stretches of the list have learned of it.
    pub(super) fn learned(&self) -> Rc<RefCell<Learned>> {
        Rc::clone(&self.learned)
    }

    /// What a row says, if it is plain.
    pub(super) fn read<'text>(&mut self, row: &RowView<'text>, judges: Judges<'_>) -> Option<Plain<'text>> {
        let learned = self.learned();
        let Learned { columns, ears, .. } = &mut *learned.borrow_mut();
        if row.len() != columns.len() || row.is_empty() {
            return None;
        }
        let mut heard = Heard::default();
        for (column, written) in columns.iter().zip(row.bytes()) {
            ears.hear(column, written, &mut heard, judges)?;
        }
        self.whole(&heard, Unit::of(heard.unit))
    }

    /// A row of which this was heard, if its cells go together.
    #[inline(always)]
    pub(super) fn whole<'text>(&mut self, heard: &Heard<'text>, unit: Unit<'text>) -> Option<Plain<'text>> {
        let Heard { code, received, received_cell, ended, said, unit: _ } = *heard;
        let (written, PlainCode { unit: of_unit, day }) = code?;
        if let Some(received) = received
            && received != day
        {
            return None;
        }
        // What ended before it was received is told elsewhere.
        if let Some(ended) = ended
            && ended < day
        {
            return None;
        }
        if let (Some(all), Some(some)) = (said.papers, said.digitised)
            && some > all
        {
            return None;
        }
        let prefix = written.get(..of_unit)?;
        let noted = self.noted(prefix)?;
        Some(Plain { code: written, received: day, received_cell, ended: ended.is_some(), said, unit, prefix, noted })
    }

    /// The unit whose name has this number.
    #[inline(always)]
    pub(super) fn numbered<'names>(&self, number: u32, names: &'names Names) -> Option<Unit<'names>> {
        match self.places.get(number as usize) {
            Some(&place) if place != NOBODY => Some(Unit::Known(place)),
            _ => Some(Unit::Written(names.name(number)?)),
        }
    }

    /// Notes where the unit stands in the ledger whose name has this number.
    #[cold]
    pub(super) fn place(&mut self, number: u32, place: u32) {
        let number = number as usize;
        if self.places.len() <= number {
            self.places.resize(number + 1, NOBODY);
        }
        self.places[number] = place;
    }

    /// The unit that was noted with this code last; `None` unless it is a unit's code as it should be.
    #[inline(always)]
    fn noted(&mut self, prefix: &[u8]) -> Option<u32> {
        if let Some(short) = Short::of(prefix)
            && let Some(noted) = self.prefixes.get(&short)
        {
            return Some(noted);
        }
        std::str::from_utf8(prefix).is_ok_and(is_plain_unit_code).then(|| {
            self.has_noted(prefix, NOBODY);
            NOBODY
        })
    }

    /// Remembers that this unit was noted with this code.
    pub(super) fn has_noted(&mut self, prefix: &[u8], unit: u32) {
        if let Some(short) = Short::of(prefix) {
            self.prefixes.set(short, unit);
        }
    }
}

// The laws want proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
