//! Lists with a row for each paper of a dossier: the rows of one dossier become one, which has what any of them has.

use super::cells::Cells;
use super::cells::KNOWN_OF_A_DOSSIER;
use super::cells::is_blank;
use super::ends::ENDS;
use super::ledger::Entry;
use super::ledger::Ledger;
use super::ledger::Marks;
use super::repeats::Again;
use super::repeats::repeats;
use super::says::FLAGS;
use crate::columns::Field;
use crate::domain::Place;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::numbers::print_count;

impl Ledger {
    /// Gives the last row of each dossier what any of its rows has, and leaves out those that differ in nothing else. The
    /// others contradict it, which is told once all lists are counted.
    pub(super) fn join_papers(&mut self, place: &Place, notices: &mut Notices) {
        let again = repeats(&[self]);
        let Some(first) = again.first().and_then(|first| self.entries.get(first.at as usize)) else { return };
        let (rows, dossiers) = (self.entries.len() as u64, (self.entries.len() - again.len()) as u64);
        let mut papers: Vec<u32> = Vec::new();
        for Again { at, last } in again {
            let paper = self.entries.get(at as usize);
            let Some((paper, last)) = paper.zip(self.entries.get_mut(last as usize)) else { continue };
            if without_flags(paper) == without_flags(*last) {
                papers.push(at);
            }
            last.unit_and_marks |= flags(paper);
        }
        let mut papers = papers.into_iter().peekable();
        let entries = (0..).zip(std::mem::take(&mut self.entries));
        self.entries = entries.filter(|(at, _)| papers.next_if_eq(at).is_none()).map(|(_, entry)| entry).collect();
        let found = format!("{} dòng, {} hồ sơ", print_count(rows), print_count(dossiers));
        notices.add(NoticeCode::DossierByPaper, &place.row(first.row), &found);
    }
}

/// What the row of another paper leaves blank as well.
const BESIDE: [Field; 3] = [Field::DossierCode, Field::Channel, Field::Personal];

/// Columns of a dossier that count, besides the code.
const COUNTED: [Field; 3] = [Field::Unit, Field::ReceivedAt, Field::Status];

/// Whether a row names a paper and says nothing of a dossier: cells that were merged downwards stand in its first row.
pub(super) fn is_another_paper(cells: &Cells<'_>) -> bool {
    let is_filled = |field: Field| cells.all(field).any(|(cell, _)| !is_blank(cell));
    is_filled(Field::Paper) && !KNOWN_OF_A_DOSSIER.into_iter().chain(BESIDE).any(is_filled)
}

/// Whether a row leaves a cell blank that the row above it may have filled for the same dossier.
pub(super) fn may_lean(cells: &Cells<'_>) -> bool {
    let may = |field: &Field| FLAGS.contains(field) || ENDS.contains(field) || COUNTED.contains(field);
    let fields = cells.columns.fields.iter().enumerate();
    let mut counted = fields.filter(|(_, field)| field.as_ref().is_some_and(may));
    counted.any(|(at, _)| is_blank(cells.under(at)))
}

/// What a paper has: the bits of it among the marks.
fn flags(entry: Entry) -> u32 {
    let Marks { digitised, e_result, reused, from_store, .. } = Marks::of(entry.unit_and_marks);
    Marks { digitised, e_result, reused, from_store, ..Marks::default() }.bits()
}

/// The unit, and what a dossier has whatever its papers.
fn without_flags(entry: Entry) -> u32 {
    entry.unit_and_marks & !flags(entry)
}
