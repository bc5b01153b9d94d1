//! Text of cells and separators: nothing that is written is lost, and rows written out read back.

use sohoa::intake::Encoding;
use sohoa::intake::Format;

use super::read;
use super::read_in_any_blocks;
use super::written_in;

/// Reads bytes as text in Unicode.
pub fn delimited(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let Ok((rows, understood)) = read_in_any_blocks(text.as_bytes(), written_in(Encoding::Utf8)) else { return };
    let Format::Text { sniffed, dialect } = &understood.format else { return };
    let separator = char::from(dialect.delimiter);
    let table = &text[sniffed.mark + dialect.directive..];
    let cells = rows.iter().flat_map(|row| &row.cells).flat_map(|cell| cell.chars());
    // A text that ends within a quote has left out what had come of its last cell.
    let lacks_last = rows.last().and_then(|row| row.cells.last()).is_some_and(String::is_empty);
    let kept = match understood.open_quote {
        Some(_) if lacks_last => {
            let lines = table.trim_end_matches(['\r', '\n']);
            lines.rfind([separator, '\r', '\n']).map_or("", |last| &lines[..last])
        }
        _ => table,
    };
    assert_eq!(told(cells, separator), told(kept.chars(), separator), "letters are lost or appear");

    if !text.contains('"') {
        let lines = table.replace('\0', "").replace("\r\n", "\n").replace('\r', "\n");
        assert_eq!(rows.len(), lines.split_terminator('\n').count(), "without quotes a line is a row");
    }

    if matches!(separator, '"' | '\0') {
        return; // nothing can be written with these
    }
    let mut written = format!("sep={separator}\n");
    for row in &rows {
        let cells: Vec<String> = row.cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        written.push_str(&cells.join(&separator.to_string()));
        written.push('\n');
    }
    let (again, _) = read(written.as_bytes(), written.len(), written_in(Encoding::Utf8)).expect("text with rows");
    assert_eq!(again, rows, "rows written out read back");
}

/// The letters that may not be taken away: those of no separator, quote, mark of order or damage.
pub(super) fn told(letters: impl Iterator<Item = char>, separator: char) -> String {
    letters.filter(|letter| *letter != separator && !matches!(letter, '"' | '\r' | '\n' | '\u{feff}' | '\0')).collect()
}
