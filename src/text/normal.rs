//! One way to write what looks the same.

use std::borrow::Cow;

use super::composed;

/// The text of a cell as it should have been typed: composed letters (NFC), the Vietnamese Đ for its look-alikes, plain
/// spaces, no invisible characters, no space at either end, runs of spaces and line breaks as one space.
///
/// Words, capitals and tone placement stay as printed: what an office wrote is quoted, not corrected.
#[must_use]
pub fn tidy(text: &str) -> Cow<'_, str> {
    if is_tidy(text) {
        return Cow::Borrowed(text);
    }
    let mut tidied = String::with_capacity(text.len());
    let mut take = |character: char| {
        if !(character.is_whitespace() || character.is_control()) {
            tidied.push(character);
        } else if !tidied.is_empty() && !tidied.ends_with(' ') {
            tidied.push(' ');
        }
    };
    // Mostly a space alone is one too many.
    if text.chars().all(is_composed) {
        text.chars().filter_map(meant).for_each(&mut take);
    } else {
        // Letters are composed last: what is left out may stand between a letter and its mark.
        composed(text.chars().filter_map(meant)).chars().for_each(&mut take);
    }
    tidied.truncate(tidied.trim_end().len());
    Cow::Owned(tidied)
}

/// The same text in composed letters (NFC).
#[must_use]
pub fn compose(text: String) -> String {
    if text.chars().all(is_composed) { text } else { composed(text.chars()) }
}

/// Whether a character is composed and joins nothing before it: so are all before the marks, and those of Vietnamese.
fn is_composed(character: char) -> bool {
    matches!(character, '\0'..='\u{2ff}' | 'Ạ'..='ỹ')
}

/// The character that was meant; `None` where none was.
fn meant(character: char) -> Option<char> {
    match character {
        'Ð' | 'Ɖ' => Some('Đ'),
        'ð' | 'ɖ' => Some('đ'),
        // Soft hyphen, zero-width characters, direction marks, byte order mark: nobody typed them on purpose.
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => None,
        '\u{ff01}'..='\u{ff5e}' => Some(full_width(character)),
        other => Some(other),
    }
}

/// Whether nothing would change; most cells of most exports are so, and cost no copy.
fn is_tidy(text: &str) -> bool {
    let mut last = ' ';
    for character in text.chars() {
        let stands = match character {
            ' ' => last != ' ',
            // Letters of Vietnamese and its neighbours, composed as they should be.
            'Ð' | 'ð' | 'Ɖ' | 'ɖ' => return false,
            '!'..='~' | 'À'..='ʯ' | 'Ạ'..='ỹ' => true,
            _ => return is_tidy_anyhow(text),
        };
        if !stands {
            return false;
        }
        last = character;
    }
    text.is_empty() || last != ' '
}

/// The same for texts of any characters.
fn is_tidy_anyhow(text: &str) -> bool {
    let plain = |character: char| {
        !matches!(character, 'Ð' | 'ð' | 'Ɖ' | 'ɖ' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ff01}'..='\u{ff5e}')
            && (character == ' ' || !(character.is_whitespace() || character.is_control()))
    };
    !text.starts_with(' ')
        && !text.ends_with(' ')
        && !text.contains("  ")
        && text.chars().all(plain)
        && composed(text.chars()) == text
}

/// The ASCII character that a full-width one of East Asian keyboards stands for: `５` is `5`.
fn full_width(character: char) -> char {
    char::from_u32(u32::from(character) - 0xff01 + 0x21).unwrap_or(character)
}

// The laws want proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    proptest! {
        #[test]
        fn plain_texts_are_judged_as_any_text_is(text in "[ a-cÀ-ỹ]{0,10}|[ aĐÐđðƉɖạ\u{300}\u{a0}\t]{0,8}") {
            prop_assert_eq!(is_tidy(&text), is_tidy_anyhow(&text));
        }

        /// Of letters: `<`, `=` and `>` have signs of their own with a stroke through them, which stay in two.
        #[test]
        fn texts_are_composed_as_unicode_says(text in "[ -;?-~À-\u{36f}Ạ-ỹ]{0,12}|[aeơưÂÊạ\u{2fe}-\u{323}\u{1e9e}-\u{1ea1}\u{1ef8}-\u{1eff}]{0,8}") {
            prop_assert_eq!(compose(text.clone()), text.nfc().collect::<String>());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_becomes_the_same() {
        for (written, tidied) in [
            ("ho\u{301}a", "hóa"),
            ("Ty\u{309} lê\u{323}", "Tỷ lệ"), // the hybrid form of windows-1258: ê, then the dot below
            ("Ðơn vị", "Đơn vị"),             // U+00D0, Icelandic
            ("Bắc\u{a0}Hà", "Bắc Hà"),
            ("Sa\u{200b}Pa", "SaPa"),
            ("  UBND huyện\r\n  Bảo Yên \t", "UBND huyện Bảo Yên"),
            ("７２,３％", "72,3%"),
            ("\u{feff}STT", "STT"),
            ("ho\u{200b}\u{301}a", "hóa"), // the mark joins its letter once nothing stands between
            ("Ð\u{302}", "Đ\u{302}"),
            ("", ""),
            ("Thủy, Thuỷ", "Thủy, Thuỷ"), // both spellings of the tone stay as printed
        ] {
            assert_eq!(tidy(written), tidied, "{written:?}");
        }
    }

    #[test]
    fn tidy_text_is_not_copied() {
        assert!(matches!(tidy("UBND huyện Bảo Yên"), Cow::Borrowed(_)));
    }
}
