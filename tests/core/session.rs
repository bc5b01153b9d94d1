//! A session saved and loaded is the same work: the same report, the same bytes, and nothing of citizens.

use crate::support;
use crate::support::cases;
use crate::support::catalogue;
use crate::support::run_case;
use sohoa::analysis::Report;
use sohoa::analysis::SessionError;
use sohoa::analysis::SessionFile;
use sohoa::analysis::Settings;
use sohoa::analysis::Snapshot;
use sohoa::analysis::Written;
use sohoa::analysis::assess;
use sohoa::analysis::read_session;
use sohoa::analysis::write_session;
use sohoa::export::report_json;
use sohoa::export::report_text;

fn session(report: &Report) -> SessionFile {
    let (files, settings) = (report.files.clone(), report.settings.clone());
    SessionFile { files, settings, periods: vec![Snapshot::of(report, "kỳ này.csv")] }
}

#[test]
fn every_case_saved_and_loaded_gives_the_same_report_and_the_same_bytes() {
    for case in cases() {
        let report = run_case(&case);
        // A session has no file of settings beside it, and tells of no line in one.
        let settings = Settings { written: Written::default(), ..report.settings };
        let report = assess(&report.files, &catalogue(), &settings);
        let text = write_session(&session(&report));
        let loaded = read_session(&text).unwrap_or_else(|error| panic!("{case}: {error}"));
        let again = assess(&loaded.files, &catalogue(), &loaded.settings);
        assert_eq!(report_json(&again), report_json(&report), "{case}");
        assert_eq!(report_text(&again), report_text(&report), "{case}");
        assert_eq!(loaded.settings, report.settings, "{case}");
        assert_eq!(write_session(&loaded), text, "{case}");
    }
}

#[test]
fn a_session_in_blocks_of_any_size_comes_to_an_end() {
    let path = format!("{}/tests/cases/dossiers-of-a-session-beside-a-list", env!("CARGO_MANIFEST_DIR"));
    let session = std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path());
    let session = session.into_iter().find(|path| path.extension().is_some_and(|ending| ending == "json")).unwrap();
    let bytes = std::fs::read(session).unwrap();
    for block in 1..810 {
        assert!(support::gather("a.json", &bytes[..2048], block, &Settings::default()).is_err(), "{block}");
    }
}

#[test]
fn a_session_keeps_no_citizens_no_codes_of_dossiers_and_no_signatures() {
    for (case, personal) in [
        ("dossiers-that-stand-twice", "230410-0001"),
        ("dossiers-that-stand-twice", "Nguyễn Văn A"),
        ("dossiers-with-digitisation", "230410-0001"),
        ("dossiers-with-digitisation", "Nguyễn Văn A"),
        ("signature-and-recipients-below", "CHÁNH VĂN PHÒNG"),
    ] {
        let report = run_case(case);
        let files = support::names_in(&support::path(&format!("tests/cases/{case}")));
        let given = files.iter().any(|file| support::source(&format!("tests/cases/{case}/{file}")).contains(personal));
        let kept = write_session(&session(&report)).contains(personal);
        assert!(!kept, "{case} keeps {personal}");
        assert!(given, "{case} has no {personal} to begin with");
    }
}

#[test]
fn a_file_that_is_damaged_altered_newer_or_another_is_refused_with_its_own_sentence() {
    let text = write_session(&session(&run_case("letter-appendix-tab")));
    let refused = |text: &str| read_session(text).map(|_| ()).unwrap_err();
    let half = &text[..text.char_indices().nth(text.chars().count() / 2).unwrap().0];
    assert!(matches!(refused(half), SessionError::Damaged { line } if line > 10));
    assert_eq!(refused(&text.replacen("72.3", "73.3", 1)), SessionError::Altered);
    assert_eq!(refused(&text.replacen("\"version\": 1", "\"version\": 2", 1)), SessionError::Newer { found: 2 });
    for other in ["", "{}", "[1]", "STT;Tên đơn vị", "{\"kind\": \"sohoa-corrections\", \"version\": 1}"] {
        assert_eq!(refused(other), SessionError::OtherFile, "{other}");
    }
    for error in [SessionError::Damaged { line: 3 }, SessionError::Altered, SessionError::Newer { found: 2 }] {
        assert!(error.to_string().contains("giữ nguyên"), "{error}");
    }
    // Other line breaks and spaces are the same session.
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert!(read_session(&format!("\u{feff}{value}")).is_ok());
}

#[test]
fn dossiers_of_a_session_beside_a_list_are_told_since_both_may_hold_the_same() {
    let report = run_case("dossiers-with-digitisation");
    let loaded = read_session(&write_session(&session(&report))).unwrap();
    let both: Vec<_> = loaded.files.iter().chain(&report.files).cloned().collect();
    let told = |report: &Report| report.notices.count(sohoa::notices::NoticeCode::DossiersFromSession);
    assert_eq!(told(&assess(&both, &catalogue(), &report.settings)), 2);
    assert_eq!(told(&assess(&loaded.files, &catalogue(), &report.settings)), 0);
}
