//! The two code pages of Windows that a Vietnamese office meets: windows-1252 of the West and windows-1258, which differs
//! from it in eighteen bytes and writes tones as bytes of their own behind the vowel.

use crate::text::composed;

/// What windows-1252 has from 0x80 to 0x9F, where Latin-1 has control characters; a space where it has nothing.
const UPPER: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/// Where windows-1258 differs: capitals and tones, then small letters, then the sign of the đồng.
const VIETNAMESE: [(u8, char); 14] = [
    (0xc3, 'Ă'),
    (0xcc, '\u{300}'),
    (0xd0, 'Đ'),
    (0xd2, '\u{309}'),
    (0xd5, 'Ơ'),
    (0xdd, 'Ư'),
    (0xde, '\u{303}'),
    (0xe3, 'ă'),
    (0xec, '\u{301}'),
    (0xf0, 'đ'),
    (0xf2, '\u{323}'),
    (0xf5, 'ơ'),
    (0xfd, 'ư'),
    (0xfe, '₫'),
];

/// Bytes that mean something in windows-1252 and nothing in windows-1258: Š, Ž, š, ž.
const MISSING: [u8; 4] = [0x8a, 0x8e, 0x9a, 0x9e];

/// The character of a byte in windows-1252; the replacement character for its five empty places.
pub(in crate::intake) fn western(byte: u8) -> char {
    match byte {
        0x80..=0x9f => match UPPER.chars().nth(usize::from(byte - 0x80)) {
            Some(' ') | None => char::REPLACEMENT_CHARACTER,
            Some(own) => own,
        },
        _ => char::from(byte),
    }
}

/// The character of a byte in windows-1258; a tone is a loose mark.
pub(in crate::intake) fn vietnamese(byte: u8) -> char {
    if byte.is_ascii() {
        return char::from(byte);
    }
    if MISSING.contains(&byte) {
        return char::REPLACEMENT_CHARACTER;
    }
    VIETNAMESE.iter().find(|(own, _)| *own == byte).map_or_else(|| western(byte), |(_, letter)| *letter)
}

/// The letter that a base letter becomes with the tone behind it; `None` when the byte is no tone of the base.
pub(in crate::intake) fn with_tone(base: char, byte: u8) -> Option<char> {
    if !matches!(byte, 0xcc | 0xd2 | 0xde | 0xec | 0xf2) {
        return None;
    }
    // The dot below ă, â and ê joins only when the letter is taken apart first.
    let joined = composed([base, vietnamese(byte)].into_iter());
    let mut letters = joined.chars();
    letters.next().filter(|_| letters.next().is_none())
}

/// The byte that windows-1252 shows as this character. The five empty places of the code page pass through programs as
/// control characters of the same number, so those count too.
pub(in crate::intake) fn western_byte(character: char) -> Option<u8> {
    let code = u32::from(character);
    match u8::try_from(code) {
        Ok(byte) => Some(byte),
        Err(_) => UPPER.chars().position(|own| own == character).and_then(|at| u8::try_from(0x80 + at).ok()),
    }
}

/// The byte that windows-1252 or windows-1258 shows as this character.
pub(in crate::intake) fn any_byte(character: char) -> Option<u8> {
    let own = VIETNAMESE.iter().find(|(_, letter)| *letter == character).map(|(byte, _)| *byte);
    own.or_else(|| western_byte(character))
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;
    use crate::intake::encodings::decode;
    use crate::intake::encodings::letters;
    use crate::intake::sniff::Encoding;

    /// The tables of a library that others maintain, byte by byte. It shows a byte that means nothing as a control
    /// character, we as damage.
    #[test]
    fn the_tables_are_those_of_the_standard() {
        for byte in 0x80..=0xff {
            for (table, letter, back) in [
                (encoding_rs::WINDOWS_1252, western as fn(u8) -> char, western_byte as fn(char) -> Option<u8>),
                (encoding_rs::WINDOWS_1258, vietnamese, any_byte),
            ] {
                let (expected, _) = table.decode_without_bom_handling(std::slice::from_ref(&byte));
                let expected = expected.chars().next().unwrap();
                let expected = if expected.is_control() { char::REPLACEMENT_CHARACTER } else { expected };
                assert_eq!(letter(byte), expected, "{byte:x} in {}", table.name());
                assert!(expected == char::REPLACEMENT_CHARACTER || back(expected) == Some(byte), "{byte:x}");
            }
        }
    }

    /// One byte for the letter without its tone, one for the tone: the rule of the code page, from the letter taken apart.
    fn bytes(letter: char) -> Vec<u8> {
        let (tones, base): (Vec<char>, Vec<char>) =
            letter.nfd().partition(|part| matches!(part, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'));
        let base = base.into_iter().nfc().collect::<String>();
        let (bytes, _, lost) = encoding_rs::WINDOWS_1258.encode(&base);
        assert!(!lost && bytes.len() == 1, "{letter}");
        let tone = |tone: char| {
            b"\xcc\xec\xde\xd2\xf2"["\u{300}\u{301}\u{303}\u{309}\u{323}".chars().position(|own| own == tone).unwrap()]
        };
        bytes.iter().copied().chain(tones.into_iter().map(tone)).collect()
    }

    #[test]
    fn every_letter_makes_the_round_trip_in_windows_1258() {
        for letter in letters() {
            assert_eq!(decode(Encoding::Windows1258, &bytes(letter)), letter.to_string(), "{:x?}", bytes(letter));
        }
    }

    /// Eight small letters and their capitals have a byte of their own beside the two of the rule; offices mix both.
    #[test]
    fn both_forms_of_windows_1258_are_the_same_letters() {
        for (one, two, text) in [
            (&b"h\xf3a"[..], &b"ho\xeca"[..], "hóa"),
            (b"L\xe0o", b"La\xcco", "Lào"),
            (b"th\xf9", b"thu\xcc", "thù"),
            (b"\xc0\xc1\xc8\xc9\xcd\xd3\xd9\xda", b"A\xccA\xecE\xccE\xecI\xecO\xecU\xccU\xec", "ÀÁÈÉÍÓÙÚ"),
        ] {
            assert_eq!(
                (decode(Encoding::Windows1258, one), decode(Encoding::Windows1258, two)),
                (text.into(), text.into())
            );
        }
    }

    /// The letters that both the West and Vietnam write.
    #[test]
    fn windows_1252_has_thirty_two_letters_of_ours() {
        let own: String = letters().into_iter().filter(|letter| western_byte(*letter).is_some()).collect();
        assert_eq!(own, "àáãâèéêìíòóõôùúýÀÁÃÂÈÉÊÌÍÒÓÕÔÙÚÝ");
        for letter in own.chars() {
            assert_eq!(decode(Encoding::Windows1252, &[western_byte(letter).unwrap()]), letter.to_string());
        }
    }
}
