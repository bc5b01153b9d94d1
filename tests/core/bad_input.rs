//! Files that are no table, and tables out of all proportion: each gives a sentence an officer can act on, or its rows
//! with a notice at the place, within seconds.

use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use crate::support::books;
use crate::support::gather;
use crate::support::json;
use crate::support::lines;
use crate::support::report;
use crate::support::report_of;
use serde_json::Value;
use sohoa::analysis::Settings;

/// Words of parsers, systems and debuggers, which tell an officer nothing.
const FOREIGN: [&str; 18] = [
    "error", "Error", "invalid", "expected", "missing", "unknown", "failed", "panic", "record", "parse", "Some(",
    "None", "Ok(", "Err(", "::", "utf8", "{", "}",
];

/// Longest any file of this kind may take in a debug build.
const PATIENCE: Duration = Duration::from_secs(20);

/// The sentence a file is refused with.
#[track_caller]
fn refused(bytes: &[u8]) -> String {
    let result = gather("a.csv", bytes, 1 << 20, &Settings::default());
    let sentence = result.expect_err("the file holds no table").to_string();
    assert!(sentence.ends_with('.') && sentence.contains("Hãy "), "no word of what to do: {sentence}");
    for word in FOREIGN {
        assert!(!sentence.contains(word), "{word:?} in: {sentence}");
    }
    sentence
}

/// Runs what must not take long.
#[track_caller]
fn soon<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    let (done, waiting) = channel();
    thread::spawn(move || done.send(work()));
    waiting.recv_timeout(PATIENCE).expect("an answer within 20 seconds, and no panic")
}

/// A report's JSON, made on a thread of its own.
#[track_caller]
fn soon_reported(bytes: Vec<u8>) -> Value {
    soon(move || json(&report_of(bytes)))
}

#[test]
fn nothing_at_all_is_called_empty() {
    for bytes in [&b""[..], b"\xef\xbb\xbf", b"\xff\xfe", b"\n\n\n", b"\r\n \r\n\t\r\n", "\u{a0}\n".as_bytes()] {
        assert!(refused(bytes).contains("Tệp rỗng"), "{bytes:?}");
    }
}

#[test]
fn letters_that_became_question_marks_are_said_to_be_lost() {
    let text = "STT,T\u{ea}n ??n v?,T? l? % t?ng chung nh\u{f3}m s? h\u{f3}a h? s?\n1,UBND huy?n B?o Y\u{ea}n,72.3%\n";
    let sentence = refused(text.as_bytes());
    assert!(sentence.contains("dòng 1: «Tên ??n v?»") && sentence.contains("«CSV UTF-8»"), "{sentence}");
}

#[test]
fn formats_with_a_name_are_named() {
    #[track_caller]
    fn case(start: &[u8], named: &str) {
        let sentence = refused(&[start, &[0, 1, 2, 3, 0xff, 0xfe, 0x80, 0]].concat());
        assert!(sentence.contains(named), "{named}: {sentence}");
    }
    case(b"\x89PNG\r\n\x1a\n", "PNG");
    case(b"\xff\xd8\xff\xe0", "JPEG");
    case(b"PK\x03\x04\x14\0\x06\0\x08\0", "Excel"); // a workbook that was cut, or some other archive
    case(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Excel");
    case(b"%PDF-1.7\n", "PDF");
    case(b"{\\rtf1\\ansi", "RTF");
    case(b"\x1f\x8b\x08", "gzip");
    case(b"Rar!\x1a\x07", "RAR");
    case(b"7z\xbc\xaf\x27\x1c", "7z");
}

/// A file in the container of the old formats of Office, with one stream of 4 kB.
fn contained(stream: &str) -> Vec<u8> {
    let mut bytes = vec![0; 512 * 11];
    let mut put = |at: usize, part: &[u8]| bytes[at..at + part.len()].copy_from_slice(part);
    put(0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    put(30, &[9, 0, 6, 0]); // sectors of 512 bytes, small ones of 64
    put(48, &1_u32.to_le_bytes()); // the directory
    put(56, &4096_u32.to_le_bytes()); // streams from here on stand in whole sectors
    put(60, &[0xfe, 0xff, 0xff, 0xff]); // no small ones
    put(68, &[0xfe, 0xff, 0xff, 0xff]); // no further lists of sectors
    put(76, &0_u32.to_le_bytes()); // which sector follows which stands in the first
    put(80, &[0xff; 512 - 80]);
    put(512, &[0xff; 512]);
    for (sector, next) in
        [(0, -3), (1, -2)].into_iter().chain((2..10).map(|at| (at, if at == 9 { -2 } else { at + 1 })))
    {
        put(512 + 4 * usize::try_from(sector).unwrap(), &i32::to_le_bytes(next));
    }
    for (at, (name, kind, start, length)) in
        [("Root Entry", 5, 0xffff_fffe, 0), (stream, 2, 2, 4096)].into_iter().enumerate()
    {
        let entry = 1024 + 128 * at;
        let units: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        put(entry, &units);
        put(entry + 64, &[u8::try_from(units.len() + 2).unwrap(), 0, kind]);
        put(entry + 116, &u32::to_le_bytes(start));
        put(entry + 120, &u32::to_le_bytes(length));
    }
    bytes
}

#[test]
fn a_document_is_no_damaged_workbook_and_its_table_can_be_pasted() {
    let word = refused(&contained("WordDocument"));
    assert!(word.contains("Word (.doc)") && word.contains("dán"), "{word}");
    let damaged = refused(&contained("Other"));
    assert!(damaged.contains("hỏng"), "{damaged}");
    let open = books::archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        (
            "content.xml",
            b"<office:document-content><office:body><office:text/></office:body></office:document-content>",
        ),
    ]);
    let open = refused(&open);
    assert!(open.contains(".odt") && open.contains("dán"), "{open}");
}

#[test]
fn a_web_page_that_calls_itself_a_spreadsheet_is_read_or_named() {
    let page = "<html><table><tr><td>Tên đơn vị</td><td>Tỷ lệ số hóa hồ sơ</td></tr>\
        <tr><td>UBND huyện Bảo Yên</td><td>72,3%</td></tr></table></html>";
    assert_eq!(lines::units(&json(&report_of(page))), ["1 bao-yen 72.3 - - -"]);
    // The page of a portal whose session has ended, saved as if it were the export.
    let sentence = refused(
        b"<!DOCTYPE html>\n<html><body><form>T\xc3\xaan \xc4\x91\xc4\x83ng nh\xe1\xba\xadp</form></body></html>",
    );
    assert!(sentence.contains("HTML") || sentence.contains("trang web"), "{sentence}");
}

#[test]
fn bytes_that_are_no_text_are_placed() {
    let sentence = refused(b"STT;\x01\x02\x03;\x7f");
    assert!(sentence.contains("không phải văn bản") && sentence.contains("byte thứ 5"), "{sentence}");
    let sentence = refused(&vec![0; 5 << 20]);
    assert!(sentence.contains("byte 0"), "{sentence}");
    let sentence = refused(b"STT;\0\xd0on vi\n1;\0B\n");
    assert!(sentence.contains("byte thứ 5"), "{sentence}");
}

#[test]
fn letters_of_no_known_encoding_are_placed_and_the_way_out_is_told() {
    let chinese = b"STT;Nam\n1;\xb5\xa5\xce\xbb;\xb1\xc8\xc2\xca\n";
    let sentence = refused(chinese);
    assert!(sentence.contains("bảng mã") && sentence.contains("byte thứ 11"), "{sentence}");
    assert!(sentence.contains("dòng 2") && sentence.contains("CSV UTF-8"), "{sentence}");
}

#[test]
fn a_letter_cut_in_two_does_not_turn_a_file_into_another_encoding() {
    let text = "Tên đơn vị;Tỷ lệ số hóa hồ sơ\nUBND huyện Bảo Yên;72,3%\nUBND huyện Mường Khư".as_bytes();
    for cut in [text.len() - 1, text.len() - 5] {
        // Read or refused for its letters; never taken for letters of something else, where no header is found.
        match gather("a.csv", &text[..cut], 1 << 20, &Settings::default()) {
            Ok(_) => assert!(lines::files(&json(&report_of(&text[..cut])))[0].contains(" utf-8 "), "{cut} bytes"),
            Err(error) => assert!(error.to_string().contains("bảng mã"), "{cut} bytes: {error}"),
        }
    }
}

#[test]
fn text_without_a_table_of_units_says_what_it_lacks_and_quotes_what_it_has() {
    #[track_caller]
    fn case(text: &str, seen: &[&str]) {
        let sentence = refused(text.as_bytes());
        for words in seen {
            assert!(sentence.contains(words), "{words}: {sentence}");
        }
    }
    case("một dòng chữ\n", &["1 dòng", "tiêu đề"]);
    case(";;;\n;;;\n", &["2 dòng", "tiêu đề"]);
    case("a;b;c\n1;2;3\n4;5;6\n", &["3 dòng", "Tên đơn vị"]);
    case("Phụ lục\nTên đơn vị;Tỷ lệ số hóa hồ sơ\n\n", &["dòng 2", "không có dòng số liệu"]);
    case("STT;Tỷ lệ số hóa hồ sơ\n1;72,3%\n", &["Dòng tiêu đề 1", "tên đơn vị", "«Tỷ lệ số hóa hồ sơ»"]);
    case("STT;Tên đơn vị;Xếp loại\n1;UBND huyện Bảo Yên;A\n", &["Dòng tiêu đề 1", "số liệu", "«Xếp loại»"]);
}

#[test]
fn other_rates_of_digitising_are_never_taken_for_the_groups() {
    // The provincial portal's own table: rates of papers at receipt and of results, under a header of two rows.
    let portal = "STT;Đơn vị;Tiếp nhận;Số hóa hồ sơ TTHC khi tiếp nhận;;;;;Đã giải quyết;Số hóa kết quả giải quyết;;;Đánh giá;\n\
        ;;;Chưa số hóa TPHS;Có số hóa TPHS;Có tái sử dụng thành phần;Từ cổng DVC quốc gia;Tỷ lệ số hóa TPHS;;Chưa số hóa;Đã số hóa;Tỷ lệ số hóa kết quả;Tỷ lệ số hóa TPHS;Tỷ lệ số hóa kết quả\n\
        1;UBND huyện Bảo Yên;100;20;80;5;3;80%;90;10;80;88,9%;Đạt;Đạt\n";
    let gate = "Tên cơ quan;Tổng tiếp nhận;Tiếp nhận có file;% Tiếp nhận có file\nUBND huyện Bảo Yên;100;80;80.00%\n";
    for file in [portal, gate] {
        let report = json(&report_of(file));
        // Counts without the group's percentage: no rank, and nothing invented.
        assert_eq!(lines::units(&report), ["- bao-yen - - - -"]);
        let figures = &report["units"][0]["figures"];
        assert_eq!((figures["received"].as_u64(), figures["received_digitised"].as_u64()), (Some(100), Some(80)));
        assert!(figures["both"].is_null());
    }
}

#[test]
fn a_quote_left_open_above_the_table_or_in_its_header_costs_no_rows() {
    #[track_caller]
    fn case(text: &str, row: u32) {
        let report = json(&report_of(text));
        assert_eq!(lines::units(&report), ["1 bao-yen 72.3 - 366 Quá thấp", "2 bac-ha 48.1 Thấp 426 Quá thấp"]);
        assert_eq!(lines::notices(&report)[0], format!("quote-not-closed 1 a.csv {row}:- «\"»"));
    }
    let rows = "UBND huyện Bảo Yên;72,3%;366\nUBND huyện Bắc Hà;48,1%;426\n";
    case(&format!("\"Phụ lục\nĐơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử\n{rows}"), 1);
    case(&format!("Phụ lục\n\"Đơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử\n{rows}"), 2);
}

#[test]
fn a_decimal_comma_that_moves_the_cells_is_never_read_as_a_whole_number() {
    #[track_caller]
    fn case(text: &str) {
        let report = json(&report_of(text));
        for unit in report["units"].as_array().unwrap() {
            assert_ne!(unit["percent"], "72", "72,3% was read as 72%:\n{text}");
        }
        let told = |row: u32| {
            let notices = report["notices"].as_array().unwrap();
            notices.iter().flat_map(|notice| notice["places"].as_array().unwrap()).any(|place| place["row"] == row)
        };
        assert!(told(2), "nothing was said about row 2:\n{text}");
    }
    // The header's width hides the extra cell: an empty note was left out, or empty columns stand at the end.
    case("Tên đơn vị,Tỷ lệ số hóa hồ sơ,Ghi chú\nUBND huyện Bảo Yên,72,3%\nUBND huyện Bắc Hà,48,1%,Thấp\n");
    case("Tên đơn vị,Tỷ lệ số hóa hồ sơ,,\nUBND huyện Bảo Yên,72,3%,\nUBND huyện Bắc Hà,48,1%,\n");
    case("Tên đơn vị,Tỷ lệ số hóa hồ sơ,,\nUBND huyện Bảo Yên,72,3%,,\nUBND huyện Bắc Hà,48,1%,,\n");
    case("Tên đơn vị,Tỷ lệ số hóa hồ sơ\nUBND huyện Bảo Yên,72,3%\n");
}

#[test]
fn a_cut_or_damaged_file_keeps_its_whole_rows_and_names_the_damaged_one() {
    let table = "STT\tTên đơn vị\tTỷ lệ số hóa hồ sơ\n1\tUBND huyện Bảo Yên\t72,3%\n2\tUBND huyện Bắc Hà\t48,1%\n";
    let utf16: Vec<u8> = table.encode_utf16().flat_map(u16::to_le_bytes).collect();
    // Cut within the last letters, an odd number of bytes: row 3 ends in half a character.
    let report = json(&report_of([b"\xff\xfe", &utf16[..utf16.len() - 5]].concat()));
    assert_eq!(lines::units(&report)[0], "1 bao-yen 72.3 - - -");
    assert!(lines::notices(&report)[0].starts_with("invalid-bytes 1 a.csv 3:3"), "{:?}", lines::notices(&report));
    // Beyond the head of the file, whose bytes are judged, a bad byte is a matter of its cell.
    let mut long =
        format!("Tên đơn vị;Tỷ lệ số hóa hồ sơ\nUBND huyện Bảo Yên;72,3%\n{};\n", "x".repeat(300 << 10)).into_bytes();
    long.extend_from_slice(b"UBND huy\xean B\xe1t X\xe1t;53,1%\nUBND huy\xe1\xbb\x87n S\xc3\xacn;5%\n");
    let report = json(&report_of(long));
    assert_eq!(lines::notices(&report)[0], "invalid-bytes 1 a.csv 4:1 «UBND huy\u{fffd}n B\u{fffd}t X\u{fffd}t»");
}

/// A row of a hundred thousand cells.
fn wide(cell: &str) -> String {
    vec![cell; 100_000].join(";")
}

#[test]
fn a_hundred_thousand_cells_and_no_other_row_are_refused_soon() {
    soon(|| refused(wide("x").as_bytes()));
}

#[test]
fn a_hundred_thousand_cells_under_two_headers_are_not_trusted() {
    let rows = "UBND huyện Bắc Hà;48,1%\nUBND huyện Bảo Yên;72,3%";
    let report = soon_reported(format!("Tên đơn vị;Tỷ lệ số hóa hồ sơ\n{rows};{}\n", wide("x")).into_bytes());
    assert_eq!(lines::units(&report), ["1 bac-ha 48.1 Thấp - -", "- bao-yen - - - -"]);
}

#[test]
fn a_hundred_thousand_headers_without_a_word_mean_nothing() {
    let text = format!("Tên đơn vị;Tỷ lệ số hóa hồ sơ;{}\nUBND huyện Bắc Hà;48,1%\n", wide(""));
    assert_eq!(lines::units(&soon_reported(text.into_bytes())), ["1 bac-ha 48.1 Thấp - -"]);
}

#[test]
fn a_line_without_end_is_refused_soon() {
    let text = format!("Tên đơn vị;Tỷ lệ số hóa hồ sơ\n{}", "x".repeat(10 << 20));
    let sentence = soon(move || refused(text.as_bytes()));
    assert!(sentence.contains("Dòng 2 dài hơn 4 MB"), "{sentence}");
    let text = format!("Tên đơn vị;Tỷ lệ số hóa hồ sơ\n\"{}", "UBND huyện Bảo Yên;72,3%\n".repeat(400_000));
    let sentence = soon(move || refused(text.as_bytes()));
    assert!(sentence.contains("Dòng 2") && sentence.contains("dấu nháy kép"), "{sentence}");
}

#[test]
fn a_million_rows_of_units_are_no_list_of_units() {
    let text = format!("Tên đơn vị;Tỷ lệ số hóa hồ sơ\n{}", "UBND huyện Bảo Yên;72,3%\n".repeat(1_000_000));
    let sentence = soon(move || refused(text.as_bytes()));
    assert!(sentence.contains("20000") || sentence.contains("20.000"), "{sentence}");
}

#[test]
fn names_of_no_unit_cost_no_more_time_than_names_of_units() {
    let text = (0..5_000).map(|row| format!("Xã số {row};50%\n")).collect::<Vec<_>>().concat();
    let report = soon_reported(format!("Tên đơn vị;Tỷ lệ số hóa hồ sơ\n{text}").into_bytes());
    assert_eq!(report["unmatched"].as_array().unwrap().len(), 5_000);
}

#[test]
fn broken_json_says_where_and_what_to_do() {
    #[track_caller]
    fn case(text: &str, words: &str) {
        let report = report_of(text);
        let told = &json(&report)["notices"][0]["places"][0]["found"];
        assert!(told.as_str().is_some_and(|told| told.contains(words)), "{told}");
    }
    let whole = r#"[{"departmentName":"UBND huyện Bảo Yên","totalReceiver":10,"totalReceiverHavingFile":8}]"#;
    assert_eq!(json(&report_of(whole))["units"][0]["figures"]["received_digitised"], 8);
    case(&whole[..60], "bị cắt cụt: hết tệp ở dòng 1");
    case(&whole.replace(":10", ":"), "sai cú pháp ở dòng 1");
    case(r#"{"status":401,"error":"Unauthorized"}"#, "không có danh sách đơn vị");
    case(&"[".repeat(1 << 20), "lồng nhau quá 40 tầng");
    case(&format!("[{}", r#"{"a":"#.repeat(1 << 18)), "lồng nhau quá 40 tầng");
}

#[test]
fn what_the_tool_has_written_itself_is_named() {
    let appendix = report_of("Tên đơn vị;Tỷ lệ số hóa hồ sơ\nUBND huyện Bảo Yên;72,3%\n");
    let sentence = refused(json(&appendix).to_string().as_bytes());
    assert!(sentence.contains("báo cáo JSON mà công cụ này in ra") && sentence.contains("kỳ trước"), "{sentence}");
    let sentence = refused(Settings::default().set_of_limits().as_bytes());
    assert!(sentence.contains("bộ ngưỡng") && sentence.contains("«Nạp bộ ngưỡng…»"), "{sentence}");
}

#[test]
fn a_broken_file_never_takes_another_with_it_and_its_sentence_is_told_in_full() {
    let good = "Tên đơn vị;Tỷ lệ số hóa hồ sơ\nUBND huyện Bảo Yên;72,3%\n";
    let files: [(&str, &[u8]); 4] = [
        ("1.csv", b"\x89PNG\r\n"),
        ("2.csv", good.as_bytes()),
        ("3.csv", b"\xb5\xa5\xce\xbb;\xb1\xc8\n"),
        ("4.csv", b""),
    ];
    let report = json(&report(&files, &Settings::default()));
    assert_eq!(lines::units(&report), ["1 bao-yen 72.3 - - -"]);
    assert_eq!(lines::files(&report), ["2.csv utf-8 ; index header 1 data 1 skipped 0"]);
    let notice = &report["notices"][0];
    assert_eq!((notice["code"].as_str(), notice["count"].as_u64()), (Some("file-unreadable"), Some(3)));
    for (place, (name, bytes)) in notice["places"].as_array().unwrap().iter().zip([&files[0], &files[2], &files[3]]) {
        assert_eq!(place["file"], *name);
        assert_eq!(place["found"], refused(bytes), "what to do stands at the end of the sentence");
    }
}
