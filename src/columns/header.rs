//! A header cell: its text, its key, and the name by which an officer's answer about it is remembered.

use std::collections::BTreeMap;

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
        // Counted in a map: a row may have a hundred thousand cells.
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let header = |(column, cell): (u32, &String)| {
            let key = fold(cell);
            let same = seen.entry(key.clone()).or_insert(0);
            *same += 1;
            let name = if *same == 1 { key.clone() } else { format!("{key} {same}") };
            Self { column, text: tidy(cell).into_owned(), key, name }
        };
        (1..).zip(cells).map(header).collect()
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
