//! The rows of a long sheet, given one by one while its cells come: what has to be known of the whole sheet (merged areas,
//! width, what is hidden) is known from its first reading.

use std::rc::Rc;

use super::Format;
use super::Lying;
use super::Mender;
use super::Row;
use super::TakeRows;
use super::Understood;
use super::beside::Told;
use super::grid::Area;
use super::grid::Budget;
use super::grid::COVERED_LIMIT;
use super::grid::GAP_TOLD;
use super::grid::TooMuch;
use super::is_loose_mark;
use super::sheet::Long;
use super::sheet::TakeCells;
use crate::domain::Map;
use crate::domain::sort_by_key;

/// Rows of a sheet on their way out.
pub(super) struct LongSheet {
    long: Box<Long>,
    budget: Rc<Budget>,
    mender: Mender,
    merged: Merged,
    /// The row in hand; the cells behind `length` are left from rows before.
    row: u32,
    cells: Vec<String>,
    length: usize,
    /// The number of the last row given.
    last: u32,
    lying: Lying,
    told: Given,
}

/// What is known once all rows are given.
#[derive(Default)]
struct Given {
    /// How many of them hold anything.
    filled: usize,
    hidden_rows: Vec<Told>,
    hidden_columns: Vec<Told>,
    /// Whether letters came with loose marks.
    decomposed: bool,
}

impl LongSheet {
    pub(super) fn new(long: Box<Long>, areas: Vec<Area>, budget: &Rc<Budget>, mender: Mender) -> Self {
        let column = |column: &u32| Told { row: None, column: Some(column + 1), found: String::new() };
        let told = Given { hidden_columns: long.hidden_columns.iter().map(column).collect(), ..Given::default() };
        Self {
            merged: Merged::new(areas),
            long,
            budget: Rc::clone(budget),
            mender,
            row: 0,
            cells: Vec::new(),
            length: 0,
            last: 0,
            lying: Lying::default(),
            told,
        }
    }

    fn put(&mut self, row: u32, column: u32, text: &str, give: &mut dyn TakeRows) -> Result<(), TooMuch> {
        if row != self.row {
            self.end_row(give)?;
            self.row = row;
        }
        let column = column as usize;
        self.lengthen(column + 1);
        text.clone_into(&mut self.cells[column]);
        Ok(())
    }

    fn lengthen(&mut self, length: usize) {
        if self.cells.len() < length {
            self.cells.resize(length, String::new());
        }
        if self.length < length {
            self.cells[self.length..length].iter_mut().for_each(String::clear);
            self.length = length;
        }
    }

    /// Gives the row in hand, if there is one, and the blank ones above it.
    pub(super) fn end_row(&mut self, give: &mut dyn TakeRows) -> Result<(), TooMuch> {
        if self.length == 0 {
            return Ok(());
        }
        self.fill()?;
        self.lengthen(self.long.width.max(self.length));
        let number = self.row + 1;
        if number - self.last <= GAP_TOLD {
            (self.last + 1..number).for_each(|number| give.row(Row { number, cells: Vec::new() }));
        }
        self.last = number;
        let cells = &self.cells[..self.length];
        let is_filled = cells.iter().any(|cell| !cell.is_empty());
        self.told.filled += usize::from(is_filled);
        self.told.decomposed |= cells.iter().any(|cell| has_loose_mark(cell));
        if self.long.hidden_rows.contains(&self.row) {
            self.told.hidden_rows.push(Told::row(number, cells));
        }
        for (column, told) in self.long.hidden_columns.iter().zip(&mut self.told.hidden_columns) {
            if told.found.is_empty() {
                cells.get(*column as usize).unwrap_or(&String::new()).clone_into(&mut told.found);
            }
        }
        if self.mender.mends() || !is_filled {
            give.row(self.mender.row(Row { number, cells: cells.to_vec() }));
        } else {
            match self.lying.lay(number, cells) {
                Some(view) => give.view(view),
                None => give.row(Row { number, cells: cells.to_vec() }),
            }
        }
        self.length = 0;
        Ok(())
    }

    /// What is known of the file once all rows of the sheet, by its place among all, are given.
    pub(super) fn tell(self, mut understood: Understood, at: usize) -> Understood {
        let Self { told, mender, .. } = self;
        understood.letters = Box::new(mender.finish());
        understood.decomposed = told.decomposed;
        understood.beside.hidden_rows = told.hidden_rows;
        understood.beside.hidden_columns = told.hidden_columns;
        let sheets = match &mut understood.format {
            Format::Workbook { sheets, .. } | Format::Markup { tables: sheets, .. } => sheets.get_mut(at),
            Format::Text { .. } | Format::Json { .. } => None,
        };
        if let Some(seen) = sheets {
            seen.rows = told.filled;
        }
        understood
    }

    /// Does to the row in hand what merged areas do, as [`super::grid::Grid::finish`] does to all rows.
    fn fill(&mut self) -> Result<(), TooMuch> {
        let mut active = std::mem::take(&mut self.merged.active);
        self.merged.go_to(self.row, &mut active);
        for (area, first) in active.values_mut() {
            let (left, right) = (area.left as usize, area.right as usize);
            self.merged.covered += 1 + self.length.min(right + 1);
            if self.merged.covered > COVERED_LIMIT {
                return Err(TooMuch);
            }
            let is_top = self.row == area.top;
            let cells = &mut self.cells[..self.length];
            if is_top {
                *first = cells.get(left).cloned().unwrap_or_default();
            }
            cells.iter_mut().take(right + 1).skip(left + usize::from(is_top)).for_each(String::clear);
            if !is_top && !first.is_empty() && cells.iter().any(|cell| !cell.is_empty()) {
                self.budget.take((left + 1).saturating_sub(self.length), first.len())?;
                self.lengthen(left + 1);
                self.cells[left].clone_from(first);
            }
        }
        self.merged.active = active;
        Ok(())
    }
}

/// Whether a text has marks that should have been joined with their letters.
pub(super) fn has_loose_mark(cell: &str) -> bool {
    // The first bytes of all marks.
    memchr::memchr2(0xcc, 0xcd, cell.as_bytes()).is_some() && cell.chars().any(is_loose_mark)
}

/// Merged areas, those that reach the row in hand apart.
struct Merged {
    /// With its place among all, the lowest first.
    waiting: Vec<(usize, Area)>,
    /// By their place among all: a later one changes what an earlier one left. With the text that goes down.
    active: Map<usize, (Area, String)>,
    covered: usize,
}

impl Merged {
    fn new(areas: Vec<Area>) -> Self {
        let is_area = |area: &Area| area.top <= area.bottom && area.left <= area.right;
        let mut waiting: Vec<_> = areas.into_iter().enumerate().filter(|(_, area)| is_area(area)).collect();
        sort_by_key(&mut waiting, |(_, area)| std::cmp::Reverse(area.top));
        Self { waiting, active: Map::new(), covered: 0 }
    }

    fn go_to(&mut self, row: u32, active: &mut Map<usize, (Area, String)>) {
        while let Some((place, area)) = self.waiting.pop_if(|(_, area)| area.top <= row) {
            active.insert(place, (area, String::new()));
        }
        active.retain(|_, (area, _)| row <= area.bottom);
    }
}

/// Takes the cells of one step.
pub(super) struct Giving<'step> {
    pub(super) sheet: &'step mut LongSheet,
    pub(super) give: &'step mut dyn TakeRows,
}

// Merged areas and what is hidden are known from the first reading.
impl TakeCells for Giving<'_> {
    fn put(&mut self, row: u32, column: u32, text: &str) -> Result<(), TooMuch> {
        if text.is_empty() { Ok(()) } else { self.sheet.put(row, column, text, self.give) }
    }
}
