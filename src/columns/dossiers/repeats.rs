//! Which dossiers of several lists stand again further below: found by digest, without moving what is kept of them.

use std::ops::Range;

use super::ledger::Entry;
use super::ledger::Ledger;

/// A dossier that stands again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Again {
    /// Its place among the dossiers of all lists.
    pub(super) at: u32,
    /// The place where it stands last.
    pub(super) last: u32,
}

/// A dossier on its way: a part of its digest, and its place among all.
#[derive(Clone, Copy, Debug, Default)]
struct Passing {
    part: u32,
    at: u32,
}

/// About how many dossiers are compared with one another: so many that the table of their places stays at hand.
const TOGETHER: usize = 1 << 10;

/// Most heaps into which dossiers are parted.
const MOST_HEAPS: usize = 1 << 12;

/// About how many dossiers are on heaps at once, which are held beside the lists; at most so often are these gone through for it.
const ON_HEAPS: usize = 256 << 10;
const MOST_ROUNDS: usize = 4;

/// Blocks of dossiers, and how many dossiers, that are looked at in one step.
pub(super) const BLOCKS: usize = 32;
const STEP: usize = 128 << 10;

/// The dossiers that stand again further below, in the order of the lists.
pub(super) fn repeats(lists: &[&Ledger]) -> Vec<Again> {
    let mut search = Search::new(lists);
    while search.step(lists) {}
    search.again
}

/// Tìm hồ sơ đứng hai lần: the search for them, in steps between which others are heard.
#[derive(Debug)]
pub(super) struct Search {
    /// How many bits of a digest tell its heap.
    bits: u32,
    /// How many heaps are made at once.
    round: usize,
    /// The first of those.
    first: usize,
    /// How many dossiers each heap holds; then where it begins among those on heaps; then where it ends.
    ends: Vec<usize>,
    passing: Vec<Passing>,
    pass: Pass,
    /// How many blocks, or heaps of a round, the pass is through with.
    done: usize,
    /// The place of the next dossier among all.
    at: u32,
    /// Room for the places of one heap.
    places: Vec<u32>,
    /// What was found.
    pub(super) again: Vec<Again>,
}

#[derive(Debug)]
enum Pass {
    Weigh,
    Part,
    Compare,
    Done,
}

impl Search {
    pub(super) fn new(lists: &[&Ledger]) -> Self {
        let all: usize = lists.iter().map(|list| list.len()).sum();
        let rounds = all.div_ceil(ON_HEAPS).clamp(1, MOST_ROUNDS);
        Self::in_rounds(all, rounds)
    }

    fn in_rounds(all: usize, rounds: usize) -> Self {
        let bits = (all / TOGETHER).clamp(2, MOST_HEAPS).ilog2();
        let (ends, places, again) = (vec![0; 1 << bits], Vec::new(), Vec::new());
        let round = ends.len().div_ceil(rounds);
        Self { bits, round, first: 0, ends, passing: Vec::new(), pass: Pass::Weigh, done: 0, at: 0, places, again }
    }

    /// Goes on a little in the same lists, and says whether there is more.
    pub(super) fn step(&mut self, lists: &[&Ledger]) -> bool {
        let bits = self.bits;
        let heap = |digest: u64| usize::try_from(digest >> (64 - bits)).unwrap_or_default();
        let before = self.done;
        let made = self.made();
        match self.pass {
            Pass::Weigh => {
                for entries in blocks(lists).skip(before).take(BLOCKS) {
                    weigh(entries, heap, &mut self.ends);
                    self.done += 1;
                }
                if self.done < before + BLOCKS {
                    self.begin_round();
                }
            }
            Pass::Part => {
                // A heap above those is told by a number far too large.
                let made_now = |digest| heap(digest).wrapping_sub(made.start);
                let mut at = self.at;
                for entries in blocks(lists).skip(before).take(BLOCKS) {
                    at = part(entries, at, made_now, &mut self.ends[made.clone()], &mut self.passing);
                    self.done += 1;
                }
                self.at = at;
                if self.done < before + BLOCKS {
                    (self.pass, self.done) = (Pass::Compare, 0);
                }
            }
            Pass::Compare => {
                // Each heap now ends where the next begins.
                let heaps = &self.ends[made.clone()];
                let first = before.checked_sub(1).map_or(0, |above| heaps[above]);
                let mut start = first;
                while self.done < heaps.len() && start < first + STEP {
                    let end = heaps[self.done];
                    compare(lists, &self.passing[start..end], &mut self.places, &mut self.again);
                    (start, self.done) = (end, self.done + 1);
                }
                if self.done == heaps.len() {
                    self.first = made.end;
                    self.begin_round();
                }
            }
            Pass::Done => {}
        }
        !matches!(self.pass, Pass::Done)
    }

    /// The heaps of this round.
    fn made(&self) -> Range<usize> {
        self.first..self.ends.len().min(self.first + self.round)
    }

    /// Begins to make the next heaps, or ends the search where there are no more.
    fn begin_round(&mut self) {
        let made = self.made();
        let mut all = 0;
        for end in &mut self.ends[made.clone()] {
            (*end, all) = (all, all + *end);
        }
        (self.pass, self.done, self.at) = (Pass::Part, 0, 0);
        self.passing.clear();
        self.passing.resize(all, Passing::default());
        if made.is_empty() {
            // As long as the lists are: worth a sort of its own.
            #[allow(clippy::disallowed_methods)]
            self.again.sort_unstable();
            (self.pass, self.passing) = (Pass::Done, Vec::new());
        }
    }
}

/// The dossiers of the lists in their order, some at a time: a browser makes code fast that was called some times, and none
/// that is running.
fn blocks<'lists>(lists: &'lists [&Ledger]) -> impl Iterator<Item = &'lists [Entry]> {
    lists.iter().flat_map(|list| list.entries.blocks())
}

#[inline(never)]
fn weigh(entries: &[Entry], heap: impl Fn(u64) -> usize, ends: &mut [usize]) {
    for entry in entries {
        ends[heap(entry.digest)] += 1;
    }
}

/// Puts each dossier on its heap, where that is made now, and says at which place the next ones begin.
#[inline(never)]
fn part(
    entries: &[Entry],
    mut at: u32,
    heap: impl Fn(u64) -> usize,
    ends: &mut [usize],
    passing: &mut [Passing],
) -> u32 {
    for entry in entries {
        if let Some(end) = ends.get_mut(heap(entry.digest)) {
            #[expect(clippy::cast_possible_truncation, reason = "a part")]
            let part = entry.digest as u32;
            passing[*end] = Passing { part, at };
            *end += 1;
        }
        at += 1;
    }
    at
}

/// Compares the dossiers of one heap. `places` is room for their places in it.
#[inline(never)]
fn compare(lists: &[&Ledger], heap: &[Passing], places: &mut Vec<u32>, again: &mut Vec<Again>) {
    places.clear();
    places.resize((heap.len() * 2).next_power_of_two(), 0);
    let mask = places.len() - 1;
    // From below: what comes first stands last.
    for (at, one) in heap.iter().enumerate().rev() {
        let mut slot = one.part as usize & mask;
        loop {
            let Some(other) = (places[slot] as usize).checked_sub(1).map(|at| heap[at]) else {
                places[slot] = u32::try_from(at + 1).unwrap_or(u32::MAX);
                break;
            };
            if other.part == one.part && digest(lists, other.at) == digest(lists, one.at) {
                again.push(Again { at: one.at, last: other.at });
                break;
            }
            slot = (slot + 1) & mask;
        }
    }
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
            rounds in 1..4_usize,
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
            let mut search = Search::in_rounds(digests.len(), rounds);
            while search.step(&lists) {}
            prop_assert_eq!(search.again, expected);
        }
    }
}
