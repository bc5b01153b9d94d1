//! What is said of several files, several months and several rules at once, and that every sentence about it is true.

use crate::support;
use crate::support::lines::plain;
use crate::support::lines::shortfall;
use serde_json::Value;
use sohoa::analysis::FileOutcome;
use sohoa::analysis::Past;
use sohoa::analysis::Report;
use sohoa::analysis::Settings;
use sohoa::analysis::Snapshot;
use sohoa::analysis::unit_sheet;
use sohoa::documents::letter;
use sohoa::documents::rules;
use sohoa::export::to_plain;
use sohoa::units::UnitId;

const HEADER: &str = "Đơn vị;Tỷ lệ % tổng chung nhóm số hóa hồ sơ;Chứng thực điện tử";

/// A table of one month.
fn month(title: &str, rows: &[&str]) -> String {
    format!("{title}\n{HEADER}\n{}\n", rows.join("\n"))
}

fn read(files: &[(&str, &str)], settings: &str) -> Report {
    support::report(files, &Settings::parse(settings).unwrap())
}

/// The notices of a report by their word, each with what was found first.
fn noticed(report: &Report) -> Vec<String> {
    let json = support::json(report);
    let notices = json["notices"].as_array().unwrap().iter().filter(|notice| notice["code"] != "unit-missing");
    notices.map(|notice| format!("{} «{}»", plain(&notice["code"]), plain(&notice["places"][0]["found"]))).collect()
}

/// An earlier period from a table.
fn earlier(name: &str, text: &str) -> Vec<Snapshot> {
    let gathered = support::gather(name, text.as_bytes(), 4096, &Settings::default());
    let outcome: FileOutcome = support::outcome(name, gathered);
    Past::of_table(outcome, Settings::default()).unwrap().periods
}

#[test]
fn files_that_contradict_each_other_are_told() {
    let of = |percent: &str| month("", &[&format!("UBND huyện Bảo Yên;72,3%;366\nToàn tỉnh;{percent};")]);
    let report = read(&[("a.csv", &of("57,7%")), ("b.csv", &of("67,7%"))], "");
    assert_eq!(noticed(&report), ["figure-conflict «toàn tỉnh: 67,7% ≠ 57,7% (a.csv, dòng 4)»"]);
    // Copies counted over other days.
    let copies = |days: &str, unit: &str| format!("Đơn vị;Chứng thực điện tử {days}\n{unit};366\n");
    let first = copies("từ 01/01/2020 đến 05/6/2023", "UBND huyện Bảo Yên");
    let report = read(&[("a.csv", &first), ("b.csv", &copies("từ 01/01/2023 đến 31/3/2023", "Sở Y tế"))], "");
    assert_eq!(noticed(&report), ["periods-differ «từ 01/01/2023 đến 31/3/2023 ≠ từ 01/01/2020 đến 05/6/2023»"]);
    // 9,9 of 22 points are 45 %.
    let points = "Đơn vị;Điểm số hóa hồ sơ\nUBND huyện Bảo Yên;9,9\n";
    let report = read(&[("a.csv", &month("", &["UBND huyện Bảo Yên;72,3%;366"])), ("b.csv", points)], "");
    assert_eq!(noticed(&report), ["rate-differs «UBND huyện Bảo Yên: 72,3% ≠ 45% (9,9 điểm / 22)»"]);
}

#[test]
fn one_month_is_one_period_in_however_many_files_it_came() {
    let may = month("Tháng 5/2023", &["UBND huyện Bảo Yên;72,3%;366", "UBND huyện Bắc Hà;48,1%;426", "Sở Y tế;40%;"]);
    let april = month("Tháng 4/2023", &["UBND huyện Bảo Yên;70%;300", "UBND huyện Bắc Hà;49%;400"]);
    let offices = month("Tháng 4/2023", &["Sở Y tế;41%;", "Sở Nội vụ;60%;"]);
    let march = month("Tháng 3/2023", &["UBND huyện Bắc Hà;47%;390"]);
    let all = [("thang-3.csv", &march), ("thang-4.csv", &april), ("so-4.csv", &offices), ("thang-4.csv", &april)];
    let snapshots: Vec<Snapshot> = all.into_iter().flat_map(|(name, text)| earlier(name, text)).collect();
    let periods = Snapshot::together(snapshots);
    let units = |snapshot: &Snapshot| snapshot.units.iter().map(|unit| unit.id.as_str().to_owned()).collect::<Vec<_>>();
    assert_eq!(
        periods.iter().map(units).collect::<Vec<_>>(),
        [vec!["bac-ha"], vec!["snv", "syt", "bao-yen", "bac-ha"]]
    );
    // Ranks are those among all of a group.
    let ranks: Vec<Option<u32>> = periods[1].units.iter().map(|unit| unit.rank).collect();
    assert_eq!(ranks, [Some(1), Some(2), Some(1), Some(2)]);
    // Marked in March, April and May.
    let comparison = read(&[("thang-5.csv", &may)], "").compared(&periods).comparison.unwrap();
    let change = comparison.changes.iter().find(|change| change.id.as_str() == "bac-ha").unwrap();
    assert_eq!((change.percent_streak, change.history.len()), (3, 3));
}

#[test]
fn percentages_and_copies_of_one_earlier_month_are_one_period_in_whatever_order_they_came() {
    let rates = "Tháng 4/2023\nĐơn vị;Tỷ lệ số hóa hồ sơ\nUBND huyện Bảo Yên;70%\nUBND huyện Bắc Hà;49%\n";
    let may = month("Tháng 5/2023", &["UBND huyện Bảo Yên;72,3%;366", "UBND huyện Bắc Hà;48,1%;426"]);
    // Of the month, since an earlier day up to one of it or soon after, without any day.
    for days in ["Tháng 4/2023", "Từ ngày 01/01/2020 đến ngày 28/4/2023", "Từ ngày 01/01/2020 đến ngày 05/5/2023", ""]
    {
        let copies = format!("{days}\nĐơn vị;Chứng thực điện tử\nUBND huyện Bảo Yên;300\nUBND huyện Bắc Hà;400\n");
        let mut snapshots = [earlier("ty-le.csv", rates), earlier("chung-thuc.csv", &copies)].concat();
        for _ in 0..2 {
            snapshots.reverse();
            let periods = Snapshot::together(snapshots.clone());
            assert_eq!(periods.len(), 1, "{days}");
            let comparison = read(&[("thang-5.csv", &may)], "").compared(&periods).comparison.unwrap();
            let change = &comparison.changes[0];
            // 72,3 - 70 and 366 - 300.
            let found = (change.percent_change.map(|points| points.to_string()), change.copies_change);
            assert_eq!(found, (Some("2.3".to_owned()), Some(66)), "{days}");
        }
    }
    // Copies up to a day long before belong to another month.
    let copies = "Từ ngày 01/01/2020 đến ngày 28/2/2023\nĐơn vị;Chứng thực điện tử\nUBND huyện Bảo Yên;300\n";
    assert_eq!(Snapshot::together([earlier("a.csv", rates), earlier("b.csv", copies)].concat()).len(), 2);
}

#[test]
fn counts_of_a_list_that_are_left_out_are_named() {
    let table = "Tháng 5/2023\nĐơn vị;Tiếp nhận\nUBND huyện Bảo Yên;3\n";
    let list = "Từ ngày 01/5/2023 đến ngày 31/5/2023\nMã hồ sơ;Đơn vị;Ngày tiếp nhận;Trạng thái\n\
        H38.20-230510-0001;UBND huyện Bảo Yên;10/05/2023;Đã trả kết quả\n";
    let report = read(&[("a.csv", table), ("b.csv", list)], "");
    let told = noticed(&report);
    assert!(
        told.contains(&"figure-conflict «số hồ sơ tiếp nhận: 1 ≠ 3 (a.csv, dòng 3, cột 2 (B))»".to_owned()),
        "{told:#?}"
    );
    let all = support::json(&report)["notices"].to_string();
    assert!(all.contains("UBND huyện Bảo Yên: không dùng số hồ sơ đã giải quyết của danh sách"), "{all}");
}

#[test]
fn what_a_unit_lacks_reaches_the_highest_of_the_limits_in_force() {
    let settings = "province = \"57,7\"\n[[thresholds.relative]]\nrule = \"percent-share-of-province\"\nvalue = 0.9";
    let rows = ["UBND huyện Bảo Yên;72,3%;2000", "UBND huyện Bắc Hà;48,1%;2000", "UBND huyện Văn Bàn;51%;2000"];
    let report = support::json(&read(&[("a.csv", &month("", &rows))], settings));
    // 0,9 · 57,7 = 51,93; 51,93 − 48,1 = 3,83 and 51,93 − 51 = 0,93, of 22 points 0,8426 and 0,2046.
    assert_eq!(shortfall(&report), ["van-ban 0.93 0.2046 - -", "bac-ha 3.83 0.8426 - -"]);
}

#[test]
fn limits_sources_and_ways_are_said_as_they_are() {
    let table = month("", &["UBND huyện Bảo Yên;49,97%;2000", "UBND TP Lào Cai;33,31%;2000"]);
    let settings = "[thresholds]\nrate-low = 33.333";
    let report = read(&[("a.csv", &table)], settings);
    // 33,31 % prints as 33,3 %, which is below 33,333 %.
    assert!(to_plain(&letter(&report)).contains("dưới 33,333%"), "{}", to_plain(&letter(&report)));
    assert!(rules(&report).iter().any(|line| line.contains("nhỏ hơn 33,333%, ngưỡng do cơ quan đặt")));
    let sheet = unit_sheet(&report, &UnitId::new("tp-lao-cai").unwrap()).unwrap();
    assert_eq!(sheet.notes[0].source, "ngưỡng do cơ quan đặt");
    let shipped = unit_sheet(&read(&[("a.csv", &table)], ""), &UnitId::new("tp-lao-cai").unwrap()).unwrap();
    assert!(shipped.notes[0].source.contains("tháng 6/2023"), "{}", shipped.notes[0].source);
    let points = "Đơn vị;Điểm số hóa hồ sơ\nUBND huyện Bảo Yên;9,9\n";
    let way = |text: &str| rules(&read(&[("a.csv", text)], ""))[0].clone();
    assert!(way(&table).starts_with("Tỷ lệ % được lấy nguyên từ tệp, không tính lại; là tỷ lệ"), "{}", way(&table));
    assert!(way(points).starts_with("Tỷ lệ % được tính từ điểm có trong tệp; là tỷ lệ"), "{}", way(points));
    let report = read(&[("a.csv", points)], "");
    let sheet = unit_sheet(&report, &UnitId::new("bao-yen").unwrap()).unwrap();
    assert!(sheet.sentence.contains("cách tính: Điểm có sẵn trong tệp, chia 22"), "{}", sheet.sentence);
}

#[test]
fn counts_with_thousands_and_counts_too_large_are_read_or_told() {
    let settings = Settings::parse("[thresholds]\nfew-dossiers = \"1.000\"").unwrap();
    assert_eq!(settings.thresholds.few_dossiers, 1000);
    let report = read(&[("a.csv", &month("", &["UBND huyện Bảo Yên;72,3%;12345678901234"]))], "");
    assert_eq!(noticed(&report), ["number-unreadable «12345678901234»"]);
    let copies: &Value = &support::json(&report)["units"][0]["certified_copies"];
    assert_eq!(*copies, Value::Null);
}

#[test]
fn points_that_rest_on_counts_say_which_and_what_differs_from_the_component() {
    let table = "Đơn vị;Tổng tiếp nhận;Tổng hoàn thành;Hoàn thành có file\nUBND huyện Bảo Yên;30;20;10\n";
    let sheet = unit_sheet(&read(&[("a.csv", table)], ""), &UnitId::new("bao-yen").unwrap()).unwrap();
    // A is counted of the dossiers within the unit's competence; the table has those completed.
    assert_eq!(
        sheet.components[0].basis.as_deref(),
        Some(
            "tính từ số hồ sơ có kết quả điện tử / số hồ sơ đã giải quyết; chia cho hồ sơ đã giải quyết như cổng tỉnh, \
             không chia cho hồ sơ thuộc thẩm quyền"
        )
    );
}
