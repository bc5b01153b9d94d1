//! Limits as data: value, since when, from where. An officer's own limit stands over the shipped one and is printed with
//! the result.

use serde::Deserialize;
use serde::Serialize;

use crate::domain::Decimal;
use crate::domain::Percent;
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

/// Ngưỡng cảnh báo: the limits in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// Below it a percentage is “Thấp”.
    pub rate_low: Percent,
    /// Below it a count of certified copies is “Quá thấp”.
    pub count_very_low: u64,
    /// What is held against the limits.
    pub compare: Compare,
}

impl Thresholds {
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
        Self { rate_low: Percent::new(Decimal::whole(50)), count_very_low: 1000, compare: Compare::default() }
    }
}
