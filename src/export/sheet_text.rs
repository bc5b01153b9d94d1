//! The sheet of one unit as text.

use crate::analysis::Report;
use crate::analysis::unit_sheet;
use crate::domain::Place;
use crate::text::numbers::print_decimal;
use crate::text::numbers::print_exact_percent;
use crate::units::UnitId;

/// Why a unit stands where it stands; `None` when no file names it.
#[must_use]
pub fn unit_sheet_text(report: &Report, id: &UnitId) -> Option<String> {
    let sheet = unit_sheet(report, id)?;
    let mut lines = vec![sheet.name.clone(), sheet.sentence.clone()];
    let mut list = |title: &str, entries: Vec<String>| {
        if !entries.is_empty() {
            lines.push(String::new());
            lines.push(title.to_owned());
            lines.extend(entries.into_iter().map(|entry| format!("  {entry}")));
        }
    };
    list("Còn thiếu:", sheet.lacking.clone());
    let notes = sheet.notes.iter().map(|note| {
        format!(
            "«{}»: {}; {} so với {} ({}). Nguồn: {}",
            note.word,
            note.rule,
            note.value,
            note.limit,
            at(&note.place),
            note.source
        )
    });
    list("Ghi chú:", notes.collect());
    let components = sheet.components.iter().map(|line| {
        let unknown = || "chưa rõ".to_owned();
        let loses = line.lost.map_or_else(unknown, print_decimal);
        let points = line.points.map_or_else(unknown, print_decimal);
        let rate = line.rate.map(|rate| format!(", tỷ lệ {}", print_exact_percent(rate))).unwrap_or_default();
        let basis = line.basis.as_ref().map(|basis| format!(" ({basis})")).unwrap_or_default();
        format!(
            "{} mất {loses}: {points} trên {} điểm{rate}{basis}. {}: {}",
            line.letter,
            print_decimal(line.max),
            line.label,
            line.formula
        )
    });
    list("Thành phần, mất điểm nhiều nhất trước:", components.collect());
    let figures = sheet.figures.iter().map(|line| format!("{}: {} ({})", line.label, line.value, at(&line.place)));
    list("Số liệu:", figures.collect());
    lines.push(String::new());
    Some(lines.join("\n"))
}

/// A place with its file.
fn at(place: &Place) -> String {
    let within = place.within_file();
    if within.is_empty() { place.file.clone() } else { format!("{}, {within}", place.file) }
}
