//! A unit's name taken apart: prefix, type, core, and the province behind it.

use super::UnitType;
use crate::text::fold;
use crate::text::is_mark;
use crate::text::tidy;

/// Words that say “people's committee” before a name.
const COMMITTEE: [&[&str]; 4] = [&["ubnd"], &["uy", "ban", "nhan", "dan"], &["uy", "ban", "nd"], &["u", "b", "n", "d"]];

/// Words that say “branch” before or behind the land registry's name.
const BRANCH: [&[&str]; 2] = [&["chi", "nhanh"], &["cn"]];

/// Words that say “land registry”, the longer ones first.
const LAND_REGISTRY: [&[&str]; 8] = [
    &["van", "phong", "dang", "ky", "quyen", "su", "dung", "dat"],
    &["van", "phong", "dang", "ky", "dat", "dai"],
    &["vp", "dang", "ky", "dat", "dai"],
    &["van", "phong", "dkdd"],
    &["vpdk", "dat", "dai"],
    &["vpdk", "dd"],
    &["vp", "dkdd"],
    &["vpdkdd"],
];

/// Words between the land registry's name and its area that are no type of unit.
const AREA: [&str; 2] = ["khu", "vuc"];

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

/// How many of them say a type behind a sign as well: `Bảo Yên, huyện`, `Sa Pa (TX)`. “TT” there is a part of an office's name.
const BEHIND: [&[&str]; 8] =
    [&["thanh", "pho"], &["thi", "xa"], &["thi", "tran"], &["huyen"], &["phuong"], &["xa"], &["tp"], &["tx"]];

/// Longest text that may be a name, in bytes: the longest of an office has 90, a remark has more than this.
const LONGEST: usize = 400;

/// What national lists append to a name.
const PROVINCE: [&[&str]; 2] = [&["tinh", "lao", "cai"], &["lao", "cai"]];

/// A name in its parts.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// The whole name but for what follows it, `tỉnh Lào Cai`.
    pub(super) whole: String,
    /// The same with `tỉnh` behind it, when `tỉnh Lào Cai` followed: the name of a body that is called by its level.
    pub(super) of_province: Option<String>,
    /// Whether it says “people's committee”.
    pub(super) committee: bool,
    /// The type it says.
    pub(super) kind: Option<UnitType>,
    /// The name without committee and type.
    pub(super) core: String,
    /// The key of the whole name.
    pub(super) whole_key: String,
    /// The key of the core.
    pub(super) core_key: String,
}

/// The words of a name, as written and folded.
struct Words<'name> {
    written: Vec<&'name str>,
    folded: Vec<String>,
    end: usize,
}

impl Words<'_> {
    fn start(&self, at: usize, with: &[&str]) -> bool {
        self.folded[..self.end].get(at..).is_some_and(|rest| {
            rest.len() >= with.len() && rest.iter().zip(with).all(|(word, expected)| word == expected)
        })
    }

    /// How many words one of these markers takes at a place; 0 when none stands there.
    fn taken(&self, at: usize, markers: &[&[&str]]) -> usize {
        markers.iter().find(|marker| self.start(at, marker)).map_or(0, |marker| marker.len())
    }

    /// The type said at a place that leaves a name behind it, and the words it takes.
    fn kind(&self, at: usize) -> Option<(usize, UnitType)> {
        let (marker, kind) = TYPES.iter().find(|(marker, _)| self.start(at, marker) && at + marker.len() < self.end)?;
        Some((marker.len(), *kind))
    }

    /// Where the area begins in the name of a branch of the land registry: `Chi nhánh VPĐKĐĐ huyện Bắc Hà`, `VPĐKĐĐ -
    /// Chi nhánh Bắc Hà`. `None` for other names, the registry of the province included.
    fn registry_area(&self) -> Option<usize> {
        let before = self.taken(0, &BRANCH);
        let registry = self.taken(before, &LAND_REGISTRY);
        if registry == 0 {
            return None;
        }
        let mut at = before + registry;
        let behind = self.taken(at, &BRANCH);
        at += behind;
        at += self.taken(at, &[&AREA]);
        let typed = match self.kind(at) {
            Some((words, kind)) if kind.is_district() => words,
            Some(_) => return None,
            None => 0,
        };
        // “VPĐKĐĐ Lào Cai” may be the city's branch or the province's registry.
        let certain = before + behind + typed > 0 || self.taken(at, &PROVINCE) == 0;
        (certain && at + typed < self.end && !self.start(at, &["tinh"])).then_some(at + typed)
    }
}

impl Name {
    /// Takes a name apart. The parts keep the letters as written; only the comparison is folded.
    pub(super) fn parse(written: &str) -> Self {
        let tidied = tidy(if written.len() > LONGEST { "" } else { written });
        let tidied = without_footnote(&tidied);
        // A mark that has no letter to join belongs to its word all the same.
        let joins = |character: char| !character.is_alphanumeric() && !is_mark(character);
        let mut written: Vec<&str> = tidied.split(joins).filter(|word| !word.is_empty()).collect();
        // “1. UBND huyện Bảo Yên”: its number in a list.
        let is_number = |word: &&str| word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
        if written.len() > 1 && written.first().is_some_and(is_number) {
            written.remove(0);
        }
        let folded: Vec<String> = written.iter().map(|word| fold(word)).collect();
        let end = written.len();
        let mut words = Words { written, folded, end };
        if end >= 2 && words.start(end - 2, &["viet", "nam"]) {
            words.end -= 2;
        }
        let mut start = words.taken(0, &COMMITTEE);
        let committee = start > 0;
        let mut kind = None;
        if let Some(area) = words.registry_area() {
            start = area;
            kind = Some(UnitType::LandRegistry);
        } else if let Some((taken, found)) = words.kind(start) {
            start += taken;
            kind = Some(found);
        }
        // The whole name keeps it: of a name without its type another unit may be listed.
        let behind = kind.is_none().then(|| type_behind(tidied)).flatten();
        let behind = behind.filter(|(words_behind, _)| words.end > start + words_behind);
        kind = kind.or(behind.map(|(_, kind)| kind));
        let mut of_province = None;
        let join = |words: &[&str]| words.join(" ");
        // “TP Lào Cai” keeps its name; only what follows another name is the province.
        if let Some(suffix) = PROVINCE
            .iter()
            .find(|suffix| words.end > start + suffix.len() && words.start(words.end - suffix.len(), suffix))
        {
            words.end -= suffix.len();
            of_province = (suffix[0] == "tinh").then(|| join(&words.written[..=words.end]));
        }
        let Words { written, folded, end } = words;
        let core_end = end - behind.map_or(0, |(taken, _)| taken);
        let (whole, core) = (0..end, start.min(core_end)..core_end);
        Self {
            whole: join(&written[whole.clone()]),
            whole_key: key(&folded[whole]),
            of_province,
            committee,
            kind,
            core: join(&written[core.clone()]),
            core_key: key(&folded[core]),
        }
    }
}

/// A name without the mark of a footnote in brackets behind it: `(1)`, `[a]`. Other letters there may stand for a type.
fn without_footnote(name: &str) -> &str {
    let within = name.strip_suffix([')', ']']).and_then(|name| name.rsplit_once(['(', '[']));
    let is_mark = |mark: &str| matches!(mark.as_bytes(), [b'0'..=b'9' | b'a'..=b'e'] | [b'0'..=b'9', b'0'..=b'9']);
    within.filter(|(front, mark)| !front.is_empty() && is_mark(mark)).map_or(name, |(front, _)| front)
}

/// The type that a name says behind a sign, and the words it takes.
fn type_behind(name: &str) -> Option<(usize, UnitType)> {
    let (_, behind) = name.trim_end_matches([')', '.']).rsplit_once([',', '(', '-', '–', '/'])?;
    let words = fold(behind);
    let words: Vec<&str> = words.split(' ').collect();
    let marker = BEHIND.iter().find(|marker| **marker == words)?;
    TYPES.iter().find(|(own, _)| own == marker).map(|(_, kind)| (marker.len(), *kind))
}

/// The key of folded words, as [`squash`](crate::text::squash) makes it of their text.
fn key(folded: &[String]) -> String {
    folded.iter().filter(|word| *word != "va").map(String::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::squash;

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
        case("P. Lào Cai, tỉnh Lào Cai", Some(UnitType::Phuong), "Lào Cai");
        case("X.Bắc Hà", Some(UnitType::Xa), "Bắc Hà");
        case("Bảo Yên, huyện", Some(UnitType::Huyen), "Bảo Yên");
        case("Sa Pa (thị xã)", Some(UnitType::ThiXa), "Sa Pa");
        case("UBND Sa Pa (TX)", Some(UnitType::ThiXa), "Sa Pa");
        case("Lào Cai - Thành phố", Some(UnitType::ThanhPho), "Lào Cai");
        case("Bắc Hà, thị trấn", Some(UnitType::ThiTran), "Bắc Hà");
        case("huyện Bắc Hà (thị trấn)", Some(UnitType::Huyen), "Bắc Hà thị trấn");
        case("Sở VH, TT", None, "Sở VH TT");
        case("Bảo Yên huyện", None, "Bảo Yên huyện");
        case("(huyện)", None, "huyện");
        case("Lào Cai", None, "Lào Cai");
        case("UBND Lào Cai", None, "Lào Cai");
        case("1. UBND huyện Bảo Yên", Some(UnitType::Huyen), "Bảo Yên");
        case("UBND tỉnh Lào Cai", None, "tỉnh");
        case("Sở Nội vụ tỉnh Lào Cai", None, "Sở Nội vụ");
        case("Thành phố", None, "Thành phố");
        case(&"Bắc Hà ".repeat(100), None, ""); // no name is so long
        case("", None, "");
        for mark in ["(1)", " [12]", "¹", " (a)", " (*)", "**", "†"] {
            case(
                &format!("UBND huyện Bảo Yên{mark}"),
                Some(UnitType::Huyen),
                if mark == "¹" { "Bảo Yên¹" } else { "Bảo Yên" },
            );
        }
        case("UBND Sa Pa (p)", None, "Sa Pa p");
        case("Đội (123)", None, "Đội 123");
        case("(1)", None, "1");
    }

    #[test]
    fn a_branch_of_the_land_registry_is_no_district() {
        #[track_caller]
        fn case(written: &str, area: Option<&str>) {
            let name = Name::parse(written);
            let found = (name.kind == Some(UnitType::LandRegistry)).then_some(name.core.as_str());
            assert_eq!(found, area, "{written:?}");
        }
        case("Chi nhánh VPĐKĐĐ huyện Bắc Hà", Some("Bắc Hà"));
        case("CN Văn phòng Đăng ký đất đai H. Bắc Hà, tỉnh Lào Cai", Some("Bắc Hà"));
        case("VPĐK đất đai - Chi nhánh Bắc Hà", Some("Bắc Hà"));
        case("Chi nhánh VPĐKĐĐ khu vực Bắc Hà", Some("Bắc Hà"));
        case("VPĐKĐĐ Bắc Hà", Some("Bắc Hà"));
        case("Chi nhánh VPĐKĐĐ TP Lào Cai", Some("Lào Cai"));
        case("Chi nhánh VPĐKĐĐ Lào Cai", Some("Lào Cai"));
        case("VPĐKĐĐ Lào Cai", None); // the city's branch, or the province's registry
        case("Văn phòng đăng ký đất đai tỉnh Lào Cai", None);
        case("Văn phòng đăng ký đất đai", None);
        case("Chi nhánh VPĐKĐĐ xã Bắc Hà", None);
        case("Chi nhánh Ngân hàng huyện Bắc Hà", None);
    }

    #[test]
    fn a_body_called_by_its_level_keeps_it() {
        let name = Name::parse("Công an tỉnh Lào Cai");
        assert_eq!((name.whole.as_str(), name.of_province.as_deref()), ("Công an", Some("Công an tỉnh")));
        assert_eq!(Name::parse("Công an (Lào Cai)").of_province, None);
    }

    #[test]
    fn the_keys_are_those_of_the_texts() {
        for written in
            ["UBND huyện Bảo Yên", "Sở NN&PTNT", "Sở NN và PTNT, tỉnh Lào Cai", "Mươ\u{300}ng n\u{308}i", "tỉ lệ", ""]
        {
            let name = Name::parse(written);
            assert_eq!(name.whole_key, squash(&name.whole), "{written:?}");
            assert_eq!(name.core_key, squash(&name.core), "{written:?}");
        }
    }
}
