//! Figures → what deserves attention: the notes “Thấp” and “Quá thấp”, each from a rule with a dated, sourced limit. The
//! two notes know nothing of each other: the best unit by percentage can be far too low in certified copies.

mod count_very_low;
mod rate_low;
mod relative;
mod shortfall;
mod thresholds;
mod untold;

pub use count_very_low::count_very_low;
pub use rate_low::rate_low;
pub use relative::Facts;
pub use relative::RELATIVE;
pub use relative::Relative;
pub use relative::RelativeCard;
pub use relative::Unsaid;
pub use shortfall::Lack;
pub use shortfall::Needed;
pub use shortfall::Shortfall;
pub use shortfall::backlog;
pub use shortfall::lack;
pub use shortfall::only_new;
pub use shortfall::points_missing;
pub use shortfall::shortfall;
pub use thresholds::Compare;
pub use thresholds::LimitSource;
pub use thresholds::Thresholds;
pub use untold::Untold;

use crate::domain::Decimal;

/// Luật cảnh báo: what is told about a rule wherever its word stands.
#[derive(Debug, PartialEq, Eq)]
pub struct WarningCard {
    /// The stable word of the rule.
    pub code: &'static str,
    /// The word a letter prints.
    pub word: &'static str,
    /// What the rule looks at.
    pub measure: &'static str,
    /// Where its limit comes from.
    pub source: LimitSource,
}

/// The absolute rules; the relative ones are in [`RELATIVE`].
pub const ALL: [&WarningCard; 2] = [&rate_low::CARD, &count_very_low::CARD];

/// Cảnh báo: one rule's word about one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The rule.
    pub card: &'static WarningCard,
    /// How much is missing up to the limit, in the measure of the rule.
    pub missing: Decimal,
    /// The limit itself: below it the rule fires.
    pub limit: Decimal,
}

impl Warning {
    /// Of two warnings about one figure the one that lacks more: a unit leaves its note once it has reached both. Of equal
    /// ones the first.
    #[must_use]
    pub fn higher(one: Option<Self>, other: Self) -> Option<Self> {
        Some(one.filter(|one| one.missing >= other.missing).unwrap_or(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_its_own_word_and_a_source_with_a_day() {
        for (index, card) in ALL.iter().enumerate() {
            assert!(ALL[..index].iter().all(|other| other.code != card.code && other.word != card.word));
            assert!(!card.source.text.is_empty() && crate::text::day(card.source.since).is_some());
        }
    }
}
