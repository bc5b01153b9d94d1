//! Component B: of all dossiers, how many have their papers digitised and, where one is owed, an electronic result?

use super::ComponentCard;
use super::Counts;
use crate::columns::Field;

pub(super) static CARD: ComponentCard = ComponentCard {
    component: crate::domain::Component::B,
    cap: 100,
    numerator: "hồ sơ có ít nhất một tệp trong thành phần hồ sơ và có kết quả điện tử nơi thủ tục phải trả kết quả",
    denominator: "hồ sơ thuộc thẩm quyền giải quyết",
    formula: "4 điểm × tỷ lệ, nhiều nhất 4",
    counts: Some(Counts {
        numerator: Field::Both,
        denominator: Field::Received,
        doubt: "chia cho hồ sơ tiếp nhận như cổng tỉnh, không chia cho hồ sơ thuộc thẩm quyền",
    }),
    source: super::SOURCE,
    since: super::SINCE,
    until: None,
    doubt: "tài liệu ghi đủ điểm từ 80 % trở lên, số liệu năm 2026 cho thấy phải đạt 100 %; đặt được mức 80 % trong thiết lập",
};

#[cfg(test)]
mod tests {
    use crate::components::score::points_of_counts as points;

    #[test]
    fn four_points_are_shared_by_the_rate_and_never_exceeded() {
        assert_eq!(points(&super::CARD, 243, 1_000).as_deref(), Some("0.97")); // 4 · 0,243 = 0,972
        assert_eq!(points(&super::CARD, 1_243, 1_000).as_deref(), Some("4"));
        assert_eq!(points(&super::CARD, 0, 0), None);
    }
}
