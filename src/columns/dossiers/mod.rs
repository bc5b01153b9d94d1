//! A list of dossiers, row by row → a few bytes a dossier. Names, phones and addresses are passed over unread.

mod align;
mod alike;
mod carried;
mod cells;
mod code;
mod count;
mod days;
mod ends;
mod entries;
mod join;
mod joins;
mod ledger;
mod order;
mod other_rows;
mod papers;
mod plain;
mod prefixes;
mod repeats;
mod saved;
mod says;
mod sieve;
mod swallowed;
mod texts;
mod words;

use std::hash::DefaultHasher;
use std::hash::Hasher;
use std::rc::Rc;

pub(super) use alike::Alike;
pub(super) use carried::CarriedDossiers;
pub(super) use code::is_code;
pub use count::Counting;
pub use count::Repeated;
pub use ledger::Ledger;
pub(super) use saved::SavedLedger;
pub use words::StatusClass;

use cells::Cells;
use cells::Columns;
use cells::is_blank;
use cells::is_written_day;
use code::Code;
use code::is_rounded;
use code::plain_text;
use ends::ENDS;
use ends::ended;
use ledger::Known;
use ledger::Marks;
use order::Order;
use other_rows::is_no_dossier;
use other_rows::section_name;
use plain::PlainRows;
use plain::State;
use prefixes::Prefixes;
use says::FLAGS;
use says::Seen;
use says::check_papers;
use says::read_flags;
use swallowed::tell_swallowed;
use words::channel;
use words::status;

use super::ColumnMap;
use super::Field;
use super::Question;
use super::parted::only_cell;
use super::parted::parts;
use crate::domain::Map;
use crate::domain::Period;
use crate::domain::Place;
use crate::domain::sort;
use crate::intake::Row;
use crate::intake::RowView;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::fold;
use crate::text::moment;
use crate::text::tidy;

/// Most units a list may name.
const MOST_UNITS: usize = 20_000;

/// Most unknown states that are asked about; a column of other things is no column of states.
const MOST_STATUSES: usize = 50;

/// Most unknown states that are told apart before they are asked about.
const STATUSES_KEPT: usize = 2_000;

/// Reads dossiers, row by row.
pub(super) struct Dossiers {
    columns: Rc<Columns>,
    place: Place,
    period: Option<Period>,
    statuses: Map<String, StatusClass>,
    ledger: Ledger,
    units: Map<(String, String), u32>,
    /// The unit that the last row without a dossier names, for rows that name none.
    section: String,
    /// States the vocabulary does not know: as written, how many, first row.
    unknown: Map<String, (String, u64, u32)>,
    flags: [Seen; 4],
    plain: PlainRows,
    order: Order,
    prefixes: Prefixes,
    /// Dossiers without a code, by their place in the ledger: only their row tells them apart.
    codeless: Vec<usize>,
    /// Whether a row was read so because no section had begun.
    leans: bool,
}

/// The columns of which a dossier fills one at least, besides its code.
const KNOWN_OF_A_DOSSIER: [Field; 8] = [
    Field::Unit,
    Field::Procedure,
    Field::Sector,
    Field::ReceivedAt,
    Field::DueAt,
    Field::DoneAt,
    Field::ReturnedAt,
    Field::Status,
];

/// The columns that tell a dossier without a code from a remark with a day in it.
const DESCRIBES: [Field; 3] = [Field::Procedure, Field::Sector, Field::Status];

/// What became of a row.
pub(super) enum Taken {
    /// It holds a dossier.
    Dossier,
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
        let has = |field: Field| columns.fields.contains(&Some(field));
        let known = Known {
            digitised: has(Field::PapersDigitised),
            completed: has(Field::Status) || has(Field::DoneAt) || has(Field::ReturnedAt),
            e_result: has(Field::EResult),
            reused: has(Field::ReuseFlag),
            from_store: has(Field::StoreFlag),
        };
        let flags = [Seen::default(); 4];
        let ledger = Ledger::new(known);
        let (units, unknown) = (Map::new(), Map::new());
        let (statuses, section) = (statuses.clone(), String::new());
        let plain = PlainRows::new(&columns);
        Self {
            columns,
            place,
            period,
            statuses,
            ledger,
            units,
            section,
            unknown,
            flags,
            plain,
            order: Order::default(),
            prefixes: Prefixes::default(),
            codeless: Vec::new(),
            leans: false,
        }
    }

    /// Takes a row as it lies in the text, if it is plain; says whether it was.
    pub(super) fn view(&mut self, row: &RowView<'_>) -> bool {
        let Self { plain, ledger, units, .. } = self;
        let Some(read) = plain.read(row, &|cell| class(&self.statuses, cell)) else { return false };
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
            None if self.section.is_empty() => {
                plain.units.get(read.prefix, |code| ledger.unit(units, (String::new(), code.to_owned()), MOST_UNITS))
            }
            None => None,
        };
        let Some(unit) = unit else { return false };
        // To note the same again would change nothing.
        if read.unit.is_some() && read.noted != unit {
            self.prefixes.note(std::str::from_utf8(read.prefix).unwrap_or_default(), unit);
            plain.has_noted(read.prefix, unit);
        }
        self.order.confirm(read.received_cell, read.received);
        let mut flags = [false; 4];
        for (is_set, (flag, seen)) in flags.iter_mut().zip(read.flags.iter().zip(&mut self.flags)) {
            *is_set = flag.is_some_and(|flag| seen.note(flag, row.number));
        }
        let refused = matches!(read.status, Some(Some(StatusClass::New | StatusClass::Refused)));
        let completed = is_completed(read.status, read.ended);
        let marks = Marks { refused, ..Marks::new(!refused, completed, flags) };
        self.ledger.add(digest(read.code), row.number, unit, marks);
        true
    }

    /// Takes one row below the header.
    pub(super) fn row(&mut self, row: &Row, is_unit: &dyn Fn(&str) -> bool, notices: &mut Notices) -> Taken {
        let place = self.place.row(row.number);
        // A row in one cell, which nothing has parted as its headers are; a sentence has fewer parts.
        let within = only_cell(row).map(parts).filter(|parts| parts.len() > self.columns.fields.len() / 2);
        if let Some(code) = within.into_iter().flatten().find(|part| is_code(part)) {
            notices.add(NoticeCode::DossierMisaligned, &place, code);
            return Taken::Dossier;
        }
        let own = self.columns.own_code(row).unwrap_or_default();
        if !is_code(own) && is_no_dossier(row, own) {
            return Taken::Other;
        }
        tell_swallowed(row, &self.place, notices);
        let misfit = self.columns.is_misfit(row, is_unit, &|cell| self.class(cell));
        let given = if misfit { self.columns.put_right(row, is_unit) } else { None };
        let columns = Rc::clone(&self.columns);
        let cells = Cells { row, given, columns: &columns };
        if misfit && cells.given.is_none() {
            if !row.cells.iter().any(|cell| is_code(cell)) && !self.columns.holds_dossier(row) {
                return Taken::Other;
            }
            notices.add(NoticeCode::DossierMisaligned, &place, &text_of_label(row));
            return Taken::Dossier;
        }
        let code = cells.get(Field::DossierCode).map(|cell| (tidy(cell).into_owned(), Code::parse(cell)));
        let received = cells.get(Field::ReceivedAt);
        let unit = cells.get(Field::Unit).filter(|cell| !is_blank(cell));
        let unit = unit.map(|cell| tidy(cell).into_owned()).unwrap_or_default();
        let has_code =
            code.as_ref().is_some_and(|(text, _)| text.bytes().any(|byte| byte.is_ascii_digit()) && !is_rounded(text));
        // “Tổng số: 2 hồ sơ” below the codes is no dossier: nothing else is known of it.
        let alone = has_code
            && code.as_ref().is_some_and(|(_, code)| code.is_none())
            && KNOWN_OF_A_DOSSIER.into_iter().all(|field| cells.get(field).is_none_or(is_blank));
        if alone {
            return Taken::Other;
        }
        let dated = received.is_some_and(|cell| moment(cell).is_some());
        let described = DESCRIBES.into_iter().any(|field| cells.get(field).is_some_and(|cell| !is_blank(cell)));
        let nobodys = unit.is_empty() && self.section.is_empty();
        if !has_code && dated && described && nobodys {
            self.leans = true;
            notices.add(
                NoticeCode::DossierWithoutUnit,
                &place,
                &cells.get(Field::ReceivedAt).map(tidy).unwrap_or_default(),
            );
            return Taken::Dossier;
        }
        if !(has_code || (dated && (described || is_unit(&unit)))) {
            self.leans |= self.section.is_empty();
            // A name that is not known begins a section all the same: its rows are not the last unit's.
            if let Some(name) = section_name(row).filter(|name| !self.section.is_empty() || is_unit(name)) {
                self.section = name;
            }
            return Taken::Other;
        }
        if misfit {
            notices.add(NoticeCode::DossierRealigned, &place, &text_of_label(row));
        }
        let (text, code) = code.unwrap_or_default();
        if !misfit && row.cells.len() <= self.columns.last_read {
            notices.add(NoticeCode::RowShorter, &place, &text_of_label(row));
        }
        if !has_code {
            notices.add(NoticeCode::DossierCodeMissing, &place, &unit);
        }
        let marks = self.marks(&cells, code.as_ref(), notices);
        let prefix = code.as_ref().map(|code| code.unit.clone()).unwrap_or_default();
        self.leans |= unit.is_empty() && self.section.is_empty();
        // A name says more than a prefix, which many lists leave at the province's own.
        let named = !unit.is_empty();
        let unit = match (unit.is_empty(), self.section.is_empty()) {
            (false, _) => (unit, String::new()),
            (true, false) => (self.section.clone(), String::new()),
            (true, true) => (String::new(), prefix.clone()),
        };
        let Some(unit) = self.ledger.unit(&mut self.units, unit, MOST_UNITS) else { return Taken::TooMany };
        if named {
            self.prefixes.note(&prefix, unit);
        }
        let digest = if has_code {
            digest(code.map_or_else(|| plain_text(&text), |code| code.text).as_bytes())
        } else {
            self.codeless.push(self.ledger.len());
            digest_of_row(&self.place, row.number)
        };
        self.ledger.add(digest, row.number, unit, marks);
        Taken::Dossier
    }

    /// What counts of a dossier, with a notice for whatever cannot be read of it.
    fn marks(&mut self, cells: &Cells<'_>, code: Option<&Code>, notices: &mut Notices) -> Marks {
        let (row, place) = (cells.row.number, self.place.row(cells.row.number));
        let days = self.order.received(cells, code, &self.place, notices);
        let status = cells.get(Field::Status);
        let class = status.map(|cell| self.class(cell));
        let is_unknown = matches!(class, Some(None)) && !status.is_some_and(is_blank);
        let by_day = !is_unknown && matches!(class, None | Some(None | Some(StatusClass::ByDay)));
        let ended = ended(cells, by_day, &self.place, notices);
        let completed = !is_unknown && is_completed(class, ended);
        let refused = matches!(class, Some(Some(StatusClass::New | StatusClass::Refused)));
        let is_dateless = cells.get(Field::ReceivedAt).is_none() && code.is_none();
        if let Some(period) = self.period.filter(|_| is_dateless && !refused) {
            notices.add(NoticeCode::PeriodNotApplied, &place, &period.printed());
        }
        let in_period = self.order.in_period(days, self.period, is_dateless, &place);
        let mut ends = ENDS.into_iter().flat_map(|field| cells.places(field));
        if class == Some(Some(StatusClass::ByDay)) && in_period.contains(&true) && ends.next().is_none() {
            let place = self.place.cell(row, cells.column(Field::Status));
            notices.add(NoticeCode::EndUnknown, &place, &status.map(tidy).unwrap_or_default());
        }
        if let Some(cell) = cells.get(Field::Channel).filter(|cell| channel(cell).is_none()) {
            notices.add(NoticeCode::ChannelUnknown, &self.place.cell(row, cells.column(Field::Channel)), cell);
        }
        check_papers(cells, &self.place, notices);
        let flags = read_flags(cells, &mut self.flags, &self.place, notices);
        if is_unknown {
            let text = status.map(|cell| tidy(cell).into_owned()).unwrap_or_default();
            self.note_status(text, row, cells.column(Field::Status), notices);
        }
        let [received, received_turned] = in_period.map(|inside| inside && !refused && !is_unknown);
        let unknown = is_unknown && in_period.contains(&true);
        Marks { received_turned, unknown, refused, ..Marks::new(received, completed, flags) }
    }

    fn class(&self, cell: &str) -> Option<StatusClass> {
        class(&self.statuses, cell)
    }

    fn note_status(&mut self, text: String, row: u32, column: u32, notices: &mut Notices) {
        notices.add(NoticeCode::StatusUnknown, &self.place.cell(row, column), &text);
        if self.unknown.len() < STATUSES_KEPT || self.unknown.contains_key(&fold(&text)) {
            self.unknown.or_insert(fold(&text), (text, 0, row)).1 += 1;
        }
    }

    /// A row as it may be shown: what names a person, and what is not known to name none, is left out.
    pub(super) fn without_persons(&self, row: &Row, is_unit: &dyn Fn(&str) -> bool) -> Row {
        let misfit = self.columns.is_misfit(row, is_unit, &|cell| self.class(cell));
        let shown = |(at, cell): (usize, &String)| {
            let known = self.columns.fields.get(at).copied().flatten();
            let known = known.is_some_and(|field| !matches!(field, Field::Personal | Field::Paper));
            if (known && !misfit) || is_code(cell) { cell.clone() } else { String::new() }
        };
        Row { number: row.number, cells: row.cells.iter().enumerate().map(shown).collect() }
    }

    /// Ends the list.
    pub(super) fn finish(mut self, is_unit: &dyn Fn(&str) -> bool, notices: &mut Notices) -> (Ledger, Vec<Question>) {
        self.ledger.settle(self.order.finish(notices));
        if notices.count(NoticeCode::EndUnknown) > 0 {
            self.ledger.forget(Field::Completed);
        }
        if self.columns.fields.contains(&Some(Field::Paper)) {
            self.ledger.join_papers(&self.place, notices);
        }
        // A code that the catalogue knows needs no rows to speak for it.
        for unit in self.ledger.nameless() {
            let code = self.ledger.code(unit).to_owned();
            let (dossiers, first) = self.ledger.of_unit(unit);
            let as_other = self.prefixes.unit(&code).filter(|_| !is_unit(&code));
            if let Some(name) = as_other.and_then(|other| self.ledger.call(unit, other)) {
                let found = format!("{code} → {name}: {dossiers} hồ sơ");
                notices.add(NoticeCode::DossierUnitFromCode, &self.place.row(first), &found);
            }
        }
        for (seen, field) in self.flags.iter().zip(FLAGS) {
            // A column without a single word says nothing of any dossier, not that none is digitised; nor does one whose yes
            // nobody can read.
            if !seen.yes && (!seen.no || seen.unreadable) {
                self.ledger.forget(field);
            }
            if !(seen.yes || seen.no || seen.unreadable) && seen.blank > 0 {
                let at = self.columns.fields.iter().position(|known| *known == Some(field)).unwrap_or(0);
                let place = self.place.cell(seen.first_blank, self.columns.first_column[at]);
                notices.add(NoticeCode::FlagColumnEmpty, &place, &self.columns.headers[at]);
            }
            // Where a column says both yes and no, or counts, a blank cell says neither.
            if seen.no && seen.blank > 0 {
                let at = self.columns.fields.iter().position(|known| *known == Some(field)).unwrap_or(0);
                let place = self.place.cell(seen.first_blank, self.columns.first_column[at]);
                notices.add(NoticeCode::FlagBlank, &place, &format!("{} ô trống", seen.blank));
            }
        }
        let mut rows: Vec<u32> = self.unknown.values().map(|(_, _, row)| *row).collect();
        sort(&mut rows);
        let last = rows.get(MOST_STATUSES - 1).copied().unwrap_or(u32::MAX);
        let asked = self.unknown.into_values().filter(|(_, _, row)| *row <= last);
        let questions = asked.map(|(text, dossiers, row)| Question::Status { text, dossiers, row });
        (self.ledger, questions.collect())
    }
}

/// The class of a state: as an officer has answered, else as the vocabulary has it.
fn class(answers: &Map<String, StatusClass>, cell: &str) -> Option<StatusClass> {
    answers.get(&fold(cell)).copied().or_else(|| status(cell))
}

/// Whether a dossier is completed: as its state says, else as its days do. `status` is `None` where the list has no such
/// column, `Some(None)` in an empty cell.
fn is_completed(status: Option<State>, ended: bool) -> bool {
    match status {
        Some(Some(StatusClass::Done)) => true,
        None | Some(None | Some(StatusClass::ByDay)) => ended,
        Some(Some(_)) => false,
    }
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
    digest(format!("{}:{row}", place.file).as_bytes())
}

fn digest(code: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(code);
    // What no text holds ends it.
    hasher.write_u8(0xff);
    hasher.finish()
}
