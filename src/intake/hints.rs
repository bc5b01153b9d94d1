//! What an officer has said about a file before it is read again: how its letters are written and repaired, which sheet
//! is meant.

use super::Encoding;
use super::RepairChoice;

/// Gợi ý: answers that reading obeys instead of judging for itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hints {
    /// The encoding of a text.
    pub encoding: Option<Encoding>,
    /// How the letters are repaired, or that they are left as they are.
    pub repair: Option<RepairChoice>,
    /// The sheet of a workbook, by its name.
    pub sheet: Option<String>,
}
