//! What an officer has said about a file before it is read again: how its letters are written, which sheet is meant.

use super::Encoding;

/// Gợi ý: answers that reading obeys instead of judging for itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hints {
    /// The encoding of a text.
    pub encoding: Option<Encoding>,
    /// The sheet of a workbook, by its name.
    pub sheet: Option<String>,
}
