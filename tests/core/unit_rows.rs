//! Rows of tables that are no unit, or units in no place of their own: the whole province, sums below their rows, offices
//! that are called as their section, communes beside the district they lay in.

use crate::support;
use crate::support::lines::notices;
use crate::support::lines::plain;
use serde_json::Value;
use sohoa::analysis::Settings;

pub(crate) fn read(rows: &[&str]) -> Value {
    support::json(&support::report(&[("a.csv", rows.join("\n") + "\n")], &Settings::default()))
}

/// The province's percentage, the units with their percentages and copies, and the notices but for units that are missing.
#[track_caller]
pub(crate) fn case(rows: &[&str], province: &str, units: &[&str], told: &[&str]) {
    let report = read(rows);
    assert_eq!(plain(&report["province"]["percent"]), province, "{rows:#?}");
    let line = |unit: &Value| ["id", "percent", "certified_copies"].map(|key| plain(&unit[key])).join(" ");
    let mut found: Vec<String> = report["units"].as_array().unwrap().iter().map(line).collect();
    found.retain(|line| !line.ends_with(" - -"));
    assert_eq!(found, units, "{rows:#?}");
    let mut all = notices(&report);
    all.retain(|line| !line.starts_with("unit-missing "));
    assert_eq!(all, told, "{rows:#?}");
}

const HEADER: &str = "STT;Đơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử";
const BAO_YEN: &str = "1;UBND huyện Bảo Yên;72,3%;366";
const SA_PA: &str = "2;UBND thị xã Sa Pa;56,9%;1112";

#[test]
fn the_whole_province_is_no_police() {
    let units = ["bao-yen 72.3 366", "sa-pa 56.9 1112"];
    for name in ["Cả tỉnh", "CẢ TỈNH", "Toàn tỉnh"] {
        case(&[HEADER, BAO_YEN, SA_PA, &format!(";{name};57,7%;1478")], "57.7", &units, &[]);
    }
    case(&[HEADER, "1;Công an tỉnh;60%;5"], "-", &["cong-an 60 5"], &[]);
}

#[test]
fn two_figures_of_the_province_in_one_table_are_told() {
    case(
        &[HEADER, ";Toàn tỉnh;58,4%;", BAO_YEN, ";Toàn tỉnh;57,7%;"],
        "58.4",
        &["bao-yen 72.3 366"],
        &["figure-conflict 1 a.csv 4:- «toàn tỉnh: 57,7% ≠ 58,4% (a.csv, dòng 2)»"],
    );
}

#[test]
fn a_sum_may_stand_below_its_rows_under_the_name_of_their_section() {
    let units = ["bao-yen 72.3 366", "sa-pa 56.9 1112"];
    case(&[HEADER, BAO_YEN, SA_PA, ";Khối huyện;;1478"], "-", &units, &[]);
    case(
        &[HEADER, BAO_YEN, SA_PA, ";Khối huyện;;1400"],
        "-",
        &units,
        &["total-differs 1 a.csv 4:- ««Khối huyện»: 1.400 ≠ 1.478»"],
    );
}

#[test]
fn a_numbered_row_with_figures_is_a_unit_whatever_its_section_is_called() {
    case(
        &[HEADER, BAO_YEN, "2;Văn phòng đăng ký đất đai;12,5%;60", ";Tổng cộng;;426"],
        "-",
        &["bao-yen 72.3 366"],
        &["unit-unknown 1 a.csv 3:2 «Văn phòng đăng ký đất đai»"],
    );
}

#[test]
fn communes_are_the_units_beside_the_district_they_lay_in() {
    let units = ["xa-bao-ha 60 7", "xa-nghia-do 40 8", "xa-bac-ha 50 9"];
    let rows = ["1;Bảo Yên;Xã Bảo Hà;60%;7", "2;Bảo Yên;Xã Nghĩa Đô;40%;8", "3;Bắc Hà;Xã Bắc Hà;50%;9"];
    for columns in ["Huyện;Xã", "Huyện;Đơn vị", "Huyện, thị xã, thành phố;Xã, phường"] {
        let header = format!("STT;{columns};Tỷ lệ số hóa hồ sơ;Chứng thực điện tử");
        let mut sorted = units;
        sorted.sort_unstable_by_key(|unit| std::cmp::Reverse(unit.split(' ').nth(1)));
        case(&["Tháng 8/2025", &header, rows[0], rows[1], rows[2]], "-", &sorted, &[]);
    }
}

#[test]
fn a_section_under_a_former_districts_name_is_no_commune() {
    let header = "Tháng 9/2025\nSTT;Đơn vị;Tỷ lệ số hóa hồ sơ";
    let communes = ["xa-phong-hai 71.5 -", "xa-ta-van 61.5 -"];
    let told = ["unit-unknown 2 a.csv 3:2 «Bảo Thắng»"];
    let rows = ["I;Bảo Thắng;70,5%", "1;Xã Phong Hải;71,5%", "II;Sa Pa;60,5%", "1;Xã Tả Van;61,5%"];
    case(&[&[header][..], &rows].concat(), "-", &communes, &told);
    // Said to be a commune it is one, and so is one that is numbered so itself.
    let rows = ["I;Xã Bảo Thắng;70,5%", "1;Xã Phong Hải;71,5%", "II;Phường Sa Pa;60,5%", "1;Xã Tả Van;61,5%"];
    let units = ["xa-phong-hai 71.5 -", "xa-bao-thang 70.5 -", "xa-ta-van 61.5 -", "phuong-sa-pa 60.5 -"];
    case(&[&[header][..], &rows].concat(), "-", &units, &[]);
    let units = ["xa-bao-thang 70.5 -", "phuong-sa-pa 60.5 -"];
    case(&[header, "I;Bảo Thắng;70,5%", "II;Sa Pa;60,5%"], "-", &units, &[]);
    // Of the former era it is the district's own figure.
    let rows = ["Tháng 6/2023\nSTT;Đơn vị;Tỷ lệ số hóa hồ sơ", "I;Bảo Thắng;70,5%", "II;Sa Pa;60,5%"];
    case(&rows, "-", &["bao-thang 70.5 -", "sa-pa 60.5 -"], &[]);
}

#[test]
fn a_year_of_several_eras_leaves_the_catalogue_to_the_names() {
    // Until June 2025 districts reported, since July communes do.
    for (row, catalogue, unit) in [
        ("1;UBND huyện Bảo Yên;72,3%;366", "laocai-2025-03", "bao-yen"),
        ("1;UBND xã Bảo Hà;72,3%;366", "laocai-2025", "xa-bao-ha"),
    ] {
        let report = read(&["KẾT QUẢ SỐ HÓA HỒ SƠ NĂM 2025", HEADER, row]);
        let first = (plain(&report["catalogue"]), plain(&report["units"][0]["id"]), plain(&report["period"]["to"]));
        assert_eq!(first, (catalogue.to_owned(), unit.to_owned(), "2025-12-31".to_owned()));
    }
}

#[test]
fn a_broken_header_keeps_the_period_of_its_column() {
    let header = "STT;Đơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử từ 01/01/2020\nđến ngày 05/6/2023;Ghi chú";
    let report = read(&[header, "1;UBND huyện Bảo Yên;72,3%;366;Quá thấp", "2;UBND thị xã Sa Pa;56,9%;1112;"]);
    assert_eq!(plain(&report["copies_period"]["to"]), "2023-06-05");
    assert_eq!(
        (plain(&report["units"][0]["id"]), plain(&report["units"][0]["copies_note"])),
        ("bao-yen".into(), "Quá thấp".into())
    );
    assert!(notices(&report).iter().all(|line| !line.starts_with("row-") && !line.starts_with("note-")));
}
