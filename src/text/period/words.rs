//! A title or header → its days, months and the words that join them; days in words are days.

use crate::domain::Day;
use crate::text::day;
use crate::text::fold;
use crate::text::small;
use crate::text::tidy;

/// Longest text that is looked at, in bytes: no title is longer.
const LONGEST: usize = 2_000;

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Day(Day),
    /// A day and a month without a year.
    DayMonth(u8, u8),
    /// `6/2023`.
    MonthYear(u8, u16),
    Number(u16),
    /// “Từ”, which folds to the same as “tư” and “tử”.
    From,
    /// “Đến”.
    To,
    /// A dash, which may stand for it.
    Dash,
    /// A word without its marks.
    Word(String),
}

impl Token {
    /// The year that it says.
    pub(super) fn year(&self) -> Option<u16> {
        let year = match self {
            Self::Day(day) => day.year(),
            Self::MonthYear(_, year) | Self::Number(year) => *year,
            _ => return None,
        };
        Some(year).filter(|year| (2000..2100).contains(year))
    }
}

/// The word at this place; empty where none stands.
pub(super) fn word(tokens: &[Token], at: usize) -> &str {
    if let Some(Token::Word(word)) = tokens.get(at) { word } else { "" }
}

/// Whether a text speaks of a law, a letter, the model of government, or of where it was written: such days and months are
/// not those of its figures.
pub(super) fn speaks_of_law(tokens: &[Token]) -> bool {
    const SAID: [[&str; 2]; 14] = [
        ["quyet", "dinh"],
        ["nghi", "dinh"],
        ["nghi", "quyet"],
        ["cong", "van"],
        ["kem", "theo"],
        ["hieu", "luc"],
        ["thi", "hanh"],
        ["ap", "dung"],
        ["van", "hanh"],
        ["hoat", "dong"],
        ["thanh", "lap"],
        ["sap", "xep"],
        ["mo", "hinh"],
        ["chinh", "quyen"],
    ];
    let pair = |at: usize| [word(tokens, at), word(tokens, at + 1)];
    pair(0) == ["lao", "cai"] || (0..tokens.len()).any(|at| SAID.contains(&pair(at)))
}

/// The parts of a text, days in words made days.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let text = small(&tidy(text.get(..LONGEST).unwrap_or(text)));
    // The time of a day's begin and end says nothing of a period.
    let text = text.split(' ').filter(|part| !is_time(part)).collect::<Vec<_>>().join(" ");
    let mut tokens = Vec::new();
    for part in text.split(|letter: char| {
        letter.is_whitespace() || matches!(letter, '(' | ')' | ',' | ';' | ':' | '|' | '«' | '»' | '"')
    }) {
        let mut rest = part.trim_matches(['.', '/']);
        while let Some(first) = rest.chars().next() {
            let is_number = first.is_ascii_digit();
            let belongs = |letter: char| {
                if is_number {
                    letter.is_ascii_digit() || matches!(letter, '/' | '-' | '.')
                } else {
                    letter.is_alphabetic()
                }
            };
            let end = rest.find(|letter| !belongs(letter)).unwrap_or(rest.len()).max(first.len_utf8());
            let (own, behind) = rest.split_at(end);
            if is_number {
                numbers(own, &mut tokens);
            } else {
                tokens.extend(read_word(own));
            }
            rest = behind.trim_start_matches(['.', '/']);
        }
    }
    in_words(&tokens)
}

/// Whether a part is a time: `00:00`, `(23:59:59)`, `17h30`, `8h`.
fn is_time(part: &str) -> bool {
    let part = part.trim_matches(['(', ')', ',', ';', '.']);
    let hours = part.strip_suffix(['h', 'g']);
    let numbers: Vec<&str> = hours.unwrap_or(part).split([':', 'h', 'g']).collect();
    let is_number =
        |number: &&str| (1..=2).contains(&number.len()) && number.bytes().all(|digit| digit.is_ascii_digit());
    (hours.is_some() || numbers.len() > 1) && numbers.iter().all(is_number)
}

fn read_word(written: &str) -> Option<Token> {
    match written {
        "từ" | "tu" => return Some(Token::From),
        "đến" | "den" | "tới" | "toi" => return Some(Token::To),
        "-" | "–" | "—" | "÷" | "~" => return Some(Token::Dash),
        _ => {}
    }
    Some(fold(written)).filter(|folded| !folded.is_empty()).map(Token::Word)
}

/// The numbers of a text without spaces: a day, a month of a year, two days joined by a dash.
fn numbers(written: &str, tokens: &mut Vec<Token>) {
    let written = written.trim_end_matches(['.', '/', '-']);
    if let Some(day) = day(written) {
        tokens.push(Token::Day(day));
        return;
    }
    let parts: Vec<&str> = written.split(['/', '.', '-']).collect();
    let number = |at: usize| parts[at].parse::<u16>().ok();
    let small = |at: usize| parts[at].parse::<u8>().ok();
    match parts.len() {
        // “Kỳ báo cáo: 202306”, as systems number a month.
        1 if written.len() == 6 && written.starts_with("20") && names_what_follows(tokens) => {
            let (year, month) = written.split_at(4);
            if let (Ok(year), Ok(month @ 1..=12)) = (year.parse(), month.parse()) {
                name_months(tokens);
                tokens.push(Token::MonthYear(month, year));
            }
        }
        1 => tokens.extend(number(0).map(Token::Number)),
        2 if parts[1].len() == 4 => match small(0).zip(number(1)) {
            Some((month @ 1..=12, year)) => {
                name_months(tokens);
                tokens.push(Token::MonthYear(month, year));
            }
            Some((week, _)) if is_behind(tokens, "tuan") => tokens.push(Token::Number(week.into())),
            _ => {}
        },
        // “Kỳ: 2023-06”, as systems write a month.
        2 if parts[0].len() == 4 => {
            if let (Some(year), Some(month @ 1..=12)) = (number(0), small(1)) {
                name_months(tokens);
                tokens.push(Token::MonthYear(month, year));
            }
        }
        2 if written.contains('/') => {
            tokens.extend(small(0).zip(small(1)).map(|(day, month)| Token::DayMonth(day, month)));
        }
        _ => {
            let Some((one, other)) = written.split_once('-') else { return };
            if one.contains(['/', '.']) || is_behind(tokens, "ngay") && parts.len() == 2 {
                numbers(one, tokens);
                tokens.push(Token::Dash);
                numbers(other, tokens);
                return;
            }
            // “01-15/8/2025”: the month is said once.
            let mut last = Vec::new();
            numbers(other, &mut last);
            if matches!(last.as_slice(), [Token::MonthYear(..)]) {
                name_months(tokens);
            }
            let is_of_months = ["thang", "t", "quy", "q"].iter().any(|word| is_behind(tokens, word));
            let first = match (small(0), last.as_slice()) {
                (Some(first), [Token::Day(last)]) => Day::new(last.year(), last.month(), first).map(Token::Day),
                (Some(first), [Token::DayMonth(_, month)]) => Some(Token::DayMonth(first, *month)),
                // “Tháng 7-9/2025”, “Quý 1-3 năm 2025”.
                (Some(first), [Token::MonthYear(..) | Token::Number(_)]) if is_of_months => {
                    Some(Token::Number(first.into()))
                }
                _ => None,
            };
            if let Some(first) = first {
                tokens.extend([first, Token::Dash].into_iter().chain(last));
            }
        }
    }
}

/// “Kỳ báo cáo: 06/2023”: the word is understood.
fn name_months(tokens: &mut Vec<Token>) {
    if names_what_follows(tokens) {
        tokens.push(Token::Word("thang".to_owned()));
    }
}

/// Whether the last word says that a period follows: “Kỳ”, “Kỳ báo cáo”, “Thời gian”, “Kỳ số liệu”.
fn names_what_follows(tokens: &[Token]) -> bool {
    ["ky", "cao", "gian", "lieu"].iter().any(|word| is_behind(tokens, word))
}

/// Whether what comes next stands behind this word.
fn is_behind(tokens: &[Token], word: &str) -> bool {
    matches!(tokens.last(), Some(Token::Word(own)) if own == word)
}

/// The same with `ngày 05 tháng 6 năm 2023` as one day.
fn in_words(tokens: &[Token]) -> Vec<Token> {
    let is = |at: usize, word: &str| matches!(tokens.get(at), Some(Token::Word(own)) if own == word);
    let mut joined = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        // “Từ 01 đến 15 tháng 8/2025”.
        let is_end = matches!(joined.as_slice(), [.., Token::To] | [.., Token::Number(_), Token::Dash]);
        let number_at = if is(at, "ngay") { at + 1 } else { at };
        let spelled = match tokens.get(number_at..number_at + 3) {
            Some([Token::Number(number), Token::Word(thang), month]) if thang == "thang" => {
                u8::try_from(*number).ok().zip(Some(month))
            }
            _ => None,
        };
        let spelled = spelled.filter(|_| number_at > at || is_end);
        match spelled {
            Some((number, Token::MonthYear(month, year))) if let Some(day) = Day::new(*year, *month, number) => {
                joined.push(Token::Day(day));
                at = number_at + 3;
            }
            Some((number, Token::Number(month))) if let Ok(month) = u8::try_from(*month) => {
                let year = match tokens.get(number_at + 4) {
                    Some(Token::Number(year)) if is(number_at + 3, "nam") => Some(*year),
                    _ => None,
                };
                joined.push(match year.and_then(|year| Day::new(year, month, number)) {
                    Some(day) => Token::Day(day),
                    None => Token::DayMonth(number, month),
                });
                at = number_at + if year.is_some() { 5 } else { 3 };
            }
            _ => {
                joined.push(token.clone());
                at += 1;
            }
        }
    }
    joined
}
