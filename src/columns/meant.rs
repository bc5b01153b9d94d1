//! Tables as offices make them, and what each of their columns must be taken for: `?` before a meaning that an officer is
//! asked about, `-` for a column that means nothing.

use super::ColumnChoices;
use super::recognise::Found;
use super::recognise::recognise;
use crate::intake::Row;

fn is_unit(name: &str) -> bool {
    ["huyện ", "Bảo ", "Bắc "].iter().any(|words| name.contains(words))
}

#[track_caller]
fn case(lines: &[&str], expected: &str) {
    let row = |(number, line): (u32, &&str)| Row { number, cells: line.split('|').map(str::to_owned).collect() };
    let rows: Vec<Row> = (1..).zip(lines).map(row).collect();
    let choices = ColumnChoices::default();
    let found = Found::find(&rows, &choices, &is_unit, None).expect("a header");
    let map = recognise(&rows, &[], found, &choices, &is_unit).expect("a table");
    let asked = |at: usize| map.unsure.iter().find(|unsure| unsure.candidates.contains(&at)).map(|unsure| unsure.field);
    let word = |at: usize| match (map.meaning(at), asked(at)) {
        (Some(field), _) => field.code().to_owned(),
        (None, Some(field)) => format!("?{}", field.code()),
        (None, None) => "-".to_owned(),
    };
    let words: Vec<String> = (0..map.headers.len()).map(word).collect();
    assert_eq!(words.join(" "), expected);
}

/// A row of Bảo Yên and one of Bắc Hà with these cells.
#[track_caller]
fn units(header: &[&str], cells: [&str; 2], expected: &str) {
    let rows = [format!("UBND huyện Bảo Yên|{}", cells[0]), format!("UBND huyện Bắc Hà|{}", cells[1])];
    let lines: Vec<&str> = header.iter().copied().chain(rows.iter().map(String::as_str)).collect();
    case(&lines, expected);
}

#[test]
fn copies_on_paper_are_not_taken_for_the_electronic_ones() {
    let cells = ["9.366|366", "10.343|1.343"];
    let parent = "Đơn vị|Chứng thực bản sao từ bản chính|";
    units(&[parent, "|Tổng số|Trong đó: bản sao điện tử"], cells, "unit - certified_copies");
    units(&[parent, "|Bản giấy|Bản điện tử"], cells, "unit - certified_copies");
    units(&["Đơn vị|Chứng thực bản sao từ bản chính|Trong đó: bản sao điện tử"], cells, "unit - certified_copies");
    let results = "Đơn vị|Kết quả chứng thực|";
    units(&[results, "|Tổng số|Trong đó: Chứng thực điện tử"], cells, "unit - certified_copies");
    units(&["Đơn vị|Số hồ sơ chứng thực|Số hồ sơ chứng thực điện tử"], cells, "unit - certified_copies");
    // Nothing says whether they are electronic.
    units(
        &["Đơn vị|Hồ sơ chứng thực||Số HS số hóa TPHS", "|Tiếp nhận|Đã giải quyết|"],
        ["9.400|9.366|200", "10.400|10.343|300"],
        "unit - ?certified_copies received_digitised",
    );
    units(
        &["Đơn vị|Kỳ trước|Kỳ này|", "|Chứng thực điện tử|Tỷ lệ số hóa hồ sơ|Chứng thực điện tử"],
        ["300|72,3%|366", "900|68,9%|1.343"],
        "unit - group_percent certified_copies",
    );
    // The title says so.
    let title = "KẾT QUẢ CHỨNG THỰC BẢN SAO ĐIỆN TỬ";
    units(&[title, "Đơn vị|Chứng thực|", "|Tiếp nhận|Hoàn thành"], cells, "unit - certified_copies");
}

#[test]
fn copies_are_known_by_every_word_of_the_end() {
    let cells = ["400|366|72,3", "1400|1343|68,9"];
    for (done, expected) in [
        ("Số hồ sơ đã xử lý xong", "certified_copies"),
        ("Đã xử lý", "certified_copies"),
        ("Đã trả kết quả", "?certified_copies"),
    ] {
        let below = format!("|Số hồ sơ tiếp nhận|{done}|");
        let expected = format!("unit - {expected} group_percent");
        units(&["Đơn vị|Chứng thực bản sao điện tử||Tỷ lệ số hóa hồ sơ (%)", &below], cells, &expected);
    }
}

#[test]
fn of_months_below_the_name_of_copies_an_officer_chooses() {
    for months in ["T5|T6", "5/2023|6/2023"] {
        units(
            &["Đơn vị|Chứng thực điện tử||Tỷ lệ số hóa hồ sơ (%)", &format!("|{months}|")],
            ["200|366|72,3", "900|1343|68,9"],
            "unit ?certified_copies ?certified_copies group_percent",
        );
    }
}

#[test]
fn a_title_of_copies_says_what_is_counted_and_not_what_was_completed() {
    let title = "CHỨNG THỰC BẢN SAO ĐIỆN TỬ";
    units(&[title, "Đơn vị|Số hồ sơ|Số bản sao"], ["366|400", "1343|2000"], "unit ?certified_copies -");
    units(
        &[title, "Đơn vị|Chỉ tiêu giao|Kết quả thực hiện|Tỷ lệ (%)"],
        ["2000|366|18,3", "2000|1343|67,2"],
        "unit - ?certified_copies -",
    );
}
