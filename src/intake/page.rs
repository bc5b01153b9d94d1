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
use super::Told;
use super::Understood;
use super::choice::Chosen;
use super::choice::choose;
use super::decode::Letters;
use super::grid::Area;
use super::grid::Budget;
use super::grid::TooMuch;
use super::held::at_one_go;
use super::html_table::Place;
use super::html_table::Tables;
use super::joined::continued;
use super::letters_read;
use super::long_sheet::Giving;
use super::long_sheet::LongSheet;
use super::long_sheet::has_loose_mark;
use super::sheet::Nowhere;
use super::sheet::TakeCells;
use super::sniff;
use super::web_archive;
use super::workbook::SIZE_LIMIT;

/// Goes of the tables' reader in one step.
const GOES: usize = 8;

/// A page on its way.
pub(super) struct Page {
    sniffed: Sniffed,
    /// Its first bytes.
    head: Vec<u8>,
    /// How many bytes have come.
    fed: usize,
    /// Whether letters came with loose marks.
    decomposed: bool,
    /// Whether it stood in a web archive.
    is_unpacked: bool,
    header_weight: fn(&[String]) -> usize,
    prefers: fn(&[String]) -> usize,
    hints: Hints,
    budget: Rc<Budget>,
    stage: Stage,
}

enum Stage {
    /// Its bytes become letters as they come.
    Letters {
        letters: Letters,
        text: String,
    },
    /// The bytes of a web archive, which holds pages in other letters.
    Archive(Vec<u8>),
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
    /// Begins a page.
    pub(super) fn new(
        sniffed: Sniffed,
        is_archive: bool,
        [header_weight, prefers]: [fn(&[String]) -> usize; 2],
        hints: Hints,
    ) -> Self {
        let letters = Stage::Letters { letters: Letters::new(sniffed.encoding), text: String::new() };
        let stage = if is_archive { Stage::Archive(Vec::new()) } else { letters };
        let (fed, head, budget) = (0, Vec::new(), Rc::new(Budget::new()));
        let (decomposed, is_unpacked) = (false, false);
        Self { sniffed, head, fed, decomposed, is_unpacked, header_weight, prefers, hints, budget, stage }
    }

    /// Takes the next block.
    pub(super) fn feed(&mut self, block: &[u8]) -> Result<(), IntakeError> {
        let mark = self.sniffed.mark.saturating_sub(self.fed).min(block.len());
        self.fed += block.len();
        if self.fed > SIZE_LIMIT {
            return Err(IntakeError::FileTooLarge { limit: SIZE_LIMIT as u64 >> 20 });
        }
        self.head.extend_from_slice(&block[..block.len().min(HEAD - self.head.len())]);
        match &mut self.stage {
            Stage::Archive(bytes) => bytes.extend_from_slice(block),
            Stage::Letters { letters, text } => {
                let from = text.len();
                letters.decode(&block[mark..], false, text);
                self.decomposed |= self.sniffed.encoding.is_unicode() && has_loose_mark(&text[from..]);
            }
            Stage::Tables(_) | Stage::Rows { .. } | Stage::Done(_) | Stage::Failed => {}
        }
        Ok(())
    }

    /// Reads a little, and gives the rows that are known then; says whether there is more.
    pub(super) fn step(&mut self, give: &mut dyn TakeRows) -> Result<bool, IntakeError> {
        match std::mem::replace(&mut self.stage, Stage::Failed) {
            Stage::Archive(bytes) => self.unpack(&bytes),
            Stage::Letters { letters, text } => self.text(letters, text, give),
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

    /// How much is done, in thousandths: each reading of the tables counts half.
    pub(super) fn thousandths(&self) -> u64 {
        let share = |(done, whole): (u64, u64), of: u64| done * of / whole.max(1);
        match &self.stage {
            Stage::Letters { .. } | Stage::Archive(_) => 0,
            Stage::Tables(tables) => share(tables.far(), 500),
            Stage::Rows { tables, .. } => 500 + share(tables.far(), 500),
            Stage::Done(_) | Stage::Failed => 1000,
        }
    }

    /// Takes the pages out of an archive.
    fn unpack(&mut self, bytes: &[u8]) -> Result<bool, IntakeError> {
        let pages = web_archive::pages(bytes);
        if pages.is_empty() {
            return Err(IntakeError::NoPage);
        }
        self.sniffed = sniff::sniff(&pages, true, self.hints.encoding)?;
        self.stage = Stage::Letters { letters: Letters::new(self.sniffed.encoding), text: String::new() };
        (self.is_unpacked, self.fed, self.head) = (true, 0, Vec::new());
        self.feed(&pages)?;
        Ok(true)
    }

    /// Looks what the text is.
    fn text(&mut self, mut letters: Letters, mut text: String, give: &mut dyn TakeRows) -> Result<bool, IntakeError> {
        let from = text.len();
        letters.decode(&[], true, &mut text);
        self.decomposed |= self.sniffed.encoding.is_unicode() && has_loose_mark(&text[from..]);
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
        let (places, mut sheets): (Vec<Place>, Vec<_>) = tables.done().into_iter().unzip();
        let head = sheets.iter().flat_map(|table| table.rows.iter().take(HEAD_ROWS));
        let judged = Some((&self.head[..], self.sniffed));
        let mut mender = Mender::new(&letters_read::sample(head), judged, self.hints.repair);
        if sheets.is_empty() {
            let pages: Vec<String> = tables.pages().iter().map(|page| format!("«{page}»")).collect();
            let pages = pages.join(", ");
            return Err(if pages.is_empty() { IntakeError::NoTable } else { IntakeError::Frames { pages } });
        }
        for (number, table) in (1..).zip(&mut sheets) {
            table.name = format!("Bảng {number}");
        }
        let weight = |cells: &[String]| mender.weight(self.header_weight, cells);
        let prefers = |cells: &[String]| mender.weight(self.prefers, cells);
        let wanted = self.hints.sheet.as_deref();
        let chosen = choose(sheets, &weight, &prefers, wanted)?;
        let Chosen { at, sheet: mut table, mut alike, seen, rest, .. } = chosen;
        if let Some((header, cells)) = table.beside.left_out {
            return Err(IntakeError::ColumnsLeftOut { header, cells });
        }
        let titles = |which: usize| {
            let others = places.iter().zip(&seen).enumerate();
            let others = others.filter(move |(other, (_, seen))| *other != which && seen.header_weight > 0);
            tables.titles(&places[which], others.map(|(_, (place, _))| place))
        };
        let joined = match wanted {
            Some(_) => Vec::new(),
            None => continued(&mut table, rest, at, &seen, &|which| titles(which).cloned().collect()),
        };
        alike.retain(|name| !joined.contains(name));
        let nowhere = || Told { row: None, column: None, found: String::new() };
        let cut_off = table.beside.cut_off.take().or_else(|| tables.are_cut_off().then(nowhere));
        for title in titles(at) {
            give.title(&mender.text(title));
        }
        let beside = Box::new(Beside {
            cut_off,
            tables_alike: alike,
            tables_joined: joined,
            ..std::mem::take(&mut table.beside)
        });
        let format = Format::Markup { sniffed: self.sniffed, table: table.name, tables: seen };
        let letters = Box::default();
        let understood = Understood { format, open_quote: None, decomposed: self.decomposed, letters, beside };
        Area::tell_tall(&table.areas, give);
        if let Some(long) = table.long {
            let sheet = Box::new(LongSheet::new(long, table.areas, &self.budget, mender));
            self.stage = Stage::Rows { tables: tables.again(places[at].at), at, sheet, understood };
            return Ok(true);
        }
        table.rows.into_iter().for_each(|row| give.row(mender.row(row)));
        self.stage = Stage::Done(Understood { letters: Box::new(mender.finish()), ..understood });
        Ok(false)
    }
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
