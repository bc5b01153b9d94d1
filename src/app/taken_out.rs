//! Files taken out of the result at one go, and all that goes with them, so that a slip of the hand loses nothing.

use super::Effect;
use super::FileId;
use super::State;
use super::periods::Periods;
use super::reading::stop;
use super::update::SAMPLE_ID;
use super::update::filled;
use crate::analysis::FileOutcome;
use crate::analysis::Settings;
use crate::analysis::Wording;
use crate::view::Looking;

/// Những gì đã bỏ ra: files, the periods beside them, and what was typed of their figures alone.
#[derive(Debug, Default)]
pub(super) struct TakenOut {
    files: Vec<(FileId, FileOutcome)>,
    periods: Periods,
    /// As they were then: of a session all of them come back, else what was typed of these figures alone.
    settings: Settings,
}

impl TakenOut {
    /// What was taken out, in a few words; `None` where it was nothing of the officer's.
    pub(super) fn said(&self) -> Option<String> {
        let own = self.files.iter().filter(|(id, _)| *id != SAMPLE_ID).count();
        (own > 0).then(|| format!("bỏ {own} tệp đã chọn"))
    }

    /// Puts it back in place of what stands there.
    pub(super) fn bring_back(self, state: &mut State) -> Vec<Effect> {
        let (mut effects, _) = take_out(state);
        let Self { files, periods, settings } = self;
        state.files = files;
        state.periods.give_back(periods);
        let own = &mut state.settings;
        if let Some(present) = &mut state.periods.present {
            *present.before = std::mem::replace(own, settings);
        } else {
            let Settings { what_if, province, as_of, wording: Wording { number, date, .. }, .. } = settings;
            (own.what_if, own.province, own.as_of) = (what_if, province, as_of);
            (own.wording.number, own.wording.date) = (number, date);
        }
        effects.extend(filled(state));
        effects
    }
}

/// Takes every file out, those on their way included.
pub(super) fn take_out(state: &mut State) -> (Vec<Effect>, TakenOut) {
    let stopped = if state.reading.is_empty() { Vec::new() } else { vec![Effect::StopReading] };
    stop(state);
    let taken = TakenOut {
        files: std::mem::take(&mut state.files),
        settings: state.settings.clone(),
        periods: state.periods.take_given(),
    };
    if let Some(present) = &taken.periods.present {
        state.settings = present.ended(&state.settings);
    }
    // What was supposed, typed and looked at of other figures means nothing for the next.
    state.settings.what_if.clear();
    state.settings.province = None;
    state.options.looking = Looking::default();
    state.options.sample = None;
    (stopped, taken)
}
