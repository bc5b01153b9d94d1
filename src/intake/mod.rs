//! Bytes → rows of cells. Blocks of bytes are fed in, rows leave one at a time with the number a spreadsheet gives
//! them; what a row means is left to the columns.

mod alternatives;
mod below;
mod beside;
mod book;
mod bytes_as_text;
mod choice;
mod decode;
mod delimited;
mod dialect;
mod encodings;
mod error;
mod grid;
mod held;
mod hints;
mod html_table;
mod joined;
mod json;
mod judging;
mod known_words;
mod legacy;
mod letters_read;
mod lines;
mod long_sheet;
mod number;
mod page;
mod repair;
mod saved;
mod sense;
mod sheet;
mod sniff;
mod syllable;
mod text;
mod understood;
mod web_archive;
mod workbook;
mod xml;

pub use alternatives::Alternative;
pub use alternatives::ReadAs;
pub use alternatives::alternatives;
pub use below::Below;
pub use below::CarriedBelow;
pub use beside::Beside;
pub use beside::Told;
use book::Books;
pub use choice::SheetSeen;
pub use dialect::Dialect;
pub use dialect::Quoting;
pub use error::IntakeError;
use held::Held;
pub use hints::Hints;
pub use json::OWN_REPORT;
use judging::Judging;
pub use letters_read::Change;
pub use letters_read::LettersRead;
use letters_read::Mender;
pub use lines::Cursor;
pub use lines::Lying;
pub use lines::RowView;
pub use lines::TakeRows;
pub use lines::cell_of;
pub use repair::Repair;
pub use repair::RepairChoice;
pub use repair::apply;
pub use repair::detect;
pub use saved::SavedFormat;
pub use saved::SavedHints;
pub use sniff::Encoding;
pub use sniff::Sniffed;
use text::Text;
pub use understood::Format;
pub use understood::Understood;
use workbook::Coming;
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

/// The lane for one file: fed blocks of bytes, it gives rows.
pub struct Intake {
    state: State,
    header_weight: fn(&[String]) -> usize,
    prefers: fn(&[String]) -> usize,
    hints: Hints,
}

enum State {
    /// Still gathering the head.
    Head(Vec<u8>),
    /// The head has come, and is judged.
    Judging(Judging),
    /// A workbook, which is held until its last byte has come.
    Workbook(Coming),
    /// The same afterwards, while it is read; pages and JSON from their begin.
    Held(Box<Held>),
    /// Text, past the head.
    Text(Box<Text>),
}

impl Intake {
    /// A lane for a new file. `header_weight` tells how many known headers a row holds; `hints` outweigh what the bytes
    /// say.
    #[must_use]
    pub fn new(header_weight: fn(&[String]) -> usize, hints: Hints) -> Self {
        Self { state: State::Head(Vec::new()), header_weight, prefers: |_| 0, hints }
    }

    /// The same, that reads of the sheets of a workbook, or the tables of a page, one whose header holds any of the headers that are told here.
    #[must_use]
    pub fn preferring(self, prefers: fn(&[String]) -> usize) -> Self {
        Self { prefers, ..self }
    }

    /// Takes the next block of the file, of any size, and gives the rows that end in it.
    pub fn feed(&mut self, bytes: &[u8], give: &mut dyn TakeRows) -> Result<(), IntakeError> {
        self.take(bytes, give)?;
        self.judge(give)
    }

    /// The same, but for the judging of the head, which is left to [`Intake::step`].
    pub fn take(&mut self, bytes: &[u8], give: &mut dyn TakeRows) -> Result<(), IntakeError> {
        self.judge(give)?;
        match &mut self.state {
            State::Head(head) => {
                head.extend_from_slice(bytes);
                head.drain(..workbook::lead(head));
                if workbook::may_be(head) {
                    self.state = State::Workbook(Coming::Bytes(std::mem::take(head)));
                } else if head.len() >= HEAD {
                    self.state = State::Judging(Judging::new(std::mem::take(head), false));
                }
                Ok(())
            }
            State::Judging(_) => unreachable!("judge() always ends the judging"),
            State::Workbook(coming) => coming.feed(bytes),
            State::Text(text) => text.feed(bytes, give),
            State::Held(held) => held.feed(bytes),
        }
    }

    /// Whether the head has come and is not judged yet.
    #[must_use]
    pub fn is_judging(&self) -> bool {
        matches!(self.state, State::Judging(_))
    }

    /// Judges the head to its end, if it has come.
    fn judge(&mut self, give: &mut dyn TakeRows) -> Result<(), IntakeError> {
        while self.is_judging() {
            self.step(give)?;
        }
        Ok(())
    }

    /// Judges a little of the head that has come; once the last block was fed, reads a little of a file that is no stream.
    /// Gives the rows that are known then, and says whether there is more.
    pub fn step(&mut self, give: &mut dyn TakeRows) -> Result<bool, IntakeError> {
        let held = match &mut self.state {
            State::Head(head) => {
                self.state = State::Judging(Judging::new(std::mem::take(head), true));
                return Ok(true);
            }
            State::Judging(judging) => {
                if let Some(state) = judging.step([self.header_weight, self.prefers], &self.hints, give)? {
                    self.state = state;
                }
                return Ok(true);
            }
            State::Workbook(coming) => {
                let coming = std::mem::replace(coming, Coming::Bytes(Vec::new()));
                Held::Books(Books::open(coming, self.header_weight, self.prefers, self.hints.clone())?)
            }
            State::Held(held) => return held.step(give),
            State::Text(_) => return Ok(false),
        };
        self.state = State::Held(Box::new(held));
        Ok(true)
    }

    /// How much of a file that is no stream is read, in thousandths: nothing while its bytes come. `None` for others.
    #[must_use]
    pub fn thousandths(&self) -> Option<u64> {
        match &self.state {
            State::Workbook(_) => Some(0),
            State::Held(held) => Some(held.thousandths()),
            State::Head(_) | State::Judging(_) | State::Text(_) => None,
        }
    }

    /// Ends the file: gives the last rows and says how the file was understood.
    pub fn finish(mut self, give: &mut dyn TakeRows) -> Result<Understood, IntakeError> {
        while self.step(give)? {}
        match self.state {
            State::Head(_) | State::Judging(_) => unreachable!("step() always leaves the head behind"),
            State::Workbook(_) => unreachable!("step() always leaves the bytes behind"),
            State::Held(held) => held.understood().ok_or(IntakeError::WorkbookDamaged),
            State::Text(text) => text.finish(give),
        }
    }
}

/// Whether a character is a mark that should have been joined with its letter.
fn is_loose_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
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

    fn hinted(bytes: &[u8], hints: Hints) -> (Vec<String>, Understood) {
        let mut cells = Vec::new();
        let mut intake = Intake::new(|_| 0, hints);
        let mut give = |row: Row| cells.extend(row.cells);
        intake.feed(bytes, &mut give).unwrap();
        let understood = intake.finish(&mut give).unwrap();
        (cells, understood)
    }

    #[test]
    fn letters_of_old_fonts_are_repaired_in_markup_with_entities_too() {
        // `Tªn ®¬n vÞ`, `huyÖn B¶o Yªn`, as a word processor writes them.
        let page =
            "<html><table><tr><td>T&#170;n &#174;&#172;n v&#222;</td></tr><tr><td>huyÖn B¶o Yªn</td></tr></table>";
        let (cells, understood) = hinted(page.as_bytes(), Hints::default());
        assert_eq!(
            (cells.join(";").as_str(), understood.letters.repair),
            ("Tên đơn vị;huyện Bảo Yên", Some(Repair::Tcvn3))
        );
    }

    #[test]
    fn an_officer_chooses_the_repair() {
        let file = "Sè hãa hå s¬;Ghi chó\n".as_bytes();
        let repair = |choice| hinted(file, Hints { repair: choice, ..Hints::default() });
        let (cells, understood) = repair(None);
        assert_eq!((cells.join(";").as_str(), understood.letters.certain), ("Số hóa hồ sơ;Ghi chú", true));
        let (cells, understood) = repair(Some(RepairChoice::Keep));
        assert_eq!((cells.join(";").as_str(), understood.letters.certain), ("Sè hãa hå s¬;Ghi chó", false));
        // Under VNI the first cell is rubbish and stays; ó is ĩ, and `chĩ` could be a word.
        let (cells, understood) = repair(Some(RepairChoice::Apply(Repair::Vni)));
        assert_eq!((cells.join(";").as_str(), understood.letters.certain), ("Sè hãa hå s¬;Ghi chĩ", false));
        // Before and after, for the page: the reading that was taken stands first.
        let letters = repair(None).1.letters;
        let shown: Vec<(&str, bool)> =
            letters.alternatives.iter().map(|one| (one.sample.as_str(), one.chosen)).collect();
        assert_eq!(shown, [("Số hóa hồ sơ;Ghi chú", true), ("Sè hãa hå s¬;Ghi chó", false)]);
    }

    #[test]
    fn another_encoding_behind_the_head_is_damage_and_no_letter() {
        let mut file = "Xã Bản Lầu;1\n".repeat(HEAD / 16 + 1).into_bytes();
        assert!(file.len() > HEAD);
        file.extend_from_slice(b"UBND huy\xd6n B\xb6o Y\xaan;72\n");
        let (rows, understood) = read(&file, 4096).unwrap();
        let last = rows.last().unwrap().cells.join(";");
        assert!(last.contains(char::REPLACEMENT_CHARACTER) && last.starts_with("UBND huy"), "{last}");
        assert_eq!(understood.letters.repair, None);
    }

    #[test]
    fn zeros_are_no_text_wherever_the_head_ends() {
        let file = [&"Xã Bản Lầu;1\n".repeat(HEAD / 16 + 1).into_bytes()[..], &[0; 9000]].concat();
        for block in [1000, HEAD, usize::MAX] {
            let (rows, understood) = read(&file, block).unwrap();
            assert_eq!((rows.len(), understood.letters.zeros), (HEAD / 16 + 1, true));
        }
    }

    #[test]
    fn blank_files_are_empty() {
        for file in [&b""[..], b"\xef\xbb\xbf", b"\r\n\r\n", b"  \n"] {
            assert_eq!(read(file, 10).unwrap_err(), IntakeError::Empty);
        }
    }
}
