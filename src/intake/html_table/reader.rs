//! Tags and letters of a page → the cells of its tables.

use std::rc::Rc;

use super::letters;
use super::stored::as_stored;
use super::tag::Tag;
use crate::domain::Map;
use crate::intake::grid::Area;
use crate::intake::grid::Budget;
use crate::intake::grid::TooMuch;
use crate::intake::number::Number;
use crate::intake::sheet::Building;
use crate::intake::sheet::Nowhere;
use crate::intake::sheet::Sheet;
use crate::intake::sheet::TakeCells;

/// Columns or rows a cell may span; more is damage.
const SPAN_LIMIT: u32 = 1000;
/// Columns that wide cells may cover in one file, so that a small file cannot take minutes.
const WIDENED_LIMIT: u32 = 1_000_000;
/// Tables within tables that are told apart; those deeper are passed over.
pub(super) const DEPTH_LIMIT: usize = 50;
/// Letters of a table that are also text of the cell around it.
const SAID_LIMIT: usize = 2000;

/// Reads tags and letters into tables.
pub(super) struct Reader {
    way: Way,
    open: Vec<Open>,
    /// With the place of each among all that began.
    pub(super) done: Vec<(usize, Sheet)>,
    begun: usize,
    /// Tables that are open beyond those told apart.
    too_deep: usize,
    /// The element whose letters nobody sees, and how many of its name are open.
    hidden: Option<(String, usize)>,
    widened: u32,
}

/// What becomes of the tables.
pub(super) enum Way {
    Kept {
        keep: usize,
        budget: Rc<Budget>,
    },
    /// The cells of one are given.
    Given(usize),
}

/// Where the cells of a table go.
enum To {
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
struct Open {
    place: usize,
    to: To,
    row: u32,
    in_row: bool,
    column: u32,
    /// Columns of `<col>` so far.
    columns: u32,
    cell: Option<Cell>,
    /// The last row that a cell above covers, for each column.
    covered: Map<u32, u32>,
    /// The first letters of all cells.
    said: String,
}

struct Cell {
    text: String,
    height: u32,
    width: u32,
    /// The number that a spreadsheet stored beside the text it shows.
    stored: Option<Number>,
}

impl Open {
    fn new(place: usize, to: To) -> Self {
        Self {
            place,
            to,
            row: 0,
            in_row: false,
            column: 0,
            columns: 0,
            cell: None,
            covered: Map::new(),
            said: String::new(),
        }
    }

    fn begin_cell(&mut self, cell: Cell, give: &mut dyn TakeCells) -> Result<(), TooMuch> {
        self.end_cell(give)?;
        self.in_row = true;
        while self.covered.get(&self.column).is_some_and(|last| *last >= self.row) {
            self.column += 1;
        }
        self.cell = Some(cell);
        Ok(())
    }

    fn end_cell(&mut self, give: &mut dyn TakeCells) -> Result<(), TooMuch> {
        let Some(Cell { text, height, width, stored }) = self.cell.take() else { return Ok(()) };
        let text = text.trim();
        let text = stored.and_then(|number| as_stored(&number, text)).unwrap_or_else(|| text.to_owned());
        if self.said.len() + text.len() < SAID_LIMIT {
            self.said.push(' ');
            self.said.push_str(&text);
        }
        let (bottom, right) = (self.row.saturating_add(height - 1), self.column.saturating_add(width - 1));
        let cells = self.to.cells(give);
        cells.merge(Area { top: self.row, left: self.column, bottom, right });
        cells.put(self.row, self.column, &text)?;
        if height > 1 {
            self.covered.extend((self.column..=right).map(|column| (column, bottom)));
        }
        self.column = right.saturating_add(1);
        Ok(())
    }

    fn end_row(&mut self, give: &mut dyn TakeCells) -> Result<(), TooMuch> {
        self.end_cell(give)?;
        if self.in_row {
            self.row = self.row.saturating_add(1);
            self.column = 0;
            self.in_row = false;
        }
        Ok(())
    }
}

impl Reader {
    pub(super) fn new(way: Way) -> Self {
        Self { way, open: Vec::new(), done: Vec::new(), begun: 0, too_deep: 0, hidden: None, widened: 0 }
    }

    pub(super) fn letters(&mut self, text: &str) {
        if self.hidden.is_none()
            && let Some(cell) = self.open.last_mut().and_then(|open| open.cell.as_mut())
        {
            letters::decode_into(text, &mut cell.text);
        }
    }

    pub(super) fn tag(&mut self, tag: &Tag, give: &mut dyn TakeCells) -> Result<(), TooMuch> {
        let name = tag.name.as_str();
        if name == "table" {
            return self.table(tag.closes, give);
        }
        if self.too_deep > 0 {
            return Ok(());
        }
        let Some(open) = self.open.last_mut() else { return Ok(()) };
        match (name, tag.closes) {
            ("tr", closes) => {
                self.hidden = None;
                open.end_row(give)?;
                open.in_row = !closes;
                if !closes && tag.is_hidden() {
                    open.to.cells(give).hide_row(open.row);
                }
            }
            ("td" | "th", false) => {
                self.hidden = None;
                let span = |name: &str| tag.number(name).unwrap_or(1).clamp(1, SPAN_LIMIT);
                let width = span("colspan");
                self.widened = self.widened.saturating_add(width);
                let width = if self.widened > WIDENED_LIMIT { 1 } else { width };
                // Excel's word for it, and LibreOffice's.
                let stored = tag.get("x:num").or_else(|| tag.get("sdval")).and_then(Number::written);
                open.begin_cell(Cell { text: String::new(), height: span("rowspan"), width, stored }, give)?;
            }
            ("td" | "th", true) => {
                self.hidden = None;
                open.end_cell(give)?;
            }
            ("col", false) => {
                let count = tag.number("span").unwrap_or(1).clamp(1, SPAN_LIMIT);
                if tag.is_hidden() {
                    open.to.cells(give).hide_columns(open.columns, open.columns.saturating_add(count - 1));
                }
                open.columns = open.columns.saturating_add(count);
            }
            // What was struck out is no longer said, and a raised number belongs to a footnote.
            ("del" | "s" | "strike", closes) => self.hide_as(tag, closes, true),
            ("sup", false) => {
                if let Some(cell) =
                    open.cell.as_mut().filter(|cell| cell.text.ends_with(|end: char| end.is_ascii_digit()))
                {
                    letters::push_spaced(" ", &mut cell.text);
                }
                self.hide(tag, false);
            }
            ("br" | "p" | "div" | "li", closes) => {
                if let Some(cell) = &mut open.cell {
                    // Two numbers below each other are not one with a space in it.
                    if cell.text.ends_with(|end: char| end.is_ascii_digit()) {
                        cell.text.push('\n');
                    } else {
                        letters::push_spaced(" ", &mut cell.text);
                    }
                }
                self.hide(tag, closes);
            }
            (_, closes) => self.hide(tag, closes),
        }
        Ok(())
    }

    /// Notes that an element within a cell is hidden, and where it ends.
    fn hide(&mut self, tag: &Tag, closes: bool) {
        self.hide_as(tag, closes, tag.is_hidden());
    }

    fn hide_as(&mut self, tag: &Tag, closes: bool, is_hidden: bool) {
        match &mut self.hidden {
            Some((name, depth)) if *name == tag.name => {
                *depth = if closes { *depth - 1 } else { *depth + 1 };
                if *depth == 0 {
                    self.hidden = None;
                }
            }
            None if !closes && !matches!(tag.name.as_str(), "br" | "input" | "img" | "hr") && is_hidden => {
                self.hidden = Some((tag.name.clone(), 1));
            }
            _ => {}
        }
    }

    fn table(&mut self, closes: bool, give: &mut dyn TakeCells) -> Result<(), TooMuch> {
        match (closes, self.too_deep) {
            (false, 0) if self.open.len() < DEPTH_LIMIT => self.begin_table(),
            (false, _) => self.too_deep += 1,
            (true, 0) => self.end_table(give)?,
            (true, _) => self.too_deep -= 1,
        }
        self.hidden = None;
        Ok(())
    }

    fn begin_table(&mut self) {
        let place = self.begun;
        self.begun += 1;
        let to = match &self.way {
            Way::Kept { keep, budget } => {
                To::Kept(Box::new(Building::of_first_rows(String::new(), false, *keep, budget)))
            }
            Way::Given(given) if *given == place => To::Given,
            Way::Given(_) => To::Passed(Nowhere),
        };
        self.open.push(Open::new(place, to));
    }

    /// Ends the innermost table; its letters are also text of the cell around it.
    fn end_table(&mut self, give: &mut dyn TakeCells) -> Result<(), TooMuch> {
        let Some(mut open) = self.open.pop() else { return Ok(()) };
        open.end_row(give)?;
        if let Some(around) = self.open.last_mut().and_then(|around| around.cell.as_mut()) {
            letters::push_spaced(&open.said, &mut around.text);
        }
        let To::Kept(building) = open.to else { return Ok(()) };
        let table = building.finish()?;
        if !table.rows.is_empty() {
            self.done.push((open.place, table));
        }
        Ok(())
    }

    pub(super) fn finish(&mut self, give: &mut dyn TakeCells) -> Result<(), TooMuch> {
        while !self.open.is_empty() {
            self.end_table(give)?;
        }
        Ok(())
    }
}
