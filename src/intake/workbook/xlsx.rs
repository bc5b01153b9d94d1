//! Excel since 2007 → sheets, read part by part; `xlsx_cells.rs` reads a sheet.

use super::Book;
use super::Found;
use super::SHEETS_LIMIT;
use super::Trouble;
use super::archive::Archive;
use super::pieces::PartPieces;
use super::relations::beside_in;
use super::relations::relations;
use super::relations::target_of;
use super::shown::Shown;
use super::strings;
use super::strings::Texts;
use super::xlsx_cells::Cells;
use super::xlsx_cells::Shared;
use crate::domain::Map;
use crate::domain::Set;
use crate::intake::sheet::TakeCells;
use crate::intake::xml::Piece;
use crate::intake::xml::Pieces;

/// A workbook: the texts that its sheets share, then one sheet after the other.
pub(super) struct Xlsx {
    archive: Archive,
    sheets: Vec<About>,
    shared: Shared,
    /// The texts on their way; none once they are all there.
    texts: Option<PartPieces>,
    /// The sheet that is read, or is read next.
    at: usize,
    open: Option<Cells>,
    /// Bytes that were passed in parts that are done with.
    passed: u64,
    /// Folded bytes of the parts of this reading, and of those that are done with.
    whole: u64,
    behind: u64,
    texts_folded: u64,
    /// The text in hand.
    text: String,
}

struct About {
    name: String,
    hidden: bool,
    part: String,
    folded: u64,
}

impl Xlsx {
    pub(super) fn open(mut archive: Archive) -> Result<Self, Trouble> {
        let main = target_of(&mut archive, "", "_rels/.rels", "/officeDocument")?;
        let main = main.unwrap_or_else(|| "xl/workbook.xml".to_owned());
        let text = archive.text(&main)?.ok_or(Trouble::Damaged)?;
        let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
        let relations = relations(&mut archive, &main)?;
        let beside = |kind: &str, name: &str| {
            let found = relations.values().find(|(found, _)| found.ends_with(kind));
            found.map_or_else(|| beside_in(folder, name), |(_, target)| target.clone())
        };
        let mut shared = Shared {
            texts: Texts::default(),
            formats: formats(&archive.text(&beside("/styles", "styles.xml"))?.unwrap_or_default()),
            since_1904: false,
            recalculated: false,
        };
        let mut about = Vec::new();
        let mut is_whole = false;
        for piece in Pieces::of(&text) {
            match piece {
                Piece::Open(tag) if tag.name == "workbookPr" => shared.since_1904 |= tag.yes("date1904"),
                Piece::Open(tag) if tag.name == "calcPr" => shared.recalculated = tag.yes("fullCalcOnLoad"),
                Piece::Open(tag) if tag.name == "sheet" && about.len() < SHEETS_LIMIT => {
                    let hidden = tag.get("state").is_some_and(|state| state != "visible");
                    let id = tag.get("r:id").or_else(|| tag.get("id"));
                    about.push((tag.get("name").unwrap_or_default(), hidden, id));
                }
                Piece::Close("workbook") => is_whole = true,
                _ => {}
            }
        }
        if !is_whole {
            return Err(Trouble::Damaged);
        }
        let (mut sheets, mut read) = (Vec::new(), Set::new());
        for (number, (name, hidden, id)) in (1..).zip(about) {
            let known = id.as_deref().and_then(|id| relations.get(id));
            // Sheets of charts alone have no cells.
            if known.is_some_and(|(kind, _)| !kind.ends_with("/worksheet")) {
                continue;
            }
            // A sheet without a part of its own, as macros of old leave behind.
            if id.as_deref() == Some("") {
                continue;
            }
            let default = || beside_in(folder, &format!("worksheets/sheet{number}.xml"));
            let part = known.map_or_else(default, |(_, part)| part.clone());
            // Two sheets that are one part are damage, and would take the time of two.
            if !read.insert(part.clone()) {
                return Err(Trouble::Damaged);
            }
            sheets.push(About { name: name.into_owned(), hidden, folded: archive.folded_size(&part), part });
        }
        let texts = archive.kept(&beside("/sharedStrings", "sharedStrings.xml"))?.map(PartPieces::of);
        let texts_folded = texts.as_ref().map_or(0, PartPieces::left);
        let whole = texts_folded + sheets.iter().map(|sheet| sheet.folded).sum::<u64>();
        let (behind, text) = (0, String::new());
        Ok(Self { archive, sheets, shared, texts, at: 0, open: None, passed: 0, whole, behind, texts_folded, text })
    }
}

impl Book for Xlsx {
    fn read(&mut self, cells: &mut dyn TakeCells) -> Result<Found, Trouble> {
        if let Some(texts) = &mut self.texts {
            if !strings::next_of_xml(texts, &mut self.text, &mut self.shared.texts)? {
                self.passed += texts.passed();
                self.behind = self.texts_folded;
                self.texts = None;
            }
            return Ok(Found::More);
        }
        if let Some(open) = &mut self.open {
            if open.read(&self.shared, cells)? {
                return Ok(Found::More);
            }
            self.passed += open.pieces().passed();
            self.behind += self.sheets[self.at].folded;
            self.open = None;
            self.at += 1;
            return Ok(Found::SheetEnd);
        }
        let Some(About { name, hidden, part, .. }) = self.sheets.get(self.at) else { return Ok(Found::End) };
        self.open = Some(Cells::of(self.archive.unfolding(part)?.ok_or(Trouble::Damaged)?));
        Ok(Found::Sheet { name: name.clone(), hidden: *hidden })
    }

    fn again(&mut self, sheet: usize) -> Result<(), Trouble> {
        (self.at, self.open) = (sheet, None);
        (self.whole, self.behind) = (self.sheets.get(sheet).map_or(0, |sheet| sheet.folded), 0);
        Ok(())
    }

    fn passed(&self) -> u64 {
        let open = self.open.as_ref().map_or(0, |open| open.pieces().passed());
        self.passed + open + self.texts.as_ref().map_or(0, PartPieces::passed)
    }

    fn far(&self) -> (u64, u64) {
        let left = self.texts.as_ref().or(self.open.as_ref().map(Cells::pieces)).map(PartPieces::left);
        let of_part = if self.texts.is_some() {
            self.texts_folded
        } else {
            self.sheets.get(self.at).map_or(0, |sheet| sheet.folded)
        };
        (self.behind + left.map_or(0, |left| of_part.saturating_sub(left)), self.whole)
    }
}

/// How each style of cells shows numbers.
fn formats(text: &str) -> Vec<Shown> {
    let mut codes = Map::new();
    let mut styles = Vec::new();
    let mut of_cells = false;
    for piece in Pieces::of(text) {
        match piece {
            Piece::Open(tag) => match tag.name {
                "numFmt" => {
                    if let (Some(number), Some(code)) = (tag.number("numFmtId"), tag.get("formatCode")) {
                        codes.insert(number, Shown::by_code(&code));
                    }
                }
                "cellXfs" => of_cells = true,
                "xf" if of_cells => {
                    let number = tag.number("numFmtId").unwrap_or(0);
                    let shown = codes.get(&number).copied().or_else(|| Shown::by_number(number));
                    styles.push(shown.unwrap_or_default());
                }
                _ => {}
            },
            Piece::Close("cellXfs") => of_cells = false,
            _ => {}
        }
    }
    styles
}
