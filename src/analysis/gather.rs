//! One file, fed block by block → what its table says. The upper half of the street: everything that can fail fails here.

use std::fmt::Write as _;
use std::rc::Rc;

use sha2::Digest;
use sha2::Sha256;
use thiserror::Error;

use crate::columns::ColumnChoices;
use crate::columns::Table;
use crate::columns::TableError;
use crate::columns::TableRead;
use crate::columns::header_weight;
use crate::domain::Place;
use crate::intake::Intake;
use crate::intake::IntakeError;
use crate::intake::Understood;
use crate::notices::NoticeCode;
use crate::units::Catalogue;

/// Why a file gave no table.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum GatherError {
    /// It is no text table.
    #[error(transparent)]
    Intake(#[from] IntakeError),
    /// Its rows are no table of units.
    #[error(transparent)]
    Table(#[from] TableError),
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
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// How it was understood.
    pub understood: Understood,
    /// What its table says.
    pub table: TableRead,
}

/// A file on its way: feed it blocks of any size, then finish.
pub struct Gathering {
    place: Place,
    bytes: u64,
    hash: Sha256,
    intake: Intake,
    table: Table,
}

impl Gathering {
    /// Begins a file.
    #[must_use]
    pub fn new(name: &str, catalogue: Rc<Catalogue>, choices: ColumnChoices) -> Self {
        let is_unit = move |name: &str| catalogue.knows(name);
        let place = Place::file(name);
        Self {
            bytes: 0,
            hash: Sha256::new(),
            intake: Intake::new(header_weight),
            table: Table::new(place.clone(), choices, Box::new(is_unit)),
            place,
        }
    }

    /// Takes the next block of the file.
    pub fn feed(&mut self, block: &[u8]) -> Result<(), GatherError> {
        self.bytes += block.len() as u64;
        self.hash.update(block);
        let mut failure = None;
        let table = &mut self.table;
        self.intake.feed(block, &mut |row| {
            if failure.is_none() {
                failure = table.row(row).err();
            }
        })?;
        failure.map_or(Ok(()), |error| Err(error.into()))
    }

    /// Ends the file.
    pub fn finish(self) -> Result<GatheredFile, GatherError> {
        let Self { place, bytes, hash, intake, mut table } = self;
        let mut failure = None;
        let understood = intake.finish(&mut |row| {
            if failure.is_none() {
                failure = table.row(row).err();
            }
        })?;
        if let Some(error) = failure {
            return Err(error.into());
        }
        let mut table = table.finish()?;
        if let Some(row) = understood.open_quote {
            table.notices.add(NoticeCode::QuoteNotClosed, &place.row(row), "\"");
        }
        if understood.decomposed {
            table.notices.add(NoticeCode::TextDecomposed, &place, "");
        }
        Ok(GatheredFile { name: place.file, bytes, sha256: hex(&hash.finalize()), understood, table })
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gather(bytes: &[u8]) -> Result<GatheredFile, GatherError> {
        let mut gathering = Gathering::new("a.csv", Rc::new(Catalogue::laocai_2023()), ColumnChoices::default());
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
    fn an_open_quote_is_noticed_and_its_rows_are_kept() {
        let file = gather("Đơn vị;Chứng thực điện tử\nBảo Yên;366\n\"Sa Pa;5\nBắc Hà;426\n".as_bytes()).unwrap();
        assert_eq!(file.table.notices.count(NoticeCode::QuoteNotClosed), 1);
        assert_eq!(file.table.observations.last().unwrap().copies, Some(426));
    }
}
