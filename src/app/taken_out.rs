//! Files taken out of the result at one go, and all that goes with them, so that a slip of the hand loses nothing.

use super::Effect;
use super::FileId;
use super::State;
use super::periods::Periods;
use super::reading::put_back;
use super::update::SAMPLE_ID;
use crate::analysis::FileOutcome;
use crate::analysis::Improvement;
use crate::domain::Percent;
use crate::view::Looking;

/// Những gì đã bỏ ra: files, the periods beside them, and what was typed of their figures alone.
#[derive(Debug, Default)]
pub(super) struct TakenOut {
    files: Vec<(FileId, FileOutcome)>,
    periods: Periods,
    what_if: Vec<Improvement>,
    province: Option<Percent>,
}

impl TakenOut {
    /// What was taken out, in a few words; `None` where it was nothing of the officer's.
    pub(super) fn said(&self) -> Option<String> {
        let own = self.files.iter().filter(|(id, _)| *id != SAMPLE_ID).count();
        (own > 0).then(|| format!("bỏ {own} tệp đã chọn"))
    }

    /// Puts it back in place of what stands there.
    pub(super) fn bring_back(self, state: &mut State) -> Vec<Effect> {
        let (effects, _) = take_out(state);
        let Self { files, periods, what_if, province } = self;
        state.files = files;
        state.periods.give_back(periods);
        (state.settings.what_if, state.settings.province) = (what_if, province);
        effects
    }
}

/// Takes every file out, those on their way included.
pub(super) fn take_out(state: &mut State) -> (Vec<Effect>, TakenOut) {
    let stopped = if state.reading.is_empty() { Vec::new() } else { vec![Effect::StopReading] };
    let replaced = state.reading.drain(..).flat_map(|reading| reading.replaces).collect();
    put_back(state, replaced);
    // What was supposed, typed and looked at of other figures means nothing for the next.
    let taken = TakenOut {
        files: std::mem::take(&mut state.files),
        periods: state.periods.take_given(),
        what_if: std::mem::take(&mut state.settings.what_if),
        province: state.settings.province.take(),
    };
    state.options.looking = Looking::default();
    state.options.sample = None;
    (stopped, taken)
}
