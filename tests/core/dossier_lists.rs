//! Lists of dossiers with one trouble each: what is counted, what is noticed, what is left out.

use crate::support::lists::counts;
use crate::support::lists::noticed;
use crate::support::lists::read;
use crate::support::portal::HEADER;
use crate::support::portal::case;
use crate::support::portal::dossier;
use crate::support::portal::ordinary;
use crate::support::portal::with;

#[test]
fn ordinary_rows_are_counted_and_nothing_is_noticed() {
    case(&[dossier(1), dossier(2)], "2 2 2 2 2 0", &[]);
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
fn what_excel_writes_as_a_formula_of_a_text_is_that_text() {
    let rows =
        [with(1, &[("Ngày tiếp nhận", "=\"10/04/2023\""), ("Đơn vị", "\"=\"\"UBND huyện Bảo Yên\"\"\"")]), dossier(2)];
    case(&rows, "2 2 2 2 2 0", &[]);
}

#[test]
fn letters_that_nobody_sees_change_no_day() {
    let days = [("Ngày tiếp nhận", "\u{200e}10/04/2023"), ("Ngày trả kết quả", "\u{2066}17/04/2023\u{2069}")];
    case(&[with(1, &days), dossier(2)], "2 2 2 2 2 0", &[]);
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
