//! Workbooks read back by a reader that shares no code with their writer.

use std::io::Cursor;
use std::io::Read;

use calamine::Data;
use calamine::Reader;
use calamine::Xlsx;

use super::*;
use crate::domain::Day;
use crate::domain::Decimal;
use crate::export::sheet::Cell;
use crate::export::sheet::Column;
use crate::export::sheet::Shown;

/// A sheet of one column.
fn sheet(name: &'static str, cells: Vec<Cell>) -> Sheet {
    Sheet {
        name: name.into(),
        table: "Bang",
        title: "Tổng & hợp".to_owned(),
        columns: vec![Column::new("A", 10)],
        fixed: 0,
        rows: cells.into_iter().map(|cell| vec![cell]).collect(),
        below: Vec::new(),
    }
}

/// What stands below the header of a sheet of one column, as another reader reads it.
fn read_back(cells: Vec<Cell>) -> Vec<Data> {
    let mut workbook = Xlsx::new(Cursor::new(to_xlsx(&sheet("Lưu ý", cells)))).unwrap();
    assert_eq!(workbook.sheet_names(), ["Lưu ý"]);
    let range = workbook.worksheet_range("Lưu ý").unwrap();
    range.rows().skip(1).map(|row| row[0].clone()).collect()
}

fn number(text: &str, shown: Shown) -> Cell {
    Cell::Number(Decimal::from_plain(text).unwrap(), shown)
}

/// One part of a workbook.
fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    zip::ZipArchive::new(Cursor::new(bytes)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn texts_stay_texts_whatever_they_look_like() {
    let texts = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "1.343",
        "05/6/2023",
        "http://a.vn",
        "_x0041_",
        "_x000D_",
        "a\nb",
        " hở ",
        "a\r\nb",
        "<b>&amp;\"</b>",
        "\u{1}\u{1b}",
    ];
    let cells = texts.map(|text| Cell::Text(text.to_owned()));
    assert_eq!(read_back(cells.to_vec()), texts.map(|text| Data::String(text.to_owned())));
}

#[test]
fn numbers_stay_numbers_and_nothing_becomes_0() {
    let read = read_back(vec![
        number("1343", Shown::Count),
        Cell::Empty,
        number("-53.9", Shown::Percent),
        Cell::count(None),
        number("72.345678", Shown::Plain),
        number("10.89", Shown::Points),
    ]);
    // The texts of the numbers are what the reader's binary numbers print as.
    let read: Vec<String> = read.iter().map(ToString::to_string).collect();
    assert_eq!(read, ["1343", "", "-53.9", "", "72.345678", "10.89"]);
}

#[test]
fn a_day_is_the_day_that_a_spreadsheet_counts() {
    // 45082 is 05/6/2023.
    let read = read_back(vec![Cell::Day(Day::new(2023, 6, 5).unwrap())]);
    let Data::DateTime(day) = &read[0] else { panic!("{read:?}") };
    assert!((day.as_f64() - 45082.0).abs() < f64::EPSILON, "{day:?}");
}

#[test]
fn letters_that_no_workbook_can_hold_are_replaced_and_the_others_stay() {
    let text = |text: &str| Cell::Text(text.to_owned());
    let read = read_back(vec![text("a\u{ffff}b\u{fffe}"), text(&"ă".repeat(40_000))]);
    assert_eq!(read[0], Data::String("a\u{fffd}b\u{fffd}".to_owned()));
    // 32 767 letters are kept, the last of them the mark.
    assert!(matches!(&read[1], Data::String(kept) if kept.chars().count() == 32_767));
}

#[test]
fn sheets_stand_in_their_order_each_with_its_table_and_its_repeated_header() {
    let first = Sheet { table: "MucMot", ..sheet("Mục «1» & 'hai'", vec![Cell::text("a")]) };
    let second = Sheet { table: "MucHai", fixed: 1, ..sheet("Trống", Vec::new()) };
    let third = Sheet { table: "MucBa", ..sheet("Ba", vec![Cell::text("a"), Cell::text("b")]) };
    let bytes = workbook("Sổ", &[first, second, third]);
    let mut read = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
    assert_eq!(read.sheet_names(), ["Mục «1» & 'hai'", "Trống", "Ba"]);
    read.load_tables().unwrap();
    let tables: Vec<(String, String)> = ["MucMot", "MucBa"]
        .map(|name| (name.to_owned(), read.table_by_name(name).unwrap().sheet_name().to_owned()))
        .to_vec();
    // A sheet without rows has no table: Excel would refuse to open it.
    assert_eq!(read.table_names().len(), 2);
    let expected = [("MucMot", "Mục «1» & 'hai'"), ("MucBa", "Ba")];
    assert_eq!(tables, expected.map(|(table, sheet)| (table.to_owned(), sheet.to_owned())));
    let book = part(&bytes, "xl/workbook.xml");
    assert!(book.contains("localSheetId=\"0\">'Mục «1» &amp; ''hai'''!$1:$1</definedName>"), "{book}");
    assert!(part(&bytes, "xl/worksheets/sheet1.xml").contains("<pane ySplit=\"1\" topLeftCell=\"A2\""));
    assert!(part(&bytes, "xl/worksheets/sheet2.xml").contains("<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\""));
}

#[test]
fn a_title_of_any_length_stands_above_the_pages() {
    let mut sheet = sheet("A", vec![Cell::text("a")]);
    sheet.title = format!("Số & chữ {}", "ă".repeat(300));
    let page = part(&to_xlsx(&sheet), "xl/worksheets/sheet1.xml");
    let header = page.split("<oddHeader>").nth(1).unwrap().split("</oddHeader>").next().unwrap();
    assert!(header.starts_with("&amp;LSố &amp;&amp; chữ ăă"), "{header}");
    // 240 letters of the title, and one more for the doubled mark.
    assert_eq!(header.replace("&amp;", "&").chars().count(), "&L".len() + 240 + 1);
}
