//! Letters that a program could not write and replaced by question marks: `T? l? s? h?a`. What is lost so is in no file.

use crate::intake::Row;
use crate::notices::quote;
use crate::text::tidy;

/// So many words with a question mark within are no questions.
const WORDS: usize = 3;

/// The first row and cell that show the loss; `None` where the rows are well.
pub(super) fn lost_letters(rows: &[Row]) -> Option<(u32, String)> {
    let cells = || rows.iter().flat_map(|row| row.cells.iter().map(|cell| (row.number, cell)));
    let words = |cell: &str| tidy(cell).split([' ', ',', '.', '/', '(', ')']).filter(|word| is_torn(word)).count();
    let torn: usize = cells().map(|(_, cell)| words(cell)).sum();
    let (row, cell) = cells().find(|(_, cell)| words(cell) > 0)?;
    (torn >= WORDS).then(|| (row, quote(&tidy(cell))))
}

/// Whether a letter stands behind a question mark in a word.
fn is_torn(word: &str) -> bool {
    word.split_once('?').is_some_and(|(_, behind)| behind.contains(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn torn_words_are_told_from_questions() {
        let found = |cell: &str| lost_letters(&[Row { number: 4, cells: vec![cell.to_owned()] }]).map(|(row, _)| row);
        assert_eq!(found("T? l? % t?ng chung nh?m s? h?a h? s?"), Some(4));
        assert_eq!(found("Tên ??n v? th?c hi?n"), Some(4));
        assert_eq!(found("Đơn vị nào? Khi nào? Bao nhiêu? Vì sao?"), None);
        assert_eq!(found("x?y"), None);
    }
}
