//! Mã hồ sơ: unit, day and counter in one word, `H38.24-230605-0012` or `000.00.24.H38-230605-0012`.

use crate::domain::Day;
use crate::text::capital_letter;
use crate::text::no_digits;
use crate::text::tidy;

/// Longest cell that may hold a code, in bytes.
const LONGEST: usize = 60;

/// The first byte of letters of full width.
const FULL_WIDTH: u8 = 0xef;

/// Most digits of a counter.
const LONGEST_COUNTER: usize = 7;

/// A dossier's code in its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Code {
    /// The code itself, without spaces and line breaks.
    pub(super) text: String,
    /// The unit's code before the first hyphen.
    pub(super) unit: String,
    /// The day it names, when the calendar has it.
    pub(super) day: Option<Day>,
}

impl Code {
    /// Takes a code apart; `None` when the text has another form.
    pub(super) fn parse(written: &str) -> Option<Self> {
        if !may_be_code(written.as_bytes()) {
            return None;
        }
        let text = plain_text(written);
        let (unit, day) = parts(text.as_bytes()).filter(|(unit, _)| is_unit_code(&text[..*unit]))?;
        Some(Self { unit: text[..unit].to_owned(), day, text })
    }
}

/// Whether a text has the digits of a day and of a counter and the letter of a province: most cells have not, and are not
/// copied to see it. Letters of full width, which are read as others, begin with a byte of their own.
fn may_be_code(written: &[u8]) -> bool {
    let (mut digits, mut has_letter) = (0, false);
    for byte in written {
        digits += u32::from(byte.is_ascii_digit() || *byte == FULL_WIDTH);
        has_letter |= matches!(byte, b'H' | b'h' | b'G' | b'g' | &FULL_WIDTH);
    }
    has_letter && digits >= 9
}

/// A code as it is compared: a code broken over two lines is one code, whatever dash joins its parts, and the apostrophe
/// by which a spreadsheet is told that a text follows is no part of it.
pub(super) fn plain_text(written: &str) -> String {
    let letter = |letter: char| match letter {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '－' => Some('-'),
        letter => (!letter.is_whitespace()).then_some(letter),
    };
    tidy(written).trim_start_matches(['\'', '’']).chars().filter_map(letter).map(capital_letter).collect()
}

/// Whether a spreadsheet has made a rounded number of a long code: `2,30605E+11`.
pub(super) fn is_rounded(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let parts = text.split_once("E+").or_else(|| text.split_once("e+"));
    parts.is_some_and(|(number, power)| digits(&number.replace(['.', ','], "")) && digits(power))
}

/// Whether a cell is a dossier's code.
pub(in crate::columns) fn is_code(cell: &str) -> bool {
    cell.len() <= LONGEST && Code::parse(cell).is_some()
}

/// The parts of a code: how many bytes are the unit's, and the day behind them, which the calendar has.
#[derive(Clone, Copy, Debug)]
pub(super) struct PlainCode {
    /// How many bytes stand in front that [`is_plain_unit_code`] still has to judge.
    pub(super) unit: usize,
    /// The day it names.
    pub(super) day: Day,
}

/// Takes a code apart without copying it, as far as the unit's code.
#[inline(always)]
pub(super) fn plain_code(written: &[u8]) -> Option<PlainCode> {
    let (unit, day) = parts(written).filter(|_| written.len() <= LONGEST)?;
    Some(PlainCode { unit, day: day? })
}

/// Whether a text is a unit's code as systems write it, in capitals.
pub(super) fn is_plain_unit_code(text: &str) -> bool {
    is_unit_code(text) && !text.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// How many bytes stand before the day and the counter of a code, and the day when the calendar has it; `None` for texts
/// that do not end so. What stands before has to be judged.
#[inline(always)]
fn parts(text: &[u8]) -> Option<(usize, Option<Day>)> {
    // Eight bytes as one number, the last one uppermost: how many digits end the code is asked at once.
    let counter = no_digits(*text.last_chunk()?).leading_zeros() as usize / 8;
    let unit = text.len().checked_sub(counter + "-230605-".len())?;
    let day: [u8; 8] = *text.get(unit..)?.first_chunk()?;
    let is_joined = day[0] == b'-' && day[7] == b'-';
    if !(3..=LONGEST_COUNTER).contains(&counter) || !is_joined || no_digits(day) & 0x00ff_ffff_ffff_ff00 != 0 {
        return None;
    }
    let number = |at: usize| (day[at] - b'0') * 10 + day[at + 1] - b'0';
    Some((unit, Day::new(2000 + u16::from(number(1)), number(3), number(5))))
}

fn all_digits(bytes: &[u8]) -> bool {
    !bytes.is_empty() && bytes.iter().all(u8::is_ascii_digit)
}

/// Whether a text is a unit's code: segments of digits and one of a province (`H38`), at the end or at the beginning.
fn is_unit_code(text: &str) -> bool {
    let digits = |segment: &[u8]| (1..=3).contains(&segment.len()) && all_digits(segment);
    let province =
        |segment: &[u8]| matches!(segment, [b'H' | b'h' | b'G' | b'g', rest @ ..] if rest.len() == 2 && digits(rest));
    let (mut segments, mut provinces, mut first, mut last) = (0, 0, false, false);
    for segment in text.as_bytes().split(|byte| *byte == b'.') {
        last = province(segment);
        if !last && !digits(segment) {
            return false;
        }
        first |= last && segments == 0;
        provinces += u32::from(last);
        segments += 1;
    }
    provinces == 1 && segments <= 6 && (first || last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_both_forms_are_taken_apart() {
        for (written, unit, day) in [
            ("H38.24-230605-0012", "H38.24", Some("2023-06-05")),
            ("000.00.24.H38-230605-0012", "000.00.24.H38", Some("2023-06-05")),
            (" H38.24.3-\n240115-0001 ", "H38.24.3", Some("2024-01-15")),
            ("H38-231332-0001", "H38", None), // no such day, still a code
            ("h38.24-230605-0012", "H38.24", Some("2023-06-05")), // the same dossier, typed small
        ] {
            let code = Code::parse(written).unwrap();
            assert_eq!((code.unit.as_str(), code.day.map(|day| day.to_string()).as_deref()), (unit, day), "{written}");
        }
    }

    #[test]
    fn a_code_ends_in_three_to_seven_digits() {
        for (counter, is_one) in
            [("12", false), ("123", true), ("1234567", true), ("12345678", false), ("12a4567", false)]
        {
            assert_eq!(is_code(&format!("H38.24-230605-{counter}")), is_one, "{counter}");
        }
        for day in ["23060a", "/30605", "23060:", "2306-5", "2306055"] {
            assert!(!is_code(&format!("H38.24-{day}-0001")), "{day}");
        }
    }

    #[test]
    fn other_words_are_no_codes() {
        for text in [
            "",
            "12",
            "H38.24",
            "H38.24-2306-0012",
            "2023-06-05",
            "H38.24-230605-12",
            "A-230605-0012",
            "H38.24-230605-0012-1",
        ] {
            assert!(!is_code(text), "{text}");
        }
    }
}
