//! The command as scripts meet it: exit status, standard output and error, the keys of its JSON.

use crate::support;
use crate::support::command::LETTER;
use crate::support::command::keys;
use crate::support::command::run;
use crate::support::command::sohoa;
use crate::support::command::temporary;
use serde_json::Value;

#[test]
fn a_report_is_text_unless_json_is_asked_for() {
    let (status, text, complaints) = run(&["report", LETTER]);
    assert_eq!((status, complaints.as_str()), (0, ""));
    assert_eq!(text, support::source("tests/cases/letter-appendix-tab/expected.txt"));
    assert_eq!(run(&["report", LETTER, "--format", "text"]).1, text);
    let (status, json, complaints) = run(&["report", "--format", "json", LETTER]);
    assert_eq!((status, complaints.as_str()), (0, ""));
    assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), support::json(&support::run_case("letter-appendix-tab")));
}

#[test]
fn an_own_catalogue_says_which_units_there_are() {
    let own = "danh mục;tinh-mau\ntên danh mục;Tỉnh mẫu\nmã;tên;loại;nhóm\nthac-la;UBND xã Thác Lạ;xã;Cấp xã\n";
    let own_path = temporary("danh-muc.csv", own.as_bytes());
    let table = temporary("thac-la.csv", "Đơn vị;Tỷ lệ số hóa hồ sơ\nXã Thác Lạ;53,1%\n".as_bytes());
    let (table, own_path) = (table.to_str().unwrap(), own_path.to_str().unwrap());
    let units = |arguments: &[&str]| {
        let (status, json, complaints) = run(&[&["report", table, "--format", "json"], arguments].concat());
        assert_eq!((status, complaints.as_str()), (0, ""));
        let report: Value = serde_json::from_str(&json).unwrap();
        report["units"]
            .as_array()
            .unwrap()
            .iter()
            .map(|unit| unit["id"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(units(&[]), Vec::<String>::new());
    assert_eq!(units(&["--catalogue", own_path]), ["thac-la"]);
    let broken = temporary("danh-muc-hong.csv", own.replace(";xã;", ";làng;").as_bytes());
    let (status, _, complaints) = run(&["report", table, "--catalogue", broken.to_str().unwrap()]);
    assert_eq!(status, 2);
    assert!(complaints.contains("Dòng 4, cột «loại»: «làng»"), "{complaints}");
}

#[test]
fn the_same_files_give_the_same_bytes() {
    for format in ["text", "json"] {
        let arguments = ["report", LETTER, "--format", format];
        assert_eq!(sohoa(&arguments).stdout, sohoa(&arguments).stdout);
    }
}

#[test]
fn the_json_has_the_keys_scripts_rely_on() {
    let files = ["tests/cases/unknown-and-missing-units/thieu-huyen.csv", LETTER];
    let (_, json, _) = run(&["report", "--format", "json", files[0], files[1]]);
    let report: Value = serde_json::from_str(&json).unwrap();
    // Additions to what was promised: as_of, copies_period, provisional, settings, version; of a unit: written; of a file: sheet.
    let expected = "as_of catalogue comparison copies_period differences files missing_units notices period province provisional rules \
        settings units unmatched version weights what_if";
    assert_eq!(keys(&report).join(" "), expected);
    assert_eq!(keys(&report["period"]), ["from", "to"]);
    assert_eq!(keys(&report["province"]), ["percent", "source"]);
    for unit in report["units"].as_array().unwrap() {
        let expected = "certified_copies components copies_note explanation few_dossiers figures group id name percent percent_note \
            percent_source rank shortfall total written";
        assert_eq!(keys(unit).join(" "), expected);
        let expected = "by_rounding copies dossiers_a dossiers_b dossiers_backlog dossiers_both dossiers_d dossiers_new \
            percent_points points reasons";
        assert_eq!(keys(&unit["shortfall"]).join(" "), expected);
        let expected = "both completed completed_e_result received received_digitised reused";
        assert_eq!(keys(&unit["figures"]).join(" "), expected);
    }
    assert_eq!(keys(&report["unmatched"][0]), ["file", "name", "row", "sheet", "suggestions"]);
    let expected = "columns data_rows delimiter encoding format header_row name sha256 shape sheet skipped_rows";
    assert_eq!(keys(&report["files"][0]).join(" "), expected);
    assert_eq!(keys(&report["files"][0]["columns"][0]), ["header", "index", "meaning"]);
    assert_eq!(keys(&report["notices"][0]), ["code", "count", "places", "severity"]);
    assert_eq!(keys(&report["notices"][0]["places"][0]), ["column", "file", "found", "row", "sheet"]);
}

#[test]
fn the_json_of_the_letter_has_the_promised_values() {
    let (_, json, _) = run(&["report", "--format", "json", LETTER]);
    let report: Value = serde_json::from_str(&json).unwrap();
    let unit = &report["units"][7];
    assert_eq!(unit["id"], "van-ban");
    assert_eq!(unit["group"], "cap-huyen");
    assert_eq!(unit["percent"], "49"); // decimals are strings, as exact as the source
    assert_eq!(unit["percent_source"], "reported");
    assert_eq!(unit["certified_copies"], 678); // counts are integers
    assert!(report["province"]["percent"].is_null() && report["province"]["source"].is_null());
    let file = &report["files"][0];
    assert_eq!(file["name"], "phu-luc.txt");
    assert_eq!(file["format"], "csv");
    assert_eq!(file["delimiter"], "\t");
    // sha256sum tests/cases/letter-appendix-tab/phu-luc.txt
    assert_eq!(file["sha256"], "70a8c281988f13bd547ef98b238659049b296beb1fc9c878bea5d2ea54832560");
    assert_eq!(file["columns"][2]["index"], 3); // counted from 1, as rows are
    assert_eq!(report["notices"][0]["severity"], "warning");
    assert!(report["notices"][0]["places"][0]["sheet"].is_null());
}

#[test]
fn a_report_over_some_broken_files_succeeds_and_complains_about_each() {
    let broken = temporary("anh.csv", b"\x89PNG\r\n\x1a\n");
    let empty = temporary("rong.csv", b"");
    let (status, text, complaints) = run(&["report", broken.to_str().unwrap(), LETTER, empty.to_str().unwrap()]);
    assert_eq!(status, 0);
    assert!(text.contains("UBND huyện Bảo Yên"));
    let complaints: Vec<&str> = complaints.lines().collect();
    assert!(
        matches!(complaints[..], [png, nothing] if png.starts_with("anh.csv: Tệp là ảnh PNG")
        && nothing.starts_with("rong.csv: Tệp rỗng")),
        "{complaints:?}"
    );
}

#[test]
fn without_any_table_the_status_is_1_and_nothing_is_printed() {
    let empty = temporary("khong.csv", b"\n\n");
    for arguments in [
        vec!["report", empty.to_str().unwrap()],
        vec!["report", "--format", "json", empty.to_str().unwrap(), "no-such-file.csv"],
        vec!["inspect", empty.to_str().unwrap()],
        vec!["report", "src"], // a folder
    ] {
        let (status, text, complaints) = run(&arguments);
        assert_eq!((status, text.as_str()), (1, ""), "{arguments:?}");
        let files = arguments.iter().skip(1).filter(|argument| !matches!(**argument, "--format" | "json")).count();
        assert_eq!(complaints.lines().count(), files, "a sentence per file: {complaints}");
        assert!(!complaints.contains("os error"), "{complaints}");
    }
}

#[test]
fn wrong_usage_has_status_2_and_is_explained_in_vietnamese() {
    let limits = temporary("sai-nguong.toml", b"[thresholds]\nrate-low = 101\n");
    let word = temporary("sai-chu.toml", b"limit = 5\n");
    let bracket = temporary("sai-ngoac.toml", b"[");
    let letters = temporary("sai-bang-ma.toml", b"group = \"c\xcep-x\xcf\"");
    let mut wrong = Vec::new();
    for arguments in [
        vec![],
        vec!["rank", LETTER],
        vec!["report"],
        vec!["inspect"],
        vec!["inspect", LETTER, LETTER],
        vec!["report", LETTER, "--format"],
        vec!["report", LETTER, "--format", "pdf"],
        vec!["report", LETTER, "--colour"],
        vec!["report", LETTER, "--notices"],
        vec!["report", LETTER, "--notices", "luu-y.pdf"],
        vec!["report", LETTER, "--notices", "luu-y"],
        vec!["inspect", LETTER, "--notices", "luu-y.csv"],
        vec!["report", LETTER, "--settings", "no-such-settings.toml"],
        vec!["report", LETTER, "--settings", limits.to_str().unwrap()],
        vec!["report", LETTER, "--settings", word.to_str().unwrap()],
        vec!["report", LETTER, "--settings", bracket.to_str().unwrap()],
        vec!["report", LETTER, "--settings", letters.to_str().unwrap()],
    ] {
        let (status, text, complaints) = run(&arguments);
        assert_eq!((status, text.as_str()), (2, ""), "{arguments:?}");
        assert!(complaints.contains("sohoa report"), "the usage is shown: {arguments:?}");
        let sentence = complaints.lines().next().unwrap_or_default();
        let foreign = ["os error", " option", "argument", "missing", "expected", "unknown", "invalid", "cannot"];
        if foreign.iter().any(|word| sentence.contains(word)) {
            wrong.push(format!("{arguments:?}: {sentence}"));
        }
    }
    assert!(wrong.is_empty(), "a parser's English reaches the officer:\n{}", wrong.join("\n"));
}

#[test]
fn help_is_no_wrong_usage() {
    for arguments in [["--help"], ["-h"]] {
        let (status, text, complaints) = run(&arguments);
        assert_eq!((status, complaints.as_str()), (0, ""));
        assert!(text.contains("sohoa report") && text.contains("sohoa inspect"));
    }
}

#[test]
fn settings_change_the_report_in_either_spelling() {
    let json =
        temporary("nguong.json", r#"{"thresholds": {"rate-low": "55 %", "count-very-low": "1.200"}}"#.as_bytes());
    let case = "tests/cases/settings-with-other-limits";
    let expected = support::source(&format!("{case}/expected.txt"));
    // As Notepad saves «Unicode».
    let text = std::fs::read_to_string(format!("{case}/settings.toml")).unwrap();
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let wide = temporary("thiet-lap-unicode.toml", &[b"\xff\xfe", units.as_slice()].concat());
    for settings in
        [format!("{case}/settings.toml"), json.to_str().unwrap().to_owned(), wide.to_str().unwrap().to_owned()]
    {
        let (status, text, _) = run(&["report", &format!("{case}/phu-luc.csv"), "--settings", &settings]);
        assert_eq!((status, text.as_str()), (0, expected.as_str()), "{settings}");
    }
}
