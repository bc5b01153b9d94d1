//! Sheets are opened and closed, pages of the table are turned: nothing of a result changes.

use super::Effect;
use super::State;
use super::changed::changed_regions;
use super::changed::looked;
use crate::units::UnitId;
use crate::view::Opened;
use crate::view::all_rows;
use crate::view::page_words;

/// Opens the sheet of a unit, or all of them where none is named.
pub(super) fn open(state: &mut State, unit: &str) -> Vec<Effect> {
    state.options.looking.sheet = match unit {
        "" => Some(Opened::All),
        id => UnitId::new(id).map(Opened::One),
    };
    let mut effects = looked(state);
    effects.push(Effect::Focus { id: "sheet-heading" });
    effects
}

/// Closes the sheets; the focus goes back to what opened them.
pub(super) fn close(state: &mut State) -> Vec<Effect> {
    let opened = state.options.looking.sheet.take();
    let mut effects = looked(state);
    let id = match opened {
        Some(Opened::One(unit)) => format!("unit-{}", unit.as_str()),
        _ => "sheets-all".to_owned(),
    };
    effects.push(Effect::Return { id });
    effects
}

/// Turns to another page of the table, and says which units it holds.
pub(super) fn turned(state: &mut State, page: usize, top: bool) -> Vec<Effect> {
    state.options.looking.page = page;
    let report = state.report_from_last();
    let mut effects = changed_regions(state, &report);
    effects.push(Effect::Status { text: format!("Bảng: đơn vị {}.", page_words(&report, &state.options)) });
    if top {
        effects.push(Effect::Focus { id: "pages-now" });
    }
    state.last = Some(report);
    effects
}

/// Every row of the table, for paper.
pub(super) fn rows(state: &mut State) -> Vec<Effect> {
    let report = state.report_from_last();
    let html = all_rows(&report, &state.options);
    state.last = Some(report);
    vec![Effect::Rows { html }]
}

/// A region as a whole, where the page could not write the elements that differ.
pub(super) fn region(state: &State, id: &str) -> Vec<Effect> {
    let shown = state.shown(id).map(|(region, html)| Effect::Show { region: region.id(), html: html.to_owned() });
    shown.into_iter().collect()
}
