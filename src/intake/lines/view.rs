//! A row as it lies in the text, cut and not copied.

use std::borrow::Cow;

use crate::intake::Row;

/// Một dòng trong văn bản: a row of a text, whose cells are copied only when somebody asks for them.
#[derive(Clone, Copy, Debug)]
pub struct RowView<'text> {
    /// Its number, counted from 1 as a spreadsheet shows it.
    pub number: u32,
    text: &'text str,
    /// Where each cell ends in the text; a separator follows.
    ends: &'text [u32],
}

impl<'text> RowView<'text> {
    #[inline]
    pub(in crate::intake) fn new(number: u32, text: &'text str, ends: &'text [u32]) -> Self {
        Self { number, text, ends }
    }

    /// How many cells it has; a blank line has none.
    #[must_use]
    #[inline]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether it is a blank line.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// A cell as it is written, its quotes included; empty behind the last cell.
    #[must_use]
    #[inline]
    pub fn written(&self, index: usize) -> &'text str {
        let Some(end) = self.ends.get(index) else { return "" };
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before] + 1);
        self.text.get(start as usize..*end as usize).unwrap_or_default()
    }

    /// A cell; empty behind the last.
    #[must_use]
    pub fn cell(&self, index: usize) -> Cow<'text, str> {
        let written = self.written(index);
        match written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
            None => Cow::Borrowed(written),
            Some(inner) if inner.contains('"') => Cow::Owned(inner.replace("\"\"", "\"")),
            Some(inner) => Cow::Borrowed(inner),
        }
    }

    /// A row that owns its cells.
    #[must_use]
    pub fn to_row(&self) -> Row {
        Row { number: self.number, cells: (0..self.len()).map(|index| self.cell(index).into_owned()).collect() }
    }
}
