//! The period that a title or header names: `từ ngày 01/01/2023 đến ngày 05/06/2023`, `Tháng 6/2023`, `Quý II/2023`,
//! `6 tháng đầu năm 2023`. A document's own day (`Lào Cai, ngày 08 tháng 7 năm 2023`) names none.

use super::fold;
use super::small;
use super::tidy;
use super::title_words::Token;
use super::title_words::tokens;
use crate::domain::Day;
use crate::domain::Period;

/// Finds the period a text names; `None` when it names none, or several.
#[must_use]
pub fn period(text: &str) -> Option<Period> {
    let tokens = tokens(text);
    range(&tokens).or_else(|| named(&tokens))
}

/// Finds the period that the titles above a table name. Two days say more than the name of a month, and may stand in two
/// rows.
#[must_use]
pub fn period_of_titles(titles: &[String]) -> Option<Period> {
    let rows: Vec<Vec<Token>> = titles.iter().map(|title| tokens(title)).collect();
    let joined = || rows.windows(2).find_map(|pair| range(&pair.concat()));
    rows.iter().find_map(|row| range(row)).or_else(joined).or_else(|| rows.iter().find_map(|row| named(row)))
}

/// The title that names a begin and an end of which no period can be made: a day that no calendar has, an end before the
/// begin, an end alone.
#[must_use]
pub fn garbled_period(titles: &[String]) -> Option<&String> {
    let is_one = |title: &&String| {
        let tokens = tokens(title);
        let from = tokens.iter().position(|token| *token == Token::From);
        let names_both = from.is_some_and(|from| tokens[from..].contains(&Token::To));
        // “Tính đến ngày 05/6/2023”: since when, nobody says.
        let is_day = |at: usize| matches!(tokens.get(at), Some(Token::Day(_)));
        let says = |at: usize, word: &str| usize::from(matches!(tokens.get(at), Some(Token::Word(own)) if own == word));
        let names_end = from.is_none()
            && (0..tokens.len()).filter(|at| tokens[*at] == Token::To).any(|at| {
                let behind = at + 1 + says(at + 1, "het");
                is_day(behind + says(behind, "ngay"))
            });
        names_end || (names_both && title.bytes().filter(u8::is_ascii_digit).count() >= 8) || names_no_month(title)
    };
    titles.iter().find(is_one).filter(|_| period_of_titles(titles).is_none())
}

/// Whether a title names a month or a quarter that there is not: `Tháng 13/2023`, `Tháng 06/2O23`, `Quý V/2023`.
fn names_no_month(title: &str) -> bool {
    let title = small(&tidy(title));
    let words: Vec<&str> = title.split([' ', '(', ')', ',', ';']).filter(|word| !word.is_empty()).collect();
    words.windows(2).any(|pair| {
        let named = matches!(fold(pair[0]).as_str(), "thang" | "quy");
        let year = pair[1].split_once('/').map(|(_, year)| year);
        let is_year = |year: &str| {
            year.len() == 4
                && year.starts_with(['1', '2', 'l'])
                && year.bytes().all(|letter| letter.is_ascii_digit() || matches!(letter, b'o' | b'l'))
        };
        named
            && year.is_some_and(is_year)
            && period(&pair.join(" ")).is_none_or(|period| period.from.year() > LAST_YEAR)
    })
}

/// No report is of a later year.
const LAST_YEAR: u16 = 2100;

/// One end of a period, whose year may be said with the other: first month and day, last month and day; no last day is the
/// month's own.
#[derive(Clone, Copy)]
struct Point {
    year: Option<u16>,
    first: (u8, u8),
    last: (u8, Option<u8>),
}

impl Point {
    fn months(year: Option<u16>, first: u8, last: u8) -> Self {
        Self { year, first: (first, 1), last: (last, None) }
    }

    fn begin(self, year: u16) -> Option<Day> {
        Day::new(year, self.first.0, self.first.1)
    }

    fn end(self, year: u16) -> Option<Day> {
        match self.last {
            (month, Some(day)) => Day::new(year, month, day),
            (month, None) => Period::months(year, month, month).map(|period| period.to),
        }
    }
}

/// The point that stands at this place, and the place behind it.
fn point(tokens: &[Token], at: usize) -> Option<(Point, usize)> {
    let word = |at: usize| if let Some(Token::Word(word)) = tokens.get(at) { word.as_str() } else { "" };
    match tokens.get(at)? {
        Token::Day(day) => {
            let (month, number) = (day.month(), day.day());
            Some((Point { year: Some(day.year()), first: (month, number), last: (month, Some(number)) }, at + 1))
        }
        Token::DayMonth(day, month) => {
            Some((Point { year: None, first: (*month, *day), last: (*month, Some(*day)) }, at + 1))
        }
        Token::MonthYear(month, year) => Some((Point::months(Some(*year), *month, *month), at + 1)),
        Token::Word(name) if matches!(name.as_str(), "thang" | "t") => match tokens.get(at + 1)? {
            Token::MonthYear(month, year) => Some((Point::months(Some(*year), *month, *month), at + 2)),
            // A cell of a spreadsheet that shows its month alone is stored as the month's first day.
            Token::Day(day) if day.day() == 1 => {
                Some((Point::months(Some(day.year()), day.month(), day.month()), at + 2))
            }
            Token::Number(month) => {
                let month = u8::try_from(*month).ok().filter(|month| (1..=12).contains(month))?;
                Some(months_from(tokens, month, at + 2))
            }
            Token::Word(_) => {
                let (month, behind) = month_in_words(tokens, at + 1)?;
                let (year, behind) = year(tokens, behind);
                Some((Point::months(year, month, month), behind))
            }
            _ => None,
        },
        Token::Word(name) if matches!(name.as_str(), "quy" | "qui") => {
            let (first, own_year) = match tokens.get(at + 1)? {
                Token::Number(number) => (quarter(&number.to_string())?, None),
                Token::MonthYear(number, year) => (quarter(&number.to_string())?, Some(*year)),
                Token::Word(number) => (quarter(number)?, None),
                _ => return None,
            };
            // “Quý I + II/2023”.
            let next = if let Some(Token::Word(next)) = tokens.get(at + 2) { quarter(next) } else { None };
            if let (Some(last), (Some(year), behind)) = (next.filter(|next| *next == first + 3), year(tokens, at + 3)) {
                return Some((Point::months(Some(year), first, last + 2), behind));
            }
            let (year, behind) = if own_year.is_some() { (own_year, at + 2) } else { year(tokens, at + 2) };
            Some((Point::months(year, first, first + 2), behind))
        }
        Token::Word(name) if name == "dau" && word(at + 1) == "nam" => {
            let year = if let Some(Token::Number(year)) = tokens.get(at + 2) { Some(*year) } else { None };
            Some((Point::months(year, 1, 1), at + 2 + usize::from(year.is_some())))
        }
        _ => None,
    }
}

/// The months that begin with this one, `5, 6 năm 2023`, and the place behind them: several only where their year follows.
fn months_from(tokens: &[Token], first: u8, at: usize) -> (Point, usize) {
    let (mut last, mut next) = (first, at);
    loop {
        match tokens.get(next) {
            Some(Token::Number(number)) if *number == u16::from(last) + 1 && last < 12 => {
                (last, next) = (last + 1, next + 1);
            }
            Some(Token::MonthYear(month, year)) if *month == last + 1 => {
                return (Point::months(Some(*year), first, *month), next + 1);
            }
            _ => break,
        }
    }
    match year(tokens, next) {
        (Some(year), behind) => (Point::months(Some(year), first, last), behind),
        (None, _) => (Point::months(None, first, first), at),
    }
}

/// The month whose name stands at this place, and the place behind it. “Năm” is a month only where its year has a word.
fn month_in_words(tokens: &[Token], at: usize) -> Option<(u8, usize)> {
    let word = |at: usize| if let Some(Token::Word(word)) = tokens.get(at) { word.as_str() } else { "" };
    let month = match (word(at), word(at + 1)) {
        ("muoi", "mot") => return Some((11, at + 2)),
        ("muoi", "hai") => return Some((12, at + 2)),
        ("gieng" | "mot", _) => 1,
        ("hai", _) => 2,
        ("ba", _) => 3,
        ("tu", _) => 4,
        ("nam", "nam") => 5,
        ("sau", _) => 6,
        ("bay", _) => 7,
        ("tam", _) => 8,
        ("chin", _) => 9,
        ("muoi", _) => 10,
        ("chap", _) => 12,
        _ => return None,
    };
    Some((month, at + 1))
}

/// The year that stands at this place, with or without its word, and the place behind it.
fn year(tokens: &[Token], at: usize) -> (Option<u16>, usize) {
    // “Quý II-2023”.
    if let [Token::Dash, Token::Number(year), ..] = tokens[at.min(tokens.len())..]
        && (2000..2100).contains(&year)
    {
        return (Some(year), at + 2);
    }
    let worded = matches!(tokens.get(at), Some(Token::Word(word)) if word == "nam");
    match tokens.get(at + usize::from(worded)) {
        Some(Token::Number(year)) if (2000..2100).contains(year) => (Some(*year), at + usize::from(worded) + 1),
        _ => (None, at),
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

/// A period named by its begin and its end. Of this period and the last the text names this one.
fn range(tokens: &[Token]) -> Option<Period> {
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
        let (begin, behind) = point(tokens, if says_from { past(at + 1, &["ngay"]) } else { at })?;
        if is_torn || !(says_from || matches!(tokens[at], Token::Day(_))) {
            return None;
        }
        let joined = match (tokens.get(behind), tokens.get(behind + 1)) {
            (Some(Token::Dash), Some(Token::To)) => behind + 2,
            (Some(Token::To | Token::Dash), _) => behind + 1,
            _ => return None,
        };
        let (end, _) = point(tokens, past(joined, &["het", "ngay"]))?;
        let year = end.year.or_else(|| begin.year.filter(|_| says_from))?;
        Period::new(begin.begin(begin.year.unwrap_or(year))?, end.end(year)?)
    };
    (now..tokens.len()).find_map(found)
}

/// A period named by month, quarter, half or year; `None` where two are named, or only an end.
fn named(tokens: &[Token]) -> Option<Period> {
    let word = |at: usize| if let Some(Token::Word(word)) = tokens.get(at) { word.as_str() } else { "" };
    let says = |words: [&str; 2]| (0..tokens.len()).any(|at| word(at) == words[0] && word(at + 1) == words[1]);
    // What has grown up to a day began nobody knows when.
    if says(["luy", "ke"]) || tokens.contains(&Token::To) || says(["cong", "don"]) {
        return None;
    }
    let mut found: Option<Period> = None;
    for at in 0..tokens.len() {
        let months = || some_months(tokens, at);
        let names = match word(at) {
            "thang" | "t" | "quy" | "qui" => point(tokens, at).map(|(point, _)| point),
            // “Kỳ báo cáo: 06/2023”.
            _ => point(tokens, at).map(|(point, _)| point).filter(|_| {
                matches!(tokens[at], Token::MonthYear(..))
                    && at > 0
                    && matches!(word(at - 1), "ky" | "cao" | "gian" | "lieu")
            }),
        };
        let one = months().or_else(|| {
            let Point { year, first, last } = names?;
            Period::months(year?, first.0, last.0)
        });
        // “Quý I và quý II năm 2023”: the year is said once.
        let one = match (names, &one) {
            (Some(point), None) => {
                year_behind(tokens, at).and_then(|year| Period::months(year, point.first.0, point.last.0))
            }
            _ => one,
        };
        match (one, found) {
            (Some(one), Some(other)) if one != other => found = Some(joined(other, one)?),
            (Some(_), _) => found = one,
            _ => {}
        }
    }
    found.or_else(|| match tokens {
        // A year on its own counts only where nothing else stands: “Nghị định số … năm 2020” is no period.
        [Token::Word(nam), Token::Number(year)] if nam == "nam" => Period::months(*year, 1, 12),
        [Token::Word(bao), Token::Word(cao), Token::Word(nam), Token::Number(year)]
            if [bao, cao, nam].into_iter().eq(["bao", "cao", "nam"]) =>
        {
            Period::months(*year, 1, 12)
        }
        _ => None,
    })
}

/// The year that stands with the next month or quarter.
fn year_behind(tokens: &[Token], at: usize) -> Option<u16> {
    let next =
        |at: &usize| matches!(&tokens[*at], Token::Word(word) if matches!(word.as_str(), "thang" | "quy" | "qui"));
    let next = (at + 1..tokens.len()).find(next)?;
    point(tokens, next)?.0.year
}

/// Two periods as one, where the second begins the day after the first ends, in the same year.
fn joined(one: Period, other: Period) -> Option<Period> {
    let follows = one.to.next() == Some(other.from) && one.from.year() == other.to.year();
    follows.then(|| Period::new(one.from, other.to)).flatten()
}

/// `6 tháng đầu năm 2023`, `6 tháng cuối năm 2023`, `5 tháng năm 2023`.
fn some_months(tokens: &[Token], at: usize) -> Option<Period> {
    let count = match tokens.get(at)? {
        Token::Number(count) => u8::try_from(*count).ok()?,
        Token::Word(count) => match count.as_str() {
            "ba" => 3,
            "sau" => 6,
            "chin" => 9,
            _ => return None,
        },
        _ => return None,
    };
    let word = |at: usize| if let Some(Token::Word(word)) = tokens.get(at) { word.as_str() } else { "" };
    if word(at + 1) != "thang" || !(2..=11).contains(&count) {
        return None;
    }
    let place = word(at + 2);
    let (year, _) = year(tokens, at + if matches!(place, "dau" | "cuoi") { 3 } else { 2 });
    match place {
        "dau" | "nam" => Period::months(year?, 1, count),
        "cuoi" if count == 6 => Period::months(year?, 7, 12),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: &str) {
        let found = period(text).map_or_else(|| "-".to_owned(), |period| format!("{}..{}", period.from, period.to));
        assert_eq!(found, expected, "{text:?}");
    }

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
    }

    #[test]
    fn months_quarters_halves_and_years_have_names() {
        case("Tháng 6/2023", "2023-06-01..2023-06-30");
        case("KẾT QUẢ SỐ HÓA HỒ SƠ - Tháng 6/2023", "2023-06-01..2023-06-30");
        case("T6/2023", "2023-06-01..2023-06-30");
        case("Báo cáo tháng 02 năm 2024", "2024-02-01..2024-02-29");
        case("Kỳ báo cáo: 06/2023", "2023-06-01..2023-06-30");
        case("Tháng | 01/06/2023", "2023-06-01..2023-06-30");
        case("Báo cáo tháng, 05/6/2023", "-");
        case("Quý II/2023", "2023-04-01..2023-06-30");
        case("quí 3 năm 2023", "2023-07-01..2023-09-30");
        case("Quý I và quý II năm 2023", "2023-01-01..2023-06-30");
        case("Quý I + II/2023", "2023-01-01..2023-06-30");
        case("QUÝ II-2023", "2023-04-01..2023-06-30");
        case("Tháng 2, 3, 4 năm 2023", "2023-02-01..2023-04-30");
        case("Tháng 5, 6/2023", "2023-05-01..2023-06-30");
        case("Tháng 5, 7 năm 2023", "-");
        case("Tháng Tư năm 2023", "2023-04-01..2023-04-30");
        case("tháng Sáu năm 2023", "2023-06-01..2023-06-30");
        case("Tháng mười hai/2023", "2023-12-01..2023-12-31");
        case("Tháng năm năm 2023", "2023-05-01..2023-05-31");
        case("Quý 1, quý 2 năm 2023", "2023-01-01..2023-06-30");
        case("Quý I, quý III năm 2023", "-");
        case("Từ ngày l5/01/2023 đến ngày 15/06/2023", "-");
        case("6 tháng đầu năm 2023", "2023-01-01..2023-06-30");
        case("Sáu tháng đầu năm 2023", "2023-01-01..2023-06-30");
        case("5 tháng năm 2023", "2023-01-01..2023-05-31");
        case("11 tháng đầu năm 2023", "2023-01-01..2023-11-30");
        case("6 tháng cuối năm 2023", "2023-07-01..2023-12-31");
        case("Năm 2023", "2023-01-01..2023-12-31");
    }

    #[test]
    fn other_days_name_no_period() {
        for text in [
            "THEO QUYẾT ĐỊNH SỐ 766/QĐ-TTg ngày 23/06/2022",
            "(Ban hành kèm theo Công văn số /VPUBND-KSTT ngày / 6 /2023",
            "Quyết định ngày 23/6/2022 về môi trường điện tử, số liệu chốt ngày 05/6/2023",
            "Lào Cai, ngày 08 tháng 7 năm 2023",
            "Thông tư số 02/2017/TT-VPCP ngày 31 tháng 10 năm 2017",
            "Nghị định số 61/2018/NĐ-CP năm 2018",
            "Tính đến ngày 05/6/2023",
            "Lũy kế đến hết tháng 5/2023",
            "Tháng 12/2022 và tháng 6/2023",
            "điểm số hóa 12,7/22",
            "",
        ] {
            case(text, "-");
        }
    }

    #[test]
    fn a_period_that_cannot_be_is_told_from_none() {
        let garbled = |title: &str| garbled_period(&[title.to_owned()]).is_some();
        assert!(garbled("(Từ ngày 01/04/2023 đến ngày 31/04/2023)"));
        assert!(garbled("từ 05/6/2023 đến 01/01/2023"));
        assert!(garbled("(Số liệu tính đến ngày 30/4/2023)"));
        assert!(garbled("Tính đến hết ngày 05 tháng 6 năm 2023"));
        assert!(garbled("từ ngày 13/25/2023 đến ngày 14/25/2023"));
        for title in ["Từ ngày 01/04/2023 đến ngày 30/04/2023", "Từ huyện đến xã", "Tháng 6/2023", ""] {
            assert!(!garbled(title), "{title}");
        }
    }

    #[test]
    fn of_titles_the_one_with_two_days_counts_and_they_may_stand_in_two_rows() {
        let of = |titles: &[&str]| {
            let titles: Vec<String> = titles.iter().map(|title| (*title).to_owned()).collect();
            period_of_titles(&titles).map(|period| format!("{}..{}", period.from, period.to)).unwrap_or_default()
        };
        let days = "2023-01-01..2023-06-30";
        assert_eq!(of(&["Quý II/2023", "(Từ ngày 01/01/2023 đến ngày 30/6/2023)"]), days);
        assert_eq!(of(&["Lào Cai, ngày 08 tháng 7 năm 2023", "", "6 tháng đầu năm 2023"]), days);
        assert_eq!(of(&["Từ ngày: | 01/01/2023", "Đến ngày: | 30/06/2023"]), days);
    }
}
