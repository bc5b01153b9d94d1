//! One file, fed block by block → what its table says. The upper half of the street: everything that can fail fails here.

use std::fmt::Write as _;
use std::rc::Rc;

use sha2::Digest;
use sha2::Sha256;
use thiserror::Error;

use super::FileOutcome;
use super::names::known_names;
use crate::columns::Answers;
use crate::columns::PREVIEW_ROWS;
use crate::columns::Seen;
use crate::columns::Table;
use crate::columns::TableError;
use crate::columns::TableRead;
use crate::columns::header_weight;
use crate::domain::Place;
use crate::intake::Alternative;
use crate::intake::Format;
use crate::intake::Hints;
use crate::intake::Intake;
use crate::intake::IntakeError;
use crate::intake::Row;
use crate::intake::RowView;
use crate::intake::TakeRows;
use crate::intake::Understood;
use crate::intake::alternatives;
use crate::notices::NoticeCode;
use crate::text::tidy;
use crate::units::Catalogue;

/// Rows among which an officer finds the header, cells of each, letters of a cell.
const ROWS_SHOWN: usize = 60;
const CELLS_SHOWN: usize = 40;
const LETTERS_SHOWN: usize = 40;

/// Bytes kept of a file that cannot be read, to show how its letters could be meant.
const HEAD: usize = 16 << 10;

/// Why a file gave no table.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum GatherError {
    /// It is no text table.
    #[error(transparent)]
    Intake(#[from] IntakeError),
    /// Its rows are no table of units.
    #[error(transparent)]
    Table(#[from] TableError),
    /// The reader broke down over it more than once.
    #[error(
        "Bộ đọc đã dừng hai lần khi đọc tệp này, nên không đọc lại nữa; các tệp khác vẫn được đọc. Hãy kiểm tra hoặc xuất lại tệp, hoặc lưu riêng bảng cần dùng thành tệp CSV UTF-8."
    )]
    GivenUp,
    /// The system did not let it be read; the system's words are the reason.
    #[error(
        "Không đọc được tệp từ máy ({reason}). Hãy kiểm tra tệp còn ở chỗ cũ và không bị chương trình khác khóa, rồi chọn lại."
    )]
    Unreadable {
        /// What the system says.
        reason: String,
    },
}

/// What one file gave.
#[derive(Clone, Debug)]
pub struct GatheredFile {
    /// Its name as the officer chose it.
    pub name: String,
    /// How many bytes it has.
    pub bytes: u64,
    /// The SHA-256 of its bytes, in hexadecimal; empty while it is still being made.
    pub sha256: String,
    /// How it was understood.
    pub understood: Rc<Understood>,
    /// What its table says. Shared, since every report holds it.
    pub table: Rc<TableRead>,
    /// The first rows that hold anything, cut, so that an officer can point at the header. Of a list of dossiers only
    /// what stands above its rows.
    pub first_rows: Rc<[Row]>,
}

/// What is known of a file that gave no table: enough to correct how it is read.
#[derive(Clone, Debug)]
pub struct Refused {
    /// How many bytes of it were read.
    pub bytes: u64,
    /// How it was understood, if reading came so far.
    pub understood: Option<Understood>,
    /// How its letters could be read.
    pub alternatives: Vec<Alternative>,
    /// Its fingerprint, and its header if one was found.
    pub seen: Seen,
    /// The first rows that hold anything, cut.
    pub first_rows: Vec<Row>,
}

impl Refused {
    /// Whether any answer could change how the file is read.
    #[must_use]
    pub fn can_be_corrected(&self) -> bool {
        self.understood.is_some() || !self.alternatives.is_empty() || !self.first_rows.is_empty()
    }
}

/// What reading made of one file, whether or not its rows are a table of units.
#[derive(Clone, Debug)]
pub enum Inspected {
    /// A table of units.
    Table(Box<GatheredFile>),
    /// Rows of cells without such a table; the first row that holds anything is taken for their header.
    Rows {
        /// The file's name.
        name: String,
        /// The SHA-256 of its bytes, in hexadecimal.
        sha256: String,
        /// How it was understood.
        understood: Understood,
        /// The first rows that hold anything.
        first: Vec<Row>,
        /// How many rows hold anything.
        filled: usize,
        /// How many rows hold nothing.
        blank: u64,
    },
}

/// A file on its way: feed it blocks of any size, then finish.
pub struct Gathering {
    place: Place,
    pub(super) bytes: u64,
    /// `None` where nobody waits for the hash of a long file.
    pub(super) hash: Option<Sha256>,
    pub(super) intake: Intake,
    /// Why its bytes could not be read on.
    failed: Option<IntakeError>,
    /// Its first bytes, to be looked at when they cannot be read.
    head: Vec<u8>,
    pub(super) rows: Rows,
    known_as: Option<String>,
    hints: Hints,
}

/// The rows on their way into the table, which may refuse them.
pub(super) struct Rows {
    pub(super) table: Table,
    pub(super) refused: Option<TableError>,
    first: Vec<Row>,
    /// The first rows, cut, for the choice of the header.
    cut: Vec<Row>,
    pub(super) filled: usize,
    pub(super) blank: u64,
}

impl TakeRows for Rows {
    fn view(&mut self, row: RowView<'_>) {
        if self.are_shown() && self.table.view(&row) {
            self.filled += 1;
        } else {
            self.row(row.to_row());
        }
    }

    fn row(&mut self, row: Row) {
        if row.cells.iter().all(String::is_empty) {
            self.blank += 1;
        } else {
            self.filled += 1;
            if self.first.len() <= PREVIEW_ROWS {
                self.first.push(row.clone());
            }
            if self.cut.len() < ROWS_SHOWN {
                self.cut.push(cut(&row));
            }
        }
        if self.refused.is_none() {
            self.refused = self.table.row(row).err();
        }
    }
}

impl Rows {
    /// Whether what is shown of the first rows is complete.
    pub(super) fn are_shown(&self) -> bool {
        self.cut.len() == ROWS_SHOWN && self.first.len() > PREVIEW_ROWS && self.refused.is_none()
    }

    /// Rows for a table further below; what is shown of the first rows stands here.
    pub(super) fn below(&self) -> Option<Self> {
        let table = self.table.below().filter(|_| self.are_shown())?;
        Some(Self { table, refused: None, first: self.first.clone(), cut: self.cut.clone(), filled: 0, blank: 0 })
    }

    pub(super) fn check(&self) -> Result<(), GatherError> {
        self.refused.clone().map_or(Ok(()), |error| Err(error.into()))
    }
}

/// A row to be looked at.
fn cut(row: &Row) -> Row {
    let cells = row.cells.iter().take(CELLS_SHOWN).map(|cell| tidy(cell).chars().take(LETTERS_SHOWN).collect());
    Row { number: row.number, cells: cells.collect() }
}

impl GatheredFile {
    /// The file as a place, its sheet included.
    #[must_use]
    pub fn place(&self) -> Place {
        Place { sheet: self.understood.format.sheet().map(str::to_owned), ..Place::file(&self.name) }
    }
}

impl Gathering {
    /// Begins a file, read under what an officer has answered so far.
    #[must_use]
    pub fn new(name: &str, catalogue: Rc<Catalogue>, answers: Rc<Answers>) -> Self {
        Self::again(name, catalogue, answers, None, Hints::default())
    }

    /// Begins a file that was read before and is known by its fingerprint, now under hints about its bytes.
    #[must_use]
    pub fn again(
        name: &str,
        catalogue: Rc<Catalogue>,
        answers: Rc<Answers>,
        known_as: Option<String>,
        hints: Hints,
    ) -> Self {
        let is_unit = known_names(catalogue, Rc::clone(&answers));
        let place = Place::file(name);
        let table = Table::new(place.clone(), answers, known_as.clone(), is_unit);
        Self {
            bytes: 0,
            hash: Some(Sha256::new()),
            intake: Intake::new(header_weight, hints.clone()),
            failed: None,
            head: Vec::new(),
            rows: Rows { table, refused: None, first: Vec::new(), cut: Vec::new(), filled: 0, blank: 0 },
            place,
            known_as,
            hints,
        }
    }

    /// Has the file read as an officer says, before its first block comes.
    #[must_use]
    pub fn hinted(mut self, hints: Hints) -> Self {
        self.intake = Intake::new(header_weight, hints.clone());
        self.hints = hints;
        self
    }

    /// Takes the next block of the file. After [`GatherError::Table`] nothing more will come of it but
    /// [`Gathering::inspect`].
    pub fn feed(&mut self, block: &[u8]) -> Result<(), GatherError> {
        self.bytes += block.len() as u64;
        if let Some(hash) = &mut self.hash {
            hash.update(block);
        }
        self.head.extend_from_slice(&block[..block.len().min(HEAD.saturating_sub(self.head.len()))]);
        if let Err(error) = self.intake.feed(block, &mut self.rows) {
            self.failed = Some(error.clone());
            return Err(error.into());
        }
        self.rows.check()
    }

    /// Ends the file.
    pub fn finish(self) -> Result<GatheredFile, GatherError> {
        let (ended, mut rows) = self.end()?;
        ended.table(&mut rows)
    }

    /// Ends the file, whether or not it was read to its end and whatever became of it.
    #[must_use]
    pub fn outcome(self) -> FileOutcome {
        let (name, bytes, hints) = (self.place.file.clone(), self.bytes, self.hints.clone());
        let known_as = self.known_as.clone().unwrap_or_else(|| by_bytes(&self.head));
        let refuse = |error: &GatherError, understood: Option<Understood>, rows: Rows, alternatives| {
            let mut seen = rows.table.seen().clone();
            if seen.fingerprint.is_empty() {
                seen.fingerprint.clone_from(&known_as);
            }
            let refused = Refused { bytes, understood, alternatives, seen, first_rows: rows.cut };
            let refused = Some(refused).filter(Refused::can_be_corrected).map(Rc::new);
            FileOutcome { name: name.clone(), result: Err(error.to_string()), refused, hints: hints.clone() }
        };
        let Self { place, hash, intake, failed, mut rows, head, .. } = self;
        let ended = failed.map_or_else(|| intake.finish(&mut rows), Err);
        match ended {
            Err(error) => {
                let alternatives = alternatives(&head);
                refuse(&error.into(), None, rows, alternatives)
            }
            Ok(understood) => {
                let ended = Ended { place, bytes, sha256: hashed(hash), understood: understood.clone() };
                match ended.table(&mut rows) {
                    Ok(file) => FileOutcome { name: name.clone(), result: Ok(file), refused: None, hints },
                    Err(error) => refuse(&error, Some(understood), rows, Vec::new()),
                }
            }
        }
    }

    /// Ends the file and says what reading made of it, also where its rows are no table of units.
    pub fn inspect(self) -> Result<Inspected, GatherError> {
        let (ended, mut rows) = self.end()?;
        let Ended { place, sha256, understood, .. } = ended.clone();
        let (first, filled, blank) = (std::mem::take(&mut rows.first), rows.filled, rows.blank);
        match ended.table(&mut rows) {
            Ok(file) => Ok(Inspected::Table(Box::new(file))),
            Err(GatherError::Table(_)) => {
                Ok(Inspected::Rows { name: place.file, sha256, understood, first, filled, blank })
            }
            Err(other) => Err(other),
        }
    }

    fn end(self) -> Result<(Ended, Rows), GatherError> {
        let Self { place, bytes, hash, intake, failed, mut rows, .. } = self;
        if let Some(error) = failed {
            return Err(error.into());
        }
        let understood = intake.finish(&mut rows)?;
        Ok((Ended { place, bytes, sha256: hashed(hash), understood }, rows))
    }
}

/// What a file whose rows cannot be read is known by: the bytes of its first line, which next month's export shares.
fn by_bytes(head: &[u8]) -> String {
    let line = head.split(|byte| matches!(byte, b'\n' | b'\r')).find(|line| !line.is_empty()).unwrap_or_default();
    format!("bytes {}", &hex(&Sha256::digest(line))[..16])
}

/// A file read to its end.
#[derive(Clone)]
struct Ended {
    place: Place,
    bytes: u64,
    sha256: String,
    understood: Understood,
}

impl Ended {
    fn table(self, rows: &mut Rows) -> Result<GatheredFile, GatherError> {
        let Self { place, bytes, sha256, mut understood } = self;
        rows.check()?;
        let mut table = rows.table.finish()?;
        if let Format::Workbook { sheet, hidden, others, .. } = &understood.format {
            table.notices.in_sheet(sheet);
            let place = Place { sheet: Some(sheet.clone()), ..place.clone() };
            if *hidden {
                table.notices.add(NoticeCode::SheetHidden, &place, sheet);
            }
            for other in others {
                table.notices.add(NoticeCode::SheetNotRead, &place, other);
            }
        }
        let found_in = Place { sheet: understood.format.sheet().map(str::to_owned), ..place.clone() };
        understood.letters.notice(&found_in, &mut table.notices);
        understood.beside.tell(&found_in, &mut table.notices);
        if let Some(row) = understood.open_quote {
            table.notices.add(NoticeCode::QuoteNotClosed, &place.row(row), "\"");
        }
        if understood.decomposed {
            table.notices.add(NoticeCode::TextDecomposed, &place, "");
        }
        let mut first_rows = std::mem::take(&mut rows.cut);
        if table.dossiers.is_some() {
            // Below stand names and telephone numbers of citizens.
            first_rows.retain(|row| row.number <= table.map.header_row);
            understood.format.keep_headers_alone();
        }
        Ok(GatheredFile {
            name: place.file,
            bytes,
            sha256,
            understood: Rc::new(understood),
            table: Rc::new(table),
            first_rows: first_rows.into(),
        })
    }
}

/// The hash of a file, where it is made apart from its reading.
#[derive(Clone, Debug, Default)]
pub struct FileHash(Sha256);

impl FileHash {
    /// Of no bytes yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the next block.
    pub fn feed(&mut self, block: &[u8]) {
        self.0.update(block);
    }

    /// The SHA-256 in hexadecimal.
    #[must_use]
    pub fn finish(self) -> String {
        hex(&self.0.finalize())
    }
}

fn hashed(hash: Option<Sha256>) -> String {
    hash.map(|hash| hex(&hash.finalize())).unwrap_or_default()
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::columns::Field;

    fn gather(bytes: &[u8]) -> Result<GatheredFile, GatherError> {
        let mut gathering = Gathering::new("a.csv", Rc::new(Catalogue::laocai_2023()), Rc::default());
        gathering.feed(bytes)?;
        gathering.finish()
    }

    #[test]
    fn a_file_is_named_by_its_hash() {
        let file = gather("Đơn vị;Chứng thực điện tử\nBảo Yên;366\n".as_bytes()).unwrap();
        // printf 'Đơn vị;Chứng thực điện tử\nBảo Yên;366\n' | sha256sum, and | wc -c
        assert_eq!(file.sha256, "867847c439ac062681bfa0dac79e249eb3e87bd013401217bd794d1e6f8f16b4");
        assert_eq!(file.bytes, 54);
    }

    #[test]
    fn rows_that_are_no_table_of_units_can_still_be_inspected() {
        let mut gathering = Gathering::new("a.csv", Rc::new(Catalogue::laocai_2023()), Rc::default());
        let _ = gathering.feed("first,last\n\nJohn,\"a,\nb\"\n".as_bytes());
        let Ok(Inspected::Rows { first, filled, blank, .. }) = gathering.inspect() else { panic!("rows") };
        assert_eq!((first[1].cells.join("|").as_str(), filled, blank), ("John|a,\nb", 2, 1));
    }

    #[test]
    fn an_open_quote_is_noticed_and_its_rows_are_kept() {
        let file = gather("Đơn vị;Chứng thực điện tử\nBảo Yên;366\n\"Sa Pa;5\nBắc Hà;426\n".as_bytes()).unwrap();
        assert_eq!(file.table.notices.count(NoticeCode::QuoteNotClosed), 1);
        assert_eq!(file.table.observations.last().unwrap().values.count(Field::CertifiedCopies), Some(426));
    }
}
