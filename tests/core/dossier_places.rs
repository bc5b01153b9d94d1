//! Where a list says whose its dossiers are: above them, in its title, in a code, or nowhere.

use crate::support;
use crate::support::lists::below;
use crate::support::lists::counts;
use crate::support::lists::list;
use crate::support::lists::noticed;

const HEADER: &str = "STT;Mã hồ sơ;Đơn vị;Ngày tiếp nhận;Trạng thái;Số thành phần đã số hóa;Kết quả điện tử\n";
const ORDINARY: &str = "1;H38.21-230410-NNNN;UBND huyện Bảo Thắng;10/04/2023;Đã trả kết quả;3;Có";

#[test]
fn the_name_above_its_dossiers_is_found_whatever_stands_around_it() {
    let row = |number: u32| format!("{number};H38.99-230410-{number:04};;10/04/2023;Đã trả kết quả;3;Có\n");
    let names = |name: &str| match name.split_once(';') {
        Some(_) => name.to_owned(),
        None => format!("{name};;;;;;"),
    };
    for (first, second) in [
        ("I. UBND huyện Bảo Yên", "II. UBND thị xã Sa Pa"),
        ("Đơn vị: UBND huyện Bảo Yên", "Đơn vị: UBND thị xã Sa Pa"),
        ("UBND huyện Bảo Yên (2 hồ sơ)", "UBND thị xã Sa Pa (1 hồ sơ)"),
        (";UBND huyện Bảo Yên;2;;;;", ";UBND thị xã Sa Pa;1;;;;"),
        (";UBND huyện Bảo Yên (2 hồ sơ);;;;;", ";UBND thị xã Sa Pa (1 hồ sơ);;;;;"),
        ("I;UBND huyện Bảo Yên;;;;;", "II;UBND thị xã Sa Pa;;;;;"),
    ] {
        let rows = [names(first), "\n".into(), row(1), row(2), names(second), "\n".into(), row(3)].concat();
        let text = format!("{HEADER}{rows}");
        for text in [text.clone(), below(&text, ORDINARY)] {
            let report = list(&text);
            assert_eq!(counts(&report, "bao-yen"), "2 2 2 2 2 -", "{first}");
            assert_eq!(counts(&report, "sa-pa"), "1 1 1 1 1 -", "{first}");
            assert_eq!(noticed(&report), [""; 0], "{first}");
        }
    }
}

#[test]
fn a_list_without_codes_and_days_of_receipt_is_read_by_its_states() {
    let header = "STT;Tên thủ tục hành chính;Đơn vị;Ngày hẹn trả;Ngày trả kết quả;Trạng thái;Kết quả điện tử\n";
    let rows = "1;Đăng ký khai sinh;UBND huyện Bảo Yên;01/02/2023;24/01/2023;Đã trả kết quả;Có\n\
        2;Đăng ký khai sinh;UBND huyện Bảo Yên;01/02/2023;;Đang xử lý;Không\n\
        3;Đăng ký khai sinh;UBND huyện Bảo Yên;01/02/2023;;Không tiếp nhận;Không\n\
        Tổng cộng: 3 hồ sơ;;;;;;\n\
        ;;NGƯỜI LẬP BIỂU;;;;\n";
    // With procedures and without, below a period and not.
    let short = |text: &str| -> String {
        let line = |text: &str| {
            let cells: Vec<&str> = text.split(';').collect();
            [&cells[..1], &cells[2..]].concat().join(";") + "\n"
        };
        text.lines().map(line).collect()
    };
    let text = format!("{header}{rows}");
    for text in [text.clone(), short(&text)] {
        let report = list(&text);
        assert_eq!(counts(&report, "bao-yen"), "2 - 1 1 - -", "{text}");
        assert_eq!(noticed(&report), ["dossier-code-missing 3 «UBND huyện Bảo Yên»"], "{text}");
        let report = list(&format!("Từ ngày 01/01/2023 đến ngày 30/04/2023\n{text}"));
        assert_eq!(counts(&report, "bao-yen"), "2 - 1 1 - -", "{text}");
        assert!(noticed(&report).contains(&"period-not-applied 2 «từ 01/01/2023 đến 30/4/2023»".to_owned()));
    }
}

#[test]
fn a_row_of_data_is_not_quoted_as_a_header() {
    let row = |number: u32| {
        format!("{number};H38.20-230410-{number:04};UBND huyện Bảo Yên;Giàng Thị Mỷ;2023-04-17;Đang xử lý\n")
    };
    let rows = [row(1), row(2), row(3)].concat();
    let text = format!("No;dossierCode;agencyName;applicantName;acceptedDate;dossierStatus\n{rows}");
    let outcome = support::report(&[("a.csv", text)], &sohoa::analysis::Settings::default());
    let said = support::json(&outcome).to_string();
    assert!(!said.contains("Giàng"), "{said}");
}

#[test]
fn numbers_that_begin_anew_in_each_unit_are_dossiers_of_their_own() {
    let row = |code: &str, unit: &str| format!("1;{code};{unit};08/02/2023;Đã trả kết quả;3;Có\n");
    let rows = [
        row("230208-0001", "UBND huyện Bảo Yên"),
        row("230208-0001", "UBND thị xã Sa Pa"),
        row("230208-0002", "UBND huyện Bảo Yên"),
        row("230208-0002", "UBND H. Bảo Yên"),
    ];
    let text = format!("{HEADER}{}", rows.concat());
    for text in [text.clone(), below(&text, ORDINARY)] {
        let report = list(&text);
        // One each, and the second of Bảo Yên, which stands twice.
        assert_eq!(
            (counts(&report, "bao-yen"), counts(&report, "sa-pa")),
            ("2 2 2 2 2 -".into(), "1 1 1 1 1 -".into())
        );
        let said: Vec<String> =
            noticed(&report).into_iter().map(|notice| notice.split(" «").next().unwrap().to_owned()).collect();
        assert_eq!(said, ["dossier-repeated 1", "code-at-two-units 1"], "{text}");
    }
    // A code that names its unit is one dossier wherever it stands.
    let rows = [row("H38.20-230208-0001", "UBND huyện Bảo Yên"), row("H38.20-230208-0001", "UBND thị xã Sa Pa")];
    let report = list(&format!("{HEADER}{}", rows.concat()));
    assert_eq!((counts(&report, "bao-yen"), counts(&report, "sa-pa")), (String::new(), "1 1 1 1 1 -".into()));
    // Each unit's list in a file of its own.
    let file = |unit: &str| format!("{HEADER}{}", row("001", unit));
    let report = support::lists::read(&[("a.csv", file("UBND huyện Bảo Yên")), ("b.csv", file("UBND thị xã Sa Pa"))]);
    assert_eq!((counts(&report, "bao-yen"), counts(&report, "sa-pa")), ("1 1 1 1 1 -".into(), "1 1 1 1 1 -".into()));
}

#[test]
fn a_unit_that_stands_in_the_title_alone_is_that_of_the_list() {
    let header = HEADER.replace("Đơn vị;", "");
    let row = |number: u32, code: &str| format!("{number};{code}-230410-{number:04};10/04/2023;Đã trả kết quả;3;Có\n");
    let rows = [row(1, "H38.99"), row(2, "H38.99")].concat();
    for title in ["UBND HUYỆN BẢO YÊN", "Đơn vị: UBND huyện Bảo Yên", "UBND HUYỆN BẢO YÊN;;DANH SÁCH HỒ SƠ"]
    {
        let report = list(&format!("{title}\n{header}{rows}"));
        assert_eq!(counts(&report, "bao-yen"), "2 2 2 2 2 -", "{title}");
        let found = "UBND huyện Bảo Yên: 2 hồ sơ".to_lowercase();
        let [notice] = noticed(&report).try_into().unwrap();
        assert_eq!(notice.to_lowercase(), format!("unit-from-title 1 «{found}»"), "{title}");
    }
    // Two codes are two offices; one of the two names above, or the province's own office, is not theirs.
    let two = [row(1, "H38.98"), row(2, "H38.99")].concat();
    for (title, rows) in [
        ("UBND HUYỆN BẢO YÊN", &two),
        ("UBND HUYỆN BẢO YÊN\nUBND THỊ XÃ SA PA", &rows),
        ("VĂN PHÒNG UBND TỈNH", &rows),
        ("DANH SÁCH HỒ SƠ", &rows),
    ] {
        let report = list(&format!("{title}\n{header}{rows}"));
        assert_eq!(report["units"].as_array().map(Vec::len), Some(0), "{title}");
        let said: Vec<String> =
            noticed(&report).into_iter().map(|it| it.split(' ').next().unwrap().to_owned()).collect();
        assert_eq!(said, ["unit-code-unknown"], "{title}");
    }
}

#[test]
fn a_dossier_broken_over_two_lines_is_one() {
    let header = HEADER.replace("Đơn vị;", "Tên thủ tục hành chính;Đơn vị;");
    let ordinary = ORDINARY.replace(";UBND", ";Chứng thực;UBND");
    let rows = "1;H38.20-230410-0001;Cấp giấy\nphép xây dựng;UBND huyện Bảo Yên;10/04/2023;Đã trả kết quả;3;Có\n\
        2;H38.20-230410-0002;Chứng thực;UBND huyện Bảo Yên;10/04/2023;Đang xử lý;0;Không\n\
        3;H38.20-230410-0003;Chứng thực;UBND huyện Bảo Yên;10/04/2023;Đang xử lý\n\
        Tổng cộng: 3 hồ sơ\n";
    let text = format!("{header}{rows}");
    for (text, first) in [(text.clone(), 2), (below(&text, &ordinary), 27)] {
        let report = list(&text);
        // The third has too few cells and no rest: what they would say is not known.
        assert_eq!(counts(&report, "bao-yen"), "3 1 1 1 1 -", "{text}");
        let notices = noticed(&report);
        let found = "dossier-realigned 1 «H38.20-230410-0001 (ngắt thành hai dòng)»".to_owned();
        assert!(notices.contains(&found), "{notices:?}");
        assert_eq!(report["files"][0]["data_rows"], first + 1, "{text}");
    }
}
