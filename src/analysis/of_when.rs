//! Kỳ của số liệu: the periods that a report prints are those of the figures it uses, whatever other files say of theirs.

use super::GatheredFile;
use crate::columns::Field;
use crate::domain::Period;
use crate::domain::Set;
use crate::domain::sort_by_key;
use crate::figures::FiguresByUnit;
use crate::notices::NoticeCode;
use crate::notices::Notices;

/// How many days after the last of an index its copies may be counted up to, and still belong to it.
pub(super) const DAYS_AFTER: u32 = 15;

/// What a file says of when its figures of one kind are from.
struct Says<'file> {
    file: &'file GatheredFile,
    /// Its own period.
    own: Option<Period>,
    /// The period that it is counted in: of lists of dossiers the days of all of them.
    period: Option<Period>,
    /// Of how many units such figures of this file stand in the report.
    used: usize,
}

/// The periods of the percentages and of the certified copies; the latter is `None` where one title speaks of both. What
/// other files say otherwise is told.
pub(super) fn periods(
    files: &[&GatheredFile],
    figures: &FiguresByUnit,
    notices: &mut Notices,
) -> (Option<Period>, Option<Period>) {
    // Percentages lead where there are any: what is counted beside them may be of other days.
    let is_copies = |field| field == Field::CertifiedCopies;
    let is_rate = |field| matches!(field, Field::GroupPercent | Field::GroupPoints | Field::Component(..));
    let mut leading = places(figures, is_rate);
    if leading.is_empty() {
        leading = places(figures, |field| !is_copies(field));
    }
    let mut rates = says(files, &leading, |file| file.table.period);
    lists_together(&mut rates);
    let period = printed(&rates);
    tell(&rates, period, notices);
    let copies = says(files, &places(figures, is_copies), |file| {
        let counts = || file.table.observations.iter().any(|row| row.values.get(Field::CertifiedCopies).is_some());
        file.table.copies_period.or_else(|| file.table.period.filter(|_| counts()))
    });
    let of_copies = printed(&copies);
    tell(&copies, of_copies, notices);
    if let Some((rates, counted)) = period.zip(of_copies).filter(|(rates, copies)| is_apart(*rates, *copies))
        && let Some(says) = copies.iter().find(|says| says.period == of_copies)
    {
        let found = format!("chứng thực {}, số hóa {}", counted.printed(), rates.printed());
        notices.add(NoticeCode::PeriodsDiffer, &says.file.place(), &found);
    }
    let is_named = files.iter().any(|file| file.table.copies_period.is_some() && file.table.copies_period == of_copies);
    (period, of_copies.filter(|_| is_named || of_copies != period))
}

/// The files of an earlier period beside those of a later one, which has other figures of their units.
pub(super) fn earlier_files(notices: &Notices) -> Set<&str> {
    let earlier = notices.sorted().into_iter().filter(|notice| notice.code == NoticeCode::FigureOfEarlierPeriod);
    earlier.flat_map(|notice| &notice.seen).map(|seen| seen.place.file.as_str()).collect()
}

/// The file of each unit's first figure of a kind.
fn places(figures: &FiguresByUnit, is_meant: impl Fn(Field) -> bool) -> Vec<&str> {
    let of_unit = figures.iter().filter_map(|(_, own)| own.get(own.fields().find(|field| is_meant(*field))?));
    of_unit.map(|given| given.place.file.as_str()).collect()
}

fn says<'file>(
    files: &[&'file GatheredFile],
    places: &[&str],
    period: impl Fn(&GatheredFile) -> Option<Period>,
) -> Vec<Says<'file>> {
    let used = |file: &GatheredFile| places.iter().filter(|place| **place == file.name).count();
    let says = |file: &&'file GatheredFile| {
        let own = period(file);
        Says { file, own, period: own, used: used(file) }
    };
    files.iter().map(says).collect()
}

/// Dossiers of all lists are counted together: where the lists' days leave no gap, their counts are of all those days.
fn lists_together(all: &mut [Says]) {
    let is_list = |says: &&mut Says| says.file.table.dossiers.is_some() && says.own.is_some();
    let mut periods: Vec<Period> = all.iter_mut().filter(is_list).filter_map(|says| says.own).collect();
    sort_by_key(&mut periods, |period| period.from);
    let Some(&first) = periods.first() else { return };
    let whole = periods.into_iter().try_fold(first, |whole, next| {
        let adjoins = next.from <= whole.to || whole.to.next() == Some(next.from);
        Period::new(whole.from, whole.to.max(next.to)).filter(|_| adjoins)
    });
    if whole.is_some() {
        all.iter_mut().filter(is_list).for_each(|says| says.period = whole);
    }
}

/// The period of most of the figures used, of the first file where that is a tie; where none is used yet the first that is named.
fn printed(says: &[Says]) -> Option<Period> {
    let is_used = says.iter().any(|says| says.used > 0);
    let named = says.iter().filter(|says| says.period.is_some() && (says.used > 0 || !is_used));
    let weight =
        |of: &Says| -> usize { says.iter().filter(|other| other.period == of.period).map(|other| other.used).sum() };
    // The first of several that weigh the same.
    named.rev().max_by_key(|says| weight(says))?.period
}

/// Tells every file that names other days than those printed, unless it is an earlier period's and was told as such.
fn tell(says: &[Says], printed: Option<Period>, notices: &mut Notices) {
    let earlier: Set<String> = earlier_files(notices).iter().map(|name| (*name).to_owned()).collect();
    for says in says.iter().filter(|says| says.used > 0 || !earlier.contains(&says.file.name)) {
        if let Some((own, printed)) = says.own.zip(printed).filter(|(own, printed)| own != printed) {
            let found = format!("{} ≠ {}", own.printed(), printed.printed());
            notices.add(NoticeCode::PeriodsDiffer, &says.file.place(), &found);
        }
    }
}

/// Whether copies end on another day than the index beside them. Counted since long before and up to a little later, as
/// letters have it, they belong to it.
fn is_apart(rates: Period, copies: Period) -> bool {
    copies.to < rates.to || copies.to.serial() > rates.to.serial() + DAYS_AFTER
}
