//! The rows of one file on their way into its table.

use super::GatherError;
use crate::columns::PREVIEW_ROWS;
use crate::columns::Table;
use crate::columns::TableError;
use crate::intake::Cursor;
use crate::intake::Row;
use crate::intake::RowView;
use crate::intake::TakeRows;
use crate::text::tidy;

/// Rows among which an officer finds the header, cells of each, letters of a cell.
const ROWS_SHOWN: usize = 60;
const CELLS_SHOWN: usize = 40;
const LETTERS_SHOWN: usize = 40;

/// The rows on their way into the table, which may refuse them.
pub(super) struct Rows {
    pub(super) table: Table,
    pub(super) refused: Option<TableError>,
    pub(super) first: Vec<Row>,
    /// The first rows, cut, for the choice of the header.
    pub(super) cut: Vec<Row>,
    pub(super) filled: usize,
    pub(super) blank: u64,
}

impl TakeRows for Rows {
    fn view(&mut self, row: RowView<'_>) {
        if self.are_shown() && self.table.view(&row) {
            self.filled += 1;
        } else {
            self.row(row.to_row());
        }
    }

    fn ahead(&mut self, text: Cursor<'_>, number: u32) -> (u32, usize) {
        if !self.are_shown() {
            return (0, 0);
        }
        let taken = self.table.ahead(text, number);
        self.filled += taken.0 as usize;
        taken
    }

    fn title(&mut self, title: &str) {
        self.table.title(title);
    }

    fn sheet(&mut self, name: &str) {
        self.table.sheet(name);
    }

    fn merged(&mut self, column: u32, first: u32, last: u32) {
        self.table.merged(column, first, last);
    }

    fn row(&mut self, row: Row) {
        if row.cells.iter().all(String::is_empty) {
            self.blank += 1;
        } else {
            self.filled += 1;
            if self.first.len() <= PREVIEW_ROWS {
                self.first.push(row.clone());
            }
            if self.cut.len() < ROWS_SHOWN {
                self.cut.push(cut(&row));
            }
        }
        if self.refused.is_none() {
            self.refused = self.table.row(row).err();
        }
    }
}

impl Rows {
    pub(super) fn new(table: Table) -> Self {
        Self { table, refused: None, first: Vec::new(), cut: Vec::new(), filled: 0, blank: 0 }
    }

    /// Whether what is shown of the first rows is complete.
    pub(super) fn are_shown(&self) -> bool {
        self.cut.len() == ROWS_SHOWN && self.first.len() > PREVIEW_ROWS && self.refused.is_none()
    }

    /// Whether rows further below can be read by themselves.
    pub(super) fn has_below(&self) -> bool {
        self.are_shown() && self.table.has_below()
    }

    /// Rows for a table further below; what is shown of the first rows stands here.
    pub(super) fn below(&self) -> Option<Self> {
        let table = self.table.below().filter(|_| self.are_shown())?;
        Some(Self { table, refused: None, first: self.first.clone(), cut: self.cut.clone(), filled: 0, blank: 0 })
    }

    pub(super) fn check(&self) -> Result<(), GatherError> {
        self.refused.clone().map_or(Ok(()), |error| Err(error.into()))
    }
}

/// A row to be looked at.
fn cut(row: &Row) -> Row {
    let cells = row.cells.iter().take(CELLS_SHOWN).map(|cell| tidy(cell).chars().take(LETTERS_SHOWN).collect());
    Row { number: row.number, cells: cells.collect() }
}
