//! The XML workbook of Excel 2003 → sheets.

use super::Trouble;
use super::in_xml::Begins;
use super::in_xml::Form;
use super::in_xml::GO;
use super::pieces::PartPieces;
use super::rich::Look;
use super::rich::Rich;
use super::shown::Shown;
use super::xlsx_cells::iso_day;
use crate::domain::Map;
use crate::intake::grid::Area;
use crate::intake::number::Number;
use crate::intake::sheet::TakeCells;
use crate::intake::xml::Piece;
use crate::intake::xml::Tag;
use crate::intake::xml::local;
use crate::intake::xml::unescaped;

/// How Excel 2003 writes its sheets.
#[derive(Default)]
pub(super) struct Excel2003 {
    /// How each style shows a number, and the style in hand.
    styles: Map<String, Shown>,
    style: String,
    since_1904: bool,
    table: Place,
}

/// Where the sheet in hand is read.
#[derive(Default)]
struct Place {
    row: u32,
    column: u32,
    /// Rows that the one in hand stands for besides itself.
    more: u32,
    /// How the row in hand shows a number.
    shown: Option<Shown>,
    /// The column that is described next.
    described: u32,
}

impl Form for Excel2003 {
    const OUTERMOST: &'static [&'static str] = &["Workbook"];

    fn begins(&mut self, tag: &Tag) -> Begins {
        match tag.name {
            "Style" => {
                self.style = tag.get("ID").unwrap_or_default().into_owned();
                let inherited = tag.get("Parent").and_then(|parent| self.styles.get(&*parent)).copied();
                self.styles.insert(self.style.clone(), inherited.unwrap_or_default());
            }
            "NumberFormat" => {
                self.styles.insert(self.style.clone(), by_name(&tag.get("Format").unwrap_or_default()));
            }
            "Date1904" => self.since_1904 = true,
            "Worksheet" => {
                self.table = Place::default();
                // Whether it is hidden stands behind its cells.
                return Begins::Sheet { name: tag.get("Name").unwrap_or_default().into_owned(), hidden: false };
            }
            _ => {}
        }
        Begins::Nothing
    }

    fn read(&mut self, pieces: &mut PartPieces, cells: &mut dyn TakeCells) -> Result<bool, Trouble> {
        let until = pieces.passed() + GO;
        while let Some(piece) = pieces.next()? {
            match piece {
                Piece::Open(tag) => match tag.name {
                    "Column" => self.column(&tag, cells),
                    "Row" => self.row(&tag, cells),
                    "Cell" => {
                        let stored = Stored::of(&tag, &self.styles);
                        self.cell(&stored, pieces, cells)?;
                    }
                    "Visible" => {
                        let mut word = String::new();
                        pieces.text_until("Visible", &mut word)?;
                        if matches!(word.trim(), "SheetHidden" | "SheetVeryHidden") {
                            cells.hide_sheet();
                        }
                    }
                    _ => {}
                },
                Piece::Close("Row") => {
                    self.table.row = self.table.row.saturating_add(1).saturating_add(self.table.more);
                    return Ok(true);
                }
                Piece::Close("Worksheet") => return Ok(false),
                _ => {}
            }
            if pieces.passed() > until {
                return Ok(true);
            }
        }
        Err(Trouble::Damaged)
    }
}

impl Excel2003 {
    fn column(&mut self, tag: &Tag, cells: &mut dyn TakeCells) {
        let first = index(tag.number("Index")).unwrap_or(self.table.described);
        let last = first.saturating_add(tag.number("Span").unwrap_or(0));
        if tag.yes("Hidden") {
            cells.hide_columns(first, last);
        }
        self.table.described = last.saturating_add(1);
    }

    fn row(&mut self, tag: &Tag, cells: &mut dyn TakeCells) {
        let table = &mut self.table;
        table.row = index(tag.number("Index")).unwrap_or(table.row);
        table.column = 0;
        table.more = tag.number("Span").unwrap_or(0);
        table.shown = tag.get("StyleID").and_then(|style| self.styles.get(&*style)).copied();
        if tag.yes("Hidden") {
            cells.hide_row(table.row);
        }
    }

    /// Reads one cell to its end.
    fn cell(&mut self, stored: &Stored, pieces: &mut PartPieces, cells: &mut dyn TakeCells) -> Result<(), Trouble> {
        let (row, left) = (self.table.row, index(stored.index).unwrap_or(self.table.column));
        let (right, bottom) = (left.saturating_add(stored.across), row.saturating_add(stored.down));
        cells.merge(Area { top: row, left, bottom, right });
        self.table.column = right.saturating_add(1);
        let (mut kind, mut text) = (String::new(), String::new());
        while let Some(piece) = pieces.next()? {
            match piece {
                Piece::Close("Cell") => break,
                // A remark holds a text of its own.
                Piece::Open(tag) if tag.name == "Comment" => pieces.pass("Comment")?,
                Piece::Open(tag) if tag.name == "Data" => {
                    kind = tag.get("Type").unwrap_or_default().into_owned();
                    text = data(pieces)?;
                }
                _ => {}
            }
        }
        if stored.has_formula && text.is_empty() && kind != "String" {
            return Ok(cells.formula_without_value(row, left)?);
        }
        let shown = if stored.has_style { stored.shown } else { self.table.shown }.unwrap_or_default();
        let text = match kind.as_str() {
            "Number" => Number::written(&text).map_or(text, |number| shown.text(&number, self.since_1904)),
            "DateTime" => iso_day(&text),
            "Boolean" => if text.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
            _ => text,
        };
        Ok(cells.put(row, left, &text)?)
    }
}

/// The letters of a cell up to its end, in the looks of a web page: raised in `Sup`, lowered in `Sub`, struck out in `S`.
fn data(pieces: &mut PartPieces) -> Result<String, Trouble> {
    let (mut text, mut raised, mut struck) = (Rich::default(), 0_u32, 0_u32);
    while let Some(piece) = pieces.next()? {
        match piece {
            Piece::Close("Data") => break,
            Piece::Close("Sup" | "Sub") => raised = raised.saturating_sub(1),
            Piece::Close("S") => struck = struck.saturating_sub(1),
            Piece::Open(tag) if matches!(tag.name, "Sup" | "Sub") => raised += 1,
            Piece::Open(tag) if tag.name == "S" => struck += 1,
            Piece::Text(letters) => text.push(&letters, Look { raised: raised > 0, struck: struck > 0 }),
            _ => {}
        }
    }
    Ok(text.finish())
}

/// What the tag of a cell says.
#[derive(Default)]
struct Stored {
    index: Option<u32>,
    /// Further columns and rows it spans.
    across: u32,
    down: u32,
    has_formula: bool,
    has_style: bool,
    shown: Option<Shown>,
}

impl Stored {
    /// Looks at each attribute once: a sheet has many cells.
    fn of(tag: &Tag, styles: &Map<String, Shown>) -> Self {
        let mut stored = Self::default();
        let number = |value: &str| unescaped(value).trim().parse().ok();
        for (name, value) in tag.attributes() {
            match local(name) {
                "Index" => stored.index = number(value),
                "MergeAcross" => stored.across = number(value).unwrap_or(0),
                "MergeDown" => stored.down = number(value).unwrap_or(0),
                "Formula" => stored.has_formula = true,
                "StyleID" => (stored.has_style, stored.shown) = (true, styles.get(&*unescaped(value)).copied()),
                _ => {}
            }
        }
        stored
    }
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

/// The place a row, column or cell gives itself, counted from 0.
fn index(written: Option<u32>) -> Option<u32> {
    written?.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::super::in_xml::sheets;
    use super::*;

    #[test]
    fn cells_that_say_where_they_stand_are_put_there() {
        let text = "<?xml version=\"1.0\"?><Workbook xmlns:ss=\"x\"><Worksheet ss:Name=\"a > b\"><Table>\
             <Row><Cell><Data ss:Type=\"String\">Đơn vị</Data></Cell><Cell ss:Index=\"3\"><Data>Tỷ lệ</Data></Cell></Row>\
             <Row ss:Index=\"3\"><Cell><Data>A &amp; B</Data><Comment><ss:Data>x</ss:Data></Comment></Cell></Row>\
             </Table></Worksheet></Workbook>";
        let sheet = sheets::<Excel2003>(text).unwrap().remove(0);
        let rows: Vec<Vec<&str>> =
            sheet.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect();
        assert_eq!(rows, [&["Đơn vị", "", "Tỷ lệ"][..], &[], &["A & B", "", ""]]);
        assert_eq!(sheet.name, "a > b");
    }

    #[test]
    fn a_sheet_is_hidden_where_it_says_so_behind_its_cells() {
        let text = "<Workbook><Worksheet ss:Name='a'><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>\
             </Worksheet><Worksheet ss:Name='b'/><Worksheet ss:Name='c'><Visible> SheetVeryHidden\n</Visible></Worksheet>\
             </Workbook>";
        let hidden: Vec<bool> = sheets::<Excel2003>(text).unwrap().iter().map(|sheet| sheet.hidden).collect();
        assert_eq!(hidden, [true, false, true]);
    }

    #[test]
    fn a_cell_without_a_style_shows_its_number_as_its_row_does() {
        let text = "<Workbook><Styles><Style ss:ID='p'><NumberFormat ss:Format='Percent'/></Style><Style ss:ID='n'/></Styles>\
             <Worksheet ss:Name='a'><Table><Row ss:StyleID='p'><Cell><Data ss:Type='Number'>0.5</Data></Cell>\
             <Cell ss:StyleID='n'><Data ss:Type='Number'>0.5</Data></Cell></Row></Table></Worksheet></Workbook>";
        assert_eq!(sheets::<Excel2003>(text).unwrap()[0].rows[0].cells, ["50%", "0.5"]);
    }
}
