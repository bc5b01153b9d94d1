//! What the page tells holds: the limit and the rule that decide, points of the formula, counts, known columns; and where the
//! focus goes.

use sohoa::app::Effect;
use sohoa::app::Event;
use sohoa::app::Far;
use sohoa::view::Action;
use sohoa::view::Limit;
use sohoa::view::Ruling;
use sohoa::view::Sample;

use super::Page;
use super::TABLE;

#[test]
fn the_rule_that_decides_is_named_where_the_limit_is() {
    let mut page = Page::started(None);
    page.act(Action::SampleAsked { sample: Sample::Months });
    page.act(Action::LimitTyped { limit: Limit::RateLow, value: "40".into() });
    let code = "percent-share-of-mean".to_owned();
    page.act(Action::Rule { what: Ruling::Ticked { code }, value: "true".into() });
    // The mean of the nine is 56,7; 0,9 of it 51,03: above 49,5, 49 and 48,1.
    let summary = page.region("summary");
    let told = "tỷ lệ dưới 51,03%, theo luật «tỷ lệ nhỏ hơn 0,9 lần trung bình cộng của nhóm»";
    assert!(summary.contains("3 / 9") && summary.contains(told) && !summary.contains("dưới 40%"), "{summary}");
    let chart = page.region("chart");
    assert!(
        chart.contains("Ngưỡng «Thấp» là 51,03%, theo luật «tỷ lệ nhỏ hơn 0,9 lần trung bình cộng của nhóm»."),
        "{chart}"
    );
    assert!(chart.contains("UBND huyện Văn Bàn: 49%, dưới ngưỡng") && !chart.contains("40%"), "{chart}");
    let since = page.region("since");
    assert!(since.contains("Đường gạch ngang: ngưỡng 51,03%") && !since.contains("ngưỡng 40%"), "{since}");
    assert!(since.contains("ngưỡng «Thấp» 51,03%"), "{since}");
    // A rule below the limit decides nothing.
    page.act(Action::LimitTyped { limit: Limit::RateLow, value: "52".into() });
    assert!(page.region("summary").contains("<dd>tỷ lệ dưới 52%</dd>"), "{}", page.region("summary"));
    // The same for copies: the mean is 11.821 / 9 = 1.313,4; 0,6 of it 788,07, so that below 789 is below it.
    let code = "copies-share-of-mean".to_owned();
    page.act(Action::LimitTyped { limit: Limit::CountVeryLow, value: "100".into() });
    page.act(Action::Rule { what: Ruling::Ticked { code: code.clone() }, value: "true".into() });
    page.act(Action::Rule { what: Ruling::Value { code }, value: "0,6".into() });
    let told = "chứng thực điện tử dưới 789, theo luật «số chứng thực nhỏ hơn 0,6 lần trung bình cộng của nhóm»";
    assert!(page.region("summary").contains(told), "{}", page.region("summary"));
}

#[test]
fn points_lacking_are_of_the_points_that_the_formula_counts() {
    // Under the components given, A alone counts: 40 % lie 10 percentage points below 50 %, 0,6 of its 6 points.
    let mut page = Page::started(None);
    page.open("a.csv", "Đơn vị;Tỷ lệ hồ sơ cấp kết quả điện tử\nH. Bắc Hà;40%\n");
    page.act(Action::UsePreset { value: "points_present".into() });
    let missing = |page: &Page| {
        let cell = page.region("ranking-region").split("data-field=\"missing\">").nth(1).unwrap();
        cell.split('<').next().unwrap().to_owned()
    };
    assert_eq!(missing(&page), "10 điểm % (0,6/6 điểm)");
    // A rate that a file gives is one of 22 points.
    page.open("a.csv", "Đơn vị;Tỷ lệ số hóa hồ sơ\nH. Bắc Hà;40%\n");
    page.act(Action::UsePreset { value: String::new() });
    assert_eq!(missing(&page), "10 điểm % (2,2/22 điểm)");
}

#[test]
fn errors_are_called_so_aloud_and_in_the_list_before_issuing_stands_who_has_no_rate() {
    let mut page = Page::started(None);
    // Bắc Hà stands twice with two figures: an error. Six districts are missing, and Bảo Yên has no rate.
    page.open("a.csv", &format!("{TABLE}H. Bắc Hà;60%;426\n"));
    assert!(page.status().ends_with("; 1 lỗi, 6 điều cần xem lại."), "{}", page.status());
    assert!(page.region("summary").contains("1 lỗi, 6 điều cần xem lại"), "{}", page.region("summary"));
    let told = "1 đơn vị chưa có tỷ lệ nên không xếp hạng: UBND huyện Bảo Yên.";
    assert!(page.region("documents").contains(told), "{}", page.region("documents"));
    page.open("a.csv", &TABLE.replace("H. Bảo Yên;;", "H. Bảo Yên;50%;"));
    assert!(!page.region("documents").contains("chưa có tỷ lệ nên"), "{}", page.region("documents"));
}

#[test]
fn a_file_taken_out_leaves_the_focus_where_its_like_stand() {
    let focus = |effects: &[Effect]| {
        effects.iter().rev().find_map(|effect| match effect {
            Effect::Focus { id } => Some(*id),
            _ => None,
        })
    };
    let mut page = Page::started(None);
    page.open("a.csv", TABLE);
    page.open("b.csv", TABLE);
    assert_eq!(focus(&page.act(Action::RemoveFile { index: 1 })), Some("files-heading"));
    assert!(page.region("files-read").contains("id=\"files-heading\" tabindex=\"-1\""));
    assert_eq!(focus(&page.act(Action::RemoveFile { index: 0 })), Some("input-heading"));
}

#[test]
fn columns_of_an_unread_file_that_are_known_are_called_so() {
    let mut page = Page::started(None);
    page.open("a.csv", "STT;Đơn vị;Kết quả đợt;Số gì đó\n1;UBND huyện Bảo Yên;73,1;5\n2;UBND huyện Bắc Hà;48,9;9\n");
    let read = page.region("files-read").to_owned();
    assert!(page.region("errors").contains("a.csv"), "{}", page.region("errors"));
    // Of four columns two are known.
    assert_eq!(read.matches("<td>chưa rõ</td>").count(), 2, "{read}");
    assert_eq!(read.matches("(đúng tiêu đề đã biết)").count(), 2, "{read}");
}

#[test]
fn rows_that_stand_still_are_not_counted_aloud() {
    let mut page = Page::started(None);
    let id = page.offer(&["a.csv"])[0];
    let mut told = |bytes: u64, rows: u64| {
        page.happen(Event::FileProgress { id, far: Far { bytes, rows, milliseconds: 5_000 } });
        page.status().contains("dòng")
    };
    assert_eq!(
        [(10, 0), (20, 2_000), (30, 2_000), (40, 2_000), (50, 9_000)].map(|(far, rows)| told(far, rows)),
        [false, true, false, false, true]
    );
}
