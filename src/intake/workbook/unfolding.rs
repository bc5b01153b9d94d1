//! One part of an archive, unfolded piece by piece, never beyond a limit: what the archive says of its own size is not
//! believed, and the sheet of a hundred thousand rows is never in memory as a whole.

use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;

use flate2::Decompress;
use flate2::FlushDecompress;
use flate2::Status;

use super::Trouble;
use crate::domain::Checksum;

/// The bytes of a file, shared by those who read in it.
#[derive(Clone)]
pub(super) struct Held(Rc<Vec<u8>>);

impl Held {
    pub(super) fn new(bytes: Vec<u8>) -> Self {
        Self(Rc::new(bytes))
    }
}

impl AsRef<[u8]> for Held {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// Mở nén: a part on its way out of the archive.
pub(super) struct Unfolding {
    held: Held,
    /// The folded bytes that are still to come.
    folded: Range<usize>,
    /// `None` for a part that is stored as it is.
    inflate: Option<Decompress>,
    sum: Checksum,
    /// The sum that the archive names.
    expected: u32,
    unfolded: u64,
    limit: u64,
    /// What all parts may still take together; `None` for a part that was counted before.
    left: Option<Rc<Cell<u64>>>,
    ended: bool,
}

impl Unfolding {
    pub(super) fn new(
        held: Held,
        folded: Range<usize>,
        is_deflated: bool,
        expected: u32,
        limit: u64,
        left: Option<Rc<Cell<u64>>>,
    ) -> Self {
        let inflate = is_deflated.then(|| Decompress::new(false));
        Self { held, folded, inflate, sum: Checksum::new(), expected, unfolded: 0, limit, left, ended: false }
    }

    /// How many folded bytes are still to come.
    pub(super) fn folded_left(&self) -> u64 {
        self.folded.len() as u64
    }

    /// Adds about so many bytes to `bytes`; says whether more may follow.
    pub(super) fn read(&mut self, about: usize, bytes: &mut Vec<u8>) -> Result<bool, Trouble> {
        let before = bytes.len();
        bytes.reserve(about);
        while !self.ended && bytes.len() < before + about {
            self.once(before + about, bytes)?;
        }
        self.sum.update(&bytes[before..]);
        self.unfolded += (bytes.len() - before) as u64;
        if self.unfolded > self.limit {
            return Err(Trouble::UnfoldsTooLarge { megabytes: self.limit >> 20 });
        }
        if self.ended {
            if self.sum.sum() != self.expected {
                return Err(Trouble::Damaged);
            }
            if let Some(left) = self.left.take() {
                left.set(left.get().saturating_sub(self.unfolded));
            }
        }
        Ok(!self.ended)
    }

    fn once(&mut self, until: usize, bytes: &mut Vec<u8>) -> Result<(), Trouble> {
        let folded = &self.held.as_ref()[self.folded.clone()];
        let Some(inflate) = &mut self.inflate else {
            let taken = folded.len().min(until - bytes.len());
            bytes.extend_from_slice(&folded[..taken]);
            self.folded.start += taken;
            self.ended = self.folded.is_empty();
            return Ok(());
        };
        let (taken, given) = (inflate.total_in(), inflate.total_out());
        let status = inflate.decompress_vec(folded, bytes, FlushDecompress::None).map_err(|_| Trouble::Damaged)?;
        let taken = usize::try_from(inflate.total_in() - taken).map_err(|_| Trouble::Damaged)?;
        self.folded.start += taken;
        self.ended = status == Status::StreamEnd;
        // A part that is cut gives and takes nothing more.
        if !self.ended && taken == 0 && inflate.total_out() == given { Err(Trouble::Damaged) } else { Ok(()) }
    }
}
