//! Workbooks by writers that are not ours (`tests/workbooks/make.py`): whatever way the letter's appendix is stored, it
//! is the same nine units.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::Path;
use std::rc::Rc;

use serde_json::Value;
use sohoa::analysis::FileOutcome;
use sohoa::analysis::Gathering;
use sohoa::analysis::Settings;
use sohoa::analysis::assess;
use sohoa::export::report_json;
use sohoa::units::Catalogue;

fn bytes(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbooks").join(name)).unwrap()
}

fn gather(name: &str, bytes: &[u8], block: usize) -> FileOutcome {
    let mut gathering = Gathering::new(name, Rc::new(Catalogue::laocai_2023()), Rc::default());
    let fed = bytes.chunks(block).try_for_each(|block| gathering.feed(block));
    let result = fed.and_then(|()| gathering.finish()).map_err(|error| error.to_string());
    FileOutcome { name: name.to_owned(), result }
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
    // An archive with nothing of a workbook in it: the end record of an empty one behind the first bytes of another.
    refused(b"PK\x03\x04PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "tệp nén (.zip)");
}
