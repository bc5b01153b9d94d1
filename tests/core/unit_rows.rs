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
fn a_place_or_an_office_beside_a_commune_parts_none_of_them() {
    for (header, above) in [
        ("Tỉnh, thành phố;Xã, phường", ["Lào Cai", "Lào Cai"]),
        ("Địa bàn;Đơn vị", ["Huyện Bát Xát", "Thị xã Sa Pa"]),
        ("Tên huyện;Đơn vị", ["Bát Xát", "Sa Pa"]),
    ] {
        let rows = [
            "Tháng 10/2025".to_owned(),
            format!("STT;{header};Tỷ lệ số hóa hồ sơ;Chứng thực điện tử"),
            format!("1;{};Xã Cốc San;61,3%;1039", above[0]),
            format!("2;{};Phường Sa Pa;93,2%;2796", above[1]),
        ];
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        case(&rows, "-", &["phuong-sa-pa 93.2 2796", "xa-coc-san 61.3 1039"], &[]);
    }
}

#[test]
fn the_communes_that_went_into_one_of_2025_are_added_up_below_it() {
    let title = "CHỨNG THỰC ĐIỆN TỬ Tháng 7/2025";
    let header = "STT;Đơn vị;Chứng thực điện tử";
    let rows = |of_kim_son: &'static str| {
        [title, header, "I;UBND xã Bảo Hà;", "1;Xã Bảo Hà;200", of_kim_son, "II;UBND xã Nghĩa Đô;", "1;Xã Nghĩa Đô;70"]
    };
    // 200 and 60; one commune below its own name is itself.
    let told = noticed_of(&rows("2;Xã Kim Sơn;60"));
    assert_eq!(told.0, ["xa-bao-ha - 260", "xa-nghia-do - 70"]);
    assert_eq!(told.1.iter().filter(|line| line.contains("Nghĩa Đô")).count(), 0, "{told:?}");
    assert!(
        told.1.iter().any(|line| line.starts_with("communes-added ") && line.contains("Bảo Hà: cộng 2 dòng")),
        "{told:?}"
    );
    // Where another unit stands below, the row above is no sum of them.
    let told = noticed_of(&rows("2;Xã Gia Phú;60"));
    assert_eq!(told.0, ["xa-bao-ha - 200", "xa-gia-phu - 60", "xa-nghia-do - 70"]);
}

fn noticed_of(rows: &[&str]) -> (Vec<String>, Vec<String>) {
    let report = read(rows);
    let line = |unit: &Value| ["id", "percent", "certified_copies"].map(|key| plain(&unit[key])).join(" ");
    let mut found: Vec<String> = report["units"].as_array().unwrap().iter().map(line).collect();
    found.retain(|line| !line.ends_with(" - -"));
    found.sort();
    (found, notices(&report))
}

#[test]
fn of_a_row_out_of_place_no_telephone_and_no_mail_is_told() {
    let header = "STT;Tên đơn vị;Cán bộ đầu mối;Số điện thoại;Email;Tỷ lệ số hóa hồ sơ;Ghi chú";
    let rows = [
        header,
        "1;UBND huyện Bảo Yên;Pao;0912345678;pao@x.vn;72,3%;",
        "2;UBND huyện Bắc Hà;;Dế;0987 654 321;de@x.vn;48,1%;",
    ];
    let json = read(&rows).to_string();
    assert!(!["0987 654 321", "@"].iter().any(|own| json.contains(own)), "{json}");
}

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

#[test]
fn a_row_that_numbers_the_columns_is_one_though_they_were_moved() {
    let header = "STT;Tên đơn vị;Chứng thực điện tử;Tỷ lệ số hóa hồ sơ";
    let (bao_yen, sa_pa) = ("1;UBND huyện Bảo Yên;366;72,3%", "2;UBND thị xã Sa Pa;1112;56,9%");
    let units = ["bao-yen 72.3 366", "sa-pa 56.9 1112"];
    for numbering in ["(1);(2);(4);(3)", "(1);(2);(3);(5)", "(1);(2);(3);(3)", "1;2;4;3", "A;B;3;1", "(1);(2);;(4)"] {
        case(&[header, numbering, bao_yen, sa_pa], "-", &units, &[]);
    }
    // Further below it is a row with a name that nobody knows.
    case(&[header, bao_yen, "2;(2);4;3%"], "-", &units[..1], &["unit-unknown 1 a.csv 3:2 «(2)»"]);
    // Right below the header, too, what is no small number is a figure.
    case(&[header, "1;2;1112;3%", bao_yen], "-", &units[..1], &["unit-unknown 1 a.csv 2:2 «2»"]);
}
