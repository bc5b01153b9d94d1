//! Numbers that arrow keys move. Their inputs are of text, since a decimal comma is to be typed whatever language the browser
//! speaks; beyond that they are what inputs of numbers are.

use serde::Deserialize;
use serde::Serialize;

use super::Action;
use super::Limit;
use super::Ruling;
use crate::analysis::Settings;
use crate::domain::Decimal;
use crate::domain::Percent;
use crate::text::numbers::print_decimal;
use crate::warnings::RELATIVE;

/// Phím: a key that moves a number, as the browser calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "keys are called what is written on them")]
pub enum Key {
    ArrowUp,
    ArrowDown,
    PageUp,
    PageDown,
}

/// Ô số: an input of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spin {
    /// Its id.
    pub id: &'static str,
    now: Option<Decimal>,
    sign: &'static str,
    range: (i32, i32),
    /// What an arrow and what a page key adds.
    steps: (Decimal, Decimal),
}

const TENS: (Decimal, Decimal) = (Decimal::whole(1), Decimal::whole(10));
const HUNDREDS: (Decimal, Decimal) = (Decimal::whole(1), Decimal::whole(100));
/// Of shares, which run from 0 to 1 or little more.
const PARTS: (Decimal, Decimal) = (Decimal::from_millionths(10_000), Decimal::from_millionths(100_000));

impl Spin {
    /// The input that an action is of, with the number in force; `None` where no number is typed.
    #[must_use]
    pub fn of(action: &Action, settings: &Settings) -> Option<Self> {
        let limits = &settings.thresholds;
        let spin = |id, now, sign, range, steps| Some(Self { id, now, sign, range, steps });
        match action {
            Action::LimitTyped { limit: Limit::RateLow, .. } => {
                spin("threshold-percent", Some(limits.rate_low.value()), "%", (0, 100), TENS)
            }
            Action::LimitTyped { limit: Limit::CountVeryLow, .. } => {
                let now = Decimal::from_count(limits.count_very_low);
                spin("threshold-copies", now, "", (0, 1_000_000_000), HUNDREDS)
            }
            Action::Rule { what: Ruling::Value { code }, .. } => {
                let card = RELATIVE.into_iter().find(|card| card.card.code == *code)?;
                let now = limits.relative.iter().find(|rule| rule.card == card).map(|rule| rule.value);
                spin(card.card.code, now, "", card.range(), if card.range().1 > 10 { TENS } else { PARTS })
            }
            Action::Rule { what: Ruling::Few, .. } => {
                spin("set-few", Decimal::from_count(limits.few_dossiers), "", (0, 1_000_000), TENS)
            }
            Action::Rule { what: Ruling::Province, .. } => {
                spin("set-province", settings.province.map(Percent::value), "%", (0, 100), TENS)
            }
            _ => None,
        }
    }

    /// The number after a key, as it would be typed. Where none stands yet the keys begin at its least.
    #[must_use]
    pub fn moved(&self, key: Key) -> String {
        let (least, most) = (Decimal::whole(self.range.0), Decimal::whole(self.range.1));
        let by = match key {
            Key::ArrowUp => self.steps.0.millionths(),
            Key::ArrowDown => -self.steps.0.millionths(),
            Key::PageUp => self.steps.1.millionths(),
            Key::PageDown => -self.steps.1.millionths(),
        };
        let moved = Decimal::from_millionths(self.now.unwrap_or(least).millionths() + by);
        moved.clamp(least, most).to_string().replace('.', ",")
    }

    /// What is told to who does not see the input, by attribute: the number in force, and how it is read.
    #[must_use]
    pub fn states(&self) -> Option<[(&'static str, String); 2]> {
        let now = self.now?;
        Some([("aria-valuenow", now.to_string()), ("aria-valuetext", format!("{}{}", print_decimal(now), self.sign))])
    }

    /// The least and the most that can be typed.
    #[must_use]
    pub const fn range(&self) -> (i32, i32) {
        self.range
    }
}
