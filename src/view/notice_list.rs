//! What was noticed: what was seen and where, what it means for the result, what to do.

use maud::Markup;
use maud::html;

use super::Action;
use super::SavedAs;
use crate::analysis::Report;
use crate::notices::Notice;
use crate::notices::NoticeCode;

/// Places shown of one notice; the rest is counted.
const SHOWN: usize = 10;

pub(super) fn region(report: &Report) -> Markup {
    // A file that gave nothing stands in the error summary already, in the same words.
    let notices: Vec<&Notice> =
        report.notices.sorted().into_iter().filter(|notice| notice.code != NoticeCode::FileUnreadable).collect();
    if report.tables().next().is_none() {
        return html! {};
    }
    html! {
        h2 { "Lưu ý về số liệu" }
        @if notices.is_empty() {
            @let failed = report.files.iter().filter(|file| file.result.is_err()).count();
            p {
                "Không có lưu ý nào: mọi dòng, mọi ô đều đọc được nguyên vẹn"
                @if failed > 0 { " ở các tệp đã đọc; " (failed) " tệp chưa đọc được, lý do ghi ở đầu trang" }
                "."
            }
        }
        @else { ul.notices { @for notice in notices { (item(notice)) } } }
        @if !report.notices.is_empty() {
            p.actions {
                "Danh sách đầy đủ, mỗi chỗ một dòng, để gửi lại đơn vị: "
                (save(SavedAs::Xlsx, "Lưu thành Excel (.xlsx)")) " "
                (save(SavedAs::Docx, "Lưu thành Word (.docx)")) " " (save(SavedAs::Csv, "Lưu thành CSV"))
            }
        }
    }
}

fn save(format: SavedAs, label: &str) -> Markup {
    html! {
        button.quiet type="button" data-download={ "notices." (format.ending()) }
            data-event=(Action::NoticesAsked { format }.to_json()) { (label) }
    }
}

fn item(notice: &Notice) -> Markup {
    let code = notice.code;
    let hidden = notice.count.saturating_sub(SHOWN as u64);
    html! {
        li data-code=(code.code()) class=(code.severity().code()) {
            h3 {
                span.severity { (code.severity().label()) } " " (code.seen())
                @if notice.count > 1 { " (" (notice.count) " lần)" }
            }
            ul.places {
                @for seen in notice.seen.iter().take(SHOWN) {
                    li {
                        (seen.place.file)
                        @let within = seen.place.within_file();
                        @if !within.is_empty() { ", " (within) }
                        @if !seen.found.is_empty() { ": " q { (seen.found) } }
                    }
                }
                @if hidden > 0 { li { "… và " (hidden) " chỗ nữa" } }
            }
            p { strong { "Với kết quả: " } (code.effect()) }
            p { strong { "Nên làm: " } (code.remedy()) }
        }
    }
}
