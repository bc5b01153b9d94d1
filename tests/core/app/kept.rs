//! What is kept on the machine and remembered: no work writes over another, and a session that is merely opened changes
//! nothing for good.

use sohoa::app::Effect;
use sohoa::view::Action;
use sohoa::view::Limit;
use sohoa::view::PeriodAct;
use sohoa::view::Sample;
use sohoa::view::Word;

use super::Page;
use super::keeping::kept;
use super::keeping::next_visit;
use super::periods::JUNE;
use super::periods::MAY;
use super::periods::act;
use super::periods::plain;
use super::periods::saved;

const MAY_PLAIN: &str = "Tên đơn vị;Tỷ lệ số hóa hồ sơ\nUBND huyện Bắc Hà;41,1%\nUBND huyện Bảo Yên;51,1%\n";
const JUNE_PLAIN: &str = "Tên đơn vị;Tỷ lệ số hóa hồ sơ\nUBND huyện Bắc Hà;66,6%\nUBND huyện Bảo Yên;77,7%\n";
const DISTRICTS: &str =
    "Tháng 5/2023\nTên đơn vị;Tỷ lệ số hóa hồ sơ\nUBND huyện Bắc Hà;41,1%\nUBND huyện Bảo Yên;51,1%\n";
const DEPARTMENTS: &str = "Tháng 5/2023\nTên đơn vị;Tỷ lệ số hóa hồ sơ\nSở Y tế;66,6%\nSở Tư pháp;77,7%\n";

/// The names under which something was kept, each once, in the order of the first time.
fn names(page: &Page) -> Vec<&str> {
    let mut names = Vec::new();
    for effect in &page.effects {
        if let Effect::Keep { name, .. } = effect
            && !names.contains(&name.as_str())
        {
            names.push(name.as_str());
        }
    }
    names
}

fn keeping(name: &str, text: &str) -> Page {
    let mut page = Page::started(None);
    page.open(name, text);
    page.act(act(PeriodAct::KeepingChosen, "", "true"));
    page
}

fn fill(id: &'static str, value: &str) -> Effect {
    Effect::Fill { id, value: value.to_owned() }
}

#[test]
fn work_begun_anew_is_kept_beside_the_one_before() {
    // Without a period, of one month in two groups, and after a removed file: the name is the same, the work is not.
    for (first, second, name, other) in [
        (MAY_PLAIN, JUNE_PLAIN, "phien.json", "phien (2).json"),
        (DISTRICTS, DEPARTMENTS, "phien-2023-05.json", "phien-2023-05 (2).json"),
    ] {
        for ends in [Action::Cleared, Action::RemoveFile { index: 0 }, Action::SampleAsked { sample: Sample::Letter }] {
            let mut page = keeping("a.csv", first);
            page.act(ends.clone());
            // What was just taken out can be opened at once.
            assert!(!page.region("kept").contains("đang dùng"), "{ends:?}: {}", page.region("kept"));
            page.open("b.csv", second);
            assert_eq!(names(&page), [name, other], "{ends:?}");
            // What is changed then goes to its own.
            page.act(Action::LimitTyped { limit: Limit::RateLow, value: "46".into() });
            page.act(plain(PeriodAct::KeepNow));
            assert_eq!(kept(&page).0, other);
        }
        // At another visit.
        let mut page = next_visit(kept(&keeping("a.csv", first)));
        page.open("b.csv", second);
        assert_eq!(names(&page), [other]);
        // Turned off, it takes its own away, not the other's.
        let effects = page.act(act(PeriodAct::KeepingChosen, "", ""));
        assert!(effects.contains(&Effect::Unkeep { name: other.into() }), "{effects:?}");
    }
}

#[test]
fn cleared_work_is_offered_for_opening_and_goes_on_under_its_name() {
    let mut page = keeping("a.csv", MAY);
    page.act(Action::Cleared);
    assert!(page.region("kept").contains("id=\"open-kept-0\""), "{}", page.region("kept"));
    page.act(plain(PeriodAct::KeptOpened { at: 0 }));
    page.act(Action::LimitTyped { limit: Limit::RateLow, value: "46".into() });
    page.act(plain(PeriodAct::KeepNow));
    assert_eq!(names(&page), ["phien-2023-05.json"]);
    // The same by taking the press back, and with a corrected file, a further one, and without it again.
    let mut page = keeping("a.csv", MAY);
    page.act(Action::Cleared);
    page.act(Action::Undone);
    page.open("a.csv", &MAY.replace("51%", "52%"));
    assert_eq!(names(&page), ["phien-2023-05.json"]);
    page.open("b.csv", "Từ 01/6/2023 đến 30/6/2023\nĐơn vị;Chứng thực điện tử\nH. Sa Pa;7\n");
    page.act(Action::RemoveFile { index: 1 });
    page.act(plain(PeriodAct::KeepNow));
    assert!(!names(&page).iter().any(|name| name.contains('(')), "{:?}", names(&page));
}

#[test]
fn a_file_chosen_again_at_another_visit_goes_on_with_its_session_where_nothing_is_lost() {
    let mut page = next_visit(kept(&keeping("a.csv", MAY)));
    page.open("a.csv", MAY);
    page.act(Action::LimitTyped { limit: Limit::RateLow, value: "46".into() });
    page.act(plain(PeriodAct::KeepNow));
    assert_eq!(names(&page), ["phien-2023-05.json"]);
    // One that holds a letter's number, which the file alone does not, is left as it is.
    let mut page = keeping("a.csv", MAY);
    page.act(Action::WordTyped { word: Word::Number, value: "77".into() });
    page.act(plain(PeriodAct::KeepNow));
    let mut page = next_visit(kept(&page));
    page.open("a.csv", MAY);
    assert_eq!(names(&page), ["phien-2023-05 (2).json"]);
    // So is one of the same name as a session that comes from elsewhere.
    let mut elsewhere = Page::started(None);
    elsewhere.open("b.csv", DEPARTMENTS);
    let (name, session) = saved(&mut elsewhere);
    let mut page = next_visit(kept(&keeping("a.csv", DISTRICTS)));
    page.open(&name, &session);
    assert_eq!(names(&page), ["phien-2023-05 (2).json"]);
}

#[test]
fn the_settings_of_a_session_end_with_it() {
    let mut office = Page::started(None);
    office.open("5.csv", MAY);
    office.act(Action::LimitTyped { limit: Limit::RateLow, value: "46".into() });
    office.act(Action::WordTyped { word: Word::Signer, value: "Trần Thị B".into() });
    let (name, session) = saved(&mut office);
    let mut page = Page::started(None);
    page.act(Action::WordTyped { word: Word::Signer, value: "Nguyễn Văn A".into() });
    page.open(&name, &session);
    assert!(page.effects.contains(&fill("word-signer", "Trần Thị B")));
    // What is looked at or changed meanwhile remembers nothing of the session.
    page.act(Action::WordTyped { word: Word::Place, value: "Sa Pa".into() });
    let next = Page::started(Some(&page.kept()));
    for told in [fill("threshold-percent", "50"), fill("word-signer", "Nguyễn Văn A"), fill("word-place", "Sa Pa")] {
        assert!(next.effects.contains(&told), "{told:?}");
    }
    let effects = page.act(Action::Cleared);
    for told in [fill("threshold-percent", "50"), fill("word-signer", "Nguyễn Văn A"), fill("word-place", "Sa Pa")] {
        assert!(effects.contains(&told), "{told:?}");
    }
    // Taken back, the session has its own again; and once more they end with it.
    let effects = page.act(Action::Undone);
    for told in [fill("threshold-percent", "46"), fill("word-signer", "Trần Thị B"), fill("word-place", "Sa Pa")] {
        assert!(effects.contains(&told), "{told:?}");
    }
    let effects = page.act(Action::RemoveFile { index: 0 });
    assert!(effects.contains(&fill("threshold-percent", "50")), "{effects:?}");
    // Later figures make it the month before: they are judged by the office's limits.
    page.open(&name, &session);
    page.open("6.csv", JUNE);
    let last = page.effects.iter().rev().find(|effect| matches!(effect, Effect::Fill { id: "threshold-percent", .. }));
    assert_eq!(last, Some(&fill("threshold-percent", "50")));
}

#[test]
fn what_another_tab_has_kept_under_the_name_stays_and_the_work_at_hand_goes_on_under_another() {
    let over = |effects: &[Effect]| {
        effects.iter().find_map(|effect| match effect {
            Effect::Keep { name, over, .. } => Some((name.clone(), over.clone())),
            _ => None,
        })
    };
    let limit = |value: &str| Action::LimitTyped { limit: Limit::RateLow, value: value.into() };
    let mut page = keeping("a.csv", DISTRICTS);
    let (name, first) = kept(&page);
    assert_eq!(over(&page.effects), Some((name.clone(), None)));
    // What lies there is told with what is to take its place, so that the store can be held to it.
    page.act(limit("46"));
    let effects = page.act(plain(PeriodAct::KeepNow));
    assert_eq!(over(&effects), Some((name.clone(), Some(first))));
    // Meanwhile the departments of that month were kept in another tab.
    let (_, theirs) = kept(&keeping("b.csv", DEPARTMENTS));
    let effects = page.act(act(PeriodAct::KeptElsewhere, &name, &theirs));
    assert_eq!(over(&effects), Some(("phien-2023-05 (2).json".into(), None)));
    for said in [page.status(), page.region("keeping")] {
        assert!(said.contains("Phiên phien-2023-05.json vừa được một thẻ khác"), "{said}");
        assert!(said.contains("dưới tên phien-2023-05 (2).json"), "{said}");
    }
    assert!(page.region("kept").contains("(phien-2023-05 (2).json): đang dùng."), "{}", page.region("kept"));
    let (_, ours) = kept(&page);
    page.act(limit("47"));
    let effects = page.act(plain(PeriodAct::KeepNow));
    assert_eq!(over(&effects), Some(("phien-2023-05 (2).json".into(), Some(ours))));
    assert!(!page.region("keeping").contains("thẻ khác"));
    // The same work in two tabs is one.
    let mut page = keeping("a.csv", DISTRICTS);
    let effects = page.act(act(PeriodAct::KeptElsewhere, &name, &kept(&keeping("a.csv", DISTRICTS)).1));
    assert_eq!(over(&effects), None);
    assert!(!page.region("keeping").contains("thẻ khác"));
}

#[test]
fn an_earlier_period_that_is_taken_out_is_kept_no_longer() {
    let mut page = keeping("6.csv", JUNE);
    page.act(super::periods::earlier("5.csv", MAY));
    page.act(plain(PeriodAct::KeepNow));
    assert!(kept(&page).1.contains("5.csv"));
    let effects = page.act(plain(PeriodAct::Dropped { at: 0 }));
    assert!(effects.contains(&Effect::KeepSoon));
    page.act(plain(PeriodAct::KeepNow));
    assert!(!kept(&page).1.contains("5.csv"));
    page.act(Action::Undone);
    page.act(plain(PeriodAct::KeepNow));
    let visit = kept(&page);
    assert!(visit.1.contains("5.csv"));
    // What another visit has kept stays until it is taken out here.
    let mut page = next_visit(visit);
    page.open("6.csv", JUNE);
    page.act(Action::LimitTyped { limit: Limit::RateLow, value: "46".into() });
    page.act(plain(PeriodAct::KeepNow));
    page.act(Action::LimitTyped { limit: Limit::RateLow, value: "47".into() });
    page.act(plain(PeriodAct::KeepNow));
    assert!(kept(&page).1.contains("5.csv"));
    page.act(super::periods::earlier("thang-5.csv", MAY));
    page.act(plain(PeriodAct::Dropped { at: 0 }));
    page.act(plain(PeriodAct::KeepNow));
    assert!(!kept(&page).1.contains("5.csv"));
}
