//! Gathered tables + settings → report. The lower half of the street: nothing here can fail.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::FileOutcome;
use super::Report;
use super::Settings;
use super::UnitResult;
use super::era::choose;
use crate::columns::Field;
use crate::columns::Ledger;
use crate::domain::Group;
use crate::domain::Period;
use crate::domain::Place;
use crate::figures::Figures;
use crate::figures::FiguresByUnit;
use crate::figures::Sourced;
use crate::figures::check;
use crate::figures::province;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::ranking::rank;
use crate::text::fold;
use crate::text::numbers::print_exact_percent;
use crate::units::Catalogue;
use crate::units::Unit;
use crate::units::UnitId;
use crate::warnings::ALL;
use crate::warnings::Warning;
use crate::warnings::count_very_low;
use crate::warnings::rate_low;

/// Judges everything gathered under one set of settings. `catalogue` is the one at hand: the period of the files or the
/// settings may speak for another.
#[must_use]
pub fn assess(files: &[FileOutcome], catalogue: &Rc<Catalogue>, settings: &Settings) -> Report {
    let (chosen, era) = choose(files, catalogue, settings);
    let catalogue = &chosen;
    let mut notices = Notices::default();
    let mut figures = FiguresByUnit::default();
    let mut report = Report {
        period: None,
        copies_period: None,
        province: None,
        units: Vec::new(),
        unmatched: Vec::new(),
        missing: Vec::new(),
        files: files.to_vec(),
        notices: Notices::default(),
        catalogue: Rc::clone(catalogue),
        era,
        settings: settings.clone(),
        version: env!("CARGO_PKG_VERSION"),
    };
    let mut listed = Vec::new();
    for file in files {
        match &file.result {
            Err(sentence) => notices.add(NoticeCode::FileUnreadable, &Place::file(&file.name), sentence),
            Ok(gathered) => {
                let place = gathered.place();
                let table = &gathered.table;
                notices.merge(&table.notices);
                check(table, &place, &mut notices);
                figures.add_table(&table.observations, &place, catalogue, &mut notices);
                if let Some(ledger) = &table.dossiers {
                    listed.push((place.clone(), ledger));
                }
                take_period(&mut report.period, table.period, &place, &mut notices);
                report.copies_period = report.copies_period.or(table.copies_period);
                report.province = report.province.or_else(|| province(table, &place));
            }
        }
    }
    count_dossiers(&listed, catalogue, &mut figures, &mut notices);
    report.units = units(&figures, catalogue, settings, &mut notices);
    report.missing = missing(&figures, catalogue, &report, &mut notices);
    report.unmatched = figures.unmatched().to_vec();
    report.notices = notices;
    report
}

/// Keeps the first period; tells a later file of another one.
fn take_period(kept: &mut Option<Period>, found: Option<Period>, place: &Place, notices: &mut Notices) {
    match (*kept, found) {
        (None, found) => *kept = found,
        (Some(first), Some(found)) if first != found => {
            notices.add(NoticeCode::PeriodsDiffer, place, &format!("{} ≠ {}", found.printed(), first.printed()));
        }
        _ => {}
    }
}

/// Counts the dossiers of all lists by unit, each dossier once.
fn count_dossiers(
    listed: &[(Place, &Ledger)],
    catalogue: &Catalogue,
    figures: &mut FiguresByUnit,
    notices: &mut Notices,
) {
    let ledgers: Vec<&Ledger> = listed.iter().map(|(_, ledger)| *ledger).collect();
    let (units, repeated) = Ledger::count(&ledgers);
    for repeated in repeated {
        let counted = listed[repeated.counted_file].0.row(repeated.counted_row);
        let beside = if repeated.file == repeated.counted_file { String::new() } else { format!("{}, ", counted.file) };
        let found = format!("tính theo {beside}{}", counted.within_file());
        notices.add(NoticeCode::DossierRepeated, &listed[repeated.file].0.row(repeated.row), &found);
    }
    figures.add_counted(units.iter().map(|(file, unit)| (&listed[*file].0, unit)), catalogue, notices);
}

/// The units seen, by group and rank.
fn units(
    figures: &FiguresByUnit,
    catalogue: &Catalogue,
    settings: &Settings,
    notices: &mut Notices,
) -> Vec<UnitResult> {
    let notes_given = Notes::given(figures);
    let mut results = Vec::new();
    for group in Group::ALL {
        // The catalogue's order is the order of units that tie, whatever the order of the rows.
        let seen: Vec<(&Unit, &Figures)> = catalogue
            .units()
            .iter()
            .filter(|unit| unit.group == group)
            .filter_map(|unit| Some((unit, figures.of(&unit.id)?)))
            .collect();
        let ranked =
            |(unit, own): &(&Unit, &Figures)| own.percent().filter(|_| unit.is_ranked()).map(|(given, _)| given.value);
        let percents: Vec<_> = seen.iter().map(ranked).collect();
        let mut of_group: Vec<UnitResult> = rank(&percents)
            .into_iter()
            .zip(&seen)
            .map(|(rank, (unit, own))| {
                let result = result(unit, own, rank, settings, notices);
                notes_given.compare(own, &result, notices);
                result
            })
            .collect();
        of_group.sort_by_key(|unit| unit.rank.unwrap_or(u32::MAX));
        results.append(&mut of_group);
    }
    results
}

fn result(unit: &Unit, own: &Figures, rank: Option<u32>, settings: &Settings, notices: &mut Notices) -> UnitResult {
    let limits = &settings.thresholds;
    let percent = own.percent();
    let percent_note = percent.as_ref().and_then(|(given, _)| rate_low(given.value, limits));
    if let (Some((given, _)), None) = (&percent, percent_note)
        && given.value < limits.rate_low
    {
        notices.add(NoticeCode::LimitByRounding, &given.place, &print_exact_percent(given.value));
    }
    let copies = own.count(Field::CertifiedCopies);
    UnitResult {
        id: unit.id.clone(),
        name: unit.name.clone(),
        short: unit.short.clone(),
        written: own.written.clone(),
        group: unit.group,
        rank,
        percent_note,
        origin: percent.as_ref().map(|(_, origin)| *origin),
        percent: percent.map(|(given, _)| given),
        copies_note: copies.as_ref().and_then(|given| count_very_low(given.value, limits)),
        copies,
        figures: own.clone(),
    }
}

/// Whether an export fills its columns of notes with the words of the rules; an empty column says nothing.
struct Notes {
    percent: bool,
    copies: bool,
}

impl Notes {
    fn given(figures: &FiguresByUnit) -> Self {
        let any = |note: fn(&Figures) -> &Option<Sourced<String>>| {
            figures
                .iter()
                .filter_map(|(_, own)| note(own).as_ref())
                .any(|note| is_word(&note.value) && !note.value.is_empty())
        };
        Self { percent: any(|own| &own.percent_note), copies: any(|own| &own.copies_note) }
    }

    /// Tells where the export's own note differs from ours.
    fn compare(&self, own: &Figures, result: &UnitResult, notices: &mut Notices) {
        let mut compare = |filled: bool, given: &Option<Sourced<String>>, ours: Option<Warning>, known: bool| {
            let Some(given) = given.as_ref().filter(|given| filled && known && is_word(&given.value)) else { return };
            let word = ours.map_or("", |warning| warning.card.word);
            if fold(&given.value) != fold(word) {
                let shown = |word: &str| if word.is_empty() { "(trống)".to_owned() } else { format!("«{word}»") };
                notices.add(
                    NoticeCode::NoteDiffers,
                    &given.place,
                    &format!("{} ≠ {}", shown(&given.value), shown(word)),
                );
            }
        };
        compare(self.percent, &own.percent_note, result.percent_note, result.percent.is_some());
        compare(self.copies, &own.copies_note, result.copies_note, result.copies.is_some());
    }
}

/// Whether a note is one of the rules' words, or empty.
fn is_word(note: &str) -> bool {
    note.is_empty() || ALL.iter().any(|card| fold(card.word) == fold(note))
}

/// The units that no file names, of the groups that files do name.
fn missing(
    figures: &FiguresByUnit,
    catalogue: &Catalogue,
    report: &Report,
    notices: &mut Notices,
) -> Vec<(UnitId, String)> {
    let files: Vec<&str> = report.tables().map(|file| file.name.as_str()).collect();
    let place = Place::file(&files.join(", "));
    let seen: BTreeSet<Group> = report.units.iter().map(|unit| unit.group).collect();
    let due = |unit: &&Unit| unit.is_ranked() && seen.contains(&unit.group) && figures.of(&unit.id).is_none();
    let lacking = catalogue.units().iter().filter(due);
    lacking
        .map(|unit| {
            notices.add(NoticeCode::UnitMissing, &place, &unit.name);
            (unit.id.clone(), unit.name.clone())
        })
        .collect()
}
