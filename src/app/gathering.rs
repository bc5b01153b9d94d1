//! How a file is read: under the present settings, and under what it is known by. The boundary feeds it.

use std::rc::Rc;

use super::FileId;
use super::State;
use super::reading;
use crate::analysis::Assignment;
use crate::analysis::Counting;
use crate::analysis::FileOutcome;
use crate::analysis::Gathering;
use crate::analysis::Hints;
use crate::analysis::Known;
use crate::analysis::Memory;
use crate::domain::sort_by_key;
use crate::units::Catalogue;

/// Begins to gather a file.
#[must_use]
pub fn begin(state: &State, id: FileId, name: &str) -> Gathering {
    gathering(state, name, state.known.get(&id))
}

/// How a file is read, for another worker that helps with it.
#[must_use]
pub fn assignment(state: &State, id: FileId, name: &str) -> Assignment {
    let (units, known_as, hints) = way_of_reading(state, state.known.get(&id));
    Assignment::new(name, units, &state.settings.answers, known_as, &hints)
}

/// The sheets of a file that are read beside the one that was: none where it is to be read again first.
#[must_use]
pub fn sheets_beside(state: &State, id: FileId, outcome: &FileOutcome) -> Vec<String> {
    if reading::is_to_be_read_again(state, id, outcome) { Vec::new() } else { outcome.sheets_alike() }
}

/// Begins to gather another sheet of a file.
#[must_use]
pub fn begin_sheet(state: &State, id: FileId, name: &str, sheet: &str) -> Gathering {
    let known = state.known.get(&id);
    let (_, _, hints) = way_of_reading(state, known);
    gathering(state, name, known).hinted(Hints { sheet: Some(sheet.to_owned()), ..hints })
}

/// Has a file take what others of its sheets gave.
pub fn take_sheets(state: &State, outcome: &mut FileOutcome, others: Vec<FileOutcome>) {
    outcome.take_sheets(others, state.settings.own_in_use().unwrap_or(&state.catalogue));
}

/// Begins to count the dossiers for the report, of which this file is the last that is waited for; `None` while others are.
/// Where nobody counts them before, the report does.
#[must_use]
pub fn counting(state: &State, id: FileId, outcome: &FileOutcome) -> Option<Counting> {
    let is_there = |other: FileId| other == id || state.files.iter().any(|(file, _)| *file == other);
    let is_last = state.reading.iter().all(|reading| is_there(reading.offered.id));
    if !is_last || reading::is_to_be_read_again(state, id, outcome) {
        return None;
    }
    let others = state.files.iter().filter(|(other, _)| *other != id).map(|(other, outcome)| (*other, outcome));
    let mut files: Vec<(FileId, &FileOutcome)> = others.chain([(id, outcome)]).collect();
    sort_by_key(&mut files, |(id, _)| state.place(*id));
    Some(Memory::counting(files.into_iter().map(|(_, outcome)| outcome)))
}

/// Keeps what was counted for the report.
pub fn counted(state: &State, counting: Counting) {
    state.memory.keep(counting);
}

pub(super) fn gathering(state: &State, name: &str, known: Option<&Known>) -> Gathering {
    let (units, known_as, hints) = way_of_reading(state, known);
    Gathering::again(name, Rc::clone(units), Rc::new(state.settings.answers.clone()), known_as, hints)
}

/// Whose names are units, what a file is known by, and what was answered about its bytes.
fn way_of_reading<'state>(
    state: &'state State,
    known: Option<&Known>,
) -> (&'state Rc<Catalogue>, Option<String>, Hints) {
    let answers = &state.settings.answers;
    let (known_as, hints) =
        known.map_or_else(Default::default, |known| (Some(known.fingerprint().to_owned()), known.hints(answers)));
    (state.settings.own_in_use().unwrap_or(&state.catalogue), known_as, hints)
}
