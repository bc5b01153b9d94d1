//! Text of cells and separators, behind its head: blocks of bytes in, rows out.

use super::Beside;
use super::Dialect;
use super::Encoding;
use super::Format;
use super::IntakeError;
use super::Quoting;
use super::Sniffed;
use super::Understood;
use super::decode::Letters;
use super::delimited::Splitter;
use super::is_loose_mark;
use super::letters_read::Mender;
use super::lines::Lines;
use super::lines::TakeRows;

/// The lane of a text.
pub(super) struct Text {
    lane: Lane,
    sniffed: Sniffed,
    dialect: Dialect,
    /// Repairs the rows that leave.
    mender: Mender,
    /// Whether letters came with loose marks (NFD).
    decomposed: bool,
}

enum Lane {
    /// UTF-8 whose letters need no repair: cut as it lies.
    Lines(Lines),
    /// Any other text: decoded block by block, each row copied out.
    Decoded {
        letters: Letters,
        splitter: Splitter,
        /// Text of one block, reused.
        text: String,
    },
}

impl Text {
    pub(super) fn new(sniffed: Sniffed, dialect: Dialect, mender: Mender) -> Self {
        // A separator that is a quote, a line end or a zero is one only by what the first line says.
        let plain = dialect.delimiter.is_ascii()
            && !matches!(dialect.delimiter, b'"' | b'\n' | b'\r' | 0)
            && dialect.quoting == Quoting::OfCells;
        let lane = if plain && sniffed.encoding == Encoding::Utf8 && !mender.mends() {
            Lane::Lines(Lines::new(dialect.delimiter))
        } else {
            Lane::decoded(sniffed.encoding, Splitter::of(dialect.delimiter, dialect.quoting))
        };
        Self { lane, sniffed, dialect, mender, decomposed: false }
    }

    /// The lane, where the text is cut as it lies.
    pub(super) fn lines(&self) -> Option<&Lines> {
        match &self.lane {
            Lane::Lines(lines) => Some(lines),
            Lane::Decoded { .. } => None,
        }
    }

    /// The same, to go on with.
    pub(super) fn lines_mut(&mut self) -> Option<&mut Lines> {
        match &mut self.lane {
            Lane::Lines(lines) => Some(lines),
            Lane::Decoded { .. } => None,
        }
    }

    /// Takes the next block.
    pub(super) fn feed(&mut self, bytes: &[u8], give: &mut dyn TakeRows) -> Result<(), IntakeError> {
        if let Lane::Lines(lines) = &mut self.lane {
            if lines.feed(bytes, give).is_ok() {
                return lines.check_length();
            }
            let rest = self.decode_the_rest();
            return self.feed_decoded(&rest, false, give);
        }
        self.feed_decoded(bytes, false, give)
    }

    /// Ends the text: gives the last rows and says how it was understood.
    pub(super) fn finish(mut self, give: &mut dyn TakeRows) -> Result<Understood, IntakeError> {
        let rest = self.decode_the_rest();
        self.feed_decoded(&rest, true, give)?;
        let mut mender = self.mender;
        let Lane::Decoded { splitter, .. } = self.lane else { unreachable!("the rest is decoded") };
        let ending = splitter.finish(&mut |row| give.row(mender.row(self.dialect.row(row))));
        Ok(Understood {
            format: Format::Text { sniffed: self.sniffed, dialect: self.dialect },
            open_quote: ending.open_quote,
            decomposed: self.decomposed,
            letters: Box::new(mender.finish()),
            beside: Box::<Beside>::default(),
        })
    }

    /// Goes on as a decoded text, from the bytes of the row that has not ended yet.
    fn decode_the_rest(&mut self) -> Vec<u8> {
        let Lane::Lines(lines) = &mut self.lane else { return Vec::new() };
        self.decomposed |= lines.decomposed();
        let (splitter, rest) = std::mem::replace(lines, Lines::new(self.dialect.delimiter)).into_rest();
        self.lane = Lane::decoded(self.sniffed.encoding, splitter);
        rest
    }

    fn feed_decoded(&mut self, bytes: &[u8], last: bool, give: &mut dyn TakeRows) -> Result<(), IntakeError> {
        let Lane::Decoded { letters, splitter, text } = &mut self.lane else { return Ok(()) };
        text.clear();
        letters.decode(bytes, last, text);
        if text.contains('\0') {
            self.mender.zeros();
            text.retain(|letter| letter != '\0');
        }
        // Loose marks are no property of windows-1258, which writes tones behind their vowel.
        self.decomposed |= self.sniffed.encoding.is_unicode() && text.chars().any(is_loose_mark);
        let (mender, dialect) = (&mut self.mender, self.dialect);
        splitter.feed(text, usize::MAX, &mut |row| give.row(mender.row(dialect.row(row))));
        splitter.check_length()
    }
}

impl Lane {
    fn decoded(encoding: Encoding, splitter: Splitter) -> Self {
        Self::Decoded { letters: Letters::new(encoding), splitter, text: String::new() }
    }
}

// The laws want proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::intake::Row;

    /// Rows of a text fed in blocks, as they lie in it or all of them copied out.
    fn rows(bytes: &[u8], blocks: &[usize], copied: bool) -> (Vec<Row>, Option<Understood>) {
        let sniffed = Sniffed { encoding: Encoding::Utf8, ..crate::intake::sniff::sniff(b"a", true, None).unwrap() };
        let dialect = Dialect { delimiter: b';', ..crate::intake::dialect::judge("a;b\n", &|_: &[String]| 0) };
        let mut text = Text::new(sniffed, dialect, Mender::new("", None, None));
        if copied {
            text.lane = Lane::decoded(Encoding::Utf8, Splitter::new(b';'));
        }
        let (mut rows, mut rest) = (Vec::new(), bytes);
        for block in blocks.iter().copied().cycle() {
            let (now, later) = rest.split_at(block.clamp(1, rest.len().max(1)).min(rest.len()));
            text.feed(now, &mut |row| rows.push(row)).unwrap();
            rest = later;
            if rest.is_empty() {
                break;
            }
        }
        let understood = text.finish(&mut |row| rows.push(row)).ok();
        (rows, understood)
    }

    /// What makes cutting hard, and what lies between.
    fn piece() -> impl Strategy<Value = Vec<u8>> {
        let hard: [&[u8]; 22] = [
            b";",
            b";",
            b"\"",
            b"\"",
            b"\"\"",
            b";\"",
            b"\";",
            b"\n",
            b"\r\n",
            b"\r",
            b"\"\n",
            b"\"\r\n\"",
            b"\n\"",
            b"a",
            b" ",
            "ế".as_bytes(),
            b"\xef\xbb\xbf",
            b"\0",
            b"\xe1\xbb",
            b"\xcc\x81",
            "\u{fffd}".as_bytes(),
            b"\xff",
        ];
        prop_oneof![
            12 => prop::sample::select(hard.map(<[u8]>::to_vec).to_vec()),
            3 => "[a-z;]{0,90}".prop_map(String::into_bytes),
            1 => "[a-zế;\n]{4000,4200}".prop_map(String::into_bytes),
        ]
    }

    proptest! {
        #[test]
        fn rows_are_the_same_however_they_are_cut(
            pieces in prop::collection::vec(piece(), 0..40),
            blocks in prop::collection::vec(prop_oneof![1..9_usize, 60..70_usize, 1_000..20_000_usize], 1..4),
        ) {
            let bytes = pieces.concat();
            let (as_they_lie, copied) = (rows(&bytes, &blocks, false), rows(&bytes, &[bytes.len()], true));
            prop_assert_eq!(as_they_lie, copied);
        }
    }
}
