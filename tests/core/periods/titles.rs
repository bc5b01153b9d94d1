//! Titles that name a range of months, two periods, or a day of the law: what is taken, what is told, whose units they name.

use super::Files;
use super::PERCENT;
use super::period;
use super::told;

/// Names that mean districts until 30/6/2025 and communes since.
const BARE: &str = "Bảo Yên;50%|Bảo Thắng;40%";

/// The period, the catalogue and what is told of an unreadable period under this title.
fn of(name: &str, title: &str) -> (String, String, usize) {
    let report = Files::of("titles").table(name, title, PERCENT, BARE).json(name);
    let told = told(&report, "period-unreadable").len();
    (period(&report, "period"), report["catalogue"].as_str().unwrap().to_owned(), told)
}

#[test]
fn a_range_of_months_is_a_period() {
    for title in ["Tháng 7 - 9/2025", "Tháng 7-9 năm 2025", "Kết quả số hóa\nNĂM 2025\nTháng 7, 8, 9"] {
        assert_eq!(of("range.csv", title), ("2025-07-01..2025-09-30".into(), "laocai-2025".into(), 0), "{title}");
    }
}

#[test]
fn of_two_periods_none_is_taken_and_their_year_chooses_the_units() {
    for title in [
        "Tháng 12/2025 và cả năm 2025",
        "Tháng 9 và 9 tháng năm 2025",
        "Tháng 12 và năm 2025",
        "Tháng 9, quý III năm 2025",
        "Năm 2025 (từ 01/7/2025)",
    ] {
        assert_eq!(of("two.csv", title), (String::new(), "laocai-2025".into(), 1), "{title}");
    }
    assert_eq!(of("two.csv", "Tháng 12 và cả năm 2023"), (String::new(), "laocai-2023".into(), 1));
}

#[test]
fn the_first_day_of_the_new_government_begins_no_period() {
    let title = "Kết quả từ khi thực hiện chính quyền địa phương 2 cấp từ 01/7/2025 - Tháng 10/2025";
    assert_eq!(of("law.csv", title), ("2025-10-01..2025-10-31".into(), "laocai-2025".into(), 0));
}
