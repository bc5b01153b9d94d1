//! A list of dossiers written in a test, as a report: the counts of a unit and what was noticed.

use serde_json::Value;
use sohoa::analysis::Settings;

use super::lines::figures;
use super::lines::plain;

/// The report of these files.
pub(crate) fn read(files: &[(&str, String)]) -> Value {
    super::json(&super::report(files, &Settings::default()))
}

/// The report of one list.
pub(crate) fn list(text: &str) -> Value {
    read(&[("a.csv", text.to_owned())])
}

/// The counts of a unit: received, digitised, completed, with an electronic result, both, reused.
pub(crate) fn counts(report: &Value, unit: &str) -> String {
    figures(report).into_iter().find_map(|line| Some(line.strip_prefix(unit)?.trim().to_owned())).unwrap_or_default()
}

/// The notices, as code, count and what was found first, but for units that are missing.
pub(crate) fn noticed(report: &Value) -> Vec<String> {
    let notices = report["notices"].as_array().unwrap().iter().filter(|notice| notice["code"] != "unit-missing");
    notices
        .map(|notice| {
            let found = plain(&notice["places"][0]["found"]);
            format!("{} {} «{found}»", plain(&notice["code"]), plain(&notice["count"]))
        })
        .collect()
}

/// The list with twenty-five ordinary rows above its own, numbered where `NNNN` stands: rows behind them are read by
/// another reader.
pub(crate) fn below(text: &str, ordinary: &str) -> String {
    let (header, rows) = text.split_once('\n').expect("a header and rows");
    let ordinary: String = (1..=25).map(|number| ordinary.replace("NNNN", &format!("{number:04}")) + "\n").collect();
    format!("{header}\n{ordinary}{rows}")
}
