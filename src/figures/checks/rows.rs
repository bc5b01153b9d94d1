//! One row against itself: a part is no larger than its whole, parts make the whole, a printed rate is the rate of the
//! counts beside it.

use super::index;
use crate::columns::Field;
use crate::columns::Values;
use crate::domain::Aspect;
use crate::domain::Component;
use crate::domain::Decimal;
use crate::domain::Measure;
use crate::domain::Percent;
use crate::domain::Place;
use crate::domain::Ratio;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::numbers::print_count;
use crate::text::numbers::print_decimal;
use crate::text::numbers::print_exact_percent;

/// Places behind the comma to which rates are held; what is printed beyond is the same number.
const MOST_PLACES: u32 = 3;

/// To how many places behind the comma a column is printed: zeros at the end of a number are not seen, but hardly of all.
/// Nor is a column printed to as many as one odd cell of it.
pub(in crate::figures) fn places<'values>(all: impl Iterator<Item = &'values Values>) -> Vec<(Field, u32)> {
    let mut cells: Vec<(Field, [usize; MOST_PLACES as usize + 1])> = Vec::new();
    for (field, value) in all.flat_map(Values::iter).filter(|(field, _)| field.measure() != Some(Measure::Count)) {
        let own = value.digits().2.len().min(MOST_PLACES as usize);
        match cells.iter_mut().find(|(known, _)| *known == field) {
            Some((_, of)) => of[own] += 1,
            None => cells.push((field, std::array::from_fn(|places| usize::from(places == own)))),
        }
    }
    let places = |[none, one, two, most]: [usize; 4]| match (most, two, one) {
        _ if most > none + one + two => MOST_PLACES,
        (0, 0, 0) => 0,
        (0, 0, _) => 1,
        _ => 2,
    };
    cells.into_iter().map(|(field, of)| (field, places(of))).collect()
}

/// How far a value of a column may lie from the exact one, in millionths: half of its last place, up to hundredths that of a
/// tenth, to which some round before they print.
fn rounding(places: &[(Field, u32)], field: Field) -> u64 {
    match places.iter().find(|(known, _)| *known == field) {
        Some((_, 0)) => 500_000,
        Some((_, MOST_PLACES)) => 1_000,
        _ => 50_000,
    }
}

/// How far the sum of seven components may lie from its total where all are printed to a tenth, and of their sum.
const TENTHS: u64 = 8 * 50_000;

/// Part, rest and whole; the rest may not be there.
const WHOLES: [(Field, Option<Field>, Field); 8] = [
    (Field::ReceivedDigitised, Some(Field::ReceivedPlain), Field::Received),
    (Field::CompletedEResult, Some(Field::CompletedPlain), Field::Completed),
    (Field::Both, None, Field::Received),
    (Field::Both, None, Field::ReceivedDigitised),
    (Field::Both, None, Field::CompletedEResult),
    (Field::Reused, None, Field::Received),
    (Field::FromStore, None, Field::Received),
    (Field::FromStore, None, Field::Reused),
];

/// The rates beside the counts of dossiers.
const RATES: [Field; 3] = [Field::ReceivedRate, Field::CompletedRate, Field::BothRate];

/// From how many dossiers on nothing digitised is worth a look: an office with fewer may have had none that could be.
const MANY: u64 = 20;

/// The cell of a figure in the row that is checked.
pub(super) type At<'row> = &'row dyn Fn(Field) -> Place;

/// Tells of counts of nothing out of many.
pub(in crate::figures) fn nothing_of_many(values: &Values, at: At<'_>, notices: &mut Notices) {
    for (part, _, whole) in &WHOLES[..2] {
        if let (Some(0), Some(of_whole)) = (values.count(*part), values.count(*whole))
            && of_whole >= MANY
        {
            let found = format!("{} 0, {} {}", part.label(), whole.label(), print_count(of_whole));
            notices.add(NoticeCode::NothingDigitised, &at(*part), &found);
        }
    }
}

/// Checks the figures of one row. Points may lie apart from the sum of their parts by so many; a total of the index may be
/// more than its groups by what those could count that have no column, in millionths.
pub(in crate::figures) fn check(
    values: &Values,
    places: &[(Field, u32)],
    (tolerance, lacking): (Decimal, u64),
    at: At<'_>,
    notices: &mut Notices,
) {
    for (part, rest, whole) in WHOLES {
        exceeds(values, part, whole, at, notices);
        let sum = rest.and_then(|rest| Some((values.count(part)?, values.count(rest)?, values.count(whole)?)));
        if let Some((part, rest, all)) = sum.filter(|(part, rest, all)| part + rest != *all) {
            let found = format!("{} + {} ≠ {}", print_count(rest), print_count(part), print_count(all));
            notices.add(NoticeCode::PartsDiffer, &at(whole), &found);
        }
    }
    for rate in RATES {
        differs(values, rate, places, at, notices);
    }
    for component in Component::ALL {
        let [part, whole, rate] =
            [Aspect::Numerator, Aspect::Denominator, Aspect::Rate].map(|aspect| Field::Component(component, aspect));
        exceeds(values, part, whole, at, notices);
        differs(values, rate, places, at, notices);
    }
    group(values, places, tolerance, at, notices);
    index::check(values, lacking, at, notices);
}

fn exceeds(values: &Values, part: Field, whole: Field, at: At<'_>, notices: &mut Notices) {
    if let (Some(of_part), Some(of_whole)) = (values.count(part), values.count(whole))
        && of_part > of_whole
    {
        let found = format!("{} {} > {} {}", part.label(), print_count(of_part), whole.label(), print_count(of_whole));
        notices.add(NoticeCode::PartExceedsWhole, &at(part), &found);
    }
}

fn differs(values: &Values, rate: Field, places: &[(Field, u32)], at: At<'_>, notices: &mut Notices) {
    let Some((printed, (part, whole))) = values.percent(rate).zip(rate.share_of()) else { return };
    let share = values.count(part).zip(values.count(whole)).and_then(|(part, whole)| Ratio::of(part, whole));
    let Some(percent) = share.and_then(|share| share.times(Ratio::whole(100))) else { return };
    let exact = percent.rounded(6).filter(|exact| apart(printed.value(), *exact) > rounding(places, rate));
    if exact.is_some() {
        let shown = if rounding(places, rate) < 10_000 { MOST_PLACES } else { 2 };
        let computed = percent.rounded(shown).map(Percent::new).map(print_exact_percent).unwrap_or_default();
        let found = format!("{}: {} ≠ {computed}", rate.label(), print_exact_percent(printed));
        notices.add(NoticeCode::RateDiffers, &at(rate), &found);
    }
}

/// The group's percentage against its points, and its points against those of its components.
fn group(values: &Values, places: &[(Field, u32)], tolerance: Decimal, at: At<'_>, notices: &mut Notices) {
    let (percent, points) = (values.percent(Field::GroupPercent), values.get(Field::GroupPoints));
    if let Some((percent, points)) = percent.zip(points) {
        let computed = Percent::from_points(points);
        // Points rounded to a tenth are a quarter of a percent apart.
        let rough = places.iter().any(|(field, places)| *field == Field::GroupPoints && *places < 2);
        let of_points = if rough { rounding(places, Field::GroupPoints) * 100 / 22 } else { 0 };
        if apart(percent.value(), computed.value()) > rounding(places, Field::GroupPercent) + of_points {
            let found = format!(
                "{} ≠ {} ({} điểm / 22)",
                print_exact_percent(percent),
                print_exact_percent(computed),
                print_decimal(points)
            );
            notices.add(NoticeCode::RateDiffers, &at(Field::GroupPercent), &found);
        }
    }
    let parts = Component::ALL.map(|component| values.get(Field::Component(component, Aspect::Points)));
    let sum = parts.into_iter().collect::<Option<Vec<Decimal>>>();
    if let Some((points, parts)) = points.zip(sum) {
        let sum = Decimal::from_millionths(parts.iter().map(|part| part.millionths()).sum());
        // Two screens of one portal differ by 0,04 points; an office that minds as much lowers the tolerance. What is printed
        // to a tenth is no nearer than that.
        let of_points = |field: &Field| matches!(field, Field::Component(_, Aspect::Points));
        let most = places.iter().filter(|(field, _)| of_points(field)).map(|(_, places)| *places).max();
        let roughness = if most == Some(1) { TENTHS } else { 0 };
        if apart(points, sum) > tolerance.millionths().unsigned_abs().max(roughness) {
            let found = format!("{} ≠ {}", print_decimal(points), print_decimal(sum));
            notices.add(NoticeCode::PointsDiffer, &at(Field::GroupPoints), &found);
        }
    }
}

/// How far two values lie apart, in millionths.
pub(super) const fn apart(one: Decimal, other: Decimal) -> u64 {
    one.millionths().abs_diff(other.millionths())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(figures: &[(Field, &str)], expected: &[(&str, &str)]) {
        let mut values = Values::default();
        for (field, plain) in figures {
            values.set(*field, Decimal::from_plain(plain).unwrap());
        }
        let mut notices = Notices::default();
        let tolerance = Decimal::from_plain("0.05").unwrap();
        check(&values, &places([&values].into_iter()), (tolerance, 0), &|_| Place::file("a.csv").row(2), &mut notices);
        let sorted = notices.sorted();
        let found: Vec<(&str, &str)> = sorted
            .iter()
            .flat_map(|notice| notice.seen.iter().map(|seen| (notice.code.code(), seen.found.as_str())))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn parts_and_wholes_must_agree() {
        use Field::Both;
        use Field::CompletedEResult;
        use Field::Received;
        use Field::ReceivedDigitised;
        use Field::ReceivedPlain;
        case(&[(Received, "10"), (ReceivedDigitised, "8"), (ReceivedPlain, "2")], &[]);
        case(&[(Received, "10"), (ReceivedDigitised, "8"), (ReceivedPlain, "1")], &[("parts-differ", "1 + 8 ≠ 10")]);
        case(
            &[(Received, "10"), (ReceivedDigitised, "12")],
            &[("part-exceeds-whole", "số hồ sơ tiếp nhận có số hóa 12 > số hồ sơ tiếp nhận 10")],
        );
        case(&[(Received, "10")], &[]);
        // A dossier that has both is among those that have either.
        case(
            &[(Received, "10"), (ReceivedDigitised, "8"), (CompletedEResult, "6"), (Both, "7")],
            &[("part-exceeds-whole", "số hồ sơ số hóa cả hồ sơ và kết quả 7 > số hồ sơ có kết quả điện tử 6")],
        );
        case(
            &[(ReceivedDigitised, "6"), (CompletedEResult, "8"), (Both, "7")],
            &[("part-exceeds-whole", "số hồ sơ số hóa cả hồ sơ và kết quả 7 > số hồ sơ tiếp nhận có số hóa 6")],
        );
    }

    #[test]
    fn a_printed_rate_must_be_the_rate_of_its_counts() {
        use Field::Completed;
        use Field::CompletedEResult;
        use Field::CompletedRate;
        // 2 of 3 is 66,67 %; printed to a tenth 66,7 lies 0,03 away
        case(&[(Completed, "3"), (CompletedEResult, "2"), (CompletedRate, "66.7")], &[]);
        case(
            &[(Completed, "3"), (CompletedEResult, "2"), (CompletedRate, "66.6")],
            &[("rate-differs", "tỷ lệ số hóa kết quả: 66,6% ≠ 66,67%")],
        );
        case(&[(Completed, "0"), (CompletedEResult, "0"), (CompletedRate, "0")], &[]); // a share of nothing
        // Each is held to its own places: 66,666… is 67 to none, 66,667 to three; to two 0,05 is let pass.
        let printed = |rate| [(Completed, "3"), (CompletedEResult, "2"), (CompletedRate, rate)];
        for rate in ["67", "66.67", "66.64", "66.667", "66.666667"] {
            case(&printed(rate), &[]);
        }
        for (rate, found) in [
            ("66", "tỷ lệ số hóa kết quả: 66% ≠ 66,67%"),
            ("66.61", "tỷ lệ số hóa kết quả: 66,61% ≠ 66,67%"),
            ("66.664", "tỷ lệ số hóa kết quả: 66,664% ≠ 66,667%"),
        ] {
            case(&printed(rate), &[("rate-differs", found)]);
        }
    }

    #[test]
    fn one_odd_cell_says_nothing_of_how_a_column_is_printed() {
        let rates = |rates: &[&str]| {
            let values = |plain: &&str| {
                let mut values = Values::default();
                values.set(Field::ReceivedRate, Decimal::from_plain(plain).unwrap());
                values
            };
            let all: Vec<Values> = rates.iter().map(values).collect();
            places(all.iter())
        };
        assert_eq!(rates(&["97.57", "22.3", "2.986"]), [(Field::ReceivedRate, 2)]);
        assert_eq!(rates(&["97.567", "22.3", "2.986"]), [(Field::ReceivedRate, 3)]);
        assert_eq!(rates(&["97", "22.3"]), [(Field::ReceivedRate, 1)]);
        assert_eq!(rates(&["97", "22"]), [(Field::ReceivedRate, 0)]);
    }

    #[test]
    fn points_must_be_the_sum_of_their_parts() {
        let points = |component, plain| (Field::Component(component, Aspect::Points), plain);
        // Đồng Tháp: 4,51 + 0,97 + 0,75 + 0 + 0,96 + 0,49 + 2 = 9,68 points, 44,00 %
        let parts = [
            points(Component::A, "4.51"),
            points(Component::B, "0.97"),
            points(Component::C, "0.75"),
            points(Component::D, "0"),
            points(Component::E, "0.96"),
            points(Component::F, "0.49"),
            points(Component::G, "2"),
        ];
        let with = |extra: &[(Field, &'static str)]| [&parts[..], extra].concat();
        case(&with(&[(Field::GroupPoints, "9.68"), (Field::GroupPercent, "44")]), &[]);
        case(&with(&[(Field::GroupPoints, "9.73")]), &[]);
        case(&with(&[(Field::GroupPoints, "9.74")]), &[("points-differ", "9,74 ≠ 9,68")]);
        // 12,7 may be 12,65 to 12,75: 57,5 % to 57,95 %.
        case(&[(Field::GroupPoints, "12.7"), (Field::GroupPercent, "57.9")], &[]);
        case(
            &[(Field::GroupPoints, "12.7"), (Field::GroupPercent, "58.1")],
            &[("rate-differs", "58,1% ≠ 57,73% (12,7 điểm / 22)")],
        );
        case(
            &[(Field::GroupPoints, "9.68"), (Field::GroupPercent, "45")],
            &[("rate-differs", "45% ≠ 44% (9,68 điểm / 22)")],
        );
    }

    #[test]
    fn nothing_of_many_is_worth_a_look_and_nothing_of_few_is_not() {
        let found = |whole: &str, part: &str| {
            let mut values = Values::default();
            values.set(Field::Received, Decimal::from_plain(whole).unwrap());
            values.set(Field::ReceivedDigitised, Decimal::from_plain(part).unwrap());
            let mut notices = Notices::default();
            nothing_of_many(&values, &|_| Place::file("a.csv").row(2), &mut notices);
            notices.count(NoticeCode::NothingDigitised)
        };
        assert_eq!((found("20", "0"), found("19", "0"), found("5000", "1"), found("0", "0")), (1, 0, 0, 0));
    }

    #[test]
    fn two_groups_with_one_figure_are_told() {
        case(&[(Field::GroupPoints, "19.24"), (Field::ProgressPoints, "19.24")], &[("groups-alike", "19,24")]);
        case(&[(Field::GroupPoints, "0"), (Field::ProgressPoints, "0")], &[]);
    }
}
