//! The plan of the rooms against the sources: a room uses earlier rooms only, one `use crate::room::Thing;` a line.

use std::collections::BTreeSet;

use crate::support::files_below;
use crate::support::names_in;
use crate::support::path;
use crate::support::source;

/// Each room, in the order of the street, and the rooms it may use.
const PLAN: [(&str, &[&str]); 16] = [
    ("domain", &[]),
    ("text", &["domain"]),
    ("notices", &["domain"]),
    ("units", &["domain", "text"]),
    ("intake", &["domain", "text", "notices"]),
    ("columns", &["domain", "text", "notices", "intake"]),
    ("figures", &["domain", "text", "notices", "units", "intake", "columns"]),
    ("components", &["domain", "text", "columns", "figures"]),
    ("ranking", &["domain"]),
    ("warnings", &["domain", "text", "columns", "figures", "components"]),
    (
        "analysis",
        &["domain", "text", "notices", "units", "intake", "columns", "figures", "components", "ranking", "warnings"],
    ),
    ("documents", &["domain", "text", "notices", "columns", "figures", "components", "warnings", "analysis"]),
    (
        "export",
        &[
            "domain",
            "text",
            "notices",
            "units",
            "columns",
            "figures",
            "components",
            "ranking",
            "warnings",
            "analysis",
            "documents",
        ],
    ),
    (
        "view",
        &[
            "domain",
            "text",
            "notices",
            "units",
            "columns",
            "figures",
            "components",
            "ranking",
            "warnings",
            "analysis",
            "documents",
        ],
    ),
    ("app", &["domain", "notices", "units", "columns", "analysis", "documents", "export", "view", "warnings"]),
    ("boundary", &["domain", "app", "analysis"]),
];

/// Files and folders of `src/` that are no room: the map, and the programs, which use the package from outside.
const NO_ROOMS: [&str; 2] = ["lib.rs", "bin"];

/// The room a source file belongs to.
fn room(file: &str) -> &str {
    let within = file.strip_prefix("src/").unwrap();
    within.split('/').next().unwrap().trim_end_matches(".rs")
}

/// A use of another room that the plan does not allow, or that cannot be read.
fn complaint(room: &str, may: &[&str], code: &str) -> Option<String> {
    for (at, _) in code.match_indices("crate::") {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_') {
            continue; // `my_crate::`
        }
        let used = &code[at + "crate::".len()..];
        if used.starts_with('{') {
            return Some("several rooms in one `use`".to_owned());
        }
        let used: String = used.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
        if used != room && !may.contains(&used.as_str()) {
            return Some(format!("{room} may not use {used}"));
        }
    }
    None
}

/// The code of a line: what stands before a comment.
fn code(line: &str) -> &str {
    line.split("//").next().unwrap_or_default()
}

#[test]
fn rooms_use_earlier_rooms_only() {
    let mut complaints = Vec::new();
    for file in files_below("src", ".rs") {
        let Some((room, may)) = PLAN.iter().find(|(name, _)| *name == room(&file)) else { continue };
        for (number, line) in (1..).zip(source(&file).lines()) {
            if let Some(complaint) = complaint(room, may, code(line)) {
                complaints.push(format!("{file}:{number}: {complaint}: {}", line.trim()));
            }
        }
    }
    assert!(complaints.is_empty(), "against the plan:\n{}", complaints.join("\n"));
}

#[test]
fn every_room_is_in_the_plan_and_every_planned_room_exists() {
    let planned: BTreeSet<&str> = PLAN.iter().map(|(room, _)| *room).collect();
    let names: Vec<String> =
        names_in(&path("src")).into_iter().filter(|name| !NO_ROOMS.contains(&name.as_str())).collect();
    let rooms: BTreeSet<&str> = names.iter().map(|name| name.trim_end_matches(".rs")).collect();
    assert_eq!(rooms, planned);
}

#[test]
fn the_plan_itself_leads_one_way() {
    for (at, (room, may)) in PLAN.iter().enumerate() {
        for used in *may {
            assert!(PLAN[..at].iter().any(|(earlier, _)| earlier == used), "{room} may use {used}, which comes later");
        }
    }
}

#[test]
fn a_stray_use_is_seen_wherever_it_stands() {
    #[track_caller]
    fn case(line: &str, expected: Option<&str>) {
        assert_eq!(complaint("intake", &["domain", "text"], code(line)).as_deref(), expected, "{line}");
    }
    case("use crate::domain::Place;", None);
    case("use crate::intake::Row;", None);
    case("pub(crate) use crate::text::fold;", None);
    case("use crate::view::Region;", Some("intake may not use view"));
    case("    let page = crate::view::page(report);", Some("intake may not use view"));
    case("fn f(place: crate::domain::Place, unit: crate::units::Unit) {}", Some("intake may not use units"));
    case("use crate::{domain::Place, text::fold};", Some("several rooms in one `use`"));
    case("pub(in crate::columns) fn f() {}", Some("intake may not use columns"));
    case("// use crate::view::Region;", None);
    case("use other_crate::view;", None);
}

#[test]
fn the_core_asks_neither_clock_nor_chance_nor_disk() {
    let mut complaints = Vec::new();
    for file in files_below("src", ".rs").into_iter().filter(|file| !file.starts_with("src/bin/")) {
        let text = source(&file);
        // What stands below the tests of a file is no part of the product.
        let product = text.split("#[cfg(test)]").next().unwrap_or_default();
        for word in ["SystemTime", "Instant::now", "std::fs", "std::env::", "std::net", "std::process", "rand::"] {
            if product.lines().any(|line| code(line).contains(word)) {
                complaints.push(format!("{file}: {word}"));
            }
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}
