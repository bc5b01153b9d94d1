//! The table itself: rows are fed, the header is found, each row is told by its kind.

use std::borrow::Cow;
use std::rc::Rc;

use super::Answers;
use super::ColumnChoices;
use super::Field;
use super::Header;
use super::Observation;
use super::RowKind;
use super::Shape;
use super::Skipped;
use super::TableError;
use super::TableRead;
use super::Total;
use super::body::Body;
use super::dossiers::Dossiers;
use super::fit::note_damage;
use super::frames;
use super::frames::unframed;
use super::lost_letters::lost_letters;
use super::merged::Tall;
use super::merged::tell_merged;
use super::metrics::Metrics;
use super::metrics::without_empty;
use super::recognise::Found;
use super::recognise::recognise;
use super::rows;
use super::unused::tell_columns;
use super::values::Reader;
use super::values::Waiting;
use crate::domain::Place;
use crate::intake::Lying;
use crate::intake::Row;
use crate::intake::RowView;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text;
use crate::text::fold;
use crate::text::garbled_period;
use crate::text::period_of_titles;
use crate::text::tidy;

/// Rows held until the header is looked for; titles and a letter's text stand above it.
const HEAD_ROWS: usize = 300;

/// Most rows of units a table may have: Vietnam never had more communes.
pub(super) const MOST_ROWS: usize = 20_000;

/// Most columns of a table with one for each unit.
const ACROSS: usize = 200;

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
        let Some(body) = self.body.as_mut().filter(|body| body.samples.len() == PREVIEW_ROWS) else { return false };
        let taken = body.dossiers.as_mut().is_some_and(|dossiers| dossiers.view(row));
        body.data_rows += usize::from(taken);
        taken
    }

    /// What is known of the table so far.
    #[must_use]
    pub fn seen(&self) -> &Seen {
        &self.seen
    }

    /// Finds the header among the rows held, and lets them flow.
    fn open(&mut self) -> Result<(), TableError> {
        let head = std::mem::take(&mut self.head);
        let find = |choices: &ColumnChoices, wanted| Found::find(&head, choices, &*self.is_unit, wanted);
        let metrics = Metrics::of(&head);
        let of_metrics = metrics.as_ref().map(|metrics| Found::of_metrics(metrics, &head));
        let mut found = of_metrics.or_else(|| find(&self.answers.columns, None));
        let fingerprint = match (&self.known_as, &found) {
            (Some(known), _) => known.clone(),
            (None, Some(found)) => found.fingerprint(),
            (None, None) => first_words(&head),
        };
        let choices = self.answers.columns_of(&fingerprint);
        let wanted = self.answers.files.get(&fingerprint).and_then(|file| file.header_row);
        if metrics.is_none() && (wanted.is_some() || found.is_none()) {
            found = find(&choices, wanted).or(found);
        }
        let unparted = found.as_mut().filter(|_| metrics.is_none());
        let pairs = unparted.map(|found| found.part(&head, &choices)).unwrap_or_default();
        self.seen = Seen {
            fingerprint,
            header_row: found.as_ref().map(|found| found.row(&head)),
            headers: found.as_ref().map(|found| found.headers.clone()).unwrap_or_default(),
        };
        let sheet = self.sheet.as_slice();
        let above = [self.titles.as_slice(), sheet].concat();
        let header_row = self.seen.header_row.unwrap_or(0);
        let parted = match &metrics {
            Some(metrics) => Cow::Owned(metrics.widened_below(&head, header_row)),
            None => pairs.parted_below(&head, header_row),
        };
        let map = found
            .ok_or(TableError::NoHeader { rows: head.len() })
            .and_then(|found| recognise(&parted, &above, found, &choices, &*self.is_unit))
            .map_err(|error| match lost_letters(&head) {
                Some((row, found)) => TableError::LettersLost { row, found },
                None => self.units_across(&head).unwrap_or(error),
            })?;
        tell_columns(&map, &parted, &self.place, &mut self.notices);
        drop(parted);
        let mut skipped = Skipped::default();
        let titles: Vec<String> =
            head.iter().take_while(|row| row.number < map.first_header_row).map(rows::text_of).collect();
        let period = period_of_titles(&titles).or_else(|| period_of_titles(&self.titles));
        // The name of a sheet does not say which dossiers of a list are left out.
        let period = period.or_else(|| period_of_titles(sheet).filter(|_| !map.is_of_dossiers()));
        if let Some(title) = garbled_period(&titles).filter(|_| period.is_none()) {
            let row = head.iter().zip(&titles).find(|(_, own)| *own == title).map_or(1, |(row, _)| row.number);
            self.notices.add(NoticeCode::PeriodUnreadable, &self.place.row(row), title);
        } else if let Some(title) = garbled_period(&self.titles).filter(|_| period.is_none()) {
            self.notices.add(NoticeCode::PeriodUnreadable, &self.place, title);
        }
        for (row, text) in head.iter().zip(&titles) {
            skipped.add(if text.is_empty() { RowKind::Blank } else { RowKind::Title }, row);
            note_damage(row, &self.place, &mut self.notices);
        }
        let (first, header_row) = (map.first_header_row, map.header_row);
        for row in head.iter().filter(|row| (first..=header_row).contains(&row.number)) {
            note_damage(row, &self.place, &mut self.notices);
            if row.number < header_row {
                skipped.add(RowKind::HeaderAbove, row);
            }
        }
        let above = head.iter().take_while(|row| row.number < first).flat_map(|row| &row.cells);
        let dossiers = map.is_of_dossiers().then(|| {
            let dossiers = Dossiers::new(&map, self.place.clone(), period, &self.answers.statuses);
            dossiers.below_titles(above, &*self.is_unit)
        });
        self.body = Some(Body { pairs, metrics, ..Body::new(map, choices, dossiers, skipped, period) });
        let mut lying = Lying::default();
        for row in head.into_iter().filter(|row| row.number > header_row) {
            // Read as the rows behind them are, which is far quicker.
            if !lying.lay(row.number, &row.cells).is_some_and(|view| self.view(&view)) {
                self.body_row(row)?;
            }
        }
        Ok(())
    }

    /// The row that names several units side by side, each above a column of its own, where no other names a unit.
    fn units_across(&self, head: &[Row]) -> Option<TableError> {
        let units = |row: &Row| row.cells.iter().filter(|cell| (self.is_unit)(&tidy(cell))).count();
        // What is wider or stands further below is no such table, and names are looked up slowly.
        let rows = head.iter().take(frames::ROWS).filter(|row| row.cells.len() <= ACROSS);
        let mut naming = rows.filter(|row| units(row) > 0);
        let only = naming.next().filter(|row| units(row) > 1 && naming.next().is_none())?;
        Some(TableError::UnitsAcross { row: only.number })
    }

    /// Ends the table: decides the columns and reads their cells.
    pub fn finish(&mut self) -> Result<TableRead, TableError> {
        if self.body.is_none() {
            self.open()?;
        }
        let Some(mut body) = self.body.take() else { return Err(TableError::NoHeader { rows: 0 }) };
        if body.data_rows == 0 && body.totals.is_empty() {
            return Err(TableError::NoRows { row: body.map.header_row });
        }
        let mut notices = std::mem::take(&mut self.notices);
        if let Some((row, text)) = body.mean.take().filter(|_| body.totals.iter().all(|(total, _)| !total.province)) {
            notices.add(NoticeCode::ProvinceMean, &self.place.row(row), &text);
        }
        if body.dossiers.is_none() {
            tell_merged(&mut body, &self.merged, &self.place, &mut notices);
        }
        let listed = body.dossiers.take().map(|dossiers| dossiers.finish(&*self.is_unit, &mut notices));
        let (ledger, asked) = listed.map_or((None, Vec::new()), |(ledger, asked)| (Some(ledger), asked));
        let mut reader =
            Reader { map: &body.map, choices: &body.choices, place: self.place.clone(), notices, questions: asked };
        let of_units = body.observations.iter().map(|(_, waiting)| waiting);
        let all: Vec<&Waiting> = of_units.chain(body.totals.iter().map(|(_, waiting)| waiting)).collect();
        let columns = if ledger.is_none() { reader.decide(&all) } else { Vec::new() };
        reader.ask_columns(&body.samples);
        let observations = body
            .observations
            .into_iter()
            .map(|(observation, waiting)| Observation { values: reader.values(&waiting, &columns), ..observation });
        let mut observations: Vec<Observation> = observations.collect();
        let totals = body
            .totals
            .into_iter()
            .map(|(total, waiting)| Total { values: reader.values(&waiting, &columns), ..total });
        let mut totals: Vec<Total> = totals.collect();
        if body.metrics.is_some() {
            without_empty(&mut observations, &mut totals);
        }
        let named = |field| body.map.index(field).and_then(|index| text::period(&body.map.headers[index].text));
        let copies_period = named(Field::CertifiedCopies);
        let of_percent = named(Field::GroupPercent).or_else(|| named(Field::GroupPoints));
        let (questions, notices) = (reader.questions, reader.notices);
        let mut read = TableRead {
            fingerprint: self.seen.fingerprint.clone(),
            readings: columns.iter().filter_map(|column| Some((column.field, column.reading?))).collect(),
            observations,
            dossiers: ledger,
            totals,
            skipped: body.skipped,
            data_rows: body.data_rows,
            questions,
            period: body.period.or(of_percent),
            copies_period,
            notices,
            preview: body.samples.into_iter().map(|row| row.cells).collect(),
            map: body.map,
        };
        if read.shape() == Shape::CertifiedCopies {
            // The titles of such a table speak of the copies: they name no period of percentages.
            read.copies_period = read.copies_period.or(read.period.take());
        }
        Ok(read)
    }
}

/// Takes a text out of the formula by which it is kept from being read as a number: `="0012"`.
fn unwrap_text(cell: &mut String) {
    if let Some(text) = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        *cell = text.replace("\"\"", "\"");
    }
}

/// What a file without a header is known by: the words of its first rows that hold anything.
fn first_words(head: &[Row]) -> String {
    let filled = head.iter().map(rows::text_of).filter(|text| !text.is_empty());
    filled.take(3).map(|text| fold(&text)).collect::<Vec<_>>().join("|")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::columns::Question;
    use crate::columns::Values;
    use crate::domain::Group;

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
