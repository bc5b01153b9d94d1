//! Numbers of a settings file, as an officer types them: `50`, `"49,6 %"`, `"1.000"`.

use serde::Deserialize;
use serde::Serialize;

use super::SettingsError;
use crate::domain::Decimal;
use crate::text::numbers::Cell;
use crate::text::numbers::read;

/// A number as a number or as text with a decimal comma.
#[derive(Deserialize, Serialize)]
#[serde(untagged)]
pub(super) enum Limit {
    Whole(i64),
    /// Kept as the digits it was written with: the shortest decimal that means the same.
    Fraction(f64),
    Text(String),
}

impl Limit {
    /// A number as it is written to a file.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "what is passed is a number of a few bytes, as maps hand it over"
    )]
    pub(super) fn of<Value: ToString>(value: Value) -> Self {
        Self::Text(value.to_string())
    }

    pub(super) fn text(&self) -> String {
        match self {
            Self::Whole(value) => value.to_string(),
            Self::Fraction(value) => value.to_string(),
            Self::Text(text) => text.clone(),
        }
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
