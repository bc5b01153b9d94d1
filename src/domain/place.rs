//! Where in a file something was seen.

use serde::Deserialize;
use serde::Serialize;

/// Vị trí: a file and, as far as known, the row and column in it, both counted from 1 as a spreadsheet shows them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The file's name as the officer chose it.
    pub file: String,
    /// The sheet of a workbook; text files have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The row; `None` when the whole file is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// The column; `None` when the whole row is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
}

impl Place {
    /// The whole file.
    #[must_use]
    pub fn file(name: &str) -> Self {
        Self { file: name.to_owned(), sheet: None, row: None, column: None }
    }

    /// A row of the same file.
    #[must_use]
    pub fn row(&self, row: u32) -> Self {
        Self { row: Some(row), column: None, ..self.clone() }
    }

    /// The row of a cell.
    #[must_use]
    pub fn whole_row(&self) -> Self {
        Self { column: None, ..self.clone() }
    }

    /// A cell of the same file.
    #[must_use]
    pub fn cell(&self, row: u32, column: u32) -> Self {
        Self { row: Some(row), column: Some(column), ..self.clone() }
    }

    /// Whether it is in the same file as another, and in the same sheet of it.
    #[must_use]
    pub fn is_in_table_of(&self, other: &Self) -> bool {
        self.file == other.file && self.sheet == other.sheet
    }

    /// The place in words, without the file's name: `dòng 9, cột 3 (C)`. Empty for a whole file.
    #[must_use]
    pub fn within_file(&self) -> String {
        let mut words = Vec::new();
        words.extend(self.sheet.as_ref().map(|sheet| format!("trang tính «{sheet}»")));
        words.extend(self.row.map(|row| format!("dòng {row}")));
        words.extend(self.column.map(|column| format!("cột {column} ({})", Self::letters(column))));
        words.join(", ")
    }

    /// The letters a spreadsheet puts above a column: 1 is A, 27 is AA.
    #[must_use]
    pub fn letters(column: u32) -> String {
        let mut letters = Vec::new();
        let mut rest = column;
        while rest > 0 {
            rest -= 1;
            letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
            rest /= 26;
        }
        letters.iter().rev().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_told_as_a_spreadsheet_shows_it() {
        assert_eq!(Place::file("a.csv").cell(9, 3).within_file(), "dòng 9, cột 3 (C)");
        assert_eq!(Place::file("a.csv").row(4).within_file(), "dòng 4");
        assert_eq!(Place::file("a.csv").within_file(), "");
    }

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        for (column, letters) in [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (702, "ZZ"), (703, "AAA")] {
            assert_eq!(Place::letters(column), letters);
        }
    }
}
