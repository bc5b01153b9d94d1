//! Workbooks: whatever their parts hold, reading ends soon with rows in order or with a sentence, twice the same.

use sohoa::intake::Hints;

use super::parts::workbook_of;
use super::read;

/// Reads bytes as a workbook, or the workbook whose parts they are.
pub fn spreadsheet(bytes: &[u8]) {
    let workbook = workbook_of(bytes);
    let file = workbook.as_deref().unwrap_or(bytes);
    let whole = read(file, file.len(), Hints::default());
    assert_eq!(read(file, 1 + file.len() / 3, Hints::default()), whole, "blocks change nothing");
    match whole {
        Ok((rows, _)) => assert!(rows.windows(2).all(|pair| pair[0].number < pair[1].number), "row numbers rise"),
        Err(error) => assert!(error.to_string().ends_with('.'), "a sentence"),
    }
}
