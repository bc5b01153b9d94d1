//! A text of rows walked from cell to cell, before its rows are cut: for who knows what a row is like, and leaves every row
//! that is otherwise to be cut.

use wide::u8x16;

use super::masks::LANE;
use super::masks::is;
use super::masks::odd;

/// Longest cell that is walked over.
const LONGEST: usize = 1 << 10;

/// Longest cell that is told to be none of several rows by its length alone.
const SHORT: usize = 60;

/// Con trỏ: a place in a text of rows, where a cell begins. Whether its bytes are letters is asked of each cell.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'text> {
    bytes: &'text [u8],
    at: usize,
    delimiter: u8,
}

impl<'text> Cursor<'text> {
    /// One at the beginning of a row.
    pub(super) fn new(bytes: &'text [u8], delimiter: u8) -> Self {
        Self { bytes, at: 0, delimiter }
    }

    /// How many bytes lie behind it.
    #[must_use]
    #[inline(always)]
    pub const fn at(&self) -> usize {
        self.at
    }

    /// What separates the cells.
    #[must_use]
    #[inline(always)]
    pub const fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// The same text at another place.
    #[must_use]
    pub const fn at_place(self, at: usize) -> Self {
        Self { at, ..self }
    }

    /// The bytes that lie before it.
    #[must_use]
    #[inline(always)]
    pub fn rest(&self) -> &'text [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// Steps over a cell of so many bytes and the separator behind it; `None`, where none stands there. What stands in the
    /// cell, separators perhaps, nobody has looked at.
    #[inline(always)]
    pub fn sized(&mut self, length: usize) -> Option<&'text [u8]> {
        let end = self.at + length;
        if *self.bytes.get(end)? != self.delimiter {
            return None;
        }
        let cell = self.bytes.get(self.at..end)?;
        self.at = end + 1;
        Some(cell)
    }

    /// Steps over so many bytes that end a cell, and over what ends it: a line end where the cell is the row's last, else a
    /// separator.
    #[inline(always)]
    pub fn over(&mut self, length: usize, is_last: bool) -> Option<()> {
        let end = self.at + length;
        self.at = match self.bytes.get(end)? {
            b'\n' if is_last => end + 1,
            // A line feed behind the return is no row of its own.
            b'\r' if is_last => end + 1 + usize::from(*self.bytes.get(end + 1)? == b'\n'),
            separator if *separator == self.delimiter && !is_last => end + 1,
            _ => return None,
        };
        Some(())
    }

    /// Steps over a cell in which nothing stands that codes, days or rows are told by, and over the separator behind it. `None`,
    /// without a step, where that does not show at a glance.
    #[inline(always)]
    pub fn clean(&mut self) -> Option<()> {
        let (start, mut at) = (self.at, self.at);
        let mut foreign = 0;
        while at < start + SHORT {
            // Two lanes whatever stands there: to guess how long a cell is takes longer.
            let (one, two) = (self.lane(at)?, self.lane(at + LANE)?);
            foreign |= one.to_bitmask() | two.to_bitmask();
            let told = told(one, self.delimiter) | told(two, self.delimiter) << LANE;
            if told != 0 {
                let end = at + told.trailing_zeros() as usize;
                if *self.bytes.get(end)? != self.delimiter || end > start + SHORT {
                    return None;
                }
                if foreign != 0 {
                    std::str::from_utf8(self.bytes.get(start..end)?).ok()?;
                }
                self.at = end + 1;
                return Some(());
            }
            at += 2 * LANE;
        }
        None
    }

    /// Steps over a cell and what ends it; gives the cell as it is written. `None` where it ends otherwise, where a quote
    /// stands that is no bracket of it, and where its row is looked at more closely: for bytes that are no letters, for
    /// letters of a kind ([`Masks::odd`](super::masks::Masks)).
    #[inline(never)]
    pub fn cell(&mut self, is_last: bool) -> Option<&'text [u8]> {
        let start = self.at;
        let end = match self.bytes.get(start)? {
            b'"' => self.quoted_end(start)?,
            _ => self.bare_end(start)?,
        };
        let cell = self.bytes.get(start..end)?;
        std::str::from_utf8(cell).ok()?;
        self.over(end - start, is_last)?;
        Some(cell)
    }

    /// Where a cell without quotes ends.
    fn bare_end(&self, start: usize) -> Option<usize> {
        let mut at = start;
        while at < start + LONGEST {
            let lane = self.lane(at)?;
            let ends = (is(lane, self.delimiter) | is(lane, b'"') | is(lane, b'\n') | is(lane, b'\r')).to_bitmask();
            if odd(lane).to_bitmask() & before(ends) != 0 {
                return None;
            }
            if ends != 0 {
                let end = at + ends.trailing_zeros() as usize;
                return (*self.bytes.get(end)? != b'"').then_some(end);
            }
            at += LANE;
        }
        None
    }

    /// Where a cell in quotes ends.
    fn quoted_end(&self, start: usize) -> Option<usize> {
        let mut at = start + 1;
        while at < start + LONGEST {
            let lane = self.lane(at)?;
            let quotes = is(lane, b'"').to_bitmask();
            if odd(lane).to_bitmask() & before(quotes) != 0 {
                return None;
            }
            if quotes == 0 {
                at += LANE;
                continue;
            }
            let quote = at + quotes.trailing_zeros() as usize;
            if *self.bytes.get(quote + 1)? != b'"' {
                return Some(quote + 1);
            }
            at = quote + 2;
        }
        None
    }

    /// Sixteen bytes; `None` near the end of the text.
    #[inline(always)]
    fn lane(&self, at: usize) -> Option<u8x16> {
        let bytes: &[u8; LANE] = self.bytes.get(at..)?.first_chunk()?;
        Some(u8x16::new(*bytes))
    }
}

/// Where a separator stands among sixteen bytes, or something by which codes, days or rows are told.
#[inline(always)]
fn told(lane: u8x16, delimiter: u8) -> u32 {
    // `,-./` differ in their last two bits alone.
    let signs = is(lane & u8x16::splat(0xfc), 0x2c) | is(lane, b'"') | is(lane, delimiter);
    let marks = is(lane, 0xef) | is(lane & u8x16::splat(0xfe), 0xcc);
    let controls = lane.min(u8x16::splat(0x1f)).simd_eq(lane);
    (signs | marks | controls).to_bitmask()
}

/// The bits below the lowest that is set; all where none is.
#[inline(always)]
const fn before(bits: u32) -> u32 {
    !bits & bits.wrapping_sub(1)
}

// The laws want proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use proptest::prelude::*;

    use super::*;
    use crate::intake::delimited::Splitter;
    use crate::intake::lines::view::cell_of;

    /// What lies behind: cells are looked at sixteen bytes at a time.
    const BEHIND: [u8; 64] = [b'.'; 64];

    /// Walks over a row of so many cells, and says what they are and how long it is.
    fn walked(bytes: &[u8], cells: usize) -> Option<(Vec<String>, usize)> {
        let mut cursor = Cursor::new(bytes, b';');
        let mut row = Vec::new();
        for cell in 1..=cells {
            let written = std::str::from_utf8(cursor.cell(cell == cells)?).ok()?;
            row.push(cell_of(written).into_owned());
        }
        Some((row, cursor.at()))
    }

    #[test]
    fn cells_are_walked_over() {
        let row = [b"1;\"a;\n\"\"b\"\"\";; \xe1\xba\xbf\r\n" as &[u8], &BEHIND].concat();
        let cells = ["1", "a;\n\"b\"", "", " ế"].map(str::to_owned).to_vec();
        assert_eq!(walked(&row, 4), Some((cells, row.len() - BEHIND.len())));
    }

    proptest! {
        #[test]
        fn a_row_that_is_walked_over_is_the_row_that_is_cut(
            pieces in prop::collection::vec(
                prop::sample::select(vec![
                    ";", ";", "\"", "\"\"", ";\"", "\";", "\n", "\r\n", "\r", "a", "ế", "\0", "\u{301}", "một cột dài hơn",
                ]),
                0..14,
            ),
            cells in 1..5_usize,
        ) {
            let text = pieces.concat();
            let bytes = [text.as_bytes(), b"\n", &BEHIND].concat();
            if let Some((row, length)) = walked(&bytes, cells) {
                let (cut, expected) = Splitter::new(b';').first(&bytes).unwrap();
                // A line feed behind a carriage return is passed over when the next row is cut.
                let feed = usize::from(bytes[cut - 1] == b'\r' && bytes[cut] == b'\n');
                let expected = if expected.cells.is_empty() { vec![String::new()] } else { expected.cells };
                prop_assert_eq!((row, length), (expected, cut + feed));
            }
        }

        #[test]
        fn a_clean_cell_has_nothing_to_look_at(cell in "[a-zA-Z0-9 ạế]{0,70}|[ -~ế\u{301}\0]{0,20}") {
            let bytes = [cell.as_bytes(), b";", &BEHIND].concat();
            let mut cursor = Cursor::new(&bytes, b';');
            let cell = cell.split(';').next().unwrap_or_default();
            let is_clean = cell.len() <= SHORT && !cell.contains([',', '-', '.', '/', '"', '\u{301}', '\0']);
            prop_assert_eq!((cursor.clean().is_some(), cursor.at() > 0), (is_clean, is_clean));
        }
    }
}
