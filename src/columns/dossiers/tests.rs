//! Rows of lists as they are joined, cut and moved on their way, and what they come to.

use std::rc::Rc;

use crate::columns::Field;
use crate::columns::Ledger;
use crate::columns::Table;
use crate::columns::TableRead;
use crate::domain::Place;
use crate::intake::Row;
use crate::notices::NoticeCode;
use crate::notices::Notices;

fn read(name: &str, lines: &[&str]) -> TableRead {
    let is_unit = Rc::new(|name: &str| name.contains("Bảo Yên") || name.contains("Bắc Hà"));
    let mut table = Table::new(Place::file(name), Rc::default(), None, is_unit);
    for (number, line) in (1..).zip(lines) {
        let cells = if line.is_empty() { Vec::new() } else { line.split(';').map(str::to_owned).collect() };
        table.row(Row { number, cells }).unwrap();
    }
    table.finish().unwrap()
}

/// What lists come to: of each unit received, digitised, completed, with a result, both, reused.
fn counts(lists: &[&TableRead]) -> Vec<String> {
    const COUNTS: [Field; 6] = [
        Field::Received,
        Field::ReceivedDigitised,
        Field::Completed,
        Field::CompletedEResult,
        Field::Both,
        Field::Reused,
    ];
    let ledgers: Vec<&Ledger> = lists.iter().filter_map(|list| list.dossiers.as_ref()).collect();
    let units = Ledger::count(&ledgers).units.into_iter().map(|(_, unit)| {
        let count = |field| unit.row.values.count(field).map_or("-".to_owned(), |count| count.to_string());
        format!("{}: {}", unit.row.name, COUNTS.map(count).join(" "))
    });
    units.collect()
}

/// What was noticed, each code with how often.
fn noticed(notices: &Notices) -> Vec<(NoticeCode, u64)> {
    notices.sorted().iter().map(|notice| (notice.code, notice.count)).collect()
}

#[track_caller]
fn case(lines: &[&str], expected: &[&str], notices: &[(NoticeCode, u64)]) {
    let read = read("a.csv", lines);
    assert_eq!(counts(&[&read]), expected);
    assert_eq!(noticed(&read.notices), notices);
}

#[test]
fn a_dossier_that_begins_like_a_sum_or_a_days_line_is_a_dossier() {
    let header = "Chủ hồ sơ;Số hồ sơ;Đơn vị;Ngày tiếp nhận;Trạng thái";
    for first in [
        "Tổng công ty Điện lực miền Bắc",
        "UBND tỉnh",
        "Trợ cấp theo Quyết định số 62/2011/QĐ-TTg ngày 09 tháng 11 năm 2011",
    ] {
        let row = format!("{first};101;UBND huyện Bảo Yên;10/04/2023;Đang xử lý");
        let lines = [header, &row, "Trần A;102;UBND huyện Bảo Yên;10/04/2023;Đang xử lý", "Tổng cộng;2;;;"];
        case(&lines, &["UBND huyện Bảo Yên: 2 - 0 - - -"], &[]);
    }
}
