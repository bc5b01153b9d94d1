//! Columns that say of each row which month or quarter it is of.

use super::ColumnMap;
use super::Observation;
use super::body::Body;
use super::values::Waiting;
use crate::domain::Map;
use crate::domain::Period;
use crate::domain::Place;
use crate::intake::Row;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::fold;
use crate::text::period;
use crate::text::tidy;

/// Their headers, folded.
const HEADERS: [&str; 6] = ["thang", "quy", "ky", "ky bao cao", "ky so lieu", "thoi gian"];

/// The one that is read beside them: a year alone leaves the month open.
const YEAR: &str = "nam";

/// How many of the periods are told.
const TOLD: usize = 4;

/// Kỳ của một dòng: what a row says of when it is, and the period if that is one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct When {
    said: String,
    period: Option<Period>,
}

impl When {
    /// Whether two rows say that they are of different times.
    fn differs_from(&self, other: &Self) -> bool {
        let is_same = match (self.period, other.period) {
            (Some(own), Some(other)) => own == other,
            _ => self.said == other.said,
        };
        !is_same && !self.said.is_empty() && !other.said.is_empty()
    }
}

/// The columns that say of when each row is, the year's last.
pub(super) fn columns_of_when(map: &ColumnMap) -> Vec<usize> {
    let named = |words: &[&str]| {
        let is_named = |at: &usize| map.meaning(*at).is_none() && words.contains(&map.headers[*at].path.as_str());
        (0..map.headers.len()).filter(is_named).collect::<Vec<_>>()
    };
    let mut columns = named(&HEADERS);
    if !columns.is_empty() {
        columns.extend(named(&[YEAR]));
    }
    columns
}

impl Body {
    /// Notes of when a row is: «4/2023» below «Tháng», 6 and 2023 below «Tháng» and «Năm». Cells left blank go on with those
    /// above.
    pub(super) fn note_when(&mut self, row: &Row) {
        if self.of_when.is_empty() {
            return;
        }
        let (mut said, mut named): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        let mut is_time = false;
        for at in &self.of_when {
            let (header, cell) =
                (&self.map.headers[*at], row.cells.get(*at).map(|cell| tidy(cell)).unwrap_or_default());
            is_time |= header.path == "thoi gian";
            if !cell.is_empty() {
                if !fold(&cell).starts_with(&header.path) {
                    named.push(header.text.clone());
                }
                named.push(cell.clone().into_owned());
                said.push(cell.into_owned());
            }
        }
        let said = said.join(" ");
        let when = if said.is_empty() {
            self.whens.last().cloned().unwrap_or_default()
        } else {
            let period = period(&named.join(" ")).or_else(|| period(&format!("tháng {said}")));
            // A time that is no period may be of day, or how long something took.
            if is_time && period.is_none() { When::default() } else { When { said, period } }
        };
        self.whens.push(when);
    }

    /// Takes the period that all rows name. Where they name several that is told, and where one unit has rows of several no
    /// figure of the table is taken: which of them is meant nobody says.
    pub(super) fn settle_when(&mut self, place: &Place, notices: &mut Notices) {
        let Some(first) = self.whens.first().cloned() else { return };
        if self.whens.iter().all(|when| when.period == first.period) {
            self.period = self.period.or(first.period);
        }
        let mut told: Vec<(&When, u32)> = Vec::new();
        let mut of_unit: Map<String, &When> = Map::new();
        let mut is_open = false;
        for (when, (row, _)) in self.whens.iter().zip(&self.observations) {
            if !when.said.is_empty() && told.iter().all(|(other, _)| other.differs_from(when)) && told.len() < TOLD {
                told.push((when, row.row));
            }
            let named = of_unit.or_insert(fold(&format!("{} {}", row.name, row.code)), when);
            is_open |= named.differs_from(when);
        }
        if told.len() < 2 {
            return;
        }
        let found: Vec<String> = told.iter().map(|(when, row)| format!("{} (dòng {row})", when.said)).collect();
        let column = self.map.headers[self.of_when[0]].column;
        notices.add(NoticeCode::RowsOfPeriods, &place.cell(self.map.header_row, column), &found.join(", "));
        if is_open {
            for (own, waiting) in &mut self.observations {
                *waiting = Waiting::nothing(own.row);
                *own = Observation {
                    row: own.row,
                    column: own.column,
                    right: own.right,
                    name: std::mem::take(&mut own.name),
                    code: std::mem::take(&mut own.code),
                    group: own.group,
                    of_metric: true,
                    ..Observation::default()
                };
            }
            for (total, waiting) in &mut self.totals {
                *waiting = Waiting::nothing(total.row);
            }
        }
    }
}
