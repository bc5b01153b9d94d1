//! What several lists say of one dossier: one has those received with their papers, another those completed with their
//! results. A dossier has what any list says of it; where several say the same thing, as the last says.

use super::ledger::Entry;
use super::ledger::Known;
use super::ledger::Ledger;
use super::ledger::Marks;
use super::repeats::Again;
use super::repeats::place;
use crate::domain::Map;

/// How many rows that stand again are looked at in one step.
const STEP: usize = 64 << 10;

/// Lấy thêm: what a list knows of its dossiers by another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Joined {
    /// They stand in both, and the other has columns of its own.
    Columns,
    /// The other has all that were completed, and not these.
    NotCompleted,
}

/// What lists above say of the dossier in a row.
#[derive(Clone, Copy, Debug)]
struct Supplied {
    /// The place of its row among all.
    at: u32,
    /// Marks, and which of them these lists know.
    marks: u32,
    known: u32,
}

/// What is known of a dossier because the lists beside its own do not have it.
#[derive(Clone, Copy, Debug, Default)]
struct Absence {
    /// The list that has all that were completed.
    completed: Option<usize>,
    /// Whether any of them has results.
    e_result: bool,
}

/// Qua các danh sách: what lists with different columns have of each other's dossiers.
#[derive(Debug, Default)]
pub(super) struct Across {
    /// The last row of each dossier that stands in several beside each other one, in the order of the last.
    rows: Vec<Again>,
    done: usize,
    supplied: Vec<Supplied>,
    /// How many of those were counted with.
    used: usize,
    /// Which lists have dossiers of a unit of a list, too.
    beside: Map<(usize, u32), Vec<usize>>,
    absences: Option<Vec<Vec<Absence>>>,
    /// How many dossiers of a list have something from another.
    joined: Map<(usize, usize, Joined), u64>,
}

impl Across {
    /// Begins with the rows that stand again. Lists with the same columns have nothing of each other.
    pub(super) fn new(files: &[&Ledger], again: &[Again]) -> Self {
        if files.windows(2).all(|two| two[0].known == two[1].known) {
            return Self::default();
        }
        let mut rows: Vec<Again> = again.iter().map(|again| Again { at: again.last, last: again.at }).collect();
        // As long as the lists are: worth a sort of its own.
        #[allow(clippy::disallowed_methods)]
        rows.sort_unstable();
        Self { rows, ..Self::default() }
    }

    /// Looks at some more dossiers, and says whether there are others.
    pub(super) fn step(&mut self, files: &[&Ledger]) -> bool {
        let rows = std::mem::take(&mut self.rows);
        let most = self.done + STEP;
        while self.done < rows.len().min(most) {
            let at = rows[self.done].at;
            let above = rows[self.done..].iter().take_while(|row| row.at == at);
            let stands = above.map(|row| row.last).chain([at]).filter_map(|at| place(files, at));
            let stands: Vec<(usize, Entry)> = stands.collect();
            self.join(files, at, &stands);
            self.done += stands.len() - 1;
        }
        let more = self.done < rows.len();
        if more {
            self.rows = rows;
        } else if !self.beside.is_empty() && self.absences.is_none() {
            self.absences = Some((0..files.len()).map(|file| self.absences(files, file)).collect());
        }
        more
    }

    /// Joins the rows of one dossier, of which the last counts.
    fn join(&mut self, files: &[&Ledger], at: u32, stands: &[(usize, Entry)]) {
        let Some(((last, _), above)) = stands.split_last() else { return };
        let mut supplied = Supplied { at, marks: 0, known: 0 };
        let mut told = None;
        for (file, entry) in above {
            let gives = files[*file].known.bits() & !files[*last].known.bits();
            supplied.marks = supplied.marks & !gives | entry.unit_and_marks & gives;
            supplied.known |= gives;
            // A dossier may stand several times in the other list.
            if gives != 0 && told.replace(*file) != Some(*file) {
                *self.joined.or_default((*last, *file, Joined::Columns)) += 1;
            }
        }
        if supplied.known != 0 {
            self.supplied.push(supplied);
        }
        for (file, entry) in stands {
            let beside = self.beside.or_default((*file, entry.unit()));
            let others = stands.iter().map(|(other, _)| *other).filter(|other| other != file);
            for other in others {
                if !beside.contains(&other) {
                    beside.push(other);
                }
            }
        }
    }

    /// By unit what is known of the dossiers of a list because the lists beside it do not have them: who has all that were
    /// completed tells of the others that they were not, and those have no result.
    fn absences(&self, files: &[&Ledger], file: usize) -> Vec<Absence> {
        let has_completed: Vec<bool> = files.iter().map(|other| other.has_all_completed(files[file])).collect();
        let of = |unit: u32| {
            let beside = || self.beside.get(&(file, unit)).into_iter().flatten().copied();
            let completed = beside().find(|other| has_completed[*other]);
            Absence { completed, e_result: beside().any(|other| files[other].known.e_result) }
        };
        (0..).zip(&files[file].units).map(|(unit, _)| of(unit)).collect()
    }

    /// Whether no list has anything of another.
    pub(super) const fn is_nothing(&self) -> bool {
        self.absences.is_none()
    }

    /// The marks of a dossier in a list that knows so much, and what is known of it now. Rows come in their order.
    pub(super) fn complete(&mut self, file: usize, entry: Entry, at: u32, marks: Marks, own: Known) -> (Marks, Known) {
        let (mut bits, mut known) = (marks.bits(), own.bits());
        if let Some(supplied) = self.supplied.get(self.used).filter(|supplied| supplied.at == at) {
            self.used += 1;
            bits = bits & !supplied.known | supplied.marks & supplied.known;
            known |= supplied.known;
        }
        let (mut marks, mut known) = (Marks::of(bits), Known::of(known));
        // A state that does not count in one list counts in none.
        marks.received &= !(marks.refused || marks.unknown);
        let absences = self.absences.as_ref().and_then(|absences| absences[file].get(entry.unit() as usize));
        let Some(absence) = absences else { return (marks, known) };
        if let Some(other) = absence.completed.filter(|_| !known.completed) {
            (marks.completed, known.completed) = (false, true);
            *self.joined.or_default((file, other, Joined::NotCompleted)) += u64::from(marks.received);
        }
        if absence.e_result && !known.e_result && known.completed && !marks.completed {
            (marks.e_result, known.e_result) = (false, true);
        }
        (marks, known)
    }

    /// What lists that have dossiers of a list, too, know of theirs.
    pub(super) fn known_beside(&self, files: &[&Ledger], file: usize) -> Known {
        let beside = self.beside.iter().filter(|((own, _), _)| *own == file).flat_map(|(_, others)| others);
        Known::of(beside.fold(0, |known, other| known | files[*other].known.bits()))
    }

    /// How many dossiers of a list, the first, have something from another.
    pub(super) fn joined(self) -> Vec<((usize, usize, Joined), u64)> {
        self.joined.into_iter().filter(|(_, dossiers)| *dossiers > 0).collect()
    }
}
