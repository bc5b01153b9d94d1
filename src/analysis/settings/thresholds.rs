//! The threshold set as a settings file spells it: its name, day and source, its limits, the relative rules in force.

use serde::Deserialize;
use serde::Serialize;

use super::Settings;
use super::SettingsError;
use super::limit::Limit;
use crate::warnings::Compare;
use crate::warnings::RELATIVE;
use crate::warnings::Relative;
use crate::warnings::Thresholds;

#[derive(Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(super) struct ThresholdsFile {
    #[serde(skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    since: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    source: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    rate_low: Option<Limit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count_very_low: Option<Limit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    few_dossiers: Option<Limit>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    relative: Vec<RelativeFile>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct RelativeFile {
    rule: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    value: Option<Limit>,
}

impl ThresholdsFile {
    pub(super) fn of(thresholds: &Thresholds) -> Self {
        let relative = thresholds
            .relative
            .iter()
            .map(|rule| RelativeFile { rule: rule.card.card.code.to_owned(), value: Some(Limit::of(rule.value)) });
        Self {
            name: thresholds.name.clone(),
            since: thresholds.since.clone(),
            source: thresholds.source.clone(),
            rate_low: Some(Limit::of(thresholds.rate_low)),
            count_very_low: Some(Limit::of(thresholds.count_very_low)),
            few_dossiers: (thresholds.few_dossiers != Thresholds::default().few_dossiers)
                .then(|| Limit::of(thresholds.few_dossiers)),
            relative: relative.collect(),
        }
    }

    pub(super) fn thresholds(self, compare: Compare) -> Result<Thresholds, SettingsError> {
        let mut thresholds =
            Thresholds { name: self.name, since: self.since, source: self.source, compare, ..Thresholds::default() };
        if let Some(limit) = &self.rate_low {
            thresholds.rate_low = Settings::rate_limit(&limit.text())?;
        }
        if let Some(limit) = &self.count_very_low {
            thresholds.count_very_low = limit.count("thresholds.count-very-low", 1_000_000_000)?;
        }
        if let Some(limit) = &self.few_dossiers {
            thresholds.few_dossiers = limit.count("thresholds.few-dossiers", 1_000_000)?;
        }
        for rule in &self.relative {
            thresholds.relative.push(relative(rule)?);
        }
        Ok(thresholds)
    }
}

fn relative(file: &RelativeFile) -> Result<Relative, SettingsError> {
    let Some(card) = RELATIVE.into_iter().find(|card| card.card.code == file.rule) else {
        let known: Vec<&str> = RELATIVE.into_iter().map(|card| card.card.code).collect();
        return Err(SettingsError::Value {
            key: "thresholds.relative.rule".to_owned(),
            found: file.rule.clone(),
            expected: format!("các luật có sẵn: {}", known.join(", ")),
        });
    };
    let Some(value) = &file.value else { return Ok(Relative::suggested(card)) };
    value.relative(card).ok_or_else(|| SettingsError::Value {
        key: format!("thresholds.relative ({})", card.card.code),
        found: value.text(),
        expected: format!("giá trị không có nghĩa cho luật «{}»", card.words.replace("{}", "…")),
    })
}
