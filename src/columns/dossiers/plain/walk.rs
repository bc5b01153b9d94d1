//! Rows walked over where they lie, before they are cut: cells that come again together are looked up at once, and most
//! bytes are looked at twice in all. What is called for each cell is written out: built for size a closure would be a call.

use super::Column;
use super::Judges;
use super::Reads;
use super::Unit;
use super::heard::Ears;
use super::heard::Heard;
use super::heard::Said;
use super::heard::unquoted;
use super::learned::Learned;
use super::runs::Ends;
use super::runs::Runs;
use crate::intake::Cursor;

/// How long days are as systems write them: none, one, one with its time.
const NO_DAY: usize = 0;
const DAY: usize = "05/06/2023".len();
const DAY_AND_TIME: usize = "05/06/2023 08:30".len();

/// Columns that are stepped over at once: one, or a run of them in which the same texts come again together.
pub(super) struct Step {
    /// The first, and the one behind the last; how many they are.
    from: usize,
    to: usize,
    cells: u32,
    over: Over,
}

/// What a step steps over.
enum Over {
    /// A run, and what was made of others.
    Run(Runs),
    /// A code, and how long the last one was.
    Code(usize),
    Received,
    Ended,
    Due,
    /// Anything else.
    Free,
}

/// A run that was met for the first time.
pub(super) struct Fresh {
    /// Its place among the steps.
    step: usize,
    /// Where it stands in the text.
    from: usize,
    to: usize,
    said: Said,
    /// Whether it names the unit.
    names: bool,
}

impl Step {
    /// The steps over these columns.
    pub(super) fn all(columns: &[Column]) -> Vec<Self> {
        let goes_on = |one: &Column, other: &Column| kind(one.reads).is_some() && kind(one.reads) == kind(other.reads);
        let (mut steps, mut from) = (Vec::new(), 0);
        for run in columns.chunk_by(goes_on) {
            let to = from + run.len();
            let cells = u32::try_from(run.len()).unwrap_or(u32::MAX);
            steps.push(Self { from, to, cells, over: Over::of(run[0].reads) });
            from = to;
        }
        steps
    }

    /// By what it is told where the step ends.
    #[inline(always)]
    const fn ends(&self, is_last: bool, delimiter: u8) -> Ends {
        if is_last { Ends { byte: b'\n', count: 1 } } else { Ends { byte: delimiter, count: self.cells } }
    }
}

/// Of what kind a column is in which the same texts come again. Beside one of its own kind they come again together: few words
/// go with each other, and all that is ticked and counted has few letters. Of units and procedures any may go with any.
const fn kind(reads: Reads) -> Option<u8> {
    match reads {
        Reads::Passed { comes_again: true } => Some(0),
        Reads::Unit => Some(1),
        Reads::Status | Reads::Channel => Some(2),
        Reads::Flag { .. } | Reads::Papers => Some(3),
        _ => None,
    }
}

impl Over {
    fn of(reads: Reads) -> Self {
        match reads {
            Reads::Code => Self::Code(0),
            Reads::Received => Self::Received,
            Reads::Ended => Self::Ended,
            Reads::Due => Self::Due,
            Reads::Passed { comes_again: false } | Reads::Anything => Self::Free,
            _ => Self::Run(Runs::default()),
        }
    }
}

impl Learned {
    /// What the row says that begins at a place of a text, if it is plain and can be walked over; the place is behind it then.
    #[inline(always)]
    pub(in crate::columns::dossiers) fn walk<'text>(
        &mut self,
        text: &mut Cursor<'text>,
        judges: Judges<'_>,
    ) -> Option<Heard<'text>> {
        let mut heard = Heard::default();
        let Self { columns, steps, ears, fresh, .. } = self;
        let end = columns.len();
        fresh.clear();
        for (at, step) in steps.iter_mut().enumerate() {
            let is_last = step.to == end;
            let ends = step.ends(is_last, text.delimiter());
            match &mut step.over {
                Over::Run(runs) => {
                    if let Some((length, said)) = runs.get(text.rest(), ends) {
                        heard.said.join(said);
                        text.over(length, is_last)?;
                    } else {
                        let columns = &columns[step.from..step.to];
                        fresh.push(new_run(ears, columns, at, text, &mut heard, judges, is_last)?);
                    }
                }
                Over::Code(length) => {
                    let cell = if is_last { None } else { text.sized(*length) };
                    let cell = match cell {
                        Some(cell) => cell,
                        None => text.cell(is_last)?,
                    };
                    *length = cell.len();
                    Ears::hear_code(unquoted(cell)?, &mut heard)?;
                }
                Over::Received => ears.hear_received(day(text, is_last)?, &mut heard)?,
                Over::Ended => ears.hear_ended(day(text, is_last)?, &mut heard)?,
                Over::Due => ears.hear_due(day(text, is_last)?)?,
                Over::Free => {
                    if is_last || text.clean().is_none() {
                        let cell = text.cell(is_last)?;
                        ears.hear(&columns[step.from], cell, &mut heard, judges)?;
                    }
                }
            }
        }
        Some(heard)
    }

    /// Remembers what was made of runs of the row that was walked over last, which is a dossier of this unit.
    #[inline(always)]
    pub(in crate::columns::dossiers) fn remember(&mut self, text: &Cursor<'_>, unit: Unit<'_>) {
        if !self.fresh.is_empty() {
            self.remember_indeed(text, unit);
        }
    }

    #[inline(never)]
    fn remember_indeed(&mut self, text: &Cursor<'_>, unit: Unit<'_>) {
        let end = self.columns.len();
        for Fresh { step, from, to, mut said, names } in self.fresh.drain(..) {
            if names {
                said.unit = if let Unit::Written(name) = unit { self.names.number(name) } else { None };
                // Of too many names the last are not remembered.
                if said.unit.is_none() {
                    continue;
                }
            }
            let step = &mut self.steps[step];
            let ends = step.ends(step.to == end, text.delimiter());
            if let Over::Run(runs) = &mut step.over {
                runs.set(text.at_place(from).rest(), ends, to - from, said);
            }
        }
    }
}

/// Steps over a cell in which most likely a day stands; what its letters are is for who reads it to tell.
#[inline(always)]
fn day<'text>(text: &mut Cursor<'text>, is_last: bool) -> Option<&'text [u8]> {
    if !is_last {
        if let Some(cell) = text.sized(NO_DAY) {
            return Some(cell);
        }
        // A longer cell has a space here.
        if let Some(cell) = text.sized(DAY) {
            return Some(cell);
        }
        if let Some(cell) = text.sized(DAY_AND_TIME) {
            return Some(cell);
        }
    }
    unquoted(text.cell(is_last)?)
}

/// Takes what a run says that is not remembered, cell by cell.
#[inline(never)]
fn new_run<'text>(
    ears: &mut Ears,
    columns: &[Column],
    step: usize,
    text: &mut Cursor<'text>,
    heard: &mut Heard<'text>,
    judges: Judges<'_>,
    is_last: bool,
) -> Option<Fresh> {
    let (from, mut to, mut own) = (text.at(), 0, Heard::default());
    for (column, left) in columns.iter().zip((0..columns.len()).rev()) {
        let start = text.at();
        let cell = text.cell(is_last && left == 0)?;
        ears.hear(column, cell, &mut own, judges)?;
        to = start + cell.len();
    }
    heard.said.join(&own.said);
    heard.unit = heard.unit.or(own.unit);
    Some(Fresh { step, from, to, said: own.said, names: own.unit.is_some() })
}
