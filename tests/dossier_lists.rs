//! Lists of dossiers with one trouble each, written here: what is counted, what is noticed, what is left out. Each list is
//! read twice, with the rows in question first and below twenty-five ordinary ones, which another reader of rows sees first.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use serde_json::Value;
use support::lists::counts;
use support::lists::noticed;
use support::lists::read;

/// The headers of a portal's list.
const HEADER: &str = "STT;Mã hồ sơ;Tên thủ tục hành chính;Lĩnh vực;Đơn vị;Chủ hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;\
    Ngày trả kết quả;Trạng thái;Hình thức nộp;Số thành phần hồ sơ;Số thành phần đã số hóa;Kết quả điện tử;Tái sử dụng dữ liệu";

/// A dossier of Bảo Yên: received, its papers digitised, completed with an electronic result, not reused.
fn dossier(number: u32) -> String {
    format!(
        "{number};H38.20-230410-{number:04};Chứng thực;Chứng thực;UBND huyện Bảo Yên;Nguyễn Văn An;10/04/2023;20/04/2023;\
         17/04/2023;Đã trả kết quả;Trực tuyến;3;3;Có;Không"
    )
}

/// The same with other cells, by their headers.
fn with(number: u32, cells: &[(&str, &str)]) -> String {
    let row = dossier(number);
    let mut row: Vec<&str> = row.split(';').collect();
    for (header, cell) in cells {
        let at = HEADER.split(';').position(|known| known == *header).expect("one of the headers");
        row[at] = cell;
    }
    row.join(";")
}

/// An ordinary row of another unit under the same headers: of each cell what stands in the list's first ordinary dossier.
fn ordinary(number: u32) -> String {
    dossier(number).replace("H38.20-", "H38.21-").replace("Bảo Yên", "Bảo Thắng")
}

/// A list of these rows, as it is and below ordinary ones.
fn both(rows: &[String]) -> [Value; 2] {
    let above: Vec<String> = (1..=25).map(|number| ordinary(number) + "\n").collect();
    ["", &above.concat()].map(|above| read(&[("a.csv", format!("{HEADER}\n{above}{}\n", rows.join("\n")))]))
}

/// What a list of these rows says of Bảo Yên, and what is noticed, wherever the rows stand.
#[track_caller]
fn case(rows: &[String], expected: &str, notices: &[&str]) {
    for (report, above) in both(rows).iter().zip(["", "below ordinary rows"]) {
        assert_eq!(counts(report, "bao-yen"), expected, "{above}");
        assert_eq!(noticed(report), notices, "{above}");
    }
}

#[test]
fn ordinary_rows_are_counted_and_nothing_is_noticed() {
    case(&[dossier(1), dossier(2)], "2 2 2 2 2 0", &[]);
}

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
        "Tổng cộng;3;;;;;;;;;;;;;",
        ";Cộng: 2 hồ sơ;;;UBND huyện Bảo Yên;;;;;;;;;;",
        ";Lào Cai, ngày 10 tháng 6 năm 2023;;;Văn phòng UBND tỉnh;;;;;;;;;;",
        ";Ngày 10/6/2023;;;;;;;;Nguyễn Văn An;;;;;",
        ";Trang 1/3;;;;;;;;;;;;;",
    ] {
        case(&[dossier(1), row.to_owned()], "1 1 1 1 1 0", &[]);
    }
}

#[test]
fn signs_for_nothing_are_empty_cells() {
    // Without a state the days tell that it was completed; without a unit's name its code tells whose it is.
    for nothing in ["-", "…", "N/A", ""] {
        case(&[with(1, &[("Trạng thái", nothing)]), dossier(2)], "2 2 2 2 2 0", &[]);
        case(&[with(1, &[("Trạng thái", nothing), ("Ngày trả kết quả", nothing)]), dossier(2)], "2 2 1 1 2 0", &[]);
        let found = "H38.20 → UBND huyện Bảo Yên: 1 hồ sơ";
        let notice = format!("dossier-unit-from-code 1 «{found}»");
        case(&[with(1, &[("Đơn vị", nothing)]), dossier(2)], "2 2 2 2 2 0", &[&notice]);
    }
}

#[test]
fn an_end_that_cannot_be_read_is_noticed_where_it_decides() {
    let ended = |day: &str, state: &str| with(1, &[("Ngày trả kết quả", day), ("Trạng thái", state)]);
    for day in ["ngày 17/04/2023 lúc 8 giờ", "17-Avr-2023", "31/02/2023", "01/01/1900", "01/01/0001 00:00:00"] {
        let notice = format!("end-day-unreadable 1 «{day}»");
        // “Đúng hạn” and an empty state leave it to the days; “Đã trả kết quả” does not.
        for state in ["", "Đúng hạn"] {
            case(&[ended(day, state), dossier(2)], "2 2 1 1 2 0", &[&notice]);
        }
        case(&[ended(day, "Đã trả kết quả"), dossier(2)], "2 2 2 2 2 0", &[]);
    }
    // Words without a number say that there is no day yet.
    case(&[ended("chưa trả", ""), dossier(2)], "2 2 1 1 2 0", &[]);
}

#[test]
fn a_unit_of_which_no_state_is_known_has_no_counts() {
    let unknown = |number| with(number, &[("Trạng thái", "Chờ ký số")]);
    let notice = |count| format!("status-unknown {count} «Chờ ký số»");
    case(&[unknown(1), unknown(2)], "", &[&notice(2)]);
    // Of the others beside them the counts stand, and the notice says that some are missing.
    case(&[unknown(1), dossier(2)], "1 1 1 1 1 0", &[&notice(1)]);
    // Nothing is to be known of what lies outside the period.
    let early =
        with(1, &[("Trạng thái", "Chờ ký số"), ("Ngày tiếp nhận", "10/03/2023"), ("Mã hồ sơ", "H38.20-230310-0001")]);
    let report = read(&[("a.csv", format!("Tháng 4 năm 2023\n{HEADER}\n{early}\n{}\n", ordinary(2)))]);
    assert_eq!(counts(&report, "bao-yen"), "0 0 0 0 0 0");
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
fn a_code_whose_day_no_calendar_has_is_told_where_no_other_day_stands() {
    let header = HEADER.replace(";Ngày tiếp nhận", "");
    let row = |code: &str| dossier(1).replace("H38.20-230410-0001", code).replace(";10/04/2023", "");
    let text = format!("{header}\n{}\n{}\n", row("H38.20-231332-0001"), row("H38.20-230410-0002"));
    let report = read(&[("a.csv", text)]);
    assert_eq!(counts(&report, "bao-yen"), "1 1 1 1 1 0");
    assert_eq!(noticed(&report), ["day-unreadable 1 «H38.20-231332-0001»"]);
}

#[test]
fn one_code_is_one_dossier_however_it_is_typed() {
    let typed = ["H38.20-230410-0001", "H38.20–230410–0001", "'H38.20-230410-0001", "=\"H38.20-230410-0001\""];
    let rows: Vec<String> = typed.iter().map(|code| with(1, &[("Mã hồ sơ", code)])).collect();
    for report in both(&rows) {
        assert_eq!(counts(&report, "bao-yen"), "1 1 1 1 1 0");
        assert_eq!(report["notices"][0]["code"], "dossier-repeated");
        assert_eq!(report["notices"][0]["count"], 3);
    }
    // Codes of a form of their own, too.
    let rows = ["hs 01", "HS01", "HS\u{a0}01"].map(|code| with(1, &[("Mã hồ sơ", code)]));
    let [report, _] = both(&rows);
    assert_eq!(counts(&report, "bao-yen"), "1 1 1 1 1 0");
}

#[test]
fn what_excel_writes_as_a_formula_of_a_text_is_that_text() {
    let rows =
        [with(1, &[("Ngày tiếp nhận", "=\"10/04/2023\""), ("Đơn vị", "\"=\"\"UBND huyện Bảo Yên\"\"\"")]), dossier(2)];
    case(&rows, "2 2 2 2 2 0", &[]);
}

#[test]
fn a_number_that_excel_made_of_a_code_is_no_code() {
    let rows = ["2,30605E+11", "2.30605E+11"].map(|code| with(1, &[("Mã hồ sơ", code)]));
    for report in both(&rows) {
        assert_eq!(counts(&report, "bao-yen"), "2 2 2 2 2 0");
        assert_eq!(noticed(&report), ["dossier-code-missing 2 «UBND huyện Bảo Yên»"]);
    }
}

#[test]
fn of_columns_alike_the_one_that_speaks_is_taken_and_told() {
    let header = HEADER.replace("Trạng thái", "Tình trạng xử lý;Trạng thái hồ sơ");
    let row = |number: u32, states: &str| dossier(number).replace("Đã trả kết quả", states);
    // How late a dossier is says nothing of what became of it: one is completed, one is only registered.
    let text = format!("{header}\n{}\n{}\n", row(1, "Đúng hạn;Đã trả kết quả"), row(2, "Chưa đến hạn;Mới đăng ký"));
    let report = read(&[("a.csv", text)]);
    assert_eq!(counts(&report, "bao-yen"), "1 1 1 1 1 0");
    assert_eq!(
        noticed(&report),
        ["column-chosen 1 «Trạng thái hồ sơ (cột 11); không dùng: Tình trạng xử lý (cột 10)»"]
    );
}

#[test]
fn of_two_columns_of_units_one_is_taken_and_told() {
    let list = |headers: &str, units: &str| {
        let row = |number| dossier(number).replace("UBND huyện Bảo Yên", units) + "\n";
        read(&[("a.csv", format!("{}\n{}{}", HEADER.replace("Đơn vị", headers), row(1), row(2)))])
    };
    // Who reports is no dossier's unit.
    let report = list("Đơn vị báo cáo;Đơn vị", "VPUBND tỉnh;UBND huyện Bảo Yên");
    assert_eq!(counts(&report, "bao-yen"), "2 2 2 2 2 0");
    assert_eq!(noticed(&report), ["column-chosen 1 «Đơn vị (cột 6); không dùng: Đơn vị báo cáo (cột 5)»"]);
    let report = list("Đơn vị tiếp nhận;Đơn vị giải quyết", "UBND huyện Bảo Yên;Sở Y tế");
    assert_eq!(counts(&report, "bao-yen"), "2 2 2 2 2 0");
    let chosen = "column-chosen 1 «Đơn vị tiếp nhận (cột 5); không dùng: Đơn vị giải quyết (cột 6)»";
    assert!(noticed(&report).contains(&chosen.to_owned()), "{:?}", noticed(&report));
    // The same name again says nothing else.
    let report = list("Đơn vị tiếp nhận;Đơn vị giải quyết", "UBND huyện Bảo Yên;H. Bảo Yên");
    assert!(!noticed(&report).iter().any(|notice| notice.starts_with("unit")), "{:?}", noticed(&report));
}

#[test]
fn days_of_the_end_and_flags_in_several_columns_are_read_together() {
    let header = HEADER
        .replace("Ngày trả kết quả", "Ngày hoàn thành;Ngày có kết quả")
        .replace("Kết quả điện tử", "Kết quả điện tử;Tệp kết quả");
    let row = |number: u32, ends: &str, results: &str| {
        let row = with(number, &[("Ngày trả kết quả", ends), ("Kết quả điện tử", results), ("Trạng thái", "")]);
        row + "\n"
    };
    // Completed: the first and the second; with a result: the first and the third, of which only the first is completed.
    let text = format!(
        "{header}\n{}{}{}",
        row(1, ";17/04/2023", "Không;kq.pdf"),
        row(2, "17/04/2023;", "Không;"),
        row(3, ";", "Có;")
    );
    let report = read(&[("a.csv", text)]);
    assert_eq!(counts(&report, "bao-yen"), "3 3 2 1 2 0");
    let notices = noticed(&report);
    assert!(
        notices.contains(&"columns-joined 1 «Kết quả điện tử (cột 15), Tệp kết quả (cột 16)»".to_owned()),
        "{notices:?}"
    );
}

#[test]
fn a_column_of_flags_without_a_word_says_nothing() {
    let silent = |number| with(number, &[("Tái sử dụng dữ liệu", ""), ("Kết quả điện tử", "")]);
    let report = read(&[("a.csv", format!("{HEADER}\n{}\n{}\n", silent(1), silent(2)))]);
    assert_eq!(counts(&report, "bao-yen"), "2 2 2 - - -");
    assert_eq!(noticed(&report), ["flag-column-empty 2 «Kết quả điện tử»"]);
}

#[test]
fn yes_and_no_are_read_as_databases_and_people_mark_them() {
    let said = |said: &str| with(1, &[("Kết quả điện tử", said)]);
    for yes in ["*", "+", "-1", "t", "Rồi", "X", "✓"] {
        case(&[said(yes), dossier(2)], "2 2 2 2 2 0", &[]);
    }
    for no in ["f", "N", "Chưa có"] {
        case(&[said(no), dossier(2)], "2 2 2 1 1 0", &[]);
    }
    // What a database writes for nothing is no word.
    let nothing = |number| with(number, &[("Kết quả điện tử", "\\N")]);
    let report = read(&[("a.csv", format!("{HEADER}\n{}\n{}\n", nothing(1), nothing(2)))]);
    assert_eq!(counts(&report, "bao-yen"), "2 2 2 - - 0");
    assert_eq!(noticed(&report), ["flag-column-empty 1 «Kết quả điện tử»"]);
    // A yes that nobody can read does not make none of it.
    let list = [("?", 1), ("Không", 2)].map(|(said, number)| with(number, &[("Kết quả điện tử", said)]) + "\n");
    let report = read(&[("a.csv", format!("{HEADER}\n{}", list.concat()))]);
    assert_eq!(counts(&report, "bao-yen"), "2 2 2 - - 0");
    assert_eq!(noticed(&report), ["flag-unreadable 1 «?»"]);
}

#[test]
fn a_blank_among_counts_of_papers_is_told() {
    let digitised = |number, said| with(number, &[("Số thành phần đã số hóa", said)]);
    case(&[dossier(1), digitised(2, "")], "2 1 2 2 1 0", &["flag-blank 1 «1 ô trống»"]);
    // Where every cell is filled there is none; marks beside blanks are the way lists are marked.
    case(&[dossier(1), digitised(2, "0")], "2 1 2 2 1 0", &[]);
    let marked = ["x", "", "x"].into_iter().zip(1..).map(|(said, number)| digitised(number, said) + "\n");
    let report = read(&[("a.csv", format!("{HEADER}\n{}", marked.collect::<String>()))]);
    assert_eq!(counts(&report, "bao-yen"), "3 2 3 3 2 0");
    assert_eq!(noticed(&report), [""; 0]);
}

#[test]
fn letters_that_nobody_sees_change_no_day() {
    let days = [("Ngày tiếp nhận", "\u{200e}10/04/2023"), ("Ngày trả kết quả", "\u{2066}17/04/2023\u{2069}")];
    case(&[with(1, &days), dossier(2)], "2 2 2 2 2 0", &[]);
}

#[test]
fn any_name_of_a_result_is_a_result() {
    let header = HEADER.replace("Kết quả điện tử", "MaKetQua");
    let row = |number, result: &str| with(number, &[("Kết quả điện tử", result)]) + "\n";
    let text = format!("{header}\n{}{}{}", row(1, "KQ-001"), row(2, "kq/download?id=3"), row(3, ""));
    let report = read(&[("a.csv", text)]);
    assert_eq!((counts(&report, "bao-yen"), noticed(&report)), ("3 3 3 2 2 0".into(), vec![]));
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
fn counts_of_a_list_do_not_stand_beside_a_tables_of_other_dossiers() {
    let list = format!("{HEADER}\n{}\n{}\n", dossier(1), dossier(2));
    let table = |counts: &str| {
        format!("Đơn vị;Tiếp nhận;Có số hóa TPHS;Đã giải quyết;Hoàn thành có file\nUBND huyện Bảo Yên;{counts}\n")
    };
    for files in [
        [("a.csv", list.clone()), ("b.csv", table("100;80;90;70"))],
        [("b.csv", table("100;80;90;70")), ("a.csv", list.clone())],
    ] {
        let report = read(&files);
        assert_eq!(counts(&report, "bao-yen"), "100 80 90 70 - -");
        assert_eq!(report["notices"][0]["code"], "figure-conflict");
    }
    // Where both count the same, the list adds what the table lacks.
    let report = read(&[("a.csv", list), ("b.csv", table("2;2;2;2"))]);
    assert_eq!((counts(&report, "bao-yen"), noticed(&report)), ("2 2 2 2 2 0".into(), vec![]));
}

#[test]
fn a_dossier_of_one_months_list_counts_though_it_stands_in_the_next_ones_too() {
    let list = |period: &str, rows: &[String]| format!("{period}\n{HEADER}\n{}\n", rows.join("\n"));
    let april = list("Từ ngày 01/04/2023 đến ngày 30/04/2023", &[with(1, &[("Trạng thái", "Đang xử lý")]), dossier(2)]);
    // Received in April, completed in May; and one that is May's own.
    let own = with(3, &[("Mã hồ sơ", "H38.20-230510-0003"), ("Ngày tiếp nhận", "10/05/2023")]);
    let may = list("Từ ngày 01/05/2023 đến ngày 31/05/2023", &[dossier(1), own]);
    for files in
        [[("4.csv", april.clone()), ("5.csv", may.clone())], [("5.csv", may.clone()), ("4.csv", april.clone())]]
    {
        let completed = if files[0].0 == "4.csv" { 3 } else { 2 };
        assert_eq!(counts(&read(&files), "bao-yen"), format!("3 3 {completed} {completed} 3 0"), "{}", files[0].0);
    }
    // One that the later list refuses counts no more.
    let refused = list("Từ ngày 01/05/2023 đến ngày 31/05/2023", &[with(1, &[("Trạng thái", "Không tiếp nhận")])]);
    assert_eq!(counts(&read(&[("4.csv", april), ("5.csv", refused)]), "bao-yen"), "1 1 1 1 1 0");
}

#[test]
fn the_mark_of_a_texts_end_is_no_letter() {
    let report = read(&[("a.csv", format!("{HEADER}\n{}\n\u{1a}", dossier(1)))]);
    assert_eq!((counts(&report, "bao-yen"), noticed(&report)), ("1 1 1 1 1 0".into(), vec![]));
}

#[test]
fn files_of_one_name_from_two_folders_are_two_files() {
    let row = |unit: &str| format!(";;Khai sinh;;{unit};;10/04/2023;;;Đã trả kết quả;;3;3;Có;Không\n");
    let first = format!("{HEADER}\n{0}{0}", row("UBND huyện Bảo Yên"));
    let second = format!("{HEADER}\n{}{}", row("UBND huyện Bảo Yên"), row("UBND huyện Bảo Thắng"));
    let paths = [("a", first), ("b", second)].map(|(folder, text)| {
        let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("same-names-{folder}"));
        std::fs::create_dir_all(&path).unwrap();
        std::fs::write(path.join("ds.csv"), text).unwrap();
        path.join("ds.csv")
    });
    let report = |paths: &[&std::path::PathBuf]| -> Value {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_sohoa"));
        let output = command.args(["report", "--format", "json"]).args(paths).output().unwrap();
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let [a, b] = &paths;
    let both = report(&[a, b]);
    assert_eq!((counts(&both, "bao-yen"), counts(&both, "bao-thang")), ("3 3 3 3 3 0".into(), "1 1 1 1 1 0".into()));
    assert_eq!(noticed(&both), ["dossier-code-missing 4 «UBND huyện Bảo Yên»"]);
    assert_eq!(both["files"][0]["name"], a.to_string_lossy().into_owned());
    // One is called by its name alone, and a file given twice is one file.
    let once = report(&[a, a]);
    assert_eq!((&once["files"][0]["name"], counts(&once, "bao-yen")), (&"ds.csv".into(), "2 2 2 2 2 0".into()));
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
fn no_notice_quotes_a_persons_name() {
    // UTF-8 that was read as another encoding and saved again, in every cell.
    let broken = |text: &str| -> String {
        text.bytes().map(|byte| encoding_rs::WINDOWS_1252.decode(&[byte]).0.into_owned()).collect()
    };
    let header = HEADER.replace("Chủ hồ sơ", "Họ tên chủ hồ sơ");
    for header in [HEADER, &header] {
        let text =
            format!("{header}\n{}\n{}\n", dossier(1).replace("Nguyễn Văn An", &broken("Nguyễn Văn An")), dossier(2));
        for text in [text.clone(), broken(&text)] {
            let report = read(&[("a.csv", text)]).to_string();
            assert!(!report.contains("Văn An") && !report.contains(&broken("Văn An")), "{report}");
        }
    }
    let report =
        read(&[("a.csv", format!("{HEADER}\n{}\n;Liên hệ: Nguyễn Văn An 0912345678;;;;;10/04/2023\n", dossier(1)))]);
    assert!(!report.to_string().contains("Văn An"), "{report}");
}

#[test]
fn titles_name_the_period_in_every_form() {
    let days = [("Ngày tiếp nhận", "10/05/2023"), ("Ngày trả kết quả", "17/05/2023")];
    let outside = with(2, &[&[("Mã hồ sơ", "H38.20-230510-0002")], &days[..]].concat());
    for title in [
        "Từ ngày 01/04/2023 đến ngày 30/04/2023",
        "Từ ngày:;01/04/2023\nĐến ngày:;30/04/2023",
        "Từ ngày;01/04/2023;Đến ngày;30/04/2023",
        "(01/04/2023 - 30/04/2023)",
        "Kỳ báo cáo: 01/04/2023 - 30/04/2023",
        "Tháng 4 năm 2023",
        "Tuần 15 (10/04/2023 - 16/04/2023)",
    ] {
        let report = read(&[("a.csv", format!("{title}\n{HEADER}\n{}\n{outside}\n", dossier(1)))]);
        assert_eq!(counts(&report, "bao-yen"), "1 1 1 1 1 0", "{title}");
        assert_eq!(noticed(&report), ["dossier-outside-period 1 «10/5/2023»"], "{title}");
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
