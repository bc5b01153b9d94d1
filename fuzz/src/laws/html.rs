//! Tables in markup: any tags are read in bounded time and memory, and cells written as a plain table read back.

use std::fmt::Write as _;

use sohoa::intake::Encoding;
use sohoa::intake::Format;
use sohoa::intake::Row;

use super::parts::stretched;
use super::read;
use super::read_in_any_blocks;
use super::written_in;

/// Reads bytes as a page; where they begin with a star, a long one is made of the rest.
pub fn html(bytes: &[u8]) {
    if let [b'*', piece @ ..] = bytes {
        let page = [if piece.starts_with(b"<") { &b""[..] } else { b"<table>" }, &stretched(piece)].concat();
        let _ = read(&page, page.len(), written_in(Encoding::Utf8));
        return;
    }
    let text = String::from_utf8_lossy(bytes);
    let page = if text.starts_with('<') { text.into_owned() } else { format!("<table>{text}") };
    let Ok((rows, understood)) = read_in_any_blocks(page.as_bytes(), written_in(Encoding::Utf8)) else { return };
    if !matches!(understood.format, Format::Markup { .. }) {
        return;
    }
    let mut written = "<table>".to_owned();
    for row in &rows {
        written.push_str("<tr>");
        for cell in &row.cells {
            let cell = cell.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            let _ = write!(written, "<td>{cell}</td>");
        }
        written.push_str("</tr>\n");
    }
    written.push_str("</table>");
    let (again, _) = read(written.as_bytes(), written.len(), written_in(Encoding::Utf8)).expect("a page with a table");
    assert_eq!(spaced(&again), spaced(&rows), "cells written out read back");
}

/// Cells whose runs of white space are one space, without those behind the last that holds anything: how far a wide cell
/// reaches beyond a table is no matter.
fn spaced(rows: &[Row]) -> Vec<Vec<String>> {
    let spaced = |cell: &String| cell.split_whitespace().collect::<Vec<_>>().join(" ");
    let filled = |row: &Row| row.cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
    rows.iter().map(|row| row.cells[..filled(row)].iter().map(spaced).collect()).collect()
}
