//! The parts of a text document, read as text. Other people's readers read whole documents in `tests/`.

use std::io::Cursor;
use std::io::Read;

use super::*;
use crate::documents::Align;
use crate::documents::Block;
use crate::documents::Page;
use crate::documents::Paragraph;
use crate::documents::Role;
use crate::documents::Table;
use crate::documents::TableColumn;

fn main_part(pages: Vec<Page>) -> String {
    let bytes = to_docx(&Document { title: "Thử".into(), name: "thu".into(), pages });
    let mut text = String::new();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

fn paragraph(text: &str) -> Block {
    Paragraph::new(Role::Body, text).into()
}

#[test]
fn text_is_text_whatever_stands_in_it() {
    let page = Page { lying: false, blocks: vec![paragraph("<w:p> & \u{1}\u{ffff} _x0041_\nhai")] };
    let part = main_part(vec![page]);
    // XML has no way to write the two, and the format no spelling of its own for them.
    assert!(part.contains("&lt;w:p&gt; &amp; \u{fffd}\u{fffd} _x0041_</w:t><w:br/><w:t xml:space=\"preserve\">hai"));
}

#[test]
fn every_page_counts_anew_and_lies_as_it_should() {
    let page = |lying| Page { lying, blocks: vec![paragraph("a")] };
    let part = main_part(vec![page(false), page(true)]);
    assert_eq!(part.matches("<w:pgNumType w:start=\"1\"/><w:titlePg/>").count(), 2);
    assert_eq!(part.matches("w:orient=\"landscape\"").count(), 1);
    assert!(part.ends_with("</w:sectPr></w:body></w:document>"));
}

#[test]
fn a_table_repeats_its_header_and_splits_no_row() {
    let column = TableColumn { header: "Tên đơn vị".into(), width: 40, align: Align::Left };
    let rows = vec![vec!["a".to_owned()], vec!["b".to_owned()]];
    let table = Table { caption: "Bảng \"A\"".into(), columns: vec![column], rows };
    let part = main_part(vec![Page { lying: false, blocks: vec![Block::Table(table)] }]);
    assert_eq!((part.matches("<w:tblHeader/>").count(), part.matches("<w:cantSplit/>").count()), (1, 3));
    assert!(part.contains("w:tblCaption w:val=\"Bảng &quot;A&quot;\""));
    // Behind a table stands a paragraph, as Word wants it.
    assert!(part.contains("</w:tbl><w:p>"));
}
