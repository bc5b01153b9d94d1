//! The columns of a list of dossiers: which of several alike is read, and what the marks in them say.

use crate::support::lists::counts;
use crate::support::lists::noticed;
use crate::support::lists::read;
use crate::support::portal::HEADER;
use crate::support::portal::case;
use crate::support::portal::dossier;
use crate::support::portal::with;

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
fn a_number_in_brackets_under_every_flag_is_no_shifted_row() {
    // Folded it is the number of a state and of a way to hand in. No cell says that data were reused: an unread one may.
    for said in ["(2)", "-2"] {
        let header = "Mã hồ sơ;Đơn vị;Ngày tiếp nhận;Ngày kết thúc xử lý;Ngày trả kết quả;Trạng thái;Số thành phần đã số hóa;Kết quả \
            điện tử;Tái sử dụng dữ liệu\n";
        let row = |number: u32, flags: &str| {
            format!("H38.24-230520-000{number};Bảo Yên;20/05/2023;;25/05/2023;Đã trả kết quả;{flags}\n")
        };
        let rows: String = (1..9).map(|number| row(number, "1;Có;Không")).collect();
        let text = format!("{header}{}{rows}", row(9, &[said; 3].join(";")));
        let report = read(&[("a.csv", text)]);
        assert_eq!(counts(&report, "bao-yen"), "9 8 9 8 8 -", "{said}");
        assert_eq!(noticed(&report), [format!("flag-unreadable 3 «{said}»")]);
    }
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
fn a_count_of_minus_one_is_no_yes() {
    let digitised = |number, said| with(number, &[("Số thành phần đã số hóa", said)]);
    case(&[dossier(1), digitised(2, "-1")], "2 1 2 2 1 0", &["flag-unreadable 1 «-1»"]);
    // Of a column that says yes and no it is a database's yes.
    let header = HEADER.replace("Số thành phần đã số hóa", "Số hóa TPHS");
    let report = read(&[("a.csv", format!("{header}\n{}\n{}\n", digitised(1, "-1"), digitised(2, "0")))]);
    assert_eq!((counts(&report, "bao-yen"), noticed(&report)), ("2 1 2 2 1 0".into(), vec![]));
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
fn any_name_of_a_result_is_a_result() {
    let header = HEADER.replace("Kết quả điện tử", "MaKetQua");
    let row = |number, result: &str| with(number, &[("Kết quả điện tử", result)]) + "\n";
    let text = format!("{header}\n{}{}{}", row(1, "KQ-001"), row(2, "kq/download?id=3"), row(3, ""));
    let report = read(&[("a.csv", text)]);
    assert_eq!((counts(&report, "bao-yen"), noticed(&report)), ("3 3 3 2 2 0".into(), vec![]));
}
