//! Everything the page knows.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::FileId;
use super::Offered;
use crate::analysis::FileOutcome;
use crate::analysis::Report;
use crate::analysis::Settings;
use crate::analysis::assess;
use crate::units::Catalogue;
use crate::view::Region;
use crate::view::ViewOptions;

/// A file on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) offered: Offered,
    pub(super) done: u64,
}

/// Trạng thái: the state of the page.
#[derive(Debug)]
pub struct State {
    pub(super) catalogue: Rc<Catalogue>,
    pub(super) settings: Settings,
    pub(super) options: ViewOptions,
    /// Files read to their end, in the order they were offered.
    pub(super) files: Vec<(FileId, FileOutcome)>,
    /// Files on their way.
    pub(super) reading: Vec<Reading>,
    /// Tenth of the reading that was last said aloud.
    pub(super) tenth_said: u64,
    /// Markup that each region shows.
    pub(super) shown: BTreeMap<Region, String>,
}

impl State {
    /// A page that has seen nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            catalogue: Rc::new(Catalogue::laocai_2023()),
            settings: Settings::default(),
            options: ViewOptions::default(),
            files: Vec::new(),
            reading: Vec::new(),
            tenth_said: 0,
            shown: BTreeMap::new(),
        }
    }

    /// The report on the files read so far.
    pub(super) fn report(&self) -> Report {
        let outcomes: Vec<FileOutcome> = self.files.iter().map(|(_, outcome)| outcome.clone()).collect();
        assess(&outcomes, &self.catalogue, &self.settings)
    }
}

impl Default for State {
    fn default() -> Self {
        Self::new()
    }
}
