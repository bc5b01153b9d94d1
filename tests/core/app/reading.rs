//! Files on their way: what is shown meanwhile, and what becomes of the others when one fails, goes or is given up.

use sohoa::analysis::SessionFile;
use sohoa::analysis::Settings;
use sohoa::analysis::write_session;
use sohoa::app::Effect;
use sohoa::app::Event;
use sohoa::app::Offered;
use sohoa::app::Stage;
use sohoa::columns::Reading;
use sohoa::view::Action;
use sohoa::view::Limit;
use sohoa::view::Sample;

use super::Page;
use super::TABLE;

#[test]
fn the_result_waits_for_the_last_file_of_a_drop() {
    let mut page = Page::started(None);
    let ids = page.offer(&["a.csv", "b.csv"]);
    page.gather(ids[1], "b.csv", "Đơn vị;Chứng thực điện tử\nH. Bắc Hà;426\n");
    assert_eq!(page.stage(), Stage::Reading);
    page.gather(ids[0], "a.csv", "Đơn vị;Tỷ lệ số hóa hồ sơ\nH. Bắc Hà;48,1%\n");
    assert_eq!(page.stage(), Stage::Done);
    let table = page.region("ranking-region");
    assert!(table.contains("48,1%") && table.contains("426"));
    // Files stand in the order they were chosen, not in the order they were read.
    assert!(page.region("files-read").find("a.csv") < page.region("files-read").find("b.csv"));
}

#[test]
fn progress_is_shown_at_every_block_and_said_at_every_tenth() {
    let mut page = Page::started(None);
    let id = page.offer(&["a.csv"])[0];
    let said = |effects: &[Effect]| effects.iter().any(|effect| matches!(effect, Effect::Status { .. }));
    let read = |bytes| sohoa::app::Far { bytes, rows: 1_000, milliseconds: 10 };
    let first = page.happen(Event::FileProgress { id, far: read(42) });
    assert_eq!(first[0], Effect::Progress { done: 42, total: 100 });
    assert!(said(&first) && page.status().contains("40 %"));
    assert!(!said(&page.happen(Event::FileProgress { id, far: read(43) })));
    // What a worker had read that died is read again: the bar neither falls nor ends above the file.
    for (bytes, done) in [(41, 43), (130, 100), (90, 100)] {
        assert_eq!(page.happen(Event::FileProgress { id, far: read(bytes) })[0], Effect::Progress { done, total: 100 });
    }
    assert!(page.happen(Event::FileProgress { id: 99, far: read(1) }).is_empty()); // a file nobody waits for
}

#[test]
fn a_limit_typed_while_a_file_is_read_leaves_the_word_about_the_reading() {
    let mut page = Page::started(None);
    page.open("a.csv", TABLE);
    let id = page.offer(&["b.csv"])[0];
    assert_eq!(page.status(), "Đang đọc b.csv…");
    page.act(Action::LimitTyped { limit: Limit::RateLow, value: "55".into() });
    page.act(Action::GroupChosen { value: "cap-huyen".into() });
    assert!(page.region("changes").contains("thêm Bát Xát"));
    assert_eq!(page.status(), "Đang đọc b.csv…");
    page.gather(id, "b.csv", TABLE);
    assert!(page.status().starts_with("Đã xếp hạng"), "{}", page.status());
}

#[test]
fn an_empty_box_is_no_file() {
    let mut page = Page::started(None);
    page.open("a.csv", TABLE);
    let effects = page.act(Action::NothingPasted);
    let sentence = "Chưa có gì trong ô để đọc. Hãy dán bảng (có dòng tiêu đề) vào ô rồi bấm lại.";
    let expected = [Effect::Status { text: sentence.into() }, Effect::Return { id: "pasted".into() }];
    assert_eq!(effects, expected);
}

#[test]
fn two_months_chosen_together_are_told_the_way_to_compare_them() {
    let mut page = Page::started(None);
    page.open("5.csv", &format!("Tháng 5/2023\n{TABLE}"));
    assert!(!page.region("notices").contains("kỳ trước"));
    page.open("6.csv", &format!("Tháng 6/2023\n{}", TABLE.replace("48,1%", "58,1%")));
    assert_eq!(page.region("notices").matches("mục «So với kỳ trước»").count(), 1, "{}", page.region("notices"));
    // Of the same month it is a conflict, and the way to compare is told as well.
    page.open("6-sua.csv", &format!("Tháng 6/2023\n{}", TABLE.replace("48,1%", "58,2%")));
    assert_eq!(page.region("notices").matches("«Nạp kỳ trước…»").count(), 1, "{}", page.region("notices"));
}

#[test]
fn cancelling_keeps_what_was_read() {
    let mut page = Page::started(None);
    page.open("a.csv", TABLE);
    let id = page.offer(&["b.csv"])[0];
    page.happen(Event::ReadingCancelled);
    assert_eq!((page.stage(), page.status()), (Stage::Done, "Đã dừng đọc. Các tệp đã đọc xong vẫn giữ nguyên."));
    assert_eq!(page.effects.last(), Some(&Effect::Focus { id: "files" })); // the button that was pressed is gone
    page.gather(id, "b.csv", TABLE); // an answer that comes too late falls silent
    assert_eq!(page.region("files-read").matches("<article>").count(), 1);
}

#[test]
fn what_is_read_again_stands_as_it_was_where_reading_is_stopped() {
    let answered = || {
        let mut page = Page::started(None);
        page.open("a.csv", "Đơn vị;Tỷ lệ số hóa hồ sơ\nH. Bát Xát;53,1\nH. Bắc Hà;0,481\n");
        page.act(Action::AnswerNumbers {
            file: "a.csv".into(),
            header: "ty le so hoa ho so".into(),
            numbers: Reading::Percent,
        });
        page
    };
    let mut page = answered();
    page.happen(Event::ReadingCancelled);
    assert_eq!(page.region("files-read").matches("<article>").count(), 1);
    let mut page = answered();
    page.act(Action::Cleared);
    page.act(Action::Undone);
    assert_eq!(page.region("files-read").matches("<article>").count(), 1);
}

#[test]
fn a_session_without_tables_takes_none_away() {
    let mut page = Page::started(None);
    page.open("a.json", TABLE);
    let empty = write_session(&SessionFile { files: Vec::new(), settings: Settings::default(), periods: Vec::new() });
    page.open("a.json", &empty);
    assert_eq!(page.region("files-read").matches("<article>").count(), 1);
}

#[test]
fn a_file_given_up_is_told_until_a_new_one_of_its_name_comes() {
    let mut page = Page::started(None);
    page.open("a.csv", TABLE);
    page.happen(Event::FilesGivenUp(vec![Offered { id: 90, name: "b.csv".into(), bytes: 0 }]));
    assert!(page.region("errors").contains("b.csv") && page.region("errors").contains("dừng hai lần"));
    assert_eq!((page.stage(), page.order().len()), (Stage::Done, 3));
    page.next_id = 91;
    page.open("b.csv", TABLE);
    assert_eq!(page.region("errors"), "");
}

#[test]
fn beginning_anew_stops_what_is_being_read() {
    for action in [Action::Cleared, Action::SampleAsked { sample: Sample::Portal }] {
        let mut page = Page::started(None);
        let id = page.offer(&["bỏ dở.csv"])[0];
        assert!(page.act(action).contains(&Effect::StopReading));
        page.gather(id, "bỏ dở.csv", TABLE); // too late: nobody waits for it
        assert!(!page.region("files-read").contains("bỏ dở.csv"));
    }
}

#[test]
fn an_answer_while_files_are_read_loses_none() {
    let mut page = Page::started(None);
    let table = "Đơn vị;Tỷ lệ số hóa hồ sơ\nH. Bát Xát;53,1\nH. Bắc Hà;0,481\n";
    let first = page.open("a.csv", table);
    let second = page.offer(&["b.csv"])[0];
    let effects = page.act(Action::AnswerNumbers {
        file: "a.csv".into(),
        header: "ty le so hoa ho so".into(),
        numbers: Reading::Percent,
    });
    let stop = effects.iter().position(|effect| *effect == Effect::StopReading);
    let again = effects.iter().position(|effect| *effect == Effect::ReadAgain { ids: vec![first, second] });
    assert!(stop.is_some() && stop < again, "{effects:?}");
    page.gather(first, "a.csv", table);
    assert_eq!(page.stage(), Stage::Reading);
    page.gather(second, "b.csv", "Đơn vị;Chứng thực điện tử\nH. Bắc Hà;426\n");
    assert!(page.region("ranking-region").contains("426"));
}

#[test]
fn a_file_removed_while_another_is_read_does_not_end_the_reading() {
    let mut page = Page::started(None);
    page.open("a.csv", TABLE);
    page.offer(&["b.csv"]);
    page.act(Action::RemoveFile { index: 0 });
    assert_eq!(page.stage(), Stage::Reading);
}

#[test]
fn a_finished_file_of_a_batch_can_be_removed_before_the_batch_ends() {
    let mut page = Page::started(None);
    let ids = page.offer(&["a.csv", "b.csv"]);
    page.gather(ids[0], "a.csv", TABLE);
    page.act(Action::RemoveFile { index: 0 });
    page.gather(ids[1], "b.csv", TABLE);
    assert_eq!(page.stage(), Stage::Done);
    assert!(!page.region("files-read").contains("a.csv"));
}

#[test]
fn only_the_files_that_wait_are_named_as_being_read() {
    let mut page = Page::started(None);
    let ids = page.offer(&["a.csv", "b.csv"]);
    page.gather(ids[0], "a.csv", TABLE);
    let holding = page.effects.iter().rev().find(|effect| matches!(effect, Effect::Holding { .. }));
    assert_eq!(holding, Some(&Effect::Holding { held: vec!["a.csv".into()], reading: vec!["b.csv".into()] }));
}

#[test]
fn an_error_that_was_seen_before_keeps_the_focus_from_nothing() {
    let mut page = Page::started(None);
    let focus = |page: &Page| {
        let to = |effect: &Effect| if let Effect::Focus { id } = effect { Some(*id) } else { None };
        page.effects.iter().rev().find_map(to)
    };
    page.open("hỏng.csv", "không có bảng nào");
    assert_eq!(focus(&page), Some("errors"));
    page.open("a.csv", TABLE);
    assert_eq!(focus(&page), Some("result-heading"));
    page.open("hỏng nữa.csv", "không có bảng nào");
    assert_eq!(focus(&page), Some("errors"));
}

#[test]
fn files_taken_out_by_a_slip_come_back() {
    for action in [Action::Cleared, Action::SampleAsked { sample: Sample::Months }] {
        let mut page = Page::started(None);
        page.open("a.csv", TABLE);
        page.act(action.clone());
        assert!(!page.region("files-read").contains("a.csv"));
        assert!(page.region("undo").contains("bỏ 1 tệp đã chọn"), "{}", page.region("undo"));
        page.act(Action::Undone);
        assert_eq!((page.stage(), page.order().len()), (Stage::Done, 3));
        assert!(page.region("files-read").contains("a.csv") && !page.region("summary").contains("số liệu mẫu"));
        // The periods of the sample are gone with it.
        assert!(!page.region("periods").contains("minh-hoa"));
        // Once other files have come there is nothing to go back to.
        page.act(action);
        page.open("b.csv", TABLE);
        assert!(!page.region("undo").contains("bỏ 1 tệp"));
        page.act(Action::Undone);
        assert!(!page.region("files-read").contains("a.csv"));
    }
    // A sample is nobody's work.
    let mut page = Page::started(None);
    page.act(Action::SampleAsked { sample: Sample::Portal });
    page.act(Action::Cleared);
    assert_eq!(page.region("undo"), "");
}

#[test]
fn many_things_to_look_at_are_counted_as_vietnam_prints_counts() {
    let mut page = Page::started(None);
    let row = "H38.20-230410-0001;UBND huyện Bảo Yên;10/04/2023;Đã trả kết quả\n";
    page.open("a.csv", &format!("Mã hồ sơ;Đơn vị;Ngày tiếp nhận;Trạng thái\n{}", row.repeat(1_301)));
    // 1.300 rows of one dossier, and eight districts that are missing.
    assert!(page.status().contains("; 1.308 điều cần xem lại."), "{}", page.status());
}
