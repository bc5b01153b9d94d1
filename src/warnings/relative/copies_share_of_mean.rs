//! # What it says
//! “Quá thấp”: the unit completed fewer certified copies than a share of the group's mean.
//! # Why it matters
//! It moves with the period and with the group.
//! # When it fires
//! The count is less than the share times the plain mean of the group's counts.
//! # Example
//! 678 under 0,75 · 1.313,4 = 985,1: “Quá thấp”.
//! # Source
//! No office is known to use it. Of the letter of the office of the Lào Cai People's Committee of June 2023,
//! any share above 0,51619 and up to 0,84662 reproduces its notes; 0,75 lies between.

use super::RelativeCard;
use super::Unsaid;
use super::mean;
use crate::domain::Measure;
use crate::domain::Ratio;
use crate::warnings::LimitSource;
use crate::warnings::WarningCard;

pub(super) static CARD: RelativeCard = RelativeCard {
    card: WarningCard {
        code: "copies-share-of-mean",
        word: "Quá thấp",
        measure: "số hồ sơ chứng thực điện tử bản sao từ bản chính so với trung bình của nhóm",
        source: LimitSource {
            since: "01/6/2023",
            text: "Luật tương đối của công cụ, thử trên phụ lục công văn tháng 6/2023 của Văn phòng UBND tỉnh Lào Cai; mức 0,75 do công cụ chọn trong khoảng trên 0,51619 đến 0,84662 mà phụ lục cho phép",
        },
    },
    of: Measure::Count,
    words: "số chứng thực nhỏ hơn {} lần trung bình cộng của nhóm",
    suggested: "0.75",
    range: (0, 10),
    by_place: false,
    limit: |share, facts| {
        let sum = facts.copies.iter().map(|count| i128::from(*count)).sum();
        share.times(mean(Some(Ratio::whole(sum)), facts.copies.len())?).ok_or(Unsaid::TooLarge)
    },
};
