//! Rules beside the two limits: the nine relative ones with whom each flags, the set's name, day and source, what is held
//! against limits, the provincial percentage where no file gives it, and the formula.

use maud::Markup;
use maud::html;

use super::Action;
use super::Ruling;
use super::Spin;
use super::ViewOptions;
use super::typed::Line;
use super::typed::choice;
use super::words::units_named;
use crate::analysis::Preview;
use crate::analysis::Report;
use crate::analysis::Settings;
use crate::components::EDITIONS;
use crate::components::Preset;
use crate::domain::Map;
use crate::domain::Measure;
use crate::domain::Percent;
use crate::text::numbers::print_count;
use crate::text::numbers::print_decimal;
use crate::text::numbers::print_exact_percent;
use crate::units::UnitId;
use crate::warnings::Compare;

fn action(what: Ruling) -> Action {
    Action::Rule { what, value: String::new() }
}

pub(super) fn region(report: &Report, options: &ViewOptions) -> Markup {
    if report.tables().next().is_none() {
        return html! {};
    }
    let in_force = report.settings.thresholds.relative.len();
    html! {
        details id="rules-relative" {
            summary { "Luật tương đối: so với tỉnh, với nhóm, theo thời gian" @if in_force > 0 { " (" (in_force) " luật đang áp dụng)" } }
            (relative(report, options))
        }
        details id="rules-set" {
            summary { "Bộ ngưỡng: tên, ngày, căn cứ; lưu và nạp" @if !report.settings.thresholds.name.is_empty() { " – đang dùng «" (report.settings.thresholds.name) "»" } }
            (set(report, options))
        }
        details id="rules-formula" {
            summary { "Cách tính tỷ lệ của nhóm" @if let Some(preset) = report.settings.formula.preset { ": " (preset.card().label) } }
            (formula(report))
        }
    }
}

fn relative(report: &Report, options: &ViewOptions) -> Markup {
    let group = report.group();
    let previews: Vec<&Preview> = report.previews.iter().filter(|preview| preview.group == group).collect();
    html! {
        p.hint {
            "Luật chỉ áp dụng khi được đánh dấu; xem trước cho biết luật sẽ ghi chú những ai trong nhóm " (group.label())
            ". Ghi chú theo ngưỡng cố định ở trên vẫn đứng trước; luật tương đối thêm ghi chú cho đơn vị chưa có."
        }
        @if previews.is_empty() { p { "Nhóm đang xem chưa có đơn vị nào trong tệp." } }
        @let short = report.units.iter().map(|unit| (&unit.id, unit.short.as_str())).collect();
        ul.rules { @for preview in previews { (rule(&short, (&report.settings, options), preview)) } }
    }
}

fn rule(short: &Map<&UnitId, &str>, (settings, options): (&Settings, &ViewOptions), preview: &Preview) -> Markup {
    let card = preview.rule.card;
    let code = card.card.code;
    let ticked = action(Ruling::Ticked { code: code.to_owned() });
    let typed = action(Ruling::Value { code: code.to_owned() });
    html! {
        li data-rule=(code) {
            label.tick for={ "rule-" (code) } {
                input id={ "rule-" (code) } type="checkbox" checked[preview.in_force] data-event=(ticked.to_json());
                " «" (card.card.word) "»: " (preview.rule.words())
            }
            @if preview.in_force {
                div {
                    (Line {
                        id: code,
                        label: "Giá trị",
                        value: &print_decimal(preview.rule.value),
                        spin: Spin::of(&typed, settings),
                        action: typed,
                        keys: "decimal",
                    }.show(options))
                }
            }
            p.preview-of {
                @match &preview.limit {
                    Err(reason) => (reason.sentence()),
                    Ok(limit) => {
                        @if preview.in_force { "Ghi chú " } @else { "Nếu áp dụng: ghi chú " }
                        (preview.flagged.len()) " đơn vị"
                        @if !preview.flagged.is_empty() { " (" (units_named(preview.flagged.iter().filter_map(|id| short.get(id).copied()))) ")" }
                        ", dưới "
                        @if card.of == Measure::Percent { (print_exact_percent(Percent::new(*limit))) }
                        @else { (limit.as_count().map_or_else(|| print_decimal(*limit), print_count)) }
                        "."
                    }
                }
            }
            p.hint { "Nguồn: " (card.card.source.text) ", từ " (card.card.source.since) "." }
        }
    }
}

fn set(report: &Report, options: &ViewOptions) -> Markup {
    let limits = &report.settings.thresholds;
    let line = |id: &'static str, label: &'static str, value: &str, what: Ruling, keys: &'static str| {
        let action = action(what);
        let spin = Spin::of(&action, &report.settings);
        html! { div { (Line { id, label, value, action, keys, spin }.show(options)) } }
    };
    let compare = match limits.compare {
        Compare::Rounded => "rounded",
        Compare::Exact => "exact",
    };
    let province = report.settings.province.map(|own| print_decimal(own.value())).unwrap_or_default();
    html! {
        div.fields {
            (line("set-name", "Tên bộ ngưỡng", &limits.name, Ruling::Name, "text"))
            (line("set-since", "Dùng từ ngày, như 01/7/2023", &limits.since, Ruling::Since, "text"))
            (line("set-source", "Căn cứ: văn bản nào, ai quyết định", &limits.source, Ruling::Source, "text"))
            div {
                (choice("set-compare", "So với ngưỡng bằng", &action(Ruling::Compare), compare,
                    &[("rounded", "số làm tròn như in trong bảng"), ("exact", "số chính xác, chưa làm tròn")]))
            }
            (line("set-few", "Đánh dấu «ít hồ sơ» khi số hồ sơ dưới", &limits.few_dossiers.to_string(), Ruling::Few, "numeric"))
            (line("set-province", "Tỷ lệ toàn tỉnh của kỳ này, khi tệp không có (%)", &province, Ruling::Province, "decimal"))
        }
        p.hint {
            "Mặc định 100 hồ sơ: dưới mức đó, chỉ riêng may rủi đã làm một tỷ lệ quanh 50 % xê dịch khoảng 10 điểm phần trăm, nhiều hơn khoảng cách giữa phần lớn các hạng. \
             Tên, ngày và căn cứ được in trong thuyết minh của mọi văn bản. Tỷ lệ toàn tỉnh chỉ dùng cho lần này, không được nhớ."
        }
        div.also {
            button.quiet type="button" id="set-save" data-download="nguong.json" data-event=(action(Ruling::Saved).to_json()) { "Lưu bộ ngưỡng ra tệp" }
            div.file {
                input id="set-file" type="file" accept=".json" data-event=(action(Ruling::Loaded).to_json()) aria-describedby="set-file-error";
                label.button for="set-file" { "Nạp bộ ngưỡng…" }
                p.field-error id="set-file-error" { @if let Some((_, sentence)) = options.looking.faults.get("set-file") { (sentence) } }
            }
        }
    }
}

fn formula(report: &Report) -> Markup {
    let formula = &report.settings.formula;
    let preset = formula.preset.map_or("", |preset| preset.card().code);
    let mut choices = vec![("", "theo tệp: số cho sẵn, nơi không có thì tổng điểm trên 22")];
    choices.extend(Preset::ALL.map(|preset| (preset.card().code, preset.card().label)));
    let edition = formula.edition();
    let mut editions: Vec<(&str, &str)> = EDITIONS.into_iter().map(|own| (own.code, own.label)).collect();
    if edition.is_none() {
        editions.push(("", "riêng của cơ quan, theo tệp thiết lập"));
    }
    let card = formula.preset.map(Preset::card);
    html! {
        div.fields {
            div.wide { (choice("formula-preset", "Cách tính", &action(Ruling::Formula), preset, &choices)) }
            div.wide {
                (choice("formula-edition", "Phiên bản công thức", &action(Ruling::Edition), edition.map_or("", |own| own.code), &editions))
            }
        }
        @if let Some(card) = card { p { (card.label) ": " (card.formula) ". Nguồn: " (card.source) "; từ " (card.since) "." } }
        @if let Some(edition) = edition { p { "Phiên bản " (edition.label) ". Nguồn: " (edition.source) "; " (edition.since) "." } }
        p.hint {
            "Hai phiên bản công thức cho hai dãy số khác nhau; phiên bản đang dùng được ghi cạnh mỗi tỷ lệ tính lại. Số cho sẵn trong tệp không bao giờ bị thay khi để «theo tệp»."
        }
    }
}
