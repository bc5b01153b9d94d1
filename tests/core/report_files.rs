//! The report as files one can count with: the workbook and the two texts, read back by other people's readers.

use std::collections::BTreeMap;
use std::io::Cursor;

use crate::support::report;
use crate::support::report_of;
use crate::support::run_case;
use calamine::Data;
use calamine::Reader;
use calamine::Xlsx;
use sohoa::analysis::Report;
use sohoa::analysis::Settings;
use sohoa::analysis::Snapshot;
use sohoa::analysis::UnitResult;
use sohoa::export::ranking;
use sohoa::export::ranking_name;
use sohoa::export::ranking_plain;
use sohoa::export::reminders_zip;
use sohoa::export::report_xlsx;
use sohoa::export::to_csv;
use sohoa::export::to_csv_with_method;

type Book = Xlsx<Cursor<Vec<u8>>>;

fn book(report: &Report) -> Book {
    Xlsx::new(Cursor::new(report_xlsx(report))).unwrap()
}

fn rows(book: &mut Book, sheet: &str) -> Vec<Vec<Data>> {
    book.worksheet_range(sheet).unwrap().rows().map(<[Data]>::to_vec).collect()
}

/// A row as texts.
fn texts(row: &[Data]) -> Vec<String> {
    row.iter().map(ToString::to_string).collect()
}

#[test]
fn the_workbook_holds_ranking_notices_and_method_under_names_a_person_would_give() {
    let report = run_case("letter-appendix-tab");
    let mut book = book(&report);
    assert_eq!(book.sheet_names(), ["Xếp hạng – Cấp huyện", "Lưu ý", "Phương pháp"]);
    book.load_tables().unwrap();
    assert_eq!(book.table_names(), ["XepHang_CapHuyen", "LuuY", "PhuongPhap"]);
    let rows = rows(&mut book, "Xếp hạng – Cấp huyện");
    assert_eq!(rows.len(), 1 + 9);
    // 50 - 49 = 1 point; 1 000 - 678 = 322 copies.
    let expected = ["8", "UBND huyện Văn Bàn", "49", "tệp cho sẵn", "Thấp", "1", "", "678", "Quá thấp", "322"];
    assert_eq!(texts(&rows[8]), expected);
    // Numbers are numbers; what is unknown or needless is empty, not 0.
    assert!(rows[1..].iter().all(|row| [0, 2, 7].iter().all(|at| matches!(row[*at], Data::Float(_) | Data::Int(_)))));
    assert_eq!([4, 5, 6, 8, 9].map(|at| &rows[2][at]), [&Data::Empty; 5]);
}

#[test]
fn components_stand_in_a_sheet_of_their_own_where_files_give_any() {
    let report = run_case("components-of-each-unit");
    let mut book = book(&report);
    assert!(book.sheet_names().contains(&"Thành phần".to_owned()), "{:?}", book.sheet_names());
    let rows = rows(&mut book, "Thành phần");
    let headers = texts(&rows[0]);
    let at =
        |header: &str| headers.iter().position(|it| it == header).unwrap_or_else(|| panic!("{header}: {headers:?}"));
    let first = rows.iter().find(|row| row[0] == Data::String("UBND huyện Bảo Yên".to_owned())).unwrap();
    // From the file: 752 of 1 000, 75,20 %, 4,51 points.
    for (header, expected) in [
        ("thành phần A: số lượng đạt", "752"),
        ("thành phần A: tổng số", "1000"),
        ("thành phần A: tỷ lệ", "75.2"),
        ("thành phần A: điểm", "4.51"),
        // 6 · 0,752 = 4,512
        ("thành phần A: điểm tính lại", "4.51"),
    ] {
        assert_eq!(first[at(header)].to_string(), expected, "{header}");
    }
    // A table of Excel wants headers that differ.
    let mut distinct = headers.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), headers.len());
    // What the letters mean is told.
    let method = self::rows(&mut book, "Phương pháp");
    assert!(method.iter().any(|row| row[1].to_string().starts_with("Thành phần A: Tỷ lệ hồ sơ TTHC có cấp kết quả")));
}

#[test]
fn each_group_has_a_sheet_of_its_own() {
    let book = book(&run_case("sections-of-departments-and-districts"));
    let names: Vec<String> = book.sheet_names().into_iter().filter(|name| name.starts_with("Xếp hạng")).collect();
    assert_eq!(names, ["Xếp hạng – Sở, ban, ngành", "Xếp hạng – Cấp huyện"]);
}

#[test]
fn the_text_for_excel_and_the_one_for_scripts_say_the_same() {
    let report = run_case("letter-appendix-tab");
    let excel = String::from_utf8(to_csv(&ranking(&report))).unwrap();
    let excel = excel.strip_prefix('\u{feff}').expect("a byte order mark");
    let line = excel.lines().nth(8).unwrap();
    assert_eq!(line, "Cấp huyện;8;UBND huyện Văn Bàn;49;tệp cho sẵn;Thấp;1;;678;Quá thấp;322");
    assert!(excel.contains(";72,3;"), "decimal commas");
    let plain = String::from_utf8(ranking_plain(&report)).unwrap();
    let header = "id,name,group,rank,percent,percent_source,percent_note,missing_percent_points,missing_dossiers_both,certified_copies,copies_note,\
        missing_copies";
    assert!(plain.lines().next().unwrap().starts_with(&format!("{header},period_from,")), "new keys stand behind");
    assert!(
        plain
            .lines()
            .nth(1)
            .unwrap()
            .starts_with("bao-yen,UBND huyện Bảo Yên,cap-huyen,1,72.3,reported,,,,366,Quá thấp,634,")
    );
    assert!(
        plain
            .lines()
            .nth(8)
            .unwrap()
            .starts_with("van-ban,UBND huyện Văn Bàn,cap-huyen,8,49,reported,Thấp,1,,678,Quá thấp,322,")
    );
    assert_eq!((excel.lines().count(), plain.lines().count()), (10, 10));
}

#[test]
fn figures_of_the_period_before_stand_beside_those_of_this_one() {
    let table = |month: u32, rows: &str| {
        let title = format!("Kết quả số hóa hồ sơ tháng {month}/2023");
        let header = "STT;Tên đơn vị;Tỷ lệ % tổng chung nhóm số hóa hồ sơ;Số hồ sơ chứng thực điện tử đã hoàn thành";
        report(&[("a.csv", format!("{title}\n{header}\n{rows}"))], &Settings::default())
    };
    let april = table(4, "1;UBND huyện Bảo Yên;70%;100\n2;UBND thị xã Sa Pa;60%;200\n");
    let may = table(5, "1;UBND huyện Bảo Yên;65,5%;150\n2;UBND thị xã Sa Pa;66%;260\n3;UBND huyện Bắc Hà;50%;10\n");
    let alone = String::from_utf8(to_csv(&ranking(&may))).unwrap();
    assert!(alone.contains("\r\nCấp huyện;1;UBND thị xã Sa Pa;66;tệp cho sẵn;;;;260;Quá thấp;740\r\n"), "{alone}");
    let both = may.compared(&[Snapshot::of(&april, "thang-4.csv")]);
    let excel = String::from_utf8(to_csv(&ranking(&both))).unwrap();
    let lines: Vec<&str> = excel.lines().collect();
    let (header, rows) = lines.split_first().unwrap();
    let added = "Tỷ lệ % kỳ trước từ 01/4/2023 đến ngày 30/4/2023;Thay đổi (điểm phần trăm);Hạng kỳ trước;Chứng thực điện tử kỳ trước";
    assert!(header.ends_with(added), "{header}");
    let ends = ["260;Quá thấp;740;60;6;2;200", "150;Quá thấp;850;70;-4,5;1;100", "10;Quá thấp;990;;;;"];
    for (row, end) in rows.iter().zip(ends) {
        assert!(row.ends_with(end), "{row}");
    }
    let plain = String::from_utf8(ranking_plain(&both)).unwrap();
    for (line, end) in plain.lines().zip([
        ",version,percent_before,rank_before,copies_before,as_of,provisional",
        ",60,2,200,,false",
        ",70,1,100,,false",
        ",,,,,false",
    ]) {
        assert!(line.ends_with(end), "{line}");
    }
    let sheet = rows_of(&both);
    assert!(sheet.iter().any(|row| row.ends_with(&[
        "70".to_owned(),
        "-4.5".to_owned(),
        "1".to_owned(),
        "100".to_owned()
    ])));
}

#[test]
fn a_percentage_set_by_hand_is_not_said_to_be_the_files() {
    let excel = String::from_utf8(to_csv(&ranking(&run_case("figures-set-by-hand")))).unwrap();
    assert!(excel.contains("UBND huyện Bắc Hà;50,2;sửa tay;"), "{excel}");
    assert_eq!(excel.matches(";tệp cho sẵn;").count(), 8);
}

/// The ranking of the workbook, as texts.
fn rows_of(report: &Report) -> Vec<Vec<String>> {
    rows(&mut book(report), "Xếp hạng – Cấp huyện").iter().map(|row| texts(row)).collect()
}

/// sha256sum tests/cases/letter-appendix-tab/phu-luc.txt
const HASH: &str = "70a8c281988f13bd547ef98b238659049b296beb1fc9c878bea5d2ea54832560";

#[test]
fn every_row_for_scripts_says_where_it_comes_from() {
    let bytes = ranking_plain(&run_case("letter-appendix-tab"));
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let rows: Vec<BTreeMap<String, String>> = reader.deserialize().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 9);
    for row in &rows {
        // The header of the appendix dates the copies; of the percentages it names no period.
        let days = ["period_from", "period_to", "copies_period_from", "copies_period_to"].map(|key| row[key].as_str());
        assert_eq!(days, ["", "", "2020-01-01", "2023-06-05"]);
        let json = |key: &str| serde_json::from_str::<serde_json::Value>(&row[key]).unwrap();
        assert_eq!((&json("settings")["rate_low"], &json("settings")["count_very_low"]), (&"50".into(), &1000.into()));
        assert_eq!(json("files"), serde_json::json!([{ "name": "phu-luc.txt", "sha256": HASH }]));
        assert_eq!(row["version"], "0.1.0");
    }
}

#[test]
fn below_the_text_for_excel_stands_how_it_was_made_and_it_is_read_again_as_the_same_figures() {
    let report = run_case("letter-appendix-tab");
    let bytes = to_csv_with_method(&ranking(&report), &report);
    let text = String::from_utf8(bytes.clone()).unwrap();
    let (table, below) = text.split_once("\r\n;;;;;;;;;;\r\n").expect("an empty row, where a filter ends");
    assert_eq!(table.lines().count(), 10);
    assert!(below.starts_with("CÁCH TÍNH;;;;;;;;;;\r\n"), "{below}");
    for part in ["nhỏ hơn 50%", "\r\n;;;;;;;;;;\r\nNGUỒN SỐ LIỆU;", "phu-luc.txt", HASH, "Lập bằng sohoa 0.1.0."]
    {
        assert!(below.contains(part), "{part}\nis not in\n{below}");
    }
    // Every row has the eleven cells of the header, as readers of the form expect.
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').flexible(false).from_reader(bytes.as_slice());
    assert!(reader.records().all(|record| record.is_ok_and(|record| record.len() == 11)));
    let again = report_of(&bytes);
    let figures = |report: &Report| -> Vec<(String, Option<String>, Option<u64>)> {
        let percent = |unit: &UnitResult| unit.percent.as_ref().map(|given| given.value.to_string());
        let copies = |unit: &UnitResult| unit.copies.as_ref().map(|given| given.value);
        report.units.iter().map(|unit| (unit.id.as_str().to_owned(), percent(unit), copies(unit))).collect()
    };
    assert_eq!(figures(&again), figures(&report));
    assert!(again.unmatched.is_empty(), "{:?}", again.unmatched);
}

#[test]
fn ninety_nine_communes_stand_in_one_table() {
    let catalogue = sohoa::units::Catalogue::by_id("laocai-2025").unwrap();
    let communes = catalogue
        .units()
        .iter()
        .filter(|unit| unit.id.as_str().starts_with("xa-") || unit.id.as_str().starts_with("phuong-"));
    let lines: Vec<String> = communes.map(|unit| format!("{};48,{}%\n", unit.name, unit.name.len() % 10)).collect();
    let lines = lines.concat();
    let text = format!("Từ ngày 01/8/2025 đến ngày 31/8/2025\nĐơn vị;Tỷ lệ số hóa hồ sơ\n{lines}");
    let report = report_of(text);
    let rows = rows(&mut book(&report), "Xếp hạng – Cấp xã");
    assert_eq!(rows.len(), 1 + 99);
    assert_eq!(ranking_name(&report), "xep-hang-2025-08-01-den-2025-08-31");
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let report = run_case("letter-appendix-tab");
    let once = (report_xlsx(&report), reminders_zip(&report));
    std::thread::sleep(std::time::Duration::from_millis(2_100));
    let again = run_case("letter-appendix-tab");
    assert_eq!((report_xlsx(&again), reminders_zip(&again)), once);
}

#[test]
fn each_unit_with_a_note_has_a_file_of_its_own_in_the_archive() {
    let archive = reminders_zip(&run_case("letter-appendix-tab"));
    let archive = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    names.sort();
    let expected =
        ["nhac-bac-ha.docx", "nhac-bao-yen.docx", "nhac-muong-khuong.docx", "nhac-si-ma-cai.docx", "nhac-van-ban.docx"];
    assert_eq!(names, expected);
}
