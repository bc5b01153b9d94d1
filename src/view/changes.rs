//! Under limits of the officer's own: who enters and who leaves each list, against the shipped limits.

use maud::Markup;
use maud::html;

use super::Action;
use super::words::Lists;
use super::words::units_named;
use crate::analysis::Report;
use crate::analysis::UnitResult;
use crate::text::numbers::print_count;
use crate::text::numbers::print_exact_percent;
use crate::warnings::Thresholds;
use crate::warnings::count_very_low;
use crate::warnings::rate_low;

pub(super) fn region(report: &Report) -> Markup {
    let own = &report.settings.thresholds;
    let shipped = Thresholds { compare: own.compare, ..Thresholds::default() };
    if *own == shipped || report.tables().next().is_none() {
        return html! {};
    }
    let lists = Lists::of(report);
    let low = |unit: &UnitResult| unit.percent.as_ref().is_some_and(|given| rate_low(given.value, &shipped).is_some());
    let very_low =
        |unit: &UnitResult| unit.copies.as_ref().is_some_and(|given| count_very_low(given.value, &shipped).is_some());
    html! {
        p { "So với ngưỡng mặc định (" (print_exact_percent(shipped.rate_low)) " và " (print_count(shipped.count_very_low)) "):" }
        ul {
            (moved("«Thấp»", &lists.shown, &low, |unit| unit.percent_note.is_some()))
            (moved("«Quá thấp»", &lists.shown, &very_low, |unit| unit.copies_note.is_some()))
        }
        button.quiet type="button" id="limits-reset" data-event=(Action::LimitsReset.to_json()) { "Về ngưỡng mặc định" }
    }
}

/// Who entered and who left one list.
fn moved(
    list: &str,
    shown: &[&UnitResult],
    before: &dyn Fn(&UnitResult) -> bool,
    after: fn(&UnitResult) -> bool,
) -> Markup {
    let those = |entered: bool| {
        let moved = shown.iter().filter(|unit| before(unit) != entered && after(unit) == entered);
        units_named(moved.map(|unit| unit.short.as_str()))
    };
    let (entered, left) = (those(true), those(false));
    html! {
        li {
            strong { (list) } ": "
            @if entered.is_empty() && left.is_empty() { "không đổi." }
            @if !entered.is_empty() { "thêm " (entered) @if left.is_empty() { "." } @else { "; " } }
            @if !left.is_empty() { "bớt " (left) "." }
        }
    }
}
