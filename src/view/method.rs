//! How the result was computed: rules, limits with their sources, files. Printed with every result.

use maud::Markup;
use maud::html;

use super::words::names;
use crate::analysis::Report;
use crate::documents::rules;

pub(super) fn region(report: &Report) -> Markup {
    if report.tables().next().is_none() {
        return html! {};
    }
    html! {
        h2 { "Cách tính" }
        @for rule in rules(report) { p { (rule) } }
        p { "Nguồn số liệu: " (names(report.names_of_files())) ". sohoa " (report.version) "." }
    }
}
