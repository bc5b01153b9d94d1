//! Ranks of an earlier period: as its table prints them; of rounded percentages alone only between which they lay.

use super::Report;
use super::Snapshot;
use super::SnapshotUnit;
use crate::domain::Group;
use crate::domain::Percent;
use crate::figures::ranks_something_else;

/// Decimals of percentages in an appendix as the letter has it, where `49%` stands for `49,0%`.
const DECIMALS: u32 = 1;

impl Snapshot {
    /// Takes the ranks that the table prints, where they are ranks by its percentages; tells between which ranks others lay.
    pub(super) fn ranks_as_printed(&mut self, report: &Report) {
        let of_else = report.tables().any(|file| ranks_something_else(&file.table));
        for group in Group::ALL {
            let printed: Vec<(Percent, Option<u32>)> = self
                .units
                .iter()
                .zip(&report.units)
                .filter(|(kept, _)| kept.group == group && kept.rank.is_some())
                .filter_map(|(kept, unit)| Some((kept.percent?, unit.figures.given_rank)))
                .collect();
            let fit = fit(&printed);
            let of_group = report.units.iter().filter(|unit| unit.group == group);
            let given: Vec<(u32, Option<u64>)> = of_group
                .clone()
                .filter_map(|unit| Some((unit.figures.given_rank?, unit.copies.as_ref().map(|given| given.value))))
                .collect();
            // A name that matched nothing may be of any group.
            let unread = report.unmatched.len() + of_group.count() - given.len();
            let is_said = fit || (!of_else && is_order(&given, unread) && !by_copies(&given));
            for (kept, unit) in self.units.iter_mut().zip(&report.units) {
                if is_said && kept.group == group {
                    kept.printed_rank = unit.figures.given_rank;
                }
            }
            for (kept, unit) in self.units.iter_mut().zip(&report.units) {
                if fit && kept.group == group && kept.rank.is_some() {
                    kept.rank = unit.figures.given_rank;
                }
            }
            if !fit {
                self.between(group);
            }
        }
    }

    /// Tells between which ranks the units of a group lay that share one.
    pub(super) fn between(&mut self, group: Group) {
        let of_group = self.units.iter().filter(|unit| unit.group == group);
        let ranks: Vec<u32> = of_group.filter_map(|unit| unit.rank).collect();
        for unit in self.units.iter_mut().filter(|unit| unit.group == group) {
            let alike = |rank: u32| u32::try_from(ranks.iter().filter(|other| **other == rank).count()).unwrap_or(1);
            unit.rank_last = unit.rank.map(|rank| rank + alike(rank) - 1).filter(|last| unit.rank != Some(*last));
        }
    }

    /// Decimals to which its percentages were printed.
    pub(super) fn decimals(&self) -> u32 {
        let printed = |percent: Percent| (DECIMALS..6).find(|places| percent.rounded(*places) == percent).unwrap_or(6);
        self.units.iter().filter_map(|unit| unit.percent).map(printed).max().unwrap_or(DECIMALS)
    }

    /// Whether its percentages were rounded further than those of another: its ties may be none.
    pub(super) fn is_rougher(&self, other: &Self) -> bool {
        self.decimals() < other.decimals()
    }
}

impl SnapshotUnit {
    /// Its rank; `None` where rounding leaves several.
    pub(super) fn certain_rank(&self, rougher: bool) -> Option<u32> {
        self.rank.filter(|_| !rougher || self.rank_last.is_none())
    }

    /// Whether it may have had this rank.
    pub(super) fn may_rank(&self, rank: Option<u32>, rougher: bool) -> bool {
        let last = self.rank_last.filter(|_| rougher).or(self.rank);
        rank == self.rank
            || rank.zip(self.rank).zip(last).is_some_and(|((rank, own), last)| (own..=last).contains(&rank))
    }
}

/// Whether ranks are those of the percentages beside them, before these were rounded: 1 to the last, ties skipped, none above
/// a higher percentage.
fn fit(printed: &[(Percent, Option<u32>)]) -> bool {
    let below = |rank: u32| printed.iter().filter(|(_, other)| *other < Some(rank)).count();
    let is_one = |(own, rank): &(Percent, Option<u32>)| {
        let is_next = rank.is_some_and(|rank| u32::try_from(below(rank) + 1) == Ok(rank));
        is_next && printed.iter().all(|(other, others)| others <= rank || other <= own)
    };
    !printed.is_empty() && printed.iter().all(is_one)
}

/// Whether ranks are those of these units alone, of whom so many could not be read: 1 to the last, ties skipped.
fn is_order(given: &[(u32, Option<u64>)], unread: usize) -> bool {
    let is_one = |(rank, _): &(u32, Option<u64>)| {
        let below = given.iter().filter(|(other, _)| other < rank).count();
        usize::try_from(*rank).is_ok_and(|rank| (below + 1..=below + 1 + unread).contains(&rank))
    };
    given.len() > 1 && given.iter().all(is_one)
}

/// Whether ranks are those of the copies beside them: none below fewer.
fn by_copies(given: &[(u32, Option<u64>)]) -> bool {
    let is_one = |(rank, own): &(u32, Option<u64>)| {
        own.is_some() && given.iter().all(|(other, copies)| other >= rank || copies >= own)
    };
    given.iter().all(is_one)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Decimal;

    #[test]
    fn printed_ranks_are_taken_where_they_may_be_those_of_the_percentages() {
        let fits = |printed: &[(&str, u32)]| {
            let percent = |plain: &str| Percent::new(Decimal::from_plain(plain).unwrap());
            fit(&printed.iter().map(|(plain, rank)| (percent(plain), Some(*rank))).collect::<Vec<_>>())
        };
        assert!(fits(&[("50", 1), ("50", 2), ("50", 3)])); // 50,04, 50,02 and 49,98 as an appendix prints them
        assert!(fits(&[("68.9", 2), ("72.3", 1), ("68.9", 2), ("50", 4)]));
        assert!(!fits(&[("68.9", 2), ("72.3", 1), ("68.9", 2), ("50", 3)])); // after two of rank 2 comes rank 4
        assert!(!fits(&[("50", 1), ("60", 2)])); // by something else
        assert!(!fits(&[("60", 3), ("50", 7)])); // of a greater list
        assert!(!fit(&[(Percent::new(Decimal::whole(50)), None)]) && !fit(&[]));
    }
}
