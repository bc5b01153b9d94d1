//! How a file is read: under the present settings, and under what it is known by. The boundary feeds it.

use std::rc::Rc;

use super::FileId;
use super::State;
use crate::analysis::Assignment;
use crate::analysis::Gathering;
use crate::analysis::Hints;
use crate::analysis::Known;
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
