//! The report: plain data, all that page and documents show.

use std::rc::Rc;

use super::Comparison;
use super::Era;
use super::GatherError;
use super::GatheredFile;
use super::Reconciled;
use super::Refused;
use super::SessionFile;
use super::Settings;
use super::Snapshot;
use super::compare;
use super::dossiers;
use super::of_when::earlier_files;
use super::reconcile;
use crate::columns::ColumnMap;
use crate::columns::Field;
use crate::columns::Header;
use crate::components::Score;
use crate::components::Total;
use crate::domain::Day;
use crate::domain::Decimal;
use crate::domain::Group;
use crate::domain::Percent;
use crate::domain::Period;
use crate::domain::Set;
use crate::domain::sort_by_key;
use crate::figures::Figures;
use crate::figures::Origin;
use crate::figures::Province;
use crate::figures::Sourced;
use crate::figures::Unmatched;
use crate::intake::Hints;
use crate::intake::Row;
use crate::intake::Understood;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::notices::Seen;
use crate::text::fold;
use crate::units::Catalogue;
use crate::units::UnitId;
use crate::warnings::Compare;
use crate::warnings::Relative;
use crate::warnings::Shortfall;
use crate::warnings::Unsaid;
use crate::warnings::Warning;
use crate::warnings::points_missing;
use crate::warnings::shortfall;

/// What became of one file.
#[derive(Clone, Debug)]
pub struct FileOutcome {
    /// Its name as the officer chose it.
    pub name: String,
    /// What it gave, or the sentence that says why it gave nothing.
    pub result: Result<GatheredFile, String>,
    /// What is known of a file that gave nothing, where another reading might give something.
    pub refused: Option<Rc<Refused>>,
    /// The answers about its bytes under which it was read.
    pub hints: Hints,
    /// What its other sheets or tables gave that go with the one that was read.
    pub beside: Vec<GatheredFile>,
    /// The work it holds, where it is no table but a saved session.
    pub session: Option<Rc<SessionFile>>,
}

impl FileOutcome {
    /// What became of a file that was read without answers about its bytes.
    #[must_use]
    pub fn of(name: &str, result: Result<GatheredFile, GatherError>) -> Self {
        Self::of_result(name, result.map_err(|error| error.to_string()))
    }

    /// The same with the sentence that says why it gave nothing.
    #[must_use]
    pub fn of_result(name: &str, result: Result<GatheredFile, String>) -> Self {
        let (name, beside) = (name.to_owned(), Vec::new());
        Self { name, result, refused: None, hints: Hints::default(), beside, session: None }
    }

    /// How many bytes of it were read, as far as known.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        let refused = self.refused.as_ref().map_or(0, |refused| refused.bytes);
        self.result.as_ref().map_or(refused, |file| file.bytes)
    }

    /// The fingerprint under which answers about it are remembered; `None` when there is nothing to answer.
    #[must_use]
    pub fn fingerprint(&self) -> Option<&str> {
        let refused = || self.refused.as_ref().map(|refused| &refused.seen.fingerprint);
        self.result.as_ref().ok().map(|file| &file.table.fingerprint).or_else(refused).map(String::as_str)
    }

    /// How it was understood, as far as reading came.
    #[must_use]
    pub fn understood(&self) -> Option<&Understood> {
        let refused = || self.refused.as_ref().and_then(|refused| refused.understood.as_ref());
        self.result.as_ref().map_or_else(|_| refused(), |file| Some(&file.understood))
    }

    /// The headers of its columns, as far as a header was found.
    #[must_use]
    pub fn headers(&self) -> &[Header] {
        let refused = || self.refused.as_ref().map_or(&[][..], |refused| &refused.seen.headers);
        self.result.as_ref().map_or_else(|_| refused(), |file| &file.table.map.headers)
    }

    /// The first rows that hold anything, cut.
    #[must_use]
    pub fn first_rows(&self) -> &[Row] {
        let refused = || self.refused.as_ref().map_or(&[][..], |refused| &refused.first_rows);
        self.result.as_ref().map_or_else(|_| refused(), |file| &file.first_rows)
    }
}

/// Kết quả của một đơn vị: one row of the ranking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitResult {
    /// The unit.
    pub id: UnitId,
    /// Its official name.
    pub name: String,
    /// A name short enough for a chart.
    pub short: String,
    /// Its name as the first file writes it.
    pub written: String,
    /// Its group.
    pub group: Group,
    /// Its place in the catalogue, counted from 0.
    pub at: usize,
    /// Whether units of its kind are ranked at all.
    pub is_ranked: bool,
    /// Its rank within the group; `None` without a percentage, and for units that are not ranked.
    pub rank: Option<u32>,
    /// Its percentage.
    pub percent: Option<Sourced<Percent>>,
    /// Whether the percentage was given or computed from points.
    pub origin: Option<Origin>,
    /// Its seven components, in the portal's order, as given and as computed.
    pub scores: Vec<Score>,
    /// The percentage as given and as computed, and the formula that gave the one in use.
    pub total: Total,
    /// The word about its percentage.
    pub percent_note: Option<Warning>,
    /// Its count of certified copies, as given.
    pub copies: Option<Sourced<u64>>,
    /// The word about its count.
    pub copies_note: Option<Warning>,
    /// The limit below which the rule of that word fires, and what is held against it; `None` without a word.
    pub percent_limit: Option<(Percent, Compare)>,
    /// All its figures, as given.
    pub figures: Figures,
}

impl UnitResult {
    /// What it lacks to leave its notes. Exact fractions are dear, and few of many units are asked.
    #[must_use]
    pub fn shortfall(&self) -> Shortfall {
        let copies = self.copies_note.and_then(|note| note.missing.as_count());
        shortfall(&self.total, &self.scores, self.percent_limit, copies)
    }

    /// Percentage points missing to leave the note; `None` where nothing is.
    #[must_use]
    pub fn percent_missing(&self) -> Option<Decimal> {
        self.percent_note.map(|warning| warning.missing)
    }

    /// The same in points of its formula, and of how many; `None` where nothing is missing or the formula has no points.
    #[must_use]
    pub fn points_missing(&self) -> Option<(Decimal, Decimal)> {
        points_missing(&self.total, self.percent_limit?.0)
    }

    /// The components that lose points, each with how many, the most first; equal ones keep the portal's order.
    #[must_use]
    pub fn losses(&self) -> Vec<(&Score, Decimal)> {
        let lost = |score: &'_ Score| score.lost().filter(|lost| *lost > Decimal::default());
        let mut losses: Vec<_> = self.scores.iter().filter_map(|score| Some((score, lost(score)?))).collect();
        sort_by_key(&mut losses, |(_, lost)| -lost.millionths());
        losses
    }

    /// Certified copies missing to leave the note; `None` where nothing is.
    #[must_use]
    pub fn copies_missing(&self) -> Option<u64> {
        self.copies_note.and_then(|warning| u64::try_from(warning.missing.millionths() / 1_000_000).ok())
    }
}

/// Xem trước: whom a relative rule flags in one group, or would flag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The rule, with its value in force or the one suggested.
    pub rule: Relative,
    /// The group.
    pub group: Group,
    /// Whether the settings have it in force.
    pub in_force: bool,
    /// The limit below which units are flagged, or why there is none.
    pub limit: Result<Decimal, Unsaid>,
    /// The units it flags, best first.
    pub flagged: Vec<UnitId>,
}

/// Báo cáo: everything that was found, under one set of settings.
#[derive(Clone, Debug)]
pub struct Report {
    /// The period of the percentages, as titles name it.
    pub period: Option<Period>,
    /// The period of the certified copies, as their header names it.
    pub copies_period: Option<Period>,
    /// The provincial figure.
    pub province: Option<Province>,
    /// The units seen: by group, in rank order, units without a rank last.
    pub units: Vec<UnitResult>,
    /// What each relative rule does or would do, by group.
    pub previews: Vec<Preview>,
    /// The rows whose names no unit has.
    pub unmatched: Vec<Unmatched>,
    /// The units of the groups seen that no file names.
    pub missing: Vec<(UnitId, String)>,
    /// The files, in the order they were chosen.
    pub files: Vec<FileOutcome>,
    /// What was noticed.
    pub notices: Notices,
    /// What changed since earlier periods; `None` where none were given.
    pub comparison: Option<Comparison>,
    /// How an issued appendix differs from it; `None` where none was given.
    pub differences: Option<Reconciled>,
    /// The units it knows.
    pub catalogue: Rc<Catalogue>,
    /// Why this catalogue is used.
    pub era: Era,
    /// The settings it was made with.
    pub settings: Settings,
    /// The version that made it.
    pub version: &'static str,
}

impl Report {
    /// Whether its period was still running when the figures were taken, as far as the settings say when that was. A day before
    /// it began is one of other figures.
    #[must_use]
    pub fn is_provisional(&self) -> bool {
        let running = |(as_of, period): (Day, Period)| (period.from..period.to).contains(&as_of);
        self.settings.as_of.zip(self.period.or(self.copies_period)).is_some_and(running)
    }

    /// The report held against earlier periods.
    #[must_use]
    pub fn compared(mut self, earlier: &[Snapshot]) -> Self {
        self.comparison = Some(compare(&self, earlier));
        self
    }

    /// The report held against an appendix that was issued.
    #[must_use]
    pub fn reconciled(mut self, issued: &Snapshot) -> Self {
        self.differences = Some(reconcile(&self, issued));
        self
    }

    /// The group shown: the one chosen, else the one with the most units.
    #[must_use]
    pub fn group(&self) -> Group {
        let most = Group::ALL.into_iter().rev().max_by_key(|group| self.units_of(*group).count());
        self.settings.group.or(most).unwrap_or(Group::CapHuyen)
    }

    /// How many units of which groups there are, in words: `9 đơn vị Cấp huyện, 1 đơn vị Cấp xã`.
    #[must_use]
    pub fn units_counted(&self) -> String {
        let count = |group: Group| (self.units_of(group).count(), group.label());
        let given = Group::ALL.into_iter().map(count).filter(|(count, _)| *count > 0);
        given.map(|(count, label)| format!("{count} đơn vị {label}")).collect::<Vec<_>>().join(", ")
    }

    /// The units of one group, in rank order.
    pub fn units_of(&self, group: Group) -> impl Iterator<Item = &UnitResult> {
        self.units.iter().filter(move |unit| unit.group == group)
    }

    /// The dossiers of a unit where they are so few that chance alone moves its percentage.
    #[must_use]
    pub fn few_dossiers(&self, unit: &UnitResult) -> Option<u64> {
        dossiers(unit).filter(|count| *count < self.settings.thresholds.few_dossiers)
    }

    /// The files of an earlier period that were chosen beside those of a later one, which has other figures of their units.
    #[must_use]
    pub fn earlier_files(&self) -> Set<&str> {
        earlier_files(&self.notices)
    }

    /// The units that the name in a row may mean, as they are told behind it; nothing where none comes close.
    #[must_use]
    pub fn suggested(&self, row: &Unmatched) -> String {
        let units = row.suggestions.iter().filter_map(|id| self.catalogue.unit(id));
        let names: Vec<&str> = units.map(|unit| unit.name.as_str()).collect();
        if names.is_empty() { String::new() } else { format!(" – gợi ý: {}", names.join(", ")) }
    }

    /// What was found at a place, as it is told to those who mend it: behind a name no unit has, the units it may mean.
    #[must_use]
    pub fn found(&self, code: NoticeCode, seen: &Seen) -> String {
        // Rows are compared before the names of files: of thousands of names each may be unknown.
        let is_here = |row: &&Unmatched| row.place.row == seen.place.row && row.place == seen.place;
        let row = self.unmatched.iter().filter(|_| code == NoticeCode::UnitUnknown).find(is_here);
        format!("{}{}", seen.found, row.map(|row| self.suggested(row)).unwrap_or_default())
    }

    /// The tables that files gave.
    pub fn tables(&self) -> impl Iterator<Item = &GatheredFile> {
        self.files.iter().flat_map(FileOutcome::tables)
    }

    /// The names of the files that gave a table; of one that a session keeps in parts once.
    pub fn names_of_files(&self) -> impl Iterator<Item = &str> {
        let read = |(at, file): &(usize, &FileOutcome)| {
            let is_named = || self.files[..*at].iter().any(|other| other.name == file.name);
            file.result.is_ok() && !(file.is_part() && is_named())
        };
        self.files.iter().enumerate().filter(read).map(|(_, file)| file.name.as_str())
    }

    /// Whether certified copies have grown, as their header says without a day, or are those of the period alone.
    #[must_use]
    pub fn copies_to_date(&self) -> Option<bool> {
        let header = |map: &ColumnMap| Some(fold(&map.headers.get(map.index(Field::CertifiedCopies)?)?.text));
        let says = |header: &str, words: &[&str]| words.iter().any(|words| header.contains(words));
        let grown = |header: String| {
            let has_grown = says(&header, &["luy ke", "cong don"]);
            let is_alone = says(&header, &["trong thang", "trong ky", "trong quy", "phat sinh"]);
            (has_grown != is_alone).then_some(has_grown)
        };
        self.tables().filter_map(|file| header(&file.table.map)).find_map(grown)
    }
}
