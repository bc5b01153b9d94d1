//! Bars of the percentages with the line of the limit, and the same said in words.
//!
//! Each bar lies under its own label, so that the drawing is as wide as its place and its letters keep their size on a
//! narrow screen and in print. Units below the limit are hatched: the drawing holds without colour.

use maud::Markup;
use maud::html;

use super::ViewOptions;
use super::download::Drawing;
use super::download::buttons;
use super::formula::usual;
use super::paging::ROWS;
use super::seen::Seen;
use super::words::Lists;
use super::words::NO_FIGURE;
use super::words::low_limit;
use crate::analysis::Report;
use crate::analysis::UnitResult;
use crate::domain::Decimal;
use crate::domain::Percent;
use crate::text::numbers::print_exact_percent;
use crate::text::numbers::print_percent;

/// Heights in pixels: above the first bar, of one unit with its label, of the label, of the bar.
const TOP: usize = 24;
const UNIT: usize = 40;
const LABEL: usize = 16;
const BAR: usize = 14;

/// Units whose bars fit on a sheet of paper below a heading; a longer drawing would be cut through its bars.
const ON_A_SHEET: usize = 20;

pub(super) fn region(report: &Report, options: &ViewOptions) -> Markup {
    let lists = Lists::of(report);
    let deciding = low_limit(report);
    let limit = Percent::new(deciding.value);
    let printed = print_exact_percent(limit);
    let percents = lists.shown.iter().filter_map(|unit| Some(unit.percent.as_ref()?.value));
    let Some(most) = percents.max() else { return html! {} };
    // One scale for all, whichever page of them is drawn.
    let most = most.max(Percent::new(Decimal::whole(100)));
    let (shown, which) = shown(report, options, lists);
    let drawn: Vec<(&UnitResult, Percent)> =
        shown.iter().filter_map(|unit| Some((*unit, unit.percent.as_ref()?.value))).collect();
    let across = |value: Percent| position(value, most);
    let height = TOP + UNIT * drawn.len() + 4;
    let long = drawn.len() > ON_A_SHEET;
    html! {
        h2 { "Biểu đồ tỷ lệ và ngưỡng «Thấp»" }
        @if let Some(which) = &which { p.hint { "Vẽ trang đang xem của bảng xếp hạng: đơn vị " (which) "." } }
        @if let Some((_, formula)) = usual(shown.iter().copied()) { p.hint { "Cách tính tỷ lệ: " (formula) "." } }
        @if long {
            p.on-paper {
                "Biểu đồ của " (drawn.len()) " đơn vị dài hơn một trang giấy nên không in ở đây; lưu biểu đồ (SVG, PNG) để in riêng. \
                 Số liệu có đủ trong bảng xếp hạng."
            }
        }
        figure.long[long] {
            svg #bars width="100%" height=(height) role="img" aria-labelledby="chart-title" aria-describedby="chart-words" {
                title id="chart-title" { "Tỷ lệ nhóm Số hóa hồ sơ của từng đơn vị, so với ngưỡng " (printed) }
                defs {
                    pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                        rect.bar-low width="6" height="6" {}
                        rect.hatch width="2" height="6" {}
                    }
                }
                @for (at, (unit, value)) in drawn.iter().enumerate() {
                    @let top = TOP + UNIT * at;
                    @let low = unit.percent_note.is_some();
                    text x="0" y=(top + LABEL - 4) { (unit.short) ": " (print_percent(*value)) @if low { " – Thấp" } }
                    rect.track x="0" y=(top + LABEL) width="100%" height=(BAR) {}
                    rect x="0" y=(top + LABEL) width=(across(*value)) height=(BAR) class=(if low { "low" } else { "bar" }) {}
                }
                line.limit x1=(across(limit)) x2=(across(limit)) y1=(TOP - 6) y2=(height) {}
                text.limit-label x=(across(limit)) y=(TOP - 10) text-anchor="middle" { "Ngưỡng " (printed) }
            }
            figcaption {
                details {
                    summary { "Biểu đồ bằng chữ" }
                    div id="chart-words" {
                        p { "Ngưỡng «Thấp» là " (deciding.with_rule(&printed)) "." }
                        ol { @for unit in &shown { li { (in_words(unit)) } } }
                    }
                }
            }
        }
        (buttons(report, &Drawing {
            id: "bars",
            name: "ty-le-va-nguong",
            title: format!("Tỷ lệ nhóm “Số hóa hồ sơ”, {}{}", report.group().label(), which.map(|which| format!(", đơn vị {which}")).unwrap_or_default()),
            earlier: Vec::new(),
            legend: format!("Gạch chéo: dưới ngưỡng «Thấp» {printed}."),
        }))
    }
}

/// The units that are drawn; where they are too many for one page, those of the table's page, and which these are.
fn shown<'report>(
    report: &'report Report,
    options: &ViewOptions,
    lists: Lists<'report>,
) -> (Vec<&'report UnitResult>, Option<String>) {
    if lists.shown.len() <= ROWS {
        return (lists.shown, None);
    }
    let seen = Seen::in_order(report, options);
    let part = seen.part(options);
    (seen.units[part.range()].iter().map(|(unit, _)| *unit).collect(), Some(part.words()))
}

/// How far right a value lies, in percent of the width, to a hundredth; drawn, not printed.
fn position(value: Percent, most: Percent) -> String {
    let (value, most) = (value.value().millionths(), most.value().millionths().max(1));
    let hundredths = i128::from(value) * 10_000 / i128::from(most);
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

fn in_words(unit: &UnitResult) -> String {
    let Some(given) = &unit.percent else { return format!("{}: {NO_FIGURE}", unit.name) };
    let place = if unit.percent_note.is_some() { "dưới" } else { "đạt" };
    format!("{}: {}, {place} ngưỡng", unit.name, print_percent(given.value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_lies_at_its_share_of_the_width() {
        let percent = |plain: &str| Percent::new(Decimal::from_plain(plain).unwrap());
        assert_eq!(position(percent("72.3"), percent("100")), "72.30%");
        assert_eq!(position(percent("120"), percent("120")), "100.00%");
        assert_eq!(position(percent("60"), percent("120")), "50.00%");
    }
}
