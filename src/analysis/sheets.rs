//! The other sheets of a workbook, or tables of a web page, that go on with the one that was read: departments often have
//! one of their own, lists one a month. Each is read as a file of its own would be, and goes with the first where no figure
//! stands in both; others are told, and an officer chooses.

use std::rc::Rc;

use super::FileOutcome;
use super::Format;
use super::GatheredFile;
use super::SheetSeen;
use crate::columns::Field;
use crate::columns::Observation;
use crate::columns::Question;
use crate::columns::TableRead;
use crate::domain::Period;
use crate::domain::Set;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::fold;
use crate::units::Catalogue;

/// Most sheets that are looked at beside the first, and most bytes for their sake: each is one more reading of the file.
const MOST: (u64, u64) = (100, 256 << 20);

impl FileOutcome {
    /// The tables it gave: of the sheet that was read, and of those that go with it.
    pub fn tables(&self) -> impl Iterator<Item = &GatheredFile> {
        self.result.as_ref().ok().into_iter().chain(&self.beside)
    }

    /// The sheets or tables like the one that was read, where nobody has said which is meant: each may go with it.
    #[must_use]
    pub fn sheets_alike(&self) -> Vec<String> {
        let Ok(file) = &self.result else { return Vec::new() };
        let Some((seen, _)) = file.understood.format.choice() else { return Vec::new() };
        let beside = &file.understood.beside;
        let is_alike =
            |sheet: &&SheetSeen| beside.alike.contains(&sheet.name) || beside.tables_alike.contains(&sheet.name);
        let own = (0..).zip(seen.iter().filter(is_alike).filter(|sheet| !sheet.is_aside()));
        let is_read = |(at, _): &(u64, _)| *at < MOST.0 && (at + 1) * file.bytes <= MOST.1;
        own.take_while(is_read).map(|(_, sheet)| sheet.name.clone()).collect()
    }

    /// Takes what another sheet gave where it goes with what is there.
    pub fn take_sheet(&mut self, other: Self, catalogue: &Catalogue) {
        let Ok(mut table) = other.result else { return };
        if self.result.is_ok() && self.tables().all(|own| goes_with(&own.table, &table.table, catalogue)) {
            table.is_beside = true;
            if let Some(sheet) = table.place().sheet {
                tell(&mut table, |notices| notices.in_sheet(&sheet, str::to_owned));
            }
            self.beside.push(table);
        }
    }

    /// Notes the hash of its bytes.
    pub fn hashed(&mut self, sha256: &str) {
        self.result
            .as_mut()
            .ok()
            .into_iter()
            .chain(&mut self.beside)
            .for_each(|file| sha256.clone_into(&mut file.sha256));
    }

    /// The same with the other sheets that go with it, as `read` reads them.
    #[must_use]
    pub fn with_sheets(mut self, catalogue: &Catalogue, read: impl Fn(&str) -> Self) -> Self {
        for sheet in self.sheets_alike() {
            self.take_sheet(read(&sheet), catalogue);
        }
        self.settle_sheets();
        self
    }

    /// Tells which sheets are read together, once all have been looked at.
    pub fn settle_sheets(&mut self) {
        let (Ok(file), false) = (&mut self.result, self.beside.is_empty()) else { return };
        let names = |file: &GatheredFile| file.understood.format.choice().map(|(_, read)| read.to_owned());
        let read: Vec<String> = std::iter::once(&*file).chain(&self.beside).filter_map(names).collect();
        for other in &mut self.beside {
            leave_told(other, &read);
        }
        leave_told(file, &read);
        let place = file.place();
        for name in &read[1..] {
            tell(file, |notices| notices.add(NoticeCode::SheetsJoined, &place, name));
        }
    }
}

/// Has a table no longer tell of sheets that are read that they are not.
fn leave_told(file: &mut GatheredFile, read: &[String]) {
    let place = file.place();
    let Some(understood) = Rc::get_mut(&mut file.understood) else { return };
    let is_left = |name: &String| !read.contains(name);
    understood.beside.alike.retain(is_left);
    understood.beside.tables_alike.retain(is_left);
    let mut not_read = Vec::new();
    if let Format::Workbook { others, .. } = &mut understood.format {
        others.retain(is_left);
        not_read.clone_from(others);
    }
    let beside = &understood.beside;
    let left = [
        (NoticeCode::SheetNotRead, not_read),
        (NoticeCode::SheetsAlike, beside.alike.clone()),
        (NoticeCode::TablesAlike, beside.tables_alike.clone()),
    ];
    tell(file, |notices| {
        for (code, names) in left {
            notices.forget(code);
            for name in names {
                notices.add(code, &place, &name);
            }
        }
    });
}

/// Changes what a table tells. Nobody else holds one that was just read.
fn tell(file: &mut GatheredFile, change: impl FnOnce(&mut Notices)) {
    if let Some(table) = Rc::get_mut(&mut file.table) {
        change(&mut table.notices);
    }
}

/// Whether two tables of one file are parts of one: two lists of dossiers under one header, of which each counts once; figures
/// of other units in columns alike, as of departments and of districts; of the same units what alone is ranked, as the
/// percentage in one sheet and the certified copies in another. What other columns of the same units count, other things may.
fn goes_with(own: &TableRead, other: &TableRead, catalogue: &Catalogue) -> bool {
    let is_alike = own.fingerprint == other.fingerprint;
    // Answers about columns are given by the header of the first.
    let is_asked = other.questions.iter().any(|question| !matches!(question, Question::Status { .. }));
    if is_asked && !is_alike {
        return false;
    }
    match (&own.dossiers, &other.dossiers) {
        // A dossier without a code would count in each of its lists.
        (Some(_), Some(_)) => is_alike && other.notices.count(NoticeCode::DossierCodeMissing) == 0,
        (None, None) => {
            let (figures, others) = (Figures::of(own, catalogue), Figures::of(other, catalogue));
            let is_of_units = others.known * 2 >= other.observations.len() && others.known > 0;
            are_of_one_time(own, other) && is_of_units && figures.go_with(&others)
        }
        _ => false,
    }
}

/// Whether two tables are of the same days, as far as both say.
fn are_of_one_time(own: &TableRead, other: &TableRead) -> bool {
    let is_same = |own: Option<Period>, other: Option<Period>| own.zip(other).is_none_or(|(own, other)| own == other);
    is_same(own.period, other.period) && is_same(own.copies_period, other.copies_period)
}

/// Whose figures a table gives.
#[derive(Default)]
struct Figures {
    all: Set<(String, Field)>,
    units: Set<String>,
    fields: Set<Field>,
    /// How many rows name a unit of a catalogue.
    known: usize,
}

impl Figures {
    fn of(table: &TableRead, catalogue: &Catalogue) -> Self {
        let mut figures = Self::default();
        for row in &table.observations {
            let unit = unit(row, catalogue);
            figures.known += usize::from(unit.is_some());
            let name = unit.unwrap_or_else(|| fold(&row.name));
            for (_, field) in table.map.figures().filter(|(_, field)| row.values.get(*field).is_some()) {
                figures.all.insert((name.clone(), field));
                figures.fields.insert(field);
            }
            figures.units.insert(name);
        }
        figures
    }

    fn go_with(&self, others: &Self) -> bool {
        let has_all = |one: &Self, other: &Self| one.fields.iter().all(|field| other.fields.contains(field));
        let is_ranked =
            |field: &Field| matches!(field, Field::GroupPercent | Field::GroupPoints | Field::CertifiedCopies);
        if others.all.is_empty() {
            return false;
        }
        if others.units.iter().any(|unit| self.units.contains(unit)) {
            let mut both = others.all.iter().filter(|figure| self.all.contains(*figure));
            return others.fields.iter().all(is_ranked) && both.next().is_none();
        }
        has_all(others, self) || has_all(self, others)
    }
}

/// The unit that a row names, by whichever catalogue knows it.
fn unit(row: &Observation, catalogue: &Catalogue) -> Option<String> {
    let mut all = std::iter::once(catalogue).chain(Catalogue::all());
    all.find_map(|catalogue| catalogue.certain(&row.name, row.group)).map(|unit| unit.id.as_str().to_owned())
}
