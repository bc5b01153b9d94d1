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
    Column { header: "Mức độ", width: 12 },
    Column { header: "Tệp", width: 24 },
    Column { header: "Trang tính", width: 12 },
    Column { header: "Dòng", width: 8 },
    Column { header: "Cột", width: 6 },
    Column { header: "Cột thứ", width: 8 },
    Column { header: "Điều nhận thấy", width: 34 },
    Column { header: "Nội dung tại chỗ", width: 28 },
    Column { header: "Với kết quả", width: 34 },
    Column { header: "Nên làm", width: 34 },
    Column { header: "Mã lưu ý", width: 18 },
];

/// Everything that was noticed, gravest first: a row for each place kept, and one that counts the places beyond.
#[must_use]
pub fn problems(report: &Report) -> Sheet {
    let period = report.period.map(|period| format!(" {}", period.printed())).unwrap_or_default();
    Sheet {
        name: "Lưu ý",
        title: format!("Lưu ý về số liệu{period}"),
        columns: COLUMNS.to_vec(),
        rows: report.notices.sorted().into_iter().flat_map(rows).collect(),
    }
}

/// What a file with them is called, without its ending: the period tells one month from the next.
#[must_use]
pub fn problems_name(report: &Report) -> String {
    let period = report.period.map(|period| format!("-{}-den-{}", period.from, period.to)).unwrap_or_default();
    format!("luu-y-so-lieu{period}")
}

fn rows(notice: &Notice) -> Vec<Vec<Cell>> {
    let mut rows: Vec<Vec<Cell>> =
        notice.seen.iter().map(|Seen { place, found }| row(notice, Some(place), found)).collect();
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
        Cell::count(place.and_then(|place| place.row).map(u64::from)),
        Cell::text(&column.map(Place::letters).unwrap_or_default()),
        Cell::count(column.map(u64::from)),
        Cell::text(code.seen()),
        Cell::text(found),
        Cell::text(code.effect()),
        Cell::text(code.remedy()),
        Cell::text(code.code()),
    ]
}
