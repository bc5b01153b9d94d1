//! One line of a table as text, for what is saved: a cell stands between quotes where it has to. The library writes such
//! lines too, but brings tables for reading fractions along, which weigh more in the page than all that is saved.

/// Adds the cells of a line and its end.
pub fn push_line<'cell>(text: &mut String, cells: impl IntoIterator<Item = &'cell str>, sign: char, end: &str) {
    let begin = text.len();
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            text.push(sign);
        }
        if cell.contains([sign, '"', '\r', '\n']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(cell);
        }
    }
    // A line without anything is no row to most readers.
    if text.len() == begin {
        text.push_str("\"\"");
    }
    text.push_str(end);
}

// The law wants proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_reader_of_such_lines_gets_the_same_cells(
            rows in prop::collection::vec(prop::collection::vec("[a\";,\r\n '=]{0,4}", 1..4), 1..4), semicolon: bool,
        ) {
            let sign = if semicolon { ';' } else { ',' };
            let mut text = String::new();
            for row in &rows {
                push_line(&mut text, row.iter().map(String::as_str), sign, "\r\n");
            }
            let mut reader = csv::ReaderBuilder::new();
            let reader = reader.has_headers(false).flexible(true).delimiter(sign as u8).from_reader(text.as_bytes());
            let read: Vec<Vec<String>> = reader
                .into_records()
                .map(|row| row.unwrap().iter().map(str::to_owned).collect())
                .collect();
            prop_assert_eq!(read, rows);
        }
    }
}
