//! Files that are no streams, once their last byte has come: workbooks, markup, answers of programs.

use super::Format;
use super::HEAD_ROWS;
use super::Hints;
use super::IntakeError;
use super::Kind;
use super::Mender;
use super::Sniffed;
use super::TakeRows;
use super::Understood;
use super::book::Books;
use super::choice;
use super::is_loose_mark;
use super::json;
use super::letters_read;
use super::page::Page;
use super::sheet;

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
    prefers: fn(&[String]) -> usize,
    hints: &Hints,
) -> Result<Picked, IntakeError> {
    let head = sheets.iter().flat_map(|sheet| sheet.rows.iter().take(HEAD_ROWS));
    let mender = Mender::new(&letters_read::sample(head), None, hints.repair);
    let weight = |cells: &[String]| mender.weight(header_weight, cells);
    let prefers = |cells: &[String]| mender.weight(prefers, cells);
    let wanted = hints.sheet.as_deref();
    let (at, sheet, understood) = choice::of_workbook(kind, sheets, &weight, &prefers, wanted)?;
    Ok(Picked { at, sheet, mender, understood })
}

/// Gives the rows of what is read at one go: a portal's answer in JSON. `None` for a page.
pub(super) fn at_one_go(
    sniffed: Sniffed,
    head: &[u8],
    text: &str,
    header_weight: fn(&[String]) -> usize,
    hints: &Hints,
    give: &mut dyn TakeRows,
) -> Result<Option<Understood>, IntakeError> {
    if json::may_be(text) {
        return answer(sniffed, head, text, header_weight, hints, give).map(Some);
    }
    Ok(None)
}

/// Gives the rows of the list in JSON that looks most like a table of the field.
fn answer(
    sniffed: Sniffed,
    head: &[u8],
    text: &str,
    header_weight: fn(&[String]) -> usize,
    hints: &Hints,
    give: &mut dyn TakeRows,
) -> Result<Understood, IntakeError> {
    let json::Answer { rows, lists, beside } = json::read(text, &header_weight)?;
    let judged = Some((head, sniffed));
    let mut mender = Mender::new(&letters_read::sample(rows.iter().take(HEAD_ROWS)), judged, hints.repair);
    for row in rows {
        give.row(mender.row(row));
    }
    let decomposed = sniffed.encoding.is_unicode() && text.chars().any(is_loose_mark);
    let letters = Box::new(mender.finish());
    let format = Format::Json { sniffed, lists };
    Ok(Understood { format, open_quote: None, decomposed, letters, beside: Box::new(beside) })
}

/// Một tệp giữ trọn: a file that is no stream, while it is read.
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(clippy::large_enum_variant, reason = "there is one a file, and it stands in a box")
)]
pub(super) enum Held {
    Books(Books),
    Page(Page),
}

impl Held {
    /// Takes the next block of markup; of a workbook all have come.
    pub(super) fn feed(&mut self, block: &[u8]) -> Result<(), IntakeError> {
        match self {
            Self::Books(_) => Ok(()),
            Self::Page(page) => page.feed(block),
        }
    }

    /// Reads a little, and gives the rows that are known then; says whether there is more.
    pub(super) fn step(&mut self, give: &mut dyn TakeRows) -> Result<bool, IntakeError> {
        match self {
            Self::Books(books) => books.step(give),
            Self::Page(page) => page.step(give),
        }
    }

    /// How much is done, in thousandths.
    pub(super) fn thousandths(&self) -> u64 {
        match self {
            Self::Books(books) => books.thousandths(),
            Self::Page(page) => page.thousandths(),
        }
    }

    /// How the file was understood, once there is no more to read.
    pub(super) fn understood(self) -> Option<Understood> {
        match self {
            Self::Books(books) => books.understood(),
            Self::Page(page) => page.understood(),
        }
    }
}
