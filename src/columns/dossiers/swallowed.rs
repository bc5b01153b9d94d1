//! Rows within a cell: a quote that should not stand there opened, and what followed was taken for one text up to the next.

use super::cells::is_blank;
use super::code::is_code;
use crate::columns::swallowed::within;
use crate::domain::Place;
use crate::intake::Row;
use crate::notices::NoticeCode;
use crate::notices::Notices;

/// A row is longer; a cell that broke over two lines is shorter.
const ROW: usize = 60;

/// Whether a cell may hold rows: what joins the day of a code stands behind its first line. Hardly a cell is as long.
#[inline(always)]
pub(super) fn may_swallow(cell: &[u8]) -> bool {
    cell.len() > ROW && may_swallow_indeed(cell)
}

#[inline(never)]
fn may_swallow_indeed(cell: &[u8]) -> bool {
    let Some(first) = memchr::memchr(b'\n', cell) else { return false };
    let below = &cell[first..];
    let is_day = |at: usize| {
        let day: Option<&[u8; 8]> = below[at..].first_chunk();
        day.is_some_and(|[_, day @ .., end]| *end == b'-' && day.iter().all(u8::is_ascii_digit))
    };
    memchr::memchr_iter(b'-', below).any(is_day)
}

/// Tells of cells that hold rows, and says whether what stands right of one belongs to the last of them.
pub(super) fn tell_swallowed(row: &Row, file: &Place, notices: &mut Notices) -> bool {
    let mut foreign = false;
    for (column, cell) in (1..).zip(&row.cells).filter(|(_, cell)| may_swallow(cell.as_bytes())) {
        if let Some(code) = within(cell, &is_code) {
            notices.add(NoticeCode::RowsSwallowed, &file.cell(row.number, column), code);
            foreign |= row.cells.iter().skip(column as usize).any(|cell| !is_blank(cell));
        }
    }
    foreign
}
