//! Tables in JSON.

use crate::support::lists::noticed;
use crate::support::lists::read;
use serde_json::Value;

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

#[test]
fn two_figures_below_one_key_are_two_of_one_unit() {
    let row = |figures: &str| format!(r#"[{{"Đơn vị":"UBND huyện Bắc Hà",{figures},"Ghi chú":"a"}}]"#);
    let key = "\"Tỷ lệ số hóa hồ sơ\"";
    case(
        &row(&format!("{key}:48.1,{key}:84.1")),
        "bac-ha 48.1",
        &["figure-conflict 1 «84,1% ≠ 48,1% (a.json, dòng 2, cột 2 (B))»"],
    );
    case(&row(&format!("{key}:48.1,{key}:48.1")), "bac-ha 48.1", &[]);
}

