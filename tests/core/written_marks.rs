//! Cells as programs of others write them, of which a careless reader makes a wrong number or none: errors of formulas,
//! footnotes' marks raised behind a number, what was struck out, figures that stand in the fields of a form.

use crate::support;
use crate::support::books;
use crate::support::lines::plain;
use sohoa::analysis::Settings;

const HEADER: [&str; 3] = ["Đơn vị", "Tỷ lệ % tổng chung nhóm số hóa hồ sơ", "Chứng thực điện tử"];
const UNIT: &str = "UBND huyện Bảo Yên";

/// Percentage and certified copies of Bảo Yên, and what is noticed but for units that are missing.
#[track_caller]
fn case(name: &str, bytes: &[u8], figures: &str, notices: &[&str]) {
    let report = support::json(&support::report(&[(name, bytes)], &Settings::default()));
    let unit = report["units"].as_array().unwrap().iter().find(|unit| unit["id"] == "bao-yen").unwrap();
    let found: Vec<String> =
        report["notices"].as_array().unwrap().iter().map(|notice| plain(&notice["code"])).collect();
    let found: Vec<&str> = found.iter().map(String::as_str).filter(|code| *code != "unit-missing").collect();
    let said = format!("{} {}", plain(&unit["percent"]), plain(&unit["certified_copies"]));
    assert_eq!((said.as_str(), &found[..]), (figures, notices), "{name}\n{}", report["notices"]);
}

/// A workbook of Excel, the unit's copies in this cell.
fn xlsx(copies: &str) -> Vec<u8> {
    let text = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let rows = format!("<row>{}</row><row>{}<c><v>72.3</v></c>{copies}</row>", HEADER.map(text).concat(), text(UNIT));
    books::xlsx_of(&rows, "", "")
}

/// A workbook of OpenDocument, as one text, with these styles.
fn fods(styles: &str, copies: &str) -> Vec<u8> {
    let text = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let row = |cells: String| format!("<table:table-row>{cells}</table:table-row>");
    let kind = "office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"";
    let rows = row(HEADER.map(text).concat()) + &row(text(UNIT) + &text("72,3%") + copies);
    // A sheet before it must not take the styles along.
    let first = "<table:table table:name=\"Bìa\"/>";
    format!(
        "<?xml version=\"1.0\"?><office:document {kind}><office:automatic-styles>{styles}</office:automatic-styles>{first}\
         <table:table table:name=\"Bảng\">{rows}</table:table></office:document>"
    )
    .into_bytes()
}

/// The XML workbook of Excel 2003.
fn xml2003(copies: &str) -> Vec<u8> {
    let text = |text: &str| format!("<Cell><Data ss:Type=\"String\">{text}</Data></Cell>");
    let rows = format!("<Row>{}</Row><Row>{}{}{copies}</Row>", HEADER.map(text).concat(), text(UNIT), text("72,3%"));
    format!("<?xml version=\"1.0\"?><Workbook><Worksheet ss:Name=\"a\"><Table>{rows}</Table></Worksheet></Workbook>")
        .into_bytes()
}

/// A web page.
fn html(rows: &str) -> Vec<u8> {
    let header = HEADER.map(|text| format!("<th>{text}</th>")).concat();
    format!("<html><meta charset=utf-8><body><table><tr>{header}</tr>{rows}</table></body></html>").into_bytes()
}

#[test]
fn the_error_of_a_formula_is_no_word_for_nothing() {
    for error in ["#N/A", "#NULL!", "#n/a"] {
        case("a.xlsx", &xlsx(&format!("<c t=\"e\"><f>X</f><v>{error}</v></c>")), "72.3 -", &["number-unreadable"]);
        let cell =
            "<table:table-cell calcext:value-type=\"error\" table:formula=\"of:=X\" office:value-type=\"string\">";
        let cell = format!("{cell}<text:p>{error}</text:p></table:table-cell>");
        case("a.fods", &fods("", &cell), "72.3 -", &["number-unreadable"]);
        let cell = format!("<Cell ss:Formula=\"=X\"><Data ss:Type=\"Error\">{error}</Data></Cell>");
        case("a.xml", &xml2003(&cell), "72.3 -", &["number-unreadable"]);
        let row = format!("<tr><td>{UNIT}</td><td>72,3%</td><td>{error}</td></tr>");
        case("a.html", &html(&row), "72.3 -", &["number-unreadable"]);
    }
    for nothing in ["N/A", "null", "-"] {
        let row = format!("<tr><td>{UNIT}</td><td>72,3%</td><td>{nothing}</td></tr>");
        case("a.html", &html(&row), "72.3 -", &[]);
    }
}

#[test]
fn a_raised_mark_is_no_digit_of_its_number_in_any_format() {
    let style = |name: &str, look: &str| {
        format!("<style:style style:name=\"{name}\"><style:text-properties {look}/></style:style>")
    };
    let styles = [
        style("T1", "style:text-position=\"super 58%\""),
        style("T2", "style:text-position=\"33% 58%\""),
        style("T3", "style:text-position=\"0% 100%\""),
        style("T4", "style:text-line-through-style=\"solid\""),
        style("T5", "style:text-position=\"sub 58%\""),
        style("T6", "style:text-position=\"-33% 58%\""),
    ]
    .concat();
    let cell = |letters: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{letters}</text:p></table:table-cell>")
    };
    let span = |style: &str, letters: &str| format!("<text:span text:style-name=\"{style}\">{letters}</text:span>");
    let of = |letters: String| fods(&styles, &cell(&letters));
    for raised in ["T1", "T2", "T5", "T6"] {
        case("a.fods", &of("1112".to_owned() + &span(raised, "3")), "72.3 1112", &["number-with-words"]);
        // Whatever stands in it.
        let within = span(raised, &span("T3", "3"));
        case("a.fods", &of("1112".to_owned() + &within), "72.3 1112", &["number-with-words"]);
    }
    case("a.fods", &of(span("T3", "11") + "12"), "72.3 1112", &[]);
    case("a.fods", &of(span("T4", "500") + "546"), "72.3 546", &[]);
    case("a.fods", &of(span("T4", "546")), "72.3 546", &[]);
    let data = |letters: &str| xml2003(&format!("<Cell><ss:Data ss:Type=\"String\">{letters}</ss:Data></Cell>"));
    case("a.xml", &data("1112<Sup>3</Sup>"), "72.3 1112", &["number-with-words"]);
    case("a.xml", &data("1112<Sup><Font>3</Font></Sup>"), "72.3 1112", &["number-with-words"]);
    case("a.xml", &data("<S>500</S><Font>546</Font>"), "72.3 546", &[]);
    case("a.xml", &data("<B>5</B>46"), "72.3 546", &[]);
    let row = |copies: &str| format!("<tr><td>{UNIT}<sup>1</sup></td><td>72,3%</td><td>{copies}</td></tr>");
    case("a.html", &html(&row("1.343<sup>2</sup>")), "72.3 1343", &["number-with-words"]);
    case("a.html", &html(&row("1.343 <sup>(2)</sup>")), "72.3 1343", &["number-with-words"]);
    case("a.html", &html(&row("<sup>1343</sup>")), "72.3 1343", &[]);
    // Raised or lowered by a style, or lowered by its name, it is a mark as well.
    for open in ["sub", "span style=\"vertical-align:super\"", "span style='font-size:8pt; Vertical-Align: Sub'"] {
        let name = open.split(' ').next().unwrap();
        let copies = format!("1.343<{open}>2</{name}>");
        case("a.html", &html(&row(&copies)), "72.3 1343", &["number-with-words"]);
        case("a.html", &html(&row(&format!("1.3<{open}></{name}>43"))), "72.3 1343", &[]);
    }
    case("a.html", &html(&row("1.3<span style=\"vertical-align:middle\">43</span>")), "72.3 1343", &[]);
    case("a.xml", &data("1112<Sub>3</Sub>"), "72.3 1112", &["number-with-words"]);
    let run =
        "<c t=\"inlineStr\"><is><r><t>1343</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>2</t></r></is></c>";
    case("a.xlsx", &xlsx(run), "72.3 1343", &["number-with-words"]);
    let run = run.replace("superscript", "subscript");
    case("a.xlsx", &xlsx(&run), "72.3 1343", &["number-with-words"]);
    case("a.xlsx", &xlsx(&run.replace("subscript", "baseline")), "72.3 13432", &[]);
    // A cell of Excel whose every run is struck out is said as one in a struck font is.
    let struck = "<c t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>546</t></r></is></c>";
    case("a.xlsx", &xlsx(struck), "72.3 546", &[]);
}

/// Excel until 2003: the table of texts holds the unit's copies with runs of other fonts.
fn xls(letters: &str, runs: &[(u16, u16)]) -> Vec<u8> {
    let record = |kind: u16, data: &[u8]| {
        [&kind.to_le_bytes()[..], &u16::try_from(data.len()).unwrap().to_le_bytes(), data].concat()
    };
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let length = |text: &str| u16::try_from(text.encode_utf16().count()).unwrap().to_le_bytes();
    // Height, marks (8: struck out), colour, weight, raised or not, and what does not matter here.
    let font = |marks: u8, raised: u8| record(0x31, &[200, 0, marks, 0, 0, 0, 0x90, 1, raised, 0, 0, 0, 0, 0, 0, 0]);
    let plain = [HEADER[0], HEADER[1], HEADER[2], UNIT, "72,3%"];
    let mut texts = [6_u32.to_le_bytes(), 6_u32.to_le_bytes()].concat();
    for text in plain {
        texts.extend([&length(text)[..], &[1], &wide(text)].concat());
    }
    texts.extend(
        [&length(letters)[..], &[9], &u16::try_from(runs.len()).unwrap().to_le_bytes(), &wide(letters)].concat(),
    );
    for (first, font) in runs {
        texts.extend([first.to_le_bytes(), font.to_le_bytes()].concat());
    }
    // Fonts 0 to 3 and 5, 6: none bears the number 4.
    let fonts = [font(0, 0), font(0, 0), font(0, 0), font(0, 0), font(0, 1), font(8, 0)].concat();
    let globals = |at: usize| {
        let name = [&u32::try_from(at).unwrap().to_le_bytes()[..], &[0, 0, 1, 0, b'a']].concat();
        let begin = record(0x0809, &[0, 6, 5, 0, 0, 0]);
        [begin, fonts.clone(), record(0x85, &name), record(0xfc, &texts), record(0x0a, &[])].concat()
    };
    let mut stream = globals(globals(0).len());
    stream.extend(record(0x0809, &[0, 6, 0x10, 0, 0, 0]));
    for (row, column, text) in [(0, 0, 0), (0, 1, 1), (0, 2, 2), (1, 0, 3), (1, 1, 4), (1, 2, 5)] {
        stream.extend(record(0xfd, &[row, 0, column, 0, 0, 0, text, 0, 0, 0]));
    }
    stream.extend(record(0x0a, &[]));
    stream
}

#[test]
fn the_runs_of_an_old_workbook_are_read() {
    case("a.xls", &xls("11123", &[(4, 5)]), "72.3 1112", &["number-with-words"]);
    case("a.xls", &xls("11123", &[(4, 3)]), "72.3 11123", &[]);
    case("a.xls", &xls("11123", &[(3, 5), (4, 0)]), "72.3 -", &["number-unreadable"]);
    // 500 was struck out, 546 stands behind it.
    case("a.xls", &xls("500546", &[(0, 6), (3, 0)]), "72.3 546", &[]);
    // Runs beyond the text, and backwards.
    case("a.xls", &xls("546", &[(9, 5), (1, 5)]), "72.3 546", &[]);
}
