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
    let mut masks = Masks::default();
    for (step, lane) in bytes.as_chunks::<LANE>().0.iter().enumerate() {
        let lane = u8x16::new(*lane);
        let is = |byte: u8| lane.simd_eq(u8x16::splat(byte));
        let bits = |lane: u8x16| u64::from(lane.to_bitmask()) << (step * LANE);
        masks.separators |= bits(is(delimiter));
        masks.quotes |= bits(is(b'"'));
        masks.line_ends |= bits(is(b'\n') | is(b'\r'));
        // U+0300 to U+037F begin with CC or CD, U+F000 to U+FFFF with EF.
        masks.odd |= bits(is(0) | is(0xef) | is(0xcc) | is(0xcd));
    }
    masks
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
