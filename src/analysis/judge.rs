//! Figures per unit → results: points and percentage by the formula, rank within the group, notes by the rules, what is
//! lacking, and whom each relative rule would flag.

use super::Preview;
use super::Settings;
use super::UnitResult;
use super::given_notes::Notes;
use crate::columns::Field;
use crate::components;
use crate::components::Score;
use crate::components::Total;
use crate::domain::Aspect;
use crate::domain::Component;
use crate::domain::Group;
use crate::domain::Percent;
use crate::domain::sort_by_key;
use crate::figures::Figures;
use crate::figures::FiguresByUnit;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::ranking::rank;
use crate::text::numbers::print_decimal;
use crate::text::numbers::print_exact_percent;
use crate::units::Catalogue;
use crate::units::Unit;
use crate::warnings::Compare;
use crate::warnings::Facts;
use crate::warnings::RELATIVE;
use crate::warnings::Relative;
use crate::warnings::Thresholds;
use crate::warnings::Warning;
use crate::warnings::count_very_low;
use crate::warnings::rate_low;

/// How far the points of a component may lie from those its formula computes, in millionths: both are rounded to
/// hundredths.
const POINTS_TOLERANCE: u64 = 10_000;

/// The same where points are printed to a tenth.
const TENTH_TOLERANCE: u64 = 55_000;

/// The units seen, by group and rank, and what each relative rule would do. `of_all` holds what the rules look at beyond
/// one group.
pub(super) fn judge(
    figures: &FiguresByUnit,
    catalogue: &Catalogue,
    settings: &Settings,
    of_all: &Facts,
    notices: &mut Notices,
) -> (Vec<UnitResult>, Vec<Preview>) {
    let notes_given = Notes::given(&figures.iter().map(|(_, own)| own));
    let (mut results, mut previews) = (Vec::new(), Vec::new());
    for group in Group::ALL {
        // The catalogue's order is the order of units that tie, whatever the order of the rows.
        let seen: Vec<(usize, &Unit, &Figures)> = catalogue
            .units()
            .iter()
            .enumerate()
            .filter(|(_, unit)| unit.group == group)
            .filter_map(|(at, unit)| Some((at, unit, figures.of(&unit.id)?)))
            .collect();
        let tolerance = tolerance(seen.iter().map(|(_, _, own)| *own));
        let scored: Vec<Scored> = seen.iter().map(|(_, _, own)| Scored::of(own, settings)).collect();
        let ranked = |((_, unit, _), scored): (&(usize, &Unit, &Figures), &Scored)| {
            scored.total.percent.as_ref().filter(|_| unit.is_ranked()).map(|given| given.value)
        };
        let percents: Vec<_> = seen.iter().zip(&scored).map(ranked).collect();
        let ranked_copies = |(_, unit, own): &(usize, &Unit, &Figures)| {
            own.count(Field::CertifiedCopies).filter(|_| unit.is_ranked()).map(|given| given.value)
        };
        let facts = Facts {
            percents: percents.iter().copied().flatten().collect(),
            copies: seen.iter().filter_map(ranked_copies).collect(),
            ..of_all.clone()
        };
        let mut of_group: Vec<UnitResult> = rank(&percents)
            .into_iter()
            .zip(seen.iter().zip(scored))
            .map(|(rank, ((at, unit, own), scored))| {
                scored.check(settings, tolerance, notices);
                let mut result = result((*at, unit), own, scored, rank);
                weigh(&mut result, &facts, &settings.thresholds);
                tell(&result, &notes_given, &settings.thresholds, notices);
                result
            })
            .collect();
        sort_by_key(&mut of_group, |unit| unit.rank.unwrap_or(u32::MAX));
        if !of_group.is_empty() {
            let ranked = |unit: &&UnitResult| catalogue.unit(&unit.id).is_some_and(Unit::is_ranked);
            let of_group: Vec<&UnitResult> = of_group.iter().filter(ranked).collect();
            previews.extend(RELATIVE.iter().map(|card| preview(card, group, &of_group, &facts, settings)));
        }
        results.append(&mut of_group);
    }
    (results, previews)
}

/// Whom a relative rule flags in a group: with its value in force, else with the one suggested.
fn preview(
    card: &'static crate::warnings::RelativeCard,
    group: Group,
    units: &[&UnitResult],
    facts: &Facts,
    settings: &Settings,
) -> Preview {
    let set = settings.thresholds.relative.iter().find(|rule| rule.card == card);
    let rule = set.copied().unwrap_or_else(|| Relative::suggested(card));
    let limit = rule.limit(facts);
    let flagged = limit.iter().flat_map(|limit| {
        units.iter().filter(move |unit| {
            let of_percent = unit
                .percent
                .as_ref()
                .and_then(|given| rule.of_percent(given.value, *limit, settings.thresholds.compare));
            let of_copies = || unit.copies.as_ref().and_then(|given| rule.of_count(given.value, *limit));
            of_percent.or_else(of_copies).is_some()
        })
    });
    let flagged = flagged.map(|unit| unit.id.clone()).collect();
    Preview { rule, group, in_force: set.is_some(), flagged, limit }
}

/// How far the points of components may lie from those computed, in millionths, where all units print them so.
fn tolerance<'own>(units: impl Iterator<Item = &'own Figures>) -> u64 {
    let points = |own: &'own Figures| {
        Component::ALL.into_iter().filter_map(|component| own.get(Field::Component(component, Aspect::Points)))
    };
    let most = units.flat_map(points).map(|given| given.value.digits().2.len()).max();
    if most == Some(1) { TENTH_TOLERANCE } else { POINTS_TOLERANCE }
}

/// The components and the percentage of one unit.
pub(super) struct Scored {
    pub(super) scores: Vec<Score>,
    pub(super) total: Total,
}

impl Scored {
    pub(super) fn of(own: &Figures, settings: &Settings) -> Self {
        let formula = &settings.formula;
        let scores: Vec<Score> = components::ALL.iter().map(|card| components::score(card, own, formula)).collect();
        let total = components::total(own, &scores, formula);
        Self { scores, total }
    }

    /// Tells where what a file gives and what its own parts compute lie too far apart.
    fn check(&self, settings: &Settings, tolerance: u64, notices: &mut Notices) {
        for score in &self.scores {
            let apart = score.difference().filter(|apart| apart.millionths().unsigned_abs() > tolerance);
            if let (Some(given), Some(computed), Some(_)) = (&score.given, score.computed, apart) {
                let letter = score.card.component.letter();
                let found =
                    format!("thành phần {letter}: {} ≠ {}", print_decimal(given.value), print_decimal(computed));
                notices.add(NoticeCode::ComponentPointsDiffer, &given.place, &found);
            }
        }
        let total = &self.total;
        let of_percent = total.given.as_ref().map(|given| (print_exact_percent(given.value), &given.place));
        // Points beside those of all components are compared when the rows are read.
        let is_compared = self.scores.iter().all(|score| score.given.is_some());
        let of_points = total.given_points.as_ref().filter(|_| !is_compared).map(|given| {
            let percent = print_exact_percent(Percent::from_points(given.value));
            (format!("{percent} ({} điểm / 22)", print_decimal(given.value)), &given.place)
        });
        if let (Some(false), Some((given, place)), Some(computed)) =
            (total.agrees, of_percent.or(of_points), total.computed)
        {
            let (computed, tolerance) = (print_exact_percent(computed), print_decimal(settings.formula.tolerance));
            let found = format!("{given} ≠ {computed} (cho phép lệch {tolerance} điểm)");
            notices.add(NoticeCode::TotalRecomputedDiffers, place, &found);
        }
    }
}

/// A unit's result before any limit is held against it.
fn result((at, unit): (usize, &Unit), own: &Figures, scored: Scored, rank: Option<u32>) -> UnitResult {
    let Scored { scores, total } = scored;
    UnitResult {
        id: unit.id.clone(),
        name: unit.name.clone(),
        short: unit.short.clone(),
        written: own.written.clone(),
        group: unit.group,
        at,
        rank,
        percent_note: None,
        origin: total.origin,
        percent: total.percent.clone(),
        scores,
        total,
        copies_note: None,
        copies: own.count(Field::CertifiedCopies),
        percent_limit: None,
        figures: own.clone(),
        is_ranked: unit.is_ranked(),
    }
}

/// Holds the limits against a unit.
pub(super) fn weigh(unit: &mut UnitResult, facts: &Facts, limits: &Thresholds) {
    let ranked = unit.is_ranked;
    unit.percent_note = unit.percent.as_ref().and_then(|given| {
        let relative = limits.relative_percent(given.value, facts).filter(|_| ranked);
        rate_low(given.value, limits).into_iter().chain(relative).fold(None, Warning::higher)
    });
    unit.copies_note = unit.copies.as_ref().and_then(|given| {
        let relative = limits.relative_count(given.value, facts).filter(|_| ranked);
        count_very_low(given.value, limits).into_iter().chain(relative).fold(None, Warning::higher)
    });
    let own = unit.percent.as_ref().map(|given| given.value.plain());
    unit.percent_limit = unit.percent_note.zip(own).and_then(|(note, own)| {
        // Where the place among others decides, rounding moves nothing.
        let by_place = limits.relative.iter().any(|rule| rule.card.card == *note.card && rule.card.by_place());
        let beyond = own.checked_add(note.missing)?;
        let (due, compare) = if by_place { (beyond, Compare::Exact) } else { (note.limit, limits.compare) };
        Some((Percent::new(due), compare))
    });
}

/// Tells where rounding alone keeps a unit from a note, and where the export's own note differs from ours.
pub(super) fn tell(unit: &UnitResult, given: &Notes, limits: &Thresholds, notices: &mut Notices) {
    if let (Some(percent), None) = (&unit.percent, unit.percent_note)
        && percent.value < limits.rate_low
    {
        notices.add(NoticeCode::LimitByRounding, &percent.place, &print_exact_percent(percent.value));
    }
    given.compare(unit, notices);
}

#[cfg(test)]
mod tests;
