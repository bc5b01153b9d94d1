//! VNI-Windows: a base letter and, behind it, a byte for its marks. A few letters have a byte of their own.

/// A base letter's marked forms, each with the byte that follows the base. Small letters; capitals have the byte that
/// windows-1252 shows as the capital.
const PAIRS: [(char, &str, &[u8]); 7] = [
    ('a', "áàảãạâấầẩẫậăắằẳẵặ", b"\xf9\xf8\xfb\xf5\xef\xe2\xe1\xe0\xe5\xe3\xe4\xea\xe9\xe8\xfa\xfc\xeb"),
    ('e', "éèẻẽẹêếềểễệ", b"\xf9\xf8\xfb\xf5\xef\xe2\xe1\xe0\xe5\xe3\xe4"),
    ('o', "óòỏõọôốồổỗộ", b"\xf9\xf8\xfb\xf5\xef\xe2\xe1\xe0\xe5\xe3\xe4"),
    ('ơ', "ớờởỡợ", b"\xf9\xf8\xfb\xf5\xef"),
    ('u', "úùủũụ", b"\xf9\xf8\xfb\xf5\xef"),
    ('ư', "ứừửữự", b"\xf9\xf8\xfb\xf5\xef"),
    ('y', "ýỳỷỹ", b"\xf9\xf8\xfb\xf5"),
];

/// Letters with a byte of their own.
const SINGLE: [(u8, char); 9] = [
    (0xf1, 'đ'),
    (0xf4, 'ơ'),
    (0xf6, 'ư'),
    (0xed, 'í'),
    (0xec, 'ì'),
    (0xe6, 'ỉ'),
    (0xf3, 'ĩ'),
    (0xf2, 'ị'),
    (0xee, 'ỵ'),
];

/// Capital bytes lie this far below the small ones.
const CASE: u8 = 0x20;

/// The character of a byte that stands alone.
pub(in crate::intake) fn letter(byte: u8) -> char {
    let small = |byte: u8| SINGLE.iter().find(|(own, _)| *own == byte).map(|(_, letter)| *letter);
    if byte < 0x80 {
        return char::from(byte);
    }
    small(byte).or_else(|| small(byte.checked_add(CASE)?).map(capital)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The letter that a base letter becomes with the byte behind it; `None` when that byte is no mark of the base.
pub(in crate::intake) fn joined(base: char, byte: u8) -> Option<char> {
    let is_capital = base.is_uppercase();
    let base: char = base.to_lowercase().next()?;
    let (_, forms, marks) = PAIRS.iter().find(|(own, _, _)| *own == base)?;
    // A capital is followed by a capital mark, yet some typists mix them.
    let mark = marks.iter().position(|mark| *mark == byte || *mark == byte.saturating_add(CASE))?;
    let form = forms.chars().nth(mark)?;
    Some(if is_capital { capital(form) } else { form })
}

fn capital(letter: char) -> char {
    letter.to_uppercase().next().unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::decode::Letters;
    use crate::intake::encodings::letters;
    use crate::intake::sniff::Encoding;

    fn decode(bytes: &[u8]) -> String {
        let mut text = String::new();
        let mut letters = Letters::new(Encoding::Vni);
        letters.decode(bytes, true, &mut text);
        text
    }

    #[test]
    fn words_of_the_field_are_read() {
        // As windows-1252 shows them: «Soá hoùa hoà sô», «UBND huyeän Baûo Yeân», «Ñôn vò», «Tyû leä».
        assert_eq!(decode(b"So\xe1 ho\xf9a ho\xe0 s\xf4"), "Số hóa hồ sơ");
        assert_eq!(decode(b"UBND huye\xe4n Ba\xfbo Ye\xe2n"), "UBND huyện Bảo Yên");
        assert_eq!(decode(b"\xd1\xf4n v\xf2"), "Đơn vị");
        assert_eq!(decode(b"Ty\xfb le\xe4"), "Tỷ lệ");
        assert_eq!(decode(b"SO\xc1 HO\xd9A"), "SỐ HÓA");
    }

    #[test]
    fn every_letter_makes_the_round_trip() {
        for expected in letters() {
            let small: char = expected.to_lowercase().next().unwrap();
            let shift = if expected.is_uppercase() { CASE } else { 0 };
            let single = |letter: char| SINGLE.iter().find(|(_, own)| *own == letter).map(|(byte, _)| byte - shift);
            let pair = || {
                let of = |(base, forms, marks): &(char, &str, &'static [u8])| {
                    Some((*base, forms.chars().position(|form| form == small)?, *marks))
                };
                let (base, at, marks) = PAIRS.iter().find_map(of).unwrap_or_else(|| panic!("{expected} has no bytes"));
                let base = single(base).unwrap_or_else(|| u8::try_from(base).unwrap() - shift);
                vec![base, marks[at] - shift]
            };
            let bytes = single(small).map_or_else(pair, |byte| vec![byte]);
            assert_eq!(decode(&bytes), expected.to_string(), "{bytes:x?}");
        }
    }
}
