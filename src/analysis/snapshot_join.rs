//! Earlier periods that came in several files or twice, each once: departments and districts of one month are one period.

use super::Noted;
use super::Snapshot;
use super::SnapshotUnit;
use super::of_when::DAYS_AFTER;
use crate::domain::Day;
use crate::domain::Group;
use crate::domain::Percent;
use crate::domain::Period;
use crate::domain::sort_by_key;
use crate::ranking::rank;
use crate::text::numbers::print_count;
use crate::text::numbers::print_exact_percent;

impl Snapshot {
    /// The same periods, each once, in the order they are met; of a unit that stands twice in one what came last is kept.
    #[must_use]
    pub fn together(snapshots: Vec<Self>) -> Vec<Self> {
        let mut periods: Vec<Self> = Vec::new();
        for snapshot in snapshots {
            // What has nothing to compare is refused by itself, and not lost in another.
            if !snapshot.has_figures() {
                periods.push(snapshot);
                continue;
            }
            let same = periods.iter().position(|period| period.has_figures() && period.is_of_the_days_of(&snapshot));
            let mut others = (0..periods.len()).filter(|at| periods[*at].completes(&snapshot));
            // Where it could complete several, nobody says which.
            let completed = || others.next().filter(|_| others.next().is_none());
            match same.or_else(completed) {
                Some(at) => periods[at].join(snapshot),
                None => periods.push(snapshot),
            }
        }
        periods
    }

    /// Whether both are figures of the same days under one catalogue. Without days only a file of the same name is.
    pub(crate) fn is_of_the_days_of(&self, other: &Self) -> bool {
        self.catalogue == other.catalogue
            && match (self.any_period(), other.any_period()) {
                (None, None) => self.name == other.name,
                (own, other) => own == other,
            }
    }

    /// Whether one holds the percentages and the other the certified copies of one period, as two exports of a month do. Copies are
    /// often counted since an earlier day, up to one of the month or soon after it.
    fn completes(&self, other: &Self) -> bool {
        let rates = |snapshot: &Self| snapshot.units.iter().any(|unit| unit.percent.is_some());
        let copies = |snapshot: &Self| snapshot.units.iter().any(|unit| unit.certified_copies.is_some());
        let (of_rates, of_copies) = match [self, other].map(|snapshot| (rates(snapshot), copies(snapshot))) {
            [(true, false), (false, true)] => (self, other),
            [(false, true), (true, false)] => (other, self),
            _ => return false,
        };
        let fit = |rates: Period, copies: Period| {
            let soon = Day::from_serial(rates.to.serial() + DAYS_AFTER).unwrap_or(rates.to);
            (rates.from..=soon).contains(&copies.to)
        };
        self.catalogue == other.catalogue
            && of_rates.any_period().zip(of_copies.any_period()).is_none_or(|(rates, copies)| fit(rates, copies))
    }

    /// Whether a unit stands in both.
    pub(crate) fn shares_units(&self, other: &Self) -> bool {
        other.units.iter().any(|unit| self.unit(&unit.id).is_some())
    }

    pub(super) fn join(&mut self, mut later: Self) {
        let one_order = Group::ALL.map(|group| self.has_one_order(&later, group));
        // What a later file does not say of a unit an earlier one has said.
        let mut both = false;
        let mut told = std::mem::take(&mut self.told);
        told.extend(self.denied(&later));
        told.append(&mut later.told);
        later.told = told;
        for unit in &mut later.units {
            both |= self.unit(&unit.id).is_some_and(|before| unit.complete(before));
        }
        self.units.retain(|unit| later.unit(&unit.id).is_none());
        if self.units.is_empty() && !both {
            *self = later;
            return;
        }
        if self.name != later.name {
            self.name = format!("{}, {}", self.name, later.name);
        }
        self.told = later.told;
        self.period = later.period.or(self.period);
        self.copies_period = later.copies_period.or(self.copies_period);
        self.copies_to_date = later.copies_to_date.or(self.copies_to_date);
        self.provisional |= later.provisional;
        self.settings = later.settings;
        self.province.percent = later.province.percent.or(self.province.percent);
        self.units.extend(later.units);
        for (group, _) in Group::ALL.into_iter().zip(one_order).filter(|(_, one)| !one) {
            self.rank_again(group);
        }
        let place = |group: Group| Group::ALL.iter().position(|other| *other == group);
        sort_by_key(&mut self.units, |unit| (place(unit.group), unit.rank.unwrap_or(u32::MAX)));
    }

    /// Whether one of the two ranks all units of a group that either ranks, so that its ranks stand.
    fn has_one_order(&self, later: &Self, group: Group) -> bool {
        let ranked = |unit: &&SnapshotUnit| unit.group == group && unit.rank.is_some();
        let theirs = |unit: &SnapshotUnit| later.unit(&unit.id).is_some_and(|unit| unit.rank.is_some());
        !later.units.iter().any(|unit| ranked(&unit)) || self.units.iter().filter(ranked).all(theirs)
    }

    /// What a later file of the same days says otherwise: its own figures are used.
    fn denied(&self, later: &Self) -> Vec<String> {
        let differ = |what: &str, was: Option<String>, is: Option<String>| {
            is.zip(was).filter(|(is, was)| is != was).map(|(is, was)| format!("{what} {is} ≠ {was}"))
        };
        let rate = |was: Option<Percent>, is: Option<Percent>| {
            // A report in JSON has the hundredths alone.
            let other = was.zip(is).filter(|(was, is)| was.plain() != is.plain()).unzip();
            differ("tỷ lệ", other.0.map(print_exact_percent), other.1.map(print_exact_percent))
        };
        let say = |name: &str, found: Vec<String>| {
            let (found, is, was) = (found.join(", "), &later.name, &self.name);
            (!found.is_empty()).then(|| format!("{name}: {found}; dùng số của {is}, không dùng số của {was}."))
        };
        let unit = |own: &SnapshotUnit| {
            let before = self.unit(&own.id)?;
            let copies = [before, own].map(|unit| unit.certified_copies.map(print_count));
            let [was, is] = copies;
            let found = rate(before.percent, own.percent).into_iter().chain(differ("chứng thực", was, is));
            say(&own.name, found.collect())
        };
        let province = rate(self.province.percent, later.province.percent);
        let units = later.units.iter().filter_map(unit);
        say("Toàn tỉnh", province.into_iter().collect()).into_iter().chain(units).collect()
    }

    /// The ranks among all units of a group, whichever file they came in.
    fn rank_again(&mut self, group: Group) {
        let ranked = |unit: &&mut SnapshotUnit| unit.group == group && unit.rank.is_some();
        let mut units: Vec<&mut SnapshotUnit> = self.units.iter_mut().filter(ranked).collect();
        let percents: Vec<Option<Percent>> = units.iter().map(|unit| unit.percent).collect();
        for (unit, rank) in units.iter_mut().zip(rank(&percents)) {
            unit.rank = rank;
        }
        self.between(group);
    }
}

impl SnapshotUnit {
    /// Takes what it does not know from what was known before; says whether there was anything.
    fn complete(&mut self, before: &Self) -> bool {
        let rate = self.percent.is_none() && before.percent.is_some();
        let copies = self.certified_copies.is_none() && before.certified_copies.is_some();
        self.noted = noted((self, rate), (before, copies));
        if rate {
            self.percent = before.percent;
            self.percent_note.clone_from(&before.percent_note);
            (self.rank, self.rank_last) = (before.rank, before.rank_last);
            self.printed_rank = before.printed_rank;
            self.total = before.total.clone();
        }
        if copies {
            self.certified_copies = before.certified_copies;
            self.copies_note.clone_from(&before.copies_note);
        }
        rate || copies
    }
}

/// Whose notes those of a unit are that takes what it lacks from what was known before; those of no table stand as printed ones
/// do.
fn noted((own, rate): (&SnapshotUnit, bool), (before, copies): (&SnapshotUnit, bool)) -> Option<Noted> {
    let one = own.noted.or(before.noted)?;
    let of = |unit: &SnapshotUnit| unit.noted.unwrap_or(Noted { percent: true, copies: true, ..one });
    let (own, before) = (of(own), of(before));
    let percent = if rate { before.percent } else { own.percent };
    let copies = if copies { before.copies } else { own.copies };
    Some(Noted { is_ranked: own.is_ranked, percent, copies })
}
