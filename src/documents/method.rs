//! Thuyết minh: how a result was computed and from what. Every document carries it, on a page that stays in the office.

use super::look::Role;
use super::names;
use super::value::Block;
use super::value::Page;
use crate::analysis::GatheredFile;
use crate::analysis::Report;
use crate::analysis::dossiers;
use crate::columns::Field;
use crate::components;
use crate::components::Preset;
use crate::components::Total;
use crate::domain::Aspect;
use crate::domain::Component;
use crate::domain::Measure;
use crate::domain::Set;
use crate::figures::Origin;
use crate::figures::Unmatched;
use crate::notices::NoticeCode;
use crate::notices::Severity;
use crate::text::numbers::print_count;
use crate::text::numbers::print_decimal;
use crate::text::numbers::print_exact_percent;
use crate::text::numbers::print_percent;
use crate::warnings;
use crate::warnings::Compare;
use crate::warnings::Thresholds;

/// Strange names that are told one by one; the list of notices holds each with its row.
pub(super) const NAMED: usize = 20;

/// The page of method and sources.
pub(super) fn method(report: &Report) -> Page {
    page(notes(report))
}

/// The same for a document that tells at length what was noticed.
pub(super) fn method_beside_notices(report: &Report) -> Page {
    let mut sections = made(report);
    let absent = absent(report);
    if !absent.is_empty() {
        sections.push(("Không có trong kết quả", absent));
    }
    page(sections)
}

fn page(sections: Vec<(&'static str, Vec<String>)>) -> Page {
    let mut blocks = vec![Block::new(Role::Heading, "THUYẾT MINH SỐ LIỆU (lưu hồ sơ, không phát hành)")];
    for (heading, lines) in sections {
        blocks.push(Block::new(Role::Heading, heading));
        blocks.extend(lines.into_iter().map(|line| Block::new(Role::Note, line)));
    }
    Page { lying: false, blocks }
}

/// The same as headings with their lines.
#[must_use]
pub fn notes(report: &Report) -> Vec<(&'static str, Vec<String>)> {
    let mut sections = made(report);
    let open = open(report);
    if !open.is_empty() {
        sections.push(("Điều cần xem lại trước khi ban hành", open));
    }
    sections
}

fn made(report: &Report) -> Vec<(&'static str, Vec<String>)> {
    vec![("Cách tính", rules(report)), ("Nguồn số liệu", sources(report))]
}

/// How percentages, ranks and notes came about, a sentence each.
#[must_use]
pub fn rules(report: &Report) -> Vec<String> {
    let limits = &report.settings.thresholds;
    let mut lines = vec![formula_in_use(report)];
    lines.extend(formulas(report));
    if report.units.iter().any(|unit| unit.origin == Some(Origin::Computed)) {
        lines.push("Nơi tệp chỉ cho điểm, tỷ lệ % được tính từ điểm: điểm × 100 / 22, chỉ làm tròn khi in (tệp JSON ghi hai chữ số như cổng quốc gia); nơi chỉ có điểm thành phần thì cộng đủ bảy thành phần trước.".to_owned());
    }
    lines.push("Xếp hạng trong từng nhóm, cao xuống thấp, theo giá trị chính xác; bằng nhau thì cùng hạng và hạng sau bỏ cách (1, 2, 2, 4); đơn vị chưa có số liệu không xếp hạng, không tính là 0.".to_owned());
    lines.extend(set_of_limits(limits));
    for card in warnings::ALL {
        let limit = if card.code == "rate-low" {
            print_exact_percent(limits.rate_low)
        } else {
            print_count(limits.count_very_low)
        };
        let (source, since) = (card.source.text, card.source.since);
        lines.push(if limits.is_shipped(card.code) {
            format!(
                "«{}»: {} nhỏ hơn {limit}. Nguồn của ngưỡng mặc định: {source}, dùng từ {since}.",
                card.word, card.measure
            )
        } else {
            format!("«{}»: {} nhỏ hơn {limit}, ngưỡng do cơ quan đặt.", card.word, card.measure)
        });
    }
    for preview in report.previews.iter().filter(|preview| preview.in_force) {
        let words = preview.rule.words();
        let word = preview.rule.card.card.word;
        let group = preview.group.label();
        lines.push(match &preview.limit {
            Ok(limit) => {
                let sign = if preview.rule.card.of == Measure::Percent { "%" } else { "" };
                format!("«{word}»: {words}. Trong nhóm {group}, ngưỡng là {}{sign}.", print_decimal(*limit))
            }
            Err(reason) => format!("«{word}»: {words}. Trong nhóm {group} chưa áp dụng. {}", reason.sentence()),
        });
    }
    lines.push(
        match limits.compare {
            Compare::Rounded => {
                "So với ngưỡng bằng giá trị làm tròn một chữ số như in trong bảng. Hai ghi chú độc lập với nhau."
            }
            Compare::Exact => "So với ngưỡng bằng giá trị chính xác, chưa làm tròn. Hai ghi chú độc lập với nhau.",
        }
        .to_owned(),
    );
    let few = report.units.iter().filter(|unit| unit.percent.is_some());
    let few = few.filter_map(dossiers).filter(|count| *count < limits.few_dossiers).count();
    if few > 0 {
        lines.push(format!(
            "{few} đơn vị có dưới {} hồ sơ: riêng may rủi đã làm tỷ lệ của họ xê dịch nhiều, nên hơn kém nhau vài điểm chưa nói lên điều gì.",
            print_count(limits.few_dossiers)
        ));
    }
    let mut given = Set::new();
    let of_component = |field: &Field| matches!(field, Field::Component(..));
    report.units.iter().for_each(|unit| given.extend(unit.figures.fields().filter(of_component)));
    for component in Component::ALL {
        if Aspect::ALL.into_iter().any(|aspect| given.contains(&Field::Component(component, aspect))) {
            lines.push(format!(
                "Thành phần {component:?}: {}: {} (đủ điểm từ {}); {}.",
                component.label(),
                components::card(component).formula,
                print_percent(report.settings.formula.cap(component)),
                components::card(component).doubt
            ));
        }
    }
    if let Some(province) = &report.province {
        lines.push(format!("Tỷ lệ toàn tỉnh: {}.", names::percent(report, province.percent)));
    }
    let period = |period| names::of_period(period);
    lines.push(format!(
        "Kỳ của tỷ lệ: {}. Kỳ của số chứng thực điện tử: {}.",
        report.period.map_or_else(|| "tệp không ghi".to_owned(), period),
        report.copies_period.map_or_else(|| "tệp không ghi".to_owned(), period),
    ));
    lines.push(format!("Danh mục đơn vị: {} ({}).", report.catalogue.label, report.era.label()));
    lines
}

/// The formula of most percentages.
fn formula_in_use(report: &Report) -> String {
    let whole = "tỷ lệ tổng chung của nhóm chỉ số “Số hóa hồ sơ” (22 điểm) trong Bộ chỉ số theo Quyết định 766/QĐ-TTg ngày 23/6/2022";
    match report.settings.formula.preset {
        None | Some(Preset::Reported) if report.units.iter().all(|unit| unit.percent.is_none()) => {
            "Chưa đơn vị nào có tỷ lệ % của nhóm “Số hóa hồ sơ”.".to_owned()
        }
        None | Some(Preset::Reported) => {
            let any = |is: &dyn Fn(&Total) -> bool| report.units.iter().any(|unit| is(&unit.total));
            let given = any(&|total| total.preset == Some(Preset::Reported) && total.given.is_some());
            let points = any(&|total| total.preset == Some(Preset::Reported) && total.given.is_none());
            let computed = any(&|total| total.preset.is_some_and(|by| by != Preset::Reported));
            let mut ways = Vec::new();
            if given || !(points || computed) {
                ways.push("được lấy nguyên từ tệp, không tính lại");
            }
            if points {
                ways.push("được tính từ điểm có trong tệp");
            }
            if computed {
                ways.push("được tính từ các thành phần có trong tệp");
            }
            let places = if ways.len() > 1 { ", tùy từng đơn vị" } else { "" };
            format!("Tỷ lệ % {}{places}; là {whole}.", ways.join(" hoặc "))
        }
        Some(preset) => {
            let card = preset.card();
            format!(
                "Tỷ lệ % của nhóm “Số hóa hồ sơ” được tính lại theo thiết lập: {} ({}). Nguồn: {}.",
                card.label, card.formula, card.source
            )
        }
    }
}

/// The versions that gave the percentages where they are not all given, what the office has set, and how far given and
/// computed lie apart.
fn formulas(report: &Report) -> Vec<String> {
    let mut lines = Vec::new();
    let versions: Set<&str> = report.units.iter().filter_map(|unit| unit.total.version.as_deref()).collect();
    if versions.iter().any(|version| *version != Preset::Reported.card().code) {
        let label = |version: &str| {
            Preset::from_code(version).map_or_else(|| version.to_owned(), |preset| preset.card().label.to_owned())
        };
        let versions: Vec<String> = versions.into_iter().map(label).collect();
        lines.push(format!("Công thức đã dùng: {}.", versions.join("; ")));
    }
    let changes = report.settings.formula.changes();
    if !changes.is_empty() {
        lines.push(format!("Thiết lập riêng của cơ quan: {}.", changes.join("; ")));
    }
    let apart = report.units.iter().filter(|unit| unit.total.agrees == Some(false)).count();
    if apart > 0 {
        lines.push(format!(
            "{apart} đơn vị có tỷ lệ trong tệp lệch quá {} điểm so với tỷ lệ tính lại từ các thành phần; kết quả dùng tỷ lệ trong tệp.",
            print_decimal(report.settings.formula.tolerance)
        ));
    }
    if report.settings.province.is_some() && report.province.as_ref().is_some_and(|own| own.place.row.is_none()) {
        lines.push("Tỷ lệ toàn tỉnh do cán bộ nhập trong thiết lập, không có trong tệp.".to_owned());
    }
    for correction in &report.settings.figures {
        let value = correction.value.map_or("bỏ số".to_owned(), |value| correction.field.print(value));
        let unit = report.units.iter().find(|unit| unit.id == correction.unit);
        lines.push(format!(
            "Số sửa tay: {}, {}: {value} (lý do: {}).",
            unit.map_or(correction.unit.as_str(), |unit| names::name(report, unit)),
            correction.field.label(),
            correction.reason.trim_end_matches(['.', ' '])
        ));
    }
    lines.extend(names::provisional(report));
    if let Some(comparison) = &report.comparison {
        lines.extend(comparison.breaks.iter().cloned());
    }
    lines
}

/// The name of the set, since when it is used, and who set it.
fn set_of_limits(limits: &Thresholds) -> Option<String> {
    let said: Vec<String> = [("", &limits.name), ("dùng từ ", &limits.since), ("nguồn: ", &limits.source)]
        .into_iter()
        .filter(|(_, said)| !said.is_empty())
        .map(|(what, said)| format!("{what}{said}"))
        .collect();
    (!said.is_empty()).then(|| format!("Bộ ngưỡng: {}.", said.join("; ")))
}

/// The files, by name and by what cannot be mistaken.
fn sources(report: &Report) -> Vec<String> {
    let file = |file: &GatheredFile| {
        let format = &file.understood.format;
        let sheet = format.sheet().map(|sheet| format!(", trang tính «{sheet}»")).unwrap_or_default();
        let hash = if file.sha256.is_empty() { "chưa tính xong" } else { &file.sha256 };
        format!("{} ({}{sheet}; {} dòng số liệu), SHA-256 {hash}", file.name, format.code(), file.table.data_rows)
    };
    let mut lines: Vec<String> = report.tables().map(file).collect();
    let answers = &report.settings.answers;
    let corrected = !(answers.columns.is_empty()
        && answers.files.is_empty()
        && answers.statuses.is_empty()
        && answers.aliases.is_empty());
    if corrected {
        lines.push("Cách hiểu tệp đã được cán bộ chỉnh theo thiết lập đã lưu.".to_owned());
    }
    lines.push(format!("Lập bằng sohoa {}.", report.version));
    lines
}

/// What an officer should look at before anything is issued.
pub(super) fn open(report: &Report) -> Vec<String> {
    let mut lines = absent(report);
    lines.extend(names::noted_elsewhere(report));
    for notice in report.notices.sorted() {
        let code = notice.code;
        if code == NoticeCode::GroupEmpty {
            lines.extend(names::nobody_covered(report));
        } else if code.severity() != Severity::Info {
            // What their remedy speaks of stands in what was found.
            let says_why = matches!(code, NoticeCode::SettingIdle | NoticeCode::SettingUnused);
            let found = notice.seen.iter().filter(|_| says_why).take(NAMED).map(|seen| format!("«{}»", seen.found));
            let found: Vec<String> = found.collect();
            let found = if found.is_empty() { String::new() } else { format!(": {}", found.join("; ")) };
            lines.push(format!("{} ({} lần{found}) {} {}", code.seen(), notice.count, code.effect(), code.remedy()));
        }
    }
    lines
}

/// Files, names and units that the result does not hold.
fn absent(report: &Report) -> Vec<String> {
    let mut lines = Vec::new();
    for file in report.files.iter().filter(|file| file.result.is_err()) {
        lines.push(format!("Tệp {} không đọc được, không có trong kết quả.", file.name));
    }
    if !report.unmatched.is_empty() {
        let names: Vec<String> = report.unmatched.iter().take(NAMED).map(Unmatched::told).collect();
        let others = report.unmatched.len() - names.len();
        let others = match others {
            0 => String::new(),
            others => format!(" và {} tên khác (từng dòng trong danh sách lưu ý)", print_count(others as u64)),
        };
        lines.push(format!("Tên chưa khớp danh mục, không có trong bảng: {}{others}.", names.join(", ")));
    }
    if !report.missing.is_empty() {
        let missing: Vec<&str> = report.missing.iter().map(|(_, name)| name.as_str()).collect();
        lines.push(format!("Đơn vị của danh mục mà không tệp nào có: {}.", missing.join(", ")));
    }
    let unrated = report.notices.sorted().into_iter().filter(|notice| notice.code == NoticeCode::UnitWithoutRate);
    let unrated: Vec<&str> = unrated.flat_map(|notice| &notice.seen).map(|seen| seen.found.as_str()).collect();
    if !unrated.is_empty() {
        lines.push(format!("Đơn vị thiếu ở tệp có tỷ lệ: {}.", unrated.join("; ")));
    }
    lines
}
