//! A dossier whose row is as rows should be, read where it lies: no cell is copied, texts that come again and again are
//! looked up. Whatever is not plain is left to the reading of rows, which knows every trouble and notes it; both make the
//! same of the same row, and a law in this file says so.

use super::cells::Columns;
use super::cells::is_blank;
use super::cells::is_written_day;
use super::code::is_code;
use super::code::is_plain_unit_code;
use super::code::plain_code;
use super::days::Days;
use super::ends::is_real;
use super::flags::Flag;
use super::joins::may_stand_anywhere;
use super::says::FLAGS;
use super::says::flag_under;
use super::swallowed::may_swallow;
use super::texts::Latest;
use super::texts::MANY;
use super::texts::Short;
use super::texts::Texts;
use super::words::StatusClass;
use super::words::channel;
use crate::columns::Field;
use crate::columns::fields::Marks;
use crate::domain::Day;
use crate::intake::RowView;
use crate::text::tidy;

/// No unit at all.
const NOBODY: u32 = u32::MAX;

/// What a plain row says.
pub(super) struct Plain<'text> {
    pub(super) code: &'text [u8],
    pub(super) received: Day,
    /// The cell of that day; empty where the list has none.
    pub(super) received_cell: &'text [u8],
    pub(super) status: Option<State>,
    /// Whether a day of completion stands in the row.
    pub(super) ended: bool,
    pub(super) flags: [Option<Flag>; 4],
    /// The unit as written; `None` where the list has no such column.
    pub(super) unit: Option<&'text [u8]>,
    /// The unit's code within the dossier's.
    pub(super) prefix: &'text [u8],
    /// The unit that a plain row noted with this code last, by its place in the ledger; [`NOBODY`] where none has.
    pub(super) noted: u32,
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
    /// Only that nothing stands there which belongs elsewhere.
    Passed,
    /// A column of no known meaning: beside its own code a dossier may have others.
    Anything,
}

/// A column of plain rows.
struct Column {
    reads: Reads,
    /// Whether a day never stands there.
    dayless: bool,
    /// Its place.
    at: usize,
    /// What its header says of flags below it.
    marks: Marks,
}

/// Reads plain rows.
pub(super) struct PlainRows {
    /// The columns; none where no row of this list is plain.
    columns: Vec<Column>,
    states: Texts<Option<State>>,
    /// What the cells of each column of flags say.
    flags: Vec<Texts<Option<Said>>>,
    papers: Texts<Option<Count>>,
    channels: Texts<bool>,
    /// The units, by their place in the ledger.
    pub(super) units: Texts<u32, MANY>,
    /// Codes of units as they should be, each with the unit that was noted with it last.
    prefixes: Latest<u32, MANY>,
    days: Days,
    /// Whether a day of completion can tell what a state leaves open.
    has_end: bool,
}

/// What a cell of flags says: its flag, and its count where it is one.
type Said = (Flag, Count);

/// A count of papers; `None` where a cell holds none.
type Count = Option<u32>;

impl PlainRows {
    pub(super) fn new(columns: &Columns) -> Self {
        let once = |field: &Field| columns.fields.iter().flatten().filter(|other| *other == field).count() == 1;
        let mut flags = Vec::new();
        let mut reads = |field: &Option<Field>| match field {
            None => Reads::Anything,
            Some(Field::DoneAt | Field::ReturnedAt) => Reads::Ended,
            Some(field) if let Some(flag) = FLAGS.iter().position(|flag| flag == field) => {
                flags.push(Texts::new());
                Reads::Flag { flag, cells: flags.len() - 1 }
            }
            Some(field) if !once(field) => Reads::Passed,
            Some(Field::DossierCode) => Reads::Code,
            Some(Field::ReceivedAt) => Reads::Received,
            Some(Field::DueAt) => Reads::Due,
            Some(Field::Status) => Reads::Status,
            Some(Field::Unit) => Reads::Unit,
            Some(Field::Papers) => Reads::Papers,
            Some(Field::Channel) => Reads::Channel,
            Some(_) => Reads::Passed,
        };
        let mut column = |(at, field): (usize, &Option<Field>)| {
            let (dayless, marks) = (columns.dayless[at], columns.marks[at]);
            Column { reads: reads(field), dayless, at, marks }
        };
        let mut columns: Vec<Column> = columns.fields.iter().enumerate().map(&mut column).collect();
        if !columns.iter().any(|column| column.reads == Reads::Code) {
            columns.clear();
        }
        let has_end = columns.iter().any(|column| column.reads == Reads::Ended);
        Self {
            columns,
            states: Texts::new(),
            flags,
            papers: Texts::new(),
            channels: Texts::new(),
            units: Texts::new(),
            prefixes: Latest::new(),
            days: Days::new(),
            has_end,
        }
    }

    /// What a row says, if it is plain.
    pub(super) fn read<'text>(
        &mut self,
        row: &RowView<'text>,
        class: &dyn Fn(&str) -> Option<StatusClass>,
        is_odd: &dyn Fn(usize, &str) -> bool,
    ) -> Option<Plain<'text>> {
        if row.len() != self.columns.len() || row.is_empty() {
            return None;
        }
        let (mut code, mut received, mut papers, mut digitised) = (None, None, None, None);
        let mut received_cell: &[u8] = b"";
        let (mut status, mut ended, mut flags, mut unit) = (None, None::<Day>, [None; 4], None);
        let (mut cells, has_end) = (row.bytes(), self.has_end);
        // What reads a text that is new holds nothing of the turn but its column: each thing more costs in every cell.
        for column in &self.columns {
            let written = cells.next()?;
            if matches!(column.reads, Reads::Passed | Reads::Anything) {
                let stands = column.reads == Reads::Anything
                    || may_stand_anywhere(written)
                    || belongs(&row.cell(column.at), column.dayless);
                if stands && !may_swallow(written) {
                    continue;
                }
                return None;
            }
            let cell = unquoted(written)?;
            match column.reads {
                Reads::Code => code = Some((cell, plain_code(cell)?)),
                Reads::Received => {
                    received = Some(self.days.read(cell)?);
                    received_cell = cell;
                }
                Reads::Ended | Reads::Due if cell.is_empty() => {}
                Reads::Ended => {
                    let day = self.days.read(cell)?;
                    is_real(day).then_some(())?;
                    ended = ended.max(Some(day));
                }
                Reads::Due => {
                    self.days.read(cell)?;
                }
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
                    status = Some(self.states.get(cell, state)??);
                }
                // A text in a formula is taken out of it elsewhere.
                Reads::Unit if written.starts_with(b"\"=") => return None,
                Reads::Unit => unit = Some(bare(written)),
                Reads::Flag { flag, cells } => {
                    let read = move |cell: &str| {
                        let flag = flag_under(column.marks, cell);
                        let stands = flag != Flag::Unreadable && column.may_hold(cell, is_odd);
                        Some(stands.then(|| (flag, count(cell))))
                    };
                    let (says, count) = self.flags[cells].get(cell, read)??;
                    flags[flag] = flags[flag].max(Some(says));
                    digitised = digitised.or(count.filter(|_| FLAGS[flag] == Field::PapersDigitised));
                }
                Reads::Papers => {
                    let read = move |cell: &str| Some(column.may_hold(cell, is_odd).then(|| count(cell)));
                    papers = self.papers.get(cell, read)??;
                }
                Reads::Channel => {
                    let is_known = move |cell: &str| Some(channel(cell).is_some() && column.may_hold(cell, is_odd));
                    self.channels.get(cell, is_known)?.then_some(())?;
                }
                Reads::Passed | Reads::Anything => {}
            }
        }
        let (written, code) = code?;
        if received.is_some_and(|day| day != code.day) || papers.zip(digitised).is_some_and(|(all, some)| some > all) {
            return None;
        }
        // What ended before it was received is told elsewhere.
        if ended.is_some_and(|ended| ended < code.day) {
            return None;
        }
        let (ended, prefix) = (ended.is_some(), &written[..code.unit]);
        let noted = self.noted(prefix)?;
        Some(Plain { code: written, received: code.day, received_cell, status, ended, flags, unit, prefix, noted })
    }

    /// The unit that was noted with this code last; `None` unless it is a unit's code as it should be.
    #[inline(always)]
    fn noted(&mut self, prefix: &[u8]) -> Option<u32> {
        let short = Short::of(prefix);
        if let Some(noted) = short.and_then(|short| self.prefixes.get(&short)) {
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

impl Column {
    /// Whether a cell may stand here, but for what it says.
    fn may_hold(&self, cell: &str, is_odd: &dyn Fn(usize, &str) -> bool) -> bool {
        belongs(cell, self.dayless) && !is_odd(self.at, cell)
    }
}

/// A cell without the quotes around it; `None` where quotes stand within as well.
#[inline(always)]
fn unquoted(written: &[u8]) -> Option<&[u8]> {
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

// The laws want proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
