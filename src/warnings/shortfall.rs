//! Còn thiếu bao nhiêu: what a unit lacks to leave a note, in percentage points, points, dossiers and copies.
//!
//! The numbers named reach the limit itself. Where the printed, rounded value is held against it, less is enough for the
//! note to go; that smaller number stands beside.

use super::Compare;
use super::Untold;
use crate::components::Preset;
use crate::components::Score;
use crate::components::Total;
use crate::domain::Component;
use crate::domain::Decimal;
use crate::domain::Percent;
use crate::domain::Ratio;

/// Cần bao nhiêu: a number of dossiers, or why it cannot be named.
pub type Needed = Result<u64, Untold>;

/// What is lacking up to one value of the percentage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// The value to be reached.
    pub target: Percent,
    /// Percentage points up to it.
    pub percent_points: Decimal,
    /// Points of the formula's maximum (22, unless components are left out) up to it, rounded up to a millionth; `None`
    /// under formulas without points.
    pub points: Option<Decimal>,
    /// Dossiers to be mended in both A and B; where one of them has too few left, how many in the other alone.
    pub both: Needed,
    /// Dossiers to be given an electronic result alone.
    pub in_a: Needed,
    /// Dossiers to have their papers digitised alone.
    pub in_b: Needed,
    /// Dossiers to use digitised data again, up to the cap of D.
    pub in_d: Needed,
    /// Under one ratio for all: old dossiers to be digitised.
    pub backlog: Option<Needed>,
    /// Under one ratio for all: new dossiers, all of them digitised.
    pub only_new: Option<Needed>,
}

/// Còn thiếu: what one unit lacks to leave its notes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shortfall {
    /// Up to the limit of its note about the percentage; `None` without such a note.
    pub percent: Option<Lack>,
    /// Up to the smallest value that prints as the limit or above, where that is less and rounding is in force.
    pub by_rounding: Option<Lack>,
    /// Certified copies up to the limit of its note; `None` without such a note.
    pub copies: Option<u64>,
}

/// What is lacking of the percentage up to a target; `None` when it is reached or there is no percentage.
#[must_use]
pub fn lack(total: &Total, scores: &[Score], target: Percent) -> Option<Lack> {
    let percent_points = total.percent.as_ref()?.value.points_below(target)?;
    let missing = missing(total, target);
    let dossiers = |components: &[Component]| match missing {
        Some(missing) => dossiers(scores, components, missing, total.is_of_scores()),
        None => Err(Untold::Formula),
    };
    let ratio = (total.preset == Some(Preset::Pooled)).then(|| sums(total, scores));
    Some(Lack {
        target,
        percent_points,
        points: missing.and_then(Ratio::ceiling),
        both: dossiers(&[Component::A, Component::B]),
        in_a: dossiers(&[Component::A]),
        in_b: dossiers(&[Component::B]),
        in_d: dossiers(&[Component::D]),
        backlog: ratio.map(|sums| sums.ok_or(Untold::TooLarge).and_then(|(part, whole)| backlog(part, whole, target))),
        only_new: ratio
            .map(|sums| sums.ok_or(Untold::TooLarge).and_then(|(part, whole)| only_new(part, whole, target))),
    })
}

/// What is lacking to leave a note with this limit.
#[must_use]
pub fn shortfall(total: &Total, scores: &[Score], limit: Option<(Percent, Compare)>, copies: Option<u64>) -> Shortfall {
    let Some((limit, compare)) = limit else { return Shortfall { copies, ..Shortfall::default() } };
    let least = compare.least(limit);
    let by_rounding = Some(least).filter(|least| *least < limit).and_then(|least| lack(total, scores, least));
    Shortfall { percent: lack(total, scores, limit), by_rounding, copies }
}

/// Old dossiers to be digitised until `part` of `whole` reaches the target; the whole stays.
pub fn backlog(part: u64, whole: u64, target: Percent) -> Needed {
    let share = share(target)?;
    let due = share.times(Ratio::whole(i128::from(whole))).and_then(Ratio::whole_ceiling).ok_or(Untold::TooLarge)?;
    if due > whole {
        return Err(Untold::NotEnough { left: whole.saturating_sub(part), bring: Decimal::default() });
    }
    Ok(due.saturating_sub(part))
}

/// New dossiers, all of them digitised, until the share reaches the target: `(T·d − n) / (1 − T)`.
pub fn only_new(part: u64, whole: u64, target: Percent) -> Needed {
    let (share, part, whole) = (share(target)?, Ratio::whole(i128::from(part)), Ratio::whole(i128::from(whole)));
    let due = share.times(whole).and_then(|due| due.minus(part)).ok_or(Untold::TooLarge)?;
    if !due.is_positive() {
        return Ok(0);
    }
    let rest = Ratio::whole(1).minus(share).filter(|rest| rest.is_positive()).ok_or(Untold::Whole)?;
    due.divided_by(rest).and_then(Ratio::whole_ceiling).ok_or(Untold::TooLarge)
}

fn share(target: Percent) -> Result<Ratio, Untold> {
    Ratio::from(target.value()).divided_by(Ratio::whole(100)).ok_or(Untold::TooLarge)
}

/// Points missing up to a percentage, as in [`Lack::points`], and of how many; `None` under formulas without points.
#[must_use]
pub fn points_missing(total: &Total, target: Percent) -> Option<(Decimal, Decimal)> {
    missing(total, target)?.ceiling().zip(whole(total))
}

/// The most points that the unit's formula counts; `None` under formulas without points.
fn whole(total: &Total) -> Option<Decimal> {
    match total.preset? {
        Preset::Reported => Some(Decimal::whole(22)),
        Preset::Points22 | Preset::PointsPresent => total.computed_max,
        Preset::MeanRates | Preset::Pooled => None,
    }
}

/// The points missing up to a percentage; `None` under formulas without points.
fn missing(total: &Total, target: Percent) -> Option<Ratio> {
    let whole = Ratio::from(whole(total)?);
    let own = match total.preset? {
        Preset::Reported => total.points()?,
        _ => Ratio::from(total.computed_points?),
    };
    let due = whole.times(Ratio::from(target.value()))?.divided_by(Ratio::whole(100))?.minus(own)?;
    // Points may have reached a limit that is a millionth above them as a percentage.
    Some(if due.is_positive() { due } else { Ratio::whole(0) })
}

/// How many dossiers, mended in each of these components, bring the points missing; these are added up as they are scored where
/// the percentage is.
fn dossiers(scores: &[Score], components: &[Component], missing: Ratio, is_scored: bool) -> Needed {
    let chosen: Vec<&Score> = scores.iter().filter(|score| components.contains(&score.card.component)).collect();
    let rooms: Vec<Option<u64>> = chosen.iter().map(|score| score.room().map(|(room, _)| room)).collect();
    let unknown = chosen.iter().zip(&rooms).filter(|(_, room)| room.is_none()).map(|(score, _)| score.card.component);
    let unknown: Vec<Component> = unknown.collect();
    if !unknown.is_empty() || chosen.len() < components.len() {
        return Err(Untold::NoCounts { of: unknown });
    }
    let (least, most) = (rooms.iter().flatten().min(), rooms.iter().flatten().max());
    let (least, most) = (least.copied().unwrap_or(0), most.copied().unwrap_or(0));
    let gain = |more: u64| {
        let gains = chosen.iter().map(|score| score.gain(more, is_scored));
        gains.flatten().try_fold(Ratio::whole(0), Ratio::plus)
    };
    let enough = |more: u64| Some(gain(more)?.compare(missing)?.is_ge());
    let with_most = || chosen.iter().zip(&rooms).find(|(_, room)| **room == Some(most)).map(|(score, _)| score);
    if !enough(most).ok_or(Untold::TooLarge)? {
        let bring = gain(most).and_then(|gain| gain.times(Ratio::whole(1_000))).and_then(Ratio::whole_floor);
        let bring = bring.and_then(|thousandths| i64::try_from(thousandths).ok()).ok_or(Untold::TooLarge)?;
        return Err(Untold::NotEnough { left: most, bring: Decimal::from_millionths(bring * 1_000) });
    }
    // More dossiers never bring less, so the smallest number that is enough is found by halving.
    let (mut less, mut more) = (0, most);
    while less < more {
        let middle = less + (more - less) / 2;
        if enough(middle).ok_or(Untold::TooLarge)? { more = middle } else { less = middle + 1 }
    }
    match with_most().filter(|_| more > least) {
        Some(score) => Err(Untold::Parted { both: least, of: score.card.component, more: more - least }),
        None => Ok(more),
    }
}

/// Numerators and denominators of the components that one ratio joins.
fn sums(total: &Total, scores: &[Score]) -> Option<(u64, u64)> {
    let joined = |score: &&Score| total.counted.contains(&score.card.component);
    scores.iter().filter(joined).try_fold((0_u64, 0_u64), |(parts, wholes), score| {
        let (part, whole) = (score.numerator.as_ref()?.value, score.denominator.as_ref()?.value);
        Some((parts.checked_add(part)?, wholes.checked_add(whole)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::columns::Field;
    use crate::components;
    use crate::components::Formula;
    use crate::domain::Aspect;
    use crate::figures::Figures;

    fn percent(plain: &str) -> Percent {
        Percent::new(Decimal::from_plain(plain).unwrap())
    }

    fn counts(component: Component, part: &'static str, whole: &'static str) -> [(Field, &'static str); 2] {
        [
            (Field::Component(component, Aspect::Numerator), part),
            (Field::Component(component, Aspect::Denominator), whole),
        ]
    }

    fn lacking(figures: &[(Field, &str)], formula: &Formula, target: &str) -> Option<Lack> {
        let figures = Figures::of(figures);
        let scores: Vec<Score> =
            components::ALL.iter().map(|card| components::score(card, &figures, formula)).collect();
        lack(&components::total(&figures, &scores, formula), &scores, percent(target))
    }

    /// A unit with this percentage, 10.000 dossiers in A and in B, and so many of them done in each.
    fn unit(percent: &'static str, done: &'static str) -> Vec<(Field, &'static str)> {
        let ab = [counts(Component::A, done, "10000"), counts(Component::B, done, "10000")].concat();
        [vec![(Field::GroupPercent, percent)], ab].concat()
    }

    #[test]
    fn dossiers_mended_in_both_bring_ten_points_over_all() {
        // 22 · 0,5 = 11 points due; 10,89 · 10,78 · 10,582 are there; each dossier brings 10 / 10.000 = 0,001.
        for (own, points, both) in [("49.5", "0.11", 110), ("49", "0.22", 220), ("48.1", "0.418", 418)] {
            let lack = lacking(&unit(own, "4000"), &Formula::default(), "50").unwrap();
            assert_eq!((lack.points.unwrap().to_string().as_str(), lack.both), (points, Ok(both)), "{own}");
        }
        // A alone brings 6 / 10.000: 0,11 / 0,0006 = 183,3…; B alone 4 / 10.000: 275.
        let lack = lacking(&unit("49.5", "4000"), &Formula::default(), "50").unwrap();
        assert_eq!((lack.in_a, lack.in_b, lack.percent_points.to_string()), (Ok(184), Ok(275), "0.5".into()));
        assert_eq!(lack.in_d, Err(Untold::NoCounts { of: vec![Component::D] }));
        assert_eq!((lack.backlog, lack.only_new), (None, None));
    }

    #[test]
    fn rounding_asks_for_less_and_both_numbers_are_told() {
        // 49,95 % prints as 50 %: 22 · 0,4995 = 10,989 points, 0,099 more than 10,89.
        let figures = Figures::of(&unit("49.5", "4000"));
        let formula = Formula::default();
        let scores: Vec<Score> =
            components::ALL.iter().map(|card| components::score(card, &figures, &formula)).collect();
        let total = components::total(&figures, &scores, &formula);
        let rounded = shortfall(&total, &scores, Some((percent("50"), Compare::Rounded)), Some(5));
        assert_eq!(rounded.percent.unwrap().both, Ok(110));
        assert_eq!(rounded.by_rounding.unwrap().both, Ok(99));
        assert_eq!(rounded.copies, Some(5));
        assert_eq!(shortfall(&total, &scores, Some((percent("50"), Compare::Exact)), None).by_rounding, None);
    }

    #[test]
    fn points_that_are_rounded_as_they_are_scored_are_reached_as_they_are_scored() {
        // 6 · 0,4001 and 4 · 0,4001 are scored 2,40 and 1,60, of 10 points 5 are due. With 991 more A is 2,9952 and B 1,9968:
        // 3,00 and 2,00. With 990 A is 2,9946: 2,99.
        let formula = Formula { preset: Some(Preset::PointsPresent), ..Formula::default() };
        let ab = [counts(Component::A, "4001", "10000"), counts(Component::B, "4001", "10000")].concat();
        let lack = lacking(&ab, &formula, "50").unwrap();
        assert_eq!((lack.points.unwrap().to_string().as_str(), lack.both), ("1", Ok(991)));
        // A alone has to be scored 3,40: 3,395 is 6 · 0,56583…
        assert_eq!(lack.in_a, Ok(1_658));
    }

    #[test]
    fn what_is_left_may_not_be_enough() {
        // 100 dossiers left in A bring 0,06 points, in both 0,1: less than 0,11.
        let lack = lacking(&unit("49.5", "9900"), &Formula::default(), "50").unwrap();
        assert_eq!(lack.in_a, Err(Untold::NotEnough { left: 100, bring: Decimal::from_millionths(60_000) }));
        assert_eq!(lack.both, Err(Untold::NotEnough { left: 100, bring: Decimal::from_millionths(100_000) }));
        // D reaches its two points at 80 %: 7.900 of 10.000 leave 100 dossiers of 2,5 / 10.000 points, 0,025 in all.
        let d = |part| [vec![(Field::GroupPercent, "49.9")], counts(Component::D, part, "10000").to_vec()].concat();
        let lack = lacking(&d("7900"), &Formula::default(), "50").unwrap(); // 0,022 points: 88 dossiers
        assert_eq!(lack.in_d, Ok(88));
        let lack = lacking(&d("7950"), &Formula::default(), "50").unwrap();
        assert_eq!(lack.in_d, Err(Untold::NotEnough { left: 50, bring: Decimal::from_millionths(12_000) }));
    }

    #[test]
    fn what_only_one_component_can_take_is_told_apart() {
        #[track_caller]
        fn case(a: &'static str, b: &'static str, points: &str, both: &Needed) {
            let ab = [counts(Component::A, a, "1000"), counts(Component::B, b, "1000")].concat();
            let figures = [vec![(Field::GroupPoints, points)], ab].concat();
            let lack = lacking(&figures, &Formula::default(), "50").unwrap();
            assert_eq!(&lack.both, both, "{a} {b}");
        }
        // 11 - 8,91 = 2,09 points. B has 10 dossiers left, 0,04 points; A then 2,05 / 0,006 = 341,6…: ten of 342 in both.
        case("400", "990", "8.91", &Err(Untold::Parted { both: 10, of: Component::A, more: 332 }));
        // A is full: 1 point of B alone, 250 dossiers of 0,004.
        case("1000", "400", "10", &Err(Untold::Parted { both: 0, of: Component::B, more: 250 }));
        case("400", "500", "8.91", &Ok(209)); // 2,09 / 0,01
        // 10 dossiers of both bring 0,1 points.
        case("400", "990", "10.9", &Ok(10));
        case("400", "990", "10.899", &Err(Untold::Parted { both: 10, of: Component::A, more: 1 }));
        // 500 of A and 10 of B bring 3,04 of the 3,05 missing.
        let beyond = Untold::NotEnough { left: 500, bring: Decimal::from_millionths(3_040_000) };
        case("500", "990", "7.95", &Err(beyond));
    }

    #[test]
    fn a_percentage_alone_names_no_dossiers_and_says_why() {
        let lack = lacking(&[(Field::GroupPercent, "49.5")], &Formula::default(), "50").unwrap();
        assert_eq!(lack.both, Err(Untold::NoCounts { of: vec![Component::A, Component::B] }));
        assert!(lack.both.unwrap_err().sentence().contains("A, B"));
        assert_eq!(lacking(&[(Field::GroupPercent, "50")], &Formula::default(), "50"), None);
        assert_eq!(lacking(&[], &Formula::default(), "50"), None);
    }

    #[test]
    fn one_ratio_is_reached_by_old_dossiers_or_by_new_ones() {
        #[track_caller]
        fn case(part: u64, whole: u64, target: &str, old: Needed, new: Needed) {
            let target = percent(target);
            assert_eq!((backlog(part, whole, target), only_new(part, whole, target)), (old, new));
        }
        case(495, 1_000, "50", Ok(5), Ok(10)); // (500 - 495) / 0,5: 505 of 1.010
        case(1, 3, "50", Ok(1), Ok(1)); // 1,5 is two of three; two of four
        case(500, 1_000, "50", Ok(0), Ok(0));
        case(990, 1_000, "100", Ok(10), Err(Untold::Whole));
        let beyond = Untold::NotEnough { left: 10, bring: Decimal::default() };
        case(990, 1_000, "101", Err(beyond), Err(Untold::Whole));
        case(0, 0, "50", Ok(0), Ok(0));
        // Under the formula of one ratio: 752 of 1.000 and 243 of 1.000 make 995 of 2.000; 1.000 are due.
        let formula =
            Formula { preset: Some(Preset::Pooled), rates: vec![Component::A, Component::B], ..Formula::default() };
        let ab = [counts(Component::A, "752", "1000"), counts(Component::B, "243", "1000")].concat();
        let lack = lacking(&ab, &formula, "50").unwrap();
        assert_eq!((lack.backlog, lack.only_new, lack.both), (Some(Ok(5)), Some(Ok(10)), Err(Untold::Formula)));
    }
}
