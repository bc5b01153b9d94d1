//! States and days of dossiers as offices write them, and what a list lacks that would tell of them.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use support::lists::below;
use support::lists::counts;
use support::lists::list;
use support::lists::noticed;

/// An ordinary row below the headers of most lists here.
const ORDINARY: &str = "H38.21-230410-NNNN;UBND huyện Bảo Thắng;10/04/2023;17/04/2023;Đã trả kết quả;3;Có";
const HEADER: &str =
    "Mã hồ sơ;Đơn vị;Ngày tiếp nhận;Ngày trả kết quả;Trạng thái;Số thành phần đã số hóa;Kết quả điện tử\n";

/// What a list of these rows says of Bảo Yên, and what is noticed, as it is and below ordinary rows.
#[track_caller]
fn case(rows: &str, expected: &str, notices: &[&str]) {
    let text = format!("{HEADER}{rows}");
    for text in [text.clone(), below(&text, ORDINARY)] {
        let report = list(&text);
        assert_eq!(counts(&report, "bao-yen"), expected, "{text}");
        assert_eq!(noticed(&report), notices, "{text}");
    }
}

#[test]
fn a_state_is_one_whatever_number_of_days_stands_beside_it() {
    let row = |number: u32, state: &str| {
        format!("H38.20-230410-{number:04};UBND huyện Bảo Yên;10/04/2023;;{state};3;Không\n")
    };
    let states = ["Đang xử lý (còn 3 ngày)", "Đang xử lý (còn lại 2 ngày 3 giờ)", "Đã trả kết quả (sớm 2 ngày)"];
    let rows: String = (1..).zip(states).map(|(number, state)| row(number, state)).collect();
    // The third is completed, none has a result.
    case(&rows, "3 3 1 0 0 -", &[]);
}

#[test]
fn days_whose_month_is_a_word_are_read() {
    let row = |number: u32, received: &str, returned: &str| {
        format!("HS-{number};UBND huyện Bảo Yên;{received};{returned};Đúng hạn;3;Có\n")
    };
    let rows = [row(1, "26-May-23", "30-May-23"), row(2, "ngày 27 tháng 5 năm 2023", "")].concat();
    case(&rows, "2 2 1 1 2 -", &[]);
}

#[test]
fn a_stamp_of_greenwich_is_the_day_in_vietnam() {
    // 17:00 of the 9th there is midnight of the 10th here, as the code says; 31/3 there is 1/4 here.
    let rows = "H38.20-230410-0001;UBND huyện Bảo Yên;2023-04-09T17:00:00.000Z;2023-04-16T17:00:00.000Z;Đúng hạn;3;Có\n\
        H38.20-230401-0002;UBND huyện Bảo Yên;2023-03-31T17:00:00.000Z;;Đang xử lý;0;Không\n";
    case(rows, "2 1 1 1 1 -", &[]);
    let report = list(&format!("Từ ngày 01/04/2023 đến ngày 30/04/2023\n{HEADER}{rows}"));
    assert_eq!((counts(&report, "bao-yen"), noticed(&report)), ("2 1 1 1 1 -".into(), vec![]));
}
