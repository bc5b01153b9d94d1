//! A catalogue's file as lines of cells, and which of them is its header.

use super::column::Column;
use crate::text::tidy;

/// One line of the file: its number and its cells, tidied.
pub(super) type Line = (u64, Vec<String>);

/// The lines of a text, by the separator under which its header is one.
pub(super) fn lines(text: &str) -> Option<(Vec<Line>, usize)> {
    let text = text.trim_start_matches('\u{feff}');
    [b';', b',', b'\t'].into_iter().find_map(|separator| {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator)
            .from_reader(text.as_bytes());
        // Text of any width has no error to give.
        let lines: Vec<Line> = reader
            .records()
            .filter_map(Result::ok)
            .map(|record| {
                (
                    record.position().map_or(0, |start| line_of(text, start)),
                    record.iter().map(|cell| tidy(cell).into_owned()).collect(),
                )
            })
            .collect();
        let is_header = |(_, cells): &Line| {
            [Column::Id, Column::Name]
                .into_iter()
                .all(|column| cells.iter().any(|cell| Column::with_header(cell) == Some(column)))
        };
        let header = lines.iter().position(is_header)?;
        Some((lines, header))
    })
}

/// The line a record begins in. The reader counts from the end of the record before, blank lines included.
fn line_of(text: &str, start: &csv::Position) -> u64 {
    let from = usize::try_from(start.byte()).unwrap_or(usize::MAX);
    let blank = text.as_bytes().get(from..).unwrap_or_default().iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    start.line() + blank.filter(|byte| **byte == b'\n').map(|_| 1).sum::<u64>()
}
