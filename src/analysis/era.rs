//! Which catalogue of units a report uses: the officer's own, the one chosen, the one of the period's era, or, where no
//! file names a period, the one that knows most of the names.

use std::cmp::Reverse;
use std::rc::Rc;

use super::FileOutcome;
use super::Report;
use super::Settings;
use super::settings_place;
use crate::columns::Field;
use crate::columns::Ledger;
use crate::columns::Observation;
use crate::columns::TableRead;
use crate::domain::Day;
use crate::domain::Period;
use crate::figures::Source;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::Moment;
use crate::text::last_day;
use crate::text::moment;
use crate::units::Catalogue;
use crate::units::SHIPPED;
use crate::units::Unit;
use crate::units::UnitId;

/// Why a catalogue is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Era {
    /// It is the office's own.
    Own,
    /// An officer has chosen it.
    Chosen,
    /// The period lies in its era.
    ByPeriod,
    /// No file names a period; it knows most of the names.
    ByNames,
}

impl Era {
    /// What an officer reads.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Own => "danh mục của cơ quan",
            Self::Chosen => "do anh/chị chọn",
            Self::ByPeriod => "theo kỳ báo cáo",
            Self::ByNames => "tệp không ghi kỳ; danh mục này khớp nhiều tên đơn vị nhất",
        }
    }
}

/// The catalogue for these files, with the names that the officer has matched. `present` is the one at hand: it stands
/// where nothing speaks for another.
pub(super) fn choose(files: &[FileOutcome], present: &Rc<Catalogue>, settings: &Settings) -> (Rc<Catalogue>, Era) {
    let (catalogue, era) = without_aliases(files, present, settings);
    let aliases = &settings.answers.aliases;
    if aliases.is_empty() {
        return (catalogue, era);
    }
    let known = aliases.iter().filter_map(|(name, unit)| Some((name.clone(), UnitId::new(unit)?)));
    // A name matched to a unit of another era says nothing in this one.
    let (named, _) = catalogue.with_aliases(&known.collect());
    (Rc::new(named), era)
}

fn without_aliases(files: &[FileOutcome], present: &Rc<Catalogue>, settings: &Settings) -> (Rc<Catalogue>, Era) {
    if let Some(own) = settings.own_in_use() {
        return (Rc::clone(own), Era::Own);
    }
    let shared = |catalogue: Catalogue| if catalogue == **present { Rc::clone(present) } else { Rc::new(catalogue) };
    if let Some(chosen) = settings.catalogue.as_deref().and_then(Catalogue::by_id) {
        return (shared(chosen), Era::Chosen);
    }
    if SHIPPED.iter().all(|shipped| shipped.id != present.id) {
        return (Rc::clone(present), Era::Own);
    }
    let tables = || files.iter().flat_map(FileOutcome::tables).map(|file| &*file.table);
    let known = |catalogue: &Catalogue| tables().map(|table| known(table, catalogue)).sum::<usize>();
    if let Some(period) = period(&tables) {
        let own = Catalogue::for_day(period.to);
        // “Năm 2025” holds days of three eras: its last day decides only where the names do not.
        let is_of_eras = period.from.year() == period.to.year() && !own.covers(period.from);
        let within = Catalogue::all().into_iter().filter(|other| is_of_eras && other.valid_to >= Some(period.from));
        let earlier = within.max_by_key(|other| known(other)).filter(|other| known(other) > known(&own));
        return (shared(earlier.cloned().unwrap_or(own)), Era::ByPeriod);
    }
    // Without a table no name speaks for any: the others need not be read.
    if tables().next().is_none() {
        return (Rc::clone(present), Era::ByNames);
    }
    // Of catalogues that know as many, the one of the days on which dossiers were received, or that a title names.
    let of_days = tables().filter_map(|table| last_received(table).or_else(|| last_named(table))).max();
    let of_days = of_days.map(|day| Catalogue::for_day(day).id);
    let best = Catalogue::all().into_iter().rev().max_by_key(|catalogue| {
        let is_of_days = of_days.as_ref().is_some_and(|id| *id == catalogue.id);
        (known(catalogue), is_of_days, catalogue.id == present.id)
    });
    (best.map_or_else(|| Rc::clone(present), |catalogue| shared(catalogue.clone())), Era::ByNames)
}

/// The period that ends last, whose figures go before those of earlier ones; of several that end on one day the longest.
fn period<'table, Tables: Iterator<Item = &'table TableRead>>(tables: &impl Fn() -> Tables) -> Option<Period> {
    let last =
        |of: fn(&TableRead) -> Option<Period>| tables().filter_map(of).max_by_key(|own| (own.to, Reverse(own.from)));
    last(|table| table.period).or_else(|| last(|table| table.copies_period))
}

/// The last day of a title that names no period.
fn last_named(table: &TableRead) -> Option<Day> {
    let notices = table.notices.sorted();
    let unreadable = notices.iter().filter(|notice| notice.code == NoticeCode::PeriodUnreadable);
    let days = unreadable.flat_map(|notice| &notice.seen).filter_map(|seen| last_day(&seen.found));
    // What lasts until now may have outlasted its era.
    let is_known = |(day, is_end): &(Day, bool)| *is_end || Catalogue::for_day(*day).valid_to.is_none();
    days.filter(is_known).map(|(day, _)| day).max()
}

/// The rows of a table that name units of its own era, where the report is of a later one and has other units under the same
/// names. They are not joined to those.
pub(super) fn of_earlier_era(
    table: &TableRead,
    catalogue: &Catalogue,
    era: Era,
) -> Option<(Vec<Observation>, Vec<Observation>)> {
    let period = table
        .period
        .or(table.copies_period)
        .filter(|own| era == Era::ByPeriod && catalogue.valid_from > Some(own.to))?;
    let own = Catalogue::for_day(period.to);
    let is_in = |catalogue: &Catalogue, unit: Option<&Unit>| unit.is_none_or(|unit| catalogue.unit(&unit.id).is_some());
    let is_earlier = |row: &&Observation| {
        let unit = |of: &'_ Catalogue| of.find_code(&row.code).or_else(|| of.certain(&row.name, row.group)).cloned();
        !is_in(catalogue, unit(&own).as_ref()) || !is_in(&own, unit(catalogue).as_ref())
    };
    let (earlier, joined) = table.observations.iter().cloned().partition(|row| is_earlier(&row));
    Some((earlier, joined))
}

/// Tells a row of an earlier era with its figures.
pub(super) fn tell_earlier(row: &Observation, source: &Source, notices: &mut Notices) {
    let figures: Vec<String> =
        row.values.iter().map(|(field, value)| format!("{} {}", field.label(), field.print(value))).collect();
    let found = format!("{}, đơn vị trước khi sắp xếp: {}", row.name, figures.join(", "));
    notices.add(NoticeCode::FigureOfEarlierPeriod, &source.unit(row), &found);
}

/// The last day of receipt among the first dossiers of a list; of the others no day is kept.
fn last_received(table: &TableRead) -> Option<Day> {
    let at = table.map.index(Field::ReceivedAt).filter(|_| table.map.is_of_dossiers())?;
    let day = |row: &Vec<String>| match moment(row.get(at)?) {
        Some(Moment::Day(day)) => Some(day),
        _ => None,
    };
    table.preview.iter().filter_map(day).max()
}

/// Tells of a catalogue that the period or an officer has chosen, while another one knows more of the names: a slip of the keys in
/// a year names units that there were not, or were no more.
pub(super) fn tell(report: &Report, notices: &mut Notices) {
    tell_undated(report, notices);
    if report.unmatched.is_empty() {
        return;
    }
    let tables = || report.tables().map(|file| (file, &*file.table));
    let names = |catalogue: &Catalogue| tables().map(|(_, table)| known(table, catalogue)).sum::<usize>();
    let chosen = &report.catalogue;
    let by = match report.era {
        Era::ByPeriod => report.period.or(report.copies_period).map(|period| format!("kỳ {}", period.printed())),
        Era::Chosen => Some("thiết lập".to_owned()),
        Era::Own | Era::ByNames => None,
    };
    let known = names(chosen);
    let best = Catalogue::all().into_iter().rev().max_by_key(|catalogue| names(catalogue));
    let (Some(by), Some(best)) = (by, best.filter(|best| names(best) > known)) else { return };
    let of_period = tables().find(|(_, table)| table.period.or(table.copies_period).is_some());
    let place = of_period.filter(|_| report.era == Era::ByPeriod).map_or_else(settings_place, |(file, _)| file.place());
    let found = format!("{by}: {} khớp {known} tên, {} khớp {} tên", chosen.id, best.id, names(best));
    notices.add(NoticeCode::EraDoubtful, &place, &found);
}

/// Tells of names that mean units of one era or of another, where no file says when its figures are from, and of those that
/// are of another era than the days that it names.
fn tell_undated(report: &Report, notices: &mut Notices) {
    let tables = || report.tables().map(|file| &*file.table);
    let Some(file) = report.tables().next().filter(|_| report.era == Era::ByNames) else { return };
    let own = &*report.catalogue;
    let names = |catalogue: &Catalogue| tables().map(|table| known(table, catalogue)).sum::<usize>();
    let differs = |other: &&Catalogue| {
        let mut rows = tables().flat_map(|table| &table.observations);
        let unit = |of: &Catalogue, row: &Observation| of.certain(&row.name, row.group).map(|unit| unit.name.clone());
        names(other) == names(own) && rows.any(|row| unit(other, row) != unit(own, row))
    };
    let all = Catalogue::all();
    let (by, other) = match tables().filter_map(last_named).max() {
        Some(day) if own.covers(day) => return,
        Some(day) => (format!("ngày {}", day.printed()), all.into_iter().find(|other| other.covers(day))),
        // A list's days are not kept in a session, which has to say what the list has said.
        None if tables().any(|table| table.dossiers.is_some()) => return,
        None => ("không rõ kỳ".to_owned(), all.into_iter().rev().find(differs)),
    };
    if let Some(other) = other {
        let found = format!("{by}: {} khớp {} tên, {} khớp {} tên", own.id, names(own), other.id, names(other));
        notices.add(NoticeCode::EraDoubtful, &file.place(), &found);
    }
}

/// How many rows of a table name a unit of a catalogue.
fn known(table: &TableRead, catalogue: &Catalogue) -> usize {
    let rows = table.observations.iter().filter(|row| catalogue.knows(&row.name)).count();
    rows + table.dossiers.iter().flat_map(Ledger::names).filter(|name| catalogue.knows(name)).count()
}
