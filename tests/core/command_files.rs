//! What the command writes into files, in each of its forms, and what it never writes over.

use crate::support;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::Command;
use std::process::Stdio;

use crate::support::command::LETTER;
use crate::support::command::run;
use crate::support::command::sohoa;
use crate::support::command::temporary;
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

#[cfg(unix)]
#[test]
fn a_pipe_is_read_like_a_file() {
    let text = std::fs::read(support::path(LETTER)).unwrap();
    let piped = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sohoa"));
        let mut child = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(&text).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success());
        String::from_utf8(output.stdout).unwrap()
    };
    let of_file = String::from_utf8(sohoa(&["report", LETTER, "--format", "json"]).stdout).unwrap();
    assert_eq!(piped(&["report", "/dev/stdin", "--format", "json"]), of_file.replace("phu-luc.txt", "stdin"));
    assert!(piped(&["inspect", "/dev/stdin"]).contains("\"data_rows\": 9"));
}

#[test]
fn an_ending_of_another_kind_is_refused_with_what_to_add() {
    for (name, format) in
        [("r.json", "json"), ("r.csv", "csv"), ("r.html", "html"), ("r.htm", "html"), ("R.XLSX", "xlsx")]
    {
        let (status, text, complaints) = run(&["report", LETTER, "--out", name]);
        let said = format!("Đuôi của «{name}» không hợp với --format text: thêm --format {format}, hoặc đổi đuôi tệp.");
        assert_eq!((status, text.as_str()), (2, ""), "{name}");
        assert_eq!(complaints.lines().next(), Some(said.as_str()));
        assert!(!PathBuf::from(name).exists(), "{name}");
    }
    assert_eq!(run(&["inspect", LETTER, "--out", "r.csv"]).0, 2);
    assert_eq!(run(&["inspect", LETTER, "--format", "xlsx"]).0, 2);
    assert_eq!(run(&["inspect", LETTER, "--format", "json"]).0, 0);
    let plain = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("may.csv");
    assert_eq!(run(&["report", LETTER, "--format", "csv-plain", "--out", plain.to_str().unwrap()]).0, 0);
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
    let (status, _, complaints) =
        run(&["report", LETTER, "--format", "csv", "--out", "cung-ten.csv", "--notices", "./cung-ten.csv"]);
    assert!(status == 2 && complaints.contains("Hai kết quả"), "{complaints}");
    // A file may have two names.
    let data = temporary("mot-tep.csv", table.as_bytes());
    let other = data.with_file_name("ten-khac.csv");
    let _ = std::fs::remove_file(&other);
    std::fs::hard_link(&data, &other).unwrap();
    let (status, _, complaints) =
        run(&["report", data.to_str().unwrap(), "--format", "csv", "--out", other.to_str().unwrap()]);
    assert!(status == 2 && complaints.contains("Không ghi đè"), "{complaints}");
    assert_eq!(std::fs::read_to_string(&data).unwrap(), table);
    // A session may be saved over itself.
    let session = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("ghi-de-phien.json");
    let path = session.to_str().unwrap();
    assert_eq!(run(&["report", LETTER, "--save", path]).0, 0);
    assert_eq!(run(&["report", path, "--save", path]).0, 0);
}

#[test]
#[cfg(unix)]
fn a_session_may_be_handed_on_as_it_is_written() {
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("ben-canh.txt");
    let (status, text, complaints) = run(&["report", LETTER, "--save", "/dev/stdout", "--out", out.to_str().unwrap()]);
    assert_eq!((status, complaints.as_str()), (0, ""));
    assert!(text.starts_with('{') && text.contains("\"files\""), "{text}");
}

#[test]
fn an_option_is_given_once() {
    let (status, text, complaints) = run(&["report", LETTER, "--format", "json", "--format", "text"]);
    assert_eq!((status, text.as_str()), (2, ""));
    assert!(complaints.starts_with("Tùy chọn --format ghi hai lần"), "{complaints}");
    let (status, text, _) = run(&["report", LETTER, "--previous", "a.csv", "--previous", "b.csv"]);
    assert_eq!((status, text.is_empty()), (0, false)); // each is named as one that is not there
}

#[test]
fn an_issued_appendix_that_cannot_be_read_is_told_in_the_report() {
    let (status, text, complaints) = run(&["report", LETTER, "--issued", "khong-co.csv"]);
    assert_eq!(status, 0);
    assert!(complaints.starts_with("khong-co.csv: "), "{complaints}");
    assert!(text.contains("phụ lục đã phát hành: "), "{text}");
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
