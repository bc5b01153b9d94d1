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
    let number = |index: usize| match row.cells.get(index).map(|cell| read(cell)) {
        Some(Cell::Number(printed)) if printed.words.is_empty() => Some(printed),
        _ => None,
    };
    let is_blank = |index: usize| row.cells.get(index).is_none_or(|cell| tidy(cell).is_empty());
    let nameless = |index: usize| map.headers[index].text.is_empty() && !map.is_filled(index);
    // Where no number belongs: under a note, or under no header at all.
    let is_free = |index: usize| match map.meaning(index) {
        Some(field) => field.is_note(),
        None => nameless(index),
    };
    let notes_number = |index: usize| is_free(index) && number(index).is_some();
    let cut = |index: usize| {
        let whole = |printed: &Printed| matches!(printed.form, Form::Whole(_)) && printed.percent_signs == 0;
        let is_note = || map.meaning(index).is_some_and(Field::is_note);
        // A number that stands right of its own column, which is blank, was pushed there.
        let pushed = || is_note() && is_blank(index - 1);
        // One that stands left of a column of figures without a number was pulled there: a blank note was taken out.
        let pulled =
            || is_note() && map.meaning(index + 1).is_some_and(Field::is_figure) && number(index + 1).is_none();
        notes_number(index) && index > 0 && (number(index - 1).as_ref().is_some_and(whole) || pushed() || pulled())
    };
    // Sheets and web pages give their header as many cells as their widest row has: a number there is to spare, words may
    // be a remark.
    let named = (0..width).rev().find(|index| !nameless(*index)).map_or(0, |last| last + 1);
    let spare =
        (width..row.cells.len()).any(|index| !is_blank(index)) || (named..width).any(|index| number(index).is_some());
    let longer = spare || (row.cells.len() > width && (0..width).any(notes_number));
    if longer || (0..width).any(cut) {
        notices.add(NoticeCode::RowMisaligned, &place.row(row.number), &text_of(row));
        return false;
    }
    let last_figure = (0..width).rev().find(|index| map.meaning(*index).is_some_and(Field::is_figure));
    if last_figure.is_some_and(|index| row.cells.len() <= index) {
        notices.add(NoticeCode::RowShorter, &place.row(row.number), &text_of(row));
    }
    true
}
