//! One end of a period as titles write it: a day, a month, a quarter, several months.

use super::words::Token;
use super::words::word;
use crate::domain::Day;
use crate::domain::Period;

/// One end of a period, whose year may be said with the other: first month and day, last month and day; no last day is the
/// month's own.
#[derive(Clone, Copy)]
pub(super) struct Point {
    pub(super) year: Option<u16>,
    pub(super) first: (u8, u8),
    pub(super) last: (u8, Option<u8>),
}

impl Point {
    pub(super) fn months(year: Option<u16>, first: u8, last: u8) -> Self {
        Self { year, first: (first, 1), last: (last, None) }
    }

    pub(super) fn begin(self, year: u16) -> Option<Day> {
        Day::new(year, self.first.0, self.first.1)
    }

    pub(super) fn end(self, year: u16) -> Option<Day> {
        match self.last {
            (month, Some(day)) => Day::new(year, month, day),
            (month, None) => Period::months(year, month, month).map(|period| period.to),
        }
    }
}

/// The point that stands at this place, and the place behind it.
pub(super) fn point(tokens: &[Token], at: usize) -> Option<(Point, usize)> {
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
        Token::Word(name) if matches!(name.as_str(), "quy" | "q") => {
            let (first, own_year) = match tokens.get(at + 1)? {
                Token::Number(number) => (quarter(&number.to_string())?, None),
                Token::MonthYear(number, year) => (quarter(&number.to_string())?, Some(*year)),
                Token::Word(number) => (quarter(number)?, None),
                _ => return None,
            };
            // “Quý I + II/2023”, “Quý I và II/2023”.
            let other = at + 2 + usize::from(word(at + 2) == "va");
            let next = quarter(word(other)).filter(|next| *next == first + 3);
            if let (Some(last), (Some(year), behind)) = (next, year(tokens, other + 1)) {
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

/// The months that begin with this one, `5, 6 năm 2023`, `5 và 6/2023`, and the place behind them: several
/// only where their year follows, or nothing but their quarter.
fn months_from(tokens: &[Token], first: u8, at: usize) -> (Point, usize) {
    let (mut last, mut next) = (first, at);
    loop {
        let own = next + usize::from(matches!(tokens.get(next), Some(Token::Word(and)) if and == "va"));
        match tokens.get(own) {
            Some(Token::Number(number)) if *number == u16::from(last) + 1 && last < 12 => {
                (last, next) = (last + 1, own + 1);
            }
            Some(Token::MonthYear(month, year)) if *month == last + 1 => {
                return (Point::months(Some(*year), first, *month), own + 1);
            }
            _ => break,
        }
    }
    match year(tokens, next) {
        (Some(year), behind) => (Point::months(Some(year), first, last), behind),
        (None, _) => match tokens.get(next) {
            None => (Point::months(None, first, last), next),
            Some(Token::Word(word)) if word == "quy" => (Point::months(None, first, last), next),
            _ => (Point::months(None, first, first), at),
        },
    }
}

const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// The month whose name stands at this place, and the place behind it. “Năm” is a month only where its year has a word.
pub(super) fn month_in_words(tokens: &[Token], at: usize) -> Option<(u8, usize)> {
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
        (roman, _) => ROMAN.into_iter().zip(1..).find(|(own, _)| *own == roman)?.1,
    };
    Some((month, at + 1))
}

/// The year that stands at this place, with or without its word, and the place behind it.
pub(super) fn year(tokens: &[Token], at: usize) -> (Option<u16>, usize) {
    // “Quý II-2023”, “Tháng 8 - Năm 2025”.
    let own = at + usize::from(tokens.get(at) == Some(&Token::Dash));
    let own = own + usize::from(word(tokens, own) == "nam");
    match tokens.get(own) {
        Some(Token::Number(year)) if (2000..2100).contains(year) => (Some(*year), own + 1),
        _ => (None, at),
    }
}

fn quarter(word: &str) -> Option<u8> {
    match word {
        "i" | "1" | "mot" => Some(1),
        "ii" | "2" | "hai" => Some(4),
        "iii" | "3" | "ba" => Some(7),
        "iv" | "4" | "tu" => Some(10),
        _ => None,
    }
}
