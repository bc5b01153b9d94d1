//! Tables in JSON.

use crate::support::gather;
use crate::support::lists::noticed;
use crate::support::lists::read;
use serde_json::Value;
use sohoa::analysis::Settings;

fn report(text: &str) -> Value {
    read(&[("a.json", text.to_owned())])
}

/// The percentages of the units that have one, the highest first, and what is told.
#[track_caller]
fn case(text: &str, expected: &str, told: &[&str]) {
    let report = report(text);
    let units = report["units"].as_array().unwrap().iter().filter(|unit| !unit["percent"].is_null());
    let line = |unit: &Value| format!("{} {}", unit["id"].as_str().unwrap(), unit["percent"].as_str().unwrap());
    let percents: Vec<String> = units.map(line).collect();
    assert_eq!(
        (percents.join(", ").as_str(), noticed(&report)),
        (expected, told.iter().map(|line| (*line).to_owned()).collect()),
        "{text}"
    );
}

