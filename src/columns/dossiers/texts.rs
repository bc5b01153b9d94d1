//! Texts that come again and again: what was made of one is looked up, and its bytes are hardly looked at.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

/// Most different texts remembered of one column; a column of more says something else in every row.
const MOST_TEXTS: usize = 4_096;

/// Slots for the words of a column, and for units and their codes.
const FEW: usize = 64;
pub(super) const MANY: usize = 256;

/// What was made of texts that come again.
pub(super) struct Texts<Made, const SLOTS: usize = FEW> {
    all: HashMap<Box<[u8]>, Made, FxBuildHasher>,
    latest: Latest<Made, SLOTS>,
}

impl<Made: Copy, const SLOTS: usize> Texts<Made, SLOTS> {
    pub(super) fn new() -> Self {
        Self { all: HashMap::default(), latest: Latest::new() }
    }

    /// What was made of this text, or is made now; `None` when too many texts came, or where making it fails.
    #[inline(always)]
    pub(super) fn get(&mut self, text: &[u8], read: impl FnOnce(&str) -> Option<Made>) -> Option<Made> {
        let Some(short) = Short::of(text) else { return self.get_long(text, read) };
        if let Some(made) = self.latest.get(&short) {
            return Some(made);
        }
        let made = self.get_long(text, read)?;
        self.latest.set(short, made);
        Some(made)
    }

    #[inline(never)]
    fn get_long(&mut self, text: &[u8], read: impl FnOnce(&str) -> Option<Made>) -> Option<Made> {
        if let Some(made) = self.all.get(text) {
            return Some(*made);
        }
        if self.all.len() == MOST_TEXTS {
            return None;
        }
        let made = read(std::str::from_utf8(text).ok()?)?;
        self.all.insert(text.into(), made);
        Some(made)
    }
}

/// Of short texts the latest in each slot, found without a hash.
pub(super) struct Latest<Made, const SLOTS: usize>(Box<[Option<(Short, Made)>]>);

impl<Made: Copy, const SLOTS: usize> Latest<Made, SLOTS> {
    pub(super) fn new() -> Self {
        Self(vec![None; SLOTS].into())
    }

    #[inline(always)]
    pub(super) fn get(&self, short: &Short) -> Option<Made> {
        match &self.0[short.slot(SLOTS)] {
            Some((latest, made)) if latest.is(short) => Some(*made),
            _ => None,
        }
    }

    #[inline]
    pub(super) fn set(&mut self, short: Short, made: Made) {
        self.0[short.slot(SLOTS)] = Some((short, made));
    }
}

/// A text of at most 32 bytes as five numbers, which are compared faster than its bytes.
#[derive(Clone, Copy)]
pub(super) struct Short {
    length: usize,
    bytes: [u64; 4],
}

impl Short {
    #[inline(always)]
    pub(super) fn of(text: &[u8]) -> Option<Self> {
        // Parts may overlap: together with the length they say every byte.
        let bytes = if let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) {
            let (first, last) = (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
            match text.len() {
                ..=16 => [first, 0, 0, last],
                17..=32 => [first, eight(text, 8), eight(text, text.len() - 16), last],
                _ => return None,
            }
        } else {
            [up_to_seven(text), 0, 0, 0]
        };
        Some(Self { length: text.len(), bytes })
    }

    /// Whether both are of the same text: number by number, since built for size `==` would call for a comparison of bytes.
    #[inline(always)]
    fn is(&self, other: &Self) -> bool {
        let ([one, two, three, four], [first, second, third, fourth]) = (self.bytes, other.bytes);
        self.length == other.length && one == first && two == second && three == third && four == fourth
    }

    /// Where it may stand among so many.
    #[inline(always)]
    fn slot(&self, slots: usize) -> usize {
        /// An odd number without pattern, which mixes the bits it multiplies.
        const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
        let [one, _, three, four] = self.bytes;
        let mixed = (one ^ three.rotate_left(31) ^ four.rotate_left(47)) ^ self.length as u64;
        usize::try_from(mixed.wrapping_mul(SPREAD) >> (64 - slots.ilog2())).unwrap_or_default()
    }
}

/// Eight bytes of a text that has them there, as a number.
#[inline(always)]
fn eight(text: &[u8], from: usize) -> u64 {
    text.get(from..).and_then(<[u8]>::first_chunk).map_or(0, |bytes| u64::from_le_bytes(*bytes))
}

/// A shorter text as a number.
#[inline(always)]
fn up_to_seven(text: &[u8]) -> u64 {
    let four = |bytes: &[u8; 4]| u64::from(u32::from_le_bytes(*bytes));
    match text {
        [] => 0,
        [one] => u64::from(*one),
        [one, two] => u64::from(*one) | u64::from(*two) << 8,
        [one, two, three] => u64::from(*one) | u64::from(*two) << 8 | u64::from(*three) << 16,
        _ => text.first_chunk().map_or(0, four) | text.last_chunk().map_or(0, four) << 32,
    }
}

// The laws want proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn short_texts_are_the_same_where_their_numbers_are(
            one in "[a0]{0,34}|[aạ]{0,11}",
            other in "[a0]{0,34}|[aạ]{0,11}",
        ) {
            let (shorts, is_same) = ((Short::of(one.as_bytes()), Short::of(other.as_bytes())), one == other);
            prop_assert_eq!(shorts.0.is_some(), one.len() <= 32);
            if let (Some(short), Some(another)) = shorts {
                prop_assert_eq!(short.is(&another), is_same, "{:?} {:?}", one, other);
            }
        }
    }
}
