//! Text in UTF-8 to rows, at the speed of looking at its bytes: one pass finds quotes, separators and line ends, and
//! the cells stay where they are.
//!
//! What the pass cannot vouch for goes through [`Splitter`], row by row: a quote within a cell, a letter that is none, a
//! mark of order. Both give the same rows for the same bytes; a law in this file says so.

mod cursor;
mod masks;
mod view;

pub use cursor::Cursor;
pub use view::Lying;
pub use view::RowView;
pub use view::cell_of;

use serde::Deserialize;
use serde::Serialize;

use masks::Masks;
use masks::WIDTH;
use masks::masks;

use super::IntakeError;
use super::Row;
use super::bytes_as_text;
use super::delimited::Splitter;
use super::is_loose_mark;

/// Takes the rows of a text, most of them as they lie in it.
pub trait TakeRows {
    /// Takes a row that was copied out.
    fn row(&mut self, row: Row);

    /// Takes a row as it lies in the text.
    fn view(&mut self, view: RowView<'_>) {
        self.row(view.to_row());
    }

    /// Takes rows off the front of a text that need not be cut to be read, the first of this number; says how many, and how
    /// many bytes they take.
    fn ahead(&mut self, _text: Cursor<'_>, _number: u32) -> (u32, usize) {
        (0, 0)
    }

    /// Takes a text that stands above the rows and is none of them: a line of a web page.
    fn title(&mut self, _title: &str) {}

    /// Takes the name of the sheet in which the rows stand.
    fn sheet(&mut self, _name: &str) {}

    /// Takes the place of a cell that is merged over several rows: its column, its first row and its last, counted from 1.
    fn merged(&mut self, _column: u32, _first: u32, _last: u32) {}
}

impl<Give: FnMut(Row)> TakeRows for Give {
    fn row(&mut self, row: Row) {
        self(row);
    }
}

/// Bytes of a block that are joined to an unfinished row at first; most rows end within them.
const JOINED: usize = 4 << 10;

/// Most rows that are cut before one is tried again to be read without.
const PATIENCE: usize = 64;

/// Rows whose letters are checked row by row.
const SOME: usize = 8;

/// Cuts fed bytes into rows.
pub(super) struct Lines {
    /// Cuts what the pass cannot vouch for, and counts the rows.
    splitter: Splitter,
    delimiter: u8,
    /// The bytes from the start of the row that has not ended yet.
    pending: Vec<u8>,
    /// Where the cells of the row in hand end.
    ends: Vec<u32>,
    /// Whether letters came with loose marks.
    decomposed: bool,
}

/// Mang sang: what a lane knows between two workers.
#[derive(Serialize, Deserialize)]
pub(super) struct CarriedLines {
    place: (u32, bool),
    #[serde(with = "bytes_as_text")]
    pending: Vec<u8>,
    decomposed: bool,
}

/// A zero stands in the text: it is dropped before anything else is judged, and that is not done here.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Zero;

/// How far a pass came.
struct Passed {
    /// The start of the first row that was not given.
    used: usize,
    /// Why it was not, if not for want of bytes.
    stopped: Option<Stop>,
}

enum Stop {
    /// A quote that is no bracket of a cell: how the row goes on is not known here.
    Quote,
    /// A zero in the row.
    Zero,
    /// As many rows as were asked for.
    Enough,
}

impl Lines {
    pub(super) fn new(delimiter: u8) -> Self {
        let (pending, ends) = (Vec::new(), Vec::new());
        Self { splitter: Splitter::new(delimiter), delimiter, pending, ends, decomposed: false }
    }

    /// What the lane of a stretch knows once the stretch is read.
    pub(super) fn carry(self) -> CarriedLines {
        let Self { splitter, delimiter: _, pending, ends: _, decomposed } = self;
        CarriedLines { place: splitter.place(), pending, decomposed }
    }

    /// A lane that knows this, as if it had read the stretch.
    pub(super) fn carried(&self, carried: CarriedLines) -> Self {
        let CarriedLines { place, pending, decomposed } = carried;
        let below = self.below();
        Self { splitter: below.splitter.at(place), pending, decomposed, ..below }
    }

    /// What separates the cells.
    pub(super) fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// A lane for rows that stand further below in the same text.
    pub(super) fn below(&self) -> Self {
        Self::new(self.delimiter)
    }

    /// Whether the last byte taken ended a row.
    pub(super) fn is_between_rows(&self) -> bool {
        self.pending.is_empty()
    }

    /// How many rows have ended.
    pub(super) fn rows(&self) -> u32 {
        self.splitter.next() - 1
    }

    /// Goes on where a lane ended that began where this one stands, between two rows.
    pub(super) fn append(&mut self, below: Self) {
        let Self { splitter, delimiter: _, pending, ends: _, decomposed } = below;
        self.splitter.append(&splitter);
        self.pending = pending;
        self.decomposed |= decomposed;
    }

    /// Takes more bytes and gives the rows that end in them. Where a zero stops it, [`Lines::into_rest`] has what is left.
    pub(super) fn feed(&mut self, mut bytes: &[u8], give: &mut dyn TakeRows) -> Result<(), Zero> {
        let mut joined = JOINED;
        while !self.pending.is_empty() && !bytes.is_empty() {
            // The unfinished row is finished with a little of the block, so that the block itself is not copied.
            let before = self.pending.len();
            let (more, rest) = bytes.split_at(joined.min(bytes.len()));
            let mut pending = std::mem::take(&mut self.pending);
            pending.extend_from_slice(more);
            let used = self.cut(&pending, give);
            self.pending = pending;
            match used {
                Err(used) => {
                    self.pending.drain(..used);
                    self.pending.extend_from_slice(rest);
                    return Err(Zero);
                }
                // What was joined and not used lies in the block as well.
                Ok(used) if used >= before => {
                    bytes = &bytes[used - before..];
                    self.pending.clear();
                }
                Ok(used) => {
                    self.pending.drain(..used);
                    bytes = rest;
                    joined *= 2;
                }
            }
        }
        let used = self.cut(bytes, give);
        let (Ok(at) | Err(at)) = used;
        self.pending.extend_from_slice(&bytes[at..]);
        used.map(|_| ()).map_err(|_| Zero)
    }

    /// The row that has not ended yet is longer than any row of a table.
    pub(super) fn check_length(&self) -> Result<(), IntakeError> {
        self.splitter.check(self.pending.len())
    }

    /// Whether letters came with loose marks.
    pub(super) fn decomposed(&self) -> bool {
        self.decomposed
    }

    /// What cuts the rest, and the bytes it begins with.
    pub(super) fn into_rest(self) -> (Splitter, Vec<u8>) {
        (self.splitter, self.pending)
    }

    /// Gives whole rows off the bytes and says how many they took; an error where a zero stands behind them.
    fn cut(&mut self, bytes: &[u8], give: &mut dyn TakeRows) -> Result<usize, usize> {
        // Behind the last line end no row is whole, and no letter need be.
        let whole = memchr::memrchr2(b'\n', b'\r', bytes).map_or(0, |at| at + 1);
        let (bytes, mut text) = (&bytes[..whole], None);
        let (mut used, mut patience) = (0, 1);
        loop {
            let (rows, length) = give.ahead(Cursor::new(&bytes[used..], self.delimiter), self.splitter.next());
            self.splitter.passed_all(rows, &bytes[used..used + length]);
            used += length;
            patience = if rows > 0 { 1 } else { PATIENCE.min(patience * 2) };
            // All at once, where many rows are cut.
            if text.is_none() && patience > SOME {
                text = Some(simdutf8::basic::from_utf8(bytes).ok());
            }
            let text = text.flatten();
            let passed = self.pass(bytes, text, (used, patience), give);
            used = passed.used;
            match passed.stopped {
                None => return Ok(used),
                Some(Stop::Enough) => {}
                Some(Stop::Zero) => return Err(used),
                Some(Stop::Quote) => match self.splitter.first(&bytes[used..]) {
                    None => return Ok(used),
                    Some((length, _)) if bytes[used..used + length].contains(&0) => return Err(used),
                    Some((length, row)) => {
                        self.splitter.passed(&bytes[used..used + length]);
                        self.look_for_marks(&bytes[used..used + length]);
                        used += length;
                        give.row(row);
                    }
                },
            }
        }
    }

    /// One pass over so many rows from a place on. `text` is the same bytes, if all of them are letters.
    fn pass(&mut self, bytes: &[u8], text: Option<&str>, from: (usize, usize), give: &mut dyn TakeRows) -> Passed {
        let mut ends = std::mem::take(&mut self.ends);
        let passed = self.pass_noting(&mut ends, bytes, text, from, give);
        self.ends = ends;
        passed
    }

    /// The same with room for where the cells of a row end: a push would be a call for each of them.
    fn pass_noting(
        &mut self,
        cell_ends: &mut Vec<u32>,
        bytes: &[u8],
        text: Option<&str>,
        (start, most): (usize, usize),
        give: &mut dyn TakeRows,
    ) -> Passed {
        let (mut cells, mut rows) = (0, 0);
        let mut row_start = start;
        let mut quoted = 0; // all ones while a chunk begins within quotes
        let mut opens = 1; // whether a quote at the chunk's first byte would begin a cell
        let mut closed = 0; // whether the byte before it ended a cell in quotes
        let mut odd_row = false;
        let mut base = start;
        while base < bytes.len() {
            // A cell for each byte of the chunk, and the last one of a row.
            if cell_ends.len() < cells + WIDTH + 1 {
                cell_ends.resize(2 * (cells + WIDTH), 0);
            }
            let noted = cell_ends.as_mut_slice();
            let Masks { separators, quotes, line_ends, odd } = masks_at(bytes, base, self.delimiter);
            let within = if quotes == 0 { quoted } else { prefix_xor(quotes) ^ quoted };
            let structure = separators | line_ends;
            let (open, close) = (quotes & within, quotes & !within);
            let stray = open & !((structure | quotes) << 1 | opens) | (close << 1 | closed) & !(structure | quotes);
            quoted = if within >> 63 == 1 { u64::MAX } else { 0 };
            (opens, closed) = ((structure | quotes) >> 63, close >> 63);
            let mut ends = structure & !within;
            let mut unseen = odd;
            if stray != 0 {
                // Up to the stray quote all is well.
                ends &= (1 << stray.trailing_zeros()) - 1;
            }
            while ends != 0 {
                let at = ends.trailing_zeros();
                ends &= ends - 1;
                let end = base + at as usize;
                if line_ends >> at & 1 == 0 {
                    noted[cells] = offset(row_start, end);
                    cells += 1;
                    continue;
                }
                if unseen != 0 {
                    let before = unseen & ((1 << at) - 1);
                    odd_row |= before != 0;
                    unseen ^= before;
                }
                if odd_row && bytes[row_start..end].contains(&0) {
                    return Passed { used: row_start, stopped: Some(Stop::Zero) };
                }
                noted[cells] = offset(row_start, end);
                let own = if row_start < end { cells + 1 } else { cells };
                self.row(bytes, text, (row_start, end), &noted[..own], odd_row, give);
                (odd_row, cells) = (false, 0);
                row_start = end + 1;
                rows += 1;
                if rows == most {
                    return Passed { used: row_start, stopped: Some(Stop::Enough) };
                }
            }
            if stray != 0 {
                return Passed { used: row_start, stopped: Some(Stop::Quote) };
            }
            odd_row |= unseen != 0;
            base += WIDTH;
        }
        Passed { used: row_start, stopped: None }
    }

    /// Gives the row between two places, whose cells end there.
    fn row(
        &mut self,
        bytes: &[u8],
        text: Option<&str>,
        (start, end): (usize, usize),
        cell_ends: &[u32],
        odd: bool,
        give: &mut dyn TakeRows,
    ) {
        if self.splitter.after_return() && start == end && bytes[end] == b'\n' {
            self.splitter.passed(b"");
            return;
        }
        let written = &bytes[start..=end];
        let line = text.map_or_else(|| std::str::from_utf8(&bytes[start..end]).ok(), |text| text.get(start..end));
        if let (Some(line), false) = (line, odd) {
            give.view(RowView::new(self.splitter.next(), line, cell_ends));
            self.splitter.passed(written);
            return;
        }
        self.look_for_marks(written);
        if let Some((_, row)) = self.splitter.first(written) {
            self.splitter.passed(written);
            give.row(row);
        }
    }

    fn look_for_marks(&mut self, bytes: &[u8]) {
        self.decomposed = self.decomposed || String::from_utf8_lossy(bytes).chars().any(is_loose_mark);
    }
}

/// The masks of the bytes from `base` on; behind the last byte stands nothing.
#[inline(always)]
fn masks_at(bytes: &[u8], base: usize, delimiter: u8) -> Masks {
    if let Some(chunk) = bytes[base..].first_chunk::<WIDTH>() {
        return masks(chunk, delimiter);
    }
    let rest = &bytes[base..];
    let mut padded = [b' '; WIDTH];
    padded[..rest.len()].copy_from_slice(rest);
    let Masks { separators, quotes, line_ends, odd } = masks(&padded, delimiter);
    let real = (1 << rest.len()) - 1;
    Masks { separators: separators & real, quotes: quotes & real, line_ends: line_ends & real, odd: odd & real }
}

/// Each bit says whether an odd number of bits stand up to it. A loop over the steps would be a call each.
#[inline(always)]
const fn prefix_xor(mut bits: u64) -> u64 {
    bits ^= bits << 1;
    bits ^= bits << 2;
    bits ^= bits << 4;
    bits ^= bits << 8;
    bits ^= bits << 16;
    bits ^ bits << 32
}

/// A place within a row; rows are far shorter than 4 GB, since a longer one is refused.
#[inline(always)]
fn offset(start: usize, end: usize) -> u32 {
    u32::try_from(end - start).unwrap_or(u32::MAX)
}
