//! Diễn biến: a small drawing a unit over all periods of the series, all on one scale, with the line of the limit. A period
//! without a figure, or under another formula, breaks the line; nothing is drawn across.

use maud::Markup;
use maud::html;

use super::since::Changed;
use super::since::period_short;
use super::words::low_limit;
use crate::analysis::Change;
use crate::analysis::Comparison;
use crate::analysis::PeriodUsed;
use crate::analysis::Report;
use crate::analysis::UnitResult;
use crate::domain::Percent;
use crate::text::numbers::print_exact_percent;
use crate::text::numbers::print_percent;

/// Pixels: above the line, of the line, of the whole.
const TOP: i64 = 44;
const LINE: i64 = 60;
const HEIGHT: i64 = TOP + LINE + 10;

/// Units that are drawn without being asked for; more are folded away, and leave paper to the table.
const OPEN: usize = 30;

/// With two periods the lines between them say all.
const PERIODS: usize = 3;

/// What all drawings share.
struct Scale<'report> {
    periods: &'report [PeriodUsed],
    least: i64,
    most: i64,
    limit: Percent,
}

impl Scale<'_> {
    const fn down(&self, value: Percent) -> i64 {
        let range = self.most - self.least;
        TOP + (self.most - value.value().millionths()) * LINE / if range == 0 { 1 } else { range }
    }

    /// From two hundredths of the width to ninety-eight, so that no end is cut.
    fn across(&self, at: usize) -> String {
        format!("{}%", 2 + 96 * at / self.periods.len().saturating_sub(1).max(1))
    }
}

pub(super) fn drawing(report: &Report, units: &[Changed<'_>], comparison: &Comparison) -> Option<Markup> {
    let drawn: Vec<&Changed<'_>> =
        units.iter().filter(|(_, change)| change.history.iter().flatten().count() > 1).collect();
    let periods = &comparison.periods;
    if drawn.is_empty() || periods.len() < PERIODS {
        return None;
    }
    let limit = Percent::new(low_limit(report).value);
    let values = || drawn.iter().flat_map(|(_, change)| change.history.iter().flatten()).chain([&limit]);
    let values = || values().map(|value| value.value().millionths());
    let scale = Scale { periods, least: values().min()?, most: values().max()?, limit };
    let figure = html! {
        figure.wide {
            div #trend .small role="group" aria-describedby="trend-words" { @for (unit, change) in &drawn { (of(unit, change, &scale)) } }
            figcaption id="trend-words" {
                "Mỗi chấm một kỳ: " (periods.iter().map(period_short).collect::<Vec<_>>().join("; "))
                ". Mọi hình cùng một thang. Đường gạch: ngưỡng «Thấp» " (print_exact_percent(limit))
                ". Chấm rỗng: số tạm thời. Chỗ đứt: kỳ không có số liệu hoặc khác công thức."
            }
        }
    };
    Some(if drawn.len() > OPEN {
        html! { details #trend-all { summary { "Xem " (drawn.len()) " đơn vị" } (figure) } }
    } else {
        figure
    })
}

fn of(unit: &UnitResult, change: &Change, scale: &Scale<'_>) -> Markup {
    let ends = [change.history.iter().flatten().next(), change.history.iter().flatten().last()];
    let ends: Vec<String> = ends.into_iter().flatten().map(|value| print_percent(*value)).collect();
    let low = if unit.percent_note.is_some() { " – Thấp" } else { "" };
    html! {
        svg width="100%" height=(HEIGHT) role="img" aria-label={ (unit.short) ": " (said(change, scale.periods)) (low) } {
            text.axis x="0" y="14" { (unit.short) }
            text.value x="0" y="32" { (ends.join(" → ")) (low) }
            line.limit x1="0" x2="100%" y1=(scale.down(scale.limit)) y2=(scale.down(scale.limit)) {}
            @for (at, pair) in change.history.windows(2).enumerate() {
                @if let [Some(from), Some(to)] = pair {
                    line.rises x1=(scale.across(at)) x2=(scale.across(at + 1)) y1=(scale.down(*from)) y2=(scale.down(*to)) {}
                }
            }
            @for (at, value) in change.history.iter().enumerate() {
                @if let Some(value) = value {
                    @let running = scale.periods.get(at).is_some_and(|used| used.provisional);
                    circle class=(if running { "end low-end" } else { "end" }) cx=(scale.across(at)) cy=(scale.down(*value)) r="4" {}
                }
            }
        }
    }
}

/// Each period with its percentage, a gap told.
fn said(change: &Change, periods: &[PeriodUsed]) -> String {
    let one = |(used, value): (&PeriodUsed, &Option<Percent>)| {
        format!("{} {}", period_short(used), value.map_or_else(|| "chưa có số liệu".to_owned(), print_percent))
    };
    periods.iter().zip(&change.history).map(one).collect::<Vec<_>>().join("; ")
}
