//! The table itself, fed row by row: held until its header is found (`opening`), read below it, ended (`finishing`).

use std::rc::Rc;

use super::Answers;
use super::Header;
use super::TableError;
use super::body::Body;
use super::frames;
use super::frames::unframed;
use super::merged::Tall;
use crate::domain::Place;
use crate::intake::Cursor;
use crate::intake::Row;
use crate::intake::RowView;
use crate::notices::Notices;
use crate::text::tidy;

/// Rows held until the header is looked for; titles and a letter's text stand above it.
const HEAD_ROWS: usize = 300;

/// Most rows of units a table may have: Vietnam never had more communes.
pub(super) const MOST_ROWS: usize = 20_000;

/// How many data rows a preview shows.
pub const PREVIEW_ROWS: usize = 20;

/// Tells whether a name is a unit's.
pub type IsUnit = Rc<dyn Fn(&str) -> bool>;

/// Reads one table, row by row.
pub struct Table {
    pub(super) answers: Rc<Answers>,
    /// The fingerprint under which the file was known when it was read before.
    pub(super) known_as: Option<String>,
    pub(super) is_unit: IsUnit,
    pub(super) place: Place,
    /// What stands above the rows and is none of them: lines of a web page; the name of a sheet.
    pub(super) titles: Vec<String>,
    pub(super) sheet: Option<String>,
    /// Cells that are merged over several rows.
    pub(super) merged: Vec<Tall>,
    pub(super) head: Vec<Row>,
    pub(super) seen: Seen,
    pub(super) body: Option<Body>,
    pub(super) notices: Notices,
}

/// What is known of a table whether or not it can be read: enough to answer questions about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// The fingerprint under which answers are remembered.
    pub fingerprint: String,
    /// The header's row; `None` when none was found.
    pub header_row: Option<u32>,
    /// The headers.
    pub headers: Vec<Header>,
}

impl Table {
    /// A table of the file at `place`. `known_as` is its fingerprint when it is read again.
    #[must_use]
    pub fn new(place: Place, answers: Rc<Answers>, known_as: Option<String>, is_unit: IsUnit) -> Self {
        Self {
            answers,
            known_as,
            is_unit,
            place,
            titles: Vec::new(),
            sheet: None,
            merged: Vec::new(),
            head: Vec::new(),
            seen: Seen::default(),
            body: None,
            notices: Notices::default(),
        }
    }

    /// Takes a title that stands above the rows and is none of them.
    pub fn title(&mut self, title: &str) {
        self.titles.push(tidy(title).into_owned());
    }

    /// Takes the name of the sheet in which the rows stand.
    pub fn sheet(&mut self, name: &str) {
        self.sheet = Some(tidy(name).into_owned());
    }

    /// Takes the place of a cell that is merged over several rows.
    pub fn merged(&mut self, column: u32, first: u32, last: u32) {
        self.merged.push(Tall { column, first, last });
    }

    /// Takes the next row.
    pub fn row(&mut self, mut row: Row) -> Result<(), TableError> {
        row.cells.iter_mut().for_each(unwrap_text);
        if self.body.is_some() {
            return self.body_row(row);
        }
        if self.head.len() < frames::ROWS {
            unframed(&mut row.cells);
        }
        self.head.push(row);
        if self.head.len() == HEAD_ROWS { self.open() } else { Ok(()) }
    }

    /// Takes the next row as it lies in the text, if that is enough to read it; says whether it was.
    pub fn view(&mut self, row: &RowView<'_>) -> bool {
        let Some(body) = self.plain_body() else { return false };
        let taken = body.dossiers.as_mut().is_some_and(|dossiers| dossiers.view(row));
        body.data_rows += usize::from(taken);
        taken
    }

    /// Takes rows off the front of a text, the first of this number, where that is enough to read them; says how many, and how
    /// many bytes they take.
    pub fn ahead(&mut self, text: Cursor<'_>, number: u32) -> (u32, usize) {
        let Some(body) = self.plain_body() else { return (0, 0) };
        let taken = body.dossiers.as_mut().map_or((0, 0), |dossiers| dossiers.ahead(text, number));
        body.data_rows += taken.0 as usize;
        taken
    }

    /// The body, where rows are read as their header says.
    fn plain_body(&mut self) -> Option<&mut Body> {
        let is_plain = |body: &&mut Body| body.samples.len() == PREVIEW_ROWS && !body.closed && body.turned.is_none();
        self.body.as_mut().filter(is_plain)
    }

    /// What is known of the table so far.
    #[must_use]
    pub fn seen(&self) -> &Seen {
        &self.seen
    }
}

/// Takes a text out of the formula by which it is kept from being read as a number: `="0012"`.
fn unwrap_text(cell: &mut String) {
    if let Some(text) = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        *cell = text.replace("\"\"", "\"");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::columns::Field;
    use crate::columns::Question;
    use crate::columns::TableRead;
    use crate::columns::Total;
    use crate::columns::Values;
    use crate::domain::Group;
    use crate::notices::NoticeCode;

    const LETTER: &str =
        "STT;Tên đơn vị;Tỷ lệ số hóa hồ sơ;Ghi chú;Chứng thực điện tử từ 01/01/2020 đến 05/6/2023;Ghi chú";

    fn table(lines: &[&str]) -> Result<TableRead, TableError> {
        let is_unit = Rc::new(|name: &str| name.starts_with("UBND huyện"));
        let mut table = Table::new(Place::file("a.csv"), Rc::default(), None, is_unit);
        for (number, line) in (1..).zip(lines) {
            let cells = if line.is_empty() { Vec::new() } else { line.split(';').map(str::to_owned).collect() };
            table.row(Row { number, cells })?;
        }
        table.finish()
    }

    #[test]
    fn a_table_gives_its_units_totals_and_periods() {
        let read = table(&[
            "Từ ngày 01/01/2023 đến ngày 05/06/2023",
            LETTER,
            "II;Cấp huyện;;;;",
            "1;UBND huyện Bảo Yên;72,3%;;366;Quá thấp",
            ";Toàn tỉnh;57,7%;;366;",
            "Nơi nhận:;;;;;",
        ])
        .unwrap();
        let [unit] = read.observations.as_slice() else { panic!("one unit") };
        assert_eq!((unit.row, unit.name.as_str(), unit.group), (4, "UBND huyện Bảo Yên", Some(Group::CapHuyen)));
        assert_eq!(
            (unit.values.count(Field::CertifiedCopies), unit.copies_note.as_deref()),
            (Some(366), Some("Quá thấp"))
        );
        let province: Vec<&Total> = read.totals.iter().filter(|total| total.province).collect();
        assert_eq!(province[0].values.percent(Field::GroupPercent).unwrap().to_string(), "57.7");
        assert_eq!(read.skipped.count(), 4);
        assert_eq!(read.period.unwrap().to.to_string(), "2023-06-05");
        assert_eq!(read.copies_period.unwrap().from.to_string(), "2020-01-01");
        assert!(read.notices.is_empty());
    }

    #[test]
    fn a_column_that_waits_for_an_answer_gives_no_figures_and_a_question() {
        let read = table(&[LETTER, "1;UBND huyện Bảo Yên;72,3;;366;", "2;UBND huyện Bắc Hà;0,481;;426;"]).unwrap();
        assert!(
            read.observations.iter().all(|unit| unit.values.get(Field::GroupPercent).is_none()
                && unit.values.get(Field::CertifiedCopies).is_some())
        );
        assert!(
            matches!(&read.questions[..], [Question::Numbers { field: Field::GroupPercent, example, .. }] if example == "0,481")
        );
    }

    #[test]
    fn rows_cut_in_the_wrong_places_are_refused_and_not_misread() {
        let read = table(&[LETTER, "1;UBND huyện Bảo Yên;72;3%;;366;Quá thấp", "2;UBND huyện Bảo Thắng;68;9%;;1.343;"])
            .unwrap();
        assert!(read.observations.iter().all(|unit| unit.values == Values::default()));
        assert_eq!(read.notices.count(NoticeCode::RowMisaligned), 2);
    }

    #[test]
    fn a_row_that_ends_early_lacks_figures_only_where_it_lacks_cells() {
        let read = table(&[LETTER, "1;UBND huyện Bảo Yên;72,3%", "2;UBND huyện Bảo Thắng;68,9%;;1.343"]).unwrap();
        assert_eq!(read.notices.count(NoticeCode::RowShorter), 1);
        assert_eq!(read.observations[1].values.count(Field::CertifiedCopies), Some(1343));
    }

    #[test]
    fn a_header_without_rows_is_said_to_have_none() {
        assert_eq!(table(&["Phụ lục", LETTER, ""]).unwrap_err(), TableError::NoRows { row: 2 });
    }

    #[test]
    fn the_header_may_stand_below_many_rows_of_text_and_rows_may_be_many() {
        let mut lines = vec!["một dòng chữ của công văn"; 200];
        lines.push(LETTER);
        lines.extend(vec!["1;UBND huyện Bảo Yên;72,3%;;366;"; 500]);
        let read = table(&lines).unwrap();
        assert_eq!((read.map.header_row, read.observations.len()), (201, 500));
    }
}
