//! What was understood of each file: encoding, separator, header, columns, skipped rows, and its fingerprint.

use maud::Markup;
use maud::html;

use super::Action;
use crate::analysis::Format;
use crate::analysis::GatheredFile;
use crate::analysis::Report;
use crate::columns::Field;
use crate::columns::Reading;
use crate::columns::RowKind;
use crate::columns::SkippedRows;
use crate::domain::Place;
use crate::text::numbers::print_count;

pub(super) fn region(report: &Report) -> Markup {
    let files: Vec<(usize, &GatheredFile)> =
        report.files.iter().enumerate().filter_map(|(index, file)| Some((index, file.result.as_ref().ok()?))).collect();
    html! {
        @if !files.is_empty() {
            h2 { "Tệp đã đọc và cách hiểu" }
            @for (index, file) in files { (one(index, file)) }
        }
    }
}

fn one(index: usize, file: &GatheredFile) -> Markup {
    let GatheredFile { name, bytes, sha256, understood, table } = file;
    html! {
        article {
            h3 { (name) }
            dl.facts {
                dt { "Bảng" } dd { (table.shape().label()) ", " (table.data_rows) " dòng số liệu" }
                @match &understood.format {
                    Format::Text { sniffed, dialect } => {
                        dt { "Bảng mã" } dd { (sniffed.encoding.code().to_uppercase()) " (" (sniffed.reason) ")" }
                        dt { "Dấu phân cách" } dd { (separator(dialect.delimiter)) " (" (dialect.reason) ")" }
                    }
                    Format::Markup { sniffed, tables } => {
                        dt { "Định dạng" } dd { "bảng trong trang web (HTML), " (tables) " bảng" }
                        dt { "Bảng mã" } dd { (sniffed.encoding.code().to_uppercase()) " (" (sniffed.reason) ")" }
                    }
                    Format::Workbook { kind, sheet, others, .. } => {
                        dt { "Định dạng" } dd { "bảng tính ." (kind.code()) }
                        dt { "Trang tính" } dd { "«" (sheet) "»"
                            @if !others.is_empty() { " (không đọc: " (others.join(", ")) ")" } }
                    }
                }
                dt { "Dòng tiêu đề" } dd { "dòng " (table.map.header_row) }
                dt { "Bỏ qua" } dd { (skipped(table.skipped.count())) }
            }
            (columns(index, file))
            @if table.skipped.count() > 0 {
                details {
                    summary { "Các dòng đã bỏ qua (" (table.skipped.count()) ")" }
                    ul { @for (kind, rows) in table.skipped.by_kind() { (kind_of_rows(kind, rows)) } }
                }
            }
            p.fingerprint { (print_count(*bytes)) " byte. SHA-256: " code { (sha256) } }
            button.quiet type="button" id={ "drop-file-" (index) } data-event=(Action::RemoveFile { index }.to_json()) {
                "Bỏ tệp " (name)
            }
        }
    }
}

fn columns(index: usize, file: &GatheredFile) -> Markup {
    let map = &file.table.map;
    html! {
        div.scroll role="region" tabindex="0" aria-labelledby={ "columns-" (index) } {
            table.columns {
                caption id={ "columns-" (index) } { "Ý nghĩa các cột của " (file.name) }
                thead { tr { th scope="col" { "Cột" } th scope="col" { "Tiêu đề trong tệp" } th scope="col" { "Được hiểu là" } } }
                tbody {
                    @for (at, header) in map.headers.iter().enumerate().take(40) {
                        tr {
                            td { (Place::letters(header.column)) }
                            th scope="row" { @if header.text.is_empty() { "(trống)" } @else { (header.text) } }
                            td { (meaning(file, at)) }
                        }
                    }
                }
            }
        }
        @if map.headers.len() > 40 { p { "… và " (map.headers.len() - 40) " cột nữa." } }
    }
}

/// What a column means, and how its numbers are read.
fn meaning(file: &GatheredFile, at: usize) -> String {
    let Some(field) = file.table.map.meaning(at) else { return "không dùng".to_owned() };
    let reading = file.table.readings.iter().find(|(read, _)| *read == field).map(|(_, reading)| match reading {
        Reading::Percent => ": phần trăm",
        Reading::Share => ": số lẻ của 1, đã nhân 100",
        Reading::Count => ": số đếm, dấu phân cách là hàng nghìn",
        Reading::Points => ": điểm",
    });
    let asked = if Field::is_figure(field) && reading.is_none() { ": chờ chọn cách đọc" } else { "" };
    format!("{}{}", field.label(), reading.unwrap_or(asked))
}

fn kind_of_rows(kind: RowKind, rows: &SkippedRows) -> Markup {
    let hidden = rows.count.saturating_sub(rows.first.len() as u64);
    html! {
        li {
            (rows.count) " " (kind.label()) ": "
            @for (at, (row, text)) in rows.first.iter().enumerate() {
                @if at > 0 { "; " }
                "dòng " (row) @if !text.is_empty() { " " q { (text) } }
            }
            @if hidden > 0 { "; … và " (hidden) " dòng nữa" }
        }
    }
}

fn skipped(count: u64) -> String {
    if count == 0 { "không dòng nào".to_owned() } else { format!("{count} dòng không phải số liệu") }
}

fn separator(delimiter: u8) -> String {
    match delimiter {
        b'\t' => "TAB".to_owned(),
        b';' => "chấm phẩy ;".to_owned(),
        b',' => "phẩy ,".to_owned(),
        b'|' => "gạch đứng |".to_owned(),
        other => char::from(other).to_string(),
    }
}
