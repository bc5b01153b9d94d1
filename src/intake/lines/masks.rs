//! Where the bytes stand that give a text its rows and cells: 64 bytes at a time, one bit a byte.

use wide::u8x16;

/// Bytes that a processor compares at once.
pub(super) const LANE: usize = 16;

/// How many bytes are looked at together.
pub(super) const WIDTH: usize = 64;

/// One bit a byte, the first byte lowest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Masks {
    /// The separators.
    pub(super) separators: u64,
    /// The quotes.
    pub(super) quotes: u64,
    /// Line feeds and carriage returns.
    pub(super) line_ends: u64,
    /// Bytes whose row is looked at more closely: zeros, and the first bytes of letters among which loose marks
    /// (U+0300 to U+037F), marks of order and signs of damage are.
    pub(super) odd: u64,
}

/// The masks of 64 bytes.
#[inline(always)]
pub(super) fn masks(bytes: &[u8; WIDTH], delimiter: u8) -> Masks {
    let (lanes, _) = bytes.as_chunks::<LANE>();
    let one = Lane::of(lanes[0], delimiter);
    let two = Lane::of(lanes[1], delimiter);
    let three = Lane::of(lanes[2], delimiter);
    let four = Lane::of(lanes[3], delimiter);
    let mut masks = Masks {
        separators: joined(one.separators, two.separators, three.separators, four.separators),
        quotes: joined(one.quotes, two.quotes, three.quotes, four.quotes),
        line_ends: joined(one.line_ends, two.line_ends, three.line_ends, four.line_ends),
        odd: 0,
    };
    // Hardly any chunk has something odd.
    if (one.odd | two.odd | three.odd | four.odd).any() {
        let [one, two, three, four] = [one, two, three, four].map(|lane| lane.odd.to_bitmask());
        masks.odd = joined(one, two, three, four);
    }
    masks
}

#[inline(always)]
fn joined(one: u32, two: u32, three: u32, four: u32) -> u64 {
    u64::from(one | two << LANE) | u64::from(three | four << LANE) << (2 * LANE)
}

/// The same of sixteen bytes; of what is odd, whole bytes yet.
struct Lane {
    separators: u32,
    quotes: u32,
    line_ends: u32,
    odd: u8x16,
}

impl Lane {
    #[inline(always)]
    fn of(bytes: [u8; LANE], delimiter: u8) -> Self {
        let lane = u8x16::new(bytes);
        Self {
            separators: is(lane, delimiter).to_bitmask(),
            quotes: is(lane, b'"').to_bitmask(),
            line_ends: (is(lane, b'\n') | is(lane, b'\r')).to_bitmask(),
            odd: odd(lane),
        }
    }
}

/// Which of sixteen bytes are odd.
#[inline(always)]
pub(super) fn odd(lane: u8x16) -> u8x16 {
    // U+0300 to U+037F begin with CC or CD, U+F000 to U+FFFF with EF.
    is(lane, 0) | is(lane, 0xef) | is(lane & u8x16::splat(0xfe), 0xcc)
}

/// Which of sixteen bytes are this one.
#[inline(always)]
pub(super) fn is(lane: u8x16, byte: u8) -> u8x16 {
    lane.simd_eq(u8x16::splat(byte))
}

// The laws want proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Byte by byte, as a person would look.
    fn expected(bytes: &[u8; WIDTH], delimiter: u8) -> Masks {
        let bits = |is: &dyn Fn(u8) -> bool| {
            bytes.iter().enumerate().fold(0, |bits, (at, byte)| bits | u64::from(is(*byte)) << at)
        };
        Masks {
            separators: bits(&|byte| byte == delimiter),
            quotes: bits(&|byte| byte == b'"'),
            line_ends: bits(&|byte| matches!(byte, b'\n' | b'\r')),
            odd: bits(&|byte| matches!(byte, 0 | 0xcc | 0xcd | 0xef)),
        }
    }

    proptest! {
        #[test]
        fn every_byte_has_its_bit(
            bytes in prop::array::uniform32(prop::sample::select(b";,\"\n\r\0\xcc\xcd\xefab\x01\x80\xff".to_vec())),
            more in prop::array::uniform32(any::<u8>()),
        ) {
            let mut block = [0; WIDTH];
            block[..32].copy_from_slice(&bytes);
            block[32..].copy_from_slice(&more);
            for delimiter in *b";,\t|" {
                prop_assert_eq!(masks(&block, delimiter), expected(&block, delimiter));
            }
        }
    }
}
