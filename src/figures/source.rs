//! Where in its file a table says what it says.

use crate::columns::ColumnMap;
use crate::columns::Field;
use crate::columns::Observation;
use crate::domain::Place;

/// Nguồn: the file a row stands in, and the columns of its table, where it has been read from one.
#[derive(Clone, Copy, Debug)]
pub struct Source<'table> {
    /// The file, with its sheet.
    pub file: &'table Place,
    /// The columns; `None` where rows are counted and not read.
    pub map: Option<&'table ColumnMap>,
}

impl<'table> Source<'table> {
    /// A file whose rows are counted.
    #[must_use]
    pub const fn of(file: &'table Place) -> Self {
        Self { file, map: None }
    }

    /// The cell that names a row's unit; the row where none does.
    #[must_use]
    pub fn unit(&self, row: &Observation) -> Place {
        self.cell(row.row, row.column)
    }

    /// The cell of a row that holds a figure.
    #[must_use]
    pub fn figure(&self, row: &Observation, field: Field) -> Place {
        self.figure_at(row.row, row.right, field)
    }

    /// The same of the row with this number, whose figures stand so far right of their headers.
    #[must_use]
    pub fn figure_at(&self, row: u32, right: u32, field: Field) -> Place {
        let column = self.map.and_then(|map| map.column(field));
        self.cell(row, column.map(|column| column + right))
    }

    fn cell(&self, row: u32, column: Option<u32>) -> Place {
        column.map_or_else(|| self.file.row(row), |column| self.file.cell(row, column))
    }
}
