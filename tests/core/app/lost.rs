//! Nothing is lost by a slip of the hand: what was replaced, removed or reset comes back.

use super::Event;
use super::Page;
use super::TABLE;
use sohoa::app::Effect;
use sohoa::view::Action;
use sohoa::view::PeriodAct;
use sohoa::view::PeriodRole;
use sohoa::view::Sample;
use sohoa::view::Word;

fn order(page: &Page) -> Vec<String> {
    page.order().into_iter().map(str::to_owned).collect()
}

#[test]
fn a_file_of_the_same_name_that_gives_nothing_takes_nothing_away() {
    let mut page = Page::started(None);
    page.open("a.csv", TABLE);
    let order = order(&page);
    page.open("a.csv", "<html><form>Đăng nhập</form></html>");
    assert_eq!(self::order(&page), order);
    assert!(
        page.status().starts_with("«a.csv» vừa chọn không đọc được; tệp cùng tên đọc trước vẫn được dùng."),
        "{}",
        page.status()
    );
    assert!(page.region("errors").contains("a.csv"));
    // Nor does one whose reading is stopped.
    page.offer(&["a.csv"]);
    page.happen(Event::ReadingCancelled);
    assert_eq!(self::order(&page), order);
    assert!(page.status().contains("vẫn giữ nguyên"), "{}", page.status());
    // One that is read replaces both.
    page.open("a.csv", TABLE);
    assert_eq!(page.region("errors"), "");
    assert_eq!(page.region("files-read").matches("<article>").count(), 1);
}

#[test]
fn a_file_taken_out_comes_back_to_its_place() {
    let mut page = Page::started(None);
    page.open("a.csv", TABLE);
    page.open("b.csv", "Đơn vị;Chứng thực điện tử\nUBND huyện Văn Bàn;678\n");
    let order = order(&page);
    page.act(Action::RemoveFile { index: 0 });
    assert_ne!(self::order(&page), order);
    assert!(page.region("undo").contains("bỏ tệp «a.csv»"), "{}", page.region("undo"));
    page.act(Action::Undone);
    assert_eq!(self::order(&page), order);
}

#[test]
fn a_file_chosen_again_takes_the_place_of_the_one_it_replaces() {
    let names = |page: &Page| {
        let shown = page.region("files-read").to_owned();
        shown.split("<h3>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let percent = |page: &Page| {
        let row = page.region("ranking-region").split("data-unit=\"bac-ha\"").nth(1).unwrap().to_owned();
        row.split("data-field=\"percent\">").nth(1).unwrap().split('%').next().unwrap().to_owned()
    };
    let other = "Đơn vị;Tỷ lệ số hóa hồ sơ\nH. Bắc Hà;61,1%\n";
    let mut page = Page::started(None);
    page.open("a.csv", TABLE);
    page.open("b.csv", other);
    let before = (percent(&page), vec!["a.csv".to_owned(), "b.csv".to_owned()]);
    assert_eq!(names(&page), before.1);
    // The same again, then others at one go with it, then one that is stopped on its way and chosen once more.
    page.open("a.csv", TABLE);
    assert_eq!((percent(&page), names(&page)), before);
    let ids = page.offer(&["c.csv", "a.csv"]);
    page.gather(ids[0], "c.csv", "Đơn vị;Chứng thực điện tử\nH. Sa Pa;7\n");
    page.gather(ids[1], "a.csv", TABLE);
    assert_eq!(names(&page), ["a.csv", "b.csv", "c.csv"]);
    page.offer(&["a.csv"]);
    page.open("a.csv", TABLE);
    assert_eq!(names(&page), ["a.csv", "b.csv", "c.csv"]);
    assert_eq!(percent(&page), before.0);
    // Taken out and brought back it stands there still.
    page.act(Action::RemoveFile { index: 0 });
    page.act(Action::Undone);
    assert_eq!(names(&page), ["a.csv", "b.csv", "c.csv"]);
}

#[test]
fn of_earlier_files_chosen_at_one_go_each_is_told() {
    let given = |name: &str, text: &str, behind: bool| Action::Period {
        act: PeriodAct::Given { role: PeriodRole::Earlier },
        value: text.bytes().map(char::from).collect(),
        name: name.to_owned(),
        behind,
    };
    let month = |month: u32| format!("Tháng {month}/2023\n{TABLE}");
    let mark = |effects: &[Effect]| {
        let of = |effect: &Effect| match effect {
            Effect::Mark { id: "earlier-file", error } => Some(error.clone()),
            _ => None,
        };
        effects.iter().find_map(of).expect("a mark")
    };
    let mut page = Page::started(None);
    page.open("6.csv", &month(6));
    page.act(given("4.csv", &month(4), false));
    page.act(given("5.csv", &month(5), true));
    assert_eq!(page.status(), "Đã nạp kỳ trước từ 4.csv. Đã nạp kỳ trước từ 5.csv.");
    // One that gives nothing is told behind the one that came with it, and beside the input.
    page.act(given("hong.csv", "Xin chào", false));
    let effects = page.act(given("3.csv", &month(3), true));
    assert!(
        page.status().starts_with("hong.csv: ") && page.status().ends_with("Đã nạp kỳ trước từ 3.csv."),
        "{}",
        page.status()
    );
    assert!(mark(&effects).starts_with("hong.csv: "));
    assert_eq!(mark(&page.act(given("2.csv", &month(2), false))), "");
}

#[test]
fn a_second_press_keeps_what_the_first_has_taken_out() {
    for again in [Action::Cleared, Action::SampleAsked { sample: Sample::Letter }] {
        let mut page = Page::started(None);
        page.open("a.csv", TABLE);
        let order = order(&page);
        page.act(again.clone());
        page.act(again);
        page.act(Action::Undone);
        assert_eq!(self::order(&page), order);
    }
}

#[test]
fn what_was_typed_for_one_letter_and_one_day_comes_back_with_its_files() {
    let mut page = Page::started(None);
    page.open("a.csv", TABLE);
    page.act(Action::WordTyped { word: Word::Number, value: "77".into() });
    page.act(Action::WordTyped { word: Word::Date, value: "05/7/2023".into() });
    page.act(Action::Period {
        act: PeriodAct::AsOfTyped,
        value: "15/6/2023".into(),
        name: String::new(),
        behind: false,
    });
    let fill = |id, value: &str| Effect::Fill { id, value: value.into() };
    let effects = page.act(Action::Cleared);
    for id in ["word-number", "word-date", "as-of"] {
        assert!(effects.contains(&fill(id, "")), "{id}: {effects:?}");
    }
    let effects = page.act(Action::Undone);
    for (id, value) in [("word-number", "77"), ("word-date", "05/7/2023"), ("as-of", "15/6/2023")] {
        assert!(effects.contains(&fill(id, value)), "{id}: {effects:?}");
    }
    assert!(page.region("documents").contains("Công văn còn để trống: họ tên người ký."));
}

#[test]
fn limits_and_words_that_were_reset_come_back() {
    let mut page = Page::started(None);
    page.open("a.csv", TABLE);
    page.act(Action::LimitTyped { limit: sohoa::view::Limit::RateLow, value: "55".into() });
    let changed = page.region("changes").to_owned();
    page.act(Action::LimitsReset);
    let effects = page.act(Action::Undone);
    assert_eq!(page.region("changes"), changed);
    assert!(effects.contains(&Effect::Fill { id: "threshold-percent", value: "55".into() }));
    page.act(Action::WordTyped { word: Word::Body, value: "Lời của cơ quan.".into() });
    page.act(Action::WordsReset);
    let effects = page.act(Action::Undone);
    assert!(effects.contains(&Effect::Fill { id: "word-body", value: "Lời của cơ quan.".into() }), "{effects:?}");
}
