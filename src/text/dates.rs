//! Days and periods as offices write them, always day-first.

use crate::domain::Day;
use crate::domain::Period;

use super::fold;
use super::tidy;

/// Reads a day: `05/6/2023`, `5-6-2023`, `05.06.2023`, `2023-06-05`. `None` when the text is no day of the calendar.
#[must_use]
pub fn day(text: &str) -> Option<Day> {
    let text = text.trim();
    let separator = text.chars().find(|character| !character.is_ascii_digit())?;
    if !matches!(separator, '/' | '-' | '.') {
        return None;
    }
    let parts: Vec<&str> = text.split(separator).map(str::trim).collect();
    let [first, month, last] = parts.as_slice() else { return None };
    let (day, year) = if first.len() == 4 { (last, first) } else { (first, last) };
    let year: u16 = match year.len() {
        4 => year.parse().ok()?,
        2 => 2000 + year.parse::<u16>().ok()?,
        _ => return None,
    };
    Day::new(year, month.parse().ok()?, day.parse().ok()?)
}

/// Finds the period a title or header names: `từ ngày 01/01/2023 đến ngày 05/06/2023`, `Tháng 6/2023`, `Quý II/2023`,
/// `6 tháng đầu năm 2023`, `Năm 2023`. `None` when it names none.
#[must_use]
pub fn period(text: &str) -> Option<Period> {
    let days: Vec<Day> = text
        .split(|character: char| !(character.is_ascii_digit() || matches!(character, '/' | '-' | '.')))
        .filter_map(day)
        .collect();
    let folded = fold(text);
    // With its mark, since “điện tử” folds to the same; without any, as typed on a bare keyboard.
    let says_from =
        tidy(text).to_lowercase().split_whitespace().any(|word| matches!(word.trim_start_matches('('), "từ" | "tu"));
    if let [from, to, ..] = days.as_slice()
        && says_from
    {
        return Period::new(*from, *to);
    }
    named_period(&folded)
}

/// A period named by month, quarter, half or year, in folded words.
fn named_period(folded: &str) -> Option<Period> {
    let words: Vec<&str> = folded.split(' ').collect();
    let year_at = |index: usize| -> Option<u16> {
        let index = if words.get(index) == Some(&"nam") { index + 1 } else { index };
        words.get(index).filter(|word| word.len() == 4)?.parse().ok()
    };
    for (index, &word) in words.iter().enumerate() {
        let next = words.get(index + 1).copied().unwrap_or_default();
        let found = match word {
            "thang" if next == "dau" && index > 0 => half(words[index - 1], year_at(index + 2), true),
            "thang" if next == "cuoi" && index > 0 => half(words[index - 1], year_at(index + 2), false),
            "thang" => next.parse().ok().and_then(|month| Period::months(year_at(index + 2)?, month, month)),
            "quy" => quarter(next).and_then(|first| Period::months(year_at(index + 2)?, first, first + 2)),
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    // A year on its own counts only where nothing else stands: “Nghị định số … năm 2020” is no period.
    match words.as_slice() {
        ["nam", year] | ["bao", "cao", "nam", year] if year.len() == 4 => Period::months(year.parse().ok()?, 1, 12),
        _ => None,
    }
}

fn half(months: &str, year: Option<u16>, first_half: bool) -> Option<Period> {
    match (months.parse::<u8>().ok()?, first_half) {
        (months @ (3 | 6 | 9), true) => Period::months(year?, 1, months),
        (6, false) => Period::months(year?, 7, 12),
        _ => None,
    }
}

fn quarter(word: &str) -> Option<u8> {
    match word {
        "i" | "1" => Some(1),
        "ii" | "2" => Some(4),
        "iii" | "3" => Some(7),
        "iv" | "4" => Some(10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_day_first() {
        for (text, read) in [
            ("05/06/2023", Some("2023-06-05")),
            ("05/6/2023", Some("2023-06-05")),
            ("5/6/23", Some("2023-06-05")),
            ("05-06-2023", Some("2023-06-05")),
            ("2023-06-05", Some("2023-06-05")),
            ("31/02/2023", None),
            ("06/13/2023", None), // month-first is never tried
            ("6/2023", None),
            ("766", None),
            ("", None),
        ] {
            assert_eq!(day(text).map(|day| day.to_string()).as_deref(), read, "{text:?}");
        }
    }

    #[test]
    fn periods_are_found_in_titles_and_headers() {
        for (text, read) in [
            (
                "Kết quả chứng thực điện tử bản sao tư bản chính từ 01/01/2020 đến ngày 05/6/2023 (hồ sơ đã hoàn thành)",
                Some("2020-01-01..2023-06-05"),
            ),
            ("(Từ ngày 01/01/2023 đến ngày 05/06/2023)", Some("2023-01-01..2023-06-05")),
            ("Tháng 6/2023", Some("2023-06-01..2023-06-30")),
            ("Báo cáo tháng 02 năm 2024", Some("2024-02-01..2024-02-29")),
            ("Quý II/2023", Some("2023-04-01..2023-06-30")),
            ("6 tháng đầu năm 2023", Some("2023-01-01..2023-06-30")),
            ("6 tháng cuối năm 2023", Some("2023-07-01..2023-12-31")),
            ("Năm 2023", Some("2023-01-01..2023-12-31")),
            ("THEO QUYẾT ĐỊNH SỐ 766/QĐ-TTg ngày 23/06/2022", None),
            ("(Ban hành kèm theo Công văn số /VPUBND-KSTT ngày / 6 /2023", None),
            ("từ 05/6/2023 đến 01/01/2020", None), // runs backwards: no period
            ("Quyết định ngày 23/6/2022 về môi trường điện tử, số liệu chốt ngày 05/6/2023", None),
            ("TU NGAY 01/01/2023 DEN NGAY 05/06/2023", Some("2023-01-01..2023-06-05")),
        ] {
            let found = period(text).map(|period| format!("{}..{}", period.from, period.to));
            assert_eq!(found.as_deref(), read, "{text:?}");
        }
    }
}
