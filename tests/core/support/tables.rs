//! A table with a row for each unit, written in a test: what it says of Bảo Yên and what is noticed.

use serde_json::Value;
use sohoa::analysis::Settings;

use super::lines::bao_yen;
use super::lines::columns;
use super::lines::plain;

/// The report of one file.
pub(crate) fn read(name: &str, bytes: impl AsRef<[u8]>) -> Value {
    super::json(&super::report(&[(name, bytes)], &Settings::default()))
}

/// What a table of these rows, cells between semicolons, says of Bảo Yên.
#[track_caller]
pub(crate) fn case(rows: &[&str], expected: &str) {
    let report = read("a.csv", rows.join("\n") + "\n");
    assert_eq!(bao_yen(&report), expected, "{rows:#?}\n{:#?}", columns(&report));
}

/// What is noticed of a table of these rows, but for units that are missing: code, place, what was found.
pub(crate) fn noticed(rows: &[&str]) -> Vec<String> {
    let report = read("a.csv", rows.join("\n") + "\n");
    let notices = report["notices"].as_array().unwrap().iter().filter(|notice| notice["code"] != "unit-missing");
    let line = |notice: &Value| {
        let place = &notice["places"][0];
        let [row, column, found] = ["row", "column", "found"].map(|key| plain(&place[key]));
        format!("{} {row}:{column} «{found}»", plain(&notice["code"]))
    };
    notices.map(line).collect()
}
