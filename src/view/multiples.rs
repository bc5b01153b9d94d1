//! The components of every unit as small drawings alike, so that two units can be held against each other at a glance; and
//! the same in a table.

use maud::Markup;
use maud::html;

use super::download::Drawing;
use super::download::buttons;
use crate::analysis::Report;
use crate::analysis::UnitResult;
use crate::components::Score;
use crate::domain::Component;
use crate::text::numbers::print_decimal;

/// Heights in pixels: of a unit's name, of one bar with its place, of the bar, between units.
const NAME: usize = 20;
const ROW: usize = 16;
const BAR: usize = 11;
const GAP: usize = 14;
/// What stands where no file gives points: short enough for a small drawing.
const UNKNOWN: &str = "chưa có";
/// Drawings in a row.
const ACROSS: usize = 2;

pub(super) fn chart(report: &Report) -> Markup {
    let units: Vec<&UnitResult> = report
        .units_of(report.group())
        .filter(|unit| unit.scores.iter().any(|score| score.points().is_some()))
        .collect();
    let known = |component: &Component| {
        let has = |unit: &&UnitResult| score(unit, *component).and_then(Score::points).is_some();
        units.iter().any(has)
    };
    let components: Vec<Component> = Component::ALL.into_iter().filter(known).collect();
    if components.is_empty() {
        return html! {};
    }
    let each = NAME + ROW * components.len() + GAP;
    let height = each * units.len().div_ceil(ACROSS);
    html! {
        details id="multiples-all" {
            summary { "Các thành phần của từng đơn vị, cạnh nhau" }
            p.hint { "Mỗi thanh dài hết khung là đủ điểm tối đa của thành phần; phần trống là điểm mất. Thứ tự đơn vị theo hạng." }
            figure data-chart="thanh-phan" {
                svg id="multiples" width="100%" height=(height) role="img" aria-labelledby="multiples-title" aria-describedby="multiples-caption" {
                    title id="multiples-title" { "Điểm các thành phần của từng đơn vị trên điểm tối đa" }
                    @for (at, unit) in units.iter().enumerate() {
                        svg x={ (at % ACROSS * 51) "%" } y=(each * (at / ACROSS)) width="49%" height=(each) {
                            text x="0" y="14" { @if let Some(rank) = unit.rank { (rank) ". " } (unit.short) }
                            @for (row, component) in components.iter().enumerate() { (bar(unit, *component, NAME + ROW * row)) }
                        }
                    }
                }
                figcaption {
                    div.scroll role="region" tabindex="0" aria-labelledby="multiples-caption" {
                        table.figures.compact id="multiples-table" {
                            caption id="multiples-caption" { span { "Điểm từng thành phần: " (report.group().label()) } }
                            thead { tr { th scope="col" { "Đơn vị" }
                                @for component in &components { th scope="col" { (component.letter()) } }
                            } }
                            tbody { @for unit in &units { tr {
                                th scope="row" { (unit.short) }
                                @for component in &components { td.number { (in_words(score(unit, *component))) } }
                            } } }
                        }
                    }
                }
            }
            (buttons(report, &Drawing {
                id: "multiples",
                name: "thanh-phan",
                title: format!("Điểm các thành phần của từng đơn vị, {}", report.group().label()),
                earlier: Vec::new(),
                legend: "Mỗi thanh dài hết khung là đủ điểm tối đa của thành phần.".to_owned(),
            }))
        }
    }
}

fn score(unit: &UnitResult, component: Component) -> Option<&Score> {
    unit.scores.iter().find(|score| score.card.component == component)
}

/// Points of the most there are.
fn in_words(score: Option<&Score>) -> String {
    let told = score.and_then(|score| Some(format!("{}/{}", print_decimal(score.points()?), print_decimal(score.max))));
    told.unwrap_or_else(|| UNKNOWN.to_owned())
}

fn bar(unit: &UnitResult, component: Component, top: usize) -> Markup {
    let own = score(unit, component);
    let points = own.and_then(Score::points);
    let text = in_words(own);
    html! {
        text.tick x="0" y=(top + BAR - 1) { (component.letter()) }
        rect.track x="9%" y=(top) width="55%" height=(BAR) {}
        @if let Some((points, own)) = points.zip(own) {
            rect.bar x="9%" y=(top) width=(width(points.millionths(), own.max.millionths())) height=(BAR) {}
        }
        text.tick x="66%" y=(top + BAR - 1) { (text) }
    }
}

/// How wide a bar is, in percent, of the 55 it can have; drawn, not printed.
fn width(points: i64, max: i64) -> String {
    let hundredths = i128::from(points.clamp(0, max.max(0))) * 5_500 / i128::from(max.max(1));
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_wide_as_its_share_of_the_points() {
        assert_eq!(width(3_000_000, 6_000_000), "27.50%");
        assert_eq!(width(2_320_000, 4_000_000), "31.90%");
        assert_eq!((width(0, 2_000_000), width(3_000_000, 2_000_000)), ("0.00%".to_owned(), "55.00%".to_owned()));
    }
}
