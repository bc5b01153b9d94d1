//! Two counts in one cell of a table of units, `10/20`: read as two columns where the header says what both are, told where
//! it does not.

use crate::support;
use crate::support::lines::bao_yen;
use crate::support::lines::columns;
use crate::support::lines::components;
use crate::support::lines::is_lack;
use crate::support::lines::notices;
use crate::support::lines::units;
use serde_json::Value;
use sohoa::analysis::Settings;

fn read(rows: &[&str]) -> Value {
    support::json(&support::report(&[("a.csv", rows.join("\n") + "\n")], &Settings::default()))
}

#[track_caller]
fn case(rows: &[&str], expected: &str) {
    let report = read(rows);
    assert_eq!(bao_yen(&report), expected, "{rows:#?}\n{:#?}", columns(&report));
}

/// What is told beside units that are missing, names aside.
fn told(report: &Value) -> Vec<String> {
    notices(report).into_iter().filter(|line| !is_lack(line)).collect()
}

#[test]
fn a_header_that_names_both_counts_parts_its_cells() {
    // Percentage, copies, received, digitised, completed, with a result, both, reused.
    for (header, expected) in [
        ("Số hồ sơ số hóa/Tổng số tiếp nhận", "- - 20 10 - - - -"),
        ("Có số hóa TPHS / Tiếp nhận", "- - 20 10 - - - -"),
        ("Đã số hóa/Đã giải quyết", "- - - - 20 10 - -"),
        ("Số HS có KQ điện tử/Số HS đã giải quyết", "- - - - 20 10 - -"),
        ("Số hóa kết quả (đã số hóa/đã giải quyết)", "- - - - 20 10 - -"),
        ("Số hồ sơ tái sử dụng/Số hồ sơ tiếp nhận", "- - 20 - - - - 10"),
    ] {
        let header = format!("STT;Đơn vị;{header};Ghi chú");
        case(&[&header, "1;UBND huyện Bảo Yên;10/20;", "2;UBND huyện Bảo Thắng;1.200 / 2.400 hồ sơ;"], expected);
    }
    // Without any other figure, and the whole before its part.
    case(&["Đơn vị;Tổng số tiếp nhận/Có số hóa TPHS", "UBND huyện Bảo Yên;20/10"], "- - 20 10 - - - -");
    case(&["Đơn vị;Đã số hóa/Đã giải quyết", "UBND huyện Bảo Yên;10/20"], "- - - - 20 10 - -");
    case(&["Đơn vị;Số hồ sơ số hóa/Tổng số tiếp nhận", "UBND huyện Bảo Yên;10/20"], "- - 20 10 - - - -");
    // The header again at a page break is no row of another table.
    let header = "STT;Đơn vị;Số hồ sơ số hóa/Tổng số tiếp nhận";
    let rows = [header, "1;UBND huyện Bảo Thắng;1/2", header, "2;UBND huyện Bảo Yên;10/20"];
    case(&rows, "- - 20 10 - - - -");
    assert!(told(&read(&rows)).is_empty(), "{:?}", told(&read(&rows)));
    // Below a parent, beside other columns, above a total.
    let rows = [
        "STT;Đơn vị;Số hóa khi tiếp nhận;;Đã giải quyết;Ghi chú",
        ";;Có số hóa TPHS/Tiếp nhận;Tỷ lệ;;",
        "1;UBND huyện Bảo Yên;10/20;50%;7;",
        "2;UBND huyện Bảo Thắng;-;;8;",
        ";Tổng cộng;10/20;;15;",
    ];
    case(&rows, "- - 20 10 7 - - -");
    assert!(told(&read(&rows)).is_empty(), "{:?}", told(&read(&rows)));
}

#[test]
fn a_components_counts_in_one_cell_are_its_numerator_and_denominator() {
    let rows = [
        "STT;Đơn vị;Tỷ lệ hồ sơ TTHC có cấp kết quả giải quyết TTHC điện tử;Tỷ lệ hồ sơ TTHC thực hiện số hóa hồ sơ",
        "1;UBND huyện Bảo Yên;10/20;1/3",
        "2;UBND huyện Bảo Thắng;10 / 40 hồ sơ;6/12",
    ];
    // 6·10/20 = 3; 4·1/3 = 1,33; 6·10/40 = 1,5; 4·6/12 = 2
    let expected =
        ["bao-yen A 10/20 50 3, B 1/3 33.33 1.33", "bao-thang A 10/40 25 1.5, B 6/12 50 2"].map(str::to_owned);
    let mut found = components(&read(&rows));
    found.sort_by_key(|line| line.starts_with("bao-thang"));
    assert_eq!(found, expected);
    assert_eq!(told(&read(&rows)), ["number-with-words 1 a.csv 3:3 «40 hồ sơ»"]);
    // Of 6 in every row it is points as likely as dossiers: no counts are made of it.
    let rows = [
        "STT;Đơn vị;Tỷ lệ hồ sơ TTHC có cấp kết quả giải quyết TTHC điện tử",
        "1;UBND huyện Bảo Yên;3/6",
        "2;UBND huyện Bảo Thắng;4/6",
    ];
    assert!(components(&read(&rows)).iter().all(|line| line.contains(" A -/- ")));
}

#[test]
fn what_is_no_pair_among_pairs_is_told_and_not_half_read() {
    let rows = [
        "STT;Đơn vị;Có số hóa TPHS/Tiếp nhận;Đã giải quyết",
        "1;UBND huyện Bảo Yên;10;7",
        "2;UBND huyện Bảo Thắng;10/40;8",
        "3;UBND huyện Bắc Hà;10/40/50;9",
        "4;UBND huyện Bát Xát;5/9;4",
        "5;UBND huyện Văn Bàn;50%;4",
        "6;UBND huyện Si Ma Cai;1/2;4",
        "7;UBND huyện Mường Khương;1/2;4",
    ];
    case(&rows, "- - - - 7 - - -");
    assert_eq!(told(&read(&rows)), ["number-unreadable 3 a.csv 2:3 «10»"]);
}

#[test]
fn counts_of_which_only_one_is_named_are_told() {
    let rows =
        ["STT;Đơn vị;Tiếp nhận;Có số hóa TPHS", "1;UBND huyện Bảo Yên;30;10/20", "2;UBND huyện Bảo Thắng;50;10/40"];
    case(&rows, "- - 30 - - - - -");
    assert_eq!(told(&read(&rows)), ["number-unreadable 2 a.csv 2:4 «10/20»"]);
    let rows = [
        "STT;Đơn vị;Tiếp nhận;Kết quả số hóa (đạt/giao)",
        "1;UBND huyện Bảo Yên;30;10/20",
        "2;UBND huyện Bảo Thắng;50;10/40",
    ];
    assert_eq!(told(&read(&rows)), ["column-unused 1 a.csv 1:4 «Kết quả số hóa (đạt/giao)»"]);
}

#[test]
fn counts_under_the_groups_name_are_asked_about() {
    let rows = ["STT;Đơn vị;Tỷ lệ số hóa hồ sơ", "1;UBND huyện Bảo Yên;10/20", "2;UBND huyện Bảo Thắng;10/40"];
    let report = read(&rows);
    assert!(told(&report).contains(&"columns-ambiguous 1 a.csv 1:3 «Tỷ lệ số hóa hồ sơ»".to_owned()));
    assert!(units(&report).iter().all(|line| line.starts_with("- ")), "{:?}", units(&report));
    // Of 22 they are the group's points, of 100 its percentage. 11 of 22 are 50 %.
    for cell in ["11/22", "50/100"] {
        let row = format!("1;UBND huyện Bảo Yên;{cell}");
        case(&["STT;Đơn vị;Tỷ lệ số hóa hồ sơ", &row], "50 - - - - - - -");
    }
}
