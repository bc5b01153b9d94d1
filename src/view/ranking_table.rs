//! The ranking and warning table, column for column as the letter's appendix, with what is missing at its end.

use maud::Markup;
use maud::html;

use super::Action;
use super::SortKey;
use super::ViewOptions;
use super::formula::unusual;
use super::formula::usual;
use super::paging::Part;
use super::paging::pages;
use super::seen::Seen;
use super::since;
use super::words::NO_FIGURE;
use crate::analysis::Report;
use crate::analysis::UnitResult;
use crate::figures::Origin;
use crate::text::numbers::print_count;
use crate::text::numbers::print_decimal;
use crate::text::numbers::print_missing;
use crate::text::numbers::print_unrounded_percent;

pub(super) fn region(report: &Report, options: &ViewOptions) -> Markup {
    if report.tables().next().is_none() {
        return html! {};
    }
    let seen = Seen::in_order(report, options);
    if seen.units.is_empty() && seen.of > 0 {
        return html! { p { "Không đơn vị nào của bảng hợp với điều đang lọc. Hãy sửa hoặc bỏ lọc ở trên." } };
    }
    if seen.of == 0 && seen.own.is_some() {
        return html! { p { "Các tệp đã đọc không có đơn vị nào của nhóm riêng này. Hãy chọn nhóm khác ở trên." } };
    }
    if seen.units.is_empty() {
        return html! { p { "Các tệp đã đọc không có đơn vị nào thuộc nhóm «" (report.group().label()) "». Chọn nhóm khác ở trên." } };
    }
    let change = has_change(report, options);
    let part = seen.part(options);
    let copies_period = report.copies_period.map(|period| format!(" {}", period.printed())).unwrap_or_default();
    let usual = usual(seen.units.iter().map(|(unit, _)| *unit));
    html! {
        (pages(&part, false))
        div.scroll role="region" tabindex="0" aria-labelledby="ranking-caption" {
            table #ranking .with-change[change] data-part[!part.is_all()] {
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
                    (rows(report, &seen, &part, change))
                }
            }
        }
        (pages(&part, true))
        p.actions {
            button.quiet type="button" id="sheets-all" data-event=(Action::SheetOpened { unit: String::new() }.to_json()) {
                "Mở phiếu của " (part.len()) " đơn vị " @if part.is_all() { "trong bảng" } @else { "trong trang này của bảng" }
            }
        }
    }
}

/// Which units the page of the table that is looked at holds: `201–400 trên 10.000`.
#[must_use]
pub fn page_words(report: &Report, options: &ViewOptions) -> String {
    Seen::of(report, options).part(options).words()
}

/// How many units the table shows of those it could; `None` without a table.
#[must_use]
pub fn filter_words(report: &Report, options: &ViewOptions) -> Option<String> {
    report.tables().next()?;
    let seen = Seen::of(report, options);
    let (shown, of) = (print_count(seen.units.len() as u64), print_count(seen.of as u64));
    Some(match seen.units.len() {
        0 => format!("Không đơn vị nào trong {of} đơn vị hợp với điều đang lọc."),
        all if all == seen.of => format!("Bảng có đủ {of} đơn vị."),
        _ => format!("Bảng còn {shown} trên {of} đơn vị."),
    })
}

/// Every row of the table, for paper.
#[must_use]
pub fn all_rows(report: &Report, options: &ViewOptions) -> String {
    let seen = Seen::in_order(report, options);
    rows(report, &seen, &Part::all(seen.units.len()), has_change(report, options)).into_string()
}

fn has_change(report: &Report, options: &ViewOptions) -> bool {
    let compared = report.comparison.as_ref().is_some_and(|comparison| !comparison.changes.is_empty());
    compared && !options.periods.without_column
}

fn rows(report: &Report, seen: &Seen, part: &Part, change: bool) -> Markup {
    let usual = usual(seen.units.iter().map(|(unit, _)| *unit));
    let version = usual.as_ref().map(|(version, _)| *version);
    html! {
        @for (unit, rank) in &seen.units[part.range()] {
            (row(report, unit, *rank, seen, version, change.then(|| since::short(report, unit))))
        }
    }
}

fn row(
    report: &Report,
    unit: &UnitResult,
    rank: Option<u32>,
    seen: &Seen,
    usual: Option<&str>,
    change: Option<String>,
) -> Markup {
    let opens = Action::SheetOpened { unit: unit.id.as_str().to_owned() };
    let few = report.few_dossiers(unit);
    html! {
        tr data-unit=(unit.id.as_str()) {
            // Beside the cell's text, which scripts read as a number.
            td.number data-field="rank" data-said=[seen.is_tied(rank).then_some("đồng hạng")] { @match rank { Some(rank) => (rank), None => "–" } }
            th scope="row" data-field="name" { button type="button" id={ "unit-" (unit.id.as_str()) } data-event=(opens.to_json()) { (unit.name) } }
            td.number data-field="percent" {
                @match &unit.percent {
                    Some(given) => {
                        @let printed = report.settings.thresholds.print(given.value);
                        // The number stands at the right edge, below the others; what is said of it, to its left.
                        div.said { (printed)
                            @if let Some(exact) = print_unrounded_percent(given.value).filter(|exact| *exact != printed) { " " small { "(" (exact) ")" } }
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
        let of = |(missing, whole)| format!(" ({}/{} điểm)", print_missing(missing), print_decimal(whole));
        let in_points = unit.points_missing().map(of).unwrap_or_default();
        parts.push(format!("{} điểm %{in_points}", print_missing(points)));
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
