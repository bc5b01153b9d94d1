//! Where the cells of a dossier stand: under their headers, or put right where a row is shifted against them.

use super::align::Kind;
use super::align::align;
use super::code::is_code;
use super::flags::Flag;
use super::pushed::Usual;
use super::remembered::channel;
use super::remembered::moment;
use super::says::FLAGS;
use super::says::flag_under;
use super::words::StatusClass;
use crate::columns::ColumnMap;
use crate::columns::Field;
use crate::columns::Header;
use crate::columns::fields::Marks;
use crate::domain::sort;
use crate::intake::Row;
use crate::text::numbers::is_nothing;
use crate::text::tidy;

/// Where the columns stand that are read.
#[derive(Clone)]
pub(super) struct Columns {
    width: usize,
    /// How many cells most rows have: no fewer than there are headers.
    usual: usize,
    /// The last column that counts.
    pub(super) last_read: usize,
    /// The first column without a meaning in which days stand.
    pub(super) unread_days: Option<usize>,
    kinds: Vec<Kind>,
    matters: Vec<bool>,
    /// How the cells of each column are mostly written, and whether most are filled.
    pub(super) written: Vec<Option<Usual>>,
    pub(super) filled: Vec<bool>,
    /// Under which headers a day never stands.
    pub(super) dayless: Vec<bool>,
    pub(super) fields: Vec<Option<Field>>,
    /// What the headers say of flags below them.
    pub(super) marks: Vec<Marks>,
    pub(super) first_column: Vec<u32>,
    /// The headers as written.
    pub(super) headers: Vec<String>,
    /// Whether the dossiers are electronically certified copies.
    pub(super) of_copies: bool,
}

/// The columns that hold days.
pub(super) const DAYS: [Field; 4] = [Field::ReceivedAt, Field::DueAt, Field::DoneAt, Field::ReturnedAt];

/// The columns of which a dossier fills one at least, besides its code.
pub(super) const KNOWN_OF_A_DOSSIER: [Field; 8] = [
    Field::Unit,
    Field::Procedure,
    Field::Sector,
    Field::ReceivedAt,
    Field::DueAt,
    Field::DoneAt,
    Field::ReturnedAt,
    Field::Status,
];

/// Forms of cells, for putting rows right.
const CODE: u8 = 0;
const DAY: u8 = 1;
const STATUS: u8 = 2;
const UNIT: u8 = 3;

impl Columns {
    pub(super) fn new(map: &ColumnMap) -> Self {
        let fields: Vec<Option<Field>> = (0..map.headers.len()).map(|index| map.meaning(index)).collect();
        let kind = |field: &Option<Field>| match field {
            Some(Field::DossierCode) => Kind::Form(CODE),
            Some(field) if DAYS.contains(field) => Kind::Form(DAY),
            Some(Field::Status) => Kind::Form(STATUS),
            Some(Field::Unit) => Kind::Form(UNIT),
            _ => Kind::Free,
        };
        let matters = |field: &Option<Field>| {
            field.is_some_and(|field| {
                field.is_of_dossier()
                    && !matches!(
                        field,
                        Field::DueAt | Field::Procedure | Field::Sector | Field::Papers | Field::Channel
                    )
                    || field == Field::Unit
            })
        };
        // A column whose meaning is not known may hold days, and a person's day of birth is one.
        let dayless = |(field, header): (&Option<Field>, &Header)| {
            field.is_some_and(|field| !DAYS.contains(&field)) && !header.key.starts_with("ngay")
        };
        Self {
            width: map.headers.len(),
            usual: map.headers.len(),
            unread_days: None,
            last_read: fields.iter().rposition(matters).unwrap_or(0),
            kinds: fields.iter().map(kind).collect(),
            matters: fields.iter().map(matters).collect(),
            written: vec![None; fields.len()],
            filled: vec![false; fields.len()],
            dayless: fields.iter().zip(&map.headers).map(dayless).collect(),
            marks: map.headers.iter().map(Marks::of).collect(),
            first_column: map.headers.iter().map(|header| header.column).collect(),
            headers: map.headers.iter().map(|header| header.text.clone()).collect(),
            of_copies: map.of_copies,
            fields,
        }
    }

    /// Notes by some rows what all are like: how many cells they have, for exports may end every row with a separator, and
    /// where days stand that nobody reads. Of two numbers that are as frequent the smaller stands.
    pub(super) fn note_rows<'row>(&mut self, rows: impl Iterator<Item = &'row Row> + Clone) {
        let are_days = |at: usize| {
            let cells = rows.clone().filter_map(|row| row.cells.get(at)).filter(|cell| !is_blank(cell));
            let (filled, days) =
                cells.fold((0, 0), |(filled, days), cell| (filled + 1, days + usize::from(is_written_day(cell))));
            days * 2 > filled
        };
        self.note_written(rows.clone());
        self.unread_days = (0..self.width).find(|at| self.fields[*at].is_none() && are_days(*at));
        let mut widths: Vec<usize> = rows.map(|row| row.cells.len()).filter(|cells| *cells >= self.width).collect();
        sort(&mut widths);
        let most = widths.chunk_by(|one, other| one == other).rev().max_by_key(|alike| alike.len());
        self.usual = most.map_or(self.width, |alike| alike[0]);
    }

    /// Whether a row's cells visibly stand under the wrong headers: a code or a day is where none belongs, or words are
    /// where a day belongs and nothing behind them stands in its place. A row with more cells than others has one too many
    /// somewhere: a separator within a cell, behind which all stand one further.
    pub(super) fn is_misfit(
        &self,
        row: &Row,
        is_unit: &dyn Fn(&str) -> bool,
        class: &dyn Fn(&str) -> Option<StatusClass>,
    ) -> bool {
        let width = self.width;
        let has_code = self.own_code(row).is_some_and(is_code);
        let under = |at: usize, cell: &str| match self.kinds[at] {
            _ if is_blank(cell) => true,
            Kind::Form(DAY) => !is_code(cell),
            // Numbers of five digits, by which some systems count, could be a spreadsheet's days and are none.
            Kind::Form(CODE) => is_code(cell) || !is_written_day(cell),
            _ if self.dayless[at] && is_written_day(cell) => false,
            // Beside its own code a dossier may have others: of the national portal, of the dossier it came from.
            _ if has_code && self.fields[at].is_none() => true,
            _ => !is_code(cell),
        };
        let cells = || row.cells.iter().take(width).map(String::as_str).enumerate();
        let is_longer = row.cells.len() > self.usual;
        let is_spare = |cell: &String| if is_longer { !tidy(cell).is_empty() } else { !is_blank(cell) };
        let spare = row.cells.iter().skip(width).any(is_spare);
        if spare || (is_longer && self.is_shifted(row, class)) || cells().any(|(at, cell)| !under(at, cell)) {
            return true;
        }
        if self.is_pushed(row, class) || self.is_cut_within(row, is_unit, class) {
            return true;
        }
        let words = |(at, cell): (usize, &str)| {
            self.kinds[at] == Kind::Form(DAY) && !is_blank(cell) && moment(cell).is_none() && !is_like_day(cell)
        };
        let Some(words) = cells().position(words) else { return false };
        let in_place = |(at, cell): (usize, &str)| match self.kinds[at] {
            Kind::Form(DAY) => at < words && moment(cell).is_some(),
            Kind::Form(STATUS) => at > words && class(cell).is_some(),
            Kind::Form(UNIT) => at > words && is_unit(cell),
            _ => false,
        };
        !cells().any(in_place)
    }

    /// Whether a cell of few forms holds something else: a name or a phone's number under a flag, a flag under a state.
    fn is_shifted(&self, row: &Row, class: &dyn Fn(&str) -> Option<StatusClass>) -> bool {
        let is_strange = |(at, cell): (usize, &String)| match self.fields[at] {
            _ if is_blank(cell) => false,
            Some(Field::Status) => class(cell).is_none(),
            Some(Field::Channel) => channel(cell).is_none(),
            Some(field) if FLAGS.contains(&field) => match flag_under(self.marks[at], cell) {
                Flag::Unreadable => true,
                // No dossier has a thousand papers.
                Flag::Several => cell.bytes().filter(u8::is_ascii_digit).count() > 3,
                _ => false,
            },
            _ => false,
        };
        row.cells.iter().take(self.width).enumerate().any(is_strange)
    }

    /// Whether each flag among these cells can be read.
    pub(super) fn reads_flags(&self, row: &Row) -> bool {
        let is_read = |(at, cell): (usize, &String)| {
            let is_flag = self.fields[at].is_some_and(|field| FLAGS.contains(&field));
            !is_flag || flag_under(self.marks[at], cell) != Flag::Unreadable
        };
        row.cells.iter().take(self.width).enumerate().all(is_read)
    }

    /// How many headers there are.
    pub(super) const fn width(&self) -> usize {
        self.width
    }

    /// The place of the first header with this meaning.
    pub(super) fn at(&self, field: Field) -> Option<usize> {
        self.fields.iter().position(|known| *known == Some(field))
    }

    /// The column of the first header with this meaning; where there is none, the list's first.
    pub(super) fn column(&self, field: Field) -> u32 {
        self.first_column[self.at(field).unwrap_or(0)]
    }

    /// The cell that stands under the header of codes.
    pub(super) fn own_code<'row>(&self, row: &'row Row) -> Option<&'row str> {
        row.cells.get(self.at(Field::DossierCode)?).map(String::as_str)
    }

    /// Whether a row without a code of the usual form, whose cells cannot be put right, holds a dossier all the same.
    pub(super) fn holds_dossier(&self, row: &Row) -> bool {
        let filled = row.cells.iter().filter(|cell| !is_blank(cell)).count();
        let has_day = || row.cells.iter().any(|cell| is_written_day(cell));
        let numbered = || self.own_code(row).is_some_and(|cell| cell.bytes().any(|byte| byte.is_ascii_digit()));
        filled * 2 >= self.width && (has_day() || numbered())
    }

    /// Whether any text may stand under a header, and one does in most rows.
    pub(super) fn is_usual_text(&self, at: usize) -> bool {
        let is_free = |field: &Option<Field>| field.is_none_or(|field| field == Field::Personal);
        self.fields.get(at).is_some_and(is_free) && self.filled[at]
    }

    /// Which cell belongs under which header; `None` when more than one way is possible, or none, or a state or a flag is lost.
    pub(super) fn put_right(
        &self,
        row: &Row,
        is_unit: &dyn Fn(&str) -> bool,
        class: &dyn Fn(&str) -> Option<StatusClass>,
    ) -> Option<Vec<Option<usize>>> {
        let (given, _) = self.ways(row, is_unit, class).filter(|(_, is_certain)| *is_certain)?;
        let is_counted = |field: &Option<Field>| field.is_some_and(|it| it == Field::Status || FLAGS.contains(&it));
        let mut lost = self.fields.iter().zip(&given).rev().skip_while(|(_, cell)| cell.is_none());
        (!lost.any(|(field, cell)| cell.is_none() && is_counted(field))).then_some(given)
    }

    /// One way to give each header its cell, and whether it is certain.
    pub(super) fn ways(
        &self,
        row: &Row,
        is_unit: &dyn Fn(&str) -> bool,
        class: &dyn Fn(&str) -> Option<StatusClass>,
    ) -> Option<(Vec<Option<usize>>, bool)> {
        let cells: Vec<&str> = row.cells.iter().map(|cell| cell.trim()).collect();
        let last = cells.iter().rposition(|cell| !cell.is_empty())? + 1;
        // Which of its cells is the one too many, nobody knows.
        if cells.len() > self.usual {
            return None;
        }
        let form = |cell: &str, form: u8| match form {
            CODE => is_code(cell),
            DAY => moment(cell).is_some(),
            STATUS => class(cell).is_some() && cell.parse::<u32>().is_err(),
            _ => is_unit(cell),
        };
        let is_odd = |at: usize, cell: &str| self.oddness(at, cell, class) > 0;
        align(&cells[..last], &self.kinds, &form, &is_odd, &self.matters)
    }
}

/// The cells of one dossier, under their headers.
pub(super) struct Cells<'row> {
    pub(super) row: &'row Row,
    /// Which cell stands under which header.
    pub(super) given: Option<Vec<Option<usize>>>,
    pub(super) columns: &'row Columns,
}

impl Cells<'_> {
    pub(super) fn get(&self, field: Field) -> Option<&str> {
        Some(self.under(self.columns.at(field)?))
    }

    /// The cell under the header in this place; empty where there is none.
    pub(super) fn under(&self, at: usize) -> &str {
        let at = match &self.given {
            Some(given) => given[at],
            None => Some(at),
        };
        at.and_then(|at| self.row.cells.get(at)).map_or("", String::as_str)
    }

    /// The places of all headers with this meaning.
    pub(super) fn places(&self, field: Field) -> impl Iterator<Item = usize> {
        let fields = self.columns.fields.iter().enumerate();
        fields.filter_map(move |(at, known)| (*known == Some(field)).then_some(at))
    }

    /// The cells under all headers with this meaning, with their columns.
    pub(super) fn all(&self, field: Field) -> impl Iterator<Item = (&str, u32)> {
        self.places(field).map(|at| (self.under(at), self.columns.first_column[at]))
    }

    pub(super) fn column(&self, field: Field) -> u32 {
        self.columns.column(field)
    }
}

/// Whether a cell holds nothing, or a sign for nothing.
pub(super) fn is_blank(cell: &str) -> bool {
    is_nothing(cell)
}

/// Whether a cell is a day written as one: a number alone may be anything.
pub(super) fn is_written_day(cell: &str) -> bool {
    cell.contains(['/', '-']) && moment(cell).is_some()
}

/// Whether a cell holds a day, though it cannot be read as one: one that no month has, one among other words.
fn is_like_day(cell: &str) -> bool {
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    // `202306050830`
    if is_digits(cell.trim()) {
        return matches!(cell.trim().len(), 12 | 14) && cell.trim().starts_with("20");
    }
    let joins = ['/', '-', '.'];
    cell.split(|letter: char| !(letter.is_ascii_digit() || joins.contains(&letter))).any(|word| {
        let parts: Vec<&str> = word.trim_matches(joins).split(joins).collect();
        let [one, two, three] = parts.as_slice() else { return false };
        let is_year = |part: &str| part.len() == 4;
        [one, two, three].into_iter().all(|part| is_digits(part))
            && two.len() <= 2
            && (is_year(one) && three.len() <= 2 || one.len() <= 2 && is_year(three))
    })
}
