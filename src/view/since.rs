//! So với kỳ trước: what changed since the period before, in sentences first, then unit by unit, then drawn. What breaks
//! the series stands above all of it.

use maud::Markup;
use maud::html;

use super::PeriodAct;
use super::download::Drawing;
use super::download::buttons;
use super::period_words::called;
use super::period_words::ranks;
use super::period_words::shortly;
use super::period_words::signed;
use super::slope;
use super::trend;
use super::words::low_limit;
use super::words::names;
use crate::analysis::Change;
use crate::analysis::Comparison;
use crate::analysis::Listed;
use crate::analysis::PeriodUsed;
use crate::analysis::Report;
use crate::analysis::UnitResult;
use crate::domain::Decimal;
use crate::domain::Percent;
use crate::text::numbers::print_count;
use crate::text::numbers::print_exact_percent;

/// A unit with its change.
pub(super) type Changed<'report> = (&'report UnitResult, &'report Change);

/// The units shown, with their changes.
pub(super) fn changed(report: &Report) -> Vec<Changed<'_>> {
    let group = report.group();
    let changes = report.comparison.iter().flat_map(|comparison| &comparison.changes);
    report.units.iter().zip(changes).filter(|(unit, _)| unit.group == group).collect()
}

/// The period before and the present one; `None` where nothing is compared.
pub(super) fn two(comparison: &Comparison) -> Option<(&PeriodUsed, &PeriodUsed)> {
    let (now, earlier) = comparison.periods.split_last()?;
    Some((earlier.last()?, now))
}

pub(super) fn region(report: &Report, without_column: bool) -> Markup {
    let Some(comparison) = report.comparison.as_ref().filter(|_| report.tables().next().is_some()) else {
        return html! {};
    };
    let Some((before, now)) = two(comparison) else {
        return html! { p.missing { "Chưa so được: không kỳ nào đã nạp cùng loại với kỳ này. Lý do từng tệp nằm ở bảng trên." } };
    };
    let units = changed(report);
    html! {
        h3 id="since-heading" tabindex="-1" { "Kỳ này (" (period(now)) ") so với kỳ trước (" (period(before)) ")" }
        @if !comparison.breaks.is_empty() { ul.breaks { @for told in &comparison.breaks { li { (told) } } } }
        ul.since {
            @if let Some(change) = comparison.province_change {
                li { strong { "Toàn tỉnh: " } (signed(change)) " điểm phần trăm." }
            }
            (list("«Thấp»", &units, |change| (change.percent_listed, change.percent_streak)))
            (list("«Quá thấp»", &units, |change| (change.copies_listed, change.copies_streak)))
            (reminded(&units))
        }
        (table(report, &units, before, now))
        p.check {
            input type="checkbox" id="change-column" checked[!without_column]
                data-event=(PeriodAct::ColumnChosen.to_json());
            " " label for="change-column" { "Thêm cột «So với kỳ trước» vào bảng xếp hạng" }
        }
        p.hint { "Để có cột này trong phụ lục: mục «Sửa mẫu văn bản», chọn «Cột thêm của phụ lục»." }
        (successors(comparison))
        @let drawing = slope::drawing(report, &units, before, now);
        @let group = report.group().label();
        @let limit = print_exact_percent(Percent::new(low_limit(report).value));
        @if let Some((drawing, legend)) = drawing { h3 { "Biểu đồ hai kỳ" } (drawing) (buttons(report, &Drawing {
            id: "slope",
            name: "hai-ky",
            title: format!("Tỷ lệ nhóm “Số hóa hồ sơ”, {group}: {} và {}", period_short(before), period_short(now)),
            earlier: vec![&before.name],
                    legend,
        })) }
        @let drawing = trend::drawing(report, &units, comparison);
        @if let Some(drawing) = drawing { h3 { "Diễn biến từng đơn vị" } (drawing) (buttons(report, &Drawing {
            id: "trend",
            name: "dien-bien",
            title: format!("Diễn biến tỷ lệ nhóm “Số hóa hồ sơ”, {group}: {}", comparison.periods.iter().map(period_short).collect::<Vec<_>>().join("; ")),
            earlier: comparison.periods.iter().map(|used| used.name.as_str()).filter(|name| !name.is_empty()).collect(),
                    legend: format!("Mỗi chấm một kỳ, mọi hình cùng một thang. Đường gạch: ngưỡng «Thấp» {limit}. Chấm rỗng: số tạm thời."),
        })) }
    }
}

/// A period as it is called, with its mark where its figures were still running.
pub(super) fn period(used: &PeriodUsed) -> String {
    let running = if used.provisional { ", tạm thời" } else { "" };
    format!("{}{running}", called(used.period))
}

/// The same where there is little room.
pub(super) fn period_short(used: &PeriodUsed) -> String {
    let running = if used.provisional { ", tạm thời" } else { "" };
    format!("{}{running}", shortly(used.period))
}

/// Who entered, left and stayed in one list; those on end for several periods with their number.
fn list(word: &str, units: &[Changed<'_>], of: fn(&Change) -> (Listed, u32)) -> Markup {
    let those = |listed: Listed| {
        let told = |(unit, change): &Changed<'_>| {
            let (own, streak) = of(change);
            (own == listed).then(|| match streak {
                2.. => format!("{} ({streak} kỳ liên tiếp)", unit.short),
                _ => unit.short.clone(),
            })
        };
        units.iter().filter_map(told).collect::<Vec<_>>()
    };
    let (entered, left, stayed) = (those(Listed::Entered), those(Listed::Left), those(Listed::Stayed));
    if units.iter().all(|(_, change)| of(change).0 == Listed::Unknown) {
        return html! {};
    }
    let said = |units: &[String]| if units.is_empty() { "không có".to_owned() } else { units.join(", ") };
    html! { li { strong { (word) ": " } "mới vào: " (said(&entered)) "; ra khỏi: " (said(&left)) "; vẫn còn: " (said(&stayed)) "." } }
}

/// What became of those that were «Thấp»: whether they who were reminded improved.
fn reminded(units: &[Changed<'_>]) -> Markup {
    let noted: Vec<&Changed<'_>> =
        units.iter().filter(|(_, change)| matches!(change.percent_listed, Listed::Left | Listed::Stayed)).collect();
    let those = |which: fn(Decimal) -> bool| {
        let own = noted.iter().filter(|(_, change)| change.percent_change.is_some_and(which));
        own.map(|(unit, _)| unit.short.as_str()).collect::<Vec<_>>()
    };
    let part = |word: &str, units: Vec<&str>| match units.len() {
        0 => None,
        count => Some(format!("{count} {word} ({})", names(units))),
    };
    let parts = [
        part("tăng", those(|change| change > Decimal::default())),
        part("không đổi", those(|change| change == Decimal::default())),
        part("giảm", those(|change| change < Decimal::default())),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    html! {
        @if !parts.is_empty() { li { strong { "Các đơn vị «Thấp» kỳ trước: " } (parts.join("; ")) "." } }
    }
}

fn table(report: &Report, units: &[Changed<'_>], before: &PeriodUsed, now: &PeriodUsed) -> Markup {
    let copies = units.iter().any(|(unit, change)| unit.copies.is_some() || change.copies_before.is_some());
    html! {
        div.scroll role="region" tabindex="0" aria-labelledby="since-caption" {
            table #since-table {
                caption id="since-caption" { span { "Thay đổi của từng đơn vị: " (report.group().label()) } }
                thead { tr {
                    th scope="col" { "Đơn vị" }
                    th scope="col" { "Tỷ lệ kỳ trước" br; small { (period_short(before)) } }
                    th scope="col" { "Tỷ lệ kỳ này" br; small { (period_short(now)) } }
                    th scope="col" { "Tăng, giảm (điểm %)" }
                    th scope="col" { "Hạng trước → nay" }
                    th scope="col" { "Bậc" }
                    @if copies { th scope="col" { "Chứng thực trước → nay" } th scope="col" { "Tăng, giảm" } }
                    th scope="col" { "Danh sách nhắc" }
                } }
                tbody { @for (unit, change) in units {
                    tr data-change=(unit.id.as_str()) {
                        th scope="row" { (unit.name) }
                        td.number { (known(change.percent_before.map(print_exact_percent))) }
                        td.number { (known(unit.percent.as_ref().map(|given| print_exact_percent(given.value)))) }
                        td.number { (known(change.percent_change.map(signed))) }
                        td.number { (rank(change.rank_before)) " → " (rank(unit.rank)) }
                        td.moved { (known(change.ranks_climbed.map(ranks))) }
                        @if copies {
                            td.number { (known(change.copies_before.map(print_count))) " → "
                                (known(unit.copies.as_ref().map(|given| print_count(given.value)))) }
                            td.number { (known(change.copies_change.map(more))) }
                        }
                        td { (listed(change)) }
                    }
                } }
            }
        }
    }
}

fn known(text: Option<String>) -> String {
    text.unwrap_or_else(|| "–".to_owned())
}

fn rank(rank: Option<u32>) -> String {
    known(rank.map(|rank| rank.to_string()))
}

/// Copies more or fewer.
fn more(change: i64) -> String {
    let sign = match change {
        0 => "",
        1.. => "+",
        _ => "−",
    };
    format!("{sign}{}", print_count(change.unsigned_abs()))
}

/// Where a unit stands in both lists.
fn listed(change: &Change) -> Markup {
    let told = |word: &str, listed: Listed, streak: u32| match listed {
        Listed::Entered => Some(format!("mới vào «{word}»")),
        Listed::Left => Some(format!("ra khỏi «{word}»")),
        Listed::Stayed if streak > 1 => Some(format!("{streak} kỳ liên tiếp «{word}»")),
        Listed::Stayed => Some(format!("vẫn «{word}»")),
        Listed::Out | Listed::Unknown => None,
    };
    let parts = [
        told("Thấp", change.percent_listed, change.percent_streak),
        told("Quá thấp", change.copies_listed, change.copies_streak),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    html! { @for (at, part) in parts.iter().enumerate() { @if at > 0 { "; " } (part) } }
}

/// The change of one unit as the ranking shows it; empty where nothing is compared.
pub(super) fn short(report: &Report, unit: &UnitResult) -> String {
    let change = report.comparison.as_ref().and_then(|own| own.changes.iter().find(|change| change.id == unit.id));
    let Some(change) = change else { return String::new() };
    let points = change.percent_change.map(|points| format!("{} điểm", signed(points)));
    let parts: Vec<String> = points.into_iter().chain(change.ranks_climbed.map(ranks)).collect();
    if parts.is_empty() { "–".to_owned() } else { parts.join("; ") }
}

/// Units of the period before that are no more, and counts within old borders.
fn successors(comparison: &Comparison) -> Markup {
    html! {
        @if !comparison.sums.is_empty() {
            h3 { "Cộng theo ranh giới cũ" }
            ul { @for sum in &comparison.sums {
                li { (sum.name) " (cũ): chứng thực điện tử " (print_count(sum.copies_before)) " → " (print_count(sum.copies_now))
                    ", cộng của " (names(sum.of.iter().map(String::as_str))) "." }
            } }
        }
        @if !comparison.gone.is_empty() {
            details #gone {
                summary { "Đơn vị kỳ trước không còn hoặc đã đổi ranh giới: " (comparison.gone.len()) }
                ul { @for gone in &comparison.gone {
                    li { (gone.name) " (cũ)"
                        @if !gone.into.is_empty() { " → " (names(gone.into.iter().map(String::as_str))) }
                        ": không so, " (gone.reason) "." }
                } }
            }
        }
    }
}
