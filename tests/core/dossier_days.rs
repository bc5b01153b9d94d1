//! States and days of dossiers as offices write them, and what a list lacks that would tell of them.

use crate::support::lists::below;
use crate::support::lists::counts;
use crate::support::lists::list;
use crate::support::lists::noticed;

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

#[test]
fn a_stamp_of_any_place_is_the_day_in_vietnam() {
    // As Spring and MongoDB, as PostgreSQL, and from a place further east.
    for (received, returned) in [
        ("2023-04-09T17:00:00.000+0000", "2023-04-16T17:00:00.000+0000"),
        ("2023-04-09 17:00:00+00", "2023-04-16 17:00:00+00"),
        ("2023-04-11T01:30:00+09:00", "2023-04-18T01:30:00+09:00"),
    ] {
        let rows = format!("H38.20-230410-0001;UBND huyện Bảo Yên;{received};{returned};Đúng hạn;3;Có\n");
        case(&rows, "1 1 1 1 1 -", &[]);
    }
    // The last day of March there is the first of April here, and the last of April is May's first.
    let row = |number: u32, day: &str| {
        format!("HS-{number};UBND huyện Bảo Yên;{day}T17:00:00.000+0000;;Đang xử lý;3;Không\n")
    };
    let title = "Từ ngày 01/04/2023 đến ngày 30/04/2023\n";
    let report = list(&[title, HEADER, &row(1, "2023-03-31"), &row(2, "2023-04-30")].concat());
    assert_eq!(counts(&report, "bao-yen"), "1 1 0 0 0 -");
    assert_eq!(noticed(&report), ["dossier-outside-period 1 «01/5/2023»"]);
}

#[test]
fn the_end_is_found_under_any_name_and_a_due_day_is_none() {
    let list_of = |end: &str| {
        let header = HEADER.replace("Ngày tiếp nhận", "Thời gian tiếp nhận;Thời gian hẹn trả");
        let row = |number: u32, day: &str, state: &str| {
            format!("H38.20-230410-{number:04};UBND huyện Bảo Yên;10/04/2023 08:00;20/04/2023;{day};{state};3;Có\n")
        };
        let rows =
            [row(1, "12/04/2023 09:00", "Đúng hạn"), row(2, "", "Chưa đến hạn"), row(3, "24/04/2023", "Trễ hạn")];
        list(&format!("{}{}", header.replace("Ngày trả kết quả", end), rows.concat()))
    };
    for end in [
        "Thời gian trả kết quả",
        "Thời gian trả",
        "Thời gian kết thúc",
        "Thời gian hoàn thành",
        "Thời điểm trả kết quả",
        "Ngày thực trả",
        "Ngày trả hồ sơ",
        "Ngày giải quyết",
        "Ngày kết thúc hồ sơ",
        "Ngày hoàn tất",
        "NgayHoanThanh",
    ] {
        let report = list_of(end);
        assert_eq!((counts(&report, "bao-yen"), noticed(&report)), ("3 3 2 2 3 -".into(), vec![]), "{end}");
    }
}

#[test]
fn states_that_leave_it_to_a_day_that_no_column_has_leave_what_is_completed_unknown() {
    let header = HEADER.replace("Ngày trả kết quả;", "");
    let row =
        |number: u32, state: &str| format!("H38.20-230410-{number:04};UBND huyện Bảo Yên;10/04/2023;{state};3;Có\n");
    let text = format!("{header}{}{}", row(1, "Đúng hạn"), row(2, "Trễ hạn"));
    let ordinary = ORDINARY.replace("17/04/2023;", "");
    // Both papers and results have columns of their own: what has both is known.
    for text in [text.clone(), below(&text, &ordinary)] {
        let report = list(&text);
        assert_eq!(counts(&report, "bao-yen"), "2 2 - - 2 -", "{text}");
        assert_eq!(noticed(&report), ["end-unknown 2 «Đúng hạn»"], "{text}");
    }
    // One that lies outside the period leaves nothing open.
    let early = row(1, "Đúng hạn").replace("10/04/2023", "10/03/2023").replace("-230410-", "-230310-");
    let report = list(&format!("Tháng 4 năm 2023\n{header}{early}{}", row(2, "Đã trả kết quả")));
    assert_eq!(counts(&report, "bao-yen"), "1 1 1 1 1 -");
}

#[test]
fn a_period_that_no_day_of_receipt_can_be_held_against_is_told() {
    // The day of registration is not the day of receipt.
    let header = HEADER.replace("Ngày tiếp nhận", "Ngày đăng ký");
    let row = |number: u32, day: &str| format!("00{number};UBND huyện Bảo Yên;{day};;Đã trả kết quả;3;Có\n");
    let rows = [row(1, "05/01/2022"), row(2, "12/02/2023"), row(3, "15/07/2023")].concat();
    let report = list(&format!("Từ ngày 01/02/2023 đến ngày 30/04/2023\n{header}{rows}"));
    assert_eq!(counts(&report, "bao-yen"), "3 3 3 3 3 -");
    assert_eq!(noticed(&report), ["period-not-applied 3 «từ 01/02/2023 đến 30/4/2023»"]);
    // Without a period there is nothing to tell; codes with a day bear witness of it.
    assert_eq!(noticed(&list(&format!("{header}{rows}"))), [""; 0]);
    let coded = rows.replace("001", "H38.20-230110-0001").replace("002", "H38.20-230212-0002");
    let report = list(&format!("Từ ngày 01/02/2023 đến ngày 30/04/2023\n{header}{coded}"));
    assert_eq!(counts(&report, "bao-yen"), "2 2 2 2 2 -");
    assert_eq!(
        noticed(&report),
        [
            "period-not-applied 1 «từ 01/02/2023 đến 30/4/2023»",
            "dossier-outside-period 1 «10/01/2023 (ngày trong mã hồ sơ)»",
            "received-day-from-code 1 «không có cột ngày tiếp nhận; cột 3 «Ngày đăng ký» chưa rõ nghĩa»"
        ]
    );
    let known = header.replace("Ngày đăng ký", "Thời gian nhận");
    let report = list(&format!("Từ ngày 01/02/2023 đến ngày 30/04/2023\n{known}{rows}"));
    assert_eq!(counts(&report, "bao-yen"), "1 1 1 1 1 -");
}

#[test]
fn days_of_receipt_that_cannot_be_are_told() {
    let row =
        |code: &str, received: &str| format!("{code};UBND huyện Bảo Yên;{received};17/05/2023;Đã trả kết quả;3;Có\n");
    // After its own return: counted, as written, and told, whether the row is written as systems write it or not.
    let found = "days-reversed 1 «20/5/2023 > 17/5/2023»";
    case(&row("HS-1", "20/05/2023"), "1 1 1 1 1 -", &[found]);
    case(&row("H38.20-230520-0001", "20/05/2023"), "1 1 1 1 1 -", &[found]);
    case(&row("HS-1", "10/05/2032"), "1 1 1 1 1 -", &["days-reversed 1 «10/5/2032 > 17/5/2023»"]);
    case(&row("HS-1", "17/05/2023"), "1 1 1 1 1 -", &[]);
    // Before there was a portal: no day at all, unless the code has one.
    for day in ["10/05/1923", "01/01/1900"] {
        let both = [row("HS-1", day), row("HS-2", "10/05/2023")].concat();
        case(&both, "1 1 1 1 1 -", &[&format!("day-unreadable 1 «{day}»")]);
        let notice = format!("received-day-from-code 1 «{day}»");
        case(&row("H38.20-230510-0001", day), "1 1 1 1 1 -", &[&notice]);
    }
}

#[test]
fn months_that_come_first_reverse_no_days() {
    let row = |number: u32, received: &str, returned: &str| {
        format!("HS-{number};UBND huyện Bảo Yên;{received};{returned};Đã trả kết quả;3;Có\n")
    };
    // 4/10 → 5/1 and 4/25 → 5/3 with the month in front; with the day in front the first would end before it began.
    let rows = [row(1, "04/10/2023", "05/01/2023"), row(2, "04/25/2023", "05/03/2023")].concat();
    let report = list(&format!("{HEADER}{rows}"));
    assert_eq!(counts(&report, "bao-yen"), "2 2 2 2 2 -");
    let notices = noticed(&report);
    assert!(!notices.iter().any(|notice| notice.starts_with("days-reversed")), "{notices:?}");
}

#[test]
fn of_a_unit_none_of_whose_days_can_be_read_nothing_is_known() {
    let row = |number: u32, unit: &str, day: &str| format!("HS-{number};UBND huyện {unit};{day};;Đang xử lý;3;Có\n");
    let unread = row(1, "Bảo Yên", "khoảng giữa tháng 5");
    case(&unread, "", &["day-unreadable 1 «khoảng giữa tháng 5»"]);
    // Beside one that is read, the others are left out and told.
    let rows = [unread.clone(), row(2, "Bảo Yên", "26/05/2023")].concat();
    case(&rows, "1 1 0 0 1 -", &["day-unreadable 1 «khoảng giữa tháng 5»"]);
    // One that was refused counts nowhere whatever its day: there is none that might count.
    case(&unread.replace("Đang xử lý", "Không tiếp nhận"), "0 0 0 0 0 -", &["day-unreadable 1 «khoảng giữa tháng 5»"]);
    // Another spelling of the unit, or another list, whose days are read says what it counts.
    let rows = [unread, row(2, "BẢO YÊN", "26/05/2023")].concat();
    case(&rows, "1 1 0 0 1 -", &["day-unreadable 1 «khoảng giữa tháng 5»"]);
}
