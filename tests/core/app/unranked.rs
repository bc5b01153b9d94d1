//! What the page says where a ranking would be empty, and beside one of several groups.

use sohoa::view::Action;
use sohoa::view::Ruling;

use super::Page;
use super::TABLE;

#[test]
fn a_formula_that_gives_nothing_says_so_and_one_button_takes_what_the_file_gives() {
    let mut page = Page::started(None);
    page.act(Action::Rule { what: Ruling::Formula, value: "points_present".into() });
    page.open("a.csv", TABLE);
    let summary = page.region("summary").to_owned();
    assert!(summary.contains("Chưa xếp hạng theo tỷ lệ") && summary.contains("còn tệp có sẵn tỷ lệ"), "{summary}");
    assert!(summary.contains("usePreset"), "{summary}");
    let effects = page.act(Action::UsePreset { value: String::new() });
    assert_eq!(effects.last(), Some(&sohoa::app::Effect::Focus { id: "result-heading" }));
    assert!(!page.region("summary").contains("Chưa xếp hạng"));
    assert_eq!(page.order(), ["bat-xat", "bac-ha", "bao-yen"]);
}

#[test]
fn a_file_without_the_groups_rate_says_what_would_give_one() {
    let mut page = Page::started(None);
    page.open("a.csv", "Đơn vị;Tiếp nhận;Có số hóa TPHS;Đã giải quyết;Hoàn thành có file\nH. Bắc Hà;100;90;80;40\n");
    let summary = page.region("summary");
    assert!(summary.contains("tệp không có tỷ lệ hay điểm chung") && summary.contains("points_present"), "{summary}");
    page.act(Action::UsePreset { value: "points_present".into() });
    assert!(!page.region("summary").contains("Chưa xếp hạng"));
    // Copies alone have no rate to speak of.
    let mut page = Page::started(None);
    page.open("a.csv", "Đơn vị;Chứng thực điện tử\nH. Bắc Hà;426\n");
    assert!(!page.region("summary").contains("Chưa xếp hạng"));
}

#[test]
fn another_group_of_the_files_is_told_and_one_button_away() {
    let mut page = Page::started(None);
    page.open("a.csv", TABLE);
    assert!(!page.region("summary").contains("Tệp còn nhóm"));
    page.open("b.csv", "Đơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử\nSở Y tế;40%;2.000\n");
    let summary = page.region("summary");
    assert!(summary.contains("Tệp còn nhóm Sở, ban, ngành: 1 đơn vị, 1 «Thấp», 0 «Quá thấp»"), "{summary}");
    // Of the districts six are missing; of the departments nobody asks here.
    assert!(summary.contains("Thiếu 6 đơn vị"), "{summary}");
    let effects = page.act(Action::ShowGroup { value: "so-nganh".into() });
    assert!(effects.contains(&sohoa::app::Effect::Fill { id: "group", value: "so-nganh".into() }));
    assert_eq!(page.order(), ["syt"]);
    assert!(page.region("summary").contains("Tệp còn nhóm Cấp huyện: 3 đơn vị, 1 «Thấp», 2 «Quá thấp»"));
}

#[test]
fn a_file_that_replaces_one_of_its_name_is_told_and_a_wrong_limit_says_which_is_in_force() {
    let mut page = Page::started(None);
    page.open("a.csv", TABLE);
    assert!(!page.status().contains("thay cho"));
    page.open("a.csv", TABLE);
    assert!(page.status().starts_with("«a.csv» thay cho tệp cùng tên đã chọn trước. Đã xếp hạng"), "{}", page.status());
    let limit = sohoa::view::Limit::RateLow;
    page.act(Action::LimitTyped { limit, value: "49,5".into() });
    let effects = page.act(Action::LimitTyped { limit, value: "150".into() });
    assert!(format!("{effects:?}").contains("Vẫn đang dùng 49,5%."), "{effects:?}");
    // What was a limit only on its way to one that cannot be is none.
    for value in ["1", "10", "101"] {
        page.act(Action::LimitTyped { limit, value: value.into() });
    }
    let effects = page.act(Action::LimitTyped { limit, value: "101".into() });
    assert!(format!("{effects:?}").contains("Vẫn đang dùng 49,5%."), "{effects:?}");
}

#[test]
fn a_list_of_dossiers_without_a_known_result_says_why_nobody_is_ranked() {
    let mut page = Page::started(None);
    let list = |result: &str| {
        let head = format!("Mã hồ sơ;Đơn vị tiếp nhận;Ngày tiếp nhận;Trạng thái;{result}\n");
        (1..=3).fold(head, |list, row| {
            format!("{list}000.04.15.H38-230110-0000{row};UBND huyện Bắc Hà;10/01/2023;Đã trả kết quả;có\n")
        })
    };
    page.open("a.csv", &list("Cột gì đó"));
    let summary = page.region("summary");
    assert!(summary.contains("Chưa xếp hạng theo tỷ lệ: danh sách hồ sơ chưa cho tính được"), "{summary}");
    assert!(summary.contains("«Tệp đã đọc và cách hiểu»"), "{summary}");
    page.open("a.csv", &list("Kết quả điện tử"));
    assert!(!page.region("summary").contains("danh sách hồ sơ chưa cho"), "{}", page.region("summary"));
}
