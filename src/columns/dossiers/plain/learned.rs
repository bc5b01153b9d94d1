//! What the reading of plain rows has learned of a list; all its stretches share it, since what cells say is the same in each.

use super::Column;
use super::heard::Ears;
use super::walk::Fresh;
use super::walk::Step;
use crate::columns::dossiers::texts::MANY;
use crate::columns::dossiers::texts::Texts;

/// Điều đã học: how the columns of a list are read, and what was made of their cells.
pub(in crate::columns::dossiers) struct Learned {
    /// The columns; none where no row of this list is plain.
    pub(super) columns: Vec<Column>,
    /// The same as they are walked over.
    pub(super) steps: Vec<Step>,
    /// Runs of the last row that are to be remembered.
    pub(super) fresh: Vec<Fresh>,
    pub(super) ears: Ears,
    pub(in crate::columns::dossiers) names: Names,
}

/// The names of units as written, numbered.
pub(in crate::columns::dossiers) struct Names {
    numbers: Texts<u32, MANY>,
    all: Vec<Box<[u8]>>,
}

impl Learned {
    pub(super) fn new(columns: Vec<Column>) -> Self {
        let names = Names { numbers: Texts::new(), all: Vec::new() };
        Self { steps: Step::all(&columns), fresh: Vec::new(), ears: Ears::new(&columns), names, columns }
    }
}

impl Names {
    /// The number of a name; `None` when there are too many.
    pub(super) fn number(&mut self, name: &[u8]) -> Option<u32> {
        let Self { numbers, all } = self;
        numbers.get(name, |_| {
            all.push(name.into());
            u32::try_from(all.len() - 1).ok()
        })
    }

    /// The name of this number.
    pub(super) fn name(&self, number: u32) -> Option<&[u8]> {
        self.all.get(number as usize).map(|name| &**name)
    }
}
