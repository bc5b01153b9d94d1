//! What the cells of one dossier say: the day it was received, its flags, its papers.

use super::cells::Cells;
use super::code::Code;
use super::words::Flag;
use super::words::flag;
use crate::columns::Field;
use crate::domain::Day;
use crate::domain::Place;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::Moment;
use crate::text::moment;
use crate::text::tidy;

/// The columns that hold flags.
pub(super) const FLAGS: [Field; 4] = [Field::PapersDigitised, Field::EResult, Field::ReuseFlag, Field::StoreFlag];

/// How a column of flags was filled.
#[derive(Clone, Copy, Default)]
pub(super) struct Seen {
    pub(super) no: bool,
    pub(super) blank: u64,
    pub(super) first_blank: u32,
}

impl Seen {
    /// Adds what was seen so many rows further below.
    pub(super) fn append(&mut self, below: Self, rows: u32) {
        self.no |= below.no;
        if self.blank == 0 && below.blank > 0 {
            self.first_blank = below.first_blank.saturating_add(rows);
        }
        self.blank += below.blank;
    }

    /// Notes a flag and says whether it is set.
    pub(super) fn note(&mut self, flag: Flag, row: u32) -> bool {
        match flag {
            Flag::No => self.no = true,
            Flag::Blank => {
                self.first_blank = if self.blank == 0 { row } else { self.first_blank };
                self.blank += 1;
            }
            Flag::Yes | Flag::Unreadable => {}
        }
        flag == Flag::Yes
    }
}

/// The day a dossier was received: as its cell says, else as its code says.
pub(super) fn received_day(cells: &Cells<'_>, code: Option<&Code>, file: &Place, notices: &mut Notices) -> Option<Day> {
    let of_code = code.and_then(|code| code.day);
    let Some(cell) = cells.get(Field::ReceivedAt) else { return of_code };
    let place = file.cell(cells.row.number, cells.column(Field::ReceivedAt));
    match moment(cell) {
        Some(Moment::Day(day)) => {
            if of_code.is_some_and(|other| other != day) {
                notices.add(
                    NoticeCode::CodeDayDiffers,
                    &place,
                    &format!("{} ≠ {}", tidy(cell), code.map_or("", |code| &code.text)),
                );
            }
            Some(day)
        }
        Some(Moment::MonthFirst(_)) => {
            notices.add(NoticeCode::MonthFirst, &place, cell);
            of_code
        }
        None if of_code.is_some() => {
            notices.add(NoticeCode::ReceivedDayFromCode, &place, cell);
            of_code
        }
        None => {
            notices.add(NoticeCode::DayUnreadable, &place, cell);
            None
        }
    }
}

/// What the columns of flags say of one dossier; how they are filled is kept for the end.
pub(super) fn read_flags(cells: &Cells<'_>, seen: &mut [Seen; 4], file: &Place, notices: &mut Notices) -> [bool; 4] {
    let (mut read, row) = ([false; 4], cells.row.number);
    for (at, field) in FLAGS.into_iter().enumerate() {
        let Some(cell) = cells.get(field) else { continue };
        let flag = flag(cell);
        read[at] = seen[at].note(flag, row);
        if flag == Flag::Unreadable {
            notices.add(NoticeCode::FlagUnreadable, &file.cell(row, cells.column(field)), cell);
        }
    }
    read
}

/// More papers digitised than there are.
pub(super) fn check_papers(cells: &Cells<'_>, file: &Place, notices: &mut Notices) {
    let count = |field| cells.get(field).and_then(|cell| tidy(cell).parse::<u32>().ok());
    if let (Some(all), Some(digitised)) = (count(Field::Papers), count(Field::PapersDigitised))
        && digitised > all
    {
        let place = file.cell(cells.row.number, cells.column(Field::PapersDigitised));
        notices.add(NoticeCode::PartExceedsWhole, &place, &format!("{digitised} > {all}"));
    }
}
