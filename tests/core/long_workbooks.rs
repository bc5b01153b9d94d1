//! Workbooks of many rows: read in small steps, and the same rows as the text of the same table.

#[path = "../../benches/support/mod.rs"]
mod list;

use crate::support;
use std::fmt::Write as _;
use std::rc::Rc;

use crate::support::books;
use sohoa::analysis::FileOutcome;
use sohoa::analysis::Gathering;
use sohoa::analysis::Settings;
use sohoa::analysis::assess;
use sohoa::intake::Format;
use sohoa::intake::Hints;
use sohoa::intake::Intake;
use sohoa::intake::Row;
use sohoa::intake::Understood;

/// A list of dossiers of about so many bytes, as its cells.
fn dossiers(bytes: usize) -> Vec<Vec<String>> {
    let mut text = Vec::new();
    list::dossiers(bytes, &mut text).unwrap();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(&text[..]);
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The report of a file that is read in steps, without what it says of the file itself, and the rows of each step.
fn report(name: &str, bytes: &[u8]) -> (serde_json::Value, Vec<u64>) {
    let mut gathering = Gathering::new(name, support::catalogue(), Rc::default());
    gathering.feed(bytes).unwrap();
    let (mut steps, mut done) = (Vec::new(), 0);
    while gathering.step().unwrap() {
        let thousandths = gathering.thousandths().unwrap();
        assert!((done..=1000).contains(&thousandths), "{name}: {thousandths} behind {done}");
        done = thousandths;
        steps.push(gathering.rows_read() - steps.iter().sum::<u64>());
    }
    let outcome: FileOutcome = gathering.outcome();
    let mut report = support::json(&assess(&[outcome], &support::catalogue(), &Settings::default()));
    for key in ["sha256", "name", "format", "sheet", "encoding", "delimiter"] {
        report["files"][0].as_object_mut().unwrap().remove(key);
    }
    for notice in report["notices"].as_array_mut().unwrap() {
        for place in notice["places"].as_array_mut().unwrap() {
            place.as_object_mut().unwrap().retain(|key, _| key != "file" && key != "sheet");
            // A dossier that stands twice says in which sheet it is counted.
            let found = place["found"].as_str().map(|found| found.replace("trang tính «Hồ sơ», ", ""));
            place["found"] = found.into();
        }
    }
    (report, steps)
}

/// Whether no step gave many rows, and there were as many steps as that takes.
#[track_caller]
fn are_small(name: &str, steps: &[u64], rows: usize) {
    let most = steps.iter().max().copied().unwrap_or_default();
    assert!(most <= 1000 && steps.len() * 1000 >= rows, "{name}: {most} rows in one of {} steps", steps.len());
}

#[test]
fn a_long_workbook_of_every_kind_gives_the_report_of_its_text_in_small_steps() {
    let table = dossiers(600 << 10);
    let (expected, steps) = report("a.csv", &books::csv(&table));
    assert!(steps.is_empty());
    assert_eq!(expected["files"][0]["data_rows"], table.len() - 1);
    for (name, bytes) in [
        ("inline.xlsx", books::xlsx_inline(&table)),
        ("shared.xlsx", books::xlsx_shared(&table)),
        ("a.xlsb", books::xlsb(&table)),
        ("a.ods", books::ods(&table)),
        ("a.fods", books::fods(&table)),
        ("a.xml", books::xml2003(&table)),
        ("a.xls", books::xls(&table)),
        ("page.xls", books::html(&table)),
    ] {
        let (report, steps) = report(name, &bytes);
        assert_eq!(report, expected, "{name}");
        are_small(name, &steps, table.len());
    }
}

#[test]
fn a_damaged_letter_far_down_a_long_sheet_is_told_as_in_its_text() {
    let mut table = dossiers(600 << 10);
    table[1_000][2] = "Đăng ký khai \u{fffd}inh".to_owned();
    let (expected, _) = report("a.csv", &books::csv(&table));
    let told = |report: &serde_json::Value| {
        let notices = report["notices"].as_array().unwrap();
        notices.iter().find(|notice| notice["code"] == "invalid-bytes").map(|notice| notice["places"][0]["row"].clone())
    };
    assert_eq!(told(&expected), Some(1_001.into()));
    assert_eq!(told(&report("a.xlsx", &books::xlsx_shared(&table)).0), Some(1_001.into()));
}

/// The rows of a workbook, each as its number and its cells, and how it was understood.
fn rows(bytes: &[u8]) -> (Vec<String>, Understood) {
    let mut rows = Vec::new();
    let mut take = |row: Row| rows.push(format!("{} {}", row.number, row.cells.join("|")));
    let mut intake = Intake::new(|_| 0, Hints::default());
    intake.feed(bytes, &mut take).unwrap();
    let understood = intake.finish(&mut take).unwrap();
    (rows, understood)
}

/// The XML of rows with their own number in their first column, but for those given otherwise.
fn xml(count: u32, others: &[(u32, &str)]) -> String {
    (1..=count).fold(String::new(), |mut xml, row| {
        match others.iter().find(|(other, _)| *other == row) {
            Some((_, other)) => xml.push_str(other),
            None => write!(xml, "<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c></row>").unwrap(),
        }
        xml
    })
}

#[test]
fn what_stands_far_below_changes_the_first_rows_as_it_does_in_a_short_sheet() {
    // Row 900 has three cells, so every row has three; row 902 and 903 lie below a merged name, 904 is covered by it
    // and holds nothing of its own; 905 is hidden, and so is column C.
    let rows_of = xml(
        1000,
        &[
            (900, "<row r=\"900\"><c r=\"A900\"><v>900</v></c><c r=\"C900\"><v>7</v></c></row>"),
            (901, "<row r=\"901\"><c r=\"A901\" t=\"str\"><v>Bảo Yên</v></c><c r=\"B901\"><v>1</v></c></row>"),
            (902, "<row r=\"902\"><c r=\"B902\"><v>2</v></c></row>"),
            (903, "<row r=\"903\"><c r=\"A903\" t=\"str\"><v>cũ</v></c><c r=\"B903\"><v>3</v></c></row>"),
            (904, "<row r=\"904\"><c r=\"A904\" t=\"str\"><v>cũ</v></c></row>"),
            (905, "<row r=\"905\" hidden=\"1\"><c r=\"A905\"><v>905</v></c></row>"),
            (906, ""),
            (907, "<row r=\"907\"><c r=\"A907\"><f>1/1</f></c><c r=\"B907\" t=\"str\"><v>a \"b\";\nc</v></c></row>"),
        ],
    );
    let behind =
        "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols><mergeCells><mergeCell ref=\"A901:A904\"/></mergeCells>";
    let (rows, understood) = rows(&books::xlsx_of(&rows_of, behind, ""));
    assert_eq!(rows.len(), 1000);
    assert_eq!(rows[0], "1 1||");
    assert_eq!(
        rows[899..908],
        [
            "900 900||7",
            "901 Bảo Yên|1|",
            "902 Bảo Yên|2|",
            "903 Bảo Yên|3|",
            "904 ||",
            "905 905||",
            "906 ",
            "907 |a \"b\";\nc|",
            "908 908||"
        ]
    );
    let beside = understood.beside;
    let told = |told: &[sohoa::intake::Told]| -> Vec<String> {
        told.iter().map(|told| format!("{:?} {:?} {}", told.row, told.column, told.found)).collect()
    };
    assert_eq!(told(&beside.hidden_rows), ["Some(905) None 905"]);
    assert_eq!(told(&beside.hidden_columns), ["None Some(3) 7"]);
    assert_eq!(told(&beside.formulas_without_value), ["Some(907) Some(1) "]);
    let Format::Workbook { sheets, .. } = understood.format else { panic!("a workbook") };
    // A thousand rows without 906, which is not there, and 904, of which nothing is left.
    assert_eq!(sheets[0].rows, 998);
}

#[test]
fn rows_that_go_up_and_down_are_put_in_order() {
    let mut rows_of = xml(999, &[(500, "")]);
    rows_of.push_str("<row r=\"500\"><c r=\"A500\"><v>5</v></c></row>");
    let (rows, _) = rows(&books::xlsx_of(&rows_of, "", ""));
    assert_eq!((rows.len(), rows[499].as_str(), rows[998].as_str()), (999, "500 5", "999 999"));
}

#[test]
fn of_long_sheets_the_one_with_the_header_is_read() {
    let long = |header: &str, count: u32| {
        let header = format!("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>{header}</v></c></row>");
        let cells = xml(count, &[(1, &header)]);
        format!("<worksheet><sheetData>{cells}</sheetData></worksheet>")
    };
    let book = "<workbook><sheets><sheet name=\"a\"/><sheet name=\"b\"/><sheet name=\"c\"/></sheets></workbook>";
    let bytes = books::archive(&[
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/worksheets/sheet1.xml", long("Bìa", 2000).as_bytes()),
        ("xl/worksheets/sheet2.xml", long("Tên đơn vị", 700).as_bytes()),
        ("xl/worksheets/sheet3.xml", long("Ghi chú", 3000).as_bytes()),
    ]);
    let mut rows = Vec::new();
    let mut take = |row: Row| rows.push(row.cells.join("|"));
    let weight = |cells: &[String]| cells.iter().filter(|cell| cell.contains("đơn vị")).count();
    let mut intake = Intake::new(weight, Hints::default());
    intake.feed(&bytes, &mut take).unwrap();
    let understood = intake.finish(&mut take).unwrap();
    assert_eq!((rows.len(), rows[0].as_str(), rows[699].as_str()), (700, "Tên đơn vị", "700"));
    let Format::Workbook { sheet, others, sheets, .. } = understood.format else { panic!("a workbook") };
    assert_eq!((sheet.as_str(), others.join(",").as_str()), ("b", "a,c"));
    assert_eq!(sheets.iter().map(|sheet| sheet.rows).collect::<Vec<_>>(), [2000, 700, 3000]);
}
