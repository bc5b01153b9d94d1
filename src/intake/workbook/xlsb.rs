//! Excel since 2007, binary → sheets.

use super::Book;
use super::Found;
use super::SHEETS_LIMIT;
use super::Trouble;
use super::archive::Archive;
use super::relations::relations;
use super::shown::Shown;
use super::strings::Texts;
use super::xls_cells::rk;
use super::xls_cells::truth_or_error;
use super::xlsb_records::PartRecords;
use super::xlsb_records::Records;
use super::xlsb_records::text_at;
use super::xlsb_records::u16_at;
use super::xlsb_records::u32_at;
use crate::domain::Map;
use crate::domain::Set;
use crate::intake::grid::Area;
use crate::intake::number::Number;
use crate::intake::sheet::TakeCells;

const MAIN: &str = "xl/workbook.bin";

/// Bytes that are read at one go.
const GO: u64 = 8 << 10;

/// What all sheets of a workbook share.
struct Shared {
    texts: Texts,
    formats: Vec<Shown>,
    since_1904: bool,
}

/// Types of records, the first byte low, as they stand in a file.
mod kind {
    pub(super) const BOOK: u32 = 0x0199;
    pub(super) const SHEET: u32 = 0x019c;
    pub(super) const FORMAT: u32 = 0x2c;
    pub(super) const STYLES: u32 = 0x04e9;
    pub(super) const STYLES_END: u32 = 0x04ea;
    pub(super) const STYLE: u32 = 0x2f;
    pub(super) const TEXT: u32 = 0x13;
    pub(super) const COLUMNS: u32 = 0x3c;
    pub(super) const MERGED: u32 = 0x01b0;
    pub(super) const SHEET_END: u32 = 0x0182;
}

/// A workbook: the texts that its sheets share, then one sheet after the other.
pub(super) struct Xlsb {
    archive: Archive,
    sheets: Vec<About>,
    shared: Shared,
    /// The texts on their way; none once they are all there.
    texts: Option<PartRecords>,
    /// The sheet that is read, or is read next, and the row its cells stand in.
    at: usize,
    open: Option<PartRecords>,
    row: u32,
    /// Bytes that were passed in parts that are done with.
    passed: u64,
    /// Folded bytes of the parts of this reading, of those that are done with, and of the part in hand.
    whole: u64,
    behind: u64,
    folded: u64,
}

struct About {
    name: String,
    hidden: bool,
    part: String,
}

impl Xlsb {
    pub(super) fn open(mut archive: Archive) -> Result<Self, Trouble> {
        let main = archive.part(MAIN)?.ok_or(Trouble::Damaged)?;
        let relations = relations(&mut archive, MAIN)?;
        let mut shared = Shared {
            texts: Texts::default(),
            formats: formats(&archive.part("xl/styles.bin")?.unwrap_or_default()),
            since_1904: false,
        };
        let mut about = Vec::new();
        for (kind, data) in Records(&main) {
            match kind {
                kind::BOOK => shared.since_1904 = data.first().is_some_and(|flags| flags & 1 != 0),
                kind::SHEET if about.len() < SHEETS_LIMIT => about.extend(bound_sheet(data)),
                _ => {}
            }
        }
        let (mut sheets, mut read) = (Vec::new(), Set::new());
        for (name, hidden, id) in about {
            let Some((_, part)) = relations.get(&id).filter(|(kind, _)| kind.ends_with("/worksheet")) else { continue };
            if !read.insert(part) {
                return Err(Trouble::Damaged);
            }
            sheets.push(About { name, hidden, part: part.clone() });
        }
        if sheets.is_empty() {
            return Err(Trouble::Damaged);
        }
        let texts = archive.kept("xl/sharedStrings.bin")?.map(PartRecords::of);
        let folded = texts.as_ref().map_or(0, PartRecords::left);
        let whole = folded + sheets.iter().map(|sheet| archive.folded_size(&sheet.part)).sum::<u64>();
        let (at, open, row, passed, behind) = (0, None, 0, 0, 0);
        Ok(Self { archive, sheets, shared, texts, at, open, row, passed, whole, behind, folded })
    }

    /// Reads texts; says whether more may follow.
    fn read_texts(&mut self) -> Result<bool, Trouble> {
        let Some(texts) = &mut self.texts else { return Ok(false) };
        let until = texts.passed() + GO;
        while let Some((kind, data)) = texts.next()? {
            if kind == kind::TEXT {
                self.shared.texts.push(&text_at(data, 1).map(|(text, _)| text).unwrap_or_default())?;
            }
            if texts.passed() > until {
                break;
            }
        }
        Ok(texts.passed() > until)
    }
}

impl Book for Xlsb {
    fn read(&mut self, cells: &mut dyn TakeCells) -> Result<Found, Trouble> {
        if self.texts.is_some() {
            if !self.read_texts()? {
                self.passed += self.texts.take().map_or(0, |texts| texts.passed());
                self.behind = self.folded;
            }
            return Ok(Found::More);
        }
        if let Some(open) = &mut self.open {
            if sheet(open, &mut self.row, &self.shared, cells)? {
                return Ok(Found::More);
            }
            self.passed += open.passed();
            self.behind += self.folded;
            self.open = None;
            self.at += 1;
            return Ok(Found::SheetEnd);
        }
        let Some(About { name, hidden, part }) = self.sheets.get(self.at) else { return Ok(Found::End) };
        self.open = Some(PartRecords::of(self.archive.unfolding(part)?.ok_or(Trouble::Damaged)?));
        (self.row, self.folded) = (0, self.archive.folded_size(part));
        Ok(Found::Sheet { name: name.clone(), hidden: *hidden })
    }

    fn again(&mut self, sheet: usize) -> Result<(), Trouble> {
        (self.at, self.open, self.behind) = (sheet, None, 0);
        self.whole = self.sheets.get(sheet).map_or(0, |sheet| self.archive.folded_size(&sheet.part));
        Ok(())
    }

    fn passed(&self) -> u64 {
        self.passed + self.texts.as_ref().or(self.open.as_ref()).map_or(0, PartRecords::passed)
    }

    fn far(&self) -> (u64, u64) {
        let left = self.texts.as_ref().or(self.open.as_ref()).map(PartRecords::left);
        (self.behind + left.map_or(0, |left| self.folded.saturating_sub(left)), self.whole)
    }
}

fn bound_sheet(data: &[u8]) -> Option<(String, bool, String)> {
    let hidden = u32_at(data, 0)? != 0;
    let (id, end) = text_at(data, 8)?;
    Some((text_at(data, end)?.0, hidden, id))
}

/// How each style of cells shows numbers.
fn formats(styles: &[u8]) -> Vec<Shown> {
    let (mut codes, mut formats, mut of_cells) = (Map::new(), Vec::new(), false);
    for (kind, data) in Records(styles) {
        match kind {
            kind::FORMAT => {
                if let (Some(number), Some((code, _))) = (u16_at(data, 0), text_at(data, 2)) {
                    codes.insert(number, Shown::by_code(&code));
                }
            }
            kind::STYLES => of_cells = true,
            kind::STYLES_END => of_cells = false,
            kind::STYLE if of_cells => {
                let number = u16_at(data, 2).unwrap_or(0);
                let shown = codes.get(&number).copied().or_else(|| Shown::by_number(number));
                formats.push(shown.unwrap_or_default());
            }
            _ => {}
        }
    }
    formats
}

/// Reads some records of a sheet; says whether more may follow.
fn sheet(
    records: &mut PartRecords,
    row: &mut u32,
    shared: &Shared,
    cells: &mut dyn TakeCells,
) -> Result<bool, Trouble> {
    let until = records.passed() + GO;
    while let Some((kind, data)) = records.next()? {
        match kind {
            0x00 => {
                *row = u32_at(data, 0).unwrap_or(*row);
                if data.get(11).is_some_and(|flags| flags & 0x10 != 0) {
                    cells.hide_row(*row);
                }
            }
            0x02..=0x0b | 0x3e => cell(kind, data, *row, shared, cells)?,
            kind::COLUMNS => {
                if let (Some(first), Some(last), Some(flags)) = (u32_at(data, 0), u32_at(data, 4), u16_at(data, 16))
                    && flags & 1 != 0
                {
                    cells.hide_columns(first, last);
                }
            }
            kind::MERGED => {
                if let [Some(top), Some(bottom), Some(left), Some(right)] = [0, 4, 8, 12].map(|at| u32_at(data, at)) {
                    cells.merge(Area { top, left, bottom, right });
                }
            }
            kind::SHEET_END => return Ok(false),
            _ => {}
        }
        if records.passed() > until {
            return Ok(true);
        }
    }
    Err(Trouble::Damaged)
}

fn cell(kind: u32, data: &[u8], row: u32, shared: &Shared, cells: &mut dyn TakeCells) -> Result<(), Trouble> {
    let (Some(column), Some(style)) = (u32_at(data, 0), u32_at(data, 4)) else { return Ok(()) };
    let text = |number: Option<Number>| {
        let shown = shared.formats.get((style & 0x00ff_ffff) as usize).copied().unwrap_or_default();
        number.map_or_else(String::new, |number| shown.text(&number, shared.since_1904))
    };
    let text = match kind {
        0x02 => text(u32_at(data, 8).and_then(rk)),
        0x05 | 0x09 => {
            let bits = u32_at(data, 12).zip(u32_at(data, 8)).map(|(high, low)| u64::from(high) << 32 | u64::from(low));
            text(bits.map(f64::from_bits).and_then(Number::of))
        }
        0x03 | 0x0b => truth_or_error(data.get(8).copied().unwrap_or(0x2a), true),
        0x04 | 0x0a => truth_or_error(data.get(8).copied().unwrap_or(0), false),
        0x07 => {
            let text = u32_at(data, 8).map_or(Ok(""), |at| shared.texts.get(at as usize))?;
            return Ok(cells.put(row, column, text)?);
        }
        0x3e => text_at(data, 9).map(|(text, _)| text).unwrap_or_default(),
        _ => text_at(data, 8).map(|(text, _)| text).unwrap_or_default(),
    };
    Ok(cells.put(row, column, &text)?)
}
