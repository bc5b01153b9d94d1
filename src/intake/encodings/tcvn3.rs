//! TCVN3, the encoding of the ABC fonts (.VnTime): one byte a letter. Capital letters with tones have no byte of their
//! own: the capital fonts (.VnTimeH) draw them from the bytes of the small ones, so that their case is lost in the file.

use std::sync::LazyLock;

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

    #[test]
    fn every_letter_has_one_byte_or_shares_the_small_ones() {
        for expected in letters() {
            let bytes: Vec<u8> = (0x80..=0xff).filter(|byte| letter(*byte) == expected).collect();
            let own = expected.is_lowercase() || "ĂÂÊÔƠƯĐ".contains(expected);
            assert_eq!(bytes.len(), usize::from(own), "{expected}");
        }
        assert_eq!(letter(0x80), char::REPLACEMENT_CHARACTER);
        assert_eq!(letter(0xff), char::REPLACEMENT_CHARACTER);
    }
}
