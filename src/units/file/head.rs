//! What stands above the units of a catalogue's file: the lines that say what it is, and the header.

use super::Fault;
use super::Problem;
use super::Reading;
use super::column::Column;
use super::column::SETTINGS;
use super::lines::Line;
use crate::domain::Day;
use crate::domain::Map;
use crate::text::fold;
use crate::units::UnitId;

impl Reading {
    /// What the lines above the header say: id, label, first and last day.
    pub(super) fn settings(&mut self, lines: &[Line]) -> Option<(String, String, Option<Day>, Option<Day>)> {
        let mut values = [const { None::<(u64, String)> }; 4];
        for (line, cells) in lines {
            let [key, rest @ ..] = cells.as_slice() else { continue };
            if key.is_empty() || key.to_ascii_lowercase().starts_with("sep=") {
                continue;
            }
            match SETTINGS.iter().position(|setting| fold(setting) == fold(key)) {
                Some(at) => values[at] = Some((*line, rest.first().cloned().unwrap_or_default())),
                None => self.tell(*line, None, Fault::UnknownSetting(key.clone())),
            }
        }
        let [id, label, from, to] = values;
        let mut days = [None; 2];
        for (day, given) in days.iter_mut().zip([&from, &to]) {
            if let Some((line, text)) = given {
                *day = self.day(*line, None, text);
            }
        }
        if let (Some((line, _)), [Some(from), Some(to)]) = (&to, days)
            && to < from
        {
            self.tell(*line, None, Fault::DaysReversed);
        }
        let mut needed = |at: usize, value: Option<(u64, String)>| {
            let value = value.filter(|(_, text)| !text.is_empty());
            if value.is_none() {
                self.problems.push(Problem { line: None, column: None, fault: Fault::NoSetting(SETTINGS[at]) });
            }
            value
        };
        let (id, label) = (needed(0, id), needed(1, label));
        let (line, id) = id?;
        if UnitId::new(&id).is_none() {
            self.tell(line, None, Fault::BadId(id.clone()));
        }
        Some((id, label?.1, days[0], days[1]))
    }

    /// Where each column stands.
    pub(super) fn columns(&mut self, (line, cells): &Line) -> Map<Column, usize> {
        let mut columns = Map::new();
        for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            match Column::with_header(cell) {
                None => self.tell(*line, None, Fault::UnknownColumn(cell.clone())),
                Some(column) => {
                    if columns.insert(column, at).is_some() {
                        self.tell(*line, Some(column), Fault::ColumnTwice);
                    }
                }
            }
        }
        for column in [Column::Kind, Column::Group] {
            if !columns.contains_key(&column) {
                self.tell(*line, None, Fault::NoColumn(column.header()));
            }
        }
        columns
    }
}
