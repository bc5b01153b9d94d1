//! Tables that a program of data frames has written again: an index without a header, columns that it has named itself,
//! parents and children of a header in one cell or in two rows.

use crate::support;
use crate::support::lines::bao_yen;
use crate::support::lines::columns;
use crate::support::lines::notices;
use serde_json::Value;
use sohoa::analysis::Settings;

fn read(rows: &[&str]) -> Value {
    support::json(&support::report(&[("a.csv", rows.join("\n") + "\n")], &Settings::default()))
}

/// What is said of Bảo Yên: percentage, copies, received, digitised, completed, with a result, both, reused; nothing else
/// is told.
#[track_caller]
fn case(rows: &[&str], expected: &str) {
    let report = read(rows);
    assert_eq!(bao_yen(&report), expected, "{rows:#?}\n{:#?}", columns(&report));
    let told: Vec<String> = notices(&report).into_iter().filter(|line| !line.starts_with("unit-missing")).collect();
    assert!(told.is_empty(), "{rows:#?}\n{told:#?}");
}

#[test]
fn an_index_numbers_the_rows_and_is_no_figure() {
    for index in ["", "Unnamed: 0", "index", "level_0"] {
        let header = format!("{index},Đơn vị,Tiếp nhận,Có số hóa TPHS");
        case(&[&header, "0,UBND huyện Bảo Yên,20,10", "1,UBND huyện Bắc Hà,40,10"], "- - 20 10 - - - -");
    }
    let header = "Unnamed: 0,Số hồ sơ,Đơn vị,Ngày tiếp nhận,Trạng thái";
    let row = "0,H38.24-230605-0012,UBND huyện Bảo Yên,05/06/2023,Đã trả kết quả";
    case(&[header, row], "- - 1 - 1 - - -");
}

#[test]
fn columns_that_a_program_has_named_have_no_name() {
    let row = "1,UBND huyện Bảo Yên,10,2,8,5,1,4";
    let children = ",,,Chưa số hóa TPHS,Có số hóa TPHS,,Chưa số hóa,Đã số hóa";
    // A parent that was merged, its other column named by its place; and its name numbered.
    for parents in [
        "STT,Đơn vị,Tiếp nhận,Số hóa khi tiếp nhận,Unnamed: 4,Đã giải quyết,Số hóa kết quả giải quyết,Unnamed: 7",
        "STT,Đơn vị,Tiếp nhận,Số hóa khi tiếp nhận,Số hóa khi tiếp nhận.1,Đã giải quyết,Số hóa kết quả giải quyết,\
         Số hóa kết quả giải quyết.1",
    ] {
        case(&[parents, children, row, "2,UBND huyện Bắc Hà,20,2,18,5,1,4"], "- - 10 8 5 4 - -");
    }
    let parents = "Unnamed: 0_level_0,Unnamed: 1_level_0,Tiếp nhận,Số hóa khi tiếp nhận,Số hóa khi tiếp nhận,\
                   Đã giải quyết,Số hóa kết quả giải quyết,Số hóa kết quả giải quyết";
    let children =
        "STT,Đơn vị,Unnamed: 2_level_1,Chưa số hóa TPHS,Có số hóa TPHS,Unnamed: 5_level_1,Chưa số hóa,Đã số hóa";
    case(&[parents, children, row], "- - 10 8 5 4 - -");
}

#[test]
fn a_pair_of_names_in_one_cell_is_a_parent_and_its_child() {
    let header = "\"('STT', '')\",\"('Đơn vị', '')\",\"('Tiếp nhận', 'Tổng số')\",\"('Tiếp nhận', 'Có số hóa TPHS')\",\
                  \"('Số hóa kết quả giải quyết', 'Chưa số hóa')\",\"('Số hóa kết quả giải quyết', 'Đã số hóa')\"";
    case(&[header, "1,UBND huyện Bảo Yên,10,8,1,4", "2,UBND huyện Bắc Hà,20,18,1,4"], "- - 10 8 - 4 - -");
    let header =
        "\"('Unnamed: 0_level_0', 'Huyện, thị xã')\",\"(\"\"Tiếp nhận\"\", 'Tổng số')\",\"('Đã giải quyết', nan)\"";
    case(&[header, "UBND huyện Bảo Yên,10,8"], "- - 10 - 8 - - -");
}

#[test]
fn the_name_of_an_index_may_stand_below_the_header_of_the_others() {
    let rows = [
        ",Tiếp nhận,Số hóa kết quả giải quyết,Số hóa kết quả giải quyết",
        ",Tổng số,Chưa số hóa,Đã số hóa",
        "Đơn vị,,,",
        "UBND huyện Bảo Yên,10,1,4",
        "UBND huyện Bắc Hà,20,1,4",
    ];
    case(&rows, "- - 10 - - 4 - -");
    case(&["Tháng 6/2023,Tiếp nhận,Có số hóa TPHS", "Đơn vị,,", "UBND huyện Bảo Yên,10,4"], "- - 10 4 - - - -");
}
