//! One file, fed block by block → what its table says. The upper half of the street: everything that can fail fails here.

use std::rc::Rc;

use sha2::Digest as _;
use sha2::Sha256;

use super::FileOutcome;
use super::GatherError;
use super::GatheredFile;
use super::Inspected;
use super::Refused;
use super::hash::hashed;
use super::hash::hex;
use super::names::known_names;
use super::rows::Rows;
use super::session_bytes::SessionBytes;
use crate::columns::Answers;
use crate::columns::Table;
use crate::columns::group_weight;
use crate::columns::header_weight;
use crate::columns::hide_dossiers;
use crate::domain::Place;
use crate::intake::Format;
use crate::intake::Hints;
use crate::intake::Intake;
use crate::intake::IntakeError;
use crate::intake::Understood;
use crate::intake::alternatives;
use crate::notices::NoticeCode;
use crate::text::numbers::as_stored;
use crate::units::Catalogue;

/// Bytes kept of a file that cannot be read, to show how its letters could be meant.
const HEAD: usize = 16 << 10;

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
    /// Its bytes, should it be a saved session.
    session: SessionBytes,
    pub(super) rows: Rows,
    known_as: Option<String>,
    hints: Hints,
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
            intake: intake(&hints),
            failed: None,
            head: Vec::new(),
            session: SessionBytes::new(),
            rows: Rows::new(table),
            place,
            known_as,
            hints,
        }
    }

    /// Has the file read as an officer says, before its first block comes.
    #[must_use]
    pub fn hinted(mut self, hints: Hints) -> Self {
        self.intake = intake(&hints);
        self.hints = hints;
        self
    }

    /// Takes the next block of the file. After [`GatherError::Table`] nothing more will come of it but
    /// [`Gathering::inspect`].
    pub fn feed(&mut self, block: &[u8]) -> Result<(), GatherError> {
        self.take(block)?;
        while self.is_judging() {
            self.step()?;
        }
        self.rows.check()
    }

    /// The same, but where the head is complete with it, its judging is left to [`Gathering::step`].
    pub fn take(&mut self, block: &[u8]) -> Result<(), GatherError> {
        self.bytes += block.len() as u64;
        if let Some(hash) = &mut self.hash {
            hash.update(block);
        }
        self.head.extend_from_slice(&block[..block.len().min(HEAD.saturating_sub(self.head.len()))]);
        if self.session.take(block) {
            return Ok(());
        }
        if let Err(error) = self.intake.take(block, &mut self.rows) {
            self.failed = Some(error.clone());
            return Err(error.into());
        }
        self.rows.check()
    }

    /// Whether the head has come and is not judged yet.
    #[must_use]
    pub fn is_judging(&self) -> bool {
        // What came of a session before it was known to be one waits for nothing.
        self.failed.is_none() && !self.session.is_known() && self.intake.is_judging()
    }

    /// Judges a little of the head that has come; once the last block was fed, reads a little of a file that is no stream:
    /// some milliseconds' work. Says whether there is more. Whoever does not care for the time between ends the file at once.
    pub fn step(&mut self) -> Result<bool, GatherError> {
        if self.failed.is_some() || self.session.is_session() {
            return Ok(false);
        }
        match self.intake.step(&mut self.rows) {
            Ok(more) => Ok(more),
            Err(error) => {
                self.failed = Some(error.clone());
                Err(error.into())
            }
        }
    }

    /// How much of a file that is no stream is read, in thousandths; `None` for other files.
    #[must_use]
    pub fn thousandths(&self) -> Option<u64> {
        self.intake.thousandths()
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
            let result = Err(error.to_string());
            FileOutcome { refused, hints: hints.clone(), ..FileOutcome::of_result(&name, result) }
        };
        let Self { place, hash, intake, failed, mut rows, head, session, .. } = self;
        match session.finish() {
            Some(Ok(session)) => {
                let outcome = FileOutcome::of(&name, Err(GatherError::Session));
                return FileOutcome { session: Some(Rc::new(session)), ..outcome };
            }
            Some(Err(error)) => {
                let outcome = FileOutcome::of(&name, Err(GatherError::Session));
                return FileOutcome { result: Err(error.to_string()), ..outcome };
            }
            None => {}
        }
        let ended = failed.map_or_else(|| intake.finish(&mut rows), Err);
        match ended {
            Err(error) => {
                let alternatives = alternatives(&head);
                refuse(&error.into(), None, rows, alternatives)
            }
            Ok(understood) => {
                let ended = Ended { place, bytes, sha256: hashed(hash), understood: understood.clone() };
                match ended.table(&mut rows) {
                    Ok(file) => FileOutcome { hints, ..FileOutcome::of_result(&name, Ok(file)) },
                    Err(error) => refuse(&error, Some(understood), rows, Vec::new()),
                }
            }
        }
    }

    /// Ends the file and says what reading made of it, also where its rows are no table of units.
    pub fn inspect(self) -> Result<Inspected, GatherError> {
        let (ended, mut rows) = self.end()?;
        let Ended { place, sha256, understood, .. } = ended.clone();
        let (mut first, filled, blank) = (std::mem::take(&mut rows.first), rows.filled, rows.blank);
        match ended.table(&mut rows) {
            Ok(file) => Ok(Inspected::Table(Box::new(file))),
            Err(GatherError::Table(_)) => {
                hide_dossiers(&mut first);
                Ok(Inspected::Rows { name: place.file, sha256, understood, first, filled, blank })
            }
            Err(other) => Err(other),
        }
    }

    fn end(mut self) -> Result<(Ended, Rows), GatherError> {
        if self.session.is_session() {
            return Err(GatherError::Session);
        }
        let Self { place, bytes, hash, intake, failed, mut rows, .. } = self;
        if let Some(error) = failed {
            return Err(error.into());
        }
        let understood = intake.finish(&mut rows)?;
        Ok((Ended { place, bytes, sha256: hashed(hash), understood }, rows))
    }
}

/// The lane of a file: of a workbook's tables the one with the group's percentage is read.
fn intake(hints: &Hints) -> Intake {
    Intake::new(header_weight, hints.clone()).preferring(group_weight)
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
            table.notices.in_sheet(sheet, as_stored);
            let place = Place { sheet: Some(sheet.clone()), ..place.clone() };
            if *hidden {
                table.notices.add(NoticeCode::SheetHidden, &place, sheet);
            }
            for other in others {
                table.notices.add(NoticeCode::SheetNotRead, &place, other);
            }
        }
        if let Format::Markup { table: read, tables, .. } = &understood.format
            && tables.iter().any(|one| one.name == *read && one.hidden)
        {
            table.notices.add(NoticeCode::SheetHidden, &place, read);
        }
        let found_in = Place { sheet: understood.format.sheet().map(str::to_owned), ..place.clone() };
        // Below the header of a list stand names of citizens.
        let map = &table.map;
        let shown = |row: u32, column: u32| row <= map.header_row || map.is_shown(column);
        let shown: Option<&dyn Fn(u32, u32) -> bool> = if table.dossiers.is_some() { Some(&shown) } else { None };
        understood.letters.notice(&found_in, shown, &mut table.notices);
        // A title may stand above a column; its header is what an officer knows it by.
        for told in &mut understood.beside.hidden_columns {
            let header = table.map.headers.iter().find(|header| Some(header.column) == told.column);
            if let Some(header) = header.filter(|header| !header.text.is_empty()) {
                told.found.clone_from(&header.text);
            }
        }
        if table.dossiers.is_some() {
            understood.beside.hidden_rows.iter_mut().for_each(|told| told.found.clear());
        }
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
            is_part: false,
            understood: Rc::new(understood),
            table: Rc::new(table),
            first_rows: first_rows.into(),
        })
    }
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
    fn of_dossiers_that_are_no_table_nothing_is_shown() {
        let first = |text: &str| {
            let mut gathering = Gathering::new("a.csv", Rc::new(Catalogue::laocai_2023()), Rc::default());
            let _ = gathering.feed(text.as_bytes());
            let Ok(Inspected::Rows { first, filled, .. }) = gathering.inspect() else { panic!("rows") };
            (first.iter().map(|row| row.cells.join("|")).collect::<Vec<_>>(), filled)
        };
        let dossier = "1;H38.20-230501-0001;UBND huyện Bảo Yên;Giàng Seo Pao;0912345678;Đã trả kết quả\n";
        assert_eq!(first(&dossier.repeat(2)), (vec![], 2));
        let header = "STT;Đơn vị;Chủ hồ sơ;Điện thoại;Trạng thái\n";
        let rows = "1;UBND huyện Bảo Yên;Giàng Seo Pao;0912345678;Đã trả kết quả\n".repeat(2);
        assert_eq!(first(&format!("{header}{rows}")), (vec![header.trim_end().replace(';', "|")], 3));
    }

    #[test]
    fn an_open_quote_is_noticed_and_its_rows_are_kept() {
        let file = gather("Đơn vị;Chứng thực điện tử\nBảo Yên;366\n\"Sa Pa;5\nBắc Hà;426\n".as_bytes()).unwrap();
        assert_eq!(file.table.notices.count(NoticeCode::QuoteNotClosed), 1);
        assert_eq!(file.table.observations.last().unwrap().values.count(Field::CertifiedCopies), Some(426));
    }
}
