//! Which rows are one dossier: its code however it is typed, in one list, in several, or missing.

use crate::support::lists::counts;
use crate::support::lists::noticed;
use crate::support::lists::read;
use crate::support::portal::HEADER;
use crate::support::portal::both;
use crate::support::portal::dossier;
use crate::support::portal::with;
use serde_json::Value;

#[test]
fn one_code_is_one_dossier_however_it_is_typed() {
    let typed = ["H38.20-230410-0001", "H38.20–230410–0001", "'H38.20-230410-0001", "=\"H38.20-230410-0001\""];
    let rows: Vec<String> = typed.iter().map(|code| with(1, &[("Mã hồ sơ", code)])).collect();
    for report in both(&rows) {
        assert_eq!(counts(&report, "bao-yen"), "1 1 1 1 1 0");
        assert_eq!(report["notices"][0]["code"], "dossier-repeated");
        assert_eq!(report["notices"][0]["count"], 3);
    }
    // Codes of a form of their own, too.
    let rows = ["hs 01", "HS01", "HS\u{a0}01"].map(|code| with(1, &[("Mã hồ sơ", code)]));
    let [report, _] = both(&rows);
    assert_eq!(counts(&report, "bao-yen"), "1 1 1 1 1 0");
}

#[test]
fn a_number_that_excel_made_of_a_code_is_no_code() {
    let rows = ["2,30605E+11", "2.30605E+11"].map(|code| with(1, &[("Mã hồ sơ", code)]));
    for report in both(&rows) {
        assert_eq!(counts(&report, "bao-yen"), "2 2 2 2 2 0");
        assert_eq!(noticed(&report), ["dossier-code-missing 2 «UBND huyện Bảo Yên»"]);
    }
}

#[test]
fn a_code_whose_day_no_calendar_has_is_told_where_no_other_day_stands() {
    let header = HEADER.replace(";Ngày tiếp nhận", "");
    let row = |code: &str| dossier(1).replace("H38.20-230410-0001", code).replace(";10/04/2023", "");
    let text = format!("{header}\n{}\n{}\n", row("H38.20-231332-0001"), row("H38.20-230410-0002"));
    let report = read(&[("a.csv", text)]);
    assert_eq!(counts(&report, "bao-yen"), "1 1 1 1 1 0");
    assert_eq!(noticed(&report), ["day-unreadable 1 «H38.20-231332-0001»"]);
}

#[test]
fn files_of_one_name_from_two_folders_are_two_files() {
    let row = |unit: &str| format!(";;Khai sinh;;{unit};;10/04/2023;;;Đã trả kết quả;;3;3;Có;Không\n");
    let first = format!("{HEADER}\n{0}{0}", row("UBND huyện Bảo Yên"));
    let second = format!("{HEADER}\n{}{}", row("UBND huyện Bảo Yên"), row("UBND huyện Bảo Thắng"));
    let paths = [("a", first), ("b", second)].map(|(folder, text)| {
        let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("same-names-{folder}"));
        std::fs::create_dir_all(&path).unwrap();
        std::fs::write(path.join("ds.csv"), text).unwrap();
        path.join("ds.csv")
    });
    let report = |paths: &[&std::path::PathBuf]| -> Value {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_sohoa"));
        let output = command.args(["report", "--format", "json"]).args(paths).output().unwrap();
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let [a, b] = &paths;
    let both = report(&[a, b]);
    assert_eq!((counts(&both, "bao-yen"), counts(&both, "bao-thang")), ("3 3 3 3 3 0".into(), "1 1 1 1 1 0".into()));
    assert_eq!(noticed(&both), ["dossier-code-missing 4 «UBND huyện Bảo Yên»"]);
    assert_eq!(both["files"][0]["name"], a.to_string_lossy().into_owned());
    // One is called by its name alone, and a file given twice is one file.
    let once = report(&[a, a]);
    assert_eq!((&once["files"][0]["name"], counts(&once, "bao-yen")), (&"ds.csv".into(), "2 2 2 2 2 0".into()));
}

#[test]
fn a_dossier_of_one_months_list_counts_though_it_stands_in_the_next_ones_too() {
    let list = |period: &str, rows: &[String]| format!("{period}\n{HEADER}\n{}\n", rows.join("\n"));
    let april = list("Từ ngày 01/04/2023 đến ngày 30/04/2023", &[with(1, &[("Trạng thái", "Đang xử lý")]), dossier(2)]);
    // Received in April, completed in May; and one that is May's own.
    let own = with(3, &[("Mã hồ sơ", "H38.20-230510-0003"), ("Ngày tiếp nhận", "10/05/2023")]);
    let may = list("Từ ngày 01/05/2023 đến ngày 31/05/2023", &[dossier(1), own]);
    for files in
        [[("4.csv", april.clone()), ("5.csv", may.clone())], [("5.csv", may.clone()), ("4.csv", april.clone())]]
    {
        // What May's list says stands, whichever is given first.
        assert_eq!(counts(&read(&files), "bao-yen"), "3 3 3 3 3 0", "{}", files[0].0);
    }
    // One that the later list refuses counts no more.
    let refused = list("Từ ngày 01/05/2023 đến ngày 31/05/2023", &[with(1, &[("Trạng thái", "Không tiếp nhận")])]);
    assert_eq!(counts(&read(&[("4.csv", april), ("5.csv", refused)]), "bao-yen"), "1 1 1 1 1 0");
}
