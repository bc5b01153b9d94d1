//! Titles that name a period which cannot be, or a part of one.

use super::named::name;
use super::named::open_begin;
use super::named::year_at_end;
use super::part::Part;
use super::part::part;
use super::period;
use super::period_of_titles;
use super::point::point;
use super::point::year;
use super::words::Token;
use super::words::tokens;
use super::words::word;
use crate::domain::Day;
use crate::text::fold;
use crate::text::small;
use crate::text::tidy;

/// No report is of a later year.
const LAST_YEAR: u16 = 2100;

/// The titles that name a begin and an end of which no period can be made: a day that no calendar has, an end before the
/// begin, an end alone, a week, two periods. The place of the first, and all of them with the year that another says.
#[must_use]
pub fn garbled_period(titles: &[String]) -> Option<(usize, String)> {
    let rows: Vec<Vec<Token>> = titles.iter().map(|title| tokens(title)).collect();
    // “Tháng 12” above “cả năm 2025”.
    let names_year = rows.iter().flatten().any(|token| token.year().is_some());
    let says_year = |row: &[Token]| (0..row.len()).any(|at| word(row, at) == "nam" && year(row, at).0.is_some());
    let says_year = rows.iter().any(|row| says_year(row));
    let is_one = |at: usize| names_no_month(&titles[at]) || is_garbled(&rows[at], &titles[at], names_year, says_year);
    let garbled: Vec<usize> = (0..rows.len()).filter(|at| is_one(*at)).collect();
    if garbled.is_empty() || period_of_titles(titles).is_some() {
        return None;
    }
    let is_told = |at: &usize| garbled.contains(at) || year_at_end(&rows[*at]).is_some();
    let mut told = (0..rows.len()).filter(is_told);
    let first = told.next()?;
    Some((first, told.fold(titles[first].clone(), |all, at| format!("{all} / {}", titles[at]))))
}

/// Whether a title names a period that cannot be, or one of several, where the titles name a year, and say that it is one.
fn is_garbled(tokens: &[Token], title: &str, names_year: bool, says_year: bool) -> bool {
    let says = |at: usize, own: &str| usize::from(word(tokens, at) == own);
    // Copies are made “từ bản chính”.
    let from = (0..tokens.len()).find(|at| tokens[*at] == Token::From && says(at + 1, "ban") == 0);
    let names_both = from.is_some_and(|from| tokens[from..].contains(&Token::To));
    // “Tính đến ngày 05/6/2023”: since when, nobody says.
    let is_end = |at: usize| match tokens.get(at) {
        Some(Token::Day(_)) => true,
        Some(Token::DayMonth(..)) => names_year,
        Some(Token::MonthYear(..)) => says(at - 1, "thang") > 0,
        _ => false,
    };
    let names_end = from.is_none()
        && (0..tokens.len()).filter(|at| tokens[*at] == Token::To).any(|at| {
            let behind = at + 1 + says(at + 1, "het");
            is_end(behind + says(behind, "ngay").max(says(behind, "thang")))
        });
    let says_day = || tokens.iter().any(|token| matches!(token, Token::Day(_) | Token::DayMonth(..)));
    let says_ends = names_both && (says_day() || title.bytes().filter(u8::is_ascii_digit).count() >= 8);
    let is_named = |at: usize| match word(tokens, at) {
        // “Năm tháng cuối năm 2023”.
        "thang" if matches!(word(tokens, at + 1), "dau" | "giua" | "cuoi") => year(tokens, at + 2).0.is_some(),
        // Several months that are no stretch, a month and what has grown up to it, a year of two digits.
        "thang" | "quy" => (names_year && name(tokens, at).is_some()) || is_of_short_year(tokens, at),
        "nam" => names_year && name(tokens, at).is_some(),
        _ => false,
    };
    // “Năm 2025 (từ 01/7/2025)”: of other words a day may be the begin of anything.
    let names_begin = || open_begin(tokens).is_some() && (says_year || tokens.first() == Some(&Token::From));
    names_end
        || says_ends
        || matches!(part(tokens), Some(Part::Open))
        || (0..tokens.len()).any(is_named)
        || names_begin()
}

/// Whether a month stands here whose year has two digits: `Tháng 10 năm 23`, `Tháng 10-23`.
fn is_of_short_year(tokens: &[Token], at: usize) -> bool {
    let Some((_, behind)) = point(tokens, at).filter(|(point, _)| point.year.is_none()) else { return false };
    let is_short = |at: usize| matches!(tokens.get(at), Some(Token::Number(20..=39)));
    let is_last = || behind + 2 == tokens.len() && tokens[behind] == Token::Dash;
    is_short(behind + 1) && (word(tokens, behind) == "nam" || is_last())
}

/// The last day that such a title names, of months, quarters and years their last one, and whether what it names ends there or
/// lasts until now: `Từ ngày 01/7/2025 đến nay`.
#[must_use]
pub fn last_day(title: &str) -> Option<(Day, bool)> {
    let tokens = tokens(title);
    let year = tokens.iter().filter_map(Token::year).max();
    let day = |at: usize| {
        let (point, _) = point(&tokens, at)?;
        Some((point.end(point.year.or(year)?)?, !tokens[at..].contains(&Token::To)))
    };
    let of_year = || Some((Day::new(year?, 12, 31)?, !tokens.contains(&Token::To)));
    // The last day of a week is near enough: no era begins within the first of a year.
    let week = |at: usize| match tokens.get(at + 1)? {
        Token::Number(week @ 1..=53) if word(&tokens, at) == "tuan" => {
            let begin = Day::new(year?, 1, 1)?.serial();
            Day::from_serial(begin + 7 * u32::from(*week) - 3).map(|day| (day, true))
        }
        _ => None,
    };
    let named = (0..tokens.len()).filter_map(day).max();
    named.or_else(|| (0..tokens.len()).find_map(week)).or_else(of_year)
}

/// Whether a title names a month or a quarter that there is not: `Tháng 13/2023`, `Tháng 06/2O23`, `Quý V/2023`, `T6/23`.
fn names_no_month(title: &str) -> bool {
    let title = small(&tidy(title));
    let words: Vec<&str> = title.split([' ', '(', ')', ',', ';']).filter(|word| !word.is_empty()).collect();
    let is_one = |at: usize| {
        let is_digit = |letter: char| letter.is_ascii_digit();
        let is_short = words[at].strip_prefix(['t', 'q']).is_some_and(|number| number.starts_with(is_digit));
        let is_named = at > 0 && matches!(fold(words[at - 1]).as_str(), "thang" | "quy");
        let year = words[at].split_once('/').map(|(_, year)| year);
        let is_year = |year: &str| {
            // “Tháng 6/23” as well.
            let starts: &[char] = if year.len() == 2 { &['2'] } else { &['1', '2', 'l'] };
            (2..=5).contains(&year.len())
                && year.starts_with(starts)
                && year.bytes().all(|letter| letter.is_ascii_digit() || matches!(letter, b'o' | b'l'))
        };
        (is_named || is_short)
            && year.is_some_and(is_year)
            && period(&words[at - usize::from(is_named)..=at].join(" "))
                .is_none_or(|period| period.from.year() > LAST_YEAR)
    };
    (0..words.len()).any(is_one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_that_cannot_be_is_told_from_none() {
        let garbled = |title: &str| garbled_period(&[title.to_owned()]).is_some();
        assert!(garbled("(Từ ngày 01/04/2023 đến ngày 31/04/2023)"));
        assert!(garbled("từ 05/6/2023 đến 01/01/2023"));
        assert!(garbled("(Số liệu tính đến ngày 30/4/2023)"));
        assert!(garbled("Tính đến hết ngày 05 tháng 6 năm 2023"));
        assert!(garbled("từ ngày 13/25/2023 đến ngày 14/25/2023"));
        assert!(garbled("Từ ngày 01/7/2025 đến nay"));
        assert!(garbled("Lũy kế đến hết tháng 5/2023") && garbled("Tháng 6/20223"));
        let copies = "Kết quả chứng thực điện tử bản sao từ bản chính";
        assert!(garbled(&format!("{copies} đến ngày 05/6/2023")) && !garbled(&format!("{copies} (hồ sơ đến nay)")));
        assert!(garbled(&format!("{copies} từ 01/01/2020 đến 31/6/2023")));
        assert!(garbled("Tháng 12/2022 và tháng 6/2023") && garbled("Tháng 6/2023 và lũy kế 6 tháng đầu năm 2023"));
        assert!(garbled("Báo cáo tháng 6/23") && garbled("Quý 2/23") && !garbled("Tháng 6/2"));
        assert!(garbled("Báo cáo T10/23") && garbled("Tháng 10-23") && !garbled("Tháng 7 - 23 xã"));
        assert!(
            garbled("Tháng 10 năm 23") && garbled("Năm tháng cuối năm 2023") && garbled("Lũy kế tháng 10 năm 2023")
        );
        assert!(garbled("Từ 01/01 đến 31/6"));
        assert!(garbled("Tháng 9 - 7/2025") && garbled("Từ ngày 01/7/2025"));
        assert!(garbled("Báo cáo tháng 9 theo Quyết định ngày 23/6/2022"));
        for title in [
            "Từ ngày 01/04/2023 đến ngày 30/04/2023",
            "Từ huyện đến xã",
            "Tháng 6/2023",
            "UBND cấp xã (từ 01/7/2025)",
            "Mô hình chính quyền địa phương 2 cấp, năm 2025 (từ 01/7/2025), xã, phường",
            "Chứng thực điện tử từ 01/01/2020",
            "UBND huyện Bảo Thắng, 05/6/2023",
            "Lào Cai, ngày … tháng 9 năm 2025",
            "",
        ] {
            assert!(!garbled(title), "{title}");
        }
    }

    #[test]
    fn a_period_that_cannot_be_names_days_all_the_same() {
        let of = |title: &str| last_day(title).map(|(day, is_end)| format!("{day} {is_end}"));
        assert_eq!(of("Từ ngày 01/7/2025 đến nay").as_deref(), Some("2025-07-01 false"));
        assert_eq!(of("Tính đến hết ngày 14/9/2025").as_deref(), Some("2025-09-14 true"));
        assert_eq!(of("Tuần 2 tháng 11 năm 2024").as_deref(), Some("2024-11-30 true"));
        assert_eq!(of("từ 05/6/2023 đến 01/01/2023").as_deref(), Some("2023-06-05 false"));
        // The year alone says which units there were, of a year with several eras the week does.
        assert_eq!(of("Tuần 46 năm 2024").as_deref(), Some("2024-11-15 true"));
        assert_eq!(of("Tuần 26 năm 2025").as_deref(), Some("2025-06-29 true"));
        assert_eq!(of("Năm tháng cuối năm 2025").as_deref(), Some("2025-12-31 true"));
        assert_eq!(of("Từ năm 2023 đến nay").as_deref(), Some("2023-12-31 false"));
        assert_eq!(of("Tháng 9 và 9 tháng năm 2025").as_deref(), Some("2025-09-30 true"));
        assert_eq!(of("Tháng 12 và năm 2025").as_deref(), Some("2025-12-31 true"));
        assert_eq!(of("Năm 2025 (từ 01/7/2025)").as_deref(), Some("2025-07-01 true"));
    }
}
