//! Pages of paragraphs: each page of the document is a section of Word, which counts its own pages.

use std::fmt::Write as _;

use super::MAIN;
use super::RELATIONS;
use super::millimetres;
use super::styles::place;
use super::table;
use crate::documents::Align;
use crate::documents::Block;
use crate::documents::Document;
use crate::documents::Page;
use crate::documents::Paragraph;
use crate::documents::Role;
use crate::documents::Run;
use crate::export::xml::DECLARATION;
use crate::export::xml::escape;

/// A4, and the margins that offices use: above and below 20 mm, left 30, right 20.
const SHORT: u32 = 11_906;
const LONG: u32 = 16_838;
const MARGIN: u32 = 1_134;
const LEFT: u32 = 1_701;

/// The document's main part.
pub(super) fn body(document: &Document) -> String {
    let mut xml = format!("{DECLARATION}<w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><w:body>");
    for (at, page) in document.pages.iter().enumerate() {
        let width = if page.lying { LONG } else { SHORT } - LEFT - MARGIN;
        for (at, block) in page.blocks.iter().enumerate() {
            match block {
                Block::Paragraph(it) => {
                    // Who signs is never alone on a page.
                    let signed_below = matches!(page.blocks.get(at + 1), Some(Block::Pair(_)));
                    paragraph(&mut xml, it, None, width, signed_below);
                }
                Block::Pair(pair) => table::pair(&mut xml, pair, width),
                Block::Table(it) => table::table(&mut xml, it),
            }
        }
        let section = section(page);
        if at + 1 == document.pages.len() {
            // Word wants a paragraph behind a table.
            if !matches!(page.blocks.last(), Some(Block::Paragraph(_))) {
                small(&mut xml, "");
            }
            xml.push_str(&section);
        } else {
            small(&mut xml, &section);
        }
    }
    xml.push_str("</w:body></w:document>");
    xml
}

/// A paragraph of no height that ends a section or stands behind a table.
fn small(xml: &mut String, section: &str) {
    let _ = write!(
        xml,
        "<w:p><w:pPr><w:spacing w:line=\"20\" w:lineRule=\"exact\"/><w:rPr><w:sz w:val=\"2\"/></w:rPr>{section}</w:pPr></w:p>"
    );
}

/// Paper, margins, and the number of the page, which the first page does not show.
fn section(page: &Page) -> String {
    let (wide, high, orient) = if page.lying { (LONG, SHORT, " w:orient=\"landscape\"") } else { (SHORT, LONG, "") };
    format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/><w:type w:val=\"nextPage\"/>\
         <w:pgSz w:w=\"{wide}\" w:h=\"{high}\"{orient}/>\
         <w:pgMar w:top=\"{MARGIN}\" w:right=\"{MARGIN}\" w:bottom=\"{MARGIN}\" w:left=\"{LEFT}\" w:header=\"567\" \
         w:footer=\"567\" w:gutter=\"0\"/><w:pgNumType w:start=\"1\"/><w:titlePg/></w:sectPr>"
    )
}

/// A paragraph in a column so wide; `align` is said by the column of a table.
pub(super) fn paragraph(xml: &mut String, paragraph: &Paragraph, align: Option<Align>, width: u32, keep: bool) {
    if let Role::Line(length) = paragraph.role {
        return line(xml, millimetres(length), width);
    }
    let _ = write!(xml, "<w:p><w:pPr><w:pStyle w:val=\"{}\"/>", paragraph.role.code());
    if keep {
        xml.push_str("<w:keepNext/>");
    }
    if let Some(align) = align {
        let _ = write!(xml, "<w:jc w:val=\"{}\"/>", place(align));
    }
    xml.push_str("</w:pPr>");
    for Run { text, bold } in &paragraph.runs {
        xml.push_str("<w:r>");
        if *bold {
            xml.push_str("<w:rPr><w:b/><w:bCs/></w:rPr>");
        }
        for (at, line) in text.lines().enumerate() {
            if at > 0 {
                xml.push_str("<w:br/>");
            }
            let _ = write!(xml, "<w:t xml:space=\"preserve\">{}</w:t>", escape(line));
        }
        xml.push_str("</w:r>");
    }
    xml.push_str("</w:p>");
}

/// A line in the middle of a column: the upper border of a paragraph without height.
fn line(xml: &mut String, length: u32, width: u32) {
    let aside = width.saturating_sub(length) / 2;
    let _ = write!(
        xml,
        "<w:p><w:pPr><w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"auto\"/></w:pBdr>\
         <w:spacing w:before=\"60\" w:after=\"60\" w:line=\"120\" w:lineRule=\"exact\"/><w:ind w:left=\"{aside}\" w:right=\"{aside}\"/>\
         <w:rPr><w:sz w:val=\"4\"/></w:rPr></w:pPr></w:p>"
    );
}
