//! Codes of the portals: `H38.24.3` of today and `000.03.24.H38` of before are one code, compared segment by segment.

use crate::text::tidy;

/// Mã định danh: the code of an office on the portals, from the province down. `H38.2` does not hold `H38.24`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnitCode {
    /// The province or ministry: `H38` is Lào Cai.
    root: String,
    /// What lies below it, level by level.
    below: Vec<u32>,
}

impl UnitCode {
    /// Reads a code in either form: `H38.5`, `000.00.05.H38`. `None` when the text is no code of an office, such as the
    /// code of a procedure (`1.011441.000.00.00.H38`).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = compact(text);
        let segments: Vec<&str> = text.split('.').collect();
        let number = |segment: &&str| -> Option<u32> {
            let digits = (1..=4).contains(&segment.len()) && segment.bytes().all(|byte| byte.is_ascii_digit());
            if digits { segment.parse().ok() } else { None }
        };
        let (root, mut below): (&str, Vec<u32>) = match segments.as_slice() {
            [root, rest @ ..] if is_root(root) => (root, rest.iter().map(number).collect::<Option<_>>()?),
            // The form of before counts upwards and fills the levels that are not there with zeros.
            [rest @ .., root] if is_root(root) && rest.iter().all(|segment| matches!(segment.len(), 2 | 3)) => {
                (root, rest.iter().rev().map(number).collect::<Option<_>>()?)
            }
            _ => return None,
        };
        while below.last() == Some(&0) {
            below.pop();
        }
        Some(Self { root: root.to_owned(), below })
    }

    /// The code of the office that a dossier's code begins with: `H38.24` of `H38.24-230605-0012`. `None` when the text is
    /// no code of a dossier.
    #[must_use]
    pub fn of_dossier(text: &str) -> Option<Self> {
        let text = compact(text);
        let mut parts = text.split('-');
        let (office, day, counter) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let is_dossier = day.len() == 6 && (3..=6).contains(&counter.len()) && digits(day) && digits(counter);
        if is_dossier && parts.next().is_none() { Self::parse(office) } else { None }
    }

    /// The code one level up; `None` above the province.
    pub(super) fn parent(&self) -> Option<Self> {
        let (_, above) = self.below.split_last()?;
        Some(Self { root: self.root.clone(), below: above.to_vec() })
    }
}

/// Whether a segment names a province or a ministry: a letter and two digits.
fn is_root(segment: &str) -> bool {
    matches!(segment.as_bytes(), [letter, tens, ones] if letter.is_ascii_uppercase() && tens.is_ascii_digit() && ones.is_ascii_digit())
}

/// A code without the spaces and line breaks of narrow cells, in capitals, its hyphens plain.
fn compact(text: &str) -> String {
    tidy(text)
        .chars()
        .filter(|character| !character.is_whitespace())
        .map(|character| match character {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            other => other.to_ascii_uppercase(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_a_code_are_one_code() {
        #[track_caller]
        fn case(one: &str, other: &str, same: bool) {
            let (one, other) = (UnitCode::parse(one).unwrap(), UnitCode::parse(other).unwrap());
            assert_eq!(one == other, same, "{one:?} {other:?}");
        }
        case("000.00.05.H38", "H38.5", true);
        case("000.03.24.H38", "H38.24.3", true);
        case("015.03.24.H38", "H38.24.3.15", true);
        case("H38.05", " h38.5 ", true);
        case("H38.2", "H38.24", false);
        case("H38.24", "H38.24.3", false);
        case("H38.24", "H63.24", false);
        case("000.00.00.H38", "H38", true); // the province itself
    }

    #[test]
    fn what_is_no_code_of_an_office_is_none() {
        for text in ["", "H38.", "H38.x", "1.011441.000.00.00.H38", "2.000815", "38.24", "SNV", "H380.1", "H38-24", "5"]
        {
            assert_eq!(UnitCode::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_dossiers_code_begins_with_its_offices() {
        #[track_caller]
        fn case(dossier: &str, office: Option<&str>) {
            assert_eq!(UnitCode::of_dossier(dossier), office.and_then(UnitCode::parse), "{dossier:?}");
        }
        case("H38.24-230605-0012", Some("H38.24"));
        case("000.00.24.H38-230605-0012", Some("H38.24"));
        case("H38.24\u{2011}230605\u{2011}\n0012 ", Some("H38.24"));
        case("H38.24.3-230605-123456", Some("H38.24.3"));
        case("H38.24", None);
        case("H38.24-230605", None);
        case("H38.24-2306-0012", None);
        case("H38.24-230605-0012-1", None);
        case("24-230605-0012", None);
    }
}
