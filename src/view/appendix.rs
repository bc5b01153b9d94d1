//! The appendix as it will be printed: to be looked at before it is issued, and to be copied into a letter as a table.

use maud::Markup;
use maud::html;

use crate::analysis::Report;
use crate::documents::Align;
use crate::documents::Block;
use crate::documents::Role;
use crate::documents::Table;
use crate::documents::appendix;
use crate::documents::appendix_rows;

/// Rows that are shown; longer tables leave as files alone.
const ROWS: usize = 300;

/// The appendices, and a button that copies them with their looks.
pub(super) fn preview(report: &Report) -> Markup {
    if appendix_rows(report) > ROWS {
        return html! {};
    }
    let document = appendix(report);
    let blocks: Vec<&Block> = document.pages.iter().flat_map(|page| &page.blocks).collect();
    html! {
        details #appendix {
            summary { "Xem phụ lục, chép để dán vào Word" }
            p { button.quiet type="button" data-copy="appendix-text" { "Chép phụ lục" } }
            div.scroll #appendix-text tabindex="0" role="group" aria-label="Phụ lục" { @for block in blocks { (shown(block)) } }
        }
    }
}

fn shown(block: &Block) -> Markup {
    match block {
        Block::Paragraph(it) => match it.role {
            Role::AppendixLabel | Role::AppendixTitle | Role::Draft => html! { p { b { (it.text()) } } },
            Role::AppendixReference => html! { p { i { @for (at, line) in it.text().lines().enumerate() {
                @if at > 0 { br; } (line)
            } } } },
            // The page of method has a place of its own.
            _ => html! {},
        },
        Block::Table(it) => table(it),
        Block::Pair(_) => html! {},
    }
}

fn table(table: &Table) -> Markup {
    html! {
        // A caption would be copied as well, below the title that says the same.
        table aria-label=(table.caption) {
            thead { tr { @for column in &table.columns { th scope="col" { (column.header) } } } }
            tbody {
                @for row in &table.rows {
                    tr {
                        @for (cell, column) in row.iter().zip(&table.columns) {
                            td.left[column.align == Align::Left] { (cell) }
                        }
                    }
                }
            }
        }
    }
}
