//! A table that is being read: where its next cell stands, and what of it nobody sees.

use super::around::Around;
use super::said::Said;
use super::stored::as_stored;
use crate::domain::Map;
use crate::domain::Set;
use crate::intake::grid::Area;
use crate::intake::grid::TooMuch;
use crate::intake::number::Number;
use crate::intake::sheet::Building;
use crate::intake::sheet::Nowhere;
use crate::intake::sheet::TakeCells;

/// Letters of a table that are also text of the cell around it.
const SAID_LIMIT: usize = 2000;

/// Where the cells of a table go.
pub(super) enum To {
    Kept(Box<Building>),
    Given,
    Passed(Nowhere),
}

impl To {
    fn cells<'to>(&'to mut self, give: &'to mut dyn TakeCells) -> &'to mut dyn TakeCells {
        match self {
            Self::Kept(building) => &mut **building,
            Self::Given => give,
            Self::Passed(nowhere) => nowhere,
        }
    }
}

/// A table that is being read.
pub(super) struct Open {
    pub(super) place: usize,
    pub(super) to: To,
    pub(super) is_hidden: bool,
    /// Lines of the page above it.
    pub(super) lines: usize,
    pub(super) caption: Said,
    in_caption: bool,
    row: u32,
    in_row: bool,
    column: u32,
    /// Columns of `<col>` so far.
    columns: u32,
    /// How wide the table and its rows are.
    widths: Widths,
    cell: Option<Cell>,
    /// The last row that a cell above covers, for each column.
    covered: Map<u32, u32>,
    /// The first letters of all cells.
    pub(super) said: String,
    /// The same of cells that hold no table, a line each, as far as no table within has them for its titles.
    titles: String,
    /// Columns in which a cell is hidden, and those in which one is seen.
    hidden: Set<u32>,
    seen: Set<u32>,
    /// Whether a cell of the row in hand is seen; `None` while none holds anything.
    row_seen: Option<bool>,
}

/// How wide a table says it is and its rows are, in columns.
#[derive(Default)]
pub(super) struct Widths {
    /// By its `<colgroup>`.
    grouped: u32,
    /// Of the row in hand: its cells, and whether one is wider than a column.
    cells: u32,
    spans: bool,
    /// The widest row without such cells, and the widest with them that is no title.
    plain: u32,
    spanned: u32,
}

impl Widths {
    fn end_row(&mut self, width: u32) {
        if !self.spans {
            self.plain = self.plain.max(width);
        } else if self.cells > 2 {
            self.spanned = self.spanned.max(width);
        }
        (self.cells, self.spans) = (0, false);
    }

    /// The columns of the header and those of the rows, where the table has no more than these by its own word: LibreOffice
    /// leaves out the cells of hidden columns and not what spans them.
    fn left_out(&self, columns: u32) -> Option<(u32, u32)> {
        let own = if columns > 0 { columns } else { self.grouped };
        (self.plain == own && own > 0 && self.spanned > own).then_some((self.spanned, own))
    }
}

/// A cell that is being read.
pub(super) struct Cell {
    said: Said,
    height: u32,
    width: u32,
    /// The number that a spreadsheet stored beside the text it shows.
    stored: Option<Number>,
    is_hidden: bool,
    /// Bytes of its text that are titles of a table within, or that table's own.
    told: usize,
}

impl Cell {
    pub(super) fn new(height: u32, width: u32, stored: Option<Number>, is_hidden: bool) -> Self {
        Self { said: Said::default(), height, width, stored, is_hidden, told: 0 }
    }
}

impl Open {
    pub(super) fn new(place: usize, to: To, is_hidden: bool, lines: usize) -> Self {
        Self {
            place,
            to,
            is_hidden,
            lines,
            caption: Said::default(),
            in_caption: false,
            row: 0,
            in_row: false,
            column: 0,
            columns: 0,
            widths: Widths::default(),
            cell: None,
            covered: Map::new(),
            said: String::new(),
            titles: String::new(),
            hidden: Set::new(),
            seen: Set::new(),
            row_seen: None,
        }
    }

    /// Where letters go; `None` between two cells.
    pub(super) fn said_here(&mut self) -> Option<&mut Said> {
        if self.in_caption { Some(&mut self.caption) } else { self.cell.as_mut().map(|cell| &mut cell.said) }
    }

    /// The caption begins or ends.
    pub(super) fn caption(&mut self, begins: bool) {
        self.in_caption = begins && self.cell.is_none();
    }

    /// Takes the letters of a table within the cell in hand.
    pub(super) fn push_said(&mut self, said: &str) {
        if let Some(cell) = &mut self.cell {
            cell.said.push(said);
            cell.told = cell.said.len();
        }
    }

    /// Tells what stands in the cells so far as lines above a table that begins within.
    pub(super) fn tell_titles(&mut self, around: &mut Around) {
        std::mem::take(&mut self.titles).lines().for_each(|line| around.add(line.to_owned()));
        if let Some(cell) = &mut self.cell {
            around.add(cell.said.from(cell.told).trim().to_owned());
            cell.told = cell.said.len();
        }
    }

    /// Takes columns that are described.
    pub(super) fn columns(&mut self, count: u32, are_hidden: bool, give: &mut dyn TakeCells) {
        if are_hidden {
            self.to.cells(give).hide_columns(self.columns, self.columns.saturating_add(count - 1));
        }
        self.columns = self.columns.saturating_add(count);
    }

    /// Takes a group of columns.
    pub(super) fn group(&mut self, count: u32) {
        self.widths.grouped = self.widths.grouped.saturating_add(count);
    }

    pub(super) fn begin_cell(&mut self, cell: Cell, give: &mut dyn TakeCells) -> Result<(), TooMuch> {
        self.end_cell(give)?;
        self.in_row = true;
        while self.covered.get(&self.column).is_some_and(|last| *last >= self.row) {
            self.column += 1;
        }
        self.cell = Some(cell);
        Ok(())
    }

    pub(super) fn end_cell(&mut self, give: &mut dyn TakeCells) -> Result<(), TooMuch> {
        self.in_caption = false;
        let Some(Cell { said, height, width, stored, is_hidden, told }) = self.cell.take() else { return Ok(()) };
        let text = said.finish();
        let text = stored.and_then(|number| as_stored(&number, &text)).unwrap_or(text);
        if self.said.len() + text.len() < SAID_LIMIT {
            self.said.push(' ');
            self.said.push_str(&text);
        }
        if told == 0 && self.titles.len() + text.len() < SAID_LIMIT {
            self.titles.push_str(&text.replace('\n', " "));
            self.titles.push('\n');
        }
        if !text.is_empty() {
            if is_hidden { &mut self.hidden } else { &mut self.seen }.insert(self.column);
            self.row_seen = Some(!is_hidden || self.row_seen == Some(true));
        }
        let (bottom, right) = (self.row.saturating_add(height - 1), self.column.saturating_add(width - 1));
        self.widths.cells += 1;
        self.widths.spans |= width > 1;
        let cells = self.to.cells(give);
        cells.merge(Area { top: self.row, left: self.column, bottom, right });
        cells.put(self.row, self.column, &text)?;
        if height > 1 {
            self.covered.extend((self.column..=right).map(|column| (column, bottom)));
        }
        self.column = right.saturating_add(1);
        Ok(())
    }

    /// A row begins or ends.
    pub(super) fn row(&mut self, closes: bool, is_hidden: bool, give: &mut dyn TakeCells) -> Result<(), TooMuch> {
        self.end_row(give)?;
        self.in_row = !closes;
        if !closes && is_hidden {
            self.to.cells(give).hide_row(self.row);
        }
        Ok(())
    }

    fn end_row(&mut self, give: &mut dyn TakeCells) -> Result<(), TooMuch> {
        self.end_cell(give)?;
        if self.row_seen.take() == Some(false) {
            self.to.cells(give).hide_row(self.row);
        }
        if self.in_row {
            self.widths.end_row(self.column);
            self.row = self.row.saturating_add(1);
            self.column = 0;
            self.in_row = false;
        }
        Ok(())
    }

    /// The text ends within the table: what stands in the cell in hand is not all of it.
    pub(super) fn cut_off(&mut self, give: &mut dyn TakeCells) {
        let column = self.cell.take().map(|_| self.column);
        let row = if self.in_row { self.row } else { self.row.saturating_sub(1) };
        self.to.cells(give).cut_off(row, column);
    }

    /// The table ends. A column whose every cell is hidden is hidden.
    pub(super) fn end(&mut self, give: &mut dyn TakeCells) -> Result<(), TooMuch> {
        self.end_row(give)?;
        if let Some((header, cells)) = self.widths.left_out(self.columns) {
            self.to.cells(give).leave_out(header, cells);
        }
        for column in self.hidden.iter().filter(|column| !self.seen.contains(column)) {
            self.to.cells(give).hide_columns(*column, *column);
        }
        Ok(())
    }
}
