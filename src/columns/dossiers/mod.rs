//! A list of dossiers, row by row → a few bytes a dossier. Names, phones and addresses are passed over unread.

mod across;
mod align;
mod alike;
mod as_they_lie;
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

use std::rc::Rc;

use xxhash_rust::xxh64::xxh64;

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
use ledger::Known;
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
    xxh64(code, 0)
}

#[cfg(test)]
mod tests;
