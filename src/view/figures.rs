//! What stands behind the ranking, unit by unit: the counts of dossiers, and the components A to G of the group. Every
//! percentage says what it is a share of; one that no file gives says what it was computed from.

use maud::Markup;
use maud::html;

use super::words::NO_FIGURE;
use crate::analysis::Report;
use crate::analysis::UnitResult;
use crate::columns::Field;
use crate::domain::Aspect;
use crate::domain::Component;
use crate::domain::Percent;
use crate::figures::Figures;
use crate::text::numbers::print_count;
use crate::text::numbers::print_decimal;
use crate::text::numbers::print_exact_percent;

/// A column of counts: what it counts, how its head calls it, and of which count it is a share, with the field in which
/// files print that share.
struct Count {
    field: Field,
    label: &'static str,
    share: Option<(Field, Field, &'static str)>,
}

const COUNTS: [Count; 7] = [
    Count { field: Field::Received, label: "Tiếp nhận", share: None },
    Count {
        field: Field::ReceivedDigitised,
        label: "Tiếp nhận có số hóa",
        share: Some((Field::Received, Field::ReceivedRate, "% của số tiếp nhận")),
    },
    Count { field: Field::Completed, label: "Đã giải quyết", share: None },
    Count {
        field: Field::CompletedEResult,
        label: "Có kết quả điện tử",
        share: Some((Field::Completed, Field::CompletedRate, "% của số đã giải quyết")),
    },
    Count {
        field: Field::Both,
        label: "Số hóa cả hồ sơ và kết quả",
        share: Some((Field::Received, Field::BothRate, "% của số tiếp nhận")),
    },
    Count { field: Field::Reused, label: "Tái sử dụng dữ liệu", share: None },
    Count { field: Field::FromStore, label: "Dùng lại từ cổng quốc gia", share: None },
];

pub(super) fn region(report: &Report) -> Markup {
    let units: Vec<&UnitResult> = report.units_of(report.group()).collect();
    let given = |field| given(&units, field);
    let counts: Vec<&Count> = COUNTS
        .iter()
        .filter(|count| given(count.field) || count.share.is_some_and(|(_, rate, _)| given(rate)))
        .collect();
    let of_component = |component| Aspect::ALL.into_iter().any(|aspect| given(Field::Component(component, aspect)));
    let components: Vec<Component> = Component::ALL.into_iter().filter(|component| of_component(*component)).collect();
    html! {
        @if !counts.is_empty() || !components.is_empty() {
            h2 { "Số liệu từng đơn vị" }
            p.hint { "Tỷ lệ không ghi chú gì thêm là số có sẵn trong tệp. Bản in chỉ gồm các bảng đang mở." }
        }
        @if !counts.is_empty() { (counts_table(report, &units, &counts)) }
        @if !components.is_empty() { (components_table(report, &units, &components, given(Field::GroupPoints))) }
    }
}

/// Whether any file gives a figure for any of these units.
fn given(units: &[&UnitResult], field: Field) -> bool {
    units.iter().any(|unit| unit.figures.get(field).is_some())
}

fn counts_table(report: &Report, units: &[&UnitResult], counts: &[&Count]) -> Markup {
    html! {
        details id="figures-counts" {
            summary { "Số hồ sơ đã tiếp nhận, giải quyết, số hóa" }
            div.scroll role="region" tabindex="0" aria-labelledby="figures-counts-caption" {
                table.figures {
                    caption id="figures-counts-caption" { span { "Số hồ sơ: " (report.group().label()) (period(report)) } }
                    thead { tr {
                        th scope="col" { "Tên đơn vị" }
                        @for count in counts {
                            th scope="col" { (count.label) @if let Some((_, rate, of)) = count.share {
                                " " small { "(" (of) @if !given(units, rate) { ", tính từ hồ sơ" } ")" }
                            } }
                        }
                    } }
                    tbody { @for unit in units { tr {
                        th scope="row" { (unit.name) }
                        @for count in counts {
                            // Where no file gives any, the head has said it for all.
                            @let from = count.share.filter(|(_, rate, _)| given(units, *rate)).map_or("", |_| "tính từ hồ sơ");
                            td.number { (count_cell(&unit.figures, count, from)) }
                        }
                    } } }
                }
            }
        }
    }
}

fn period(report: &Report) -> String {
    report.period.map(|period| format!(", {}", period.printed())).unwrap_or_default()
}

fn count_cell(figures: &Figures, count: &Count, from: &str) -> Markup {
    let value = figures.count(count.field).map(|given| given.value);
    let share = count.share.map(|(whole, rate, _)| {
        let whole = figures.count(whole).map(|given| given.value);
        share(figures, rate, value, whole, from)
    });
    html! {
        @match value {
            Some(value) => (print_count(value)),
            None => span.none { (NO_FIGURE) },
        }
        @if let Some(Some(share)) = share { (share) }
    }
}

/// A percentage as a file gives it, else computed; nothing where neither can be.
fn share(figures: &Figures, rate: Field, part: Option<u64>, whole: Option<u64>, from: &str) -> Option<Markup> {
    if let Some(given) = figures.get(rate) {
        return Some(html! { div { (print_exact_percent(Percent::new(given.value))) } });
    }
    let computed = Percent::of(part?, whole?)?;
    Some(html! { div.said { (print_exact_percent(computed)) @if !from.is_empty() { " " small { (from) } } } })
}

fn components_table(report: &Report, units: &[&UnitResult], components: &[Component], points: bool) -> Markup {
    html! {
        details id="figures-components" {
            summary { "Các thành phần A đến G của nhóm" }
            ul.legend {
                @for component in components {
                    li { strong { (letter(*component)) } ": " (component.label()) ", tối đa " (component.max_points()) " điểm" }
                }
            }
            p.hint { "Mỗi ô: tỷ lệ; số lượng đạt / tổng số mà tỷ lệ được chia ra; điểm." }
            div.scroll role="region" tabindex="0" aria-labelledby="figures-components-caption" {
                table.figures {
                    caption id="figures-components-caption" { span { "Các thành phần: " (report.group().label()) (period(report)) } }
                    thead { tr {
                        th scope="col" { "Tên đơn vị" }
                        @for component in components {
                            th scope="col" { (letter(*component)) " " small { "(" (component.max_points()) " điểm)" } }
                        }
                        @if points { th scope="col" { "Điểm nhóm " small { "(22 điểm)" } } }
                    } }
                    tbody { @for unit in units { tr {
                        th scope="row" { (unit.name) }
                        @for component in components { td.number { (component_cell(&unit.figures, *component)) } }
                        @if points { td.number { (points_cell(&unit.figures)) } }
                    } } }
                }
            }
        }
    }
}

fn component_cell(figures: &Figures, component: Component) -> Markup {
    let field = |aspect| Field::Component(component, aspect);
    let count = |aspect| figures.count(field(aspect)).map(|given| given.value);
    let (part, whole) = (count(Aspect::Numerator), count(Aspect::Denominator));
    let points = figures.get(field(Aspect::Points)).map(|given| given.value);
    if points.is_none() && Aspect::ALL.into_iter().all(|aspect| figures.get(field(aspect)).is_none()) {
        return html! { span.none { (NO_FIGURE) } };
    }
    let printed = |count: Option<u64>| count.map_or(NO_FIGURE.to_owned(), print_count);
    html! {
        @match share(figures, field(Aspect::Rate), part, whole, computed_from(component)) {
            Some(share) => (share),
            None => div.none { (NO_FIGURE) },
        }
        @if part.is_some() || whole.is_some() { div { (printed(part)) " / " (printed(whole)) } }
        @if let Some(points) = points { div { (print_decimal(points)) " điểm" } }
    }
}

/// What the rate of a component is computed from: only C and G count something else than dossiers.
const fn computed_from(component: Component) -> &'static str {
    match component {
        Component::C => "tính từ số đơn vị",
        Component::G => "tính từ số thủ tục",
        _ => "tính từ hồ sơ",
    }
}

fn points_cell(figures: &Figures) -> Markup {
    html! {
        @match figures.get(Field::GroupPoints) {
            Some(given) => (print_decimal(given.value)),
            None => span.none { (NO_FIGURE) },
        }
    }
}

const fn letter(component: Component) -> &'static str {
    match component {
        Component::A => "A",
        Component::B => "B",
        Component::C => "C",
        Component::D => "D",
        Component::E => "E",
        Component::F => "F",
        Component::G => "G",
    }
}
