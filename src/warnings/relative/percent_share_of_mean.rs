//! # What it says
//! “Thấp”: the unit's percentage lies below a share of the mean of its group.
//! # Why it matters
//! Where the provincial figure is not known, the group itself is the measure.
//! # When it fires
//! The percentage is less than the share times the plain mean of the group's percentages.
//! # Example
//! 49,5 % under 0,9 · 56,7 % = 51,03 %: “Thấp”.
//! # Source
//! No office is known to use it. Of the letter of the office of the Lào Cai People's Committee of June 2023,
//! any share above 0,87301 and up to 0,93650 reproduces its notes; 0,9 is the round one.

use super::RelativeCard;
use super::Unsaid;
use super::mean;
use crate::domain::Measure;
use crate::domain::Ratio;
use crate::warnings::LimitSource;
use crate::warnings::WarningCard;

pub(super) static CARD: RelativeCard = RelativeCard {
    card: WarningCard {
        code: "percent-share-of-mean",
        word: "Thấp",
        measure: "tỷ lệ % tổng chung nhóm Số hóa hồ sơ so với trung bình của nhóm",
        source: LimitSource {
            since: "01/6/2023",
            text: "Luật tương đối của công cụ, thử trên phụ lục công văn tháng 6/2023 của Văn phòng UBND tỉnh Lào Cai; mức 0,9 do công cụ chọn trong khoảng trên 0,87301 đến 0,93650 mà phụ lục cho phép",
        },
    },
    of: Measure::Percent,
    words: "tỷ lệ nhỏ hơn {} lần trung bình cộng của nhóm",
    suggested: "0.9",
    range: (0, 2),
    by_place: false,
    limit: |share, facts| {
        let all = facts.percents.iter();
        let sum = all.map(|percent| Ratio::from(percent.value())).try_fold(Ratio::whole(0), Ratio::plus);
        share.times(mean(sum, facts.percents.len())?).ok_or(Unsaid::TooLarge)
    },
};
