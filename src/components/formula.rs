//! What an office may set about the formula: the preset, caps and maxima, what a component that does not apply counts,
//! how far given and computed totals may lie apart.

use std::fmt::Write as _;

use serde::Deserialize;
use serde::Serialize;

use super::Preset;
use super::card;
use crate::domain::Component;
use crate::domain::Decimal;
use crate::domain::Map;
use crate::domain::Percent;
use crate::text::numbers::print_decimal;

/// Không áp dụng: what a component counts whose denominator is 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotApplicable {
    /// Nothing is said: its points and the group's total stay unknown.
    #[default]
    Unknown,
    /// It is left out, and so are the points it could count.
    Excluded,
    /// All its points.
    Full,
    /// No points.
    Zero,
}

impl NotApplicable {
    /// What an officer reads.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Unknown => "coi là chưa biết",
            Self::Excluded => "không tính thành phần đó",
            Self::Full => "tính đủ điểm",
            Self::Zero => "tính 0 điểm",
        }
    }
}

/// What is set about one component; `None` leaves what its card says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ComponentRule {
    /// The points it counts at most.
    pub max: Option<Decimal>,
    /// The rate at which all points are reached.
    pub cap: Option<Percent>,
    /// What it counts where it does not apply.
    pub not_applicable: NotApplicable,
}

/// Công thức: how the percentage of the group comes about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    /// The formula chosen; `None` takes what is given and, where nothing is, the points of all seven components.
    pub preset: Option<Preset>,
    /// What is set about single components.
    pub rules: Map<Component, ComponentRule>,
    /// The components whose rates count under `mean_rates` and `pooled`; empty means all seven.
    pub rates: Vec<Component>,
    /// How far given and computed totals may lie apart, in points of 22.
    pub tolerance: Decimal,
}

/// Two screens of one portal have been seen 0,04 points apart; a hundredth more for rounding.
impl Default for Formula {
    fn default() -> Self {
        Self { preset: None, rules: Map::new(), rates: Vec::new(), tolerance: Decimal::from_millionths(50_000) }
    }
}

impl Formula {
    /// What is set about a component.
    #[must_use]
    pub fn rule(&self, component: Component) -> ComponentRule {
        self.rules.get(&component).copied().unwrap_or_default()
    }

    /// The points a component counts at most.
    #[must_use]
    pub fn max(&self, component: Component) -> Decimal {
        self.rule(component).max.unwrap_or_else(|| Decimal::whole(component.max_points()))
    }

    /// The rate at which a component reaches all its points.
    #[must_use]
    pub fn cap(&self, component: Component) -> Percent {
        self.rule(component).cap.unwrap_or_else(|| Percent::new(Decimal::whole(card(component).cap)))
    }

    /// The components whose rates count under `mean_rates` and `pooled`.
    #[must_use]
    pub fn chosen(&self) -> &[Component] {
        if self.rates.is_empty() { &Component::ALL } else { &self.rates }
    }

    /// The version of a preset under these settings, one word a script can compare: `points22`, `points22+B80`,
    /// `mean_rates+A+B`. Percentages of two versions are not one series.
    #[must_use]
    pub fn version(&self, preset: Preset) -> String {
        let mut version = preset.card().code.to_owned();
        if preset == Preset::Reported {
            return version;
        }
        if matches!(preset, Preset::MeanRates | Preset::Pooled) && !self.rates.is_empty() {
            for component in &self.rates {
                let _ = write!(version, "+{}", component.letter());
            }
        }
        for (component, rule) in &self.rules {
            if let Some(cap) = rule.cap.filter(|cap| cap.value() != Decimal::whole(card(*component).cap)) {
                let _ = write!(version, "+{}{cap}", component.letter());
            }
            if let Some(max) = rule.max.filter(|max| *max != Decimal::whole(component.max_points())) {
                let _ = write!(version, "+{}max{max}", component.letter());
            }
            if rule.not_applicable != NotApplicable::Unknown {
                let word = match rule.not_applicable {
                    NotApplicable::Full => "full",
                    NotApplicable::Zero => "zero",
                    _ => "excluded",
                };
                let _ = write!(version, "+{}{word}", component.letter());
            }
        }
        version
    }

    /// What differs from the cards, in words; empty where nothing does.
    #[must_use]
    pub fn changes(&self) -> Vec<String> {
        let mut changes = Vec::new();
        for (component, rule) in &self.rules {
            let letter = component.letter();
            if let Some(cap) = rule.cap {
                changes.push(format!("thành phần {letter} đủ điểm từ {} %", print_decimal(cap.value())));
            }
            if let Some(max) = rule.max {
                changes.push(format!("thành phần {letter} tối đa {} điểm", print_decimal(max)));
            }
            if rule.not_applicable != NotApplicable::Unknown {
                changes.push(format!("thành phần {letter} không áp dụng (mẫu số 0): {}", rule.not_applicable.label()));
            }
        }
        changes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_names_what_differs_from_the_cards() {
        let mut formula = Formula::default();
        assert_eq!(formula.version(Preset::Points22), "points22");
        let cap = Some(Percent::new(Decimal::whole(80)));
        formula.rules.insert(Component::B, ComponentRule { cap, ..ComponentRule::default() });
        formula.rules.insert(Component::D, ComponentRule { cap, ..ComponentRule::default() }); // as its card says
        formula
            .rules
            .insert(Component::C, ComponentRule { not_applicable: NotApplicable::Full, ..ComponentRule::default() });
        assert_eq!(formula.version(Preset::Points22), "points22+B80+Cfull");
        assert_eq!(formula.version(Preset::Reported), "reported");
        formula.rates = vec![Component::A, Component::B];
        formula.rules = Map::new();
        assert_eq!(formula.version(Preset::MeanRates), "mean_rates+A+B");
        assert!(formula.changes().is_empty());
    }
}
