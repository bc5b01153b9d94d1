//! Rows of a list taken as they lie in its text, as long as they are plain. What is called for each is written out: built for
//! size a closure would be a call.

use super::Above;
use super::Dossiers;
use super::MOST_UNITS;
use super::cells::is_blank;
use super::cells::is_written_day;
use super::class;
use super::code::is_code;
use super::digest;
use super::flags::Flag;
use super::is_completed;
use super::leaves_open;
use super::ledger::Marks;
use super::plain::Judges;
use super::plain::Learned;
use super::plain::Plain;
use super::plain::Said;
use super::plain::Unit;
use super::words::StatusClass;
use crate::intake::Cursor;
use crate::intake::RowView;
use crate::text::tidy;

/// Separators that stand in no code and in no day: where such a cell ends is told by what it is.
const SEPARATES: [u8; 4] = *b";,\t|";

impl Dossiers {
    /// Takes a row as it lies in the text, if it is plain; says whether it was.
    pub(in crate::columns) fn view(&mut self, row: &RowView<'_>) -> bool {
        if self.held.is_some() {
            return false;
        }
        let Self { plain, columns, statuses, .. } = self;
        let class = |cell: &str| class(statuses, cell);
        let judges = Judges { class: &class, is_odd: &|at, cell| columns.oddness(at, cell, &class) > 0 };
        let read = plain.read(row, judges);
        read.and_then(|read| self.take(&read, row.number)).is_some()
    }

    /// Takes rows off the front of a text as long as they are plain, the first of this number; says how many, and how many
    /// bytes they take.
    pub(in crate::columns) fn ahead(&mut self, mut text: Cursor<'_>, first: u32) -> (u32, usize) {
        let (mut rows, mut used) = (0, text.at());
        // A row for each paper leans on the one above it.
        if self.held.is_some() || self.has_papers || !SEPARATES.contains(&text.delimiter()) {
            return (rows, used);
        }
        let shared = self.plain.learned();
        let learned = &mut *shared.borrow_mut();
        while let Some(unit) = self.walk(learned, &mut text, first.saturating_add(rows)) {
            learned.remember(&text, unit);
            (rows, used) = (rows + 1, text.at());
        }
        (rows, used)
    }

    /// Takes the row that begins at a place of a text, if it is plain and can be walked over; gives its unit where it had to be
    /// read.
    #[inline(never)]
    fn walk<'text>(&mut self, learned: &mut Learned, text: &mut Cursor<'text>, row: u32) -> Option<Unit<'text>> {
        let Self { columns, statuses, .. } = &*self;
        let class = |cell: &str| class(statuses, cell);
        let judges = Judges { class: &class, is_odd: &|at, cell| columns.oddness(at, cell, &class) > 0 };
        let heard = learned.walk(text, judges)?;
        let unit = match heard.said.unit {
            Some(number) => self.plain.numbered(number, &learned.names)?,
            None => Unit::of(heard.unit),
        };
        let read = self.plain.whole(&heard, unit)?;
        let place = self.take(&read, row)?;
        if let (Some(number), Unit::Written(_)) = (heard.said.unit, unit) {
            self.plain.place(number, place);
        }
        Some(Unit::of(heard.unit))
    }

    /// Takes what a plain row says; gives its unit, by its place in the ledger, `None` where the row is not plain for this list.
    #[inline(always)]
    fn take(&mut self, read: &Plain<'_>, row: u32) -> Option<u32> {
        let Self { plain, ledger, units, .. } = self;
        if let Some(period) = &self.period
            && (read.received < period.from || period.to < read.received)
        {
            return None;
        }
        let unit = match read.unit {
            Unit::Known(place) => place,
            // A blank name stands for a section, or for the code.
            Unit::Written(name) => plain.units.get(name, |name| {
                let tidied = tidy(name).into_owned();
                let is_name = !is_blank(&tidied) && !is_code(name) && !is_written_day(name);
                is_name.then(|| ledger.unit(units, (tidied, String::new()), MOST_UNITS))?
            })?,
            Unit::Unnamed if self.stretch.section.is_empty() => {
                plain.units.get(read.prefix, |code| ledger.unit(units, (String::new(), code.to_owned()), MOST_UNITS))?
            }
            Unit::Unnamed => return None,
        };
        let is_named = !matches!(read.unit, Unit::Unnamed);
        let digest = digest(read.code);
        if self.has_papers && self.may_lean_on_above(read, digest, unit) {
            return None;
        }
        let (status, flags) = (read.said.status, read.said.flags);
        // To note the same again would change nothing.
        if is_named && read.noted != unit {
            self.stretch.prefixes.note(std::str::from_utf8(read.prefix).unwrap_or_default(), unit);
            self.plain.has_noted(read.prefix, unit);
        }
        self.stretch.order.confirm(read.received_cell, read.received);
        let (mut are_set, mut at) = ([false; 4], 0);
        while at < are_set.len() {
            if let Some(flag) = flags[at] {
                are_set[at] = self.stretch.flags[at].note(flag, row);
            }
            at += 1;
        }
        let refused = matches!(status, Some(Some(StatusClass::New | StatusClass::Refused)));
        let completed = is_completed(status, read.ended);
        let marks = Marks { refused, ..Marks::new(!refused, completed, are_set) };
        self.ledger.add(digest, row, unit, marks);
        self.stretch.above = Above::Dossier;
        Some(unit)
    }

    /// Whether a row may be that of another paper of the dossier above, which tells what this one leaves open.
    fn may_lean_on_above(&self, read: &Plain<'_>, digest: u64, unit: u32) -> bool {
        let Said { status, flags, .. } = read.said;
        let is_open =
            || status == Some(None) || leaves_open(status) && !read.ended || flags.contains(&Some(Flag::Blank));
        let may_be_paper = match self.stretch.above {
            Above::Unknown => true,
            Above::Nothing => false,
            Above::Dossier => self.ledger.last().is_some_and(|last| (last.digest, last.unit()) == (digest, unit)),
        };
        may_be_paper && is_open()
    }
}
