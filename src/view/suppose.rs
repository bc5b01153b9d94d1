//! Nếu… thì: improvements as they are typed, and what they would change, beside the present. Marked as supposed wherever a
//! number of it stands; no document knows of it.

use maud::Markup;
use maud::html;

use super::Action;
use super::Supposing;
use super::ViewOptions;
use super::formula::usual;
use super::typed::Line;
use super::typed::choice;
use super::words::NO_FIGURE;
use super::words::units_named;
use crate::analysis::Report;
use crate::analysis::Supposed;
use crate::analysis::SupposedUnit;
use crate::analysis::UnitResult;
use crate::analysis::Way;
use crate::analysis::suppose;
use crate::domain::Component;
use crate::domain::Group;
use crate::domain::sort_by_key;
use crate::text::numbers::print_count;
use crate::text::numbers::print_percent;
use crate::units::UnitId;

pub(super) fn region(report: &Report, options: &ViewOptions) -> Markup {
    let Some(unit) = chosen_unit(report, options) else { return html! {} };
    html! {
        h2 id="what-if-heading" tabindex="-1" { "Nếu… thì: thử mức cải thiện" }
        p.hint {
            "Chọn đơn vị, ghi sẽ làm thêm bao nhiêu; kết quả giả định hiện ngay bên dưới, cạnh số thật. Giả định không đổi bảng \
             xếp hạng, không vào văn bản nào và mất khi đóng trang."
        }
        (inputs(report, options, unit))
        @if !report.settings.what_if.is_empty() { (supposed(report)) }
    }
}

/// The unit whose improvement is typed: the one chosen, else the last one ranked in the group.
#[must_use]
pub fn chosen_unit<'report>(report: &'report Report, options: &ViewOptions) -> Option<&'report UnitResult> {
    let chosen = options.looking.supposed_unit.as_ref();
    let chosen = chosen.and_then(|id| report.units.iter().find(|unit| unit.id == *id));
    let last = || report.units_of(report.group()).filter(|unit| unit.rank.is_some()).last();
    chosen.or_else(last).or_else(|| report.units.first())
}

/// The way that is typed: the one chosen, else dossiers where files count them, else percentage points.
#[must_use]
pub fn chosen_way(report: &Report, options: &ViewOptions) -> Way {
    let counted = |unit: &UnitResult| {
        let of = |component| unit.scores.iter().find(|score| score.card.component == component);
        [Component::A, Component::B].into_iter().all(|own| of(own).is_some_and(|score| score.gain(1, false).is_some()))
    };
    let by_files = || if report.units.iter().any(counted) { Way::Both } else { Way::PercentPoints };
    options.looking.supposed_way.unwrap_or_else(by_files)
}

fn inputs(report: &Report, options: &ViewOptions, unit: &UnitResult) -> Markup {
    let way = chosen_way(report, options);
    let assumed = report.settings.what_if.iter().find(|one| one.unit == unit.id && Way::of(&one.by) == Some(way));
    let value = assumed.map(|one| one.by.printed()).unwrap_or_default();
    let action = |what: Supposing| Action::Suppose { what, value: String::new() };
    let ways = Way::ALL.map(|way| (way.code(), way.label()));
    html! {
        div.fields {
            div {
                label for="suppose-unit" { "Nếu đơn vị" }
                select id="suppose-unit" data-event=(action(Supposing::Unit).to_json()) {
                    @for group in Group::ALL {
                        @if report.units_of(group).next().is_some() {
                            optgroup label=(group.label()) {
                                @for own in report.units_of(group) {
                                    option value=(own.id.as_str()) selected[own.id == unit.id] { (own.short) }
                                }
                            }
                        }
                    }
                }
            }
            div {
                (Line { id: "suppose-amount", label: "Làm thêm (ghi số)", value: &value, action: action(Supposing::Amount), keys: "decimal", spin: None }.show(options))
            }
            div.wide { (choice("suppose-way", "Loại cải thiện", &action(Supposing::Way), way.code(), &ways)) }
        }
    }
}

fn supposed(report: &Report) -> Markup {
    let then = suppose(report, &report.settings.what_if);
    let mut moved: Vec<(&UnitResult, &SupposedUnit)> = report
        .units
        .iter()
        .filter_map(|unit| Some((unit, then.units.iter().find(|own| own.id == unit.id)?)))
        .filter(|(unit, own)| changes(unit, own))
        .collect();
    // Whom an improvement is about stands first, then whom it moves.
    sort_by_key(&mut moved, |(unit, _)| !report.settings.what_if.iter().any(|one| one.unit == unit.id));
    let rest = report.units.len() - moved.len();
    html! {
        div.supposed {
            p { strong { "GIẢ ĐỊNH, không phải số liệu thật." } }
            ul id="suppose-list" {
                @for (index, one) in report.settings.what_if.iter().enumerate() {
                    @let name = name(report, &one.unit);
                    li {
                        (name) ": " (one.by.words()) " "
                        button.quiet type="button" id={ "suppose-drop-" (index) } data-event=(Action::Suppose { what: Supposing::Dropped { index }, value: String::new() }.to_json()) {
                            "Bỏ" span.hidden { " giả định về " (name) }
                        }
                    }
                }
            }
            button type="button" id="suppose-reset" data-event=(Action::Suppose { what: Supposing::Reset, value: String::new() }.to_json()) { "Bỏ mọi giả định" }
            " " button.quiet type="button" id="suppose-print" data-print="what-if" { "In phần giả định" }
            (outcome(report, &then, &moved))
            @if !moved.is_empty() { (table(report, &moved)) }
            @if rest > 0 { p.hint { (print_count(rest as u64)) " đơn vị khác không đổi gì." } }
        }
    }
}

fn name(report: &Report, id: &UnitId) -> String {
    report.units.iter().find(|unit| unit.id == *id).map_or_else(|| id.as_str().to_owned(), |unit| unit.short.clone())
}

fn changes(unit: &UnitResult, then: &SupposedUnit) -> bool {
    unit.percent.as_ref().map(|given| given.value) != then.percent
        || unit.copies.as_ref().map(|given| given.value) != then.copies
        || unit.rank != then.rank
        || unit.percent_note.map(|note| note.card.word) != then.percent_note
        || unit.copies_note.map(|note| note.card.word) != then.copies_note
}

/// The lists and the province, and what cannot be said.
fn outcome(report: &Report, then: &Supposed, moved: &[(&UnitResult, &SupposedUnit)]) -> Markup {
    let percent = |unit: &UnitResult| unit.percent_note.map(|note| note.card.word);
    let copies = |unit: &UnitResult| unit.copies_note.map(|note| note.card.word);
    html! {
        ul id="suppose-outcome" {
            li { strong { "Danh sách theo tỷ lệ" } ": " (list(moved, percent, |own| own.percent_note)) }
            li { strong { "Danh sách theo chứng thực" } ": " (list(moved, copies, |own| own.copies_note)) }
            @if let Some((now, then)) = report.province.as_ref().map(|own| own.percent).zip(then.province) {
                li {
                    strong { "Toàn tỉnh" } ": "
                    @if now == then { (print_percent(now)) ", không đổi." }
                    @else { (print_percent(now)) " → khoảng " (crate::text::numbers::print_exact_percent(then)) " (giả định, tính theo tỷ trọng hồ sơ của từng đơn vị)." }
                }
            }
            @for sentence in &then.untold { li { (sentence) } }
        }
    }
}

/// Who leaves and who enters a list.
fn list(
    moved: &[(&UnitResult, &SupposedUnit)],
    now: impl Fn(&UnitResult) -> Option<&'static str>,
    then: impl Fn(&SupposedUnit) -> Option<&'static str>,
) -> String {
    let those = |entered: bool| {
        let moved = moved.iter().filter(|(unit, own)| now(unit).is_none() == entered && then(own).is_some() == entered);
        units_named(moved.filter(|(unit, own)| now(unit) != then(own)).map(|(unit, _)| unit.short.as_str()))
    };
    let (entered, left) = (those(true), those(false));
    match (entered.is_empty(), left.is_empty()) {
        (true, true) => "không đổi.".to_owned(),
        (false, true) => format!("thêm {entered}."),
        (true, false) => format!("bớt {left}."),
        (false, false) => format!("thêm {entered}; bớt {left}."),
    }
}

fn table(report: &Report, moved: &[(&UnitResult, &SupposedUnit)]) -> Markup {
    let print = |value| report.settings.thresholds.print(value);
    let rank = |rank: Option<u32>| rank.map_or_else(|| "–".to_owned(), |rank| rank.to_string());
    let note = |word: Option<&str>| word.map_or_else(|| "không".to_owned(), |word| format!("«{word}»"));
    let count = |count: Option<u64>| count.map_or_else(|| NO_FIGURE.to_owned(), print_count);
    html! {
        div.scroll role="region" tabindex="0" aria-labelledby="supposed-caption" {
            table.figures id="supposed-table" {
                caption id="supposed-caption" { span {
                    "Giả định: những đơn vị thay đổi, nay → nếu"
                    @if let Some((_, formula)) = usual(moved.iter().map(|(unit, _)| *unit)) { br; span.formula { "Cách tính tỷ lệ: " (formula) "." } }
                } }
                thead { tr {
                    th scope="col" { "Đơn vị" } th scope="col" { "Hạng" } th scope="col" { "Tỷ lệ" }
                    th scope="col" { "Ghi chú về tỷ lệ" } th scope="col" { "Chứng thực điện tử" } th scope="col" { "Ghi chú về chứng thực" }
                } }
                tbody { @for (unit, then) in moved {
                    @let percent = unit.percent.as_ref().map(|given| given.value);
                    tr data-supposed=(unit.id.as_str()) {
                        th scope="row" { (unit.short) }
                        td.number { (arrow(&rank(unit.rank), &rank(then.rank))) @if let Some(climbed) = then.ranks_climbed { (ranks(climbed)) } }
                        td.number { (arrow(&percent.map_or_else(|| NO_FIGURE.to_owned(), print), &then.percent.map_or_else(|| NO_FIGURE.to_owned(), print))) }
                        td { (arrow(&note(unit.percent_note.map(|note| note.card.word)), &note(then.percent_note))) }
                        td.number { (arrow(&count(unit.copies.as_ref().map(|given| given.value)), &count(then.copies))) }
                        td { (arrow(&note(unit.copies_note.map(|note| note.card.word)), &note(then.copies_note))) }
                    }
                } }
            }
        }
    }
}

fn arrow(now: &str, then: &str) -> Markup {
    html! { @if now == then { (now) } @else { (now) " → " strong { (then) } } }
}

fn ranks(climbed: i64) -> Markup {
    let count = climbed.unsigned_abs();
    html! {
        @if climbed > 0 { div { small { "lên " (count) " hạng" } } }
        @if climbed < 0 { div { small { "xuống " (count) " hạng" } } }
    }
}
