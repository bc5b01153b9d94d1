//! A column that says of each row which month or quarter it is of.

use crate::support;
use crate::support::json;
use crate::support::lines::notices;
use crate::support::lines::units;
use serde_json::Value;
use sohoa::analysis::Settings;

/// The report on a table; its rows are parted by `|`.
fn read(table: &str) -> Value {
    json(&support::report(&[("a.csv", table.replace('|', "\n"))], &Settings::default()))
}

fn told(report: &Value) -> Vec<String> {
    notices(report).into_iter().filter(|line| !line.starts_with("unit-missing ")).collect()
}

#[test]
fn one_month_in_all_rows_is_the_tables() {
    for (columns, cells) in [
        ("Tháng", "6/2023"),
        ("Tháng", "06/2023"),
        ("Kỳ", "Tháng 6/2023"),
        ("Kỳ báo cáo", "6/2023"),
        ("Thời gian", "Từ ngày 01/6/2023 đến ngày 30/6/2023"),
        ("Năm;Tháng", "2023;6"),
        ("Tháng;Năm", "Tháng 6;2023"),
    ] {
        let table = format!(
            "STT;{columns};Đơn vị;Tỷ lệ số hóa hồ sơ|1;{cells};UBND huyện Bảo Yên;72,3%|2;{cells};UBND huyện Bắc Hà;48,1%"
        );
        let report = read(&table);
        assert_eq!(report["period"]["from"], "2023-06-01", "{columns}");
        assert_eq!(report["period"]["to"], "2023-06-30", "{columns}");
        assert_eq!(units(&report), ["1 bao-yen 72.3 - - -", "2 bac-ha 48.1 Thấp - -"], "{columns}");
        assert_eq!(told(&report), [""; 0], "{columns}");
    }
    let quarter = read("Quý;Năm;Đơn vị;Tỷ lệ số hóa hồ sơ|II;2023;UBND huyện Bảo Yên;72,3%");
    assert_eq!(quarter["period"]["from"], "2023-04-01");
    // Of copies it is their period.
    let copies = read("Tháng;Đơn vị;Chứng thực điện tử|6/2023;UBND huyện Bảo Yên;366|6/2023;UBND huyện Bắc Hà;426");
    assert_eq!((&copies["period"]["to"], &copies["copies_period"]["to"]), (&Value::Null, &"2023-06-30".into()));
}

#[test]
fn of_several_months_none_is_taken_and_no_row_is_called_a_copy() {
    let header = "Tháng;Đơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử";
    // The copies are the same by chance.
    let rows = "4/2023;UBND huyện Bảo Yên;71%;366|4/2023;UBND huyện Bắc Hà;47%;426|4/2023;Toàn tỉnh;55%;\
        |5/2023;UBND huyện Bảo Yên;72,3%;366|5/2023;UBND huyện Bắc Hà;48,1%;426|5/2023;Toàn tỉnh;57%;";
    let report = read(&format!("{header}|{rows}"));
    assert_eq!(units(&report), ["- bac-ha - - - -", "- bao-yen - - - -"]);
    assert_eq!((&report["period"]["to"], &report["province"]["percent"]), (&Value::Null, &Value::Null));
    assert_eq!(told(&report), ["rows-of-periods 1 a.csv 1:1 «4/2023 (dòng 2), 5/2023 (dòng 5)»"]);
    // The same below months without a year, and where the month stands in the first of its rows alone.
    let report = read(&format!("{header}|{}", rows.replace("/2023", "")));
    assert_eq!(units(&report), ["- bac-ha - - - -", "- bao-yen - - - -"]);
    assert_eq!(told(&report), ["rows-of-periods 1 a.csv 1:1 «4 (dòng 2), 5 (dòng 5)»"]);
    let report = read(
        "Tháng;Đơn vị;Chứng thực điện tử|4/2023;UBND huyện Bảo Yên;366|;UBND huyện Bắc Hà;426\
        |5/2023;UBND huyện Bảo Yên;366|;UBND huyện Bắc Hà;426",
    );
    assert_eq!(told(&report), ["rows-of-periods 1 a.csv 1:1 «4/2023 (dòng 2), 5/2023 (dòng 4)»"]);
}

#[test]
fn units_of_which_each_has_one_month_keep_their_figures_and_the_months_are_told() {
    let report =
        read("Kỳ;Đơn vị;Tỷ lệ số hóa hồ sơ|Tháng 6/2023;UBND huyện Bảo Yên;72,3%|Tháng 5/2023;UBND huyện Bắc Hà;48,1%");
    assert_eq!(units(&report), ["1 bao-yen 72.3 - - -", "2 bac-ha 48.1 Thấp - -"]);
    assert_eq!(report["period"]["to"], Value::Null);
    assert_eq!(told(&report), ["rows-of-periods 1 a.csv 1:1 «Tháng 6/2023 (dòng 2), Tháng 5/2023 (dòng 3)»"]);
}

#[test]
fn what_is_no_period_is_left_alone() {
    // Times of day, days of an update, how long it took.
    for [first, second] in
        [["08:00", "09:15"], ["05/6/2023", "04/6/2023"], ["05/6/2023", "05/6/2023"], ["3 ngày", "5 ngày"]]
    {
        let rows = format!("{first};UBND huyện Bảo Yên;72,3%|{second};UBND huyện Bắc Hà;48,1%");
        let report = read(&format!("Thời gian;Đơn vị;Tỷ lệ số hóa hồ sơ|{rows}"));
        assert_eq!(units(&report), ["1 bao-yen 72.3 - - -", "2 bac-ha 48.1 Thấp - -"], "{first}");
        assert_eq!((told(&report).len(), &report["period"]["to"]), (0, &Value::Null), "{first}");
    }
    // A row copied.
    let report = read("Tháng;Đơn vị;Chứng thực điện tử|6/2023;UBND huyện Bảo Yên;366|6/2023;UBND huyện Bảo Yên;366");
    assert_eq!(told(&report), ["unit-repeated 1 a.csv 3:2 «UBND huyện Bảo Yên»"]);
    // A title says more than a column.
    let report =
        read("Từ ngày 01/6/2023 đến ngày 15/6/2023|Tháng;Đơn vị;Chứng thực điện tử|6/2023;UBND huyện Bảo Yên;366");
    assert_eq!(report["copies_period"]["to"], "2023-06-15");
}
