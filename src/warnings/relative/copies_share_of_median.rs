//! # What it says
//! “Quá thấp”: the unit completed fewer certified copies than a share of the group's median.
//! # Why it matters
//! The median is not moved by one large town.
//! # When it fires
//! The count is less than the share times the median; of an even number of units it is the mean of the two middle ones.
//! # Example
//! 678 under the median of 1.112: “Quá thấp”.
//! # Source
//! No office is known to use it. Of the letter of the office of the Lào Cai People's Committee of June 2023,
//! any share above 0,60971 and up to 1 reproduces its notes; 1 is the plain median.

use super::RelativeCard;
use super::Unsaid;
use crate::domain::Measure;
use crate::domain::Ratio;
use crate::domain::sort;
use crate::warnings::LimitSource;
use crate::warnings::WarningCard;

pub(super) static CARD: RelativeCard = RelativeCard {
    card: WarningCard {
        code: "copies-share-of-median",
        word: "Quá thấp",
        measure: "số hồ sơ chứng thực điện tử bản sao từ bản chính so với trung vị của nhóm",
        source: LimitSource {
            since: "01/6/2023",
            text: "Luật tương đối của công cụ, thử trên phụ lục công văn tháng 6/2023 của Văn phòng UBND tỉnh Lào Cai; mức 1 (chính trung vị) do công cụ chọn trong khoảng trên 0,60971 đến 1 mà phụ lục cho phép",
        },
    },
    of: Measure::Count,
    words: "số chứng thực nhỏ hơn {} lần trung vị của nhóm",
    suggested: "1",
    range: (0, 10),
    by_place: false,
    limit: |share, facts| {
        let mut sorted = facts.copies.clone();
        sort(&mut sorted);
        let at = |index: usize| sorted.get(index).map(|count| i128::from(*count)).ok_or(Unsaid::NoFigures);
        let (low, high) = (at(sorted.len().saturating_sub(1) / 2)?, at(sorted.len() / 2)?);
        Ratio::new(low + high, 2).and_then(|median| share.times(median)).ok_or(Unsaid::TooLarge)
    },
};
