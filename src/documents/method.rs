//! Thuyết minh: how a result was computed and from what. Every document carries it, on a page that stays in the office.

use super::look::Role;
use super::names;
use super::value::Block;
use super::value::Page;
use crate::analysis::GatheredFile;
use crate::analysis::Report;
use crate::analysis::UnitResult;
use crate::columns::Field;
use crate::components::PresetCard;
use crate::domain::Aspect;
use crate::domain::Component;
use crate::notices::Severity;
use crate::text::numbers::print_count;
use crate::text::numbers::print_decimal;
use crate::text::numbers::print_percent;
use crate::warnings;
use crate::warnings::Compare;

/// The page of method and sources.
pub(super) fn method(report: &Report) -> Page {
    let mut blocks = vec![Block::new(Role::Heading, "THUYẾT MINH SỐ LIỆU (lưu hồ sơ, không phát hành)")];
    for (heading, lines) in notes(report) {
        blocks.push(Block::new(Role::Heading, heading));
        blocks.extend(lines.into_iter().map(|line| Block::new(Role::Note, line)));
    }
    Page { lying: false, blocks }
}

/// The same as headings with their lines.
#[must_use]
pub fn notes(report: &Report) -> Vec<(&'static str, Vec<String>)> {
    let mut sections = vec![("Cách tính", rules(report)), ("Nguồn số liệu", sources(report))];
    let open = open(report);
    if !open.is_empty() {
        sections.push(("Điều cần xem lại trước khi ban hành", open));
    }
    sections
}

/// How percentages, ranks and notes came about, a sentence each.
#[must_use]
pub fn rules(report: &Report) -> Vec<String> {
    let limits = &report.settings.thresholds;
    let mut lines = vec!["Tỷ lệ % là tỷ lệ tổng chung của nhóm chỉ số “Số hóa hồ sơ” (22 điểm) trong Bộ chỉ số theo Quyết định 766/QĐ-TTg ngày 23/6/2022.".to_owned()];
    let used = |unit: &UnitResult| Some((unit.total.preset?.card(), unit.total.version.clone()?));
    let mut formulas: Vec<(&PresetCard, String)> = Vec::new();
    for formula in report.units.iter().filter_map(used) {
        if !formulas.contains(&formula) {
            formulas.push(formula);
        }
    }
    for (card, version) in formulas {
        lines.push(format!("{} ({version}): {}. Nguồn: {}.", card.label, card.formula, card.source));
    }
    let changes = report.settings.formula.changes();
    if !changes.is_empty() {
        lines.push(format!("Công thức do cơ quan đặt: {}.", changes.join("; ")));
    }
    lines.push("Xếp hạng trong từng nhóm, cao xuống thấp; bằng nhau thì cùng hạng và hạng sau bỏ cách (1, 2, 2, 4); đơn vị chưa có số liệu không xếp hạng, không tính là 0.".to_owned());
    for card in warnings::ALL {
        let limit =
            if card.code == "rate-low" { print_percent(limits.rate_low) } else { print_count(limits.count_very_low) };
        lines.push(format!(
            "«{}»: {} nhỏ hơn {limit}. Nguồn của ngưỡng mặc định: {}, dùng từ {}.",
            card.word, card.measure, card.source.text, card.source.since
        ));
    }
    for preview in report.previews.iter().filter(|preview| preview.in_force) {
        let words = preview.rule.words();
        let word = preview.rule.card.card.word;
        let group = preview.group.label();
        lines.push(match &preview.limit {
            Ok(limit) => format!("«{word}»: {words}. Trong nhóm {group}, ngưỡng là {}.", print_decimal(*limit)),
            Err(reason) => format!("«{word}»: {words}. Trong nhóm {group} chưa áp dụng. {}", reason.sentence()),
        });
    }
    let set: Vec<String> = [("", &limits.name), ("dùng từ ", &limits.since), ("nguồn: ", &limits.source)]
        .into_iter()
        .filter(|(_, said)| !said.is_empty())
        .map(|(what, said)| format!("{what}{said}"))
        .collect();
    if !set.is_empty() {
        lines.push(format!("Bộ ngưỡng: {}.", set.join("; ")));
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
    for component in Component::ALL {
        let given =
            |aspect| report.units.iter().any(|unit| unit.figures.get(Field::Component(component, aspect)).is_some());
        if Aspect::ALL.into_iter().any(given) {
            lines.push(format!(
                "Thành phần {component:?}: {} (tối đa {} điểm).",
                component.label(),
                component.max_points()
            ));
        }
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
    let mut lines = Vec::new();
    for file in report.files.iter().filter(|file| file.result.is_err()) {
        lines.push(format!("Tệp {} không đọc được, không có trong kết quả.", file.name));
    }
    if !report.unmatched.is_empty() {
        let unmatched: Vec<&str> = report.unmatched.iter().map(|row| row.name.as_str()).collect();
        lines.push(format!("Tên chưa khớp danh mục, không có trong bảng: {}.", unmatched.join(", ")));
    }
    if !report.missing.is_empty() {
        let missing: Vec<&str> = report.missing.iter().map(|(_, name)| name.as_str()).collect();
        lines.push(format!("Đơn vị của danh mục mà không tệp nào có: {}.", missing.join(", ")));
    }
    for notice in report.notices.sorted() {
        let code = notice.code;
        if code.severity() != Severity::Info {
            lines.push(format!("{} ({} lần) {} {}", code.seen(), notice.count, code.effect(), code.remedy()));
        }
    }
    lines
}
