//! Improvements supposed: typed, dropped, given up. They live in the settings while the page is open and are never kept for
//! the next visit, where they would meet other figures.

use super::Effect;
use super::State;
use super::changed::looked;
use crate::analysis::Improve;
use crate::analysis::Improvement;
use crate::analysis::Report;
use crate::analysis::Way;
use crate::analysis::suppose;
use crate::units::UnitId;
use crate::view::Supposing;
use crate::view::chosen_unit;
use crate::view::chosen_way;

/// The input in which an amount is typed.
const AMOUNT: &str = "suppose-amount";

/// Takes what was done about them.
pub(super) fn done(state: &mut State, what: &Supposing, value: &str) -> Vec<Effect> {
    let faults = &mut state.options.looking.faults;
    match what {
        Supposing::Unit => {
            faults.remove(AMOUNT);
            state.options.looking.supposed_unit = UnitId::new(value);
            looked(state)
        }
        Supposing::Way => {
            faults.remove(AMOUNT);
            state.options.looking.supposed_way = Way::from_code(value);
            looked(state)
        }
        Supposing::Amount => typed(state, value),
        Supposing::Lacking { unit, way } => lacking(state, unit, *way),
        Supposing::Dropped { index } => {
            if *index < state.settings.what_if.len() {
                state.settings.what_if.remove(*index);
            }
            let id = if state.settings.what_if.is_empty() { AMOUNT } else { "suppose-reset" };
            given_up(state, "Đã bỏ một giả định.", id)
        }
        Supposing::Reset => {
            state.settings.what_if.clear();
            given_up(state, "Đã bỏ mọi giả định; trang chỉ còn số liệu thật.", AMOUNT)
        }
    }
}

/// What is typed stands for the unit and the way that are chosen, in place of what stood there.
fn typed(state: &mut State, value: &str) -> Vec<Effect> {
    let report = state.report();
    let Some(unit) = chosen_unit(&report, &state.options).map(|unit| unit.id.clone()) else { return Vec::new() };
    let way = chosen_way(&report, &state.options);
    // The letters typed so far are about these two, whatever the next file would choose.
    state.options.looking.supposed_unit = Some(unit.clone());
    state.options.looking.supposed_way = Some(way);
    match way.improvement(value) {
        Err(error) => {
            state.options.looking.faults.insert(AMOUNT.to_owned(), (value.to_owned(), error.to_string()));
            looked(state)
        }
        Ok(by) => {
            set(state, &unit, way, by);
            shown(state, &unit)
        }
    }
}

/// Sets, changes or drops the improvement of a unit in one way.
fn set(state: &mut State, unit: &UnitId, way: Way, by: Option<Improve>) {
    state.options.looking.faults.remove(AMOUNT);
    let all = &mut state.settings.what_if;
    let at = all.iter().position(|one| one.unit == *unit && Way::of(&one.by) == Some(way));
    match (at, by) {
        (Some(at), Some(by)) => all[at].by = by,
        (Some(at), None) => {
            all.remove(at);
        }
        (None, Some(by)) => all.push(Improvement { unit: unit.clone(), by }),
        (None, None) => {}
    }
}

/// What a unit lacks is supposed to be done.
fn lacking(state: &mut State, unit: &str, way: Way) -> Vec<Effect> {
    let report = state.report();
    let Some(unit) = report.units.iter().find(|own| own.id.as_str() == unit) else { return Vec::new() };
    let shortfall = unit.shortfall();
    let lack = shortfall.percent.as_ref();
    let amount = match way {
        Way::Copies => shortfall.copies.map(|count| count.to_string()),
        Way::Both => lack.and_then(|lack| lack.both.as_ref().ok()).map(u64::to_string),
        // As the file spells it, which the reader of typed numbers takes as well.
        _ => lack.map(|lack| lack.percent_points.to_string().replace('.', ",")),
    };
    let Some(Ok(Some(by))) = amount.map(|amount| way.improvement(&amount)) else { return Vec::new() };
    set(state, &unit.id, way, Some(by));
    state.options.looking.supposed_unit = Some(unit.id.clone());
    state.options.looking.supposed_way = Some(way);
    let mut effects = shown(state, &unit.id);
    effects.push(Effect::Focus { id: "what-if-heading" });
    effects
}

fn given_up(state: &mut State, text: &str, id: &'static str) -> Vec<Effect> {
    state.options.looking.faults.remove(AMOUNT);
    let mut effects = looked(state);
    effects.push(Effect::Status { text: text.to_owned() });
    // The button that was pressed is gone, or another's now.
    effects.push(Effect::Return { id: id.to_owned() });
    effects
}

/// The page with what is supposed, said aloud for one unit.
fn shown(state: &mut State, unit: &UnitId) -> Vec<Effect> {
    let mut effects = looked(state);
    let report = state.report();
    effects.extend(in_words(&report, unit).map(|text| Effect::Status { text }));
    effects
}

fn in_words(report: &Report, id: &UnitId) -> Option<String> {
    let unit = report.units.iter().find(|unit| unit.id == *id)?;
    let then = suppose(report, &report.settings.what_if);
    let own = then.units.iter().find(|own| own.id == *id)?;
    let mut parts = Vec::new();
    if let (Some(now), Some(then)) = (&unit.percent, own.percent)
        && now.value != then
    {
        let print = |value| report.settings.thresholds.print(value);
        parts.push(format!("{} → {}", print(now.value), print(then)));
    }
    if let (Some(now), Some(then)) = (unit.rank, own.rank)
        && now != then
    {
        parts.push(format!("hạng {now} → {then}"));
    }
    if let (Some(now), Some(then)) = (&unit.copies, own.copies)
        && now.value != then
    {
        parts.push(format!("chứng thực {} → {then}", now.value));
    }
    let told = if parts.is_empty() { "chưa thay đổi gì".to_owned() } else { parts.join("; ") };
    Some(format!("Giả định về {}: {told}.", unit.short))
}
