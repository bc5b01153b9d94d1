//! Markup → the rows of one of its tables, in steps: its letters, all its tables with their first rows, then the rows of the
//! one that looks most like a table of the field. What is no page is read at one go.

use std::rc::Rc;

use super::Beside;
use super::Format;
use super::HEAD;
use super::HEAD_ROWS;
use super::Hints;
use super::IntakeError;
use super::Mender;
use super::Sniffed;
use super::TakeRows;
use super::Understood;
use super::choice::Chosen;
use super::choice::choose;
use super::decode::Letters;
use super::grid::Budget;
use super::grid::TooMuch;
use super::held::at_one_go;
use super::html_table::Tables;
use super::letters_read;
use super::long_sheet::Giving;
use super::long_sheet::LongSheet;
use super::long_sheet::has_loose_mark;
use super::sheet::Nowhere;
use super::sheet::TakeCells;
use super::sniff;
use super::web_archive;

/// Bytes whose letters are read in one step.
const STEP: usize = 1 << 20;
/// Goes of the tables' reader in one step.
const GOES: usize = 8;

/// A page on its way.
pub(super) struct Page {
    sniffed: Sniffed,
    /// Its first bytes.
    head: Vec<u8>,
    /// Whether letters came with loose marks.
    decomposed: bool,
    /// Whether it stood in a web archive.
    is_unpacked: bool,
    header_weight: fn(&[String]) -> usize,
    hints: Hints,
    budget: Rc<Budget>,
    stage: Stage,
}

enum Stage {
    Letters {
        bytes: Vec<u8>,
        at: usize,
        letters: Letters,
        text: String,
    },
    Tables(Tables),
    Rows {
        tables: Tables,
        at: usize,
        sheet: Box<LongSheet>,
        understood: Understood,
    },
    Done(Understood),
    /// Nothing came of it.
    Failed,
}

impl Page {
    /// Begins a page whose last byte has come.
    pub(super) fn open(sniffed: Sniffed, bytes: Vec<u8>, header_weight: fn(&[String]) -> usize, hints: Hints) -> Self {
        let budget = Rc::new(Budget::new());
        let (head, stage) = begun(sniffed, bytes);
        Self { sniffed, head, decomposed: false, is_unpacked: false, header_weight, hints, budget, stage }
    }

    /// Reads a little, and gives the rows that are known then; says whether there is more.
    pub(super) fn step(&mut self, give: &mut dyn TakeRows) -> Result<bool, IntakeError> {
        match std::mem::replace(&mut self.stage, Stage::Failed) {
            Stage::Letters { bytes, at, letters, text } => self.letters(bytes, at, letters, text, give),
            Stage::Tables(mut tables) => {
                if goes(&mut tables, &mut Nowhere)? {
                    self.stage = Stage::Tables(tables);
                    return Ok(true);
                }
                self.choose(tables, give)
            }
            Stage::Rows { mut tables, at, mut sheet, understood } => {
                if goes(&mut tables, &mut Giving { sheet: &mut sheet, give })? {
                    self.stage = Stage::Rows { tables, at, sheet, understood };
                    return Ok(true);
                }
                sheet.end_row(give).map_err(too_large)?;
                let decomposed = understood.decomposed;
                let understood = sheet.tell(understood, at);
                self.stage = Stage::Done(Understood { decomposed, ..understood });
                Ok(false)
            }
            done => {
                self.stage = done;
                Ok(false)
            }
        }
    }

    /// How the page was understood, once there is no more to read.
    pub(super) fn understood(self) -> Option<Understood> {
        if let Stage::Done(understood) = self.stage { Some(understood) } else { None }
    }

    /// How much is done, in thousandths: letters are soon read, each reading of the tables counts about half.
    pub(super) fn thousandths(&self) -> u64 {
        let share = |(done, whole): (u64, u64), of: u64| done * of / whole.max(1);
        match &self.stage {
            Stage::Letters { bytes, at, .. } => share((*at as u64, bytes.len() as u64), 100),
            Stage::Tables(tables) => 100 + share(tables.far(), 450),
            Stage::Rows { tables, .. } => 550 + share(tables.far(), 450),
            Stage::Done(_) | Stage::Failed => 1000,
        }
    }

    fn letters(
        &mut self,
        bytes: Vec<u8>,
        at: usize,
        mut letters: Letters,
        mut text: String,
        give: &mut dyn TakeRows,
    ) -> Result<bool, IntakeError> {
        let (end, from) = (bytes.len().min(at + STEP), text.len());
        letters.decode(&bytes[at..end], end == bytes.len(), &mut text);
        self.decomposed |= self.sniffed.encoding.is_unicode() && has_loose_mark(&text[from..]);
        if end < bytes.len() {
            self.stage = Stage::Letters { bytes, at: end, letters, text };
            return Ok(true);
        }
        if !self.is_unpacked && web_archive::may_be(&text) {
            self.is_unpacked = true;
            let pages = web_archive::pages(&bytes);
            if pages.is_empty() {
                return Err(IntakeError::NoPage);
            }
            self.sniffed = sniff::sniff(&pages, true, self.hints.encoding)?;
            self.decomposed = false;
            (self.head, self.stage) = begun(self.sniffed, pages);
            return Ok(true);
        }
        drop(bytes);
        let weight = self.header_weight;
        if !self.is_unpacked
            && let Some(understood) = at_one_go(self.sniffed, &self.head, &text, weight, &self.hints, give)?
        {
            self.stage = Stage::Done(understood);
            return Ok(false);
        }
        self.stage = Stage::Tables(Tables::of(text, HEAD_ROWS, &self.budget));
        Ok(true)
    }

    /// Chooses the table that is read.
    fn choose(&mut self, mut tables: Tables, give: &mut dyn TakeRows) -> Result<bool, IntakeError> {
        let (places, mut sheets): (Vec<usize>, Vec<_>) = tables.done().into_iter().unzip();
        let head = sheets.iter().flat_map(|table| table.rows.iter().take(HEAD_ROWS));
        let judged = Some((&self.head[..], self.sniffed));
        let mut mender = Mender::new(&letters_read::sample(head), judged, self.hints.repair);
        if sheets.is_empty() {
            return Err(IntakeError::NoTable);
        }
        for (number, table) in (1..).zip(&mut sheets) {
            table.name = format!("Bảng {number}");
        }
        let weight = |cells: &[String]| mender.weight(self.header_weight, cells);
        let chosen = choose(sheets, &weight, self.hints.sheet.as_deref())?;
        let Chosen { at, sheet: table, alike, seen, .. } = chosen;
        let format = Format::Markup { sniffed: self.sniffed, table: table.name, tables: seen };
        let beside = Box::new(Beside { tables_alike: alike, ..table.beside });
        let letters = Box::default();
        let understood = Understood { format, open_quote: None, decomposed: self.decomposed, letters, beside };
        if let Some(long) = table.long {
            let sheet = Box::new(LongSheet::new(long, &self.budget, mender));
            self.stage = Stage::Rows { tables: tables.again(places[at]), at, sheet, understood };
            return Ok(true);
        }
        table.rows.into_iter().for_each(|row| give.row(mender.row(row)));
        self.stage = Stage::Done(Understood { letters: Box::new(mender.finish()), ..understood });
        Ok(false)
    }
}

/// The first bytes of a page, and the begin of its reading.
fn begun(sniffed: Sniffed, bytes: Vec<u8>) -> (Vec<u8>, Stage) {
    let head = bytes[..bytes.len().min(HEAD)].to_vec();
    let letters = Letters::new(sniffed.encoding);
    (head, Stage::Letters { at: sniffed.mark, bytes, letters, text: String::new() })
}

fn goes(tables: &mut Tables, cells: &mut dyn TakeCells) -> Result<bool, IntakeError> {
    for _ in 0..GOES {
        if !tables.read(cells).map_err(too_large)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The sentence for a page that holds more than any table.
fn too_large(TooMuch: TooMuch) -> IntakeError {
    IntakeError::SheetTooLarge { limit: Budget::CELLS }
}
