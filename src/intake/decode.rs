//! Bytes to letters, block by block.

use std::borrow::Cow;

use super::Encoding;
use super::encodings::tcvn3;
use super::encodings::vni;
use super::encodings::western;
use crate::text::compose;

/// Decodes one file; remembers what a block cut in two.
pub(super) enum Letters {
    /// UTF-8, with the beginning of a letter whose end has not come.
    Utf8(Vec<u8>),
    /// UTF-16, likewise.
    Utf16(fn([u8; 2]) -> u16, Vec<u8>),
    /// One byte a letter.
    Single(fn(u8) -> char),
    /// Marks follow their base, perhaps in the next block.
    Pairs {
        /// The character of a byte that stands alone.
        letter: fn(u8) -> char,
        /// The letter that a base and the byte behind it make.
        joined: fn(char, u8) -> Option<char>,
        /// The base whose mark may follow.
        waiting: Option<char>,
    },
}

impl Letters {
    pub(super) fn new(encoding: Encoding) -> Self {
        match encoding {
            Encoding::Utf8 => Self::Utf8(Vec::new()),
            Encoding::Utf16Le => Self::Utf16(u16::from_le_bytes, Vec::new()),
            Encoding::Utf16Be => Self::Utf16(u16::from_be_bytes, Vec::new()),
            Encoding::Windows1252 => Self::Single(western::western),
            Encoding::Tcvn3 => Self::Single(tcvn3::letter),
            Encoding::Windows1258 => {
                Self::Pairs { letter: western::vietnamese, joined: western::with_tone, waiting: None }
            }
            Encoding::Vni => Self::Pairs { letter: vni::letter, joined: vni::joined, waiting: None },
        }
    }

    /// Adds the letters of a block to `text`. `last` tells that no block follows.
    pub(super) fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) {
        match self {
            Self::Utf8(waiting) => *waiting = utf8(&joined_to(waiting, bytes), last, text),
            Self::Utf16(unit, waiting) => *waiting = utf16(&joined_to(waiting, bytes), *unit, last, text),
            Self::Single(letter) => text.extend(bytes.iter().map(|byte| letter(*byte))),
            Self::Pairs { letter, joined, waiting } => {
                for byte in bytes {
                    match waiting.take() {
                        Some(base) => {
                            if let Some(whole) = joined(base, *byte) {
                                text.push(whole);
                            } else {
                                text.push(base);
                                *waiting = Some(letter(*byte));
                            }
                        }
                        None => *waiting = Some(letter(*byte)),
                    }
                }
                if last {
                    text.extend(waiting.take());
                }
            }
        }
    }
}

/// A block behind what the last one left.
fn joined_to<'bytes>(waiting: &[u8], block: &'bytes [u8]) -> Cow<'bytes, [u8]> {
    if waiting.is_empty() { Cow::Borrowed(block) } else { Cow::Owned([waiting, block].concat()) }
}

/// Adds letters of UTF-8, and gives the bytes that may begin one more.
fn utf8(bytes: &[u8], last: bool, text: &mut String) -> Vec<u8> {
    // All before the last letter, which may be cut, at one go: nearly every block is well.
    let sure = bytes.iter().rposition(|byte| byte & 0xc0 != 0x80).unwrap_or(0);
    let well = simdutf8::basic::from_utf8(&bytes[..sure]).unwrap_or_default();
    text.push_str(well);
    let mut at = well.len();
    for chunk in bytes[at..].utf8_chunks() {
        text.push_str(chunk.valid());
        at += chunk.valid().len() + chunk.invalid().len();
        let is_begun = || std::str::from_utf8(chunk.invalid()).is_err_and(|error| error.error_len().is_none());
        if at == bytes.len() && !last && is_begun() {
            return chunk.invalid().to_vec();
        }
        if !chunk.invalid().is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    Vec::new()
}

/// The same of UTF-16.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16, last: bool, text: &mut String) -> Vec<u8> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let is_begun = pairs.last().is_some_and(|pair| matches!(unit(*pair), 0xd800..0xdc00));
    let whole = pairs.len() - usize::from(is_begun && !last);
    let units = pairs[..whole].iter().map(|pair| unit(*pair));
    text.extend(char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)));
    // Half a letter and half a half are one damage.
    if last && !rest.is_empty() && !is_begun {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    if last { Vec::new() } else { bytes[2 * whole..].to_vec() }
}

/// The whole of some bytes as composed text.
pub(super) fn read(bytes: &[u8], encoding: Encoding) -> String {
    let mut text = String::new();
    Letters::new(encoding).decode(bytes, true, &mut text);
    compose(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::encodings::decode;

    #[test]
    fn blocks_may_cut_a_letter_from_its_mark() {
        for (encoding, bytes) in [
            (Encoding::Vni, &b"So\xe1 ho\xf9a ho\xe0 s\xf4"[..]),
            (Encoding::Windows1258, b"S\xf4\xec ho\xeca h\xf4\xcc s\xf5"),
            (Encoding::Tcvn3, b"S\xe8 h\xe3a h\xe5 s\xac"),
        ] {
            for at in 0..bytes.len() {
                let (mut letters, mut text) = (Letters::new(encoding), String::new());
                letters.decode(&bytes[..at], false, &mut text);
                letters.decode(&bytes[at..], true, &mut text);
                assert_eq!(text, "Số hóa hồ sơ");
            }
        }
    }

    #[test]
    fn what_is_no_letter_is_marked_as_damage() {
        assert_eq!(decode(Encoding::Utf16Le, b"S\0T\0\x3d\xd8A\0B"), "ST\u{fffd}A\u{fffd}"); // half a pair, half a unit
        assert_eq!(decode(Encoding::Utf8, b"h\xe1\xbb"), "h\u{fffd}");
        assert_eq!(decode(Encoding::Windows1258, b"\x8a\xec"), "\u{fffd}\u{301}"); // a tone without its vowel
        assert_eq!(decode(Encoding::Tcvn3, b"\x93S\xe8\x94\xa0\x80"), "“Số”\u{a0}\u{fffd}");
    }
}

// The laws want proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn letters_are_those_the_standard_gives_however_blocks_cut(
            bytes in prop::collection::vec(prop::sample::select(b"a\0\xe1\xbb\x91\xf0\x9f\x98\xd8\xdc\xff\xc0\xed\xa0".to_vec()), 0..12),
            at in 0..12_usize,
        ) {
            let at = at.min(bytes.len());
            for (encoding, standard) in [
                (Encoding::Utf8, encoding_rs::UTF_8),
                (Encoding::Utf16Le, encoding_rs::UTF_16LE),
                (Encoding::Utf16Be, encoding_rs::UTF_16BE),
            ] {
                let (mut letters, mut text) = (Letters::new(encoding), String::new());
                letters.decode(&bytes[..at], false, &mut text);
                letters.decode(&bytes[at..], true, &mut text);
                prop_assert_eq!(&text, &standard.decode_without_bom_handling(&bytes).0);
            }
        }
    }
}
