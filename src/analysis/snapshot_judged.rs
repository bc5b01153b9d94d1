//! Earlier tables under the limits at hand: a table bears none of its own, so that what it does not print is judged by those
//! of now, whenever they change.

use super::Snapshot;
use super::SnapshotLimits;
use super::SnapshotUnit;
use crate::domain::Group;
use crate::domain::Period;
use crate::warnings::Facts;
use crate::warnings::Thresholds;
use crate::warnings::Warning;
use crate::warnings::count_very_low;
use crate::warnings::rate_low;

impl Snapshot {
    /// The same with the notes that its tables do not print as these limits give them; where those they print would be others,
    /// that is told.
    #[must_use]
    pub fn judged(mut self, limits: &Thresholds) -> Self {
        if self.settings.of_now {
            self.settings = SnapshotLimits { of_now: true, ..SnapshotLimits::of(limits) };
        }
        let word = |note: Option<Warning>| note.map(|note| note.card.word.to_owned());
        let mut others = 0;
        for group in Group::ALL {
            let facts = self.facts(group);
            for unit in self.units.iter_mut().filter(|unit| unit.group == group) {
                let Some(noted) = unit.noted else { continue };
                let percent = word(unit.percent.and_then(|own| {
                    let relative = || limits.relative_percent(own, &facts).filter(|_| noted.is_ranked);
                    rate_low(own, limits).or_else(relative)
                }));
                let copies = word(unit.certified_copies.and_then(|own| {
                    let relative = || limits.relative_count(own, &facts).filter(|_| noted.is_ranked);
                    count_very_low(own, limits).or_else(relative)
                }));
                let mut differs = false;
                for (own, now, is_printed) in
                    [(&mut unit.percent_note, percent, noted.percent), (&mut unit.copies_note, copies, noted.copies)]
                {
                    if is_printed {
                        differs |= *own != now;
                    } else {
                        *own = now;
                    }
                }
                others += usize::from(differs);
            }
        }
        if others > 0 {
            let name = &self.name;
            self.told.push(format!(
                "{name}: ghi chú giữ như đã in; theo ngưỡng của kỳ này thì {others} đơn vị được ghi khác, nên vào, ra danh sách có thể do ngưỡng."
            ));
        }
        self
    }

    /// What relative rules look at in one group.
    fn facts(&self, group: Group) -> Facts {
        let is_ranked = |unit: &&SnapshotUnit| unit.group == group && unit.noted.is_none_or(|noted| noted.is_ranked);
        let ranked = || self.units.iter().filter(is_ranked);
        Facts {
            percents: ranked().filter_map(|unit| unit.percent).collect(),
            copies: ranked().filter_map(|unit| unit.certified_copies).collect(),
            province: self.province.percent,
            days: self.copies_period.or(self.period).map(Period::days),
        }
    }
}
