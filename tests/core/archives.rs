//! Archives that are cut, or whose lists contradict what they hold: each is told to be damaged, and never read as another
//! file. What is only written in an unusual way is read.

use std::io::Cursor;
use std::io::Write as _;

use crate::support::books;
use crate::support::gather;
use crate::support::json;
use crate::support::lines::plain;
use crate::support::report_of;
use sohoa::analysis::Settings;
use zip::CompressionMethod;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A workbook of one unit.
fn workbook(percent: &str) -> Vec<u8> {
    let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
    books::xlsx_shared(&[row(["Đơn vị", "Tỷ lệ % tổng chung nhóm số hóa hồ sơ"]), row(["UBND huyện Bảo Yên", percent])])
}

/// The percentage of the only unit, or the sentence.
fn read(bytes: &[u8]) -> Result<String, String> {
    gather("a.xlsx", bytes, 1 << 20, &Settings::default()).map_err(|error| error.to_string())?;
    let report = json(&report_of(bytes));
    Ok(plain(&report["units"][0]["percent"]))
}

#[track_caller]
fn refused(bytes: &[u8], says: &str) {
    let sentence = read(bytes).expect_err("no table");
    assert!(sentence.contains(says) && sentence.contains("Hãy"), "{sentence}");
}

/// The parts as they are, none of them packed.
fn stored(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, data) in parts {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        writer.start_file(*name, options).unwrap();
        writer.write_all(data).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Where the end record of an archive begins; there is no comment behind it.
fn end_of(bytes: &[u8]) -> usize {
    bytes.len() - 22
}

/// The same archive, whose end record says that it has so many parts.
fn of_parts(mut bytes: Vec<u8>, count: u16) -> Vec<u8> {
    let end = end_of(&bytes);
    bytes[end + 8..end + 10].copy_from_slice(&count.to_le_bytes());
    bytes[end + 10..end + 12].copy_from_slice(&count.to_le_bytes());
    bytes
}

#[test]
fn a_cut_archive_is_not_read_as_the_workbook_that_lies_in_it() {
    let (old, new) = (workbook("72,3%"), workbook("11,1%"));
    assert_eq!(read(&old).as_deref(), Ok("72.3"));
    // The download of two workbooks broke within the second.
    let two = stored(&[("thang5.xlsx", &old), ("thang6.xlsx", &new)]);
    refused(&two, "2 tệp («thang5.xlsx», …)");
    refused(&two[..two.len() - 300], "bị cắt cụt");
    // A workbook that holds an older one, without its last bytes.
    let sheet = "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>";
    let book = "<workbook><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    let outer = stored(&[
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/embeddings/cu.xlsx", &old),
    ]);
    refused(&outer[..outer.len() - 30], "bị cắt cụt");
    // An empty line, a mark of order or a comment is no part of an archive.
    for lead in [&b"\r\n"[..], b"\xef\xbb\xbf"] {
        assert_eq!(read(&[lead, &new].concat()).as_deref(), Ok("11.1"));
    }
    assert_eq!(read(&[&new[..], b"\r\n"].concat()).as_deref(), Ok("11.1"));
}

#[test]
fn an_archive_of_64_bits_is_read_whatever_its_old_end_record_leaves_to_the_new_one() {
    let mut bytes = workbook("72,3%");
    let end = bytes.split_off(end_of(&bytes));
    let number = |at: usize| u64::from(u32::from_le_bytes(end[at..at + 4].try_into().unwrap()));
    let (count, size, offset) = (number(8) & 0xffff, number(12), number(16));
    // APPNOTE 4.3.14 to 4.3.16: the record, its locator, and an end record that leaves all to them.
    let record = bytes.len() as u64;
    bytes.extend(b"PK\x06\x06");
    bytes.extend(44_u64.to_le_bytes());
    bytes.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    bytes.extend([count, count, size, offset].map(u64::to_le_bytes).concat());
    bytes.extend(b"PK\x06\x07\0\0\0\0");
    bytes.extend(record.to_le_bytes());
    bytes.extend([1, 0, 0, 0]);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([0xff; 12]);
    bytes.extend([0, 0]);
    assert_eq!(read(&bytes).as_deref(), Ok("72.3"));
    // Without that record the number says nothing: the list ends where it ends.
    assert_eq!(read(&of_parts(workbook("72,3%"), 0xffff)).as_deref(), Ok("72.3"));
}

#[test]
fn a_part_that_an_archive_does_not_count_is_not_lost_and_of_two_that_differ_none_is_chosen() {
    for count in [0, 1, 2, 3, 4] {
        assert_eq!(read(&of_parts(workbook("72,3%"), count)).as_deref(), Ok("72.3"), "{count}");
    }
    // Two parts of one name that hold different figures.
    let twice = [("xl/workbook.xml", &b"<workbook></workbook>"[..]), ("XL/workbook.xml", b"<workbook> </workbook>")];
    refused(&stored(&twice), "bị hỏng");
}

#[test]
fn a_text_that_the_shared_texts_do_not_hold_is_damage_and_no_blank() {
    let row = |second: &str| format!("<row><c t=\"s\"><v>0</v></c><c t=\"s\">{second}</c></row>");
    let texts = "<sst><si><t>Đơn vị</t></si><si><t>Tỷ lệ % số hóa hồ sơ</t></si></sst>";
    for number in ["<v>2</v>", "<v>-1</v>", "<v>99999999999999999999</v>"] {
        refused(&books::xlsx_of(&row(number), "", texts), "bị hỏng");
    }
    // The part is lost.
    refused(&books::xlsx_of(&row("<v>1</v>"), "", ""), "bị hỏng");
    // A cell without a value is blank.
    let unit = "<row><c t=\"inlineStr\"><is><t>UBND huyện Bảo Yên</t></is></c><c><v>72.3</v></c><c t=\"s\"/></row>";
    let blank = row("<v>1</v>").replace("</row>", "<c t=\"s\"><v></v></c></row>") + unit;
    assert_eq!(read(&books::xlsx_of(&blank, "", texts)).as_deref(), Ok("72.3"));
}

#[test]
fn an_archive_without_a_table_is_called_what_it_is() {
    let empty = stored(&[]);
    assert_eq!(empty.len(), 22);
    refused(&empty, "tệp nén (.zip) không có tệp nào bên trong");
    refused(&stored(&[("ppt/presentation.xml", b"<p/>"), ("[Content_Types].xml", b"<t/>")]), "PowerPoint");
    refused(&stored(&[("Index/Document.iwa", b"x"), ("preview.jpg", b"x")]), "Numbers");
}
