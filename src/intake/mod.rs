//! Bytes → rows of cells. Blocks of bytes are fed in, rows leave one at a time with the number a spreadsheet gives
//! them; what a row means is left to the columns.

mod decode;
mod delimited;
mod dialect;
mod encodings;
mod error;
mod hints;
mod html_table;
mod sniff;
mod workbook;

use decode::Letters;
use delimited::Splitter;
pub use dialect::Dialect;
pub use error::IntakeError;
pub use hints::Hints;
pub use sniff::Encoding;
pub use sniff::Sniffed;
pub use workbook::Kind;

/// Bytes gathered before encoding and separator are judged: all of most files, and the first thousand rows of a large
/// one. Under the fuzzer so few that its small files reach what lies behind them.
const HEAD: usize = if cfg!(fuzzing) { 512 } else { 256 << 10 };

/// Rows of a sheet among which its header is looked for.
const HEAD_ROWS: usize = 300;

/// Dòng: one row of a table, with its cells as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number, counted from 1 as a spreadsheet shows it: a quoted line break does not start a row.
    pub number: u32,
    /// Its cells; none in a blank line.
    pub cells: Vec<String>,
}

/// How a file was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// What it is.
    pub format: Format,
    /// The row of a quoted cell that never ended.
    pub open_quote: Option<u32>,
    /// Whether letters came with loose marks (NFD).
    pub decomposed: bool,
}

/// What a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Format {
    /// Text of cells and separators.
    Text {
        /// Its encoding and why.
        sniffed: Sniffed,
        /// Its separator and why.
        dialect: Dialect,
    },
    /// A table in markup, often named as a workbook.
    Markup {
        /// Its encoding and why.
        sniffed: Sniffed,
        /// How many tables the file holds; the one most like a table of the field was read.
        tables: usize,
    },
    /// A workbook.
    Workbook {
        /// Which kind.
        kind: Kind,
        /// The sheet that was read.
        sheet: String,
        /// Whether that sheet is hidden.
        hidden: bool,
        /// The other sheets that hold anything.
        others: Vec<String>,
    },
}

impl Format {
    /// The stable word for scripts.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Text { .. } => "csv",
            Self::Markup { .. } => "html",
            Self::Workbook { kind, .. } => kind.code(),
        }
    }

    /// The sheet that was read; text has none.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        match self {
            Self::Text { .. } | Self::Markup { .. } => None,
            Self::Workbook { sheet, .. } => Some(sheet),
        }
    }
}

/// The lane for one file: fed blocks of bytes, it gives rows.
pub struct Intake {
    state: State,
    header_weight: fn(&[String]) -> usize,
    hints: Hints,
}

enum State {
    /// Still gathering the head.
    Head(Vec<u8>),
    /// A workbook, which is held until its last byte has come.
    Workbook(Vec<u8>),
    /// Markup, which is held until its last byte has come.
    Markup(Sniffed, Vec<u8>),
    /// Text, past the head.
    Text(Box<Body>),
}

struct Body {
    letters: Letters,
    splitter: Splitter,
    understood: Understood,
    /// Whether the encoding is one of Unicode.
    unicode: bool,
    /// Text of one block, reused.
    text: String,
}

impl Intake {
    /// A lane for a new file. `header_weight` tells how many known headers a row holds; `hints` outweigh what the bytes
    /// say.
    #[must_use]
    pub fn new(header_weight: fn(&[String]) -> usize, hints: Hints) -> Self {
        Self { state: State::Head(Vec::new()), header_weight, hints }
    }

    /// Takes the next block of the file, of any size, and gives the rows that end in it.
    pub fn feed(&mut self, bytes: &[u8], give: &mut dyn FnMut(Row)) -> Result<(), IntakeError> {
        match &mut self.state {
            State::Head(head) => {
                head.extend_from_slice(bytes);
                if workbook::may_be(head) {
                    self.state = State::Workbook(std::mem::take(head));
                    return Ok(());
                }
                if head.len() < HEAD {
                    return Ok(());
                }
                let head = std::mem::take(head);
                self.open(&head, false, give)
            }
            State::Workbook(held) | State::Markup(_, held) => {
                held.extend_from_slice(bytes);
                if held.len() > workbook::SIZE_LIMIT {
                    return Err(IntakeError::WorkbookTooLarge { megabytes: held.len() as u64 >> 20 });
                }
                Ok(())
            }
            State::Text(body) => body.feed(bytes, false, give),
        }
    }

    /// Ends the file: gives the last rows and says how the file was understood.
    pub fn finish(mut self, give: &mut dyn FnMut(Row)) -> Result<Understood, IntakeError> {
        if let State::Head(head) = &mut self.state {
            let head = std::mem::take(head);
            self.open(&head, true, give)?;
        }
        match self.state {
            State::Head(_) => unreachable!("open() always leaves the head behind"),
            State::Workbook(bytes) => sheet_with_table(&bytes, self.header_weight, self.hints.sheet.as_deref(), give),
            State::Markup(sniffed, bytes) => markup(sniffed, &bytes, self.header_weight, give),
            State::Text(mut body) => {
                body.feed(&[], true, give)?;
                let ending = body.splitter.finish(give);
                Ok(Understood { open_quote: ending.open_quote, ..body.understood })
            }
        }
    }

    /// Judges the head and lets it flow. The head is always judged with the same bytes, whatever the size of the blocks.
    fn open(&mut self, head: &[u8], whole: bool, give: &mut dyn FnMut(Row)) -> Result<(), IntakeError> {
        let judged = &head[..head.len().min(HEAD)];
        let sniffed = sniff::sniff(judged, whole && judged.len() == head.len(), self.hints.encoding)?;
        let mut text = String::new();
        Letters::new(sniffed.encoding).decode(&judged[sniffed.mark..], true, &mut text);
        if text.trim().is_empty() && whole {
            return Err(IntakeError::Empty);
        }
        if html_table::may_be(&text) {
            self.state = State::Markup(sniffed, head.to_vec());
            return Ok(());
        }
        let dialect = dialect::judge(&text, &self.header_weight);
        let mut body = Box::new(Body {
            letters: Letters::new(sniffed.encoding),
            splitter: Splitter::new(dialect.delimiter),
            understood: Understood { format: Format::Text { sniffed, dialect }, open_quote: None, decomposed: false },
            unicode: sniffed.encoding.is_unicode(),
            text: String::new(),
        });
        // The directive is plain ASCII: so many characters, so many code units.
        let unit = if matches!(sniffed.encoding, Encoding::Utf16Le | Encoding::Utf16Be) { 2 } else { 1 };
        body.feed(&head[sniffed.mark + dialect.directive * unit..], false, give)?;
        self.state = State::Text(body);
        Ok(())
    }
}

/// Gives the rows of the sheet that looks most like a table of the field: visible sheets before hidden ones, then the
/// one with the weightiest header, then the first.
fn sheet_with_table(
    bytes: &[u8],
    header_weight: fn(&[String]) -> usize,
    wanted: Option<&str>,
    give: &mut dyn FnMut(Row),
) -> Result<Understood, IntakeError> {
    let (kind, mut sheets) = workbook::sheets(bytes)?;
    let weight = |sheet: &workbook::Sheet| {
        let header = sheet.rows.iter().take(HEAD_ROWS).map(|row| header_weight(&row.cells)).max().unwrap_or(0);
        (
            Some(sheet.name.as_str()) == wanted,
            header > 0 && !sheet.hidden,
            header,
            !sheet.hidden,
            !sheet.rows.is_empty(),
        )
    };
    let chosen = (0..sheets.len()).rev().max_by_key(|at| weight(&sheets[*at])).ok_or(IntakeError::Empty)?;
    let sheet = sheets.remove(chosen);
    let others = sheets.into_iter().filter(|sheet| !sheet.rows.is_empty()).map(|sheet| sheet.name).collect();
    let decomposed = |row: &Row| row.cells.iter().any(|cell| cell.chars().any(is_loose_mark));
    let decomposed = sheet.rows.iter().any(decomposed);
    sheet.rows.into_iter().for_each(give);
    let format = Format::Workbook { kind, sheet: sheet.name, hidden: sheet.hidden, others };
    Ok(Understood { format, open_quote: None, decomposed })
}

/// Gives the rows of the table in markup that looks most like a table of the field.
fn markup(
    sniffed: Sniffed,
    bytes: &[u8],
    header_weight: fn(&[String]) -> usize,
    give: &mut dyn FnMut(Row),
) -> Result<Understood, IntakeError> {
    let mut text = String::new();
    Letters::new(sniffed.encoding).decode(&bytes[sniffed.mark..], true, &mut text);
    let mut tables = html_table::tables(&text);
    let weight = |rows: &Vec<Row>| rows.iter().take(HEAD_ROWS).map(|row| header_weight(&row.cells)).max();
    let count = tables.len();
    let chosen = (0..count).rev().max_by_key(|at| weight(&tables[*at])).ok_or(IntakeError::NoTable)?;
    tables.swap_remove(chosen).into_iter().for_each(give);
    let decomposed = sniffed.encoding.is_unicode() && text.chars().any(is_loose_mark);
    Ok(Understood { format: Format::Markup { sniffed, tables: count }, open_quote: None, decomposed })
}

/// Whether a character is a mark that should have been joined with its letter.
fn is_loose_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

impl Body {
    fn feed(&mut self, bytes: &[u8], last: bool, give: &mut dyn FnMut(Row)) -> Result<(), IntakeError> {
        self.text.clear();
        self.letters.decode(bytes, last, &mut self.text);
        // Loose marks are no property of windows-1258, which cannot write them otherwise.
        self.understood.decomposed |= self.unicode && self.text.chars().any(is_loose_mark);
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
        let mut intake = Intake::new(|row| row.iter().filter(|cell| cell.contains("đơn vị")).count(), Hints::default());
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
