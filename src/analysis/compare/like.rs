//! Which periods may be held against each other: month and month, quarter and quarter, sums since the same day.

use super::Snapshot;
use crate::domain::Day;
use crate::domain::Period;
use crate::units::SHIPPED;

/// Loại kỳ: what kind of period it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// So many whole months: 1, 3, 6, 9, 12.
    Months(u32),
    /// Another number of days.
    Days(u32),
}

/// The periods of two snapshots that may be held against each other: those of their percentages, else those of their copies.
pub(super) fn of_one_kind(one: &Snapshot, other: &Snapshot) -> Option<(Period, Period)> {
    let rates = one.period.zip(other.period);
    rates.or_else(|| one.copies_period.zip(other.copies_period))
}

/// Vì sao không so được: why an earlier period is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unlike {
    /// It is of another kind.
    Kind,
    /// It ends no earlier than the present one.
    NotEarlier,
    /// It overlaps the present one and does not begin with it.
    Overlaps,
}

impl Unlike {
    pub(super) fn sentence(self, present: &Snapshot, earlier: &Snapshot) -> String {
        let periods = of_one_kind(present, earlier).or_else(|| present.any_period().zip(earlier.any_period()));
        let print = |period: Option<Period>| period.map_or("không rõ".to_owned(), Period::printed);
        let (now, before) = (print(periods.map(|(now, _)| now)), print(periods.map(|(_, before)| before)));
        match self {
            Self::Kind => format!(
                "Kỳ {before} khác loại với kỳ này ({now}), nên không so: chỉ so tháng với tháng, quý với quý, lũy kế với lũy kế cùng ngày bắt đầu. Hãy chọn tệp của kỳ cùng loại."
            ),
            Self::NotEarlier => format!(
                "Kỳ {before} không trước kỳ này ({now}), nên không so. Hãy kiểm tra đã chọn đúng tệp của kỳ trước chưa."
            ),
            Self::Overlaps => format!(
                "Kỳ {before} chồng lên kỳ này ({now}) mà không cùng ngày bắt đầu, nên không so. Hãy chọn tệp của kỳ liền trước."
            ),
        }
    }
}

/// The kind of a period in words: `tháng`, `quý`, `6 tháng`, `năm`, `45 ngày`.
#[must_use]
pub fn kind_of_period(period: Period) -> String {
    match kind(period) {
        Kind::Months(1) => "tháng".to_owned(),
        Kind::Months(3) => "quý".to_owned(),
        Kind::Months(12) => "năm".to_owned(),
        Kind::Months(months) => format!("{months} tháng"),
        Kind::Days(days) => format!("{days} ngày"),
    }
}

pub(super) fn kind(period: Period) -> Kind {
    let (from, to) = (period.from, period.to);
    // The day after the last of a month is a first.
    if from.day() == 1 && to.next().is_none_or(|next| next.day() == 1) {
        let months = u32::from(to.year()) * 12 + u32::from(to.month()) - u32::from(from.year()) * 12;
        return Kind::Months(months - u32::from(from.month()) + 1);
    }
    Kind::Days(period.days())
}

/// Why an earlier period cannot be held against the present one; `None` when it can, or when one of them is not known.
pub(super) fn unlike(present: &Snapshot, earlier: &Snapshot) -> Option<Unlike> {
    let (now, before) = (present.any_period()?, earlier.any_period()?);
    let Some((now, before)) = of_one_kind(present, earlier) else {
        // Of the percentages of one and the copies of the other only the order is known.
        return (before.to >= now.to).then_some(Unlike::NotEarlier);
    };
    if before.to >= now.to {
        return Some(Unlike::NotEarlier);
    }
    if now.from == before.from {
        return None; // sums since the same day
    }
    if before.to >= now.from {
        return Some(Unlike::Overlaps);
    }
    let same = match (kind(now), kind(before)) {
        (Kind::Months(now), Kind::Months(before)) => now == before,
        // Weeks and the like: a day more or less is the same kind.
        (Kind::Days(now), Kind::Days(before)) => now.abs_diff(before) <= 1,
        _ => false,
    };
    (!same).then_some(Unlike::Kind)
}

/// What certified copies were counted over.
#[derive(Clone, Copy)]
enum Over {
    Days(Period),
    /// From a day that nobody says until now.
    ToDate,
}

impl Over {
    /// As far as the header of the copies says; `None` where it says nothing.
    fn said(snapshot: &Snapshot) -> Option<Self> {
        let words = || {
            if snapshot.copies_to_date? { Some(Self::ToDate) } else { snapshot.period.map(Self::Days) }
        };
        snapshot.copies_period.map(Self::Days).or_else(words)
    }

    fn is_like(self, other: Self) -> bool {
        match (self, other) {
            (Self::Days(own), Self::Days(other)) => own.from == other.from || kind(own) == kind(other),
            (Self::ToDate, Self::ToDate) => true,
            _ => false,
        }
    }

    fn printed(self) -> String {
        match self {
            Self::Days(period) => period.printed(),
            Self::ToDate => "lũy kế, không ghi từ ngày nào".to_owned(),
        }
    }
}

/// What the certified copies of both were counted over, where that is not like, as far as files say.
pub(super) fn copies_unlike(present: &Snapshot, earlier: &Snapshot) -> Option<(String, String)> {
    let (now, before) = (Over::said(present)?, Over::said(earlier)?);
    (!now.is_like(before)).then(|| (now.printed(), before.printed()))
}

/// The day since which the copies of both were counted, each up to a later one than the other's: such a count only grows.
pub(super) fn copies_since(present: &Snapshot, earlier: &Snapshot) -> Option<Day> {
    let days = |snapshot: &Snapshot| match Over::said(snapshot)? {
        Over::Days(period) => Some(period),
        Over::ToDate => None,
    };
    let (now, before) = (days(present)?, days(earlier)?);
    (now.from == before.from && now.to >= before.to).then_some(now.from)
}

/// What the copies of one were counted over, where those of the other do not say and may be of another kind.
pub(super) fn copies_unsaid(present: &Snapshot, earlier: &Snapshot) -> Option<String> {
    let (said, silent) = match (Over::said(present), Over::said(earlier)) {
        (Some(said), None) => (said, earlier),
        (None, Some(said)) => (said, present),
        _ => return None,
    };
    let is_like = silent.period.is_some_and(|period| said.is_like(Over::Days(period)));
    (!is_like).then(|| said.printed())
}

/// Two periods that begin on one day and are not one kind, where each may be a period of its own: a quarter and its first
/// month. Ten months and nine are sums since that day and nothing else.
pub(super) fn of_one_begin(present: &Snapshot, earlier: &Snapshot) -> Option<(Period, Period)> {
    let both = of_one_kind(present, earlier).filter(|(now, before)| now.from == before.from)?;
    let is_own = |period: Period| matches!(kind(period), Kind::Months(1 | 3 | 6 | 12));
    Some(both).filter(|(now, before)| now != before && is_own(*now) && is_own(*before))
}

/// The first catalogue of Lào Cai as one province with Yên Bái, and its first day.
const MERGED: &str = "laocai-2025";
const MERGED_ON: (u16, u8, u8) = (2025, 7, 1);

/// Whether the provincial figures of both are of one province. Where neither a catalogue that ships nor a period says when one
/// was taken, nothing speaks against it.
pub(super) fn of_one_province(present: &Snapshot, earlier: &Snapshot) -> bool {
    is_merged(present).zip(is_merged(earlier)).is_none_or(|(now, before)| now == before)
}

/// Whether a snapshot is of the merged province: by its catalogue; where that is an office's own, by its last day.
fn is_merged(snapshot: &Snapshot) -> Option<bool> {
    let place = |id: &str| SHIPPED.iter().position(|shipped| shipped.id == id);
    if let Some(own) = place(&snapshot.catalogue) {
        return Some(Some(own) >= place(MERGED));
    }
    let (year, month, day) = MERGED_ON;
    snapshot.any_period().zip(Day::new(year, month, day)).map(|(period, first)| period.to >= first)
}

/// Whether a period is missing between two that follow each other. Sums since one day have no gap, unknown periods no
/// known one.
pub(super) fn gap(earlier: &Snapshot, later: &Snapshot) -> bool {
    of_one_kind(earlier, later).is_some_and(|(before, after)| parted(before, after))
}

/// Whether two periods are known to be on end: one follows the other at once, or both are sums since one day.
pub(super) fn on_end(earlier: &Snapshot, later: &Snapshot) -> bool {
    of_one_kind(earlier, later).is_some_and(|(before, after)| !parted(before, after))
}

/// The same of two periods.
pub(super) fn parted(before: Period, after: Period) -> bool {
    before.from != after.from && before.to.next() != Some(after.from)
}
