//! Component G: of the procedures about persons, how many are connected with the population data?

use super::ComponentCard;

pub(super) static CARD: ComponentCard = ComponentCard {
    component: crate::domain::Component::G,
    cap: 100,
    numerator: "thủ tục hành chính (không phải hồ sơ) đã kết nối, chia sẻ dữ liệu dân cư",
    denominator: "thủ tục hành chính có đối tượng thực hiện là cá nhân",
    formula: "2 điểm × tỷ lệ",
    counts: None,
    source: super::SOURCE,
    since: super::SINCE,
    until: None,
    doubt: "đếm thủ tục chứ không đếm hồ sơ; tên chỉ tiêu đã được đặt lại trong một bảng chỉ tiêu năm 2026",
};

#[cfg(test)]
mod tests {
    use crate::components::score::points_of_counts as points;

    #[test]
    fn two_points_are_shared_by_the_procedures_connected() {
        assert_eq!(points(&super::CARD, 40, 40).as_deref(), Some("2"));
        assert_eq!(points(&super::CARD, 0, 0), None);
    }
}
