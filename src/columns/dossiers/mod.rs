//! A list of dossiers, row by row → a few bytes a dossier. Names, phones and addresses are passed over unread.

mod across;
mod align;
mod alike;
mod broken;
mod carried;
mod cells;
mod code;
mod count;
mod days;
mod ending;
mod ends;
mod entries;
mod flags;
mod join;
mod joins;
mod ledger;
mod order;
mod other_rows;
mod papers;
mod persons;
mod plain;
mod prefixes;
mod pushed;
mod reading;
mod remembered;
mod repeats;
mod saved;
mod says;
mod short;
mod sieve;
mod stretch;
mod swallowed;
mod tally;
mod texts;
mod words;

use std::hash::DefaultHasher;
use std::hash::Hasher;
use std::rc::Rc;

pub use across::Joined;
pub(super) use alike::Alike;
pub(super) use carried::CarriedDossiers;
pub(super) use code::is_code;
pub use count::Counting;
pub use count::Counts;
pub use count::Repeated;
pub use ledger::Ledger;
pub(super) use other_rows::stated_count;
pub(super) use persons::is_contact;
pub(super) use persons::is_office;
pub(super) use saved::SavedLedger;
pub use tally::UnitCounts;
pub use words::StatusClass;

use cells::Columns;
use cells::is_blank;
use cells::is_written_day;
use flags::Flag;
use ledger::Known;
use ledger::Marks;
use order::Order;
use other_rows::stated_total;
use other_rows::titled;
use plain::PlainRows;
use plain::State;
use prefixes::Prefixes;
use remembered::status;
use says::Seen;
use stretch::Above;
use stretch::Stretch;

use super::ColumnMap;
use super::Field;
use crate::domain::Map;
use crate::domain::Period;
use crate::domain::Place;
use crate::intake::Row;
use crate::intake::RowView;
use crate::text::fold;
use crate::text::tidy;

/// Most units a list may name.
const MOST_UNITS: usize = 20_000;

/// Most unknown states that are told apart before they are asked about.
const STATUSES_KEPT: usize = 2_000;

/// Rows that cannot be put under their headers, from which on a stretch where most are so gives up.
const MISFITS: usize = 200;

/// Reads dossiers, row by row.
pub(super) struct Dossiers {
    columns: Rc<Columns>,
    place: Place,
    period: Option<Period>,
    statuses: Map<String, StatusClass>,
    ledger: Ledger,
    units: Map<(String, String), u32>,
    plain: PlainRows,
    stretch: Stretch,
    /// How many rows of a stretch could not be put under their headers; `None` at the list's own beginning.
    misfits: Option<usize>,
    /// Whether a dossier may have a row for each of its papers.
    has_papers: bool,
    /// A dossier with too few cells, until the next row tells whether its rest stands there.
    held: Option<Row>,
    /// The one unit that the titles name, in a list that has no column of units.
    titled: Option<String>,
}

/// What became of a row.
pub(super) enum Taken {
    /// It holds a dossier.
    Dossier,
    /// It is the rest of the dossier above.
    Rest,
    /// It names the unit of the dossiers below it.
    Section,
    /// It is no dossier: a sum, a signature, a remark.
    Other,
    /// The list names more units than there are.
    TooMany,
}

impl Dossiers {
    pub(super) fn new(
        map: &ColumnMap,
        place: Place,
        period: Option<Period>,
        statuses: &Map<String, StatusClass>,
    ) -> Self {
        let columns = Rc::new(Columns::new(map));
        let has = |field: Field| columns.at(field).is_some();
        let known = Known {
            digitised: has(Field::PapersDigitised),
            completed: has(Field::Status) || has(Field::DoneAt) || has(Field::ReturnedAt),
            e_result: has(Field::EResult),
            reused: has(Field::ReuseFlag),
            from_store: has(Field::StoreFlag),
        };
        let has_papers = has(Field::Paper);
        Self {
            plain: PlainRows::new(&columns),
            columns,
            place,
            period,
            statuses: statuses.clone(),
            ledger: Ledger::new(known),
            units: Map::new(),
            stretch: Stretch::below(Above::Nothing),
            misfits: None,
            has_papers,
            held: None,
            titled: None,
        }
    }

    /// The same below titles, of which these are the cells.
    pub(super) fn below_titles<'cell>(
        self,
        titles: impl Iterator<Item = &'cell String>,
        is_unit: &dyn Fn(&str) -> bool,
    ) -> Self {
        let name = if self.columns.at(Field::Unit).is_some() { None } else { titled(titles, is_unit) };
        Self { titled: name, ..self }
    }

    /// The same with rows like these.
    pub(super) fn with_rows<'row>(mut self, rows: impl Iterator<Item = &'row Row> + Clone) -> Self {
        Rc::make_mut(&mut self.columns).note_rows(rows);
        self
    }

    /// Takes a row as it lies in the text, if it is plain; says whether it was.
    pub(super) fn view(&mut self, row: &RowView<'_>) -> bool {
        if self.held.is_some() {
            return false;
        }
        let Self { plain, ledger, units, columns, statuses, .. } = self;
        let class = |cell: &str| class(statuses, cell);
        let Some(read) = plain.read(row, &class, &|at, cell| columns.oddness(at, cell, &class) > 0) else {
            return false;
        };
        if self.period.is_some_and(|period| !(period.from..=period.to).contains(&read.received)) {
            return false;
        }
        let unit = match read.unit {
            // A blank name stands for a section, or for the code.
            Some(name) => plain.units.get(name, |name| {
                let tidied = tidy(name).into_owned();
                let is_name = !is_blank(&tidied) && !is_code(name) && !is_written_day(name);
                is_name.then(|| ledger.unit(units, (tidied, String::new()), MOST_UNITS))?
            }),
            None if self.stretch.section.is_empty() => {
                plain.units.get(read.prefix, |code| ledger.unit(units, (String::new(), code.to_owned()), MOST_UNITS))
            }
            None => None,
        };
        let Some(unit) = unit else { return false };
        let digest = digest(read.code);
        let of_above = self.has_papers && self.stretch.above == Above::Dossier;
        let is_paper = of_above && self.ledger.last().is_some_and(|last| (last.digest, last.unit()) == (digest, unit));
        // What such a row leaves open, the one above it tells.
        let is_stateless = read.status == Some(None);
        let is_open =
            || is_stateless || leaves_open(read.status) && !read.ended || read.flags.contains(&Some(Flag::Blank));
        let may_be_paper = is_paper || self.has_papers && self.stretch.above == Above::Unknown;
        if may_be_paper && is_open() {
            return false;
        }
        // To note the same again would change nothing.
        if read.unit.is_some() && read.noted != unit {
            self.stretch.prefixes.note(std::str::from_utf8(read.prefix).unwrap_or_default(), unit);
            plain.has_noted(read.prefix, unit);
        }
        self.stretch.order.confirm(read.received_cell, read.received);
        let mut flags = [false; 4];
        for (is_set, (flag, seen)) in flags.iter_mut().zip(read.flags.iter().zip(&mut self.stretch.flags)) {
            *is_set = flag.is_some_and(|flag| seen.note(flag, row.number));
        }
        let refused = matches!(read.status, Some(Some(StatusClass::New | StatusClass::Refused)));
        let completed = is_completed(read.status, read.ended);
        let marks = Marks { refused, ..Marks::new(!refused, completed, flags) };
        self.ledger.add(digest, row.number, unit, marks);
        self.stretch.above = Above::Dossier;
        true
    }

    /// Whether a stretch is not worth reading on: most of its rows cannot be put under these headers, since the list goes on
    /// under others from somewhere above. It is read again below them, and to try each row takes long.
    fn gives_up(&mut self) -> bool {
        let given_up = self.misfits.is_some_and(|misfits| misfits > MISFITS && misfits > self.ledger.len() / 2);
        self.stretch.leans_above |= given_up;
        given_up
    }

    /// Notes that rows are read otherwise than they are in a stretch of their own.
    pub(super) const fn needs_above(&mut self) {
        self.stretch.leans_above = true;
    }

    /// What a row that holds no dossier says of how many there are.
    pub(super) fn stated_total(&self, row: &Row) -> Option<usize> {
        stated_total(row, self.columns.at(Field::DossierCode))
    }

    fn class(&self, cell: &str) -> Option<StatusClass> {
        class(&self.statuses, cell)
    }

    /// A row as it may be shown: what names a person, and what is not known to name none, is left out.
    pub(super) fn without_persons(&self, row: &Row, is_unit: &dyn Fn(&str) -> bool) -> Row {
        let misfit = self.columns.is_misfit(row, is_unit, &|cell| self.class(cell));
        let shown = |(at, cell): (usize, &String)| {
            let known = self.columns.fields.get(at).copied().flatten();
            let known = known.is_some_and(|field| !matches!(field, Field::Personal | Field::Paper));
            let known = known && !misfit && !self.may_name(at, cell, is_unit);
            if known || is_code(cell) { cell.clone() } else { String::new() }
        };
        Row { number: row.number, cells: row.cells.iter().enumerate().map(shown).collect() }
    }
}

/// The class of a state: as an officer has answered, else as the vocabulary has it.
fn class(answers: &Map<String, StatusClass>, cell: &str) -> Option<StatusClass> {
    let answered = if answers.is_empty() { None } else { answers.get(&fold(cell)).copied() };
    answered.or_else(|| status(cell))
}

/// Whether a dossier is completed: as its state says, else as its days do. `status` is `None` where the list has no such
/// column, `Some(None)` in an empty cell.
#[inline(always)]
fn is_completed(status: Option<State>, ended: bool) -> bool {
    match status {
        Some(Some(StatusClass::Done)) => true,
        None | Some(None | Some(StatusClass::ByDay)) => ended,
        Some(Some(_)) => false,
    }
}

/// Whether a state leaves it to the days whether a dossier is completed.
const fn leaves_open(status: Option<State>) -> bool {
    matches!(status, None | Some(None | Some(StatusClass::ByDay)))
}

/// What a notice quotes of a row: its code alone, since its other cells may name persons.
pub(super) fn text_of_label(row: &Row) -> String {
    row.cells
        .iter()
        .find(|cell| is_code(cell))
        .map_or_else(|| format!("{} ô", row.cells.len()), |cell| tidy(cell).into_owned())
}

/// What a dossier without a code is told by.
fn digest_of_row(place: &Place, row: u32) -> u64 {
    digest(format!("{}:{}:{row}", place.file, place.sheet.as_deref().unwrap_or_default()).as_bytes())
}

fn digest(code: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(code);
    // What no text holds ends it.
    hasher.write_u8(0xff);
    hasher.finish()
}

#[cfg(test)]
mod tests;
