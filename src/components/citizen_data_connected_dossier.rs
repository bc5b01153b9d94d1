//! Component F: of all dossiers, how many use the population data?

use super::ComponentCard;

pub(super) static CARD: ComponentCard = ComponentCard {
    component: crate::domain::Component::F,
    cap: 100,
    numerator: "hồ sơ có sử dụng thông tin của cơ sở dữ liệu quốc gia về dân cư, ví dụ tài khoản định danh đã xác thực",
    denominator: "toàn bộ hồ sơ",
    formula: "2 điểm × tỷ lệ",
    counts: None,
    source: super::SOURCE,
    since: super::SINCE,
    until: None,
    doubt: "tên chỉ tiêu đã được đặt lại trong một bảng chỉ tiêu năm 2026",
};

#[cfg(test)]
mod tests {
    use crate::components::score::points_of_counts as points;

    #[test]
    fn two_points_are_shared_by_the_rate() {
        assert_eq!(points(&super::CARD, 245, 1_000).as_deref(), Some("0.49"));
        assert_eq!(points(&super::CARD, 0, 0), None);
    }
}
