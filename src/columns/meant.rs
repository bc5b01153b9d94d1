//! Tables as offices make them, and what each of their columns must be taken for: `?` before a meaning that an officer is
//! asked about, `-` for a column that means nothing.

use super::ColumnChoices;
use super::found::Found;
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

#[test]
fn the_letters_own_items_are_columns_below_the_groups_name_and_with_their_numbers() {
    let items = [
        "Tỷ lệ hồ sơ cấp kết quả điện tử",
        "Tỷ lệ hồ sơ TTHC số hóa hồ sơ, kết quả giải quyết TTHC",
        "Số liệu cung cấp dịch vụ chứng thực điện tử bản sao từ bản chính",
        "Tỷ lệ chung nhóm số hóa hồ sơ",
    ];
    let cells = ["60,1%|70,2%|366|72,3%", "61,1%|71,2%|1.343|68,9%"];
    let expected = "unit component_a_rate component_b_rate certified_copies group_percent";
    let below = format!("|{}", items.join("|"));
    units(&["Đơn vị|Nhóm chỉ số số hóa hồ sơ|||", &below], cells, expected);
    let [first, second, third, whole] = items;
    units(&[&format!("Đơn vị|(1) {first}|(2) {second}|(3) {third}|{whole}")], cells, expected);
}

#[test]
fn rates_below_the_groups_weight_are_rates() {
    units(
        &[
            "Đơn vị|Nhóm chỉ số Số hóa hồ sơ (22 điểm)||",
            "|Tỷ lệ hồ sơ cấp kết quả điện tử (%)|Tỷ lệ khai thác, sử dụng lại (%)|Tỷ lệ chung (%)",
        ],
        ["60,1|1,5|72,3", "5,1|0,5|68,9"],
        "unit component_a_rate component_d_rate group_percent",
    );
}

#[test]
fn a_total_of_22_points_is_the_groups() {
    let title = "ĐIỂM NHÓM SỐ HÓA HỒ SƠ";
    units(&[title, "Đơn vị|Tổng điểm (22 điểm)"], ["15,91", "10,16"], "unit group_points");
    units(&["Đơn vị|Tổng điểm / 22"], ["15,91", "10,16"], "unit group_points");
    units(
        &["Đơn vị|Điểm số hóa hồ sơ|Tổng điểm (100 điểm)"],
        ["15,91|80", "10,16|70"],
        "unit group_points total_points",
    );
    // Of which total, nothing says.
    units(&[title, "Đơn vị|Tổng điểm"], ["15,91", "10,16"], "unit ?group_points");
    units(&["Đơn vị|Tổng điểm"], ["71,91", "60,16"], "unit total_points");
}

#[test]
fn the_points_of_the_groups_stand_below_their_common_name() {
    units(
        &["Đơn vị|Điểm thành phần|||Tổng điểm", "|Công khai, minh bạch|Tiến độ giải quyết|Số hóa hồ sơ|"],
        ["12|15|15,91|42,91", "12|15|10,16|37,16"],
        "unit other_points progress_points group_points total_points",
    );
}

#[test]
fn a_total_to_which_the_components_add_up_is_the_groups() {
    units(
        &["Đơn vị|Điểm thành phần||", "|Tỷ lệ hồ sơ cấp kết quả điện tử|Tỷ lệ khai thác, sử dụng lại|Tổng điểm"],
        ["5,1|1,5|6,6", "4,1|1,2|5,3"],
        "unit component_a_points component_d_points group_points",
    );
}

#[test]
fn the_three_levels_of_digitised_dossiers_are_counts() {
    units(
        &["Đơn vị|Số hóa hồ sơ|||", "|Tiếp nhận||Kết quả giải quyết|", "|Tổng số|Đã số hóa|Tổng số|Đã số hóa"],
        ["1001|701|900|601", "2002|1702|1900|1602"],
        "unit received received_digitised completed completed_e_result",
    );
    units(
        &["Đơn vị|Số hóa hồ sơ khi tiếp nhận||Số hóa kết quả|", "|Tổng số|Đã số hóa|Tổng số|Đã số hóa"],
        ["1001|701|900|601", "2002|1702|1900|1602"],
        "unit received received_digitised completed completed_e_result",
    );
}

#[test]
fn a_parent_that_narrows_is_no_count_of_all() {
    for parent in ["Hồ sơ trực tuyến", "Hồ sơ liên thông", "Lĩnh vực đất đai", "Hồ sơ đúng hạn"]
    {
        let above = format!("Đơn vị|Tổng số tiếp nhận|{parent}||Số HS số hóa kết quả");
        units(
            &[&above, "||Tiếp nhận|Đã giải quyết|"],
            ["1000|400|390|380", "2000|900|890|880"],
            "unit received - - completed_e_result",
        );
    }
    // What these parents count only an officer can say.
    for parent in ["Khu công nghiệp", "Bộ phận một cửa cấp xã"] {
        let above = format!("Đơn vị|{parent}||Số HS số hóa kết quả");
        units(
            &[&above, "|Tiếp nhận|Đã giải quyết|"],
            ["400|390|380", "900|890|880"],
            "unit ?received ?completed completed_e_result",
        );
    }
    units(
        &["Đơn vị|Tình hình giải quyết hồ sơ TTHC||Số HS số hóa kết quả", "|Tiếp nhận|Đã giải quyết|"],
        ["400|390|380", "900|890|880"],
        "unit received completed completed_e_result",
    );
}

#[test]
fn dossiers_below_what_is_counted_are_its_count() {
    for of in ["Số hồ sơ", "SL", "Hồ sơ"] {
        units(
            &["Đơn vị|Tiếp nhận|Số hóa TPHS||Đã giải quyết|Số hóa kết quả|", &format!("||{of}|Tỷ lệ||{of}|Tỷ lệ")],
            ["1000|700|70%|900|600|66,67%", "2000|1700|85%|1900|1600|84,21%"],
            "unit received received_digitised received_rate completed completed_e_result completed_rate",
        );
    }
}

#[test]
fn the_result_of_digitising_is_asked_about() {
    units(&["Đơn vị|Kết quả số hóa|", "|Tỷ lệ (%)|Ghi chú"], ["72,3|", "48,9|"], "unit ?group_percent -");
    units(&["Đơn vị|Kết quả số hóa (%)"], ["72,3", "48,9"], "unit ?group_percent");
    units(
        &["Đơn vị|Kết quả số hóa||", "|Tổng số|Đã số hóa|Tỷ lệ (%)"],
        ["90|60|66,67", "80|20|25"],
        "unit completed completed_e_result completed_rate",
    );
}

#[test]
fn the_groups_rate_beside_results_is_not_theirs() {
    units(
        &["Đơn vị|Số hóa hồ sơ|||", "|Tiếp nhận|Tỷ lệ|Giải quyết|Số hóa KQ"],
        ["366|81,97|200|100", "1.343|74,46|600|500"],
        "unit received group_percent completed completed_e_result",
    );
    units(
        &["Đơn vị|Số hóa hồ sơ||||", "|Tiếp nhận|Đã số hóa|Tỷ lệ|Giải quyết|Số hóa KQ"],
        ["366|300|81,97|200|100", "1.343|1.000|74,46|600|500"],
        "unit received ?received_digitised ?group_percent completed completed_e_result",
    );
}

#[test]
fn an_electronic_copy_of_the_result_is_an_electronic_result() {
    units(
        &["Đơn vị|Đã giải quyết|Số hồ sơ có kết quả bản điện tử"],
        ["900|600", "1900|1600"],
        "unit completed completed_e_result",
    );
    units(
        &["Đơn vị|Tỷ lệ cấp kết quả bản điện tử|Tỷ lệ nhóm số hóa hồ sơ"],
        ["90%|60%", "80%|70%"],
        "unit component_a_rate group_percent",
    );
}

#[test]
fn a_column_of_known_units_is_the_units_whatever_stands_above() {
    for header in
        ["Tên ĐV", "ĐV", "Địa bàn", "UBND", "Quận/Huyện", "Đơn vị được đánh giá", "Tênđơn vị", "Trung tâm PVHCC", "Màu"]
    {
        let header = format!("{header}|Tỷ lệ số hóa hồ sơ (%)|Chứng thực điện tử đã hoàn thành");
        units(&[&header], ["72,3%|366", "58%|1.343"], "unit group_percent certified_copies");
    }
    // Words suffice where the names are not known.
    let lines = ["Đơn vị hành chính mới|Tỷ lệ số hóa hồ sơ (%)", "Xã A|72,3%", "Xã B|58%"];
    case(&lines, "unit group_percent");
    // What is known to be something else is no name.
    units(
        &["Đơn vị|Địa bàn|Tỷ lệ số hóa hồ sơ (%)"],
        ["huyện Bảo Yên|72,3%", "huyện Bắc Hà|68%"],
        "unit - group_percent",
    );
}

const DOSSIERS: [&str; 2] = ["H38.11-230410-0001", "H38.12-230410-0002"];

#[test]
fn a_list_knows_whose_its_dossiers_are() {
    for header in [
        "Nơi tiếp nhận",
        "Đơn vị tiếp nhận hồ sơ",
        "Cơ quan tiếp nhận hồ sơ",
        "Cơ quan có thẩm quyền",
        "Đơn vị quản lý",
        "Bộ phận",
    ] {
        let header = format!("Mã hồ sơ|{header}|Ngày tiếp nhận|Trạng thái");
        let row = |at: usize, unit: &str| format!("{}|{unit}|10/04/2023|Đã trả kết quả", DOSSIERS[at]);
        let (first, second) = (row(0, "UBND huyện Bảo Yên"), row(1, "UBND huyện Bắc Hà"));
        case(&[&header, &first, &second], "dossier_code unit received_at status");
    }
    // Where somebody lives is no office.
    let lines = ["Mã hồ sơ|Nơi ở|Ngày tiếp nhận", "H38.11-230410-0001|huyện Bảo Yên|10/04/2023"];
    case(&lines, "dossier_code - received_at");
}

#[test]
fn digitised_is_told_by_its_parent() {
    let lines = [
        "Mã hồ sơ|Đơn vị|Ngày tiếp nhận|Thành phần hồ sơ||Kết quả giải quyết|",
        "|||Tổng số|Đã số hóa|Ngày có kết quả|Đã số hóa",
        "H38.11-230410-0001|UBND huyện Bảo Yên|10/04/2023|3|Không|12/04/2023|Có",
    ];
    case(&lines, "dossier_code unit received_at papers papers_digitised done_at e_result");
    let lines = [
        "Mã hồ sơ|Đơn vị|Tiếp nhận||Trả kết quả||Trạng thái",
        "||Ngày|Số hóa|Ngày|Số hóa|",
        "H38.11-230410-0001|UBND huyện Bảo Yên|10/04/2023|Có|12/04/2023|Không|Đã trả kết quả",
    ];
    case(&lines, "dossier_code unit received_at papers_digitised returned_at e_result status");
    let lines = [
        "Mã hồ sơ|Đơn vị|Số hóa hồ sơ TTHC khi tiếp nhận||Số hóa kết quả giải quyết||Ngày tiếp nhận",
        "||Chưa số hóa TPHS|Có số hóa TPHS|Chưa số hóa|Đã số hóa|",
        "H38.11-230410-0001|UBND huyện Bảo Yên||x||x|10/04/2023",
    ];
    case(&lines, "dossier_code unit - papers_digitised - e_result received_at");
    let lines = [
        "Mã hồ sơ|Đơn vị|Ngày tiếp nhận|Kết quả giải quyết|",
        "|||Bản giấy|Bản điện tử",
        "H38.11-230410-0001|UBND huyện Bảo Yên|10/04/2023|Có|Có",
    ];
    case(&lines, "dossier_code unit received_at - e_result");
}

#[test]
fn unknown_words_beside_a_figures_name_are_asked_about() {
    for (name, expected) in [
        ("Tỷ lệ số hóa hồ sơ bình quân", "?group_percent"),
        ("Tỷ lệ số hóa hồ sơ đúng hạn (%)", "?group_percent"),
        ("Tỷ lệ số hóa hồ sơ theo yêu cầu", "?group_percent"),
        ("Tỷ lệ số hóa hồ sơ giảm", "?group_percent"),
        ("Tỷ lệ % tổng chung nhóm số hóa hồ sơ:float", "?group_percent"),
        ("t.ty_le_tong_chung_nhom_so_hoa_ho_so", "group_percent"),
        ("Tỷ lệ số hóa hồ sơ trên Cổng DVC quốc gia", "group_percent"),
        ("node Tỷ lệ số hóa hồ sơ", "group_percent"),
        ("Tỷ lệ số hóa hồ sơ theo QĐ số 766/QĐ-TTg (cập nhật đến hết tháng 5/2023)", "group_percent"),
    ] {
        units(&[&format!("Đơn vị|{name}")], ["72,3%", "48,1%"], &format!("unit {expected}"));
    }
    for (name, expected) in [
        ("Chứng thực điện tử đăng ký", "?certified_copies"),
        ("Chứng thực điện tử toàn huyện", "?certified_copies"),
        ("Chứng thực điện tử (lượt)", "certified_copies"),
        ("KQ chứng thực bản sao điện tử theo NĐ 45/2020/NĐ-CP", "certified_copies"),
    ] {
        units(&[&format!("Đơn vị|{name}")], ["366", "426"], &format!("unit {expected}"));
    }
}

#[test]
fn what_is_aimed_at_is_not_what_was_reached() {
    let cells = ["80%|72,3%", "80%|48,1%"];
    units(&["Đơn vị|Tỷ lệ số hóa hồ sơ|", "|Tối thiểu|Đạt được"], cells, "unit - group_percent");
    units(&["Đơn vị|Tỷ lệ số hóa hồ sơ tối thiểu|Tỷ lệ đạt được"], cells, "unit - ?group_percent");
    units(&["Đơn vị|Chỉ tiêu tỷ lệ số hóa hồ sơ|Kết quả đạt được"], cells, "unit - ?group_percent");
}
