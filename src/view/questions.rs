//! What only an officer can tell: which column, or how its numbers are read. Each answer is one button.

use maud::Markup;
use maud::html;

use super::Action;
use super::sheet_question::question as sheet;
use super::sheet_question::unsure;
use crate::analysis::Report;
use crate::columns::Field;
use crate::columns::Header;
use crate::columns::Question;
use crate::columns::Reading;
use crate::columns::StatusClass;
use crate::domain::Decimal;
use crate::domain::Percent;
use crate::domain::Place;
use crate::text::numbers::Cell;
use crate::text::numbers::print_count;
use crate::text::numbers::print_decimal;
use crate::text::numbers::read;

/// Whether anything is asked.
#[must_use]
pub fn asks(report: &Report) -> bool {
    report.tables().any(|file| !file.table.questions.is_empty()) || !unsure(report).is_empty()
}

pub(super) fn region(report: &Report) -> Markup {
    let asked: Vec<(&str, &Question)> = report
        .tables()
        .flat_map(|file| file.table.questions.iter().map(|question| (file.name.as_str(), question)))
        .collect();
    let sheets = unsure(report);
    html! {
        @if !asked.is_empty() || !sheets.is_empty() {
            h2 id="questions-heading" tabindex="-1" { "Cần anh/chị chọn" }
            p { "Chỗ này hiểu được nhiều cách; công cụ không đoán. Chọn một lần, lần sau gặp cùng tiêu đề sẽ không hỏi lại." }
            @for (number, unsure) in sheets.iter().enumerate() { (sheet(number, unsure)) }
            @for (number, (file, question)) in asked.iter().enumerate() {
                @match question {
                    Question::Column { field, candidates } => (column(number, file, *field, candidates)),
                    Question::Numbers { header, options, example, .. } => (numbers(number, file, header, options, example)),
                    Question::Status { text, dossiers, row } => (status(number, file, text, *dossiers, *row)),
                }
            }
        }
    }
}

fn column(number: usize, file: &str, field: Field, candidates: &[(Header, Vec<String>)]) -> Markup {
    let names: Vec<String> = candidates.iter().map(|(header, _)| header.name.clone()).collect();
    let answer = |field: Field, chosen: &str| {
        let others = names.iter().filter(|name| *name != chosen).cloned().collect();
        Action::AnswerColumn { file: file.to_owned(), field, header: chosen.to_owned(), others }.to_json()
    };
    let may_be_points = |cells: &[String]| {
        field == Field::GroupPercent && !cells.is_empty() && cells.iter().all(|cell| is_points(cell))
    };
    html! {
        fieldset {
            legend { (file) ": cột nào là " (field.label()) "?" }
            @for (at, (header, cells)) in candidates.iter().enumerate() {
                @let points = may_be_points(cells);
                button type="button" id={ "answer-" (number) "-" (at) } data-event=(answer(field, &header.name)) {
                    (named(header, cells)) @if points { ": là tỷ lệ %" }
                }
                @if points {
                    button type="button" id={ "answer-" (number) "-" (at) "-points" } data-event=(answer(Field::GroupPoints, &header.name)) {
                        (named(header, cells)) ": là điểm trên 22"
                    }
                }
            }
            button.quiet type="button" id={ "answer-" (number) "-none" } data-event=(answer(field, "")) { "Không cột nào" }
        }
    }
}

/// A column by its letter, its header and some of its cells.
fn named(header: &Header, cells: &[String]) -> String {
    let cells = if cells.is_empty() { String::new() } else { format!(" (ví dụ: {})", cells.join("; ")) };
    format!("Cột {} «{}»{cells}", Place::letters(header.column), header.text)
}

/// Whether a cell could be points of the group, of which there are 22.
fn is_points(cell: &str) -> bool {
    match read(cell) {
        Cell::Number(printed) => {
            let value = printed.form.as_decimal(printed.negative);
            printed.percent_signs == 0
                && value.is_some_and(|value| (Decimal::whole(0)..=Decimal::whole(22)).contains(&value))
        }
        _ => false,
    }
}

fn numbers(number: usize, file: &str, header: &Header, options: &[Reading], example: &str) -> Markup {
    let answer = |numbers| Action::AnswerNumbers { file: file.to_owned(), header: header.name.clone(), numbers };
    let ignore = Action::IgnoreColumn { file: file.to_owned(), header: header.name.clone() };
    html! {
        fieldset {
            legend { (file) ": «" (example) "» ở cột «" (header.text) "» nghĩa là gì?" }
            @for reading in options {
                button type="button" id={ "answer-" (number) "-" (reading.code()) } data-event=(answer(*reading).to_json()) {
                    (meaning(example, *reading))
                }
            }
            button.quiet type="button" id={ "answer-" (number) "-none" } data-event=(ignore.to_json()) { "Không dùng cột này" }
        }
    }
}

fn status(number: usize, file: &str, text: &str, dossiers: u64, row: u32) -> Markup {
    html! {
        fieldset {
            legend { (file) ": trạng thái «" (text) "» (" (print_count(dossiers)) " hồ sơ, từ dòng " (row) ") nghĩa là gì?" }
            @for class in StatusClass::ALL {
                button type="button" id={ "answer-" (number) "-" (class.code()) }
                    data-event=(Action::AnswerStatus { text: text.to_owned(), class }.to_json()) { (class.label()) }
            }
        }
    }
}

/// What a cell means under one reading: `0,723 là 72,3 %`.
fn meaning(example: &str, reading: Reading) -> String {
    let Cell::Number(printed) = read(example) else { return format!("Đọc là {}", reading.code()) };
    let value = printed.form.as_decimal(printed.negative).unwrap_or_default();
    match reading {
        Reading::Percent => format!("{} phần trăm", print_decimal(value)),
        Reading::Share => {
            let percent = Percent::from_share(value).map_or(Decimal::default(), Percent::value);
            format!("{} phần trăm (số lẻ của 1)", print_decimal(percent))
        }
        Reading::Points => format!("{} điểm trên 22", print_decimal(value)),
        Reading::Count => {
            format!("{} hồ sơ (dấu phân cách hàng nghìn)", print_count(printed.form.as_count().unwrap_or(0)))
        }
    }
}
