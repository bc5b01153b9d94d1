//! The report of findings, read back by other people's readers: every finding with its place, whatever stands in it.

use crate::support;
use std::io::Cursor;
use std::io::Read as _;

use crate::support::report;
use crate::support::report_of;
use crate::support::run_case;
use calamine::Data;
use calamine::Reader;
use calamine::Xlsx;
use quick_xml::events::Event;
use sohoa::analysis::Report;
use sohoa::analysis::Settings;
use sohoa::documents::Block;
use sohoa::documents::Document;
use sohoa::documents::Table;
use sohoa::documents::findings;
use sohoa::export::problems;
use sohoa::export::problems_name;
use sohoa::export::problems_xlsx;
use sohoa::export::to_csv;
use sohoa::export::to_docx;
use sohoa::export::to_plain;
use sohoa::export::to_xlsx;
use sohoa::notices::NoticeCode;

/// The text form as the `csv` crate reads it, without the header.
fn from_csv(report: &Report) -> Vec<Vec<String>> {
    let bytes = to_csv(&problems(report));
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text);
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The workbook as calamine reads it, header and all.
fn from_xlsx(report: &Report) -> Vec<Vec<Data>> {
    let mut workbook = Xlsx::new(Cursor::new(to_xlsx(&problems(report)))).unwrap();
    assert_eq!(workbook.sheet_names(), ["Lưu ý"]);
    workbook.worksheet_range("Lưu ý").unwrap().rows().map(<[Data]>::to_vec).collect()
}

#[test]
fn a_name_no_unit_has_is_printed_with_the_units_it_may_mean() {
    let table = "Đơn vị;Tỷ lệ số hóa hồ sơ\nUBND huyện Bảo Yênn;72,3%\n;60%\nUBND huyện Bắc Hà;48,1%\n";
    let report = report(&[("a.csv", table.to_owned())], &Settings::default());
    let told = "UBND huyện Bảo Yênn – gợi ý: UBND huyện Bảo Yên";
    let unknown: Vec<String> =
        from_csv(&report).into_iter().filter(|row| row[10] == "unit-unknown").map(|row| row[7].clone()).collect();
    assert_eq!(unknown, [told, "(ô tên đơn vị trống)"]);
    assert!(from_xlsx(&report).iter().flatten().any(|cell| *cell == Data::String(told.to_owned())));
    assert!(to_plain(&findings(&report)).contains(told));
    let text = sohoa::export::report_text(&report);
    assert!(text.contains("  UBND huyện Bảo Yênn (a.csv, dòng 2, cột 1 (A)) – gợi ý: UBND huyện Bảo Yên\n"), "{text}");
    assert!(text.contains("  (không có tên) (a.csv, dòng 3, cột 1 (A))\n"), "{text}");
}

#[test]
fn what_a_text_leaves_out_is_counted_and_scripts_get_every_place() {
    let rows = (0..60).map(|number| format!("UBND huyện Số {number};60,5%\n")).collect::<Vec<_>>().concat();
    let report = report_of(format!("Đơn vị;Tỷ lệ số hóa hồ sơ\nUBND huyện Bảo Yên;72,3%\n{rows}"));
    let text = sohoa::export::report_text(&report);
    assert!(text.contains("    … và 10 chỗ nữa (xem bảng lưu ý: --notices)\n"), "{text}");
    let json = support::json(&report);
    let unknown = json["notices"].as_array().unwrap().iter().find(|notice| notice["code"] == "unit-unknown").unwrap();
    assert_eq!(unknown["places"].as_array().unwrap().len(), 60);
}

#[test]
fn the_letters_two_typing_errors_stand_with_place_effect_and_remedy() {
    // Below the header in row 1 the fourth unit, Sa Pa, is called a huyện in column B of row 5, and the fifth, Si Ma Cai, has its
    // percentage in the third column of row 6.
    let mut rows = from_csv(&run_case("letter-appendix-tab"));
    rows.sort_by(|one, other| one[3].cmp(&other[3]));
    for row in &rows {
        assert_eq!(row[..3], ["Cần xem lại", "phu-luc.txt", ""]);
        assert!([6, 8, 9].iter().all(|sentence| row[*sentence].ends_with('.')), "{row:?}");
    }
    let told = |row: &[String]| [3, 4, 5, 7, 10].map(|column| row[column].clone());
    let told: Vec<[String; 5]> = rows.iter().map(|row| told(row)).collect();
    let expected =
        [["5", "B", "2", "UBND huyện Sa Pa", "unit-type-conflict"], ["6", "C", "3", "53,9%%", "percent-sign-repeated"]];
    assert_eq!(told, expected);
}

#[test]
fn the_workbook_holds_what_the_text_holds() {
    // A workbook among the files, so that there is a sheet; a broken file, so that there is a place without a row.
    for case in ["workbook-with-hidden-rows-and-columns", "broken-files-among-good-ones", "cells-that-are-no-number"] {
        let report = run_case(case);
        let text = from_csv(&report);
        let workbook = from_xlsx(&report);
        assert_eq!(workbook.len(), text.len() + 1, "{case}: a header and the same rows");
        for (cells, expected) in workbook[1..].iter().zip(&text) {
            let cells: Vec<String> = cells.iter().map(ToString::to_string).collect();
            // What the text form marks as text stands unmarked in a workbook, where texts are texts.
            let expected: Vec<&str> = expected.iter().map(|cell| cell.strip_prefix('\'').unwrap_or(cell)).collect();
            assert_eq!(cells, expected, "{case}");
        }
    }
}

#[test]
fn rows_and_columns_are_numbers_to_sort_by_and_unknown_places_are_empty() {
    let report = run_case("broken-files-among-good-ones");
    for cells in &from_xlsx(&report)[1..] {
        for place in [&cells[3], &cells[5]] {
            assert!(matches!(place, Data::Float(_) | Data::Int(_) | Data::Empty), "{place:?}");
        }
    }
    assert!(from_xlsx(&report)[1..].iter().any(|cells| cells[3] == Data::Empty));
}

#[test]
fn a_formula_in_an_export_stays_a_text() {
    let report = report_of("Đơn vị;Tỷ lệ số hóa hồ sơ\nH. Bắc Hà;=HYPERLINK(\"http://a.vn\")\nH. Bát Xát;53,1%\n");
    let cell = from_csv(&report).into_iter().find(|row| row[7].contains("HYPERLINK")).expect("a finding")[7].clone();
    assert_eq!(cell, "'=HYPERLINK(\"http://a.vn\")");
    let workbook = from_xlsx(&report);
    let cell = workbook.iter().map(|row| &row[7]).find(|cell| cell.to_string().contains("HYPERLINK")).unwrap();
    assert_eq!(*cell, Data::String("=HYPERLINK(\"http://a.vn\")".to_owned()));
}

/// A table with so many repeated percent signs: row 2 is the first.
fn many(rows: u32) -> Report {
    let lines = (0..rows).map(|row| format!("Xã số {row};{},5%%\n", row % 90)).collect::<Vec<_>>().concat();
    report_of(format!("Đơn vị;Tỷ lệ số hóa hồ sơ\n{lines}"))
}

#[test]
fn two_thousand_places_are_listed_and_those_beyond_are_counted() {
    let of_code = |rows: &[Vec<String>]| -> Vec<Vec<String>> {
        rows.iter().filter(|row| row[10] == "percent-sign-repeated").cloned().collect()
    };
    let rows = of_code(&from_csv(&many(2_000)));
    // Row 2 001 is the last of 2 000 below the header in row 1.
    assert_eq!((rows.len(), rows[1_999][3].as_str(), rows[1_999][4].as_str()), (2_000, "2001", "B"));
    let report = many(3_234);
    let rows = of_code(&from_csv(&report));
    // 3 234 - 2 000 = 1 234
    assert_eq!(rows.len(), 2_001);
    assert_eq!(rows[2_000][..6], ["Cần xem lại", "", "", "", "", ""]);
    assert_eq!(rows[2_000][7], "… và 1.234 chỗ nữa");
    assert_eq!(from_xlsx(&report).len(), from_csv(&report).len() + 1);
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let report = many(300);
    assert_eq!(to_csv(&problems(&report)), to_csv(&problems(&report)));
    let workbook = to_xlsx(&problems(&report));
    // Longer than a second, so that a clock that is asked for seconds would be seen.
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    assert_eq!(to_xlsx(&problems(&many(300))), workbook);
}

/// The table of a kind within the document, by the words its heading ends with.
fn table_of<'document>(document: &'document Document, kind: &str) -> &'document Table {
    let tables = document.pages[0].blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.into_iter().find(|table| table.caption.contains(kind)).unwrap_or_else(|| panic!("no table of {kind}"))
}

#[test]
fn the_document_says_each_kind_once_above_its_places() {
    let report = run_case("letter-appendix-tab");
    let document = findings(&report);
    let printed = to_plain(&document);
    let code = NoticeCode::PercentSignRepeated;
    for part in [code.seen(), code.effect(), code.remedy(), "SHA-256 70a8c281", "THUYẾT MINH SỐ LIỆU"] {
        assert_eq!(printed.matches(part).count(), 1, "{part}\nin\n{printed}");
    }
    // Si Ma Cai stands in the sixth row, its percentage in the third column.
    let table = table_of(&document, code.seen());
    assert_eq!(table.rows, [["1", "phu-luc.txt", "dòng 6, cột 3 (C)", "53,9%%"]]);
    // The columns fill what is left between the margins of A4: 210 - 30 - 20 mm.
    assert_eq!(table.columns.iter().map(|column| column.width).sum::<u16>(), 160);
    let rows = support::DISTRICTS.map(|name| format!("{name};53,5%\n")).concat();
    let none = findings(&report_of(format!("Đơn vị;Tỷ lệ số hóa hồ sơ\n{rows}")));
    assert!(to_plain(&none).contains("Không có lưu ý nào"), "{}", to_plain(&none));
}

#[test]
fn two_thousand_rows_are_well_formed_in_word_and_the_same_bytes_twice() {
    let report = many(3_234);
    let document = findings(&report);
    let table = table_of(&document, NoticeCode::PercentSignRepeated.seen());
    assert_eq!(table.rows.len(), 2_001);
    assert_eq!(table.rows[1_999], ["2000", "a.csv", "dòng 2001, cột 2 (B)", "19,5%%"]);
    assert_eq!(table.rows[2_000], ["", "", "", "… và 1.234 chỗ nữa"]);
    let bytes = to_docx(&document);
    let mut text = String::new();
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    // Read by a parser of XML that knows nothing of us: what opens is closed, and what stands in a row stays in it.
    let (mut open, mut headers, mut whole, mut rows) = (Vec::new(), 0, 0, 0);
    let mut reader = quick_xml::Reader::from_str(&text);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => {
                rows += usize::from(tag.name().as_ref() == "w:tr");
                open.push(tag.name().as_ref().to_owned());
            }
            Event::End(tag) => assert_eq!(open.pop().as_deref(), Some(tag.name().as_ref())),
            Event::Empty(tag) => {
                headers += usize::from(tag.name().as_ref() == "w:tblHeader");
                whole += usize::from(tag.name().as_ref() == "w:cantSplit");
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty(), "{open:?}");
    let kinds = report.notices.sorted().len();
    assert_eq!((headers, whole), (kinds, rows), "a header repeats in every table, and no row is split");
    assert!(rows >= 2_001 + kinds);
    // Twenty of the 3 234 strange names are told below; their rows stand in the table of their kind.
    let below = to_plain(&document);
    let below = below.lines().find(|line| line.starts_with("Tên chưa khớp danh mục")).unwrap();
    assert!(below.ends_with(", Xã số 19 và 3.214 tên khác (từng dòng trong danh sách lưu ý)."), "{below}");
    // Longer than the two seconds that an archive counts in, so that a clock that is asked would be seen.
    std::thread::sleep(std::time::Duration::from_millis(2_100));
    assert!(to_docx(&findings(&many(3_234))) == bytes);
}

#[test]
fn the_workbook_to_be_sent_says_how_the_report_was_made() {
    let mut book = Xlsx::new(Cursor::new(problems_xlsx(&run_case("letter-appendix-tab")))).unwrap();
    assert_eq!(book.sheet_names(), ["Lưu ý", "Phương pháp"]);
    let method = book.worksheet_range("Phương pháp").unwrap();
    let hash = "70a8c281988f13bd547ef98b238659049b296beb1fc9c878bea5d2ea54832560";
    assert!(method.rows().any(|row| row[1].to_string().contains(hash)));
}

#[test]
fn files_without_findings_give_a_header_alone() {
    let rows = support::DISTRICTS.map(|name| format!("{name};53,5%\n")).concat();
    let report = report_of(format!("Đơn vị;Tỷ lệ số hóa hồ sơ\n{rows}"));
    assert!(report.notices.is_empty(), "{:?}", report.notices);
    assert!(from_csv(&report).is_empty());
    assert_eq!(from_xlsx(&report).len(), 1);
}

#[test]
fn the_files_name_tells_the_period() {
    assert_eq!(problems_name(&run_case("letter-appendix-tab")), "luu-y-so-lieu");
    let text = "BÁO CÁO từ ngày 01/6/2023 đến ngày 30/6/2023\nĐơn vị;Tỷ lệ số hóa hồ sơ\nH. Bắc Hà;48,1%\n";
    let report = report(&[("a.csv", text)], &Settings::default());
    assert_eq!(problems_name(&report), "luu-y-so-lieu-2023-06-01-den-2023-06-30");
}
