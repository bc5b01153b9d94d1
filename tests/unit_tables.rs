//! Tables with a row for each unit, written here: what their headers and cells are taken for where words are near each
//! other and mean something else.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::fmt::Write as _;

use serde_json::Value;
use sohoa::analysis::Settings;
use support::books;
use support::lines::bao_yen;
use support::lines::columns;
use support::lines::components;
use support::lines::notices;
use support::lines::plain;
use support::lines::units;

fn read(name: &str, bytes: impl AsRef<[u8]>) -> Value {
    support::json(&support::report(&[(name, bytes)], &Settings::default()))
}

/// What a table of these rows, cells between semicolons, says of Bảo Yên.
#[track_caller]
fn case(rows: &[&str], expected: &str) {
    let report = read("a.csv", rows.join("\n") + "\n");
    assert_eq!(bao_yen(&report), expected, "{rows:#?}\n{:#?}", columns(&report));
}

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
        "STT;Đơn vị;Số hóa;;Chứng thực;",
        ";;Tiếp nhận;Hoàn thành;Tiếp nhận;Hoàn thành",
        "1;UBND huyện Bảo Yên;1000;900;400;366",
    ];
    case(&rows, "- 366 1000 - 900 - - -");
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
fn a_zero_of_nothing_says_nothing() {
    let parent = "STT;Đơn vị;Tỷ lệ hồ sơ khai thác, sử dụng lại thông tin, dữ liệu số hóa;;;";
    let children = ";;Số lượng đạt;Tổng số;Tỷ lệ;Điểm ghi nhận";
    let rows = [
        parent,
        children,
        "1;UBND huyện Bảo Yên;0;0;0%;0",
        "2;UBND huyện Bắc Hà;0;0;-;N/A",
        "3;UBND huyện Bát Xát;0;9;0%;0",
    ];
    let report = read("a.csv", rows.join("\n"));
    assert_eq!(components(&report), ["bat-xat D 0/9 0 0", "bac-ha D 0/0 - -", "bao-yen D 0/0 - -"]);
    // The same of a portal's counts.
    let rows =
        ["STT;Đơn vị;Đã giải quyết;Cấp kết quả điện tử;Tỷ lệ cấp kết quả điện tử", "1;UBND huyện Bảo Yên;0;0;0%"];
    let report = read("a.csv", rows.join("\n"));
    let a = &report["units"].as_array().unwrap().iter().find(|unit| unit["id"] == "bao-yen").unwrap()["components"][0];
    assert_eq!((&a["percent"], &a["points"]), (&Value::Null, &Value::Null));
}

#[test]
fn a_percent_sign_that_a_format_writes_is_one() {
    // The stored number is what is shown: 0,9 and 72,3, each with the sign behind it.
    let rows = "<row><c t=\"inlineStr\"><is><t>Đơn vị</t></is></c><c t=\"inlineStr\"><is><t>Tỷ lệ số hóa hồ sơ</t></is></c></row>\
        <row><c t=\"inlineStr\"><is><t>UBND huyện Bảo Yên</t></is></c><c s=\"1\"><v>0.9</v></c></row>\
        <row><c t=\"inlineStr\"><is><t>UBND huyện Bắc Hà</t></is></c><c s=\"1\"><v>0.7</v></c></row>";
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0&quot;%&quot;\"/></numFmts>\
        <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
    let book = "<workbook><sheets><sheet name=\"a\"/></sheets></workbook>";
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let bytes = books::archive(&[
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
    ]);
    let report = read("a.xlsx", bytes);
    assert_eq!(units(&report)[..2], ["1 bao-yen 0.9 Thấp - -", "2 bac-ha 0.7 Thấp - -"]);
    // And the workbook written here is read as it was written.
    let table = "Đơn vị;Tỷ lệ số hóa hồ sơ\nUBND huyện Bảo Yên;0,9%\nUBND huyện Bắc Hà;0,7%\n";
    let first = support::report(&[("a.csv", table)], &Settings::default());
    let again = read("b.xlsx", sohoa::export::report_xlsx(&first));
    assert_eq!(units(&again)[..2], units(&support::json(&first))[..2]);
}

#[test]
fn a_mean_of_the_province_is_told_and_is_not_the_provinces_own() {
    let header = "STT;Đơn vị;Tỷ lệ % tổng chung nhóm số hóa hồ sơ";
    let told = |rows: &[&str]| {
        let report = read("a.csv", format!("{header}\n1;UBND huyện Bảo Yên;72,3%\n{}\n", rows.join("\n")));
        let notices = report["notices"].as_array().unwrap().clone();
        let mean = notices.into_iter().find(|notice| notice["code"] == "province-mean");
        (plain(&report["province"]["percent"]), mean.map(|notice| plain(&notice["places"][0]["row"])))
    };
    assert_eq!(told(&[";Bình quân toàn tỉnh;57,7%"]), ("-".into(), Some("3".into())));
    assert_eq!(told(&[";Bình quân toàn tỉnh;57,7%", ";Toàn tỉnh;60,1%"]), ("60.1".into(), None));
    assert_eq!(told(&[";Trung bình cả nước;48,6%"]), ("-".into(), None));
}

#[test]
fn the_most_points_there_can_be_are_nobodys() {
    let unmatched = |rows: &[&str]| read("a.csv", rows.join("\n") + "\n")["unmatched"].as_array().unwrap().len();
    let unit = "1;UBND huyện Bảo Yên;12,5;83,6";
    assert_eq!(unmatched(&["STT;Đơn vị;Số hóa hồ sơ (điểm);Tổng điểm", ";;22;100", unit]), 0);
    // A row without a name that says anything else is somebody's.
    assert_eq!(unmatched(&["STT;Đơn vị;Số hóa hồ sơ (điểm);Tổng điểm", ";;22;98", unit]), 1);
}

#[test]
fn a_units_own_name_again_and_who_reports_part_no_unit() {
    let header = "STT;Đơn vị;Tỷ lệ % tổng chung nhóm số hóa hồ sơ;Chứng thực điện tử";
    case(&[&format!("{header};Đơn vị"), "1;UBND huyện Bảo Yên;72,3%;366;UBND Huyện Bảo Yên"], "72.3 366 - - - - - -");
    case(&[&format!("{header};Đơn vị báo cáo"), "1;UBND huyện Bảo Yên;72,3%;366;VPUBND tỉnh"], "72.3 366 - - - - - -");
    let before = header.replace("Đơn vị", "Đơn vị báo cáo;Đơn vị");
    case(&[&before, "1;VPUBND tỉnh;UBND huyện Bảo Yên;72,3%;366"], "72.3 366 - - - - - -");
}

/// What is noticed of a table of these rows, but for units that are missing: code, place, what was found.
fn noticed(rows: &[&str]) -> Vec<String> {
    let report = read("a.csv", rows.join("\n") + "\n");
    let notices = report["notices"].as_array().unwrap().iter().filter(|notice| notice["code"] != "unit-missing");
    let line = |notice: &Value| {
        let place = &notice["places"][0];
        let [row, column, found] = ["row", "column", "found"].map(|key| plain(&place[key]));
        format!("{} {row}:{column} «{found}»", plain(&notice["code"]))
    };
    notices.map(line).collect()
}

#[test]
fn a_row_in_one_cell_is_parted_or_told() {
    let header = "STT;Đơn vị;Tỷ lệ % tổng chung nhóm số hóa hồ sơ;Chứng thực điện tử";
    let rows = [header, "\"1;UBND huyện Bảo Yên;72,3%;366\"", "2;UBND thị xã Sa Pa;56,9%;1.112"];
    case(&rows, "72.3 366 - - - - - -");
    assert_eq!(noticed(&rows), ["row-parted 2:- «1 | UBND huyện Bảo Yên | 72,3% | 366»"]);
    // The comma may part the number or be within it.
    let rows = [header, "1,UBND huyện Bảo Yên,72,3%,366", "2;UBND thị xã Sa Pa;56,9%;1.112"];
    case(&rows, "- - - - - - - -");
    assert_eq!(noticed(&rows), ["row-misaligned 2:- «1,UBND huyện Bảo Yên,72,3%,366»"]);
    // Addressees below a table are no rows of it.
    assert_eq!(noticed(&[header, "1;UBND huyện Bảo Yên;72,3%;366", "Nơi nhận: UBND huyện Bắc Hà, TT, 12"]), [""; 0]);
}

#[test]
fn rows_within_the_quotes_of_a_cell_are_told_and_lend_no_figures() {
    let header = "STT;Đơn vị;Lãnh đạo;Tỷ lệ % tổng chung nhóm số hóa hồ sơ;Chứng thực điện tử";
    let rows = [
        header,
        "1;UBND huyện Bảo Yên;\"Ông A;72,3%;366",
        "2;UBND huyện Bảo Thắng;Bà B;68,9%;1.343",
        "3;UBND thị xã Sa Pa;Ông C\";56,9%;1.112",
    ];
    case(&rows, "- - - - - - - -");
    assert_eq!(noticed(&rows), ["rows-swallowed 2:3 «UBND huyện Bảo Thắng»"]);
    // Behind the last figure nothing of the row itself is lost.
    let header = "STT;Đơn vị;Tỷ lệ % tổng chung nhóm số hóa hồ sơ;Chứng thực điện tử;Lãnh đạo";
    let rows = [header, "1;UBND huyện Bảo Yên;72,3%;366;\"Ông A", "2;UBND huyện Bảo Thắng;68,9%;1.343;Bà B\""];
    case(&rows, "72.3 366 - - - - - -");
    assert_eq!(noticed(&rows), ["rows-swallowed 2:5 «UBND huyện Bảo Thắng»"]);
    // Two lines that name two units in words are no rows.
    let header = "STT;Đơn vị;Tỷ lệ % tổng chung nhóm số hóa hồ sơ;Ý kiến";
    let rows = [header, "1;UBND huyện Bảo Yên;72,3%;\"Xem\nUBND huyện Bảo Thắng\""];
    assert_eq!(noticed(&rows), [""; 0]);
}

#[test]
fn two_tables_side_by_side_are_two() {
    let header = "STT;Đơn vị;Tỷ lệ % tổng chung nhóm số hóa hồ sơ;TT;Đơn vị;Số lượng chứng thực điện tử";
    // Each ranked by its own figure; the second is a unit longer.
    let rows = [
        header,
        "1;UBND huyện Bảo Yên;72,3%;1;UBND TP Lào Cai;2.919",
        "2;UBND TP Lào Cai;58,6%;2;UBND huyện Bắc Hà;426",
        ";;;3;UBND huyện Bảo Yên;366",
    ];
    let report = read("a.csv", rows.join("\n"));
    let figures: Vec<String> =
        units(&report).iter().filter(|line| !line.starts_with("- ") || line.contains("bac-ha")).cloned().collect();
    assert_eq!(figures, ["1 bao-yen 72.3 - 366 Quá thấp", "2 tp-lao-cai 58.6 - 2919 -", "- bac-ha - - 426 Quá thấp"]);
    assert_eq!(noticed(&rows), ["unit-repeated 3:- «UBND TP Lào Cai»"]);
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
fn a_district_in_the_first_row_of_its_block_names_the_rows_below() {
    let rows = [
        "STT;Huyện;Xã;Tổng tiếp nhận;Tiếp nhận có file",
        "1;UBND huyện Bảo Yên;UBND thị trấn Phố Ràng;100;50",
        "2;;UBND xã Nghĩa Đô;101;50",
        "3;;UBND xã Bảo Hà;102;50",
        "4;UBND huyện Bắc Hà;UBND thị trấn Bắc Hà;100;50",
        "5;;UBND xã Bảo Nhai;101;50",
    ];
    // 100 + 101 + 102 and three times 50
    case(&rows, "- - 303 150 - - - -");
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
fn of_two_tables_the_upper_one_is_read_and_the_lower_one_told() {
    let rows = [
        "I. CÁC SỞ, BAN, NGÀNH;;;;",
        "STT;Đơn vị;Tỷ lệ số hóa hồ sơ (%);;",
        "1;Sở Nội vụ;71,4;;",
        "II. UBND CẤP HUYỆN;;;;",
        "STT;Đơn vị;Tỷ lệ số hóa hồ sơ (%);Ghi chú;Chứng thực điện tử",
        "1;UBND huyện Bảo Yên;72,3;;366",
    ];
    let report = read("a.csv", rows.join("\n"));
    assert_eq!(units(&report), ["1 snv 71.4 - - -"]);
    assert!(notices(&report).iter().any(|line| line.starts_with("table-below 1 a.csv 5:")));
}

#[test]
fn a_row_with_a_cell_too_many_lends_no_figures_in_a_sheet_either() {
    let row = |cells: &str| format!("<tr><td>{}</td></tr>", cells.replace(';', "</td><td>"));
    let page = |rows: &[&str]| format!("<table>{}</table>", rows.iter().map(|cells| row(cells)).collect::<String>());
    let header = "STT;Đơn vị;Số hồ sơ tiếp nhận;Đang xử lý;Đã hoàn thành";
    let rows = [header, "1;UBND huyện Bảo Yên;1;377;34;1.343", "2;UBND huyện Bảo Thắng;400;34;366"];
    let report = read("a.xls", page(&rows));
    assert_eq!(bao_yen(&report), "- - - - - - - -");
    assert!(notices(&report).iter().any(|line| line.starts_with("row-misaligned 1 a.xls 2:")));
    // A column of its own, which nobody has named, pushes nothing.
    let rows = [
        "STT;Đơn vị;Số hồ sơ tiếp nhận;Đang xử lý;Đã hoàn thành;",
        "1;UBND huyện Bảo Yên;400;34;366;900",
        "2;UBND huyện Bảo Thắng;500;74;426;1.800",
    ];
    case(&rows, "- - 400 - 366 - - -");
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
