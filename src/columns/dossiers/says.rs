//! What the cells of one dossier say: its flags, its papers.

use serde::Deserialize;
use serde::Serialize;

use super::cells::Cells;
use super::flags::Flag;
use super::remembered::flag;
use crate::columns::Field;
use crate::columns::fields::Marks;
use crate::domain::Place;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::tidy;

/// The columns that hold flags.
pub(super) const FLAGS: [Field; 4] = [Field::PapersDigitised, Field::EResult, Field::ReuseFlag, Field::StoreFlag];

/// How a column of flags was filled.
#[derive(Clone, Copy, Default, Serialize, Deserialize)]
pub(super) struct Seen {
    pub(super) yes: bool,
    /// Whether a no has a word of its own here: a cell says it, or counts several papers, so that none would be a 0.
    pub(super) no: bool,
    /// Whether a cell says neither and is not empty.
    pub(super) unreadable: bool,
    pub(super) blank: u64,
    pub(super) first_blank: u32,
}

impl Seen {
    /// Adds what was seen so many rows further below.
    pub(super) fn append(&mut self, below: Self, rows: u32) {
        self.yes |= below.yes;
        self.no |= below.no;
        self.unreadable |= below.unreadable;
        if self.blank == 0 && below.blank > 0 {
            self.first_blank = below.first_blank.saturating_add(rows);
        }
        self.blank += below.blank;
    }

    /// Notes a flag and says whether it is set.
    #[inline(always)]
    pub(super) fn note(&mut self, flag: Flag, row: u32) -> bool {
        match flag {
            Flag::Yes => self.yes = true,
            Flag::No => self.no = true,
            Flag::Blank => {
                self.first_blank = if self.blank == 0 { row } else { self.first_blank };
                self.blank += 1;
            }
            Flag::Unreadable => self.unreadable = true,
            Flag::Several => (self.yes, self.no) = (true, true),
        }
        matches!(flag, Flag::Yes | Flag::Several)
    }
}

/// What the columns of flags say of one dossier; how they are filled is kept for the end. Of several columns of one flag
/// the one that says most counts. In the row of a dossier's `next_paper` a blank says nothing that the first has not said.
pub(super) fn read_flags(
    cells: &Cells<'_>,
    next_paper: bool,
    seen: &mut [Seen; 4],
    file: &Place,
    notices: &mut Notices,
) -> [bool; 4] {
    let (mut read, row) = ([false; 4], cells.row.number);
    for (at, field) in FLAGS.into_iter().enumerate() {
        let mut says = None;
        for place in cells.places(field) {
            let (cell, columns) = (cells.under(place), cells.columns);
            let flag = flag_under(columns.marks[place], cell);
            if flag == Flag::Unreadable {
                notices.add(NoticeCode::FlagUnreadable, &file.cell(row, columns.first_column[place]), cell);
            }
            says = says.max(Some(flag));
        }
        let says = says.filter(|flag| !(next_paper && *flag == Flag::Blank));
        read[at] = says.is_some_and(|flag| seen[at].note(flag, row));
    }
    read
}

/// What a cell of flags says; where the column names the results themselves, any name is a yes, and where it counts, the -1
/// by which a database says yes is none.
pub(super) fn flag_under(marks: Marks, cell: &str) -> Flag {
    match flag(cell) {
        Flag::Unreadable if marks == Marks::Results => Flag::Yes,
        Flag::Yes if marks == Marks::Counts && tidy(cell) == "-1" => Flag::Unreadable,
        flag => flag,
    }
}

/// More papers digitised than there are.
pub(super) fn check_papers(cells: &Cells<'_>, file: &Place, notices: &mut Notices) {
    let count = |field| cells.all(field).find_map(|(cell, _)| tidy(cell).parse::<u32>().ok());
    if let (Some(all), Some(digitised)) = (count(Field::Papers), count(Field::PapersDigitised))
        && digitised > all
    {
        let place = file.cell(cells.row.number, cells.column(Field::PapersDigitised));
        notices.add(NoticeCode::PartExceedsWhole, &place, &format!("{digitised} > {all}"));
    }
}
