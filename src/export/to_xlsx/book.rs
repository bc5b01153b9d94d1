//! The parts that hold a workbook together.

use std::fmt::Write as _;

use super::MAIN;
use super::RELATIONS;
use super::strings::spelled;
use super::table;
use crate::export::package::PACKAGE;
use crate::export::sheet::Sheet;
use crate::export::xml::DECLARATION;
use crate::export::xml::escape;

const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// What each part is.
pub(super) fn content_types(sheets: &[Sheet]) -> String {
    let mut xml = format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    let mut part = |name: &str, kind: &str| {
        let _ = write!(xml, "<Override PartName=\"/{name}\" ContentType=\"{kind}\"/>");
    };
    part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    part("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
    part("xl/workbook.xml", &format!("{KIND}.sheet.main+xml"));
    part("xl/styles.xml", &format!("{KIND}.styles+xml"));
    part("xl/sharedStrings.xml", &format!("{KIND}.sharedStrings+xml"));
    for (number, sheet) in (1..).zip(sheets) {
        part(&format!("xl/worksheets/sheet{number}.xml"), &format!("{KIND}.worksheet+xml"));
        if table::is_one(sheet) {
            part(&format!("xl/tables/table{number}.xml"), &format!("{KIND}.table+xml"));
        }
    }
    xml.push_str("</Types>");
    xml
}

/// The sheets by name, and the rows that every printed page repeats.
pub(super) fn book(sheets: &[Sheet]) -> String {
    let mut xml = format!(
        "{DECLARATION}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><bookViews><workbookView/></bookViews><sheets>"
    );
    for (number, sheet) in (1..).zip(sheets) {
        let name = escape(&spelled(&sheet.name)).into_owned();
        let _ = write!(xml, "<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
    }
    xml.push_str("</sheets><definedNames>");
    for (index, sheet) in sheets.iter().enumerate() {
        let name = sheet.name.replace('\'', "''");
        let _ = write!(
            xml,
            "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{index}\">'{}'!$1:$1</definedName>",
            escape(&name)
        );
    }
    xml.push_str("</definedNames></workbook>");
    xml
}

/// What joins the workbook to its parts.
pub(super) fn book_relations(sheets: &[Sheet]) -> String {
    let mut xml = format!("{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    let sheet = |number: usize| (format!("worksheets/sheet{number}.xml"), "worksheet");
    let parts = (1..=sheets.len()).map(sheet);
    let shared = [("styles.xml", "styles"), ("sharedStrings.xml", "sharedStrings")];
    let shared = shared.map(|(target, kind)| (target.to_owned(), kind));
    for (number, (target, kind)) in (1..).zip(parts.chain(shared)) {
        let _ = write!(xml, "<Relationship Id=\"rId{number}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>");
    }
    xml.push_str("</Relationships>");
    xml
}
