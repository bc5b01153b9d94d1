//! Relative rules beside the absolute ones: a unit is held against the province, its group or its time. Each finds a
//! limit in the measure of its figure, so that whatever the rule, a unit is flagged when it lies below a number that can
//! be printed, and its distance can be told.

mod bottom_copies;
mod bottom_percents;
mod copies_per_30_days;
mod copies_share_of_largest;
mod copies_share_of_mean;
mod copies_share_of_median;
mod facts;
mod leaving;
mod percent_points_below_province;
mod percent_share_of_mean;
mod percent_share_of_province;

pub use facts::Facts;
pub use facts::Unsaid;

use super::Compare;
use super::Warning;
use super::WarningCard;
use crate::domain::Decimal;
use crate::domain::Measure;
use crate::domain::Percent;
use crate::domain::Ratio;
use facts::above_the_lowest;
use facts::mean;

/// Thẻ luật tương đối: what is told about a relative rule, and how it finds its limit.
#[derive(Debug)]
pub struct RelativeCard {
    /// Its code, word, measure and source.
    pub card: WarningCard,
    /// What it holds against its limit: a percentage or a count.
    pub of: Measure,
    /// The rule in words; `{}` stands for the value set.
    pub words: &'static str,
    /// A value that reproduces the letter of June 2023, as a plain decimal.
    pub suggested: &'static str,
    /// The smallest and the largest value that mean anything.
    range: (i32, i32),
    /// Whether the place among the others decides, which rounding must not move.
    by_place: bool,
    /// The limit below which a unit is flagged.
    limit: fn(Ratio, &Facts) -> Result<Ratio, Unsaid>,
}

impl RelativeCard {
    /// Whether the place among the others decides, and not the distance to a limit.
    #[must_use]
    pub const fn by_place(&self) -> bool {
        self.by_place
    }

    /// The smallest and the largest value that mean anything.
    #[must_use]
    pub const fn range(&self) -> (i32, i32) {
        self.range
    }
}

impl PartialEq for RelativeCard {
    fn eq(&self, other: &Self) -> bool {
        self.card.code == other.card.code
    }
}

impl Eq for RelativeCard {}

/// All relative rules.
pub const RELATIVE: [&RelativeCard; 9] = [
    &percent_share_of_province::CARD,
    &percent_points_below_province::CARD,
    &percent_share_of_mean::CARD,
    &bottom_percents::CARD,
    &copies_share_of_median::CARD,
    &copies_share_of_mean::CARD,
    &copies_share_of_largest::CARD,
    &bottom_copies::CARD,
    &copies_per_30_days::CARD,
];

/// Luật tương đối: a relative rule with the value an office has set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relative {
    /// The rule.
    pub card: &'static RelativeCard,
    /// Its value: a share, percentage points, a number of units, copies in 30 days.
    pub value: Decimal,
}

impl Relative {
    /// The rule with its suggested value.
    ///
    /// # Panics
    /// Never: the suggested values are plain decimals, as a test holds.
    #[must_use]
    pub fn suggested(card: &'static RelativeCard) -> Self {
        Self { card, value: Decimal::from_plain(card.suggested).expect("suggested values are plain decimals") }
    }

    /// A rule by its code with a value; `None` when there is no such rule or its value means nothing.
    #[must_use]
    pub fn new(code: &str, value: Decimal) -> Option<Self> {
        let card = RELATIVE.into_iter().find(|card| card.card.code == code)?;
        let (least, most) = card.range;
        let whole = !card.by_place || value.as_count().is_some();
        (whole && (Decimal::whole(least)..=Decimal::whole(most)).contains(&value)).then_some(Self { card, value })
    }

    /// The limit below which a unit is flagged, in the measure of its figure; a count is a whole number.
    pub fn limit(&self, facts: &Facts) -> Result<Decimal, Unsaid> {
        let limit = (self.card.limit)(Ratio::from(self.value), facts)?;
        let limit = match self.card.of {
            // Below a limit between two whole numbers is below the next one.
            Measure::Count => limit.whole_ceiling().and_then(Decimal::from_count),
            Measure::Percent | Measure::Points => limit.ceiling(),
        };
        limit.ok_or(Unsaid::TooLarge)
    }

    /// The warning of a percentage under a limit of this rule; `None` when it is reached or the rule looks at counts.
    #[must_use]
    pub fn of_percent(&self, percent: Percent, limit: Decimal, compare: Compare) -> Option<Warning> {
        let limit = Some(Percent::new(limit)).filter(|_| self.card.of == Measure::Percent)?;
        let compare = if self.card.by_place { Compare::Exact } else { compare };
        compare.held(percent).points_below(limit)?;
        Some(Warning { card: &self.card.card, missing: percent.points_below(limit)?, limit: limit.value() })
    }

    /// The warning of a count under a limit of this rule; `None` when it is reached or the rule looks at percentages.
    #[must_use]
    pub fn of_count(&self, count: u64, limit: Decimal) -> Option<Warning> {
        let missing = limit.as_count().filter(|_| self.card.of == Measure::Count)?.checked_sub(count)?;
        let missing = Decimal::from_count(missing).filter(|missing| *missing > Decimal::default())?;
        Some(Warning { card: &self.card.card, missing, limit })
    }

    /// The rule in words, its value as Vietnam prints it.
    #[must_use]
    pub fn words(&self) -> String {
        self.card.words.replace("{}", &crate::text::numbers::print_decimal(self.value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Day;
    use crate::domain::Period;
    use crate::warnings::Thresholds;

    const PERCENTS: [&str; 9] = ["72.3", "68.9", "58.6", "56.9", "53.9", "53.1", "49.5", "49", "48.1"];
    const COPIES: [u64; 9] = [366, 1343, 2919, 1112, 546, 1945, 2486, 678, 426];

    fn percent(plain: &str) -> Percent {
        Percent::new(Decimal::from_plain(plain).unwrap())
    }

    /// The letter of June 2023: nine districts, the province, copies since 01/01/2020.
    fn letter() -> Facts {
        let day = |year, month, day| Day::new(year, month, day).unwrap();
        Facts {
            percents: PERCENTS.map(percent).to_vec(),
            copies: COPIES.to_vec(),
            province: Some(percent("57.7")),
            // 366 + 365 + 365 days of three years, 31 + 28 + 31 + 30 + 31 + 5 of the fourth: 1.252
            days: Period::new(day(2020, 1, 1), day(2023, 6, 5)).map(Period::days),
        }
    }

    fn rule(code: &str, value: &str) -> Relative {
        Relative::new(code, Decimal::from_plain(value).unwrap()).unwrap_or_else(|| panic!("{code} {value}"))
    }

    /// How many of the letter's units a rule flags.
    fn flags(rule: Relative) -> usize {
        let facts = letter();
        assert_eq!(facts.days, Some(1_252));
        let limit = rule.limit(&facts).unwrap();
        let percents = facts.percents.iter().filter(|own| rule.of_percent(**own, limit, Compare::Rounded).is_some());
        let copies = facts.copies.iter().filter(|own| rule.of_count(**own, limit).is_some());
        percents.count() + copies.count()
    }

    #[test]
    fn every_value_the_letter_allows_flags_what_the_letter_flags() {
        // Each interval at its ends: the value before, the first, the last, the value behind.
        for (code, values, flagged) in [
            // 49,5 / 57,7 = 0,857885…; 53,1 / 57,7 = 0,920277…
            ("percent-share-of-province", ["0.857885", "0.857886", "0.920277", "0.920278"], [2, 3, 3, 4]),
            // 57,7 - 8,2 = 49,5 is not above 49,5; 57,7 - 4,6 = 53,1
            ("percent-points-below-province", ["8.2", "8.1", "4.6", "4.5"], [2, 3, 3, 4]),
            // The mean of the nine is 510,3 / 9 = 56,7; 49,5 / 56,7 = 0,873015…; 53,1 / 56,7 = 0,936507…
            ("percent-share-of-mean", ["0.873015", "0.873016", "0.936507", "0.936508"], [2, 3, 3, 4]),
            ("bottom-percents", ["2", "3", "3", "4"], [2, 3, 3, 4]),
            // The median of nine is the fifth, 1.112; 678 / 1.112 = 0,609712…
            ("copies-share-of-median", ["0.609712", "0.609713", "1", "1.000001"], [3, 4, 4, 5]),
            // The mean is 11.821 / 9 = 1.313,44…; 678 / 1.313,44 = 0,516199…; 1.112 / 1.313,44 = 0,846628…
            ("copies-share-of-mean", ["0.516199", "0.5162", "0.846628", "0.846629"], [3, 4, 4, 5]),
            // 678 / 2.919 = 0,232271…; 1.112 / 2.919 = 0,380952…
            ("copies-share-of-largest", ["0.232271", "0.232272", "0.380952", "0.380953"], [3, 4, 4, 5]),
            ("bottom-copies", ["3", "4", "4", "5"], [3, 4, 4, 5]),
            // 678 · 30 / 1.252 = 16,246006…; 1.112 · 30 / 1.252 = 26,645367…
            ("copies-per-30-days", ["16.246006", "16.246007", "26.645367", "26.645368"], [3, 4, 4, 5]),
        ] {
            for (value, flagged) in values.into_iter().zip(flagged) {
                assert_eq!(flags(rule(code, value)), flagged, "{code} {value}");
            }
        }
    }

    #[test]
    fn the_values_suggested_flag_what_the_letter_flags() {
        for card in RELATIVE {
            let expected = if card.of == Measure::Percent { 3 } else { 4 };
            assert_eq!(flags(Relative::suggested(card)), expected, "{}", card.card.code);
            assert!(
                card.words.contains("{}") && Relative::new(card.card.code, Relative::suggested(card).value).is_some()
            );
            assert!(crate::text::day(card.card.source.since).is_some());
        }
    }

    #[test]
    fn rules_that_fail_the_letter_fail_here() {
        for (code, value, flagged) in [
            ("percent-share-of-province", "1", 6), // below the province itself
            ("percent-share-of-mean", "1", 5),
            ("copies-share-of-mean", "1", 5),
            ("copies-share-of-median", "0.5", 3), // below 556: misses 678
        ] {
            assert_eq!(flags(rule(code, value)), flagged, "{code} {value}");
        }
    }

    #[test]
    fn a_distance_is_told_up_to_the_rules_own_limit() {
        // 0,9 · 57,7 = 51,93: Bắc Hà lacks 51,93 - 48,1 = 3,83 percentage points.
        let facts = letter();
        let share = rule("percent-share-of-province", "0.9");
        let limit = share.limit(&facts).unwrap();
        let warning = share.of_percent(percent("48.1"), limit, Compare::Rounded).unwrap();
        assert_eq!((warning.missing.to_string(), warning.card.word), ("3.83".to_owned(), "Thấp"));
        // 20 · 1.252 / 30 = 834,66…: below 835 is below it; Văn Bàn lacks 835 - 678.
        let pace = rule("copies-per-30-days", "20");
        let limit = pace.limit(&facts).unwrap();
        assert_eq!(
            (limit.to_string(), pace.of_count(678, limit).unwrap().missing.to_string()),
            ("835".into(), "157".into())
        );
    }

    #[test]
    fn the_lowest_are_flagged_with_all_that_tie_with_them() {
        let facts = Facts { copies: vec![5, 7, 7, 9], ..Facts::default() };
        let two = rule("bottom-copies", "2");
        let limit = two.limit(&facts).unwrap();
        assert_eq!(facts.copies.iter().filter(|own| two.of_count(**own, limit).is_some()).count(), 3);
        assert_eq!(rule("bottom-copies", "4").limit(&facts), Err(Unsaid::TooFewUnits));
        // 49,96 % prints as 50 %, and stands below 49,98 % all the same.
        let facts = Facts { percents: ["49.96", "49.98", "60"].map(percent).to_vec(), ..Facts::default() };
        let one = rule("bottom-percents", "1");
        assert!(one.of_percent(percent("49.96"), one.limit(&facts).unwrap(), Compare::Rounded).is_some());
    }

    #[test]
    fn whoever_is_of_the_lowest_must_pass_one_of_the_others() {
        let limits = |code, value| Thresholds { relative: vec![rule(code, value)], ..Thresholds::default() };
        let letter = letter();
        // With four named, Bát Xát (53,1) must pass Si Ma Cai (53,9): 0,8 more only tie with it.
        let four =
            |own| limits("bottom-percents", "4").relative_percent(percent(own), &letter).unwrap().missing.to_string();
        assert_eq!((four("53.1"), four("48.1")), ("0.81".into(), "5.81".into()));
        let five = limits("bottom-copies", "5").relative_count(1_112, &letter).unwrap();
        assert_eq!(five.missing, Decimal::whole(1_343 + 1 - 1_112));
        // Of the two that tie either leaves once it has passed the other.
        let tied = Facts { copies: vec![1, 2, 3, 4, 4, 6], ..Facts::default() };
        let lacks = |own| limits("bottom-copies", "4").relative_count(own, &tied).unwrap().missing;
        assert_eq!((lacks(4), lacks(1)), (Decimal::whole(1), Decimal::whole(4)));
    }

    #[test]
    fn a_rule_without_what_it_needs_says_so() {
        let nothing = Facts::default();
        for (code, value, reason) in [
            ("percent-share-of-province", "0.9", Unsaid::NoProvince),
            ("percent-points-below-province", "5", Unsaid::NoProvince),
            ("percent-share-of-mean", "0.9", Unsaid::NoFigures),
            ("bottom-percents", "3", Unsaid::TooFewUnits),
            ("copies-share-of-median", "1", Unsaid::NoFigures),
            ("copies-share-of-largest", "0.3", Unsaid::NoFigures),
            ("copies-per-30-days", "20", Unsaid::NoPeriod),
        ] {
            assert_eq!(rule(code, value).limit(&nothing), Err(reason), "{code}");
        }
        for (code, value) in [("percent-share-of-province", "-1"), ("bottom-percents", "1.5"), ("bottom", "3")] {
            assert_eq!(Relative::new(code, Decimal::from_plain(value).unwrap()), None, "{code} {value}");
        }
    }
}
