//! Records of the old binary workbook → numbers and texts. A record is a type, a length and bytes; one that is too long
//! goes on in others, which [`Record`] keeps apart, because a text says anew in each how wide its letters are.

use super::rich::Look;
use super::rich::Rich;
use crate::intake::Encoding;
use crate::intake::decode::read;

/// The type of a record that goes on with the one before.
const CONTINUED: u16 = 0x003c;

/// A record with what goes on behind it.
pub(super) struct Record<'bytes> {
    pub(super) kind: u16,
    parts: Vec<&'bytes [u8]>,
    part: usize,
    at: usize,
}

/// Gives the records of a stream from a place on; ends where the stream is cut.
pub(super) struct Records<'bytes> {
    rest: &'bytes [u8],
}

impl<'bytes> Records<'bytes> {
    pub(super) fn from(bytes: &'bytes [u8], at: usize) -> Self {
        Self { rest: bytes.get(at..).unwrap_or_default() }
    }

    /// How many bytes are still to come.
    pub(super) fn left(&self) -> usize {
        self.rest.len()
    }

    fn one(&mut self) -> Option<(u16, &'bytes [u8])> {
        let [kind, kind2, length, length2, ..] = *self.rest else { return None };
        let end = 4 + usize::from(u16::from_le_bytes([length, length2]));
        let data = self.rest.get(4..end)?;
        self.rest = &self.rest[end..];
        Some((u16::from_le_bytes([kind, kind2]), data))
    }
}

impl<'bytes> Iterator for Records<'bytes> {
    type Item = Record<'bytes>;

    fn next(&mut self) -> Option<Record<'bytes>> {
        let (kind, data) = self.one()?;
        let mut parts = vec![data];
        while self.rest.starts_with(&CONTINUED.to_le_bytes()) {
            let Some((_, data)) = self.one() else { break };
            parts.push(data);
        }
        Some(Record { kind, parts, part: 0, at: 0 })
    }
}

impl<'bytes> Record<'bytes> {
    /// The bytes of the record itself, without what goes on behind it.
    pub(super) fn data(&self) -> &'bytes [u8] {
        self.parts[0]
    }

    /// Goes to a place in the record itself.
    pub(super) fn go_to(&mut self, at: usize) {
        (self.part, self.at) = (0, at);
    }

    pub(super) fn u8(&mut self) -> Option<u8> {
        loop {
            let part = self.parts.get(self.part)?;
            if let Some(byte) = part.get(self.at) {
                self.at += 1;
                return Some(*byte);
            }
            (self.part, self.at) = (self.part + 1, 0);
        }
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.u8()?, self.u8()?]))
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        Some(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    pub(super) fn f64(&mut self) -> Option<f64> {
        let (low, high) = (self.u32()?, self.u32()?);
        Some(f64::from_bits(u64::from(high) << 32 | u64::from(low)))
    }

    fn pass(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            let left = self.parts.get(self.part)?.len().saturating_sub(self.at);
            let taken = left.min(count);
            self.at += taken;
            count -= taken;
            if count > 0 {
                (self.part, self.at) = (self.part + 1, 0);
            }
        }
        Some(())
    }

    /// A text of so many letters, its mark before it. A text that is cut is `None`.
    pub(super) fn unicode(&mut self, length: usize) -> Option<String> {
        self.rich(length, &[])
    }

    /// The same, its parts in the looks of these fonts.
    pub(super) fn rich(&mut self, length: usize, fonts: &[Look]) -> Option<String> {
        let marks = self.u8()?;
        let runs = if marks & 8 == 0 { 0 } else { usize::from(self.u16()?) * 4 };
        let more = if marks & 4 == 0 { 0 } else { self.u32()? as usize };
        let mut wide = marks & 1 == 1;
        let mut units = Vec::new();
        while units.len() < length {
            let part = self.parts.get(self.part)?;
            let rest = part.get(self.at..).unwrap_or_default();
            let size = if wide { 2 } else { 1 };
            if rest.len() < size {
                // The text goes on in the next record, which begins with the width of its letters.
                (self.part, self.at) = (self.part + 1, 0);
                wide = self.u8()? & 1 == 1;
                continue;
            }
            let count = (rest.len() / size).min(length - units.len());
            let letters = rest[..count * size].chunks_exact(size);
            units.extend(letters.map(|letter| u16::from_le_bytes([letter[0], letter.get(1).copied().unwrap_or(0)])));
            self.at += count * size;
        }
        // Most workbooks have no font that matters, and no text of several fonts.
        let text = if runs == 0 || !has_look(fonts) {
            self.pass(runs)?;
            String::from_utf16_lossy(&units)
        } else {
            self.runs(&units, runs / 4, fonts)?
        };
        self.pass(more)?;
        Some(text)
    }

    /// A text by its letters and the runs that follow here, each with its first letter and its font.
    pub(super) fn runs(&mut self, units: &[u16], count: usize, fonts: &[Look]) -> Option<String> {
        let (mut rich, mut from, mut look) = (Rich::default(), 0, Look::default());
        for _ in 0..count {
            let (first, font) = (usize::from(self.u16()?), usize::from(self.u16()?));
            let until = first.clamp(from, units.len());
            if until > from {
                rich.push(&String::from_utf16_lossy(&units[from..until]), look);
            }
            // There is no font of the number 4.
            (from, look) = (until, fonts.get(font - usize::from(font > 4)).copied().unwrap_or_default());
        }
        rich.push(&String::from_utf16_lossy(&units[from..]), look);
        Some(rich.finish())
    }

    /// A text of so many bytes in the workbook's code page.
    pub(super) fn bytes_of(&mut self, length: usize, encoding: Encoding) -> Option<String> {
        let bytes: Vec<u8> = (0..length).map_while(|_| self.u8()).collect();
        (bytes.len() == length).then(|| read(&bytes, encoding))
    }
}

/// Whether letters in any of these fonts are not said as others are.
pub(super) fn has_look(fonts: &[Look]) -> bool {
    fonts.iter().any(|look| *look != Look::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_goes_on_in_the_next_record_with_letters_of_another_width() {
        // «Tỷ lệ» in two records: «T» and «ỷ» wide, « l» narrow, then «ệ» wide again.
        let bytes = [
            &[0xfc, 0, 7, 0, 5, 0, 1, b'T', 0, 0xf7, 0x1e][..],
            &[0x3c, 0, 3, 0, 0, b' ', b'l'],
            &[0x3c, 0, 3, 0, 1, 0xc7, 0x1e],
        ];
        let bytes = bytes.concat();
        let mut record = Records::from(&bytes, 0).next().unwrap();
        let length = record.u16().unwrap();
        assert_eq!(record.unicode(usize::from(length)).as_deref(), Some("Tỷ lệ"));
        assert_eq!(record.u8(), None);
    }

    #[test]
    fn a_stream_that_is_cut_ends() {
        assert!(Records::from(&[9, 8, 16, 0, 1], 0).next().is_none());
        assert!(Records::from(&[], 100).next().is_none());
        let mut record = Records::from(&[0xfc, 0, 2, 0, 5, 0], 0).next().unwrap();
        assert_eq!(record.u16().and_then(|length| record.unicode(length.into())), None);
    }
}
