//! What an officer should know beside the rows of a sheet: what nobody sees of it, what a program left out, which other
//! sheets look the same.

use crate::domain::Place;
use crate::notices::NoticeCode;
use crate::notices::Notices;

/// One place of a sheet and what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The row, counted from 1; `None` when a whole column is meant.
    pub row: Option<u32>,
    /// The column, counted from 1; `None` when a whole row is meant.
    pub column: Option<u32>,
    /// What stands there.
    pub found: String,
}

impl Told {
    /// A whole row and the first of what it holds.
    pub(super) fn row(number: u32, cells: &[String]) -> Self {
        let filled: Vec<&str> = cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).take(4).collect();
        Self { row: Some(number), column: None, found: filled.join(" | ") }
    }
}

/// Bên lề: what is worth knowing of the sheet that was read, beside its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// Rows that are hidden, by hand or by a filter, and hold something.
    pub hidden_rows: Vec<Told>,
    /// Columns that are hidden and hold something.
    pub hidden_columns: Vec<Told>,
    /// How many columns the header has and how many cells its rows, where hidden columns are left out of the rows alone.
    pub(super) left_out: Option<(u32, u32)>,
    /// Where a table of a web page is cut off; no row where it is another than the one that was read.
    pub cut_off: Option<Told>,
    /// Formulas whose value was never stored.
    pub formulas_without_value: Vec<Told>,
    /// Other sheets with a table like the one that was read, where nobody has said which is meant.
    pub alike: Vec<String>,
    /// The same of the tables of a web page, and of the lists of an answer in JSON that are no part of the one that was read.
    pub tables_alike: Vec<String>,
    /// The tables of a web page, or lists of an answer in JSON, whose rows were read behind those of the first.
    pub tables_joined: Vec<String>,
    /// What an answer in JSON says of rows that are not in it.
    pub list_part: Option<String>,
}

impl Beside {
    /// Says it all in notices; the place is the sheet.
    pub fn tell(&self, place: &Place, notices: &mut Notices) {
        for (code, all) in [
            (NoticeCode::RowsHidden, &self.hidden_rows[..]),
            (NoticeCode::ColumnsHidden, &self.hidden_columns),
            (NoticeCode::FormulaWithoutValue, &self.formulas_without_value),
            (NoticeCode::TableCutOff, self.cut_off.as_slice()),
        ] {
            for told in all {
                notices.add(code, &Place { row: told.row, column: told.column, ..place.clone() }, &told.found);
            }
        }
        if let Some(said) = &self.list_part {
            notices.add(NoticeCode::ListIncomplete, place, said);
        }
        for (code, all) in [
            (NoticeCode::SheetsAlike, &self.alike),
            (NoticeCode::TablesAlike, &self.tables_alike),
            (NoticeCode::TablesJoined, &self.tables_joined),
        ] {
            for name in all {
                notices.add(code, place, name);
            }
        }
    }
}
