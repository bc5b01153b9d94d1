//! Which of several sheets or tables alike is meant: each is one button, with its first rows below.

use maud::Markup;
use maud::html;

use super::Action;
use crate::analysis::FileOutcome;
use crate::analysis::Report;
use crate::analysis::SheetSeen;

/// Sheets whose first rows are shown at once; those of more are folded away.
const SHOWN: usize = 3;

/// A file that was read without its sheet being sure.
pub(super) struct Unsure<'report> {
    file: &'report str,
    what: &'static str,
    read: &'report str,
    sheets: Vec<&'report SheetSeen>,
}

/// The files whose sheet nobody has chosen while others look the same.
pub(super) fn unsure(report: &Report) -> Vec<Unsure<'_>> {
    report.files.iter().filter_map(of_file).collect()
}

fn of_file(file: &FileOutcome) -> Option<Unsure<'_>> {
    let understood = file.understood()?;
    let (alike, what) = match (&understood.beside.alike[..], &understood.beside.tables_alike[..]) {
        ([], []) => return None,
        (sheets @ [_, ..], _) => (sheets, "trang tính"),
        (_, tables) => (tables, "bảng"),
    };
    let (seen, read) = understood.format.choice()?;
    let sheets = seen.iter().filter(|sheet| sheet.name == read || alike.contains(&sheet.name)).collect();
    Some(Unsure { file: &file.name, what, read, sheets })
}

pub(super) fn question(number: usize, unsure: &Unsure<'_>) -> Markup {
    let Unsure { file, what, read, sheets } = unsure;
    let answer =
        |sheet: &SheetSeen| Action::AnswerSheet { file: (*file).to_owned(), sheet: sheet.name.clone() }.to_json();
    html! {
        fieldset {
            legend { (file) ": dùng " (what) " nào? " (sheets.len()) " " (what) " giống nhau" }
            @for (at, sheet) in sheets.iter().enumerate() {
                button type="button" id={ "sheet-answer-" (number) "-" (at) } data-event=(answer(sheet)) {
                    "Dùng «" (sheet.name) "» (" (sheet.rows) " dòng)" @if sheet.name == *read { ", đang tạm dùng" }
                }
                @if !sheet.preview.is_empty() { details id={ "sheet-answer-" (number) "-" (at) "-rows" } open[sheets.len() <= SHOWN] {
                    summary { "Các dòng đầu của «" (sheet.name) "»" }
                    (first_rows(sheet, &format!("sheet-answer-{number}-{at}-caption")))
                } }
            }
        }
    }
}

/// The first rows of a sheet as a table.
pub(super) fn first_rows(sheet: &SheetSeen, caption: &str) -> Markup {
    html! {
        div.scroll role="region" tabindex="0" aria-labelledby=(caption) {
            table.preview {
                caption.hidden id=(caption) { "Các dòng đầu của «" (sheet.name) "»" }
                tbody { @for row in &sheet.preview { tr { @for cell in row { td { (cell) } } } } }
            }
        }
    }
}
