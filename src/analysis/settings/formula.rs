//! The formula as a settings file spells it.

use serde::Deserialize;
use serde::Serialize;

use super::SettingsError;
use super::limit::Limit;
use crate::components::ComponentRule;
use crate::components::Formula;
use crate::components::NotApplicable;
use crate::components::Preset;
use crate::domain::Component;
use crate::domain::Map;
use crate::domain::Percent;
use crate::domain::sort;

#[derive(Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct FormulaFile {
    #[serde(skip_serializing_if = "Option::is_none")]
    preset: Option<Preset>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tolerance: Option<Limit>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rates: Vec<String>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    components: Map<String, RuleFile>,
}

#[derive(Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
struct RuleFile {
    #[serde(skip_serializing_if = "Option::is_none")]
    max: Option<Limit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cap: Option<Limit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_applicable: Option<NotApplicable>,
}

impl FormulaFile {
    pub(super) fn of(formula: &Formula) -> Self {
        let rule = |(component, rule): (&Component, &ComponentRule)| {
            let file = RuleFile {
                max: rule.max.map(Limit::of),
                cap: rule.cap.map(Limit::of),
                not_applicable: Some(rule.not_applicable).filter(|rule| *rule != NotApplicable::default()),
            };
            (component.letter().to_string(), file)
        };
        Self {
            preset: formula.preset,
            tolerance: Some(formula.tolerance).filter(|own| *own != Formula::default().tolerance).map(Limit::of),
            rates: formula.rates.iter().map(|component| component.letter().to_string()).collect(),
            components: formula.rules.iter().map(rule).collect(),
        }
    }

    /// Whether nothing of it differs from what ships.
    pub(super) fn is_empty(&self) -> bool {
        self.preset.is_none() && self.tolerance.is_none() && self.rates.is_empty() && self.components.is_empty()
    }

    pub(super) fn formula(&self) -> Result<Formula, SettingsError> {
        let mut formula = Formula { preset: self.preset, ..Formula::default() };
        if let Some(tolerance) = &self.tolerance {
            formula.tolerance = tolerance.between("formula.tolerance", 0, 22)?;
        }
        for letter in &self.rates {
            let component = component("formula.rates", letter)?;
            if !formula.rates.contains(&component) {
                formula.rates.push(component);
            }
        }
        sort(&mut formula.rates);
        for (letter, rule) in &self.components {
            let component = component("formula.components", letter)?;
            let key = |what: &str| format!("formula.components.{letter}.{what}");
            let number = |limit: &Option<Limit>, what: &str| {
                limit.as_ref().map(|limit| limit.between(&key(what), 1, 100)).transpose()
            };
            let own = ComponentRule {
                max: number(&rule.max, "max")?,
                cap: number(&rule.cap, "cap")?.map(Percent::new),
                not_applicable: rule.not_applicable.unwrap_or_default(),
            };
            formula.rules.insert(component, own);
        }
        Ok(formula)
    }
}

/// The component with this letter or this code of the portal.
pub(super) fn component(key: &str, found: &str) -> Result<Component, SettingsError> {
    let by_code = || Component::ALL.into_iter().find(|component| component.code() == found);
    Component::from_letter(found).or_else(by_code).ok_or_else(|| SettingsError::Value {
        key: key.to_owned(),
        found: found.to_owned(),
        expected: "cần một chữ từ A đến G".to_owned(),
    })
}
