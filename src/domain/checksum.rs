//! The sum by which archives tell whether their parts came whole: CRC-32 of ISO 3309.

use std::sync::LazyLock;

use crc::CRC_32_ISO_HDLC;
use crc::Crc;
use crc::Digest;
use crc::Table;

/// The library's tables, sixteen bytes at a time. Computed when the first archive is opened: in the page they would be
/// 16 kB that no packing makes smaller.
static TABLES: LazyLock<Crc<u32, Table<16>>> = LazyLock::new(|| Crc::<u32, Table<16>>::new(&CRC_32_ISO_HDLC));

/// Tổng kiểm: the sum of bytes that come in blocks.
#[derive(Clone)]
pub(crate) struct Checksum(Digest<'static, u32, Table<16>>);

impl Checksum {
    pub(crate) fn new() -> Self {
        Self(TABLES.digest())
    }

    /// The sum of bytes that are all there.
    pub(crate) fn of(bytes: &[u8]) -> u32 {
        TABLES.checksum(bytes)
    }

    pub(crate) fn update(&mut self, block: &[u8]) {
        self.0.update(block);
    }

    pub(crate) fn sum(&self) -> u32 {
        self.0.clone().finalize()
    }
}
