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
        .filter_map(|(index, file)| Some((index, file, file.result.as_ref().err()?)))
        .collect();
    html! {
        @if !failed.is_empty() {
            h2 { "Có " (failed.len()) " tệp chưa đọc được" }
            ul {
                @for (index, file, sentence) in failed {
                    @let name = &file.name;
                    li {
                        strong { (name) } ": " (sentence) " "
                        @if file.refused.is_some() {
                            a href={ "#correct-" (index) } { "Nếu tệp đúng là bảng số liệu: sửa cách hiểu tệp này" }
                        }
                        button.quiet type="button" id={ "drop-failed-" (index) } data-event=(Action::RemoveFile { index }.to_json()) {
                            "Bỏ qua tệp " (name)
                        }
                    }
                }
            }
        }
    }
}
