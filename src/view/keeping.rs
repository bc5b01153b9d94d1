//! What is kept on this machine: whether, which sessions, what can be done with each, and how all of it is wiped.

use maud::Markup;
use maud::html;

use super::PeriodAct;
use super::period_words::called;
use super::words::names;
use crate::analysis::Report;
use crate::domain::Period;

/// Giữ trên máy, như trang cho thấy: what the page knows of what is kept on this machine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeepingShown {
    /// Whether the present session is kept.
    pub on: bool,
    /// The sessions kept, by name.
    pub kept: Vec<KeptShown>,
    /// Why the last one could not be kept; empty when it could.
    pub trouble: String,
    /// Whether the page asks if everything may be wiped.
    pub wiping: bool,
}

/// One session kept on this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptShown {
    /// Its name.
    pub name: String,
    /// Its period, or why it cannot be read.
    pub period: Result<Option<Period>, String>,
    /// Whether it is used already: as the present or an earlier period.
    pub used: bool,
}

/// Beside the choice of files: the sessions of earlier visits.
pub(super) fn offers(shown: &KeepingShown, has_figures: bool) -> Markup {
    html! {
        @if !shown.kept.is_empty() {
            h3 { "Đang giữ trên máy này" }
            ul.kept {
                @for (at, kept) in shown.kept.iter().enumerate() {
                    li {
                        @match &kept.period {
                            Ok(period) => {
                                strong { (called(*period)) } " (" (kept.name) ")"
                                @if kept.used { ": đang dùng. " } @else {
                                    ". "
                                    @if has_figures {
                                        button.quiet type="button" id={ "use-kept-" (at) } data-event=(PeriodAct::KeptUsed { at }.to_json()) {
                                            "Dùng làm kỳ trước" span.hidden { ": " (kept.name) } }
                                    } @else {
                                        button.quiet type="button" id={ "open-kept-" (at) } data-event=(PeriodAct::KeptOpened { at }.to_json()) {
                                            "Mở lại làm kỳ này" span.hidden { ": " (kept.name) } }
                                        " "
                                        button.quiet type="button" id={ "use-kept-" (at) } data-event=(PeriodAct::KeptUsed { at }.to_json()) {
                                            "Dùng làm kỳ trước" span.hidden { ": " (kept.name) } }
                                    }
                                    " "
                                }
                            }
                            Err(sentence) => { strong { (kept.name) } ": " (sentence) " " }
                        }
                        button.quiet type="button" id={ "forget-kept-" (at) } data-event=(PeriodAct::KeptForgotten { at }.to_json()) {
                            "Xóa khỏi máy" span.hidden { ": " (kept.name) } }
                    }
                }
            }
        }
    }
}

/// Beside the button that saves the session.
pub(super) fn region(shown: &KeepingShown, sample: bool) -> Markup {
    html! {
        p.check {
            input type="checkbox" id="keep" checked[shown.on] aria-describedby="keep-hint" data-event=(PeriodAct::KeepingChosen.to_json());
            " " label for="keep" { "Giữ trên máy này" }
        }
        p.hint id="keep-hint" {
            "Khi chọn, phiên làm việc (số liệu đơn vị, thiết lập, các kỳ trước; không có dữ liệu cá nhân) được giữ trong trình duyệt của máy này, "
            "lần mở sau dùng được ngay làm kỳ trước. Người dùng chung máy cũng xem được."
            @if sample { " Số liệu mẫu không được giữ." }
        }
        @if !shown.trouble.is_empty() { p.field-error { (shown.trouble) } }
    }
}

/// What is kept, and how all of it is wiped; told before.
pub(super) fn wipe(report: &Report, shown: &KeepingShown) -> Markup {
    let answers = &report.settings.answers;
    html! {
        @if shown.wiping {
            div.wipe role="group" aria-labelledby="wipe-heading" data-escape="wipe-no" {
                h3 id="wipe-heading" tabindex="-1" { "Xóa mọi thứ đã giữ trên máy này?" }
                p { "Sẽ mất, không lấy lại được:" }
                ul {
                    li { (shown.kept.len()) " phiên làm việc đã giữ" @if !shown.kept.is_empty() { ": "
                        (names(shown.kept.iter().map(|kept| kept.name.as_str()))) } ";" }
                    li { "các sửa đổi đã nhớ: cách hiểu của " (answers.files.len()) " loại tệp, " (answers.aliases.len())
                        " tên đơn vị, " (answers.statuses.len()) " trạng thái hồ sơ"
                        @if report.settings.own_catalogue.is_some() { "; danh mục đơn vị của cơ quan" } ";" }
                    li { "các ngưỡng, nhóm xếp hạng và mẫu văn bản đã sửa;" }
                    li { "kết quả đang xem trên trang: trang bắt đầu lại từ đầu." }
                }
                p { "Tệp đã lưu trong máy (số liệu, văn bản, phien-….json) không bị đụng tới. Muốn giữ các sửa đổi, hãy lưu chúng ra tệp trước." }
                p.actions {
                    button type="button" id="wipe-yes" data-event=(PeriodAct::Wiped.to_json()) { "Xóa hẳn" }
                    " "
                    button.quiet type="button" id="wipe-no" data-event=(PeriodAct::WipeRefused.to_json()) { "Không xóa" }
                }
            }
        } @else {
            p { button.quiet type="button" id="wipe" data-event=(PeriodAct::WipeAsked.to_json()) { "Xóa mọi thứ đã giữ…" } }
        }
    }
}
