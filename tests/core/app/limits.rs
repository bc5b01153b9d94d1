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

/// What the inputs of the two limits say and tell after an action: text, number, number as it is read.
fn told(effects: &[Effect], of: &str) -> [String; 3] {
    let said = |wanted: &str| {
        effects.iter().rev().find_map(|effect| match effect {
            Effect::Fill { id, value } if *id == of && wanted == "value" => Some(value.clone()),
            Effect::Attribute { id, name, value } if *id == of && *name == wanted => Some(value.clone()),
            _ => None,
        })
    };
    ["value", "aria-valuenow", "aria-valuetext"].map(|wanted| said(wanted).unwrap_or_default())
}

/// As the page's script names a key: an arrow, or the longer step of a page.
fn stepped(key: &str, of: Action) -> Action {
    Action::Stepped { up: key.ends_with("Up"), far: key.starts_with("Page"), of: Box::new(of) }
}

#[test]
fn keys_move_a_limit_from_where_it_stands_and_who_enters_is_told_as_if_typed() {
    let mut page = Page::started(None);
    assert_eq!(told(&page.effects, "threshold-percent"), ["50", "50", "50%"]);
    assert_eq!(told(&page.effects, "threshold-copies"), ["1000", "1000", "1.000"]);
    page.act(Action::SampleAsked { sample: Sample::Letter });
    let percent = || typed(Limit::RateLow, "");
    let effects = page.act(typed(Limit::RateLow, "52,5"));
    assert_eq!(told(&effects, "threshold-percent"), ["", "52.5", "52,5%"]); // the text is the officer's
    // Below 53,5 and not below 52,5: Bát Xát 53,1.
    let effects = page.act(stepped("ArrowUp", percent()));
    assert_eq!(told(&effects, "threshold-percent"), ["53,5", "53.5", "53,5%"]);
    assert!(page.region("changes").contains("thêm Bát Xát."), "{}", page.region("changes"));
    page.act(stepped("ArrowDown", percent()));
    let effects = page.act(stepped("PageDown", percent()));
    assert_eq!(told(&effects, "threshold-percent")[0], "42,5");
    let effects = page.act(stepped("PageUp", typed(Limit::CountVeryLow, "")));
    assert_eq!(told(&effects, "threshold-copies"), ["1100", "1100", "1.100"]);
    let effects = page.act(stepped("ArrowDown", typed(Limit::CountVeryLow, "")));
    assert_eq!(told(&effects, "threshold-copies"), ["1099", "1099", "1.099"]);
}

#[test]
fn keys_stop_at_the_ends_and_lead_out_of_what_cannot_be_used() {
    let mut page = Page::started(None);
    let percent = || typed(Limit::RateLow, "");
    page.act(typed(Limit::RateLow, "99,5"));
    let effects = page.act(stepped("ArrowUp", percent()));
    assert_eq!(told(&effects, "threshold-percent")[0], "100");
    let effects = page.act(typed(Limit::RateLow, "1005"));
    assert!(
        effects
            .iter()
            .any(|effect| matches!(effect, Effect::Mark { error, .. } if error.contains("Vẫn đang dùng 100%")))
    );
    let effects = page.act(stepped("PageDown", percent()));
    assert_eq!(told(&effects, "threshold-percent")[0], "90");
    assert!(effects.contains(&Effect::Mark { id: "threshold-percent", error: String::new() }));
    page.act(typed(Limit::CountVeryLow, "20"));
    let effects = page.act(stepped("PageDown", typed(Limit::CountVeryLow, "")));
    assert_eq!(told(&effects, "threshold-copies")[0], "0");
}

#[test]
fn keys_move_the_numbers_of_rules_too() {
    let rule = |what: Ruling, value: &str| Action::Rule { what, value: value.to_owned() };
    let mut page = Page::started(None);
    page.act(Action::SampleAsked { sample: Sample::Letter });
    let code = || "percent-share-of-province".to_owned();
    page.act(rule(Ruling::Ticked { code: code() }, "true"));
    let effects = page.act(stepped("ArrowUp", rule(Ruling::Value { code: code() }, "")));
    assert_eq!(told(&effects, "percent-share-of-province")[0], "0,91");
    let input = |page: &Page, id: &str| {
        let rules = page.region("rules");
        rules.split(&format!("id=\"{id}\"")).nth(1).unwrap().split('>').next().unwrap().to_owned()
    };
    let share = input(&page, "percent-share-of-province");
    assert!(
        share.contains("role=\"spinbutton\" aria-valuemin=\"0\" aria-valuemax=\"2\" aria-valuenow=\"0.91\""),
        "{share}"
    );
    // No file has said the province's: the keys begin at 0, and nothing is told before.
    assert!(!input(&page, "set-province").contains("aria-valuenow"));
    let effects = page.act(stepped("PageUp", rule(Ruling::Province, "")));
    assert_eq!(told(&effects, "set-province")[0], "10");
    let effects = page.act(stepped("PageUp", rule(Ruling::Few, "")));
    assert_eq!(told(&effects, "set-few")[0], "110");
    assert!(page.act(stepped("PageUp", Action::LimitsReset)).is_empty()); // a button has no number
}

#[test]
fn a_limit_is_understood_however_it_is_written() {
    for (limit, written, number) in [
        (Limit::RateLow, "52.5", "52.5"),
        (Limit::RateLow, "52,5", "52.5"),
        (Limit::RateLow, "52,5 %", "52.5"),
        (Limit::CountVeryLow, "1.000", "1000"),
        (Limit::CountVeryLow, "1000", "1000"),
        (Limit::CountVeryLow, "1 000", "1000"),
    ] {
        let mut page = Page::started(None);
        page.act(typed(limit, "7"));
        let effects = page.act(typed(limit, written));
        let id = if limit == Limit::RateLow { "threshold-percent" } else { "threshold-copies" };
        assert_eq!(told(&effects, id)[1], number, "{written}");
    }
}
