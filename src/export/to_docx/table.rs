//! Tables: with lines, whose header every page repeats and whose rows no page splits, and pairs of columns without lines.

use std::fmt::Write as _;

use super::body::paragraph;
use super::millimetres;
use crate::documents::Align;
use crate::documents::Pair;
use crate::documents::Paragraph;
use crate::documents::Role;
use crate::documents::Table;
use crate::export::xml::escape;

/// Room beside the words of a cell.
const ASIDE: u32 = 57;

/// A table with lines.
pub(super) fn table(xml: &mut String, table: &Table) {
    let widths: Vec<u32> = table.columns.iter().map(|column| millimetres(column.width)).collect();
    xml.push_str("<w:tbl><w:tblPr>");
    let _ = write!(
        xml,
        "<w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders>",
        widths.iter().sum::<u32>()
    );
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        let _ = write!(xml, "<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>");
    }
    let _ = write!(
        xml,
        "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"{ASIDE}\" w:type=\"dxa\"/>\
         <w:right w:w=\"{ASIDE}\" w:type=\"dxa\"/></w:tblCellMar><w:tblLook w:val=\"0020\" w:firstRow=\"1\"/>\
         <w:tblCaption w:val=\"{}\"/></w:tblPr>",
        escape(&table.caption)
    );
    grid(xml, &widths);
    let header = table.columns.iter().map(|column| (Paragraph::new(Role::HeaderCell, &column.header), Align::Center));
    row(xml, "<w:cantSplit/><w:tblHeader/>", &widths, header);
    for cells in &table.rows {
        let cells = cells.iter().zip(&table.columns);
        let cells = cells.map(|(cell, column)| (Paragraph::new(Role::Cell, cell), column.align));
        row(xml, "<w:cantSplit/>", &widths, cells);
    }
    xml.push_str("</w:tbl>");
}

fn row(xml: &mut String, about: &str, widths: &[u32], cells: impl Iterator<Item = (Paragraph, Align)>) {
    let _ = write!(xml, "<w:tr><w:trPr>{about}</w:trPr>");
    for ((cell, align), width) in cells.zip(widths) {
        let _ =
            write!(xml, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>");
        paragraph(xml, &cell, Some(align), *width, false);
        xml.push_str("</w:tc>");
    }
    xml.push_str("</w:tr>");
}

/// Two columns without lines, together so wide.
pub(super) fn pair(xml: &mut String, pair: &Pair, width: u32) {
    let left = millimetres(pair.left);
    let widths = [left, width - left];
    let _ = write!(
        xml,
        "<w:tbl><w:tblPr><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
         <w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
    );
    grid(xml, &widths);
    for cells in &pair.rows {
        xml.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (paragraphs, width) in cells.iter().zip(widths) {
            let _ = write!(xml, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>");
            for it in paragraphs {
                paragraph(xml, it, None, width, false);
            }
            // Word wants a paragraph in every cell.
            if paragraphs.is_empty() {
                xml.push_str("<w:p/>");
            }
            xml.push_str("</w:tc>");
        }
        xml.push_str("</w:tr>");
    }
    xml.push_str("</w:tbl>");
}

fn grid(xml: &mut String, widths: &[u32]) {
    xml.push_str("<w:tblGrid>");
    for width in widths {
        let _ = write!(xml, "<w:gridCol w:w=\"{width}\"/>");
    }
    xml.push_str("</w:tblGrid>");
}
