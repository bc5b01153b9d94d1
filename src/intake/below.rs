//! A stretch of a text further below, read before what stands above it: its first row is taken to begin behind its first
//! line end that its quotes leave outside of cells. Whether that is so shows once the text above has come so far.

use serde::Deserialize;
use serde::Serialize;

use super::Intake;
use super::State;
use super::TakeRows;
use super::bytes_as_text;
use super::delimited::ROW_LIMIT;
use super::lines::CarriedLines;
use super::lines::Lines;

/// Đoạn dưới: reads such a stretch. Its rows are numbered from 1.
pub struct Below {
    /// The end of a row that began above, up to its line end.
    head: Vec<u8>,
    /// Whether that line end has come.
    begun: bool,
    /// Whether its rows cannot be read without what stands above.
    lost: bool,
    lines: Lines,
}

/// Mang sang: what such a reader knows once its stretch is read, on its way between two workers.
#[derive(Serialize, Deserialize)]
pub struct CarriedBelow {
    #[serde(with = "bytes_as_text")]
    head: Vec<u8>,
    lines: CarriedLines,
}

impl Below {
    /// What it knows; `None` where the stretch has to be read again in any case.
    #[must_use]
    pub fn carry(self) -> Option<CarriedBelow> {
        (self.begun && !self.lost).then(|| CarriedBelow { head: self.head, lines: self.lines.carry() })
    }

    /// Takes the next block of the stretch.
    pub fn feed(&mut self, mut bytes: &[u8], give: &mut dyn TakeRows) {
        if self.lost {
            return;
        }
        if !self.begun {
            let before = self.head.len();
            self.head.extend_from_slice(bytes);
            let Some(end) = first_row(&self.head, self.lines.delimiter()) else {
                self.lost = self.head.len() > ROW_LIMIT;
                return;
            };
            self.head.truncate(end);
            self.begun = true;
            bytes = &bytes[end - before..];
        }
        self.lost = self.lines.feed(bytes, give).is_err() || self.lines.check_length().is_err();
    }

    /// The bytes of a row that began above.
    #[must_use]
    pub fn head(&self) -> &[u8] {
        &self.head
    }
}

/// Bytes whose quotes tell whether the first of them stands within a cell in quotes.
const SIGHT: usize = 64 << 10;

/// Where the first row begins: behind the first line end within no cell. `None` where that is not known yet.
fn first_row(bytes: &[u8], delimiter: u8) -> Option<usize> {
    let sight = &bytes[..bytes.len().min(SIGHT)];
    let misfits = |quoted| Quotes { bytes: sight, delimiter, quoted, misfits: 0 }.all();
    let mut quotes = Quotes { bytes, delimiter, quoted: misfits(true) < misfits(false), misfits: 0 };
    for at in memchr::memchr3_iter(b'"', b'\n', b'\r', bytes) {
        match bytes[at..] {
            [b'"', ..] => quotes.pass(at),
            _ if quotes.quoted => {}
            [b'\r'] => return None,
            [b'\r', b'\n', ..] => return Some(at + 2),
            _ => return Some(at + 1),
        }
    }
    None
}

/// The quotes of some bytes, one after the other.
struct Quotes<'bytes> {
    bytes: &'bytes [u8],
    delimiter: u8,
    /// Whether a cell in quotes has begun.
    quoted: bool,
    /// How many stand where none ends or begins a cell: nearly none, unless it was wrong whether the first byte is quoted.
    misfits: usize,
}

impl Quotes<'_> {
    fn all(mut self) -> usize {
        memchr::memchr_iter(b'"', self.bytes).for_each(|at| self.pass(at));
        self.misfits
    }

    /// Takes the quote in this place. Of two that stand for one the first ends the cell and the second goes on with it.
    fn pass(&mut self, at: usize) {
        let beside = if self.quoted { Some(at + 1) } else { at.checked_sub(1) };
        let fits = |byte: &u8| *byte == self.delimiter || matches!(byte, b'"' | b'\n' | b'\r');
        if beside.and_then(|beside| self.bytes.get(beside)).is_none_or(fits) {
            self.quoted = !self.quoted;
        } else {
            self.misfits += 1;
        }
    }
}

impl Intake {
    /// A reader for a stretch further below in the text that is being read; `None` where only the order of its bytes
    /// gives rows.
    #[must_use]
    pub fn below(&self) -> Option<Below> {
        let State::Text(text) = &self.state else { return None };
        let lines = text.lines()?.below();
        Some(Below { head: Vec::new(), begun: false, lost: false, lines })
    }

    /// Whether there can be such a reader.
    #[must_use]
    pub fn has_below(&self) -> bool {
        matches!(&self.state, State::Text(text) if text.lines().is_some())
    }

    /// A reader that knows this, as if it had read the stretch.
    #[must_use]
    pub fn carried(&self, carried: CarriedBelow) -> Option<Below> {
        let State::Text(text) = &self.state else { return None };
        let CarriedBelow { head, lines } = carried;
        Some(Below { head, begun: true, lost: false, lines: text.lines()?.carried(lines) })
    }

    /// Takes over what a stretch gave, once [`Below::head`] was fed as well. `None` where its rows do not begin where they
    /// were taken to begin; else the number of rows above them.
    pub fn append(&mut self, below: Below) -> Option<u32> {
        let State::Text(text) = &mut self.state else { return None };
        let lines = text.lines_mut().filter(|lines| lines.is_between_rows() && below.begun && !below.lost)?;
        let above = lines.rows();
        lines.append(below.lines);
        Some(above)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_row_begins_behind_a_line_end_outside_of_cells() {
        for (bytes, rest) in [
            ("1;2\n3;4\n", Some("3;4\n")),
            ("1;2\r\n3;4", Some("3;4")),
            ("1;2\r3;4", Some("3;4")),
            ("1;2\r", None), // whether a line feed follows is not known yet
            ("1;2", None),
            ("1;\"lại\n(sao)\";2\n3;4", Some("3;4")),
            ("lại\n(sao)\";2\n3;4", Some("3;4")),             // begins within quotes
            (";2\n3;\"lại; \n\"\n", Some("3;\"lại; \n\"\n")), // the quote behind the first row tells as well
            ("ty \"\"Sao\"\"\n\";2\n3;4", Some("3;4")),       // two that stand for one
            ("\"Sao\"\"\n\";2\n3;4", Some("3;4")),            // between the two
            ("\"Công ty \"\"Sao Đỏ\"\"\";1\n2", Some("2")),
            ("5\" màn hình;2\n3;4", Some("3;4")), // a quote that is no bracket
        ] {
            assert_eq!(first_row(bytes.as_bytes(), b';').map(|at| &bytes[at..]), rest, "{bytes:?}");
        }
    }
}
