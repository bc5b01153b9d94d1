//! The lists of a unit's sheet: notes with what they rest on, components with the points they lose, figures with their
//! places.

use maud::Markup;
use maud::html;

use super::words::NO_FIGURE;
use crate::analysis::ComponentLine;
use crate::analysis::UnitResult;
use crate::analysis::UnitSheet;
use crate::domain::Component;
use crate::domain::Decimal;
use crate::domain::Place;
use crate::domain::Set;
use crate::text::numbers::print_count;
use crate::text::numbers::print_decimal;
use crate::text::numbers::print_exact_percent;

/// A heading of this level.
pub(super) fn heading(level: u8, text: &str) -> Markup {
    html! { @if level > 3 { h4 { (text) } } @else { h3 { (text) } } }
}

/// A place with its file.
pub(super) fn at(place: &Place) -> String {
    let within = place.within_file();
    if within.is_empty() { place.file.clone() } else { format!("{}, {within}", place.file) }
}

pub(super) fn notes(sheet: &UnitSheet) -> Markup {
    html! {
        @if sheet.notes.is_empty() { p { "Không có ghi chú." } }
        @for note in &sheet.notes {
            dl.facts.why {
                dt { "Ghi chú" } dd { strong { "«" (note.word) "»" } }
                dt { "Quy tắc" } dd { (note.rule) }
                dt { "Giá trị" } dd { (note.value) " (" (at(&note.place)) ")" }
                dt { "Ngưỡng" } dd { (note.limit) "; còn thiếu " (note.missing) }
                dt { "Nguồn của ngưỡng" } dd { (note.source) }
            }
        }
    }
}

/// The four that the letter counts, by their number in it. Its fourth title is cut off: D is how the tool reads it.
const fn number_in_letter(letter: char) -> Option<&'static str> {
    match letter {
        'A' => Some("(1)"),
        'B' => Some("(2)"),
        'C' => Some("(3)"),
        'D' => Some("(4)"),
        _ => None,
    }
}

pub(super) fn components(unit: &UnitResult, sheet: &UnitSheet) -> Markup {
    let known = |component: &Component| sheet.components.iter().any(|line| line.letter == component.letter());
    let unknown: Vec<String> = Component::ALL
        .into_iter()
        .filter(|component| !known(component))
        .map(|component| component.letter().to_string())
        .collect();
    let sources: Set<&str> = sheet.components.iter().map(|line| line.source).collect();
    let lost = sheet.components.iter().filter_map(|line| line.lost);
    let lost = lost.fold(Decimal::default(), |sum, own| sum.checked_add(own).unwrap_or(sum));
    html! {
        @if sheet.components.is_empty() {
            p { "Không tệp nào cho điểm hay tỷ lệ của các thành phần A đến G, nên chưa biết mất điểm ở đâu. Hãy chọn thêm tệp chỉ số của cổng." }
        } @else {
            div.scroll role="region" tabindex="0" aria-label={ "Điểm các thành phần, " (unit.name) } {
                table.figures.lost {
                    caption { span { "Mất nhiều điểm nhất đứng đầu; (1)–(4) là thứ tự chỉ tiêu trong công văn tháng 6/2023, mục (4) theo cách hiểu của công cụ" } }
                    thead { tr {
                        th scope="col" { "Thành phần" } th scope="col" { "Tỷ lệ" } th scope="col" { "Đạt / tổng số" }
                        th scope="col" { "Điểm / tối đa" } th scope="col" { "Mất" } th scope="col" { "Căn cứ, chỗ đọc" }
                    } }
                    tbody { @for line in &sheet.components { (component(unit, line)) } }
                    tfoot { tr { th scope="row" colspan="4" { "Cộng số điểm mất đã biết" } td.number { (print_decimal(lost)) } td {} } }
                }
            }
            @if !unknown.is_empty() { p { "Chưa có số liệu của thành phần " (unknown.join(", ")) ": không biết mất bao nhiêu, không tính là 0." } }
            p.hint { "Nguồn của cách tính: " (sources.into_iter().collect::<Vec<_>>().join("; ")) "." }
        }
    }
}

fn component(unit: &UnitResult, line: &ComponentLine) -> Markup {
    let score = unit.scores.iter().find(|score| score.card.component.letter() == line.letter);
    let counts = score.and_then(|score| Some((score.numerator.as_ref()?.value, score.denominator.as_ref()?.value)));
    let none = html! { span.none { (NO_FIGURE) } };
    html! {
        tr data-component=(line.letter) {
            th scope="row" {
                (line.letter) @if let Some(number) = number_in_letter(line.letter) { " " (number) } ": " (line.label)
                div { small { (line.formula) } }
            }
            td.number { @match line.rate { Some(rate) => (print_exact_percent(rate)), None => (none) } }
            td.number { @match counts { Some((part, whole)) => { (print_count(part)) " / " (print_count(whole)) }, None => (none) } }
            td.number { @match line.points { Some(points) => (print_decimal(points)), None => (none) } " / " (print_decimal(line.max)) }
            td.number { @match line.lost { Some(lost) => strong { (print_decimal(lost)) }, None => (none) } }
            td {
                @if let Some(basis) = &line.basis { (basis) }
                @if let Some(place) = &line.place { @if line.basis.is_some() { "; " } (at(place)) }
            }
        }
    }
}

pub(super) fn figures(unit: &UnitResult, sheet: &UnitSheet) -> Markup {
    html! {
        div.scroll role="region" tabindex="0" aria-label={ "Số liệu và chỗ đọc, " (unit.name) } {
            table.figures.read {
                caption { span { "Tệp viết tên đơn vị là «" (unit.written) "»" } }
                thead { tr { th scope="col" { "Chỉ tiêu" } th scope="col" { "Giá trị" } th scope="col" { "Đọc ở" } } }
                tbody { @for line in &sheet.figures { tr {
                    th scope="row" { (line.label) } td.number { (line.value) } td { (at(&line.place)) }
                } } }
            }
        }
    }
}
