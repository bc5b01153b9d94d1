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

/// Room in which the cells of a row are laid side by side, as they lie in a text.
#[derive(Default)]
pub struct Lying {
    text: String,
    ends: Vec<u32>,
}

impl Lying {
    /// A row as it would lie in a text; `None` where a row in a text is looked at more closely
    /// ([`Masks::odd`](super::masks::Masks)).
    pub fn lay(&mut self, number: u32, cells: &[String]) -> Option<RowView<'_>> {
        let Self { text, ends } = self;
        text.clear();
        ends.clear();
        for cell in cells {
            if cell.bytes().any(|byte| matches!(byte, 0 | 0xcc | 0xcd | 0xef)) {
                return None;
            }
            if cell.contains('"') {
                text.extend(["\"", &cell.replace('"', "\"\""), "\""]);
            } else {
                text.push_str(cell);
            }
            ends.push(u32::try_from(text.len()).ok()?);
            text.push('\t');
        }
        Some(RowView::new(number, text, ends))
    }
}

impl<'text> RowView<'text> {
    #[inline(always)]
    pub(super) fn new(number: u32, text: &'text str, ends: &'text [u32]) -> Self {
        Self { number, text, ends }
    }

    /// How many cells it has; a blank line has none.
    #[must_use]
    #[inline(always)]
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
    #[inline(always)]
    pub fn written(&self, index: usize) -> &'text str {
        let Some(end) = self.ends.get(index) else { return "" };
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before] + 1);
        self.text.get(start as usize..*end as usize).unwrap_or_default()
    }

    /// The bytes of its cells as they are written, left to right.
    #[inline(always)]
    pub fn bytes(&self) -> impl Iterator<Item = &'text [u8]> + use<'text> {
        let (text, mut start) = (self.text.as_bytes(), 0);
        self.ends.iter().map(move |end| {
            let end = *end as usize;
            let cell = text.get(start..end).unwrap_or_default();
            start = end + 1;
            cell
        })
    }

    /// A cell; empty behind the last.
    #[must_use]
    pub fn cell(&self, index: usize) -> Cow<'text, str> {
        cell_of(self.written(index))
    }

    /// A row that owns its cells.
    #[must_use]
    pub fn to_row(&self) -> Row {
        Row { number: self.number, cells: (0..self.len()).map(|index| self.cell(index).into_owned()).collect() }
    }
}

/// The cell that is written so, its quotes included.
#[must_use]
pub fn cell_of(written: &str) -> Cow<'_, str> {
    match written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        None => Cow::Borrowed(written),
        Some(inner) if inner.contains('"') => Cow::Owned(inner.replace("\"\"", "\"")),
        Some(inner) => Cow::Borrowed(inner),
    }
}

// The laws want proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_row_lies_as_it_is(cells in prop::collection::vec("[a;\t\n\" ạ\u{fffd}\u{301}\0]{0,3}", 0..5)) {
            let (row, mut lying) = (Row { number: 7, cells }, Lying::default());
            let is_odd = row.cells.concat().contains(['\u{fffd}', '\u{301}', '\0']);
            prop_assert_eq!(lying.lay(row.number, &row.cells).map(|view| view.to_row()), (!is_odd).then(|| row.clone()));
        }
    }
}
