//! Workbooks of several sheets, written here: which of them are read together, and what is said of the others.

use crate::support;
use std::fmt::Write as _;

use crate::support::books;
use crate::support::lines::bao_yen;
use crate::support::lines::notices;
use crate::support::lines::units;
use serde_json::Value;
use sohoa::analysis::Settings;
use sohoa::analysis::assess;
use sohoa::intake::Hints;

/// How the cells of the workbooks here show their days.
const FORMATS: [&str; 5] =
    ["\"Tháng\" mm/yyyy", "\"Từ ngày \"dd/mm/yyyy", "\"đến ngày \"dd/mm/yyyy", "mm/yyyy", "dd/mm/yyyy"];

/// A workbook of these sheets: their names, and rows of cells between bars. A cell `@3 45017` holds a number in the third
/// of these formats.
pub(super) fn book(sheets: &[(&str, &[&str])], behind: &str) -> Vec<u8> {
    let cell = |text: &str| match text.strip_prefix('@').and_then(|rest| rest.split_once(' ')) {
        Some((format, number)) => format!("<c s=\"{format}\"><v>{number}</v></c>"),
        None if text.parse::<f64>().is_ok() => format!("<c><v>{text}</v></c>"),
        None if text.is_empty() => "<c/>".to_owned(),
        None => format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>"),
    };
    let row = |row: &&str| format!("<row>{}</row>", row.split('|').map(cell).collect::<String>());
    let (mut names, mut formats, mut styles) = (String::new(), String::new(), String::new());
    let mut parts = Vec::new();
    for (number, (name, rows)) in (1..).zip(sheets) {
        write!(names, "<sheet name=\"{name}\"/>").unwrap();
        let rows: String = rows.iter().map(row).collect();
        let sheet = format!("<worksheet>{behind}<sheetData>{rows}</sheetData></worksheet>");
        parts.push((format!("xl/worksheets/sheet{number}.xml"), sheet));
    }
    for (number, code) in (164..).zip(FORMATS) {
        let code = code.replace('"', "&quot;");
        write!(formats, "<numFmt numFmtId=\"{number}\" formatCode=\"{code}\"/>").unwrap();
        write!(styles, "<xf numFmtId=\"{number}\"/>").unwrap();
    }
    let styles = format!("<styleSheet><numFmts>{formats}</numFmts><cellXfs><xf/>{styles}</cellXfs></styleSheet>");
    parts.push(("xl/workbook.xml".to_owned(), format!("<workbook><sheets>{names}</sheets></workbook>")));
    parts.push(("xl/styles.xml".to_owned(), styles));
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    books::archive(&parts)
}

pub(super) fn read_sheet(bytes: &[u8], sheet: Option<&str>) -> Value {
    let hints = Hints { sheet: sheet.map(str::to_owned), ..Hints::default() };
    let outcome = support::read("a.xlsx", bytes, &Settings::default(), &hints);
    support::json(&assess(&[outcome], &support::catalogue(), &Settings::default()))
}

pub(super) fn read(bytes: &[u8]) -> Value {
    read_sheet(bytes, None)
}

/// The notices but for units that are missing, without the file's name.
pub(super) fn noticed(report: &Value) -> Vec<String> {
    let short = |line: String| line.replace(" a.xlsx", "");
    notices(report).into_iter().filter(|line| !line.starts_with("unit-missing")).map(short).collect()
}

pub(super) const INDEX: [&str; 3] =
    ["STT|Đơn vị|Tỷ lệ số hóa hồ sơ", "1|UBND huyện Bảo Yên|72,3%", "2|UBND huyện Bảo Thắng|68,9%"];
pub(super) const COPIES: [&str; 3] =
    ["STT|Đơn vị|Tiếp nhận|Đã hoàn thành", "1|UBND huyện Bảo Yên|376|366", "2|UBND huyện Bảo Thắng|1353|1343"];

/// The units with their ranks and percentages.
fn ranked(report: &Value) -> Vec<String> {
    let short = |line: &String| line.split(' ').take(3).collect::<Vec<_>>().join(" ");
    units(report).iter().map(short).collect()
}

#[test]
fn the_percentage_in_one_sheet_and_the_copies_in_another_are_read_together() {
    for sheets in
        [[("Số hóa", &INDEX[..]), ("Chứng thực", &COPIES[..])], [("Chứng thực", &COPIES[..]), ("Số hóa", &INDEX[..])]]
    {
        let report = read(&book(&sheets, ""));
        assert_eq!(bao_yen(&report), "72.3 366 - - - - - -");
        assert_eq!(noticed(&report), ["sheets-joined 1 -:- «Chứng thực»"]);
    }
}

#[test]
fn sheets_of_other_units_are_read_together() {
    let departments = [INDEX[0], "1|Sở Nội vụ|80,5%", "2|Sở Tư pháp|61%"];
    let report = read(&book(&[("Cấp huyện", &INDEX), ("Sở, ngành", &departments)], ""));
    assert_eq!(ranked(&report), ["1 snv 80.5", "2 stp 61", "1 bao-yen 72.3", "2 bao-thang 68.9"]);
    assert_eq!(noticed(&report), ["sheets-joined 1 -:- «Sở, ngành»"]);
    let sheets = report["files"].as_array().unwrap().iter().map(|file| file["sheet"].as_str().unwrap());
    assert_eq!(sheets.collect::<Vec<_>>(), ["Cấp huyện", "Sở, ngành"]);
    // One that is chosen is read alone.
    let report = read_sheet(&book(&[("Cấp huyện", &INDEX), ("Sở, ngành", &departments)], ""), Some("Sở, ngành"));
    assert_eq!(ranked(&report), ["1 snv 80.5", "2 stp 61"]);
    // A third that names one of the units again is told.
    let again = [INDEX[0], "1|Sở Nội vụ|90%"];
    let report = read(&book(&[("Cấp huyện", &INDEX), ("Sở, ngành", &departments), ("Sở Nội vụ", &again)], ""));
    assert_eq!(ranked(&report), ["1 snv 80.5", "2 stp 61", "1 bao-yen 72.3", "2 bao-thang 68.9"]);
    assert_eq!(
        noticed(&report),
        ["sheets-alike 1 -:- «Sở Nội vụ»", "sheet-not-read 1 -:- «Sở Nội vụ»", "sheets-joined 1 -:- «Sở, ngành»"]
    );
}

#[test]
fn sheets_that_may_count_something_else_are_not_read_together() {
    let alike = |name: &str, rows: &[&str]| {
        let report = read(&book(&[("Số hóa", &INDEX), (name, rows)], ""));
        assert_eq!(bao_yen(&report), "72.3 - - - - - - -", "{name}");
        assert_eq!(
            noticed(&report),
            [format!("sheets-alike 1 -:- «{name}»"), format!("sheet-not-read 1 -:- «{name}»")]
        );
    };
    // Certified signatures, of which a header says as much as of dossiers.
    alike("Chứng thực chữ ký", &COPIES);
    // The same units at another time, of which one row is missing.
    alike("Tháng 5", &INDEX[..2]);
    let departments = [INDEX[0], "1|Sở Nội vụ|80,5%"];
    for name in ["Tháng trước", "Hướng dẫn"] {
        alike(name, &departments);
    }
    // Titles say that it is of other days.
    let read_both = |title: &str| {
        let other = ["SỐ LIỆU THÁNG 5/2023", departments[0], departments[1]];
        let own = [title, INDEX[0], INDEX[1], INDEX[2]];
        ranked(&read(&book(&[("Cấp huyện", &own), ("Sở", &other)], ""))).join(", ")
    };
    assert_eq!(read_both("SỐ LIỆU THÁNG 6/2023"), "1 bao-yen 72.3, 2 bao-thang 68.9");
    assert_eq!(read_both("SỐ LIỆU THÁNG 5/2023"), "1 snv 80.5, 1 bao-yen 72.3, 2 bao-thang 68.9");
    // Procedures are no units.
    alike("Thủ tục", &[INDEX[0], "1|Đăng ký khai sinh|90%", "2|Cấp phép xây dựng|80%", "3|Sở Nội vụ|70%"]);
}

/// The four sheets of a province: percentages and copies of districts and of departments.
const DEPARTMENTS: [&str; 3] = [INDEX[0], "1|Sở Nội vụ|80,5%", "2|Sở Tư pháp|61%"];
const COUNTED: [&str; 2] = ["STT|Đơn vị|Chứng thực điện tử", "1|UBND huyện Bảo Yên|366"];
const COUNTED_OF_DEPARTMENTS: [&str; 2] = [COUNTED[0], "1|Sở Tư pháp|12"];

#[test]
fn the_order_of_sheets_changes_nothing_of_what_is_read_together() {
    let sheets: [(&str, &[&str]); 4] =
        [("H", &INDEX), ("S", &DEPARTMENTS), ("H2", &COUNTED), ("S2", &COUNTED_OF_DEPARTMENTS)];
    for order in [[0, 1, 2, 3], [0, 2, 3, 1], [0, 3, 2, 1], [3, 2, 1, 0], [2, 0, 3, 1]] {
        let report = read(&book(&order.map(|at: usize| sheets[at]), ""));
        let units: Vec<String> =
            units(&report).iter().map(|unit| unit.split(" Q").next().unwrap().to_owned()).collect();
        let expected = ["1 snv 80.5 - - -", "2 stp 61 - 12", "1 bao-yen 72.3 - 366", "2 bao-thang 68.9 - - -"];
        assert_eq!(units, expected, "{order:?}");
        assert_eq!(noticed(&report), [format!("sheets-joined 3 -:- «{}»", joined_first(&report))], "{order:?}");
    }
}

/// The sheet that is told first of those that are read beside the first.
fn joined_first(report: &Value) -> String {
    report["files"][1]["sheet"].as_str().unwrap().to_owned()
}

#[test]
fn copies_of_another_month_or_a_target_of_them_do_not_go_with_the_percentage() {
    let index = [&["SỐ HÓA HỒ SƠ THÁNG 6/2023"], &INDEX[..]].concat();
    let copies = |title: &'static str| [&[title], &COUNTED[..]].concat();
    let [april, june, grown, target, signed] = [
        "CHỨNG THỰC THÁNG 4/2023",
        "CHỨNG THỰC THÁNG 6/2023",
        "CHỨNG THỰC TỪ 01/01/2020 ĐẾN 05/6/2023",
        "CHỈ TIÊU GIAO CHỨNG THỰC THÁNG 6/2023",
        "KẾT QUẢ CHỨNG THỰC CHỮ KÝ THÁNG 6/2023",
    ]
    .map(copies);
    let of = |sheets: &[(&str, &[&str])]| bao_yen(&read(&book(&[&[("SH", &index[..])], sheets].concat(), "")));
    assert_eq!(of(&[("CT A", &april), ("CT B", &june)]), "72.3 366 - - - - - -");
    assert_eq!(of(&[("CT", &grown)]), "72.3 366 - - - - - -");
    for other in [&april, &target, &signed] {
        assert_eq!(of(&[("CT", other)]), "72.3 - - - - - - -", "{}", other[0]);
    }
    // Names of sheets that speak of another time, or of something else.
    let of = |name: &str, other: &str| {
        let sheets: [(&str, &[&str]); 2] = [(name, &INDEX), (other, &DEPARTMENTS)];
        ranked(&read(&book(&sheets, ""))).len()
    };
    for (name, other, expected) in [
        ("Huyện T6", "Sở T6", 4),
        ("Huyện T6", "Sở T5", 2),
        ("Tháng 6", "Năm 2022", 2),
        ("Huyện", "Kế hoạch", 2),
        ("Huyện", "Mẫu", 2),
        ("Huyện", "Thanh toán trực tuyến", 2),
        ("Biểu 1", "Biểu 2", 4),
    ] {
        assert_eq!(of(name, other), expected, "{name} {other}");
    }
}

#[test]
fn a_unit_that_only_the_sheet_of_copies_names_is_told() {
    let copies = [COUNTED[0], COUNTED[1], "2|UBND huyện Bắc Hà|426"];
    let report = read(&book(&[("Số hóa", &INDEX), ("Chứng thực", &copies)], ""));
    let told = noticed(&report);
    assert!(told.iter().any(|line| line.starts_with("unit-without-rate 1") && line.contains("Bắc Hà")), "{told:?}");
}

#[test]
fn points_are_the_percentage_and_units_of_another_era_are_others() {
    // Sa Pa has no percentage; its points of May are none of June.
    let june = [INDEX[0], INDEX[1], INDEX[2], "3|UBND thị xã Sa Pa|"];
    let may = ["STT|Đơn vị|Điểm số hóa hồ sơ", "1|UBND huyện Bảo Yên|12", "2|UBND thị xã Sa Pa|15"];
    let report = read(&book(&[("Huyện", &june), ("Điểm", &may)], ""));
    assert_eq!(ranked(&report), ["1 bao-yen 72.3", "2 bao-thang 68.9", "- sa-pa -"]);
    // Communes of 2025 would take the districts out of the ranking.
    let communes = [INDEX[0], "1|Xã Bảo Hà|90%", "2|Xã Nghĩa Đô|80%", "3|Xã Gia Phú|70%"];
    let report = read(&book(&[("Huyện", &INDEX), ("Xã", &communes)], ""));
    assert_eq!(ranked(&report), ["1 bao-yen 72.3", "2 bao-thang 68.9"]);
    // Under a sheet of communes districts are something else.
    let below = ["STT|Đơn vị|Chứng thực điện tử", "1|UBND huyện Bảo Yên|5", "2|UBND huyện Bảo Thắng|6"];
    let report = read(&book(&[("Huyện", &INDEX), ("Cấp xã", &below)], ""));
    assert!(noticed(&report).iter().any(|line| line.starts_with("sheets-alike")), "{:?}", noticed(&report));
    // Since July 2025 wards, communes and departments are all there is.
    let wards = [INDEX[0], "1|Phường Sa Pa|93,2%"];
    let departments = [INDEX[0], "1|Sở Nội vụ|71,5%"];
    let all = ["phuong-sa-pa", "snv", "xa-bao-ha", "xa-gia-phu", "xa-nghia-do"];
    for sheets in [["Phường", "Xã", "Sở"], ["Sở ngành", "Các xã", "Các phường"]] {
        let of = |name: &str| if name.contains("hường") { &wards[..] } else { &communes[..] };
        let rows = sheets.map(|name| (name, if name.starts_with("Sở") { &departments[..] } else { of(name) }));
        let report = read(&book(&rows, ""));
        let mut ids: Vec<String> =
            ranked(&report).iter().map(|line| line.split(' ').nth(1).unwrap().to_owned()).collect();
        ids.sort();
        assert_eq!(ids, all, "{sheets:?}");
    }
    // What no unit is called stands in both and contradicts nothing.
    let (own, other) = ([&INDEX[..], &["3|Khác|50%"]].concat(), [&DEPARTMENTS[..], &["3|Khác|40%"]].concat());
    assert_eq!(ranked(&read(&book(&[("Huyện", &own), ("Sở", &other)], ""))).len(), 4);
}

#[test]
fn a_total_of_all_sheets_is_no_wrong_one_of_its_own() {
    let head = "STT|Đơn vị|Chứng thực điện tử";
    let own = [head, "1|UBND huyện Bảo Yên|366", "2|UBND huyện Bảo Thắng|1343"];
    let total = |sum: &'static str| [head, "1|Sở Nội vụ|10", "2|Sở Tư pháp|20", sum];
    let differs = |sum: &'static str| {
        let told = noticed(&read(&book(&[("Huyện", &own), ("Sở", &total(sum))], "")));
        told.iter().any(|line| line.starts_with("total-differs"))
    };
    assert!(!differs("|Tổng cộng|1739"));
    assert!(!differs("|Tổng cộng|30"));
    assert!(differs("|Tổng cộng|1738"));
}

#[test]
fn lists_of_dossiers_in_several_sheets_are_counted_together() {
    let header = "Mã hồ sơ|Đơn vị|Ngày tiếp nhận|Trạng thái";
    let row = |number: u32, day: &str, state: &str| {
        let [day_of_code, month] = [&day[..2], &day[3..5]];
        format!("H38.20-23{month}{day_of_code}-{number:04}|UBND huyện Bảo Yên|{day}|{state}")
    };
    let (one, two) = (row(1, "05/05/2023", "Đang xử lý"), row(2, "06/05/2023", "Đã trả kết quả"));
    let (again, three) = (row(1, "05/05/2023", "Đã trả kết quả"), row(3, "07/06/2023", "Đang xử lý"));
    let sheets = book(&[("Tháng 5", &[header, &one, &two]), ("Tháng 6", &[header, &again, &three])], "");
    let report = read(&sheets);
    // Three dossiers: the first is completed by its later row, the second too.
    assert_eq!(bao_yen(&report), "- - 3 - 2 - - -");
    assert_eq!(
        noticed(&report),
        ["dossier-repeated 1 2:- «tính theo trang tính «Tháng 6», dòng 2»", "sheets-joined 1 -:- «Tháng 6»"]
    );
    // A dossier without a code in each is told, and counts in each.
    let nameless = "|UBND huyện Bảo Yên|08/05/2023|Đang xử lý";
    let report = read(&book(&[("Tháng 5", &[header, nameless]), ("Tháng 6", &[header, nameless])], ""));
    assert_eq!(bao_yen(&report), "- - 2 - 0 - - -");
    // What a list with another header counts is not known to be the same.
    let other = [
        "Mã hồ sơ|Đơn vị|Ngày tiếp nhận|Phí đã thanh toán|Trạng thái",
        "H38.20-230508-0009|UBND huyện Bảo Yên|08/05/2023|5000|Đang xử lý",
    ];
    let report = read(&book(&[("Hồ sơ", &[header, &one, &two]), ("Thanh toán", &other)], ""));
    assert_eq!(bao_yen(&report), "- - 2 - 1 - - -");
}
