//! Limits as data: value, since when, from where. An officer's own limit stands over the shipped one and is printed with
//! the result.

use serde::Deserialize;
use serde::Serialize;

use super::Relative;
use crate::domain::Decimal;
use crate::domain::Percent;
use crate::text::numbers::PERCENT_PLACES;
use crate::text::numbers::print_exact_percent;
use crate::text::numbers::print_percent;

/// Where a shipped limit comes from.
#[derive(Debug, PartialEq, Eq)]
pub struct LimitSource {
    /// Since when it has been used.
    pub since: &'static str,
    /// Who uses it, and how we know.
    pub text: &'static str,
}

/// What is held against a limit: the printed value or the exact one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Compare {
    /// The value rounded as the table prints it, so that a table never contradicts its note.
    #[default]
    Rounded,
    /// The value as given.
    Exact,
}

impl Compare {
    /// The percentage that is held against a limit. Rounding only ever helps a unit: a value at the limit that prints a
    /// little lower stays unmarked too.
    #[must_use]
    pub fn held(self, percent: Percent) -> Percent {
        match self {
            Self::Rounded => percent.rounded(PERCENT_PLACES).max(percent),
            Self::Exact => percent,
        }
    }

    /// The smallest percentage that reaches a limit: 49,95 for 50 where 49,95 prints as 50.
    #[must_use]
    pub fn least(self, limit: Percent) -> Percent {
        const STEP: i64 = 100_000; // a tenth, in millionths
        match self {
            Self::Exact => limit,
            Self::Rounded => {
                let tenths = limit.value().millionths().div_euclid(STEP)
                    + i64::from(limit.value().millionths().rem_euclid(STEP) > 0);
                Percent::new(Decimal::from_millionths(tenths * STEP - STEP / 2)).min(limit)
            }
        }
    }
}

/// Ngưỡng cảnh báo: the limits in force, as a set that an office names, dates and gives its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// What the office calls the set; empty for the limits that ship.
    pub name: String,
    /// Since when it has been used, as the office writes it; empty when that is not said.
    pub since: String,
    /// Who has decided it; empty when that is not said.
    pub source: String,
    /// Below it a percentage is “Thấp”.
    pub rate_low: Percent,
    /// Below it a count of certified copies is “Quá thấp”.
    pub count_very_low: u64,
    /// What is held against the limits.
    pub compare: Compare,
    /// With fewer dossiers than these a unit is marked: chance alone moves its percentage a lot. 100 dossiers of a rate
    /// around 50 % lie within about 10 percentage points of it in 95 of 100 cases (1,96 · √(0,25 / 100) = 9,8 %), and ten
    /// points are more than most ranks lie apart.
    pub few_dossiers: u64,
    /// The relative rules in force beside the absolute limits.
    pub relative: Vec<Relative>,
}

impl Thresholds {
    /// Whether the limit of an absolute rule, by its code, is the one that ships.
    #[must_use]
    pub fn is_shipped(&self, code: &str) -> bool {
        let shipped = Self::default();
        match code {
            "rate-low" => self.rate_low == shipped.rate_low,
            _ => self.count_very_low == shipped.count_very_low,
        }
    }

    /// A percentage as it is held against the limit, printed: so that a table never contradicts its note.
    #[must_use]
    pub fn print(&self, percent: Percent) -> String {
        match self.compare {
            Compare::Rounded => print_percent(percent),
            Compare::Exact => print_exact_percent(percent),
        }
    }
}

/// The limits that reproduce the letter of June 2023.
impl Default for Thresholds {
    fn default() -> Self {
        Self {
            name: String::new(),
            since: String::new(),
            source: String::new(),
            rate_low: Percent::new(Decimal::whole(50)),
            count_very_low: 1000,
            compare: Compare::default(),
            few_dossiers: 100,
            relative: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_percentage_that_reaches_a_limit_reaches_it_and_the_one_below_does_not() {
        for (limit, least) in [("50", "49.95"), ("49.96", "49.95"), ("51.93", "51.93"), ("51.98", "51.95")] {
            let percent = |plain: &str| Percent::new(Decimal::from_plain(plain).unwrap());
            let (limit, least) = (percent(limit), percent(least));
            assert_eq!((Compare::Rounded.least(limit), Compare::Exact.least(limit)), (least, limit));
            let below = Percent::new(Decimal::from_millionths(least.value().millionths() - 1));
            assert!(Compare::Rounded.held(least) >= limit && Compare::Rounded.held(below) < limit, "{limit}");
        }
    }
}
