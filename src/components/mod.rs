//! Figures → points of the seven components and the percentage of the group, by a formula with a name, a source and
//! limits in time. What files give and what is computed stand side by side; nothing given is overwritten. Ranks and
//! notes are left to ranking and warnings.

mod citizen_data_connected_dossier;
mod citizen_data_connected_formality;
mod editions;
mod electronic_certified_copy;
mod formula;
mod original_result_available;
mod presets;
mod reused_digitized_data;
mod score;
mod so_hoa_giay_to_giai_quyet;
mod synced_with_dvcqg_personal_storage;
mod total;

pub use editions::EDITIONS;
pub use editions::Edition;
pub use formula::ComponentRule;
pub use formula::Formula;
pub use formula::NotApplicable;
pub use presets::Preset;
pub use presets::PresetCard;
pub use score::Basis;
pub use score::Score;
pub use score::score;
pub use total::Total;
pub use total::total;

use crate::columns::Field;
use crate::domain::Component;

/// Thẻ chỉ tiêu: what is told about a component wherever its points stand.
#[derive(Debug, PartialEq, Eq)]
pub struct ComponentCard {
    /// The component; its code, name and most points are its own.
    pub component: Component,
    /// The rate, in percent, at which all points are reached.
    pub cap: i32,
    /// What its numerator counts.
    pub numerator: &'static str,
    /// What its denominator counts.
    pub denominator: &'static str,
    /// How points come from the rate.
    pub formula: &'static str,
    /// The counts of dossiers it can be computed from where a file has no columns of its own; `None` where none say it.
    pub counts: Option<Counts>,
    /// Who counts so, and how we know.
    pub source: &'static str,
    /// The first day the formula is in force.
    pub since: &'static str,
    /// The last day it is in force; `None` while it is.
    pub until: Option<&'static str>,
    /// What is not settled about it.
    pub doubt: &'static str,
}

/// The counts of a portal's table that stand for a component.
#[derive(Debug, PartialEq, Eq)]
pub struct Counts {
    /// The count above the line.
    pub numerator: Field,
    /// The count below it.
    pub denominator: Field,
    /// How far this is from the component's own definition.
    pub doubt: &'static str,
}

/// Where the points, caps and names of all components are from.
const SOURCE: &str = "Quyết định 766/QĐ-TTg ngày 23/6/2022, nhóm “Số hóa hồ sơ”; tên, điểm tối đa và cách tính theo màn hình của Cổng dịch vụ công quốc gia, cần cơ quan đối chiếu một lần với văn bản";

/// The day the decision was signed.
const SINCE: &str = "23/6/2022";

/// All components, in the portal's order.
pub const ALL: [&ComponentCard; 7] = [
    &original_result_available::CARD,
    &so_hoa_giay_to_giai_quyet::CARD,
    &electronic_certified_copy::CARD,
    &reused_digitized_data::CARD,
    &synced_with_dvcqg_personal_storage::CARD,
    &citizen_data_connected_dossier::CARD,
    &citizen_data_connected_formality::CARD,
];

/// The card of a component.
#[must_use]
pub fn card(component: Component) -> &'static ComponentCard {
    ALL[component as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_component_has_one_card_in_its_place_with_a_source_and_a_day() {
        for (component, own) in Component::ALL.into_iter().zip(ALL) {
            assert_eq!((own.component, card(component).component), (component, component));
            for text in [own.numerator, own.denominator, own.formula, own.source, own.doubt] {
                assert!(text.chars().count() > 10, "{component:?}: {text}");
            }
            assert!((1..=100).contains(&own.cap) && crate::text::day(own.since).is_some());
        }
    }
}
