//! What an officer has corrected: when a file has to be read again because of it, and the file in which corrections are
//! handed on.

use serde::Deserialize;
use serde::Serialize;
use thiserror::Error;

use super::FileOutcome;
use super::from_json;
use super::to_json_in_lines;
use crate::columns::Answers;
use crate::intake::Encoding;
use crate::intake::Hints;
use crate::intake::RepairChoice;

/// The word by which a file of corrections is told from other files.
const KIND: &str = "sohoa-corrections";

/// The version that is written, and the newest that is read.
const VERSION: u32 = 1;

/// What a file is known by while it is read again: the fingerprint of its first reading, which later ones keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    fingerprint: String,
    /// Its sheets, or the tables of a web page; `None` where it has none or they are not known.
    sheets: Option<Vec<String>>,
}

impl Known {
    /// What a file is known by; `None` when nothing about it can be answered.
    #[must_use]
    pub fn of(outcome: &FileOutcome) -> Option<Self> {
        let choice = outcome.understood().and_then(|understood| understood.format.choice());
        let sheets = choice.map(|(sheets, _)| sheets.iter().map(|sheet| sheet.name.clone()).collect());
        Some(Self { fingerprint: outcome.fingerprint()?.to_owned(), sheets })
    }

    /// The fingerprint itself.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// What has been answered about the bytes of such a file. A sheet that this workbook does not have is not asked for.
    #[must_use]
    pub fn hints(&self, answers: &Answers) -> Hints {
        let Some(file) = answers.files.get(&self.fingerprint) else { return Hints::default() };
        let has = |sheet: &&String| self.sheets.as_ref().is_none_or(|sheets| sheets.contains(sheet));
        Hints {
            encoding: file.encoding.as_deref().and_then(Encoding::from_code),
            repair: file.repair.as_deref().and_then(RepairChoice::from_code),
            sheet: file.sheet.as_ref().filter(has).cloned(),
        }
    }

    /// Whether the file was read under other hints than the answers give, and has to be read again.
    ///
    /// Reading again under [`Known::hints`] of the same `Known` ends that: no file is read in circles. One that the system
    /// gives no more would be.
    #[must_use]
    pub fn needs_reading_again(&self, outcome: &FileOutcome, answers: &Answers) -> bool {
        let was_read = outcome.result.is_ok() || outcome.refused.is_some();
        was_read && self.hints(answers) != outcome.hints
    }
}

/// Why a file of corrections cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CorrectionsError {
    /// It is something else.
    #[error(
        "Tệp vừa chọn không phải tệp sửa đổi của công cụ này; các sửa đổi đang có giữ nguyên. Hãy chọn tệp đã lưu bằng nút «Lưu các sửa đổi ra tệp»."
    )]
    OtherFile,
    /// It was one, and its content cannot be read.
    #[error(
        "Tệp sửa đổi bị hỏng từ dòng {line}, không đọc được; các sửa đổi đang có giữ nguyên. Hãy lưu lại tệp từ máy có sửa đổi rồi nạp lại."
    )]
    Damaged {
        /// The line that cannot be understood, counted from 1.
        line: usize,
    },
    /// A newer version wrote it.
    #[error(
        "Tệp sửa đổi do phiên bản mới hơn lưu (kiểu {found}, trang này đọc được đến kiểu {VERSION}); các sửa đổi đang có giữ nguyên. Hãy dùng trang bản mới nhất để nạp."
    )]
    Newer {
        /// Its version.
        found: u64,
    },
}

#[derive(Serialize)]
struct Written<'answers> {
    kind: &'static str,
    version: u32,
    answers: &'answers Answers,
}

#[derive(Deserialize)]
#[serde(rename = "Head…")]
struct Head {
    kind: String,
    version: u64,
}

#[derive(Deserialize)]
#[serde(rename = "Read…")]
struct Read {
    answers: Answers,
}

/// The corrections as a file that another machine can read.
#[must_use]
pub fn write_corrections(answers: &Answers) -> String {
    to_json_in_lines(&Written { kind: KIND, version: VERSION, answers })
}

/// Reads such a file.
pub fn read_corrections(text: &str) -> Result<Answers, CorrectionsError> {
    let text = text.trim_start_matches('\u{feff}');
    let head: Head = match from_json(text) {
        Ok(head) => head,
        // Half a file of ours is damaged; half of anything else is not ours.
        Err(line) if text.contains(KIND) => return Err(CorrectionsError::Damaged { line }),
        Err(_) => return Err(CorrectionsError::OtherFile),
    };
    if head.kind != KIND {
        return Err(CorrectionsError::OtherFile);
    }
    if head.version > u64::from(VERSION) {
        return Err(CorrectionsError::Newer { found: head.version });
    }
    from_json(text).map(|read: Read| read.answers).map_err(|line| CorrectionsError::Damaged { line })
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::analysis::GatherError;
    use crate::analysis::Gathering;
    use crate::columns::Field;
    use crate::units::Catalogue;

    /// One reading of a text, as a page or the command makes it.
    fn read(bytes: &[u8], answers: &Answers, known: Option<&Known>) -> FileOutcome {
        let (known_as, hints) =
            known.map_or_else(Default::default, |known| (Some(known.fingerprint().to_owned()), known.hints(answers)));
        let catalogue = Rc::new(Catalogue::laocai_2023());
        let mut gathering = Gathering::again("a.csv", catalogue, Rc::new(answers.clone()), known_as, hints);
        let _ = gathering.feed(bytes);
        gathering.outcome()
    }

    #[test]
    fn corrections_are_read_back_as_they_were_written() {
        let mut answers = Answers::default();
        answers.of_file("don vi|ty le").columns.set_meaning("ty le", Field::GroupPercent);
        answers.of_file("don vi|ty le").encoding = Some("tcvn3".into());
        answers.set_alias("BPMC Bắc Hà", "bac-ha");
        assert_eq!(read_corrections(&write_corrections(&answers)), Ok(answers));
    }

    #[test]
    fn what_is_no_file_of_corrections_is_refused_with_a_sentence() {
        let written = write_corrections(&Answers::default());
        let newer = written.replace("\"version\": 1", "\"version\": 2");
        assert_eq!(read_corrections(&newer), Err(CorrectionsError::Newer { found: 2 }));
        // kind, version, answers: the third line ends in the middle, the fourth never comes.
        let half = &written[..written.find("answers").unwrap()];
        assert_eq!(read_corrections(half), Err(CorrectionsError::Damaged { line: 4 }));
        let strange = written.replace("\"answers\": {}", "\"answers\": {\"files\": 5}");
        assert_eq!(read_corrections(&strange), Err(CorrectionsError::Damaged { line: 4 }));
        for other in ["", "STT;Tên đơn vị", "{}", "{\"kind\":\"x\",\"version\":1}", "[1]"] {
            assert_eq!(read_corrections(other), Err(CorrectionsError::OtherFile), "{other}");
        }
    }

    #[test]
    fn a_remembered_encoding_asks_for_one_more_reading_and_no_third() {
        let table = "Đơn vị;Tỷ lệ số hóa hồ sơ\nH. Bắc Hà;48,1%\n".as_bytes();
        let mut answers = Answers::default();
        let first = read(table, &answers, None);
        let known = Known::of(&first).unwrap();
        assert!(!known.needs_reading_again(&first, &answers));
        // UTF-8 taken for the Western code page: no header any more, and still the same file.
        answers.of_file(known.fingerprint()).encoding = Some("windows-1252".into());
        answers.of_file(known.fingerprint()).repair = Some("none".into());
        assert!(known.needs_reading_again(&first, &answers));
        // Taken away meanwhile: it cannot be read under any hints.
        let gone = FileOutcome::of("a.csv", Err(GatherError::unreadable("NotFoundError")));
        assert!(!known.needs_reading_again(&gone, &answers));
        let second = read(table, &answers, Some(&known));
        assert!(second.result.is_err());
        assert_eq!(second.fingerprint(), Some(known.fingerprint()));
        assert!(!known.needs_reading_again(&second, &answers));
    }

    #[test]
    fn a_file_without_a_header_can_be_shown_its_header() {
        let table = "Cơ quan;Số\nH. Bắc Hà;48,1%\n".as_bytes();
        let refused = read(table, &Answers::default(), None);
        let seen = refused.refused.as_ref().unwrap();
        assert_eq!((seen.first_rows.len(), seen.first_rows[1].cells.join(" ")), (2, "H. Bắc Hà 48,1%".to_owned()));
        let mut answers = Answers::default();
        let file = answers.of_file(refused.fingerprint().unwrap());
        file.header_row = Some(1);
        file.columns.set_meaning("co quan", Field::Unit);
        file.columns.set_meaning("so", Field::GroupPercent);
        let read = read(table, &answers, None);
        assert_eq!(read.result.unwrap().table.observations[0].name, "H. Bắc Hà");
    }

    #[test]
    fn a_file_of_which_nothing_can_be_read_offers_nothing() {
        for bytes in [&b""[..], b"\x89PNG\r\n\x1a\n", &[0; 100]] {
            let outcome = read(bytes, &Answers::default(), None);
            assert!(outcome.result.is_err() && outcome.refused.is_none());
        }
    }
}
