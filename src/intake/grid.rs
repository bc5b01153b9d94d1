//! Cells by their place → rows. Workbooks and tables in markup put their cells here, so that merged cells, gaps and
//! limits are the same in every format.

use std::cell::Cell;

use super::Row;
use super::TakeRows;
use crate::domain::Map;

/// Blank rows that are told as rows; a stray cell at the end of a sheet must not make a million of them.
pub(super) const GAP_TOLD: u32 = 1000;
/// Merged areas that are kept of one table; more is damage.
const AREAS_KEPT: usize = 100_000;
/// Cells that merged areas may cover together, overlapping ones counted again, so that a small file cannot take minutes.
pub(super) const COVERED_LIMIT: usize = 10_000_000;
/// Widest table whose rows are all given as many cells, as a text of cells and separators has them.
pub(super) const EVEN_LIMIT: usize = 256;

/// What the cells of one file may take up, over all its sheets: beyond it the file is refused, whatever its size.
pub(super) struct Budget {
    cells: Cell<usize>,
    letters: Cell<usize>,
}

/// A file whose cells take up more than any table of units.
#[derive(Debug)]
pub(super) struct TooMuch;

impl Budget {
    /// Most cells that are read of one file, empty ones before a filled one included.
    pub(super) const CELLS: usize = 3_000_000;
    /// Most bytes of text that are read of one file: a text that a million cells share counts a million times.
    const LETTERS: usize = 96 << 20;

    pub(super) const fn new() -> Self {
        Self { cells: Cell::new(Self::CELLS), letters: Cell::new(Self::LETTERS) }
    }

    /// What is left, to be gone back to when a sheet is read anew.
    pub(super) fn left(&self) -> (usize, usize) {
        (self.cells.get(), self.letters.get())
    }

    /// Goes back to what was left before.
    pub(super) fn again(&self, (cells, letters): (usize, usize)) {
        self.cells.set(cells);
        self.letters.set(letters);
    }

    /// Takes room for cells and bytes of text.
    pub(super) fn take(&self, cells: usize, letters: usize) -> Result<(), TooMuch> {
        self.cells.set(self.cells.get().checked_sub(cells).ok_or(TooMuch)?);
        self.letters.set(self.letters.get().checked_sub(letters).ok_or(TooMuch)?);
        Ok(())
    }
}

/// A merged area: its first row and column and its last, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) top: u32,
    pub(super) left: u32,
    pub(super) bottom: u32,
    pub(super) right: u32,
}

impl Area {
    /// Tells of those that are merged over several rows.
    pub(super) fn tell_tall(areas: &[Self], give: &mut dyn TakeRows) {
        for area in areas.iter().filter(|area| area.bottom > area.top) {
            let [column, first, last] = [area.left, area.top, area.bottom].map(|place| place.saturating_add(1));
            give.merged(column, first, last);
        }
    }
}

/// Cells on their way into rows.
#[derive(Default)]
pub(super) struct Grid {
    rows: Map<u32, Vec<String>>,
    areas: Vec<Area>,
}

impl Grid {
    /// Puts a text in its place, counted from 0. Nothing is put for an empty text.
    pub(super) fn put(&mut self, row: u32, column: u32, text: &str, budget: &Budget) -> Result<(), TooMuch> {
        if text.is_empty() {
            return Ok(());
        }
        let column = column as usize;
        let cells = self.rows.or_default(row);
        budget.take((column + 1).saturating_sub(cells.len()), text.len())?;
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        text.clone_into(&mut cells[column]);
        Ok(())
    }

    /// Says that an area is merged.
    pub(super) fn merge(&mut self, area: Area) {
        if self.areas.len() < AREAS_KEPT && (area.bottom > area.top || area.right > area.left) {
            self.areas.push(area);
        }
    }

    /// Which columns hold anything.
    pub(super) fn columns(&self) -> Vec<bool> {
        let widest = self.rows.values().map(Vec::len).max().unwrap_or(0);
        let mut filled = vec![false; widest];
        for cells in self.rows.values() {
            for (filled, cell) in filled.iter_mut().zip(cells) {
                *filled |= !cell.is_empty();
            }
        }
        filled
    }

    /// How many rows hold anything.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// How many cells each row is given that is not wider than a table.
    pub(super) fn even_width(&self) -> usize {
        self.rows.values().map(Vec::len).filter(|width| *width <= EVEN_LIMIT).max().unwrap_or(0)
    }

    /// The merged areas.
    pub(super) fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// Whether a row, counted from 0, holds anything.
    pub(super) fn holds(&self, row: u32) -> bool {
        self.rows.contains_key(&row)
    }

    /// The rows, numbered from 1. The text of a merged area goes down its first column into every row that holds a text
    /// of its own: a heading of two rows' height heads both, a unit's name names all its rows. It never goes to the
    /// right, so that a title across fourteen columns stays one cell. What other cells of the area hold is not shown by
    /// any spreadsheet and is dropped. Rows further below may be as wide as `below`.
    pub(super) fn finish(mut self, below: usize, budget: &Budget) -> Result<Vec<Row>, TooMuch> {
        let mut covered = 0;
        for area in std::mem::take(&mut self.areas) {
            self.fill(area, &mut covered, budget)?;
        }
        // Programs leave out the empty cells at the end of a row, each in its own way: an empty cell is no missing one.
        let width = self.even_width().max(below);
        let mut rows = Vec::new();
        let mut last = 0;
        for (row, mut cells) in self.rows {
            let number = row.saturating_add(1);
            if cells.len() < width {
                budget.take(width - cells.len(), 0)?;
                cells.resize(width, String::new());
            }
            if number - last <= GAP_TOLD {
                rows.extend((last + 1..number).map(|number| Row { number, cells: Vec::new() }));
            }
            rows.push(Row { number, cells });
            last = number;
        }
        Ok(rows)
    }

    fn fill(&mut self, area: Area, covered: &mut usize, budget: &Budget) -> Result<(), TooMuch> {
        let (left, right) = (area.left as usize, area.right as usize);
        let first = self.rows.get(&area.top).and_then(|cells| cells.get(left)).cloned().unwrap_or_default();
        if area.bottom < area.top || right < left {
            return Ok(());
        }
        for (row, cells) in self.rows.range_mut(&area.top, &area.bottom) {
            *covered += 1 + cells.len().min(right.saturating_add(1));
            if *covered > COVERED_LIMIT {
                return Err(TooMuch);
            }
            let kept = left + usize::from(*row == area.top);
            for cell in cells.iter_mut().take(right.saturating_add(1)).skip(kept) {
                cell.clear();
            }
            if *row > area.top && !first.is_empty() && cells.iter().any(|cell| !cell.is_empty()) {
                budget.take((left + 1).saturating_sub(cells.len()), first.len())?;
                if cells.len() <= left {
                    cells.resize(left + 1, String::new());
                }
                cells[left].clone_from(&first);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(cells: &[(u32, u32, &str)], areas: &[(u32, u32, u32, u32)]) -> Vec<Row> {
        let (mut grid, budget) = (Grid::default(), Budget::new());
        for (row, column, text) in cells {
            grid.put(*row, *column, text, &budget).unwrap();
        }
        for &(top, left, bottom, right) in areas {
            grid.merge(Area { top, left, bottom, right });
        }
        grid.finish(0, &budget).unwrap()
    }

    #[test]
    fn a_stray_cell_makes_no_million_rows() {
        let rows = rows(&[(0, 0, "a"), (3, 1, "b"), (1_048_575, 16_383, "c")], &[]);
        let numbers: Vec<u32> = rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [1, 2, 3, 4, 1_048_576]);
        assert_eq!(
            (&rows[0].cells, &rows[3].cells),
            (&vec!["a".to_owned(), String::new()], &vec![String::new(), "b".into()])
        );
    }

    #[test]
    fn a_merged_heading_heads_every_row_it_spans() {
        let rows = rows(&[(0, 0, "Đơn vị"), (0, 1, "Số hóa"), (1, 1, "Tỷ lệ")], &[(0, 0, 1, 0)]);
        assert_eq!(rows[1].cells, ["Đơn vị", "Tỷ lệ"]);
    }

    #[test]
    fn a_merged_title_stays_one_cell_and_its_blank_rows_stay_blank() {
        let rows = rows(&[(0, 0, "Phụ lục"), (2, 1, "x")], &[(0, 0, 1, 13)]);
        assert_eq!(rows[0].cells, ["Phụ lục", ""]);
        assert!(rows[1].cells.is_empty());
    }

    #[test]
    fn what_a_merged_area_covers_is_not_read() {
        let rows = rows(&[(0, 0, "Bảo Yên"), (0, 1, "cũ"), (1, 0, "cũ"), (1, 2, "5")], &[(0, 0, 1, 1)]);
        assert_eq!(rows[0].cells, ["Bảo Yên", "", ""]);
        assert_eq!(rows[1].cells, ["Bảo Yên", "", "5"]);
    }

    #[test]
    fn a_text_that_many_cells_share_is_counted_in_each() {
        let (mut grid, budget) = (Grid::default(), Budget::new());
        let text = "x".repeat(1 << 20);
        let put = (0..200).try_for_each(|row| grid.put(row, 0, &text, &budget));
        assert!(put.is_err());
    }
}
