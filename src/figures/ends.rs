//! Kỳ kết thúc: of two values that differ, that of the period which ends later stands; within one period the first.

use std::cmp::Ordering;

use super::parts::TableRows;
use crate::columns::Field;
use crate::domain::Day;
use crate::domain::Place;

/// The last day of the figures of each table, and of its certified copies, where its titles name one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ends(Vec<(Place, [Option<Day>; 2])>);

impl Ends {
    /// Those of these tables. Lists of dossiers are counted together, so that none gives way to another.
    #[must_use]
    pub fn of(tables: &[TableRows<'_>]) -> Self {
        let tables = tables.iter().filter(|table| !table.rows.is_empty());
        let ends = |table: &TableRows| table.periods.map(|period| period.map(|period| period.to));
        Self(tables.map(|table| (table.file.clone(), ends(table))).collect())
    }

    /// Whether the periods of the tables end on more than one day.
    pub(super) fn differ(&self) -> bool {
        (0..2).any(|which| {
            let mut days = self.0.iter().filter_map(|(_, ends)| ends[which]);
            let first = days.next();
            days.any(|day| Some(day) != first)
        })
    }

    /// Which of two tables has a figure of the period that ends later; equal where nobody knows.
    pub(super) fn compare(&self, field: Field, one: &Place, other: &Place) -> Ordering {
        let end = |place: &Place| {
            let (_, [rates, copies]) = self.0.iter().find(|(table, _)| table.is_in_table_of(place))?;
            if field == Field::CertifiedCopies { copies.or(*rates) } else { rates.or(*copies) }
        };
        end(one).zip(end(other)).map_or(Ordering::Equal, |(one, other)| one.cmp(&other))
    }
}
