//! Where the bytes stand that give a text its rows and cells: 64 bytes at a time, one bit a byte.

use wide::u8x16;

/// Bytes that a processor compares at once.
const LANE: usize = 16;

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
#[inline]
pub(super) fn masks(bytes: &[u8; WIDTH], delimiter: u8) -> Masks {
    let mut lanes = [u8x16::ZERO; WIDTH / LANE];
    for (lane, bytes) in lanes.iter_mut().zip(bytes.as_chunks::<LANE>().0) {
        *lane = u8x16::new(*bytes);
    }
    let bits = |lanes: [u8x16; WIDTH / LANE]| {
        let [one, two, three, four] = lanes.map(|lane| u64::from(lane.to_bitmask()));
        one | two << LANE | three << (2 * LANE) | four << (3 * LANE)
    };
    let is = |byte: u8| lanes.map(|lane| lane.simd_eq(u8x16::splat(byte)));
    // U+0300 to U+037F begin with CC or CD, U+F000 to U+FFFF with EF.
    let odd = lanes.map(|lane| {
        let is = |lane: u8x16, byte: u8| lane.simd_eq(u8x16::splat(byte));
        is(lane, 0) | is(lane, 0xef) | is(lane & u8x16::splat(0xfe), 0xcc)
    });
    let line_ends = lanes.map(|lane| lane.simd_eq(u8x16::splat(b'\n')) | lane.simd_eq(u8x16::splat(b'\r')));
    let [one, two, three, four] = odd;
    Masks {
        separators: bits(is(delimiter)),
        quotes: bits(is(b'"')),
        line_ends: bits(line_ends),
        // Hardly any chunk has one.
        odd: if (one | two | three | four).any() { bits(odd) } else { 0 },
    }
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
