//! Biểu đồ phễu: each unit's rate of one component over its number of dossiers, with the limits within which chance alone
//! keeps it; and the same in a table. Filled marks lie outside, so that the drawing holds without colour.

use std::fmt::Write as _;

use maud::Markup;
use maud::html;

use super::Action;
use super::Peers;
use super::ViewOptions;
use super::typed::choice;
use crate::analysis::Funnel;
use crate::analysis::FunnelUnit;
use crate::analysis::Report;
use crate::analysis::Side;
use crate::analysis::funnel;
use crate::domain::Component;
use crate::domain::Percent;
use crate::text::numbers::print_count;
use crate::text::numbers::print_exact_percent;

/// Heights in pixels: of the whole, and where the drawing begins and ends in it.
const HEIGHT: f64 = 340.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 300.0;
/// Where the drawing begins and ends across, in percent of the width: the scale stands to its left.
const LEFT: f64 = 12.0;
const RIGHT: f64 = 98.0;
/// Standard deviations up to the two limits.
const LIMITS: [(f64, &str); 2] = [(1.96, "funnel-inner"), (3.09, "funnel-outer")];

pub(super) fn chart(report: &Report, options: &ViewOptions) -> Markup {
    let drawable: Vec<Funnel> = [Component::B, Component::A, Component::D, Component::E, Component::F]
        .into_iter()
        .filter_map(|own| funnel(report, own))
        .collect();
    let chosen = drawable.iter().find(|own| Some(own.component) == options.looking.funnel);
    let Some(drawn) = chosen.or_else(|| drawable.first()) else { return html! {} };
    let named: Vec<(String, String)> = drawable
        .iter()
        .map(|own| {
            (own.component.letter().to_string(), format!("{}: {}", own.component.letter(), own.component.label()))
        })
        .collect();
    let choices: Vec<(&str, &str)> = named.iter().map(|(letter, label)| (letter.as_str(), label.as_str())).collect();
    let action = Action::Peer { what: Peers::Funnel, value: String::new() };
    html! {
        details id="funnel-all" {
            summary { "Biểu đồ phễu: khác biệt thật hay chỉ do ít hồ sơ?" }
            p.hint {
                "Đường giữa là tỷ lệ chung của nhóm. Càng ít hồ sơ, tỷ lệ càng dễ cao hoặc thấp do may rủi, nên phễu càng rộng. \
                 Đơn vị trong phễu không khác mức chung một cách rõ ràng; hơn kém nhau ở đó chưa nói lên điều gì. Hồ sơ của một đơn vị thường giống nhau, \
                 nên nằm ngoài phễu là lý do để hỏi, chưa phải kết luận."
            }
            @if choices.len() > 1 {
                div.fields { div.wide { (choice("funnel-component", "Thành phần", &action, &drawn.component.letter().to_string(), &choices)) } }
            }
            (figure(report, drawn))
        }
    }
}

/// A share for drawing.
#[expect(clippy::cast_precision_loss, reason = "what is drawn needs no more than a pixel")]
fn share(part: u64, whole: u64) -> f64 {
    part as f64 / whole.max(1) as f64
}

fn figure(report: &Report, funnel: &Funnel) -> Markup {
    let most = funnel.units.iter().map(|unit| unit.whole).max().unwrap_or(1);
    let across = |whole: u64| LEFT + (RIGHT - LEFT) * share(whole, most);
    let down = |share: f64| BOTTOM - (BOTTOM - TOP) * share;
    let centre = share(funnel.part, funnel.whole);
    let short =
        |unit: &FunnelUnit| report.units.iter().find(|own| own.id == unit.id).map_or("", |own| own.short.as_str());
    let letter = funnel.component.letter();
    let common = Percent::of(funnel.part, funnel.whole).map(print_exact_percent).unwrap_or_default();
    html! {
        figure data-chart="phieu-pheu" {
            svg id="funnel" width="100%" height=(HEIGHT) role="img" aria-labelledby="funnel-title" aria-describedby="funnel-caption" {
                title id="funnel-title" { "Tỷ lệ thành phần " (letter) " theo số hồ sơ của từng đơn vị, với giới hạn của may rủi" }
                @for tick in [0_u8, 25, 50, 75, 100] {
                    @let y = down(f64::from(tick) / 100.0);
                    line.grid x1={ (LEFT) "%" } x2={ (RIGHT) "%" } y1=(y) y2=(y) {}
                    text.tick x={ (LEFT - 1.0) "%" } y=(y + 4.0) text-anchor="end" { (tick) "%" }
                }
                // Curves need lengths of their own; this part is stretched to the width, its lines are not.
                svg x={ (LEFT) "%" } y=(TOP) width={ (RIGHT - LEFT) "%" } height=(BOTTOM - TOP) viewBox="0 0 100 100" preserveAspectRatio="none" {
                    @for (deviations, class) in LIMITS {
                        path class=(class) d=(curve(centre, deviations, most, 1.0)) {}
                        path class=(class) d=(curve(centre, deviations, most, -1.0)) {}
                    }
                }
                line.funnel-centre x1={ (LEFT) "%" } x2={ (RIGHT) "%" } y1=(down(centre)) y2=(down(centre)) {}
                @for unit in &funnel.units {
                    @let (x, y) = (across(unit.whole), down(share(unit.part, unit.whole)));
                    @let outside = unit.side != Side::Within;
                    circle class=(if outside { "outside" } else { "inside" }) cx={ (format!("{x:.2}")) "%" } cy=(format!("{y:.1}")) r="5" {}
                    @if outside {
                        text.tick x={ (format!("{x:.2}")) "%" } y=(format!("{:.1}", y - 9.0)) text-anchor=(anchor(x)) { (short(unit)) }
                    }
                }
                text.tick x={ (LEFT) "%" } y=(BOTTOM + 18.0) { "0" }
                text.tick x={ (RIGHT) "%" } y=(BOTTOM + 18.0) text-anchor="end" { (print_count(most)) " hồ sơ" }
                text.tick x="50%" y=(BOTTOM + 34.0) text-anchor="middle" { "Tỷ lệ chung " (common) "; vạch đứt: giới hạn 95 %, vạch chấm: 99,8 %" }
            }
            figcaption {
                div.scroll role="region" tabindex="0" aria-labelledby="funnel-caption" {
                    table.figures id="funnel-table" {
                        caption id="funnel-caption" { span { "Thành phần " (letter) " của từng đơn vị so với tỷ lệ chung " (common) " (tính từ số lượng trong tệp)" } }
                        thead { tr { th scope="col" { "Đơn vị" } th scope="col" { "Đạt / tổng số" } th scope="col" { "Tỷ lệ" } th scope="col" { "Vị trí" } } }
                        tbody { @for unit in &funnel.units { tr {
                            th scope="row" { (short(unit)) }
                            td.number { (print_count(unit.part)) " / " (print_count(unit.whole)) }
                            td.number { (Percent::of(unit.part, unit.whole).map(print_exact_percent).unwrap_or_default()) }
                            td { (unit.side.label()) @if unit.whole < report.settings.thresholds.few_dossiers { "; ít hồ sơ" } }
                        } } }
                    }
                }
            }
        }
    }
}

fn anchor(x: f64) -> &'static str {
    match x {
        x if x > 75.0 => "end",
        x if x < 25.0 => "start",
        _ => "middle",
    }
}

/// One limit as a path from few dossiers to most, in hundredths of the drawing.
fn curve(centre: f64, deviations: f64, most: u64, sign: f64) -> String {
    let mut path = String::new();
    for step in 1..=60_u32 {
        let x = f64::from(step) / 60.0;
        let dossiers = share(most, 1) * x;
        let limit = centre + sign * deviations * (centre * (1.0 - centre) / dossiers.max(1.0)).sqrt();
        let y = 100.0 * (1.0 - limit.clamp(0.0, 1.0));
        let _ = write!(path, "{}{:.2} {y:.2}", if step == 1 { "M" } else { " L" }, 100.0 * x);
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_closes_in_as_dossiers_grow() {
        // Around 50 % of 3.600 dossiers at the right end: 1,96 · √(0,25 / 3.600) = 1,63 %, drawn 51,63 from the top.
        let path = curve(0.5, 1.96, 3_600, -1.0);
        assert!(path.ends_with(" L100.00 51.63"), "{path}");
        // At the left end 60 dossiers: 1,96 · √(0,25 / 60) = 12,65 %.
        assert!(path.starts_with("M1.67 62.65 L"), "{path}");
    }
}
