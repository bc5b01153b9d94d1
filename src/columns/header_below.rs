//! Whether a row below a header belongs to it: the names of children, weights, measures, times.

use super::data_row::holds_code;
use super::data_row::holds_figures;
use super::dossiers::is_code;
use super::fields::Field;
use super::fields::Scope;
use super::fields::named_by;
use super::fields::weight_alone;
use super::header::Header;
use super::header::MEASURES;
use super::header_rows::header_weight;
use super::header_rows::names_units;
use super::labels::is_yardstick;
use super::line::is_number;
use super::numbering::is_numbering;
use crate::intake::Row;
use crate::text::day;
use crate::text::fold;
use crate::text::numbers;
use crate::text::tidy;

/// Widest row that is tried as one of several; no header of the field is wider, damage is.
pub(super) const MOST_COLUMNS: usize = 400;

/// Rows below a header in which its figures begin at the latest.
const MOST_BELOW: usize = 100;

/// Whether a row continues the header above it: it names children where a parent is wide, leaves cells blank below
/// headers that have none, and holds nothing that a row of figures would hold.
pub(super) fn continues(head: &[Row], first: usize, last: usize, is_unit: &dyn Fn(&str) -> bool) -> bool {
    let row = &head[last];
    let width = head[first..=last].iter().map(filled_width).max().unwrap_or(0);
    if width > MOST_COLUMNS || is_numbering(row) {
        return false;
    }
    // The name of an index, which programs write below the names of all other columns.
    if names_index(row) {
        let above = &head[first..last];
        return !above.iter().any(names_units) && above.iter().any(|row| header_weight(&row.cells) > 0);
    }
    let text = |row: &Row, at: usize| row.cells.get(at).map_or_else(String::new, |cell| tidy(cell).into_owned());
    let above = |at: usize| head[first..last].iter().rev().map(|row| text(row, at)).find(|cell| !cell.is_empty());
    let cells: Vec<String> = (0..width).map(|at| text(row, at)).collect();
    // Bare weights are those of the columns where names of merged cells stand again beside them, and no other figure.
    let again = |at: usize| cells[at].chars().any(char::is_alphabetic) && above(at).as_ref() == Some(&cells[at]);
    let filled = || (0..width).filter(|at| !cells[*at].is_empty());
    let bare = filled().any(again) && filled().all(|at| again(at) || weight_alone(&cells[at]).is_some());
    let tells_times = are_times(filled().filter(|at| above(*at).as_ref() != Some(&cells[*at])).map(|at| &*cells[at]));
    let (mut single, mut children, mut measures) = (0, 0, 0);
    let mut only: Vec<usize> = Vec::new();
    for (at, own) in cells.iter().enumerate() {
        let weighs = weight_alone(own).is_some_and(|said| said || bare);
        let is_data = || is_figure(own) || is_code(own) || (is_unit(own) && !names_figures(own));
        if !own.is_empty() && !weighs && !tells_times && is_data() {
            return false;
        }
        measures += usize::from(weighs || is_measure(own));
        match (above(at), own.is_empty()) {
            (Some(_), true) => single += 1,
            (Some(parent), false) if parent == *own => single += 1,
            // A parent that stands in each of its cells again, as merged cells are filled.
            (parent @ Some(_), false) if at > 0 && above(at - 1) == parent && cells[at - 1] != *own => children += 1,
            (Some(_), false) => only.push(at),
            (None, false) => children += 1,
            (None, true) => {}
        }
    }
    // Above it even the column of units is blank.
    if head.get(last + 1).is_some_and(names_index) && !head[first..=last].iter().any(names_units) {
        return !only.is_empty();
    }
    if single == 0 || only.is_empty() || children > 0 || measures == only.len() {
        return single > 0 && !only.is_empty();
    }
    // Where every parent has one child, the row may be one of those that stand below a header.
    let names_units = names_units(&head[first]);
    if !names_units && header_weight(&head[first].cells) == 0 {
        return false;
    }
    let Some(figures) = above_figures(&only, &head[last + 1..]) else { return false };
    let is_unit_at = |at: usize| figures.cells.get(at).is_some_and(|cell| is_unit(&tidy(cell)));
    let is_place = |at: usize| is_unit_at(at) || above(at).is_some_and(|above| names_place(&above));
    let is_child = |at: &usize| says_words(&cells[*at]) && (names_place(&cells[*at]) || !is_place(*at));
    only.iter().all(is_child) && (names_units || holds_figures(figures, is_unit))
}

/// Whether a cell names the column of units or that of their numbers, where sums, sections and targets are named.
fn names_place(cell: &str) -> bool {
    let names = |header: &Header| {
        named_by(header, Scope::Any)
            .is_some_and(|(field, _)| matches!(field, Field::Unit | Field::UnitCode | Field::Ordinal))
    };
    Header::of_row(&[cell.to_owned()]).iter().any(names)
}

/// Whether a cell below a parent may be the name of its child: words, and neither a value nor a sign for none. “Mục tiêu 80%”
/// is the target itself.
fn says_words(cell: &str) -> bool {
    let letters = cell.chars().filter(|letter| letter.is_alphabetic()).count();
    let numbers = || cell.split(|letter: char| !letter.is_ascii_digit());
    let is_large = |digits: &str| digits.len() > 2 && !(digits.len() == 4 && digits.starts_with("20"));
    let is_aim =
        cell.split_once('%').is_some_and(|(before, _)| before.trim_end().ends_with(|last: char| last.is_ascii_digit()))
            || (is_yardstick(&fold(cell)) && numbers().any(is_large));
    (letters > 1 || cell.contains('%')) && !is_aim && numbers::read(cell) != numbers::Cell::Absent
}

/// The first row with a number in one of these columns. Cells of dossiers may name persons: their rows are none.
fn above_figures<'rows>(columns: &[usize], below: &'rows [Row]) -> Option<&'rows Row> {
    let is_figure = |cell: &String| matches!(numbers::read(cell), numbers::Cell::Number(_));
    let holds_figure = |row: &&Row| columns.iter().any(|at| row.cells.get(*at).is_some_and(is_figure));
    below.iter().take(MOST_BELOW).find(|row| holds_figure(row) && !is_numbering(row)).filter(|row| !holds_code(row))
}

/// Whether all that a row says are several years, or several days, each another one: no unit's figures look so, and no unit
/// is named beside them. Below a header they say of when its figures are.
fn are_times<'cells>(cells: impl Iterator<Item = &'cells str>) -> bool {
    let is_year =
        |cell: &str| cell.len() == 4 && cell.starts_with("20") && cell.bytes().all(|byte| byte.is_ascii_digit());
    let cells: Vec<&str> = cells.collect();
    let differ = || (1..cells.len()).all(|at| !cells[..at].contains(&cells[at]));
    cells.len() > 1
        && (cells.iter().all(|cell| is_year(cell)) || cells.iter().all(|cell| day(cell).is_some()))
        && differ()
}

/// Whether a row names the column of units and nothing else.
fn names_index(row: &Row) -> bool {
    row.cells.iter().filter(|cell| !cell.is_empty()).count() == 1 && names_units(row)
}

/// Whether a cell says how the figures below it are measured, and nothing else.
fn is_measure(cell: &str) -> bool {
    // Counts, and measures beside which a header's path keeps the weight of its parent.
    const OTHERS: [&str; 9] =
        ["ti le", "diem ghi nhan", "diem so", "so luong", "sl", "so luong dat", "tong so", "ho so", "so ho so"];
    match fold(cell).as_str() {
        "" => cell.contains('%'),
        words => MEASURES.contains(&words) || OTHERS.contains(&words),
    }
}

/// Whether a cell holds what stands below headers: a number or a day.
fn is_figure(cell: &str) -> bool {
    is_number(cell) || day(cell).is_some()
}

/// How many cells a row has up to the last that holds anything.
fn filled_width(row: &Row) -> usize {
    row.cells.iter().rposition(|cell| !tidy(cell).is_empty()).map_or(0, |last| last + 1)
}

/// Whether a cell names figures: “TTTT” is a department, and the points of payments online.
fn names_figures(cell: &str) -> bool {
    let headers = Header::of_row(&[cell.to_owned()]);
    headers.iter().any(|header| named_by(header, Scope::Units).is_some_and(|(field, _)| field.is_figure()))
}
