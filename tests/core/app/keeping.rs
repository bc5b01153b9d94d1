//! Sessions kept on the machine where an officer chooses so: offered at the next visit, never written over, wiped.

use sohoa::app::Effect;
use sohoa::app::Event;
use sohoa::app::Stage;
use sohoa::view::Action;
use sohoa::view::Limit;
use sohoa::view::PeriodAct;
use sohoa::view::Sample;

use super::Page;
use super::periods::JUNE;
use super::periods::MAY;
use super::periods::act;
use super::periods::change;
use super::periods::earlier;
use super::periods::plain;

/// What the page was last told to keep.
pub(super) fn kept(page: &Page) -> (String, String) {
    let kept = page.effects.iter().rev().find_map(|effect| match effect {
        Effect::Keep { name, session, .. } => Some((name.clone(), session.clone())),
        _ => None,
    });
    kept.expect("something was kept")
}

/// A new visit that finds this on the machine.
pub(super) fn next_visit((name, session): (String, String)) -> Page {
    let mut page = Page::started(None);
    let found = serde_json::json!([{ "name": name, "session": session }]);
    page.act(act(PeriodAct::Found { keeping: true }, "", &found.to_string()));
    page
}

#[test]
fn a_session_is_kept_only_where_chosen_and_offered_at_the_next_visit() {
    let kept = |effects: &[Effect]| {
        effects.iter().find_map(|effect| match effect {
            Effect::Keep { name, session, .. } => Some((name.clone(), session.clone())),
            _ => None,
        })
    };
    let mut page = Page::started(None);
    page.open("5.csv", MAY);
    assert_eq!(kept(&page.effects), None);
    let effects = page.act(act(PeriodAct::KeepingChosen, "", "true"));
    let (name, session) = kept(&effects).unwrap();
    assert_eq!(name, "phien-2023-05.json");
    // A typed limit is kept once typing has come to rest, and only what has changed.
    let effects = page.act(Action::LimitTyped { limit: Limit::RateLow, value: "46".into() });
    assert!(effects.contains(&Effect::KeepSoon));
    assert!(kept(&page.act(plain(PeriodAct::KeepNow))).is_some());
    assert_eq!(page.act(plain(PeriodAct::KeepNow)), []);
    let effects = page.act(act(PeriodAct::KeepFailed, &name, ""));
    assert!(matches!(effects.last(), Some(Effect::Status { text }) if text.contains("không giữ được phiên")));
    // The next month.
    let mut page = Page::started(None);
    let found = serde_json::json!([{ "name": name, "session": session }, { "name": "hong.json", "session": "{" }]);
    page.act(act(PeriodAct::Found { keeping: true }, "", &found.to_string()));
    let offered = page.region("kept").to_owned();
    assert!(offered.contains("<strong>tháng 5/2023</strong>") && offered.contains("Mở lại làm kỳ này"), "{offered}");
    assert!(offered.contains("không phải tệp phiên làm việc"), "{offered}");
    page.open("6.csv", JUNE);
    assert_eq!(kept(&page.effects).unwrap().0, "phien-2023-06.json");
    // hong.json, May, June, in the order of their names.
    page.act(plain(PeriodAct::KeptUsed { at: 1 }));
    assert!(change(&page, "bat-xat").contains("|+3|"));
    let effects = page.act(act(PeriodAct::KeepingChosen, "", ""));
    assert!(effects.contains(&Effect::Unkeep { name: "phien-2023-06.json".into() }));
    assert!(page.status().contains("2 phiên đã giữ trước đó vẫn còn"), "{}", page.status());
}

#[test]
fn samples_are_never_kept() {
    let mut page = Page::started(None);
    page.act(Action::SampleAsked { sample: Sample::Months });
    page.act(act(PeriodAct::KeepingChosen, "", "true"));
    assert!(!page.effects.iter().any(|effect| matches!(effect, Effect::Keep { .. })));
}

#[test]
fn what_another_visit_kept_is_not_written_over() {
    let without_period = |text: &str| text.split_once('\n').unwrap().1.to_owned();
    let mut page = Page::started(None);
    page.open("a.csv", &without_period(MAY));
    page.act(act(PeriodAct::KeepingChosen, "", "true"));
    let may = kept(&page);
    assert_eq!(may.0, "phien.json");
    let mut page = next_visit(may.clone());
    // It is not the one at hand: it can be opened.
    assert!(page.region("kept").contains("Mở lại làm kỳ này"), "{}", page.region("kept"));
    page.open("b.csv", &without_period(JUNE));
    assert_eq!(kept(&page).0, "phien (2).json");
    page.act(Action::LimitTyped { limit: Limit::RateLow, value: "46".into() });
    page.act(plain(PeriodAct::KeepNow));
    assert_eq!(kept(&page).0, "phien (2).json");
    // Opened, it is changed where it lies.
    let mut page = next_visit(may);
    page.act(plain(PeriodAct::KeptOpened { at: 0 }));
    page.act(Action::LimitTyped { limit: Limit::RateLow, value: "46".into() });
    page.act(plain(PeriodAct::KeepNow));
    assert_eq!(kept(&page).0, "phien.json");
}

#[test]
fn a_month_kept_again_keeps_the_months_before_it() {
    let mut page = Page::started(None);
    page.open("6.csv", JUNE);
    page.act(earlier("5.csv", MAY));
    page.act(act(PeriodAct::KeepingChosen, "", "true"));
    let both = kept(&page);
    // The next visit knows June's file alone.
    let mut page = next_visit(both.clone());
    page.open("6.csv", JUNE);
    let again = page.effects.iter().rev().find_map(|effect| match effect {
        Effect::Keep { session, .. } => Some(session.clone()),
        _ => None,
    });
    // Nothing was lost: what lies there is the same, or knows May as well.
    let again = again.unwrap_or(both.1);
    assert!(again.contains("2023-05-01"), "{again}");
}

#[test]
fn wiping_is_told_before_and_leaves_nothing() {
    let mut page = Page::started(None);
    page.open("6.csv", JUNE);
    page.act(Action::NameMatched { name: "BPMC Bắc Hà".into(), value: "bac-ha".into() });
    page.happen(Event::ReadingCancelled);
    page.act(plain(PeriodAct::WipeAsked));
    assert!(page.region("wiping").contains("1 tên đơn vị"), "{}", page.region("wiping"));
    page.act(plain(PeriodAct::WipeRefused));
    assert!(!page.region("wiping").contains("Xóa hẳn"));
    page.act(plain(PeriodAct::WipeAsked));
    let effects = page.act(plain(PeriodAct::Wiped));
    assert!(effects.contains(&Effect::WipeAll) && effects.contains(&Effect::Stage { stage: Stage::Ready }));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Remember { .. })));
    assert_eq!((page.region("ranking-region"), page.region("since")), ("", ""));
    assert!(page.region("remembered").contains("Chưa có sửa đổi nào"));
}
