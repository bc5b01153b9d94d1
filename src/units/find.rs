//! From a name as written to the unit it means. What folding makes alike is accepted only where one unit is meant;
//! everything else is a suggestion, for an officer to decide.

use super::Bare;
use super::Catalogue;
use super::Unit;
use super::UnitId;
use super::UnitType;
use super::name::Name;
use crate::domain::Group;
use crate::text::same_letters;
use crate::text::squash;

/// Suggestions shown for a name that is not found.
const SUGGESTIONS: usize = 3;

/// What a name turned out to mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// One unit of the catalogue.
    Unit {
        /// Which.
        id: UnitId,
        /// How its name was spelt.
        spelling: Spelling,
    },
    /// None for certain; the units whose names come close.
    Unknown {
        /// The closest first, at most three.
        suggestions: Vec<UnitId>,
    },
}

/// How the name of a unit was spelt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// As the catalogue lists it, or in one of the usual variants.
    AsListed,
    /// With another type than the unit has: `huyện Sa Pa` for a town.
    WrongType,
    /// With other marks: `Báo Yên` for Bảo Yên.
    OtherMarks,
}

impl Catalogue {
    /// The unit a name means. `group` is the one a section row of the file has set: it is tried first.
    #[must_use]
    pub fn find(&self, written: &str, group: Option<Group>) -> Found {
        let name = Name::parse(written);
        match self.meant(&name, group) {
            Some((unit, spelling)) => Found::Unit { id: unit.id.clone(), spelling },
            None => Found::Unknown { suggestions: self.suggestions(&name) },
        }
    }

    /// Whether a name means a unit for certain.
    #[must_use]
    pub fn knows(&self, written: &str) -> bool {
        self.meant(&Name::parse(written), None).is_some()
    }

    /// The one unit that a name means for certain.
    fn meant(&self, name: &Name, group: Option<Group>) -> Option<(&Unit, Spelling)> {
        if name.core.is_empty() {
            return None;
        }
        let key = squash(&name.whole);
        if let Some(unit) = self.units.iter().find(|unit| unit.keys.contains(&key)) {
            let listed = unit.names().any(|listed| same_letters(listed, &name.whole));
            return Some((unit, if listed { Spelling::AsListed } else { Spelling::OtherMarks }));
        }
        let core = squash(&name.core);
        let candidates: Vec<(&Unit, Spelling)> =
            self.units.iter().filter_map(|unit| Some((unit, unit.is_meant_by(name, &core)?))).collect();
        let within: Vec<_> = candidates.iter().filter(|(unit, _)| Some(unit.group) == group).collect();
        match (within.as_slice(), candidates.as_slice()) {
            ([one], _) => Some(**one),
            ([], [one]) => Some(*one),
            _ => None,
        }
    }

    /// The units whose names come close to a name that is not found.
    fn suggestions(&self, name: &Name) -> Vec<UnitId> {
        if name.core.is_empty() {
            return Vec::new();
        }
        let (core, whole) = (squash(&name.core), squash(&name.whole));
        let mut close: Vec<(usize, &Unit)> = self
            .units
            .iter()
            .filter_map(|unit| {
                let allowed = |key: &str| if key.chars().count() >= 10 { 2 } else { 1 };
                let distance = |one: &str, other: &str| {
                    // Each edit changes the length by one at the most: most names are told apart by that alone.
                    if one.len().abs_diff(other.len()) > allowed(one) {
                        return None;
                    }
                    Some(strsim::damerau_levenshtein(one, other)).filter(|distance| *distance <= allowed(one))
                };
                let near = distance(&core, &unit.core).or_else(|| distance(&whole, &unit.keys[0]))?;
                Some((near, unit))
            })
            .collect();
        close.sort_by_key(|(distance, _)| *distance);
        close.into_iter().take(SUGGESTIONS).map(|(_, unit)| unit.id.clone()).collect()
    }
}

impl Unit {
    /// All names the unit is listed under.
    fn names(&self) -> impl Iterator<Item = &str> {
        [&self.name, &self.code].into_iter().chain(&self.aliases).map(String::as_str).filter(|name| !name.is_empty())
    }

    /// Whether a name in its parts means this unit, and how it spells it. `core` is the key of its core.
    fn is_meant_by(&self, name: &Name, core: &str) -> Option<Spelling> {
        if core != self.core && !self.keys.iter().any(|key| key == core) {
            return None;
        }
        let own = Name::parse(&self.name).core;
        let same = same_letters(&own, &name.core) || self.aliases.iter().any(|alias| same_letters(alias, &name.core));
        match name.kind {
            Some(kind) if kind == self.kind => Some(if same { Spelling::AsListed } else { Spelling::OtherMarks }),
            // A town called a district is the same town; a commune of that name is another unit.
            Some(kind) => (same_level(kind, self.kind) && self.bare != Bare::Never).then_some(Spelling::WrongType),
            None => match self.bare {
                Bare::Never => None,
                Bare::Exact => (own.to_lowercase() == name.core.to_lowercase()).then_some(Spelling::AsListed),
                Bare::Folded => Some(if same { Spelling::AsListed } else { Spelling::OtherMarks }),
            },
        }
    }
}

/// Whether two types are of one level of administration.
fn same_level(one: UnitType, other: UnitType) -> bool {
    let district = |kind| matches!(kind, UnitType::Huyen | UnitType::ThiXa | UnitType::ThanhPho);
    let commune = |kind| matches!(kind, UnitType::Xa | UnitType::Phuong | UnitType::ThiTran);
    (district(one) && district(other)) || (commune(one) && commune(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn found(written: &str, id: &str, spelling: Spelling) {
        match Catalogue::laocai_2023().find(written, None) {
            Found::Unit { id: found, spelling: how } => {
                assert_eq!((found.as_str(), how), (id, spelling), "{written:?}");
            }
            unknown @ Found::Unknown { .. } => panic!("{written:?}: {unknown:?}"),
        }
    }

    #[track_caller]
    fn unknown(written: &str, suggested: &[&str]) {
        match Catalogue::laocai_2023().find(written, None) {
            Found::Unknown { suggestions } => {
                assert_eq!(suggestions.iter().map(UnitId::as_str).collect::<Vec<_>>(), suggested, "{written:?}");
            }
            found @ Found::Unit { .. } => panic!("{written:?}: {found:?}"),
        }
    }

    #[test]
    fn the_usual_variants_of_a_name_mean_the_same_unit() {
        for written in [
            "UBND huyện Bảo Yên",
            "Bảo Yên",
            "H. Bảo Yên",
            "H.Bảo Yên",
            "huyen bao yen",
            "BẢO YÊN",
            "UBND H Bảo Yên - tỉnh Lào Cai",
        ] {
            found(written, "bao-yen", Spelling::AsListed);
        }
        for written in
            ["UBND TP Lào Cai", "TP.Lào Cai", "Thành phố Lào Cai", "TPLC", "UBND thành phố Lào Cai, tỉnh Lào Cai"]
        {
            found(written, "tp-lao-cai", Spelling::AsListed);
        }
        for written in ["TX Sa Pa", "TX SaPa", "UBND T.X Sa Pa", "Sapa", "Sa\u{200b}Pa", "Thị xã Sa Pa"] {
            found(written, "sa-pa", Spelling::AsListed);
        }
        found("Xi Ma Cai", "si-ma-cai", Spelling::AsListed);
        found("UBND huyện Mươ\u{300}ng Khương", "muong-khuong", Spelling::AsListed);
        found("M.Khương", "muong-khuong", Spelling::AsListed);
    }

    #[test]
    fn departments_are_found_by_name_and_abbreviation() {
        for (written, id) in [
            ("Sở NN&PTNT", "snn"),
            ("Sở Nông nghiệp và PTNT", "snn"),
            ("Sở GTVT XD", "sgtvt-xd"),
            ("SGTVT-XD", "sgtvt-xd"),
            ("Sở LĐ-TB&XH", "sldtbxh"),
            ("LĐTB và XH", "sldtbxh"),
            ("Sở VH,TT", "svhtt"),
            ("Sở KH&ĐT", "skhdt"),
            ("Sở Kế hoạch - Đầu tư", "skhdt"),
            ("Sở Tư pháp tỉnh Lào Cai", "stp"),
            ("VPUBND", "vpubnd"),
        ] {
            found(written, id, Spelling::AsListed);
        }
    }

    #[test]
    fn a_wrong_type_within_the_level_is_told() {
        found("UBND huyện Sa Pa", "sa-pa", Spelling::WrongType);
        found("TP Bắc Hà", "bac-ha", Spelling::WrongType);
    }

    #[test]
    fn other_marks_are_told() {
        found("UBND huyện Báo Yên", "bao-yen", Spelling::OtherMarks);
        found("huyện Văn Bản", "van-ban", Spelling::OtherMarks);
    }

    #[test]
    fn what_means_more_than_one_thing_is_never_guessed() {
        unknown("Lào Cai", &["tp-lao-cai"]); // the province, the city or, since 2025, a ward
        unknown("huyện Lào Cai", &["tp-lao-cai"]);
        unknown("văn bản", &["van-ban"]); // a word of every letter
        found("Văn Bàn", "van-ban", Spelling::AsListed);
        unknown("phường Sa Pa", &["sa-pa"]); // another unit, of the level below
        unknown("Bảo Yến Nhi", &[]);
        unknown("Chi nhánh VPĐKĐĐ huyện Bắc Hà", &[]); // a land registry, not the district
        unknown("UBND huyện Bắt Xát Hạ", &["bat-xat"]); // two letters away from nine
        unknown("UBND huyện Mường Khươngg", &["muong-khuong"]);
        unknown("UBND huyện Yên Bình", &[]);
        unknown("12345", &[]);
    }
}
