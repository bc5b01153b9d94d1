//! The catalogues: every code, field, warning and limit has one word, a sentence, a source, and a case that shows it.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::support::cases;
use crate::support::json;
use crate::support::lines::plain;
use crate::support::run_case;
use crate::support::source;
use sohoa::analysis::Settings;
use sohoa::columns::Field;
use sohoa::columns::Reading;
use sohoa::domain::Group;
use sohoa::intake::Encoding;
use sohoa::notices::NoticeCode;
use sohoa::notices::Severity;
use sohoa::text::day;
use sohoa::text::fold;
use sohoa::units::Catalogue;
use sohoa::warnings;

/// What the cases show, over all of them: notice codes, meanings of columns, encodings, notes.
#[derive(Default)]
struct Shown {
    notices: BTreeMap<String, BTreeSet<String>>,
    meanings: BTreeSet<String>,
    encodings: BTreeSet<String>,
    shapes: BTreeSet<String>,
    notes: BTreeMap<String, (usize, usize)>,
}

fn shown() -> Shown {
    let mut shown = Shown::default();
    for case in cases() {
        let report = json(&run_case(&case));
        let list = |value: &serde_json::Value| value.as_array().unwrap().clone();
        for notice in list(&report["notices"]) {
            shown.notices.entry(plain(&notice["code"])).or_default().insert(case.clone());
        }
        for file in list(&report["files"]) {
            shown.meanings.extend(list(&file["columns"]).iter().map(|column| plain(&column["meaning"])));
            shown.encodings.extend(file["encoding"].as_str().map(str::to_owned));
            shown.shapes.insert(plain(&file["shape"]));
        }
        for unit in list(&report["units"]) {
            for (value, note) in [("percent", "percent_note"), ("certified_copies", "copies_note")] {
                let (fires, silent) = shown.notes.entry(note.to_owned()).or_default();
                *fires += usize::from(!unit[note].is_null());
                *silent += usize::from(unit[note].is_null() && !unit[value].is_null());
            }
        }
    }
    shown
}

/// Whether a stable word is one: small letters, digits, single hyphens between them.
fn is_word(code: &str, joint: char) -> bool {
    code.split(joint)
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

/// Whether a sentence is one an officer can read: it begins large, ends with a full stop, and holds Vietnamese letters.
fn is_sentence(sentence: &str) -> bool {
    sentence.starts_with(char::is_uppercase)
        && sentence.ends_with('.')
        && sentence.split(' ').count() >= 3
        && sentence.chars().any(|letter| !letter.is_ascii() && letter.is_alphabetic())
}

#[test]
fn every_notice_fires_in_a_case() {
    let fired = shown().notices;
    let silent: Vec<&str> =
        NoticeCode::ALL.into_iter().map(NoticeCode::code).filter(|code| !fired.contains_key(*code)).collect();
    assert!(silent.is_empty(), "no case shows {silent:?}");
    // And each is silent in most cases: none fires whatever the file.
    let all = cases().len();
    for (code, cases) in &fired {
        assert!(cases.len() * 6 <= all, "{code} fires in {cases:?}");
    }
}

#[test]
fn the_letters_appendix_fires_two_notices_and_no_other() {
    let report = run_case("letter-appendix-tab");
    for code in NoticeCode::ALL {
        let expected = u64::from(matches!(code, NoticeCode::PercentSignRepeated | NoticeCode::UnitTypeConflict));
        assert_eq!(report.notices.count(code), expected, "{}", code.code());
    }
}

#[test]
fn every_notice_has_a_word_of_its_own_and_says_what_was_seen_what_it_means_and_what_to_do() {
    let mut codes = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for code in NoticeCode::ALL {
        assert!(is_word(code.code(), '-'), "{}", code.code());
        assert!(codes.insert(code.code()), "{} stands twice", code.code());
        assert!(seen.insert(code.seen()), "two notices say: {}", code.seen());
        for sentence in [code.seen(), code.effect(), code.remedy()] {
            assert!(is_sentence(sentence), "{}: {sentence}", code.code());
        }
    }
}

#[test]
fn a_notice_that_costs_a_figure_is_an_error_and_says_so() {
    for code in [
        NoticeCode::FileUnreadable,
        NoticeCode::NumberUnreadable,
        NoticeCode::CountNotWhole,
        NoticeCode::PercentNegative,
        NoticeCode::NumbersAmbiguous,
        NoticeCode::ColumnsAmbiguous,
        NoticeCode::FigureConflict,
        NoticeCode::RowMisaligned,
        NoticeCode::FormulaWithoutValue,
    ] {
        assert_eq!(code.severity(), Severity::Error, "{}", code.code());
    }
}

#[test]
fn the_words_for_severity_are_those_of_the_contract() {
    let codes = [Severity::Error, Severity::Warning, Severity::Info].map(Severity::code);
    assert_eq!(codes, ["error", "warning", "info"]);
    assert!(NoticeCode::ALL.into_iter().all(|code| !code.severity().label().is_empty()));
}

#[test]
fn every_field_has_a_word_of_its_own_and_a_case_that_shows_it() {
    let shown = shown().meanings;
    let mut codes = BTreeSet::new();
    let mut labels = BTreeSet::new();
    for field in Field::all() {
        assert!(is_word(field.code(), '_') && codes.insert(field.code()), "{}", field.code());
        assert!(labels.insert(field.label()), "{}", field.label());
        assert!(field == Field::None || shown.contains(field.code()), "no case shows {}", field.code());
        // The word of a field is also its word in settings.
        let settings = format!("[columns.\"cột\"]\nmeaning = \"{}\"\n", field.code());
        assert!(Settings::parse(&settings).is_ok(), "{settings}");
    }
    for reading in [Reading::Percent, Reading::Share, Reading::Count, Reading::Points] {
        let settings = format!("[columns.\"cột\"]\nnumbers = \"{}\"\n", reading.code());
        assert!(Settings::parse(&settings).is_ok(), "{settings}");
    }
}

#[test]
fn every_encoding_and_shape_is_shown_by_a_case() {
    let shown = shown();
    let encodings = [
        Encoding::Utf8,
        Encoding::Utf16Le,
        Encoding::Utf16Be,
        Encoding::Windows1258,
        Encoding::Tcvn3,
        Encoding::Vni,
        Encoding::Windows1252,
    ];
    let encodings: BTreeSet<String> = encodings.map(|encoding| encoding.code().to_owned()).into();
    assert_eq!(shown.encodings, encodings);
    let shapes: BTreeSet<String> =
        ["appendix", "certified-copies", "dossiers", "index", "summary"].map(str::to_owned).into();
    assert_eq!(shown.shapes, shapes);
}

#[test]
fn every_warning_fires_in_a_case_and_is_silent_in_another() {
    let notes = shown().notes;
    assert_eq!(notes.len(), warnings::ALL.len());
    for (note, (fires, silent)) in notes {
        assert!(fires > 0 && silent > 0, "{note} fires {fires} times and is silent {silent} times");
    }
}

#[test]
fn every_warning_has_a_file_of_its_own_that_tells_why_under_five_headings() {
    let mut codes = BTreeSet::new();
    let mut words = BTreeSet::new();
    for card in warnings::ALL {
        assert!(is_word(card.code, '-') && codes.insert(card.code), "{}", card.code);
        assert!(words.insert(fold(card.word)) && !card.measure.is_empty(), "{}", card.word);
        let text = source(&format!("src/warnings/{}.rs", card.code.replace('-', "_")));
        let headings: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("//! # ")).collect();
        let expected = ["What it says", "Why it matters", "When it fires", "Example", "Source"];
        assert_eq!(headings, expected, "{}", card.code);
    }
}

#[test]
fn every_limit_has_a_source_with_a_day_and_a_word_in_the_settings() {
    for card in warnings::ALL {
        assert!(day(card.source.since).is_some(), "{}: {}", card.code, card.source.since);
        assert!(card.source.text.chars().count() > 40, "{}", card.source.text);
        let settings = Settings::parse(&format!("[thresholds]\n{} = 1\n", card.code)).unwrap();
        assert_ne!(settings, Settings::default(), "{} does not move its limit", card.code);
    }
    // 50 lies between the letter's 49,5 and 53,1, 1.000 between its 678 and 1.112.
    let limits = Settings::default().thresholds;
    assert_eq!((limits.rate_low.to_string(), limits.count_very_low), ("50".to_owned(), 1000));
}

#[test]
fn the_catalogue_of_units_keeps_the_ids_scripts_rely_on() {
    let catalogue = Catalogue::laocai_2023();
    let ids = |group: Group| -> BTreeSet<&str> {
        catalogue.units().iter().filter(|unit| unit.group == group).map(|unit| unit.id.as_str()).collect()
    };
    let districts = "bac-ha bao-thang bao-yen bat-xat muong-khuong sa-pa si-ma-cai tp-lao-cai van-ban";
    assert!(ids(Group::CapHuyen).into_iter().eq(districts.split(' ')));
    let departments =
        "bdt bqlkkt sct sdl sgddt sgtvt-xd skhcn skhdt sldtbxh sngv snn snv stc stnmt stp stttt svhtt syt ttt vpubnd";
    assert!(ids(Group::SoNganh).into_iter().eq(departments.split(' ')));
    for unit in Catalogue::all().into_iter().flat_map(Catalogue::units) {
        assert!(is_word(unit.id.as_str(), '-') && !unit.name.is_empty(), "{}", unit.id.as_str());
        assert!(unit.short.chars().count() <= 20, "{} is too long for a chart", unit.short);
    }
    for group in Group::ALL {
        assert_eq!(Group::from_code(group.code()), Some(group));
    }
}
