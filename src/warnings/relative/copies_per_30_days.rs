//! # What it says
//! “Quá thấp”: the unit completes too few certified copies in 30 days.
//! # Why it matters
//! A fixed 1.000 loses its meaning when the period changes.
//! # When it fires
//! The count, times 30, divided by the days of the period, is less than the value; without a period nothing is said.
//! # Example
//! 678 over 1.252 days are 16,2 in 30 days, under 20: “Quá thấp”.
//! # Source
//! No office is known to use it. Of the letter of the office of the Lào Cai People's Committee of June 2023,
//! any value above 16,246 and up to 26,645 reproduces its notes over 01/01/2020–05/6/2023; 20 is the round one.

use super::RelativeCard;
use super::Unsaid;
use crate::domain::Measure;
use crate::domain::Ratio;
use crate::warnings::LimitSource;
use crate::warnings::WarningCard;

pub(super) static CARD: RelativeCard = RelativeCard {
    card: WarningCard {
        code: "copies-per-30-days",
        word: "Quá thấp",
        measure: "số hồ sơ chứng thực điện tử bản sao từ bản chính quy ra 30 ngày",
        source: LimitSource {
            since: "01/6/2023",
            text: "Luật tương đối của công cụ, thử trên phụ lục công văn tháng 6/2023 của Văn phòng UBND tỉnh Lào Cai; mức 20 hồ sơ do công cụ chọn trong khoảng trên 16,246 đến 26,645 mà phụ lục cho phép, tính cho kỳ 01/01/2020–05/6/2023",
        },
    },
    of: Measure::Count,
    words: "bình quân 30 ngày dưới {} hồ sơ chứng thực",
    suggested: "20",
    range: (0, 1_000_000),
    by_place: false,
    limit: |pace, facts| {
        let months = Ratio::new(i128::from(facts.days.ok_or(Unsaid::NoPeriod)?), 30);
        months.and_then(|months| pace.times(months)).ok_or(Unsaid::TooLarge)
    },
};
