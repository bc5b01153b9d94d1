//! The report as plain text: for a terminal, and for the cases of the tests, where a person reads what changed.

use std::fmt::Write as _;

use super::since_text::differences;
use super::since_text::since;
use crate::analysis::Format;
use crate::analysis::Report;
use crate::analysis::UnitResult;
use crate::columns::Field;
use crate::columns::Question;
use crate::documents::provisional;
use crate::domain::Group;
use crate::domain::Period;
use crate::notices::PLACES_TOLD;
use crate::text::numbers::print_count;
use crate::text::numbers::print_decimal;
use crate::text::numbers::print_percent;
use crate::warnings::Thresholds;

/// Figures that the ranking shows.
const SHOWN_ABOVE: [Field; 2] = [Field::GroupPercent, Field::CertifiedCopies];

/// The whole report as text.
#[must_use]
pub fn report_text(report: &Report) -> String {
    let mut text = String::new();
    let period = report.period.map_or("tệp không ghi".to_owned(), Period::printed);
    let copies = report.copies_period.map_or(String::new(), |period| format!("; chứng thực {}", period.printed()));
    line(&mut text, &format!("Kỳ: {period}{copies}"));
    if let Some(sentence) = provisional(report) {
        line(&mut text, &sentence);
    }
    match &report.province {
        Some(province) => line(&mut text, &format!("Toàn tỉnh: {}", print_percent(province.percent))),
        None => line(&mut text, "Toàn tỉnh: chưa có số liệu"),
    }
    for group in Group::ALL {
        let units: Vec<&UnitResult> = report.units_of(group).collect();
        if !units.is_empty() {
            line(&mut text, "");
            line(&mut text, &format!("{} ({} đơn vị)", group.label(), units.len()));
            ranking(&mut text, &units, &report.settings.thresholds);
            counts(&mut text, &units);
        }
    }
    if let Some(comparison) = &report.comparison {
        list(&mut text, "So với kỳ trước:", since(report, comparison));
    }
    if let Some(reconciled) = &report.differences {
        let mut lines: Vec<String> = reconciled.told.iter().map(|told| format!("! {told}")).collect();
        let agrees = reconciled.agrees().then(|| "không có khác biệt".to_owned());
        lines.extend(agrees.into_iter().chain(differences(reconciled)));
        list(&mut text, &format!("So với bản đã phát hành ({}):", reconciled.name), lines);
    }
    let unmatched = report.unmatched.iter().map(|row| {
        let name = if row.name.is_empty() { "(không có tên)" } else { &row.name };
        format!("{name} ({}, {}){}", row.place.file, row.place.within_file(), report.suggested(row))
    });
    list(&mut text, "Chưa khớp danh mục:", unmatched.collect());
    list(&mut text, "Đơn vị thiếu:", report.missing.iter().map(|(_, name)| name.clone()).collect());
    list(&mut text, "Cần chọn:", report.tables().flat_map(|file| &file.table.questions).map(question).collect());
    list(&mut text, "Lưu ý:", notices(report));
    list(&mut text, "Tệp:", files(report));
    text
}

fn line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

/// A title and its entries; nothing where there are none.
fn list(text: &mut String, title: &str, entries: Vec<String>) {
    if !entries.is_empty() {
        line(text, "");
        line(text, title);
    }
    for entry in entries {
        line(text, &format!("  {entry}"));
    }
}

/// One group as columns of a fixed width.
fn ranking(text: &mut String, units: &[&UnitResult], limits: &Thresholds) {
    let row = |unit: &UnitResult| {
        [
            unit.rank.map_or("–".to_owned(), |rank| rank.to_string()),
            unit.name.clone(),
            unit.percent.as_ref().map_or("chưa có số liệu".to_owned(), |given| limits.print(given.value)),
            unit.percent_note.map_or("", |warning| warning.card.word).to_owned(),
            unit.copies.as_ref().map_or("chưa có số liệu".to_owned(), |given| print_count(given.value)),
            unit.copies_note.map_or("", |warning| warning.card.word).to_owned(),
        ]
    };
    let header = ["Hạng", "Đơn vị", "Tỷ lệ", "Ghi chú", "Chứng thực", "Ghi chú"].map(str::to_owned);
    let rows: Vec<[String; 6]> = std::iter::once(header).chain(units.iter().map(|unit| row(unit))).collect();
    aligned(text, &rows, |at| matches!(at, 0 | 2 | 4));
}

/// The counts of dossiers and the points of one group, where files give any.
fn counts(text: &mut String, units: &[&UnitResult]) {
    let given = |field: &Field| units.iter().any(|unit| unit.figures.get(*field).is_some());
    let fields: Vec<Field> =
        Field::all().filter(|field| !SHOWN_ABOVE.contains(field) && field.is_figure()).filter(given).collect();
    if fields.is_empty() {
        return;
    }
    let cell = |unit: &UnitResult, field: Field| {
        let value = unit.figures.get(field).map(|given| given.value);
        value.map_or("–".to_owned(), |value| value.as_count().map_or_else(|| print_decimal(value), print_count))
    };
    let header = std::iter::once("Đơn vị".to_owned()).chain((1..=fields.len()).map(|number| format!("({number})")));
    let mut rows = vec![header.collect::<Vec<String>>()];
    rows.extend(
        units.iter().map(|unit| {
            std::iter::once(unit.name.clone()).chain(fields.iter().map(|field| cell(unit, *field))).collect()
        }),
    );
    for (number, field) in (1..).zip(&fields) {
        line(text, &format!("  ({number}) {}", field.label()));
    }
    aligned(text, &rows, |at| at > 0);
}

/// Rows as columns of a fixed width; numbers end, words begin where their column does.
fn aligned<Cells: AsRef<[String]>>(text: &mut String, rows: &[Cells], is_number: fn(usize) -> bool) {
    let columns = rows.first().map_or(0, |row| row.as_ref().len());
    let width = |column: usize| rows.iter().map(|row| row.as_ref()[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for row in rows {
        let mut line = String::new();
        for (column, cell) in row.as_ref().iter().enumerate() {
            let pad = " ".repeat(widths[column] - cell.chars().count());
            let (before, after) = if is_number(column) { (pad.as_str(), "") } else { ("", pad.as_str()) };
            let _ = write!(line, "  {before}{cell}{after}");
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
}

fn question(question: &Question) -> String {
    match question {
        Question::Column { field, candidates } => {
            let headers: Vec<String> = candidates.iter().map(|(header, _)| format!("«{}»", header.text)).collect();
            format!("cột nào là {}: {}?", field.label(), headers.join(", "))
        }
        Question::Numbers { header, example, .. } => {
            format!("số ở cột «{}» được hiểu thế nào (ví dụ {example})?", header.text)
        }
        Question::Status { text, dossiers, row } => {
            format!("trạng thái «{text}» nghĩa là gì ({} hồ sơ, từ dòng {row})?", print_count(*dossiers))
        }
    }
}

fn notices(report: &Report) -> Vec<String> {
    let mut lines = Vec::new();
    for notice in report.notices.sorted() {
        let code = notice.code;
        lines.push(format!("[{}] {} ({} lần)", code.severity().label(), code.seen(), notice.count));
        for seen in notice.seen.iter().take(PLACES_TOLD) {
            let place = seen.place.within_file();
            let place =
                if place.is_empty() { seen.place.file.clone() } else { format!("{}, {place}", seen.place.file) };
            let found = if seen.found.is_empty() { String::new() } else { format!(": {}", seen.found) };
            lines.push(format!("    {place}{found}"));
        }
        let more = notice.count.saturating_sub(PLACES_TOLD as u64);
        if more > 0 {
            lines.push(format!("    … và {} chỗ nữa (xem bảng lưu ý: --notices)", print_count(more)));
        }
        lines.push(format!("    → {} {}", code.effect(), code.remedy()));
    }
    lines
}

fn files(report: &Report) -> Vec<String> {
    let mut lines = Vec::new();
    for file in report.tables() {
        lines.push(format!(
            "{}: {}, tiêu đề ở dòng {}, {} dòng số liệu, {} dòng bỏ qua",
            file.name,
            format(&file.understood.format),
            file.table.map.header_row,
            file.table.data_rows,
            file.table.skipped.count(),
        ));
        for (kind, skipped) in file.table.skipped.by_kind() {
            let rows: Vec<String> = skipped.first.iter().map(|(row, _)| row.to_string()).collect();
            let more = if skipped.count > skipped.first.len() as u64 { ", …" } else { "" };
            lines.push(format!("    bỏ qua {} {}: dòng {}{more}", skipped.count, kind.label(), rows.join(", ")));
        }
    }
    lines
}

fn format(format: &Format) -> String {
    match format {
        Format::Text { sniffed, dialect } => {
            let delimiter = match dialect.delimiter {
                b'\t' => "TAB".to_owned(),
                delimiter => char::from(delimiter).to_string(),
            };
            format!("{}, dấu phân cách {delimiter}", sniffed.encoding.code())
        }
        Format::Markup { sniffed, .. } => format!("html, {}", sniffed.encoding.code()),
        Format::Json { sniffed, .. } => format!("json, {}", sniffed.encoding.code()),
        Format::Workbook { kind, sheet, .. } => format!("{}, trang tính «{sheet}»", kind.code()),
    }
}
