//! CRC-32 as archives have it, in place of the crate of the same name and with the functions of it that `flate2` and `zip`
//! call. That crate carries its tables with it: 16 kB that no packing makes smaller, in a page that may weigh 700. Here the
//! same tables are computed when the first archive is opened, in some ten microseconds.

use std::sync::OnceLock;

/// The polynomial, its lowest power in the highest bit.
const POLYNOMIAL: u32 = 0xedb8_8320;
/// Bytes that are taken at a time.
const SLICE: usize = 8;
/// The polynomial 1 in the same order of bits.
const ONE: u32 = 1 << 31;

type Tables = [[u32; 256]; SLICE];

static TABLES: OnceLock<Box<Tables>> = OnceLock::new();

/// What a byte does to the sum, so many bytes before the last of a slice.
fn tables() -> &'static Tables {
    TABLES.get_or_init(|| {
        let mut tables = Box::new([[0; 256]; SLICE]);
        for (byte, entry) in (0..).zip(&mut tables[0]) {
            *entry = (0..8).fold(byte, |sum, _| times_x(sum));
        }
        for before in 1..SLICE {
            for byte in 0..256 {
                let sum = tables[before - 1][byte];
                tables[before][byte] = sum >> 8 ^ tables[0][(sum & 0xff) as usize];
            }
        }
        tables
    })
}

fn times_x(sum: u32) -> u32 {
    if sum & 1 == 1 { sum >> 1 ^ POLYNOMIAL } else { sum >> 1 }
}

/// The product of two polynomials.
fn times(one: u32, mut other: u32) -> u32 {
    (0..32).rev().fold(0, |product, power| {
        let product = if one >> power & 1 == 1 { product ^ other } else { product };
        other = times_x(other);
        product
    })
}

/// The sum of some bytes.
#[must_use]
pub fn hash(bytes: &[u8]) -> u32 {
    let mut hasher = Hasher::new();
    hasher.update(bytes);
    hasher.finalize()
}

/// The sum of bytes that come in parts.
#[derive(Clone, Debug, Default)]
pub struct Hasher {
    sum: u32,
    length: u64,
}

impl Hasher {
    /// The sum of nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self { sum: 0, length: 0 }
    }

    /// Goes on from a sum.
    #[must_use]
    pub const fn new_with_initial(sum: u32) -> Self {
        Self::new_with_initial_len(sum, 0)
    }

    /// Goes on from the sum of so many bytes.
    #[must_use]
    pub const fn new_with_initial_len(sum: u32, length: u64) -> Self {
        Self { sum, length }
    }

    /// Takes more bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        let tables = tables();
        let mut sum = !self.sum;
        let (slices, rest) = bytes.as_chunks::<SLICE>();
        for slice in slices {
            let [first, second, third, fourth, ..] = *slice;
            let start = (sum ^ u32::from_le_bytes([first, second, third, fourth])).to_le_bytes();
            sum = tables[7][usize::from(start[0])]
                ^ tables[6][usize::from(start[1])]
                ^ tables[5][usize::from(start[2])]
                ^ tables[4][usize::from(start[3])]
                ^ tables[3][usize::from(slice[4])]
                ^ tables[2][usize::from(slice[5])]
                ^ tables[1][usize::from(slice[6])]
                ^ tables[0][usize::from(slice[7])];
        }
        for byte in rest {
            sum = sum >> 8 ^ tables[0][usize::from(sum.to_le_bytes()[0] ^ byte)];
        }
        self.sum = !sum;
        self.length += bytes.len() as u64;
    }

    /// The sum.
    #[must_use]
    pub const fn finalize(self) -> u32 {
        self.sum
    }

    /// Begins anew.
    pub const fn reset(&mut self) {
        *self = Self::new();
    }

    /// Takes the bytes of another, by its sum and their number.
    pub fn combine(&mut self, behind: &Self) {
        // The sum moves up by as many bytes: by x^8 for each.
        let (mut power, mut left, mut moved) = ((0..8).fold(ONE, |one, _| times_x(one)), behind.length, self.sum);
        while left > 0 {
            if left & 1 == 1 {
                moved = times(power, moved);
            }
            power = times(power, power);
            left >>= 1;
        }
        self.sum = moved ^ behind.sum;
        self.length += behind.length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sums_are_those_of_the_standard() {
        // The check value of CRC-32/ISO-HDLC, and two sums that are widely printed.
        assert_eq!(hash(b"123456789"), 0xcbf4_3926);
        assert_eq!(hash(b""), 0);
        assert_eq!(hash(b"The quick brown fox jumps over the lazy dog"), 0x414f_a339);
    }

    #[test]
    fn bytes_may_come_in_parts_and_parts_be_joined() {
        let bytes: Vec<u8> = (0..1000_u32).map(|at| (at * at % 251) as u8).collect();
        for cut in [0, 1, 7, 8, 9, 500, 1000] {
            let (before, behind) = bytes.split_at(cut);
            let mut hasher = Hasher::new();
            hasher.update(before);
            let mut other = Hasher::new();
            other.update(behind);
            let mut joined = hasher.clone();
            joined.combine(&other);
            hasher.update(behind);
            assert_eq!((hasher.finalize(), joined.finalize()), (hash(&bytes), hash(&bytes)), "{cut}");
        }
    }
}
