//! How often is a file understood? Tables of the field in every encoding, with every separator, under every kind of
//! title: each is read right, or asked about, and never wrong. Wrong is a figure that the file does not hold, or one that
//! is missing without a word.

use std::collections::BTreeMap;

use crate::support::json;
use crate::support::report;
use crate::tables::Shape;
use crate::tables::shapes;
use crate::tables::troubles::TROUBLES;
use crate::tables::ways::SURROUNDINGS;
use crate::tables::ways::encodings;
use crate::tables::ways::text;
use serde_json::Value;
use sohoa::analysis::Settings;

/// The value of a key of a unit; figures stand in a part of their own.
fn value(unit: &Value, key: &str) -> Option<String> {
    let value = unit.get(key).or_else(|| unit["figures"].get(key))?;
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

const KEYS: [&str; 8] = [
    "percent",
    "certified_copies",
    "received",
    "received_digitised",
    "completed",
    "completed_e_result",
    "both",
    "reused",
];

/// What became of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Right,
    /// Figures are missing, and an officer is told or asked.
    Asked,
    Wrong,
}

fn is_fewer(found: &str, expected: &str) -> bool {
    found.parse::<u32>().ok().zip(expected.parse().ok()).is_some_and(|(found, expected)| found < expected)
}

/// Whether a row is told to lack cells.
fn cut(report: &Value) -> bool {
    report["notices"].as_array().unwrap().iter().any(|notice| notice["code"] == "row-shorter")
}

fn judge(shape: &Shape, report: &Value, told: bool) -> Outcome {
    let mut outcome = Outcome::Right;
    let units = report["units"].as_array().unwrap();
    for unit in units {
        let id = unit["id"].as_str().unwrap();
        for key in KEYS {
            let expected = shape.truth.iter().find(|((unit, of), _)| *unit == id && *of == key).map(|(_, value)| value);
            match (value(unit, key), expected) {
                (None, None) => {}
                (Some(found), Some(expected)) if found == *expected => {}
                (None, Some(_)) if told => outcome = outcome.max(Outcome::Asked),
                // A dossier whose row is cut is missing from the counts, and its row is named.
                (Some(found), Some(expected))
                    if shape.name == "dossiers" && is_fewer(&found, expected) && cut(report) =>
                {
                    outcome = outcome.max(Outcome::Asked);
                }
                _ => outcome = Outcome::Wrong,
            }
        }
    }
    let seen = |id: &str| units.iter().any(|unit| unit["id"] == id);
    if shape.truth.keys().any(|(id, _)| !seen(id)) {
        outcome = outcome.max(if told { Outcome::Asked } else { Outcome::Wrong });
    }
    outcome
}

/// Counts what became of files.
#[derive(Default)]
struct Tally {
    counts: BTreeMap<Outcome, usize>,
    not_right: Vec<String>,
}

impl Tally {
    fn add(&mut self, shape: &Shape, bytes: Vec<u8>, label: &str) {
        let report = report(&[("a.csv", bytes)], &Settings::default());
        let outcome = judge(shape, &json(&report), !report.notices.is_empty());
        *self.counts.entry(outcome).or_default() += 1;
        if outcome != Outcome::Right {
            let codes: Vec<&str> = report.notices.sorted().iter().map(|notice| notice.code.code()).collect();
            self.not_right.push(format!("{outcome:?}: {} | {label}: {codes:?}", shape.name));
        }
    }

    fn count(&self, outcome: Outcome) -> usize {
        self.counts.get(&outcome).copied().unwrap_or(0)
    }

    fn all(&self) -> usize {
        self.counts.values().sum()
    }

    fn summary(&self) -> String {
        let [right, asked, wrong] = [Outcome::Right, Outcome::Asked, Outcome::Wrong].map(|outcome| self.count(outcome));
        format!("{} files: {right} right, {asked} asked, {wrong} wrong\n{}", self.all(), self.not_right.join("\n"))
    }
}

/// Every how manieth file is tried: with `MATRIX=1` each, and the counts are shown.
fn step() -> usize {
    if std::env::var_os("MATRIX").is_some() { 1 } else { 9 }
}

#[test]
fn every_table_is_understood_or_asked_about_and_never_misread() {
    let (mut tally, mut number) = (Tally::default(), 0_usize);
    for shape in shapes() {
        for (around, above, below) in SURROUNDINGS {
            for separator in [';', ',', '\t', '|'] {
                let text = text(&shape.rows, above, below, separator);
                for (encoding, encode) in encodings() {
                    number += 1;
                    let Some(bytes) = encode(&text).filter(|_| number.is_multiple_of(step())) else { continue };
                    tally.add(&shape, bytes, &format!("{around} | {separator:?} | {encoding}"));
                }
            }
        }
    }
    assert!(step() > 1, "{}", tally.summary());
    // Measured over all 1.152: all right.
    assert_eq!(tally.count(Outcome::Right), tally.all(), "{}", tally.summary());
    assert!(tally.all() >= 1152 / step(), "{}", tally.summary());
}

#[test]
fn troubled_tables_are_understood_or_asked_about_and_never_misread() {
    let mut tally = Tally::default();
    for shape in shapes() {
        for separator in [';', ',', '\t', '|'] {
            for (trouble, change) in TROUBLES {
                let text = text(&change(shape.rows.clone()), SURROUNDINGS[1].1, &[], separator);
                tally.add(&shape, text.into_bytes(), &format!("{trouble} | {separator:?}"));
            }
            // Quotes forgotten: decimal commas cut the cells of a table of commas.
            let lines: Vec<String> = shape.rows.iter().map(|row| row.join(&separator.to_string())).collect();
            tally.add(&shape, lines.join("\n").into_bytes(), &format!("no quotes | {separator:?}"));
        }
    }
    assert!(step() > 1, "{}", tally.summary());
    // Measured over 432: 355 right, 77 asked (rows cut or shifted, parents right of their children), none wrong.
    assert_eq!(tally.count(Outcome::Wrong), 0, "{}", tally.summary());
    assert!(tally.count(Outcome::Right) * 100 >= tally.all() * 80, "{}", tally.summary());
}
