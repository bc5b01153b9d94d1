//! The headers of counts as offices write them: in other words, with the time or the unit of measure behind, below parents,
//! beside others that say what they are parts of.

use crate::support;
use crate::support::lines::bao_yen;
use crate::support::lines::codes;
use crate::support::lines::columns;
use crate::support::lines::notices;
use sohoa::analysis::Settings;

/// What a table of these rows, cells between semicolons, says of Bảo Yên, and the codes of its notices.
#[track_caller]
fn case(rows: &[&str], expected: &str, told: &[&str]) {
    let text = rows.join("\n") + "\n";
    let report = support::json(&support::report(&[("a.csv", text)], &Settings::default()));
    assert_eq!(bao_yen(&report), expected, "{rows:#?}\n{:#?}", columns(&report));
    assert_eq!(codes(&report), told, "{rows:#?}\n{:#?}", notices(&report));
}

#[test]
fn a_time_or_a_unit_of_measure_behind_a_name_changes_nothing() {
    let row = "UBND huyện Bảo Yên;1000;500;900;400";
    let expected = "- - 1000 500 900 400 - -";
    for header in [
        "Đơn vị;Tổng số hồ sơ tiếp nhận trong tháng;Có số hóa TPHS;Số hồ sơ đã giải quyết trong tháng;Số hồ sơ có kết quả giải quyết TTHC điện tử",
        "Đơn vị;Tổng số hồ sơ tiếp nhận (hồ sơ);Số hồ sơ có số hóa TPHS (hồ sơ);Số hồ sơ đã giải quyết (hồ sơ);Số hồ sơ có kết quả điện tử (hồ sơ)",
        "Đơn vị;Số hồ sơ tiếp nhận từ 01/01/2023 đến 05/6/2023;Có số hóa TPHS;Số HS đã giải quyết quý II/2023;Hồ sơ có KQĐT",
        "Đơn vị;Số HS tiếp nhận (trực tiếp + trực tuyến);Có số hóa TPHS;Đã giải quyết năm 2023;Số kết quả đã số hóa",
        "Đơn vị;Tiếp nhận mới;Có số hóa TPHS;Đã xử lý xong;KQ đã SH",
    ] {
        case(&[header, row], expected, &[]);
    }
}

#[test]
fn a_child_may_name_its_count_alone() {
    case(
        &[
            "Đơn vị;Số hóa đầu vào;;;Số hóa đầu ra;;",
            ";Tổng số HS tiếp nhận;Số HS đã số hóa;Tỷ lệ %;Tổng số HS đã giải quyết;Số HS số hóa kết quả;Tỷ lệ %",
            "UBND huyện Bảo Yên;1000;300;30,00;900;290;32,22",
        ],
        "- - 1000 300 900 290 - -",
        &[],
    );
    case(
        &[
            "Đơn vị;Số hóa hồ sơ;;;Kết quả điện tử;;",
            ";Tổng số hồ sơ tiếp nhận;Số hồ sơ số hóa;Tỷ lệ;Tổng số hồ sơ đã giải quyết;Số hồ sơ có kết quả điện tử;Tỷ lệ",
            "UBND huyện Bảo Yên;1000;300;30,00;900;290;32,22",
            "UBND huyện Bảo Thắng;1010;350;34,65;901;330;36,63",
        ],
        "- - 1000 300 900 290 - -",
        &[],
    );
    case(
        &[
            "Đơn vị;Hồ sơ tiếp nhận;;Hồ sơ đã giải quyết;",
            ";Tổng số;Đã số hóa TPHS;Tổng số;Đã số hóa kết quả",
            "UBND huyện Bảo Yên;1000;300;900;290",
        ],
        "- - 1000 300 900 290 - -",
        &[],
    );
}

#[test]
fn the_whole_beside_what_was_reached_is_not_what_was_reached() {
    case(
        &[
            "Đơn vị;Đã giải quyết;Số hóa kết quả;;",
            ";;Tổng số;Số HS đạt;Tỷ lệ (%)",
            "UBND huyện Bảo Yên;900;900;290;32,22",
        ],
        "- - - - 900 290 - -",
        &[],
    );
    case(
        &[
            "Đơn vị;Số hóa thành phần hồ sơ;;;Số hóa kết quả;;",
            ";Tổng số hồ sơ;Đã số hóa;Tỷ lệ (%);Tổng số hồ sơ;Đã số hóa;Tỷ lệ (%)",
            "UBND huyện Bảo Yên;1000;300;30,00;900;290;32,22",
        ],
        "- - 1000 300 900 290 - -",
        &[],
    );
    // A whole and its rate, or a count and its rate: nobody but an officer can say.
    case(
        &[
            "Đơn vị;Số hóa TPHS;;Số hóa kết quả;",
            ";Tổng số hồ sơ;Tỷ lệ;Tổng số hồ sơ;Tỷ lệ",
            "UBND huyện Bảo Yên;1000;30,00;900;32,22",
            "UBND huyện Bảo Thắng;1010;34,65;901;36,63",
        ],
        "- - - - - - - -",
        &["columns-ambiguous"],
    );
    // The rate says it where the whole stands elsewhere: 300 of 1.000, 350 of 1.010.
    case(
        &[
            "Đơn vị;Tiếp nhận;Số hóa TPHS;",
            ";;Tổng số;Tỷ lệ",
            "UBND huyện Bảo Yên;1000;300;30,00",
            "UBND huyện Bảo Thắng;1010;350;34,65",
        ],
        "- - 1000 300 - - - -",
        &[],
    );
}

#[test]
fn what_was_carried_over_was_not_received_now() {
    case(
        &[
            "Đơn vị;Tiếp nhận;;;Có số hóa TPHS",
            ";Tổng số;Kỳ trước chuyển sang;Tiếp nhận trong kỳ;",
            "UBND huyện Bảo Yên;1200;200;1000;500",
        ],
        "- - 1000 500 - - - -",
        &[],
    );
}

#[test]
fn a_count_in_words_nobody_knows_is_told_where_others_are_read() {
    case(
        &["Đơn vị;Hồ sơ vừa tiếp nhận qua mạng;Có số hóa TPHS", "UBND huyện Bảo Yên;1000;500"],
        "- - - 500 - - - -",
        &["column-unused"],
    );
    case(
        &["Đơn vị;Tiếp nhận;Đã trả kết quả", "UBND huyện Bảo Yên;1000;500"],
        "- - 1000 - - - - -",
        &["columns-ambiguous"],
    );
}

#[test]
fn among_the_rates_of_parts_a_name_that_may_be_a_parts_is_asked_about() {
    let row = "UBND huyện Bảo Yên;32,22;30,00;5,5";
    for header in [
        "Đơn vị;Tỷ lệ cấp kết quả điện tử (%);Tỷ lệ số hóa hồ sơ (%);Tỷ lệ khai thác, sử dụng lại dữ liệu số hóa (%)",
        "Đơn vị;Tỷ lệ cấp KQ điện tử (%);Tỷ lệ số hóa HS (%);Tỷ lệ tái sử dụng (%)",
    ] {
        case(&[header, row], "- - - - - - - -", &["columns-ambiguous"]);
    }
    // With its results it is the portal's second component, however it is shortened.
    for header in ["Đơn vị;Tỷ lệ số hóa hồ sơ, kết quả giải quyết TTHC (%)", "Đơn vị;Tỷ lệ số hóa HS, KQ TTHC (%)"]
    {
        case(&[header, "UBND huyện Bảo Yên;60"], "- - - - - - - -", &[]);
    }
    case(
        &["Đơn vị;Tỷ lệ số hóa hồ sơ trực tuyến (%)", "UBND huyện Bảo Yên;60"],
        "- - - - - - - -",
        &["columns-ambiguous"],
    );
}
