//! Whether a file that is being read is a saved session, and its bytes if it is: a session is no table, and is told from
//! one by its first bytes alone, whatever it is called.

use super::SessionError;
use super::SessionFile;
use super::is_session;
use super::read_session;

/// Bytes that are looked at: the letters [`is_session`] reads, at four bytes each, and a mark of order.
const HEAD: usize = 803;

/// Longest session that is read, in bytes: a year of a province with all its communes is a tenth of it.
const LONGEST: usize = 64 << 20;

/// The bytes of a file as far as they may be a session's.
#[derive(Debug)]
pub(super) enum SessionBytes {
    /// Too few to tell.
    Open(Vec<u8>),
    /// A session's; `None` once they are too many.
    Session(Option<Vec<u8>>),
    /// Something else's.
    Other,
}

impl SessionBytes {
    pub(super) const fn new() -> Self {
        Self::Open(Vec::new())
    }

    /// Takes the next block and says whether it belongs to a session, so that nobody else needs it.
    pub(super) fn take(&mut self, block: &[u8]) -> bool {
        match self {
            Self::Open(bytes) => {
                bytes.extend_from_slice(block);
                if bytes.len() >= HEAD || !may_begin(bytes) {
                    self.settle();
                }
            }
            Self::Session(bytes) => match bytes {
                Some(all) if all.len() + block.len() <= LONGEST => all.extend_from_slice(block),
                _ => *bytes = None,
            },
            Self::Other => {}
        }
        matches!(self, Self::Session(_))
    }

    /// Settles what the first bytes are.
    fn settle(&mut self) {
        let Self::Open(bytes) = self else { return };
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
        *self = if may_begin(bytes) && is_session(&head) {
            Self::Session(Some(std::mem::take(bytes)))
        } else {
            Self::Other
        };
    }

    /// The session; `None` where the file is something else.
    pub(super) fn finish(mut self) -> Option<Result<SessionFile, SessionError>> {
        self.settle();
        let Self::Session(bytes) = self else { return None };
        let Some(bytes) = bytes else { return Some(Err(SessionError::TooLong)) };
        Some(read_session(&String::from_utf8_lossy(&bytes)))
    }

    /// Whether the bytes so far were found to be a session's.
    pub(super) const fn is_known(&self) -> bool {
        matches!(self, Self::Session(_))
    }

    /// Whether the file is a session.
    pub(super) fn is_session(&mut self) -> bool {
        self.settle();
        matches!(self, Self::Session(_))
    }
}

/// Whether bytes may begin an object of JSON.
fn may_begin(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    // Two bytes of the mark alone are no letter yet.
    b"\xef\xbb\xbf".starts_with(bytes) || bytes.trim_ascii_start().first().is_none_or(|first| *first == b'{')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::write_session;

    #[test]
    fn a_session_is_known_in_blocks_of_any_size_and_nothing_else_is() {
        #[track_caller]
        fn case(text: &str, block: usize, expected: bool) {
            let mut bytes = SessionBytes::new();
            for block in text.as_bytes().chunks(block) {
                bytes.take(block);
            }
            assert_eq!(bytes.finish().is_some_and(|read| read.is_ok()), expected, "{block}: {text}");
        }
        let session = write_session(&SessionFile::default());
        for block in [1, 2, 7, 100_000] {
            case(&session, block, true);
            case(&format!("\u{feff} \r\n{session}"), block, true);
            case("Đơn vị;Tỷ lệ số hóa hồ sơ\nsohoa-session;5%\n", block, false);
            case("{\"kind\": \"sohoa-corrections\"}", block, false);
            case("", block, false);
        }
        let mut half = SessionBytes::new();
        half.take(&session.as_bytes()[..60]);
        assert!(matches!(half.finish(), Some(Err(SessionError::Damaged { .. }))));
    }
}
