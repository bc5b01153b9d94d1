//! TCVN3, the encoding of the ABC fonts (.VnTime): one byte a letter. Capital letters with tones have no byte of their
//! own: the capital fonts (.VnTimeH) draw them from the bytes of the small ones, so that their case is lost in the file.

use std::sync::LazyLock;

use super::western::western;

/// The letters of the bytes from 0xA1 to 0xFE; a space where the font has none.
const LETTERS: &str = concat!(
    "ĂÂÊÔƠƯĐăâêôơưđ",   // A1–AE
    "      àảãáạ",      // AF–B9
    " ằẳẵắ",            // BA–BE
    "       ặầẩẫấậè",   // BF–CC
    " ẻẽéẹềểễếệìỉ",     // CD–D8
    "   ĩíịò",          // D9–DF
    " ỏõóọồổỗốộờởỡớợù", // E0–EF
    " ủũúụừửữứựỳỷỹýỵ"   // F0–FE
);

/// The letters by their byte, since every byte of a file is looked up.
static BY_BYTE: LazyLock<Vec<char>> = LazyLock::new(|| LETTERS.chars().collect());

/// The character of a byte.
pub(in crate::intake) fn letter(byte: u8) -> char {
    let listed = usize::from(byte).checked_sub(0xa1).and_then(|at| BY_BYTE.get(at).copied());
    match listed {
        // Quotes, dashes and the no-break space that word processors put in; the fonts draw them as windows-1252 does.
        None if matches!(byte, 0x85 | 0x91..=0x97 | 0xa0) => western(byte),
        Some(' ') | None if byte >= 0x80 => char::REPLACEMENT_CHARACTER,
        Some(letter) => letter,
        None => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::encodings::letters;

    fn decode(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| letter(*byte)).collect()
    }

    #[test]
    fn words_of_the_field_are_read() {
        // As windows-1252 shows them: «Sè hãa hå s¬», «§¬n vÞ», «M­êng Kh­¬ng», «Tû lÖ».
        assert_eq!(decode(b"S\xe8 h\xe3a h\xe5 s\xac"), "Số hóa hồ sơ");
        assert_eq!(decode(b"\xa7\xacn v\xde"), "Đơn vị");
        assert_eq!(decode(b"M\xad\xeang Kh\xad\xacng"), "Mường Khương");
        assert_eq!(decode(b"T\xfb l\xd6"), "Tỷ lệ");
    }

    /// The bytes of TCVN 5712, of which the fonts use the part from 0xA1 on, as a converter that others maintain writes
    /// them: `iconv -t TCVN`, of the small letters in the order of [`letters`] and of the seven capitals.
    const STANDARD: &[u8] = b"\xb5\xb8\xb6\xb7\xb9\xa8\xbb\xbe\xbc\xbd\xc6\xa9\xc7\xca\xc8\xc9\xcb\xae\xcc\xd0\xce\xcf\xd1\xaa\xd2\xd5\xd3\xd4\xd6\xd7\xdd\xd8\xdc\xde\xdf\xe3\xe1\xe2\xe4\xab\xe5\xe8\xe6\xe7\xe9\xac\xea\xed\xeb\xec\xee\xef\xf3\xf1\xf2\xf4\xad\xf5\xf8\xf6\xf7\xf9\xfa\xfd\xfb\xfc\xfe\xa1\xa2\xa3\xa4\xa5\xa6\xa7";

    #[test]
    fn every_small_letter_and_seven_capitals_make_the_round_trip() {
        let small = || letters().into_iter().take(67);
        let order: String = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂÊÔƠƯĐ".into();
        assert!(order.chars().take(67).all(|letter| small().any(|own| own == letter)));
        assert_eq!(decode(STANDARD), order);
        // No other byte is a letter: capitals with tones have none.
        for byte in 0x80..=0xff {
            assert_eq!(letter(byte).is_alphabetic(), STANDARD.contains(&byte), "{byte:x}");
        }
    }
}
