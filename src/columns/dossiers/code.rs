//! Mã hồ sơ: unit, day and counter in one word, `H38.24-230605-0012` or `000.00.24.H38-230605-0012`.

use crate::domain::Day;
use crate::text::tidy;

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
        // A code broken over two lines is one code.
        let text: String = tidy(written).chars().filter(|letter| !letter.is_whitespace()).collect();
        let text = text.to_ascii_uppercase();
        let mut parts = text.split('-');
        let (unit, day, counter) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if parts.next().is_some()
            || !digits(day)
            || day.len() != 6
            || !digits(counter)
            || !(3..=7).contains(&counter.len())
        {
            return None;
        }
        is_unit_code(unit).then(|| {
            let number = |at: usize| day[at..at + 2].parse::<u8>().unwrap_or_default();
            let day = Day::new(2000 + u16::from(number(0)), number(2), number(4));
            let unit = unit.to_owned();
            Self { unit, day, text: text.clone() }
        })
    }
}

/// Whether a cell is a dossier's code.
pub(in crate::columns) fn is_code(cell: &str) -> bool {
    cell.len() <= 60 && Code::parse(cell).is_some()
}

/// Whether a text is a unit's code: segments of digits and one of a province (`H38`), at the end or at the beginning.
fn is_unit_code(text: &str) -> bool {
    let segments: Vec<&str> = text.split('.').collect();
    let digits = |segment: &str| (1..=3).contains(&segment.len()) && segment.bytes().all(|byte| byte.is_ascii_digit());
    let province =
        |segment: &str| segment.len() == 3 && segment.starts_with(['H', 'h', 'G', 'g']) && digits(&segment[1..]);
    let provinces = segments.iter().filter(|segment| province(segment)).count();
    provinces == 1
        && segments.len() <= 6
        && segments.iter().all(|segment| province(segment) || digits(segment))
        && (province(segments[0]) || segments.last().is_some_and(|last| province(last)))
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
