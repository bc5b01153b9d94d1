//! One sheet on its way: cells, merged areas and what is hidden come in, rows and what an officer should know leave. Of a
//! sheet that may be long only the first rows are kept, and what has to be known before its rows are given.

use std::rc::Rc;

use super::Row;
use super::beside::Beside;
use super::beside::Told;
use super::grid::Area;
use super::grid::Budget;
use super::grid::EVEN_LIMIT;
use super::grid::Grid;
use super::grid::TooMuch;
use crate::domain::Set;

/// Rows and columns that a sheet of any format can have; what stands beyond is not dropped: the file is refused.
const ROWS: u32 = 1 << 20;
const COLUMNS: u32 = 1 << 14;
/// Stretches of hidden columns that are kept; no sheet has so many by hand.
const STRETCHES_KEPT: usize = 1000;

/// Takes what a sheet holds, in the order in which its file keeps it. Places are counted from 0. What one does not mind passes
/// it by.
pub(super) trait TakeCells {
    /// Takes a text in its place.
    fn put(&mut self, row: u32, column: u32, text: &str) -> Result<(), TooMuch>;

    /// Takes a merged area.
    fn merge(&mut self, _: Area) {}

    /// Is told that the sheet is hidden.
    fn hide_sheet(&mut self) {}

    /// Is told that a row is hidden.
    fn hide_row(&mut self, _: u32) {}

    /// Is told that columns are hidden.
    fn hide_columns(&mut self, _: u32, _: u32) {}

    /// Is told that the header has so many columns and the rows so many cells: those of hidden columns are not there.
    fn leave_out(&mut self, _: u32, _: u32) {}

    /// Is told that the table is cut off in this row, and in which cell, which is not taken.
    fn cut_off(&mut self, _: u32, _: Option<u32>) {}

    /// Takes the place of a formula whose value the writing program left out.
    fn formula_without_value(&mut self, _: u32, _: u32) -> Result<(), TooMuch> {
        Ok(())
    }
}

/// Trang tính: one sheet of a workbook.
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) hidden: bool,
    /// Its rows; of a long sheet the first.
    pub(super) rows: Vec<Row>,
    pub(super) beside: Beside,
    pub(super) areas: Vec<Area>,
    /// What is known of a sheet with more rows than these.
    pub(super) long: Option<Box<Long>>,
}

/// Trang dài: what is known of a sheet whose rows are given when it is read once more.
pub(super) struct Long {
    /// How many rows that hold anything stand below those kept.
    pub(super) below: usize,
    /// Whether rows come otherwise than from top to bottom, so that the sheet has to be kept as a whole.
    pub(super) scattered: bool,
    /// How many cells its rows are given.
    pub(super) width: usize,
    pub(super) hidden_rows: Set<u32>,
    /// The hidden columns that hold anything.
    pub(super) hidden_columns: Vec<u32>,
}

/// A sheet that is being read.
pub(super) struct Building {
    name: String,
    hidden: bool,
    grid: Grid,
    /// Rows that are kept.
    keep: usize,
    below: Option<Below>,
    /// The row of the last cell, and whether one stood above the one before.
    row: u32,
    disorder: bool,
    budget: Rc<Budget>,
    hidden_rows: Set<u32>,
    /// First and last column of each hidden stretch.
    hidden_columns: Vec<(u32, u32)>,
    left_out: Option<(u32, u32)>,
    cut_off: Option<Told>,
    formulas: Vec<(u32, u32)>,
}

/// What is counted of rows below those kept.
#[derive(Default)]
struct Below {
    rows: usize,
    /// Cells of the row in hand, up to its last that holds anything.
    cells: usize,
    /// Rows that are made even, and their cells.
    narrow: usize,
    narrow_cells: usize,
    widest: usize,
    columns: Vec<bool>,
}

impl Below {
    fn end_row(&mut self) {
        if (1..=EVEN_LIMIT).contains(&self.cells) {
            self.narrow += 1;
            self.narrow_cells += self.cells;
            self.widest = self.widest.max(self.cells);
        }
        self.cells = 0;
    }
}

impl Building {
    /// A sheet of which the first rows are kept.
    pub(super) fn of_first_rows(name: String, hidden: bool, keep: usize, budget: &Rc<Budget>) -> Self {
        Self {
            name,
            hidden,
            grid: Grid::default(),
            keep,
            below: None,
            row: 0,
            disorder: false,
            budget: Rc::clone(budget),
            hidden_rows: Set::new(),
            hidden_columns: Vec::new(),
            left_out: None,
            cut_off: None,
            formulas: Vec::new(),
        }
    }

    /// Counts a cell below the rows kept.
    fn count(&mut self, row: u32, column: u32, text: &str) -> Result<(), TooMuch> {
        let is_next = row > self.row;
        let below = self.below.get_or_insert_default();
        if is_next || below.rows == 0 {
            below.end_row();
            below.rows += 1;
        }
        let column = column as usize;
        self.budget.take((column + 1).saturating_sub(below.cells), text.len())?;
        below.cells = below.cells.max(column + 1);
        if below.columns.len() <= column {
            below.columns.resize(column + 1, false);
        }
        below.columns[column] = true;
        Ok(())
    }

    /// Only what is hidden and holds something is told.
    pub(super) fn finish(mut self) -> Result<Sheet, TooMuch> {
        let mut columns = self.grid.columns();
        let below = self.below.take().map(|mut below| {
            below.end_row();
            columns.resize(columns.len().max(below.columns.len()), false);
            columns.iter_mut().zip(&below.columns).for_each(|(column, more)| *column |= more);
            below
        });
        let is_hidden = |column: &u32| self.hidden_columns.iter().any(|(first, last)| (first..=last).contains(&column));
        let filled = (0..).zip(columns).filter_map(|(column, filled)| filled.then_some(column));
        let hidden_columns: Vec<u32> = filled.filter(is_hidden).collect();
        let long = below.as_ref().map(|below| Long {
            below: below.rows,
            scattered: self.disorder,
            width: self.grid.even_width().max(below.widest),
            hidden_rows: self.hidden_rows.clone(),
            hidden_columns: hidden_columns.clone(),
        });
        if let (Some(long), Some(below)) = (&long, &below) {
            self.budget.take((below.narrow * long.width).saturating_sub(below.narrow_cells), 0)?;
        }
        let hidden_rows: Vec<u32> = self.hidden_rows.into_iter().filter(|row| self.grid.holds(*row)).collect();
        let areas = self.grid.areas().to_vec();
        let rows = self.grid.finish(long.as_ref().map_or(0, |long| long.width), &self.budget)?;
        let row_told = |row: u32| {
            let at = rows.binary_search_by_key(&(row + 1), |row| row.number).ok();
            Told::row(row + 1, at.map_or(&[][..], |at| &rows[at].cells))
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
            left_out: self.left_out,
            cut_off: self.cut_off,
            formulas_without_value: self.formulas.iter().map(cell_told).collect(),
            ..Beside::default()
        };
        Ok(Sheet { name: self.name, hidden: self.hidden, rows, beside, areas, long: long.map(Box::new) })
    }
}

impl TakeCells for Building {
    fn put(&mut self, row: u32, column: u32, text: &str) -> Result<(), TooMuch> {
        if row >= ROWS || column >= COLUMNS {
            return Err(TooMuch);
        }
        if text.is_empty() {
            return Ok(());
        }
        self.disorder |= row < self.row;
        let is_kept = self.below.is_none() && (self.grid.len() < self.keep || self.grid.holds(row));
        if is_kept {
            self.grid.put(row, column, text, &self.budget)?;
        } else if !self.disorder {
            self.count(row, column, text)?;
        } else {
            // It will be kept as a whole, and counted then.
            self.below.get_or_insert_default().rows += 1;
        }
        self.row = row;
        Ok(())
    }

    fn merge(&mut self, area: Area) {
        self.grid.merge(area);
    }

    fn hide_sheet(&mut self) {
        self.hidden = true;
    }

    fn hide_row(&mut self, row: u32) {
        self.hidden_rows.insert(row);
    }

    fn hide_columns(&mut self, first: u32, last: u32) {
        if self.hidden_columns.len() < STRETCHES_KEPT {
            self.hidden_columns.push((first, last));
        }
    }

    fn leave_out(&mut self, header: u32, cells: u32) {
        self.left_out = Some((header, cells));
    }

    fn cut_off(&mut self, row: u32, column: Option<u32>) {
        let column = column.map(|column| column.saturating_add(1));
        // What stands there may name a person.
        self.cut_off = Some(Told { row: Some(row.saturating_add(1)), column, found: String::new() });
    }

    fn formula_without_value(&mut self, row: u32, column: u32) -> Result<(), TooMuch> {
        self.formulas.push((row, column));
        self.budget.take(1, 0)
    }
}

/// Takes nothing: what stands between sheets.
pub(super) struct Nowhere;

impl TakeCells for Nowhere {
    fn put(&mut self, _: u32, _: u32, _: &str) -> Result<(), TooMuch> {
        Ok(())
    }
}
