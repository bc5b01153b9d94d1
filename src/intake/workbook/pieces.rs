//! A part of an archive or a text → its pieces of XML, one at a time; of a part no more is unfolded than the piece in hand
//! needs.

use std::ops::Range;

use super::Trouble;
use super::unfolding::Unfolding;
use crate::intake::Encoding;
use crate::intake::decode::Letters;
use crate::intake::xml::Cut;
use crate::intake::xml::Piece;
use crate::intake::xml::first_piece;
use crate::intake::xml::local;

/// Bytes that are unfolded at a time; a piece that is longer has as many again, until it ends.
const BLOCK: usize = 64 << 10;

/// A text from this length on is given in several pieces.
const LONG_TEXT: usize = 1 << 20;
/// No entity is as long.
const ENTITY: usize = 16;

/// Gives the pieces of a part. What is no XML ends it.
pub(super) struct PartPieces {
    /// `None` once its last byte has come.
    source: Option<Source>,
    /// The letters at hand, those before `at` done with.
    text: String,
    at: usize,
    /// The name of an empty element whose end comes next.
    ends: Option<Range<usize>>,
    /// Bytes of letters that were dropped behind the reading.
    dropped: u64,
}

struct Source {
    unfolding: Unfolding,
    /// Known once the first bytes have come.
    letters: Option<Letters>,
    block: Vec<u8>,
}

impl PartPieces {
    pub(super) fn of(unfolding: Unfolding) -> Self {
        let source = Source { unfolding, letters: None, block: Vec::new() };
        Self { source: Some(source), text: String::new(), at: 0, ends: None, dropped: 0 }
    }

    /// The pieces of a text in these letters.
    pub(super) fn lettered(unfolding: Unfolding, encoding: Encoding) -> Self {
        let mut pieces = Self::of(unfolding);
        if let Some(source) = &mut pieces.source {
            source.letters = Some(Letters::new(encoding));
        }
        pieces
    }

    /// The pieces of a text that is there as a whole.
    #[cfg(test)]
    pub(super) fn of_text(text: String) -> Self {
        Self { source: None, text, at: 0, ends: None, dropped: 0 }
    }

    /// All that is still to come, as one text.
    pub(super) fn whole_text(mut self) -> Result<String, Trouble> {
        while self.source.is_some() {
            self.more()?;
        }
        Ok(self.text)
    }

    /// How many bytes of letters are done with.
    pub(super) fn passed(&self) -> u64 {
        self.dropped + self.at as u64
    }

    /// How many folded bytes are still to come.
    pub(super) fn left(&self) -> u64 {
        self.source.as_ref().map_or(0, |source| source.unfolding.folded_left())
    }

    /// The letters at hand from the next piece on, which may end within one.
    #[inline]
    pub(super) fn at_hand(&self) -> &str {
        if self.ends.is_some() { "" } else { &self.text[self.at..] }
    }

    /// Takes so many bytes at hand as read.
    #[inline]
    pub(super) fn passes(&mut self, bytes: usize) {
        self.at += bytes;
    }

    /// The next piece; `None` behind the last.
    pub(super) fn next(&mut self) -> Result<Option<Piece<'_>>, Trouble> {
        if let Some(name) = self.ends.take() {
            return Ok(Some(Piece::Close(local(&self.text[name]))));
        }
        let (from, cut) = loop {
            match first_piece(&self.text[self.at..], self.source.is_none()) {
                Some((_, 0)) => return Ok(None),
                Some((Cut::Nothing, end)) => self.at += end,
                Some((cut, end)) => {
                    self.at += end;
                    break (self.at - end, cut);
                }
                None => match self.long_text() {
                    Some(end) => {
                        self.at += end;
                        break (self.at - end, Cut::Text(0..end));
                    }
                    None => self.more()?,
                },
            }
        };
        if let Cut::Open { name, empty: true, .. } = &cut {
            self.ends = Some(from + name.start..from + name.end);
        }
        Ok(cut.of(&self.text[from..]))
    }

    /// How much of a text that goes on is given as a piece of its own: a long one is never in memory as a whole.
    fn long_text(&self) -> Option<usize> {
        let text = &self.text[self.at..];
        if text.len() < LONG_TEXT || text.starts_with('<') {
            return None;
        }
        // An entity may have been cut.
        let mark = text.rfind('&').filter(|at| text.len() - at < ENTITY);
        Some(mark.unwrap_or(text.len()))
    }

    /// All letters up to the end of the element that is open, those of elements within included.
    pub(super) fn text_until(&mut self, end: &str, text: &mut String) -> Result<(), Trouble> {
        while let Some(piece) = self.next()? {
            match piece {
                Piece::Close(ended) if ended == end => break,
                Piece::Text(letters) => text.push_str(&letters),
                _ => {}
            }
        }
        Ok(())
    }

    /// Passes over all up to the end of the element that is open.
    pub(super) fn pass(&mut self, end: &str) -> Result<(), Trouble> {
        let mut open = 1_usize;
        while let Some(piece) = self.next()? {
            match piece {
                Piece::Open(tag) if tag.name == end => open += 1,
                Piece::Close(ended) if ended == end => open -= 1,
                _ => {}
            }
            if open == 0 {
                break;
            }
        }
        Ok(())
    }

    /// Has more letters come.
    fn more(&mut self) -> Result<(), Trouble> {
        let Some(source) = &mut self.source else { return Ok(()) };
        self.text.drain(..self.at);
        self.dropped += self.at as u64;
        self.at = 0;
        source.block.clear();
        let goes_on = source.unfolding.read(BLOCK.max(self.text.len()), &mut source.block)?;
        let mut bytes = &source.block[..];
        let letters = source.letters.get_or_insert_with(|| {
            let (encoding, mark) = match bytes {
                [0xff, 0xfe, ..] => (Encoding::Utf16Le, 2),
                [0xfe, 0xff, ..] => (Encoding::Utf16Be, 2),
                _ => (Encoding::Utf8, 0),
            };
            bytes = &bytes[mark..];
            Letters::new(encoding)
        });
        letters.decode(bytes, !goes_on, &mut self.text);
        if !goes_on {
            self.source = None;
        }
        Ok(())
    }
}
