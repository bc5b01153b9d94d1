//! What another worker must know to read stretches of a file as this one would: enough to read its first rows, which say
//! how the others are read.

use std::rc::Rc;

use serde::Deserialize;
use serde::Serialize;

use super::Gathering;
use super::from_json;
use super::to_json;
use crate::columns::Answers;
use crate::intake::Hints;
use crate::intake::SavedHints;
use crate::units::Catalogue;

/// Việc giao: how a file is read, on its way to another worker.
#[derive(Serialize, Deserialize)]
pub struct Assignment {
    name: String,
    catalogue: Units,
    answers: Answers,
    known_as: Option<String>,
    hints: SavedHints,
}

/// Whose names are units: a shipped catalogue by its name, the office's own as a table.
#[derive(Serialize, Deserialize)]
enum Units {
    Shipped(String),
    Own(String),
}

impl Assignment {
    /// How a file of this name is read under what an officer has answered, and under what it is known by.
    #[must_use]
    pub fn new(name: &str, catalogue: &Catalogue, answers: &Answers, known_as: Option<String>, hints: &Hints) -> Self {
        let is_shipped = Catalogue::by_id(&catalogue.id).is_some_and(|shipped| shipped == *catalogue);
        let units = if is_shipped { Units::Shipped(catalogue.id.clone()) } else { Units::Own(catalogue.to_csv()) };
        let (answers, hints) = (answers.clone(), SavedHints::of(hints));
        Self { name: name.to_owned(), catalogue: units, answers, known_as, hints }
    }

    /// Reads the units that files are read by unless an officer says otherwise: a file need not wait for it.
    pub fn prepare() {
        let _ = Catalogue::laocai_2023();
    }

    /// The assignment as text.
    #[must_use]
    pub fn to_text(&self) -> String {
        to_json(self)
    }

    /// The assignment that a text holds.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        from_json(text).ok()
    }

    /// Begins to read the file; `None` where its units are not known here.
    #[must_use]
    pub fn begin(self) -> Option<Gathering> {
        let Self { name, catalogue, answers, known_as, hints } = self;
        let catalogue = match catalogue {
            Units::Shipped(id) => Catalogue::by_id(&id)?,
            Units::Own(table) => Catalogue::from_csv(&table).ok()?,
        };
        Some(Gathering::again(&name, Rc::new(catalogue), Rc::new(answers), known_as, hints.hints()))
    }
}
