//! Numbers that arrow keys move. Their inputs are of text, since a decimal comma is to be typed whatever language the browser
//! speaks; beyond that they are what inputs of numbers are.

use super::Action;
use super::Limit;
use super::Ruling;
use crate::analysis::Settings;
use crate::domain::Decimal;
use crate::domain::Percent;
use crate::text::numbers::print_decimal;
use crate::warnings::RELATIVE;

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

    /// The number after a key, up or down, an arrow's step or a `far` one, as it would be typed. Where none stands yet the keys
    /// begin at its least.
    #[must_use]
    pub fn moved(&self, up: bool, far: bool) -> String {
        let (least, most) = (Decimal::whole(self.range.0), Decimal::whole(self.range.1));
        let step = if far { self.steps.1 } else { self.steps.0 }.millionths();
        let by = if up { step } else { -step };
        let moved = Decimal::from_millionths(self.now.unwrap_or(least).millionths() + by);
        moved.clamp(least, most).to_string().replace('.', ",")
    }

    /// What is told to who does not see the input: the number in force, how it is read, its least and its most.
    #[must_use]
    pub fn said(&self) -> [Option<String>; 4] {
        let read = |now: Decimal| format!("{}{}", print_decimal(now), self.sign);
        let ends = [self.range.0, self.range.1].map(|end| Some(Decimal::whole(end).to_string()));
        let [least, most] = ends;
        [self.now.map(|now| now.to_string()), self.now.map(read), least, most]
    }
}
