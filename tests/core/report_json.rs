//! docs/report-json.md names every key that scripts may meet.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support;
use crate::support::command::run;
use crate::support::command::temporary;

fn collect(value: &Value, keys: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            keys.extend(fields.keys().cloned());
            fields.values().for_each(|value| collect(value, keys));
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, keys)),
        _ => {}
    }
}

#[test]
fn every_key_of_a_report_is_described() {
    let mut keys = BTreeSet::new();
    for case in support::cases() {
        collect(&support::json(&support::run_case(&case)), &mut keys);
    }
    // What was before, what was issued, what would be: a month beside the one before, an improvement supposed.
    let settings = temporary("moi-khoa.toml", b"[[what-if]]\nunit = \"bac-ha\"\ncopies = 600\n");
    let may = "www/samples/phu-luc-thang-5-2023-minh-hoa.csv";
    let (status, text, _) = run(&[
        "report",
        "www/samples/phu-luc-thang-6-2023.csv",
        "--format",
        "json",
        "--settings",
        settings.to_str().unwrap(),
        "--issued",
        may,
        "--previous",
        may,
        "no-such-file.csv",
    ]);
    assert_eq!(status, 0);
    let report: Value = serde_json::from_str(&text).unwrap();
    for key in ["comparison", "differences", "what_if"] {
        assert!(report[key].is_object(), "{key}");
    }
    collect(&report, &mut keys);
    let described = support::source("docs/report-json.md");
    let missing: Vec<&String> = keys.iter().filter(|key| !described.contains(&format!("`{key}`"))).collect();
    assert!(missing.is_empty(), "not in docs/report-json.md: {missing:?}");
}
