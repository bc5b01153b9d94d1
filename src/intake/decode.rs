//! Bytes to letters, block by block.

use encoding_rs::CoderResult;
use encoding_rs::Decoder;
use encoding_rs::UTF_8;
use encoding_rs::UTF_16BE;
use encoding_rs::UTF_16LE;

use super::Encoding;
use super::encodings::tcvn3;
use super::encodings::vni;
use super::encodings::western;
use crate::text::compose;

/// Decodes one file; remembers what a block cut in two.
pub(super) enum Letters {
    /// An encoding of Unicode.
    Unicode(Decoder),
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
        let unicode = match encoding {
            Encoding::Windows1252 => return Self::Single(western::western),
            Encoding::Tcvn3 => return Self::Single(tcvn3::letter),
            Encoding::Windows1258 => {
                return Self::Pairs { letter: western::vietnamese, joined: western::with_tone, waiting: None };
            }
            Encoding::Vni => return Self::Pairs { letter: vni::letter, joined: vni::joined, waiting: None },
            Encoding::Utf8 => UTF_8,
            Encoding::Utf16Le => UTF_16LE,
            Encoding::Utf16Be => UTF_16BE,
        };
        Self::Unicode(unicode.new_decoder_without_bom_handling())
    }

    /// Adds the letters of a block to `text`. `last` tells that no block follows.
    pub(super) fn decode(&mut self, mut bytes: &[u8], last: bool, text: &mut String) {
        match self {
            Self::Unicode(decoder) => loop {
                text.reserve(decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len()));
                let (result, read, _) = decoder.decode_to_string(bytes, text, last);
                bytes = &bytes[read..];
                if result == CoderResult::InputEmpty {
                    return;
                }
            },
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
