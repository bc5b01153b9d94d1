//! A period that has a name: `Tháng 6/2023`, `Quý II/2023`, `6 tháng đầu năm 2023`, `Năm 2023`.

use super::part::Part;
use super::part::part;
use super::point::Point;
use super::point::point;
use super::point::year;
use super::words::Token;
use crate::domain::Period;

/// A period named by month, quarter, half or year; `None` where two are named, or only an end.
pub(super) fn named(tokens: &[Token]) -> Option<Period> {
    let tokens = present(tokens);
    let word = |at: usize| if let Some(Token::Word(word)) = tokens.get(at) { word.as_str() } else { "" };
    let says = |words: [&str; 2]| (0..tokens.len()).any(|at| word(at) == words[0] && word(at + 1) == words[1]);
    // What has grown up to a day began nobody knows when.
    if says(["luy", "ke"]) || says(["cong", "don"]) {
        return None;
    }
    if tokens.contains(&Token::To) {
        return taken_later(tokens);
    }
    match part(tokens) {
        Some(Part::Days(days)) => return Some(days),
        Some(Part::Open) => return None,
        None => {}
    }
    let mut found: Option<Period> = None;
    for at in 0..tokens.len() {
        let months = || some_months(tokens, at);
        let names = match word(at) {
            "thang" | "t" | "quy" | "q" => point(tokens, at).map(|(point, _)| point),
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
                let year = year_behind(tokens, at).or_else(|| year_before(tokens, at).filter(|_| found.is_none()));
                year.and_then(|year| Period::months(year, point.first.0, point.last.0))
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

/// A text without what it is compared with: “Kỳ trước: tháng 5/2023. Kỳ này: tháng 6/2023”, “Tháng 6/2023 so với tháng 5/2023”.
fn present(tokens: &[Token]) -> &[Token] {
    let says = |at: usize, words: [&str; 2]| {
        let is = |(at, word): (usize, &str)| matches!(tokens.get(at), Some(Token::Word(own)) if own == word);
        [at, at + 1].into_iter().zip(words).all(is)
    };
    let now = (0..tokens.len()).find(|at| says(*at, ["ky", "nay"])).unwrap_or(0);
    let beside = (now..tokens.len()).find(|at| says(*at, ["so", "voi"])).unwrap_or(tokens.len());
    &tokens[now..beside]
}

/// The period of a title that also says up to when its figures were taken, once it had ended: `Tháng 10/2024 (tính đến 14/11/2024)`.
fn taken_later(tokens: &[Token]) -> Option<Period> {
    let is =
        |at: usize, words: &[&str]| matches!(tokens.get(at), Some(Token::Word(word)) if words.contains(&word.as_str()));
    let to = tokens.iter().position(|token| *token == Token::To)?;
    let is_taken = to > 0 && is(to - 1, &["tinh", "lieu", "nhat", "chot", "lay"]);
    let day = (to + 1..tokens.len()).find(|at| !is(*at, &["het", "ngay"])).filter(|_| is_taken)?;
    let Some(Token::Day(taken)) = tokens.get(day) else { return None };
    named(&[&tokens[..to], &tokens[day + 1..]].concat()).filter(|period| period.to <= *taken)
}

/// The year that stands with the next month or quarter.
fn year_behind(tokens: &[Token], at: usize) -> Option<u16> {
    let next = |at: &usize| matches!(&tokens[*at], Token::Word(word) if matches!(word.as_str(), "thang" | "quy" | "q"));
    let next = (at + 1..tokens.len()).find(next)?;
    point(tokens, next)?.0.year
}

/// The year directly before a month: `NĂM 2023 (Tháng 5)`.
fn year_before(tokens: &[Token], at: usize) -> Option<u16> {
    let (year, behind) = year(tokens, at.checked_sub(2)?);
    year.filter(|_| behind == at)
}

/// The year that a title ends with: `KẾT QUẢ SỐ HÓA HỒ SƠ NĂM 2023`. `None` for the year of a law or a plan, of a day left
/// blank, of what is compared.
pub(super) fn year_at_end(tokens: &[Token]) -> Option<Period> {
    let word = |at: usize| if let Some(Token::Word(word)) = tokens.get(at) { word.as_str() } else { "" };
    let at = tokens.len().checked_sub(2).filter(|at| word(*at) == "nam")?;
    let year = year(tokens, at).0?;
    let before = |back: usize| at.checked_sub(back).map_or("", word);
    let is_part = match before(1) {
        "dau" | "giua" | "cuoi" | "nua" | "truoc" | "sau" | "voi" | "hang" | "moi" => true,
        "ky" => at > 1,
        _ => tokens[..at].last() == Some(&Token::From) && before(2) != "dien",
    };
    let is_free = |(at, token): (usize, &Token)| match token {
        Token::Word(own) => match own.as_str() {
            "ngay" | "thang" | "t" | "tuan" | "quy" | "q" | "dot" | "lan" | "luat" | "nd" | "qd" | "nq" | "tt" => false,
            "nghi" | "quyet" => !matches!(word(at + 1), "dinh" | "quyet"),
            "thong" => word(at + 1) != "tu",
            "kem" => word(at + 1) != "theo",
            "can" => word(at + 1) != "cu",
            "cong" => word(at + 1) != "van",
            "ke" => word(at + 1) != "hoach",
            _ => true,
        },
        // “Phụ lục 1”, “Biểu 2”.
        Token::Number(_) => at > 0 && matches!(word(at - 1), "luc" | "bieu"),
        Token::Dash | Token::From => true,
        Token::Day(_) | Token::DayMonth(..) | Token::MonthYear(..) | Token::To => false,
    };
    let is_period = !is_part && tokens[..at].iter().enumerate().all(is_free);
    is_period.then(|| Period::months(year, 1, 12)).flatten()
}

/// Two periods as one, where the second begins the day after the first ends, in the same year.
fn joined(one: Period, other: Period) -> Option<Period> {
    let follows = one.to.next() == Some(other.from) && one.from.year() == other.to.year();
    follows.then(|| Period::new(one.from, other.to)).flatten()
}

/// `6 tháng đầu năm 2023`, `6 tháng cuối năm 2023`, `5 tháng năm 2023`.
pub(super) fn some_months(tokens: &[Token], at: usize) -> Option<Period> {
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
    // “6 tháng 2023” and “6 tháng năm 2023” are those up to June.
    let place = word(at + 2);
    let (year, _) = year(tokens, at + if matches!(place, "dau" | "cuoi") { 3 } else { 2 });
    match place {
        "dau" | "nam" | "" => Period::months(year?, 1, count),
        "cuoi" if count == 6 => Period::months(year?, 7, 12),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::text::period::tests::case;

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
        case("Báo cáo 6 tháng 2023", "2023-01-01..2023-06-30");
        case("Sơ kết 6 tháng/2023", "2023-01-01..2023-06-30");
        case("Quý I và II/2023", "2023-01-01..2023-06-30");
        case("Quý I và III/2023", "-");
        case("Tháng 5 và 6 năm 2023", "2023-05-01..2023-06-30");
        case("Tháng 5 và 6/2023", "2023-05-01..2023-06-30");
        case("Tháng 6/2023 so với tháng 5/2023", "2023-06-01..2023-06-30");
        case("Kỳ trước: tháng 5/2023. Kỳ này: tháng 6/2023", "2023-06-01..2023-06-30");
        case("So với tháng 5/2023", "-");
        case("11 tháng đầu năm 2023", "2023-01-01..2023-11-30");
        case("6 tháng cuối năm 2023", "2023-07-01..2023-12-31");
        case("Năm 2023", "2023-01-01..2023-12-31");
        case("Q3/2023", "2023-07-01..2023-09-30");
        case("Báo cáo Q.III/2023", "2023-07-01..2023-09-30");
        case("NĂM 2023 (Tháng 5)", "2023-05-01..2023-05-31");
        case("Năm 2022, tháng 5/2023", "2023-05-01..2023-05-31");
    }

    #[test]
    fn a_month_stays_one_when_its_figures_were_taken_after_it() {
        case("Tháng 8/2025 (số liệu tính đến 14/9/2025)", "2025-08-01..2025-08-31");
        case("THÁNG 10/2024, số liệu cập nhật đến ngày 14 tháng 11 năm 2024", "2024-10-01..2024-10-31");
        case("Quý III/2025 (chốt đến 31/10/2025)", "2025-07-01..2025-09-30");
        case("Tháng 8/2025 (tính đến hết ngày 31/8/2025)", "2025-08-01..2025-08-31");
        // Up to a day within it, or of what has grown: since when, nobody says.
        case("Tháng 8/2025 (tính đến 20/8/2025)", "-");
        case("Lũy kế tháng 8/2025, tính đến 14/9/2025", "-");
        case("Tháng 4/2023 đến ngày 05/6/2023", "-");
        case("Năm 2025 tính đến 14/9/2025", "-");
    }
}
