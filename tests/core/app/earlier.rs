//! Earlier periods and the limits of now: whose notes they bear, which rules are told, and each taken out by itself.

use sohoa::view::Action;
use sohoa::view::Limit;
use sohoa::view::PeriodAct;
use sohoa::view::Ruling;

use super::Page;
use super::periods::JUNE;
use super::periods::MAY;
use super::periods::change;
use super::periods::earlier;
use super::periods::plain;
use super::periods::saved;

const UNNOTED: &str =
    "BÁO CÁO THÁNG 6/2023\nĐơn vị;Tỷ lệ số hóa hồ sơ\nH. Bát Xát;50,2%\nH. Bắc Hà;60%\nH. Văn Bàn;70%\n";

#[test]
fn appendices_without_notes_are_judged_by_the_limits_of_now_whatever_came_first() {
    // Bát Xát: 50,4 in April, 50,6 in May, 50,2 in June: three times below 51, never below 50.
    let of_month = |month: &str, percent: &str| UNNOTED.replace("THÁNG 6", month).replace("50,2%", percent);
    let load = |page: &mut Page| {
        page.act(earlier("4.csv", &of_month("THÁNG 4", "50,4%")));
        page.act(earlier("5.csv", &of_month("THÁNG 5", "50,6%")));
    };
    let limit = |page: &mut Page, value: &str| {
        page.act(Action::LimitTyped { limit: Limit::RateLow, value: value.into() });
    };
    for typed_first in [true, false] {
        let mut page = Page::started(None);
        page.open("6.csv", UNNOTED);
        if typed_first {
            limit(&mut page, "51");
            load(&mut page);
        } else {
            load(&mut page);
            limit(&mut page, "51");
        }
        assert!(change(&page, "bat-xat").ends_with("|3 kỳ liên tiếp «Thấp»|"), "{}", change(&page, "bat-xat"));
        assert!(!page.region("since").contains("Ngưỡng «Thấp» đã đổi"), "{}", page.region("since"));
        // A session that is saved holds what was compared.
        assert_eq!(saved(&mut page).1.matches("\"percent_note\": \"Thấp\"").count(), 2);
        limit(&mut page, "50");
        assert!(change(&page, "bat-xat").ends_with("||"), "{}", change(&page, "bat-xat"));
        // 0,9 of the mean of the three: 0,9 · 60,06… = 54,06; 54,12 in April; 54,18 in May.
        let code = "percent-share-of-mean".to_owned();
        page.act(Action::Rule { what: Ruling::Ticked { code }, value: "true".into() });
        assert!(change(&page, "bat-xat").ends_with("|3 kỳ liên tiếp «Thấp»|"), "{}", change(&page, "bat-xat"));
        assert!(!page.region("since").contains("ghi chú giữ như đã in"), "{}", page.region("since"));
    }
}

#[test]
fn notes_that_an_appendix_prints_stand_and_limits_that_would_say_otherwise_are_told() {
    let printed = MAY.replace("hồ sơ;Chứng thực điện tử", "hồ sơ;Ghi chú");
    let printed = printed.replace(";900", ";").replace(";1.100", ";").replace(";700", ";Thấp");
    let mut page = Page::started(None);
    page.open("6.csv", JUNE);
    page.act(earlier("5.csv", &printed));
    let told = "5.csv: ghi chú giữ như đã in; theo ngưỡng của kỳ này thì 1 đơn vị được ghi khác";
    assert!(!page.region("since").contains("ghi chú giữ như đã in"), "{}", page.region("since"));
    // 51 is below 52; 45 was said to be low, and is.
    page.act(Action::LimitTyped { limit: Limit::RateLow, value: "52".into() });
    let since = page.region("since");
    assert!(since.contains(told) && !since.contains("Ngưỡng «Thấp» đã đổi"), "{since}");
    assert!(since.contains("mới vào: Bắc Hà; ra khỏi: không có; vẫn còn: Văn Bàn"), "{since}");
}

#[test]
fn a_rule_that_the_month_before_did_not_have_is_told() {
    let mut page = Page::started(None);
    page.open("5.csv", MAY);
    let (name, session) = saved(&mut page);
    let mut page = Page::started(None);
    page.open("6.csv", JUNE);
    page.act(earlier(&name, &session));
    assert!(!page.region("since").contains("Luật tương đối"), "{}", page.region("since"));
    let code = "bottom-percents".to_owned();
    page.act(Action::Rule { what: Ruling::Ticked { code }, value: "true".into() });
    assert!(page.region("since").contains("Luật tương đối đã đổi giữa hai kỳ"), "{}", page.region("since"));
}

#[test]
fn each_earlier_period_of_a_session_is_taken_out_by_itself_and_brought_back() {
    let april = MAY.replace("THÁNG 5", "THÁNG 4");
    let mut page = Page::started(None);
    page.open("6.csv", JUNE);
    page.act(earlier("5.csv", MAY));
    page.act(earlier("4.csv", &april));
    let (name, session) = saved(&mut page);
    let mut page = Page::started(None);
    page.open(&name, &session);
    let list = page.region("earlier");
    assert!(
        list.contains("Bỏ<span class=\"hidden\"> 5.csv") && list.contains("Bỏ<span class=\"hidden\"> 4.csv"),
        "{list}"
    );
    let at = usize::from(list.find(" 5.csv") > list.find(" 4.csv"));
    page.act(plain(PeriodAct::Dropped { at }));
    assert_eq!(page.status(), "Đã bỏ 5.csv khỏi các kỳ trước; bấm «Hoàn tác» để lấy lại.");
    let list = page.region("earlier");
    assert!(list.contains("4.csv") && !list.contains("5.csv"), "{list}");
    assert!(page.region("undo").contains("bỏ kỳ trước 5.csv"), "{}", page.region("undo"));
    page.act(Action::Undone);
    assert!(page.region("earlier").contains("5.csv"));
    assert!(change(&page, "bat-xat").contains("|+3|"), "{}", change(&page, "bat-xat"));
    // A session that is given for the month before is one file: its button says that it takes all of it.
    let mut page = Page::started(None);
    page.open("7.csv", &JUNE.replace("THÁNG 6", "THÁNG 7"));
    page.act(earlier(&name, &session));
    assert!(page.region("earlier").contains("Bỏ cả 3 kỳ"), "{}", page.region("earlier"));
}
