//! Titles that name a range of months, two periods, or a day of the law: what is taken, what is told, whose units they name.

use super::Files;
use super::PERCENT;
use super::SINCE_2020;
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

#[test]
fn a_year_that_is_said_chooses_the_units_whatever_is_understood() {
    for (title, period, told) in [
        ("Lũy kế 10 tháng năm 2025", "2025-01-01..2025-10-31", 0),
        ("12 tháng năm 2025", "2025-01-01..2025-12-31", 0),
        ("6 THÁNG CUỐI NĂM\nNĂM 2025", "2025-07-01..2025-12-31", 0),
        ("Tuần 40 năm 2025", "", 1),
        ("Năm tháng cuối năm 2025", "", 1),
        ("Quý III năm 2025\nTháng 10", "", 1),
        ("NĂM 2025\n(Số liệu tính đến ngày 30/9/2025)", "2025-01-01..2025-09-30", 0),
    ] {
        assert_eq!(of("year.csv", title), (period.into(), "laocai-2025".into(), told), "{title}");
    }
    for title in ["9 THÁNG\nNĂM 2023", "Kỳ: 9 tháng\nNăm: 2023", "Chín tháng đầu năm\n\nNăm 2023"] {
        assert_eq!(of("year.csv", title), ("01-01..09-30".into(), "laocai-2023".into(), 0), "{title}");
    }
}

#[test]
fn a_month_above_the_figures_that_is_not_the_titles_is_told_with_it() {
    let of = |title: &str, header: &str, cells: &str| {
        let rows = format!("Huyện Bảo Yên;{cells}|Huyện Bắc Hà;{cells}");
        let report = Files::of("headers").table("header.csv", title, header, &rows).json("header.csv");
        (period(&report, "period"), told(&report, "period-unreadable").join(" | "))
    };
    let both = "header.csv: từ 01/5/2023 đến 31/5/2023 ≠ Tỷ lệ số hóa hồ sơ tháng 6/2023";
    let june = "Tỷ lệ số hóa hồ sơ tháng 6/2023";
    assert_eq!(of("Tháng 5/2023", june, "50%"), (String::new(), both.into()));
    assert_eq!(of("Tháng 6/2023", june, "50%"), ("06-01..06-30".into(), String::new()));
    assert_eq!(of("Từ ngày 01/6/2023 đến ngày 25/6/2023", june, "50%"), ("06-01..06-25".into(), String::new()));
    assert_eq!(of("", june, "50%"), ("06-01..06-30".into(), String::new()));
    // The year stands with the title, or is another one.
    for header in ["tháng 6", "quý II", "năm 2022", "năm 2022 (%)", "6 tháng đầu năm"] {
        let header = format!("Tỷ lệ số hóa hồ sơ {header}");
        let both = format!("header.csv: từ 01/5/2023 đến 31/5/2023 ≠ {header}");
        assert_eq!(of("Tháng 5/2023", &header, "50%"), (String::new(), both), "{header}");
    }
    for header in ["tháng 5", "T5", "năm 2023", "trong tháng", "năm nay", "(tháng)"] {
        let header = format!("Tỷ lệ số hóa hồ sơ {header}");
        assert_eq!(of("Tháng 5/2023", &header, "50%"), ("05-01..05-31".into(), String::new()), "{header}");
    }
    // The month before, and what copies have grown since, stand beside with periods of their own.
    for (beside, cell) in [("Tỷ lệ số hóa hồ sơ tháng trước (tháng 5/2023)", "49%"), (SINCE_2020, "366")]
    {
        let found = of("Tháng 6/2023", &format!("{PERCENT};{beside}"), &format!("50%;{cell}"));
        assert_eq!(found, ("06-01..06-30".into(), String::new()), "{beside}");
    }
}
