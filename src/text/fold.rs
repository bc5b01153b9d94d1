//! The key two spellings share: no tones, no capitals, no punctuation.

use super::decomposed;
use super::footnotes::is_raised;
use super::is_mark;
use super::small;
use super::tidy;
use crate::domain::sort;

/// The words of a text without marks, capitals and punctuation, one space between them: `UBND TX. Sa Pa` and
/// `ubnd tx sapa` differ only in their spaces; `Tỷ lệ %` and `TỈ LỆ` are the same `ty le`.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        match plain(character) {
            Some(letter) if letter != ' ' => folded.push(letter),
            Some(_) if folded.is_empty() || folded.ends_with(' ') => {}
            Some(space) => folded.push(space),
            None => {
                folded = fold_anything(text);
                break;
            }
        }
    }
    let mut text = String::with_capacity(folded.len());
    for word in folded.split(' ').filter(|word| !word.is_empty()) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(same_word(word));
    }
    text
}

/// What is left of a character of nearly all texts: its letter, small and without marks, or a space. `None` for others,
/// and for those that mean something else than they look.
fn plain(character: char) -> Option<char> {
    Some(match character {
        'a'..='z' | '0'..='9' => character,
        'A'..='Z' => character.to_ascii_lowercase(),
        '\0'..='\x7f' => ' ',
        'À'..='Ã' | 'à'..='ã' | 'Ă' | 'ă' | 'Ạ'..='ặ' => 'a',
        'È'..='Ê' | 'è'..='ê' | 'Ẹ'..='ệ' => 'e',
        'Ì' | 'Í' | 'ì' | 'í' | 'Ĩ' | 'ĩ' | 'Ỉ'..='ị' => 'i',
        'Ò'..='Õ' | 'ò'..='õ' | 'Ơ' | 'ơ' | 'Ọ'..='ợ' => 'o',
        'Ù' | 'Ú' | 'ù' | 'ú' | 'Ũ' | 'ũ' | 'Ư' | 'ư' | 'Ụ'..='ự' => 'u',
        'Ý' | 'ý' | 'Ỳ'..='ỹ' => 'y',
        'Đ' | 'đ' => 'd',
        _ => return None,
    })
}

/// The same for any text, its words not yet put as one.
fn fold_anything(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in decomposed(&small(&tidy(text))).chars().filter(|&character| !is_mark(character)) {
        match latin(character) {
            letter if letter.is_alphanumeric() => folded.push(letter),
            _ if folded.is_empty() || folded.ends_with(' ') => {}
            _ => folded.push(' '),
        }
    }
    folded
}

/// The folded text without spaces and without “và”, for names whose spacing and joints vary: `Sở NN&PTNT`,
/// `Sở NN và PTNT` and `SỞ NN - PTNT` are all `sonnptnt`, `SaPa` and `Sa Pa` are both `sapa`.
#[must_use]
pub fn squash(text: &str) -> String {
    fold(text).split(' ').filter(|word| *word != "va").collect()
}

/// Whether two texts have the same letters, marks included, however they are spaced, capitalised, punctuated or
/// wherever the tone mark stands (`Thủy`, `Thuỷ`).
///
/// A text without any mark, as typed on a keyboard without Vietnamese, has the letters of every text that folds alike.
#[must_use]
pub fn same_letters(one: &str, other: &str) -> bool {
    if squash(one) != squash(other) {
        return false;
    }
    let (one, other) = (marks(one), marks(other));
    one.is_empty() || other.is_empty() || one == other
}

/// The marks of a text word by word, sorted within the word, so that a tone may stand on either of two vowels.
fn marks(text: &str) -> Vec<char> {
    let mut marks = Vec::new();
    let text = small(&tidy(text));
    for word in text.split(|character: char| !character.is_alphanumeric()).filter(|word| *word != "và") {
        let mut of_word: Vec<char> =
            decomposed(word).chars().filter(|&character| is_mark(character) || character == 'đ').collect();
        sort(&mut of_word);
        marks.extend(of_word);
    }
    marks
}

/// The Latin letter behind đ, which has no decomposition, and behind Cyrillic letters that look Latin; a space for a raised
/// digit, which is a footnote's.
fn latin(character: char) -> char {
    match character {
        'đ' => 'd',
        'а' => 'a',
        'с' => 'c',
        'е' => 'e',
        'о' => 'o',
        'р' => 'p',
        'х' => 'x',
        'у' => 'y',
        mark if is_raised(mark) => ' ',
        other => other,
    }
}

/// One spelling for the words that are written with i or y: tỉ lệ, kì, xử lí, quí.
fn same_word(word: &str) -> &str {
    match word {
        "ti" => "ty",
        "ki" => "ky",
        "li" => "ly",
        "qui" => "quy",
        other => other,
    }
}

// The laws want proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn plain_texts_fold_as_any_text_does(text in "[ -~\t\nÀ-ỹ]{0,12}|[aAđĐÐàÀạẠữỮỳỲ .]{0,20}") {
            let words: Vec<String> = fold_anything(&text).split_whitespace().map(|word| same_word(word).to_owned()).collect();
            prop_assert_eq!(fold(&text), words.join(" "));
        }
    }

    #[test]
    fn every_vietnamese_letter_is_plain() {
        let marked: Vec<char> = ('À'..='ỹ').filter(|letter| plain(*letter).is_some()).collect();
        // 67 letters that ASCII has not, small and capital.
        assert_eq!(marked.len(), 134);
        for letter in marked {
            let folded = fold_anything(&letter.to_string());
            assert_eq!(plain(letter).map(String::from), Some(folded), "{letter}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_text_fold_alike() {
        for (text, folded) in [
            ("UBND TX. Sa Pa", "ubnd tx sa pa"),
            ("Tỷ lệ % tổng chung nhóm số hóa hồ sơ", "ty le tong chung nhom so hoa ho so"),
            ("TỈ LỆ", "ty le"),
            ("Đã xử lí", "da xu ly"),
            ("Quí II", "quy ii"),
            ("ĐỘC LẬP", "doc lap"),
            ("Ðơn vị", "don vi"),
            ("Mươ\u{300}ng Khương", "muong khuong"),
            ("VPUBND\u{2011}KSTT", "vpubnd kstt"),
            ("UBND huyện Bảo Yên¹", "ubnd huyen bao yen"),
            ("Sa Pа", "sa pa"), // the last letter is Cyrillic
            ("…", ""),
        ] {
            assert_eq!(fold(text), folded, "{text:?}");
        }
        assert_eq!(squash("Sở NN&PTNT"), squash("Sở NN và PTNT"));
        assert_eq!(squash("SaPa"), "sapa");
    }

    #[test]
    fn letters_are_compared_with_their_marks() {
        #[track_caller]
        fn case(one: &str, other: &str, same: bool) {
            assert_eq!(same_letters(one, other), same);
            assert_eq!(same_letters(other, one), same);
        }
        case("Bảo Yên", "BẢO YÊN", true);
        case("Ủy ban", "Uỷ ban", true);
        case("Bao Yen", "Bảo Yên", true);
        case("Báo Yên", "Bảo Yên", false);
        case("văn bản", "Văn Bàn", false);
        case("Sapa", "Sa Pa", true);
        case("Bắc Hà", "Bảo Hà", false);
        case("Sở Nông nghiệp & PTNT", "Sở Nông nghiệp và PTNT", true);
    }
}
