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
use crate::text::numbers::read;

/// A number as a number or as text with a decimal comma; kept as text.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct Limit(String);

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
        let Some(digits) = Digits::of(value) else { return Ok(Limit(String::new())) };
        let ((whole, fraction), sign) = (digits.parts(), if digits.negative { "-" } else { "" });
        let point = if fraction.is_empty() { "" } else { "." };
        Ok(Limit(format!("{sign}{whole}{point}{fraction}")))
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
        Self(value.to_string())
    }

    pub(super) fn text(&self) -> String {
        self.0.clone()
    }

    /// The number, if it lies between these two.
    pub(super) fn between(&self, key: &str, least: i32, most: i32) -> Result<Decimal, SettingsError> {
        let text = self.text();
        let value = decimal(&text).filter(|value| (Decimal::whole(least)..=Decimal::whole(most)).contains(value));
        value.ok_or_else(|| SettingsError::Value {
            key: key.to_owned(),
            found: text,
            expected: format!("cần một số từ {least} đến {most}"),
        })
    }
}

/// A number as an officer types it.
pub(super) fn decimal(text: &str) -> Option<Decimal> {
    match read(text) {
        Cell::Number(printed) if printed.words.is_empty() => printed.form.as_decimal(printed.negative),
        _ => None,
    }
}
