//! Tables in markup: the “Excel” files that one-stop systems make of a web page, what Excel and Word save as a web page
//! or put on the clipboard. A small reader of tags; what such files leave out (closing tags, quotes) it does without.

mod letters;
mod tag;

use std::collections::BTreeMap;
use std::rc::Rc;

use tag::Tag;

use super::grid::Area;
use super::grid::Budget;
use super::grid::TooMuch;
use super::number::Number;
use super::sheet::Building;
use super::sheet::Nowhere;
use super::sheet::Sheet;
use super::sheet::TakeCells;

/// Columns or rows a cell may span; more is damage.
const SPAN_LIMIT: u32 = 1000;
/// Columns that wide cells may cover in one file, so that a small file cannot take minutes.
const WIDENED_LIMIT: u32 = 1_000_000;
/// Tables within tables that are told apart; those deeper are passed over.
const DEPTH_LIMIT: usize = 50;
/// Letters of a table that are also text of the cell around it.
const SAID_LIMIT: usize = 2000;

/// Whether a text begins as markup with a table in it.
pub(super) fn may_be(text: &str) -> bool {
    let start = text.trim_start();
    let head = floor(start, 4096).to_ascii_lowercase();
    // The clipboard's own header stands above its markup.
    let is_clipboard = head.starts_with("version:") && head.contains("starthtml:");
    (start.starts_with('<') || is_clipboard)
        && ["<table", "<html", "<!doctype html", "<meta"].iter().any(|tag| head.contains(tag))
}

/// The first bytes of a text, cut between letters.
fn floor(text: &str, most: usize) -> &str {
    let mut at = most.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    &text[..at]
}

/// The tables of a text, read a little at a time. Read once, every table is kept, or its first rows; read once more, the
/// rows of one are given.
pub(super) struct Tables {
    text: String,
    at: usize,
    reader: Reader,
}

impl Tables {
    /// Keeps so many rows of each table.
    pub(super) fn of(text: String, keep: usize, budget: &Rc<Budget>) -> Self {
        let way = Way::Kept { keep, budget: Rc::clone(budget) };
        Self { text, at: 0, reader: Reader { way, ..Reader::default() } }
    }

    /// Begins anew, to give the cells of the table with this place alone.
    pub(super) fn again(self, table: usize) -> Self {
        Self { at: 0, reader: Reader { way: Way::Given(table), ..Reader::default() }, ..self }
    }

    /// Reads on; says whether there is more.
    pub(super) fn read(&mut self, give: &mut dyn TakeCells) -> Result<bool, TooMuch> {
        let until = self.at + GO;
        while self.at < until {
            let rest = &self.text[self.at..];
            let Some(at) = memchr::memchr(b'<', rest.as_bytes()) else {
                self.reader.letters(rest);
                self.at = self.text.len();
                self.reader.finish(give)?;
                return Ok(false);
            };
            self.reader.letters(&rest[..at]);
            let mut rest = &rest[at + 1..];
            if let Some(after) = rest.strip_prefix("!--") {
                rest = after.find("-->").map_or("", |end| &after[end + 3..]);
            } else {
                let tag;
                (tag, rest) = Tag::read(rest);
                if matches!(tag.name.as_str(), "script" | "style" | "xml") && !tag.closes {
                    // What stands inside is no text of the page.
                    rest = closing(rest, &tag.name);
                } else {
                    self.reader.tag(&tag, give)?;
                }
            }
            self.at = self.text.len() - rest.len();
        }
        Ok(true)
    }

    /// How many bytes are done with, and how many there are.
    pub(super) fn far(&self) -> (u64, u64) {
        (self.at as u64, self.text.len() as u64)
    }

    /// The tables that hold anything, inner ones before those around them, each with its place.
    pub(super) fn done(&mut self) -> Vec<(usize, Sheet)> {
        std::mem::take(&mut self.reader.done)
    }
}

/// Bytes that are read at one go.
const GO: usize = 16 << 10;

/// What follows from the closing tag of this name on.
fn closing<'text>(text: &'text str, name: &str) -> &'text str {
    let mut rest = text;
    while let Some(at) = rest.find("</") {
        rest = &rest[at..];
        if rest.get(2..2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return rest;
        }
        rest = &rest[2..];
    }
    ""
}

/// Reads tags and letters into tables.
#[derive(Default)]
struct Reader {
    way: Way,
    open: Vec<Open>,
    /// With the place of each among all that began.
    done: Vec<(usize, Sheet)>,
    begun: usize,
    /// Tables that are open beyond those told apart.
    too_deep: usize,
    /// The element whose letters nobody sees, and how many of its name are open.
    hidden: Option<(String, usize)>,
    widened: u32,
}

/// What becomes of the tables.
enum Way {
    Kept {
        keep: usize,
        budget: Rc<Budget>,
    },
    /// The cells of one are given.
    Given(usize),
}

impl Default for Way {
    fn default() -> Self {
        Self::Given(usize::MAX)
    }
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
    covered: BTreeMap<u32, u32>,
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
            covered: BTreeMap::new(),
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

/// The text of a stored number, where what is shown is a number too; what is shown as a day stays one.
fn as_stored(number: &Number, shown: &str) -> Option<String> {
    let (digits, percent) = shown.strip_suffix('%').map_or((shown, false), |digits| (digits, true));
    let is_number = digits.chars().any(|letter| letter.is_ascii_digit())
        && digits.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | ' ' | '-' | '\u{a0}'));
    // 05-06-2023 is a day.
    let is_day = digits.matches('-').count() > 1;
    (is_number && !is_day).then(|| if percent { number.percent() } else { number.text() })
}

impl Reader {
    fn letters(&mut self, text: &str) {
        if self.hidden.is_none()
            && let Some(cell) = self.open.last_mut().and_then(|open| open.cell.as_mut())
        {
            letters::decode_into(text, &mut cell.text);
        }
    }

    fn tag(&mut self, tag: &Tag, give: &mut dyn TakeCells) -> Result<(), TooMuch> {
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
            ("br" | "p" | "div" | "li", closes) => {
                if let Some(cell) = &mut open.cell {
                    letters::push_spaced(" ", &mut cell.text);
                }
                self.hide(tag, closes);
            }
            (_, closes) => self.hide(tag, closes),
        }
        Ok(())
    }

    /// Notes that an element within a cell is hidden, and where it ends.
    fn hide(&mut self, tag: &Tag, closes: bool) {
        match &mut self.hidden {
            Some((name, depth)) if *name == tag.name => {
                *depth = if closes { *depth - 1 } else { *depth + 1 };
                if *depth == 0 {
                    self.hidden = None;
                }
            }
            None if !closes && !matches!(tag.name.as_str(), "br" | "input" | "img" | "hr") && tag.is_hidden() => {
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

    fn finish(&mut self, give: &mut dyn TakeCells) -> Result<(), TooMuch> {
        while !self.open.is_empty() {
            self.end_table(give)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tables(text: &str) -> Vec<Sheet> {
        let mut tables = Tables::of(text.to_owned(), usize::MAX, &Rc::new(Budget::new()));
        while tables.read(&mut Nowhere).unwrap() {}
        tables.done().into_iter().map(|(_, table)| table).collect()
    }

    fn rows(text: &str, table: usize) -> Vec<Vec<String>> {
        let mut tables = tables(text);
        tables.swap_remove(table).rows.into_iter().map(|row| row.cells).collect()
    }

    #[track_caller]
    fn case(text: &str, expected: &[&[&str]]) {
        assert_eq!(rows(text, 0), expected);
    }

    #[test]
    fn a_web_page_saved_as_a_workbook_gives_its_cells() {
        case(
            "<html><head><style>td{a:b}</style></head><body><TABLE border=1>\n<tr><th>STT<th>Đơn vị</tr>\
             <tr><td>1</td><td> UBND&nbsp;huyện\n  <b>Bảo</b> Y&#234;n<br>(tỉnh)</td></tr></TABLE></body></html>",
            &[&["STT", "Đơn vị"], &["1", "UBND huyện Bảo Yên (tỉnh)"]],
        );
    }

    #[test]
    fn spanning_cells_keep_their_columns() {
        case(
            "<table><tr><th rowspan=2>Đơn vị</th><th colspan='2'>Số hóa</th></tr><tr><td>Tỷ lệ</td><td>Ghi chú</td></tr>\
             <tr><td>A<td>5%<td></table>",
            &[&["Đơn vị", "Số hóa", ""], &["Đơn vị", "Tỷ lệ", "Ghi chú"], &["A", "5%", ""]],
        );
    }

    #[test]
    fn a_table_within_a_cell_is_a_table_and_its_letters_are_the_cells() {
        let text = "<table><tr><td>Bảo cáo<td><table><tr><td>Bảo</td><td>Yên</td></tr></table></td></tr></table>";
        assert_eq!(rows(text, 0), [["Bảo", "Yên"]]);
        assert_eq!(rows(text, 1), [["Bảo cáo", "Bảo Yên"]]);
    }

    #[test]
    fn what_excel_and_word_put_on_the_clipboard_gives_its_cells() {
        case(
            "Version:1.0\r\nStartHTML:0000000105\r\n<html xmlns:o=\"urn\"><head><style><!-- .x{mso-number-format:\"0%\"} -->\
             </style><!--[if gte mso 9]><xml><x:Table/></xml><![endif]--></head><body><table><!--StartFragment-->\
             <col width=64><tr height=20><td class=xl65>UBND huyện<span style='mso-spacerun:yes'>  </span>Bảo Yên</td>\
             <td align=right x:num=\"0.72299999999999998\">72%</td><td x:num>366</td>\
             <td x:num=\"1343\">1.343<span style='mso-spacerun:yes'> </span></td><td x:num=\"45082\">05/06/2023</td>\
             <td x:num=\"1\">1 hồ sơ</td></tr><tr><td><p class=MsoNormal>Sa Pa<o:p></o:p></p></td></tr>\
             <!--EndFragment--></table></body></html>",
            &[&["UBND huyện Bảo Yên", "72.3%", "366", "1343", "05/06/2023", "1 hồ sơ"], &["Sa Pa", "", "", "", "", ""]],
        );
    }

    #[test]
    fn what_a_browser_hides_is_not_read_in_a_cell_and_told_of_a_row() {
        let text = "<table><col><col span=1 style='display:none'><tr><td><span style=\"display: none\">0723<span>a</span>\
             </span>72,3%</td><td>x</td></tr><tr style='display:none'><td>5</td></tr></table>";
        assert_eq!(rows(text, 0), [["72,3%", "x"], ["5", ""]]);
        let table = tables(text).remove(0);
        assert_eq!((table.beside.hidden_rows[0].row, table.beside.hidden_rows.len()), (Some(2), 1));
        assert_eq!((table.beside.hidden_columns[0].column, table.beside.hidden_columns.len()), (Some(2), 1));
    }

    #[test]
    fn damage_is_read_as_far_as_it_goes() {
        case("<table><tr><td>a<td>b&unknown; <td title=\"x>y\">c", &[&["a", "b&unknown;", "c"]]);
        assert!(tables("<table").is_empty());
        assert!(tables("<html><body>không có bảng").is_empty());
        assert_eq!(tables(&"<table><tr><td>a".repeat(10_000)).len(), DEPTH_LIMIT);
    }

    #[test]
    fn only_markup_is_markup() {
        assert!(may_be("\n<html><body>") && may_be("<TABLE>"));
        assert!(!may_be("<b>;Tên đơn vị") && !may_be("STT;<table>"));
    }
}
