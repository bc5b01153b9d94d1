//! The documents that can be made of the result, after what should be looked at before any is issued.

use maud::Markup;
use maud::html;

use super::Action;
use super::ViewOptions;
use super::Written;
use super::appendix::preview;
use super::seen::Seen;
use crate::analysis::Report;
use crate::documents::Block;
use crate::documents::covered;
use crate::documents::message;
use crate::documents::review;
use crate::text::numbers::print_count;

pub(super) fn region(report: &Report, options: &ViewOptions) -> Markup {
    if report.units.is_empty() {
        return html! {};
    }
    let review = review(report);
    html! {
        @if !review.is_empty() {
            h3 { "Xem trước khi ban hành" }
            ul.review { @for line in &review { li { (line) } } }
        }
        @if let Some(sentence) = beyond_the_table(report, options) { p.missing { (sentence) } }
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

/// Whom documents are about, where that is more than the table shows: the choice is the officer's.
fn beyond_the_table(report: &Report, options: &ViewOptions) -> Option<String> {
    let covered = covered(report);
    let count = |count: usize| print_count(count as u64);
    let units: usize = covered.iter().map(|(_, units, _)| units).sum();
    let seen = Seen::of(report, options);
    if units <= seen.units.len() {
        return None;
    }
    let ranked: usize = covered.iter().map(|(.., ranked)| ranked).sum();
    let each = covered.iter().map(|(group, units, _)| format!("{} ({})", group.label(), count(*units)));
    let each = each.collect::<Vec<_>>().join("; ");
    let (units, ranked, shown) = (count(units), count(ranked), count(seen.units.len()));
    let of = seen.label(report);
    Some(if covered.len() > 1 {
        format!(
            "Văn bản nói về {units} đơn vị ({ranked} được xếp hạng) của {} nhóm: {each}; bảng trên trang chỉ có {shown} đơn vị ({of}). Muốn văn bản chỉ nói về một nhóm, hãy chọn nhóm đó ở «Nhóm đơn vị».",
            covered.len()
        )
    } else {
        format!(
            "Văn bản nói về cả nhóm {each}, {ranked} đơn vị được xếp hạng; bảng trên trang chỉ có {shown} đơn vị ({of}): nhóm riêng và bộ lọc chỉ đổi bảng, không đổi văn bản."
        )
    })
}

/// The short text, a paragraph a line.
fn short(report: &Report) -> String {
    let document = message(report);
    let blocks = document.pages.iter().flat_map(|page| &page.blocks);
    let lines = blocks.filter_map(|block| if let Block::Paragraph(line) = block { Some(line.text()) } else { None });
    lines.collect::<Vec<_>>().join("\n")
}
