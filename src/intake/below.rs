//! A stretch of a text further below, read before what stands above it: its first row is taken to begin behind its first
//! line end. Whether that is so shows once the text above has come so far.

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
            let Some(end) = line_end(&self.head) else {
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

/// The end of the first line, its line end included; `None` where that is not known yet.
fn line_end(bytes: &[u8]) -> Option<usize> {
    let at = memchr::memchr2(b'\n', b'\r', bytes)?;
    match bytes[at..] {
        [b'\r'] => None,
        [b'\r', b'\n', ..] => Some(at + 2),
        _ => Some(at + 1),
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
