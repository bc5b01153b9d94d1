//! Which names are units while a file is read, remembered from cell to cell.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use rustc_hash::FxBuildHasher;

use crate::columns::Answers;
use crate::columns::IsUnit;
use crate::units::Catalogue;

/// Names that are remembered with their answer; a list of dossiers names the same units again and again.
const NAMES_REMEMBERED: usize = 20_000;

/// Tells whether a name is a unit's: of whatever era, since which one a file belongs to is known at its end.
pub(super) fn known_names(catalogue: Rc<Catalogue>, answers: Rc<Answers>) -> IsUnit {
    let known = move |name: &str| {
        let shipped = || Catalogue::all().into_iter().filter(|shipped| shipped.id != catalogue.id);
        Catalogue::any_knows(std::iter::once(&*catalogue).chain(shipped()), name) || answers.knows(name)
    };
    let remembered: RefCell<HashMap<String, bool, FxBuildHasher>> = RefCell::default();
    Rc::new(move |name| {
        if let Some(known) = remembered.borrow().get(name) {
            return *known;
        }
        let found = known(name);
        if remembered.borrow().len() < NAMES_REMEMBERED && name.len() < 200 {
            remembered.borrow_mut().insert(name.to_owned(), found);
        }
        found
    })
}
