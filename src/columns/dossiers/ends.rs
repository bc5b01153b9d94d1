//! Whether the days of a row say that its dossier is completed.

use super::cells::Cells;
use crate::columns::Field;
use crate::domain::Day;
use crate::domain::Place;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::Moment;
use crate::text::moment;

/// The columns whose days say it.
pub(super) const ENDS: [Field; 2] = [Field::DoneAt, Field::ReturnedAt];

/// Whether a dossier can have ended on this day: databases write 01/01/1900 or 01/01/0001 where they hold none.
#[inline(always)]
pub(super) fn is_real(day: Day) -> bool {
    day.year() >= 2000
}

/// Whether a day of completion stands in the row. Where only such a day can tell (`decides`), a cell that holds none and
/// looks like one is noticed.
pub(super) fn ended(cells: &Cells<'_>, decides: bool, file: &Place, notices: &mut Notices) -> bool {
    let mut unreadable = None;
    for (cell, column) in ENDS.into_iter().flat_map(|field| cells.all(field)) {
        match moment(cell) {
            Some(Moment::Day(day) | Moment::MonthFirst(day)) if is_real(day) => return true,
            _ if cell.bytes().any(|byte| byte.is_ascii_digit()) => {
                unreadable.get_or_insert((cell, column));
            }
            // “Chưa trả” says that there is none yet.
            _ => {}
        }
    }
    if let Some((cell, column)) = unreadable.filter(|_| decides) {
        notices.add(NoticeCode::EndDayUnreadable, &file.cell(cells.row.number, column), cell);
    }
    false
}
