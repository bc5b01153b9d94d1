//! The page's own files, held against each other: ids against regions, policy against promise, names against names.

use std::fs;
use std::path::Path;

use sohoa::view::Action;
use sohoa::view::Region;

fn file(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name))
        .unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The values of an attribute, in the order they stand.
fn values<'text>(text: &'text str, attribute: &str) -> Vec<&'text str> {
    let start = format!(" {attribute}=");
    let of = |rest: &'text str| {
        let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        rest[1..].split(quote).next()
    };
    text.split(start.as_str()).skip(1).filter_map(of).collect()
}

#[test]
fn every_region_has_its_element_once() {
    let page = file("www/index.html");
    let ids = values(&page, "id");
    for region in Region::ALL {
        assert_eq!(ids.iter().filter(|id| **id == region.id()).count(), 1, "{}", region.id());
    }
}

#[test]
fn no_id_stands_twice_and_every_label_has_its_input() {
    let page = file("www/index.html");
    let ids = values(&page, "id");
    for (index, id) in ids.iter().enumerate() {
        assert!(!ids[..index].contains(id), "{id} stands twice");
    }
    for named in values(&page, "for")
        .into_iter()
        .chain(values(&page, "aria-describedby"))
        .chain(values(&page, "aria-labelledby"))
        .flat_map(str::split_whitespace)
    {
        assert!(ids.contains(&named), "nothing has the id {named}");
    }
}

#[test]
fn what_scripts_rely_on_is_there() {
    let page = file("www/index.html");
    let ids = values(&page, "id");
    for id in [
        "files",
        "drop",
        "status",
        "progress",
        "cancel",
        "errors",
        "notices",
        "files-read",
        "threshold-percent",
        "threshold-copies",
        "group",
    ] {
        assert!(ids.contains(&id), "{id}");
    }
    assert!(page.contains("<html lang=\"vi\" data-state=\"starting\">"));
    assert!(page.contains("<p id=\"status\" role=\"status\">"));
}

#[test]
fn the_actions_that_the_page_writes_by_hand_are_actions() {
    let page = file("www/index.html");
    let written = values(&page, "data-event");
    assert!(written.len() >= 5);
    for action in written {
        // Inputs add their value when it is typed.
        let typed = action.strip_suffix("}}").map(|about| {
            let comma = if about.ends_with('{') { "" } else { "," };
            format!("{about}{comma}\"value\":\"50\"}}}}")
        });
        let known = |text: &str| serde_json::from_str::<Action>(text).is_ok();
        assert!(known(action) || typed.is_some_and(|typed| known(&typed)), "{action}");
    }
}

#[test]
fn the_policy_lets_the_page_reach_its_own_folder_and_nothing_else() {
    let page = file("www/index.html");
    let (_, policy) = page.split_once("Content-Security-Policy\" content=\"").expect("a policy");
    let policy: Vec<&str> = policy.split('"').next().unwrap_or_default().split(';').map(str::trim).collect();
    for needed in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "connect-src 'self'",
        "worker-src blob:",
        "base-uri 'none'",
        "form-action 'none'",
    ] {
        assert!(policy.contains(&needed), "{needed}");
    }
    assert!(!page.contains("'unsafe-inline'") && !page.contains("'unsafe-eval'"));
}

#[test]
fn no_outside_address_occurs_in_the_page() {
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("www")).expect("the page's folder") {
        let path = entry.expect("an entry").path();
        let readable = path.extension().is_some_and(|ending| matches!(ending.to_str(), Some("html" | "css" | "js")));
        if readable {
            let text = fs::read_to_string(&path).expect("text");
            assert!(!text.contains("://"), "{} names an address", path.display());
        }
    }
}

#[test]
fn scripts_stay_thin() {
    let scripts = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("www")).expect("the page's folder");
    let lines: usize = scripts
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "js"))
        .map(|path| fs::read_to_string(path).expect("text").lines().count())
        .sum();
    // Drawings become files, workers start workers, markup is put in place of other markup, a long table is laid out to be
    // printed: only scripts can do that.
    assert!(lines <= 640, "{lines} lines of JavaScript; behaviour belongs in src/app");
}

#[test]
fn the_builds_settings_are_handed_through_and_say_so() {
    assert!(file("wasm-pack.toml").starts_with("# Cargo configuration that wasm-pack hands through"));
    assert!(file("scripts/wasm").contains("--config wasm-pack.toml"));
    let crate_version = file("Cargo.toml")
        .split_once("wasm-bindgen = \"=")
        .expect("a pinned version")
        .1
        .split('"')
        .next()
        .unwrap_or_default()
        .to_owned();
    assert!(file("scripts/setup").contains(&format!("WASM_BINDGEN={crate_version}\n")), "crate and tool differ");
}

#[test]
fn the_readme_names_the_commands_that_there_are() {
    let (readme, makefile) = (file("README.md"), file("Makefile"));
    for target in ["serve", "test", "dist", "bench", "lint"] {
        assert!(readme.contains(&format!("make {target}")) && makefile.contains(&format!("\n{target}:")), "{target}");
    }
    assert!(file(".ci/run").contains("make test"));
}
