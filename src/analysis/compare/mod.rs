//! A report held against earlier periods: what changed, who entered and left each list, how long a note has lasted. Only
//! like periods are held against each other; what breaks a series is said and not bridged.

mod breaks;
mod like;
mod reconcile;
mod succession;

pub use like::Unlike;
pub use like::kind_of_period;
pub use reconcile::Difference;
pub use reconcile::Reconciled;
pub use reconcile::reconcile;
pub use succession::Successor;
pub use succession::Sum;

use super::Report;
use super::Snapshot;
use super::SnapshotLimits;
use super::SnapshotRule;
use super::SnapshotUnit;
use super::UnitResult;
use super::past::ALIKE;
use crate::domain::Decimal;
use crate::domain::Group;
use crate::domain::Map;
use crate::domain::Percent;
use crate::domain::Period;
use crate::domain::Set;
use crate::domain::sort_by_key;
use crate::units::UnitId;

/// Vào, ra danh sách: where a unit stands in the list of one note now and before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// It is marked now and was not.
    Entered,
    /// It was marked and is not.
    Left,
    /// It was marked and is.
    Stayed,
    /// It was not marked and is not.
    Out,
    /// One of the two periods has no figure of it.
    Unknown,
}

impl Listed {
    /// The stable word for scripts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Entered => "entered",
            Self::Left => "left",
            Self::Stayed => "stayed",
            Self::Out => "out",
            Self::Unknown => "unknown",
        }
    }

    const fn of(before: Option<bool>, now: Option<bool>) -> Self {
        match (before, now) {
            (Some(false), Some(true)) => Self::Entered,
            (Some(true), Some(false)) => Self::Left,
            (Some(true), Some(true)) => Self::Stayed,
            (Some(false), Some(false)) => Self::Out,
            _ => Self::Unknown,
        }
    }
}

/// Thay đổi của một đơn vị: one unit now and in the period before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The unit.
    pub id: UnitId,
    /// Its percentage in the period before.
    pub percent_before: Option<Percent>,
    /// Percentage points more than before; `None` where the two are no series.
    pub percent_change: Option<Decimal>,
    /// Its rank in the period before; `None` also where a table that rounds further than this one leaves several.
    pub rank_before: Option<u32>,
    /// How many units of its group were ranked then.
    pub ranked_before: usize,
    /// Ranks climbed since: 2 from fifth to third.
    pub ranks_climbed: Option<i64>,
    /// Its certified copies in the period before.
    pub copies_before: Option<u64>,
    /// Copies more than before; `None` where the two are no series.
    pub copies_change: Option<i64>,
    /// Where it stands in the list of its percentage.
    pub percent_listed: Listed,
    /// Where it stands in the list of its copies.
    pub copies_listed: Listed,
    /// For how many periods on end, this one included, its percentage has borne a note.
    pub percent_streak: u32,
    /// For how many periods on end, this one included, its copies have borne a note.
    pub copies_streak: u32,
    /// Its percentages, the earliest period first, this one last; beside [`Comparison::periods`].
    pub history: Vec<Option<Percent>>,
}

/// Kỳ được so: one period of the series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodUsed {
    /// The file it comes from; empty for this report.
    pub name: String,
    /// The period, as far as known.
    pub period: Option<Period>,
    /// Whether its figures were still running.
    pub provisional: bool,
    /// Its provincial percentage.
    pub province: Option<Percent>,
}

/// So với kỳ trước: a report held against earlier periods.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The periods of the series, the earliest first, this report last.
    pub periods: Vec<PeriodUsed>,
    /// The earlier files that were not used, each with the sentence that says why.
    pub refused: Vec<(String, String)>,
    /// What breaks the series, in sentences.
    pub breaks: Vec<String>,
    /// The units of this report, in its order.
    pub changes: Vec<Change>,
    /// The provincial percentage less the one before; `None` also where the two are not of one province.
    pub province_change: Option<Decimal>,
    /// Units of the period before that have no counterpart now, each with its successors.
    pub gone: Vec<Successor>,
    /// Counts of communes that together are a unit of the period before.
    pub sums: Vec<Sum>,
}

impl Comparison {
    /// The period that this one is held against.
    #[must_use]
    pub fn before(&self) -> Option<&PeriodUsed> {
        self.periods.len().checked_sub(2).and_then(|at| self.periods.get(at))
    }

    /// The period that this one is held against, where others lie between the two.
    #[must_use]
    pub fn far(&self) -> Option<Period> {
        let [.., before, now] = self.periods.as_slice() else { return None };
        before.period.zip(now.period).filter(|(before, now)| like::parted(*before, *now)).map(|(before, _)| before)
    }
}

/// Holds a report against earlier periods, in whatever order they come.
#[must_use]
pub fn compare(report: &Report, earlier: &[Snapshot]) -> Comparison {
    let present = Snapshot::of(report, "");
    let mut comparison = Comparison::default();
    let mut usable: Vec<&Snapshot> = Vec::new();
    for snapshot in earlier {
        if !snapshot.has_figures() {
            comparison.refused.push((snapshot.name.clone(), breaks::NO_FIGURES.to_owned()));
            continue;
        }
        match like::unlike(&present, snapshot) {
            Some(reason) => {
                let mut sentence = reason.sentence(&present, snapshot);
                // The month that is sought may stand in another table of the file.
                let beside = |told: &&String| ALIKE.iter().any(|code| told.contains(code.seen()));
                for told in snapshot.told.iter().filter(beside) {
                    sentence = format!("{sentence} {told}");
                }
                comparison.refused.push((snapshot.name.clone(), sentence));
            }
            None => usable.push(snapshot),
        }
    }
    // Without a period the order in which the files were chosen is all there is.
    sort_by_key(&mut usable, |snapshot| snapshot.any_period().map(|period| (period.to, period.from)));
    let Some(&before) = usable.last() else { return comparison };
    comparison.breaks = breaks::breaks(&present, &usable);
    let used = |snapshot: &Snapshot| PeriodUsed {
        name: snapshot.name.clone(),
        period: snapshot.any_period(),
        provisional: snapshot.provisional,
        province: snapshot.province.percent,
    };
    comparison.periods = usable.iter().map(|snapshot| used(snapshot)).chain([used(&present)]).collect();
    let provinces = before.province.percent.zip(present.province.percent);
    let rounding = Rounding::of(&present, before);
    comparison.province_change = provinces
        .filter(|_| like::of_one_province(&present, before))
        .and_then(|(before, now)| rounding.points(now, before));
    let same_sets = same_sets(&present, before);
    for unit in &report.units {
        comparison.changes.push(change(unit, &present, &usable, &same_sets, rounding));
    }
    (comparison.gone, comparison.sums) = succession::gone(report, before);
    comparison
}

/// The groups in which the same units are ranked now and before: only there a rank moved.
fn same_sets(present: &Snapshot, before: &Snapshot) -> Map<Group, bool> {
    let ranked = |snapshot: &Snapshot, group: Group| -> Set<UnitId> {
        let of_group = snapshot.units.iter().filter(|unit| unit.group == group && unit.rank.is_some());
        of_group.map(|unit| succession::now(&unit.id, &snapshot.catalogue, &present.catalogue)).collect()
    };
    Group::ALL.into_iter().map(|group| (group, ranked(present, group) == ranked(before, group))).collect()
}

fn change(
    unit: &UnitResult,
    present: &Snapshot,
    usable: &[&Snapshot],
    same_sets: &Map<Group, bool>,
    rounding: Rounding,
) -> Change {
    let own = |snapshot: &'_ Snapshot| succession::before(&unit.id, snapshot, &present.catalogue).cloned();
    let earlier: Vec<Option<SnapshotUnit>> = usable.iter().map(|snapshot| own(snapshot)).collect();
    let before = earlier.last().cloned().flatten();
    let last = usable.last();
    let now = unit.percent.as_ref().map(|given| given.value);
    let one_series = |before: &SnapshotUnit| same_formula(before, unit.total.version.as_deref());
    let percent_before = before.as_ref().and_then(|before| before.percent);
    let rank_before = before.as_ref().and_then(|before| before.certain_rank(rounding.earlier));
    let comparable = before.as_ref().filter(|before| one_series(before));
    let copies_like = last.is_some_and(|last| like::copies_unlike(present, last).is_none());
    let copies_before = before.as_ref().and_then(|before| before.certified_copies);
    let copies = unit.copies.as_ref().map(|given| given.value);
    let known = |value: bool, note: bool| value.then_some(note);
    let was = |note: fn(&SnapshotUnit) -> (bool, bool)| {
        before.as_ref().and_then(|before| {
            let (value, note) = note(before);
            known(value, note)
        })
    };
    let history = earlier
        .iter()
        .map(|before| before.as_ref().filter(|before| one_series(before))?.percent)
        .chain([now])
        .collect();
    Change {
        id: unit.id.clone(),
        percent_before,
        percent_change: comparable.and_then(|before| rounding.points(now?, before.percent?)),
        rank_before,
        ranked_before: before.as_ref().zip(last).map_or(0, |(before, last)| {
            last.units.iter().filter(|unit| unit.group == before.group && unit.rank.is_some()).count()
        }),
        ranks_climbed: comparable
            .filter(|_| same_sets.get(&unit.group) == Some(&true))
            .and_then(|_| Some(i64::from(rank_before?) - i64::from(unit.rank?))),
        copies_before,
        copies_change: copies_before
            .zip(copies)
            .filter(|_| copies_like)
            .and_then(|(before, now)| i64::try_from(now).ok()?.checked_sub(i64::try_from(before).ok()?)),
        percent_listed: Listed::of(
            was(|before| (before.percent.is_some(), before.percent_note.is_some())),
            known(now.is_some(), unit.percent_note.is_some()),
        ),
        copies_listed: Listed::of(
            was(|before| (before.certified_copies.is_some(), before.copies_note.is_some())).filter(|_| copies_like),
            known(copies.is_some(), unit.copies_note.is_some()),
        ),
        percent_streak: streak(unit.percent_note.is_some(), present, usable, &earlier, |_, unit| {
            unit.percent_note.is_some()
        }),
        copies_streak: streak(unit.copies_note.is_some(), present, usable, &earlier, |snapshot, unit| {
            unit.copies_note.is_some() && like::copies_unlike(present, snapshot).is_none()
        }),
        history,
    }
}

/// How the percentages of two periods are rounded.
#[derive(Clone, Copy)]
struct Rounding {
    /// The decimals of the one that has fewer; `None` where both have as many.
    places: Option<u32>,
    /// Whether that is the earlier one.
    earlier: bool,
}

impl Rounding {
    fn of(present: &Snapshot, before: &Snapshot) -> Self {
        let (own, theirs) = (present.decimals(), before.decimals());
        Self { places: (own != theirs).then_some(own.min(theirs)), earlier: theirs < own }
    }

    /// Whether rounding alone may make these two differ.
    fn hides(self, now: Percent, was: Percent) -> bool {
        let alike = |places| now.rounded(places) == was.rounded(places);
        self.places.is_some_and(alike) && now.less(was) != Some(Decimal::default())
    }

    /// Percentage points from then up to now; `None` where rounding hides them.
    fn points(self, now: Percent, was: Percent) -> Option<Decimal> {
        now.less(was).filter(|_| !self.hides(now, was))
    }
}

/// Whether two percentages come from one formula; what an old export does not say is taken as it stands.
fn same_formula(before: &SnapshotUnit, now: Option<&str>) -> bool {
    before.total.formula_version.as_deref().is_none_or(|before| now.is_none_or(|now| now == before))
}

/// For how many periods on end a note has stood, from the present one backwards. A period that is missing between two ends
/// the count, and so do days that nobody knows and a unit without a figure.
fn streak(
    now: bool,
    present: &Snapshot,
    usable: &[&Snapshot],
    earlier: &[Option<SnapshotUnit>],
    noted: impl Fn(&Snapshot, &SnapshotUnit) -> bool,
) -> u32 {
    if !now {
        return 0;
    }
    let mut later = present;
    let mut streak = 1;
    for (snapshot, unit) in usable.iter().zip(earlier).rev() {
        if !like::on_end(snapshot, later) || !unit.as_ref().is_some_and(|unit| noted(snapshot, unit)) {
            break;
        }
        streak += 1;
        later = snapshot;
    }
    streak
}

#[cfg(test)]
mod tests;
