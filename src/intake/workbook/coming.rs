//! A workbook whose bytes still come: it is no stream, and is opened behind the last.

use super::Book;
use super::Kind;
use super::Trouble;
use super::archive::PART_LIMIT;
use super::folding::Folding;
use super::in_xml::InXml;
use super::ods::OpenDocument;
use super::opened;
use super::xml2003::Excel2003;
use crate::intake::IntakeError;
use crate::intake::Sniffed;

/// Largest file that is held as it is, in bytes.
pub(in crate::intake) const SIZE_LIMIT: usize = 100 << 20;

/// Sổ đang đến: the bytes of a workbook.
pub(in crate::intake) enum Coming {
    /// Held as they are.
    Bytes(Vec<u8>),
    /// A text of XML; its mark of order, of so many bytes, is still to be passed.
    Text { kind: Kind, folding: Box<Folding>, mark: usize },
}

impl Coming {
    /// A workbook in XML.
    pub(in crate::intake) fn text(kind: Kind, sniffed: Sniffed) -> Self {
        Self::Text { kind, folding: Box::new(Folding::new(sniffed.encoding)), mark: sniffed.mark }
    }

    /// Takes the next block.
    pub(in crate::intake) fn feed(&mut self, block: &[u8]) -> Result<(), IntakeError> {
        match self {
            Self::Bytes(bytes) => {
                bytes.extend_from_slice(block);
                within(bytes.len() as u64, SIZE_LIMIT as u64)
            }
            Self::Text { folding, mark, .. } => {
                let passed = block.len().min(*mark);
                *mark -= passed;
                folding.feed(&block[passed..])?;
                within(folding.taken(), PART_LIMIT)
            }
        }
    }

    /// Opens the workbook.
    pub(in crate::intake) fn open(self) -> Result<(Kind, Box<dyn Book>), IntakeError> {
        let (kind, folded) = match self {
            Self::Bytes(bytes) => return opened(bytes),
            Self::Text { kind, folding, .. } => (kind, folding.finish()?),
        };
        let source = Box::new(move || Ok::<_, Trouble>(folded.pieces()));
        Ok(match kind {
            Kind::Ods => (kind, Box::new(InXml::<OpenDocument>::open(source)?)),
            _ => (kind, Box::new(InXml::<Excel2003>::open(source)?)),
        })
    }
}

fn within(bytes: u64, limit: u64) -> Result<(), IntakeError> {
    if bytes > limit { Err(IntakeError::FileTooLarge { limit: limit >> 20 }) } else { Ok(()) }
}
