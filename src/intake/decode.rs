//! Bytes to letters, block by block, and the choice between the encodings from before Unicode.

use encoding_rs::CoderResult;
use encoding_rs::Decoder;
use encoding_rs::UTF_8;
use encoding_rs::UTF_16BE;
use encoding_rs::UTF_16LE;
use encoding_rs::WINDOWS_1252;
use encoding_rs::WINDOWS_1258;
use unicode_normalization::UnicodeNormalization;

use super::encodings::tcvn3;
use super::encodings::vni;
use super::sniff::Encoding;

/// Decodes one file; remembers what a block cut in two.
pub(super) enum Letters {
    /// An encoding that a library knows.
    Library(Decoder),
    /// One byte a letter.
    Tcvn3,
    /// Marks follow their base, perhaps in the next block.
    Vni {
        /// The base whose mark may follow.
        waiting: Option<char>,
    },
}

impl Letters {
    pub(super) fn new(encoding: Encoding) -> Self {
        let library = match encoding {
            Encoding::Tcvn3 => return Self::Tcvn3,
            Encoding::Vni => return Self::Vni { waiting: None },
            Encoding::Utf8 => UTF_8,
            Encoding::Utf16Le => UTF_16LE,
            Encoding::Utf16Be => UTF_16BE,
            Encoding::Windows1258 => WINDOWS_1258,
            Encoding::Windows1252 => WINDOWS_1252,
        };
        Self::Library(library.new_decoder_without_bom_handling())
    }

    /// Adds the letters of a block to `text`. `last` tells that no block follows.
    pub(super) fn decode(&mut self, mut bytes: &[u8], last: bool, text: &mut String) {
        match self {
            Self::Library(decoder) => loop {
                text.reserve(decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len()));
                let (result, read, _) = decoder.decode_to_string(bytes, text, last);
                bytes = &bytes[read..];
                if result == CoderResult::InputEmpty {
                    return;
                }
            },
            Self::Tcvn3 => text.extend(bytes.iter().map(|byte| tcvn3::letter(*byte))),
            Self::Vni { waiting } => {
                for byte in bytes {
                    match waiting.take() {
                        Some(base) => {
                            if let Some(letter) = vni::joined(base, *byte) {
                                text.push(letter);
                            } else {
                                text.push(base);
                                *waiting = Some(vni::letter(*byte));
                            }
                        }
                        None => *waiting = Some(vni::letter(*byte)),
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
fn read(bytes: &[u8], encoding: Encoding) -> String {
    let mut text = String::new();
    Letters::new(encoding).decode(bytes, true, &mut text);
    text.nfc().collect()
}

/// The encoding from before Unicode under which the bytes say most of what tables of the field say; `None` when none
/// makes sense of them.
pub(super) fn legacy(head: &[u8]) -> Option<Encoding> {
    let candidates = [Encoding::Windows1258, Encoding::Tcvn3, Encoding::Vni, Encoding::Windows1252];
    let scored = candidates.map(|encoding| (sense(&read(head, encoding)), encoding));
    scored
        .into_iter()
        .rev()
        .max_by_key(|(sense, _)| *sense)
        .filter(|(sense, _)| *sense > 0)
        .map(|(_, encoding)| encoding)
}

/// Words that tables and letters of the field are made of.
const KNOWN: [&str; 44] = [
    "đơn",
    "vị",
    "số",
    "hóa",
    "hoá",
    "hồ",
    "sơ",
    "huyện",
    "tỷ",
    "tỉ",
    "lệ",
    "ghi",
    "chú",
    "tên",
    "xã",
    "phường",
    "thị",
    "trấn",
    "thành",
    "phố",
    "tỉnh",
    "chứng",
    "thực",
    "điện",
    "tử",
    "bản",
    "kết",
    "quả",
    "tổng",
    "cộng",
    "sở",
    "ủy",
    "uỷ",
    "nhân",
    "dân",
    "lào",
    "bảo",
    "yên",
    "mường",
    "thấp",
    "quá",
    "tiếp",
    "nhận",
    "giải",
];

/// How much Vietnamese a text holds: known words count for much, other words with marks a little, and every word that
/// cannot be Vietnamese counts against it.
fn sense(text: &str) -> i64 {
    let mut sense = 0;
    let lower = text.to_lowercase();
    for word in lower.split(|letter: char| letter.is_ascii() && !letter.is_ascii_alphabetic()) {
        if word.is_ascii() {
            continue;
        }
        sense += if KNOWN.contains(&word) {
            10
        } else if is_syllable(word) {
            1
        } else {
            -3
        };
    }
    sense
}

/// Whether a word can be a Vietnamese syllable: consonants, vowels, consonants, with one tone at the most.
fn is_syllable(word: &str) -> bool {
    let (mut tones, mut parts) = (0, Vec::new());
    for letter in word.nfd() {
        match letter {
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => tones += 1,
            '\u{302}' | '\u{306}' | '\u{31b}' => {}
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' => parts.push(true),
            'đ' | 'b'..='d' | 'g' | 'h' | 'k'..='n' | 'p'..='t' | 'v' | 'x' => parts.push(false),
            _ => return false,
        }
    }
    parts.dedup();
    let vowels = parts.iter().filter(|vowel| **vowel).count();
    tones <= 1 && vowels == 1 && word.chars().count() <= 7
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table of the field in TCVN3, whose letters are the small ones and seven capitals.
    fn tcvn3_bytes(text: &str) -> Vec<u8> {
        let byte = |wanted: char| (0..=u8::MAX).find(|byte| tcvn3::letter(*byte) == wanted).expect("a letter of TCVN3");
        text.chars().map(byte).collect()
    }

    #[test]
    fn the_encoding_is_the_one_that_makes_sense() {
        let text = "Tên đơn vị;Tỷ lệ số hóa hồ sơ\nUBND huyện Bảo Yên;72,3%\n";
        // Made by hand after the table of windows-1258: tones are bytes of their own behind the vowel.
        let windows_1258 = b"T\xean \xf0\xf5n vi\xf2;Ty\xd2 l\xea\xf2 s\xf4\xec ho\xeca h\xf4\xcc s\xf5\nUBND huy\xea\xf2n Ba\xd2o Y\xean;72,3%\n";
        assert_eq!(read(windows_1258, Encoding::Windows1258), text);
        assert_eq!(legacy(windows_1258), Some(Encoding::Windows1258));
        assert_eq!(legacy(&tcvn3_bytes(text)), Some(Encoding::Tcvn3));
        let vni = b"Te\xe2n \xf1\xf4n v\xf2;Ty\xfb le\xe4 so\xe1 ho\xf9a ho\xe0 s\xf4\nUBND huye\xe4n Ba\xfbo Ye\xe2n;72,3%\n";
        assert_eq!(read(vni, Encoding::Vni), text);
        assert_eq!(legacy(vni), Some(Encoding::Vni));
        assert_eq!(legacy(b"D\xe9bit;Cr\xe9dit;Fran\xe7ais\n\x80\xff\xfe"), None);
    }

    #[test]
    fn short_examples_of_the_field_are_told_apart() {
        for (bytes, encoding, text) in [
            (&b"\x53\xf4\xec h\xf3a"[..], Encoding::Windows1258, "Số hóa"),
            (b"Ty\xd2 l\xea\xf2", Encoding::Windows1258, "Tỷ lệ"),
            (b"\xd0\xf5n vi\xf2", Encoding::Windows1258, "Đơn vị"),
            (b"\xa7\xacn v\xde", Encoding::Tcvn3, "Đơn vị"),
            (b"\xd1\xf4n v\xf2", Encoding::Vni, "Đơn vị"),
        ] {
            assert_eq!((legacy(bytes), read(bytes, encoding).as_str()), (Some(encoding), text));
        }
    }

    #[test]
    fn blocks_may_cut_a_letter_from_its_mark() {
        let bytes = b"So\xe1 ho\xf9a ho\xe0 s\xf4";
        for at in 0..bytes.len() {
            let (mut letters, mut text) = (Letters::new(Encoding::Vni), String::new());
            letters.decode(&bytes[..at], false, &mut text);
            letters.decode(&bytes[at..], true, &mut text);
            assert_eq!(text, "Số hóa hồ sơ");
        }
    }

    #[test]
    fn syllables_are_told_from_rubbish() {
        for (word, syllable) in [
            ("nghiêng", true),
            ("hóa", true),
            ("haa", true),
            ("hãå", false),
            ("đơn", true),
            ("s¬", false),
            ("lòé", false),
        ] {
            assert_eq!(is_syllable(word), syllable, "{word}");
        }
    }
}
