//! Mojibake: UTF-8 that a program took for windows-1252 or windows-1258 and saved again, so that `hồ sơ` reads
//! `há»“ sÆ¡`. Each letter beyond ASCII has become two or three; they are put together again, letter by letter, and what
//! was no such group stays as it is.

use super::western::any_byte;
use crate::intake::syllable::is_syllable;
use crate::text::small;

/// How many times a text can have been saved so; more has not been met.
const DEPTH: usize = 3;

/// A text with its letters put together, and whether that was without any doubt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::intake) struct Repaired {
    /// The text.
    pub(in crate::intake) text: String,
    /// Whether some letter was lost, or could only be guessed because its no-break space had become a plain one.
    pub(in crate::intake) doubtful: bool,
}

/// Puts the letters together. `None` when the text holds no such group.
pub(in crate::intake) fn repaired(text: &str) -> Option<Repaired> {
    let mut repaired = once(text, true)?;
    for _ in 1..DEPTH {
        // Saved twice: every group is then whole. A text that is well by now has none, or hardly by accident.
        let Some(again) = once(&repaired.text, false) else { break };
        repaired = Repaired { doubtful: repaired.doubtful || again.doubtful, ..again };
    }
    Some(repaired)
}

/// One round. `guess` allows for spaces that were no-break spaces, and marks groups that lack their end as damaged.
fn once(text: &str, guess: bool) -> Option<Repaired> {
    let letters: Vec<char> = text.chars().collect();
    // Where one letter is in pieces all are, and no letter of its own can stand among them.
    let broken_up = (0..letters.len()).any(|at| {
        group(&letters[at..]).is_some_and(|(whole, length)| whole != 'à' || has_small_neighbour(&letters, at, length))
    });
    // A no-break space ends a word only when another space was put behind it by hand; nobody writes `XÃ` so.
    let ends =
        |at: usize| letters.get(at - 1) == Some(&'\u{a0}') && letters.get(at).is_none_or(|next| !next.is_alphabetic());
    let fits = |whole: char, at: usize, length: usize| {
        whole != 'à' || broken_up || has_small_neighbour(&letters, at, length) || ends(at + length)
    };
    let (mut repaired, mut at, mut found, mut doubtful) = (String::new(), 0, false, false);
    while let Some(&letter) = letters.get(at) {
        let whole = group(&letters[at..]);
        let guessed = whole.is_none();
        let whole = whole.or_else(|| guess.then(|| spaced(&letters, at)).flatten());
        if let Some((whole, length)) = whole.filter(|(whole, length)| fits(*whole, at, *length)) {
            repaired.push(whole);
            at += length;
            found = true;
            doubtful |= guessed;
            if guessed && is_joint(&repaired, &letters[at..]) {
                repaired.push(' ');
            }
        } else if whole.is_some() {
            // `HÃ` was Hà, or is well written among capitals: left as it is, with doubt.
            repaired.push(letter);
            at += 1;
            doubtful = true;
        } else if let Some(length) = guess.then(|| broken(&letters, at)).flatten() {
            repaired.push(char::REPLACEMENT_CHARACTER);
            at += length;
            (found, doubtful) = (true, true);
        } else {
            repaired.push(letter);
            at += 1;
        }
    }
    let well = letters.iter().any(|letter| any_byte(*letter).is_none());
    (found || (doubtful && !well)).then_some(Repaired { text: repaired, doubtful })
}

/// The letter that a group of two, three or four letters was, and the length of the group.
fn group(letters: &[char]) -> Option<(char, usize)> {
    let lead = any_byte(*letters.first()?)?;
    let length = match lead {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let bytes: Vec<u8> = letters.get(..length)?.iter().map_while(|letter| any_byte(*letter)).collect();
    let letter = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    // Control characters from 0x80 on are empty places of the code page, of a text that was saved so twice.
    (bytes.len() == length).then_some((letter, length))
}

/// The letter whose last byte, 0xA0, has become a space or was cut off with the end of the cell: à, Ơ, Ạ, Ỡ.
fn spaced(letters: &[char], at: usize) -> Option<(char, usize)> {
    let rest = &letters[at..];
    let (whole, length) = match rest {
        ['Ã' | 'Ă', ..] => ('à', 1),
        ['Æ', ..] => ('Ơ', 1),
        ['á', 'º', ..] => ('Ạ', 2),
        ['á', '»', ..] => ('Ỡ', 2),
        _ => return None,
    };
    let space = match rest.get(length) {
        None => 0,
        Some(' ') => 1,
        Some(_) => return None,
    };
    Some((whole, length + space))
}

/// Whether a small letter stands beside a group. `XÃ SA PẢ` is well written, with a space or a no-break space: à would be
/// the only small letter among capitals.
fn has_small_neighbour(letters: &[char], at: usize, length: usize) -> bool {
    let small = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|letter| letter.is_lowercase());
    small(at.checked_sub(1)) || small(Some(at + length))
}

/// Whether the space that became a letter had a neighbour that is now missing: `vÃ công`, with its two spaces made one.
fn is_joint(repaired: &str, rest: &[char]) -> bool {
    let is_letter = |letter: &char| letter.is_alphabetic();
    let mut after = Vec::new();
    let mut rest = rest;
    while let Some(letter) = rest.first().filter(|letter| is_letter(letter)) {
        let (whole, length) = group(rest).unwrap_or((*letter, 1));
        after.push(whole);
        rest = &rest[length..];
    }
    let start = repaired.rfind(|letter: char| !letter.is_alphabetic()).map_or(0, |at| at + 1);
    let before = repaired.get(start..).unwrap_or(repaired);
    let joined: String = before.chars().chain(after.iter().copied()).collect();
    !after.is_empty() && !is_syllable(&small(&joined)) && is_syllable(&small(before))
}

/// The length of the start of a group whose end is lost. `Ã` may be well written among capitals: `XÃ`.
fn broken(letters: &[char], at: usize) -> Option<usize> {
    let small = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|letter| letter.is_lowercase());
    match &letters[at..] {
        ['á', 'º' | '»', ..] => Some(2),
        ['Ä' | 'Æ', ..] => Some(1),
        ['Ã' | 'Ă', ..] if small(at.checked_sub(1)) => Some(1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::encodings::letters;
    use crate::intake::encodings::western::vietnamese;

    /// Saved by a program that took UTF-8 for a code page of Windows; empty places pass as control characters.
    fn damaged(text: &str, letter: fn(u8) -> char) -> String {
        let show = |byte: u8| match letter(byte) {
            char::REPLACEMENT_CHARACTER => char::from(byte),
            shown => shown,
        };
        text.bytes().map(show).collect()
    }

    /// The code page of the West, as a library has it.
    fn western(byte: u8) -> char {
        encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next().unwrap()
    }

    #[track_caller]
    fn case(damaged: &str, text: &str, doubtful: bool) {
        assert_eq!(repaired(damaged), Some(Repaired { text: text.to_owned(), doubtful }), "{damaged:?}");
    }

    #[test]
    fn letters_are_put_together() {
        case("Sá»‘ hÃ³a há»“ sÆ¡", "Số hóa hồ sơ", false);
        case("LÃ\u{a0}o Cai", "Lào Cai", false);
        case("Ä\u{90}Æ¡n vá»‹", "Đơn vị", false);
        case("50 â€“ 60", "50 – 60", false);
    }

    #[test]
    fn every_letter_makes_the_round_trip_once_and_twice() {
        for letter in letters() {
            let text = format!("x{letter}y");
            for page in [western as fn(u8) -> char, vietnamese] {
                let once = damaged(&text, page);
                case(&once, &text, false);
                case(&damaged(&once, page), &text, false);
            }
        }
    }

    #[test]
    fn spaces_that_were_no_break_spaces_are_seen_through_with_doubt() {
        case("LÃ o Cai", "Lào Cai", true);
        case("TÃ i liá»‡u vÃ  káº¿t quáº£", "Tài liệu và kết quả", true);
        case("Táº¡m vÃ  ná»™p", "Tạm và nộp", true);
        case("nÃ y vÃ cÃ´ng", "này và công", true); // two spaces made one
        case("Báº C HÃ€", "BẠC HÀ", true);
        case("CÆ  QUAN", "CƠ QUAN", true); // `CÆ` and a no-break space, then the space of the text
        case("HÃ²a vÃ", "Hòa và", true);
        case("Báº¯c HÃ ", "Bắc Hà", true);
        case("Báº¯c HÃ", "Bắc Hà", true);
        case("Báº¯c HÃ\u{a0}", "Bắc Hà", false);
        case("HÃ\u{a0} NGOC", "Hà NGOC", false);
        case("XÃ\u{a0}LONG", "XÃ\u{a0}LONG", true);
        case("HÃ", "HÃ", true); // Hà in pieces, or XÃ and the like among capitals: nobody can tell
    }

    #[test]
    fn a_letter_whose_end_is_lost_stays_damaged_for_all_to_see() {
        case("Äá»‘c", "\u{fffd}ốc", true); // the program dropped the control character 0x90
        case("sÃn", "s\u{fffd}n", true); // and here a soft hyphen
    }

    #[test]
    fn text_that_is_well_stays_as_it_is() {
        for text in [
            "Số hóa hồ sơ",
            "Lào Cai",
            "XÃ SA PẢ",
            "XÃ BẢN LẦU",
            "XÃ\u{a0}BẢN LẦU",
            "á",
            "",
            "Débit",
            "Sè hãa hå s¬",
            "Soá hoùa",
        ] {
            assert_eq!(repaired(text), None, "{text:?}");
        }
    }
}
