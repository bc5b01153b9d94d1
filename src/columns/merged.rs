//! Numbers in cells that are merged over several rows. A name goes down into all of them; a number would count in each, and
//! whose it is, nobody says.

use super::Field;
use super::body::Body;
use super::values::Waiting;
use crate::domain::Measure;
use crate::domain::Place;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::numbers::Cell;
use crate::text::numbers::read;
use crate::text::tidy;

/// Ô gộp: a cell that is merged over several rows, its column and rows counted from 1.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tall {
    pub(super) column: u32,
    pub(super) first: u32,
    pub(super) last: u32,
}

/// Takes merged numbers from the rows of several units, and tells them.
pub(super) fn tell_merged(body: &mut Body, merged: &[Tall], file: &Place, notices: &mut Notices) {
    let figures: Vec<(usize, (u32, Field))> =
        body.map.figures().map(|(index, field)| (body.map.headers[index].column, field)).enumerate().collect();
    for tall in merged {
        for (at, (_, field)) in figures.iter().filter(|(_, (column, _))| *column == tall.column) {
            let first = body.observations.partition_point(|(_, waiting)| waiting.row < tall.first);
            let units = body.observations[first..].iter_mut().take_while(|(_, waiting)| waiting.row <= tall.last);
            let mut units: Vec<_> = units.collect();
            let first = body.totals.partition_point(|(_, waiting)| waiting.row < tall.first);
            let sums = body.totals[first..].iter_mut().map(|(_, waiting)| waiting);
            let sums: Vec<&mut Waiting> = sums.take_while(|waiting| waiting.row <= tall.last).collect();
            let Some((whose, _)) = units.first() else { continue };
            let whose = (whose.name.clone(), whose.code.clone());
            let is_one = units.iter().all(|(unit, _)| unit.name == whose.0 && unit.code == whose.1);
            // The counts of a unit's parts are added up.
            let adds = field.measure() == Some(Measure::Count) && units.iter().any(|(unit, _)| unit.part.is_some());
            if units.len() + sums.len() < 2 || (is_one && sums.is_empty() && !adds) {
                continue;
            }
            for waiting in units.iter_mut().map(|(_, waiting)| waiting).chain(sums) {
                let row = waiting.row;
                if let Some(cell) = waiting.cell(*at).filter(|cell| matches!(read(cell), Cell::Number(_))) {
                    notices.add(NoticeCode::NumberMerged, &file.cell(row, tall.column), &tidy(cell));
                    cell.clear();
                }
            }
        }
    }
}
