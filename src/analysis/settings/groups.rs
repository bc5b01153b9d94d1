//! Groups that an office makes itself, as a settings file spells them.

use serde::Deserialize;
use serde::Serialize;

use super::SettingsError;
use super::written::unit;
use crate::domain::sort;
use crate::units::UnitId;

/// Nhóm riêng: units that an office wants to see ranked among themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnGroup {
    /// What the office calls it.
    pub name: String,
    /// Its units.
    pub units: Vec<UnitId>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnGroupFile {
    name: String,
    units: Vec<String>,
}

impl OwnGroupFile {
    pub(super) fn of(group: &OwnGroup) -> Self {
        Self { name: group.name.clone(), units: group.units.iter().map(|unit| unit.as_str().to_owned()).collect() }
    }

    pub(super) fn group(&self) -> Result<OwnGroup, SettingsError> {
        if self.name.trim().is_empty() {
            return Err(SettingsError::Value {
                key: "groups.name".to_owned(),
                found: self.name.clone(),
                expected: "cần tên nhóm".to_owned(),
            });
        }
        let mut units: Vec<UnitId> =
            self.units.iter().map(|word| unit("groups.units", word)).collect::<Result<_, _>>()?;
        sort(&mut units);
        units.dedup();
        Ok(OwnGroup { name: self.name.trim().to_owned(), units })
    }
}
