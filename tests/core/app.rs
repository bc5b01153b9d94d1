//! Stories of the page, told without a browser: events in, effects and regions out.

mod corrections;
mod documents;
mod earlier;
mod figures;
mod file_choices;
mod keeping;
mod kept;
mod limits;
mod lost;
mod paging;
mod peers;
mod periods;
mod reading;
mod sheet;
mod told;
mod units;
mod unranked;

use std::collections::HashMap;

use sohoa::app::Effect;
use sohoa::app::Event;
use sohoa::app::Offered;
use sohoa::app::Stage;
use sohoa::app::State;
use sohoa::app::begin;
use sohoa::app::unseen_list;
use sohoa::app::update;
use sohoa::app::welcome;
use sohoa::columns::Field;
use sohoa::columns::Reading;
use sohoa::view::Action;
use sohoa::view::Limit;
use sohoa::view::Sample;
use sohoa::view::SortKey;

/// A page played without a browser.
struct Page {
    state: State,
    effects: Vec<Effect>,
    /// The markup of each region as the page was told last.
    shown: HashMap<&'static str, String>,
    next_id: u32,
}

impl Page {
    fn started(remembered: Option<&str>) -> Self {
        let (settings, effects) = welcome(remembered);
        let mut page = Self { state: State::new(), effects, shown: HashMap::new(), next_id: 1 };
        page.happen(Event::Started { settings: Box::new(settings) });
        page
    }

    fn happen(&mut self, event: Event) -> Vec<Effect> {
        let effects = update(&mut self.state, event);
        for effect in &effects {
            match effect {
                Effect::Show { region, html } => drop(self.shown.insert(region, html.clone())),
                // What a page makes of a difference is held to this by a law beside it.
                Effect::Change { region, .. } => {
                    let (_, html) = self.state.shown(region).unwrap();
                    self.shown.insert(region, html.to_owned());
                }
                _ => {}
            }
        }
        self.effects.extend(effects.iter().cloned());
        effects
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        self.happen(Event::Acted(action))
    }

    fn offer(&mut self, names: &[&str]) -> Vec<u32> {
        let offered: Vec<Offered> = (self.next_id..)
            .zip(names)
            .map(|(id, name)| Offered { id, name: (*name).to_owned(), bytes: 100 })
            .collect();
        let ids: Vec<u32> = offered.iter().map(|file| file.id).collect();
        self.next_id += u32::try_from(ids.len()).unwrap();
        self.happen(Event::FilesOffered(offered));
        ids
    }

    fn gather(&mut self, id: u32, name: &str, text: &str) {
        self.gather_bytes(id, name, text.as_bytes());
    }

    /// Reads a file to its end, again when the page says so at once.
    fn gather_bytes(&mut self, id: u32, name: &str, bytes: &[u8]) {
        for _ in 0..3 {
            let mut gathering = begin(&self.state, id, name);
            let _ = gathering.feed(bytes);
            let effects = self.happen(Event::FileGathered { id, outcome: Box::new(gathering.outcome()) });
            if !effects.contains(&Effect::ReadAgain { ids: vec![id] }) {
                return;
            }
        }
        panic!("{name} is read in circles");
    }

    /// Offers one file and reads it to its end.
    fn open(&mut self, name: &str, text: &str) -> u32 {
        let id = self.offer(&[name])[0];
        self.gather(id, name, text);
        id
    }

    fn stage(&self) -> Stage {
        self.effects
            .iter()
            .rev()
            .find_map(|effect| if let Effect::Stage { stage } = effect { Some(*stage) } else { None })
            .unwrap()
    }

    fn status(&self) -> &str {
        self.effects
            .iter()
            .rev()
            .find_map(|effect| if let Effect::Status { text } = effect { Some(text.as_str()) } else { None })
            .unwrap()
    }

    fn region(&self, id: &str) -> &str {
        self.shown.get(id).map_or("", String::as_str)
    }

    /// What the page keeps for the next visit.
    fn kept(&self) -> String {
        let kept =
            |effect: &Effect| if let Effect::Remember { settings } = effect { Some(settings.clone()) } else { None };
        self.effects.iter().rev().find_map(kept).unwrap()
    }

    /// The units of the table from top to bottom.
    fn order(&self) -> Vec<&str> {
        self.region("ranking-region").split("data-unit=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
    }
}

const TABLE: &str =
    "Đơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử\nH. Bát Xát;53,1%;1.945\nH. Bắc Hà;48,1%;426\nH. Bảo Yên;;366\n";

#[test]
fn a_month_from_files_to_ranking() {
    let mut page = Page::started(None);
    assert_eq!(page.stage(), Stage::Ready);
    page.open("a.csv", TABLE);
    assert_eq!(page.stage(), Stage::Done);
    assert_eq!(page.order(), ["bat-xat", "bac-ha", "bao-yen"]);
    // Six districts are missing; one is «Thấp», two have too few copies.
    assert_eq!(page.status(), "Đã xếp hạng 2 đơn vị; 1 «Thấp»; 2 «Quá thấp»; 6 điều cần xem lại.");
    assert!(page.region("summary").contains("Thiếu 6 đơn vị"));
    assert!(page.region("summary").contains("<a href=\"#notices\">6 điều cần xem lại</a>"));
}

#[test]
fn a_failed_file_is_told_and_the_others_stand() {
    let mut page = Page::started(None);
    page.open("a.csv", TABLE);
    page.open("rong.csv", "");
    assert_eq!(page.stage(), Stage::Done);
    assert!(page.region("errors").contains("rong.csv") && page.region("errors").contains("Tệp rỗng"));
    assert!(page.effects.contains(&Effect::Focus { id: "errors" }));
    page.act(Action::RemoveFile { index: 1 });
    assert_eq!(page.region("errors"), "");
    let mut page = Page::started(None);
    page.open("rong.csv", "");
    assert_eq!((page.stage(), page.region("ranking-region")), (Stage::Failed, ""));
}

#[test]
fn a_corrected_file_replaces_the_one_of_its_name() {
    let mut page = Page::started(None);
    page.open("a.csv", TABLE);
    page.open("a.csv", &TABLE.replace("48,1%", "58,1%"));
    assert_eq!(page.order(), ["bac-ha", "bat-xat", "bao-yen"]);
    assert_eq!(page.region("files-read").matches("<article>").count(), 1);
}

#[test]
fn a_changed_limit_shows_at_once_who_enters_and_who_leaves() {
    let mut page = Page::started(None);
    page.open("a.csv", TABLE);
    let typed = |limit, value: &str| Action::LimitTyped { limit, value: value.to_owned() };
    page.act(typed(Limit::RateLow, "55"));
    assert!(page.region("changes").contains("thêm Bát Xát"));
    page.act(typed(Limit::CountVeryLow, "400"));
    assert!(page.region("changes").contains("bớt Bắc Hà"));
    let effects = page.act(typed(Limit::RateLow, "nhiều"));
    assert!(
        matches!(&effects[..], [Effect::Mark { id: "threshold-percent", error }] if error.contains("từ 0 đến 100"))
    );
    assert!(page.region("changes").contains("thêm Bát Xát")); // the last good limit stands
    page.act(Action::LimitsReset);
    assert_eq!(page.region("changes"), "");
    assert!(page.effects.contains(&Effect::Fill { id: "threshold-copies", value: "1000".into() }));
}

#[test]
fn a_page_takes_files_before_anything_else_and_shows_its_limits_then() {
    let (_, first) = welcome(None);
    let fill = |id, value: &str| Effect::Fill { id, value: value.into() };
    for told in [fill("threshold-percent", "50"), fill("threshold-copies", "1000"), fill("group", "")] {
        assert!(first.contains(&told), "{told:?}");
    }
    assert_eq!(first.last(), Some(&Effect::Stage { stage: Stage::Ready }));
    // What takes time is none of it.
    assert!(!first.iter().any(|effect| matches!(effect, Effect::Show { .. })), "{first:?}");
    let page = Page::started(None);
    assert!(page.region("units").contains("20 sở ngành và 9 huyện"), "{}", page.region("units"));
    // Each is said once: whoever types a limit meanwhile finds it as typed.
    let kind = |effect: &Effect| match effect {
        Effect::Fill { id, .. } => Some(*id),
        Effect::Stage { .. } => Some("stage"),
        _ => None,
    };
    for said in ["stage", "threshold-percent", "threshold-copies", "group"] {
        assert_eq!(page.effects.iter().filter(|effect| kind(effect) == Some(said)).count(), 1, "{said}");
    }
}

#[test]
fn settings_are_remembered_and_come_back() {
    let mut page = Page::started(None);
    page.act(Action::LimitTyped { limit: Limit::RateLow, value: "49,6".into() });
    let kept = page
        .effects
        .iter()
        .rev()
        .find_map(|effect| if let Effect::Remember { settings } = effect { Some(settings.clone()) } else { None });
    let page = Page::started(kept.as_deref());
    assert!(page.effects.contains(&Effect::Fill { id: "threshold-percent", value: "49,6".into() }));
    let page = Page::started(Some("không phải thiết lập"));
    assert!(page.effects.contains(&Effect::Fill { id: "threshold-percent", value: "50".into() }));
}

#[test]
fn sorting_twice_turns_the_order_and_units_without_figures_stay_last() {
    let mut page = Page::started(None);
    page.open("a.csv", TABLE);
    page.act(Action::SortBy { key: SortKey::Percent });
    assert_eq!(page.order(), ["bat-xat", "bac-ha", "bao-yen"]);
    page.act(Action::SortBy { key: SortKey::Percent });
    assert_eq!(page.order(), ["bac-ha", "bat-xat", "bao-yen"]);
    assert_eq!(page.status(), "Đã sắp xếp theo tỷ lệ %, tăng dần.");
    page.act(Action::SortBy { key: SortKey::Name });
    assert_eq!(page.order(), ["bao-yen", "bat-xat", "bac-ha"]); // Bảo, Bát, Bắc: ă after a
    page.act(Action::SortBy { key: SortKey::Copies });
    assert_eq!(page.order(), ["bat-xat", "bac-ha", "bao-yen"]);
}

#[test]
fn an_answer_reads_the_files_again_and_is_remembered() {
    let mut page = Page::started(None);
    let table = "Đơn vị;Tỷ lệ số hóa hồ sơ\nH. Bát Xát;53,1\nH. Bắc Hà;0,481\n";
    let id = page.open("a.csv", table);
    assert!(page.region("questions").contains("0,481"));
    assert!(!page.region("ranking-region").contains("53,1%")); // nothing is guessed meanwhile
    let effects = page.act(Action::AnswerNumbers {
        file: "a.csv".into(),
        header: "ty le so hoa ho so".into(),
        numbers: Reading::Percent,
    });
    assert!(effects.contains(&Effect::ReadAgain { ids: vec![id] }));
    page.gather(id, "a.csv", table);
    assert_eq!((page.region("questions"), page.order()), ("", vec!["bat-xat", "bac-ha"]));
    page.open("b.csv", table);
    assert_eq!(page.region("questions"), "");
}

#[test]
fn an_officer_names_the_column_of_a_figure() {
    let mut page = Page::started(None);
    let table = "Đơn vị;Tỷ lệ nhóm số hóa hồ sơ;Tỷ lệ số hóa hồ sơ\nH. Bắc Hà;48,1%;60%\n";
    let id = page.open("a.csv", table);
    let questions = page.region("questions").to_owned();
    assert!(questions.contains("48,1%") && questions.contains("60%"));
    let action = Action::AnswerColumn {
        file: "a.csv".into(),
        field: Field::GroupPercent,
        header: "ty le so hoa ho so".into(),
        others: vec!["ty le nhom so hoa ho so".into()],
    };
    assert!(questions.contains(&action.to_json().replace('"', "&quot;")), "{questions}");
    page.act(action);
    page.gather(id, "a.csv", table);
    assert!(page.region("ranking-region").contains("60%"));
}

#[test]
fn the_sample_shows_the_letter_and_gives_way_to_a_file() {
    let mut page = Page::started(None);
    page.act(Action::SampleAsked { sample: Sample::Letter });
    assert_eq!(page.order().len(), 9);
    assert!(page.region("summary").contains("số liệu mẫu"));
    page.open("a.csv", TABLE);
    assert_eq!(page.order().len(), 3);
    assert!(!page.region("summary").contains("số liệu mẫu"));
    page.act(Action::Cleared);
    assert_eq!((page.stage(), page.region("summary")), (Stage::Ready, ""));
}

#[test]
fn the_invented_sample_shows_sections_sums_and_a_province() {
    let mut page = Page::started(None);
    page.act(Action::SampleAsked { sample: Sample::Portal });
    // 20 departments, of which three have no figure; 17 are ranked: 92,5 before 90,3 before 88,2.
    assert_eq!(page.order()[..3], ["stttt", "vpubnd", "stp"]);
    assert_eq!(page.order().len(), 20);
    assert!(page.region("summary").contains("58,4%"));
    // 49,96 % prints 50 % and is no «Thấp»; 47,7, 44,1 and 38,6 are. Departments certify no copies.
    assert!(
        page.status().starts_with("Đã xếp hạng 17 đơn vị; 3 «Thấp»") && !page.status().contains("Quá thấp"),
        "{}",
        page.status()
    );
    page.act(Action::GroupChosen { value: "cap-huyen".into() });
    assert!(page.status().contains("; 4 «Quá thấp»"), "{}", page.status());
    assert_eq!(page.order()[0], "bao-yen");
}

#[test]
fn the_list_that_warms_a_browser_up_is_a_list_without_any_trouble() {
    let mut page = Page::started(None);
    page.open("danh-sach.csv", &unseen_list(290));
    let read = page.region("files-read");
    assert!(read.contains("290 dòng"), "{read}");
    assert_eq!(page.region("unmatched"), "");
    assert!(page.region("notices").contains("Không có lưu ý nào"));
}

#[test]
fn a_question_gets_the_focus_before_the_result() {
    let mut page = Page::started(None);
    page.open("a.csv", "Đơn vị;Tỷ lệ số hóa hồ sơ\nH. Bát Xát;53,1\nH. Bắc Hà;0,481\n");
    assert!(page.effects.contains(&Effect::Focus { id: "questions-heading" }));
}

#[test]
fn what_a_file_says_cannot_become_markup() {
    let mut page = Page::started(None);
    page.open("<b>.csv", "Đơn vị;Tỷ lệ số hóa hồ sơ\n<img src=x onerror=alert(1)>;48,1%\n");
    for effect in &page.effects {
        if let Effect::Show { html, .. } = effect {
            assert!(!html.contains("<img") && !html.contains("<b>"), "{html}");
        }
    }
    assert!(page.region("unmatched").contains("&lt;img"));
}
