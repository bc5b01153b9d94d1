//! Numbers of a settings file, as an officer types them: `50`, `"49,6 %"`, `"1.000"`.

use std::fmt;

use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;
use serde::de::Visitor;

use super::SettingsError;
use crate::domain::Decimal;
use crate::domain::Digits;
use crate::text::numbers::Cell;
use crate::text::numbers::Form;
use crate::text::numbers::Printed;
use crate::text::numbers::print_count;
use crate::text::numbers::read;
use crate::warnings::Relative;
use crate::warnings::RelativeCard;

/// A number as a number or as text with a decimal comma; kept as text.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct Limit {
    text: String,
    /// Whether it is a number with a point: whether that parts decimals or thousands, `2.000` no longer shows.
    #[serde(skip)]
    pointed: bool,
}

impl<'de> Deserialize<'de> for Limit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Written)
    }
}

/// Takes what stands there.
struct Written;

impl Visitor<'_> for Written {
    type Value = Limit;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a number or a text")
    }

    fn visit_u64<E>(self, value: u64) -> Result<Limit, E> {
        Ok(Limit::of(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Limit, E> {
        Ok(Limit::of(value))
    }

    /// The digits it was written with: no limit has more than are told apart.
    fn visit_f64<E>(self, value: f64) -> Result<Limit, E> {
        let Some(digits) = Digits::of(value) else { return Ok(Limit::of("")) };
        let ((whole, fraction), sign) = (digits.parts(), if digits.negative { "-" } else { "" });
        let fraction = if fraction.is_empty() { "0" } else { &fraction };
        Ok(Limit { text: format!("{sign}{whole}.{fraction}"), pointed: true })
    }

    fn visit_str<E>(self, value: &str) -> Result<Limit, E> {
        Ok(Limit::of(value))
    }
}

impl Limit {
    /// A number as it is written to a file.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "what is passed is a number of a few bytes, as maps hand it over"
    )]
    pub(super) fn of<Value: ToString>(value: Value) -> Self {
        Self { text: value.to_string(), pointed: false }
    }

    pub(super) fn text(&self) -> String {
        self.text.clone()
    }

    /// The count, if it is no more than this.
    pub(super) fn count(&self, key: &str, most: u64) -> Result<u64, SettingsError> {
        // Elsewhere in a settings file a comma parts decimals.
        let is_open = matches!(read(&self.text), Cell::Number(Printed { form: Form::Open { separator: ',', .. }, .. }));
        let instead = is_open.then(|| {
            let [plain, parted] = ["", "."].map(|sign| self.text.replace(',', sign));
            format!("; dấu phẩy là dấu lẻ, hãy ghi {plain} hoặc \"{parted}\"")
        });
        self.as_count().filter(|count| *count <= most && !is_open).ok_or_else(|| SettingsError::Value {
            key: key.to_owned(),
            found: self.text(),
            expected: format!("cần một số nguyên từ 0 đến {}{}", print_count(most), instead.unwrap_or_default()),
        })
    }

    /// The count that stands there; `None` where it is none, or may have lost thousands.
    pub(super) fn as_count(&self) -> Option<u64> {
        count(&self.text).filter(|_| !self.pointed)
    }

    /// The relative rule with this value.
    pub(super) fn relative(&self, card: &RelativeCard) -> Option<Relative> {
        relative(card, &self.text).filter(|_| !(self.pointed && card.by_place()))
    }

    /// The number, if it lies between these two.
    pub(super) fn between(&self, key: &str, least: i32, most: i32) -> Result<Decimal, SettingsError> {
        let text = self.text();
        let value = decimal(&text).filter(|value| (Decimal::whole(least)..=Decimal::whole(most)).contains(value));
        value.ok_or_else(|| SettingsError::Value {
            key: key.to_owned(),
            found: text,
            expected: format!("cần một số từ {least} đến {most}, không quá {KEPT} chữ số lẻ"),
        })
    }
}

/// A count as an officer types it: one separator before three digits parts thousands. `1.0000` has a digit too many.
pub(super) fn count(text: &str) -> Option<u64> {
    match read(text) {
        Cell::Number(Printed { form: Form::Decimals { fraction, .. }, .. }) if fraction.len() > 2 => None,
        Cell::Number(printed) if printed.words.is_empty() && printed.percent_signs == 0 && !printed.negative => {
            printed.form.as_count()
        }
        _ => None,
    }
}

/// The value of a relative rule as an officer types it: a number of units where the place among them decides.
pub(super) fn relative(card: &RelativeCard, text: &str) -> Option<Relative> {
    let value = if card.by_place() { count(text).and_then(Decimal::from_count) } else { decimal(text) };
    Relative::new(card.card.code, value?)
}

/// Digits behind the comma that a number keeps: what has more would silently become another.
pub(super) const KEPT: usize = 6;

/// Whether nothing of a number is lost.
pub(super) fn is_kept(form: &Form) -> bool {
    match form {
        Form::Open { fraction, .. } | Form::Decimals { fraction, .. } => fraction.trim_end_matches('0').len() <= KEPT,
        Form::Whole(_) | Form::Thousands(_) => true,
    }
}

/// A number as an officer types it.
pub(super) fn decimal(text: &str) -> Option<Decimal> {
    match read(text) {
        Cell::Number(printed) if printed.words.is_empty() && is_kept(&printed.form) => {
            printed.form.as_decimal(printed.negative)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Settings;
    use crate::analysis::Improve;
    use crate::domain::Decimal;

    #[test]
    fn a_count_is_read_as_counts_are_wherever_it_is_typed() {
        let figure = |value: &str| {
            let text = format!(
                "[[figures]]\nunit = \"bac-ha\"\nfield = \"certified_copies\"\nvalue = \"{value}\"\nreason = \"đã đối chiếu\""
            );
            Settings::parse(&text).ok().and_then(|settings| settings.figures[0].value?.as_count())
        };
        for (typed, count) in
            [("2.000", 2_000), ("2,000", 2_000), ("12.345", 12_345), ("1.234.567", 1_234_567), ("2 000", 2_000)]
        {
            assert_eq!(figure(typed), Some(count), "{typed}");
        }
        assert_eq!((figure("2,5"), figure("-2"), figure("2%")), (None, None, None));
        let by = |line: &str| {
            Settings::parse(&format!("[[what-if]]\nunit = \"bac-ha\"\n{line}")).map(|own| own.what_if[0].by.clone())
        };
        assert_eq!(by("copies = \"1.000\"").unwrap(), Improve::Copies(1_000));
        assert!(matches!(by("dossiers = \"1.000\"").unwrap(), Improve::Dossiers { count: 1_000, .. }));
        assert_eq!(by("points = \"1,250\"").unwrap(), Improve::Points(Decimal::from_millionths(1_250_000)));
        assert!(by("copies = \"1,5\"").unwrap_err().to_string().contains("cần một số nguyên từ 0 đến 1.000.000.000"));
        // Without quotes `2.000` is the same number as 2.0: whether two or two thousand is meant no longer shows.
        assert!(by("copies = 2.000").is_err() && by("copies = 2000").is_ok() && by("points = 2.000").is_ok());
        let limits = |line: &str| Settings::parse(&format!("[thresholds]\n{line}"));
        assert!(limits("count-very-low = 1.000").is_err() && limits("few-dossiers = 1.000").is_err());
        assert_eq!(limits("rate-low = 50.000").unwrap().typed_rate_limit(), "50");
        let rule = "[[thresholds.relative]]\nrule = \"bottom-copies\"\nvalue = \"1.000\"";
        assert_eq!(Settings::parse(rule).unwrap().thresholds.relative[0].value, Decimal::whole(1_000));
    }
}
