//! From a name as written to the unit it means. What folding makes alike is accepted only where one unit is meant;
//! everything else is a suggestion, for an officer to decide.

use super::Catalogue;
use super::Unit;
use super::UnitId;
use super::UnitType;
use super::kind::Bare;
use super::name::Name;
use crate::domain::Group;
use crate::text::same_letters;
use crate::text::small;
use crate::text::squash;

/// Offices that every level has, by their squashed names: among districts or communes they are those of the unit above.
const OF_EVERY_LEVEL: [&str; 5] = ["vanphongubnd", "vanphonguybannhandan", "vpubnd", "thanhtra", "thanhtranhanuoc"];

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
    /// The unit a name means, or a unit's code. `group` is the one a section row of the file has set: it is tried first.
    #[must_use]
    pub fn find(&self, written: &str, group: Option<Group>) -> Found {
        let name = Name::parse(written);
        match self.meant(written, &name, group) {
            Some((unit, spelling)) => Found::Unit { id: unit.id.clone(), spelling },
            None => Found::Unknown { suggestions: self.suggested(written, &name, group) },
        }
    }

    /// The unit a name or code means for certain; looks for no suggestions.
    #[must_use]
    pub fn certain(&self, written: &str, group: Option<Group>) -> Option<&Unit> {
        self.meant(written, &Name::parse(written), group).map(|(unit, _)| unit)
    }

    /// Whether a name or code means a unit for certain.
    #[must_use]
    pub fn knows(&self, written: &str) -> bool {
        Self::any_knows(std::iter::once(self), written)
    }

    /// Whether a name or code means a unit of one of these catalogues for certain; it is taken apart once.
    #[must_use]
    pub fn any_knows<'own>(mut catalogues: impl Iterator<Item = &'own Self>, written: &str) -> bool {
        let name = Name::parse(written);
        catalogues.any(|catalogue| catalogue.meant(written, &name, None).is_some())
    }

    /// The one unit that a name means for certain: by the officer's word, by code, as listed, by type and core.
    fn meant(&self, written: &str, name: &Name, group: Option<Group>) -> Option<(&Unit, Spelling)> {
        if let Some(unit) = self.remembered(written).or_else(|| self.with_code(written)) {
            return Some((unit, Spelling::AsListed));
        }
        if name.core.is_empty() {
            return None;
        }
        let province = name.of_province.as_ref().map(|text| (text, squash(text)));
        let wholes = [Some((&name.whole, name.whole_key.clone())), province];
        for (whole, key) in wholes.into_iter().flatten() {
            let listed = self.index.listed(&key);
            if let Some((at, unit)) =
                listed.map(|at| (at, &self.units[at])).filter(|(_, unit)| unit.may_stand(name, group))
            {
                let same = unit.names().any(|listed| same_letters(listed, whole)) || self.is_called(at, name);
                return Some((unit, if same { Spelling::AsListed } else { Spelling::OtherMarks }));
            }
        }
        let candidates: Vec<(&Unit, Spelling)> = self
            .index
            .with_core(&name.core_key)
            .iter()
            .filter(|at| self.units[**at].may_stand(name, group))
            .filter_map(|at| Some((&self.units[*at], self.means(*at, name)?)))
            .collect();
        let within: Vec<_> = candidates.iter().filter(|(unit, _)| Some(unit.group) == group).collect();
        match (within.as_slice(), candidates.as_slice()) {
            ([one], _) => Some(**one),
            ([], [one]) => Some(*one),
            _ => None,
        }
    }

    /// Whether the core of a name has the letters, marks included, of a unit's own or of an alias.
    fn is_called(&self, at: usize, name: &Name) -> bool {
        let alias = |alias: &String| same_letters(alias, &name.core);
        same_letters(&self.index.spelt(at).core, &name.core) || self.units[at].aliases.iter().any(alias)
    }

    /// Whether a name whose core is a unit's means it, and how it spells it.
    fn means(&self, at: usize, name: &Name) -> Option<Spelling> {
        let unit = &self.units[at];
        let spelling = || if self.is_called(at, name) { Spelling::AsListed } else { Spelling::OtherMarks };
        match name.kind {
            Some(kind) if kind == unit.kind => Some(spelling()),
            // A town called a district is the same town; a commune of that name is another unit. Of communes this does
            // not hold: before July 2025 there were wards and communes of one name, and towns within the new communes.
            Some(kind) => {
                let same_town = kind.is_district() && unit.kind.is_district() && unit.bare != Bare::Never;
                same_town.then_some(Spelling::WrongType)
            }
            None if unit.kind == UnitType::LandRegistry => None,
            None => match unit.bare {
                Bare::Never => None,
                Bare::Exact => {
                    let same = small(&self.index.spelt(at).core) == small(&name.core);
                    same.then_some(Spelling::AsListed)
                }
                Bare::Folded => Some(spelling()),
            },
        }
    }
}

impl Unit {
    /// Whether a section of the file leaves room for this unit under a name. `Bắc Hà` among communes is no district, nor
    /// the other way round; `Bắc Hà` among branches of the land registry is neither.
    fn may_stand(&self, name: &Name, group: Option<Group>) -> bool {
        match (group, self.group) {
            (Some(Group::CapHuyen), Group::CapXa) | (Some(Group::CapXa), Group::CapHuyen) => name.kind.is_some(),
            (Some(Group::Khac), Group::CapHuyen | Group::CapXa) => name.committee,
            (Some(Group::CapHuyen | Group::CapXa), Group::SoNganh) => {
                name.of_province.is_some() || !OF_EVERY_LEVEL.contains(&name.whole_key.as_str())
            }
            _ => true,
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    #[track_caller]
    pub(crate) fn check(
        catalogue: &str,
        written: &str,
        group: Option<Group>,
        expected: Result<(&str, Spelling), &[&str]>,
    ) {
        let id = |id: &str| UnitId::new(id).unwrap();
        let expected = match expected {
            Ok((unit, spelling)) => Found::Unit { id: id(unit), spelling },
            Err(suggested) => Found::Unknown { suggestions: suggested.iter().map(|unit| id(unit)).collect() },
        };
        assert_eq!(Catalogue::by_id(catalogue).unwrap().find(written, group), expected, "{written:?}");
    }

    #[track_caller]
    fn found(written: &str, id: &str, spelling: Spelling) {
        check("laocai-2023", written, None, Ok((id, spelling)));
    }

    #[track_caller]
    pub(crate) fn unknown(written: &str, suggested: &[&str]) {
        check("laocai-2023", written, None, Err(suggested));
    }

    #[track_caller]
    fn found_2025(written: &str, id: &str, spelling: Spelling) {
        check("laocai-2025", written, None, Ok((id, spelling)));
    }

    #[track_caller]
    pub(crate) fn unknown_2025(written: &str, suggested: &[&str]) {
        check("laocai-2025", written, None, Err(suggested));
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
        unknown("phường Sa Pa", &[]); // another unit, of the level below: its figures are not the town's
        unknown("Bảo Yến Nhi", &[]);
        unknown("UBND huyện Bắt Xát Hạ", &["bat-xat"]); // two letters away from nine
        unknown("UBND huyện Mường Khươngg", &["muong-khuong"]);
        unknown("UBND huyện Yên Bình", &[]);
        unknown("12345", &[]);
    }

    #[test]
    fn offices_that_name_a_district_are_not_the_district() {
        found("Chi nhánh VPĐKĐĐ huyện Bắc Hà", "vpdkdd-bac-ha", Spelling::AsListed);
        found("VPĐK đất đai - Chi nhánh TX Sa Pa", "vpdkdd-sa-pa", Spelling::AsListed);
        found("Chi nhánh Văn phòng đăng ký đất đai thành phố Lào Cai", "vpdkdd-lao-cai", Spelling::AsListed);
        found("Văn phòng Đăng ký đất đai tỉnh Lào Cai", "vpdkdd", Spelling::AsListed);
        found("Công an tỉnh Lào Cai", "cong-an", Spelling::AsListed);
        found("BHXH tỉnh", "bhxh", Spelling::AsListed);
        found("Cục Thuế tỉnh Lào Cai", "thue", Spelling::AsListed);
        for written in ["Công an huyện Bắc Hà", "BHXH thị xã Sa Pa", "Phòng Tư pháp Bắc Hà"] {
            unknown(written, &[]);
        }
        found("Chi nhánh VPĐKĐĐ huyện Bắc Há", "vpdkdd-bac-ha", Spelling::OtherMarks);
        unknown("Chi nhánh VPĐKĐĐ huyện Bắc Hàa", &["vpdkdd-bac-ha"]);
        unknown("huyện Bắc Hàa", &["bac-ha"]);
        unknown("VPĐKĐĐ Lào Cai", &[]); // the city's branch, or the province's registry
    }

    #[test]
    fn a_section_decides_what_a_bare_name_may_mean() {
        use Group::CapHuyen;
        use Group::CapXa;
        use Group::Khac;
        let listed = Spelling::AsListed;
        check("laocai-2023", "Bắc Hà", Some(CapHuyen), Ok(("bac-ha", listed)));
        // Among communes Bắc Hà is the town of that name, Sapa its ward.
        check("laocai-2023", "Bắc Hà", Some(CapXa), Err(&["bac-ha"]));
        check("laocai-2023", "Sapa", Some(CapXa), Err(&["sa-pa"]));
        check("laocai-2023", "UBND huyện Bắc Hà", Some(CapXa), Ok(("bac-ha", listed)));
        // Among branches of the land registry it is a branch, which its name does not say for certain.
        check("laocai-2023", "Bắc Hà", Some(Khac), Err(&["vpdkdd-bac-ha", "bac-ha"]));
        check("laocai-2023", "huyện Bắc Hà", Some(Khac), Err(&["vpdkdd-bac-ha", "bac-ha"]));
        check("laocai-2023", "UBND huyện Bắc Hà", Some(Khac), Ok(("bac-ha", listed)));
        check("laocai-2025", "Bắc Hà", Some(CapXa), Ok(("xa-bac-ha", listed)));
        // Each of them has an office and inspectors of its own.
        for group in [CapHuyen, CapXa] {
            check("laocai-2023", "Văn phòng UBND", Some(group), Err(&[]));
            check("laocai-2023", "Thanh tra", Some(group), Err(&[]));
            check("laocai-2023", "Thanh tra tỉnh", Some(group), Ok(("ttt", listed)));
            check("laocai-2023", "Văn phòng UBND, tỉnh Lào Cai", Some(group), Ok(("vpubnd", listed)));
        }
        check("laocai-2023", "Thanh tra", Some(Group::SoNganh), Ok(("ttt", listed)));
        check("laocai-2023", "Văn phòng UBND", None, Ok(("vpubnd", listed)));
        check("laocai-2025", "Bắc Hà", Some(CapHuyen), Err(&["xa-bac-ha"]));
    }

    #[test]
    fn of_2025_a_name_that_was_a_districts_means_the_commune_only_without_the_old_type() {
        for (bare, id) in [
            ("Bắc Hà", "xa-bac-ha"),
            ("Bát Xát", "xa-bat-xat"),
            ("Bảo Thắng", "xa-bao-thang"),
            ("Bảo Yên", "xa-bao-yen"),
            ("Mường Khương", "xa-muong-khuong"),
            ("Si Ma Cai", "xa-si-ma-cai"),
            ("Văn Bàn", "xa-van-ban"),
            ("Sa Pa", "phuong-sa-pa"),
            ("Nghĩa Lộ", "phuong-nghia-lo"),
            ("Lục Yên", "xa-luc-yen"),
            ("Mù Cang Chải", "xa-mu-cang-chai"),
            ("Trạm Tấu", "xa-tram-tau"),
            ("Trấn Yên", "xa-tran-yen"),
            ("Văn Chấn", "xa-van-chan"),
            ("Yên Bình", "xa-yen-binh"),
        ] {
            found_2025(bare, id, Spelling::AsListed);
            // A district's figures are those of several communes.
            unknown_2025(&format!("huyện {bare}"), &[]);
            unknown_2025(&format!("TX {bare}"), &[]);
            unknown_2025(&format!("UBND thị trấn {bare}"), &[id]);
        }
        // The two provinces, their cities and two wards.
        for (bare, id) in [("Lào Cai", "phuong-lao-cai"), ("Yên Bái", "phuong-yen-bai")] {
            unknown_2025(bare, &[id]);
            unknown_2025(&format!("TP {bare}"), &[]);
            found_2025(&format!("phường {bare}"), id, Spelling::AsListed);
            found_2025(&format!("P.{bare}, tỉnh Lào Cai"), id, Spelling::AsListed);
        }
        unknown_2025("văn bản", &["xa-van-ban"]);
        unknown_2025("Trung tâm", &["phuong-trung-tam"]); // a word, and a commune of before that is not the ward
        unknown_2025("xã Trung Tâm", &["phuong-trung-tam"]);
        unknown_2025("UBND tỉnh Lào Cai", &[]);
    }

    #[test]
    fn of_2025_the_spellings_of_lists_are_known() {
        found_2025("Xã Xuân Á i", "xa-xuan-ai", Spelling::AsListed);
        found_2025("Bảo Á i", "xa-bao-ai", Spelling::AsListed);
        found_2025("UBND xã Nậm Chầy", "xa-nam-chay", Spelling::AsListed);
        found_2025("Xuân Hoà", "xa-xuan-hoa", Spelling::AsListed);
        found_2025("X. Y Tí", "xa-y-ty", Spelling::AsListed);
        found_2025("xã Bảo Hã", "xa-bao-ha", Spelling::OtherMarks);
        found_2025("Sở NN và MT", "snnmt", Spelling::AsListed);
        found_2025("Sở VH, TT&DL", "svhttdl", Spelling::AsListed);
    }
}
