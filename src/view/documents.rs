//! The documents that can be made of the result, after what should be looked at before any is issued.

use maud::Markup;
use maud::html;

use super::Action;
use super::Written;
use super::appendix::preview;
use crate::analysis::Report;
use crate::documents::Block;
use crate::documents::message;
use crate::documents::review;

pub(super) fn region(report: &Report) -> Markup {
    if report.units.is_empty() {
        return html! {};
    }
    let review = review(report);
    html! {
        @if !review.is_empty() {
            h3 { "Xem trước khi ban hành" }
            ul.review { @for line in &review { li { (line) } } }
        }
        p.actions {
            @for what in Written::ALL {
                button.quiet type="button" data-download=(what.code())
                    data-event=(Action::DocumentAsked { what }.to_json()) { (what.label()) }
                " "
            }
        }
        (preview(report))
        details #message {
            summary { "Tin ngắn để dán vào nhóm trò chuyện" }
            pre tabindex="0" aria-label="Tin ngắn" { (short(report)) }
        }
    }
}

/// The short text, a paragraph a line.
fn short(report: &Report) -> String {
    let document = message(report);
    let blocks = document.pages.iter().flat_map(|page| &page.blocks);
    let lines = blocks.filter_map(|block| if let Block::Paragraph(line) = block { Some(line.text()) } else { None });
    lines.collect::<Vec<_>>().join("\n")
}
