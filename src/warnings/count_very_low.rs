//! # What it says
//! “Quá thấp”: the unit completed fewer dossiers of certified copies than the limit.
//! # Why it matters
//! Certified copies are what lets citizens reuse a paper digitally; the letter names units that hardly offer them.
//! # When it fires
//! The count is less than the limit. A unit without a count is never warned: it is shown as lacking figures.
//! # Example
//! 678 under a limit of 1.000: “Quá thấp”, 322 missing.
//! # Source
//! The letter of the office of the Lào Cai People's Committee of June 2023 marks 678, 546, 426 and 366 and leaves 1.112
//! unmarked, over 01/01/2020–05/6/2023. Any limit above 678 and up to 1.112 does that; 1.000 is the round one.

use super::LimitSource;
use super::Thresholds;
use super::Warning;
use super::WarningCard;
use crate::domain::Decimal;

pub(super) static CARD: WarningCard = WarningCard {
    code: "count-very-low",
    word: "Quá thấp",
    measure: "số hồ sơ chứng thực điện tử bản sao từ bản chính đã hoàn thành",
    source: LimitSource {
        since: "01/6/2023",
        text: "Ghi chú «Quá thấp» trong phụ lục công văn tháng 6/2023 của Văn phòng UBND tỉnh Lào Cai; mức 1.000 do công cụ chọn trong khoảng 679 đến 1.112 mà phụ lục cho phép, tính cho kỳ 01/01/2020–05/6/2023",
    },
};

/// The warning of a count; `None` when it reaches the limit.
#[must_use]
pub fn count_very_low(count: u64, thresholds: &Thresholds) -> Option<Warning> {
    let missing = thresholds.count_very_low.checked_sub(count).filter(|missing| *missing > 0)?;
    let missing = Decimal::from_count(missing)?;
    Some(Warning { card: &CARD, missing, limit: Decimal::from_count(thresholds.count_very_low)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_fires_below_the_limit_and_is_silent_at_it() {
        for (count, missing) in
            [(678, Some("322")), (546, Some("454")), (426, Some("574")), (366, Some("634")), (1000, None), (1112, None)]
        {
            let warning = count_very_low(count, &Thresholds::default());
            assert_eq!(warning.map(|warning| warning.missing.to_string()).as_deref(), missing, "{count}");
        }
    }

    #[test]
    fn every_limit_the_letter_allows_marks_the_same_four() {
        for (limit, marked) in [(679, 4), (1000, 4), (1112, 4), (678, 3), (1113, 5)] {
            let thresholds = Thresholds { count_very_low: limit, ..Thresholds::default() };
            let letter = [366, 1343, 2919, 1112, 546, 1945, 2486, 678, 426];
            assert_eq!(
                letter.iter().filter(|count| count_very_low(**count, &thresholds).is_some()).count(),
                marked,
                "{limit}"
            );
        }
    }
}
