//! VNI-Windows: a base letter and, behind it, a byte for its marks. A few letters have a byte of their own.

use super::western::western;
use crate::text::capital_letter;
use crate::text::small_letter;

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
    // Quotes, dashes, the no-break space and signs look as in windows-1252; the letters all lie above.
    if matches!(byte, 0..=0x7f | 0x85 | 0x91..=0x97 | 0xa0 | 0xa7 | 0xab | 0xb0 | 0xbb) {
        return western(byte);
    }
    small(byte).or_else(|| small(byte.checked_add(CASE)?).map(capital)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The letter that a base letter becomes with the byte behind it; `None` when that byte is no mark of the base.
pub(in crate::intake) fn joined(base: char, byte: u8) -> Option<char> {
    if byte.is_ascii() {
        return None;
    }
    let is_capital = small_letter(base) != base;
    let base: char = small_letter(base);
    let (_, forms, marks) = PAIRS.iter().find(|(own, _, _)| *own == base)?;
    // A capital is followed by a capital mark, yet some typists mix them.
    let mark = marks.iter().position(|mark| *mark == byte || *mark == byte.saturating_add(CASE))?;
    let form = forms.chars().nth(mark)?;
    Some(if is_capital { capital(form) } else { form })
}

fn capital(letter: char) -> char {
    capital_letter(letter)
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use crate::intake::encodings::decode;
    use crate::intake::encodings::letters;
    use crate::intake::sniff::Encoding;

    #[test]
    fn words_of_the_field_are_read() {
        // As windows-1252 shows them: «Soá hoùa hoà sô», «UBND huyeän Baûo Yeân», «Ñôn vò», «Tyû leä».
        assert_eq!(decode(Encoding::Vni, b"So\xe1 ho\xf9a ho\xe0 s\xf4"), "Số hóa hồ sơ");
        assert_eq!(decode(Encoding::Vni, b"UBND huye\xe4n Ba\xfbo Ye\xe2n"), "UBND huyện Bảo Yên");
        assert_eq!(decode(Encoding::Vni, b"\xd1\xf4n v\xf2"), "Đơn vị");
        assert_eq!(decode(Encoding::Vni, b"Ty\xfb le\xe4"), "Tỷ lệ");
        assert_eq!(decode(Encoding::Vni, b"SO\xc1 HO\xd9A"), "SỐ HÓA");
    }

    /// The published rule: the letter without its marks, then the byte of its marks. Marks of the vowel and of the tone are
    /// one byte; the horn of ơ and ư and all marks of i belong to the letter.
    fn bytes(letter: char) -> Vec<u8> {
        let capital = letter.is_uppercase();
        let small: char = letter.to_lowercase().next().unwrap();
        let own =
            |text: &str, bytes: &[u8], wanted: &str| text.split(' ').position(|one| one == wanted).map(|at| bytes[at]);
        let parts: Vec<char> = small.nfd().collect();
        let (base, marks) = match parts.as_slice() {
            ['i', ..] | ['y', '\u{323}'] | ['đ'] => (small.to_string(), String::new()),
            [base, '\u{31b}', marks @ ..] | [base, marks @ .., '\u{31b}'] => {
                (format!("{base}\u{31b}").nfc().collect(), marks.iter().collect())
            }
            [base, marks @ ..] => (base.to_string(), marks.iter().collect::<String>()),
            [] => unreachable!("a letter has parts"),
        };
        let base = own("đ ơ ư í ì ỉ ĩ ị ỵ", b"\xf1\xf4\xf6\xed\xec\xe6\xf3\xf2\xee", &base)
            .unwrap_or_else(|| u8::try_from(base.chars().next().unwrap()).unwrap());
        // Acute, grave, hook, tilde, dot; circumflex alone and with each; breve alone and with each.
        let mut marks: Vec<char> = marks.chars().collect();
        marks.sort_by_key(|mark| !matches!(mark, '\u{302}' | '\u{306}'));
        let names: String = marks
            .into_iter()
            .map(|mark| {
                ["'", "`", "?", "~", ".", "^", "("]
                    ["\u{301}\u{300}\u{309}\u{303}\u{323}\u{302}\u{306}".chars().position(|own| own == mark).unwrap()]
            })
            .collect();
        let mark = own(
            "' ` ? ~ . ^ ^' ^` ^? ^~ ^. ( (' (` (? (~ (.",
            b"\xf9\xf8\xfb\xf5\xef\xe2\xe1\xe0\xe5\xe3\xe4\xea\xe9\xe8\xfa\xfc\xeb",
            &names,
        );
        let shift = if capital { 0x20 } else { 0 };
        [Some(base - shift), mark.map(|mark| mark - shift)].into_iter().flatten().collect()
    }

    #[test]
    fn every_letter_makes_the_round_trip() {
        for letter in letters() {
            assert_eq!(decode(Encoding::Vni, &bytes(letter)), letter.to_string(), "{:x?}", bytes(letter));
        }
    }
}
