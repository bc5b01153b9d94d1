//! The two limits on the page: filled in, typed, set back.

use super::Effect;
use super::State;
use super::changed::changed_in;
use super::changed::settings_changed;
use super::rules;
use super::state::Typing;
use super::steps;
use crate::analysis::Settings;
use crate::analysis::SettingsError;
use crate::view::Action;
use crate::view::Limit;
use crate::view::Spin;
use crate::view::minding_limits;
use crate::warnings::Thresholds;

/// Both as the settings have them, without a fault.
pub(super) fn filled(settings: &Settings) -> Vec<Effect> {
    let fill = |id, value| [Effect::Fill { id, value }, Effect::Mark { id, error: String::new() }];
    let rate = fill("threshold-percent", settings.typed_rate_limit());
    let count = fill("threshold-copies", settings.thresholds.count_very_low.to_string());
    let mut effects: Vec<Effect> = rate.into_iter().chain(count).collect();
    tell(settings, Limit::RateLow, &mut effects);
    tell(settings, Limit::CountVeryLow, &mut effects);
    effects
}

/// The number in force, to who does not see the input.
fn tell(settings: &Settings, limit: Limit, effects: &mut Vec<Effect>) {
    if let Some(spin) = Spin::of(&Action::LimitTyped { limit, value: String::new() }, settings)
        && let [Some(now), Some(said), ..] = spin.said()
    {
        effects.push(Effect::Attribute { id: spin.id, name: "aria-valuenow", value: now });
        effects.push(Effect::Attribute { id: spin.id, name: "aria-valuetext", value: said });
    }
}

/// A key moves a number: from the one in force, as if the next had been typed.
pub(super) fn stepped(state: &mut State, (up, far): (bool, bool), of: Action) -> Vec<Effect> {
    let Some(spin) = Spin::of(&of, &state.settings) else { return Vec::new() };
    let value = spin.moved(up, far);
    let mut effects = match of {
        Action::LimitTyped { limit, .. } => typed(state, limit, &value),
        Action::Rule { what, .. } => rules::done(state, &what, &value),
        _ => Vec::new(),
    };
    // Reached by a key it is no limit on its way.
    state.typing = None;
    effects.push(Effect::Fill { id: spin.id, value });
    effects
}

/// Both as shipped; the step can be undone.
pub(super) fn reset(state: &mut State) -> Vec<Effect> {
    steps::limits_reset(state);
    state.settings.thresholds = Thresholds { compare: state.settings.thresholds.compare, ..Thresholds::default() };
    let mut effects = filled(&state.settings);
    effects.extend(settings_changed(state));
    // The button that was pressed is gone.
    effects.push(Effect::Focus { id: "threshold-percent" });
    effects
}

/// One is being typed; what is no limit leaves the one before in force and says so.
pub(super) fn typed(state: &mut State, limit: Limit, value: &str) -> Vec<Effect> {
    // “1”, “10”, “101” are one limit on its way; “49,5” and then “150” are two.
    let before = match state.typing.take() {
        Some(typing) if typing.limit == limit && value.starts_with(&typing.text) => typing.before,
        _ => state.settings.thresholds.clone(),
    };
    let (id, checked) = match limit {
        Limit::RateLow => {
            ("threshold-percent", Settings::rate_limit(value).map(|limit| state.settings.thresholds.rate_low = limit))
        }
        Limit::CountVeryLow => (
            "threshold-copies",
            Settings::count_limit(value).map(|limit| state.settings.thresholds.count_very_low = limit),
        ),
    };
    let changes = checked.is_ok() || state.settings.thresholds != before;
    if checked.is_err() {
        // The letters typed so far were a limit of their own: 10 of 101. What stood before them holds.
        state.settings.thresholds = before.clone();
    }
    let text = if checked.is_ok() { value.to_owned() } else { String::new() };
    state.typing = Some(Typing { limit, text, before });
    let thresholds = &state.settings.thresholds;
    let in_force = match limit {
        Limit::RateLow => format!("{}%", state.settings.typed_rate_limit()),
        Limit::CountVeryLow => thresholds.count_very_low.to_string(),
    };
    let wrong = |error: &SettingsError| format!("{error} Vẫn đang dùng {in_force}.");
    let error = checked.as_ref().err().map(wrong).unwrap_or_default();
    let mut effects = vec![Effect::Mark { id, error }];
    if changes {
        tell(&state.settings, limit, &mut effects);
        let report = state.report_from_last();
        let minding = minding_limits(&report, &state.options);
        effects.extend(changed_in(state, report, &minding));
    }
    effects
}
