//! Records of the binary workbook since 2007: a type and a length of seven bits a byte, and bytes.

use super::Trouble;
use super::unfolding::Unfolding;

/// Bytes that are unfolded at a time; a record that is longer has as many again, until it ends.
const BLOCK: usize = 64 << 10;

/// A record's type and bytes.
pub(super) struct Records<'bytes>(pub(super) &'bytes [u8]);

impl<'bytes> Iterator for Records<'bytes> {
    type Item = (u32, &'bytes [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        // The bits that say «goes on» stay part of a type: that is how types are listed.
        let first = *self.0.first()?;
        let second = if first & 0x80 == 0 { None } else { Some(*self.0.get(1)?) };
        let kind = u32::from(first) | u32::from(second.unwrap_or(0)) << 8;
        let mut rest = &self.0[1 + usize::from(second.is_some())..];
        let mut length = 0;
        for shift in [0, 7, 14, 21] {
            let (byte, after) = rest.split_first()?;
            rest = after;
            length |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                break;
            }
        }
        let (data, rest) = rest.split_at_checked(length)?;
        self.0 = rest;
        Some((kind, data))
    }
}

/// The records of a part, of which no more is unfolded than the record in hand needs.
pub(super) struct PartRecords {
    /// `None` once its last byte has come.
    unfolding: Option<Unfolding>,
    bytes: Vec<u8>,
    at: usize,
    /// Bytes that were dropped behind the reading.
    dropped: u64,
}

impl PartRecords {
    pub(super) fn of(unfolding: Unfolding) -> Self {
        Self { unfolding: Some(unfolding), bytes: Vec::new(), at: 0, dropped: 0 }
    }

    /// The next record; `None` behind the last.
    pub(super) fn next(&mut self) -> Result<Option<(u32, &[u8])>, Trouble> {
        loop {
            let rest = &self.bytes[self.at..];
            let mut records = Records(rest);
            if let Some((kind, data)) = records.next() {
                let end = rest.len() - records.0.len();
                let data = self.at + end - data.len()..self.at + end;
                self.at += end;
                return Ok(Some((kind, &self.bytes[data])));
            }
            let Some(unfolding) = &mut self.unfolding else { return Ok(None) };
            self.bytes.drain(..self.at);
            self.dropped += self.at as u64;
            self.at = 0;
            if !unfolding.read(BLOCK.max(self.bytes.len()), &mut self.bytes)? {
                self.unfolding = None;
            }
        }
    }

    /// How many bytes are done with.
    pub(super) fn passed(&self) -> u64 {
        self.dropped + self.at as u64
    }

    /// How many folded bytes are still to come.
    pub(super) fn left(&self) -> u64 {
        self.unfolding.as_ref().map_or(0, Unfolding::folded_left)
    }
}

pub(super) fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(data.get(at..at + 4)?.try_into().ok()?))
}

pub(super) fn u16_at(data: &[u8], at: usize) -> Option<u32> {
    Some(u16::from_le_bytes(data.get(at..at + 2)?.try_into().ok()?).into())
}

/// A text and where it ends; its length stands before it, one that is all ones is a text that is not there.
pub(super) fn text_at(data: &[u8], at: usize) -> Option<(String, usize)> {
    let length = u32_at(data, at)?;
    if length == u32::MAX {
        return Some((String::new(), at + 4));
    }
    let end = (length as usize).checked_mul(2)?.checked_add(at + 4)?;
    let units: Vec<u16> =
        data.get(at + 4..end)?.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect();
    Some((String::from_utf16_lossy(&units), end))
}
