//! Figures wait as text until the whole column is known; then one decision a column, and its cells are read.

use super::ColumnChoices;
use super::ColumnMap;
use super::Field;
use super::Header;
use super::Question;
use super::Reading;
use super::cells;
use super::numbers::Decision;
use crate::domain::Percent;
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
    pub(super) percent: String,
    pub(super) copies: String,
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
    /// How the numbers of a figure's column are read; `None` without such a column, or when an officer has to say.
    pub(super) fn decide<'cell>(
        &mut self,
        field: Field,
        cells: impl Iterator<Item = &'cell str>,
        rule: fn(&[(&str, Cell)]) -> Decision,
    ) -> Option<Reading> {
        let index = self.map.index(field)?;
        let header = &self.map.headers[index];
        if let Some(chosen) = self.choices.of(header).numbers {
            return Some(chosen);
        }
        let place = self.place.cell(self.map.header_row, header.column);
        let cells: Vec<(&str, Cell)> = cells.map(|cell| (cell, read(cell))).collect();
        match rule(&cells) {
            Decision::Read(reading) => {
                if reading == Reading::Share {
                    self.notices.add(NoticeCode::SharesReadAsPercent, &place, &header.text);
                }
                Some(reading)
            }
            Decision::Ask { options, example } => {
                self.notices.add(NoticeCode::NumbersAmbiguous, &place, &example);
                self.questions.push(Question::Numbers { field, header: header.clone(), options, example });
                None
            }
        }
    }

    /// Asks for the column of each figure that is not certain.
    pub(super) fn ask_columns(&mut self, samples: &[Row]) {
        for unsure in &self.map.unsure {
            let candidates = unsure.candidates.iter().map(|&index| {
                let header = self.map.headers[index].clone();
                let cells = samples.iter().filter_map(|row| row.cells.get(index)).map(|cell| tidy(cell).into_owned());
                (header, cells.filter(|cell| !cell.is_empty()).take(3).collect())
            });
            let candidates: Vec<(Header, Vec<String>)> = candidates.collect();
            for (header, _) in &candidates {
                let place = self.place.cell(self.map.header_row, header.column);
                self.notices.add(NoticeCode::ColumnsAmbiguous, &place, &header.text);
            }
            self.questions.push(Question::Column { field: unsure.field, candidates });
        }
    }

    pub(super) fn figures(
        &mut self,
        waiting: &Waiting,
        percents: Option<Reading>,
        counts: Option<Reading>,
    ) -> (Option<Percent>, Option<u64>) {
        let place =
            |field| self.map.index(field).map(|index| self.place.cell(waiting.row, self.map.headers[index].column));
        let (percent_at, copies_at) = (place(Field::GroupPercent), place(Field::CertifiedCopies));
        let percent = percents
            .zip(percent_at)
            .and_then(|(reading, place)| cells::percent(&waiting.percent, reading, &place, &mut self.notices));
        let copies =
            counts.zip(copies_at).and_then(|(_, place)| cells::count(&waiting.copies, &place, &mut self.notices));
        (percent, copies)
    }
}
