//! One sheet on its way: cells, merged areas and what is hidden come in, rows and what an officer should know leave.

use std::collections::BTreeSet;

use super::Row;
use super::beside::Beside;
use super::beside::Told;
use super::grid::Area;
use super::grid::Budget;
use super::grid::Grid;
use super::grid::TooMuch;

/// Rows and columns that a sheet of any format can have; what stands beyond is not dropped: the file is refused.
const ROWS: u32 = 1 << 20;
const COLUMNS: u32 = 1 << 14;
/// Stretches of hidden columns that are kept; no sheet has so many by hand.
const STRETCHES_KEPT: usize = 1000;

/// Trang tính: one sheet of a workbook.
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) hidden: bool,
    pub(super) rows: Vec<Row>,
    pub(super) beside: Beside,
}

/// A sheet that is being read. Places are counted from 0.
pub(super) struct Building<'budget> {
    name: String,
    hidden: bool,
    grid: Grid,
    budget: &'budget Budget,
    hidden_rows: BTreeSet<u32>,
    /// First and last column of each hidden stretch.
    hidden_columns: Vec<(u32, u32)>,
    formulas: Vec<(u32, u32)>,
}

impl<'budget> Building<'budget> {
    pub(super) fn new(name: String, hidden: bool, budget: &'budget Budget) -> Self {
        Self {
            name,
            hidden,
            grid: Grid::default(),
            budget,
            hidden_rows: BTreeSet::new(),
            hidden_columns: Vec::new(),
            formulas: Vec::new(),
        }
    }

    pub(super) fn put(&mut self, row: u32, column: u32, text: String) -> Result<(), TooMuch> {
        if row >= ROWS || column >= COLUMNS {
            return Err(TooMuch);
        }
        self.grid.put(row, column, text, self.budget)
    }

    pub(super) fn merge(&mut self, area: Area) {
        self.grid.merge(area);
    }

    pub(super) fn hide_row(&mut self, row: u32) {
        self.hidden_rows.insert(row);
    }

    pub(super) fn hide_columns(&mut self, first: u32, last: u32) {
        if self.hidden_columns.len() < STRETCHES_KEPT {
            self.hidden_columns.push((first, last));
        }
    }

    /// A formula whose value the writing program left out.
    pub(super) fn formula_without_value(&mut self, row: u32, column: u32) -> Result<(), TooMuch> {
        self.formulas.push((row, column));
        self.budget.take(1, 0)
    }

    /// Only what is hidden and holds something is told.
    pub(super) fn finish(self) -> Result<Sheet, TooMuch> {
        let hidden_columns: Vec<u32> = self
            .grid
            .columns()
            .into_iter()
            .filter(|column| self.hidden_columns.iter().any(|(first, last)| (first..=last).contains(&column)))
            .collect();
        let hidden_rows: Vec<u32> = self.hidden_rows.into_iter().filter(|row| self.grid.holds(*row)).collect();
        let rows = self.grid.finish(self.budget)?;
        let row_told = |row: u32| {
            let at = rows.binary_search_by_key(&(row + 1), |row| row.number).ok();
            let cells = at.map_or(&[][..], |at| &rows[at].cells);
            let filled: Vec<&str> = cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).take(4).collect();
            Told { row: Some(row + 1), column: None, found: filled.join(" | ") }
        };
        let column_told = |column: u32| {
            let found = rows.iter().filter_map(|row| row.cells.get(column as usize)).find(|cell| !cell.is_empty());
            Told { row: None, column: Some(column + 1), found: found.cloned().unwrap_or_default() }
        };
        let cell_told = |&(row, column): &(u32, u32)| Told {
            row: Some(row.saturating_add(1)),
            column: Some(column.saturating_add(1)),
            found: String::new(),
        };
        let beside = Beside {
            hidden_rows: hidden_rows.into_iter().map(row_told).collect(),
            hidden_columns: hidden_columns.into_iter().map(column_told).collect(),
            formulas_without_value: self.formulas.iter().map(cell_told).collect(),
            ..Beside::default()
        };
        Ok(Sheet { name: self.name, hidden: self.hidden, rows, beside })
    }
}
