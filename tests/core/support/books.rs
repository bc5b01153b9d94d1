//! The same table as a workbook of each kind, written in the plainest way that its format allows.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Cursor;
use std::io::Write as _;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A table: rows of cells.
pub(crate) type Table = [Vec<String>];

/// An archive with these parts.
pub(crate) fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, data) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(data).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const BOOK: &str = "<workbook><sheets><sheet name=\"Hồ sơ\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";

/// An xlsx with one sheet, by the XML of its rows and of what stands behind them.
pub(crate) fn xlsx_of(rows: &str, behind: &str, texts: &str) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData>{behind}</worksheet>");
    archive(&[
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/sharedStrings.xml", texts.as_bytes()),
    ])
}

/// Excel since 2007, each cell with its own text.
pub(crate) fn xlsx_inline(table: &Table) -> Vec<u8> {
    let cell = |text: &str| format!("<c t=\"inlineStr\"><is><t>{}</t></is></c>", escaped(text));
    xlsx_of(&xml_rows(table, &cell), "", "")
}

/// Excel since 2007, texts that come again shared.
pub(crate) fn xlsx_shared(table: &Table) -> Vec<u8> {
    let (numbers, texts) = shared(table);
    let cell = |text: &str| format!("<c t=\"s\"><v>{}</v></c>", numbers[text]);
    let texts: Vec<String> = texts.iter().map(|text| format!("<si><t>{}</t></si>", escaped(text))).collect();
    xlsx_of(&xml_rows(table, &cell), "", &format!("<sst>{}</sst>", texts.concat()))
}

/// The texts of a table, each once, and their numbers.
fn shared(table: &Table) -> (BTreeMap<&str, usize>, Vec<&str>) {
    let (mut numbers, mut texts) = (BTreeMap::new(), Vec::new());
    for text in table.iter().flatten() {
        numbers.entry(text.as_str()).or_insert_with(|| {
            texts.push(text.as_str());
            texts.len() - 1
        });
    }
    (numbers, texts)
}

fn xml_rows(table: &Table, cell: &dyn Fn(&str) -> String) -> String {
    table.iter().fold(String::new(), |xml, row| {
        let cells: String = row.iter().map(|text| cell(text)).collect();
        xml + "<row>" + &cells + "</row>"
    })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// OpenDocument, packed.
pub(crate) fn ods(table: &Table) -> Vec<u8> {
    let content = format!("<office:document-content>{}</office:document-content>", ods_table(table));
    archive(&[("content.xml", content.as_bytes())])
}

/// OpenDocument as one text.
pub(crate) fn fods(table: &Table) -> Vec<u8> {
    let kind = "office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"";
    format!("<?xml version=\"1.0\"?><office:document {kind}>{}</office:document>", ods_table(table)).into_bytes()
}

fn ods_table(table: &Table) -> String {
    let cell = |text: &str| {
        let paragraphs: Vec<String> =
            text.split("\r\n").map(|line| format!("<text:p>{}</text:p>", escaped(line))).collect();
        format!("<table:table-cell office:value-type=\"string\">{}</table:table-cell>", paragraphs.concat())
    };
    let rows = xml_rows(table, &cell).replace("<row>", "<table:table-row>").replace("</row>", "</table:table-row>");
    format!("<table:table table:name=\"Hồ sơ\">{rows}</table:table>")
}

/// The XML workbook of Excel 2003.
pub(crate) fn xml2003(table: &Table) -> Vec<u8> {
    let text = |text: &str| escaped(text).replace("\r\n", "&#10;");
    let cell = |cell: &str| format!("<Cell><Data ss:Type=\"String\">{}</Data></Cell>", text(cell));
    let rows = xml_rows(table, &cell).replace("row>", "Row>");
    format!(
        "<?xml version=\"1.0\"?><Workbook><Worksheet ss:Name=\"Hồ sơ\"><Table>{rows}</Table></Worksheet></Workbook>"
    )
    .into_bytes()
}

/// A web page that systems name as a workbook.
pub(crate) fn html(table: &Table) -> Vec<u8> {
    let cell = |text: &str| format!("<td>{}</td>", escaped(text).replace("\r\n", "<br>"));
    let rows = xml_rows(table, &cell).replace("row>", "tr>");
    format!("<html><head><meta charset=\"utf-8\"></head><body><table>{rows}</table></body></html>").into_bytes()
}

/// Excel since 2007, binary.
pub(crate) fn xlsb(table: &Table) -> Vec<u8> {
    let (numbers, texts) = shared(table);
    let mut strings = Vec::new();
    for text in texts {
        record(&mut strings, 0x13, &[&[0][..], &wide(text)].concat());
    }
    let mut sheet = Vec::new();
    for (row, cells) in (0_u32..).zip(table) {
        record(&mut sheet, 0, &[&row.to_le_bytes()[..], &[0; 13]].concat());
        for (column, text) in (0_u32..).zip(cells) {
            let number = u32::try_from(numbers[text.as_str()]).unwrap();
            record(&mut sheet, 7, &[column, 0, number].map(u32::to_le_bytes).concat());
        }
    }
    record(&mut sheet, 0x0182, &[]);
    let mut book = Vec::new();
    record(&mut book, 0x019c, &[&[0; 8][..], &wide("rId1"), &wide("Hồ sơ")].concat());
    let relation = "<Relationships><Relationship Id=\"rId1\" Type=\"/worksheet\" Target=\"a.bin\"/></Relationships>";
    archive(&[
        ("xl/workbook.bin", &book),
        ("xl/_rels/workbook.bin.rels", relation.as_bytes()),
        ("xl/a.bin", &sheet),
        ("xl/sharedStrings.bin", &strings),
    ])
}

/// A record of a binary workbook: type and length in seven bits a byte.
fn record(out: &mut Vec<u8>, kind: u16, data: &[u8]) {
    let [low, high] = kind.to_le_bytes();
    out.push(low);
    out.extend((low & 0x80 != 0).then_some(high));
    let length = u16::try_from(data.len()).unwrap();
    out.extend([length & 0x7f | 0x80, length >> 7].map(|seven| u8::try_from(seven).unwrap()));
    out.extend(data);
}

/// A text behind its length, two bytes a letter.
fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let length = u32::try_from(units.len()).unwrap();
    [&length.to_le_bytes()[..], &units.into_iter().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()].concat()
}

/// Excel until 2003: a stream that nothing contains.
pub(crate) fn xls(table: &Table) -> Vec<u8> {
    let record = |kind: u16, data: &[u8]| {
        [&kind.to_le_bytes()[..], &u16::try_from(data.len()).unwrap().to_le_bytes(), data].concat()
    };
    let begin = |kind: u8| record(0x0809, &[0, 6, kind, 0, 0, 0]);
    let name = "Hồ sơ".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    // The globals are 10 + 22 + 4 bytes long; behind them the sheet begins.
    let sheet = [&[36, 0, 0, 0, 0, 0, 5, 1][..], &name].concat();
    let mut stream = [begin(5), record(0x85, &sheet), record(0x0a, &[]), begin(0x10)].concat();
    for (row, cells) in (0_u16..).zip(table) {
        for (column, text) in (0_u16..).zip(cells) {
            let units: Vec<u16> = text.encode_utf16().collect();
            let length = u16::try_from(units.len()).unwrap();
            let place = [row, column, 0, length].map(u16::to_le_bytes).concat();
            let letters: Vec<u8> = units.into_iter().flat_map(u16::to_le_bytes).collect();
            stream.extend(record(0x0204, &[&place[..], &[1], &letters].concat()));
        }
    }
    stream.extend(record(0x0a, &[]));
    stream
}

/// Text of cells and separators.
pub(crate) fn csv(table: &Table) -> Vec<u8> {
    let mut text = String::new();
    for row in table {
        let cells: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        writeln!(text, "{}", cells.join(";")).unwrap();
    }
    text.into_bytes()
}
