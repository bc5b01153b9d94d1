//! The command as scripts meet it: exit status, standard output and error, the keys of its JSON.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::path::PathBuf;
use std::process::Command;
use std::process::Output;

use serde_json::Value;
use sohoa::documents::appendix;
use sohoa::documents::findings;
use sohoa::documents::letter;
use sohoa::export::problems;
use sohoa::export::problems_xlsx;
use sohoa::export::ranking;
use sohoa::export::ranking_plain;
use sohoa::export::report_xlsx;
use sohoa::export::to_csv_with_method;
use sohoa::export::to_docx;
use sohoa::export::to_html;
use support::path;

/// The letter's appendix.
const LETTER: &str = "tests/cases/letter-appendix-tab/phu-luc.txt";

/// Runs the command in the package's folder.
fn sohoa(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sohoa")).args(arguments).current_dir(path("")).output().unwrap()
}

/// Status, standard output and standard error of a run.
fn run(arguments: &[&str]) -> (i32, String, String) {
    let Output { status, stdout, stderr } = sohoa(arguments);
    let text = |bytes| String::from_utf8(bytes).expect("the command speaks UTF-8");
    (status.code().expect("it ends by itself"), text(stdout), text(stderr))
}

/// A file of this run's own, with these bytes.
fn temporary(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// The keys of an object, in order of the alphabet.
#[track_caller]
fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

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
    // Additions to what was promised: copies_period, settings, version; of a unit: written; of a file: sheet.
    let expected = "catalogue comparison copies_period differences files missing_units notices period province rules settings units unmatched version weights what_if";
    assert_eq!(keys(&report).join(" "), expected);
    assert_eq!(keys(&report["period"]), ["from", "to"]);
    assert_eq!(keys(&report["province"]), ["percent", "source"]);
    for unit in report["units"].as_array().unwrap() {
        let expected = "certified_copies components copies_note explanation figures group id name percent percent_note \
            percent_source rank shortfall total written";
        assert_eq!(keys(unit).join(" "), expected);
        let expected = "by_rounding copies dossiers_a dossiers_b dossiers_backlog dossiers_both dossiers_d dossiers_new \
            percent_points points reasons";
        assert_eq!(keys(&unit["shortfall"]).join(" "), expected);
        let expected = "both completed completed_e_result received received_digitised reused";
        assert_eq!(keys(&unit["figures"]).join(" "), expected);
    }
    assert_eq!(keys(&report["unmatched"][0]), ["file", "name", "row", "suggestions"]);
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
    }
}

#[test]
fn wrong_usage_has_status_2_and_is_explained_in_vietnamese() {
    let limits = temporary("sai-nguong.toml", b"[thresholds]\nrate-low = 101\n");
    let word = temporary("sai-chu.toml", b"limit = 5\n");
    let bracket = temporary("sai-ngoac.toml", b"[");
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
    ] {
        let (status, text, complaints) = run(&arguments);
        assert_eq!((status, text.as_str()), (2, ""), "{arguments:?}");
        assert!(complaints.contains("sohoa report"), "the usage is shown: {arguments:?}");
        let sentence = complaints.lines().next().unwrap_or_default();
        let foreign = [" option", "argument", "missing", "expected", "unknown", "invalid", "cannot"];
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
fn a_report_is_written_where_it_is_asked_for() {
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("ket-qua.json");
    let (status, text, complaints) = run(&["report", LETTER, "--format", "json", "--out", out.to_str().unwrap()]);
    assert_eq!((status, text.as_str(), complaints.as_str()), (0, "", ""));
    assert_eq!(std::fs::read(out).unwrap(), sohoa(&["report", LETTER, "--format", "json"]).stdout);
    let (status, text, complaints) = run(&["report", LETTER, "--out", "no-such-folder/ket-qua.txt"]);
    assert_eq!((status, text.as_str()), (2, ""));
    assert_eq!(complaints, "Không ghi được kết quả vào «no-such-folder/ket-qua.txt»: không có thư mục này.\n");
    // A text that is called a document, and a sheet of one unit that is asked for as one.
    for arguments in
        [&["report", LETTER, "--out", "ket-qua.docx"][..], &["report", LETTER, "--unit", "bac-ha", "--format", "json"]]
    {
        let (status, text, complaints) = run(arguments);
        assert!(status == 2 && text.is_empty() && complaints.contains("--format"), "{complaints}");
    }
}

#[test]
fn a_report_never_overwrites_what_it_was_made_from() {
    let table = support::source(LETTER);
    for option in ["--out", "--save"] {
        let input = temporary(&format!("khong-ghi-de{option}.txt"), table.as_bytes());
        let (status, text, complaints) = run(&["report", input.to_str().unwrap(), option, input.to_str().unwrap()]);
        assert_eq!((status, text.as_str()), (2, ""), "{option}");
        assert!(complaints.contains("Không ghi đè lên tệp được đọc"), "{complaints}");
        assert_eq!(std::fs::read_to_string(&input).unwrap(), table);
    }
    // Settings and a catalogue are the office's own work.
    let settings = temporary("khong-ghi-de.toml", b"[thresholds]\nrate-low = 40\n");
    let path = settings.to_str().unwrap();
    let (status, _, complaints) = run(&["report", LETTER, "--settings", path, "--out", path]);
    assert!(status == 2 && complaints.contains("Không ghi đè"), "{complaints}");
    assert_eq!(std::fs::read(&settings).unwrap(), b"[thresholds]\nrate-low = 40\n");
    // Of two results in one file the first would be lost.
    let (status, _, complaints) = run(&["report", LETTER, "--out", "cung-ten.csv", "--notices", "./cung-ten.csv"]);
    assert!(status == 2 && complaints.contains("Hai kết quả"), "{complaints}");
    // A session may be saved over itself.
    let session = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("ghi-de-phien.json");
    let path = session.to_str().unwrap();
    assert_eq!(run(&["report", LETTER, "--save", path]).0, 0);
    assert_eq!(run(&["report", path, "--save", path]).0, 0);
}

#[test]
fn what_was_noticed_is_written_beside_the_report() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let report = support::run_case("letter-appendix-tab");
    for (name, expected) in [
        ("luu-y.csv", to_csv_with_method(&problems(&report), &report)),
        ("luu-y.XLSX", problems_xlsx(&report)),
        ("luu-y.docx", to_docx(&findings(&report))),
    ] {
        let out = folder.join(name);
        let (status, text, complaints) = run(&["report", LETTER, "--notices", out.to_str().unwrap()]);
        assert_eq!((status, complaints.as_str()), (0, ""));
        assert_eq!(text, support::source("tests/cases/letter-appendix-tab/expected.txt"));
        assert!(std::fs::read(out).unwrap() == expected, "{name}");
    }
    let (status, text, complaints) = run(&["report", LETTER, "--notices", "no-such-folder/luu-y.csv"]);
    assert_eq!((status, text.as_str()), (2, ""));
    assert!(complaints.starts_with("Không ghi được kết quả"), "{complaints}");
}

#[test]
fn settings_change_the_report_in_either_spelling() {
    let json =
        temporary("nguong.json", r#"{"thresholds": {"rate-low": "55 %", "count-very-low": "1.200"}}"#.as_bytes());
    let case = "tests/cases/settings-with-other-limits";
    let expected = support::source(&format!("{case}/expected.txt"));
    for settings in [format!("{case}/settings.toml"), json.to_str().unwrap().to_owned()] {
        let (status, text, _) = run(&["report", &format!("{case}/phu-luc.csv"), "--settings", &settings]);
        assert_eq!((status, text.as_str()), (0, expected.as_str()), "{settings}");
    }
}

#[test]
fn inspect_shows_what_was_made_of_a_file_and_its_first_twenty_data_rows() {
    let rows = (1..=25).map(|row| format!("{row};Xã số {row};{row},5%\n")).collect::<Vec<_>>().concat();
    let file = temporary("xa.csv", format!("Biểu số 1\nSTT;Tên đơn vị;Tỷ lệ số hóa hồ sơ\n\n{rows}").as_bytes());
    let (status, json, complaints) = run(&["inspect", file.to_str().unwrap()]);
    assert_eq!((status, complaints.as_str()), (0, ""));
    let file: Value = serde_json::from_str(&json).unwrap();
    let expected =
        "columns data_rows delimiter encoding format header_row name preview sha256 shape sheet skipped_rows";
    assert_eq!(keys(&file).join(" "), expected);
    assert_eq!((file["header_row"].as_u64(), file["data_rows"].as_u64()), (Some(2), Some(25)));
    assert_eq!(file["skipped_rows"], 2); // the title and the blank line
    let preview = file["preview"].as_array().unwrap();
    assert_eq!(preview.len(), 20);
    assert_eq!(preview[0], serde_json::json!(["1", "Xã số 1", "1,5%"]));
    assert_eq!(preview[19], serde_json::json!(["20", "Xã số 20", "20,5%"]));
}

#[test]
fn inspect_shows_dossiers_without_the_persons_in_them() {
    let text = "Mã hồ sơ;Chủ hồ sơ;Đơn vị;Ngày tiếp nhận;Ghi thêm\n\
        H38.24-230605-0012;Nguyễn Văn A;UBND huyện Bảo Yên;05/6/2023;gọi 0912345678\n";
    let file = temporary("ho-so.csv", text.as_bytes());
    let (_, json, _) = run(&["inspect", file.to_str().unwrap()]);
    assert!(!json.contains("Nguyễn") && !json.contains("0912345678"), "{json}");
    let file: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((file["shape"].as_str(), file["data_rows"].as_u64()), (Some("dossiers"), Some(1)));
    assert_eq!(file["columns"][1]["meaning"], "personal");
    assert_eq!(
        file["preview"][0],
        serde_json::json!(["H38.24-230605-0012", "", "UBND huyện Bảo Yên", "05/6/2023", ""])
    );
}

#[test]
fn inspect_tells_of_rows_that_are_no_table_of_units_too() {
    let text = "\nMã hàng;Loại;Ngày nhập kho\nA-12;Giấy;05/6/2023\n\nA-13;Mực;\n";
    let file = temporary("kho.csv", text.as_bytes());
    let (status, json, complaints) = run(&["inspect", file.to_str().unwrap()]);
    assert_eq!((status, complaints.as_str()), (0, ""));
    let file: Value = serde_json::from_str(&json).unwrap();
    assert!(file["shape"].is_null());
    assert_eq!((file["header_row"].as_u64(), file["data_rows"].as_u64()), (Some(2), Some(2)));
    assert_eq!(file["skipped_rows"], 2);
    assert_eq!(file["columns"][2], serde_json::json!({"index": 3, "header": "Ngày nhập kho", "meaning": null}));
    assert_eq!(file["preview"][1], serde_json::json!(["A-13", "Mực", ""]));
}

#[test]
fn a_report_is_written_in_every_form_the_library_prints() {
    let report = support::run_case("letter-appendix-tab");
    let forms: [(&[&str], Vec<u8>); 7] = [
        (&["--format", "docx"], to_docx(&appendix(&report))),
        (&["--format", "docx", "--document", "letter"], to_docx(&letter(&report))),
        (&["--format", "xlsx"], report_xlsx(&report)),
        (&["--format", "docx", "--document", "notices"], to_docx(&findings(&report))),
        (&["--format", "csv"], to_csv_with_method(&ranking(&report), &report)),
        (&["--format", "csv-plain"], ranking_plain(&report)),
        (&["--format", "html", "--document", "letter"], to_html(&letter(&report)).into_bytes()),
    ];
    let out = temporary("ra.bin", b"");
    for (form, expected) in forms {
        let arguments = [&["report", LETTER], form].concat();
        assert!(sohoa(&arguments).stdout == expected, "{form:?} on standard output");
        let arguments = [&arguments[..], &["--out", out.to_str().unwrap()]].concat();
        assert_eq!(run(&arguments), (0, String::new(), String::new()));
        assert!(std::fs::read(&out).unwrap() == expected, "{form:?} in a file");
    }
}

#[test]
fn forms_that_do_not_exist_or_do_not_go_together_are_wrong_usage() {
    for (form, sentence) in [
        (&["--format", "pdf"][..], "Chưa có định dạng «pdf»"),
        (&["--document", "note"], "Chưa có văn bản «note»"),
        (&["--format", "json", "--document", "letter"], "--document chỉ dùng với"),
        (&["--format", "zip"], "--format zip cần --document reminders"),
    ] {
        let (status, _, complaints) = run(&[&["report", LETTER], form].concat());
        assert_eq!(status, 2, "{form:?}");
        assert!(complaints.contains(sentence), "{complaints}");
    }
}

/// A list of districts with the title of a month.
fn month(name: &str, title: &str, percents: [&str; 2]) -> String {
    let [yen, bac_ha] = percents;
    let text = format!("{title}\nTên đơn vị;Tỷ lệ số hóa hồ sơ\nHuyện Bảo Yên;{yen}\nHuyện Bắc Hà;{bac_ha}\n");
    temporary(name, text.as_bytes()).to_str().unwrap().to_owned()
}

#[test]
fn earlier_periods_come_as_tables_as_reports_and_as_sessions() {
    let april = month("ky-4.csv", "BÁO CÁO THÁNG 4/2023", ["60%", "48%"]);
    let may = month("ky-5.csv", "BÁO CÁO THÁNG 5/2023", ["61%", "49%"]);
    let june = month("ky-6.csv", "BÁO CÁO THÁNG 6/2023", ["62%", "49,5%"]);
    let quarter = month("quy-1.csv", "BÁO CÁO QUÝ I/2023", ["50%", "50%"]);
    let in_folder = |name: &str| temporary(name, b"").to_str().unwrap().to_owned();
    let (session, exported) = (in_folder("phien-5.json"), in_folder("bao-cao-5.json"));
    // May's session keeps April as well; May's export is a period of its own.
    assert_eq!(run(&["report", &may, "--save", &session, "--previous", &april]).0, 0);
    assert_eq!(run(&["report", &may, "--format", "json", "--out", &exported]).0, 0);
    for previous in [vec![&april, &may], vec![&session], vec![&exported, &april], vec![&quarter, &session]] {
        let mut arguments = vec!["report", &june, "--format", "json", "--previous"];
        arguments.extend(previous.iter().map(|path| path.as_str()));
        let (status, json, _) = run(&arguments);
        let since = &serde_json::from_str::<Value>(&json).unwrap()["comparison"];
        let bac_ha = since["units"].as_array().unwrap().iter().find(|unit| unit["id"] == "bac-ha").unwrap();
        assert_eq!((status, bac_ha["percent_change"].as_str()), (0, Some("0.5")), "{previous:?}");
        assert_eq!((bac_ha["percent_streak"].as_u64(), bac_ha["percent_list"].as_str()), (Some(3), Some("stayed")));
        let refused = usize::from(previous.contains(&&quarter));
        assert_eq!(since["refused"].as_array().unwrap().len(), refused, "{previous:?}");
    }
    let text = run(&["report", &june, "--previous", &april, &may]).1;
    assert!(
        text.contains("UBND huyện Bắc Hà: +0,5 điểm phần trăm (từ 49%); 3 kỳ liên tiếp bị nhắc về tỷ lệ"),
        "{text}"
    );
}

#[test]
fn a_session_is_a_file_like_others_and_a_damaged_one_costs_only_itself() {
    let saved = temporary("phien.json", b"").to_str().unwrap().to_owned();
    let limits = temporary("nguong-50.toml", b"[thresholds]\nrate-low = 54\n").to_str().unwrap().to_owned();
    let (_, first, _) = run(&["report", LETTER, "--settings", &limits, "--format", "json", "--save", &saved]);
    // It brings its settings along, unless others are named.
    assert_eq!(run(&["report", &saved, "--format", "json"]).1, first);
    let other = run(&["report", &saved, "--settings", &temporary("khong.toml", b"").display().to_string()]).1;
    assert_eq!(other, run(&["report", LETTER]).1);
    let text = std::fs::read_to_string(&saved).unwrap();
    let damaged = temporary("phien-hong.json", text.replacen("72.3", "73.3", 1).as_bytes());
    let (status, report, complaints) = run(&["report", damaged.to_str().unwrap(), LETTER]);
    assert_eq!(status, 0);
    assert!(complaints.contains("mã kiểm tra không khớp") && report.contains("72,3%"), "{complaints}");
    assert_eq!(run(&["report", damaged.to_str().unwrap()]).0, 1);
    // An issued appendix against the present figures.
    let now = month("ky-6-moi.csv", "BÁO CÁO THÁNG 6/2023", ["62%", "50,5%"]);
    let issued = month("ky-6-cu.csv", "BÁO CÁO THÁNG 6/2023", ["62%", "49,5%"]);
    let text = run(&["report", &now, "--issued", &issued]).1;
    assert!(text.contains("UBND huyện Bắc Hà, tỷ lệ %: 49,5% → 50,5%"), "{text}");
    assert!(text.contains("UBND huyện Bắc Hà, ghi chú của tỷ lệ: Thấp → (trống)"), "{text}");
    // Previous files stand last.
    let (status, _, complaints) = run(&["report", "--previous", LETTER]);
    assert!(status == 2 && complaints.contains("trước --previous"), "{complaints}");
}

#[test]
fn documents_say_where_a_unit_stood_in_the_period_before() {
    // Bắc Hà climbs from the second place to the first, Bảo Yên falls to the second; both are below 50 % now.
    let may = month("vb-5.csv", "BÁO CÁO THÁNG 5/2023", ["61%", "49%"]);
    let june = month("vb-6.csv", "BÁO CÁO THÁNG 6/2023", ["49,2%", "49,5%"]);
    let settings = temporary("vb.toml", b"[documents]\ncolumns = [\"change\"]\n").to_str().unwrap().to_owned();
    let arguments = ["report", &june, "--settings", &settings, "--format", "text", "--document"];
    let printed = |document| run(&[&arguments[..], &[document, "--previous", &may]].concat()).1;
    let reminders = printed("reminders");
    assert!(reminders.contains(": 49,5%, hạng 1/2 – «Thấp» (kỳ trước: 49%, hạng 2/2, tăng 1 bậc)."), "{reminders}");
    assert!(reminders.contains(": 49,2%, hạng 2/2 – «Thấp» (kỳ trước: 61%, hạng 1/2, giảm 1 bậc)."), "{reminders}");
    let appendix = printed("appendix");
    assert!(appendix.contains("1\tUBND huyện Bắc Hà\t49,5%\tThấp\ttăng 1 bậc\n"), "{appendix}");
    // Without an earlier period nothing is said of one.
    let alone = run(&[&arguments[..], &["reminders"]].concat()).1;
    assert!(alone.contains("hạng 1/2 – «Thấp».\n") && !alone.contains("kỳ trước"), "{alone}");
}
