//! What was understood of each file: encoding, separator, header, columns, skipped rows, and its fingerprint.

use maud::Markup;
use maud::html;

use super::Action;
use super::answered::answered;
use super::correct::corrections;
use crate::analysis::FileOutcome;
use crate::analysis::Format;
use crate::analysis::GatheredFile;
use crate::analysis::Report;
use crate::columns::RowKind;
use crate::columns::SkippedRows;
use crate::text::numbers::print_count;

pub(super) fn region(report: &Report) -> Markup {
    let shown: Vec<(usize, &FileOutcome)> =
        report.files.iter().enumerate().filter(|(_, file)| file.result.is_ok() || file.refused.is_some()).collect();
    html! {
        @if !shown.is_empty() {
            h2 id="files-heading" tabindex="-1" { "Tệp đã đọc và cách hiểu" }
            @for (index, outcome) in shown {
                article {
                    h3 { (outcome.name) }
                    @match &outcome.result {
                        Ok(file) => (facts(file, &answered(&report.settings, outcome))),
                        Err(sentence) => p.field-error { "Chưa cho ra bảng: " (sentence) },
                    }
                    @for file in &outcome.beside {
                        h4 { "Đọc cùng: " (outcome.name) @if let Some((_, read)) = file.understood.format.choice() { ", «" (read) "»" } }
                        (facts(file, &[]))
                    }
                    (corrections(report, index, outcome))
                    @if let Ok(file) = &outcome.result { (end(index, file)) }
                }
            }
        }
    }
}

fn facts(file: &GatheredFile, answered: &[String]) -> Markup {
    let GatheredFile { understood, table, .. } = file;
    html! {
        dl.facts {
            dt { "Bảng" } dd { (table.shape().label()) ", " (table.data_rows) " dòng số liệu" }
            @match &understood.format {
                Format::Text { sniffed, dialect } => {
                    dt { "Bảng mã" } dd { (sniffed.encoding.code().to_ascii_uppercase()) " (" (sniffed.reason) ")" }
                    dt { "Dấu phân cách" } dd { (separator(dialect.delimiter)) " (" (dialect.reason) ")" }
                }
                Format::Markup { sniffed, table, tables } => {
                    dt { "Định dạng" } dd { "bảng trong trang web (HTML), " (tables.len()) " bảng"
                        @if tables.len() > 1 { ", đang đọc «" (table) "»" } }
                    dt { "Bảng mã" } dd { (sniffed.encoding.code().to_ascii_uppercase()) " (" (sniffed.reason) ")" }
                }
                Format::Json { sniffed, lists } => {
                    dt { "Định dạng" } dd { "dữ liệu JSON của cổng, " (lists) " danh sách" }
                    dt { "Bảng mã" } dd { (sniffed.encoding.code().to_ascii_uppercase()) " (" (sniffed.reason) ")" }
                }
                Format::Workbook { kind, sheet, others, .. } => {
                    dt { "Định dạng" } dd { "bảng tính ." (kind.code()) }
                    dt { "Trang tính" } dd { "«" (sheet) "»"
                        @if !others.is_empty() { " (không đọc: " (others.join(", ")) ")" } }
                }
            }
            @if let Some(repair) = understood.letters.repair { dt { "Sửa chữ" } dd { (repair.label()) } }
            dt { "Dòng tiêu đề" } dd { "dòng " (table.map.header_row) }
            dt { "Bỏ qua" } dd { (skipped(table.skipped.count())) }
            @if !answered.is_empty() { dt { "Theo lựa chọn đã nhớ" } dd { (answered.join("; ")) } }
        }
    }
}

fn end(index: usize, file: &GatheredFile) -> Markup {
    let GatheredFile { name, bytes, sha256, table, .. } = file;
    html! {
        @if table.skipped.count() > 0 {
            details id={ "skipped-" (index) } {
                summary { "Các dòng đã bỏ qua (" (table.skipped.count()) ")" }
                ul { @for (kind, rows) in table.skipped.by_kind() { (kind_of_rows(kind, rows)) } }
            }
        }
        p.fingerprint { (print_count(*bytes)) " byte. SHA-256: "
            @if sha256.is_empty() { "đang tính, bảng không phải chờ" } @else { code { (sha256) } }
        }
        button.quiet type="button" id={ "drop-file-" (index) } data-event=(Action::RemoveFile { index }.to_json()) {
            "Bỏ tệp " (name)
        }
    }
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
