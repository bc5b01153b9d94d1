//! A text of XML, folded while its bytes come: it is read twice, and as it is would take twenty times the memory.

use std::ops::Range;

use flate2::Compress;
use flate2::Compression;
use flate2::FlushCompress;
use flate2::Status;

use super::Trouble;
use super::archive::PART_LIMIT;
use super::pieces::PartPieces;
use super::unfolding::Held;
use super::unfolding::Unfolding;
use crate::domain::Checksum;
use crate::intake::Encoding;

/// Room for folded bytes, at a time.
const ROOM: usize = 64 << 10;

/// Gấp lại: a text on its way in.
pub(in crate::intake) struct Folding {
    compress: Compress,
    folded: Vec<u8>,
    sum: Checksum,
    encoding: Encoding,
}

/// The same text once all of it has come.
pub(super) struct Folded {
    held: Held,
    sum: u32,
    encoding: Encoding,
}

impl Folding {
    pub(super) fn new(encoding: Encoding) -> Self {
        Self { compress: Compress::new(Compression::fast(), false), folded: Vec::new(), sum: Checksum::new(), encoding }
    }

    /// How many bytes have come.
    pub(super) fn taken(&self) -> u64 {
        self.compress.total_in()
    }

    pub(super) fn feed(&mut self, block: &[u8]) -> Result<(), Trouble> {
        self.sum.update(block);
        self.fold(block, FlushCompress::None)
    }

    /// Ends the text.
    pub(super) fn finish(mut self) -> Result<Folded, Trouble> {
        self.fold(&[], FlushCompress::Finish)?;
        Ok(Folded { held: Held::new(self.folded), sum: self.sum.sum(), encoding: self.encoding })
    }

    fn fold(&mut self, mut block: &[u8], flush: FlushCompress) -> Result<(), Trouble> {
        let mut status = Status::Ok;
        while !block.is_empty() || matches!(flush, FlushCompress::Finish) && status != Status::StreamEnd {
            self.folded.reserve(ROOM);
            let before = self.taken();
            status = self.compress.compress_vec(block, &mut self.folded, flush).map_err(|_| Trouble::Damaged)?;
            let taken = usize::try_from(self.taken() - before).map_err(|_| Trouble::Damaged)?;
            block = &block[taken..];
        }
        Ok(())
    }
}

impl Folded {
    /// The pieces of the text, from its begin.
    pub(super) fn pieces(&self) -> PartPieces {
        let all: Range<usize> = 0..self.held.as_ref().len();
        PartPieces::lettered(Unfolding::new(self.held.clone(), all, true, self.sum, PART_LIMIT, None), self.encoding)
    }
}

// The laws want proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_text_comes_out_as_it_went_in(blocks in prop::collection::vec("[a<>/ =\"ạđ\r\n]{0,200}", 0..20)) {
            let mut folding = Folding::new(Encoding::Utf8);
            for block in &blocks {
                folding.feed(block.as_bytes()).unwrap();
            }
            let folded = folding.finish().unwrap();
            for _ in 0..2 {
                prop_assert_eq!(folded.pieces().whole_text().unwrap(), blocks.concat());
            }
        }
    }
}
