//! The container of the old binary formats (a file system in a file) → the bytes of one stream. Chains that run in a
//! circle or out of the file end the reading.

use super::Trouble;

/// Length of the header, and of a sector in the usual container.
const HEADER: usize = 512;
const ENTRY: usize = 128;
/// Sector numbers from here on are marks, not sectors.
const MARKS: u32 = 0xffff_fffa;

pub(super) struct Container<'bytes> {
    bytes: &'bytes [u8],
    shift: u32,
    /// The sector that follows each sector.
    next: Vec<u32>,
    entries: Vec<Entry>,
    /// Streams below this length stand in the small sectors.
    small_below: u32,
    small_shift: u32,
    small_next: Vec<u32>,
    small: Vec<u8>,
}

struct Entry {
    name: String,
    start: u32,
    length: u32,
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// Numbers of four bytes, one behind the other.
fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes.chunks_exact(4).filter_map(|number| u32_at(number, 0))
}

impl<'bytes> Container<'bytes> {
    pub(super) fn open(bytes: &'bytes [u8]) -> Result<Self, Trouble> {
        Self::opened(bytes).ok_or(Trouble::Damaged)
    }

    fn opened(bytes: &'bytes [u8]) -> Option<Self> {
        let shift = u32::from(u16_at(bytes, 30)?);
        let small_shift = u32::from(u16_at(bytes, 32)?);
        if !matches!(shift, 9 | 12) || small_shift > shift || small_shift < 2 {
            return None;
        }
        let mut container = Self {
            bytes,
            shift,
            next: Vec::new(),
            entries: Vec::new(),
            small_below: u32_at(bytes, 56)?,
            small_shift,
            small_next: Vec::new(),
            small: Vec::new(),
        };
        container.next = container.allocation()?;
        let directory = container.chain(u32_at(bytes, 48)?, usize::MAX);
        container.small_next = numbers(&container.chain(u32_at(bytes, 60)?, usize::MAX)).collect();
        for entry in directory.chunks_exact(ENTRY) {
            let length = usize::from(u16_at(entry, 64)?).clamp(2, 64) - 2;
            let units: Vec<u16> = entry[..length].chunks_exact(2).filter_map(|unit| u16_at(unit, 0)).collect();
            let (start, length) = (u32_at(entry, 116)?, u32_at(entry, 120)?);
            match entry[66] {
                5 => container.small = container.chain(start, length as usize),
                2 => container.entries.push(Entry { name: String::from_utf16_lossy(&units), start, length }),
                _ => {}
            }
        }
        Some(container)
    }

    /// The table of following sectors, itself in sectors that the header and a chain of lists name.
    fn allocation(&self) -> Option<Vec<u32>> {
        let mut sectors: Vec<u32> = numbers(self.bytes.get(76..HEADER)?).collect();
        let mut list = u32_at(self.bytes, 68)?;
        let most = self.bytes.len() >> self.shift;
        for _ in 0..most {
            let Some((listed, follows)) = self.sector(list).and_then(|sector| sector.split_last_chunk::<4>()) else {
                break;
            };
            sectors.extend(numbers(listed));
            list = u32::from_le_bytes(*follows);
        }
        let sectors = sectors.into_iter().filter(|sector| *sector < MARKS).take(most);
        Some(sectors.filter_map(|sector| self.sector(sector)).flat_map(numbers).take(most + 1).collect())
    }

    /// A sector's bytes; the last one of a file may be short.
    fn sector(&self, number: u32) -> Option<&'bytes [u8]> {
        let from = (number as usize).checked_add(1)?.checked_mul(1 << self.shift)?;
        let to = from.saturating_add(1 << self.shift).min(self.bytes.len());
        self.bytes.get(from..to).filter(|sector| !sector.is_empty())
    }

    /// The bytes of a chain of sectors, as far as it goes.
    fn chain(&self, mut sector: u32, length: usize) -> Vec<u8> {
        let mut bytes = Vec::new();
        for _ in 0..=self.next.len() {
            let Some(part) = self.sector(sector).filter(|_| bytes.len() < length) else { break };
            bytes.extend_from_slice(part);
            let Some(next) = self.next.get(sector as usize) else { break };
            sector = *next;
        }
        bytes.truncate(length);
        bytes
    }

    fn small_chain(&self, mut sector: u32, length: usize) -> Vec<u8> {
        let mut bytes = Vec::new();
        for _ in 0..=self.small_next.len() {
            let from = (sector as usize).saturating_mul(1 << self.small_shift);
            let to = from.saturating_add(1 << self.small_shift).min(self.small.len());
            let Some(part) = self.small.get(from..to).filter(|_| bytes.len() < length) else { break };
            bytes.extend_from_slice(part);
            let Some(next) = self.small_next.get(sector as usize) else { break };
            sector = *next;
        }
        bytes.truncate(length);
        bytes
    }

    /// Whether a stream is there.
    pub(super) fn holds(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The bytes of a stream; a stream that is cut is damage.
    pub(super) fn stream(&self, name: &str) -> Result<Option<Vec<u8>>, Trouble> {
        let Some(entry) = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name)) else {
            return Ok(None);
        };
        let length = entry.length as usize;
        let small = entry.length < self.small_below;
        let bytes = if small { self.small_chain(entry.start, length) } else { self.chain(entry.start, length) };
        if bytes.len() == length { Ok(Some(bytes)) } else { Err(Trouble::Damaged) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chains_that_run_in_a_circle_end() {
        let mut bytes = vec![0_u8; 512 * 3];
        bytes[30] = 9;
        bytes[32] = 6;
        bytes[48..52].copy_from_slice(&1_u32.to_le_bytes()); // the directory in sector 1, which follows itself
        bytes[512 + 4..512 + 8].copy_from_slice(&1_u32.to_le_bytes());
        bytes[80..512].fill(0xff); // the table of sectors in sector 0 alone
        let container = Container::open(&bytes).unwrap();
        assert!(!container.holds("Workbook"));
    }

    #[test]
    fn what_is_no_container_is_damage() {
        for bytes in [&b"\xd0\xcf\x11\xe0"[..], &[0; 512], &[0xff; 5000]] {
            assert!(Container::open(bytes).is_err());
        }
    }
}
