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
fn a_row_with_a_cell_too_many_is_refused_whatever_stands_behind_its_last_header() {
    let header = "Mã hồ sơ;Đơn vị;Ngày tiếp nhận;Trạng thái;Chủ hồ sơ;Số điện thoại;Số hóa TPHS;Kết quả điện tử";
    let [one, two] = [
        "0001;UBND huyện Bảo Yên;10/04/2023;10;Nguyễn A;0912345678;Có;Có",
        "0003;UBND huyện Bảo Yên;10/04/2023;10;Trần C;0912345670;Không;Không",
    ]
    .map(|row| format!("H38.11-230410-{row}"));
    let shifted = "H38.11-230410-0002;UBND huyện Bảo Yên;10/04/2023;10;Hộ ông A; bà B;0912345679;Không;Không";
    // Two are left, of which the first has papers and a result.
    let expected = ["UBND huyện Bảo Yên: 2 1 2 1 1 -"];
    case(&[header, &one, shifted, &two], &expected, &[(NoticeCode::DossierMisaligned, 1)]);
    // What stood in the last column is gone: a fee stands under a flag.
    let header = "Mã hồ sơ;Đơn vị;Ngày tiếp nhận;Trạng thái;Địa chỉ;Lệ phí;Số hóa TPHS;Kết quả điện tử;Ghi chú";
    let row = |row: &str| format!("H38.11-230410-{row}");
    let [one, shifted, two] = [
        row("0001;UBND huyện Bảo Yên;10/04/2023;10;Phố Ràng;50000;Có;Có;"),
        row("0002;UBND huyện Bảo Yên;10/04/2023;10;Thôn 3; xã Bảo Hà;50000;Không;Không;"),
        row("0003;UBND huyện Bảo Yên;10/04/2023;10;Phố Ràng;0;Không;Không;"),
    ];
    case(&[header, &one, &shifted, &two], &expected, &[(NoticeCode::DossierMisaligned, 1)]);
    // A separator at the end of every row is no cell too many.
    let ended = [&one, &two].map(|row| format!("{row};"));
    case(&[header, &ended[0], &ended[1]], &expected, &[]);
}

#[test]
fn below_a_header_with_another_order_the_columns_are_those_of_that_header() {
    let [one, two] = ["Số hóa TPHS;Kết quả điện tử", "Kết quả điện tử;Số hóa TPHS"]
        .map(|flags| format!("Mã hồ sơ;Đơn vị;Ngày tiếp nhận;Trạng thái;{flags}"));
    let rows = [
        "H38.11-230410-0001;UBND huyện Bảo Yên;10/04/2023;10;Có;Không",
        "H38.12-230410-0001;UBND huyện Bắc Hà;10/04/2023;10;Không;Có",
        "H38.11-230410-0002;UBND huyện Bảo Yên;10/04/2023;10;Có;Không",
    ];
    // All three have papers and no result. The first order again is the first order.
    let expected = ["UBND huyện Bảo Yên: 2 2 2 0 0 -", "UBND huyện Bắc Hà: 1 1 1 0 0 -"];
    case(&[&one, rows[0], &two, rows[1], &one, rows[2]], &expected, &[]);
    // What says something of a unit is no header.
    let of_unit = "Đơn vị;UBND huyện Bảo Yên;Số hồ sơ;1";
    case(&[&one, rows[0], of_unit, rows[2]], &["UBND huyện Bảo Yên: 2 2 2 0 0 -"], &[]);
    // A column that is not read may be missing below; one that is may not.
    let [with, without] = ["Lĩnh vực;", ""].map(|field| format!("Mã hồ sơ;Đơn vị;{field}Ngày tiếp nhận;Số hóa TPHS"));
    let below = "H38.12-230410-0001;UBND huyện Bắc Hà;10/04/2023;Có";
    let above = "H38.11-230410-0001;UBND huyện Bảo Yên;Hộ tịch;10/04/2023;Có";
    let both = ["UBND huyện Bảo Yên: 1 1 - - - -", "UBND huyện Bắc Hà: 1 1 - - - -"];
    case(&[&with, above, &without, below], &both, &[]);
    let flagless = without.replace(";Số hóa TPHS", "");
    case(&[&with, above, &flagless, &below[..below.len() - 4]], &both[..1], &[(NoticeCode::TableBelow, 1)]);
    // A list in pieces repeats its header as it is.
    case(&[&one, rows[0], &one, rows[2]], &["UBND huyện Bảo Yên: 2 2 2 0 0 -"], &[]);
}

#[test]
fn below_a_header_of_other_columns_nothing_is_read_and_that_is_told() {
    let received = [
        "STT;Mã hồ sơ;Đơn vị;Ngày tiếp nhận;Ngày hẹn trả;Số hóa TPHS",
        "1;H38.11-230410-0001;UBND huyện Bảo Yên;10/04/2023;14/04/2023;Có",
        "2;H38.12-230410-0001;UBND huyện Bắc Hà;10/04/2023;14/04/2023;Không",
    ];
    let expected = ["UBND huyện Bảo Yên: 1 1 - - - -", "UBND huyện Bắc Hà: 1 0 - - - -"];
    let completed = [
        "II. HỒ SƠ ĐÃ GIẢI QUYẾT",
        "STT;Mã hồ sơ;Đơn vị;Ngày trả kết quả;Thủ tục;Kết quả điện tử",
        "1;H38.12-230410-0001;UBND huyện Bắc Hà;12/04/2023;Khai sinh;Có",
    ];
    case(&[received, completed].concat(), &expected, &[(NoticeCode::TableBelow, 1)]);
    let figures = ["STT;Đơn vị;Tiếp nhận;Đã giải quyết;;", "1;UBND huyện Bảo Yên;100;90;;"];
    case(&[&received[..], &figures].concat(), &expected, &[(NoticeCode::TableBelow, 1)]);
}

#[test]
fn what_says_something_of_its_own_is_no_rest_of_a_dossier_that_lacks_its_last_cell() {
    let lines = [
        "Mã hồ sơ;Ngày tiếp nhận;Trạng thái;Kết quả điện tử;Tái sử dụng",
        ";UBND huyện Bảo Yên;;;",
        "H38.11-230410-0001;10/04/2023;10;Có;Có",
        "H38.11-230410-0002;10/04/2023;10;Có",
        ";UBND huyện Bắc Hà",
        "H38.12-230410-0001;10/04/2023;10;Có;Không",
        "H38.12-230410-0002;10/04/2023;10;Có;Không",
    ];
    let short = [(NoticeCode::FlagBlank, 1), (NoticeCode::RowShorter, 1)];
    case(&lines, &["UBND huyện Bảo Yên: 2 - 2 2 - 1", "UBND huyện Bắc Hà: 2 - 2 2 - 0"], &short);
    let header = "Mã hồ sơ;Đơn vị;Ngày tiếp nhận;Trạng thái;Kết quả điện tử;Tái sử dụng";
    let lines = [
        header,
        "H38.11-230410-0001;UBND huyện Bảo Yên;10/04/2023;10;Có;Không",
        "H38.11-230410-0002;UBND huyện Bảo Yên;10/04/2023;10;Có",
        "Tổng cộng;2",
    ];
    case(&lines, &["UBND huyện Bảo Yên: 2 - 2 2 - 0"], &short);
}

#[test]
fn short_codes_are_those_of_the_unit_however_it_is_named_and_wherever() {
    let header = "Số hồ sơ;Ngày tiếp nhận;Trạng thái;Kết quả điện tử";
    let one = read("a.csv", &["UBND huyện Bảo Yên;;;", header, "1;10/04/2023;10;Có", "2;11/04/2023;10;Có"]);
    let two = read("b.csv", &["UBND huyện Bắc Hà;;;", header, "1;10/04/2023;10;Không", "2;12/04/2023;4;"]);
    // Four dossiers: those of Bắc Hà are not those of Bảo Yên again.
    assert_eq!(counts(&[&one, &two]), ["UBND huyện Bảo Yên: 2 - 2 2 - -", "UBND huyện Bắc Hà: 2 - 1 0 - -"]);
    let header = "Số hồ sơ;Đơn vị;Ngày tiếp nhận;Trạng thái;Kết quả điện tử";
    let open = read(
        "a.csv",
        &[header, "101;UBND huyện Bảo Yên;10/04/2023;4;Không", "102;UBND huyện Bảo Yên;10/04/2023;4;Không"],
    );
    let done = read("b.csv", &[header, "101;Bảo Yên;10/04/2023;10;Có", "102;Bảo Yên;10/04/2023;10;Có"]);
    assert_eq!(counts(&[&open, &done]), ["Bảo Yên: 2 - 2 2 - -"]);
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

#[test]
fn days_that_codes_alone_tell_are_told_to_be_theirs() {
    let lines = [
        "Từ ngày 01/04/2023 đến ngày 30/04/2023",
        "Mã hồ sơ;Đơn vị;Ngày vào sổ;Trạng thái",
        "H38.11-230331-0001;UBND huyện Bảo Yên;03/04/2023;10",
        "H38.11-230430-0002;UBND huyện Bảo Yên;04/05/2023;4",
    ];
    let notices = [(NoticeCode::DossierOutsidePeriod, 1), (NoticeCode::ReceivedDayFromCode, 1)];
    case(&lines, &["UBND huyện Bảo Yên: 1 - 0 - - -"], &notices);
}

#[test]
fn a_day_that_cannot_be_read_is_told_as_one() {
    let header = "Mã hồ sơ;Đơn vị;Ngày tiếp nhận;Ngày trả kết quả;Thủ tục";
    for day in ["31/06/2023", "10/04/2023 (thứ hai)", "lúc nộp: 10/04/2023; số 3"] {
        let row = format!("H38.11-230410-0002;UBND huyện Bảo Yên;{};;KS", day.replace(';', ","));
        let lines = [header, "H38.11-230410-0001;UBND huyện Bảo Yên;10/04/2023 08:30;;KS", &row];
        case(&lines, &["UBND huyện Bảo Yên: 2 - 0 - - -"], &[(NoticeCode::ReceivedDayFromCode, 1)]);
    }
    // Words in a day's place still show that cells are shifted.
    let lines = [header, "H38.11-230410-0001;UBND huyện Bảo Yên;Khai sinh;Phố Ràng;KS"];
    case(&lines, &[], &[(NoticeCode::DossierMisaligned, 1)]);
}

#[test]
fn a_dossier_of_nobody_is_told_and_left_out() {
    let lines = ["Số hồ sơ;Đơn vị;Ngày tiếp nhận;Trạng thái", "1;UBND huyện Bảo Yên;10/04/2023;10", "2;;11/04/2023;10"];
    case(&lines, &["UBND huyện Bảo Yên: 1 - 1 - - -"], &[(NoticeCode::DossierWithoutUnit, 1)]);
}
