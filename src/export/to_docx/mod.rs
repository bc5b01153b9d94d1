//! A document as a text document of Word: A4, the margins, letters and page numbers of Nghị định 30/2020/NĐ-CP. The same
//! document gives the same bytes, on every machine and on every day.
//!
//! Written by hand after ECMA-376, part 1: no more of the format than we need.

mod body;
mod styles;
mod table;

use super::package::PACKAGE;
use super::package::Package;
use super::package::app;
use super::package::core;
use super::package::relations;
use super::xml::DECLARATION;
use crate::documents::Document;

/// What it is called on the way to a disk.
pub const DOCX_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The main language of a document's parts, and of the relations between parts.
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Millimetres in twentieths of a point.
const fn millimetres(length: u16) -> u32 {
    length as u32 * 567 / 10
}

/// The document as a file.
#[must_use]
pub fn to_docx(document: &Document) -> Vec<u8> {
    let mut package = Package::new();
    package.add("[Content_Types].xml", content_types());
    package.add("_rels/.rels", relations("word/document.xml"));
    package.add("docProps/core.xml", core(&document.title));
    package.add("docProps/app.xml", app());
    package.add("word/document.xml", body::body(document));
    package.add("word/_rels/document.xml.rels", document_relations());
    package.add("word/styles.xml", styles::styles());
    package.add("word/settings.xml", settings());
    package.add("word/header1.xml", header());
    package.into_bytes()
}

fn content_types() -> String {
    let part = |(part, kind)| format!("<Override PartName=\"/word/{part}.xml\" ContentType=\"{KIND}.{kind}+xml\"/>");
    let parts = [("document", "document.main"), ("styles", "styles"), ("settings", "settings"), ("header1", "header")];
    let parts = parts.map(part).concat();
    format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{parts}\
         <Override PartName=\"/docProps/core.xml\" \
         ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         <Override PartName=\"/docProps/app.xml\" \
         ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>"
    )
}

fn document_relations() -> String {
    let relation = |(number, part): (usize, &str)| {
        format!(
            "<Relationship Id=\"rId{number}\" Type=\"{RELATIONS}/{}\" Target=\"{part}.xml\"/>",
            part.trim_end_matches('1')
        )
    };
    let relations: String = (1..).zip(["styles", "settings", "header1"]).map(relation).collect();
    format!("{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">{relations}</Relationships>")
}

/// Word of today: without this it opens documents as one of 2007 would.
fn settings() -> String {
    format!(
        "{DECLARATION}<w:settings xmlns:w=\"{MAIN}\"><w:compat><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>"
    )
}

/// The page's number, in the middle of the margin above.
fn header() -> String {
    format!(
        "{DECLARATION}<w:hdr xmlns:w=\"{MAIN}\"><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>\
         <w:fldSimple w:instr=\" PAGE \"><w:r><w:rPr><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/></w:rPr>\
         <w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>"
    )
}

#[cfg(test)]
mod tests;
