//! # What it says
//! “Quá thấp”: the unit completed fewer certified copies than a share of the group's largest count.
//! # Why it matters
//! The best of the group shows what can be done.
//! # When it fires
//! The count is less than the share times the largest count of the group.
//! # Example
//! 678 under a third of 2.919 = 973: “Quá thấp”.
//! # Source
//! No office is known to use it. Of the letter of the office of the Lào Cai People's Committee of June 2023,
//! any share above 0,23227 and up to 0,38095 reproduces its notes; a third is the plain one.

use super::RelativeCard;
use super::Unsaid;
use crate::domain::Measure;
use crate::domain::Ratio;
use crate::warnings::LimitSource;
use crate::warnings::WarningCard;

pub(super) static CARD: RelativeCard = RelativeCard {
    card: WarningCard {
        code: "copies-share-of-largest",
        word: "Quá thấp",
        measure: "số hồ sơ chứng thực điện tử bản sao từ bản chính so với đơn vị nhiều nhất nhóm",
        source: LimitSource {
            since: "01/6/2023",
            text: "Luật tương đối của công cụ, thử trên phụ lục công văn tháng 6/2023 của Văn phòng UBND tỉnh Lào Cai; mức một phần ba do công cụ chọn trong khoảng trên 0,23227 đến 0,38095 mà phụ lục cho phép",
        },
    },
    of: Measure::Count,
    words: "số chứng thực nhỏ hơn {} lần đơn vị nhiều nhất nhóm",
    suggested: "0.333333",
    range: (0, 1),
    by_place: false,
    limit: |share, facts| {
        let largest = *facts.copies.iter().max().ok_or(Unsaid::NoFigures)?;
        share.times(Ratio::whole(i128::from(largest))).ok_or(Unsaid::TooLarge)
    },
};
