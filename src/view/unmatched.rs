//! Rows whose names no unit has: they are not ranked, and never vanish.

use maud::Markup;
use maud::html;

use crate::analysis::Report;
use crate::figures::Unmatched;

/// Rows shown; the rest is counted.
const SHOWN: usize = 50;

pub(super) fn region(report: &Report) -> Markup {
    let rows = &report.unmatched;
    html! {
        @if !rows.is_empty() {
            h2 { "Chưa khớp danh mục: " (rows.len()) " dòng" }
            p { "Các dòng này chưa được xếp hạng vì tên không có trong danh mục đơn vị." }
            ul {
                @for row in rows.iter().take(SHOWN) {
                    li {
                        strong { @if row.name.is_empty() { "(không có tên)" } @else { "«" (row.name) "»" } }
                        " – " (row.place.file) ", " (row.place.within_file()) ". "
                        (suggestion(report, row))
                    }
                }
            }
            @if rows.len() > SHOWN { p { "… và " (rows.len() - SHOWN) " dòng nữa." } }
        }
    }
}

fn suggestion(report: &Report, row: &Unmatched) -> String {
    let name = |id| report.catalogue.unit(id).map(|unit| unit.name.as_str());
    let names: Vec<&str> = row.suggestions.iter().filter_map(name).collect();
    if names.is_empty() {
        return "Không có gợi ý; sửa tên trong tệp nguồn rồi chọn lại tệp.".to_owned();
    }
    format!("Có phải {}? Nếu đúng, sửa tên trong tệp nguồn rồi chọn lại tệp.", names.join(" hoặc "))
}
