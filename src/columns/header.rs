//! A header cell: its text, its key, and the name by which an officer's answer about it is remembered.

use crate::text::fold;
use crate::text::tidy;

/// Tiêu đề cột: the header of one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Its column, counted from 1.
    pub column: u32,
    /// Its text.
    pub text: String,
    /// Its words without marks, capitals and punctuation.
    pub key: String,
    /// Its key, numbered from the second column of the same name on: `ghi chu`, `ghi chu 2`.
    pub name: String,
}

impl Header {
    /// The headers of a row, left to right.
    #[must_use]
    pub fn of_row(cells: &[String]) -> Vec<Self> {
        let mut headers: Vec<Self> = Vec::with_capacity(cells.len());
        for (column, cell) in (1..).zip(cells) {
            let key = fold(cell);
            let before = headers.iter().filter(|header| header.key == key).count();
            let name = if before == 0 { key.clone() } else { format!("{key} {}", before + 1) };
            headers.push(Self { column, text: tidy(cell).into_owned(), key, name });
        }
        headers
    }

    /// Whether the header itself says that its numbers are percentages.
    pub(super) fn says_percent(&self) -> bool {
        self.text.contains('%') || self.has_words("phan tram") || self.has_words("ty le") || self.has_words("tl")
    }

    /// Whether these words stand in the header as whole words.
    pub(super) fn has_words(&self, words: &str) -> bool {
        format!(" {} ", self.key).contains(&format!(" {words} "))
    }
}
