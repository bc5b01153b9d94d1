//! Every usual way to write a unit's name means that unit, in every era: prefix × type × marks × capitals × suffix. What
//! could be two things may stay unknown; never does a name mean another unit.

use std::collections::BTreeMap;

use super::tries;
use proptest::prelude::*;
use sohoa::domain::Group;
use sohoa::text::fold;
use sohoa::units::Catalogue;
use sohoa::units::Found;
use sohoa::units::Spelling;
use sohoa::units::Unit;
use sohoa::units::UnitType;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

const PREFIXES: [&str; 4] = ["", "UBND ", "Ủy ban nhân dân ", "Uỷ ban nhân dân "];
const SUFFIXES: [&str; 5] = ["", " - tỉnh Lào Cai", ", tỉnh Lào Cai", " (Lào Cai)", ", tỉnh Lào Cai, Việt Nam"];

/// The ways to write a type before a name; the last is none at all.
fn types(kind: UnitType) -> &'static [&'static str] {
    match kind {
        UnitType::Huyen => &["huyện ", "H. ", "H.", "H ", "Huyện ", ""],
        UnitType::ThiXa => &["thị xã ", "TX ", "TX. ", "TX.", "T.X ", "Thị xã ", ""],
        UnitType::ThanhPho => &["thành phố ", "TP ", "TP. ", "TP.", "T.P ", "thành Phố ", ""],
        UnitType::Xa => &["xã ", "X. ", "X.", "X ", "Xã ", ""],
        UnitType::Phuong => &["phường ", "P. ", "P.", "P ", "Phường ", ""],
        _ => &[""],
    }
}

/// What a name without its type may mean.
#[derive(Clone, Copy, PartialEq)]
enum Alone {
    /// The unit, with or without marks.
    Unit,
    /// The unit with all its marks; without them a word of every letter.
    WithMarks,
    /// Nothing for certain.
    Unsure,
}

/// The names that are no unit's without their types, and those that need their marks.
fn alone(core: &str) -> Alone {
    match core {
        // Two provinces, their cities and two wards; any centre.
        "Lào Cai" | "Yên Bái" | "Trung Tâm" => Alone::Unsure,
        // “văn bản”, and the last word of the national motto.
        "Văn Bàn" | "Hạnh Phúc" => Alone::WithMarks,
        _ => Alone::Unit,
    }
}

fn without_marks(text: &str) -> String {
    let plain: String = text.nfd().filter(|letter| !is_combining_mark(*letter)).collect();
    plain.replace('đ', "d").replace('Đ', "D")
}

/// The name as it stands, in capitals, in small letters, in parts, and without marks.
fn spellings(written: &str) -> [(String, bool); 5] {
    [
        (written.to_owned(), true),
        (written.to_uppercase(), true),
        (written.to_lowercase(), true),
        (written.nfd().collect(), true),
        (without_marks(written), false),
    ]
}

/// The own name of a district or commune.
fn core(unit: &Unit) -> Option<&str> {
    ["UBND huyện ", "UBND thị xã ", "UBND thành phố ", "UBND xã ", "UBND phường "]
        .into_iter()
        .find_map(|before| unit.name.strip_prefix(before))
}

#[test]
fn every_usual_spelling_of_a_district_or_commune_means_it_and_is_as_listed() {
    for (catalogue, units) in [("laocai-2023", 9), ("laocai-2025-03", 9), ("laocai-2025", 99)] {
        let catalogue = Catalogue::by_id(catalogue).unwrap();
        let named: Vec<(&Unit, &str)> = catalogue.units().iter().filter_map(|unit| Some((unit, core(unit)?))).collect();
        assert_eq!(named.len(), units);
        let mut wrong = Vec::new();
        let mut tried = 0;
        for (turn, (unit, core)) in named.into_iter().enumerate() {
            let ways = types(unit.kind).iter().flat_map(|kind| PREFIXES.map(|prefix| (prefix, *kind)));
            let ways = ways.flat_map(|(prefix, kind)| SUFFIXES.map(|suffix| (prefix, kind, suffix)));
            for (way, (prefix, kind, suffix)) in ways.enumerate() {
                let spellings = spellings(&format!("{prefix}{kind}{core}{suffix}"));
                // Nine units are tried in every spelling of every way, ninety-nine take turns.
                let taken = |at: &usize| units == 9 || *at == (way + turn) % spellings.len();
                for (spelling, marks) in (0..spellings.len()).filter(taken).map(|at| &spellings[at]) {
                    tried += 1;
                    let sure = !kind.is_empty()
                        || match alone(core) {
                            Alone::Unit => true,
                            Alone::WithMarks => *marks,
                            Alone::Unsure => false,
                        };
                    let found = catalogue.find(spelling, None);
                    let right = match &found {
                        Found::Unit { id, spelling: Spelling::AsListed } => *id == unit.id && sure,
                        Found::Unit { .. } => false,
                        Found::Unknown { .. } => !sure,
                    };
                    if !right {
                        wrong.push(format!("{spelling:?}: {found:?}"));
                    }
                }
            }
        }
        assert!(tried > if units == 9 { 5_000 } else { 11_000 }, "{tried}");
        assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
    }
}

#[test]
fn every_usual_spelling_of_other_units_means_them_whatever_joins_their_words() {
    for catalogue in Catalogue::all() {
        for unit in catalogue.units().iter().filter(|unit| core(unit).is_none()) {
            for name in unit.names() {
                for joint in [" và ", " & ", "&", " - ", ", "] {
                    for suffix in ["", " tỉnh Lào Cai", " - tỉnh Lào Cai", " (Lào Cai)"] {
                        // “Công an tỉnh” is called by its level; no list writes “tỉnh tỉnh Lào Cai”.
                        let name = name.strip_suffix(" tỉnh").filter(|_| suffix.contains("tỉnh")).unwrap_or(name);
                        let written = format!("{}{suffix}", name.replace(" và ", joint));
                        // Whatever joins the words, they are joined: the first joint is tried in every spelling.
                        let tried = if joint == " và " { 5 } else { 1 };
                        for (spelling, _) in spellings(&written).into_iter().take(tried) {
                            let found = catalogue.find(&spelling, None);
                            let means =
                                matches!(&found, Found::Unit { id, spelling: Spelling::AsListed } if *id == unit.id);
                            assert!(means, "{}: {spelling:?}: {found:?}", catalogue.id);
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn the_names_of_one_level_are_distinct_even_without_marks() {
    let catalogue = Catalogue::by_id("laocai-2025").unwrap();
    let communes = catalogue.units().iter().filter(|unit| unit.group == Group::CapXa);
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    for unit in communes {
        let name = core(unit).unwrap();
        assert_eq!(names.insert(fold(name).replace(' ', ""), name), None, "{name}");
        // The id is the type and the folded name.
        let kind = if unit.kind == UnitType::Phuong { "phuong" } else { "xa" };
        assert_eq!(unit.id.as_str(), format!("{kind}-{}", without_marks(name).to_lowercase().replace(' ', "-")));
        assert!(unit.gso.len() == 5 && unit.gso.starts_with('0'), "{name}: {}", unit.gso);
        assert_eq!(catalogue.find_code(&unit.gso), Some(unit));
    }
    assert_eq!(names.len(), 99);
}

#[test]
fn a_name_of_one_era_means_no_other_level_in_the_next() {
    let [first, second, third] = Catalogue::all();
    for district in first.units().iter().filter(|unit| unit.group == Group::CapHuyen) {
        let name = core(district).unwrap();
        for kind in types(district.kind).iter().filter(|kind| !kind.is_empty()) {
            for prefix in PREFIXES {
                let written = format!("{prefix}{kind}{name}");
                assert!(!third.knows(&written), "{written} in 2025");
                assert!(second.knows(&written), "{written} in the spring of 2025");
            }
        }
    }
    for commune in third.units().iter().filter(|unit| unit.group == Group::CapXa) {
        for written in [commune.name.clone(), commune.name.replace("UBND ", ""), without_marks(&commune.name)] {
            assert!(!first.knows(&written) && !second.knows(&written), "{written} before");
        }
        // A branch of the land registry for the same area is not the commune.
        let branch = format!("Chi nhánh VPĐKĐĐ {}", core(commune).unwrap());
        assert!(
            !matches!(third.find(&branch, None), Found::Unit { id, .. } if id == commune.id),
            "{branch} is the commune"
        );
    }
}

proptest! {
    #![proptest_config(tries(32))]

    #[test]
    fn any_text_is_looked_up_and_any_text_is_tried_as_a_catalogue(text in ".{0,60}") {
        let catalogue = &Catalogue::all()[2];
        let known = catalogue.knows(&text);
        prop_assert_eq!(matches!(catalogue.find(&text, None), Found::Unit { .. }), known);
        let _ = catalogue.find_code(&text);
        let told = Catalogue::from_csv(&text).unwrap_err();
        prop_assert!(!told.problems.is_empty());
    }

    #[test]
    fn a_catalogue_edited_anywhere_is_refused_with_a_place_or_survives_its_export(
        line in 0_usize..30,
        cell in 0_usize..18,
        edit in "[a-zđ0-9 ;,|\"=.*/-]{0,8}",
    ) {
        let text = Catalogue::all()[0].to_csv();
        let lines = text.lines().enumerate().map(|(at, kept)| {
            let mut cells: Vec<&str> = kept.split(';').collect();
            if at == line && cell < cells.len() {
                cells[cell] = &edit;
            }
            cells.join(";") + "\n"
        });
        let edited: String = lines.collect();
        match Catalogue::from_csv(&edited) {
            Ok(catalogue) => prop_assert!(Catalogue::from_csv(&catalogue.to_csv()) == Ok(catalogue)),
            Err(error) => prop_assert!(error.to_string().to_lowercase().contains("dòng "), "{}", error),
        }
    }
}
