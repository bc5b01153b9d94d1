//! The officer corrects what a file says: every choice applies at once, is remembered, and can be taken back.

use sohoa::app::Effect;
use sohoa::columns::Field;
use sohoa::columns::StatusClass;
use sohoa::view::Action;
use sohoa::view::Correction;
use sohoa::view::Sample;

use super::Page;
use super::TABLE;

/// Points of 22 below a header that does not say so.
const POINTS: &str = include_str!("../../cases/points-of-22-ask/bo-chi-so-766.csv");

impl Page {
    pub(super) fn open_bytes(&mut self, name: &str, bytes: &[u8]) -> u32 {
        let id = self.offer(&[name])[0];
        self.gather_bytes(id, name, bytes);
        id
    }

    /// Corrects one file, which is then read again.
    pub(super) fn correct(
        &mut self,
        id: u32,
        (name, bytes): (&str, &[u8]),
        what: Correction,
        value: &str,
    ) -> Vec<Effect> {
        let effects = self.act(corrected(name, what, value));
        assert!(effects.contains(&Effect::ReadAgain { ids: vec![id] }), "{effects:?}");
        let from = self.effects.len();
        self.gather_bytes(id, name, bytes);
        self.effects[from..].to_vec()
    }

    pub(super) fn undo(&mut self, id: u32, name: &str, bytes: &[u8]) {
        assert!(self.act(Action::Undone).contains(&Effect::ReadAgain { ids: vec![id] }));
        self.gather_bytes(id, name, bytes);
    }
}

fn corrected(name: &str, what: Correction, value: &str) -> Action {
    Action::FileCorrected { file: name.to_owned(), what, value: value.to_owned() }
}

pub(super) fn meaning(header: &str) -> Correction {
    Correction::Meaning { header: header.to_owned() }
}

#[test]
fn the_meaning_of_a_column_is_shown_with_cells_and_reason_and_chosen_anew() {
    let mut page = Page::started(None);
    let id = page.open("a.csv", TABLE);
    let other = page.open("b.csv", "Đơn vị;Chứng thực điện tử\nH. Sa Pa;7\n");
    let shown = page.region("files-read").to_owned();
    assert!(shown.contains("53,1%; 48,1%") && shown.contains("tiêu đề có các từ đã biết"), "{shown}");
    // Only the file that is touched is read again.
    assert_ne!(id, other);
    page.correct(id, ("a.csv", TABLE.as_bytes()), meaning("ty le so hoa ho so"), "none");
    assert!(page.region("files-read").contains("anh/chị đã chọn"));
    assert!(!page.region("ranking-region").contains("53,1%"));
    page.correct(id, ("a.csv", TABLE.as_bytes()), meaning("ty le so hoa ho so"), "");
    assert!(page.region("ranking-region").contains("53,1%"));
    assert!(!page.kept().contains("\"files\""), "{}", page.kept()); // a choice left to the page leaves no trace
}

#[test]
fn a_column_without_a_header_is_known_by_its_letter() {
    let file = "Đơn vị;;Chứng thực điện tử\nH. Bắc Hà;48,1%;426\nH. Bảo Yên;72,3%;366\n";
    let mut page = Page::started(None);
    let id = page.open("a.csv", file);
    assert_eq!(page.order().len(), 2);
    assert!(!page.region("ranking-region").contains("72,3%"));
    assert!(page.region("files-read").contains("aria-label=\"Ý nghĩa cột B (không có tiêu đề)\""));
    page.correct(id, ("a.csv", file.as_bytes()), meaning("#2"), "group_percent");
    assert!(page.region("ranking-region").contains("72,3%"));
    assert!(page.status().starts_with("Đã sửa: ý nghĩa cột B (a.csv)."), "{}", page.status());
}

#[test]
fn the_numbers_of_a_column_are_read_as_the_officer_says() {
    let file = "Đơn vị;Tỷ lệ số hóa hồ sơ\nH. Bắc Hà;0,481\nH. Bảo Yên;0,723\n";
    let mut page = Page::started(None);
    let id = page.open("a.csv", file);
    assert!(page.region("ranking-region").contains("72,3%"));
    let numbers = Correction::Numbers { header: "ty le so hoa ho so".into() };
    page.correct(id, ("a.csv", file.as_bytes()), numbers, "percent");
    assert!(!page.region("ranking-region").contains("72,3%") && page.region("ranking-region").contains("0,7%"));
}

#[test]
fn a_name_is_matched_once_and_known_from_then_on() {
    let file = "Đơn vị;Tỷ lệ số hóa hồ sơ\nBPMC Bắc Hà số 2;48,1%\nBPMC Bảo Yên số 2;72,3%\nH. Bát Xát;53,1%\n";
    let mut page = Page::started(None);
    let id = page.open("a.csv", file);
    assert_eq!(page.order(), ["bat-xat"]);
    let matched = |name: &str, value: &str| Action::NameMatched { name: name.into(), value: value.into() };
    assert!(page.region("unmatched").contains("<option value=\"bac-ha\">"));
    // Nothing chosen yet: nothing happens, and the page says what to do.
    page.act(matched("BPMC Bắc Hà số 2", ""));
    assert!(page.status().starts_with("Hãy chọn đơn vị"));
    page.act(matched("BPMC Bắc Hà số 2", "bac-ha"));
    page.gather(id, "a.csv", file);
    assert_eq!(page.order(), ["bat-xat", "bac-ha"]);
    assert!(page.effects.contains(&Effect::Focus { id: "unmatched-heading" })); // one name is still unknown
    let mut later = Page::started(Some(&page.kept()));
    later.open("b.csv", file);
    assert_eq!(later.order(), ["bat-xat", "bac-ha"]);
    assert!(later.region("remembered").contains("«bpmc bac ha so 2» là UBND huyện Bắc Hà"));
    later.act(Action::NameForgotten { name: "bpmc bac ha so 2".into() });
    later.gather(1, "b.csv", file);
    assert_eq!(later.order(), ["bat-xat"]);
}

#[test]
fn a_status_is_answered_once_and_can_be_forgotten() {
    let file = "Số hồ sơ;Cơ quan/đơn vị;Ngày tiếp nhận;Trạng thái hồ sơ\n\
                H38.24-230605-0012;UBND huyện Bảo Yên;05/06/2023;Chờ mưa tạnh\n";
    let mut page = Page::started(None);
    let id = page.open("a.csv", file);
    assert!(page.region("questions").contains("Chờ mưa tạnh"));
    page.act(Action::AnswerStatus { text: "Chờ mưa tạnh".into(), class: StatusClass::InProcess });
    page.gather(id, "a.csv", file);
    assert!(!page.region("questions").contains("Chờ mưa tạnh"));
    page.act(Action::StatusForgotten { text: "cho mua tanh".into() });
    page.gather(id, "a.csv", file);
    assert!(page.region("questions").contains("Chờ mưa tạnh"));
}

#[test]
fn points_of_22_are_offered_as_points_and_as_percentages() {
    let mut page = Page::started(None);
    let id = page.open("a.csv", POINTS);
    let questions = page.region("questions").to_owned();
    assert!(questions.contains(": là tỷ lệ %") && questions.contains(": là điểm trên 22"), "{questions}");
    page.act(Action::AnswerColumn {
        file: "a.csv".into(),
        field: Field::GroupPoints,
        header: "so hoa ho so".into(),
        others: Vec::new(),
    });
    page.gather(id, "a.csv", POINTS);
    // 15,91 of 22 = 72,318… %
    assert!(page.region("ranking-region").contains("72,3%"), "{}", page.region("ranking-region"));
}

#[test]
fn corrections_are_handed_on_as_a_file() {
    let mut page = Page::started(None);
    let id = page.open("a.csv", TABLE);
    page.correct(id, ("a.csv", TABLE.as_bytes()), meaning("ty le so hoa ho so"), "none");
    let saved = page.act(Action::CorrectionsSaved);
    let Effect::Save { name, bytes, .. } = &saved[0] else { panic!("{saved:?}") };
    assert_eq!(name.rsplit('.').next(), Some("json"));
    let text = String::from_utf8(bytes.clone()).unwrap();
    let mut colleague = Page::started(None);
    let id = colleague.open("thang-6.csv", TABLE);
    colleague.act(Action::CorrectionsLoaded { value: text.clone() });
    colleague.gather(id, "thang-6.csv", TABLE);
    assert!(!colleague.region("ranking-region").contains("53,1%"));
    colleague.undo(id, "thang-6.csv", TABLE.as_bytes());
    assert!(colleague.region("ranking-region").contains("53,1%"));
    // What cannot be used changes nothing and says why, beside the input and aloud.
    for broken in ["", "xin chào", &text[..text.len() / 2], &text.replace("\"version\": 1", "\"version\": 9")] {
        let effects = colleague.act(Action::CorrectionsLoaded { value: broken.to_owned() });
        let [Effect::Mark { id: "corrections-file", error }, Effect::Status { text }] = &effects[..] else {
            panic!("{effects:?}")
        };
        assert!(error == text && text.contains("giữ nguyên"), "{text}");
    }
}

#[test]
fn a_correction_while_the_file_is_being_read_again_counts_too() {
    let mut page = Page::started(None);
    let id = page.open("a.csv", TABLE);
    page.act(corrected("a.csv", meaning("ty le so hoa ho so"), "none"));
    let effects = page.act(corrected("a.csv", meaning("chung thuc dien tu"), "none"));
    assert!(effects.contains(&Effect::StopReading) && effects.contains(&Effect::ReadAgain { ids: vec![id] }));
    page.gather(id, "a.csv", TABLE);
    assert!(page.region("errors").contains("không có cột số liệu"));
    assert!(page.act(corrected("khac.csv", Correction::Sheet, "x")).is_empty()); // a file nobody knows
}

#[test]
fn the_sample_is_corrected_like_a_file() {
    let mut page = Page::started(None);
    page.act(Action::SampleAsked { sample: Sample::Letter });
    let name = "phu-luc-thang-6-2023.csv";
    page.act(corrected(name, meaning("ty le tong chung nhom so hoa ho so"), "none"));
    assert!(page.region("files-read").contains("anh/chị đã chọn"), "{}", page.region("files-read"));
    page.act(Action::Undone);
    assert!(!page.region("files-read").contains("anh/chị đã chọn"));
    assert!(page.region("undo").contains("aria-disabled"));
}

#[test]
fn as_many_steps_as_are_kept_can_be_taken_back() {
    let mut page = Page::started(None);
    for step in 0..60 {
        page.act(Action::AnswerStatus { text: format!("trạng thái {step}"), class: StatusClass::InProcess });
    }
    let taken_back = (0..60).take_while(|_| page.act(Action::Undone).len() > 1).count();
    assert_eq!(taken_back, 50);
}

#[test]
fn a_meaning_given_to_a_second_column_is_taken_from_the_first_and_said() {
    let file =
        "Đơn vị;Tỷ lệ số hóa hồ sơ;Tỷ lệ kỳ trước;Tỷ lệ khác\nH. Bắc Hà;61,1%;50%;40%\nH. Bảo Yên;41,1%;55%;45%\n";
    let mut page = Page::started(None);
    let id = page.open("a.csv", file);
    let unused = |page: &Page| page.region("files-read").matches("<option value=\"none\" selected>").count();
    let own = ("a.csv", file.as_bytes());
    page.correct(id, own, meaning("ty le ky truoc"), "group_percent");
    let said = "Đã sửa: ý nghĩa cột «Tỷ lệ kỳ trước»; cột «Tỷ lệ số hóa hồ sơ», trước đó có cùng ý nghĩa, nay không dùng (a.csv).";
    assert!(page.status().starts_with(said), "{}", page.status());
    assert_eq!((page.order(), unused(&page)), (vec!["bao-yen", "bac-ha"], 1)); // 55 % before 50 %
    page.correct(id, own, meaning("ty le khac"), "group_percent");
    assert!(
        page.status().contains("cột «Tỷ lệ kỳ trước», trước đó có cùng ý nghĩa, nay không dùng"),
        "{}",
        page.status()
    );
    assert_eq!((page.region("questions"), unused(&page)), ("", 2));
    assert!(page.region("ranking-region").contains("45%"));
    // An arrow that passes on gives the other column its meaning back.
    page.correct(id, own, meaning("ty le khac"), "other_points");
    assert_eq!(unused(&page), 1);
    assert!(page.region("ranking-region").contains("55%"));
    page.undo(id, "a.csv", file.as_bytes());
    page.undo(id, "a.csv", file.as_bytes());
    assert_eq!((page.order(), unused(&page)), (vec!["bac-ha", "bao-yen"], 0));
}

#[test]
fn answers_of_an_earlier_file_are_named_where_they_are_used_again() {
    let file = "Tên đơn vị;Tỷ lệ % tổng chung nhóm số hóa hồ sơ;Tỷ lệ kỳ trước;Chứng thực điện tử\nBPMC Bắc Hà số 2;61,1%;50%;900\nUBND huyện Bảo Yên;41,1%;55%;1900\n";
    let mut page = Page::started(None);
    let id = page.open("hai.csv", file);
    assert!(!page.region("files-read").contains("lựa chọn đã nhớ") && !page.status().contains("đã nhớ"));
    page.correct(id, ("hai.csv", file.as_bytes()), meaning("ty le ky truoc"), "group_percent");
    page.act(Action::NameMatched { name: "BPMC Bắc Hà số 2".into(), value: "bac-ha".into() });
    page.gather(id, "hai.csv", file);
    assert!(!page.status().contains("Đọc theo lựa chọn đã nhớ"), "{}", page.status()); // just answered
    let mut later = Page::started(Some(&page.kept()));
    later.open("hai2.csv", file);
    let named = "cột «Tỷ lệ % tổng chung nhóm số hóa hồ sơ» không dùng, cột «Tỷ lệ kỳ trước» là tỷ lệ % nhóm Số hóa hồ sơ, «BPMC Bắc Hà số 2» là UBND huyện Bắc Hà";
    let said = format!("Đọc theo lựa chọn đã nhớ từ trước: «hai2.csv»: {named}.");
    assert!(later.status().starts_with(&said), "{}", later.status());
    let shown = format!("<dt>Theo lựa chọn đã nhớ</dt><dd>{}</dd>", named.replace(", ", "; "));
    assert!(later.region("files-read").contains(&shown), "{}", later.region("files-read"));
    // A file without such columns and names has none of them.
    later.open("b.csv", TABLE);
    assert!(later.status().starts_with("Đã xếp hạng"), "{}", later.status());
}

#[test]
fn names_of_citizens_stand_in_no_choice() {
    let file = "Danh sách hồ sơ\nSố hồ sơ;Cơ quan/đơn vị;Người nộp;Số điện thoại;Ngày tiếp nhận;Trạng thái hồ sơ\n\
                H38.24-230605-0012;UBND huyện Bảo Yên;Nguyễn Thị Hoa;0912345678;05/06/2023;Đã trả kết quả\n";
    let mut page = Page::started(None);
    page.open("a.csv", file);
    let shown = page.region("files-read");
    assert!(shown.contains("dòng 2: Số hồ sơ") && shown.contains("H38.24-230605-0012"), "{shown}");
    assert!(!shown.contains("Nguyễn") && !shown.contains("0912345678"), "{shown}");
    // Two months of dossiers in one web page: which is meant is asked with their headers alone.
    let rows = file.lines().skip(1).map(|line| format!("<tr><td>{}</td></tr>", line.replace(';', "</td><td>")));
    let month = format!("<table>{}</table>", rows.collect::<String>());
    page.open("b.xls", &format!("<html><body>{month}{}</body></html>", month.replace("Hoa", "Lan")));
    let asked = page.region("questions").to_owned() + page.region("files-read");
    assert!(asked.contains("b.xls: dùng bảng nào") && asked.contains("<td>Người nộp</td>"), "{asked}");
    assert!(!asked.contains("Nguyễn") && !asked.contains("0912345678"), "{asked}");
}

#[test]
fn choices_that_follow_each_other_in_one_list_are_one_step() {
    let mut page = Page::started(None);
    let id = page.open("a.csv", TABLE);
    let file = ("a.csv", TABLE.as_bytes());
    let percent = "ty le so hoa ho so";
    // An arrow on a closed list passes through what lies between.
    for value in ["group_points", "other_points", "none"] {
        page.correct(id, file, meaning(percent), value);
    }
    page.correct(id, file, meaning("chung thuc dien tu"), "received");
    page.undo(id, "a.csv", TABLE.as_bytes()); // the other list was a step of its own
    assert!(page.region("files-read").contains("<option value=\"none\" selected>"));
    page.undo(id, "a.csv", TABLE.as_bytes());
    assert!(page.region("ranking-region").contains("53,1%"));
    assert_eq!(page.act(Action::Undone).len(), 1); // nothing is left
    // Whoever goes back to where the list stood has made no step.
    page.correct(id, file, meaning(percent), "none");
    page.correct(id, file, meaning(percent), "");
    assert_eq!(page.act(Action::Undone).len(), 1);
}
