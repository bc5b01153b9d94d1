//! Dictionary order of Vietnamese names, after the rules of CLDR for `vi`: đ after d, ă and â after a, tones last.

use super::decomposed;
use super::small;
use super::tidy;

/// A key whose order is the dictionary's: letters first, tones only between equal letters, then the text itself.
///
/// ICU's own collation data weighs half a megabyte; these two alphabets are all a list of units needs.
#[must_use]
pub fn collation_key(text: &str) -> (Vec<u32>, Vec<u8>, String) {
    let text = tidy(text);
    let (mut letters, mut tones) = (Vec::new(), Vec::new());
    for character in decomposed(&small(&text)).chars() {
        match character {
            '\u{300}' | '\u{309}' | '\u{303}' | '\u{301}' | '\u{323}' => {
                if let Some(last) = tones.last_mut() {
                    *last = tone(character);
                }
            }
            '\u{302}' | '\u{306}' | '\u{31b}' => {
                if let Some(last) = letters.last_mut() {
                    *last += shape(character);
                }
            }
            other => {
                letters.push(letter(other));
                tones.push(0);
            }
        }
    }
    (letters, tones, text.into_owned())
}

/// Letters are spaced so that ă, â, đ, ê, ô, ơ, ư fit behind the letter they are made from.
fn letter(character: char) -> u32 {
    match character {
        'đ' => u32::from('d') * 4 + 1,
        other => u32::from(other) * 4,
    }
}

/// How far a mark that makes a letter of its own moves it: a < ă < â, o < ô < ơ, e < ê, u < ư.
fn shape(mark: char) -> u32 {
    match mark {
        '\u{306}' => 1,
        '\u{302}' => 2,
        _ => 3,
    }
}

/// CLDR's order of tones: none, huyền, hỏi, ngã, sắc, nặng.
fn tone(mark: char) -> u8 {
    match mark {
        '\u{300}' => 1,
        '\u{309}' => 2,
        '\u{303}' => 3,
        '\u{301}' => 4,
        _ => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_in_dictionary_order() {
        for ordered in [
            "Bảo Thắng|Bảo Yên|Bát Xát|Bắc Hà|Lào Cai|Mường Khương|Sa Pa|Si Ma Cai|Văn Bàn",
            "da|dạ|di|đa|Đá|đi",
            "ma|mà|mả|mã|má|mạ|mă|mặ|mâ",
            "o|ò|ô|ồ|ơ|ờ|u|ư",
        ] {
            let expected: Vec<&str> = ordered.split('|').collect();
            let mut sorted = expected.clone();
            sorted.reverse();
            sorted.sort_by_key(|name| collation_key(name));
            assert_eq!(sorted, expected);
        }
    }
}
