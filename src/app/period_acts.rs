//! What is done with periods → who does it.

use super::Effect;
use super::State;
use super::keeping;
use super::periods;
use super::sessions;
use crate::view::PeriodAct;

pub(super) fn act(state: &mut State, act: PeriodAct, value: &str, name: &str) -> Vec<Effect> {
    match act {
        PeriodAct::Given { role } => periods::given(state, role, name, value),
        PeriodAct::Pasted { role } => periods::pasted(state, role, value),
        PeriodAct::Dropped { at } => periods::dropped(state, at),
        PeriodAct::Opened { at } => sessions::opened(state, at),
        PeriodAct::SetBack => sessions::set_back(state),
        PeriodAct::FilesSetBack => sessions::files_set_back(state),
        PeriodAct::IssuedDropped => periods::issued_dropped(state),
        PeriodAct::AsOfTyped => periods::as_of_typed(state, value),
        PeriodAct::ColumnChosen => periods::column_chosen(state, value),
        PeriodAct::Saved => sessions::saved(state),
        PeriodAct::KeepingChosen => keeping::chosen(state, value),
        PeriodAct::KeepNow => keeping::keep_now(state),
        PeriodAct::Found { keeping } => keeping::found(state, keeping, value),
        PeriodAct::KeepFailed => keeping::failed(state, name),
        PeriodAct::KeptElsewhere => keeping::elsewhere(state, name, value),
        PeriodAct::KeptUsed { at } => keeping::used(state, at),
        PeriodAct::KeptOpened { at } => keeping::opened(state, at),
        PeriodAct::KeptForgotten { at } => keeping::forgotten(state, at),
        PeriodAct::WipeAsked => keeping::wiping(state, true),
        PeriodAct::WipeRefused => keeping::wiping(state, false),
        PeriodAct::Wiped => keeping::wipe(state),
    }
}
