//! Gathered tables + settings → report. The lower half of the street: nothing here can fail.

use std::rc::Rc;

use super::FileOutcome;
use super::GatheredFile;
use super::Report;
use super::Settings;
use super::UnitResult;
use super::counted::Memory;
use super::counted::lists;
use super::era;
use super::era::choose;
use super::judge::Scored;
use super::judge::judge;
use super::of_when::periods;
use super::unfit;
use crate::columns::TableRead;
use crate::domain::Decimal;
use crate::domain::Group;
use crate::domain::Period;
use crate::domain::Place;
use crate::domain::Set;
use crate::figures::Ends;
use crate::figures::FiguresByUnit;
use crate::figures::Origin;
use crate::figures::Province;
use crate::figures::Source;
use crate::figures::Sourced;
use crate::figures::TableRows;
use crate::figures::check;
use crate::figures::of_province;
use crate::figures::provinces;
use crate::figures::tell_unnamed;
use crate::figures::the_province;
use crate::figures::with_sections;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::units::Catalogue;
use crate::units::Unit;
use crate::units::UnitId;
use crate::warnings::Facts;

/// Judges everything gathered under one set of settings. `catalogue` is the one at hand: the period of the files or the
/// settings may speak for another.
#[must_use]
pub fn assess(files: &[FileOutcome], catalogue: &Rc<Catalogue>, settings: &Settings) -> Report {
    assess_again(files, catalogue, settings, &Memory::default())
}

/// The same, with what was left of the last report: on the same files only the settings are worked through anew.
#[must_use]
pub fn assess_again(files: &[FileOutcome], catalogue: &Rc<Catalogue>, settings: &Settings, memory: &Memory) -> Report {
    let (chosen, era) = choose(files, catalogue, settings);
    let catalogue = &chosen;
    let mut notices = Notices::default();
    let mut report = Report {
        period: None,
        copies_period: None,
        province: None,
        units: Vec::new(),
        previews: Vec::new(),
        unmatched: Vec::new(),
        missing: Vec::new(),
        files: files.to_vec(),
        notices: Notices::default(),
        comparison: None,
        differences: None,
        catalogue: Rc::clone(catalogue),
        era,
        settings: settings.clone(),
        version: env!("CARGO_PKG_VERSION"),
    };
    let (mut tables, mut of_province) = (Vec::new(), Vec::new());
    for file in files {
        if let Err(sentence) = &file.result {
            notices.add(NoticeCode::FileUnreadable, &Place::file(&file.name), sentence);
        }
    }
    let given: Vec<&GatheredFile> = files.iter().flat_map(FileOutcome::tables).collect();
    let of_table = |gathered: &&GatheredFile| era::of_earlier_era(&gathered.table, catalogue, era);
    let parted: Vec<_> = given.iter().map(of_table).collect();
    let sectioned: Vec<_> = given.iter().map(|gathered| with_sections(&gathered.table, catalogue)).collect();
    let understood = |at: usize| sectioned[at].as_ref().unwrap_or(&given[at].table);
    for (at, gathered) in given.iter().enumerate() {
        let (place, table) = (gathered.place(), &gathered.table);
        if let Some(first) = given[..at].iter().find(|above| above.is_same(gathered)) {
            notices.add(NoticeCode::FileRepeated, &place, &format!("giống hệt {}", first.name));
            continue;
        }
        notices.merge(&table.notices);
        let beside = (0..given.len()).filter(|other| *other != at).map(understood);
        check(understood(at), &beside, settings.formula.tolerance, &place, &mut notices);
        let periods = [table.period, table.copies_period];
        let rows = parted[at].as_ref().map_or(&understood(at).observations, |(_, joined)| joined);
        for row in parted[at].iter().flat_map(|(earlier, _)| earlier) {
            era::tell_earlier(row, &Source { file: &place, map: Some(&table.map) }, &mut notices);
        }
        tables.push(TableRows { rows, map: &table.map, file: place.clone(), periods });
        of_province.extend(provinces(understood(at), &place));
    }
    tell_lists_without_period(files, &mut notices);
    let ends = Ends::of(&tables);
    let mut figures = FiguresByUnit::of_files_that_end(ends.clone());
    figures.add_tables(&tables, catalogue, &mut notices);
    figures.strike_outlived(catalogue, &mut notices);
    let of_files = the_province(of_province, &ends, &mut notices);
    let has_given = of_files.is_some();
    report.province = figures.of_their_time(of_files, &mut notices);
    let counted = memory.counted(lists(files.iter()));
    notices.merge(&counted.notices);
    figures.add_counted(counted.units(), catalogue, &mut notices);
    let of_figures: Vec<&GatheredFile> = report.tables().collect();
    (report.period, report.copies_period) = periods(&of_figures, &figures, &mut notices);
    correct(&mut figures, catalogue, settings, &mut notices);
    // What was set by hand may contradict what files say beside it.
    figures.check_across(settings.formula.tolerance, &mut notices);
    report.province = report.province.or_else(|| typed_province(settings)).or_else(|| {
        // One that was struck out stands in these rows as well.
        let computed = || computed_province(&report.files, &ends, settings, &mut notices);
        let computed = (!has_given).then(computed).flatten();
        figures.of_their_time(computed, &mut notices)
    });
    if report.province.is_none() && notices.count(NoticeCode::ProvinceMean) == 0 {
        for gathered in &given {
            tell_unnamed(&gathered.table, &gathered.place(), &mut notices);
        }
    }
    let facts = Facts {
        province: report.province.as_ref().map(|province| province.percent),
        days: report.copies_period.or(report.period).map(Period::days),
        ..Facts::default()
    };
    (report.units, report.previews) = judge(&figures, catalogue, settings, &facts, &mut notices);
    unfit::tell(files, catalogue, settings, &mut notices);
    unfit::tell_formula(&report, settings, &mut notices);
    unfit::tell_unapplied(&report, settings, &mut notices);
    report.missing = missing(&figures, catalogue, &report, &mut notices);
    unrated(&report, &mut notices);
    report.unmatched = figures.unmatched().to_vec();
    era::tell(&report, &mut notices);
    report.notices = notices;
    report
}

/// Tells of lists that name no period beside a file that does. Which of their dossiers it would leave out nobody knows any more:
/// of a dossier no day is kept.
fn tell_lists_without_period(files: &[FileOutcome], notices: &mut Notices) {
    let tables = || files.iter().flat_map(FileOutcome::tables);
    let Some((period, named)) = tables().find_map(|gathered| Some((gathered.table.period?, &gathered.name))) else {
        return;
    };
    let names_none = |table: &TableRead| table.period.or(table.copies_period).is_none();
    for gathered in tables().filter(|gathered| names_none(&gathered.table)) {
        // A period that could not be read is told by itself.
        let is_told = gathered.table.notices.count(NoticeCode::PeriodUnreadable) > 0;
        if gathered.table.dossiers.is_some() && !is_told {
            notices.add(NoticeCode::ListWithoutPeriod, &gathered.place(), &format!("{named}: kỳ {}", period.printed()));
        }
    }
}

/// Sets the figures that an officer has corrected, and tells each with what it was and why.
fn correct(figures: &mut FiguresByUnit, catalogue: &Catalogue, settings: &Settings, notices: &mut Notices) {
    for correction in &settings.figures {
        let print =
            |value: Option<Decimal>| value.map_or("chưa có".to_owned(), |value| correction.field.print(value));
        let Some(unit) = catalogue.unit(&correction.unit) else {
            let id = correction.unit.as_str();
            let near = unfit::unknown_unit(id, catalogue, settings).unwrap_or_default();
            let unknown = format!("{id} ({}){near}", correction.reason);
            notices.add(NoticeCode::CorrectionUnused, &unfit::place(settings, id), &unknown);
            continue;
        };
        let was = figures.set(&correction.unit, &unit.name, correction.field, correction.value, &settings_place());
        let place = was.as_ref().map_or_else(settings_place, |was| was.place.clone());
        let found = format!(
            "{}, {}: {} → {} ({})",
            unit.name,
            correction.field.label(),
            print(was.map(|was| was.value)),
            print(correction.value),
            correction.reason
        );
        notices.add(NoticeCode::FigureCorrected, &place, &found);
    }
}

/// Where what an officer has typed stands.
pub(crate) fn settings_place() -> Place {
    Place::file("thiết lập")
}

/// The provincial figure that the components in its row make, where none is given or typed: as those of the units.
fn computed_province(
    files: &[FileOutcome],
    ends: &Ends,
    settings: &Settings,
    notices: &mut Notices,
) -> Option<Province> {
    let tables = files.iter().flat_map(FileOutcome::tables);
    let rows = tables.flat_map(|gathered| {
        let own = gathered.table.totals.iter().filter(|total| total.province);
        own.map(|total| (&total.values, gathered.place().row(total.row)))
    });
    let figures = of_province(rows, ends, notices);
    let Sourced { value, place } = Scored::of(&figures, settings).total.percent?;
    Some(Province { percent: value, place, origin: Origin::Computed })
}

/// The provincial figure of the settings.
fn typed_province(settings: &Settings) -> Option<Province> {
    Some(Province { percent: settings.province?, place: settings_place(), origin: Origin::Reported })
}

/// The units that no file names, of the groups that files do name.
fn missing(
    figures: &FiguresByUnit,
    catalogue: &Catalogue,
    report: &Report,
    notices: &mut Notices,
) -> Vec<(UnitId, String)> {
    let files: Vec<&str> = report.names_of_files().collect();
    let place = Place::file(&files.join(", "));
    let seen: Set<Group> = report.units.iter().map(|unit| unit.group).collect();
    let due = |unit: &&Unit| unit.is_ranked() && seen.contains(&unit.group) && figures.of(&unit.id).is_none();
    let lacking = catalogue.units().iter().filter(due);
    lacking
        .map(|unit| {
            notices.add(NoticeCode::UnitMissing, &place, &unit.name);
            (unit.id.clone(), unit.name.clone())
        })
        .collect()
}

/// Tells of units that other files name and those with the percentages of their group do not.
fn unrated(report: &Report, notices: &mut Notices) {
    for group in Group::ALL {
        let of_group = || report.units_of(group).filter(|unit| unit.is_ranked);
        let given = of_group().filter_map(|unit| Some(&unit.percent.as_ref()?.place));
        let mut rated: Vec<&Place> = Vec::new();
        for place in given.filter(|place| **place != settings_place()) {
            if !rated.iter().any(|other| other.is_in_table_of(place)) {
                rated.push(place);
            }
        }
        let named: Set<&str> = rated.iter().map(|place| place.file.as_str()).collect();
        let files: Vec<&str> = named.iter().copied().collect();
        let is_lacking = |unit: &&UnitResult| unit.percent.is_none() && !unit.figures.stands_in(&rated);
        for unit in of_group().filter(is_lacking).filter(|_| !files.is_empty()) {
            let found = format!("{}: không có trong {}", unit.name, files.join(", "));
            notices.add(NoticeCode::UnitWithoutRate, &Place::file(files[0]), &found);
        }
    }
}

/// The report of a test on one text.
#[cfg(test)]
pub(super) fn report(text: &str, settings: &str) -> Report {
    let settings = Settings::parse(settings).unwrap();
    let catalogue = Rc::new(Catalogue::laocai_2023());
    let mut gathering = super::Gathering::new("a.csv", Rc::clone(&catalogue), Rc::new(settings.answers.clone()));
    gathering.feed(text.as_bytes()).unwrap();
    assess(&[FileOutcome::of("a.csv", gathering.finish())], &catalogue, &settings)
}
