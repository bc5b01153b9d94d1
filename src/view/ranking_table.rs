//! The ranking and warning table, column for column as the letter's appendix, with what is missing at its end.

use std::cmp::Ordering;

use maud::Markup;
use maud::html;

use super::Action;
use super::SortKey;
use super::ViewOptions;
use super::formula::unusual;
use super::formula::usual;
use super::seen::Seen;
use super::since;
use super::words::NO_FIGURE;
use super::words::exact;
use crate::analysis::Report;
use crate::analysis::UnitResult;
use crate::analysis::dossiers;
use crate::domain::Percent;
use crate::figures::Origin;
use crate::text::collation_key;
use crate::text::numbers::print_count;
use crate::text::numbers::print_decimal;
use crate::warnings::Thresholds;

pub(super) fn region(report: &Report, options: &ViewOptions) -> Markup {
    if report.tables().next().is_none() {
        return html! {};
    }
    let mut seen = Seen::of(report, options);
    seen.units.sort_by(|one, other| compare(*one, *other, options));
    if seen.units.is_empty() && seen.of > 0 {
        return html! { p { "Không đơn vị nào của bảng hợp với điều đang lọc. Hãy sửa hoặc bỏ lọc ở trên." } };
    }
    if seen.of == 0 && seen.own.is_some() {
        return html! { p { "Các tệp đã đọc không có đơn vị nào của nhóm riêng này. Hãy chọn nhóm khác ở trên." } };
    }
    if seen.units.is_empty() {
        return html! { p { "Các tệp đã đọc không có đơn vị nào thuộc nhóm «" (report.group().label()) "». Chọn nhóm khác ở trên." } };
    }
    let change = report.comparison.as_ref().is_some_and(|comparison| !comparison.changes.is_empty());
    let change = change && !options.periods.without_column;
    let copies_period = report.copies_period.map(|period| format!(" {}", period.printed())).unwrap_or_default();
    let usual = usual(seen.units.iter().map(|(unit, _)| *unit));
    let version = usual.as_ref().map(|(version, _)| *version);
    html! {
        div.scroll role="region" tabindex="0" aria-labelledby="ranking-caption" {
            table #ranking .with-change[change] {
                caption id="ranking-caption" {
                    span {
                        "Xếp hạng nhóm chỉ số “Số hóa hồ sơ”: " (seen.label(report))
                        // On paper too: a table that leaves units out must say so.
                        @if seen.units.len() < seen.of { " – chỉ " (seen.units.len()) " trên " (seen.of) " đơn vị, đang lọc" }
                        @if let Some((_, formula)) = &usual { br; span.formula { "Cách tính tỷ lệ: " (formula) "." } }
                    }
                    " " span.sorted { "(sắp xếp theo " (options.sort.label()) ", " (direction(options)) ")" }
                }
                thead {
                    tr {
                        (sortable(SortKey::Rank, "Hạng", options))
                        (sortable(SortKey::Name, "Tên đơn vị", options))
                        (sortable(SortKey::Percent, "Tỷ lệ % tổng chung nhóm số hóa hồ sơ", options))
                        th scope="col" { "Ghi chú" span.hidden { " về tỷ lệ" } }
                        (sortable(SortKey::Copies, &format!("Chứng thực điện tử bản sao từ bản chính{copies_period}"), options))
                        th scope="col" { "Ghi chú" span.hidden { " về chứng thực" } }
                        th scope="col" { "Còn thiếu để đạt ngưỡng" }
                        @if change { th scope="col" { "So với kỳ trước" } }
                    }
                }
                tbody {
                    @for (unit, rank) in &seen.units {
                        (row(unit, *rank, &seen, version, &report.settings.thresholds, change.then(|| since::short(report, unit))))
                    }
                }
            }
        }
        p.actions {
            button.quiet type="button" id="sheets-all" data-event=(Action::SheetOpened { unit: String::new() }.to_json()) {
                "Mở phiếu của " (seen.units.len()) " đơn vị trong bảng"
            }
        }
    }
}

fn row(
    unit: &UnitResult,
    rank: Option<u32>,
    seen: &Seen,
    usual: Option<&str>,
    limits: &Thresholds,
    change: Option<String>,
) -> Markup {
    let opens = Action::SheetOpened { unit: unit.id.as_str().to_owned() };
    let few = dossiers(unit).filter(|count| *count < limits.few_dossiers);
    html! {
        tr data-unit=(unit.id.as_str()) {
            // Beside the cell's text, which scripts read as a number.
            td.number data-field="rank" data-said=[seen.is_tied(rank).then_some("đồng hạng")] { @match rank { Some(rank) => (rank), None => "–" } }
            th scope="row" data-field="name" { button type="button" id={ "unit-" (unit.id.as_str()) } data-event=(opens.to_json()) { (unit.name) } }
            td.number data-field="percent" {
                @match &unit.percent {
                    Some(given) => {
                        @let printed = limits.print(given.value);
                        // The number stands at the right edge, below the others; what is said of it, to its left.
                        div.said { (printed)
                            @if let Some(exact) = exact(given.value).filter(|exact| *exact != printed) { " " small { "(" (exact) ")" } }
                            @if unit.origin == Some(Origin::Computed) { " " small { "tính từ điểm" } }
                            @if let Some(version) = unusual(unit, usual) { " " small { "(" (version) ")" } }
                            @if let Some(few) = few { " " small.few { "ít hồ sơ: " (few) } }
                        }
                    }
                    None => span.none { (NO_FIGURE) },
                }
            }
            td data-field="percent-note" { @if let Some(warning) = unit.percent_note { strong.note.low { (warning.card.word) } } }
            td.number data-field="copies" {
                @match &unit.copies {
                    Some(given) => (print_count(given.value)),
                    None => span.none { (NO_FIGURE) },
                }
            }
            td data-field="copies-note" { @if let Some(warning) = unit.copies_note { strong.note.very-low { (warning.card.word) } } }
            td data-field="missing" { (missing(unit)) }
            @if let Some(change) = change { td data-field="change" { (change) } }
        }
    }
}

/// What the unit lacks to leave its notes.
fn missing(unit: &UnitResult) -> String {
    let mut parts = Vec::new();
    if let Some(points) = unit.percent_missing() {
        let of_22 = Percent::index_points(points);
        parts.push(format!("{} điểm % ({}/22 điểm)", print_decimal(points), print_decimal(of_22)));
    }
    if let Some(copies) = unit.copies_missing() {
        parts.push(format!("{} hồ sơ chứng thực", print_count(copies)));
    }
    parts.join("; ")
}

fn sortable(key: SortKey, label: &str, options: &ViewOptions) -> Markup {
    let sorted = (options.sort == key).then(|| if options.falling() { "descending" } else { "ascending" });
    let mark = match sorted {
        Some("descending") => "▼",
        Some(_) => "▲",
        None => "↕",
    };
    html! {
        th scope="col" aria-sort=[sorted] {
            button type="button" id={ "sort-" (key.code()) }
                data-event=(Action::SortBy { key }.to_json()) {
                (label) span.mark aria-hidden="true" { (mark) }
            }
        }
    }
}

fn direction(options: &ViewOptions) -> &'static str {
    if options.falling() { "giảm dần" } else { "tăng dần" }
}

/// The order of two units; a unit without the figure sorted by stands last whichever way the order runs.
fn compare(
    (one, rank): (&UnitResult, Option<u32>),
    (other, other_rank): (&UnitResult, Option<u32>),
    options: &ViewOptions,
) -> Ordering {
    let turn = |order: Ordering| if options.falling() { order.reverse() } else { order };
    let by = |one: Option<u64>, other: Option<u64>| match (one, other) {
        (Some(one), Some(other)) => turn(one.cmp(&other)),
        (one, other) => other.is_some().cmp(&one.is_some()),
    };
    let percent =
        |unit: &UnitResult| unit.percent.as_ref().map(|given| given.value.value().millionths().unsigned_abs());
    match options.sort {
        SortKey::Rank => by(rank.map(u64::from), other_rank.map(u64::from)),
        SortKey::Name => turn(collation_key(&one.short).cmp(&collation_key(&other.short))),
        SortKey::Percent => by(percent(one), percent(other)),
        SortKey::Copies => {
            by(one.copies.as_ref().map(|given| given.value), other.copies.as_ref().map(|given| given.value))
        }
    }
}
