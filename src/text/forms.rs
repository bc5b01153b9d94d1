//! The two forms of Unicode, for letters of Latin.

use super::marks::apart;
use super::marks::class;
use super::marks::joined;
use crate::domain::sort_by_key;

/// A letter and the marks on it.
#[derive(Default)]
struct Cluster {
    /// Each with the class that orders marks; a letter has none.
    letters: Vec<(u8, char)>,
}

impl Cluster {
    /// Gives the letters to `emit`, the marks in their order, and begins anew.
    fn give(&mut self, emit: &mut dyn FnMut(char)) {
        self.order();
        self.letters.drain(..).for_each(|(_, letter)| emit(letter));
    }

    /// Marks stand in the order of their classes; those of one class stay as written.
    fn order(&mut self) {
        // The letter itself has the least class of all, and most have one mark at the most.
        if self.letters.len() > 2 || self.letters.first().is_some_and(|(class, _)| *class > 0) {
            sort_by_key(&mut self.letters, |(class, _)| *class);
        }
    }

    /// Joins the marks to their letter, as far as there are letters with them.
    fn join(&mut self) {
        self.order();
        let Some(&(0, mut base)) = self.letters.first() else { return };
        let mut before = 0;
        let mut kept = vec![(0, base)];
        for &(class, mark) in &self.letters[1..] {
            // A mark that stayed keeps those of its own class from the letter.
            let is_free = before < class;
            if let Some(whole) = joined(base, mark).filter(|_| is_free) {
                base = whole;
            } else {
                before = class;
                kept.push((class, mark));
            }
        }
        kept[0].1 = base;
        self.letters = kept;
    }
}

/// The text in letters and loose marks (NFD).
#[must_use]
pub fn decomposed(text: &str) -> String {
    let mut loose = String::with_capacity(text.len() + text.len() / 2);
    let mut cluster = Cluster::default();
    let mut part = |letter: char| {
        let class = class(letter);
        if class == 0 {
            cluster.give(&mut |letter| loose.push(letter));
        }
        cluster.letters.push((class, letter));
    };
    text.chars().for_each(|letter| apart(letter, &mut part));
    cluster.give(&mut |letter| loose.push(letter));
    loose
}

/// The text in composed letters (NFC).
#[must_use]
pub fn composed(text: impl Iterator<Item = char>) -> String {
    let mut whole = String::new();
    let mut cluster = Cluster::default();
    let mut part = |letter: char| {
        let class = class(letter);
        if class == 0 {
            cluster.join();
            cluster.give(&mut |letter| whole.push(letter));
        }
        cluster.letters.push((class, letter));
    };
    text.for_each(|letter| apart(letter, &mut part));
    cluster.join();
    cluster.give(&mut |letter| whole.push(letter));
    whole
}

// The laws want proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn marks_join_their_letter_whatever_their_order() {
        assert_eq!(composed("e\u{323}\u{302}".chars()), "ệ");
        assert_eq!(composed("e\u{302}\u{323}".chars()), "ệ");
        assert_eq!(decomposed("ệ"), "e\u{323}\u{302}");
        // A second grave has no letter of its own, and keeps the next of its class from the letter.
        assert_eq!(composed("a\u{300}\u{300}\u{302}".chars()), "à\u{300}\u{302}");
        // Other scripts stay as they are written.
        assert_eq!(composed("и\u{306}".chars()), "и\u{306}");
        assert_eq!(decomposed("й"), "й");
        assert_eq!(composed("\u{301}a".chars()), "\u{301}a");
    }

    proptest! {
        #[test]
        fn forms_are_those_of_unicode(
            text in "[ 0-9A-Za-zÀ-\u{36f}\u{1e00}-\u{1eff}]{0,12}|[aeơưÂÊạ\u{2fe}-\u{36f}\u{1e9e}-\u{1eff}]{0,9}",
        ) {
            prop_assert_eq!(decomposed(&text), text.nfd().collect::<String>());
            prop_assert_eq!(composed(text.chars()), text.nfc().collect::<String>());
        }
    }
}
