//! Percentages → ranks within one group. Higher is better; equal figures share a rank and the next rank skips
//! (1, 2, 2, 4); a unit without a figure has no rank. Which units form a group is left to the caller.

use std::cmp::Reverse;

use crate::domain::Percent;
use crate::domain::sort_by_key;

/// The rank of each percentage, in the order given; `None` where there is none. Exact values are compared, so two units
/// that print alike can still rank apart.
#[must_use]
pub fn rank(percents: &[Option<Percent>]) -> Vec<Option<u32>> {
    let mut sorted: Vec<Percent> = percents.iter().flatten().copied().collect();
    sort_by_key(&mut sorted, |percent| Reverse(*percent));
    let better_than = |own: Percent| sorted.partition_point(|other| *other > own);
    percents
        .iter()
        .map(|own| own.map(|own| u32::try_from(better_than(own)).unwrap_or(u32::MAX).saturating_add(1)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Decimal;

    #[track_caller]
    fn case(percents: &[&str], expected: &[u32]) {
        let percents: Vec<Option<Percent>> =
            percents.iter().map(|text| Decimal::from_plain(text).map(Percent::new)).collect();
        let ranks: Vec<u32> = rank(&percents).into_iter().map(|rank| rank.unwrap_or(0)).collect();
        assert_eq!(ranks, expected);
    }

    #[test]
    fn a_tie_shares_its_rank_and_the_next_rank_skips() {
        case(&["72.3", "68.9", "68.9", "58.6"], &[1, 2, 2, 4]);
        case(&["50", "50", "50"], &[1, 1, 1]);
    }

    #[test]
    fn a_unit_without_a_figure_has_no_rank_and_takes_none_away() {
        case(&["", "72.3", "", "68.9"], &[0, 1, 0, 2]);
        case(&[], &[]);
    }

    #[test]
    fn zero_is_a_figure_and_ranks_last() {
        case(&["0", "49", ""], &[2, 1, 0]);
    }
}
