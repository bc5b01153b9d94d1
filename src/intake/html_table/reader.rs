//! Tags and letters of a page → the cells of its tables.

use std::rc::Rc;

use super::around::Around;
use super::around::Within;
use super::open::Cell;
use super::open::Open;
use super::open::To;
use super::tag::Tag;
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

/// Reads tags and letters into tables.
pub(super) struct Reader {
    way: Way,
    open: Vec<Open>,
    pub(super) done: Vec<Done>,
    pub(super) around: Around,
    begun: usize,
    /// Whether the page has ended since the last table began.
    ended: bool,
    /// Whether a table was open when the text ended.
    pub(super) cut_off: bool,
    /// Tables that are open beyond those told apart.
    too_deep: usize,
    /// The element whose letters nobody sees, and the one whose letters are struck out.
    hidden: Option<Within>,
    struck: Option<Within>,
    /// The one whose letters are raised or lowered.
    raised: Option<Within>,
    widened: u32,
}

/// A table that was read.
pub(super) struct Done {
    /// Its place among all that began.
    pub(super) place: usize,
    pub(super) sheet: Sheet,
    /// What its caption says.
    pub(super) caption: String,
    /// How many lines stand above it, and how many have come at its end.
    pub(super) lines: (usize, usize),
    /// How many tables had begun at its end.
    pub(super) begun: usize,
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

impl Reader {
    pub(super) fn new(way: Way) -> Self {
        Self {
            way,
            open: Vec::new(),
            done: Vec::new(),
            around: Around::default(),
            begun: 0,
            ended: false,
            cut_off: false,
            too_deep: 0,
            hidden: None,
            struck: None,
            raised: None,
            widened: 0,
        }
    }

    pub(super) fn letters(&mut self, text: &str) {
        match self.open.last_mut() {
            None => self.around.letters(text),
            Some(open) if self.hidden.is_none() => {
                if let Some(said) = open.said_here() {
                    said.letters(text, self.struck.is_some(), self.raised.is_some());
                }
            }
            Some(_) => {}
        }
    }

    pub(super) fn tag(&mut self, tag: &Tag, give: &mut dyn TakeCells) -> Result<(), TooMuch> {
        let name = tag.name.as_str();
        if name == "table" {
            return self.table(tag, give);
        }
        self.ended |= tag.closes && matches!(name, "body" | "html");
        if self.too_deep > 0 {
            return Ok(());
        }
        let Some(open) = self.open.last_mut() else {
            self.around.tag(tag);
            return Ok(());
        };
        match (name, tag.closes) {
            ("tr" | "td" | "th" | "caption", closes) => {
                (self.hidden, self.struck, self.raised) = (None, None, None);
                match name {
                    "tr" => open.row(closes, tag.is_hidden(), give)?,
                    "caption" => open.caption(!closes),
                    _ if closes => open.end_cell(give)?,
                    _ => {
                        let cell = cell_of(tag, &mut self.widened);
                        open.begin_cell(cell, give)?;
                    }
                }
            }
            ("col", false) => {
                let count = tag.number("span").unwrap_or(1).clamp(1, SPAN_LIMIT);
                open.columns(count, tag.is_hidden(), give);
            }
            ("colgroup", false) => open.group(tag.number("span").unwrap_or(1).clamp(1, SPAN_LIMIT)),
            ("input", false) if self.hidden.is_none() && !tag.is_hidden() && holds_text(tag) => {
                if let (Some(said), Some(value)) = (open.said_here(), tag.get("value")) {
                    said.field(value);
                }
            }
            ("select", closes) => {
                if let Some(said) = open.said_here().filter(|_| self.hidden.is_none()) {
                    said.list(closes);
                }
            }
            ("option", closes) => {
                if let Some(said) = open.said_here().filter(|_| self.hidden.is_none()) {
                    said.option(closes, tag.get("selected").is_some());
                }
            }
            // What was struck out is no longer said.
            ("del" | "s" | "strike", _) => Within::follow(&mut self.struck, tag, true),
            ("br" | "p" | "div" | "li", _) => {
                if let Some(said) = open.said_here() {
                    said.line();
                }
                self.hide(tag);
            }
            _ => self.hide(tag),
        }
        Ok(())
    }

    /// Notes that an element within a cell is hidden, struck out or raised, and where it ends.
    fn hide(&mut self, tag: &Tag) {
        let has_letters = !matches!(tag.name.as_str(), "br" | "input" | "img" | "hr");
        let is_unseen = tag.is_hidden() || matches!(tag.name.as_str(), "template" | "noscript");
        Within::follow(&mut self.hidden, tag, has_letters && is_unseen);
        Within::follow(&mut self.struck, tag, has_letters && tag.is_struck());
        Within::follow(&mut self.raised, tag, has_letters && tag.is_raised());
    }

    fn table(&mut self, tag: &Tag, give: &mut dyn TakeCells) -> Result<(), TooMuch> {
        match (tag.closes, self.too_deep) {
            (false, 0) if self.open.len() < DEPTH_LIMIT => self.begin_table(tag),
            (false, _) => self.too_deep += 1,
            (true, 0) => self.end_table(give)?,
            (true, _) => self.too_deep -= 1,
        }
        (self.hidden, self.struck, self.raised) = (None, None, None);
        Ok(())
    }

    fn begin_table(&mut self, tag: &Tag) {
        let place = self.begun;
        self.begun += 1;
        self.ended = false;
        let around = self.open.last_mut();
        let is_within_hidden = around.as_ref().is_some_and(|open| open.is_hidden) || self.hidden.is_some();
        let is_hidden = tag.is_hidden() || is_within_hidden || self.around.is_hidden();
        match around {
            // What stands in the cells around a table so far is its title, where they only lay out the page.
            Some(open) => open.tell_titles(&mut self.around),
            None => self.around.end_line(),
        }
        let to = match &self.way {
            Way::Kept { keep, budget } => {
                To::Kept(Box::new(Building::of_first_rows(String::new(), is_hidden, *keep, budget)))
            }
            Way::Given(given) if *given == place => To::Given,
            Way::Given(_) => To::Passed(Nowhere),
        };
        self.open.push(Open::new(place, to, is_hidden, self.around.count()));
    }

    /// Ends the innermost table; its letters are also text of the cell around it.
    fn end_table(&mut self, give: &mut dyn TakeCells) -> Result<(), TooMuch> {
        let Some(mut open) = self.open.pop() else { return Ok(()) };
        open.end(give)?;
        if let Some(around) = self.open.last_mut() {
            around.push_said(&open.said);
        }
        let lines = (open.lines, self.around.count());
        let (place, caption, begun) = (open.place, std::mem::take(&mut open.caption).finish(), self.begun);
        let To::Kept(building) = open.to else { return Ok(()) };
        let sheet = building.finish()?;
        if !sheet.rows.is_empty() {
            self.done.push(Done { place, sheet, caption, lines, begun });
        }
        Ok(())
    }

    /// The text ends. A table that is open then was cut off, unless the page says that it ends.
    pub(super) fn finish(&mut self, give: &mut dyn TakeCells) -> Result<(), TooMuch> {
        while let Some(open) = self.open.last_mut() {
            if !self.ended {
                self.cut_off = true;
                open.cut_off(give);
            }
            self.end_table(give)?;
        }
        Ok(())
    }
}

/// A cell that begins.
fn cell_of(tag: &Tag, widened: &mut u32) -> Cell {
    let span = |name: &str| tag.number(name).unwrap_or(1).clamp(1, SPAN_LIMIT);
    let width = span("colspan");
    *widened = widened.saturating_add(width);
    let width = if *widened > WIDENED_LIMIT { 1 } else { width };
    // Excel's word for it, LibreOffice's, and that of scripts that write a page's table from a sheet.
    let of_scripts = || tag.get("data-v").filter(|_| tag.get("data-t") == Some("n"));
    let stored = tag.get("x:num").or_else(|| tag.get("sdval")).or_else(of_scripts).and_then(Number::written);
    Cell::new(span("rowspan"), width, stored, tag.is_hidden())
}

/// Whether a field of a form shows what it holds as a text.
fn holds_text(tag: &Tag) -> bool {
    const OTHERS: [&str; 11] =
        ["hidden", "checkbox", "radio", "button", "submit", "reset", "image", "file", "password", "color", "range"];
    let kind = tag.get("type").unwrap_or_default().trim().to_ascii_lowercase();
    !OTHERS.contains(&kind.as_str())
}
