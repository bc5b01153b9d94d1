//! The periods that were given: which, from which file, whether they are compared and why not, and what can be done with
//! each.

use maud::Markup;
use maud::html;

use super::PeriodAct;
use super::keeping::KeepingShown;
use super::period_words::called;
use crate::analysis::Report;
use crate::domain::Period;

/// Kỳ đã nạp, như trang cho thấy: what the page knows of periods beside the report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeriodsShown {
    /// The files of earlier periods, in the order they came.
    pub earlier: Vec<EarlierShown>,
    /// The issued appendix, by its file.
    pub issued: Option<String>,
    /// What an officer should know of it.
    pub issued_doubts: Vec<String>,
    /// The session that is the present period, by its file.
    pub present: Option<String>,
    /// Whether the ranking leaves out the change.
    pub without_column: bool,
    /// What is kept on this machine.
    pub keeping: KeepingShown,
}

/// One file of earlier periods.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EarlierShown {
    /// The file.
    pub name: String,
    /// Its periods: each with the name it is compared under, and how many units it has.
    pub periods: Vec<(Option<Period>, String, usize)>,
    /// Whether it can become the present period.
    pub can_open: bool,
    /// What an officer should know of it.
    pub doubts: Vec<String>,
}

pub(super) fn region(report: &Report, shown: &PeriodsShown) -> Markup {
    let earlier = report.earlier_files();
    let chosen: Vec<&str> = earlier.iter().copied().collect();
    html! {
        @if !chosen.is_empty() {
            p { "Trong các tệp đã chọn có " (chosen.len()) " tệp của kỳ trước: " (chosen.join(", ")) "." }
            p.actions { button type="button" id="set-files-back" data-event=(PeriodAct::FilesSetBack.to_json()) {
                "Chuyển thành kỳ trước để so sánh" } }
        }
        @if let Some(name) = &shown.present {
            p { "Kỳ này được mở từ phiên " strong { (name) } ". "
                button.quiet type="button" id="set-back" data-event=(PeriodAct::SetBack.to_json()) { "Dùng phiên này làm kỳ trước" } }
        }
        @if shown.earlier.is_empty() {
            p { "Chưa có kỳ trước nào. Chọn phiên đã lưu (tệp phien-….json) hoặc phụ lục của kỳ trước; nhiều kỳ cùng lúc cũng được." }
        } @else {
            div.scroll role="region" tabindex="0" aria-labelledby="earlier-caption" {
                table #earlier-periods {
                    caption id="earlier-caption" { span { "Các kỳ đã nạp" } }
                    thead { tr { th scope="col" { "Kỳ" } th scope="col" { "Từ tệp" } th scope="col" { "Số đơn vị" }
                        th scope="col" { "So với kỳ này" } th scope="col" { "Thao tác" } } }
                    tbody { @for (at, earlier) in shown.earlier.iter().enumerate() { (rows(report, at, earlier)) } }
                }
            }
        }
    }
}

/// The rows of one file: a session may hold several periods, of which the last is its own.
fn rows(report: &Report, at: usize, earlier: &EarlierShown) -> Markup {
    let last = earlier.periods.len().saturating_sub(1);
    html! {
        @if earlier.periods.is_empty() {
            tr { td { "–" } th scope="row" { (earlier.name) } td.number { "–" } td { (earlier.doubts.join(" ")) } td { (buttons(at, earlier)) } }
        }
        @for (number, (period, name, units)) in earlier.periods.iter().enumerate() {
            tr {
                td { (called(*period)) }
                th scope="row" { (name) @if *name != earlier.name { small { " (trong " (earlier.name) ")" } } }
                td.number { (units) }
                td {
                    (used(report, name, *period))
                    @if number == last { @for doubt in &earlier.doubts { " " (doubt) } }
                }
                td { @if number == last { (buttons(at, earlier)) } }
            }
        }
    }
}

fn buttons(at: usize, earlier: &EarlierShown) -> Markup {
    html! {
        @if earlier.can_open {
            button.quiet type="button" id={ "open-earlier-" (at) } data-event=(PeriodAct::Opened { at }.to_json()) {
                "Mở làm kỳ này" span.hidden { ": " (earlier.name) } }
            " "
        }
        button.quiet type="button" id={ "drop-earlier-" (at) } data-event=(PeriodAct::Dropped { at }.to_json()) {
            "Bỏ" @if earlier.periods.len() > 1 { " cả " (earlier.periods.len()) " kỳ" } span.hidden { " " (earlier.name) } }
    }
}

/// Whether a period is compared, and why not.
fn used(report: &Report, name: &str, period: Option<Period>) -> String {
    let Some(comparison) = &report.comparison else { return "chờ số liệu kỳ này".to_owned() };
    if report.tables().next().is_none() {
        return "chờ số liệu kỳ này".to_owned();
    }
    if let Some((_, reason)) = comparison.refused.iter().find(|(refused, _)| refused == name) {
        return format!("Không so. {reason}");
    }
    match comparison.periods.iter().rev().skip(1).position(|used| used.name == name && used.period == period) {
        Some(0) if comparison.far().is_some() => "có; giữa hai kỳ còn kỳ khác không có tệp".to_owned(),
        Some(0) => "có, là kỳ liền trước".to_owned(),
        Some(_) => "có, trong diễn biến".to_owned(),
        None => "không: đã có số liệu cùng kỳ từ tệp khác".to_owned(),
    }
}
