//! Rows within a cell: a quote that should not stand there opened, and what followed was taken for one text up to the next.

use super::code::is_code;
use crate::domain::Place;
use crate::intake::Row;
use crate::notices::NoticeCode;
use crate::notices::Notices;

/// A row is longer; a cell that broke over two lines is shorter.
const ROW: usize = 60;

/// Whether a cell may hold rows, told without a look at its words.
#[inline(always)]
pub(super) fn may_swallow(cell: &[u8]) -> bool {
    cell.len() > ROW && memchr::memchr(b'\n', cell).is_some()
}

/// Tells of cells that hold rows.
pub(super) fn tell_swallowed(row: &Row, file: &Place, notices: &mut Notices) {
    for (column, cell) in (1..).zip(&row.cells) {
        if let Some(code) = swallowed(cell) {
            notices.add(NoticeCode::RowsSwallowed, &file.cell(row.number, column), code);
        }
    }
}

/// The first code of a dossier within a cell that holds rows.
fn swallowed(cell: &str) -> Option<&str> {
    if !may_swallow(cell.as_bytes()) {
        return None;
    }
    let (_, below) = cell.split_once('\n')?;
    below.split(['\n', '\r', ';', ',', '\t', '|', '"']).map(str::trim).find(|part| is_code(part))
}
