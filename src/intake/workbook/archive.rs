//! A zip archive → its parts, each unfolded only when it is asked for and never beyond a limit: what an archive says of
//! its own size is not believed.

use std::cell::Cell;
use std::rc::Rc;

use rawzip::CompressionMethod;
use rawzip::ZipArchive;
use rawzip::ZipArchiveEntryWayfinder;
use rawzip::ZipFileHeaderRecord;
use rawzip::ZipSliceArchive;

use super::Trouble;
use super::pieces::PartPieces;
use super::unfolding::Held;
use super::unfolding::Unfolding;
use crate::domain::Map;
use crate::domain::Set;

/// What one part may unfold to that is read piece by piece, in bytes: two times the sheet of a hundred thousand rows in
/// its longest form, OpenDocument's.
pub(super) const PART_LIMIT: u64 = 480 << 20;
/// What one part may unfold to that is kept.
const KEPT_LIMIT: u64 = 160 << 20;
/// What all parts that are read may unfold to together.
const UNFOLDED_LIMIT: u64 = 960 << 20;
/// Most parts of an archive; workbooks have dozens.
const PARTS_LIMIT: u64 = 10_000;
/// Bytes of a part that is wanted whole, unfolded at a time.
const BLOCK: usize = 64 << 10;

/// The parts of an archive by their names.
pub(super) struct Archive {
    zip: ZipSliceArchive<Held>,
    /// By the names in small letters with slashes.
    parts: Map<String, Part>,
    left: Rc<Cell<u64>>,
    /// The parts that are counted against it.
    counted: Set<String>,
}

/// What the list at the end of an archive says of a part.
struct Part {
    place: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    is_encrypted: bool,
    sum: u32,
}

impl Part {
    fn of(said: &ZipFileHeaderRecord<'_>) -> Self {
        Self {
            place: said.wayfinder(),
            method: said.compression_method(),
            is_encrypted: said.flags().is_encrypted(),
            sum: said.crc32(),
        }
    }
}

impl Archive {
    /// Opens an archive and lists its parts.
    pub(super) fn open(held: Held) -> Result<Self, Trouble> {
        let zip = ZipArchive::from_slice(held).map_err(|_| Trouble::Damaged)?;
        if lies_within(&zip) {
            return Err(Trouble::Damaged);
        }
        let mut parts = Map::new();
        let mut list = zip.entries();
        for number in 0.. {
            let said = match list.next_entry() {
                Ok(Some(said)) => said,
                Ok(None) => break,
                // What stands behind as many parts as were promised may be anything but a part.
                Err(_) if number >= zip.entries_hint() => break,
                Err(_) => return Err(Trouble::Damaged),
            };
            // The list is held in memory. How long it claims to be is not believed.
            if number >= PARTS_LIMIT {
                return Err(Trouble::TooManyParts);
            }
            let name = String::from_utf8_lossy(said.file_path().as_bytes());
            let part = Part::of(&said);
            // Of two parts of one name that differ nobody can say which is meant.
            if parts.insert(folded(&name), part).is_some_and(|other: Part| other.sum != said.crc32()) {
                return Err(Trouble::Damaged);
            }
        }
        // Of an archive without parts there is nothing but its end: this one lies in another, or in the remark of one.
        if parts.is_empty() && zip.eocd_offset() > 0 {
            return Err(Trouble::Damaged);
        }
        Ok(Self { zip, parts, left: Rc::new(Cell::new(UNFOLDED_LIMIT)), counted: Set::new() })
    }

    /// Whether a part is there.
    pub(super) fn holds(&self, name: &str) -> bool {
        self.parts.contains_key(&folded(name))
    }

    /// The names of all parts, in small letters.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    /// How many bytes a part takes in the archive.
    pub(super) fn folded_size(&self, name: &str) -> u64 {
        self.parts.get(&folded(name)).map_or(0, |part| part.place.compressed_size_hint())
    }

    /// A part on its way; `None` when there is none of this name. Read once more it is not counted again.
    pub(super) fn unfolding(&mut self, name: &str) -> Result<Option<Unfolding>, Trouble> {
        self.limited(name, PART_LIMIT)
    }

    /// The same of a part whose letters are kept.
    pub(super) fn kept(&mut self, name: &str) -> Result<Option<Unfolding>, Trouble> {
        self.limited(name, KEPT_LIMIT)
    }

    fn limited(&mut self, name: &str, limit: u64) -> Result<Option<Unfolding>, Trouble> {
        let name = folded(name);
        let Some(part) = self.parts.get(&name) else { return Ok(None) };
        if part.is_encrypted {
            return Err(Trouble::Password);
        }
        let is_deflated = match part.method {
            CompressionMethod::STORE => false,
            CompressionMethod::DEFLATE => true,
            _ => return Err(Trouble::Damaged),
        };
        let entry = self.zip.get_entry(part.place).map_err(|_| Trouble::Damaged)?;
        let (from, until) = entry.compressed_data_range();
        let place = |at| usize::try_from(at).map_err(|_| Trouble::Damaged);
        let bytes = place(from)?..place(until)?;
        let left = self.counted.insert(name).then(|| Rc::clone(&self.left));
        let limit = left.as_ref().map_or(limit, |left| limit.min(left.get()));
        Ok(Some(Unfolding::new(self.zip.get_ref().clone(), bytes, is_deflated, part.sum, limit, left)))
    }

    /// The bytes of a part; `None` when there is none of this name.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Trouble> {
        let Some(mut unfolding) = self.kept(name)? else { return Ok(None) };
        let mut bytes = Vec::new();
        while unfolding.read(BLOCK, &mut bytes)? {}
        Ok(Some(bytes))
    }

    /// The letters of a part; what is no UTF-8 in it is marked.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Trouble> {
        let Some(unfolding) = self.kept(name)? else { return Ok(None) };
        Ok(Some(PartPieces::of(unfolding).whole_text()?))
    }
}

/// The name under which a part is looked up: programs differ in capitals and slashes.
fn folded(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

/// Whether an archive begins further down than the file, which begins as one itself: then this is a part of one that has
/// lost its end, stored as it is. Its list stands further down than its end record says, which `rawzip` allows for.
fn lies_within(zip: &ZipSliceArchive<Held>) -> bool {
    let end = usize::try_from(zip.eocd_offset()).ok().and_then(|end| zip.get_ref().as_ref().get(end..));
    let said = end.and_then(|end| end.get(16..20)?.try_into().ok()).map_or(u32::MAX, u32::from_le_bytes);
    zip.directory_offset() > u64::from(said)
}
