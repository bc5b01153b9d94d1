//! Sheets are opened and closed, the table is filtered: nothing of a result changes.

use super::Effect;
use super::State;
use super::update::looked;
use crate::units::UnitId;
use crate::view::Opened;

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
