//! How a file is read, to be corrected: its letters, its sheet, its header, its columns. Every choice shows what it would
//! give; an empty choice leaves it to the page.

use maud::Markup;
use maud::html;

use super::Action;
use super::Correction;
use super::columns::columns;
use super::sheet_question::first_rows;
use crate::analysis::Alternative;
use crate::analysis::Encoding;
use crate::analysis::FileOutcome;
use crate::analysis::Format;
use crate::analysis::ReadAs;
use crate::analysis::Report;
use crate::analysis::Row;
use crate::columns::FileAnswers;

/// Letters of a row that is shown in a choice.
const SHOWN: usize = 70;

pub(super) fn corrections(report: &Report, index: usize, file: &FileOutcome) -> Markup {
    let Some(fingerprint) = file.fingerprint() else { return html! {} };
    let answers = &report.settings.answers;
    let of_file = answers.files.get(fingerprint);
    let nothing = FileAnswers::default();
    html! {
        details.correct id={ "correct-" (index) } open[file.result.is_err()] {
            summary { "Sửa cách hiểu tệp này" @if of_file.is_some() { " (đang có sửa đổi)" } }
            p { "Chọn lại chỗ hiểu sai; kết quả đổi ngay và được nhớ cho các tệp cùng tiêu đề." }
            div.fields {
                (letters(index, file, of_file.unwrap_or(&nothing)))
                (sheet(index, file, of_file.unwrap_or(&nothing)))
                (header_row(index, file, of_file.unwrap_or(&nothing)))
            }
            (sheet_previews(index, file))
            (columns(report, index, file, &answers.columns_of(fingerprint)))
            @if of_file.is_some() {
                button.quiet type="button" id={ "forget-" (index) }
                    data-event=(Action::FileForgotten { file: file.name.clone() }.to_json()) { "Bỏ mọi sửa đổi của tệp này" }
            }
        }
    }
}

/// What a choice does.
pub(super) fn corrected(file: &FileOutcome, what: Correction) -> String {
    Action::FileCorrected { file: file.name.clone(), what, value: String::new() }.to_json()
}

/// The stable word of a reading of the letters.
fn word(read_as: ReadAs, workbook: bool) -> String {
    match read_as {
        // The letters of a workbook have one encoding: to read them as they stand is to repair nothing.
        ReadAs::Encoding(_) if workbook => "repair:none".to_owned(),
        ReadAs::Encoding(encoding) => format!("encoding:{}", encoding.code()),
        ReadAs::Repair(repair) => format!("repair:{}", repair.code()),
    }
}

fn letters(index: usize, file: &FileOutcome, answers: &FileAnswers) -> Markup {
    let format = file.understood().map(|understood| &understood.format);
    let workbook = matches!(format, Some(Format::Workbook { .. }));
    let alternatives: &[Alternative] = match (file.understood(), &file.refused) {
        (Some(understood), _) => &understood.letters.alternatives,
        (None, Some(refused)) => &refused.alternatives,
        (None, None) => &[],
    };
    if alternatives.is_empty() || (workbook && alternatives.len() < 2 && answers.repair.is_none()) {
        return html! {};
    }
    let answered = match (answers.repair.as_deref(), answers.encoding.as_deref()) {
        (Some("none") | None, Some(encoding)) => format!("encoding:{encoding}"),
        (Some(repair), _) => format!("repair:{repair}"),
        (None, None) => String::new(),
    };
    // The order never follows the choice, or an arrow on the closed list would come back to where it was.
    let of_file = alternatives.iter().map(|alternative| alternative.read_as);
    let repairs = of_file.clone().filter(|read_as| matches!(read_as, ReadAs::Repair(_)));
    let as_it_stands = of_file.filter(|read_as| workbook && matches!(read_as, ReadAs::Encoding(_)));
    let encodings = Encoding::ALL.into_iter().map(ReadAs::Encoding).filter(|_| !workbook);
    let label = |read_as: ReadAs| match read_as {
        ReadAs::Encoding(_) if workbook => "giữ nguyên chữ trong tệp",
        other => other.label(),
    };
    let id = format!("letters-{index}");
    let first = file.understood().and_then(|understood| understood.letters.first.as_ref());
    html! {
        div.wide {
            label for=(id) { "Bảng mã, cách sửa chữ" }
            select id=(id) data-event=(corrected(file, Correction::Letters)) {
                option value="" selected[answered.is_empty()] { "Tự nhận" }
                @for read_as in repairs.chain(as_it_stands).chain(encodings) {
                    @let value = word(read_as, workbook);
                    option value=(value) selected[value == answered] { (label(read_as)) }
                }
            }
            table.preview {
                caption.hidden { "Một dòng của tệp, theo từng cách đọc" }
                thead.hidden { tr { th scope="col" { "Cách đọc" } th scope="col" { "Sẽ thấy" } } }
                tbody {
                    @for alternative in alternatives {
                        tr {
                            th scope="row" { (label(alternative.read_as)) @if alternative.chosen { " (đang dùng)" } }
                            td { (alternative.sample) }
                        }
                    }
                }
            }
            @if let Some(change) = first {
                p { "Ô đầu tiên đã sửa, dòng " (change.row) ": trước " q { (change.before) } ", sau " q { (change.after) } "." }
            }
        }
    }
}

fn sheet(index: usize, file: &FileOutcome, answers: &FileAnswers) -> Markup {
    let format = file.understood().map(|understood| &understood.format);
    let Some((sheets, read)) = format.and_then(Format::choice) else { return html! {} };
    let label = if matches!(format, Some(Format::Markup { .. })) { "Bảng của trang web" } else { "Trang tính" };
    let id = format!("sheet-{index}");
    let answered = answers.sheet.as_deref();
    let beside = file.beside.iter().filter_map(|file| file.understood.format.choice());
    let all_read: Vec<&str> = std::iter::once(read).chain(beside.map(|(_, read)| read)).collect();
    html! {
        div {
            label for=(id) { (label) }
            select id=(id) data-event=(corrected(file, Correction::Sheet)) {
                option value="" selected[answered.is_none()] { "Tự nhận" }
                @for seen in sheets {
                    option value=(seen.name) selected[answered == Some(seen.name.as_str())] {
                        (seen.name) " (" (seen.rows) " dòng" @if seen.hidden { ", đang ẩn" } ")"
                        @if all_read.contains(&seen.name.as_str()) { ", đang đọc" }
                    }
                }
            }
        }
    }
}

/// The first cells of every sheet.
fn sheet_previews(index: usize, file: &FileOutcome) -> Markup {
    let format = file.understood().map(|understood| &understood.format);
    let Some((sheets, _)) = format.and_then(Format::choice) else { return html! {} };
    let filled = || sheets.iter().filter(|sheet| !sheet.preview.is_empty());
    html! {
        @if filled().count() > 1 {
            details id={ "sheets-" (index) } {
                summary { "Xem các dòng đầu của từng " @if matches!(format, Some(Format::Markup { .. })) { "bảng" } @else { "trang tính" } }
                @for (at, seen) in filled().enumerate() {
                    p { strong { "«" (seen.name) "»" } }
                    (first_rows(seen, &format!("sheet-{index}-{at}")))
                }
            }
        }
    }
}

fn header_row(index: usize, file: &FileOutcome, answers: &FileAnswers) -> Markup {
    let rows = file.first_rows();
    if rows.is_empty() {
        return html! {};
    }
    let present = file.result.as_ref().ok().map(|file| file.table.map.first_header_row);
    let present = present.or_else(|| file.refused.as_ref().and_then(|refused| refused.seen.header_row));
    let answered = answers.header_row;
    // A header far down, below the text of a letter, is offered as well.
    let beyond =
        [present, answered].into_iter().flatten().filter(|number| rows.iter().all(|row| row.number != *number));
    let id = format!("header-row-{index}");
    html! {
        div.wide {
            label for=(id) { "Dòng tiêu đề (dòng đầu tiên của tiêu đề)" }
            select id=(id) data-event=(corrected(file, Correction::HeaderRow)) {
                option value="" selected[answered.is_none()] {
                    "Tự nhận" @if let (None, Some(row)) = (answered, present) { ": dòng " (row) }
                }
                @for row in rows {
                    option value=(row.number) selected[answered == Some(row.number)] { "dòng " (row.number) ": " (shown(row)) }
                }
                @for number in beyond {
                    option value=(number) selected[answered == Some(number)] { "dòng " (number) }
                }
            }
        }
    }
}

/// A row short enough for a choice.
fn shown(row: &Row) -> String {
    let filled: Vec<&str> = row.cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
    let text = filled.join(" | ");
    if text.chars().count() > SHOWN { text.chars().take(SHOWN).chain(['…']).collect() } else { text }
}
