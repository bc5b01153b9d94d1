//! Component C: of the communes under a unit, how many offer certified electronic copies?

use super::ComponentCard;

pub(super) static CARD: ComponentCard = ComponentCard {
    component: crate::domain::Component::C,
    cap: 100,
    numerator: "xã, phường có cung cấp dịch vụ chứng thực bản sao điện tử từ bản chính",
    denominator: "xã, phường thuộc đơn vị",
    formula: "2 điểm × tỷ lệ",
    counts: None,
    source: super::SOURCE,
    since: super::SINCE,
    until: None,
    doubt: "có kỳ cổng chỉ cho tỷ lệ 100 % và 2 điểm, không cho tử số và mẫu số; phụ lục công văn tháng 6/2023 lại in số bản sao đã chứng thực",
};

#[cfg(test)]
mod tests {
    use crate::components::score::points_of_counts as points;

    #[test]
    fn two_points_are_shared_by_the_communes_that_offer_it() {
        assert_eq!(points(&super::CARD, 3, 8).as_deref(), Some("0.75")); // 2 · 3/8
        assert_eq!(points(&super::CARD, 0, 0), None);
    }
}
