//! The headers of the index and of the components as portals and offices write them: points beside their weights, rates that
//! are points, parents above children.

use crate::support;
use crate::support::lines::codes;
use crate::support::lines::columns;
use crate::support::lines::notices;
use crate::support::lines::plain;
use serde_json::Value;
use sohoa::analysis::Settings;

fn read(rows: &[&str]) -> Value {
    support::json(&support::report(&[("a.csv", rows.join("\n") + "\n")], &Settings::default()))
}

/// The percentage of Bảo Yên and the points of its components, and the codes of the notices.
#[track_caller]
fn case(rows: &[&str], expected: &str, told: &[&str]) {
    let report = read(rows);
    let unit = report["units"].as_array().unwrap().iter().find(|unit| unit["id"] == "bao-yen").unwrap();
    let points = unit["components"].as_array().unwrap().iter().map(|part| plain(&part["points"]));
    let found = [plain(&unit["percent"])].into_iter().chain(points).collect::<Vec<_>>().join(" ");
    assert_eq!(found, expected, "{rows:#?}\n{:#?}", columns(&report));
    assert_eq!(codes(&report), told, "{rows:#?}\n{:#?}", notices(&report));
}

/// Components A, B and D, as the portal names them.
const NAMES: [&str; 3] = [
    "Tỷ lệ hồ sơ TTHC có cấp kết quả giải quyết TTHC điện tử",
    "Tỷ lệ hồ sơ TTHC thực hiện số hóa hồ sơ",
    "Tỷ lệ hồ sơ khai thác, sử dụng lại thông tin, dữ liệu số hóa",
];

const ROWS: [&str; 2] = ["UBND huyện Bảo Yên;5,12;3,2;1,55", "UBND huyện Bảo Thắng;4,51;1,97;1,2"];

fn named(weights: [&str; 3]) -> String {
    let names = NAMES.iter().zip(weights).map(|(name, weight)| format!("{name}{weight}"));
    ["Đơn vị".to_owned()].into_iter().chain(names).collect::<Vec<_>>().join(";")
}

/// Three components of seven make no percentage.
const POINTS: &str = "- 5.12 3.2 1.55";

#[test]
fn points_below_the_official_names_of_rates_are_points_where_that_is_proved() {
    let header = named(["", "", ""]);
    case(&["ĐIỂM THÀNH PHẦN SỐ HÓA HỒ SƠ", &header, ROWS[0], ROWS[1]], POINTS, &[]);
    case(&[&header, "Điểm tối đa;6;4;2", ROWS[0], ROWS[1]], POINTS, &[]);
    for weights in [[" (6đ)", " (4đ)", " (2đ)"], [" (tối đa 6 điểm)", " (tối đa 4 điểm)", " (tối đa 2 điểm)"]]
    {
        case(&[&named(weights), ROWS[0], ROWS[1]], POINTS, &[]);
    }
    case(&[&header, ";Điểm (tối đa 6);Điểm (tối đa 4);Điểm (tối đa 2)", ROWS[0], ROWS[1]], POINTS, &[]);
    // The sum of the parts stands beside them: 9,87 of 22 points are 44,86 %.
    let total = format!("{header};Tổng điểm số hóa hồ sơ");
    case(&[&total, &format!("{};9,87", ROWS[0]), &format!("{};7,68", ROWS[1])], &POINTS.replace('-', "44.86"), &[]);
}

#[test]
fn rates_that_could_be_points_are_asked_about() {
    let header = named(["", "", ""]);
    case(&[&header, ROWS[0], ROWS[1]], "-", &["columns-ambiguous"]);
    // More than the most points there are, or a sign, and they are rates: 6 · 0,752 = 4,51; 4 · 0,61 = 2,44; 2 · 40/80 = 1.
    let rate = "- 4.51 2.44 1";
    case(&[&header, "UBND huyện Bảo Yên;75,2;61;40"], rate, &[]);
    case(&[&header, "UBND huyện Bảo Yên;75,2%;61%;40%"], rate, &[]);
}

#[test]
fn a_groups_weight_beside_its_name_or_below_it_says_that_its_numbers_are_points() {
    // 16 of 22 points.
    let row = "1;UBND huyện Bảo Yên;5,5;16";
    let other = "2;UBND huyện Bảo Thắng;5,5;15,45";
    for header in [
        "STT;Đơn vị;Thanh toán trực tuyến, điểm tối đa: 10;Số hóa hồ sơ, điểm tối đa: 22",
        "STT;Đơn vị;Thanh toán trực tuyến (tối đa 10);Nhóm Số hóa hồ sơ (tối đa 22)",
        "STT;Đơn vị;Thanh toán trực tuyến (điểm tối đa 10);Số hóa hồ sơ (điểm tối đa 22)",
        "STT;Đơn vị;Thanh toán trực tuyến /10;Số hóa hồ sơ /22",
        "STT;Đơn vị;Thanh toán trực tuyến;Điểm số hóa hồ sơ (tối đa 22)",
        "STT;Đơn vị;Thanh toán trực tuyến;Số hóa hồ sơ\n;;(10 điểm);(22 điểm)",
        "STT;Đơn vị;Thanh toán trực tuyến;Số hóa hồ sơ\nSTT;Đơn vị;Max 10;Max 22",
        "STT;Đơn vị;Thanh toán trực tuyến;Số hóa hồ sơ\nSTT;Đơn vị;10;22",
    ] {
        case(&[header, row, other], "72.73", &[]);
    }
}

#[test]
fn weights_in_brackets_leave_the_sum_a_sum() {
    case(
        &[
            "STT;Đơn vị;Thanh toán trực tuyến (10);Số hóa hồ sơ (22);Tổng điểm (100)",
            "1;UBND huyện Bảo Yên;5,5;16;21,5",
            "2;UBND huyện Bảo Thắng;5,5;15,45;20,95",
        ],
        "72.73",
        &[],
    );
}

/// What the columns mean, and the codes of the notices.
#[track_caller]
fn means(rows: &[&str], expected: &str, told: &[&str]) {
    let report = read(rows);
    assert_eq!(columns(&report), [expected], "{rows:#?}");
    assert_eq!(codes(&report), told, "{rows:#?}\n{:#?}", notices(&report));
}

#[test]
fn points_under_the_name_of_certified_copies_are_the_components() {
    let row = "UBND huyện Bảo Yên;5;2;2;1;10";
    for header in [
        "Đơn vị;Cấp kết quả điện tử (điểm);Số hóa hồ sơ, kết quả giải quyết (điểm);Chứng thực bản sao điện tử từ bản chính (điểm);Tái sử dụng dữ liệu số hóa (điểm);Tổng điểm số hóa hồ sơ",
        "Đơn vị;Cấp kết quả điện tử (6 điểm);Số hóa hồ sơ, kết quả giải quyết (4 điểm);Chứng thực bản sao điện tử từ bản chính (2 điểm);Tái sử dụng dữ liệu số hóa (2 điểm);Tổng điểm số hóa hồ sơ",
        "Đơn vị;Số hóa hồ sơ (22 điểm);;;;\n;Cấp kết quả điện tử;Số hóa hồ sơ, kết quả giải quyết;Chứng thực bản sao điện tử từ bản chính;Tái sử dụng dữ liệu số hóa;Tổng điểm",
    ] {
        means(
            &[header, row],
            "unit component_a_points component_b_points component_c_points component_d_points group_points",
            &[],
        );
    }
    let header =
        "Đơn vị;Cấp kết quả điện tử;Chứng thực bản sao điện tử từ bản chính;;;\n;Tỷ lệ;Số lượng đạt;Tổng số;Tỷ lệ;Điểm";
    means(
        &[header, "UBND huyện Bảo Yên;75%;3;8;37,5%;0,75"],
        "unit component_a_rate component_c_numerator component_c_denominator component_c_rate component_c_points",
        &[],
    );
    // Beside a percentage a count stays a count, however small.
    means(
        &["Đơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử", "UBND huyện Bảo Yên;72,3%;2"],
        "unit group_percent certified_copies",
        &[],
    );
}

#[test]
fn names_near_the_groups_are_asked_about_or_told() {
    let row = "UBND huyện Bảo Yên;20%;366";
    for name in ["Tỷ lệ dữ liệu số hóa hồ sơ", "Tỷ lệ tổng chung", "Tỷ lệ số hóa hồ sơ đất đai"]
    {
        means(&[&format!("Đơn vị;{name};Chứng thực điện tử"), row], "unit - certified_copies", &["columns-ambiguous"]);
    }
    for name in ["Tỷ lệ số hóa sổ hộ tịch", "Tỷ lệ số hóa hồ sơ (xếp hạng)", "Tỷ lệ tăng số hóa hồ sơ"]
    {
        means(&[&format!("Đơn vị;{name};Chứng thực điện tử"), row], "unit - certified_copies", &["column-unused"]);
    }
    means(&["Đơn vị;Tỷ lệ số hóa hồ sơ;Số lượng chứng thực giấy", row], "unit group_percent -", &["column-unused"]);
    for name in ["Tỷ lệ số hóa hồ sơ (mục tiêu 100%)", "Tỷ lệ số hóa hồ sơ (tối đa 100%)"] {
        means(&[&format!("Đơn vị;{name};Chứng thực điện tử"), row], "unit group_percent certified_copies", &[]);
    }
    let header = "Đơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực bản sao từ bản chính;Chứng thực chữ ký";
    means(&[header, &format!("{row};5")], "unit group_percent - -", &["columns-ambiguous", "column-unused"]);
}

#[test]
fn a_parents_weight_leaves_its_children_their_names() {
    means(
        &[
            "Đơn vị;Tiến độ (tối đa 20 điểm);Số hóa hồ sơ (tối đa 22 điểm);",
            ";Điểm;Điểm;Tỷ lệ %",
            "UBND huyện Bảo Yên;18;15,91;72,3%",
        ],
        "unit - group_points group_percent",
        &[],
    );
}

#[test]
fn a_unit_of_measure_below_a_count_is_none_of_its_names() {
    for measures in [";(hồ sơ);(hồ sơ);(%);(hồ sơ);(hồ sơ);(%)", ";hồ sơ;hồ sơ;%;hồ sơ;hồ sơ;%"]
    {
        means(
            &[
                "Đơn vị;Tiếp nhận;Có số hóa TPHS;Tỷ lệ số hóa TPHS;Đã giải quyết;Đã số hóa kết quả;Tỷ lệ số hóa kết quả",
                measures,
                "UBND huyện Bảo Yên;1000;700;70;900;600;66,67",
            ],
            "unit received received_digitised received_rate completed completed_e_result completed_rate",
            &[],
        );
    }
}
