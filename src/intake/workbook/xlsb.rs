//! Excel since 2007, binary → sheets. Records are a type and a length of seven bits a byte, and bytes.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::SHEETS_LIMIT;
use super::Trouble;
use super::archive::Archive;
use super::shown::Shown;
use super::strings;
use super::xls::rk;
use super::xls::truth_or_error;
use super::xlsx::relations;
use crate::intake::grid::Area;
use crate::intake::grid::Budget;
use crate::intake::number::Number;
use crate::intake::sheet::Building;
use crate::intake::sheet::Sheet;

const MAIN: &str = "xl/workbook.bin";

/// What all sheets of a workbook share.
struct Shared {
    strings: Vec<String>,
    formats: Vec<Shown>,
    since_1904: bool,
}

/// A record's type and bytes.
struct Records<'bytes>(&'bytes [u8]);

impl<'bytes> Iterator for Records<'bytes> {
    type Item = (u32, &'bytes [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        // The bits that say «goes on» stay part of a type: that is how types are listed.
        let first = *self.0.first()?;
        let second = if first & 0x80 == 0 { None } else { Some(*self.0.get(1)?) };
        let kind = u32::from(first) | u32::from(second.unwrap_or(0)) << 8;
        let mut rest = &self.0[1 + usize::from(second.is_some())..];
        let mut length = 0;
        for shift in [0, 7, 14, 21] {
            let (byte, after) = rest.split_first()?;
            rest = after;
            length |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                break;
            }
        }
        let (data, rest) = rest.split_at_checked(length)?;
        self.0 = rest;
        Some((kind, data))
    }
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

fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(data.get(at..at + 4)?.try_into().ok()?))
}

fn u16_at(data: &[u8], at: usize) -> Option<u32> {
    Some(u16::from_le_bytes(data.get(at..at + 2)?.try_into().ok()?).into())
}

/// A text and where it ends; its length stands before it, one that is all ones is a text that is not there.
fn text_at(data: &[u8], at: usize) -> Option<(String, usize)> {
    let length = u32_at(data, at)?;
    if length == u32::MAX {
        return Some((String::new(), at + 4));
    }
    let end = (length as usize).checked_mul(2)?.checked_add(at + 4)?;
    let units: Vec<u16> =
        data.get(at + 4..end)?.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect();
    Some((String::from_utf16_lossy(&units), end))
}

pub(super) fn read(archive: &mut Archive, budget: &Budget) -> Result<Vec<Sheet>, Trouble> {
    let main = archive.part(MAIN)?.ok_or(Trouble::Damaged)?;
    let relations = relations(archive, MAIN)?;
    let texts = archive.part("xl/sharedStrings.bin")?.unwrap_or_default();
    let texts = Records(&texts).filter(|(kind, _)| *kind == kind::TEXT);
    let mut shared = Shared {
        strings: strings::gathered(texts.map(|(_, data)| text_at(data, 1).map(|(text, _)| text).unwrap_or_default()))?,
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
    let (mut sheets, mut read) = (Vec::new(), BTreeSet::new());
    for (name, hidden, id) in about {
        let Some((_, part)) = relations.get(&id).filter(|(kind, _)| kind.ends_with("/worksheet")) else { continue };
        if !read.insert(part) {
            return Err(Trouble::Damaged);
        }
        let bytes = archive.part(part)?.ok_or(Trouble::Damaged)?;
        sheets.push(sheet(&bytes, &shared, Building::new(name, hidden, budget))?);
    }
    if sheets.is_empty() { Err(Trouble::Damaged) } else { Ok(sheets) }
}

fn bound_sheet(data: &[u8]) -> Option<(String, bool, String)> {
    let hidden = u32_at(data, 0)? != 0;
    let (id, end) = text_at(data, 8)?;
    Some((text_at(data, end)?.0, hidden, id))
}

/// How each style of cells shows numbers.
fn formats(styles: &[u8]) -> Vec<Shown> {
    let (mut codes, mut formats, mut of_cells) = (BTreeMap::new(), Vec::new(), false);
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

fn sheet(bytes: &[u8], shared: &Shared, mut building: Building) -> Result<Sheet, Trouble> {
    let mut row = 0;
    for (kind, data) in Records(bytes) {
        match kind {
            0x00 => {
                row = u32_at(data, 0).unwrap_or(row);
                if data.get(11).is_some_and(|flags| flags & 0x10 != 0) {
                    building.hide_row(row);
                }
            }
            0x02..=0x0b | 0x3e => cell(kind, data, row, shared, &mut building)?,
            kind::COLUMNS => {
                if let (Some(first), Some(last), Some(flags)) = (u32_at(data, 0), u32_at(data, 4), u16_at(data, 16))
                    && flags & 1 != 0
                {
                    building.hide_columns(first, last);
                }
            }
            kind::MERGED => {
                if let [Some(top), Some(bottom), Some(left), Some(right)] = [0, 4, 8, 12].map(|at| u32_at(data, at)) {
                    building.merge(Area { top, left, bottom, right });
                }
            }
            kind::SHEET_END => return Ok(building.finish()?),
            _ => {}
        }
    }
    Err(Trouble::Damaged)
}

fn cell(kind: u32, data: &[u8], row: u32, shared: &Shared, building: &mut Building) -> Result<(), Trouble> {
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
        0x07 => u32_at(data, 8).and_then(|at| shared.strings.get(at as usize)).cloned().unwrap_or_default(),
        0x3e => text_at(data, 9).map(|(text, _)| text).unwrap_or_default(),
        _ => text_at(data, 8).map(|(text, _)| text).unwrap_or_default(),
    };
    Ok(building.put(row, column, text)?)
}
