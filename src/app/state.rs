//! Everything the page knows.

use std::rc::Rc;

use super::FileId;
use super::Offered;
use super::periods::Periods;
use super::steps::Step;
use crate::analysis::FileOutcome;
use crate::analysis::Known;
use crate::analysis::Memory;
use crate::analysis::Report;
use crate::analysis::Settings;
use crate::analysis::Snapshot;
use crate::analysis::assess;
use crate::analysis::assess_again;
use crate::domain::Map;
use crate::units::Catalogue;
use crate::view::Limit;
use crate::view::Region;
use crate::view::Shown;
use crate::view::ViewOptions;
use crate::warnings::Thresholds;

/// A file on its way.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) offered: Offered,
    pub(super) done: u64,
    /// Whether it was read before, and is read again for what was corrected.
    pub(super) again: bool,
    /// Files of the same name that it takes the place of, once it is read.
    pub(super) replaces: Vec<(FileId, FileOutcome)>,
    /// What it gave before, where it is read again: that stands if reading is stopped.
    pub(super) before: Option<FileOutcome>,
}

impl Reading {
    /// What stands if nobody waits for it any more.
    pub(super) fn stopped(self) -> impl Iterator<Item = (FileId, FileOutcome)> {
        let id = self.offered.id;
        self.replaces.into_iter().chain(self.before.map(|before| (id, before)))
    }
}

/// Đang gõ: a limit on its way.
#[derive(Debug)]
pub(super) struct Typing {
    pub(super) limit: Limit,
    /// What was typed so far.
    pub(super) text: String,
    /// The limits in force before.
    pub(super) before: Thresholds,
}

/// Where the focus goes once everything is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Attention {
    /// To the errors, the questions or the result.
    #[default]
    Result,
    /// Nowhere: it stays on the choice that was made.
    Stays,
    /// To the names that are still unknown, else to the result.
    Unmatched,
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
    /// Periods beside the present one.
    pub(super) periods: Periods,
    /// The places of files that were chosen again: those of the ones they take the place of.
    pub(super) places: Map<FileId, FileId>,
    /// What each file is known by when it is read again.
    pub(super) known: Map<FileId, Known>,
    /// A limit that is being typed.
    pub(super) typing: Option<Typing>,
    /// What can be taken back, the latest last.
    pub(super) undo: Vec<Step>,
    /// What was just corrected, to be said together with the result.
    pub(super) said: Option<String>,
    /// Where the focus goes then.
    pub(super) attention: Attention,
    /// Tenth of the reading that was last said aloud.
    pub(super) tenth_said: u64,
    /// Rows that had come by then.
    pub(super) rows_said: u64,
    /// What the last report left for the next.
    pub(super) memory: Memory,
    /// The report that the page shows, for the next one to begin with.
    pub(super) last: Option<Report>,
    /// The office's own catalogue as text, which is remembered with every setting.
    pub(super) own_catalogue: Option<(Rc<Catalogue>, String)>,
    /// What each region shows.
    pub(super) shown: Map<Region, Shown>,
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
            periods: Periods::default(),
            places: Map::new(),
            known: Map::new(),
            typing: None,
            undo: Vec::new(),
            said: None,
            attention: Attention::default(),
            tenth_said: 0,
            rows_said: 0,
            memory: Memory::default(),
            last: None,
            own_catalogue: None,
            shown: Map::new(),
        }
    }

    /// The markup that a region shows, by the id of its element.
    #[must_use]
    pub fn shown(&self, id: &str) -> Option<(Region, &str)> {
        let region = Region::ALL.into_iter().find(|region| region.id() == id)?;
        Some((region, self.shown.get(&region)?.markup()))
    }

    /// Where a file stands among the others: in the order of choosing, but for one that was chosen again.
    pub(super) fn place(&self, id: FileId) -> (FileId, FileId) {
        (self.places.get(&id).copied().unwrap_or(id), id)
    }

    /// The report on the files read so far.
    pub(super) fn report(&self) -> Report {
        let outcomes: Vec<FileOutcome> = self.files.iter().map(|(_, outcome)| outcome.clone()).collect();
        self.beside_others(assess_again(&outcomes, &self.catalogue, &self.settings, &self.memory))
    }

    /// The same, begun with the report the page shows where only limits differ, or nothing.
    pub(super) fn report_from_last(&mut self) -> Report {
        let files: Vec<&FileOutcome> = self.files.iter().map(|(_, outcome)| outcome).collect();
        let under_limits = self.last.take().and_then(|last| last.under_limits(&files, &self.settings));
        under_limits.map_or_else(|| self.report(), |report| self.beside_others(report))
    }

    /// The report held against other periods.
    fn beside_others(&self, mut report: Report) -> Report {
        let earlier = self.periods.snapshots(&self.settings);
        if !earlier.is_empty() {
            report = report.compared(&earlier);
        }
        match self.periods.issued() {
            // What it says otherwise is told note by note.
            Some(issued) => report.reconciled(&Snapshot {
                told: issued.told.clone(),
                ..issued.clone().judged(&self.settings.thresholds)
            }),
            None => report,
        }
    }

    /// The report on some files alone.
    pub(super) fn report_on(&self, files: &[FileOutcome]) -> Report {
        assess(files, &self.catalogue, &self.settings)
    }
}

impl Default for State {
    fn default() -> Self {
        Self::new()
    }
}
