//! The error summary: files that gave nothing, each with its sentence.

use maud::Markup;
use maud::html;

use super::Action;
use crate::analysis::Report;

pub(super) fn region(report: &Report) -> Markup {
    let failed: Vec<_> = report
        .files
        .iter()
        .enumerate()
        .filter_map(|(index, file)| Some((index, &file.name, file.result.as_ref().err()?)))
        .collect();
    html! {
        @if !failed.is_empty() {
            h2 { "Có " (failed.len()) " tệp chưa đọc được" }
            ul {
                @for (index, name, sentence) in failed {
                    li {
                        strong { (name) } ": " (sentence) " "
                        button.quiet type="button" id={ "drop-failed-" (index) } data-event=(Action::RemoveFile { index }.to_json()) {
                            "Bỏ qua tệp " (name)
                        }
                    }
                }
            }
        }
    }
}
