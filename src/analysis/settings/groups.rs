//! Groups that an office makes itself, as a settings file spells them.

use serde::Deserialize;
use serde::Serialize;

use super::SettingsError;
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
        let wrong = |key: &str, found: &str, expected: &str| SettingsError::Value {
            key: key.to_owned(),
            found: found.to_owned(),
            expected: expected.to_owned(),
        };
        if self.name.trim().is_empty() {
            return Err(wrong("groups.name", &self.name, "cần tên nhóm"));
        }
        let id = |word: &String| {
            UnitId::new(word).ok_or_else(|| wrong("groups.units", word, "cần mã đơn vị trong danh mục, ví dụ bao-yen"))
        };
        let mut units: Vec<UnitId> = self.units.iter().map(id).collect::<Result<_, _>>()?;
        sort(&mut units);
        units.dedup();
        Ok(OwnGroup { name: self.name.trim().to_owned(), units })
    }
}
