//! A part of a month, a quarter or a year, which is not the whole: `Nửa đầu tháng 8/2025`, `Tuần 2 tháng 11/2024`, `Đợt 1 tháng 8/2025`.

use super::named::some_months;
use super::point::Point;
use super::point::point;
use super::point::year;
use super::words::Token;
use super::words::word;
use crate::domain::Day;
use crate::domain::Period;

/// A part of a longer period.
pub(super) enum Part {
    /// Its days are known.
    Days(Period),
    /// Which days it has, no two offices agree on.
    Open,
}

/// The part that a text names; `None` where it names none.
pub(super) fn part(tokens: &[Token]) -> Option<Part> {
    (0..tokens.len()).find_map(|at| part_at(tokens, at))
}

/// Whether a text names a week, whose month may stand in another title.
pub(super) fn names_week(tokens: &[Token]) -> bool {
    (0..tokens.len()).any(|at| is_week(tokens, at))
}

fn part_at(tokens: &[Token], at: usize) -> Option<Part> {
    let (own, next) = (word(tokens, at), word(tokens, at + 1));
    let is_whole = |at: usize| matches!(word(tokens, at), "thang" | "t" | "quy" | "q" | "nam");
    let count = match at.checked_sub(1).map(|before| &tokens[before]) {
        Some(Token::Number(count)) => u8::try_from(*count).ok(),
        _ => None,
    };
    let days = match (own, next) {
        ("nua", "dau" | "truoc") if word(tokens, at + 2) == "nam" => {
            year(tokens, at + 2).0.and_then(|year| Period::months(year, 1, 6))
        }
        ("nua", "cuoi" | "sau") if word(tokens, at + 2) == "nam" => {
            year(tokens, at + 2).0.and_then(|year| Period::months(year, 7, 12))
        }
        ("nua", "dau" | "truoc") if is_whole(at + 2) => days_of_month(tokens, at + 2, 1, 15),
        ("nua", "cuoi" | "sau") if is_whole(at + 2) => days_of_month(tokens, at + 2, 16, 31),
        // “10 ngày cuối” may begin on the 21st or on the 22nd.
        ("ngay", "dau") if count.is_some() && is_whole(at + 2) => {
            days_of_month(tokens, at + 2, 1, count?).filter(|days| count == Some(days.to.day()))
        }
        ("ngay", "giua" | "cuoi") if count.is_some() && is_whole(at + 2) => None,
        // “6 tháng đầu năm”: its months are counted.
        ("dau" | "giua", "thang" | "quy") | ("nua", "thang") => None,
        ("dot" | "ky", _) if is_numbered(tokens, at + 1) && (0..tokens.len()).any(is_whole) => None,
        _ if is_week(tokens, at) => None,
        _ => return None,
    };
    Some(days.map_or(Part::Open, Part::Days))
}

/// These days of the one month that stands at this place, up to its last; `None` where it is a whole quarter or its year is
/// not said, or where they are all its days.
fn days_of_month(tokens: &[Token], at: usize, first: u8, last: u8) -> Option<Period> {
    let (Point { year, first: (month, _), last: (until, _) }, _) = point(tokens, at)?;
    let whole = Period::months(year?, month, until).filter(|_| month == until)?;
    let to = Day::new(whole.to.year(), month, last).unwrap_or(whole.to);
    Period::new(Day::new(to.year(), month, first)?, to).filter(|days| *days != whole)
}

/// Whether a week is named here. “Tuân thủ” and “Tuấn” fold to the same words.
fn is_week(tokens: &[Token], at: usize) -> bool {
    let (own, next) = (word(tokens, at), word(tokens, at + 1));
    let before = at.checked_sub(1).map_or("", |before| word(tokens, before));
    own == "tuan"
        && match next {
            "thang" => matches!(before, "cao" | "lieu" | "qua" | "thuong" | "trung" | "ha"),
            "thu" => {
                matches!(tokens.get(at + 2), Some(Token::Number(_)))
                    || matches!(word(tokens, at + 2), "nhat" | "hai" | "ba" | "tu")
            }
            "dau" | "cuoi" => true,
            _ => is_numbered(tokens, at + 1) || matches!(tokens.get(at + 1), Some(Token::MonthYear(..))),
        }
}

/// Whether a number of order stands here: `2`, `II`. The number of “6 tháng đầu năm” is none.
fn is_numbered(tokens: &[Token], at: usize) -> bool {
    let is_small = match tokens.get(at) {
        Some(Token::Number(number)) => *number <= 53,
        Some(Token::Word(roman)) => matches!(roman.as_str(), "i" | "ii" | "iii" | "iv" | "v"),
        _ => false,
    };
    is_small && some_months(tokens, at).is_none()
}

#[cfg(test)]
mod tests {
    use crate::text::garbled_period;
    use crate::text::period::tests::case;
    use crate::text::period_of_titles;

    #[test]
    fn halves_and_first_days_of_a_month_have_their_days() {
        case("Nửa đầu tháng 8/2025", "2025-08-01..2025-08-15");
        case("NUA DAU THANG 8 NAM 2025", "2025-08-01..2025-08-15");
        case("Nửa cuối tháng 02/2024", "2024-02-16..2024-02-29");
        case("Kết quả nửa sau tháng 8 năm 2025", "2025-08-16..2025-08-31");
        case("15 ngày đầu tháng 8/2025", "2025-08-01..2025-08-15");
        case("10 ngày đầu tháng Tám năm 2025", "2025-08-01..2025-08-10");
        case("Nửa đầu năm 2025", "2025-01-01..2025-06-30");
        case("Nửa cuối năm 2025", "2025-07-01..2025-12-31");
    }

    #[test]
    fn other_parts_are_told_and_never_the_whole() {
        for title in [
            "BÁO CÁO TUẦN 2 THÁNG 11/2024",
            "Tuần thứ hai tháng 11/2024",
            "Báo cáo tuần (tháng 11/2024)",
            "Tháng 11/2024 - Tuần II",
            "Tuần 46/2024",
            "Tuần 46 năm 2024",
            "Trung tuần tháng 11/2024",
            "Đợt 1 tháng 8/2025",
            "Tháng 8/2025 (đợt 2)",
            "Đợt 2 năm 2025",
            "Kỳ 2 tháng 8/2025",
            "Kỳ II tháng 8 năm 2025",
            "10 ngày cuối tháng 8/2025",
            "15 ngày giữa tháng 8/2025",
            "31 ngày đầu tháng 8/2025",
            "Giữa tháng 8/2025",
            "Đầu tháng 8/2025",
            "Nửa đầu quý III/2025",
            "Nửa đầu tháng 8",
        ] {
            case(title, "-");
            assert!(garbled_period(&[title.to_owned()]).is_some(), "{title}");
        }
        let two = ["BÁO CÁO TUẦN 2", "Tháng 11/2024"].map(str::to_owned);
        let quoted = (0, "BÁO CÁO TUẦN 2 / Tháng 11/2024".to_owned());
        assert_eq!((period_of_titles(&two), garbled_period(&two)), (None, Some(quoted)));
    }

    #[test]
    fn words_that_fold_alike_are_no_part() {
        for title in [
            "Kết quả tuân thủ quy trình tháng 8/2025",
            "Người lập: Nguyễn Anh Tuấn, tháng 8/2025",
            "Kỳ báo cáo tháng 8/2025",
            "Kỳ: tháng 8/2025",
            "Báo cáo cuối tháng 8/2025",
            "Phụ lục 2 tháng 8/2025",
            "Báo cáo tháng 8/2025 (lần 2)",
        ] {
            case(title, "2025-08-01..2025-08-31");
        }
        case("Tuần 35 (từ 25/8/2025 đến 31/8/2025)", "2025-08-25..2025-08-31");
    }
}
