//! Above the table: the province, how many units stand in each list, and which.

use maud::Markup;
use maud::html;

use super::Sample;
use super::ViewOptions;
use super::unranked;
use super::words::Lists;
use super::words::low_limit;
use super::words::names;
use super::words::to_look_at;
use super::words::units_named;
use super::words::very_low_limit;
use crate::analysis::Report;
use crate::analysis::UnitResult;
use crate::documents::provisional;
use crate::domain::Percent;
use crate::text::numbers::print_decimal;
use crate::text::numbers::print_exact_percent;
use crate::text::numbers::print_percent;
use crate::units::UnitId;

pub(super) fn region(report: &Report, options: &ViewOptions) -> Markup {
    if report.tables().next().is_none() {
        return html! {};
    }
    let lists = Lists::of(report);
    let (low, very_low) = (low_limit(report), very_low_limit(report));
    let of_group =
        |(id, _): &&(UnitId, String)| report.catalogue.unit(id).is_none_or(|unit| unit.group == report.group());
    let missing: Vec<&str> = report.missing.iter().filter(of_group).map(|(_, name)| name.as_str()).collect();
    html! {
        @if let Some(sample) = options.sample {
            p.sample { "Đang xem " strong { "số liệu mẫu" } " (" (about(sample)) "). Chọn tệp của đơn vị để thay." }
        }
        h2 id="result-heading" tabindex="-1" { "Kết quả: " (report.group().label()) }
        dl.tiles {
            @if let Some(province) = &report.province {
                (tile("Toàn tỉnh", &print_percent(province.percent), if is_typed(report) { "tỷ lệ của tỉnh, do cán bộ nhập, không có trong tệp" } else { "tỷ lệ của tỉnh, lấy từ tệp" }, &[]))
            }
            // A list out of nothing would say that all is well where nothing is known.
            @if lists.shown.iter().any(|unit| unit.percent.is_some()) {
                (tile("«Thấp»", &format!("{} / {}", lists.low.len(), lists.shown.len()),
                    &format!("tỷ lệ dưới {}", low.with_rule(&print_exact_percent(Percent::new(low.value)))), &lists.low))
            }
            @if lists.shown.iter().any(|unit| unit.copies.is_some()) {
                (tile("«Quá thấp»", &format!("{} / {}", lists.very_low.len(), lists.shown.len()),
                    &format!("chứng thực điện tử dưới {}", very_low.with_rule(&print_decimal(very_low.value))), &lists.very_low))
            }
            @if !lists.without.is_empty() {
                (tile("Chưa có tỷ lệ", &lists.without.len().to_string(), "không xếp hạng", &lists.without))
            }
        }
        (notices(report))
        (unranked::why(report, &lists))
        (unranked::other_groups(report))
        @if report.province.is_none() {
            p.period {
                "Số toàn tỉnh: chưa có số liệu (tệp không có dòng «Toàn tỉnh» dùng được)" span.there { "; nhập được ở mục «Bộ ngưỡng»" } "."
            }
        }
        @if report.copies_period.is_some() || report.period.is_some() {
            p.period {
                @if let Some(period) = report.period { "Kỳ của tỷ lệ: " (period.printed()) ". " }
                @if let Some(period) = report.copies_period { "Kỳ của số chứng thực điện tử: " (period.printed()) ". " }
                @if let Some(sentence) = provisional(report) { (sentence) }
            }
        }
        @if !missing.is_empty() {
            p.missing { "Thiếu " (missing.len()) " đơn vị so với danh mục: " (names(missing)) "." }
        }
    }
}

/// How much of the data wants a look, and the way there: the list stands far below.
fn notices(report: &Report) -> Markup {
    html! {
        @if let Some(told) = to_look_at(report) { p.period.there { "Lưu ý về số liệu: " a href="#notices" { (told) } "." } }
    }
}

/// Whether an officer has typed the provincial figure, because no file gives it.
fn is_typed(report: &Report) -> bool {
    report.settings.province.is_some() && report.province.as_ref().is_some_and(|own| own.place.row.is_none())
}

fn about(sample: Sample) -> &'static str {
    match sample {
        Sample::Letter => "phụ lục công văn tháng 6/2023",
        Sample::Months => "phụ lục công văn tháng 6/2023, so với hai kỳ trước là số liệu minh họa",
        Sample::Portal => "bảng của cổng tỉnh, quý II/2023, số liệu minh họa",
    }
}

fn tile(term: &str, value: &str, explained: &str, units: &[&UnitResult]) -> Markup {
    html! {
        div {
            dt { (term) }
            dd.value { (value) }
            dd { (explained) }
            @if !units.is_empty() { dd.names { (units_named(units.iter().map(|unit| unit.short.as_str()))) } }
        }
    }
}
