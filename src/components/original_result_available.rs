//! Component A: of the dossiers that owe a paper result, how many had it issued electronically?

use super::ComponentCard;
use super::Counts;
use crate::columns::Field;

pub(super) static CARD: ComponentCard = ComponentCard {
    component: crate::domain::Component::A,
    cap: 100,
    numerator: "hồ sơ có tệp kết quả điện tử, thuộc thủ tục phải trả kết quả bằng giấy",
    denominator: "hồ sơ thuộc thẩm quyền giải quyết của các thủ tục phải trả kết quả",
    formula: "6 điểm × tỷ lệ",
    counts: Some(Counts {
        numerator: Field::CompletedEResult,
        denominator: Field::Completed,
        doubt: "chia cho hồ sơ đã giải quyết như cổng tỉnh, không chia cho hồ sơ thuộc thẩm quyền",
    }),
    source: super::SOURCE,
    since: super::SINCE,
    until: None,
    doubt: "một bảng chỉ tiêu năm 2026 chia cho hồ sơ đã giải quyết và trả kết quả, không chia cho hồ sơ thuộc thẩm quyền",
};

#[cfg(test)]
mod tests {
    use crate::components::score::points_of_counts as points;

    #[test]
    fn six_points_are_shared_by_the_rate() {
        assert_eq!(points(&super::CARD, 752, 1_000).as_deref(), Some("4.51")); // 6 · 0,752 = 4,512
        assert_eq!(points(&super::CARD, 10, 20).as_deref(), Some("3"));
        assert_eq!(points(&super::CARD, 0, 20).as_deref(), Some("0"));
        assert_eq!(points(&super::CARD, 0, 0), None);
    }
}
