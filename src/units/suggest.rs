//! What a name that is not found may have meant. Nothing here is ever taken for certain: an officer decides.

use super::Catalogue;
use super::UnitCode;
use super::UnitId;
use super::UnitType;
use super::name::Name;
use crate::domain::Group;
use crate::domain::sort;
use crate::text::same_letters;
use crate::text::tidy;

/// Suggestions shown for a name that is not found.
const SUGGESTIONS: usize = 3;

/// Offices of a unit that serve citizens for it.
const OFFICES: [&str; 12] = [
    "Trung tâm Phục vụ hành chính công",
    "Trung tâm Hành chính công",
    "Trung tâm PVHCC",
    "TTPVHCC",
    "TT PVHCC",
    "Bộ phận Tiếp nhận và Trả kết quả",
    "Bộ phận Một cửa",
    "Văn phòng HĐND và UBND",
    "HĐND và UBND",
    "Văn phòng",
    "VP HĐND và UBND",
    "VP",
];

/// What stands behind a unit's name where it is no part of it.
const BEHIND: [&str; 3] = [" tỉnh", " (cập nhật)", " (mới)"];

/// The name of the unit whose office this is, or a name without what stands behind it.
fn of_office(written: &str) -> Option<&str> {
    // The office's name is as long in capitals as in small letters.
    let begins = |office: &&str| {
        let letters = written.char_indices().nth(office.chars().count()).map(|(end, _)| written.split_at(end));
        letters.filter(|(front, _)| same_letters(front, office)).map(|(_, unit)| unit.trim())
    };
    let ends = |behind: &&str| written.strip_suffix(*behind).map(str::trim);
    let found = OFFICES.iter().find_map(begins).or_else(|| BEHIND.iter().find_map(ends));
    let found = found.or_else(|| behind_code(written)).or_else(|| before_place(written));
    found.map(without_council).filter(|unit| !unit.is_empty())
}

/// The name of a unit without the council that has its office in common with it: `HĐND&UBND huyện Bảo Yên`.
fn without_council(unit: &str) -> &str {
    let unit = unit.trim_start_matches(['.', ' ']);
    unit.strip_prefix("HĐND").map_or(unit, |rest| rest.trim_start_matches(['&', '-', '–', ',', '.', '/', ' ']))
}

/// A name behind its unit's code: `H38.22 - UBND huyện Bảo Thắng`. Whether the code is this unit's only an officer knows.
fn behind_code(written: &str) -> Option<&str> {
    let (code, name) = written.split_once([' ', '-', '–', ':', '_'])?;
    UnitCode::parse(code)?;
    Some(name.trim_start_matches(['-', '–', ':', '_', ' ']))
}

/// A name before the place it lies in: `UBND xã Trịnh Tường, huyện Bát Xát`.
fn before_place(written: &str) -> Option<&str> {
    written.split_once([',', '(']).map(|(unit, _)| unit.trim())
}

impl Catalogue {
    /// What an unknown name may have meant: of the name of an office the unit that it serves.
    pub(super) fn suggested(&self, written: &str, name: &Name, group: Option<Group>) -> Vec<UnitId> {
        let suggestions = self.suggestions(name, group);
        if !suggestions.is_empty() {
            return suggestions;
        }
        let tidied = tidy(written);
        let Some(unit) = of_office(&tidied) else { return suggestions };
        match self.certain(unit, group) {
            Some(unit) => vec![unit.id.clone()],
            None => self.suggestions(&Name::parse(unit), group),
        }
    }

    /// The units whose names come close to a name that is not found, or that have replaced the office it names.
    fn suggestions(&self, name: &Name, group: Option<Group>) -> Vec<UnitId> {
        if name.core.is_empty() {
            return Vec::new();
        }
        let registry = name.kind == Some(UnitType::LandRegistry);
        let allowed = |key: &str| match key.chars().count() {
            0..4 => 0,
            4..10 => 1,
            _ => 2,
        };
        let distance = |one: &str, other: &str| {
            // Each edit changes the length by one at the most: most names are told apart by that alone.
            if one.len().abs_diff(other.len()) > allowed(one) {
                return None;
            }
            Some(strsim::damerau_levenshtein(one, other)).filter(|distance| *distance <= allowed(one))
        };
        let replaced = self.index.successors_of(&name.whole_key);
        let mut close: Vec<(bool, usize, usize)> = replaced.iter().map(|at| (false, 0, *at)).collect();
        for (at, unit) in self.units.iter().enumerate() {
            let own = self.index.spelt(at);
            // A branch of the land registry bears a district's name: neither is suggested for the other.
            let fits = match unit.kind {
                UnitType::LandRegistry => registry || group == Some(Group::Khac),
                _ => !registry,
            };
            // The figures of a commune must not come to a district that is called like it, nor the other way round.
            let fits = fits
                && name.kind.is_none_or(|kind| {
                    !(kind.is_district() && unit.kind.is_commune() || kind.is_commune() && unit.kind.is_district())
                });
            if fits
                && let Some(near) =
                    distance(&name.core_key, &own.core_key).or_else(|| distance(&name.whole_key, &own.whole_key))
            {
                close.push((group.is_some_and(|group| group != unit.group), near, at));
            }
        }
        // Where a name is right but for its type or marks, names that are merely like it say nothing.
        if close.iter().any(|(_, near, _)| *near == 0) {
            close.retain(|(_, near, _)| *near == 0);
        }
        // Those of the section's group first, then the closest.
        sort(&mut close);
        let mut suggestions: Vec<UnitId> = Vec::new();
        for (_, _, at) in close {
            let id = &self.units[at].id;
            if suggestions.len() < SUGGESTIONS && !suggestions.contains(id) {
                suggestions.push(id.clone());
            }
        }
        suggestions
    }
}

#[cfg(test)]
mod tests {
    use crate::units::Spelling;
    use crate::units::find::tests::check;
    use crate::units::find::tests::unknown;
    use crate::units::find::tests::unknown_2025;

    #[test]
    fn an_office_of_a_unit_suggests_the_unit_it_serves() {
        unknown("Bộ phận Một cửa huyện Bắc Hà", &["bac-ha"]);
        unknown("Ban Dân tộc tỉnh", &["bdt"]);
        unknown("UBND thị xã Sa Pa (cập nhật)", &["sa-pa"]);
        unknown("VP HĐND&UBND huyện Bảo Yên", &["bao-yen"]);
        unknown("VP HĐND và UBND thị xã Sa Pa", &["sa-pa"]);
        unknown("Văn phòng HĐND - UBND huyện Bắc Hà", &["bac-ha"]);
        unknown("VP.UBND huyện Bắc Hà", &["bac-ha"]);
        unknown("H38.22 - UBND huyện Bảo Thắng", &["bao-thang"]);
        unknown("000.00.22.H38: UBND huyện Bảo Thắng", &["bao-thang"]);
        unknown_2025("Trung tâm Phục vụ hành chính công xã Bảo Hà", &["xa-bao-ha"]);
        unknown_2025("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG SA PA", &["phuong-sa-pa"]);
        unknown_2025("Trung tâm PVHCC xã Cốc San", &["xa-coc-san"]);
        unknown_2025("HĐND và UBND xã Gia Hội", &["xa-gia-hoi"]);
        unknown_2025("Xã Tả Van (mới)", &["xa-ta-van"]);
        unknown_2025("UBND xã Trịnh Tường, huyện Bát Xát", &["xa-trinh-tuong"]);
        unknown("Văn phòng phẩm", &[]);
    }

    #[test]
    fn an_office_that_is_no_more_suggests_what_it_went_into() {
        for era in ["laocai-2025-03", "laocai-2025"] {
            check(era, "Sở Kế hoạch và Đầu tư", None, Err(&["stc"]));
            check(era, "SNN&PTNT", None, Err(&["snnmt"]));
            check(era, "Sở Tài nguyên và Môi trường tỉnh Lào Cai", None, Err(&["snnmt"]));
        }
        unknown("Sở Nông nghiệp và Môi trường", &[]); // of a later era
        check("laocai-2025-03", "UBND huyện Bắc Hà", None, Ok(("bac-ha", Spelling::AsListed)));
    }
}
