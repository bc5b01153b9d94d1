//! Drawings that hold units against each other, where files give what they need.

use maud::Markup;
use maud::html;

use super::ViewOptions;
use super::funnel;
use super::multiples;
use crate::analysis::Report;

pub(super) fn region(report: &Report, options: &ViewOptions) -> Markup {
    let (multiples, funnel) = (multiples::chart(report), funnel::chart(report, options));
    html! {
        @if !multiples.0.is_empty() || !funnel.0.is_empty() {
            h2 { "So sánh trong nhóm" }
            (multiples) (funnel)
        }
    }
}
