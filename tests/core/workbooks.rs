//! Workbooks by writers that are not ours (`tests/workbooks/make.py`): whatever way the letter's appendix is stored, it
//! is the same nine units.

use std::fs;
use std::path::Path;
use std::rc::Rc;

use serde_json::Value;
use sohoa::analysis::FileOutcome;
use sohoa::analysis::Gathering;
use sohoa::analysis::Settings;
use sohoa::analysis::assess;
use sohoa::export::report_json;
use sohoa::intake::Format;
use sohoa::intake::Hints;
use sohoa::intake::Intake;
use sohoa::intake::IntakeError;
use sohoa::intake::Understood;
use sohoa::units::Catalogue;

fn bytes(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbooks").join(name)).unwrap()
}

fn gather(name: &str, bytes: &[u8], block: usize) -> FileOutcome {
    let mut gathering = Gathering::new(name, Rc::new(Catalogue::laocai_2023()), Rc::default());
    let fed = bytes.chunks(block).try_for_each(|block| gathering.feed(block));
    FileOutcome::of(name, fed.and_then(|()| gathering.finish()))
}

fn report(name: &str) -> Value {
    let outcome = gather(name, &bytes(name), 4096);
    assert!(outcome.result.is_ok(), "{name}: {:?}", outcome.result.err());
    let report = assess(&[outcome], &Rc::new(Catalogue::laocai_2023()), &Settings::default());
    serde_json::from_str(&report_json(&report)).unwrap()
}

/// Id, percentage, its note, count, its note.
type Unit = (&'static str, &'static str, Option<&'static str>, u64, Option<&'static str>);

/// The nine rows of the letter, worked out by hand from its appendix.
const ROWS: [Unit; 9] = [
    ("bao-yen", "72.3", None, 366, Some("Quá thấp")),
    ("bao-thang", "68.9", None, 1343, None),
    ("tp-lao-cai", "58.6", None, 2919, None),
    ("sa-pa", "56.9", None, 1112, None),
    ("si-ma-cai", "53.9", None, 546, Some("Quá thấp")),
    ("bat-xat", "53.1", None, 1945, None),
    ("muong-khuong", "49.5", Some("Thấp"), 2486, None),
    ("van-ban", "49", Some("Thấp"), 678, Some("Quá thấp")),
    ("bac-ha", "48.1", Some("Thấp"), 426, Some("Quá thấp")),
];

/// Holds a workbook against the letter, and its notices against those expected beside the misnamed town.
#[track_caller]
fn case(name: &str, format: &str, notices: &[(&str, u64)]) {
    let report = report(name);
    let units: Vec<_> = report["units"].as_array().unwrap().iter().collect();
    for (unit, (rank, (id, percent, percent_note, copies, copies_note))) in units.iter().zip((1..).zip(ROWS)) {
        assert_eq!((unit["id"].as_str(), unit["rank"].as_u64()), (Some(id), Some(rank)), "{name}");
        assert_eq!(
            (unit["percent"].as_str(), unit["percent_note"].as_str()),
            (Some(percent), percent_note),
            "{name}: {id}"
        );
        assert_eq!(
            (unit["certified_copies"].as_u64(), unit["copies_note"].as_str()),
            (Some(copies), copies_note),
            "{name}: {id}"
        );
    }
    assert_eq!(units.len(), 9, "{name}");
    let file = &report["files"][0];
    let encoding = (format == "html").then_some("utf-8");
    let sheet = (format != "html").then_some("Phụ lục");
    assert_eq!((file["format"].as_str(), file["sheet"].as_str()), (Some(format), sheet), "{name}");
    assert_eq!((file["header_row"].as_u64(), file["encoding"].as_str()), (Some(4), encoding), "{name}");
    let expected: Vec<(&str, u64)> = [("unit-type-conflict", 1)].into_iter().chain(notices.iter().copied()).collect();
    let found = report["notices"].as_array().unwrap().iter();
    let found: Vec<(&str, u64)> =
        found.map(|notice| (notice["code"].as_str().unwrap(), notice["count"].as_u64().unwrap())).collect();
    assert_eq!(found, expected, "{name}");
    assert_eq!(report["notices"][0]["places"][0]["sheet"].as_str(), sheet, "{name}");
}

#[test]
fn percentages_stored_as_shares_numbers_or_text_are_the_same() {
    case("percent-format.xlsx", "xlsx", &[]);
    case("numbers.xlsx", "xlsx", &[]);
    case("text.xlsx", "xlsx", &[]);
}

#[test]
fn older_and_open_formats_are_the_same() {
    case("numbers.xls", "xls", &[]);
    case("numbers.ods", "ods", &[]);
}

#[test]
fn a_web_page_named_as_a_workbook_is_the_same() {
    case("web-page.xls", "html", &[]);
    assert_eq!(report("web-page.xls")["period"]["to"].as_str(), Some("2023-06-05"));
}

#[test]
fn the_sheet_with_the_table_is_read_and_the_others_are_named() {
    case("other-sheets.xlsx", "xlsx", &[("sheet-not-read", 2)]);
    case("hidden-table.xlsx", "xlsx", &[("sheet-hidden", 1), ("sheet-not-read", 1)]);
}

#[test]
fn a_stray_cell_at_the_end_of_the_sheet_is_one_row() {
    case("stray-cell.xlsx", "xlsx", &[]);
    assert_eq!(report("stray-cell.xlsx")["files"][0]["skipped_rows"].as_u64(), Some(4));
}

#[test]
fn the_size_of_the_blocks_does_not_matter() {
    let whole = bytes("numbers.xlsx");
    for block in [1, 3, 4, 1000, whole.len()] {
        assert!(gather("numbers.xlsx", &whole, block).result.is_ok(), "blocks of {block}");
    }
}

#[test]
fn a_damaged_workbook_gets_a_sentence() {
    #[track_caller]
    fn refused(bytes: &[u8], says: &str) {
        let sentence = gather("a.xlsx", bytes, 4096).result.unwrap_err();
        assert!(sentence.contains(says) && sentence.contains("Hãy"), "{sentence}");
    }
    let whole = bytes("numbers.xlsx");
    for kept in [4, 100, whole.len() / 2, whole.len() - 1] {
        refused(&whole[..kept], "bị hỏng hoặc bị cắt cụt");
    }
    refused(&bytes("numbers.xls")[..2000], "bị hỏng hoặc bị cắt cụt");
    // The end record of an empty archive behind the first bytes of another, which was cut.
    refused(b"PK\x03\x04PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "bị hỏng hoặc bị cắt cụt");
}

/// The rows of a file, each as its number and its cells, and how it was understood.
fn rows(bytes: &[u8], sheet: Option<&str>) -> Result<(Vec<String>, Understood), IntakeError> {
    let mut rows = Vec::new();
    let hints = Hints { sheet: sheet.map(str::to_owned), ..Hints::default() };
    let mut intake = Intake::new(|cells| cells.iter().filter(|cell| cell.contains("đơn vị")).count(), hints);
    let mut take = |row: sohoa::intake::Row| rows.push(format!("{} {}", row.number, row.cells.join("|")));
    intake.feed(bytes, &mut take)?;
    let understood = intake.finish(&mut take)?;
    Ok((rows, understood))
}

/// The table that `make.py` writes in every format: a merged title stays one cell, a merged heading or name goes down,
/// shares are percentages, days are written as Vietnam does, errors and texts stay as they are.
const EVERY_KIND: [&str; 6] = [
    "1 Phụ lục|||||||",
    "2 STT|Tên đơn vị|Số hóa||Ngày|Đạt|Lỗi|Mã",
    "3 STT|Tên đơn vị|Tỷ lệ|Số lượng|Ngày|Đạt|Lỗi|Mã",
    "4 1|UBND huyện Bảo Yên|72.3%|1343|05/06/2023|TRUE|#DIV/0!|0366",
    "5 2|UBND huyện Bảo Yên|49%|72.3|05/06/2023 08:30|FALSE|#N/A|",
    "6 3|UBND TX Sa Pa|100%|366|||2|'007",
];

#[test]
fn every_format_gives_the_same_cells_and_tells_what_is_hidden() {
    for kind in ["xlsx", "xls", "xlsb", "ods", "xml"] {
        let (rows, understood) = rows(&bytes(&format!("every-kind.{kind}")), None).unwrap();
        // LibreOffice itself turns truth values into numbers in its own format.
        let expected = EVERY_KIND.map(|row| match kind {
            "ods" => row.replace("TRUE", "1").replace("FALSE", "0"),
            _ => row.to_owned(),
        });
        assert_eq!(rows, expected, "{kind}");
        assert_eq!(understood.format.code(), kind);
        let beside = understood.beside;
        let [hidden] = &beside.hidden_rows[..] else { panic!("{kind}: {:?}", beside.hidden_rows) };
        assert_eq!((hidden.row, hidden.found.as_str()), (Some(6), "3 | UBND TX Sa Pa | 100% | 366"), "{kind}");
        let [hidden] = &beside.hidden_columns[..] else { panic!("{kind}: {:?}", beside.hidden_columns) };
        assert_eq!((hidden.column, hidden.found.as_str()), (Some(8), "Mã"), "{kind}");
        assert!(beside.formulas_without_value.is_empty(), "{kind}");
        let Format::Workbook { sheet, sheets, .. } = understood.format else { panic!("{kind} is a workbook") };
        let names: Vec<_> = sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.hidden, sheet.rows)).collect();
        assert_eq!((sheet.as_str(), &names[..]), ("Bảng", &[("Bảng", false, 6), ("Ẩn", true, 1)][..]), "{kind}");
    }
}

#[test]
fn a_web_page_gives_the_same_cells_also_as_a_web_archive() {
    // LibreOffice leaves out what is hidden, and turns truth values into numbers.
    let expected: Vec<String> = EVERY_KIND[..5]
        .iter()
        .map(|row| row.replace("TRUE", "1").replace("FALSE", "0"))
        .map(|row| row.rsplit_once('|').unwrap().0.to_owned())
        .collect();
    for name in ["every-kind.html", "every-kind.mht"] {
        let (rows, understood) = rows(&bytes(name), None).unwrap();
        assert_eq!((rows, understood.format.code()), (expected.clone(), "html"), "{name}");
    }
    let mut archive = bytes("every-kind.mht");
    archive.truncate(300); // cut before its page begins
    assert!(rows(&archive, None).unwrap_err().to_string().contains("MHTML"));
}

#[test]
fn a_workbook_in_one_open_document_file_gives_the_same_cells() {
    let packed = bytes("every-kind.ods");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&packed)).unwrap();
    let content = std::io::read_to_string(archive.by_name("content.xml").unwrap()).unwrap();
    let head = "office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"";
    let flat =
        content.replacen("office:document-content", head, 1).replace("office:document-content>", "office:document>");
    let (rows, understood) = rows(flat.as_bytes(), None).unwrap();
    assert_eq!((rows.len(), understood.format.code()), (6, "ods"));
    assert_eq!(understood.beside.hidden_rows.len(), 1);
}

#[test]
fn days_of_the_1904_system_are_the_same_days_and_formulas_without_a_value_are_told() {
    for name in ["every-kind-uncalculated.xlsx", "every-kind-1904.xlsx"] {
        let (rows, understood) = rows(&bytes(name), None).unwrap();
        assert_eq!(rows[3], "4 1|UBND huyện Bảo Yên|72.3%|1343|05/06/2023|TRUE||0366", "{name}");
        assert_eq!(rows[4], "5 2|UBND huyện Bảo Yên|49%|72.3|05/06/2023 08:30|FALSE||", "{name}");
        let places = understood.beside.formulas_without_value.iter().map(|told| (told.row, told.column));
        assert!(places.eq((4..=6).map(|row| (Some(row), Some(7)))), "{name}");
    }
}

#[test]
fn the_sheet_that_is_asked_for_is_read() {
    let (rows_read, understood) = rows(&bytes("every-kind.xls"), Some("Ẩn")).unwrap();
    assert_eq!((rows_read, understood.format.sheet()), (vec!["1 x".to_owned()], Some("Ẩn")));
    let sentence = rows(&bytes("every-kind.ods"), Some("Tháng 7")).unwrap_err().to_string();
    assert!(sentence.contains("«Tháng 7»") && sentence.contains("«Bảng», «Ẩn»"), "{sentence}");
}

#[test]
fn formulas_of_a_program_that_does_not_calculate_are_told() {
    let (rows, understood) = rows(&bytes("formulas.xls"), None).unwrap();
    assert_eq!(rows, ["1 Tên đơn vị||", "2 Bảo Yên||72.3%", "3 gộp||", "4 gộp||5"]);
    let [formula] = &understood.beside.formulas_without_value[..] else { panic!("one formula") };
    assert_eq!((formula.row, formula.column), (Some(2), Some(2)));
    assert_eq!((understood.beside.hidden_rows[0].row, understood.beside.hidden_columns[0].column), (Some(2), Some(3)));
}

#[test]
fn a_web_page_in_capitals_and_utf_16_gives_the_same_cells() {
    let page = String::from_utf8(bytes("every-kind.html")).unwrap();
    let capitals = ["table", "tr", "td", "colspan", "rowspan"]
        .iter()
        .fold(page.clone(), |page, word| page.replace(word, &word.to_uppercase()));
    let utf16 = [&[0xff, 0xfe][..], &capitals.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()].concat();
    assert_eq!(rows(&utf16, None).unwrap().0, rows(page.as_bytes(), None).unwrap().0);
}

/// The values of the first sheet as `calamine` reads them, which shares no code with ours: place and text, numbers and
/// texts alone.
fn by_calamine(name: &str) -> Vec<(u32, u32, String)> {
    use calamine::Data;
    use calamine::Reader;
    let mut book = calamine::open_workbook_auto_from_rs(std::io::Cursor::new(bytes(name))).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    let (top, left) = range.start().unwrap();
    let place = |at: usize, start: u32| u32::try_from(at).unwrap() + start;
    let values = range.used_cells().filter_map(|(row, column, value)| match value {
        Data::Float(number) => Some((row, column, number.to_string())),
        Data::Int(number) => Some((row, column, number.to_string())),
        Data::String(text) => Some((row, column, text.clone())),
        _ => None,
    });
    values.map(|(row, column, text)| (place(row, top) + 1, place(column, left) + 1, text)).collect()
}

#[test]
fn another_reader_finds_the_same_numbers_and_texts_at_the_same_places() {
    for name in
        ["numbers.xls", "numbers.ods", "numbers.xlsx", "text.xlsx", "every-kind.xls", "every-kind.xlsb", "formulas.xls"]
    {
        let (rows, _) = rows(&bytes(name), None).unwrap();
        for (row, column, theirs) in by_calamine(name) {
            let found = rows.iter().find_map(|found| found.strip_prefix(&format!("{row} "))).unwrap();
            let ours = found.split('|').nth(column as usize - 1).unwrap();
            // A share is a percentage to us; a number is the same within the digits that a spreadsheet shows.
            let number = |text: &str| text.parse::<f64>().ok();
            let ours_number =
                ours.strip_suffix('%').map_or_else(|| number(ours), |share| number(&format!("{share}e-2")));
            let same = match (ours_number, number(&theirs)) {
                (Some(ours), Some(theirs)) => format!("{ours:.12}") == format!("{theirs:.12}"),
                _ => ours == theirs,
            };
            assert!(same, "{name}, row {row}, column {column}: {ours} and {theirs}");
        }
    }
}

#[test]
fn an_empty_line_before_a_workbook_is_no_part_of_it() {
    let workbook = bytes("numbers.xlsx");
    let read = |bytes: &[u8], block| {
        let gathered = gather("a.xlsx", bytes, block).result.unwrap();
        (gathered.understood.format.clone(), gathered.table.observations.clone())
    };
    let plain = read(&workbook, 4096);
    for lead in [&b"\n"[..], b"\r\n\r\n", b"\xef\xbb\xbf"] {
        for block in [1, 3, 4096] {
            assert_eq!(read(&[lead, &workbook].concat(), block), plain, "{lead:?}");
        }
    }
}
