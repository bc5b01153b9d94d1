//! Phiên làm việc: the whole of an officer's work as one file: figures, mappings, settings, corrections with their reasons,
//! earlier periods. No rows of citizens, no codes of dossiers, no names of those who signed a table.
//!
//! What is loaded gives the same report and, saved again, the same bytes.

use std::rc::Rc;

use serde::Deserialize;
use serde::Serialize;
use serde::de::IgnoredAny;
use sha2::Digest;
use sha2::Sha256;
use thiserror::Error;

use super::FileOutcome;
use super::GatheredFile;
use super::Settings;
use super::SettingsError;
use super::Snapshot;
use super::hash::hex;
use super::json::Json;
use super::to_json;
use super::to_json_in_lines;
use crate::columns::KeptLists;
use crate::columns::Ledger;
use crate::columns::SavedTable;
use crate::intake::SavedFormat;
use crate::intake::SavedHints;

/// The word by which a session is told from other files.
const KIND: &str = "sohoa-session";

/// The version that is written, and the newest that is read.
const VERSION: u32 = 1;

/// Phiên làm việc: everything a session holds.
#[derive(Clone, Debug, Default)]
pub struct SessionFile {
    /// The files, as they were understood.
    pub files: Vec<FileOutcome>,
    /// The settings, with all corrections.
    pub settings: Settings,
    /// The earlier periods.
    pub periods: Vec<Snapshot>,
}

/// Why a session cannot be used. Whatever is at hand stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SessionError {
    /// It is something else.
    #[error(
        "Tệp vừa chọn không phải tệp phiên làm việc của công cụ này; số liệu và thiết lập đang có giữ nguyên. Hãy chọn tệp đã lưu bằng nút «Lưu kỳ này…»."
    )]
    OtherFile,
    /// It was one, and ends early or is no JSON any more.
    #[error(
        "Tệp phiên làm việc bị hỏng từ dòng {line}, không đọc được; số liệu và thiết lập đang có giữ nguyên. Hãy lấy lại bản sao khác của tệp, hoặc chọn lại các tệp số liệu gốc."
    )]
    Damaged {
        /// The line that cannot be understood, counted from 1.
        line: usize,
    },
    /// It can be read, and is not what was written.
    #[error(
        "Tệp phiên làm việc đã bị sửa hoặc hỏng sau khi lưu (mã kiểm tra không khớp), nên không dùng được; số liệu và thiết lập đang có giữ nguyên. Hãy lấy lại bản sao khác của tệp, hoặc chọn lại các tệp số liệu gốc."
    )]
    Altered,
    /// It is longer than any session.
    #[error(
        "Tệp phiên làm việc lớn hơn 64 MB nên không mở được; số liệu và thiết lập đang có giữ nguyên. Hãy lấy lại bản sao khác của tệp, hoặc chọn lại các tệp số liệu gốc."
    )]
    TooLong,
    /// Its settings mean nothing here.
    #[error("Thiết lập trong tệp phiên làm việc không dùng được; số liệu và thiết lập đang có giữ nguyên. {0}")]
    Settings(SettingsError),
    /// A newer version wrote it.
    #[error(
        "Tệp phiên làm việc do phiên bản mới hơn lưu (kiểu {found}, bản này đọc được đến kiểu {VERSION}); số liệu và thiết lập đang có giữ nguyên. Hãy dùng bản mới nhất để mở."
    )]
    Newer {
        /// Its version.
        found: u64,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Saved<Settings> {
    settings: Settings,
    files: Vec<SavedFile>,
    periods: Vec<Snapshot>,
}

/// A file as it was understood, or the sentence that says why it gave nothing.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedFile {
    name: String,
    #[serde(default)]
    hints: SavedHints,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    refused: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    gathered: Option<SavedGathered>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedGathered {
    bytes: u64,
    sha256: String,
    #[serde(default, skip_serializing_if = "is_whole")]
    part: bool,
    format: SavedFormat,
    table: SavedTable,
}

/// Whether a table is all that was read of its file.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over references")]
const fn is_whole(part: &bool) -> bool {
    !*part
}

/// Whether a file begins as a session does.
#[must_use]
pub fn is_session(text: &str) -> bool {
    let head: String = text.chars().take(200).collect();
    head.contains(KIND)
}

/// A session as a file.
#[must_use]
pub fn write_session(session: &SessionFile) -> String {
    let tables = || session.files.iter().flat_map(FileOutcome::tables);
    let lists: Vec<&Ledger> = tables().filter_map(|file| file.table.dossiers.as_ref()).collect();
    let lists = KeptLists::of(&lists);
    let files = session.files.iter().flat_map(|file| saved(file, &lists)).collect();
    let saved = Saved { settings: session.settings.written(), files, periods: session.periods.clone() };
    let saved = Json::of(&saved);
    // The head stands first, so that a file cut short still says what it was.
    format!(
        "{{\n\"kind\": \"{KIND}\",\n\"version\": {VERSION},\n\"checksum\": \"{}\",\n\"saved\": {}\n}}\n",
        checksum(&saved),
        to_json_in_lines(&saved)
    )
}

/// A file as it is kept, each of its sheets as one of its own: it is not read again.
fn saved(file: &FileOutcome, lists: &KeptLists) -> Vec<SavedFile> {
    let saved = |refused: Option<String>, gathered: Option<SavedGathered>| SavedFile {
        name: file.name.clone(),
        hints: SavedHints::of(&file.hints),
        refused,
        gathered,
    };
    let of_table = |gathered: &GatheredFile| SavedGathered {
        bytes: gathered.bytes,
        sha256: gathered.sha256.clone(),
        part: gathered.is_part,
        format: SavedFormat::of(&gathered.understood),
        table: SavedTable::of(&gathered.table, lists),
    };
    match &file.result {
        Ok(_) => file.tables().map(|gathered| saved(None, Some(of_table(gathered)))).collect(),
        Err(sentence) => vec![saved(Some(sentence.clone()), None)],
    }
}

/// A session from a file.
pub fn read_session(text: &str) -> Result<SessionFile, SessionError> {
    let text = text.trim_start_matches('\u{feff}');
    let read = match Json::read(text) {
        Ok(read) => read,
        // Half a file of ours is damaged; half of anything else is not ours.
        Err(line) if text.contains(KIND) => return Err(SessionError::Damaged { line }),
        Err(_) => return Err(SessionError::OtherFile),
    };
    if read.field("kind").and_then(Json::text) != Some(KIND) {
        return Err(SessionError::OtherFile);
    }
    let version = read.field("version").and_then(Json::whole).ok_or(SessionError::Altered)?;
    if version > u64::from(VERSION) {
        return Err(SessionError::Newer { found: version });
    }
    let part = read.field("saved").ok_or(SessionError::Altered)?;
    let sum = checksum(part);
    if read.field("checksum").and_then(Json::text) != Some(&sum) {
        return Err(SessionError::Altered);
    }
    let saved: Saved<IgnoredAny> = Saved::deserialize(part).map_err(|_| SessionError::Altered)?;
    let settings = part.field("settings").ok_or(SessionError::Altered)?;
    let settings = Settings::within(settings).map_err(SessionError::Settings)?;
    let salt = u64::from_str_radix(&sum[..16], 16).unwrap_or(1);
    let mut next = salt.rotate_left(17);
    let files = saved.files.into_iter().map(|file| restored(file, salt, &mut next).ok_or(SessionError::Altered));
    Ok(SessionFile { files: files.collect::<Result<_, _>>()?, settings, periods: saved.periods })
}

fn restored(file: SavedFile, salt: u64, next: &mut u64) -> Option<FileOutcome> {
    let result = match (file.gathered, file.refused) {
        (Some(gathered), None) => Ok(GatheredFile {
            name: file.name.clone(),
            bytes: gathered.bytes,
            sha256: gathered.sha256,
            is_part: gathered.part,
            understood: Rc::new(gathered.format.understood()?),
            table: Rc::new(gathered.table.table(salt, next)?),
            first_rows: Rc::from([]),
        }),
        (None, Some(sentence)) => Err(sentence),
        _ => return None,
    };
    Some(FileOutcome { hints: file.hints.hints(), ..FileOutcome::of_result(&file.name, result) })
}

/// The SHA-256 of what was saved, whatever its line breaks and the order of its keys.
fn checksum(saved: &Json) -> String {
    hex(&Sha256::digest(to_json(saved)))
}
