//! OpenDocument → sheets, from the packed file or from one XML file.

use std::rc::Rc;

use super::Book;
use super::Found;
use super::SHEETS_LIMIT;
use super::Trouble;
use super::archive::Archive;
use super::ods_table::Table;
use super::pieces::PartPieces;
use crate::domain::Set;
use crate::intake::grid::Budget;
use crate::intake::sheet::Building;
use crate::intake::sheet::Nowhere;
use crate::intake::sheet::Sheet;
use crate::intake::sheet::TakeCells;
use crate::intake::xml::Piece;

/// Bytes that are read at one go where no row ends.
pub(super) const GO: u64 = 64 << 10;
/// The part that holds the sheets.
const CONTENT: &str = "content.xml";

/// A workbook: the sheets that its content holds, one after the other.
pub(super) struct Ods {
    /// `None` where the content is there as a whole, and is read once.
    archive: Option<Archive>,
    pieces: PartPieces,
    /// Styles of sheets that are not displayed, and the style in hand.
    hiding: Set<String>,
    style: String,
    table: Option<Table>,
    /// How many sheets have begun.
    begun: usize,
    /// Sheets that are passed over.
    passing: usize,
    whole: bool,
    /// Bytes that were passed in earlier readings.
    passed: u64,
    folded: u64,
}

impl Ods {
    pub(super) fn open(mut archive: Archive) -> Result<Self, Trouble> {
        // The list of parts is read in plain even where the parts are not.
        if archive.text("META-INF/manifest.xml")?.is_some_and(|list| list.contains("encryption-data")) {
            return Err(Trouble::Password);
        }
        let pieces = PartPieces::of(archive.unfolding(CONTENT)?.ok_or(Trouble::Damaged)?);
        Ok(Self::of(Some(archive), pieces))
    }

    fn of(archive: Option<Archive>, pieces: PartPieces) -> Self {
        let folded = pieces.left();
        Self {
            archive,
            pieces,
            hiding: Set::new(),
            style: String::new(),
            table: None,
            begun: 0,
            passing: 0,
            whole: false,
            passed: 0,
            folded,
        }
    }

    /// Reads on to the begin of a sheet.
    fn between(&mut self) -> Result<Found, Trouble> {
        let until = self.pieces.passed() + GO;
        while let Some(piece) = self.pieces.next()? {
            match piece {
                Piece::Open(tag) => match tag.name {
                    "style" => self.style = tag.get("style:name").unwrap_or_default().into_owned(),
                    "table-properties" if tag.get("table:display").as_deref() == Some("false") => {
                        self.hiding.insert(self.style.clone());
                    }
                    // What was changed lists old cells.
                    "tracked-changes" => self.pieces.pass("tracked-changes")?,
                    "table" if self.begun < SHEETS_LIMIT => {
                        let hidden = tag.get("table:style-name").is_some_and(|style| self.hiding.contains(&*style));
                        let name = tag.get("table:name").unwrap_or_default().into_owned();
                        self.begun += 1;
                        self.table = Some(Table::default());
                        return Ok(if self.passing > 0 { Found::More } else { Found::Sheet { name, hidden } });
                    }
                    _ => {}
                },
                Piece::Close("document-content" | "document") => self.whole = true,
                _ => {}
            }
            if self.pieces.passed() > until {
                return Ok(Found::More);
            }
        }
        if self.whole { Ok(Found::End) } else { Err(Trouble::Damaged) }
    }
}

impl Book for Ods {
    fn read(&mut self, cells: &mut dyn TakeCells) -> Result<Found, Trouble> {
        let Some(table) = &mut self.table else { return self.between() };
        let is_passed = self.passing > 0;
        let mut nowhere = Nowhere;
        if table.read(&mut self.pieces, if is_passed { &mut nowhere } else { cells })? {
            return Ok(Found::More);
        }
        self.table = None;
        self.passing = self.passing.saturating_sub(1);
        Ok(if is_passed { Found::More } else { Found::SheetEnd })
    }

    fn again(&mut self, sheet: usize) -> Result<(), Trouble> {
        let Some(archive) = &mut self.archive else { return Err(Trouble::Damaged) };
        let pieces = PartPieces::of(archive.unfolding(CONTENT)?.ok_or(Trouble::Damaged)?);
        self.passed += std::mem::replace(&mut self.pieces, pieces).passed();
        (self.table, self.begun, self.passing) = (None, 0, sheet);
        Ok(())
    }

    fn passed(&self) -> u64 {
        self.passed + self.pieces.passed()
    }

    fn far(&self) -> (u64, u64) {
        (self.folded.saturating_sub(self.pieces.left()), self.folded)
    }
}

/// The sheets that a text holds.
pub(super) fn sheets(text: &str, budget: &Rc<Budget>) -> Result<Vec<Sheet>, Trouble> {
    let mut book = Ods::of(None, PartPieces::of_text(text.to_owned()));
    let (mut sheets, mut building) = (Vec::new(), Building::new(String::new(), false, budget));
    loop {
        match book.read(&mut building)? {
            Found::More => {}
            Found::Sheet { name, hidden } => building = Building::new(name, hidden, budget),
            Found::SheetEnd => {
                let next = Building::new(String::new(), false, budget);
                sheets.push(std::mem::replace(&mut building, next).finish()?);
            }
            Found::End => return Ok(sheets),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(table: &str) -> Sheet {
        let text = format!(
            "<office:document-content><office:spreadsheet>{table}</office:spreadsheet></office:document-content>"
        );
        sheets(&text, &Rc::new(Budget::new())).unwrap().remove(0)
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
