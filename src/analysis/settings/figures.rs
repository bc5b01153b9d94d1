//! Figures an officer has set by hand, each with its reason, as a settings file spells them.

use serde::Deserialize;
use serde::Serialize;

use super::SettingsError;
use super::limit::Limit;
use super::limit::decimal;
use super::written::unit;
use crate::columns::Field;
use crate::domain::Decimal;
use crate::domain::Measure;
use crate::units::UnitId;

/// Sửa số liệu: a figure of one unit that an officer has set by hand. What the file gives is told beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureCorrection {
    /// The unit.
    pub unit: UnitId,
    /// The figure.
    pub field: Field,
    /// Its value; `None` strikes it out.
    pub value: Option<Decimal>,
    /// Why; never empty.
    pub reason: String,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CorrectionFile {
    unit: String,
    field: Field,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    value: Option<Limit>,
    #[serde(default)]
    reason: String,
}

impl CorrectionFile {
    pub(super) fn of(correction: &FigureCorrection) -> Self {
        Self {
            unit: correction.unit.as_str().to_owned(),
            field: correction.field,
            value: correction.value.map(Limit::of),
            reason: correction.reason.clone(),
        }
    }

    pub(super) fn correction(&self) -> Result<FigureCorrection, SettingsError> {
        let wrong = |key: &str, found: &str, expected: &str| SettingsError::Value {
            key: format!("figures.{key}"),
            found: found.to_owned(),
            expected: expected.to_owned(),
        };
        let unit = unit("figures.unit", &self.unit)?;
        let Some(measure) = self.field.measure() else {
            return Err(wrong("field", self.field.code(), "cột này không chứa số liệu"));
        };
        let expected = "cần một số không âm, đúng loại của cột (số đếm là số nguyên)";
        let given = |given: &Limit| figure(given, measure).ok_or_else(|| wrong("value", &given.text(), expected));
        let value = self.value.as_ref().map(given).transpose()?;
        if self.reason.trim().is_empty() {
            return Err(wrong("reason", "", "mỗi số sửa tay phải có lý do"));
        }
        Ok(FigureCorrection { unit, field: self.field, value, reason: self.reason.trim().to_owned() })
    }
}

/// A number in the measure of its figure.
fn figure(given: &Limit, measure: Measure) -> Option<Decimal> {
    if measure == Measure::Count {
        return given.as_count().and_then(Decimal::from_count);
    }
    decimal(&given.text()).filter(|value| *value >= Decimal::default())
}
