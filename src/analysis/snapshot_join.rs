//! Earlier periods that came in several files or twice, each once: departments and districts of one month are one period.

use super::Snapshot;
use super::SnapshotUnit;
use crate::domain::Group;
use crate::domain::Percent;
use crate::domain::sort_by_key;
use crate::ranking::rank;

impl Snapshot {
    /// The same periods, each once, in the order they are met; of a unit that stands twice in one what came last is kept.
    #[must_use]
    pub fn together(snapshots: Vec<Self>) -> Vec<Self> {
        let mut periods: Vec<Self> = Vec::new();
        for snapshot in snapshots {
            match periods.iter_mut().find(|period| period.is_of_the_days_of(&snapshot)) {
                Some(period) => period.join(snapshot),
                None => periods.push(snapshot),
            }
        }
        periods
    }

    /// Whether both are figures of the same days under one catalogue. Without days only a file of the same name is.
    pub(crate) fn is_of_the_days_of(&self, other: &Self) -> bool {
        self.catalogue == other.catalogue
            && match (self.any_period(), other.any_period()) {
                (None, None) => self.name == other.name,
                (own, other) => own == other,
            }
    }

    /// Whether a unit stands in both.
    pub(crate) fn shares_units(&self, other: &Self) -> bool {
        other.units.iter().any(|unit| self.unit(&unit.id).is_some())
    }

    fn join(&mut self, later: Self) {
        self.units.retain(|unit| later.unit(&unit.id).is_none());
        if self.units.is_empty() {
            *self = later;
            return;
        }
        if self.name != later.name {
            self.name = format!("{}, {}", self.name, later.name);
        }
        self.period = self.period.or(later.period);
        self.copies_period = self.copies_period.or(later.copies_period);
        self.provisional |= later.provisional;
        self.settings = later.settings;
        self.province.percent = later.province.percent.or(self.province.percent);
        self.units.extend(later.units);
        self.rank_again();
    }

    /// The ranks among all units of a group, whichever file they came in.
    fn rank_again(&mut self) {
        for group in Group::ALL {
            let ranked = |unit: &&mut SnapshotUnit| unit.group == group && unit.rank.is_some();
            let mut units: Vec<&mut SnapshotUnit> = self.units.iter_mut().filter(ranked).collect();
            let percents: Vec<Option<Percent>> = units.iter().map(|unit| unit.percent).collect();
            for (unit, rank) in units.iter_mut().zip(rank(&percents)) {
                unit.rank = rank;
            }
        }
        let place = |group: Group| Group::ALL.iter().position(|other| *other == group);
        sort_by_key(&mut self.units, |unit| (place(unit.group), unit.rank.unwrap_or(u32::MAX)));
    }
}
