//! Which dossiers may stand twice, told by a few bits of each digest: most stand once, and need not be compared.

use super::ledger::Entry;

/// Sàng: tells of most dossiers that they stand once, since no other has the same few bits of its digest.
#[derive(Debug, Default)]
pub(super) struct Sieve {
    /// Of each digest's bits whether they came, and whether they came again: side by side, so that one look finds both.
    words: Vec<[u64; 2]>,
    /// How many dossiers' bits had come before.
    again: usize,
}

impl Sieve {
    /// For so many dossiers: four to eight times as many bits, of which they leave a fifth or a ninth of those that stand once.
    pub(super) fn new(all: usize) -> Self {
        Self { words: vec![[0; 2]; (all * 4).next_power_of_two().div_ceil(64)], again: 0 }
    }

    /// Takes some dossiers.
    #[inline(never)]
    pub(super) fn note(&mut self, entries: &[Entry]) {
        let last = self.words.len() - 1;
        for entry in entries {
            let (word, bit) = place_of(entry.digest, last);
            let [came, again] = &mut self.words[word];
            self.again += usize::from(*came & bit != 0);
            *again |= *came & bit;
            *came |= bit;
        }
    }

    /// How many dossiers are left at most: each that came again, and one above it.
    pub(super) fn most_left(&self) -> usize {
        self.again * 2
    }

    /// Whether another dossier with this digest may have come, if that `is_asked`; if not, the first word is looked at, which is
    /// at hand, and whatever stands there does not count.
    #[inline(always)]
    pub(super) fn leaves(&self, digest: u64, is_asked: bool) -> bool {
        let (word, bit) = place_of(digest, self.words.len() - 1);
        self.words[word * usize::from(is_asked)][1] & (bit * u64::from(is_asked)) != 0
    }
}

/// The word and the bit of a digest among words of which this is the last.
#[inline(always)]
fn place_of(digest: u64, last: usize) -> (usize, u64) {
    ((digest >> 6) as usize & last, 1 << (digest & 63))
}
