//! # What it says
//! “Thấp”: the unit's percentage of the group “Số hóa hồ sơ” lies below the limit.
//! # Why it matters
//! These are the units a reminder letter names.
//! # When it fires
//! The percentage, rounded as printed (or exact, if so set), is less than the limit. A unit without a percentage is
//! never warned: it is shown as lacking figures.
//! # Example
//! 49,5 % under a limit of 50 %: “Thấp”, half a percentage point missing.
//! # Source
//! The letter of the office of the Lào Cai People's Committee of June 2023 marks 49,5 %, 49 % and 48,1 % and leaves
//! 53,1 % unmarked. Any limit above 49,5 and up to 53,1 does that; 50 % is the round one among them, 11 of 22 points.

use super::LimitSource;
use super::Thresholds;
use super::Warning;
use super::WarningCard;
use crate::domain::Percent;

pub(super) static CARD: WarningCard = WarningCard {
    code: "rate-low",
    word: "Thấp",
    measure: "tỷ lệ % tổng chung nhóm Số hóa hồ sơ",
    source: LimitSource {
        since: "01/6/2023",
        text: "Ghi chú «Thấp» trong phụ lục công văn tháng 6/2023 của Văn phòng UBND tỉnh Lào Cai; mức 50 % (11/22 điểm) do công cụ chọn trong khoảng trên 49,5 % đến 53,1 % mà phụ lục cho phép",
    },
};

/// The warning of a percentage; `None` when it reaches the limit.
#[must_use]
pub fn rate_low(percent: Percent, thresholds: &Thresholds) -> Option<Warning> {
    thresholds.compare.held(percent).points_below(thresholds.rate_low)?;
    let limit = thresholds.rate_low;
    Some(Warning { card: &CARD, missing: percent.points_below(limit)?, limit: limit.value() })
}

#[cfg(test)]
mod tests {
    use super::super::Compare;
    use super::*;
    use crate::domain::Decimal;

    fn percent(plain: &str) -> Percent {
        Percent::new(Decimal::from_plain(plain).unwrap())
    }

    #[test]
    fn it_fires_below_the_limit_and_is_silent_at_it() {
        for (value, missing) in
            [("49.5", Some("0.5")), ("49", Some("1")), ("48.1", Some("1.9")), ("50", None), ("53.1", None)]
        {
            let warning = rate_low(percent(value), &Thresholds::default());
            assert_eq!(warning.map(|warning| warning.missing.to_string()).as_deref(), missing, "{value}");
        }
    }

    #[test]
    fn the_printed_value_decides_unless_the_exact_one_is_asked_for() {
        let exact = Thresholds { compare: Compare::Exact, ..Thresholds::default() };
        assert!(rate_low(percent("49.96"), &Thresholds::default()).is_none()); // printed 50%
        assert!(rate_low(percent("49.96"), &exact).is_some());
        assert!(rate_low(percent("49.94"), &Thresholds::default()).is_some()); // printed 49,9%
    }

    #[test]
    fn every_limit_the_letter_allows_marks_the_same_three() {
        for (limit, marked) in [("49.6", 3), ("50", 3), ("53.1", 3), ("49.5", 2), ("53.2", 4)] {
            let thresholds = Thresholds { rate_low: percent(limit), ..Thresholds::default() };
            let letter = ["72.3", "68.9", "58.6", "56.9", "53.9", "53.1", "49.5", "49", "48.1"];
            let count = letter.iter().filter(|value| rate_low(percent(value), &thresholds).is_some()).count();
            assert_eq!(count, marked, "{limit}");
        }
    }
}
