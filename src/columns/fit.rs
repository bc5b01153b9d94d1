//! Whether the cells of a row can be trusted to stand under their headers, and whether their letters are whole.

use super::ColumnMap;
use super::Field;
use super::rows::text_of;
use crate::domain::Place;
use crate::intake::Row;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::numbers::Cell;
use crate::text::numbers::Form;
use crate::text::numbers::Printed;
use crate::text::numbers::read;
use crate::text::tidy;

/// Whether a cell holds a letter that was none in the file's encoding.
pub(super) fn is_damaged(row: &Row) -> bool {
    row.cells.iter().any(|cell| cell.contains('\u{fffd}'))
}

/// Notes letters that were none in the file's encoding.
pub(super) fn note_damage(row: &Row, place: &Place, notices: &mut Notices) {
    for (column, cell) in (1..).zip(&row.cells).filter(|(_, cell)| cell.contains('\u{fffd}')) {
        notices.add(NoticeCode::InvalidBytes, &place.cell(row.number, column), cell);
    }
}

/// Whether the cells of a row stand under their headers. A row that an unquoted decimal comma has cut (`72,3%` in a table
/// of commas becomes `72` and `3%`) has cells to spare, or a number where its note should be: its figures are not used, and
/// said to be not used.
pub(super) fn is_aligned(row: &Row, map: &ColumnMap, place: &Place, notices: &mut Notices) -> bool {
    let width = map.headers.len();
    if has_to_spare(row, map) || (0..width).any(|index| is_cut_at(row, map, index)) {
        notices.add(NoticeCode::RowMisaligned, &place.row(row.number), &text_of(row));
        return false;
    }
    let last_figure = (0..width).rev().find(|index| map.meaning(*index).is_some_and(Field::is_figure));
    if last_figure.is_some_and(|index| row.cells.len() <= index) {
        notices.add(NoticeCode::RowShorter, &place.row(row.number), &text_of(row));
    }
    true
}

/// The same of a sum, which may count its notes, need not go on to the last figure and may have a number of somebody's beside
/// it, in a sheet.
pub(super) fn is_sum_aligned(row: &Row, map: &ColumnMap, place: &Place, notices: &mut Notices) -> bool {
    let cut = is_longer(row, map);
    if cut {
        notices.add(NoticeCode::RowMisaligned, &place.row(row.number), &text_of(row));
    }
    !cut
}

/// Whether a row has cells to spare, or a number where none belongs. Sheets and web pages give their header as many cells as
/// their widest row has: a number there is to spare, words may be a remark.
fn has_to_spare(row: &Row, map: &ColumnMap) -> bool {
    let width = map.headers.len();
    let named = (0..width).rev().find(|index| !is_nameless(map, *index)).map_or(0, |last| last + 1);
    is_longer(row, map) || (named..width).any(|index| number(row, index).is_some())
}

/// Whether a row has more cells than its header, and something in them, or a number where none belongs.
fn is_longer(row: &Row, map: &ColumnMap) -> bool {
    let width = map.headers.len();
    (width..row.cells.len()).any(|index| !is_blank(row, index))
        || (row.cells.len() > width && (0..width).any(|index| is_free_number(row, map, index)))
}

/// Whether the number in this cell was cut from the one left of it, or stands beside the column it belongs in.
fn is_cut_at(row: &Row, map: &ColumnMap, index: usize) -> bool {
    let whole = |printed: &Printed| matches!(printed.form, Form::Whole(_)) && printed.percent_signs == 0;
    let is_note = || map.meaning(index).is_some_and(Field::is_note);
    // A number that stands right of its own column, which is blank, was pushed there.
    let pushed = || is_note() && is_blank(row, index - 1);
    // One that stands left of a column of figures without a number was pulled there: a blank note was taken out.
    let is_figure = || map.meaning(index + 1).is_some_and(Field::is_figure);
    let pulled = || is_note() && is_figure() && number(row, index + 1).is_none();
    index > 0
        && is_free_number(row, map, index)
        && (number(row, index - 1).as_ref().is_some_and(whole) || pushed() || pulled())
}

/// Whether a number stands where none belongs: under a note, or under no header at all.
fn is_free_number(row: &Row, map: &ColumnMap, index: usize) -> bool {
    let is_free = match map.meaning(index) {
        Some(field) => field.is_note(),
        None => is_nameless(map, index),
    };
    is_free && number(row, index).is_some()
}

/// The number in a cell that holds nothing else.
pub(super) fn number(row: &Row, index: usize) -> Option<Printed> {
    match row.cells.get(index).map(|cell| read(cell)) {
        Some(Cell::Number(printed)) if printed.words.is_empty() => Some(printed),
        _ => None,
    }
}

fn is_blank(row: &Row, index: usize) -> bool {
    row.cells.get(index).is_none_or(|cell| tidy(cell).is_empty())
}

fn is_nameless(map: &ColumnMap, index: usize) -> bool {
    map.headers[index].text.is_empty() && !map.is_filled(index)
}
