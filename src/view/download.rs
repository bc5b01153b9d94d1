//! The two buttons below a drawing: the page saves what is drawn, as it is drawn, under a title and above what explains it,
//! so that the file can stand alone in a report.

use maud::Markup;
use maud::html;

use super::words::names;
use crate::analysis::Report;

/// A drawing that can be saved.
pub(super) struct Drawing<'text> {
    /// The id of its element.
    pub(super) id: &'text str,
    /// The name of its file, without the ending.
    pub(super) name: &'text str,
    /// What stands above it.
    pub(super) title: String,
    /// The files of earlier periods that it draws.
    pub(super) earlier: Vec<&'text str>,
    /// What its marks mean.
    pub(super) legend: String,
}

/// The buttons that save it.
pub(super) fn buttons(report: &Report, drawing: &Drawing<'_>) -> Markup {
    let Drawing { id, name, title, earlier, legend } = drawing;
    let source =
        format!("Nguồn: {}. sohoa {}.", names(report.names_of_files().chain(earlier.iter().copied())), report.version);
    let button = |ending: &str, label: &str| {
        html! {
            button.quiet type="button" id={ (id) "-" (ending) } data-draw=(id) data-download={ (name) "." (ending) }
                data-title=(title) data-legend=(legend) data-source=(source) { (label) span.hidden { ": " (title) } }
        }
    };
    html! { p.actions { (button("svg", "Lưu biểu đồ (SVG)")) " " (button("png", "Lưu biểu đồ (PNG)")) } }
}
