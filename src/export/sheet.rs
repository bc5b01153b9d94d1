//! A table that leaves the house: what its printers, text with semicolons and a workbook, have in common.

use std::borrow::Cow;

use crate::domain::Day;
use crate::domain::Decimal;

/// Bảng: one table with its header, before it is text or a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What the sheet of a workbook is called: 31 characters at the most, none of `[]:*?/\`.
    pub name: Cow<'static, str>,
    /// What the table is called in formulas: letters, digits and `_`, no two of a workbook alike.
    pub table: &'static str,
    /// What stands above every printed page.
    pub title: String,
    /// Its columns, from left to right.
    pub columns: Vec<Column>,
    /// How many columns stay in sight when one looks further to the right.
    pub fixed: u8,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
    /// What stands below an empty row, where filters and pivot tables end: cells under the same columns.
    pub below: Vec<Vec<Cell>>,
}

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The words in its header, which no other column of the sheet has.
    pub header: Cow<'static, str>,
    /// How wide it is shown, in digits; longer texts go on in the next line.
    pub width: u8,
}

impl Column {
    /// A column with this header and this width.
    pub(crate) const fn new(header: &'static str, width: u8) -> Self {
        Self { header: Cow::Borrowed(header), width }
    }
}

/// A cell of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is known, or nothing applies: never a 0.
    Empty,
    /// Words, whatever they look like.
    Text(String),
    /// A number one can count with.
    Number(Decimal, Shown),
    /// A day.
    Day(Day),
}

/// How a workbook shows a number. The number itself is exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// `2001`, `72,345678`: as it is, for numbers that name a place.
    Plain,
    /// `1.343`
    Count,
    /// `72,3%`, of the number 72.3
    Percent,
    /// `10,89`
    Points,
}

impl Cell {
    /// Words; an empty cell where there are none.
    #[must_use]
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    /// A number that names a place; an empty cell where it is unknown.
    #[must_use]
    pub fn place(number: Option<u32>) -> Self {
        Self::counted(number.map(u64::from), Shown::Plain)
    }

    /// A count; an empty cell where it is unknown.
    #[must_use]
    pub fn count(count: Option<u64>) -> Self {
        Self::counted(count, Shown::Count)
    }

    /// A number; an empty cell where it is unknown.
    #[must_use]
    pub fn number(number: Option<Decimal>, shown: Shown) -> Self {
        number.map_or(Self::Empty, |number| Self::Number(number, shown))
    }

    fn counted(count: Option<u64>, shown: Shown) -> Self {
        match count {
            None => Self::Empty,
            // A count too large for our numbers is still shown to the last digit.
            Some(count) => {
                Decimal::from_count(count).map_or_else(|| Self::Text(count.to_string()), |it| Self::Number(it, shown))
            }
        }
    }
}
