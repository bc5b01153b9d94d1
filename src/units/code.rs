//! Codes of the portals: `H38.24.3` of today and `000.03.24.H38` of before are one code, compared segment by segment; and
//! the unit that a code means.

use super::Catalogue;
use super::Unit;
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

impl Catalogue {
    /// The unit with a code: its own on the portals (`H38.5`, `000.00.05.H38`), the one a dossier's code begins with
    /// (`H38.24-230605-0012`), or a commune's number in the statistics office's list, with its leading zero (`02647`). A
    /// code below a unit's is the unit's only where the catalogue says so (`H38.5.*`).
    #[must_use]
    pub fn find_code(&self, code: &str) -> Option<&Unit> {
        if let Some(office) = UnitCode::of_dossier(code).or_else(|| UnitCode::parse(code)) {
            return self.index.with_code(&office).map(|at| &self.units[at]);
        }
        // The three digits of a district, or a number that has lost its zero, may be any number.
        let number = Some(code.trim()).filter(|number| number.len() == 5 && number.starts_with('0'))?;
        self.index.with_gso(number).map(|at| &self.units[at])
    }

    /// The unit whose code stands in place of a name. A dossier's code names no unit, and bare digits name nothing.
    pub(super) fn with_code(&self, written: &str) -> Option<&Unit> {
        self.index.with_code(&UnitCode::parse(written)?).map(|at| &self.units[at])
    }
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

    #[test]
    fn a_code_comes_before_the_name_and_is_compared_by_segment() {
        let text = "danh mục;thu\ntên danh mục;Thử\nmã;tên;loại;nhóm;mã cổng;mã GSO\n\
            a;UBND huyện A;huyện;cấp huyện;H38.2;087\n\
            b;UBND huyện B;huyện;cấp huyện;H38.24;\n\
            c;Sở C;sở;Sở, ban, ngành;000.00.05.H38|H38.5.*;\n\
            d;UBND xã D;xã;cấp xã;H38.24.3;02647\n";
        let catalogue = Catalogue::from_csv(text).unwrap();
        for (code, id) in [
            ("H38.2", Some("a")),
            ("H38.24", Some("b")),
            ("000.00.24.H38", Some("b")),
            ("H38.24-230605-0012", Some("b")),
            ("000.00.24.H38-230605-0012", Some("b")),
            ("H38.24.3-230605-0012", Some("d")),
            ("H38.24.9", None), // some office below B; whose figures it adds to nobody has said
            ("H38.25", None),
            ("H38.5", Some("c")),
            ("H38.5.1.7", Some("c")), // C counts what lies below it
            ("02647", Some("d")),
            ("2647", None), // any number
            ("087", None),  // a district's, or the eighty-seventh of a list
            ("UBND huyện A", None),
            ("", None),
        ] {
            assert_eq!(catalogue.find_code(code).map(|unit| unit.id.as_str()), id, "{code:?}");
        }
        // In place of a name a unit's code will do; a dossier's code and bare digits are no names.
        assert!(catalogue.knows("h38.24") && !catalogue.knows("02647") && !catalogue.knows("H38.24-230605-0012"));
    }
}
