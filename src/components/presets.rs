//! The formulas by which the percentage of the group comes about, each with a name, words, a source and limits in time.

use serde::Deserialize;
use serde::Serialize;

/// Cách tính: which formula gives the percentage of the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Preset {
    /// The percentage as given, or points given of 22.
    Reported,
    /// The points of all seven components, of 22.
    Points22,
    /// The points of the components that are known, of the points those could count.
    PointsPresent,
    /// The plain mean of chosen rates.
    MeanRates,
    /// All numerators over all denominators.
    Pooled,
}

/// Thẻ cách tính: what is told about a formula wherever its percentage stands.
#[derive(Debug, PartialEq, Eq)]
pub struct PresetCard {
    /// The formula.
    pub preset: Preset,
    /// The stable word for settings and scripts.
    pub code: &'static str,
    /// What an officer calls it.
    pub label: &'static str,
    /// The formula in words.
    pub formula: &'static str,
    /// Who uses it, and how we know.
    pub source: &'static str,
    /// The first day it is in force.
    pub since: &'static str,
    /// The last day it is in force; `None` while it is.
    pub until: Option<&'static str>,
}

static CARDS: [PresetCard; 5] = [
    PresetCard {
        preset: Preset::Reported,
        code: "reported",
        label: "Tỷ lệ có sẵn trong tệp",
        formula: "lấy nguyên tỷ lệ % của tệp; nơi tệp chỉ cho điểm thì điểm × 100 / 22",
        source: "Phụ lục công văn tháng 6/2023 của Văn phòng UBND tỉnh Lào Cai; 22 điểm theo Quyết định 766/QĐ-TTg",
        since: super::SINCE,
        until: None,
    },
    PresetCard {
        preset: Preset::Points22,
        code: "points22",
        label: "Tổng điểm bảy thành phần trên 22",
        formula: "cộng điểm bảy thành phần A–G, mỗi thành phần làm tròn hai chữ số, chia 22",
        source: "Màn hình của Cổng dịch vụ công quốc gia, kiểm lại trên số liệu của bốn tỉnh và một xã",
        since: super::SINCE,
        until: None,
    },
    PresetCard {
        preset: Preset::PointsPresent,
        code: "points_present",
        label: "Tổng điểm trên điểm tối đa của các thành phần có số liệu",
        formula: "cộng điểm các thành phần có số liệu, chia tổng điểm tối đa của chính các thành phần đó",
        source: "Lựa chọn của công cụ cho tệp chỉ có một phần chỉ tiêu; không so được với tỷ lệ trên 22",
        since: super::SINCE,
        until: None,
    },
    PresetCard {
        preset: Preset::MeanRates,
        code: "mean_rates",
        label: "Trung bình cộng các tỷ lệ",
        formula: "cộng tỷ lệ % của các thành phần đã chọn, chia số thành phần",
        source: "Lựa chọn của công cụ, dùng khi cơ quan quy định tính trung bình cộng",
        since: super::SINCE,
        until: None,
    },
    PresetCard {
        preset: Preset::Pooled,
        code: "pooled",
        label: "Một tỷ lệ chung",
        formula: "tổng tử số của các thành phần đã chọn chia tổng mẫu số của chúng",
        source: "Lựa chọn của công cụ cho số liệu cấp hồ sơ có một tỷ lệ duy nhất",
        since: super::SINCE,
        until: None,
    },
];

impl Preset {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Reported, Self::Points22, Self::PointsPresent, Self::MeanRates, Self::Pooled];

    /// What is told about it.
    #[must_use]
    pub fn card(self) -> &'static PresetCard {
        &CARDS[self as usize]
    }

    /// The formula with this stable word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.card().code == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_formula_has_a_word_of_its_own_that_is_read_back() {
        for preset in Preset::ALL {
            let card = preset.card();
            assert_eq!((card.preset, Preset::from_code(card.code)), (preset, Some(preset)));
            assert_eq!(serde_json::to_string(&preset).unwrap(), format!("\"{}\"", card.code));
            assert!(crate::text::day(card.since).is_some() && !card.label.is_empty() && !card.source.is_empty());
        }
        assert_eq!(Preset::from_code("mean"), None);
    }
}
