//! Which relative rule's word stands by a figure, and what is missing to lose it.

use super::Facts;
use super::Relative;
use super::facts::to_leave;
use crate::domain::Decimal;
use crate::domain::Measure;
use crate::domain::Percent;
use crate::warnings::Thresholds;
use crate::warnings::Warning;

impl Relative {
    /// The warning with what is missing up to a place beyond the lowest, where the place decides: who only comes up with the
    /// last of `beyond` ties with it, and is flagged still. A percentage of a hundredth more stands above it.
    fn leaving(&self, warning: Warning, own: Decimal, beyond: impl FnOnce() -> Option<Decimal>) -> Warning {
        if !self.card.by_place {
            return warning;
        }
        let step = if self.card.of == Measure::Count { 1_000_000 } else { 10_000 };
        let missing = beyond().map(|last| Decimal::from_millionths(last.millionths() - own.millionths() + step));
        Warning { missing: missing.unwrap_or(warning.missing), ..warning }
    }
}

impl Thresholds {
    /// The warning of the relative rules in force that flag a percentage: of several the one with the highest limit.
    #[must_use]
    pub fn relative_percent(&self, percent: Percent, facts: &Facts) -> Option<Warning> {
        let flag =
            |rule: &Relative| {
                let warning = rule.of_percent(percent, rule.limit(facts).ok()?, self.compare)?;
                Some(rule.leaving(warning, percent.plain(), || {
                    Some(to_leave(&facts.percents, percent, rule.value)?.plain())
                }))
            };
        self.relative.iter().filter_map(flag).fold(None, Warning::higher)
    }

    /// The same of a count.
    #[must_use]
    pub fn relative_count(&self, count: u64, facts: &Facts) -> Option<Warning> {
        let flag = |rule: &Relative| {
            let warning = rule.of_count(count, rule.limit(facts).ok()?)?;
            let copies = || Decimal::from_count(to_leave(&facts.copies, count, rule.value)?);
            Some(rule.leaving(warning, Decimal::from_count(count)?, copies))
        };
        self.relative.iter().filter_map(flag).fold(None, Warning::higher)
    }
}
