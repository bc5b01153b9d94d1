//! The report of findings: what was noticed in the data, a row a place, to be sent back to the unit that has to mend it.

use super::sheet::Cell;
use super::sheet::Column;
use super::sheet::Sheet;
use crate::analysis::Report;
use crate::domain::Place;
use crate::notices::Notice;
use crate::notices::Seen;
use crate::text::numbers::print_count;

/// The columns. Their widths fill a page of A4 that lies on its side.
const COLUMNS: [Column; 11] = [
    Column::new("Mức độ", 12),
    Column::new("Tệp", 24),
    Column::new("Trang tính", 12),
    Column::new("Dòng", 8),
    Column::new("Cột", 6),
    Column::new("Cột thứ", 8),
    Column::new("Điều nhận thấy", 34),
    Column::new("Nội dung tại chỗ", 28),
    Column::new("Với kết quả", 34),
    Column::new("Nên làm", 34),
    Column::new("Mã lưu ý", 18),
];

/// Everything that was noticed, gravest first: a row for each place kept, and one that counts the places beyond.
#[must_use]
pub fn problems(report: &Report) -> Sheet {
    let period = report.period.map(|period| format!(" {}", period.printed())).unwrap_or_default();
    Sheet {
        name: "Lưu ý".into(),
        table: "LuuY",
        title: format!("Lưu ý về số liệu{period}"),
        columns: COLUMNS.to_vec(),
        fixed: 0,
        rows: report.notices.sorted().into_iter().flat_map(|notice| rows(report, notice)).collect(),
        below: Vec::new(),
    }
}

/// What a file with them is called, without its ending: the period tells one month from the next.
#[must_use]
pub fn problems_name(report: &Report) -> String {
    let period = report.period.map(|period| format!("-{}-den-{}", period.from, period.to)).unwrap_or_default();
    format!("luu-y-so-lieu{period}")
}

fn rows(report: &Report, notice: &Notice) -> Vec<Vec<Cell>> {
    let of_place = |seen: &Seen| row(notice, Some(&seen.place), &report.found(notice.code, seen));
    let mut rows: Vec<Vec<Cell>> = notice.seen.iter().map(of_place).collect();
    let beyond = notice.count.saturating_sub(notice.seen.len() as u64);
    if beyond > 0 {
        rows.push(row(notice, None, &format!("… và {} chỗ nữa", print_count(beyond))));
    }
    rows
}

fn row(notice: &Notice, place: Option<&Place>, found: &str) -> Vec<Cell> {
    let code = notice.code;
    let column = place.and_then(|place| place.column);
    vec![
        Cell::text(code.severity().label()),
        Cell::text(place.map_or("", |place| &place.file)),
        Cell::text(place.and_then(|place| place.sheet.as_deref()).unwrap_or_default()),
        Cell::place(place.and_then(|place| place.row)),
        Cell::text(&column.map(Place::letters).unwrap_or_default()),
        Cell::place(column),
        Cell::text(code.seen()),
        Cell::text(found),
        Cell::text(code.effect()),
        Cell::text(code.remedy()),
        Cell::text(code.code()),
    ]
}
