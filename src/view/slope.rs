//! Biểu đồ hai kỳ: a line a unit from the period before to this one, names at its end. A line that falls is dashed, one that
//! stands still dotted, the end of a unit below the limit hollow: the drawing holds without colour.

use std::cmp::Reverse;

use maud::Markup;
use maud::html;

use super::since::Changed;
use super::since::period;
use super::since::period_short;
use super::words::low_limit;
use crate::analysis::Listed;
use crate::analysis::PeriodUsed;
use crate::analysis::Report;
use crate::domain::Percent;
use crate::domain::sort_by_key;
use crate::text::numbers::print_exact_percent;
use crate::text::numbers::print_percent;

/// Pixels: above the drawing, of a label's line, of the smallest drawing; how many units are drawn at the most.
const TOP: i64 = 36;
const LINE: i64 = 19;
const LEAST: i64 = 260;
const MOST: usize = 24;

/// Where the lines begin and end, in percent of the width: room for a number at the left, for a number and a name at the right.
const LEFT: &str = "20%";
const RIGHT: &str = "52%";

/// One unit's line.
struct Line<'report> {
    name: &'report str,
    before: Percent,
    now: Percent,
    low: (bool, bool),
}

/// The drawing, and what its marks mean where it stands alone.
pub(super) fn drawing(
    report: &Report,
    units: &[Changed<'_>],
    before: &PeriodUsed,
    now: &PeriodUsed,
) -> Option<(Markup, String)> {
    let mut lines: Vec<Line<'_>> = units
        .iter()
        .filter_map(|(unit, change)| {
            // Where the two are no series nothing is drawn between them.
            change.percent_change?;
            let now = unit.percent.as_ref()?.value;
            let before = change.percent_before?;
            let was_low = matches!(change.percent_listed, Listed::Left | Listed::Stayed);
            Some(Line { name: &unit.short, before, now, low: (was_low, unit.percent_note.is_some()) })
        })
        .collect();
    if lines.is_empty() {
        return None;
    }
    let all = lines.len();
    if all > MOST {
        // Those that moved most say most; the table has them all.
        sort_by_key(&mut lines, |line| Reverse(moved(line).abs()));
        lines.truncate(MOST);
    }
    let limit = Percent::new(low_limit(report).value);
    let values = || lines.iter().flat_map(|line| [line.before, line.now]).chain([limit]).map(millionths);
    let (least, most) = (values().min()?, values().max()?);
    // Half as much again as the labels need, so that most of them stand at their points.
    let height = LEAST.max(LINE * i64::try_from(lines.len()).ok()? * 3 / 2);
    let down = |value: Percent| TOP + (most - millionths(value)) * height / (most - least).max(1);
    let ends = |of: fn(&Line<'_>) -> Percent| {
        let values: Vec<Percent> = lines.iter().map(of).collect();
        spread(&values, &down, TOP + height + LINE / 2)
    };
    let (left, right) = (ends(|line| line.before), ends(|line| line.now));
    let most_moved = (all > MOST).then(|| format!(" Chỉ vẽ {MOST} trong {all} đơn vị thay đổi nhiều nhất."));
    let drawing = html! {
        figure {
            svg #slope width="100%" height=(TOP + height + LINE) role="img" aria-labelledby="slope-title" aria-describedby="slope-words" {
                title id="slope-title" { "Tỷ lệ từng đơn vị, " (period(before)) " và " (period(now)) }
                text.axis x=(LEFT) y="14" text-anchor="middle" { (period_short(before)) }
                text.axis x=(RIGHT) y="14" text-anchor="middle" { (period_short(now)) }
                line.frame x1=(LEFT) x2=(LEFT) y1=(TOP - 12) y2=(TOP + height + 8) {}
                line.frame x1=(RIGHT) x2=(RIGHT) y1=(TOP - 12) y2=(TOP + height + 8) {}
                line.limit x1=(LEFT) x2=(RIGHT) y1=(down(limit)) y2=(down(limit)) {}
                @for line in &lines {
                    line class=(way(line)) x1=(LEFT) x2=(RIGHT) y1=(down(line.before)) y2=(down(line.now)) {}
                }
                // Within these, pixels are counted from the two ends.
                svg x=(LEFT) overflow="visible" {
                    @for (line, label) in lines.iter().zip(&left) {
                        (point(down(line.before), *label, -1, line.low.0))
                        text.value x="-26" y=(label + 5) text-anchor="end" { (print_percent(line.before)) }
                    }
                }
                svg x=(RIGHT) overflow="visible" {
                    @for (line, label) in lines.iter().zip(&right) {
                        (point(down(line.now), *label, 1, line.low.1))
                        text.value x="26" y=(label + 5) { (print_percent(line.now)) " " (line.name) }
                    }
                }
            }
            figcaption id="slope-words" {
                "Nét liền: tăng; nét đứt: giảm; nét chấm: không đổi. Chấm rỗng: dưới ngưỡng «Thấp». Đường gạch ngang: ngưỡng " (print_exact_percent(limit)) "."
                (most_moved.as_deref().unwrap_or_default())
                " Số liệu nằm ở bảng «Thay đổi của từng đơn vị»."
            }
        }
    };
    let legend = format!(
        "Nét liền: tăng; nét đứt: giảm; nét chấm: không đổi. Chấm rỗng: dưới ngưỡng «Thấp» {}.{}",
        print_exact_percent(limit),
        most_moved.unwrap_or_default()
    );
    Some((drawing, legend))
}

/// The end of a line, and what leads from it to its label; `side` is −1 at the left, 1 at the right.
fn point(at: i64, label: i64, side: i64, low: bool) -> Markup {
    html! {
        line.leader x1=(6 * side) x2=(23 * side) y1=(at) y2=(label) {}
        circle class=(if low { "end low-end" } else { "end" }) cx="0" cy=(at) r="4" {}
    }
}

const fn millionths(value: Percent) -> i64 {
    value.value().millionths()
}

const fn moved(line: &Line<'_>) -> i64 {
    millionths(line.now) - millionths(line.before)
}

const fn way(line: &Line<'_>) -> &'static str {
    match moved(line) {
        0 => "stays",
        1.. => "rises",
        _ => "falls",
    }
}

/// Places for labels, a line apart at the least, each as near its point as the others let it; of points that fall together the
/// higher value stands above.
fn spread(values: &[Percent], down: &dyn Fn(Percent) -> i64, end: i64) -> Vec<i64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    sort_by_key(&mut order, |at| Reverse(values[*at]));
    let mut placed: Vec<i64> = values.iter().map(|value| down(*value)).collect();
    let mut free = i64::MIN;
    for at in &order {
        placed[*at] = placed[*at].max(free);
        free = placed[*at] + LINE;
    }
    // What was pushed over the end goes up again.
    let mut free = end;
    for at in order.iter().rev() {
        placed[*at] = placed[*at].min(free);
        free = placed[*at] - LINE;
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Decimal;

    #[test]
    fn labels_stand_a_line_apart_and_in_the_order_of_their_values() {
        // A pixel a point, from 100 down.
        let down = |value: Percent| 100 - value.value().millionths() / 1_000_000;
        let case = |values: &[&str], expected: &[i64]| {
            let values: Vec<Percent> =
                values.iter().map(|plain| Percent::new(Decimal::from_plain(plain).unwrap())).collect();
            assert_eq!(spread(&values, &down, 100), expected, "{values:?}");
        };
        case(&["60", "5"], &[40, 95]);
        case(&["60", "55", "59"], &[40, 78, 59]); // 19 below each other, in the order 60, 59, 55
        case(&["50.1", "50.2"], &[69, 50]); // one pixel, the higher value above
        case(&["0", "1"], &[100, 81]); // the last ends where the drawing does
        case(&[], &[]);
    }
}
