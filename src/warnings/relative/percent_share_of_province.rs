//! # What it says
//! “Thấp”: the unit's percentage lies below a share of the provincial one.
//! # Why it matters
//! A fixed limit forgets how the whole province does; this one moves with it.
//! # When it fires
//! The percentage is less than the share times the provincial percentage, which is an input of its own and never the mean of
//! the units.
//! # Example
//! 49,5 % under 0,9 · 57,7 % = 51,93 %: “Thấp”.
//! # Source
//! No office is known to use it. Of the letter of the office of the Lào Cai People's Committee of June 2023,
//! any share above 0,85788 and up to 0,92027 reproduces its notes; 0,9 is the round one.

use super::RelativeCard;
use super::Unsaid;
use crate::domain::Measure;
use crate::domain::Ratio;
use crate::warnings::LimitSource;
use crate::warnings::WarningCard;

pub(super) static CARD: RelativeCard = RelativeCard {
    card: WarningCard {
        code: "percent-share-of-province",
        word: "Thấp",
        measure: "tỷ lệ % tổng chung nhóm Số hóa hồ sơ so với tỷ lệ toàn tỉnh",
        source: LimitSource {
            since: "01/6/2023",
            text: "Luật tương đối của công cụ, thử trên phụ lục công văn tháng 6/2023 của Văn phòng UBND tỉnh Lào Cai; mức 0,9 do công cụ chọn trong khoảng trên 0,85788 đến 0,92027 mà phụ lục cho phép",
        },
    },
    of: Measure::Percent,
    words: "tỷ lệ nhỏ hơn {} lần tỷ lệ toàn tỉnh",
    suggested: "0.9",
    range: (0, 2),
    by_place: false,
    limit: |share, facts| {
        let province = facts.province.ok_or(Unsaid::NoProvince)?;
        share.times(Ratio::from(province.value())).ok_or(Unsaid::TooLarge)
    },
};
