//! A table that leaves the house: what its printers, text with semicolons and a workbook, have in common.

use crate::domain::Decimal;

/// Bảng: one table with its header, before it is text or a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What the sheet of a workbook is called: 31 characters at the most, none of `[]:*?/\`.
    pub name: &'static str,
    /// What stands above every printed page.
    pub title: String,
    /// Its columns, from left to right.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The word in its header.
    pub header: &'static str,
    /// How wide it is shown, in digits; longer texts go on in the next line.
    pub width: u8,
}

/// A cell of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is known, or nothing applies: never a 0.
    Empty,
    /// Words, whatever they look like.
    Text(String),
    /// A number one can count with.
    Number(Decimal),
}

impl Cell {
    /// Words; an empty cell where there are none.
    #[must_use]
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    /// A count; an empty cell where it is unknown.
    #[must_use]
    pub fn count(count: Option<u64>) -> Self {
        match count {
            None => Self::Empty,
            // A count too large for our numbers is still shown to the last digit.
            Some(count) => Decimal::from_count(count).map_or_else(|| Self::Text(count.to_string()), Self::Number),
        }
    }
}
