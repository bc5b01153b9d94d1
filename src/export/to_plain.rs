//! A document as plain text: for a chat, for a mail, for a field that takes nothing else. Cells are parted by tabs, so that
//! a table pasted into a spreadsheet is one again.

use crate::documents::Block;
use crate::documents::Document;
use crate::documents::Paragraph;
use crate::documents::Role;

/// The document as text, a paragraph a line, an empty line between parts.
#[must_use]
pub fn to_plain(document: &Document) -> String {
    let mut parts: Vec<String> = Vec::new();
    for page in &document.pages {
        let mut lines = Vec::new();
        for block in &page.blocks {
            match block {
                Block::Paragraph(paragraph) => lines.extend(line(paragraph)),
                Block::Pair(pair) => lines.extend(pair.rows.iter().flatten().flatten().filter_map(line)),
                Block::Table(table) => {
                    let header: Vec<String> = table.columns.iter().map(|column| column.header.clone()).collect();
                    lines.extend(std::iter::once(&header).chain(&table.rows).map(|row| cells(row)));
                }
            }
        }
        parts.push(lines.concat());
    }
    parts.join("\n")
}

/// A paragraph and its end; nothing for a line that is drawn.
fn line(paragraph: &Paragraph) -> Option<String> {
    (!matches!(paragraph.role, Role::Line(_))).then(|| format!("{}\n", paragraph.text()))
}

fn cells(row: &[String]) -> String {
    let cells: Vec<String> = row.iter().map(|cell| cell.replace(['\t', '\n', '\r'], " ")).collect();
    format!("{}\n", cells.join("\t"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::Align;
    use crate::documents::Page;
    use crate::documents::Table;
    use crate::documents::TableColumn;

    #[test]
    fn a_table_is_parted_by_tabs_and_lines_that_are_drawn_are_left_out() {
        let column = |header: &str| TableColumn { header: header.into(), width: 10, align: Align::Left };
        let rows = vec![vec!["1".to_owned(), "a\tb\nc".to_owned()]];
        let table = Table { caption: String::new(), columns: vec![column("STT"), column("Tên")], rows };
        let paragraph = |role, text: &str| Block::from(Paragraph::new(role, text));
        let first = vec![paragraph(Role::AppendixLabel, "Phụ lục"), paragraph(Role::Line(9), ""), Block::Table(table)];
        let second = vec![paragraph(Role::Note, "Nguồn")];
        let page = |blocks| Page { lying: false, blocks };
        let document = Document { title: "A".into(), name: "a".into(), pages: vec![page(first), page(second)] };
        assert_eq!(to_plain(&document), "Phụ lục\nSTT\tTên\n1\ta b c\n\nNguồn\n");
    }
}
