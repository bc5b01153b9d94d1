//! A number in a merged cell that covers the rows of several units: it is of none of them surely, and counts in no sum.

use crate::support;
use std::fmt::Write as _;

use crate::support::books;
use crate::support::lines::figures;
use crate::support::lines::notices;
use serde_json::Value;
use sohoa::analysis::Settings;

fn read(name: &str, bytes: impl AsRef<[u8]>) -> Value {
    support::json(&support::report(&[(name, bytes)], &Settings::default()))
}

fn told(report: &Value) -> Vec<String> {
    notices(report).into_iter().filter(|line| !line.starts_with("unit-missing")).collect()
}

/// A workbook of these rows with these merged areas.
fn book(rows: &[&str], areas: &[&str]) -> Vec<u8> {
    let mut xml = String::new();
    for (number, row) in (1..).zip(rows) {
        write!(xml, "<row r=\"{number}\">").unwrap();
        for (column, cell) in ('A'..).zip(row.split('|')).filter(|(_, cell)| !cell.is_empty()) {
            write!(xml, "<c r=\"{column}{number}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>").unwrap();
        }
        xml.push_str("</row>");
    }
    let mut behind = String::from("<mergeCells>");
    for area in areas {
        write!(behind, "<mergeCell ref=\"{area}\"/>").unwrap();
    }
    books::xlsx_of(&xml, &(behind + "</mergeCells>"), "")
}

const HEADER: &str = "STT|Đơn vị|Tiếp nhận|Đã giải quyết|Ghi chú";
const ROWS: [&str; 5] = [
    HEADER,
    "1|UBND huyện Bảo Yên|300|90|",
    "2|UBND huyện Bắc Hà||80|",
    "3|UBND huyện Văn Bàn|50|70|",
    "|Tổng cộng|350|240|",
];

#[test]
fn a_number_over_two_units_is_told_and_counts_for_none() {
    let report = read("a.xlsx", book(&ROWS, &["C2:C3"]));
    let mut found = figures(&report);
    found.sort();
    assert_eq!(found, ["bac-ha - - 80 - - -", "bao-yen - - 90 - - -", "van-ban 50 - 70 - - -"]);
    // The sum is one of all: of what is known only 50 are left.
    assert_eq!(
        told(&report),
        ["number-merged 2 a.xlsx 2:3 «300»", "total-differs 1 a.xlsx 5:- ««Tổng cộng»: 350 ≠ 50»"]
    );
    let sheet = &report["notices"].as_array().unwrap().iter().find(|notice| notice["code"] == "number-merged").unwrap();
    assert_eq!(sheet["places"][1]["row"], 3);
    assert_eq!(sheet["places"][0]["sheet"], "Hồ sơ");
}

#[test]
fn a_page_and_a_long_sheet_are_told_alike() {
    let cells =
        |row: &str, span: &str| format!("<tr><td>{}</td></tr>", row.replace('|', "</td><td>")).replace("<td>300", span);
    let page = format!(
        "<table>{}{}<tr><td>2</td><td>UBND huyện Bắc Hà</td><td>80</td><td></td></tr></table>",
        cells(HEADER, ""),
        cells(ROWS[1], "<td rowspan=2>300")
    );
    assert_eq!(told(&read("a.xls", page)), ["number-merged 2 a.xls 2:3 «300»"]);
    // Of a sheet with more rows than are kept.
    let mut rows: Vec<&str> = ROWS[..3].to_vec();
    rows.resize(400, "|||||");
    let notes: Vec<String> = (3..400).map(|row| format!("||||ghi chú {row}")).collect();
    rows.truncate(3);
    rows.extend(notes.iter().map(String::as_str));
    assert!(told(&read("a.xlsx", book(&rows, &["C2:C3"]))).contains(&"number-merged 2 a.xlsx 2:3 «300»".to_owned()));
}

#[test]
fn a_number_over_the_rows_of_one_unit_is_its_own() {
    // The second row of the unit holds a note: its figures stand once.
    let rows = [HEADER, "1|UBND huyện Bảo Yên|300|90|a", "||||b", "2|UBND huyện Bắc Hà|100|80|"];
    let report = read("a.xlsx", book(&rows, &["A2:A3", "B2:B3", "C2:C3", "D2:D3"]));
    let mut found = figures(&report);
    found.sort();
    assert_eq!(found, ["bac-ha 100 - 80 - - -", "bao-yen 300 - 90 - - -"]);
    assert!(!told(&report).iter().any(|line| line.starts_with("number-merged")), "{:?}", told(&report));
    // Of its fields of law each has counts of its own beside: added up, the merged one would stand twice.
    let rows = [
        "STT|Đơn vị|Lĩnh vực|Tiếp nhận|Đã giải quyết",
        "1|UBND huyện Bảo Yên|Đất đai|300|90",
        "|||Hộ tịch|20",
        "2|UBND huyện Bắc Hà|Đất đai|100|80",
    ];
    let rows = [rows[0], rows[1], "||Hộ tịch||20", rows[3]];
    let report = read("a.xlsx", book(&rows, &["A2:A3", "B2:B3", "D2:D3"]));
    let mut found = figures(&report);
    found.sort();
    assert_eq!(found, ["bac-ha 100 - 80 - - -", "bao-yen - - 110 - - -"]);
    assert!(told(&report).contains(&"number-merged 2 a.xlsx 2:4 «300»".to_owned()), "{:?}", told(&report));
}

#[test]
fn a_number_over_a_unit_and_a_sum_is_told() {
    let rows = [HEADER, "1|UBND huyện Bảo Yên|300|90|", "|Tổng cộng||90|"];
    let report = read("a.xlsx", book(&rows, &["C2:C3"]));
    assert_eq!(told(&report), ["number-merged 2 a.xlsx 2:3 «300»"]);
    // Over a blank row it is of the one that is there.
    let rows = [HEADER, "1|UBND huyện Bảo Yên|300|90|", "", "2|UBND huyện Bắc Hà|100|80|"];
    let report = read("a.xlsx", book(&rows, &["C2:C3"]));
    assert!(told(&report).is_empty(), "{:?}", told(&report));
}
