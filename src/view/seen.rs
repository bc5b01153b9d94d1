//! Which units the table shows: those of the group, or of an own group ranked among themselves, less what is filtered out;
//! in which order, and which of them on the page of the table that is looked at.

use std::cmp::Ordering;

use super::Noted;
use super::SortKey;
use super::ViewOptions;
use super::paging::Part;
use crate::analysis::OwnGroup;
use crate::analysis::Report;
use crate::analysis::UnitResult;
use crate::domain::sort;
use crate::domain::sort_by;
use crate::ranking::rank;
use crate::text::collation_key;
use crate::text::fold;

/// A unit with its rank among those shown.
type Placed<'report> = (&'report UnitResult, Option<u32>);

/// The place of a name in a dictionary.
type NameKey = (Vec<u32>, Vec<u8>, String);

/// Các đơn vị trong bảng.
pub(super) struct Seen<'report> {
    /// The own group shown, if any.
    pub(super) own: Option<&'report OwnGroup>,
    /// The units with their ranks among the whole group.
    pub(super) units: Vec<Placed<'report>>,
    /// How many the group has before filtering.
    pub(super) of: usize,
    /// The ranks that several of all of them have, in their order.
    tied: Vec<u32>,
}

impl<'report> Seen<'report> {
    pub(super) fn of(report: &'report Report, options: &ViewOptions) -> Self {
        let looking = &options.looking;
        let chosen = looking.own_group.as_deref();
        let own = report.settings.groups.iter().find(|group| Some(group.name.as_str()) == chosen);
        let all: Vec<Placed> = match own {
            None => report.units_of(report.group()).map(|unit| (unit, unit.rank)).collect(),
            Some(group) => {
                let units: Vec<&UnitResult> =
                    report.units.iter().filter(|unit| group.units.contains(&unit.id)).collect();
                // Who is not ranked in his own group is not ranked here either.
                let percent =
                    |unit: &&UnitResult| unit.percent.as_ref().filter(|_| unit.rank.is_some()).map(|given| given.value);
                let percents: Vec<_> = units.iter().map(percent).collect();
                units.into_iter().zip(rank(&percents)).collect()
            }
        };
        let of = all.len();
        let tied = tied(all.iter().filter_map(|(_, rank)| *rank));
        let name = fold(&looking.name);
        let units =
            all.into_iter().filter(|(unit, _)| has(unit, looking.note) && called(report, unit, &name)).collect();
        Self { own, units, of, tied }
    }

    /// The name of the group.
    pub(super) fn label(&self, report: &Report) -> String {
        self.own.map_or_else(|| report.group().label().to_owned(), |own| format!("nhóm riêng «{}»", own.name))
    }

    /// Whether others of the group, shown or not, have the same rank.
    pub(super) fn is_tied(&self, rank: Option<u32>) -> bool {
        rank.is_some_and(|rank| self.tied.binary_search(&rank).is_ok())
    }

    /// The same, its units in the order of the table.
    pub(super) fn in_order(report: &'report Report, options: &ViewOptions) -> Self {
        let mut seen = Self::of(report, options);
        let name = |unit: &UnitResult| (options.sort == SortKey::Name).then(|| collation_key(&unit.short));
        // Keys of names are dear: made once.
        let mut keyed: Vec<(Option<NameKey>, Placed)> = seen.units.iter().map(|own| (name(own.0), *own)).collect();
        sort_by(&mut keyed, |(one_name, one), (other_name, other)| match (one_name, other_name) {
            (Some(one), Some(other)) if options.falling() => other.cmp(one),
            (Some(one), Some(other)) => one.cmp(other),
            _ => compare(*one, *other, options),
        });
        seen.units = keyed.into_iter().map(|(_, own)| own).collect();
        seen
    }

    /// Which of them stand on the page of the table that is looked at.
    pub(super) fn part(&self, options: &ViewOptions) -> Part {
        Part::of(self.units.len(), options.looking.page)
    }
}

/// The ranks that stand more than once.
fn tied(ranks: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut ranks: Vec<u32> = ranks.collect();
    sort(&mut ranks);
    ranks.chunk_by(|one, other| one == other).filter(|same| same.len() > 1).map(|same| same[0]).collect()
}

/// The order of two units; a unit without the figure sorted by stands last whichever way the order runs.
fn compare((one, rank): Placed, (other, other_rank): Placed, options: &ViewOptions) -> Ordering {
    let by = |one: Option<u64>, other: Option<u64>| match (one, other) {
        (Some(one), Some(other)) if options.falling() => other.cmp(&one),
        (Some(one), Some(other)) => one.cmp(&other),
        (one, other) => other.is_some().cmp(&one.is_some()),
    };
    let percent =
        |unit: &UnitResult| unit.percent.as_ref().map(|given| given.value.value().millionths().unsigned_abs());
    let copies = |unit: &UnitResult| unit.copies.as_ref().map(|given| given.value);
    match options.sort {
        SortKey::Rank | SortKey::Name => by(rank.map(u64::from), other_rank.map(u64::from)),
        SortKey::Percent => by(percent(one), percent(other)),
        SortKey::Copies => by(copies(one), copies(other)),
    }
}

fn has(unit: &UnitResult, note: Noted) -> bool {
    let (low, very_low) = (unit.percent_note.is_some(), unit.copies_note.is_some());
    match note {
        Noted::All => true,
        Noted::Any => low || very_low,
        Noted::Low => low,
        Noted::VeryLow => very_low,
        Noted::None => !low && !very_low,
        Noted::Unknown => unit.percent.is_none(),
    }
}

/// Whether any spelling of the unit's name holds these folded letters, any name it is listed under, or its initials.
fn called(report: &Report, unit: &UnitResult, folded: &str) -> bool {
    let holds = |name: &str| fold(name).contains(folded);
    let names = [&unit.name, &unit.short, &unit.written];
    folded.is_empty()
        || names.into_iter().any(|name| holds(name))
        || report.catalogue.unit(&unit.id).is_some_and(|listed| listed.names().any(holds))
        || are_initials(&unit.name, folded)
}

/// Fewer letters are the initials of too many.
const FEWEST: usize = 3;

/// Whether these letters are the initials of a name, or those behind the first ones, which say what kind of office it is:
/// `tnmt` of «Sở Tài nguyên và Môi trường».
fn are_initials(name: &str, folded: &str) -> bool {
    let name = fold(name);
    let initials: String =
        name.split(' ').filter(|word| *word != "va").filter_map(|word| word.chars().next()).collect();
    folded.len() >= FEWEST && initials.ends_with(folded)
}
