//! A zip archive → its parts, each unfolded only when it is asked for and never beyond a limit: what an archive says of
//! its own size is not believed.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::io::Read;

use zip::ZipArchive;

use super::Trouble;
use crate::intake::Encoding;
use crate::intake::decode::read;

/// What one part may unfold to, in bytes: the sheet of a hundred thousand rows is a third of it.
const PART_LIMIT: u64 = 160 << 20;
/// What all parts that are read may unfold to together.
const UNFOLDED_LIMIT: u64 = 320 << 20;
/// Most parts of an archive; workbooks have dozens.
const PARTS_LIMIT: u16 = 10_000;

/// The parts of an archive by their names.
pub(super) struct Archive<'bytes> {
    zip: ZipArchive<Cursor<&'bytes [u8]>>,
    /// Where each part stands, by its name in small letters with slashes.
    places: BTreeMap<String, usize>,
    left: u64,
}

impl<'bytes> Archive<'bytes> {
    /// Opens an archive and lists its parts.
    pub(super) fn open(bytes: &'bytes [u8]) -> Result<Self, Trouble> {
        // The list of parts is held in memory: how long it claims to be is asked first.
        if parts_claimed(bytes) > PARTS_LIMIT {
            return Err(Trouble::TooManyParts);
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Trouble::Damaged)?;
        let name = |at| zip.name_for_index(at).and_then(Result::ok).map(|name| folded(&name));
        let places = (0..zip.len()).filter_map(|at| Some((name(at)?, at))).collect();
        Ok(Self { zip, places, left: UNFOLDED_LIMIT })
    }

    /// Whether a part is there.
    pub(super) fn holds(&self, name: &str) -> bool {
        self.places.contains_key(&folded(name))
    }

    /// The names of all parts, in small letters.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.places.keys().map(String::as_str)
    }

    /// The bytes of a part; `None` when there is none of this name.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Trouble> {
        let Some(at) = self.places.get(&folded(name)) else { return Ok(None) };
        let part = self.zip.by_index(*at).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED) => Trouble::Password,
            _ => Trouble::Damaged,
        })?;
        let limit = PART_LIMIT.min(self.left);
        let mut bytes = Vec::new();
        part.take(limit + 1).read_to_end(&mut bytes).map_err(|_| Trouble::Damaged)?;
        if bytes.len() as u64 > limit {
            return Err(Trouble::UnfoldsTooLarge { megabytes: limit >> 20 });
        }
        self.left -= bytes.len() as u64;
        Ok(Some(bytes))
    }

    /// The letters of a part; what is no UTF-8 in it is marked.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Trouble> {
        let Some(bytes) = self.part(name)? else { return Ok(None) };
        if let [0xff, 0xfe, ..] | [0xfe, 0xff, ..] = bytes[..] {
            let encoding = if bytes[0] == 0xff { Encoding::Utf16Le } else { Encoding::Utf16Be };
            return Ok(Some(read(&bytes[2..], encoding)));
        }
        let text = String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into());
        Ok(Some(text))
    }
}

/// The name under which a part is looked up: programs differ in capitals and slashes.
fn folded(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

/// How many parts the end of an archive says it has; more than can be said there is the most.
fn parts_claimed(bytes: &[u8]) -> u16 {
    // The end record is 22 bytes long and may be followed by a comment of 64 kB.
    let from = bytes.len().saturating_sub(22 + 0xffff);
    let ends = bytes[from..].windows(12).filter(|window| window.starts_with(b"PK\x05\x06"));
    ends.map(|end| u16::from_le_bytes([end[10], end[11]])).max().unwrap_or(0)
}
