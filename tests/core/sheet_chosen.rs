//! One sheet of a workbook: which of several is read, what its name, its first column and cells that hold a day tell of its table.

use crate::sheets::COPIES;
use crate::sheets::INDEX;
use crate::sheets::book;
use crate::sheets::noticed;
use crate::sheets::read;
use crate::sheets::read_sheet;
use crate::support;
use crate::support::lines::bao_yen;
use crate::support::lines::notices;
use crate::support::lines::period;
use sohoa::analysis::Settings;

#[test]
fn a_sheet_that_is_no_table_of_figures_is_not_read() {
    // A list of telephone numbers is no table of figures.
    let phones = ["STT|Đơn vị|Điện thoại|Ghi chú", "1|UBND huyện Bảo Yên|02143876222|Anh A"];
    let report = read(&book(&[("Số hóa", &INDEX), ("Liên hệ", &phones)], ""));
    assert_eq!(noticed(&report), ["sheet-not-read 1 -:- «Liên hệ»"]);
}

#[test]
fn a_sheets_name_is_a_title_of_its_table() {
    let of = |name: &str| bao_yen(&read(&book(&[(name, &COPIES)], "")));
    for name in ["Chứng thực", "CHỨNG THỰC ĐIỆN TỬ", "Bản sao điện tử", "Chứng thực quý II"] {
        assert_eq!(of(name), "- 366 - - - - - -", "{name}");
    }
    for name in ["Sheet1", "Số hóa", "Số hóa và chứng thực", "Chứng thực chữ ký", "Không chứng thực"]
    {
        assert_eq!(of(name), "- - 376 - 366 - - -", "{name}");
    }
    let both = book(&[("Số hóa", &INDEX), ("Chứng thực", &COPIES)], "");
    assert_eq!(bao_yen(&read_sheet(&both, Some("Chứng thực"))), "- 366 - - - - - -");
    // It names a period where no row above the table does.
    let of = |name: &str, rows: &[&str]| period(&read(&book(&[(name, rows)], ""))["period"]);
    assert_eq!(of("T6.2023", &INDEX), "2023-06-01..2023-06-30");
    let list = ["Số hồ sơ|Đơn vị|Ngày tiếp nhận|Trạng thái", "HS-1|UBND huyện Bảo Yên|05/01/2023|Đang xử lý"];
    let report = read(&book(&[("T6.2023", &list)], ""));
    assert_eq!((period(&report["period"]).as_str(), bao_yen(&report).as_str()), ("", "- - 1 - 0 - - -"));
    // What has grown stands in a sheet of its last month; a month that is another is told.
    let titled = |title: &'static str| [&[title][..], &INDEX].concat();
    assert_eq!(of("T6.2023", &titled("6 tháng đầu năm 2023")), "2023-01-01..2023-06-30");
    let report = read(&book(&[("T6.2023", &titled("Tháng 5/2023"))], ""));
    let told = "period-unreadable 1 -:- «từ 01/5/2023 đến 31/5/2023 ≠ T6.2023»";
    assert_eq!((period(&report["period"]).as_str(), noticed(&report)), ("", vec![told.to_owned()]));
}

#[test]
fn an_empty_form_is_never_read_before_a_filled_one() {
    let header = "STT|Đơn vị|Tiếp nhận|Đã giải quyết";
    let form = [header, "I|Cấp huyện||", "1|UBND huyện Bảo Yên||", "2|UBND huyện Bảo Thắng||", "|Tổng cộng|0|0"];
    let filled = [header, "I|Cấp huyện||", "1|UBND huyện Bảo Yên|1000|900", "2|UBND huyện Bảo Thắng|1137|1011"];
    let report = read(&book(&[("Mẫu", &form), ("Tháng 6", &filled)], ""));
    assert_eq!(bao_yen(&report), "- - 1000 - 900 - - -");
    assert_eq!(noticed(&report), ["sheets-alike 1 -:- «Mẫu»", "sheet-not-read 1 -:- «Mẫu»"]);
    // Nor one that names the group's percentage.
    let form = [INDEX[0], "1|UBND huyện Bảo Yên|"];
    assert_eq!(bao_yen(&read(&book(&[("Mẫu", &form), ("Tháng 6", &filled)], ""))), "- - 1000 - 900 - - -");
    // One form alone is read as what it is.
    assert_eq!(bao_yen(&read(&book(&[("Mẫu", &form)], ""))), "- - - - - - - -");
}

#[test]
fn a_sheet_with_one_row_is_read_after_one_with_several() {
    let example = [INDEX[0], "1|UBND huyện A|99,9%"];
    let report = read(&book(&[("Sheet1", &example), ("Sheet2", &INDEX)], ""));
    assert_eq!(bao_yen(&report), "72.3 - - - - - - -");
    assert_eq!(noticed(&report), ["sheets-alike 1 -:- «Sheet1»", "sheet-not-read 1 -:- «Sheet1»"]);
    // Two lines of a header are no rows.
    let example = ["STT|Đơn vị|Hồ sơ|", "||Tiếp nhận|Đã giải quyết", "1|UBND huyện A|1000|900"];
    let full = [&example[..2], &["1|UBND huyện Bảo Yên|376|366", "2|UBND huyện Bảo Thắng|1353|1343"]].concat();
    let report = read(&book(&[("Sheet1", &example), ("Sheet2", &full)], ""));
    assert_eq!(bao_yen(&report), "- - 376 - 366 - - -");
}

#[test]
fn a_table_that_stands_in_the_first_column_as_a_whole_is_parted() {
    let rows = [
        "BÁO CÁO QUÝ I NĂM 2023",
        "STT;Đơn vị;Tỷ lệ số hóa hồ sơ (%);Chứng thực điện tử",
        "1;UBND huyện Bảo Yên;72,3;366",
        "2;UBND huyện Bảo Thắng;68,9;1.343",
    ];
    let report = read(&book(&[("a", &rows)], ""));
    assert_eq!(bao_yen(&report), "72.3 366 - - - - - -");
    let header = "«STT | Đơn vị | Tỷ lệ số hóa hồ sơ (%) | Chứng thực điện tử»";
    assert_eq!(noticed(&report), [format!("row-parted 1 2:- {header}")]);
    // A sentence that names what headers name is none.
    let prose = ["Kèm theo số liệu: đơn vị, tỷ lệ số hóa hồ sơ, chứng thực điện tử", "Trân trọng./."];
    let told = noticed(&read(&book(&[("a", &prose)], "")));
    assert!(told[0].contains("không thấy dòng tiêu đề"), "{told:?}");
}

#[test]
fn a_hidden_column_is_told_by_its_header() {
    let rows =
        ["CỘNG HÒA|||Độc lập", "STT|Đơn vị|Hồ sơ|", "||Tiếp nhận|Đã giải quyết", "1|UBND huyện Bảo Yên|1000|900"];
    let report = read(&book(&[("a", &rows)], "<cols><col min=\"4\" max=\"4\" hidden=\"1\"/></cols>"));
    assert_eq!(bao_yen(&report), "- - 1000 - 900 - - -");
    let header = report["files"][0]["columns"][3]["header"].as_str().unwrap();
    assert_eq!((header, noticed(&report)), ("Hồ sơ / Đã giải quyết", vec![format!("columns-hidden 1 -:4 «{header}»")]));
}

#[test]
fn days_in_cells_above_a_table_name_its_period() {
    // 45078 is 1 June 2023; 45017 is 1 April, 45107 is 30 June.
    for (titles, expected) in [
        (&["@1 45078"][..], "2023-06-01..2023-06-30"),
        (&["@2 45017|@3 45107"], "2023-04-01..2023-06-30"),
        (&["@2 45017", "@3 45107"], "2023-04-01..2023-06-30"),
        (&["Tháng|@4 45078"], "2023-06-01..2023-06-30"),
        (&["Từ ngày|@5 45017|đến ngày|@5 45107"], "2023-04-01..2023-06-30"),
        (&["@5 45017"], ""),
        (&["Lào Cai, ngày|@5 45107"], ""),
    ] {
        let header = ["STT|Đơn vị|Hồ sơ|", "||Tiếp nhận|Đã giải quyết", "1|UBND huyện Bảo Yên|1000|900"];
        let report = read(&book(&[("a", &[titles, &header].concat())], ""));
        assert_eq!(
            (period(&report["period"]).as_str(), bao_yen(&report).as_str()),
            (expected, "- - 1000 - 900 - - -"),
            "{titles:?}"
        );
        // None of them is part of the header.
        assert_eq!(report["files"][0]["columns"][1]["header"], "Đơn vị", "{titles:?}");
    }
}

#[test]
fn a_lock_of_office_is_called_so() {
    let name = |name: &str| {
        let wide: Vec<u8> = format!("{name:<54}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        let length = u8::try_from(name.len()).unwrap();
        [&[length][..], format!("{name:<54}").as_bytes(), &[length, 0], &wide].concat()
    };
    let file = name("admin");
    assert_eq!(file.len(), 165);
    let of = |bytes: &[u8]| {
        notices(&support::json(&support::report(&[("~$a.xlsx", bytes)], &Settings::default())))[0].clone()
    };
    assert!(of(&file).contains("tệp khóa tạm"), "{}", of(&file));
    // Without the second name, as old versions leave it.
    assert!(of(&file[..60]).contains("tệp khóa tạm"));
    assert!(!of(b"\x05admin;366\n").contains("tệp khóa tạm"));
}
