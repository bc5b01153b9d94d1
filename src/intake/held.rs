//! Files that are no streams, once their last byte has come: workbooks, markup, answers of programs.

use std::rc::Rc;

use super::Beside;
use super::Format;
use super::HEAD;
use super::HEAD_ROWS;
use super::Hints;
use super::IntakeError;
use super::Kind;
use super::Mender;
use super::Sniffed;
use super::TakeRows;
use super::Understood;
use super::choice;
use super::decode::Letters;
use super::grid::Budget;
use super::html_table;
use super::is_loose_mark;
use super::json;
use super::letters_read;
use super::sheet;
use super::sniff;
use super::web_archive;
use super::workbook;

/// The sheet of a workbook that is chosen.
pub(super) struct Picked {
    /// Its place among all, counted from 0.
    pub(super) at: usize,
    pub(super) sheet: sheet::Sheet,
    pub(super) mender: Mender,
    pub(super) understood: Understood,
}

/// Chooses the sheet of a workbook that is read.
pub(super) fn pick(
    kind: Kind,
    sheets: Vec<sheet::Sheet>,
    header_weight: fn(&[String]) -> usize,
    hints: &Hints,
) -> Result<Picked, IntakeError> {
    let head = sheets.iter().flat_map(|sheet| sheet.rows.iter().take(HEAD_ROWS));
    let mender = Mender::new(&letters_read::sample(head), None, hints.repair);
    let weight = |cells: &[String]| mender.weight(header_weight, cells);
    let (at, sheet, understood) = choice::of_workbook(kind, sheets, &weight, hints.sheet.as_deref())?;
    Ok(Picked { at, sheet, mender, understood })
}

/// Gives the rows of the sheet that is chosen among those that are kept as a whole.
fn sheet_with_table(
    kind: Kind,
    sheets: Vec<sheet::Sheet>,
    header_weight: fn(&[String]) -> usize,
    hints: &Hints,
    give: &mut dyn TakeRows,
) -> Result<Understood, IntakeError> {
    let Picked { sheet, mut mender, understood, .. } = pick(kind, sheets, header_weight, hints)?;
    for row in sheet.rows {
        give.row(mender.row(row));
    }
    Ok(Understood { letters: Box::new(mender.finish()), ..understood })
}

/// Gives the rows of the table in markup that looks most like a table of the field: a workbook in XML, a web page, the
/// pages of a web archive, or a portal's answer in JSON.
pub(super) fn markup(
    sniffed: Sniffed,
    bytes: &[u8],
    header_weight: fn(&[String]) -> usize,
    hints: &Hints,
    give: &mut dyn TakeRows,
) -> Result<Understood, IntakeError> {
    let text = letters_of(sniffed, bytes);
    if web_archive::may_be(&text) {
        let pages = web_archive::pages(bytes);
        if pages.is_empty() {
            return Err(IntakeError::NoPage);
        }
        let sniffed = sniff::sniff(&pages, true, hints.encoding)?;
        return page(sniffed, &pages, header_weight, hints, give);
    }
    if workbook::may_be_xml(&text) {
        let (kind, sheets) = workbook::xml_sheets(&text)?;
        return sheet_with_table(kind, sheets, header_weight, hints, give);
    }
    if json::may_be(&text) {
        return answer(sniffed, bytes, &text, header_weight, hints, give);
    }
    page(sniffed, bytes, header_weight, hints, give)
}

/// Gives the rows of the list in JSON that looks most like a table of the field.
fn answer(
    sniffed: Sniffed,
    bytes: &[u8],
    text: &str,
    header_weight: fn(&[String]) -> usize,
    hints: &Hints,
    give: &mut dyn TakeRows,
) -> Result<Understood, IntakeError> {
    let (rows, lists) = json::rows(text, &header_weight)?;
    let judged = Some((&bytes[..bytes.len().min(HEAD)], sniffed));
    let mut mender = Mender::new(&letters_read::sample(rows.iter().take(HEAD_ROWS)), judged, hints.repair);
    for row in rows {
        give.row(mender.row(row));
    }
    let decomposed = sniffed.encoding.is_unicode() && text.chars().any(is_loose_mark);
    let letters = Box::new(mender.finish());
    let format = Format::Json { sniffed, lists };
    Ok(Understood { format, open_quote: None, decomposed, letters, beside: Box::default() })
}

/// The whole of some bytes as text.
fn letters_of(sniffed: Sniffed, bytes: &[u8]) -> String {
    let mut text = String::new();
    Letters::new(sniffed.encoding).decode(&bytes[sniffed.mark..], true, &mut text);
    text
}

fn page(
    sniffed: Sniffed,
    bytes: &[u8],
    header_weight: fn(&[String]) -> usize,
    hints: &Hints,
    give: &mut dyn TakeRows,
) -> Result<Understood, IntakeError> {
    let text = letters_of(sniffed, bytes);
    let limit = Budget::CELLS;
    let mut tables =
        html_table::tables(&text, &Rc::new(Budget::new())).map_err(|_| IntakeError::SheetTooLarge { limit })?;
    let head = tables.iter().flat_map(|table| table.rows.iter().take(HEAD_ROWS));
    let judged = Some((&bytes[..bytes.len().min(HEAD)], sniffed));
    let mut mender = Mender::new(&letters_read::sample(head), judged, hints.repair);
    let cells = |cells: &[String]| mender.weight(header_weight, cells);
    if tables.is_empty() {
        return Err(IntakeError::NoTable);
    }
    for (number, table) in (1..).zip(&mut tables) {
        table.name = format!("Bảng {number}");
    }
    let choice::Chosen { sheet: table, alike, seen, .. } = choice::choose(tables, &cells, hints.sheet.as_deref())?;
    table.rows.into_iter().for_each(|row| give.row(mender.row(row)));
    let decomposed = sniffed.encoding.is_unicode() && text.chars().any(is_loose_mark);
    let format = Format::Markup { sniffed, table: table.name, tables: seen };
    let beside = Box::new(Beside { tables_alike: alike, ..table.beside });
    let letters = Box::new(mender.finish());
    Ok(Understood { format, open_quote: None, decomposed, letters, beside })
}
