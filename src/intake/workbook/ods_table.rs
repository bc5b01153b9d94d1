//! One sheet of OpenDocument → its cells, a row at a time.

use super::Trouble;
use super::in_xml::GO;
use super::pieces::PartPieces;
use super::rich::Look;
use super::rich::Rich;
use super::xlsx_cells::iso_day;
use crate::domain::Map;
use crate::intake::grid::Area;
use crate::intake::number::Number;
use crate::intake::sheet::TakeCells;
use crate::intake::xml::Piece;
use crate::intake::xml::Tag;
use crate::intake::xml::unescaped;
use crate::text::small;

/// What lies over a cell or in its margin, with texts of its own: remarks, drawings, a chart with a table of its figures.
const BESIDE: [&str; 14] = [
    "annotation",
    "frame",
    "custom-shape",
    "rect",
    "line",
    "polyline",
    "polygon",
    "regular-polygon",
    "path",
    "circle",
    "ellipse",
    "caption",
    "connector",
    "g",
];

/// Spaces that one mark may stand for.
const SPACES: usize = 1000;

/// A sheet that is being read.
#[derive(Default)]
pub(super) struct Table {
    row: u32,
    column: u32,
    /// Groups of rows that are closed around the row.
    closed: usize,
    groups: Vec<bool>,
    /// A row that stands several times, with how often it is still to be put.
    repeated: Option<(Vec<Cell>, u32)>,
    /// The styles of letters that are raised or struck out; they stand before all sheets.
    looks: Map<String, Look>,
}

/// A cell as it is stored.
struct Cell {
    column: u32,
    text: String,
    repeated: u32,
    /// Rows and columns it spans.
    spans: (u32, u32),
    without_value: bool,
}

impl Table {
    /// Begins the next sheet of the file.
    pub(super) fn begin(&mut self) {
        *self = Self { looks: std::mem::take(&mut self.looks), ..Self::default() };
    }

    /// Notes how a style's letters look, where that says something.
    pub(super) fn note_look(&mut self, style: &str, tag: &Tag) {
        // `super 58%`, `sub 58%`, or how far the letters are raised; lowered ones have a minus sign.
        let position = tag.get("style:text-position").unwrap_or_default();
        let far = position.split_whitespace().next().unwrap_or_default();
        let raised = matches!(far, "super" | "sub") || (far.ends_with('%') && !far.starts_with('0'));
        let struck = ["style:text-line-through-style", "style:text-line-through-type"];
        let struck = struck.into_iter().any(|name| tag.get(name).is_some_and(|line| line != "none"));
        if raised || struck {
            self.looks.insert(style.to_owned(), Look { raised, struck });
        }
    }

    /// Reads to the end of a row; says whether more may follow.
    pub(super) fn read(&mut self, pieces: &mut PartPieces, cells: &mut dyn TakeCells) -> Result<bool, Trouble> {
        if let Some((row, times)) = self.repeated.take().filter(|(_, times)| *times > 0) {
            row.iter().try_for_each(|cell| put(self.row, cell, cells))?;
            self.row = self.row.saturating_add(1);
            self.repeated = Some((row, times - 1));
            return Ok(true);
        }
        let until = pieces.passed() + GO;
        while let Some(piece) = pieces.next()? {
            match piece {
                Piece::Open(tag) => match tag.name {
                    "table-column" => {
                        let count = repeated(&tag, "table:number-columns-repeated");
                        if is_hidden(&tag) {
                            cells.hide_columns(self.column, self.column.saturating_add(count - 1));
                        }
                        self.column = self.column.saturating_add(count);
                    }
                    "table-row-group" => {
                        let closed = tag.get("table:display").as_deref() == Some("false");
                        self.closed += usize::from(closed);
                        self.groups.push(closed);
                    }
                    "table-row" => {
                        let count = repeated(&tag, "table:number-rows-repeated");
                        let hidden = self.closed > 0 || is_hidden(&tag);
                        self.row(count, hidden, pieces, cells)?;
                        return Ok(true);
                    }
                    // Drawings laid over the sheet may hold tables of their own.
                    "shapes" => pieces.pass("shapes")?,
                    _ => {}
                },
                Piece::Close("table-row-group") => {
                    self.closed -= usize::from(self.groups.pop().unwrap_or(false));
                }
                Piece::Close("table") => return Ok(false),
                _ => {}
            }
            if pieces.passed() > until {
                return Ok(true);
            }
        }
        Err(Trouble::Damaged)
    }

    fn row(
        &mut self,
        count: u32,
        hidden: bool,
        pieces: &mut PartPieces,
        cells: &mut dyn TakeCells,
    ) -> Result<(), Trouble> {
        let mut of_row = Vec::new();
        let mut column = 0_u32;
        while let Some(piece) = pieces.next()? {
            match piece {
                Piece::Open(tag) if matches!(tag.name, "table-cell" | "covered-table-cell") => {
                    let stored = Stored::of(&tag);
                    let cell = cell(stored, column, pieces, &self.looks)?;
                    column = column.saturating_add(cell.repeated);
                    if !cell.text.is_empty() || cell.without_value {
                        of_row.push(cell);
                    }
                }
                Piece::Close("table-row") => break,
                _ => {}
            }
        }
        // Empty rows at the end of a sheet are repeated a million times.
        if of_row.is_empty() {
            self.row = self.row.saturating_add(count);
            return Ok(());
        }
        if hidden {
            (self.row..).take(count as usize).for_each(|row| cells.hide_row(row));
        }
        self.repeated = Some((of_row, count));
        Ok(())
    }
}

fn put(row: u32, cell: &Cell, cells: &mut dyn TakeCells) -> Result<(), Trouble> {
    let (height, width) = cell.spans;
    let (bottom, right) = (row.saturating_add(height - 1), cell.column.saturating_add(width - 1));
    cells.merge(Area { top: row, left: cell.column, bottom, right });
    for column in (cell.column..).take(cell.repeated as usize) {
        if cell.without_value {
            cells.formula_without_value(row, column)?;
        } else {
            cells.put(row, column, &cell.text)?;
        }
    }
    Ok(())
}

fn repeated(tag: &Tag, name: &str) -> u32 {
    times(tag.get(name).as_deref())
}

/// How often something stands there.
fn times(written: Option<&str>) -> u32 {
    written.and_then(|number| number.trim().parse().ok()).unwrap_or(1).clamp(1, 1 << 20)
}

fn is_hidden(tag: &Tag) -> bool {
    matches!(tag.get("table:visibility").as_deref(), Some("collapse" | "filter"))
}

/// What the tag of a cell says.
struct Stored {
    is_covered: bool,
    /// The text of its value, where that is not what is shown.
    text: Option<String>,
    /// The number that is stored, but of percentages.
    number: Option<Number>,
    has_value: bool,
    has_formula: bool,
    repeated: u32,
    spans: (u32, u32),
}

impl Stored {
    /// Looks at each attribute once: a sheet has many cells, and each some.
    fn of(tag: &Tag) -> Self {
        let (mut kind, mut number, mut day, mut truth, mut string) = (None, None, None, None, None);
        let (mut repeated, mut rows, mut columns) = (None, None, None);
        let (mut is_error, mut has_formula) = (false, false);
        for (name, value) in tag.attributes() {
            let first = match name {
                "office:value-type" => &mut kind,
                "office:value" => &mut number,
                "office:date-value" => &mut day,
                "office:boolean-value" => &mut truth,
                "office:string-value" => &mut string,
                "table:number-columns-repeated" => &mut repeated,
                "table:number-rows-spanned" => &mut rows,
                "table:number-columns-spanned" => &mut columns,
                "calcext:value-type" => {
                    is_error |= value == "error";
                    continue;
                }
                "table:formula" => {
                    has_formula = true;
                    continue;
                }
                _ => continue,
            };
            first.get_or_insert(value);
        }
        let number = || number.and_then(|value| Number::written(&unescaped(value)));
        let float = matches!(kind, Some("float" | "currency")).then(&number).flatten();
        let text = match kind {
            _ if is_error => None,
            Some("percentage") => number().map(|number| number.percent()),
            Some("float" | "currency") => float.as_ref().map(Number::text),
            Some("date") => day.map(|day| iso_day(&unescaped(day))),
            Some("boolean") => match truth {
                Some("true") => Some("TRUE".to_owned()),
                Some("false") => Some("FALSE".to_owned()),
                _ => None,
            },
            Some("string") => string.map(|string| unescaped(string).into_owned()),
            _ => None,
        };
        Self {
            is_covered: tag.name == "covered-table-cell",
            has_value: text.is_some() || kind == Some("string"),
            text,
            number: float,
            has_formula,
            repeated: times(repeated),
            spans: (times(rows), times(columns)),
        }
    }
}

/// Reads one cell to its end.
fn cell(stored: Stored, column: u32, pieces: &mut PartPieces, looks: &Map<String, Look>) -> Result<Cell, Trouble> {
    let shown = shown_text(if stored.is_covered { "covered-table-cell" } else { "table-cell" }, pieces, looks)?;
    // Of a formula that failed some programs store 0.
    let is_error = shown.starts_with('#') || shown.starts_with("Err:");
    // A day behind the words by which a title names a period.
    let is_day = stored.text.as_ref().is_some_and(|text| text.contains('/'));
    let is_of_period = is_day && ["Tháng ", "Từ ", "Đến ", "Kỳ "].iter().any(|words| begins(&shown, words));
    let signed = stored.number.and_then(|number| signed(&number, &shown));
    // Where errors have no type of their own an empty text is stored beside them.
    let is_kept = |text: &String| !(is_of_period || text.is_empty() || (is_error && text == "0"));
    let text = signed.or(stored.text).filter(is_kept).unwrap_or(shown);
    Ok(Cell {
        column,
        without_value: stored.has_formula && !stored.has_value && text.is_empty(),
        text,
        repeated: stored.repeated,
        spans: stored.spans,
    })
}

/// A number that is shown with the sign of percentages. Of shares the type of the value says so, and the sign is only a
/// letter behind a number, unless what is shown is a hundred times the number.
fn signed(number: &Number, shown: &str) -> Option<String> {
    let shown = Number::written(&shown.split_once('%')?.0.replace(',', "."))?;
    let is_share = number.clone().times_ten_to(2).rounds_to(&shown);
    Some(if is_share { number.percent() } else { number.text() + "%" })
}

/// Whether a text begins with these words, in any case.
fn begins(text: &str, words: &str) -> bool {
    let start: String = text.chars().take(words.chars().count()).collect();
    small(&start) == small(words)
}

/// The paragraphs of a cell; what lies beside them is no part of it.
fn shown_text(cell: &str, pieces: &mut PartPieces, looks: &Map<String, Look>) -> Result<String, Trouble> {
    let (mut text, mut paragraphs, mut within) = (Rich::default(), 0, false);
    let mut spans: Vec<Look> = Vec::new();
    while let Some(piece) = pieces.next()? {
        let look = spans.last().copied().unwrap_or_default();
        match piece {
            Piece::Close(ended) if ended == cell => break,
            Piece::Close("p") => within = false,
            Piece::Close("span") => {
                spans.pop();
            }
            Piece::Open(tag) => match tag.name {
                beside if let Some(name) = BESIDE.into_iter().find(|name| *name == beside) => pieces.pass(name)?,
                "p" => {
                    within = true;
                    spans.clear();
                    paragraphs += 1;
                    if paragraphs > 1 {
                        text.push("\n", Look::default());
                    }
                }
                "span" => {
                    let own = tag.get("text:style-name").and_then(|style| looks.get(&*style).copied());
                    let own = own.unwrap_or_default();
                    let Look { raised, struck } = look;
                    spans.push(Look { raised: raised || own.raised, struck: struck || own.struck });
                }
                "s" => {
                    let count = (tag.number("text:c").unwrap_or(1) as usize).min(SPACES);
                    text.push(&" ".repeat(count), look);
                }
                "tab" => text.push("\t", look),
                "line-break" => text.push("\n", look),
                _ => {}
            },
            Piece::Text(letters) if within => text.push(&letters, look),
            _ => {}
        }
    }
    Ok(text.finish())
}
