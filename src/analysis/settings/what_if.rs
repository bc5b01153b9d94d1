//! Improvements supposed, as a settings file spells them.

use serde::Deserialize;
use serde::Serialize;

use super::SettingsError;
use super::formula::component;
use super::limit::Limit;
use super::written::unit;
use crate::analysis::Improve;
use crate::analysis::Improvement;
use crate::domain::Component;
use crate::domain::sort;

/// One improvement: a unit, and one of points, percentage points, dossiers or copies.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct WhatIfFile {
    unit: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    percent_points: Option<Limit>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    points: Option<Limit>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    dossiers: Option<Limit>,
    /// The components the dossiers are mended in; A and B unless said otherwise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    components: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    copies: Option<Limit>,
}

impl WhatIfFile {
    pub(super) fn of(improvement: &Improvement) -> Self {
        let mut file = Self {
            unit: improvement.unit.as_str().to_owned(),
            percent_points: None,
            points: None,
            dossiers: None,
            components: Vec::new(),
            copies: None,
        };
        match &improvement.by {
            Improve::PercentPoints(points) => file.percent_points = Some(Limit::of(points)),
            Improve::Points(points) => file.points = Some(Limit::of(points)),
            Improve::Copies(copies) => file.copies = Some(Limit::of(copies)),
            Improve::Dossiers { components, count } => {
                file.dossiers = Some(Limit::of(count));
                file.components = components.iter().map(|component| component.letter().to_string()).collect();
            }
        }
        file
    }

    pub(super) fn improvement(&self) -> Result<Improvement, SettingsError> {
        let wrong = |found: &str, expected: &str| SettingsError::Value {
            key: "what-if".to_owned(),
            found: found.to_owned(),
            expected: expected.to_owned(),
        };
        let unit = unit("what-if", &self.unit)?;
        let count = |limit: &Limit, key: &str| limit.count(key, 1_000_000_000);
        let by = match (&self.percent_points, &self.points, &self.dossiers, &self.copies) {
            (Some(points), None, None, None) => {
                Improve::PercentPoints(points.between("what-if.percent-points", 0, 100)?)
            }
            (None, Some(points), None, None) => Improve::Points(points.between("what-if.points", 0, 100)?),
            (None, None, Some(dossiers), None) => {
                let chosen = self.components.iter().map(|letter| component("what-if.components", letter));
                let mut components: Vec<Component> = chosen.collect::<Result<_, _>>()?;
                if components.is_empty() {
                    components = vec![Component::A, Component::B];
                }
                sort(&mut components);
                components.dedup();
                Improve::Dossiers { components, count: count(dossiers, "what-if.dossiers")? }
            }
            (None, None, None, Some(copies)) => Improve::Copies(count(copies, "what-if.copies")?),
            _ => {
                return Err(wrong(
                    &self.unit,
                    "mỗi giả định cần đúng một trong percent-points, points, dossiers, copies",
                ));
            }
        };
        Ok(Improvement { unit, by })
    }
}
