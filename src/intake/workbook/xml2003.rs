//! The XML workbook of Excel 2003 → sheets.

use std::rc::Rc;

use super::SHEETS_LIMIT;
use super::Trouble;
use super::shown::Shown;
use super::xlsx_cells::iso_day;
use crate::domain::Map;
use crate::intake::grid::Area;
use crate::intake::grid::Budget;
use crate::intake::number::Number;
use crate::intake::sheet::Building;
use crate::intake::sheet::Sheet;
use crate::intake::sheet::TakeCells as _;
use crate::intake::xml::Piece;
use crate::intake::xml::Pieces;
use crate::intake::xml::Tag;

/// The sheets that a text holds.
pub(super) fn sheets(text: &str, budget: &Rc<Budget>) -> Result<Vec<Sheet>, Trouble> {
    let hidden = hidden_sheets(text);
    let mut pieces = Pieces::of(text);
    let (mut styles, mut style) = (Map::new(), String::new());
    let (mut sheets, mut since_1904, mut whole) = (Vec::new(), false, false);
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Open(tag) => match tag.name {
                "Style" => {
                    style = tag.get("ID").unwrap_or_default().into_owned();
                    let inherited = tag.get("Parent").and_then(|parent| styles.get(&*parent)).copied();
                    styles.insert(style.clone(), inherited.unwrap_or_default());
                }
                "NumberFormat" => {
                    styles.insert(style.clone(), by_name(&tag.get("Format").unwrap_or_default()));
                }
                "Date1904" => since_1904 = true,
                "Worksheet" if sheets.len() < SHEETS_LIMIT => {
                    let name = tag.get("Name").unwrap_or_default().into_owned();
                    let hidden = hidden.get(sheets.len()).copied().unwrap_or(false);
                    let building = Building::new(name, hidden, budget);
                    let table = Table { building, styles: &styles, since_1904, row: 0, column: 0 };
                    sheets.push(table.read(&mut pieces)?);
                }
                _ => {}
            },
            Piece::Close("Workbook") => whole = true,
            _ => {}
        }
    }
    if whole { Ok(sheets) } else { Err(Trouble::Damaged) }
}

/// Which sheets are hidden: each says so behind its cells.
fn hidden_sheets(text: &str) -> Vec<bool> {
    let mut hidden = Vec::new();
    let mut pieces = Pieces::of(text);
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Open(tag) if tag.name == "Worksheet" => hidden.push(false),
            Piece::Open(tag) if tag.name == "Visible" => {
                let mut word = String::new();
                pieces.text_until("Visible", &mut word);
                if let Some(last) = hidden.last_mut() {
                    *last = word.trim().starts_with("SheetHidden") || word.trim() == "SheetVeryHidden";
                }
            }
            _ => {}
        }
    }
    hidden
}

/// A format by its name or code.
fn by_name(format: &str) -> Shown {
    match format {
        "Percent" => Shown::Percent,
        "General Date" | "Long Date" | "Medium Date" | "Short Date" => Shown::Day,
        "Long Time" | "Medium Time" | "Short Time" => Shown::Time,
        "" | "Fixed" | "Standard" | "Currency" | "Euro Currency" | "Scientific" | "Yes/No" | "True/False"
        | "On/Off" => Shown::Plain,
        code => Shown::by_code(code),
    }
}

/// A sheet that is being read.
struct Table<'shared> {
    building: Building,
    styles: &'shared Map<String, Shown>,
    since_1904: bool,
    row: u32,
    column: u32,
}

impl Table<'_> {
    fn read(mut self, pieces: &mut Pieces) -> Result<Sheet, Trouble> {
        let mut of_row = None;
        // Rows that the open one stands for.
        let mut more = 0;
        let mut next_column = 0_u32;
        while let Some(piece) = pieces.next() {
            match piece {
                Piece::Open(tag) => match tag.name {
                    "Column" => {
                        let first = index(&tag).unwrap_or(next_column);
                        let last = first.saturating_add(tag.number("Span").unwrap_or(0));
                        if tag.yes("Hidden") {
                            self.building.hide_columns(first, last);
                        }
                        next_column = last.saturating_add(1);
                    }
                    "Row" => {
                        self.row = index(&tag).unwrap_or(self.row);
                        self.column = 0;
                        more = tag.number("Span").unwrap_or(0);
                        of_row = tag.get("StyleID");
                        if tag.yes("Hidden") {
                            self.building.hide_row(self.row);
                        }
                    }
                    "Cell" => self.cell(&tag, of_row.as_deref(), pieces)?,
                    _ => {}
                },
                Piece::Close("Row") => self.row = self.row.saturating_add(1).saturating_add(more),
                Piece::Close("Worksheet") => return Ok(self.building.finish()?),
                _ => {}
            }
        }
        Err(Trouble::Damaged)
    }

    /// Reads one cell to its end.
    fn cell(&mut self, tag: &Tag, of_row: Option<&str>, pieces: &mut Pieces) -> Result<(), Trouble> {
        let (row, left) = (self.row, index(tag).unwrap_or(self.column));
        let (right, bottom) = (
            left.saturating_add(tag.number("MergeAcross").unwrap_or(0)),
            row.saturating_add(tag.number("MergeDown").unwrap_or(0)),
        );
        self.building.merge(Area { top: row, left, bottom, right });
        self.column = right.saturating_add(1);
        let (mut kind, mut text) = (String::new(), String::new());
        while let Some(piece) = pieces.next() {
            match piece {
                Piece::Close("Cell") => break,
                // A remark holds a text of its own.
                Piece::Open(tag) if tag.name == "Comment" => pieces.pass("Comment"),
                Piece::Open(tag) if tag.name == "Data" => {
                    kind = tag.get("Type").unwrap_or_default().into_owned();
                    pieces.text_until("Data", &mut text);
                }
                _ => {}
            }
        }
        if tag.get("Formula").is_some() && text.is_empty() && kind != "String" {
            return Ok(self.building.formula_without_value(row, left)?);
        }
        let style = tag.get("StyleID");
        let shown = style.as_deref().or(of_row).and_then(|style| self.styles.get(style)).copied().unwrap_or_default();
        let text = match kind.as_str() {
            "Number" => Number::written(&text).map_or(text, |number| shown.text(&number, self.since_1904)),
            "DateTime" => iso_day(&text),
            "Boolean" => if text.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
            _ => text,
        };
        Ok(self.building.put(row, left, &text)?)
    }
}

/// The place a row, column or cell gives itself, counted from 0.
fn index(tag: &Tag) -> Option<u32> {
    tag.number("Index")?.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_say_where_they_stand_are_put_there() {
        let text = "<?xml version=\"1.0\"?><Workbook xmlns:ss=\"x\"><Worksheet ss:Name=\"a > b\"><Table>\
             <Row><Cell><Data ss:Type=\"String\">Đơn vị</Data></Cell><Cell ss:Index=\"3\"><Data>Tỷ lệ</Data></Cell></Row>\
             <Row ss:Index=\"3\"><Cell><Data>A &amp; B</Data><Comment><ss:Data>x</ss:Data></Comment></Cell></Row>\
             </Table></Worksheet></Workbook>";
        let sheet = sheets(text, &Rc::new(Budget::new())).unwrap().remove(0);
        let rows: Vec<Vec<&str>> =
            sheet.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect();
        assert_eq!(rows, [&["Đơn vị", "", "Tỷ lệ"][..], &[], &["A & B", "", ""]]);
        assert_eq!(sheet.name, "a > b");
    }
}
