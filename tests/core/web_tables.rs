//! Tables of web pages, written here: what stands around a table, what of a page nobody sees, fields that hold figures,
//! tables that go on in the next.

use crate::support;
use std::fmt::Write as _;

use crate::support::lines::notices;
use crate::support::lines::period;
use crate::support::lines::plain;
use crate::support::lines::units;
use serde_json::Value;
use sohoa::analysis::Settings;

const HEADER: &str = "<tr><th>STT</th><th>Đơn vị</th><th>Tỷ lệ % tổng chung nhóm số hóa hồ sơ</th>\
                      <th>Chứng thực điện tử</th><th>Ghi chú</th></tr>";
const ROWS: [&str; 4] = [
    "<tr><td>1</td><td>UBND huyện Bảo Yên</td><td>72,3%</td><td>366</td><td></td></tr>",
    "<tr><td>2</td><td>UBND huyện Bảo Thắng</td><td>68,9%</td><td>1.343</td><td></td></tr>",
    "<tr><td>3</td><td>UBND thị xã Sa Pa</td><td>56,9%</td><td>1.112</td><td></td></tr>",
    "<tr><td>4</td><td>UBND huyện Bắc Hà</td><td>48,1%</td><td>426</td><td></td></tr>",
];

fn read(body: &str) -> Value {
    let page =
        format!("<html><head><meta charset=\"utf-8\"><title>Quý I/2023</title></head><body>{body}</body></html>");
    support::json(&support::report(&[("a.html", page)], &Settings::default()))
}

fn table(rows: &[&str]) -> String {
    format!("<table border=1>{HEADER}{}</table>", rows.concat())
}

/// Rank, unit, percentage and copies of the units that have any figure.
fn ranked(report: &Value) -> Vec<String> {
    let short = |line: String| {
        let cells: Vec<&str> = line.split(' ').collect();
        (cells[2] != "-" || cells.last() != Some(&"-")).then(|| cells[1..3].join(" "))
    };
    units(report).into_iter().filter_map(short).collect()
}

fn copies(report: &Value, id: &str) -> String {
    plain(&report["units"].as_array().unwrap().iter().find(|unit| unit["id"] == id).unwrap()["certified_copies"])
}

/// The notices but for units that are missing, without the file's name.
fn noticed(report: &Value) -> Vec<String> {
    let short = |line: String| line.replace(" a.html", "");
    notices(report).into_iter().filter(|line| !line.starts_with("unit-missing")).map(short).collect()
}

const ALL: [&str; 4] = ["bao-yen 72.3", "bao-thang 68.9", "sa-pa 56.9", "bac-ha 48.1"];

#[test]
fn what_stands_above_a_table_names_its_period() {
    #[track_caller]
    fn case(above: &str, expected: &str) {
        let report = read(&format!("{above}{}", table(&ROWS)));
        assert_eq!((period(&report["period"]).as_str(), ranked(&report)), (expected, ALL.map(str::to_owned).to_vec()));
    }
    let second = "2023-04-01..2023-06-30";
    case("<h3>KẾT QUẢ SỐ HÓA HỒ SƠ</h3><p>Quý II/2023</p>", second);
    case("<h2>Kết quả <b>quý</b> <span>II</span>/2023</h2>", second);
    case("<div>Từ ngày 01/04/2023<br>đến ngày 30/06/2023</div>", second);
    case("<center>TỪ NGÀY 01/04/2023 ĐẾN NGÀY 30/06/2023", second);
    // A page that is laid out by a table, and one that has an empty form of its own above.
    case("<table><tr><td>UBND TỈNH</td></tr><tr><td>Quý II/2023</td></tr><tr><td>", second);
    case("<p>Quý II/2023</p><table><tr><td>Chọn kỳ</td></tr></table>", second);
    // What leads elsewhere or is not seen says nothing of the table, nor does the name of the browser's tab.
    for elsewhere in ["a", "nav", "li", "footer", "template", "button", "p style='display:none'"] {
        case(&format!("<{elsewhere}>Quý II/2023</{}>", elsewhere.split(' ').next().unwrap()), "");
    }
    case("<select><option>Quý II/2023</option></select>", "");
    // What stands above another table of figures is said of that one.
    let first = format!("<h3>Quý II/2023</h3>{}<h3>Số liệu</h3>", table(&ROWS));
    let report = read(&format!("{first}{}", table(&ROWS)));
    assert_eq!(period(&report["period"]), second);
    let hidden = format!("<h3>Quý I/2023</h3><div hidden>{}</div><h3>Quý II/2023</h3>", table(&ROWS[..1]));
    case(&hidden, second);
}

#[test]
fn a_caption_names_the_period_of_its_own_table() {
    let caption = "<caption>Kỳ báo cáo: từ ngày 01/04/2023 <b>đến</b> ngày 30/06/2023</caption>";
    let report = read(&format!("<table>{caption}{HEADER}{}</table>", ROWS.concat()));
    assert_eq!(period(&report["period"]), "2023-04-01..2023-06-30");
    assert_eq!(ranked(&report), ALL);
    let report = read(&format!("<h3>Từ ngày 01/04/2023 đến ngày 31/04/2023</h3>{}", table(&ROWS)));
    assert_eq!(noticed(&report), ["period-unreadable 1 -:- «Từ ngày 01/04/2023 đến ngày 31/04/2023»"]);
}

#[test]
fn figures_in_the_fields_of_a_form_are_read() {
    let row = |percent: &str, copies: &str| {
        format!("<tr><td>1</td><td>UBND huyện Bảo Yên</td><td>{percent}</td><td>{copies}</td></tr>")
    };
    let case = |percent: &str, written: &str, expected: &str| {
        let report = read(&format!("<table>{HEADER}{}</table>", row(percent, written)));
        let line = format!("{} {}", ranked(&report).join(" "), copies(&report, "bao-yen"));
        assert_eq!(line, expected, "{percent} {written}\n{:?}", noticed(&report));
    };
    let input = |value: &str| format!("<input type=\"text\" value=\"{value}\">");
    case(&input("72,3%"), &input("366"), "bao-yen 72.3 366");
    case("<input value=72,3> %", "<INPUT TYPE=number VALUE='366'/>", "bao-yen 72.3 366");
    case("<textarea>72,3%</textarea>", "<select><option>12<option selected>366</select>", "bao-yen 72.3 366");
    case("72,3%<input type=hidden value=5>", "<input type=checkbox value=1> 366", "bao-yen 72.3 366");
    case("72,3%", "<input style='display:none' value=5>366", "bao-yen 72.3 366");
    // Two fields are two numbers, which nobody joins.
    case("72,3%", &(input("1") + &input("366")), "bao-yen 72.3 -");
}

#[test]
fn what_is_struck_out_is_said_only_where_nothing_else_is() {
    let case = |name: &str, written: &str, expected: &str| {
        let row = format!("<tr><td>1</td><td>{name}</td><td>72,3%</td><td>{written}</td></tr>");
        let report = read(&format!("<table>{HEADER}{row}</table>"));
        assert_eq!((ranked(&report), copies(&report, "bao-yen").as_str()), (vec!["bao-yen 72.3".to_owned()], expected));
    };
    for tag in ["s", "strike", "del", "span style='text-decoration: line-through'"] {
        let close = tag.split(' ').next().unwrap();
        case("UBND huyện Bảo Yên", &format!("<{tag}>366</{close}>"), "366");
        case("UBND huyện Bảo Yên", &format!("<{tag}>500</{close}>366"), "366");
        case("UBND huyện Bảo Yên", &format!("<{tag}><b>500</b></{close}> <i>366</i>"), "366");
        case(&format!("<{tag}>UBND huyện Bảo Yên</{close}>"), "366", "366");
    }
}

#[test]
fn a_table_that_is_seen_goes_before_one_that_is_not() {
    let old = table(&["<tr><td>1</td><td>UBND huyện Bảo Yên</td><td>50%</td><td>1</td><td>x</td></tr>"]);
    let shown = table(&ROWS);
    for (open, close) in [
        ("<div style=\"display: none\">", "</div>"),
        ("<section hidden><div>", "</div></section>"),
        ("<template>", "</template>"),
        ("<noscript>", "</noscript>"),
        ("<table style='display:none'><tr><td>", "</td></tr></table>"),
        ("<table><tr><td><div style='display:none'>", "</div></td></tr></table>"),
    ] {
        let report = read(&format!("{open}{old}{close}{shown}"));
        assert_eq!((ranked(&report), noticed(&report)), (ALL.map(str::to_owned).to_vec(), Vec::new()), "{open}");
    }
    let report = read(&(old.replace("<table", "<table style=\"visibility:hidden\"") + &shown));
    assert_eq!(ranked(&report), ALL);
    // Where nothing else is, what is hidden is read and told.
    let report = read(&format!("<div hidden>{shown}</div>"));
    assert_eq!(
        (ranked(&report), noticed(&report)),
        (ALL.map(str::to_owned).to_vec(), vec!["sheet-hidden 1 -:- «Bảng 1»".to_owned()])
    );
}

#[test]
fn a_hidden_dossier_is_told_by_its_row_alone() {
    let rows = [
        "<tr><th>Mã hồ sơ</th><th>Chủ hồ sơ</th><th>Điện thoại</th><th>Đơn vị</th><th>Trạng thái</th></tr>",
        "<tr><td>H38.20-230501-0001</td><td>Giàng Seo Pao</td><td>0912345678</td><td>Huyện Bảo Yên</td><td>Đã trả kết quả</td></tr>",
        "<tr hidden><td>H38.20-230501-0002</td><td>Vàng Mí Dế</td><td>0987654321</td><td>Huyện Bảo Yên</td><td>Đã trả kết quả</td></tr>",
    ];
    let report = read(&format!("<table>{}</table>", rows.concat()));
    let told = noticed(&report);
    assert!(told.contains(&"rows-hidden 1 3:- «»".to_owned()), "{told:?}");
    let json = report.to_string();
    assert!(!["Pao", "Mí Dế", "0912345678", "0987654321"].iter().any(|own| json.contains(own)), "{json}");
}

#[test]
fn rows_and_columns_whose_cells_are_all_hidden_are_told() {
    let hidden = |row: &str| row.replace("<td>", "<td style='display:none'>");
    let report = read(&table(&[ROWS[0], &hidden(ROWS[1]), ROWS[2], ROWS[3]]));
    assert_eq!(noticed(&report), ["rows-hidden 1 3:- «2 | UBND huyện Bảo Thắng | 68,9% | 1.343»"]);
    let column = |row: &str| {
        row.replacen("th><th>Chứng", "th><th hidden>Chứng", 1).replacen("%</td><td>", "%</td><td hidden>", 1)
    };
    let rows: String = ROWS.iter().map(|row| column(row)).collect();
    let report = read(&format!("<table>{}{rows}</table>", column(HEADER)));
    assert_eq!(noticed(&report), ["columns-hidden 1 -:4 «Chứng thực điện tử»"]);
    // One cell that is hidden makes no column of them.
    let report = read(&table(&[&column(ROWS[0]), ROWS[1], ROWS[2], ROWS[3]]));
    assert_eq!((ranked(&report), noticed(&report)), (ALL.map(str::to_owned).to_vec(), Vec::new()));
}

#[test]
fn a_table_that_goes_on_under_the_same_header_is_read_as_one() {
    let pages = |first: &[&str], second: &[&str]| table(first) + "<p>Trang 1</p>" + &table(second);
    let report = read(&pages(&ROWS[..3], &ROWS[3..]));
    assert_eq!(
        (ranked(&report), noticed(&report)),
        (ALL.map(str::to_owned).to_vec(), vec!["tables-joined 1 -:- «Bảng 2»".to_owned()])
    );
    assert_eq!(report["files"][0]["data_rows"], 4);
    // The same units again are another month.
    let report = read(&pages(&ROWS, &ROWS[2..]));
    assert_eq!(
        (ranked(&report), noticed(&report)),
        (ALL.map(str::to_owned).to_vec(), vec!["tables-alike 1 -:- «Bảng 2»".to_owned()])
    );
    // Another header is another table.
    let other = pages(&ROWS[..3], &ROWS[3..]).replacen("Ghi chú", "Lưu ý", 1);
    assert!(!noticed(&read(&other)).iter().any(|line| line.starts_with("tables-joined")));
    // Places go on behind the rows above: header, three rows, header, then the fifth row of the second table.
    let bad = ROWS[3].replace("426", "x");
    let report = read(&pages(&ROWS[..3], &[&bad]));
    assert_eq!(noticed(&report)[0], "number-unreadable 1 6:4 «x»");
}

#[test]
fn a_table_under_a_heading_of_its_own_is_no_next_page() {
    let departments = [
        "<tr><td>1</td><td>Sở Nội vụ</td><td>91,2%</td><td>12</td><td></td></tr>",
        "<tr><td>2</td><td>Sở Y tế</td><td>43,1%</td><td>34</td><td></td></tr>",
    ];
    let both = |own: &str, heading: &str| {
        let page = format!("<h3>{own}</h3>{}<h3>{heading}</h3>{}", table(&ROWS), table(&departments));
        let report = read(&page);
        (ranked(&report).len(), noticed(&report))
    };
    let told = |code: &str| vec![format!("{code} 1 -:- «Bảng 2»")];
    assert_eq!(both("Tháng 6/2023", "Trang 2/2"), (6, told("tables-joined")));
    assert_eq!(both("Tháng 6/2023", "Tháng 6/2023"), (6, told("tables-joined")));
    assert_eq!(both("Khối huyện, tháng 6/2023", "Khối sở, tháng 6/2023"), (6, told("sheets-joined")));
    for other in ["Tháng 5/2023", "Chỉ tiêu giao tháng 6/2023"] {
        assert_eq!(both("Tháng 6/2023", other), (4, told("tables-alike")), "{other}");
    }
}

#[test]
fn a_table_of_other_columns_is_told_and_the_groups_percentage_is_read_first() {
    let departments = "<table><tr><th>STT</th><th>Đơn vị</th><th>Tỷ lệ số hóa hồ sơ</th></tr>\
        <tr><td>1</td><td>Sở Nội vụ</td><td>91,2%</td></tr><tr><td>2</td><td>Sở Y tế</td><td>43,1%</td></tr></table>";
    let report = read(&format!("{departments}{}", table(&ROWS)));
    // They have no copies; nothing else is different.
    let all: Vec<String> = ["snv 91.2", "syt 43.1"].iter().chain(&ALL).map(|unit| (*unit).to_owned()).collect();
    assert_eq!((ranked(&report), noticed(&report)), (all, vec!["sheets-joined 1 -:- «Bảng 1»".to_owned()]));
    // More headers are known of the counts, but what is ranked is the percentage.
    let counts = "<table><tr><th>STT</th><th>Đơn vị</th><th>Tiếp nhận</th><th>Có số hóa TPHS</th><th>Đã giải quyết</th>\
        <th>Kết quả điện tử</th></tr><tr><td>1</td><td>UBND huyện Bảo Yên</td><td>20</td><td>10</td><td>15</td><td>8</td>\
        </tr><tr><td>2</td><td>UBND huyện Bắc Hà</td><td>30</td><td>12</td><td>20</td><td>9</td></tr></table>";
    for (page, other) in [(format!("{departments}{counts}"), "Bảng 2"), (format!("{counts}{departments}"), "Bảng 1")]
    {
        let report = read(&page);
        assert_eq!(
            (ranked(&report), noticed(&report)),
            (vec!["snv 91.2".to_owned(), "syt 43.1".to_owned()], vec![format!("tables-alike 1 -:- «{other}»")])
        );
    }
}

#[test]
fn a_header_by_itself_heads_the_next_table() {
    let apart = format!("<table>{HEADER}</table></div><div><table>{}</table>", ROWS.concat());
    let report = read(&apart);
    assert_eq!(
        (ranked(&report), noticed(&report)),
        (ALL.map(str::to_owned).to_vec(), vec!["tables-joined 1 -:- «Bảng 2»".to_owned()])
    );
    // A table of other columns is none of its rows.
    let report = read(&format!("<table>{HEADER}</table><table><tr><td>Người lập</td><td>Nguyễn A</td></tr></table>"));
    assert_eq!(noticed(&report)[0].split(' ').next(), Some("file-unreadable"));
}

#[test]
fn a_page_of_frames_names_the_files_that_hold_its_tables() {
    let sentence = |page: &str| {
        let report = support::json(&support::report(&[("a.xls", page)], &Settings::default()));
        plain(&report["notices"][0]["places"][0]["found"])
    };
    let frames = "<html><frameset><frame src=\"So%20hoa_files/sheet001.htm\" name=x><frame src=\"So%20hoa_files/tabstrip.htm\">\
                  </frameset></html>";
    let said = sentence(frames);
    assert!(
        said.contains("khung") && said.contains("«So hoa_files/sheet001.htm»") && !said.contains("tabstrip"),
        "{said}"
    );
    let mut links = String::new();
    for number in 1..=2 {
        write!(links, "<link id=\"shLink\" href=\"a_files/sheet00{number}.htm\">").unwrap();
    }
    let said = sentence(&format!("<html><head>{links}</head><body></body></html>"));
    assert!(said.contains("«a_files/sheet001.htm», «a_files/sheet002.htm»"), "{said}");
    assert!(sentence("<html><body><p>Phiên đăng nhập đã hết</p></body></html>").contains("không có bảng nào"));
}

#[test]
fn a_table_whose_hidden_columns_are_left_out_of_its_rows_is_refused() {
    let page = |columns: &str, children: &str, figures: &str| {
        format!(
            "<table>{columns}<tr><td colspan=14>BÁO CÁO QUÝ I</td></tr><tr><td rowspan=2>STT</td><td rowspan=2>Đơn vị</td>\
             <td rowspan=2>Tiếp nhận</td><td colspan=3>Số hóa hồ sơ TTHC khi tiếp nhận</td><td rowspan=2>Đã giải quyết</td>\
             </tr><tr>{children}</tr><tr><td>1</td><td>UBND huyện Bảo Yên</td>{figures}</tr></table>"
        )
    };
    // As LibreOffice saves it: of three columns below their parent one is seen, and its figure stands there.
    let (child, figures) = ("<td>Có số hóa TPHS</td>", "<td>8085</td><td>853</td><td>381</td>");
    let report = read(&page("<colgroup span=\"5\" width=\"80\"></colgroup>", child, figures));
    let told = noticed(&report);
    assert!(told[0].contains("rộng 7 cột mà các dòng chỉ có 5 ô"), "{told:?}");
    let groups = "<colgroup width=\"80\"></colgroup><colgroup span=\"4\" width=\"80\"></colgroup>";
    assert_eq!(noticed(&read(&page(groups, child, figures))), told);
    // With all its columns it is read, though its title is wider.
    let children = "<td>Chưa số hóa TPHS</td><td>Có số hóa TPHS</td><td>Có tái sử dụng thành phần</td>";
    let figures = "<td>8085</td><td>7232</td><td>853</td><td>12</td><td>381</td>";
    for columns in ["", "<colgroup span=\"7\"></colgroup>", "<colgroup><col><col><col><col><col><col><col></colgroup>"]
    {
        let report = read(&page(columns, children, figures));
        assert_eq!(support::lines::figures(&report), ["bao-yen 8085 853 381 - - 12"], "{columns}");
    }
}
