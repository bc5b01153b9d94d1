//! What one title says of the period that another names: its months or days without a year, or when its figures were taken.

use super::named::months_counted;
use super::named::name;
use super::named::open_begin;
use super::named::present;
use super::point::point;
use super::words::Token;
use super::words::word;
use crate::domain::Day;
use crate::domain::Period;

/// A row behind which the year is said that stands in another.
pub(super) fn with_year(row: &[Token], year: Period) -> Vec<Token> {
    let nam = Token::Word("nam".to_owned());
    // “6 tháng đầu năm” above “Năm 2023”.
    let row = row.strip_suffix(std::slice::from_ref(&nam)).unwrap_or(row);
    [row, &[nam, Token::Number(year.from.year())]].concat()
}

/// The day before the end of this period on which a title says that the figures were taken, but for those of copies: `Số
/// liệu tính đến ngày 20/6/2023`.
pub(super) fn taken_within(tokens: &[Token], period: Period) -> Option<Day> {
    let tokens = present(tokens);
    let is_of_copies = (0..tokens.len()).any(|at| word(tokens, at) == "chung" && word(tokens, at + 1) == "thuc");
    let taken = |to: usize| {
        let day = (to + 1..tokens.len()).find(|at| !matches!(word(tokens, *at), "het" | "ngay"))?;
        let (point, _) = point(tokens, day).filter(|(point, _)| point.last.1.is_some())?;
        point.end(point.year.unwrap_or(period.to.year()))
    };
    let mut ends = (1..tokens.len()).filter(|at| is_taken_until(tokens, *at) && !is_of_copies);
    ends.find_map(|at| taken(at).filter(|day| (period.from..period.to).contains(day)))
}

/// A title up to where it says when the figures were taken: `Tháng 6/2023 (tính đến ngày 20/6/2023)`.
pub(super) fn before_taken(tokens: &[Token]) -> &[Token] {
    let until = (1..tokens.len()).find(|at| is_taken_until(tokens, *at));
    until.map_or(tokens, |at| &tokens[..at - 1])
}

/// Whether the day up to which figures were taken follows here.
fn is_taken_until(tokens: &[Token], at: usize) -> bool {
    tokens[at] == Token::To && matches!(word(tokens, at - 1), "tinh" | "lieu" | "nhat" | "chot" | "lay")
}

/// Whether a title names months, or two days, of a year that may stand in another.
pub(super) fn names_undated(tokens: &[Token]) -> bool {
    // “Mẫu T1” is none.
    let is_month = |at: usize| !matches!(word(tokens, at), "t" | "q");
    // “Kỳ: 6 tháng”, but “Quá hạn trên 6 tháng”.
    let is_length = |at: usize| match word(tokens, at) {
        "qua" => at == 0 || word(tokens, at - 1) != "ket",
        before => matches!(before, "han" | "tren" | "hon" | "duoi" | "sau" | "moi" | "thieu" | "da"),
    };
    let counts = |at: usize| {
        let is_last = || months_counted(tokens, at).is_some_and(|(_, behind)| behind == tokens.len());
        is_last() && at.checked_sub(1).is_none_or(|before| !is_length(before))
    };
    let from = tokens.iter().position(|token| *token == Token::From);
    let is_day = |token: &Token| matches!(token, Token::DayMonth(..));
    let names_ends =
        || from.is_some_and(|from| tokens[from..].contains(&Token::To) && tokens[from..].iter().any(is_day));
    let names = |at: usize| is_month(at) && name(tokens, at).is_some() || counts(at);
    (0..tokens.len()).any(names) || names_ends() || open_begin(tokens).is_some()
}
