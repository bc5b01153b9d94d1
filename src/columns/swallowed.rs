//! Rows of other units within a cell: a quote that should not stand there opened, and what followed was taken for one text
//! up to the next.

use super::header::Header;
use super::parted::parts;
use crate::domain::Place;
use crate::intake::Row;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::tidy;

/// What begins or names a row below the first line of a cell.
pub(super) fn within<'cell>(cell: &'cell str, is_of_row: &dyn Fn(&str) -> bool) -> Option<&'cell str> {
    cell.lines().skip(1).flat_map(parts).find(|part| is_of_row(part))
}

/// Tells of cells that hold rows, and says whether what stands right of one belongs to the last of them.
pub(super) fn tell_swallowed(
    row: &Row,
    headers: &[Header],
    file: &Place,
    is_unit: &dyn Fn(&str) -> bool,
    notices: &mut Notices,
) -> bool {
    let mut foreign = false;
    for (at, cell) in row.cells.iter().enumerate().filter(|(_, cell)| cell.contains(['\n', '\r'])) {
        if let Some(unit) = within(cell, is_unit) {
            let column = headers.get(at).map_or_else(|| u32::try_from(at + 1).unwrap_or(u32::MAX), |own| own.column);
            notices.add(NoticeCode::RowsSwallowed, &file.cell(row.number, column), unit);
            foreign |= row.cells[at + 1..].iter().any(|cell| !tidy(cell).is_empty());
        }
    }
    foreign
}
