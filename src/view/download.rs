//! The two buttons below a drawing: the page saves what is drawn, as it is drawn.

use maud::Markup;
use maud::html;

/// Saves the drawing with this id under this name, without its ending.
pub(super) fn buttons(id: &str, name: &str) -> Markup {
    html! {
        p.actions {
            button.quiet type="button" id={ (id) "-svg" } data-draw=(id) data-name=(name) data-download={ (name) ".svg" } {
                "Lưu biểu đồ (SVG)" }
            " "
            button.quiet type="button" id={ (id) "-png" } data-draw=(id) data-name=(name) data-download={ (name) ".png" } {
                "Lưu biểu đồ (PNG)" }
        }
    }
}
