//! Component D: of the dossiers received, how many use digitised data again?

use super::ComponentCard;
use super::Counts;
use crate::columns::Field;

pub(super) static CARD: ComponentCard = ComponentCard {
    component: crate::domain::Component::D,
    cap: 80,
    numerator: "hồ sơ tiếp nhận trong kỳ có ít nhất một thành phần dùng lại dữ liệu số hóa",
    denominator: "hồ sơ có ngày tiếp nhận trong kỳ",
    formula: "2 điểm × tỷ lệ / 80 %, nhiều nhất 2",
    counts: Some(Counts {
        numerator: Field::Reused,
        denominator: Field::Received,
        doubt: "đánh dấu tái sử dụng trên cổng tỉnh có thể khác đánh dấu trên cổng quốc gia",
    }),
    source: super::SOURCE,
    since: super::SINCE,
    until: None,
    doubt: "mức 80 % có trong tài liệu và khớp số liệu đã thấy",
};

#[cfg(test)]
mod tests {
    use crate::components::score::points_of_counts as points;

    #[test]
    fn two_points_are_reached_at_eighty_percent() {
        assert_eq!(points(&super::CARD, 40, 100).as_deref(), Some("1")); // 2 · 0,4 / 0,8
        assert_eq!(points(&super::CARD, 80, 100).as_deref(), Some("2"));
        assert_eq!(points(&super::CARD, 81, 100).as_deref(), Some("2"));
        assert_eq!(points(&super::CARD, 1, 3).as_deref(), Some("0.83")); // 2 / 3 / 0,8 = 0,8333…
        assert_eq!(points(&super::CARD, 0, 0), None);
    }
}
