//! Which dossiers of several lists stand again further below: found by digest, without moving what is kept of them. Most
//! stand once, and a sieve of some bits a dossier tells so; only the others are compared.

use std::ops::Range;

use super::ledger::Entry;
use super::ledger::Ledger;
use super::sieve::Sieve;

/// A dossier that stands again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Again {
    /// Its place among the dossiers of all lists.
    pub(super) at: u32,
    /// The place where it stands last.
    pub(super) last: u32,
}

/// A dossier that may stand again: a part of its digest, and its place among all.
#[derive(Clone, Copy, Debug)]
struct Passing {
    part: u32,
    at: u32,
}

/// About how many dossiers are held beside the lists to be compared with one another, and how often at most the lists are
/// gone through for it.
const TOGETHER: usize = 128 << 10;
const MOST_ROUNDS: usize = 4;

/// Blocks of dossiers, and how many dossiers, that are looked at in one step.
pub(super) const BLOCKS: usize = 32;
const STEP: usize = 128 << 10;

/// How many dossiers are compared before a browser may go on with faster code.
const AT_ONCE: usize = 4 << 10;

/// The dossiers that stand again further below, in the order of the lists.
pub(super) fn repeats(lists: &[&Ledger]) -> Vec<Again> {
    let mut search = Search::new(lists);
    while search.step(lists) {}
    search.again
}

/// Tìm hồ sơ đứng hai lần: the search for them, in steps between which others are heard.
#[derive(Debug)]
pub(super) struct Search {
    sieve: Sieve,
    pass: Pass,
    /// About how many dossiers are held at most.
    most: usize,
    /// How many rounds there are, and which this is; the uppermost bits of a digest tell its own.
    rounds: usize,
    round: usize,
    /// How many blocks, or dossiers held, the pass is through with.
    done: usize,
    /// The place of the next dossier among all.
    at: u32,
    /// The dossiers of this round that may stand again, in their order.
    passing: Vec<Passing>,
    /// Where they stand among those, found by a part of their digest.
    places: Vec<u32>,
    /// What was found.
    pub(super) again: Vec<Again>,
}

#[derive(Debug)]
enum Pass {
    Sieve,
    Gather,
    Compare,
    Done,
}

impl Search {
    pub(super) fn new(lists: &[&Ledger]) -> Self {
        Self::with_most(lists.iter().map(|list| list.len()).sum(), TOGETHER)
    }

    fn with_most(all: usize, most: usize) -> Self {
        let (passing, places, again) = (Vec::new(), Vec::new(), Vec::new());
        let (pass, rounds, round, done, at) = (Pass::Sieve, 1, 0, 0, 0);
        Self { sieve: Sieve::new(all), pass, most, rounds, round, done, at, passing, places, again }
    }

    /// Goes on a little in the same lists, and says whether there is more.
    pub(super) fn step(&mut self, lists: &[&Ledger]) -> bool {
        let before = self.done;
        match self.pass {
            Pass::Sieve => {
                for entries in blocks(lists).skip(before).take(BLOCKS) {
                    self.sieve.note(entries);
                    self.done += 1;
                }
                if self.done < before + BLOCKS {
                    let left = self.sieve.most_left();
                    self.rounds = left.div_ceil(self.most).clamp(1, MOST_ROUNDS);
                    // Rounds differ a little.
                    self.passing.reserve_exact((left + left / 16) / self.rounds + AT_ONCE);
                    (self.pass, self.done) = (Pass::Gather, 0);
                }
            }
            Pass::Gather => {
                for entries in blocks(lists).skip(before).take(BLOCKS) {
                    self.gather(entries);
                    self.done += 1;
                }
                if self.done < before + BLOCKS {
                    self.places.clear();
                    self.places.resize((self.passing.len() * 2).next_power_of_two(), 0);
                    (self.pass, self.done) = (Pass::Compare, 0);
                }
            }
            Pass::Compare => {
                // From below: what comes first stands last.
                while self.done < self.passing.len() && self.done < before + STEP {
                    let left = self.passing.len() - self.done;
                    let some = left.saturating_sub(AT_ONCE)..left;
                    self.done += some.len();
                    self.compare(lists, some);
                }
                if self.done == self.passing.len() {
                    self.begin_round();
                }
            }
            Pass::Done => {}
        }
        !matches!(self.pass, Pass::Done)
    }

    /// Begins the next round, or ends the search where there is none.
    fn begin_round(&mut self) {
        (self.pass, self.done, self.at, self.round) = (Pass::Gather, 0, 0, self.round + 1);
        self.passing.clear();
        if self.round == self.rounds {
            // As long as the lists are: worth a sort of its own.
            #[allow(clippy::disallowed_methods)]
            self.again.sort_unstable();
            let again = std::mem::take(&mut self.again);
            *self = Self { pass: Pass::Done, again, ..Self::with_most(0, self.most) };
        }
    }

    /// Holds those among some dossiers that may stand again and belong to this round.
    #[inline(never)]
    fn gather(&mut self, entries: &[Entry]) {
        let Self { sieve, rounds, round, at, passing, .. } = self;
        // Each is put behind those held and stays there or not: nobody can guess which, and a processor that tries waits.
        let before = passing.len();
        passing.resize(before + entries.len(), Passing { part: 0, at: 0 });
        let (held, mut count) = (&mut passing[before..], 0);
        for (entry, at) in entries.iter().zip(*at..) {
            held[count] = Passing { part: part_of(entry.digest), at };
            count += usize::from(sieve.leaves(entry.digest, round_of(entry.digest, *rounds) == *round));
        }
        passing.truncate(before + count);
        *at += u32::try_from(entries.len()).unwrap_or(u32::MAX);
    }

    /// Compares some of the dossiers held, from below, with those that stand below them.
    #[inline(never)]
    fn compare(&mut self, lists: &[&Ledger], some: Range<usize>) {
        let Self { passing, places, again, .. } = self;
        let mask = places.len() - 1;
        for at in some.rev() {
            let one = passing[at];
            let mut slot = one.part as usize & mask;
            loop {
                let place = places[slot] as usize;
                if place == 0 {
                    places[slot] = u32::try_from(at + 1).unwrap_or(u32::MAX);
                    break;
                }
                let other = passing[place - 1];
                if other.part == one.part && digest(lists, other.at) == digest(lists, one.at) {
                    again.push(Again { at: one.at, last: other.at });
                    break;
                }
                slot = (slot + 1) & mask;
            }
        }
    }
}

/// The round of a digest, told by its upper half.
#[inline(always)]
fn round_of(digest: u64, rounds: usize) -> usize {
    usize::try_from(((digest >> 32) * rounds as u64) >> 32).unwrap_or_default()
}

/// The part of a digest by which it is found: bits that say the least of its round and of its place in the sieve.
#[inline(always)]
fn part_of(digest: u64) -> u32 {
    #[expect(clippy::cast_possible_truncation, reason = "a part")]
    let part = (digest >> 26) as u32;
    part
}

/// The dossiers of the lists in their order, some at a time: a browser makes code fast that was called some times, and none
/// that is running.
fn blocks<'lists>(lists: &'lists [&Ledger]) -> impl Iterator<Item = &'lists [Entry]> {
    lists.iter().flat_map(|list| list.entries.blocks())
}

fn digest(lists: &[&Ledger], at: u32) -> Option<u64> {
    place(lists, at).map(|(_, entry)| entry.digest)
}

/// The list and the entry of a place among all.
pub(super) fn place(lists: &[&Ledger], at: u32) -> Option<(usize, Entry)> {
    let mut at = at as usize;
    for (number, list) in lists.iter().enumerate() {
        match list.entries.get(at) {
            Some(entry) => return Some((number, entry)),
            None => at -= list.len(),
        }
    }
    None
}

// The laws want proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {

    use proptest::prelude::*;

    use super::*;
    use crate::columns::dossiers::ledger::Known;
    use crate::columns::dossiers::ledger::Marks;

    proptest! {
        #[test]
        fn what_stands_again_is_found_however_digests_lie(
            lists in prop::collection::vec(prop::collection::vec((0..40_u64, 0..3_u64), 0..60), 0..4),
            high in prop::sample::select(vec![0, 32, 62]),
            most in 1..60_usize,
        ) {
            let lists: Vec<Ledger> = lists.into_iter().map(|rows| {
                let mut list = Ledger::new(Known::default());
                // Digests of the same lower half among them.
                for (low, top) in rows {
                    list.add(low | top << high, 1, 0, Marks::default());
                }
                list
            }).collect();
            let lists: Vec<&Ledger> = lists.iter().collect();
            let digests: Vec<u64> = lists.iter().flat_map(|list| list.entries.iter()).map(|entry| entry.digest).collect();
            let last: std::collections::BTreeMap<u64, u32> = digests.iter().copied().zip(0..).collect();
            let expected: Vec<Again> = (0..).zip(&digests)
                .map(|(at, digest)| Again { at, last: last[digest] })
                .filter(|again| again.at != again.last)
                .collect();
            prop_assert_eq!(&repeats(&lists), &expected);
            let mut search = Search::with_most(digests.len(), most);
            while search.step(&lists) {}
            prop_assert_eq!(search.again, expected);
        }
    }
}
