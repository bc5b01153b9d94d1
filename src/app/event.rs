//! The closed list of causes.

use crate::analysis::FileOutcome;
use crate::analysis::Settings;
use crate::view::Action;
use crate::view::Far;

/// The number under which a file is known while the page is open.
pub type FileId = u32;

/// A file that was chosen, dropped or pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Its number.
    pub id: FileId,
    /// Its name.
    pub name: String,
    /// How many bytes it has.
    pub bytes: u64,
}

/// Sự kiện: something that happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// The page takes files, as it was told by [`welcome`](super::welcome): there is time for what is seen only later.
    Started {
        /// What applies.
        settings: Box<Settings>,
    },
    /// Files were chosen, dropped or pasted; reading begins.
    FilesOffered(Vec<Offered>),
    /// So much of a file has been read in all.
    FileProgress {
        /// The file.
        id: FileId,
        /// How far it is.
        far: Far,
    },
    /// A file was read to its end, or failed.
    FileGathered {
        /// The file.
        id: FileId,
        /// What became of it.
        outcome: Box<FileOutcome>,
    },
    /// The hash of a long file is there, which was left out while it was read.
    FileHashed {
        /// The file.
        id: FileId,
        /// Its SHA-256 in hexadecimal; empty where it cannot be read any more.
        sha256: String,
    },
    /// Files are not read again, because the worker died of them more than once.
    FilesGivenUp(Vec<Offered>),
    /// Reading was stopped; files that were not read to their end are forgotten.
    ReadingCancelled,
    /// A person did something.
    Acted(Action),
}
