//! A period named by its two ends: `từ ngày 01/01/2023 đến ngày 05/06/2023`, `từ tháng 1 đến tháng 5 năm 2023`.

use super::named::named;
use super::part::part;
use super::point::Point;
use super::point::point;
use super::words::Token;
use super::words::speaks_of_law;
use crate::domain::Day;
use crate::domain::Period;

/// Longest period whose begin, of a year that is not said, may lie in the year before its end.
const HALF_A_YEAR: u32 = 184;

/// A begin: a day or a month, or the number of a day in the month of the end.
struct Begin {
    point: Result<Point, u8>,
    behind: usize,
}

impl Begin {
    fn year(&self) -> Option<u16> {
        self.point.ok()?.year
    }

    fn is_number(&self) -> bool {
        self.point.is_err()
    }

    /// The period up to this end, whose year is the begin's unless it says its own or lies late in the year before:
    /// `Từ 16/12 đến 15/01/2026`.
    fn until(&self, to: Day) -> Option<Period> {
        let point = match self.point {
            Ok(point) => point,
            Err(day) => return Period::new(Day::new(to.year(), to.month(), day)?, to),
        };
        let found = Period::new(point.begin(point.year.unwrap_or(to.year()))?, to);
        let turned = || {
            let from = point.begin(to.year().checked_sub(1)?).filter(|_| point.year.is_none())?;
            Period::new(from, to).filter(|found| found.days() <= HALF_A_YEAR)
        };
        found.or_else(turned)
    }
}

/// The begin that stands at this place.
fn begin(tokens: &[Token], at: usize, says_from: bool) -> Option<Begin> {
    let is_day = says_from || at > 0 && matches!(&tokens[at - 1], Token::Word(word) if word == "ngay");
    match (tokens.get(at)?, tokens.get(at + 1)) {
        (Token::Number(day), Some(Token::To | Token::Dash)) if is_day => {
            Some(Begin { point: Err(u8::try_from(*day).ok()?), behind: at + 1 })
        }
        _ => point(tokens, at).map(|(point, behind)| Begin { point: Ok(point), behind }),
    }
}

/// A period named by its begin and its end. Of this period and the last the text names this one.
pub(super) fn range(tokens: &[Token]) -> Option<Period> {
    let is =
        |at: usize, words: &[&str]| matches!(tokens.get(at), Some(Token::Word(word)) if words.contains(&word.as_str()));
    let now = (0..tokens.len()).find(|at| is(*at, &["ky"]) && is(at + 1, &["nay"])).unwrap_or(0);
    let past = |mut at: usize, words: &[&str]| {
        while is(at, words) {
            at += 1;
        }
        at
    };
    let found = |at: usize| {
        // Without “từ” two whole days alone are a begin and an end.
        // “Từ ngày l5/01/2023”: what stands before the letter is no day of its own.
        let is_torn = at > 0 && is(at - 1, &["l", "o", "i"]);
        let says_from = tokens[at] == Token::From;
        let first = if says_from { past(at + 1, &["ngay"]) } else { at };
        let is_month = |at: usize| is(at, &["thang", "quy", "t", "q"]);
        // “Từ đầu tháng 8/2025”.
        let first = first + usize::from(says_from && is(first, &["dau"]) && is_month(first + 1));
        let begin = begin(tokens, first, says_from)?;
        let behind = begin.behind;
        let joined = match (tokens.get(behind), tokens.get(behind + 1)) {
            (Some(Token::Dash), Some(Token::To)) => behind + 2,
            (Some(Token::To | Token::Dash), _) => behind + 1,
            _ => return None,
        };
        let last = past(joined, &["het", "ngay", "cuoi"]);
        // “Tháng 7 - 9/2025”, “Quý I - III/2025”: the word is said once.
        let is_bare = match tokens.get(last)? {
            Token::Number(_) | Token::MonthYear(..) => is_month(first),
            _ => is(first, &["quy", "q"]) && !is_month(last),
        };
        let (end, behind) = if is_bare {
            let (end, behind) = point(&[&tokens[first..=first], &tokens[last..]].concat(), 0)?;
            (end, behind + last - 1)
        } else {
            point(tokens, last)?
        };
        // “Tháng 4 đến tháng 6 năm 2023”: two of one kind, the year said once or with each.
        let of_months = is_month(at)
            && part(tokens).is_none()
            && (at == 0 || tokens[at - 1] != Token::From)
            && (is_bare || tokens[at] == tokens[last])
            && (begin.year().is_none() || end.year.is_some());
        let is_day = matches!(tokens[at], Token::Day(_) | Token::DayMonth(..) | Token::Number(_));
        if is_torn || !(says_from || of_months || is_day) {
            return None;
        }
        // “… chính quyền địa phương 2 cấp từ 01/7/2025 - Tháng 10/2025”: a dash joins what is of one kind, and no
        // begin of a law.
        if tokens[joined - 1] == Token::Dash && last == joined && end.last.1.is_none() {
            let is_of_days = begin.point.is_ok_and(|point| point.last.1.is_some());
            if is_of_days || says_from && speaks_of_law(&tokens[..at]) {
                return None;
            }
        }
        let year = end.year.or_else(|| begin.year().filter(|_| says_from));
        let Some(year) = year else {
            // “Tháng 8/2025 (từ 01/8 đến 31/8)”: the year is that of the month, in which the days end.
            let beside = named(&[&tokens[..at], &tokens[behind..]].concat())?;
            let found = begin.until(end.end(beside.to.year())?)?;
            return Some(found).filter(|found| beside.from <= found.to && found.to <= beside.to);
        };
        // Two days without a year and without “từ” may be anything.
        let is_whole = end.last.1.is_some() || last > joined;
        if matches!(tokens[at], Token::DayMonth(..)) || begin.is_number() && !is_whole {
            return None;
        }
        begin.until(end.end(year)?)
    };
    (now..tokens.len()).find_map(found)
}

#[cfg(test)]
mod tests {
    use crate::text::period::tests::case;

    #[test]
    fn two_days_are_a_period() {
        for text in [
            "(Từ ngày 01/01/2023 đến ngày 05/06/2023)",
            "TU NGAY 01/01/2023 DEN NGAY 05/06/2023",
            "Từ: 01/01/2023 Đến: 05/06/2023",
            "Từ ngày: | 01/01/2023 | Đến ngày: | 05/06/2023",
            "Từ 01/01 đến 05/6/2023",
            "Từ ngày 01 tháng 01 năm 2023 đến ngày 05 tháng 6 năm 2023",
            "từ ngày 01 tháng 01 đến hết ngày 05 tháng 6 năm 2023",
            "Thời gian: 01/01/2023 đến 05/06/2023",
            "Kỳ báo cáo: 01/01/2023 - 05/06/2023",
            "(01/01/2023-05/06/2023)",
            "Lũy kế từ đầu năm đến ngày 05/6/2023",
            "THEO QUYẾT ĐỊNH SỐ 766/QĐ-TTg ngày 23/06/2022\n(Từ ngày 01/01/2023 đến ngày 05/06/2023)",
            "Kỳ trước: từ 01/01/2022 đến 05/6/2022; kỳ này: từ 01/01/2023 đến 05/6/2023",
            "Tuần 15 năm 2023 (01/01/2023 - 05/06/2023)",
            "Từ ngày: 01/01/2023 - Đến ngày: 05/06/2023",
            "Từ ngày 01/01/2023 00:00 đến ngày 05/06/2023 23:59",
            "01/01/2023 00:00:00 - 05/06/2023 23:59:59",
            "Từ 0h ngày 01/01/2023 đến 17h30 ngày 05/06/2023",
        ] {
            case(text, "2023-01-01..2023-06-05");
        }
        case(
            "Kết quả chứng thực điện tử bản sao tư bản chính từ 01/01/2020 đến ngày 05/6/2023 (hồ sơ đã hoàn thành)",
            "2020-01-01..2023-06-05",
        );
        case("từ 05/6/2023 đến 01/01/2020", "-"); // runs backwards
        case("từ ngày 01/04/2023 đến ngày 31/04/2023", "-"); // no such day
    }

    #[test]
    fn months_and_quarters_may_be_ends() {
        case("Từ tháng 1/2023 đến tháng 5/2023", "2023-01-01..2023-05-31");
        case("Từ tháng 01 đến tháng 05 năm 2023", "2023-01-01..2023-05-31");
        case("Từ tháng 11/2022 đến hết tháng 02/2023", "2022-11-01..2023-02-28");
        case("Từ Quý I đến Quý II/2023", "2023-01-01..2023-06-30");
        case("DANH SÁCH HỒ SƠ THÁNG 4 ĐẾN THÁNG 6 NĂM 2023", "2023-04-01..2023-06-30");
        case("Quý I đến hết quý II/2023", "2023-01-01..2023-06-30");
        case("Số liệu tháng 4 đến ngày 05/6/2023", "-");
        case("Tháng 4 đến tháng 6", "-");
        for text in [
            "Tháng 7 - 9/2025",
            "Tháng 7-9 năm 2025",
            "THÁNG 07 – 09/2025",
            "T7-9/2025",
            "Từ tháng 7-9/2025",
            "từ tháng 7 - tháng 9 năm 2025",
            "Từ tháng 7 đến 9 năm 2025",
            "Tháng 7/2025 - Tháng 9/2025",
            "Tháng 7/2025 - 9/2025",
            "Kỳ báo cáo: 7-9/2025",
            "Kỳ báo cáo: 07/2025 - 09/2025",
        ] {
            case(text, "2025-07-01..2025-09-30");
        }
        case("Quý I - III/2025", "2025-01-01..2025-09-30");
        case("Quý 1-3 năm 2025", "2025-01-01..2025-09-30");
        case("Tháng 12 - 02/2026", "2025-12-01..2026-02-28");
        case("Tháng 10 - 2025", "2025-10-01..2025-10-31");
        case("Tháng 7/2025 - 9 huyện", "2025-07-01..2025-07-31");
        case("Tháng 7 - 9 huyện, năm 2025", "-");
        case("Tháng 9 - 7/2025", "-");
        case("Tuần 2 tháng 7 - 9/2025", "-");
        case("Từ tháng 1/2025 đến sau sắp xếp", "-");
        case("01/03/2025 ÷ 21/3/2025", "2025-03-01..2025-03-21");
        case("01/04/2023 ~ 30/06/2023", "2023-04-01..2023-06-30");
    }

    #[test]
    fn days_may_stand_before_the_month_that_is_said_once() {
        for text in [
            "Từ ngày 01 đến ngày 15 tháng 8 năm 2025",
            "Từ 01 đến 15 tháng 8/2025",
            "Từ ngày 1 đến hết ngày 15/8/2025",
            "Ngày 1-15 tháng 8/2025",
            "(01-15/8/2025)",
            "Tháng 8/2025 (từ 01/8 đến 15/8)",
            "Tháng 8/2025 (01-15/8)",
            "Từ đầu tháng 8/2025 đến ngày 15/8/2025",
        ] {
            case(text, "2025-08-01..2025-08-15");
        }
        case("Từ ngày 16 đến hết tháng 8/2025", "2025-08-16..2025-08-31");
        case("Từ ngày 15 đến ngày 01 tháng 8 năm 2025", "-");
    }

    #[test]
    fn a_year_that_is_said_once_is_that_of_both_ends_or_of_the_last() {
        case("Tháng 8/2025 (từ 01/8 đến 31/8)", "2025-08-01..2025-08-31");
        case("Quý III năm 2025: từ 01/7 đến 30/9", "2025-07-01..2025-09-30");
        case("Tháng 8/2025 (từ 15/7 đến 14/8)", "2025-07-15..2025-08-14");
        case("Tháng 8/2025 (từ 15/8 đến 14/9)", "-"); // ends in another month
        case("Từ 01/8 đến 31/8", "-");
        case("Từ ngày 16/12 đến ngày 15/01/2026", "2025-12-16..2026-01-15");
        case("Tháng 01/2026 (từ 16/12 đến 15/01)", "2025-12-16..2026-01-15");
        case("Từ tháng 11 đến tháng 02 năm 2026", "2025-11-01..2026-02-28");
        case("Từ 15/9 đến 14/8/2025", "-"); // more than half a year: a slip rather than a turn of the year
    }
}
