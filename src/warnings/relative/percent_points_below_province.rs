//! # What it says
//! “Thấp”: the unit's percentage lies too many points below the provincial one.
//! # Why it matters
//! Leaders speak of points behind the province.
//! # When it fires
//! The percentage is less than the provincial percentage less so many points.
//! # Example
//! 49,5 % under 57,7 % - 5 = 52,7 %: “Thấp”.
//! # Source
//! No office is known to use it. Of the letter of the office of the Lào Cai People's Committee of June 2023,
//! 4,6 points up to less than 8,2 reproduce its notes; 5 is the round one.

use super::RelativeCard;
use super::Unsaid;
use crate::domain::Measure;
use crate::domain::Ratio;
use crate::warnings::LimitSource;
use crate::warnings::WarningCard;

pub(super) static CARD: RelativeCard = RelativeCard {
    card: WarningCard {
        code: "percent-points-below-province",
        word: "Thấp",
        measure: "tỷ lệ % tổng chung nhóm Số hóa hồ sơ so với tỷ lệ toàn tỉnh",
        source: LimitSource {
            since: "01/6/2023",
            text: "Luật tương đối của công cụ, thử trên phụ lục công văn tháng 6/2023 của Văn phòng UBND tỉnh Lào Cai; mức 5 điểm do công cụ chọn trong khoảng 4,6 đến dưới 8,2 mà phụ lục cho phép",
        },
    },
    of: Measure::Percent,
    words: "tỷ lệ thấp hơn toàn tỉnh quá {} điểm phần trăm",
    suggested: "5",
    range: (0, 100),
    by_place: false,
    limit: |points, facts| {
        let province = facts.province.ok_or(Unsaid::NoProvince)?;
        Ratio::from(province.value()).minus(points).ok_or(Unsaid::TooLarge)
    },
};
