//! What an officer can set: the group ranked, the limits, the answers about columns. Read from a file, the same in the
//! page and in the command.

mod ended;
mod error;
mod figures;
mod file;
mod formula;
mod groups;
mod limit;
mod slips;
mod thresholds;
mod typed;
mod values;
mod what_if;
mod words;
mod written;

use std::rc::Rc;

use super::Improvement;
use super::wording::Wording;
use crate::columns::Answers;
use crate::components::Formula;
use crate::domain::Day;
use crate::domain::Decimal;
use crate::domain::Group;
use crate::domain::Percent;
use crate::text::numbers::Cell;
use crate::text::numbers::Form;
use crate::text::numbers::Printed;
use crate::text::numbers::print_decimal;
use crate::text::numbers::read;
use crate::units::Catalogue;
use crate::warnings::Thresholds;
pub use error::SettingsError;
pub use figures::FigureCorrection;
pub use groups::OwnGroup;
pub use written::Written;

/// Thiết lập: everything that changes a report besides the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The group shown; `None` takes the one with the most units in the files.
    pub group: Option<Group>,
    /// The limits.
    pub thresholds: Thresholds,
    /// How the percentage of the group comes about.
    pub formula: Formula,
    /// The provincial percentage, for when no file gives it.
    pub province: Option<Percent>,
    /// The day the figures were taken: a period that ends later is still running.
    pub as_of: Option<Day>,
    /// Figures set by hand, each with its reason.
    pub figures: Vec<FigureCorrection>,
    /// Improvements supposed: they change no result, and what they would change is told beside it.
    pub what_if: Vec<Improvement>,
    /// The catalogue of units, by its id or as [`Settings::OWN`]; `None` takes the one of the period's era.
    pub catalogue: Option<String>,
    /// The office's own catalogue, kept whether or not it is the one chosen.
    pub own_catalogue: Option<Rc<Catalogue>>,
    /// Groups of units that the office has made itself.
    pub groups: Vec<OwnGroup>,
    /// What an officer has answered about files.
    pub answers: Answers,
    /// What the documents say besides the figures.
    pub wording: Wording,
    /// The file they were read from.
    pub written: Written,
}

impl Settings {
    /// The word that chooses the office's own catalogue.
    pub const OWN: &'static str = "own";

    /// The office's own catalogue, where it is the one chosen.
    #[must_use]
    pub fn own_in_use(&self) -> Option<&Rc<Catalogue>> {
        self.own_catalogue.as_ref().filter(|_| self.catalogue.as_deref() == Some(Self::OWN))
    }

    /// The limit of the percentage as an officer would type it: `49,6`.
    #[must_use]
    pub fn typed_rate_limit(&self) -> String {
        print_decimal(self.thresholds.rate_low.value())
    }

    /// The settings for a file of another period: without what was typed for this one. A catalogue that ships is left to the
    /// other period's days.
    #[must_use]
    pub fn of_another_period(&self) -> Self {
        let catalogue = self.catalogue.clone().filter(|id| id == Self::OWN);
        let mut other =
            Self { province: None, as_of: None, figures: Vec::new(), what_if: Vec::new(), catalogue, ..self.clone() };
        other.forget_issue();
        other
    }

    /// Forgets the number and the day of a letter: the next one bears its own.
    pub fn forget_issue(&mut self) {
        self.wording.number.clear();
        self.wording.date.clear();
    }

    /// A day as an officer types it: `05/6/2023`.
    #[must_use]
    pub fn day(text: &str) -> Option<Day> {
        crate::text::day(text)
    }

    /// A limit of the percentage as an officer types it: `50`, `49,6`, `49.6 %`. `1.000` is a thousand to most, and no 1 %.
    pub fn rate_limit(text: &str) -> Result<Percent, SettingsError> {
        let value = match read(text) {
            Cell::Number(Printed { form: Form::Open { fraction, .. }, .. }) if fraction == "000" => None,
            Cell::Number(printed) if printed.words.is_empty() && limit::is_kept(&printed.form) => {
                printed.form.as_decimal(printed.negative)
            }
            _ => None,
        };
        let possible = Decimal::whole(0)..=Decimal::whole(100);
        value.filter(|value| possible.contains(value)).map(Percent::new).ok_or_else(|| SettingsError::Limit {
            name: "«Thấp»",
            found: text.to_owned(),
            expected: "cần một số từ 0 đến 100, không quá 6 chữ số lẻ",
        })
    }

    /// A limit of the count as an officer types it: `1000`, `1.000`.
    pub fn count_limit(text: &str) -> Result<u64, SettingsError> {
        limit::count(text).filter(|count| *count <= 1_000_000_000).ok_or_else(|| SettingsError::Limit {
            name: "«Quá thấp»",
            found: text.to_owned(),
            expected: "cần một số nguyên từ 0 đến 1.000.000.000",
        })
    }
}
