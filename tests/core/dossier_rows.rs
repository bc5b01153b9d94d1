//! Rows in a list of dossiers that are none, or not where they belong: sums, signatures, shifted rows, rows in one cell.

use crate::support::lists::counts;
use crate::support::lists::noticed;
use crate::support::lists::read;
use crate::support::portal::HEADER;
use crate::support::portal::both;
use crate::support::portal::case;
use crate::support::portal::dossier;
use crate::support::portal::with;

#[test]
fn a_row_that_numbers_the_columns_is_no_dossier() {
    let numbers = |form: &dyn Fn(u32) -> String| (1..=15).map(form).collect::<Vec<_>>().join(";");
    for row in [numbers(&|number| format!("({number})")), numbers(&|number| number.to_string())] {
        case(&[row.clone(), dossier(1)], "1 1 1 1 1 0", &[]);
        let [report, _] = both(&[row, dossier(1)]);
        assert_eq!((&report["files"][0]["data_rows"], &report["files"][0]["skipped_rows"]), (&1.into(), &1.into()));
    }
}

#[test]
fn sums_and_signatures_are_no_dossiers_whatever_stands_under_the_code() {
    for row in [
        "Tổng;3;3;3;3;3;;;3;;;9;6;3;0",
        "Tổng cộng;1;;;;;;;;;;;;;",
        ";Cộng: 1 hồ sơ;;;UBND huyện Bảo Yên;;;;;;;;;;",
        ";Lào Cai, ngày 10 tháng 6 năm 2023;;;Văn phòng UBND tỉnh;;;;;;;;;;",
        ";Ngày 10/6/2023;;;;;;;;Nguyễn Văn An;;;;;",
        ";Trang 1/3;;;;;;;;;;;;;",
    ] {
        case(&[dossier(1), row.to_owned()], "1 1 1 1 1 0", &[]);
    }
}

#[test]
fn sums_pages_and_fields_of_law_begin_no_section() {
    let header = "Mã hồ sơ;Ngày tiếp nhận;Trạng thái;Kết quả điện tử";
    let row = |number: u32| format!("HS-{number};10/04/2023;Đã trả kết quả;Có");
    for between in ["Tổng cộng: 1 hồ sơ", "Trang 1/3", "Lĩnh vực: Hộ tịch", "Thủ tục: Khai sinh", "Cộng"]
    {
        let rows = ["UBND huyện Bảo Yên;;;".to_owned(), row(1), format!("{between};;;"), row(2)];
        let report = read(&[("a.csv", format!("{header}\n{}\n", rows.join("\n")))]);
        assert_eq!(counts(&report, "bao-yen"), "2 - 2 2 - -", "{between}");
        assert_eq!(report["unmatched"].as_array().unwrap().len(), 0, "{between}");
    }
}

#[test]
fn a_code_beside_the_dossiers_own_is_no_shifted_row() {
    let list = |header: &str, cells: [&str; 2]| {
        let rows: Vec<String> =
            (1..).zip(cells).map(|(number, cell)| format!("{};{cell}\n", dossier(number))).collect();
        read(&[("a.csv", format!("{HEADER};{header}\n{}", rows.concat()))])
    };
    for (header, cells) in [
        ("Mã hồ sơ DVCQG", ["G22.99-230410-000123", "G22.99-230410-000124"]),
        ("Mã hồ sơ liên thông", ["H38.5-230409-0001", ""]),
        ("Ghi chú", ["Kèm H38.20-230101-0007", "H38.20-230101-0007"]),
    ] {
        let report = list(header, cells);
        assert_eq!((counts(&report, "bao-yen"), noticed(&report)), ("2 2 2 2 2 0".into(), vec![]), "{header}");
    }
    // Where the dossier's own code is missing the row may have been shifted.
    let shifted = with(1, &[("Mã hồ sơ", "Hộ tịch"), ("Chủ hồ sơ", "H38.20-230410-0001")]);
    case(&[shifted, dossier(2)], "1 1 1 1 1 0", &["dossier-misaligned 1 «H38.20-230410-0001»"]);
}

#[test]
fn a_shifted_row_is_told_whatever_the_form_of_its_code() {
    let own = |number: u32| with(number, &[("Mã hồ sơ", &format!("HS-{number}"))]);
    // One cell too many: a separator within the procedure's name.
    let shifted = own(2).replacen("Chứng thực;", "Chứng; thực;", 1);
    case(&[own(1), shifted, own(3)], "2 2 2 2 2 0", &["dossier-misaligned 1 «16 ô»"]);
}

#[test]
fn rows_within_the_quotes_of_a_cell_are_told() {
    // The quote before “Hộ tịch” is closed by the one before “Đất đai”, two rows below.
    let rows = [
        dossier(1),
        with(2, &[("Lĩnh vực", "\"Hộ tịch")]),
        dossier(3),
        with(4, &[("Lĩnh vực", "Đất đai\"")]),
        dossier(5),
    ];
    for report in both(&rows) {
        let notices = noticed(&report);
        assert!(notices.iter().any(|notice| notice.starts_with("rows-swallowed 1")), "{notices:?}");
    }
}

#[test]
fn a_row_in_one_cell_is_parted_or_told() {
    // Every row between quotes, as one program wraps them; glued to it, rows of another sign.
    let wrapped = |row: String| format!("\"{}\"", row.replace('"', "\"\""));
    let notice = |number: u32| format!("row-parted 1 «H38.20-230410-{number:04}»");
    case(&[wrapped(dossier(1)), dossier(2)], "2 2 2 2 2 0", &[&notice(1)]);
    case(&[dossier(1), dossier(2).replace(';', ",")], "2 2 2 2 2 0", &[&notice(2)]);
    // One part too many: nobody knows which.
    let longer = dossier(2).replace(';', ",").replace("Trực tuyến", "Trực tuyến, bưu chính");
    case(&[dossier(1), longer], "1 1 1 1 1 0", &["dossier-misaligned 1 «H38.20-230410-0002»"]);
}

#[test]
fn the_mark_of_a_texts_end_is_no_letter() {
    let report = read(&[("a.csv", format!("{HEADER}\n{}\n\u{1a}", dossier(1)))]);
    assert_eq!((counts(&report, "bao-yen"), noticed(&report)), ("1 1 1 1 1 0".into(), vec![]));
}
