//! A document as a web page of its own: to be looked at, to be printed on A4, to be copied into a letter with its looks.

use std::fmt::Write as _;

use maud::DOCTYPE;
use maud::Markup;
use maud::PreEscaped;
use maud::html;

use crate::documents::Align;
use crate::documents::Block;
use crate::documents::Document;
use crate::documents::Look;
use crate::documents::Page;
use crate::documents::Paragraph;
use crate::documents::Role;
use crate::documents::Table;

/// What it is called on the way to a disk.
pub const HTML_TYPE: &str = "text/html;charset=utf-8";

/// Paper and tables. A printer gives each part its own pages, repeats headers and splits no row.
const PAPER: &str = "\
@page { size: A4; margin: 20mm 20mm 20mm 30mm }
@page lying { size: A4 landscape; margin: 20mm 20mm 20mm 30mm }
body { margin: 0; color: #000; font: 14pt/1.15 'Times New Roman', 'Liberation Serif', serif }
section { break-before: page }
section:first-of-type { break-before: auto }
section.lying { page: lying }
p { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap }
table { border-collapse: collapse; margin: 0 auto }
thead { display: table-header-group }
tr { break-inside: avoid }
p:has(+ .pair) { break-after: avoid }
.pair { width: 100%; table-layout: fixed }
.pair td { padding: 0; vertical-align: top }
.lines { margin-top: 6pt; table-layout: fixed }
.lines th, .lines td { border: 1px solid #000; padding: 1pt 1mm; vertical-align: middle; overflow-wrap: anywhere }
@media screen { section { max-width: 160mm; margin: 20mm auto } section.lying { max-width: 247mm } }
";

/// The document as a web page.
#[must_use]
pub fn to_html(document: &Document) -> String {
    let mut style = PAPER.to_owned();
    for role in Role::ALL {
        rule(&mut style, role);
    }
    let page = html! {
        (DOCTYPE)
        html lang="vi" {
            head {
                meta charset="utf-8";
                title { (document.title) }
                style { (PreEscaped(style)) }
            }
            body { @for page in &document.pages { (section(page)) } }
        }
    };
    page.into_string()
}

/// The looks of a role.
fn rule(style: &mut String, role: Role) {
    let Look { size, bold, italic, align, indent, first, before, .. } = role.look();
    // Twentieths of a point: two digits after the point say them exactly.
    let points = |length: u16| format!("{}.{:02}pt", length / 20, length % 20 * 5);
    let half = if size % 2 == 1 { ".5" } else { "" };
    let _ = writeln!(
        style,
        ".{} {{ font-size: {}{half}pt; text-align: {}; margin: {} 0 0 {}; text-indent: {}{}{} }}",
        role.code(),
        size / 2,
        place(align),
        points(before),
        points(indent),
        points(first),
        if bold { "; font-weight: bold" } else { "" },
        if italic { "; font-style: italic" } else { "" },
    );
}

const fn place(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
        Align::Justify => "justify",
    }
}

fn section(page: &Page) -> Markup {
    html! {
        section.lying[page.lying] {
            @for block in &page.blocks {
                @match block {
                    Block::Paragraph(it) => (paragraph(it)),
                    Block::Pair(pair) => table.pair role="presentation" {
                        colgroup { col style={ "width: " (pair.left) "mm" }; col; }
                        @for cells in &pair.rows {
                            tr { @for cell in cells { td { @for it in cell { (paragraph(it)) } } } }
                        }
                    },
                    Block::Table(it) => (table(it)),
                }
            }
        }
    }
}

fn paragraph(paragraph: &Paragraph) -> Markup {
    if let Role::Line(length) = paragraph.role {
        return html! { p style={ "width: " (length) "mm; margin: 1pt auto 4pt; border-top: 1px solid #000" } {} };
    }
    html! {
        p class=(paragraph.role.code()) {
            @for run in &paragraph.runs {
                @if run.bold { b { (run.text) } } @else { (run.text) }
            }
        }
    }
}

fn table(table: &Table) -> Markup {
    html! {
        table.lines aria-label=(table.caption) {
            colgroup { @for column in &table.columns { col style={ "width: " (column.width) "mm" }; } }
            thead { tr { @for column in &table.columns { th.header-cell scope="col" { (column.header) } } } }
            tbody {
                @for row in &table.rows {
                    tr {
                        @for (cell, column) in row.iter().zip(&table.columns) {
                            td.cell style={ "text-align: " (place(column.align)) } { (cell) }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::TableColumn;

    #[test]
    fn text_is_text_and_a_table_says_what_its_columns_are() {
        let column = TableColumn { header: "Tên <đơn vị>".into(), width: 40, align: Align::Right };
        let table = Table { caption: "A \"B\"".into(), columns: vec![column], rows: vec![vec!["<b>".into()]] };
        let blocks = vec![Paragraph::new(Role::Body, "1 < 2").into(), Block::Table(table)];
        let document =
            Document { title: "Thử & sai".into(), name: "thu".into(), pages: vec![Page { lying: true, blocks }] };
        let page = to_html(&document);
        for expected in [
            "<title>Thử &amp; sai</title>",
            "<section class=\"lying\"><p class=\"body\">1 &lt; 2</p>",
            "<th class=\"header-cell\" scope=\"col\">Tên &lt;đơn vị&gt;</th>",
            "<td class=\"cell\" style=\"text-align: right\">&lt;b&gt;</td>",
            "aria-label=\"A &quot;B&quot;\"",
            // 14 points, 6 points above, the first line 36 points further in.
            ".body { font-size: 14pt; text-align: justify; margin: 6.00pt 0 0 0.00pt; text-indent: 36.00pt }",
        ] {
            assert!(page.contains(expected), "{expected} in {page}");
        }
    }
}
