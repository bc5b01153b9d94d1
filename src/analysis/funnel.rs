//! Phễu: whether a unit's rate differs from that of its whole group by more than chance alone would make it, given how few
//! or many dossiers it has. Decided by whole numbers; only the drawing needs roots.

use super::Report;
use crate::domain::Component;
use crate::units::UnitId;

/// The square of how many standard deviations a limit lies away, over 10.000: 1,96² for 95 of 100 units, 3,09² for 998 of
/// 1.000, as funnel plots of public services have them (Spiegelhalter 2005).
const INNER: i128 = 38_416;
/// 3,09² = 9,5481.
const OUTER: i128 = 95_481;
/// Fewer units make no funnel.
const LEAST: usize = 3;

/// Vị trí so với phễu: where a unit lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Within what chance explains in 95 of 100 cases.
    Within,
    /// Above it.
    Above,
    /// Above what chance explains in 998 of 1.000 cases.
    FarAbove,
    /// Below what chance explains in 95 of 100 cases.
    Below,
    /// Below what it explains in 998 of 1.000.
    FarBelow,
}

impl Side {
    /// What an officer reads.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Within => "trong phễu",
            Self::Above => "trên giới hạn 95 %",
            Self::FarAbove => "trên giới hạn 99,8 %",
            Self::Below => "dưới giới hạn 95 %",
            Self::FarBelow => "dưới giới hạn 99,8 %",
        }
    }
}

/// One unit of a funnel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunnelUnit {
    /// The unit.
    pub id: UnitId,
    /// How many of its dossiers meet the component.
    pub part: u64,
    /// Of how many; never 0.
    pub whole: u64,
    /// Where it lies.
    pub side: Side,
}

/// Biểu đồ phễu of one component in the group shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Funnel {
    /// The component.
    pub component: Component,
    /// How many meet it in all units together.
    pub part: u64,
    /// Of how many.
    pub whole: u64,
    /// The units, in rank order.
    pub units: Vec<FunnelUnit>,
}

/// The funnel of one component; `None` where fewer than three units have its counts.
#[must_use]
pub fn funnel(report: &Report, component: Component) -> Option<Funnel> {
    let counted: Vec<(&UnitId, u64, u64)> = report
        .units_of(report.group())
        .filter_map(|unit| {
            let score = unit.scores.iter().find(|score| score.card.component == component)?;
            let (part, whole) = (score.numerator.as_ref()?.value, score.denominator.as_ref()?.value);
            // More than all is an error of the file, which is told elsewhere.
            (whole > 0 && part <= whole).then_some((&unit.id, part, whole))
        })
        .collect();
    if counted.len() < LEAST {
        return None;
    }
    let (part, whole) = (counted.iter().map(|one| one.1).sum(), counted.iter().map(|one| one.2).sum());
    let units = counted
        .into_iter()
        .map(|(id, own, of)| {
            Some(FunnelUnit { id: id.clone(), part: own, whole: of, side: side(own, of, part, whole)? })
        })
        .collect::<Option<_>>()?;
    Some(Funnel { component, part, whole, units })
}

/// Where `part` of `whole` lies in the funnel around `all_part` of `all`; `None` for numbers too large.
///
/// `(p − P)² > z² · P(1 − P) / n`, with `p = part / whole`, `n = whole` and `P = all_part / all`, is
/// `(part·all − all_part·whole)² > z² · whole · all_part · (all − all_part)`.
fn side(part: u64, whole: u64, all_part: u64, all: u64) -> Option<Side> {
    let (part, whole, all_part, all) = (i128::from(part), i128::from(whole), i128::from(all_part), i128::from(all));
    let apart = part.checked_mul(all)?.checked_sub(all_part.checked_mul(whole)?)?;
    let square = apart.checked_mul(apart)?.checked_mul(10_000)?;
    let spread = whole.checked_mul(all_part)?.checked_mul(all - all_part)?;
    let beyond = |limit: i128| Some(square > spread.checked_mul(limit)?);
    Some(match (beyond(OUTER)?, beyond(INNER)?, apart > 0) {
        (true, _, true) => Side::FarAbove,
        (true, _, false) => Side::FarBelow,
        (_, true, true) => Side::Above,
        (_, true, false) => Side::Below,
        _ => Side::Within,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_lies_outside_when_chance_does_not_explain_it() {
        // Around 50 % the deviation of 100 dossiers is 5 %: 1,96 of them are 9,8 %, 3,09 are 15,45 %.
        #[track_caller]
        fn case(part: u64, expected: Side) {
            assert_eq!(side(part, 100, 500_000, 1_000_000), Some(expected), "{part} of 100");
        }
        case(41, Side::Within);
        case(40, Side::Below);
        case(35, Side::Below);
        case(34, Side::FarBelow);
        case(59, Side::Within);
        case(60, Side::Above);
        case(66, Side::FarAbove);
        // The same 40 % of 25 dossiers is nothing: their deviation is 10 %.
        assert_eq!(side(10, 25, 500_000, 1_000_000), Some(Side::Within));
    }

    #[test]
    fn where_all_or_none_meet_it_nothing_varies() {
        assert_eq!(side(10, 10, 30, 30), Some(Side::Within));
        assert_eq!(side(0, 10, 0, 30), Some(Side::Within));
        assert_eq!(side(u64::MAX, u64::MAX, 1, u64::MAX), None);
    }
}
