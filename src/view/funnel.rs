//! Biểu đồ phễu: each unit's rate of one component over its number of dossiers, with the limits within which chance alone
//! keeps it; and the same in a table. Filled marks lie outside, so that the drawing holds without colour.

use maud::Markup;
use maud::html;

use super::Action;
use super::Peers;
use super::ViewOptions;
use super::download::Drawing;
use super::download::buttons;
use super::funnel_scale::BOTTOM;
use super::funnel_scale::LEFT;
use super::funnel_scale::RIGHT;
use super::funnel_scale::Scale;
use super::funnel_scale::TOP;
use super::typed::choice;
use crate::analysis::Funnel;
use crate::analysis::FunnelUnit;
use crate::analysis::Report;
use crate::analysis::Side;
use crate::analysis::funnel;
use crate::domain::Component;
use crate::domain::Percent;
use crate::domain::sort_by_key;
use crate::text::numbers::print_count;
use crate::text::numbers::print_exact_percent;

/// The height of the whole in pixels: two lines of words stand below the drawing.
const HEIGHT: u16 = 344;

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
                 nên nằm ngoài phễu (chấm đặc) là lý do để hỏi, chưa phải kết luận. Tên chỉ ghi nơi đủ chỗ; bảng bên dưới có đủ."
            }
            @if choices.len() > 1 {
                div.fields { div.wide { (choice("funnel-component", "Thành phần", &action, &drawn.component.letter().to_string(), &choices)) } }
            }
            (figure(report, drawn))
            (buttons(report, &Drawing {
                id: "funnel",
                name: "phieu-pheu",
                title: format!("Thành phần {} của từng đơn vị theo số hồ sơ, {}", drawn.component.letter(), report.group().label()),
                earlier: Vec::new(),
                legend: "Vạch đứt, vạch chấm: giới hạn 95 % và 99,8 % của may rủi; chấm đặc: ngoài phễu.".to_owned(),
            }))
        }
    }
}

/// Which marks bear their unit's name: those farthest outside first, as far as there is room.
fn named<'report>(funnel: &Funnel, scale: &Scale, short: impl Fn(&FunnelUnit) -> &'report str) -> Vec<bool> {
    let far = |side| matches!(side, Side::FarAbove | Side::FarBelow);
    let mut outside: Vec<usize> = (0..funnel.units.len()).filter(|at| funnel.units[*at].side != Side::Within).collect();
    sort_by_key(&mut outside, |at| !far(funnel.units[*at].side));
    let names: Vec<(u64, u64, &str)> =
        outside.iter().map(|at| &funnel.units[*at]).map(|unit| (unit.part, unit.whole, short(unit))).collect();
    let mut bears = vec![false; funnel.units.len()];
    for (at, free) in outside.into_iter().zip(scale.with_room(&names)) {
        bears[at] = free;
    }
    bears
}

fn figure(report: &Report, funnel: &Funnel) -> Markup {
    let most = funnel.units.iter().map(|unit| unit.whole).max().unwrap_or(1);
    let scale = Scale::of(funnel);
    let centre = scale.down(funnel.part, funnel.whole);
    let short =
        |unit: &FunnelUnit| report.units.iter().find(|own| own.id == unit.id).map_or("", |own| own.short.as_str());
    let letter = funnel.component.letter();
    let common = Percent::of(funnel.part, funnel.whole).map(print_exact_percent).unwrap_or_default();
    html! {
        figure data-chart="phieu-pheu" {
            svg id="funnel" width="100%" height=(HEIGHT) role="img" aria-labelledby="funnel-title" aria-describedby="funnel-caption" {
                title id="funnel-title" { "Tỷ lệ thành phần " (letter) " theo số hồ sơ của từng đơn vị, với giới hạn của may rủi" }
                @for (tick, y) in scale.ticks() {
                    line.grid x1={ (LEFT) "%" } x2={ (RIGHT) "%" } y1=(y) y2=(y) {}
                    text.tick x={ (LEFT - 1) "%" } y=(y) dy="4" text-anchor="end" { (tick) "%" }
                }
                // Curves need lengths of their own; this part is stretched to the width, its lines are not.
                svg x={ (LEFT) "%" } y=(TOP) width={ (RIGHT - LEFT) "%" } height=(BOTTOM - TOP) viewBox="0 0 100 100" preserveAspectRatio="none" {
                    @for (class, path) in scale.limits() { path class=(class) d=(path) {} }
                }
                line.funnel-centre x1={ (LEFT) "%" } x2={ (RIGHT) "%" } y1=(centre) y2=(centre) {}
                @for (unit, named) in funnel.units.iter().zip(named(funnel, &scale, short)) {
                    @let (x, y) = (scale.across(unit.whole), scale.down(unit.part, unit.whole));
                    @let outside = unit.side != Side::Within;
                    circle class=(if outside { "outside" } else { "inside" }) cx=(x) cy=(y) r="5" {}
                    @if named {
                        text.tick x=(x) y=(y) dy="-9" text-anchor=(scale.anchor(unit.whole)) { (short(unit)) }
                    }
                }
                text.tick x={ (LEFT) "%" } y=(BOTTOM + 18) { "0" }
                text.tick x={ (RIGHT) "%" } y=(BOTTOM + 18) text-anchor="end" { (print_count(most)) " hồ sơ" }
                text.tick x="50%" y=(BOTTOM + 18) text-anchor="middle" { "Tỷ lệ chung " (common) }
                text.tick x="50%" y=(BOTTOM + 36) text-anchor="middle" { "Vạch đứt: giới hạn 95 %; chấm: 99,8 %" }
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
