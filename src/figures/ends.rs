//! Kỳ kết thúc: of two values that differ, that of the period which ends later stands; within one period the first.

use std::cmp::Ordering;

use super::parts::TableRows;
use crate::columns::Field;
use crate::domain::Period;
use crate::domain::Place;

/// The days of the figures of each table, and of its certified copies, where its titles name them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ends(Vec<(Place, [Option<Period>; 2])>);

impl Ends {
    /// Those of these tables. Lists of dossiers are counted together, so that none gives way to another.
    #[must_use]
    pub fn of(tables: &[TableRows<'_>]) -> Self {
        let tables = tables.iter().filter(|table| !table.map.is_of_dossiers());
        Self(tables.map(|table| (table.file.clone(), table.periods)).collect())
    }

    /// Whether the periods of the tables end on more than one day.
    pub(super) fn differ(&self) -> bool {
        (0..2).any(|which| {
            let mut days = self.0.iter().filter_map(|(_, periods)| Some(periods[which]?.to));
            let first = days.next();
            days.any(|day| Some(day) != first)
        })
    }

    /// Which of two tables has a figure of the period that ends later; equal where nobody knows.
    pub(super) fn compare(&self, field: Field, one: &Place, other: &Place) -> Ordering {
        let periods = self.period(field, one).zip(self.period(field, other));
        periods.map_or(Ordering::Equal, |(one, other)| one.to.cmp(&other.to))
    }

    /// Whether a figure of one table is of another time than those of a later one: not of the same month, or of days that
    /// were over when the others began. Parts of one time may be drawn a day apart.
    pub(super) fn is_past(&self, field: Field, one: &Place, later: &Place) -> bool {
        self.period(field, one).zip(self.period(field, later)).is_some_and(|(one, later)| {
            let month = |period: Period| (period.to.year(), period.to.month());
            one.to < later.from || month(one) < month(later)
        })
    }

    fn period(&self, field: Field, place: &Place) -> Option<Period> {
        let (_, [rates, copies]) = self.0.iter().find(|(table, _)| table.is_in_table_of(place))?;
        if field == Field::CertifiedCopies { copies.or(*rates) } else { rates.or(*copies) }
    }
}
