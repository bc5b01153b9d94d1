//! Whether the days of a row say that its dossier is completed.

use super::cells::Cells;
use super::remembered::moment;
use crate::columns::Field;
use crate::domain::Day;
use crate::domain::Place;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::Moment;
use crate::text::month_first;

/// The columns whose days say it.
pub(super) const ENDS: [Field; 2] = [Field::DoneAt, Field::ReturnedAt];

/// Whether a dossier can have ended on this day: databases write 01/01/1900 or 01/01/0001 where they hold none.
#[inline(always)]
pub(super) fn is_real(day: Day) -> bool {
    day.year() >= 2000
}

/// The last day of completion in the row, if the day comes first and if the month does; none where no such day stands
/// there. Where only such a day can tell (`decides`), a cell that holds none and looks like one is noticed.
pub(super) fn ended(cells: &Cells<'_>, decides: bool, file: &Place, notices: &mut Notices) -> Option<[Day; 2]> {
    let (mut unreadable, mut last) = (None, None::<[Day; 2]>);
    for (cell, column) in ENDS.into_iter().flat_map(|field| cells.all(field)) {
        match moment(cell) {
            Some(Moment::Day(day) | Moment::MonthFirst(day)) if is_real(day) => {
                let days = [day, month_first(cell).unwrap_or(day)];
                last = Some(last.map_or(days, |last| [last[0].max(days[0]), last[1].max(days[1])]));
            }
            _ if cell.bytes().any(|byte| byte.is_ascii_digit()) => {
                unreadable.get_or_insert((cell, column));
            }
            // “Chưa trả” says that there is none yet.
            _ => {}
        }
    }
    if let Some((cell, column)) = unreadable.filter(|_| decides && last.is_none()) {
        notices.add(NoticeCode::EndDayUnreadable, &file.cell(cells.row.number, column), cell);
    }
    last
}
