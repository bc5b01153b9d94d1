//! The button that takes back the last correction. It stays once it has come, so that the focus on it stays too.

use maud::Markup;
use maud::html;

use super::Action;
use super::ViewOptions;

pub(super) fn region(options: &ViewOptions) -> Markup {
    html! {
        @match &options.undo {
            Some(what) => {
                button.quiet type="button" id="undo-button" title="Ctrl+Z" data-event=(Action::Undone.to_json()) {
                    "Hoàn tác: " (what)
                }
            }
            None if options.corrected => {
                button.quiet type="button" id="undo-button" aria-disabled="true" data-event=(Action::Undone.to_json()) {
                    "Hoàn tác"
                }
            }
            None => {}
        }
    }
}
