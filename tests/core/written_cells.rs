//! Cells and parts of workbooks as programs of others write them, each written here in one table of one unit: what the cell
//! says, or that nobody can say it. Never a 0 that nobody has counted.

use crate::support;
use crate::support::books;
use crate::support::lines::figures;
use crate::support::lines::plain;
use serde_json::Value;
use sohoa::analysis::Settings;

const HEADER: [&str; 3] = ["Đơn vị", "Tỷ lệ % tổng chung nhóm số hóa hồ sơ", "Chứng thực điện tử"];
const UNIT: &str = "UBND huyện Bảo Yên";

fn read(name: &str, bytes: &[u8]) -> Value {
    support::json(&support::report(&[(name, bytes)], &Settings::default()))
}

/// Percentage and certified copies of Bảo Yên, and what is noticed but for units that are missing.
fn said(report: &Value) -> (String, Vec<String>) {
    let unit = report["units"].as_array().unwrap().iter().find(|unit| unit["id"] == "bao-yen").unwrap();
    let notices = report["notices"].as_array().unwrap().iter().map(|notice| plain(&notice["code"]));
    let figures = format!("{} {}", plain(&unit["percent"]), plain(&unit["certified_copies"]));
    (figures, notices.filter(|code| code != "unit-missing").collect())
}

#[track_caller]
fn case(name: &str, bytes: &[u8], figures: &str, notices: &[&str]) {
    assert_eq!(
        said(&read(name, bytes)),
        (figures.to_owned(), notices.iter().map(|code| (*code).to_owned()).collect()),
        "{name}"
    );
}

/// The rows of the table in XML, the unit's figures as given.
fn rows(text: impl Fn(&str) -> String, row: &str, figures: &str) -> String {
    let header: String = HEADER.iter().map(|header| text(header)).collect();
    format!("<{row}>{header}</{row}><{row}>{}{figures}</{row}>", text(UNIT))
}

/// A workbook of Excel: its parts in a folder, what its main part says behind the sheets, and the unit's figures.
fn xlsx(folder: &str, main: &str, figures: &str) -> Vec<u8> {
    let text = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let sheet = format!("<worksheet><sheetData>{}</sheetData></worksheet>", rows(text, "row", figures));
    let sheets = "<sheets><sheet name=\"Bảng\" sheetId=\"1\" r:id=\"rId1\"/></sheets>";
    let book = format!("<workbook>{sheets}{main}</workbook>");
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |id: &str, kind_of: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"{id}\" Type=\"{kind}/{kind_of}\" Target=\"{target}\"/></Relationships>"
        )
    };
    books::archive(&[
        ("_rels/.rels", relation("rId1", "officeDocument", &format!("{folder}workbook.xml")).as_bytes()),
        (&format!("{folder}workbook.xml"), book.as_bytes()),
        (&format!("{folder}_rels/workbook.xml.rels"), relation("rId1", "worksheet", "sheet.xml").as_bytes()),
        (&format!("{folder}sheet.xml"), sheet.as_bytes()),
    ])
}

/// A workbook of OpenDocument.
fn ods(figures: &str) -> Vec<u8> {
    let text = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let rows = rows(text, "table:table-row", figures);
    let content = format!(
        "<office:document-content><table:table table:name=\"Bảng\">{rows}</table:table></office:document-content>"
    );
    books::archive(&[("content.xml", content.as_bytes())])
}

/// A web page of a spreadsheet.
fn html(figures: &str) -> Vec<u8> {
    let rows = rows(|text| format!("<td>{text}</td>"), "tr", figures);
    format!("<html><meta charset=utf-8><body><table>{rows}</table></body></html>").into_bytes()
}

#[test]
fn a_zero_that_stands_for_a_formula_is_no_zero() {
    let formulas = "<c><f>B9/C9</f><v>0</v></c><c><f>1+1</f><v>366</v></c>";
    case("a.xlsx", &xlsx("xl/", "<calcPr fullCalcOnLoad=\"1\"/>", formulas), "- 366", &["formula-without-value"]);
    // Where nobody is to calculate it again it is what the formula gave.
    case("a.xlsx", &xlsx("xl/", "", formulas), "0 366", &[]);
    let number = |attributes: &str, shown: &str| {
        format!("<table:table-cell office:value-type=\"float\" {attributes}>{shown}</table:table-cell>")
    };
    let copies = number("office:value=\"366\"", "<text:p>366</text:p>");
    let of = |attributes: &str, shown: &str| ods(&(number(attributes, shown) + &copies));
    case("a.ods", &of("table:formula=\"of:=[.B9]\"", ""), "- 366", &["formula-without-value"]);
    for error in ["#DIV/0!", "#REF!", "Err:502"] {
        let shown = format!("<text:p>{error}</text:p>");
        case("a.ods", &of("office:value=\"0\"", &shown), "- 366", &["number-unreadable"]);
    }
    case("a.ods", &of("office:value=\"72.3\"", "<text:p>72,3</text:p>"), "72.3 366", &[]);
    // OpenDocument as the standard has it keeps an error as an empty text.
    let error = "<table:table-cell office:value-type=\"string\" office:string-value=\"\" table:formula=\"of:=1/0\">\
                 <text:p>#DIV/0!</text:p></table:table-cell>";
    case("a.ods", &ods(&(error.to_owned() + &copies)), "- 366", &["number-unreadable"]);
    let empty = error.replace("<text:p>#DIV/0!</text:p>", "");
    case("a.ods", &ods(&(empty + &copies)), "- 366", &[]);
}

#[test]
fn the_sign_that_an_open_document_shows_behind_a_number_is_read_with_it() {
    // A number whose format writes the sign as a letter is what it shows; one that some program has stored as a share, too.
    for (value, shown, said) in [
        ("0.9", "0,9%", "0.9"),
        ("0.9", "0.9 %", "0.9"),
        ("0.94", "0,9% số hóa", "0.94"),
        ("0.94", "1%", "0.94"),
        ("72.34", "72,3%", "72.34"),
        ("0.723", "72,3%", "72.3"),
        ("0.7234", "72,3%", "72.34"),
        ("1", "1%", "1"),
        ("1", "100%", "100"),
        ("0", "0%", "0"),
    ] {
        let percent = format!(
            "<table:table-cell office:value-type=\"float\" office:value=\"{value}\"><text:p>{shown}</text:p></table:table-cell>"
        );
        let copies = "<table:table-cell office:value-type=\"float\" office:value=\"366\"><text:p>366</text:p>\
                      </table:table-cell>";
        case("a.ods", &ods(&(percent + copies)), &format!("{said} 366"), &[]);
    }
}

#[test]
fn what_lies_over_a_cell_is_no_part_of_it() {
    let number = "<table:table-cell office:value-type=\"string\">";
    let chart = "<table:table table:name=\"local-table\"><table:table-row><table:table-cell><text:p>1</text:p>\
                 </table:table-cell></table:table-row></table:table>";
    for over in [
        "<draw:frame><draw:text-box><text:p>Mẫu 01</text:p></draw:text-box></draw:frame>".to_owned(),
        "<draw:g><draw:g><draw:rect><text:p>9</text:p></draw:rect></draw:g><draw:rect><text:p>9</text:p></draw:rect></draw:g>"
            .to_owned(),
        format!("<draw:frame><draw:object>{chart}</draw:object></draw:frame>"),
    ] {
        let figures = format!(
            "{number}{over}<text:p>72,3%</text:p></table:table-cell>{number}<text:p>366</text:p>{over}</table:table-cell>"
        );
        case("a.ods", &ods(&figures), "72.3 366", &[]);
    }
}

#[test]
fn the_number_a_web_page_stores_is_what_it_shows() {
    for (percent, said) in [
        ("<td sdval=\"72.3\">72.3%</td>", "72.3"), // the sign was written by the format
        ("<td x:num=\"0.723\">72,3%</td>", "72.3"),
        ("<td x:num=\"0.72341\">72,3%</td>", "72.341"),
        ("<td data-t=\"n\" data-v=\"0.497\" data-z=\"0%\">50%</td>", "49.7"),
        ("<td data-t=\"s\" data-v=\"5\">72,3%</td>", "72.3"),
    ] {
        case("a.xls", &html(&format!("{percent}<td x:num>366</td>")), &format!("{said} 366"), &[]);
    }
    // A raised number is a footnote's; what is struck out is not said.
    case("a.html", &html("<td>72,3%</td><td>12<sup>2</sup></td>"), "72.3 12", &["number-with-words"]);
    case("a.html", &html("<td>72,3%</td><td><del>500</del>546</td>"), "72.3 546", &[]);
    case("a.html", &html("<td>72,3%</td><td>546<br>600</td>"), "72.3 -", &["number-unreadable"]);
}

#[test]
fn a_footnotes_mark_is_no_digit_and_what_is_struck_out_is_not_said() {
    let copies = |runs: &str| {
        let percent = "<c><v>72.3</v></c>";
        xlsx("xl/", "", &format!("{percent}<c t=\"inlineStr\"><is>{runs}</is></c>"))
    };
    let run = |look: &str, text: &str| format!("<r><rPr>{look}</rPr><t>{text}</t></r>");
    let raised = run("", "366") + &run("<vertAlign val=\"superscript\"/>", "1");
    case("a.xlsx", &copies(&raised), "72.3 366", &["number-with-words"]);
    let struck = run("<strike/>", "500") + &run("<strike val=\"0\"/>", "366");
    case("a.xlsx", &copies(&struck), "72.3 366", &[]);
    case("a.xlsx", &copies(&(run("<b/>", "3") + &run("", "66"))), "72.3 366", &[]);
}

#[test]
fn a_day_of_another_country_is_told_by_its_number() {
    let header = "<tr><td>Mã hồ sơ</td><td>Đơn vị</td><td>Ngày tiếp nhận</td><td>Trạng thái</td></tr>";
    // 44.929 is 3 January 2023; shown as it is written in America.
    let row = |code: u32, day: &str| format!("<tr><td>HS{code}</td><td>{UNIT}</td>{day}<td>Đang xử lý</td></tr>");
    let days = [
        "<td sdval=\"44929.354\" sdnum=\"1033;0;M/D/YYYY H:MM\">1/3/2023 8:30</td>",
        "<td x:num=\"44961\">2/4/2023</td>",
    ];
    let rows = row(1, days[0]) + &row(2, days[1]);
    let page = format!("<table><tr><td>Từ ngày 01/01/2023 đến ngày 31/01/2023</td></tr>{header}{rows}</table>");
    let report = read("a.xls", page.as_bytes());
    assert_eq!(figures(&report), ["bao-yen 1 - 0 - - -"]);
    assert_eq!(said(&report).1, ["dossier-outside-period"]);
}

#[test]
fn truths_are_written_in_two_ways() {
    let header = ["Mã hồ sơ", "Đơn vị", "Ngày tiếp nhận", "Trạng thái", "Kết quả điện tử"];
    let text = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let row = |number: u32, truth: &str| {
        let cells = [&format!("HS{number}"), UNIT, "05/01/2023", "Đã trả kết quả"].map(text).concat();
        format!("<row>{cells}<c t=\"b\"><v>{truth}</v></c></row>")
    };
    let rows = ["1", "0", "true", "false"].into_iter().zip(1..).map(|(truth, number)| row(number, truth));
    let sheet = format!("<row>{}</row>{}", header.map(text).concat(), rows.collect::<String>());
    assert_eq!(figures(&read("a.xlsx", &books::xlsx_of(&sheet, "", ""))), ["bao-yen 4 - 4 2 - -"]);
}

#[test]
fn days_since_1904_stay_so_whatever_follows() {
    let main = "<workbookPr date1904=\"1\"/><extLst><ext><x15:workbookPr chartTrackingRefBase=\"1\"/></ext></extLst>";
    let title = "<c t=\"inlineStr\"><is><t>Đơn vị</t></is></c>";
    let book = format!("<workbook><sheets><sheet name=\"Bảng\" r:id=\"rId1\"/></sheets>{main}</workbook>");
    let styles = "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
    // 43.467 days behind 1 January 1904 lies 3 January 2023.
    let text = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let header = format!("<row>{}{title}{}{}</row>", text("Mã hồ sơ"), text("Ngày tiếp nhận"), text("Trạng thái"));
    let row = format!("<row>{}{}<c s=\"0\"><v>43467</v></c>{}</row>", text("HS-1"), text(UNIT), text("Đang xử lý"));
    let period = format!("<row>{}</row>", text("Từ ngày 01/01/2023 đến ngày 31/01/2023"));
    let sheet = format!("<worksheet><sheetData>{period}{header}{row}</sheetData></worksheet>");
    let bytes = books::archive(&[
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ]);
    assert_eq!(figures(&read("a.xlsx", &bytes)), ["bao-yen 1 - 0 - - -"]);
}

#[test]
fn parts_of_a_workbook_may_lie_anywhere() {
    let figures = "<c><v>72.3</v></c><c><v>366</v></c>";
    for folder in ["xl/", "", "spread/sheets/"] {
        case("a.xlsx", &xlsx(folder, "", figures), "72.3 366", &[]);
    }
    // A sheet without a part, as macros of old leave behind.
    let macros = "<sheets><sheet name=\"Module1\" sheetId=\"2\" r:id=\"\"/></sheets>";
    case("a.xlsm", &xlsx("xl/", macros, figures), "72.3 366", &[]);
}
