//! OpenDocument → sheets, from the packed file or from one XML file.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::SHEETS_LIMIT;
use super::Trouble;
use super::archive::Archive;
use super::xlsx::iso_day;
use crate::intake::grid::Area;
use crate::intake::grid::Budget;
use crate::intake::number::Number;
use crate::intake::sheet::Building;
use crate::intake::sheet::Sheet;
use crate::intake::xml::Piece;
use crate::intake::xml::Pieces;
use crate::intake::xml::Tag;

/// Spaces that one mark may stand for.
const SPACES: usize = 1000;

pub(super) fn read(archive: &mut Archive, budget: &Budget) -> Result<Vec<Sheet>, Trouble> {
    // The list of parts is read in plain even where the parts are not.
    if archive.text("META-INF/manifest.xml")?.is_some_and(|list| list.contains("encryption-data")) {
        return Err(Trouble::Password);
    }
    let text = archive.text("content.xml")?.ok_or(Trouble::Damaged)?;
    sheets(&text, budget)
}

/// The sheets that a text holds.
pub(super) fn sheets(text: &str, budget: &Budget) -> Result<Vec<Sheet>, Trouble> {
    let mut pieces = Pieces::of(text);
    let mut sheets = Vec::new();
    // Styles of sheets that are not displayed.
    let mut hiding = BTreeSet::new();
    let mut style = String::new();
    let mut whole = false;
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Open(tag) => match tag.name {
                "style" => style = tag.get("style:name").unwrap_or_default().into_owned(),
                "table-properties" if tag.get("table:display").as_deref() == Some("false") => {
                    hiding.insert(style.clone());
                }
                // What was changed lists old cells.
                "tracked-changes" => pieces.pass("tracked-changes"),
                "table" if sheets.len() < SHEETS_LIMIT => {
                    let hidden = tag.get("table:style-name").is_some_and(|style| hiding.contains(&*style));
                    let name = tag.get("table:name").unwrap_or_default().into_owned();
                    sheets.push(Table::new(Building::new(name, hidden, budget)).read(&mut pieces)?);
                }
                _ => {}
            },
            Piece::Close("document-content" | "document") => whole = true,
            _ => {}
        }
    }
    if whole { Ok(sheets) } else { Err(Trouble::Damaged) }
}

/// A sheet that is being read.
struct Table<'budget> {
    building: Building<'budget>,
    row: u32,
    column: u32,
    /// Groups of rows that are closed around the row.
    closed: usize,
    groups: Vec<bool>,
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

impl<'budget> Table<'budget> {
    fn new(building: Building<'budget>) -> Self {
        Self { building, row: 0, column: 0, closed: 0, groups: Vec::new() }
    }

    fn read(mut self, pieces: &mut Pieces) -> Result<Sheet, Trouble> {
        while let Some(piece) = pieces.next() {
            match piece {
                Piece::Open(tag) => match tag.name {
                    "table-column" => {
                        let count = repeated(&tag, "table:number-columns-repeated");
                        if is_hidden(&tag) {
                            self.building.hide_columns(self.column, self.column.saturating_add(count - 1));
                        }
                        self.column = self.column.saturating_add(count);
                    }
                    "table-row-group" => {
                        let closed = tag.get("table:display").as_deref() == Some("false");
                        self.closed += usize::from(closed);
                        self.groups.push(closed);
                    }
                    "table-row" => self.row(&tag, pieces)?,
                    // Drawings laid over the sheet may hold tables of their own.
                    "shapes" => pieces.pass("shapes"),
                    _ => {}
                },
                Piece::Close("table-row-group") => {
                    self.closed -= usize::from(self.groups.pop().unwrap_or(false));
                }
                Piece::Close("table") => return Ok(self.building.finish()?),
                _ => {}
            }
        }
        Err(Trouble::Damaged)
    }

    fn row(&mut self, tag: &Tag, pieces: &mut Pieces) -> Result<(), Trouble> {
        let mut cells = Vec::new();
        let mut column = 0_u32;
        while let Some(piece) = pieces.next() {
            match piece {
                Piece::Open(tag) if matches!(tag.name, "table-cell" | "covered-table-cell") => {
                    let cell = cell(&tag, column, pieces);
                    column = column.saturating_add(cell.repeated);
                    if !cell.text.is_empty() || cell.without_value {
                        cells.push(cell);
                    }
                }
                Piece::Close("table-row") => break,
                _ => {}
            }
        }
        let count = repeated(tag, "table:number-rows-repeated");
        let hidden = self.closed > 0 || is_hidden(tag);
        // Empty rows at the end of a sheet are repeated a million times.
        let filled = if cells.is_empty() { 0 } else { count };
        for row in (self.row..).take(filled as usize) {
            if hidden {
                self.building.hide_row(row);
            }
            for cell in &cells {
                self.put(row, cell)?;
            }
        }
        self.row = self.row.saturating_add(count);
        Ok(())
    }

    fn put(&mut self, row: u32, cell: &Cell) -> Result<(), Trouble> {
        let (height, width) = cell.spans;
        let (bottom, right) = (row.saturating_add(height - 1), cell.column.saturating_add(width - 1));
        self.building.merge(Area { top: row, left: cell.column, bottom, right });
        for column in (cell.column..).take(cell.repeated as usize) {
            if cell.without_value {
                self.building.formula_without_value(row, column)?;
            } else {
                self.building.put(row, column, cell.text.clone())?;
            }
        }
        Ok(())
    }
}

fn repeated(tag: &Tag, name: &str) -> u32 {
    tag.number(name).unwrap_or(1).clamp(1, 1 << 20)
}

fn is_hidden(tag: &Tag) -> bool {
    matches!(tag.get("table:visibility").as_deref(), Some("collapse" | "filter"))
}

/// Reads one cell to its end.
fn cell(tag: &Tag, column: u32, pieces: &mut Pieces) -> Cell {
    let shown = shown_text(tag.name, pieces);
    let number = || tag.get("office:value").and_then(|value| Number::written(&value));
    let is_error = tag.get("calcext:value-type").as_deref() == Some("error");
    let text = match tag.get("office:value-type").as_deref() {
        _ if is_error => shown,
        Some("percentage") => number().map_or(shown, |number| number.percent()),
        Some("float" | "currency") => number().map_or(shown, |number| number.text()),
        Some("date") => tag.get("office:date-value").map_or(shown, |day| iso_day(&day)),
        Some("boolean") => match tag.get("office:boolean-value").as_deref() {
            Some("true") => "TRUE".to_owned(),
            Some("false") => "FALSE".to_owned(),
            _ => shown,
        },
        Some("string") => tag.get("office:string-value").map_or(shown, Cow::into_owned),
        _ => shown,
    };
    let has_value = tag.get("office:value-type").is_some();
    Cell {
        column,
        without_value: tag.get("table:formula").is_some() && !has_value && text.is_empty(),
        text,
        repeated: repeated(tag, "table:number-columns-repeated"),
        spans: (repeated(tag, "table:number-rows-spanned"), repeated(tag, "table:number-columns-spanned")),
    }
}

/// The paragraphs of a cell; what is noted in its margin is no part of it.
fn shown_text(cell: &str, pieces: &mut Pieces) -> String {
    let (mut text, mut paragraphs, mut within) = (String::new(), 0, false);
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Close(ended) if ended == cell => break,
            Piece::Close("p") => within = false,
            Piece::Open(tag) => match tag.name {
                "annotation" => pieces.pass("annotation"),
                "p" => {
                    within = true;
                    paragraphs += 1;
                    if paragraphs > 1 {
                        text.push('\n');
                    }
                }
                "s" => text.extend(std::iter::repeat_n(' ', (tag.number("text:c").unwrap_or(1) as usize).min(SPACES))),
                "tab" => text.push('\t'),
                "line-break" => text.push('\n'),
                _ => {}
            },
            Piece::Text(letters) if within => text.push_str(&letters),
            _ => {}
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(table: &str) -> Sheet {
        let text = format!(
            "<office:document-content><office:spreadsheet>{table}</office:spreadsheet></office:document-content>"
        );
        sheets(&text, &Budget::new()).unwrap().remove(0)
    }

    #[test]
    fn repeated_cells_and_rows_keep_their_places() {
        let sheet = read(
            "<table:table table:name='a'><table:table-row table:number-rows-repeated='2'><table:table-cell/>\
             <table:table-cell table:number-columns-repeated='2' office:value-type='float' office:value='5'/>\
             </table:table-row><table:table-row table:number-rows-repeated='1048574'><table:table-cell/>\
             </table:table-row></table:table>",
        );
        assert_eq!(sheet.rows.len(), 2);
        assert_eq!(sheet.rows[1].cells, ["", "5", "5"]);
    }

    #[test]
    fn notes_in_the_margin_and_old_cells_are_no_text() {
        let sheet = read(
            "<table:tracked-changes><table:table-cell><text:p>cũ</text:p></table:table-cell></table:tracked-changes>\
             <table:table table:name='a'><table:table-row><table:table-cell office:value-type='string'>\
             <office:annotation><text:p>ghi chú</text:p></office:annotation><text:p>Bảo<text:s text:c='2'/>\
             <text:span>Yên</text:span></text:p><text:p>x</text:p></table:table-cell></table:table-row></table:table>",
        );
        assert_eq!(sheet.rows[0].cells, ["Bảo  Yên\nx"]);
    }
}
