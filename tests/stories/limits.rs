//! A limit is moved: what cannot change with it is not made anew, and nothing that changes is left as it was.

use std::fs;
use std::path::Path;

use sohoa::app::Effect;
use sohoa::view::Action;
use sohoa::view::Limit;
use sohoa::view::Peers;
use sohoa::view::Ruling;
use sohoa::view::Sample;
use sohoa::view::Supposing;

use super::Page;

fn typed(limit: Limit, value: &str) -> Action {
    Action::LimitTyped { limit, value: value.to_owned() }
}

/// The regions that are filled anew when all of them are looked through once more.
fn left_behind(page: &mut Page) -> Vec<&'static str> {
    let effects = page.act(Action::Peer { what: Peers::Funnel, value: String::new() });
    effects
        .into_iter()
        .filter_map(|effect| match effect {
            Effect::Show { region, .. } | Effect::Change { region, .. } => Some(region),
            _ => None,
        })
        .collect()
}

/// Moves both limits through all units, and looks after each for what was left as it was.
#[track_caller]
fn moved(page: &mut Page, what: &str) {
    assert!(left_behind(page).is_empty(), "{what}: the page does not come to rest");
    for action in [
        typed(Limit::RateLow, "0"),
        typed(Limit::RateLow, "52,25"),
        typed(Limit::RateLow, "100"),
        typed(Limit::CountVeryLow, "0"),
        typed(Limit::CountVeryLow, "1000000"),
        typed(Limit::RateLow, "50"),
    ] {
        page.act(action.clone());
        assert_eq!(left_behind(page), Vec::<&str>::new(), "{what}, {action:?}");
    }
}

#[test]
fn after_a_limit_is_moved_every_region_is_as_if_made_anew_whatever_file_is_open() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut opened = 0;
    for case in fs::read_dir(cases).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        for file in fs::read_dir(&case).unwrap().map(|entry| entry.unwrap().path()) {
            let name = file.file_name().unwrap().to_str().unwrap().to_owned();
            if !["csv", "tsv", "xlsx", "xls", "ods", "json"].iter().any(|own| name.ends_with(&format!(".{own}"))) {
                continue;
            }
            let mut page = Page::started(None);
            let id = page.offer(&[&name])[0];
            page.gather_bytes(id, &name, &fs::read(&file).unwrap());
            if !page.region("ranking-region").is_empty() {
                moved(&mut page, &file.display().to_string());
                opened += 1;
            }
        }
    }
    assert!(opened > 50, "{opened} files give a table");
}

#[test]
fn after_a_limit_is_moved_every_region_is_as_if_made_anew_whatever_is_looked_at() {
    let rule = |code: &str| Action::Rule { what: Ruling::Ticked { code: code.to_owned() }, value: "true".to_owned() };
    let mut page = Page::started(None);
    page.act(Action::SampleAsked { sample: Sample::Months });
    moved(&mut page, "three months");
    for action in [
        Action::Peer { what: Peers::Note, value: "low".to_owned() },
        Action::SheetOpened { unit: String::new() },
        rule("bottom-copies"),
        Action::Suppose { what: Supposing::Amount, value: "3".to_owned() },
        rule("below-province"),
        Action::Peer { what: Peers::Note, value: "none".to_owned() },
    ] {
        page.act(action.clone());
        moved(&mut page, &format!("{action:?}"));
    }
}
