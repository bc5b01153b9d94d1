//! Inputs that stand in regions. The page keeps what is being typed when a region is filled anew, so that their markup
//! may carry their values.

use maud::Markup;
use maud::html;

use super::Action;
use super::Spin;
use super::ViewOptions;

/// Ô nhập: one line that is typed.
pub(super) struct Line<'view> {
    pub(super) id: &'view str,
    pub(super) label: &'view str,
    /// The value in force, as it would be typed.
    pub(super) value: &'view str,
    /// What every letter does.
    pub(super) action: Action,
    /// Which keys a telephone offers: `decimal`, `numeric`, `text`.
    pub(super) keys: &'static str,
    /// The number it is of, where arrow keys move it.
    pub(super) spin: Option<Spin>,
}

impl Line<'_> {
    pub(super) fn show(&self, options: &ViewOptions) -> Markup {
        let fault = options.looking.faults.get(self.id);
        let error = format!("{}-error", self.id);
        let value = fault.map_or(self.value, |(typed, _)| typed);
        let [now, said, least, most] = self.spin.map(|spin| spin.said()).unwrap_or_default();
        html! {
            label for=(self.id) { (self.label) }
            input id=(self.id) type="text" inputmode=(self.keys) autocomplete="off" value=(value)
                role=[self.spin.map(|_| "spinbutton")] aria-valuemin=[least] aria-valuemax=[most] aria-valuenow=[now]
                aria-valuetext=[said]
                aria-invalid=(if fault.is_some() { "true" } else { "false" }) aria-describedby=(error)
                data-event=(self.action.to_json());
            p.field-error id=(error) { @if let Some((_, sentence)) = fault { (sentence) } }
        }
    }
}

/// A choice among a few, each with its value and what is read.
pub(super) fn choice(id: &str, label: &str, action: &Action, chosen: &str, choices: &[(&str, &str)]) -> Markup {
    html! {
        label for=(id) { (label) }
        select id=(id) data-event=(action.to_json()) {
            @for (value, label) in choices { option value=(value) selected[*value == chosen] { (label) } }
        }
    }
}
