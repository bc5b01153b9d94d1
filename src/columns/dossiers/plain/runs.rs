//! Cells that stand side by side and come again together: a procedure and its sector, a state and its channel, what is counted
//! and ticked. What a run of them says is looked up at once.

use wide::bytemuck::cast;
use wide::u8x16;
use wide::u16x8;

use super::heard::Said;

/// Groups of runs, and how many runs each may have.
const GROUPS: usize = 1 << GROUP_BITS;
const GROUP_BITS: u32 = 9;
const HELD: usize = 8;

/// Longest run that is remembered, in windows, and most windows of all.
const LONGEST: usize = 8;
const MOST: usize = 4 << 10;

/// Runs that were not found, from which on the others are no longer looked for if fewer were found.
const VAIN: u32 = 8 << 10;

/// Bytes that a processor compares at once, and how many of them are looked at in one go, whatever stands there: to guess how
/// long a run is takes longer.
const LANE: usize = 16;
const WIDTH: usize = 64;

/// So many bytes of which all bits are set, and as many of which none is.
const SET: [u8; 2 * WIDTH] = {
    let mut bytes = [0; 2 * WIDTH];
    let mut at = 0;
    while at < WIDTH {
        bytes[at] = u8::MAX;
        at += 1;
    }
    bytes
};

/// What was made of runs.
#[derive(Default)]
pub(super) struct Runs {
    groups: Box<[Group]>,
    kept: Vec<Kept>,
    /// The bytes of those that are kept; of a window that ends a run the rest are zeros.
    windows: Vec<[u8; WIDTH]>,
    /// Which of a full group gives way next.
    next: usize,
    /// How many runs were found, and how many were not.
    found: u32,
    missed: u32,
}

/// Runs whose bytes begin with the same bits once they are one number.
#[derive(Clone, Copy, Default)]
struct Group {
    mixed: [u32; HELD],
    /// Their places among those that are kept, counted from 1; 0 where there is none.
    places: [u32; HELD],
}

struct Kept {
    /// Its first window, and how many bytes it has.
    window: usize,
    length: usize,
    said: Said,
}

/// By which byte it is told where a run ends, and by how many of them.
#[derive(Clone, Copy)]
pub(super) struct Ends {
    pub(super) byte: u8,
    pub(super) count: u32,
}

impl Runs {
    /// How long the run is at the beginning of a text, and what was made of it. In most texts it ends before the last of its
    /// `ends`: it is looked up by what stands before that one, and then compared as a whole.
    #[inline(always)]
    pub(super) fn get(&mut self, text: &[u8], ends: Ends) -> Option<(usize, &Said)> {
        if self.is_vain() {
            return None;
        }
        let mixed = mixed(text, ends)?;
        let group = self.groups.get(group(mixed))?;
        let mut at = 0;
        while at < HELD {
            if group.mixed[at] == mixed {
                let kept = self.kept.get((group.places[at] as usize).wrapping_sub(1))?;
                if self.is_at_front(kept, text) {
                    self.found = self.found.saturating_add(1);
                    return Some((kept.length, &kept.said));
                }
            }
            at += 1;
        }
        None
    }

    /// Whether runs of this kind seldom come again, so that to remember them takes longer than to read them.
    #[inline(always)]
    const fn is_vain(&self) -> bool {
        self.missed > VAIN && self.missed > self.found
    }

    /// Whether a text begins with this run.
    #[inline(always)]
    fn is_at_front(&self, kept: &Kept, text: &[u8]) -> bool {
        let (mut left, mut at, mut window) = (kept.length, 0, kept.window);
        let mut differs = u8x16::splat(0);
        loop {
            let (Some(own), Some(other)) = (self.windows.get(window), window_of(text, at)) else { return false };
            let Some(set) = window_of(&SET, WIDTH - left.min(WIDTH)) else { return false };
            let one = (lane::<0>(other) & lane::<0>(set)) ^ lane::<0>(own);
            let two = (lane::<1>(other) & lane::<1>(set)) ^ lane::<1>(own);
            let three = (lane::<2>(other) & lane::<2>(set)) ^ lane::<2>(own);
            let four = (lane::<3>(other) & lane::<3>(set)) ^ lane::<3>(own);
            differs |= one | two | three | four;
            if left <= WIDTH {
                return differs.simd_eq(u8x16::splat(0)).all();
            }
            (left, at, window) = (left - WIDTH, at + WIDTH, window + 1);
        }
    }

    /// Remembers what was made of a run of this length at the beginning of a text.
    pub(super) fn set(&mut self, text: &[u8], ends: Ends, length: usize, said: Said) {
        self.missed = self.missed.saturating_add(1);
        if self.is_vain() {
            return;
        }
        let (Some(mixed), Some(run)) = (mixed(text, ends), text.get(..length)) else { return };
        let windows = length.div_ceil(WIDTH);
        if run.is_empty() || windows > LONGEST {
            return;
        }
        if self.groups.is_empty() || self.windows.len() + windows > MOST {
            self.groups = vec![Group::default(); GROUPS].into();
            self.kept.clear();
            self.windows.clear();
        }
        self.kept.push(Kept { window: self.windows.len(), length, said });
        self.windows.extend(run.chunks(WIDTH).map(|bytes| {
            let mut window = [0; WIDTH];
            window[..bytes.len()].copy_from_slice(bytes);
            window
        }));
        let group = &mut self.groups[group(mixed)];
        let free = group.places.iter().position(|place| *place == 0).unwrap_or(self.next % HELD);
        self.next += 1;
        group.mixed[free] = mixed;
        group.places[free] = u32::try_from(self.kept.len()).unwrap_or(0);
    }
}

/// What stands before the last of these bytes in one number, of which each bit depends on all of them.
#[inline(always)]
fn mixed(text: &[u8], Ends { byte, count }: Ends) -> Option<u32> {
    /// Odd numbers without pattern; by the small ones pairs of bytes make another sum in each lane.
    const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
    const BY: [u16x8; 4] =
        [u16x8::new([0x9E37; 8]), u16x8::new([0x79B9; 8]), u16x8::new([0x7F4B; 8]), u16x8::new([0x7C15; 8])];
    let (needle, mut left, mut at, mut sum) = (u8x16::splat(byte), count, 0, 0_u64);
    while at < LONGEST * WIDTH {
        let window = window_of(text, at)?;
        let (one, two, three, four) = (lane::<0>(window), lane::<1>(window), lane::<2>(window), lane::<3>(window));
        let low = one.simd_eq(needle).to_bitmask() | two.simd_eq(needle).to_bitmask() << LANE;
        let high = three.simd_eq(needle).to_bitmask() | four.simd_eq(needle).to_bitmask() << LANE;
        let found = u64::from(low) | u64::from(high) << (2 * LANE);
        let (mut last, mut before) = (found, 1);
        while before < left {
            last &= last.wrapping_sub(1);
            before += 1;
        }
        // Where the run goes on behind the window all of it counts.
        let length = last.trailing_zeros() as usize;
        let set = window_of(&SET, WIDTH - length)?;
        let pairs = weighed(one & lane::<0>(set), BY[0])
            + weighed(two & lane::<1>(set), BY[1])
            + weighed(three & lane::<2>(set), BY[2])
            + weighed(four & lane::<3>(set), BY[3]);
        let [first, second]: [u64; 2] = cast(pairs);
        sum = sum.wrapping_add(first).wrapping_mul(SPREAD).rotate_left(29).wrapping_add(second).wrapping_mul(SPREAD);
        if last != 0 {
            let whole = (sum ^ (at + length) as u64).wrapping_mul(SPREAD);
            return Some((whole >> 32) as u32);
        }
        left -= found.count_ones();
        at += WIDTH;
    }
    None
}

/// A lane's pairs of bytes, each as often as this.
#[inline(always)]
fn weighed(lane: u8x16, by: u16x8) -> u16x8 {
    let pairs: u16x8 = cast(lane);
    pairs * by
}

/// A window of a text; `None` near its end.
#[inline(always)]
fn window_of(text: &[u8], at: usize) -> Option<&[u8; WIDTH]> {
    match text.get(at..) {
        Some(rest) => rest.first_chunk(),
        None => None,
    }
}

/// Sixteen bytes of a window, the first, the second, the third or the fourth.
#[inline(always)]
fn lane<const NUMBER: usize>(window: &[u8; WIDTH]) -> u8x16 {
    let (lanes, _) = window.as_chunks::<LANE>();
    u8x16::new(lanes[NUMBER])
}

/// Where the group of a run stands.
#[inline(always)]
const fn group(mixed: u32) -> usize {
    (mixed >> (u32::BITS - GROUP_BITS)) as usize
}

// The laws want proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use proptest::prelude::*;

    use super::*;

    /// What lies behind the text: a run is told by the window in which it ends.
    const BEHIND: &str = ";;;;............................................................";

    proptest! {
        #[test]
        fn a_run_is_found_where_a_text_begins_with_it(
            runs in prop::collection::vec("[ab\"]{0,3};([ab]{0,80};){2}[ab]{0,3}", 1..=HELD),
            count in 1..4_u32,
        ) {
            let (mut own, ends) = (Runs::default(), Ends { byte: b';', count });
            let told = |number: usize| Said { unit: u32::try_from(number).ok(), ..Said::default() };
            for (number, run) in runs.iter().enumerate() {
                // Its length is another than that of what it is looked up by, as where a separator stands within quotes.
                own.set(format!("{run}{BEHIND}").as_bytes(), ends, run.len(), told(number));
            }
            for run in &runs {
                let text = format!("{run}{BEHIND}");
                // Of those with which the text begins any may be found, and one is: a group has room for all.
                let (length, said) = own.get(text.as_bytes(), ends).unwrap();
                let found = &runs[said.unit.unwrap() as usize];
                prop_assert_eq!((length, text.starts_with(found.as_str())), (found.len(), true));
            }
            let other = format!("{}c{BEHIND}", runs[0]);
            let found = own.get(other.as_bytes(), Ends { count: 4, ..ends });
            prop_assert!(found.is_none());
        }

        #[test]
        fn a_run_is_lost_only_to_others(runs in prop::collection::vec("[a-f]{1,200}", 1..60)) {
            let (mut own, ends) = (Runs::default(), Ends { byte: b';', count: 1 });
            for run in &runs {
                let text = format!("{run}{BEHIND}");
                own.set(text.as_bytes(), ends, run.len(), Said::default());
                prop_assert_eq!(own.get(text.as_bytes(), ends).map(|(length, _)| length), Some(run.len()));
            }
        }
    }

    #[test]
    fn runs_that_never_come_again_are_not_looked_for() {
        let (mut own, ends) = (Runs::default(), Ends { byte: b';', count: 1 });
        let text = |number: u32| format!("{number}{BEHIND}");
        for number in 0..=VAIN {
            own.set(text(number).as_bytes(), ends, number.to_string().len(), Said::default());
            assert_eq!(own.get(text(number).as_bytes(), ends).is_some(), number < VAIN, "{number}");
            own.found = 0;
        }
        assert!(own.get(text(VAIN).as_bytes(), ends).is_none());
    }
}
