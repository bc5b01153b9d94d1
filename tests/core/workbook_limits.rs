//! Workbooks that lie: archives that unfold without end, sheets that claim a million rows, chains that run in a circle.
//! Each gives a sentence or its rows, soon, and no more memory than a table can need.

use std::io::Cursor;
use std::io::Write;
use std::time::Duration;
use std::time::Instant;

use sohoa::intake::Hints;
use sohoa::intake::Intake;
use sohoa::intake::Understood;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Longest a file may take in a debug build on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// How many rows a file gives and how it was understood, or its sentence.
#[track_caller]
fn read(bytes: &[u8]) -> Result<(usize, Understood), String> {
    let begun = Instant::now();
    let mut rows = 0;
    let mut intake = Intake::new(|_| 0, Hints::default());
    let fed = intake.feed(bytes, &mut |_| rows += 1);
    let read = fed.and_then(|()| intake.finish(&mut |_| rows += 1));
    assert!(begun.elapsed() < PATIENCE, "it took {:?}", begun.elapsed());
    read.map(|understood| (rows, understood)).map_err(|error| error.to_string())
}

#[track_caller]
fn refused(bytes: &[u8], says: &str) {
    let sentence = read(bytes).expect_err("no table");
    assert!(sentence.contains(says) && sentence.contains("Hãy"), "{sentence}");
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, data) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(data).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const BOOK: &str = "<workbook><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";

fn xlsx(sheet: &str, strings: &str) -> Vec<u8> {
    archive(&[
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
    ])
}

fn sheet(cells: &str) -> String {
    format!("<worksheet><sheetData>{cells}</sheetData></worksheet>")
}

/// The same archive with every unfolded size in it said to be one byte.
fn lying(mut bytes: Vec<u8>) -> Vec<u8> {
    for at in 0..bytes.len() - 30 {
        let size = match &bytes[at..at + 4] {
            b"PK\x03\x04" => at + 22,
            b"PK\x01\x02" => at + 24,
            _ => continue,
        };
        bytes[size..size + 4].copy_from_slice(&1_u32.to_le_bytes());
    }
    bytes
}

#[test]
fn an_archive_that_unfolds_without_end_is_refused_whatever_it_says_of_itself() {
    let row = "<row><c><v>1</v></c></row>";
    // Texts are kept as a whole, a sheet is passed through.
    refused(&xlsx(&sheet(row), &" ".repeat(161 << 20)), "160 MB khi mở ra");
    let bomb = xlsx(&sheet(&" ".repeat(481 << 20)), "");
    assert!(bomb.len() < 1 << 20);
    refused(&bomb, "480 MB khi mở ra");
    let told = read(&lying(bomb)).unwrap_err();
    assert!(told.contains("MB khi mở ra") || told.contains("hỏng"), "{told}");
    // What is never read may be as large as it likes.
    let blank = vec![0; 161 << 20];
    let row = sheet("<row><c><v>1</v></c></row>");
    let parts = [
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/worksheets/sheet1.xml", row.as_bytes()),
        ("xl/media/a.bmp", &blank[..]),
    ];
    assert_eq!(read(&archive(&parts)).unwrap().0, 1);
}

#[test]
fn a_workbook_in_one_text_is_read_up_to_what_an_archive_may_unfold_to() {
    let feed = |megabytes: usize| {
        let mut intake = Intake::new(|_| 0, Hints::default());
        let begin =
            b"<?xml version=\"1.0\"?><Workbook><Worksheet ss:Name=\"a\"><Table><Row><Cell><Data>1</Data></Cell></Row>";
        intake.feed(begin, &mut |_| {})?;
        let blank = vec![b' '; 1 << 20];
        (0..megabytes).try_for_each(|_| intake.feed(&blank, &mut |_| {}))?;
        intake.feed(b"</Table></Worksheet></Workbook>", &mut |_| {})?;
        let mut rows = 0;
        intake.finish(&mut |_| rows += 1).map(|_| rows)
    };
    assert_eq!(feed(479).unwrap(), 1);
    let sentence = feed(480).unwrap_err().to_string();
    assert!(sentence.contains("lớn hơn 480 MB") && sentence.contains("Hãy"), "{sentence}");
}

#[test]
fn an_archive_of_countless_parts_is_refused() {
    let names: Vec<String> = (0..12_000).map(|number| format!("{number}.csv")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
    refused(&archive(&parts), "tệp nén (.zip)");
    refused(&archive(&[("thang-6/so lieu.csv", b"x")]), "«thang-6/so lieu.csv»");
    refused(&archive(&[("1.xlsx", b"x"), ("2.xlsx", b"x")]), "2 tệp («1.xlsx», …)");
}

#[test]
fn a_sheet_that_claims_a_million_rows_gives_what_it_holds() {
    let far = "<dimension ref=\"A1:XFD1048576\"/><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    assert_eq!(read(&xlsx(&sheet(far), "")).unwrap().0, 1);
    let beyond = "<row r=\"4294967295\"><c r=\"ZZZ4294967295\"><v>1</v></c></row><row r=\"1\"><c><v>1</v></c></row>";
    refused(&xlsx(&sheet(beyond), ""), "nhiều hơn một bảng");
    // 200 cells, each in the last column of its row, make three million empty ones.
    let wide: Vec<String> = (1..=200).map(|row| format!("<row><c r=\"XFD{row}\"><v>1</v></c></row>")).collect();
    refused(&xlsx(&sheet(&wide.concat()), ""), "3000000 ô");
}

#[test]
fn texts_that_are_shared_or_repeated_without_end_are_refused() {
    let text = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(1 << 20));
    let cells = "<row><c t=\"s\"><v>0</v></c></row>".repeat(10_000);
    refused(&xlsx(&sheet(&cells), &text), "nhiều hơn một bảng");
    refused(&xlsx(&sheet("<row><c><v>1</v></c></row>"), &"<si/>".repeat(3_000_000)), "nhiều hơn một bảng");
    let table = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell \
         table:number-columns-repeated=\"16384\" office:value-type=\"float\" office:value=\"1\"/></table:table-row>";
    let content = format!("<office:document-content><table:table>{table}</table:table></office:document-content>");
    refused(&archive(&[("content.xml", content.as_bytes())]), "nhiều hơn một bảng");
}

#[test]
fn entities_within_entities_are_never_expanded() {
    let entities: Vec<String> =
        (1..30).map(|level| format!("<!ENTITY a{level} \"{}\">", format!("&a{};", level - 1).repeat(10))).collect();
    let entities = entities.concat();
    let laughs = format!(
        "<!DOCTYPE a [<!ENTITY a0 \"ha\">{entities}]>{}",
        sheet("<row><c t=\"inlineStr\"><is><t>&a29;</t></is></c></row>")
    );
    assert_eq!(read(&xlsx(&laughs, "")).unwrap().0, 1);
    let workbook = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE a [{entities}]><Workbook><Worksheet><Table><Row><Cell><Data>&a29;</Data></Cell>\
         </Row></Table></Worksheet></Workbook>"
    );
    assert_eq!(read(workbook.as_bytes()).unwrap().0, 1);
}

#[test]
fn elements_within_elements_and_sheets_without_number_end() {
    let deep = format!("{}{}", "<a>".repeat(200_000), sheet("<row><c><v>1</v></c></row>"));
    assert_eq!(read(&xlsx(&deep, "")).unwrap().0, 1);
    let sheets = "<sheet name=\"a\" r:id=\"rId1\"/>".repeat(100_000);
    let book = format!("<workbook><sheets>{sheets}</sheets></workbook>");
    let relation = "<Relationships><Relationship Id=\"rId1\" Type=\"/worksheet\" Target=\"a.xml\"/></Relationships>";
    let rows = sheet(&"<row><c><v>1</v></c></row>".repeat(2));
    let parts = [
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relation.as_bytes()),
        ("xl/a.xml", rows.as_bytes()),
    ];
    refused(&archive(&parts), "bị hỏng");
    // Merged areas that cover each other.
    let merged = "<mergeCell ref=\"A1:XFD1048576\"/>".repeat(50_000);
    let rows =
        format!("<worksheet><sheetData>{}</sheetData>{merged}</worksheet>", "<row><c><v>1</v></c></row>".repeat(5000));
    refused(&xlsx(&rows, ""), "nhiều hơn một bảng");
}

#[test]
fn markup_that_spans_without_end_is_read_or_refused() {
    let cells = "<td rowspan=9999 colspan=9999>x".repeat(20_000);
    refused(format!("<table><tr>{cells}").as_bytes(), "nhiều hơn một bảng");
    let nested = "<table><tr><td>x</td><td>".repeat(200_000);
    assert_eq!(read(nested.as_bytes()).unwrap().0, 1);
    let rows = format!("<table>{}<tr><td>x</td>", "<tr>".repeat(1_000_000));
    assert_eq!(read(rows.as_bytes()).unwrap().0, 1);
}

#[test]
fn locked_workbooks_are_told_to_be_locked() {
    let manifest =
        "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let ods = archive(&[("META-INF/manifest.xml", manifest.as_bytes()), ("content.xml", b"\x01\x02\x03")]);
    refused(&ods, "mật khẩu");
    // A stream of BIFF8 that nothing contains: its begin, then the record of a password.
    let xls = [&[0x09, 0x08, 8, 0, 0, 6, 5, 0, 0, 0, 0, 0, 0x2f, 0, 2, 0, 1, 0][..], &[0; 600]].concat();
    refused(&xls, "mật khẩu");
}

#[test]
fn any_damage_to_a_workbook_gives_a_sentence_or_rows() {
    for kind in ["xls", "xlsb", "xlsx", "ods", "xml"] {
        let path = format!("{}/tests/workbooks/every-kind.{kind}", env!("CARGO_MANIFEST_DIR"));
        let whole = std::fs::read(path).unwrap();
        // A byte in fifty is turned; the place wanders, so that all kinds of records are met.
        for first in 0..60 {
            let mut bytes = whole.clone();
            for at in (first * 7 % 50 + 8..bytes.len()).step_by(if kind == "xls" { 501 } else { 997 }) {
                bytes[at] ^= u8::try_from(first * 3 + 1).unwrap();
            }
            let _ = read(&bytes);
        }
        for cut in (8..whole.len()).step_by(whole.len() / 40) {
            let _ = read(&whole[..cut]);
        }
    }
}
