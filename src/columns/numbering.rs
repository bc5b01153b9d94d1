//! Rows that number the columns of a form: `(1) (2) (3)=(1)+(2)`, or A B 1 2.

use super::ColumnMap;
use super::Field;
use crate::intake::Row;
use crate::text::tidy;

/// Longest cell of a row that numbers the columns, in bytes: `(12)=(3)+(4)+(5)+(6)`.
const LONGEST: usize = 60;

/// What numbers a column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// A is 1.
    Letter(u32),
    Number(u32),
    /// `3.1`, a part of the third.
    Part(u32, u32),
}

impl Mark {
    fn of(cell: &str) -> Option<Self> {
        let first = cell.split('=').next().unwrap_or(cell).trim().trim_matches(['(', ')', '[', ']']);
        match first.as_bytes() {
            [letter] if letter.is_ascii_alphabetic() => {
                Some(Self::Letter(u32::from(letter.to_ascii_uppercase() - b'A') + 1))
            }
            _ => match first.split_once('.') {
                Some((whole, part)) => Some(Self::Part(whole.parse().ok()?, part.parse().ok()?)),
                None => first.parse().ok().map(Self::Number),
            },
        }
    }

    /// Whether this mark may stand right of another.
    fn follows(self, before: Self) -> bool {
        let is_next = |own: u32, before: u32| own.checked_sub(1) == Some(before);
        match (before, self) {
            (Self::Letter(before), Self::Letter(own))
            | (Self::Number(before) | Self::Part(before, _), Self::Number(own)) => is_next(own, before),
            (Self::Letter(_), own) => own == Self::Number(1),
            (Self::Number(before), Self::Part(whole, part)) => (whole, part) == (before, 1),
            (Self::Part(before, last), Self::Part(whole, part)) => whole == before && is_next(part, last),
            (_, Self::Letter(_)) => false,
        }
    }
}

/// Most columns that a form numbers.
const MOST: u32 = 99;

/// Whether the row right below the header numbers its columns in whatever order: some were moved, or taken out. Where the
/// unit's name should stand it has a number or a letter.
pub(super) fn is_numbering_below(row: &Row, map: &ColumnMap) -> bool {
    let is_mark = |cell: &String| {
        let small = |mark: Mark| !matches!(mark, Mark::Number(number) if number == 0 || number > MOST);
        cell.is_empty() || (cell.len() <= LONGEST && Mark::of(&tidy(cell)).is_some_and(small))
    };
    row.number == map.header_row + 1 && !map.cell(row, Field::Unit).is_empty() && row.cells.iter().all(is_mark)
}

/// Whether the cells number the columns. A row of one unit cannot be mistaken for this: its name is no number.
pub(super) fn is_numbering(row: &Row) -> bool {
    if row.cells.iter().any(|cell| cell.len() > LONGEST) {
        return false;
    }
    let cells = (1_u32..).zip(&row.cells).map(|(column, cell)| (column, tidy(cell)));
    let filled: Vec<_> = cells.filter(|(_, cell)| !cell.is_empty()).collect();
    // A spreadsheet takes “(1)” for a debt.
    let is_debt = filled.iter().all(|(_, cell)| cell.starts_with('-'));
    let mark = |cell: &str| Mark::of(if is_debt { &cell[1..] } else { cell });
    let Some(marks) = filled.iter().map(|(_, cell)| mark(cell)).collect::<Option<Vec<_>>>() else { return false };
    let Some((column, cell)) = filled.first().filter(|_| marks.len() >= 2) else { return false };
    // Bare numbers right of blank cells may be figures of nobody.
    let begins = matches!(marks[0], Mark::Letter(1) | Mark::Number(1))
        || (marks[0] == Mark::Number(*column) && (is_debt || cell.starts_with(['(', '['])));
    begins && marks.windows(2).all(|pair| pair[1].follows(pair[0]))
}
