//! Rows whose cells stand one column beside their own: what a cell is tells under which headers it is odd.

use super::cells::Columns;
use super::cells::DAYS;
use super::cells::is_blank;
use super::cells::is_written_day;
use super::code::is_code;
use super::flags::Flag;
use super::persons::is_office;
use super::remembered::channel;
use super::remembered::flag;
use super::remembered::moment;
use super::remembered::status;
use super::says::FLAGS;
use super::says::flag_under;
use super::words::StatusClass;
use crate::columns::Field;
use crate::columns::fields::Marks;
use crate::intake::Row;

/// How the cells of a column are mostly written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Usual {
    Words,
    /// 0 and 1.
    Bits,
    Counts,
}

/// One column in so many cells more than 1 counts.
const COUNTS: usize = 8;

/// What a known word of another column weighs, beside a way of writing that is merely unusual.
const WORD: u32 = 4;

impl Usual {
    /// How these cells are written; `None` where none holds anything.
    pub(super) fn of<'cell>(cells: impl Iterator<Item = &'cell String>) -> Option<Self> {
        let (mut filled, mut numbers, mut counts) = (0, 0, 0);
        for cell in cells.map(|cell| cell.trim()).filter(|cell| !is_empty(cell)) {
            filled += 1;
            numbers += usize::from(is_number(cell));
            counts += usize::from(is_number(cell) && !matches!(cell, "0" | "1"));
        }
        match numbers * 2 > filled {
            _ if filled == 0 => None,
            false => Some(Self::Words),
            true if counts * COUNTS >= numbers => Some(Self::Counts),
            true => Some(Self::Bits),
        }
    }
}

impl Columns {
    /// Notes by some rows how their cells are filled and written, those aside that hold a known word of another column.
    pub(super) fn note_written<'row>(&mut self, rows: impl Iterator<Item = &'row Row>) {
        let rows: Vec<&Row> = rows.collect();
        let is_odd = |row: &Row| row.cells.iter().enumerate().any(|(at, cell)| self.oddness(at, cell, &status) >= WORD);
        let even: Vec<&&Row> = rows.iter().filter(|row| !is_odd(row)).collect();
        let cells = |at: usize| even.iter().filter_map(move |row| row.cells.get(at));
        self.written = (0..self.width()).map(|at| Usual::of(cells(at))).collect();
        let holds = |row: &&&Row, at: usize| row.cells.get(at).is_some_and(|cell| !is_empty(cell));
        let is_filled = |at: usize| rows.iter().filter(|row| holds(row, at)).count() * 2 >= rows.len();
        self.filled = (0..self.width()).map(is_filled).collect();
    }

    /// How odd a cell that is neither a code nor a day is under a header: 0 where it may well stand there.
    pub(super) fn oddness(&self, at: usize, cell: &str, class: &dyn Fn(&str) -> Option<StatusClass>) -> u32 {
        let Some(field) = self.fields.get(at).copied().flatten() else { return 0 };
        let (cell, usual) = (cell.trim(), self.written[at]);
        let number = is_number(cell);
        let is_flag = || flag(cell) != Flag::Unreadable;
        // “(2)” is folded as a state's number is, and is none.
        let is_state = || cell.chars().any(char::is_alphabetic) && class(cell).is_some();
        let elsewhere = |is_known: bool| if is_known { WORD } else { u32::from(is_flag() && !is_empty(cell)) };
        match field {
            Field::Channel if number => u32::from(usual == Some(Usual::Words)),
            // States have numbers as well as words, in some lists both.
            Field::Status if class(cell).is_none() => {
                if number {
                    u32::from(usual == Some(Usual::Words))
                } else {
                    elsewhere(is_way(cell))
                }
            }
            Field::Channel if channel(cell).is_none() => elsewhere(is_state()),
            Field::Papers if !number => elsewhere(is_state() || is_way(cell)),
            _ if FLAGS.contains(&field) && self.marks[at] != Marks::Results => match usual {
                Some(Usual::Words) if number => 1,
                // Papers are counted; of one result there are not several.
                Some(Usual::Bits) if number && field != Field::PapersDigitised => u32::from(!matches!(cell, "0" | "1")),
                _ if number => 0,
                _ if is_flag() => u32::from(matches!(usual, Some(Usual::Bits | Usual::Counts)) && !is_empty(cell)),
                _ if is_state() || is_way(cell) => WORD,
                _ => 0,
            },
            _ if DAYS.contains(&field) && !cell.contains(['/', '-', '.']) && moment(cell).is_none() => {
                elsewhere(is_way(cell))
            }
            _ => 0,
        }
    }

    /// Whether cells stand one column beside their own from some place on: where they belong all are less odd.
    pub(super) fn is_pushed(&self, row: &Row, class: &dyn Fn(&str) -> Option<StatusClass>) -> bool {
        let cells = &row.cells[..row.cells.len().min(self.width())];
        let here: Vec<u32> = cells.iter().enumerate().map(|(at, cell)| self.oddness(at, cell, class)).collect();
        if here.iter().all(|odd| *odd == 0) {
            return false;
        }
        let is_astray = |at: usize, cell: &String| {
            let known = self.fields.get(at).copied().flatten();
            known.is_some_and(|field| {
                is_code(cell) && field != Field::DossierCode || self.dayless[at] && is_written_day(cell)
            })
        };
        let beside = |to: &dyn Fn(usize) -> usize| -> Vec<u32> {
            let odd = |at: usize, cell| if is_astray(at, cell) { WORD } else { self.oddness(at, cell, class) };
            cells.iter().enumerate().map(|(at, cell)| odd(to(at), cell)).collect()
        };
        let (left, right) = (beside(&|at| at.saturating_sub(1)), beside(&|at| at + 1));
        let filled = cells.iter().rposition(|cell| !is_empty(cell)).map_or(0, |last| last + 1);
        let is_less = |beside: &[u32], from: usize| beside[from..].iter().sum::<u32>() < here[from..].iter().sum();
        // What is merely unusual needs a blank that is, too.
        let has_word = here.iter().any(|odd| *odd >= WORD);
        let lacks_last = filled < self.width() && (has_word || row.cells.len() < self.width() || self.filled[filled]);
        (0..filled).any(|from| {
            let is_pushed = is_empty(&cells[from]) && (has_word || self.filled[from]);
            is_pushed && is_less(&left, from) || lacks_last && is_less(&right, from)
        })
    }

    /// Whether a row of fewer cells than there are headers holds a text under a header that does not know it, which has its
    /// place under one further right: a name may have come there.
    pub(super) fn is_cut_within(
        &self,
        row: &Row,
        is_unit: &dyn Fn(&str) -> bool,
        class: &dyn Fn(&str) -> Option<StatusClass>,
    ) -> bool {
        let missing = self.width().saturating_sub(row.cells.len());
        let is_strange = |(at, cell): (usize, &String)| match self.fields[at] {
            _ if is_blank(cell) => false,
            Some(Field::Unit) => !is_unit(cell) && !is_office(cell),
            Some(Field::Status) => class(cell).is_none(),
            Some(Field::Channel) => channel(cell).is_none(),
            Some(field) if FLAGS.contains(&field) => flag_under(self.marks[at], cell) == Flag::Unreadable,
            _ => false,
        };
        let may_come_from = |at: usize| (at + 1..=at + missing).any(|from| self.is_usual_text(from));
        let mut strange = row.cells.iter().enumerate().filter(|cell| is_strange(*cell));
        missing > 0 && strange.any(|(at, _)| may_come_from(at)) && self.ways(row, is_unit, class).is_some()
    }
}

/// Whether a cell holds nothing: “Không” is a no.
fn is_empty(cell: &str) -> bool {
    is_blank(cell) && flag(cell) == Flag::Blank
}

/// Whether a cell holds a word for the way a dossier came in; nothing is taken for the desk, and “(2)” is folded as its number.
fn is_way(cell: &str) -> bool {
    cell.chars().any(char::is_alphabetic) && channel(cell).is_some() && !is_empty(cell)
}

/// Whether a cell is a whole number.
fn is_number(cell: &str) -> bool {
    !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit())
}
