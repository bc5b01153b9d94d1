//! Âm tiết: whether a word can be Vietnamese at all. A syllable is a first consonant, a rhyme and one tone; all rhymes are
//! listed, so that rubbish made by a wrong encoding is told from words that merely stand in no list.

use std::sync::LazyLock;

use crate::domain::Set;
use crate::text::composed;
use crate::text::decomposed;
use crate::text::is_mark;

/// First consonants. `gi` and `qu` take the vowel with them; `q` alone stands before rhymes that begin with u.
const ONSETS: [&str; 29] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "q",
    "qu", "r", "s", "t", "th", "tr", "v", "x",
];

/// Rhymes, without tone.
const RHYMES: &str = "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en \
    eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai \
    oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông \
    ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych \
    uyên uyêt uyn uynh uyt uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y ych yêm yên yêng yêt yêu ynh yt";

static RHYME: LazyLock<Set<&str>> = LazyLock::new(|| RHYMES.split_ascii_whitespace().collect());

/// Whether a word in small letters can be a Vietnamese syllable.
pub(super) fn is_syllable(word: &str) -> bool {
    word.chars().all(may_be_of_one) && is_of_onset_and_rhyme(word)
}

/// Whether a small letter stands in any syllable, or is a mark; most rubbish is told by this.
fn may_be_of_one(letter: char) -> bool {
    matches!(letter, 'a'..='z' | 'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý' | 'ă' | 'đ' | 'ĩ' | 'ũ'
        | 'ơ' | 'ư' | 'Ạ'..='ỹ' | '\u{300}'..='\u{36f}')
}

fn is_of_onset_and_rhyme(word: &str) -> bool {
    let (mut tone, mut several) = (None, false);
    let mut plain = String::with_capacity(word.len());
    let mut letters = 0;
    for letter in decomposed(word).chars() {
        if matches!(letter, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}') {
            several |= tone.replace((letter, letters)).is_some();
        } else {
            letters += usize::from(!is_mark(letter));
            plain.push(letter);
        }
    }
    let plain: String = composed(plain.chars());
    // Rhymes that end in a stop are spoken with two tones only.
    let stopped = plain.ends_with(['c', 'p', 't']) || plain.ends_with("ch");
    let spoken = !stopped || matches!(tone, Some(('\u{301}' | '\u{323}', _)));
    let fits = |onset: &str| {
        plain.strip_prefix(onset).filter(|rhyme| RHYME.contains(rhyme)).is_some_and(|rhyme| {
            tone.is_none_or(|(_, at)| at.checked_sub(onset.chars().count() + 1).is_some_and(|at| bears(rhyme, at)))
        })
    };
    !several && spoken && ONSETS.iter().any(|onset| fits(onset))
}

/// Whether the tone of a rhyme may stand on its letter number `at`: on the last vowel with a mark of its own; else on the
/// middle one of three vowels, the first of two, and on either of oa, oe, uy, oo, where usage differs.
fn bears(rhyme: &str, at: usize) -> bool {
    let vowels: Vec<char> = rhyme.chars().take_while(|letter| "aăâeêioôơuưy".contains(*letter)).collect();
    match (vowels.iter().rposition(|vowel| !vowel.is_ascii()), vowels.as_slice()) {
        (Some(marked), _) => at == marked,
        (None, ['o', 'a' | 'e' | 'o'] | ['u', 'y']) => at < 2,
        (None, [_, _, _]) => at == 1,
        (None, _) => at == 0,
    }
}

// The laws want proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_letter_that_stands_in_no_syllable_makes_none(
            before in "[bcđghnt]{0,2}[aăâeêioôơuưyạếữ]{0,2}", letter in any::<char>(), after in "[aeiouy]{0,1}[cmnpt\u{301}]{0,2}",
        ) {
            let word = format!("{before}{letter}{after}");
            prop_assert_eq!(is_syllable(&word), is_of_onset_and_rhyme(&word));
        }
    }

    #[test]
    fn no_single_letter_is_left_out() {
        for letter in ('\0'..='\u{ffff}').filter(|letter| !may_be_of_one(*letter)) {
            for word in [format!("{letter}"), format!("b{letter}"), format!("{letter}n"), format!("{letter}a")] {
                assert!(!is_of_onset_and_rhyme(&word), "{word}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_told_from_rubbish() {
        let syllables = "nghiêng hóa hoá đơn tỷ lệ số hồ sơ huyện mường khương quyết quỳnh giải gì giếng thuỷ thủy uỷ ý \
            yên khuya nguyễn bát xát phường đường hương cứu rượu dền chéng phìn tả củ ngài thầu nậm";
        for word in syllables.split_ascii_whitespace() {
            assert!(is_syllable(word), "{word}");
        }
        // What the same words become under a wrong encoding, and words of other languages.
        for word in
            "hãa hå s¬ ®¬n tû huyeän hoùa baûo ñôn sôì lêò débit français müller haá lòé lác̣ lac đươc số\u{fffd}"
                .split_ascii_whitespace()
        {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
