//! Names of units that stand under another header than the unit's.

use super::Field;
use super::RowKind;
use super::line::FOLDED;
use super::line::Line;
use super::parted::only_cell;
use super::parted::parts;
use crate::text::numbers;
use crate::text::tidy;

impl Line<'_> {
    /// The name of a unit that stands under another header than the unit's, with its place, in a row that would be taken
    /// for something else or for figures of nobody known; `None` where only prose mentions it.
    pub(super) fn strayed_name(&self, kind: RowKind, is_unit: &dyn Fn(&str) -> bool) -> Option<(usize, String)> {
        let filled = self.filled();
        let own = self.map.index(Field::Unit)?;
        // The whole row in one cell, which nothing has parted as its headers are.
        if filled == 1 && matches!(kind, RowKind::Footer | RowKind::Data) && !self.ends_table() {
            let parts = parts(only_cell(self.row)?);
            let is_number = |part: &&str| matches!(numbers::read(part), numbers::Cell::Number(_));
            let named = parts.iter().find(|part| is_unit(part)).filter(|_| parts.iter().any(is_number));
            let place = self.row.cells.iter().position(|cell| !tidy(cell).is_empty())?;
            return named.map(|name| (place, tidy(name).into_owned()));
        }
        if !matches!(kind, RowKind::Footer | RowKind::Data)
            || filled < 2
            || is_unit(&self.map.cell(self.row, Field::Unit))
        {
            return None;
        }
        // A unit's code under its own header names it well.
        let is_code = |index: usize| self.map.meaning(index) == Some(Field::UnitCode);
        // An office below its district, whose name stands in the first row of its block alone.
        let below: Vec<usize> = self.map.offices_below().filter(|_| self.key(Field::Unit).is_empty()).collect();
        let place = |index: usize| {
            index != own
                && !is_code(index)
                && !below.contains(&index)
                && !self.map.meaning(index).is_some_and(Field::is_note)
        };
        let named = self.row.cells.iter().enumerate().filter(|(index, _)| place(*index));
        let mut named = named
            .map(|(index, cell)| (index, tidy(cell).into_owned()))
            .filter(|(_, cell)| cell.len() <= FOLDED && is_unit(cell));
        named
            .next()
            .filter(|_| self.row.cells.iter().any(|cell| matches!(numbers::read(cell), numbers::Cell::Number(_))))
    }
}
