//! Rows of a list whose cells stand one beside their own, and what may be a citizen's name because of it.

use crate::support::command::run;
use crate::support::command::temporary;
use crate::support::lists::counts;
use crate::support::lists::noticed;
use crate::support::lists::read;
use crate::support::portal::HEADER;
use crate::support::portal::case;
use crate::support::portal::dossier;
use crate::support::portal::with;

/// The cells of a dossier and the place of a header.
fn parts(row: &str, header: &str) -> (Vec<String>, usize) {
    let at = HEADER.split(';').position(|known| known == header).expect("one of the headers");
    (row.split(';').map(str::to_owned).collect(), at)
}

/// The row without one cell; what stood behind it has come one to the left.
fn without(row: &str, header: &str) -> String {
    let (mut cells, at) = parts(row, header);
    cells.remove(at);
    cells.join(";")
}

/// The row with a blank too many; its last cell has fallen off.
fn pushed(row: &str, header: &str) -> String {
    let (mut cells, at) = parts(row, header);
    cells.insert(at, String::new());
    cells.pop();
    cells.join(";")
}

fn open(number: u32) -> String {
    with(number, &[("Ngày trả kết quả", ""), ("Trạng thái", "Đang xử lý"), ("Kết quả điện tử", "Không")])
}

const REFUSED: &str = "dossier-misaligned 1 «H38.20-230410-0002»";

#[test]
fn a_row_pushed_to_the_right_is_refused_wherever_the_push_begins() {
    for header in [
        "Đơn vị",
        "Ngày tiếp nhận",
        "Ngày hẹn trả",
        "Ngày trả kết quả",
        "Trạng thái",
        "Hình thức nộp",
        "Số thành phần hồ sơ",
        "Số thành phần đã số hóa",
    ] {
        for row in [dossier(2), open(2)] {
            case(&[dossier(1), pushed(&row, header), dossier(3)], "2 2 2 2 2 0", &[REFUSED]);
        }
    }
}

#[test]
fn a_row_that_lacks_a_cell_is_put_right_or_refused() {
    let read_all = "dossier-realigned 1 «H38.20-230410-0002»";
    for (header, expected, notice) in [
        ("Hình thức nộp", "3 3 3 3 3 0", read_all),
        // Which day is missing, or which count, nobody knows; of a state nobody knows what it was.
        ("Ngày tiếp nhận", "2 2 2 2 2 0", REFUSED),
        ("Ngày hẹn trả", "2 2 2 2 2 0", REFUSED),
        ("Ngày trả kết quả", "2 2 2 2 2 0", REFUSED),
        ("Trạng thái", "2 2 2 2 2 0", REFUSED),
        ("Số thành phần hồ sơ", "2 2 2 2 2 0", REFUSED),
        ("Số thành phần đã số hóa", "2 2 2 2 2 0", REFUSED),
    ] {
        let short = without(&dossier(2), header);
        for row in [format!("{short};"), short] {
            case(&[dossier(1), row, dossier(3)], expected, &[notice]);
        }
    }
    // An exporter that leaves out the blank day of each open dossier.
    let rows = [dossier(1), without(&open(2), "Ngày trả kết quả"), without(&open(3), "Ngày trả kết quả")];
    case(&rows, "1 1 1 1 1 0", &["dossier-misaligned 2 «H38.20-230410-0002»"]);
}

#[test]
fn rows_that_stand_as_they_should_are_left_alone() {
    // Ways of writing that are rare in their column, blanks, words nobody knows.
    for (cells, expected, notices) in [
        (&[("Kết quả điện tử", "1")][..], "2 2 2 2 2 0", &[][..]),
        (&[("Kết quả điện tử", "2"), ("Ngày trả kết quả", "")], "2 2 2 2 2 0", &[]),
        (&[("Số thành phần đã số hóa", "Có"), ("Số thành phần hồ sơ", "")], "2 2 2 2 2 0", &[]),
        (&[("Trạng thái", "10"), ("Hình thức nộp", "")], "2 2 2 2 2 0", &[]),
        (&[("Hình thức nộp", "2"), ("Ngày hẹn trả", "")], "2 2 2 2 2 0", &[]),
        (&[("Hình thức nộp", "Zalo")], "2 2 2 2 2 0", &["channel-unknown 1 «Zalo»"]),
        (&[("Trạng thái", "Chờ ký số")], "1 1 1 1 1 0", &["status-unknown 1 «Chờ ký số»"]),
        (&[("Ngày trả kết quả", "Chưa xử lý xong"), ("Trạng thái", "Đang xử lý")], "2 2 1 1 2 0", &[]),
    ] {
        let said: Vec<String> = told(&[dossier(1), with(2, cells)], expected);
        let said: Vec<&String> = said.iter().filter(|notice| !notice.starts_with("end-day")).collect();
        assert_eq!(said, notices, "{cells:?}");
    }
    // A row that was cut behind its state says no more than that.
    let cut = dossier(2).rsplitn(6, ';').last().expect("cells").to_owned();
    let said = told(&[dossier(1), cut], "2 1 2 1 1 0");
    assert!(said.iter().all(|notice| !notice.starts_with("dossier-")), "{said:?}");
}

/// What is noticed of these rows, which count so.
#[track_caller]
fn told(rows: &[String], expected: &str) -> Vec<String> {
    let [report, below] = crate::support::portal::both(rows);
    assert_eq!((counts(&report, "bao-yen").as_str(), counts(&below, "bao-yen").as_str()), (expected, expected));
    assert_eq!(noticed(&report), noticed(&below));
    noticed(&report)
}

/// All that is told and kept of a list.
fn everything(name: &str, text: &str) -> String {
    let file = temporary(&format!("{name}.csv"), text.as_bytes());
    let (file, kept) = (file.to_str().unwrap(), temporary(&format!("{name}.json"), b""));
    let (_, inspected, _) = run(&["inspect", file]);
    let kept = kept.to_str().unwrap();
    let (_, plain, _) = run(&["report", file, "--save", kept]);
    let (_, json, _) = run(&["report", file, "--format", "json"]);
    inspected + &plain + &json + &std::fs::read_to_string(kept).unwrap()
}

#[test]
fn a_name_that_has_come_under_another_header_is_told_by_its_row_and_never_shown() {
    let columns = [
        ("Ngày tiếp nhận", "10/04/2023"),
        ("Đơn vị", "UBND huyện Bảo Yên"),
        ("Số hóa TPHS", "Có"),
        ("Kết quả điện tử", "Có"),
        ("Hình thức nộp", "Trực tuyến"),
        ("Trạng thái", "Đã trả kết quả"),
    ];
    for missing in 0..columns.len() {
        // The column that will lack its cell stands last but one.
        let mut order: Vec<_> = columns.to_vec();
        let last = order.remove(missing);
        order.push(last);
        let line = |take: fn(&(&'static str, &'static str)) -> &'static str, number: usize| {
            order.iter().take(number).map(take).collect::<Vec<_>>().join(";")
        };
        let row = |number: u32, name: &str| format!("H38.20-230410-{number:04};{};{name}\n", line(|it| it.1, 6));
        let header = format!("Mã hồ sơ;{};Chủ hồ sơ\n", line(|it| it.0, 6));
        let lacking = format!("H38.20-230410-0003;{};Vàng Thị Mẩy", line(|it| it.1, 5));
        for end in ["\n", ";\n"] {
            let rows = [row(1, "Giàng Seo Pao"), row(2, "Lùng A Dín"), lacking.clone() + end, row(4, "Lùng A Dín")];
            let text = format!("{header}{}", rows.concat());
            let all = everything(&format!("ten-{missing}-{}", end.len()), &text);
            for name in ["Mẩy", "Seo Pao", "A Dín"] {
                assert!(!all.contains(name), "{text}{all}");
            }
            let said = noticed(&read(&[("a.csv", text.clone())]));
            assert!(!said.is_empty(), "{text}");
        }
    }
}

#[test]
fn headers_of_units_and_persons_that_are_swapped_are_told_and_read() {
    let row = |number: u32, name: &str| {
        format!("H38.20-230410-{number:04};10/04/2023;Đã trả kết quả;UBND huyện Bảo Yên;{name}\n")
    };
    let rows = [row(1, "Giàng Seo Pao"), row(2, "Vàng Thị Mẩy"), row(3, "Giàng Seo Pao")].concat();
    let text = format!("Mã hồ sơ;Ngày tiếp nhận;Trạng thái;Chủ hồ sơ;Đơn vị\n{rows}");
    let report = read(&[("a.csv", text.clone())]);
    assert_eq!(counts(&report, "bao-yen"), "3 - 3 - - -");
    assert_eq!(noticed(&report), ["dossier-realigned 1 «đơn vị đứng dưới «Chủ hồ sơ» (cột 4)»"]);
    let all = everything("doi-cho", &text);
    assert!(!all.contains("Seo Pao") && !all.contains("Mẩy"), "{all}");
}

#[test]
fn a_unit_that_nobody_knows_is_shown_where_it_stands_in_several_rows_or_is_called_an_office() {
    let list = |units: &[&str]| {
        let row = |(number, unit): (u32, &&str)| with(number, &[("Đơn vị", unit)]) + "\n";
        read(&[("a.csv", format!("{HEADER}\n{}", (1..).zip(units).map(row).collect::<String>()))])
    };
    let names = |report: &serde_json::Value| -> Vec<String> {
        let rows = report["unmatched"].as_array().unwrap();
        rows.iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
    };
    let report =
        list(&["Than Uyên", "Than Uyên", "UBND huyện Bảo Yên", "Than Uyên", "Hội Nông dân Việt", "Trung tâm Lạ"]);
    assert_eq!(names(&report), ["Than Uyên", "Trung tâm Lạ"]);
    assert!(noticed(&report).contains(&"dossier-misaligned 1 «(không ghi ra: có thể là tên người)»".to_owned()));
    let report = list(&["UBND huyện Bảo Yên", "Vàng Thị Mẩy", "Vàng Thị Mẩy"]);
    assert_eq!((names(&report).len(), counts(&report, "bao-yen").as_str()), (0, "1 1 1 1 1 0"));
    assert_eq!(noticed(&report), ["dossier-misaligned 2 «(không ghi ra: có thể là tên người)»"]);
}
