//! Figures wait as text until the whole column is known; then one decision a column, and its cells are read.

use super::ColumnChoices;
use super::ColumnMap;
use super::Field;
use super::Header;
use super::Question;
use super::Reading;
use super::Values;
use super::cells;
use super::numbers;
use super::numbers::Decision;
use crate::domain::Measure;
use crate::domain::Place;
use crate::intake::Row;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::numbers::Cell;
use crate::text::numbers::read;
use crate::text::tidy;

/// A data or total row whose figures wait for the decision about their columns.
pub(super) struct Waiting {
    pub(super) row: u32,
    /// How far right of their headers they stand.
    right: u32,
    /// The cells of the columns that hold figures, in the order of the columns; none when the row is not trusted.
    cells: Vec<String>,
}

impl Waiting {
    /// The figures of a row, so far right of their headers.
    pub(super) fn of(row: &Row, map: &ColumnMap, right: usize) -> Self {
        let cell = |(index, _): (usize, Field)| row.cells.get(index).cloned().unwrap_or_default();
        let right = u32::try_from(right).unwrap_or(0);
        Self { row: row.number, right, cells: map.figures().map(cell).collect() }
    }

    /// The cell of a figure by its place among the figures; `None` when the row is not trusted.
    pub(super) fn cell(&mut self, at: usize) -> Option<&mut String> {
        self.cells.get_mut(at)
    }

    /// A row whose cells stand in the wrong places: its figures stay unknown.
    pub(super) const fn nothing(row: u32) -> Self {
        Self { row, right: 0, cells: Vec::new() }
    }
}

/// A column that holds figures, and how it is read; `None` while an officer has to say.
pub(super) struct Column {
    index: usize,
    pub(super) field: Field,
    pub(super) reading: Option<Reading>,
    /// Whether a cell of three decimals is one of few in a column of points.
    few_thousandths: bool,
}

impl Column {
    /// How a cell is read. Whatever an officer says of its column, one with a percent sign is that percentage.
    fn reading_of(&self, cell: &str) -> Option<Reading> {
        let is_signed = || matches!(read(cell), Cell::Number(printed) if printed.percent_signs > 0);
        let of_percents = self.field.measure() == Some(Measure::Percent);
        self.reading.or_else(|| (of_percents && is_signed()).then_some(Reading::Percent))
    }
}

/// Reads the waiting cells under the decisions about their columns.
pub(super) struct Reader<'table> {
    pub(super) map: &'table ColumnMap,
    pub(super) choices: &'table ColumnChoices,
    pub(super) place: Place,
    pub(super) notices: Notices,
    pub(super) questions: Vec<Question>,
}

impl Reader<'_> {
    /// Decides how the numbers of each column are read.
    pub(super) fn decide(&mut self, waiting: &[&Waiting]) -> Vec<Column> {
        let figures: Vec<(usize, Field)> = self.map.figures().collect();
        // What one column of the file holds of several metrics is written in one way.
        let whole = |(index, field): &(usize, Field)| (self.map.headers[*index].column, field.measure());
        let together: Vec<Vec<(u32, &str)>> = figures
            .iter()
            .map(|own| {
                let mut cells = Vec::new();
                for (at, _) in figures.iter().enumerate().filter(|(_, other)| whole(other) == whole(own)) {
                    let here = waiting.iter().filter_map(|row| Some((row.row, row.cells.get(at)?.as_str())));
                    cells.extend(here);
                }
                cells
            })
            .collect();
        let at = |field: Field| figures.iter().position(|(_, other)| *other == field);
        let column = |(&(index, field), cells): (&(usize, Field), &Vec<(u32, &str)>)| {
            let columns = field.share_of().and_then(|(part, whole)| Some([at(field)?, at(part)?, at(whole)?]));
            let proven = columns.and_then(|columns| {
                let cell = |row: &Waiting, at: usize| row.cells.get(at).map(|cell| read(cell));
                numbers::of_shares(waiting.iter().filter_map(|row| {
                    let [rate, part, whole] = columns.map(|at| cell(row, at));
                    Some((rate?, part?, whole?))
                }))
            });
            // Shares among percentages with signs are told by their cells and counts.
            let share = columns.filter(|_| proven == Some(Reading::Share));
            let counted = |columns: [usize; 3]| {
                let told = |row: &&Waiting| {
                    let [rate, part, whole] = columns.map(|at| row.cells.get(at).map(String::as_str));
                    let (rate, part, whole) = (rate?, part?, whole?);
                    let is_share = matches!(read(rate), Cell::Number(printed) if printed.percent_signs == 0);
                    is_share.then(|| (row.row, format!("{rate} ({part} / {whole})")))
                };
                waiting.iter().filter_map(told).collect()
            };
            let shares: Vec<(u32, String)> = share.map(counted).unwrap_or_default();
            let reading = self.decide_one(index, field, cells, proven, &shares);
            let few_thousandths = reading == Some(Reading::Points) && numbers::few_thousandths(cells);
            Column { index, field, reading, few_thousandths }
        };
        figures.iter().zip(&together).map(column).collect()
    }

    /// `proven` is how the counts beside a rate say that it is read, `shares` the cells that they prove to be shares.
    fn decide_one(
        &mut self,
        index: usize,
        field: Field,
        rows: &[(u32, &str)],
        proven: Option<Reading>,
        shares: &[(u32, String)],
    ) -> Option<Reading> {
        let header = &self.map.headers[index];
        if let Some(chosen) = self.choices.of(header).numbers {
            return Some(chosen);
        }
        let place = self.place.cell(self.map.header_row, header.column);
        let cells: Vec<(&str, Cell)> = rows.iter().map(|(_, cell)| (*cell, read(cell))).collect();
        let decision = match field.measure()? {
            _ if proven.is_some() => Decision::Read(proven?),
            Measure::Percent => numbers::of_percentages(&cells),
            Measure::Count => numbers::of_counts(&cells),
            Measure::Points => Decision::Read(Reading::Points),
        };
        match decision {
            Decision::Read(reading) => {
                let is_signed = |(_, cell): &(&str, Cell)| matches!(cell, Cell::Number(own) if own.percent_signs > 0);
                if reading == Reading::Share && !shares.is_empty() && cells.iter().any(is_signed) {
                    for (row, found) in shares {
                        let place = self.place.cell(*row, header.column);
                        self.notices.add(NoticeCode::SharesReadAsPercent, &place, found);
                    }
                } else if reading == Reading::Share {
                    self.notices.add(NoticeCode::SharesReadAsPercent, &place, &header.text);
                }
                Some(reading)
            }
            Decision::Ask { options, example } => {
                let first = rows.iter().find(|(_, cell)| *cell == example).map_or(self.map.header_row, |(row, _)| *row);
                self.notices.add(NoticeCode::NumbersAmbiguous, &self.place.cell(first, header.column), &example);
                self.questions.push(Question::Numbers { field, header: header.clone(), options, example });
                None
            }
        }
    }

    /// Asks for the column of each figure that is not certain.
    pub(super) fn ask_columns(&mut self, samples: &[Row]) {
        for unsure in &self.map.unsure {
            let candidates = unsure.candidates.iter().map(|&index| {
                let mut header = self.map.headers[index].clone();
                if header.text.is_empty() {
                    header.text = format!("(cột {} không có tiêu đề)", header.column);
                }
                let cells = samples.iter().filter_map(|row| row.cells.get(index)).map(|cell| tidy(cell).into_owned());
                (header, cells.filter(|cell| !cell.is_empty()).take(3).collect())
            });
            let candidates: Vec<(Header, Vec<String>)> = candidates.collect();
            for (header, _) in &candidates {
                let place = self.place.cell(self.map.header_row, header.column);
                let named = if header.text.is_empty() { "(không có tiêu đề)" } else { &header.text };
                self.notices.add(NoticeCode::ColumnsAmbiguous, &place, named);
            }
            self.questions.push(Question::Column { field: unsure.field, candidates });
        }
    }

    /// The figures of a row.
    pub(super) fn values(&mut self, waiting: &Waiting, columns: &[Column]) -> Values {
        let mut values = Values::default();
        for (column, cell) in columns.iter().zip(&waiting.cells) {
            let Some(reading) = column.reading_of(cell) else { continue };
            let place = self.place.cell(waiting.row, self.map.headers[column.index].column + waiting.right);
            let Some((field, value)) = cells::figure(cell, column.field, reading, &place, &mut self.notices) else {
                continue;
            };
            if column.few_thousandths && numbers::is_open(cell) {
                self.notices.add(NoticeCode::PercentThreeDecimals, &place, &tidy(cell));
            }
            // The points of the other groups stand in several columns and are checked by their sum.
            let sum = values.get(field).filter(|_| field == Field::OtherPoints).and_then(|sum| sum.checked_add(value));
            values.set(field, sum.unwrap_or(value));
        }
        values
    }
}
