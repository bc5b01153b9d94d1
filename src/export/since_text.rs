//! What changed since earlier periods and since an appendix was issued, as lines of text.

use crate::analysis::Change;
use crate::analysis::Comparison;
use crate::analysis::Listed;
use crate::analysis::Reconciled;
use crate::analysis::Report;
use crate::domain::Decimal;
use crate::domain::Period;
use crate::text::numbers::print_count;
use crate::text::numbers::print_decimal;
use crate::text::numbers::print_exact_percent;

/// The changes of all units that have any, and what must be known beside them.
pub(super) fn since(report: &Report, comparison: &Comparison) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(before) = comparison.before() {
        let period = before.period.map_or("không ghi kỳ".to_owned(), Period::printed);
        lines.push(format!("so với {} ({period}), {} kỳ đã nạp", before.name, comparison.periods.len() - 1));
    }
    lines.extend(comparison.province_change.map(|change| format!("toàn tỉnh: {} điểm phần trăm", signed(change))));
    for (unit, change) in report.units.iter().zip(&comparison.changes) {
        let told = told(change);
        if !told.is_empty() {
            lines.push(format!("{}: {}", unit.name, told.join("; ")));
        }
    }
    lines.extend(comparison.sums.iter().map(|sum| {
        format!(
            "{} (cũ): chứng thực {} → {} (cộng {})",
            sum.name,
            print_count(sum.copies_before),
            print_count(sum.copies_now),
            sum.of.join(", ")
        )
    }));
    lines.extend(comparison.gone.iter().map(|gone| {
        let into = if gone.into.is_empty() { String::new() } else { format!(" → {}", gone.into.join(", ")) };
        format!("{} (cũ){into}: không so, {}", gone.name, gone.reason)
    }));
    lines.extend(comparison.breaks.iter().map(|told| format!("! {told}")));
    lines.extend(comparison.refused.iter().map(|(file, reason)| format!("! {file}: {reason}")));
    lines
}

fn told(change: &Change) -> Vec<String> {
    let mut told = Vec::new();
    if let (Some(points), Some(before)) = (change.percent_change, change.percent_before) {
        told.push(format!("{} điểm phần trăm (từ {})", signed(points), print_exact_percent(before)));
    }
    match change.ranks_climbed {
        Some(ranks) if ranks > 0 => told.push(format!("tăng {ranks} bậc")),
        Some(ranks) if ranks < 0 => told.push(format!("giảm {} bậc", -ranks)),
        _ => {}
    }
    if let Some(copies) = change.copies_change.filter(|copies| *copies != 0) {
        let sign = if copies < 0 { "-" } else { "+" };
        told.push(format!("{sign}{} chứng thực", print_count(copies.unsigned_abs())));
    }
    for (listed, streak, word) in [
        (change.percent_listed, change.percent_streak, "tỷ lệ"),
        (change.copies_listed, change.copies_streak, "chứng thực"),
    ] {
        match listed {
            Listed::Entered => told.push(format!("vào danh sách nhắc về {word}")),
            Listed::Left => told.push(format!("ra khỏi danh sách nhắc về {word}")),
            Listed::Stayed if streak > 1 => told.push(format!("{streak} kỳ liên tiếp bị nhắc về {word}")),
            _ => {}
        }
    }
    told
}

fn signed(value: Decimal) -> String {
    let sign = if value > Decimal::default() { "+" } else { "" };
    format!("{sign}{}", print_decimal(value))
}

/// What an issued appendix says otherwise.
pub(super) fn differences(reconciled: &Reconciled) -> Vec<String> {
    let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "(trống)".to_owned());
    let units = reconciled
        .found
        .iter()
        .map(|own| format!("{}, {}: {} → {}", own.name, own.label(), text(&own.issued), text(&own.present)));
    let province = reconciled.province.map(|(issued, now)| {
        format!("Toàn tỉnh, tỷ lệ %: {} → {}", print_exact_percent(issued), print_exact_percent(now))
    });
    province.into_iter().chain(units).collect()
}
