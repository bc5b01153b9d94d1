//! A period that has a name: `Tháng 6/2023`, `Quý II/2023`, `6 tháng đầu năm 2023`, `Năm 2023`.

use super::part::Part;
use super::part::part;
use super::point::Point;
use super::point::month_in_words;
use super::point::point;
use super::point::year;
use super::words::Token;
use super::words::speaks_of_law;
use super::words::word;
use crate::domain::Period;

/// A period named by month, quarter, half or year; `None` where two are named, or only an end.
pub(super) fn named(tokens: &[Token]) -> Option<Period> {
    in_months(tokens).or_else(|| match present(tokens) {
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

/// The same, but for a year on its own. Of two periods none is the title's, unless they adjoin and stand one behind the other.
pub(super) fn in_months(tokens: &[Token]) -> Option<Period> {
    let tokens = present(tokens);
    let says = |words: [&str; 2]| (0..tokens.len()).any(|at| [word(tokens, at), word(tokens, at + 1)] == words);
    // What has grown up to a day began nobody knows when, unless its months are counted.
    let has_grown = says(["luy", "ke"]) || says(["cong", "don"]);
    if has_grown && !(0..tokens.len()).any(|at| counted(tokens, at).is_some()) {
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
    // “10/2023” in a cell of its own; “2023-10”.
    if let [Token::MonthYear(month, year)] = tokens {
        return Period::months(*year, *month, *month);
    }
    let mut names: Vec<(Point, usize)> = Vec::new();
    for at in 0..tokens.len() {
        let Some((mut own, behind)) = name(tokens, at) else { continue };
        // “Quý I và quý II năm 2023”: the year is said once.
        own.year = own.year.or_else(|| year_behind(tokens, at));
        own.year = own.year.or_else(|| year_before(tokens, at).filter(|_| names.is_empty()));
        let joins = |token: &Token| matches!(token, Token::Dash) || matches!(token, Token::Word(va) if va == "va");
        match names.last_mut() {
            Some((last, end))
                if last.last.0 + 1 == own.first.0 && last.year == own.year && tokens[*end..at].iter().all(joins) =>
            {
                (last.last, *end) = (own.last, behind);
            }
            _ => names.push((own, behind)),
        }
    }
    // “Tháng 9 và 9 tháng năm 2025”, “Tháng 10/2025 (từ 01/7/2025)”.
    let year = names.iter().find_map(|(name, _)| name.year)?;
    let mut all = names.iter().map(|(name, _)| Period::months(name.year.unwrap_or(year), name.first.0, name.last.0));
    let found = all.next()??;
    let begins_apart =
        || open_begin(tokens).is_some_and(|begin| begin.begin(begin.year.unwrap_or(year)) != Some(found.from));
    Some(found).filter(|_| all.all(|other| other == Some(found)) && !begins_apart())
}

/// The months that are named at this place, whose year may be said elsewhere, and the place behind them.
pub(super) fn name(tokens: &[Token], at: usize) -> Option<(Point, usize)> {
    let before = at.checked_sub(1).map_or("", |before| word(tokens, before));
    match word(tokens, at) {
        // “Lào Cai, ngày … tháng 9 năm 2025”: the day of a document is left blank.
        "thang" | "t" if before == "ngay" => None,
        // “Huyện Bảo Thắng: 12 xã”.
        "thang" if before == "bao" => point(tokens, at).filter(|(point, _)| point.year.is_some()),
        "thang" | "t" | "quy" | "q" => point(tokens, at),
        // A year is one of two periods in “Tháng 12/2025 và cả năm 2025”, “Năm 2024 và năm 2025”.
        "nam" => {
            let (year, behind) = year(tokens, at);
            let is_period = |word: &str| matches!(word, "thang" | "quy" | "ca" | "nam");
            let is_second = || before == "va" && (0..at).any(|at| is_period(word(tokens, at)));
            let is_first = || word(tokens, behind) == "va" && is_period(word(tokens, behind + 1));
            let months = Point::months(Some(year?), 1, 12);
            Some((months, behind)).filter(|_| before == "ca" || is_second() || is_first())
        }
        _ => counted(tokens, at),
    }
}

/// The begin, a day, that a title names without an end, unless it may be that of a law.
pub(super) fn open_begin(tokens: &[Token]) -> Option<Point> {
    let begin = |at: usize| {
        let first = at + 1 + usize::from(word(tokens, at + 1) == "ngay");
        point(tokens, first).map(|(point, _)| point).filter(|point| point.last.1.is_some())
    };
    let mut from = (0..tokens.len()).filter(|at| tokens[*at] == Token::From);
    from.find_map(begin).filter(|_| !tokens.contains(&Token::To) && !speaks_of_law(tokens))
}

/// A text without what it is compared with or comes next: “Kỳ trước: tháng 5/2023. Kỳ này: tháng 6/2023”, “Tháng 6/2023 so với tháng 5/2023”.
pub(super) fn present(tokens: &[Token]) -> &[Token] {
    let says = |at: usize, words: [&str; 2]| {
        let is = |(at, word): (usize, &str)| matches!(tokens.get(at), Some(Token::Word(own)) if own == word);
        [at, at + 1].into_iter().zip(words).all(is)
    };
    let now = (0..tokens.len()).find(|at| says(*at, ["ky", "nay"])).unwrap_or(0);
    let is_beside = |at: &usize| {
        [["so", "voi"], ["cung", "ky"], ["ky", "truoc"], ["phuong", "huong"]].iter().any(|words| says(*at, *words))
    };
    let beside = (now..tokens.len()).find(is_beside).unwrap_or(tokens.len());
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
    let mut next = (at + 1..tokens.len()).filter(|at| matches!(word(tokens, *at), "thang" | "quy" | "q"));
    next.find_map(|at| point(tokens, at)?.0.year)
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

/// `6 tháng đầu năm 2023`, `6 tháng cuối năm 2023`, `5 tháng năm 2023`.
pub(super) fn some_months(tokens: &[Token], at: usize) -> Option<Period> {
    let (months, _) = counted(tokens, at)?;
    Period::months(months.year?, months.first.0, months.last.0)
}

/// The months counted at this place, and the place behind them. Their year may be said elsewhere where another period
/// follows: “6 tháng đầu năm và tháng 6/2025”.
fn counted(tokens: &[Token], at: usize) -> Option<(Point, usize)> {
    let (count, after) = months_counted(tokens, at)?;
    // “6 tháng 2023” and “6 tháng năm 2023” are those up to June.
    let place = word(tokens, after);
    let next = after + usize::from(matches!(place, "dau" | "cuoi"));
    let (year, behind) = year(tokens, next);
    let is_beside = match place {
        "dau" | "cuoi" => word(tokens, next) == "nam",
        "va" => matches!(word(tokens, after + 1), "thang" | "quy" | "ca" | "nam"),
        _ => false,
    };
    let months = match place {
        "dau" | "nam" | "" | "va" => Point::months(year, 1, count),
        "cuoi" => Point::months(year, 13 - count, 12),
        _ => return None,
    };
    Some((months, behind)).filter(|_| year.is_some() || is_beside)
}

/// How many months are counted at this place, `6 tháng`, `Mười hai tháng`, and the place behind them.
pub(super) fn months_counted(tokens: &[Token], at: usize) -> Option<(u8, usize)> {
    let (count, behind) = match tokens.get(at)? {
        Token::Number(count) => (u8::try_from(*count).ok()?, at + 1),
        Token::Word(count) if count == "bon" => (4, at + 1),
        // “Mười hai” is not two as well.
        _ if at > 0 && word(tokens, at - 1) == "muoi" => return None,
        _ => month_in_words(tokens, at)?,
    };
    Some((count, behind + 1)).filter(|_| (2..=12).contains(&count) && word(tokens, behind) == "thang")
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
        case("Kỳ báo cáo: 202306", "2023-06-01..2023-06-30");
        case("Kỳ số liệu | 202312", "2023-12-01..2023-12-31");
        case("Kỳ báo cáo: 202313", "-");
        case("Số: 202306", "-");
        case("06/2023", "2023-06-01..2023-06-30");
        case("(2023-6)", "2023-06-01..2023-06-30");
        case("Số 06/2023", "-");
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
        case("12 tháng năm 2023", "2023-01-01..2023-12-31");
        case("Lũy kế 10 tháng năm 2023", "2023-01-01..2023-10-31");
        case("Lũy kế tháng 10 năm 2023", "-");
        case("Tháng 10 và lũy kế 10 tháng năm 2023", "-");
        case("Quý ba năm 2023", "2023-07-01..2023-09-30");
        case("Quý Tư/2023", "2023-10-01..2023-12-31");
        case("5 tháng cuối năm 2023", "2023-08-01..2023-12-31");
        case("Hai tháng đầu năm 2023", "2023-01-01..2023-02-28");
        case("Bốn tháng đầu năm 2023", "2023-01-01..2023-04-30");
        case("Mười hai tháng năm 2023", "2023-01-01..2023-12-31");
        case("Tháng XII năm 2023", "2023-12-01..2023-12-31");
        case("Tháng V/2023", "2023-05-01..2023-05-31");
        case("Kỳ báo cáo: 2023-06", "2023-06-01..2023-06-30");
        case("Kỳ: 2023/6", "2023-06-01..2023-06-30");
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
        case("NĂM 2023 (Tháng 5, 6)", "2023-05-01..2023-06-30");
        case("Năm 2023, tháng 5: 6 đơn vị chậm", "2023-05-01..2023-05-31");
        case("tháng 7, 8, 9 năm 2025", "2025-07-01..2025-09-30");
        case("tháng 7, tháng 8 và tháng 9 năm 2025", "2025-07-01..2025-09-30");
    }

    #[test]
    fn of_two_periods_that_differ_none_is_taken() {
        for text in [
            "Tháng 12/2025 và cả năm 2025",
            "Tháng 12 và năm 2025",
            "Năm 2025 và tháng 12/2025",
            "Năm 2024 và năm 2025",
            "Tháng 9 và 9 tháng năm 2025",
            "KẾT QUẢ QUÝ III VÀ 9 THÁNG ĐẦU NĂM 2025",
            "6 tháng đầu năm và tháng 6/2025",
            "9 tháng và quý III năm 2025",
            "Quý IV và cả năm 2025",
            "Tháng 9, quý III năm 2025",
            "Kết quả tháng 9, nhiệm vụ tháng 10 năm 2025",
            "Tháng 10/2025 (từ 01/7/2025)",
            "Tháng 10/2025 (từ 01/10/2024)",
            "Năm 2025 (từ 01/7/2025)",
            "Kết quả tháng 9, phương hướng tháng 10 năm 2025",
            "Năm 2025 (từ tháng 7)",
        ] {
            case(text, "-");
            assert!(crate::text::garbled_period(&[text.to_owned()]).is_some(), "{text}");
        }
        // The same said twice, a part of the year named with it, and what is no period of figures.
        for text in [
            "Quý III năm 2025 (tháng 7, tháng 8, tháng 9)",
            "Tháng 7, 8, 9 (quý III/2025)",
            "Quý III/2025 (tháng 7 - 9)",
            "Quý III/2025 (tháng 7 - tháng 9/2025)",
            "Năm 2025 (từ tháng 7 đến tháng 9)",
            "Kết quả quý III năm 2025, phương hướng nhiệm vụ quý IV năm 2025",
            "Quý III - Năm 2025",
            "Kế hoạch năm 2025 - Quý III/2025 và cùng kỳ năm 2024 (quá hạn 2 tháng)",
        ] {
            case(text, "2025-07-01..2025-09-30");
        }
        case("Lào Cai, ngày     tháng 9 năm 2025", "-");
    }

    #[test]
    fn days_of_a_law_or_of_the_model_of_government_begin_no_period() {
        for text in [
            "Kết quả từ khi thực hiện chính quyền địa phương 2 cấp từ 01/7/2025 - Tháng 10/2025",
            "Kết quả chính quyền địa phương 2 cấp (từ 01/7/2025), tháng 10/2025",
            "Nghị định 118/2025/NĐ-CP có hiệu lực từ 01/7/2025, tháng 10/2025",
            "CÁC XÃ, PHƯỜNG THÀNH LẬP TỪ 01/7/2025 - THÁNG 10/2025",
            "THEO QUYẾT ĐỊNH SỐ 766/QĐ-TTg NGÀY 23/6/2022 - THÁNG 10/2025",
            "Tháng 10/2025 (từ 01/10/2025)",
        ] {
            case(text, "2025-10-01..2025-10-31");
        }
        // Two days are a begin and an end all the same.
        case("Chính quyền địa phương 2 cấp từ 01/7/2025 đến 31/10/2025", "2025-07-01..2025-10-31");
        case("Chính quyền địa phương 2 cấp từ tháng 7/2025 - Tháng 10/2025", "-");
        case("Kết quả từ 01/7/2025 - Tháng 10/2025", "-");
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
