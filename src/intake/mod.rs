//! Bytes → rows of cells. Blocks of bytes are fed in, rows leave one at a time with the number a spreadsheet gives
//! them; what a row means is left to the columns.

mod decode;
mod delimited;
mod dialect;
mod encodings;
mod error;
mod sniff;

use decode::Letters;
use delimited::Splitter;
pub use dialect::Dialect;
pub use error::IntakeError;
pub use sniff::Encoding;
pub use sniff::Sniffed;

/// Bytes gathered before encoding and separator are judged: all of most files, and the first thousand rows of a large
/// one.
const HEAD: usize = 256 << 10;

/// Dòng: one row of a table, with its cells as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number, counted from 1 as a spreadsheet shows it: a quoted line break does not start a row.
    pub number: u32,
    /// Its cells; none in a blank line.
    pub cells: Vec<String>,
}

/// How a file was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Understood {
    /// Its encoding and why.
    pub sniffed: Sniffed,
    /// Its separator and why.
    pub dialect: Dialect,
    /// The row of a quoted cell that never ended.
    pub open_quote: Option<u32>,
    /// Whether letters came with loose marks (NFD).
    pub decomposed: bool,
}

/// The lane for one file: fed blocks of bytes, it gives rows.
pub struct Intake {
    state: State,
    header_weight: fn(&[String]) -> usize,
}

enum State {
    /// Still gathering the head.
    Head(Vec<u8>),
    /// Past the head.
    Body(Box<Body>),
}

struct Body {
    letters: Letters,
    splitter: Splitter,
    understood: Understood,
    /// Text of one block, reused.
    text: String,
}

impl Intake {
    /// A lane for a new file. `header_weight` tells how many known headers a row holds.
    #[must_use]
    pub fn new(header_weight: fn(&[String]) -> usize) -> Self {
        Self { state: State::Head(Vec::new()), header_weight }
    }

    /// Takes the next block of the file, of any size, and gives the rows that end in it.
    pub fn feed(&mut self, bytes: &[u8], give: &mut dyn FnMut(Row)) -> Result<(), IntakeError> {
        match &mut self.state {
            State::Head(head) => {
                head.extend_from_slice(bytes);
                if head.len() < HEAD {
                    return Ok(());
                }
                let head = std::mem::take(head);
                self.open(&head, false, give)
            }
            State::Body(body) => body.feed(bytes, false, give),
        }
    }

    /// Ends the file: gives the last rows and says how the file was understood.
    pub fn finish(mut self, give: &mut dyn FnMut(Row)) -> Result<Understood, IntakeError> {
        if let State::Head(head) = &mut self.state {
            let head = std::mem::take(head);
            self.open(&head, true, give)?;
        }
        let State::Body(mut body) = self.state else { unreachable!("open() always leaves the head behind") };
        body.feed(&[], true, give)?;
        let ending = body.splitter.finish(give);
        Ok(Understood { open_quote: ending.open_quote, ..body.understood })
    }

    /// Judges the head and lets it flow. The head is always judged with the same bytes, whatever the size of the blocks.
    fn open(&mut self, head: &[u8], whole: bool, give: &mut dyn FnMut(Row)) -> Result<(), IntakeError> {
        let judged = &head[..head.len().min(HEAD)];
        let sniffed = sniff::sniff(judged, whole && judged.len() == head.len())?;
        let mut text = String::new();
        Letters::new(sniffed.encoding).decode(&judged[sniffed.mark..], true, &mut text);
        if text.trim().is_empty() && whole {
            return Err(IntakeError::Empty);
        }
        let dialect = dialect::judge(&text, &self.header_weight);
        let mut body = Box::new(Body {
            letters: Letters::new(sniffed.encoding),
            splitter: Splitter::new(dialect.delimiter),
            understood: Understood { sniffed, dialect, open_quote: None, decomposed: false },
            text: String::new(),
        });
        // The directive is plain ASCII: so many characters, so many code units.
        let unit = if matches!(sniffed.encoding, Encoding::Utf16Le | Encoding::Utf16Be) { 2 } else { 1 };
        body.feed(&head[sniffed.mark + dialect.directive * unit..], false, give)?;
        self.state = State::Body(body);
        Ok(())
    }
}

impl Body {
    fn feed(&mut self, bytes: &[u8], last: bool, give: &mut dyn FnMut(Row)) -> Result<(), IntakeError> {
        self.text.clear();
        self.letters.decode(bytes, last, &mut self.text);
        // Loose marks are no property of windows-1258, which cannot write them otherwise.
        self.understood.decomposed |= self.understood.sniffed.encoding.is_unicode()
            && self.text.chars().any(|letter| matches!(letter, '\u{300}'..='\u{36f}'));
        self.splitter.feed(&self.text, usize::MAX, give);
        self.splitter.check_length()
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    fn read(bytes: &[u8], block: usize) -> Result<(Vec<Row>, Understood), IntakeError> {
        let mut rows = Vec::new();
        let mut intake = Intake::new(|row| row.iter().filter(|cell| cell.contains("đơn vị")).count());
        for block in bytes.chunks(block) {
            intake.feed(block, &mut |row| rows.push(row))?;
        }
        let understood = intake.finish(&mut |row| rows.push(row))?;
        Ok((rows, understood))
    }

    #[test]
    fn every_encoding_and_block_size_gives_the_same_rows() {
        let table = "STT;Tên đơn vị\r\n1;Bảo Yên\r\n";
        let utf16: Vec<u8> = table.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let files = [
            table.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", table.as_bytes()].concat(),
            [b"\xff\xfe".to_vec(), utf16].concat(),
            [b"sep=;\n", table.as_bytes()].concat(),
        ];
        let (expected, _) = read(table.as_bytes(), 1000).unwrap();
        assert_eq!(expected[1].cells, ["1", "Bảo Yên"]);
        for file in files {
            for block in [1, 2, 5, 64, 1000] {
                assert_eq!(read(&file, block).unwrap().0, expected);
            }
        }
    }

    #[test]
    fn a_large_file_flows_and_keeps_its_row_numbers() {
        let mut file = "STT;Tên đơn vị\n".to_owned();
        for row in 0..60_000 {
            writeln!(file, "{row};Xã số {row}").unwrap();
        }
        assert!(file.len() > 3 * HEAD);
        let (rows, _) = read(file.as_bytes(), 100_003).unwrap();
        assert_eq!((rows.len(), rows[60_000].number), (60_001, 60_001));
        assert_eq!(rows[60_000].cells, ["59999", "Xã số 59999"]);
    }

    #[test]
    fn blank_files_are_empty() {
        for file in [&b""[..], b"\xef\xbb\xbf", b"\r\n\r\n", b"  \n"] {
            assert_eq!(read(file, 10).unwrap_err(), IntakeError::Empty);
        }
    }
}
