//! A workbook → the rows of one of its sheets, in steps. All sheets are read once, their first rows kept: they say which is
//! meant. One that is longer is then read once more from its start, and its rows are given as they come, so that no sheet
//! is ever in memory as a whole.

use std::rc::Rc;

use super::HEAD_ROWS;
use super::Hints;
use super::IntakeError;
use super::TakeRows;
use super::Understood;
use super::grid::Area;
use super::grid::Budget;
use super::held::Picked;
use super::held::pick;
use super::long_sheet::Giving;
use super::long_sheet::LongSheet;
use super::sheet::Building;
use super::sheet::Nowhere;
use super::sheet::Sheet;
use super::workbook;
use super::workbook::Book;
use super::workbook::Coming;
use super::workbook::Found;
use super::workbook::Kind;

/// Bytes of a sheet that are read in one step, unfolded: some milliseconds.
const STEP: u64 = 128 << 10;

/// Most rows that are read in one step: a row that stands many times takes no bytes.
const ROWS: usize = 1000;

/// A workbook on its way.
pub(super) struct Books {
    kind: Kind,
    book: Box<dyn Book>,
    budget: Rc<Budget>,
    header_weight: fn(&[String]) -> usize,
    prefers: fn(&[String]) -> usize,
    hints: Hints,
    stage: Stage,
    /// How much is done, in thousandths.
    reached: u64,
}

enum Stage {
    /// The first reading.
    Sheets {
        done: Vec<Sheet>,
        open: Option<Building>,
        left: (usize, usize),
        whole: bool,
    },
    /// The second reading, of one sheet.
    Rows {
        at: usize,
        sheet: Box<LongSheet>,
        understood: Understood,
    },
    Done(Understood),
}

impl Books {
    /// Begins a workbook whose last byte has come.
    pub(super) fn open(
        coming: Coming,
        header_weight: fn(&[String]) -> usize,
        prefers: fn(&[String]) -> usize,
        hints: Hints,
    ) -> Result<Self, IntakeError> {
        let (kind, book) = coming.open()?;
        let budget = Rc::new(Budget::new());
        let stage = Stage::Sheets { done: Vec::new(), open: None, left: budget.left(), whole: false };
        Ok(Self { kind, book, budget, header_weight, prefers, hints, stage, reached: 0 })
    }

    /// Reads a little, and gives the rows that are known then; says whether there is more.
    pub(super) fn step(&mut self, give: &mut dyn TakeRows) -> Result<bool, IntakeError> {
        let until = self.book.passed() + STEP;
        for _ in 0..ROWS {
            if self.book.passed() >= until {
                break;
            }
            let more = match self.stage {
                Stage::Sheets { .. } => self.look(give)?,
                Stage::Rows { .. } => self.give(give)?,
                Stage::Done(_) => false,
            };
            if !more {
                self.reached = 1000;
                return Ok(false);
            }
        }
        self.reach();
        Ok(true)
    }

    /// How the workbook was understood, once there is no more to read.
    pub(super) fn understood(self) -> Option<Understood> {
        if let Stage::Done(understood) = self.stage { Some(understood) } else { None }
    }

    /// How much is done, in thousandths.
    pub(super) fn thousandths(&self) -> u64 {
        self.reached
    }

    /// Notes how much is done: each reading counts half. What is read anew is not taken back.
    fn reach(&mut self) {
        let (done, whole) = self.book.far();
        let half = done.min(whole) * 500 / whole.max(1);
        let reached = match self.stage {
            Stage::Sheets { .. } => half,
            Stage::Rows { .. } => 500 + half,
            Stage::Done(_) => return,
        };
        self.reached = self.reached.max(reached);
    }

    fn look(&mut self, give: &mut dyn TakeRows) -> Result<bool, IntakeError> {
        let Stage::Sheets { done, open, left, whole } = &mut self.stage else { return Ok(true) };
        let found = match open {
            Some(open) => self.book.read(open)?,
            None => self.book.read(&mut Nowhere)?,
        };
        match found {
            Found::More => {}
            Found::Sheet { name, hidden } => {
                *left = self.budget.left();
                let keep = if std::mem::take(whole) { usize::MAX } else { HEAD_ROWS };
                *open = Some(Building::of_first_rows(name, hidden, keep, &self.budget));
            }
            Found::SheetEnd => {
                let Some(building) = open.take() else { return Ok(true) };
                let sheet = building.finish().map_err(workbook::too_much)?;
                if sheet.long.as_ref().is_some_and(|long| long.scattered) {
                    // Its rows go up and down: it is read anew and kept as a whole.
                    self.budget.again(*left);
                    *whole = true;
                    self.book.again(done.len())?;
                } else {
                    done.push(sheet);
                }
            }
            Found::End => {
                let sheets = std::mem::take(done);
                return self.choose(sheets, give);
            }
        }
        Ok(true)
    }

    fn choose(&mut self, sheets: Vec<Sheet>, give: &mut dyn TakeRows) -> Result<bool, IntakeError> {
        if sheets.iter().all(|sheet| sheet.rows.is_empty()) {
            return Err(IntakeError::Empty);
        }
        let picked = pick(self.kind, sheets, self.header_weight, self.prefers, &self.hints)?;
        let Picked { at, sheet, mut mender, understood } = picked;
        give.sheet(&sheet.name);
        Area::tell_tall(&sheet.areas, give);
        if let Some(long) = sheet.long {
            self.book.again(at)?;
            let sheet = Box::new(LongSheet::new(long, sheet.areas, &self.budget, mender));
            self.stage = Stage::Rows { at, sheet, understood };
            return Ok(true);
        }
        sheet.rows.into_iter().for_each(|row| give.row(mender.row(row)));
        self.stage = Stage::Done(Understood { letters: Box::new(mender.finish()), ..understood });
        Ok(false)
    }

    fn give(&mut self, give: &mut dyn TakeRows) -> Result<bool, IntakeError> {
        let Stage::Rows { sheet, .. } = &mut self.stage else { return Ok(true) };
        if matches!(self.book.read(&mut Giving { sheet, give })?, Found::More | Found::Sheet { .. }) {
            return Ok(true);
        }
        sheet.end_row(give).map_err(workbook::too_much)?;
        let done = Stage::Sheets { done: Vec::new(), open: None, left: (0, 0), whole: false };
        if let Stage::Rows { at, sheet, understood } = std::mem::replace(&mut self.stage, done) {
            self.stage = Stage::Done(sheet.tell(understood, at));
        }
        Ok(false)
    }
}
