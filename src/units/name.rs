//! A unit's name taken apart: prefix, type, core, and the province behind it.

use super::UnitType;
use crate::text::fold;
use crate::text::tidy;

/// Words that say “people's committee” before a name.
const COMMITTEE: [&[&str]; 4] = [&["ubnd"], &["uy", "ban", "nhan", "dan"], &["uy", "ban", "nd"], &["u", "b", "n", "d"]];

/// Words that say the type of a unit, folded; the longer ones first.
const TYPES: [(&[&str], UnitType); 14] = [
    (&["thanh", "pho"], UnitType::ThanhPho),
    (&["thi", "xa"], UnitType::ThiXa),
    (&["thi", "tran"], UnitType::ThiTran),
    (&["t", "p"], UnitType::ThanhPho),
    (&["t", "x"], UnitType::ThiXa),
    (&["huyen"], UnitType::Huyen),
    (&["phuong"], UnitType::Phuong),
    (&["xa"], UnitType::Xa),
    (&["tp"], UnitType::ThanhPho),
    (&["tx"], UnitType::ThiXa),
    (&["tt"], UnitType::ThiTran),
    (&["h"], UnitType::Huyen),
    (&["p"], UnitType::Phuong),
    (&["x"], UnitType::Xa),
];

/// What national lists append to a name.
const PROVINCE: [&[&str]; 2] = [&["tinh", "lao", "cai"], &["lao", "cai"]];

/// A name in its parts.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// The whole name but for what follows it, `tỉnh Lào Cai`.
    pub(super) whole: String,
    /// The type it says.
    pub(super) kind: Option<UnitType>,
    /// The name without committee and type.
    pub(super) core: String,
}

impl Name {
    /// Takes a name apart. The parts keep the letters as written; only the comparison is folded.
    pub(super) fn parse(written: &str) -> Self {
        let tidied = tidy(written);
        let words: Vec<&str> =
            tidied.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
        let starts = |at: usize, with: &[&str]| {
            folded.get(at..).is_some_and(|rest| rest.len() >= with.len() && rest.iter().zip(with).all(|(a, b)| a == b))
        };
        let mut end = words.len();
        if end >= 2 && starts(end - 2, &["viet", "nam"]) {
            end -= 2;
        }
        let mut start = 0;
        if let Some(prefix) = COMMITTEE.iter().find(|prefix| starts(0, prefix)) {
            start = prefix.len();
        }
        let mut kind = None;
        if let Some((marker, found)) =
            TYPES.iter().find(|(marker, _)| starts(start, marker) && start + marker.len() < end)
        {
            start += marker.len();
            kind = Some(*found);
        }
        // “TP Lào Cai” keeps its name; only what follows another name is the province.
        if let Some(suffix) =
            PROVINCE.iter().find(|suffix| end > start + suffix.len() && starts(end - suffix.len(), suffix))
        {
            end -= suffix.len();
        }
        let join = |words: &[&str]| words.join(" ");
        Self { whole: join(&words[..end]), kind, core: join(&words[start.min(end)..end]) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_taken_apart_however_its_prefix_is_written() {
        #[track_caller]
        fn case(written: &str, kind: Option<UnitType>, core: &str) {
            let name = Name::parse(written);
            assert_eq!((name.kind, name.core.as_str()), (kind, core), "{written:?}");
        }
        case("UBND huyện Bảo Yên", Some(UnitType::Huyen), "Bảo Yên");
        case("Ủy ban nhân dân huyện Bảo Yên", Some(UnitType::Huyen), "Bảo Yên");
        case("Uỷ ban nhân dân TX. Sa Pa", Some(UnitType::ThiXa), "Sa Pa");
        case("TP.Lào Cai", Some(UnitType::ThanhPho), "Lào Cai");
        case("T.P Lào Cai", Some(UnitType::ThanhPho), "Lào Cai");
        case("H.Bắc Hà", Some(UnitType::Huyen), "Bắc Hà");
        case("Bắc Hà - tỉnh Lào Cai", None, "Bắc Hà");
        case("UBND huyện Bắc Hà, tỉnh Lào Cai, Việt Nam", Some(UnitType::Huyen), "Bắc Hà");
        case("UBND TP Lào Cai (Lào Cai)", Some(UnitType::ThanhPho), "Lào Cai");
        case("Lào Cai", None, "Lào Cai");
        case("UBND Lào Cai", None, "Lào Cai");
        case("Sở Nội vụ tỉnh Lào Cai", None, "Sở Nội vụ");
        case("Thành phố", None, "Thành phố");
        case("", None, "");
    }
}
