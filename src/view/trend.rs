//! Diễn biến: a small line a unit over all periods of the series, with the line of the limit. A period without a figure, or
//! under another formula, breaks the line; nothing is drawn across.

use maud::Markup;
use maud::html;

use super::since::Changed;
use super::since::period_short as period;
use crate::analysis::Comparison;
use crate::analysis::Report;
use crate::domain::Percent;
use crate::text::numbers::print_percent;

/// Pixels: above the first unit, of one unit, of its label, of its line.
const TOP: i64 = 22;
const UNIT: i64 = 66;
const LABEL: i64 = 16;
const LINE: i64 = 38;

/// With two periods the lines between them say all.
const PERIODS: usize = 3;

pub(super) fn drawing(report: &Report, units: &[Changed<'_>], comparison: &Comparison) -> Option<Markup> {
    let drawn: Vec<&Changed<'_>> =
        units.iter().filter(|(_, change)| change.history.iter().flatten().count() > 1).collect();
    let periods = comparison.periods.len();
    if drawn.is_empty() || periods < PERIODS {
        return None;
    }
    let limit = report.settings.thresholds.rate_low;
    let millionths = |value: Percent| value.value().millionths();
    let values = || drawn.iter().flat_map(|(_, change)| change.history.iter().flatten()).chain([&limit]);
    let (least, most) = (values().copied().map(millionths).min()?, values().copied().map(millionths).max()?);
    let height = TOP + UNIT * i64::try_from(drawn.len()).ok()?;
    let down = |top: i64, value: Percent| top + LABEL + 6 + (most - millionths(value)) * LINE / (most - least).max(1);
    // From a hundredth to ninety-nine of the width, so that no end is cut.
    let across = |at: usize| format!("{}%", 1 + 98 * at / (periods - 1));
    Some(html! {
        figure {
            svg #trend width="100%" height=(height) role="img" aria-labelledby="trend-title" aria-describedby="trend-words" {
                title id="trend-title" { "Tỷ lệ từng đơn vị qua " (periods) " kỳ" }
                text.axis x="0" y="12" { (comparison.periods.first().map(period).unwrap_or_default()) " → " (comparison.periods.last().map(period).unwrap_or_default()) }
                @for (number, (unit, change)) in (0_i64..).zip(&drawn) {
                    @let top = TOP + UNIT * number;
                    text x="0" y=(top + LABEL - 4) { (unit.short) ": " (said(&change.history)) @if unit.percent_note.is_some() { " – Thấp" } }
                    line.limit x1="0" x2="100%" y1=(down(top, limit)) y2=(down(top, limit)) {}
                    @for (at, pair) in change.history.windows(2).enumerate() {
                        @if let [Some(from), Some(to)] = pair {
                            line.rises x1=(across(at)) x2=(across(at + 1)) y1=(down(top, *from)) y2=(down(top, *to)) {}
                        }
                    }
                    @for (at, value) in change.history.iter().enumerate() {
                        @if let Some(value) = value {
                            @let running = comparison.periods.get(at).is_some_and(|used| used.provisional);
                            circle class=(if running { "end low-end" } else { "end" }) cx=(across(at)) cy=(down(top, *value)) r="4" {}
                        }
                    }
                }
            }
            figcaption id="trend-words" {
                "Mỗi chấm một kỳ: " (comparison.periods.iter().map(period).collect::<Vec<_>>().join("; "))
                ". Đường gạch: ngưỡng «Thấp» " (print_percent(limit)) ". Chấm rỗng: số tạm thời. Chỗ đứt: kỳ không có số liệu hoặc khác công thức."
            }
        }
    })
}

/// The percentages in their order, a gap told.
fn said(history: &[Option<Percent>]) -> String {
    let said = history.iter().map(|value| value.map_or_else(|| "–".to_owned(), print_percent));
    said.collect::<Vec<_>>().join(" → ")
}
