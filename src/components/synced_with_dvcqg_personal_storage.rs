//! Component E: of the dossiers received, how many share data with the citizen's store on the national portal?

use super::ComponentCard;
use super::Counts;
use crate::columns::Field;

pub(super) static CARD: ComponentCard = ComponentCard {
    component: crate::domain::Component::E,
    cap: 100,
    numerator: "hồ sơ lấy ít nhất một thành phần từ kho dữ liệu cá nhân trên Cổng dịch vụ công quốc gia, hoặc có kết quả điện tử đồng bộ về kho đó",
    denominator: "hồ sơ có ngày tiếp nhận trong kỳ",
    formula: "4 điểm × tỷ lệ",
    counts: Some(Counts {
        numerator: Field::FromStore,
        denominator: Field::Received,
        doubt: "chỉ đếm hồ sơ lấy từ kho, chưa đếm kết quả đồng bộ về kho: điểm thật có thể cao hơn",
    }),
    source: super::SOURCE,
    since: super::SINCE,
    until: None,
    doubt: "tên chỉ tiêu đã được đặt lại trong một bảng chỉ tiêu năm 2026",
};

#[cfg(test)]
mod tests {
    use crate::components::score::points_of_counts as points;

    #[test]
    fn four_points_are_shared_by_the_rate() {
        assert_eq!(points(&super::CARD, 204, 10_000).as_deref(), Some("0.08")); // 2,04 %: 4 · 0,0204 = 0,0816
        assert_eq!(points(&super::CARD, 0, 0), None);
    }
}
