//! Nghĩa: how much Vietnamese a text holds, so that two readings of the same bytes can be weighed against each other.
//! Each word counts once, so that a long file is as sure as a short one with the same words.

use std::collections::HashSet;

use rustc_hash::FxBuildHasher;

use super::known_words::is_known;
use super::syllable::is_syllable;
use crate::domain::Map;
use crate::text::compose;
use crate::text::small;

/// What a word of the field counts. The three numbers are our choice: two known words outweigh any accident met over the
/// generated tables of `tests/core/laws/letters.rs`.
const KNOWN: i64 = 10;
/// What another word counts that can be Vietnamese.
const SYLLABLE: i64 = 2;
/// What a word counts that cannot.
const RUBBISH: i64 = -4;
/// What a reading must be ahead by, over the words that tell it from another: two words, one of them of the field.
const AHEAD: i64 = KNOWN + SYLLABLE;

/// The different words of a text that hold letters beyond ASCII, each with what it counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words(Map<String, i64>);

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let mut words = Map::new();
        // A long list says the same words again and again.
        let mut seen: HashSet<&str, FxBuildHasher> = HashSet::default();
        for run in runs(text).filter(|run| seen.insert(run)) {
            for word in run.split(separates).filter(|word| !word.is_ascii()) {
                let word = compose(small(word));
                let points = points(&word);
                words.insert(word, points);
            }
        }
        Self(words)
    }

    /// The sum over all words.
    pub(super) fn sense(&self) -> i64 {
        self.0.values().sum()
    }

    /// Whether some word cannot be Vietnamese.
    pub(super) fn has_rubbish(&self) -> bool {
        self.0.values().any(|points| *points < 0)
    }

    /// The words of the field.
    pub(super) fn known(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter(|(_, points)| **points == KNOWN).map(|(word, _)| word.as_str())
    }

    /// Whether this reading is clearly better than another: judged by the words that only one of them has, it is ahead by
    /// two words and counts twice as much. Readings that give the same words need no choice.
    pub(super) fn outweigh(&self, other: &Self) -> bool {
        let only = |one: &Self, other: &Self| -> i64 {
            one.0.iter().filter(|(word, _)| !other.0.contains_key(*word)).map(|(_, points)| *points).sum()
        };
        let (own, others) = (only(self, other), only(other, self));
        self == other || (own - others >= AHEAD && own >= 2 * others && own >= KNOWN)
    }
}

fn points(word: &str) -> i64 {
    if is_known(word) {
        KNOWN
    } else if is_syllable(word) {
        SYLLABLE
    } else if is_abbreviation(word) {
        0
    } else {
        RUBBISH
    }
}

/// What a text has between two bytes that are neither letters nor part of one: a word, or some with signs between them; of
/// these the ones that hold letters beyond ASCII.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    let mut bytes = text.bytes().enumerate();
    std::iter::from_fn(move || {
        let (mut start, mut is_wanted) = (None, false);
        for (at, byte) in bytes.by_ref() {
            if byte >= 0x80 || byte.is_ascii_alphabetic() {
                start = start.or(Some(at));
                is_wanted |= byte >= 0x80;
            } else if is_wanted {
                return text.get(start?..at);
            } else {
                start = None;
            }
        }
        text.get(start?..).filter(|_| is_wanted)
    })
}

/// What stands between words beyond ASCII. Typographic signs look the same under every code page of Windows.
fn separates(letter: char) -> bool {
    matches!(letter, '\u{a0}' | '‘' | '’' | '“' | '”' | '–' | '—' | '…' | '•')
}

/// QĐ, LĐTBXH: consonants only, đ among them.
fn is_abbreviation(word: &str) -> bool {
    word.chars().all(|letter| letter == 'đ' || (letter.is_ascii_lowercase() && !"aeiouy".contains(letter)))
}
