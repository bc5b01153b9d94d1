//! The rows and cells of tables with a row for each unit: what they are taken for, and what is told of them.

use crate::support;
use crate::support::books;
use crate::support::lines::bao_yen;
use crate::support::lines::components;
use crate::support::lines::notices;
use crate::support::lines::plain;
use crate::support::lines::units;
use crate::support::tables::case;
use crate::support::tables::noticed;
use crate::support::tables::read;
use serde_json::Value;
use sohoa::analysis::Settings;

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
    // Nor is the last period's, nor that of some of its units.
    let copies = ["Đơn vị;Chứng thực điện tử", "UBND huyện Bảo Yên;366", "Tổng cấp huyện toàn tỉnh;366"];
    assert_eq!(noticed(&copies), Vec::<String>::new());
    for label in ["Toàn tỉnh kỳ trước", "Tổng cấp huyện toàn tỉnh", "Toàn tỉnh giảm", "Tổng số xã, phường toàn tỉnh"]
    {
        let row = format!(";{label};80,5%");
        assert_eq!(told(&[&row]), ("-".into(), Some("3".into())), "{label}");
        assert_eq!(told(&[&row, ";Toàn tỉnh;57,7%"]), ("57.7".into(), None), "{label}");
    }
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
    assert_eq!(noticed(&rows), Vec::<String>::new());
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
fn a_level_above_a_count_is_no_unit_and_its_counts_are_asked_about() {
    let rows = [
        "STT;Đơn vị;Cấp tỉnh;;Cấp huyện;;Cấp xã;",
        ";;Tiếp nhận;Đã giải quyết;Tiếp nhận;Đã giải quyết;Tiếp nhận;Đã giải quyết",
        "1;UBND huyện Bảo Yên;0;0;200;150;300;100",
    ];
    case(&rows, "- - - - - - - -");
    assert!(noticed(&rows).iter().any(|line| line.starts_with("columns-ambiguous 2:3")), "{:?}", noticed(&rows));
}

#[test]
fn a_count_that_may_be_another_than_the_one_that_is_known_is_told() {
    let rows = [
        "STT;Đơn vị;Tiếp nhận;Đã số hóa;Đã giải quyết;Số hóa KQ",
        "1;UBND huyện Bảo Yên;366;300;200;100",
        "2;UBND huyện Bắc Hà;1.343;1000;600;500",
    ];
    case(&rows, "- - 366 - 200 100 - -");
    assert_eq!(noticed(&rows), ["column-unused 1:4 «Đã số hóa»"]);
}

#[test]
fn the_whole_beside_what_was_digitised_at_the_end_is_what_was_completed() {
    let rows = [
        "STT;Đơn vị;Số hóa đầu vào;;;Số hóa đầu ra;;",
        ";;Tổng số;Đã số hóa;Tỷ lệ;Tổng số;Đã số hóa;Tỷ lệ",
        "1;UBND huyện Bảo Yên;200;150;75%;100;50;50%",
        "2;UBND huyện Bắc Hà;300;200;66,67%;90;30;33,33%",
    ];
    case(&rows, "- - 200 150 100 50 - -");
}

#[test]
fn a_table_with_a_column_for_each_unit_is_refused_with_the_way_to_turn_it() {
    let rows = ["Chỉ tiêu;UBND huyện Bảo Yên;UBND huyện Bắc Hà", "Số hồ sơ tiếp nhận;200;300", "Số hóa TPHS;150;200"];
    let error = support::gather("a.csv", rows.join("\n").as_bytes(), 99, &Settings::default()).unwrap_err().to_string();
    assert!(error.starts_with("Dòng 1 ghi tên các đơn vị cạnh nhau") && error.contains("Transpose"), "{error}");
}

#[test]
fn an_unread_column_that_begins_with_a_total_is_told() {
    let rows = ["STT;Đơn vị;Tổng số hồ sơ tiếp nhận giải quyết;Có số hóa TPHS", "1;UBND huyện Bảo Yên;200;150"];
    assert_eq!(noticed(&rows), ["column-unused 1:3 «Tổng số hồ sơ tiếp nhận giải quyết»"]);
    let rows = ["STT;Đơn vị;Trọng số tiếp nhận;Có số hóa TPHS", "1;UBND huyện Bảo Yên;2;150"];
    assert_eq!(noticed(&rows), [""; 0]);
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

#[test]
fn the_sums_that_a_spreadsheet_in_english_adds_are_no_units() {
    let header = "STT;Đơn vị;Tỷ lệ % tổng chung nhóm số hóa hồ sơ;Chứng thực điện tử";
    let rows = [header, "1;UBND huyện Bảo Yên;72,3%;366", "2;UBND huyện Bắc Hà;48,1%;426", "Total;;60,2%;792"];
    assert_eq!(noticed(&rows), ["total-rate-unused 4:- «Total | 60,2% | 792»"]);
    let header = "Row Labels;Sum of Tỷ lệ số hóa hồ sơ;Sum of Chứng thực điện tử";
    let rows = [header, "UBND huyện Bảo Yên;72,3;366", "UBND huyện Bắc Hà;48,1;426", "Grand Total;120,4;792"];
    case(&rows, "72.3 366 - - - - - -");
    assert_eq!(noticed(&rows), Vec::<String>::new());
}

#[test]
fn two_tables_side_by_side_repeat_no_unit() {
    let header = "STT;Đơn vị;Tỷ lệ số hóa hồ sơ (%);;STT;Đơn vị;Chứng thực điện tử";
    let rows = [
        header,
        "1;UBND huyện Bảo Yên;72,3;;1;UBND huyện Bắc Hà;426",
        "2;UBND huyện Bắc Hà;48,1;;2;UBND huyện Bảo Yên;366",
    ];
    case(&rows, "72.3 366 - - - - - -");
    assert_eq!(noticed(&rows), Vec::<String>::new());
    // What does stand twice is told all the same.
    let rows = [&rows[..], &["3;UBND huyện Bảo Yên;72,3;;3;UBND huyện Bảo Thắng;1343"]].concat();
    assert_eq!(noticed(&rows), ["unit-repeated 4:2 «UBND huyện Bảo Yên»"]);
}

#[test]
fn marks_of_footnotes_are_no_part_of_a_name_or_a_number() {
    let header = "STT;Đơn vị;Tỷ lệ số hóa hồ sơ (%);Chứng thực điện tử";
    for name in ["UBND huyện Bảo Yên (1)", "UBND huyện Bảo Yên[2]", "UBND huyện Bảo Yên¹", "Bảo Yên (a)", "Bảo Yên (*)"]
    {
        case(&[header, &format!("1;{name};72,3;366"), "2;UBND huyện Bắc Hà;48,1;426"], "72.3 366 - - - - - -");
    }
    let rows = [header, "1;UBND huyện Bảo Yên;72,3*;366 (*)", "2;UBND huyện Bắc Hà;48,1;1.343²"];
    case(&rows, "72.3 366 - - - - - -");
    assert_eq!(noticed(&rows), ["number-with-words 2:3 «72,3*»"]);
}

#[test]
fn a_table_of_which_every_row_stands_in_one_cell_is_parted() {
    for sign in [';', '|'] {
        let quoted = |row: &str| format!("\"{}\"", row.replace(';', &sign.to_string()));
        let rows = ["BÁO CÁO QUÝ I NĂM 2023", "STT;Đơn vị;Tỷ lệ số hóa hồ sơ (%);Chứng thực điện tử"];
        let rows = [&rows[..], &["1;UBND huyện Bảo Yên;72,3;366", "2;UBND huyện Bắc Hà;48,1;426"]].concat();
        let rows: Vec<String> = rows.into_iter().map(quoted).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        case(&rows, "72.3 366 - - - - - -");
    }
}
