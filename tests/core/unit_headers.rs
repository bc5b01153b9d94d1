//! The headers of tables with a row for each unit: what they are taken for where words are near each other and mean
//! something else.

use std::fmt::Write as _;

use crate::support::books;
use crate::support::lines::bao_yen;
use crate::support::lines::columns;
use crate::support::lines::components;
use crate::support::lines::notices;
use crate::support::tables::case;
use crate::support::tables::read;

#[test]
fn under_the_codes_of_the_portal_stand_points_or_rates() {
    let header = "Đơn vị;ORIGINAL_RESULT_AVAILABLE;SO_HOA_GIAY_TO_GIAI_QUYET;ELECTRONIC_CERTIFIED_COPY;\
        REUSED_DIGITIZED_DATA;SYNCED_WITH_DVCQG_PERSONAL_STORAGE;CITIZEN_DATA_CONNECTED_DOSSIER;\
        CITIZEN_DATA_CONNECTED_FORMALITY";
    // 4,51 + 0,97 + 0,75 + 0 + 0,96 + 0,49 + 2 = 9,68 of 22
    case(&[header, "UBND huyện Bảo Yên;4,51;0,97;0,75;0;0,96;0,49;2"], "44 - - - - - - -");
    let two = |rows: &[&str]| components(&read("a.csv", rows.join("\n") + "\n"));
    // 75,2 % of 6 points are 4,512, 24,3 % of 4 are 0,972
    assert_eq!(
        two(&["Đơn vị;ORIGINAL_RESULT_AVAILABLE;SO_HOA_GIAY_TO_GIAI_QUYET", "UBND huyện Bảo Yên;75,2;24,3"]),
        ["bao-yen A -/- 75.2 4.51, B -/- 24.3 0.97"]
    );
    // A low rate among rates is one: 2,04 % of 4 points are 0,08.
    assert_eq!(
        two(&["Đơn vị;ORIGINAL_RESULT_AVAILABLE;SYNCED_WITH_DVCQG_PERSONAL_STORAGE", "UBND huyện Bảo Yên;75,2;2,04"]),
        ["bao-yen A -/- 75.2 4.51, E -/- 2.04 0.08"]
    );
    assert_eq!(
        two(&[
            "TEN,ORIGINAL_RESULT_AVAILABLE_numerator,ORIGINAL_RESULT_AVAILABLE_denominator,ORIGINAL_RESULT_AVAILABLE_score",
            "UBND huyện Bảo Yên,752,1000,4.51"
        ]),
        ["bao-yen A 752/1000 75.2 4.51"]
    );
}

#[test]
fn a_list_of_points_below_their_common_parent_is_an_index() {
    let parents = "STT;Đơn vị;Điểm các nhóm chỉ số;;;;;;Tổng điểm";
    let children = ";;Công khai, minh bạch;Tiến độ giải quyết;Dịch vụ công trực tuyến;Thanh toán trực tuyến;Mức độ hài lòng;Số hóa hồ sơ;";
    // 15,91 of 22 are 72,32 %; 10,58 are 48,09 %.
    let rows = ["1;UBND huyện Bảo Yên;15;18;8;5;17,5;15,91;79,41", "2;UBND huyện Bắc Hà;15;18;8;5;17,5;10,58;74,08"];
    case(&[parents, children, rows[0], rows[1]], "72.32 - - - - - - -");
}

#[test]
fn the_groups_bare_name_is_read_where_its_cells_leave_no_doubt() {
    for (cells, percent) in [
        (["12,7/22", "10,58/22"], "57.73"), // 12,7 of 22
        (["15,91 điểm", "10,58 điểm"], "72.32"),
        (["72,3", "48,1"], "72.3"), // nobody has more than 22 points
    ] {
        let rows = [format!("1;UBND huyện Bảo Yên;{}", cells[0]), format!("2;UBND huyện Bắc Hà;{}", cells[1])];
        case(&["STT;Đơn vị;Số hóa hồ sơ", &rows[0], &rows[1]], &format!("{percent} - - - - - - -"));
    }
    // Points or percentages, and perhaps counts: only an officer can say.
    for cells in [["12,7", "10,58"], ["45", "60"], ["366", "426"]] {
        let rows = [format!("1;UBND huyện Bảo Yên;{}", cells[0]), format!("2;UBND huyện Bắc Hà;{}", cells[1])];
        case(&["STT;Đơn vị;Số hóa hồ sơ", &rows[0], &rows[1]], "- - - - - - - -");
    }
}

#[test]
fn the_groups_of_the_index_may_stand_below_a_parent_and_be_shortened() {
    for (parent, children) in [
        ("Điểm các nhóm chỉ số", "CKMB;Tiến độ;DVCTT;TTTT;Hài lòng;Số hóa"),
        ("Nhóm chỉ số", "CKMB;TDGQ;CLGQ;TTTT;MDHL;MDSH"),
        ("Kết quả đánh giá", "Công khai;Tiến độ;DVC trực tuyến;Thanh toán;Hài lòng;Số hóa"),
        (
            "Các nhóm chỉ số thành phần",
            "Công khai, minh bạch;Tiến độ giải quyết;Dịch vụ công trực tuyến;Thanh toán trực tuyến;Mức độ hài lòng;Số hóa hồ sơ",
        ),
    ] {
        let header = format!("STT;Đơn vị;{parent};;;;;;Tổng điểm");
        let below = format!(";;{children};");
        // 17,2 + 19 + 9,5 + 8 + 17,5 + 11 = 82,2; 11 of 22 are 50 %
        let rows = [
            "1;UBND huyện Bảo Yên;17,20;19,00;9,50;8,00;17,50;11,00;82,20",
            "2;UBND huyện Bảo Thắng;17,20;19,00;9,50;8,00;17,50;12,00;83,20",
        ];
        case(&[&header, &below, rows[0], rows[1]], "50 - - - - - - -");
    }
}

#[test]
fn copies_are_counted_by_their_own_column_and_dossiers_by_theirs() {
    for header in ["Số liệu chứng thực điện tử", "Số liệu cung cấp dịch vụ chứng thực điện tử bản sao từ bản chính"]
    {
        let header = format!("STT;Đơn vị;Tiếp nhận;Đã giải quyết;{header}");
        case(&[&header, "1;UBND huyện Bảo Yên;1000;900;366"], "- 366 1000 - 900 - - -");
    }
    let percent = "STT;Đơn vị;Tiếp nhận;Đã giải quyết;Tỷ lệ chứng thực điện tử";
    case(&[percent, "1;UBND huyện Bảo Yên;1000;900;50%"], "- - 1000 - 900 - - -");
    let title = "THỐNG KÊ HỒ SƠ TTHC VÀ CHỨNG THỰC ĐIỆN TỬ";
    case(&[title, "STT;Đơn vị;Tiếp nhận;Đã giải quyết", "1;UBND huyện Bảo Yên;1000;900"], "- - 1000 - 900 - - -");
    let rows = [
        "STT;Đơn vị;Số hóa;;Chứng thực điện tử;",
        ";;Tiếp nhận;Hoàn thành;Tiếp nhận;Hoàn thành",
        "1;UBND huyện Bảo Yên;1000;900;400;366",
    ];
    case(&rows, "- 366 1000 - 900 - - -");
    // For short the electronic ones are “Chứng thực”; copies may be on paper, and an officer is asked.
    for (name, copies) in [
        ("Chứng thực", "366"),
        ("Chứng thực bản sao ĐT", "366"),
        ("Chứng thực bản sao", "-"),
        ("Chứng thực bản sao từ bản chính", "-"),
    ] {
        let parent = format!("STT;Đơn vị;Số hóa;;{name};");
        let rows = [&*parent, ";;Tiếp nhận;Hoàn thành;Tiếp nhận;Hoàn thành", "1;UBND huyện Bảo Yên;1000;900;400;366"];
        case(&rows, &format!("- {copies} 1000 - 900 - - -"));
    }
    case(&["Đơn vị;Số lượng chứng thực bản sao", "UBND huyện Bảo Yên;366"], "- 366 - - - - - -");
    let rows =
        ["STT;Đơn vị;Nội dung;;", ";;Tiếp nhận;Đã giải quyết;Chứng thực điện tử", "1;UBND huyện Bảo Yên;1000;900;366"];
    case(&rows, "- 366 1000 - 900 - - -");
    case(&["Đơn vị;Chứng thực điện tử;Chứng thực bản sao giấy", "UBND huyện Bảo Yên;366;4000"], "- 366 - - - - - -");
    case(
        &["Đơn vị;Chứng thực điện tử;Số hồ sơ chứng thực điện tử chưa xử lý", "UBND huyện Bảo Yên;366;12"],
        "- 366 - - - - - -",
    );
}

#[test]
fn a_second_row_that_says_how_copies_are_counted_leaves_them_copies() {
    for measure in ["hồ sơ", "(hồ sơ)", "Số hồ sơ", "Số lượng", "SL", "Tổng số"] {
        let below = format!(";;%;{measure}");
        case(
            &["STT;Đơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử", &below, "1;UBND huyện Bảo Yên;72,3%;1.366"],
            "72.3 1366 - - - - - -",
        );
    }
    // Where what was completed is said as well, that counts.
    let rows = ["Đơn vị;Chứng thực điện tử;", ";Tổng số;Đã hoàn thành", "UBND huyện Bảo Yên;400;366"];
    case(&rows, "- 366 - - - - - -");
}

#[test]
fn what_is_not_digitised_is_never_taken_for_what_is() {
    let rows = ["STT;Đơn vị;Tỷ lệ số hóa hồ sơ;Tỷ lệ hồ sơ chưa số hóa", "1;UBND huyện Bảo Yên;72,3%;27,7%"];
    case(&rows, "72.3 - - - - - - -");
    let rows = ["STT;Đơn vị;Tỷ lệ chưa số hóa hồ sơ;Chứng thực điện tử", "1;UBND huyện Bảo Yên;27,7%;366"];
    case(&rows, "- 366 - - - - - -");
    for header in ["Tỷ lệ số hóa đầu vào;Tỷ lệ số hóa đầu ra", "Tỷ lệ số hóa hồ sơ đầu vào;Tỷ lệ số hóa hồ sơ đầu ra"]
    {
        let header = format!("STT;Đơn vị;{header};Chứng thực điện tử");
        case(&[&header, "1;UBND huyện Bảo Yên;72,3%;27,7%;366"], "- 366 - - - - - -");
    }
}

/// A workbook whose header stands over two rows, what has no children merged downwards.
fn merged(parents: &str, children: &str, row: &str) -> Vec<u8> {
    let (mut merges, mut rows) = (String::new(), String::new());
    let column = |at: usize| char::from(b'A' + u8::try_from(at).unwrap());
    let upper: Vec<&str> = parents.split(';').collect();
    let lower: Vec<&str> = children.split(';').collect();
    for at in 0..upper.len() {
        let wide = (at + 1..upper.len()).take_while(|next| upper[*next].is_empty() && !lower[*next].is_empty()).count();
        if lower[at].is_empty() {
            write!(merges, "<mergeCell ref=\"{0}1:{0}2\"/>", column(at)).unwrap();
        } else if !upper[at].is_empty() && wide > 0 {
            write!(merges, "<mergeCell ref=\"{}1:{}1\"/>", column(at), column(at + wide)).unwrap();
        }
    }
    for (number, cells) in (1..).zip([parents, children, row]) {
        let cell = |(at, text): (usize, &str)| match text.parse::<f64>() {
            Ok(_) => format!("<c r=\"{}{number}\"><v>{text}</v></c>", column(at)),
            Err(_) if text.is_empty() => String::new(),
            Err(_) => format!("<c r=\"{}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>", column(at)),
        };
        let cells: String = cells.split(';').enumerate().map(cell).collect();
        write!(rows, "<row r=\"{number}\">{cells}</row>").unwrap();
    }
    books::xlsx_of(&rows, &format!("<mergeCells>{merges}</mergeCells>"), "")
}

#[test]
fn parents_count_as_much_in_a_workbook_as_in_a_text() {
    for (parents, children, row, expected) in [
        // A target is no result.
        (
            "STT;Đơn vị;Mục tiêu (năm);;Kết quả;",
            ";;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử",
            "1;UBND huyện Bảo Yên;80;1000;72.3;366",
            "72.3 366 - - - - - -",
        ),
        (
            "STT;Đơn vị;Kỳ trước;;Kỳ này;",
            ";;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử",
            "1;UBND huyện Bảo Yên;70;300;72.3;366",
            "72.3 366 - - - - - -",
        ),
        (
            "STT;Đơn vị;Nhóm số hóa hồ sơ;;Chứng thực điện tử;",
            ";;Điểm;Tỷ lệ;Tiếp nhận;Hoàn thành",
            "1;UBND huyện Bảo Yên;15.91;72.3;400;366",
            "72.3 366 - - - - - -",
        ),
        (
            "STT;Đơn vị;Kết quả;;Ghi chú",
            ";;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử;",
            "1;UBND huyện Bảo Yên;72.3;366;",
            "72.3 366 - - - - - -",
        ),
        (
            "STT;Đơn vị;Bộ chỉ số 766;;;",
            ";;Số hóa hồ sơ (điểm);Số hóa hồ sơ (%);Chứng thực điện tử;Xếp hạng",
            "1;UBND huyện Bảo Yên;15.91;72.3;366;1",
            "72.3 366 - - - - - -",
        ),
    ] {
        case(&[parents, children, row], expected);
        let report = read("a.xlsx", merged(parents, children, row));
        assert_eq!(bao_yen(&report), expected, "{parents}\n{children}\n{:#?}", columns(&report));
    }
}

#[test]
fn a_header_over_two_columns_names_the_one_that_holds_what_it_says() {
    let header = "STT;Đơn vị;Tỷ lệ % tổng chung nhóm số hóa hồ sơ;;Chứng thực điện tử";
    case(&[header, "1;UBND huyện Bảo Yên;;72,3%;366", "2;UBND huyện Bắc Hà;;48,1%;426"], "72.3 366 - - - - - -");
    let header = "Đơn vị;;Tỷ lệ % tổng chung nhóm số hóa hồ sơ;Chứng thực điện tử";
    case(&[header, "1;UBND huyện Bảo Yên;72,3%;366", "2;UBND huyện Bắc Hà;48,1%;426"], "72.3 366 - - - - - -");
}

#[test]
fn numbers_that_forms_give_their_columns_are_no_words() {
    let header = "STT (1);Đơn vị (2);Tỷ lệ % tổng chung nhóm số hóa hồ sơ (3)=(5)/22;Chứng thực điện tử (4)";
    case(&[header, "1;UBND huyện Bảo Yên;72,3%;366"], "72.3 366 - - - - - -");
    // A year is no number of a column: which of two is meant is asked.
    let header = "STT;Đơn vị;Tỷ lệ số hóa hồ sơ (2022);Tỷ lệ số hóa hồ sơ (2023)";
    let report = read("a.csv", format!("{header}\n1;UBND huyện Bảo Yên;60%;72,3%\n"));
    assert_eq!(columns(&report)[0].split(' ').filter(|meaning| *meaning == "group_percent").count(), 0);
}

#[test]
fn a_slip_in_a_header_is_told_with_its_column() {
    for header in
        ["Đơn vị;Tỷ lệ số hóa hồ sơ;Kết quả chứng thcự điện tử", "Đơn vị;Chứng thực điện tử;Tỷ lệ % nhóm số hóóa hồ sơ"]
    {
        let report = read("a.csv", format!("{header}\nUBND huyện Bảo Yên;72;366\n"));
        assert!(notices(&report).iter().any(|line| line.starts_with("column-unused 1 a.csv 1:3")), "{header}");
    }
    // “Số hồ sơ” is no slip of “số hóa”.
    let report = read("a.csv", "Đơn vị;Tỷ lệ số hóa hồ sơ;Số hồ sơ bị trả\nUBND huyện Bảo Yên;72;366\n");
    assert!(!notices(&report).iter().any(|line| line.starts_with("column-unused")));
}
