//! Capitals and small letters, of Latin, Greek and Cyrillic alone: the library's tables of every script weigh 8 kB in the
//! page by brotli. Letters of other scripts stay as they are written.

/// The pair a letter belongs to, the capital first; `None` for what has no pair.
fn pair(letter: char) -> Option<(char, char)> {
    let code = u32::from(letter);
    // What the small letter is ahead of its capital, and which of the two stands here.
    let (ahead, is_capital) = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ω' | 'А'..='Я' => (0x20, true),
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' | 'α'..='ρ' | 'σ'..='ω' | 'а'..='я' => (0x20, false),
        'Ѐ'..='Џ' => (0x50, true),
        'ѐ'..='џ' => (0x50, false),
        'Ÿ' | 'ÿ' => return Some(('Ÿ', 'ÿ')),
        'Ɖ' | 'ɖ' => return Some(('Ɖ', 'ɖ')),
        // Pairs side by side, the capital in the even place or in the odd one.
        'İ' | 'ı' => return None,
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ơ' | 'ơ' | 'Ǟ'..='ǯ' | 'Ǵ' | 'ǵ' | 'Ǹ'..='ȟ' | 'Ȣ'..='ȳ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ' => {
            (1, code.is_multiple_of(2))
        }
        'Ĺ'..='ň' | 'Ź'..='ž' | 'Ư' | 'ư' | 'Ǎ'..='ǜ' => (1, !code.is_multiple_of(2)),
        _ => return None,
    };
    let other = |code: u32| char::from_u32(code).unwrap_or(letter);
    Some(if is_capital { (letter, other(code + ahead)) } else { (other(code - ahead), letter) })
}

/// The small letter of a letter. That of İ has no dot to lose.
#[must_use]
pub fn small_letter(letter: char) -> char {
    if letter == 'İ' { 'i' } else { pair(letter).map_or(letter, |(_, small)| small) }
}

/// The capital of a letter.
#[must_use]
pub fn capital_letter(letter: char) -> char {
    pair(letter).map_or(letter, |(capital, _)| capital)
}

/// A text in small letters.
#[must_use]
pub fn small(text: &str) -> String {
    text.chars().map(small_letter).collect()
}

/// A text in capitals.
#[must_use]
pub fn capitals(text: &str) -> String {
    text.chars().map(capital_letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::decomposed;

    #[test]
    fn letters_have_the_cases_of_unicode() {
        // One letter that becomes two, the long s, the titlecase pairs and letters of phonetics have no pair here.
        let left = |letter: &char| {
            matches!(letter, 'İ' | 'ı' | 'ŉ' | 'ß' | 'ſ' | 'ẞ' | 'ǰ' | 'µ' | 'ƀ'..='Ɵ' | 'Ƣ'..='Ʈ' | 'Ʊ'..='ǌ' | 'ǝ' | 'ǰ'..='ǳ' | 'Ƕ' | 'Ƿ')
                || matches!(letter, 'Ƞ' | 'ȡ' | 'ȴ'..='ɏ' | 'ẖ'..='ẟ')
        };
        let latin = ('\0'..='ɏ').chain('Ḁ'..='ỿ');
        let others = ('Α'..='Ρ').chain('Σ'..='Ω').chain('α'..='ρ').chain('σ'..='ω').chain('Ѐ'..='џ').chain(['Ɖ', 'ɖ']);
        for letter in latin.filter(|letter| !left(letter)).chain(others) {
            assert_eq!(small_letter(letter).to_string(), letter.to_lowercase().to_string(), "{letter}");
            assert_eq!(capital_letter(letter).to_string(), letter.to_uppercase().to_string(), "{letter}");
        }
    }

    #[test]
    fn what_is_small_has_small_parts() {
        for letter in ('\0'..='ɏ').chain('Ḁ'..='ỿ') {
            let parts = decomposed(&small_letter(letter).to_string());
            assert_eq!(small(&parts), parts, "{letter}");
        }
    }

    #[test]
    fn texts_change_letter_by_letter() {
        assert_eq!(small("UBND HUYỆN MƯỜNG KHƯƠNG, ĐẶNG Ỷ"), "ubnd huyện mường khương, đặng ỷ");
        assert_eq!(capitals("Kết quả “số hóa” đợt 1"), "KẾT QUẢ “SỐ HÓA” ĐỢT 1");
        assert_eq!((small("한 ÷ ×"), capitals("ß ÷ ×")), ("한 ÷ ×".to_owned(), "ß ÷ ×".to_owned()));
    }
}
