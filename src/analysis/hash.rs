//! What a file cannot be mistaken by: the SHA-256 of its bytes.

use std::fmt::Write as _;

use sha2::Digest;
use sha2::Sha256;

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

pub(super) fn hashed(hash: Option<Sha256>) -> String {
    hash.map(|hash| hex(&hash.finalize())).unwrap_or_default()
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
