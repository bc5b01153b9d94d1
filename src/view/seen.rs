//! Which units the table shows: those of the group, or of an own group ranked among themselves, less what is filtered out.

use super::Noted;
use super::ViewOptions;
use crate::analysis::OwnGroup;
use crate::analysis::Report;
use crate::analysis::UnitResult;
use crate::ranking::rank;
use crate::text::fold;

/// Các đơn vị trong bảng.
pub(super) struct Seen<'report> {
    /// The own group shown, if any.
    pub(super) own: Option<&'report OwnGroup>,
    /// The units with their ranks among the whole group.
    pub(super) units: Vec<(&'report UnitResult, Option<u32>)>,
    /// How many the group has before filtering.
    pub(super) of: usize,
    /// The ranks of all of them.
    ranks: Vec<u32>,
}

impl<'report> Seen<'report> {
    pub(super) fn of(report: &'report Report, options: &ViewOptions) -> Self {
        let looking = &options.looking;
        let chosen = looking.own_group.as_deref();
        let own = report.settings.groups.iter().find(|group| Some(group.name.as_str()) == chosen);
        let all: Vec<(&UnitResult, Option<u32>)> = match own {
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
        let ranks = all.iter().filter_map(|(_, rank)| *rank).collect();
        let name = fold(&looking.name);
        let units = all.into_iter().filter(|(unit, _)| has(unit, looking.note) && called(unit, &name)).collect();
        Self { own, units, of, ranks }
    }

    /// The name of the group.
    pub(super) fn label(&self, report: &Report) -> String {
        self.own.map_or_else(|| report.group().label().to_owned(), |own| format!("nhóm riêng «{}»", own.name))
    }

    /// Whether others of the group, shown or not, have the same rank.
    pub(super) fn is_tied(&self, rank: Option<u32>) -> bool {
        self.ranks.iter().filter(|own| Some(**own) == rank).count() > 1
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

/// Whether any spelling of the unit's name holds these folded letters.
fn called(unit: &UnitResult, folded: &str) -> bool {
    let names = [&unit.name, &unit.short, &unit.written];
    folded.is_empty() || names.into_iter().any(|name| fold(name).contains(folded))
}
