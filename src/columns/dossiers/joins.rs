//! Cells that need no closer look: what joins the parts of codes and days does not stand in them.

/// Whether a cell is surely neither code nor day, told by its first letter or by what joins its parts.
#[inline(always)]
pub(super) fn may_stand_anywhere(written: &[u8]) -> bool {
    let cell = if let [b'"', rest @ ..] = written { rest } else { written };
    match cell {
        // Codes begin with a digit or the letter of a province, days with a digit.
        [b'H' | b'h' | b'G' | b'g', ..] => has_few_joins(cell),
        [b'A'..=b'Z' | b'a'..=b'z' | 0xc3 | 0xc4 | 0xc6, ..] | [0xe1, 0xba | 0xbb, ..] => true,
        _ => has_few_joins(cell),
    }
}

/// Whether a cell has fewer than the two signs that join the parts of a code or of a day, and no number that could be a
/// day beside one of them. Most have none, which is seen at a glance.
#[inline(always)]
fn has_few_joins(cell: &[u8]) -> bool {
    has_none_at_a_glance(cell) || has_few_joins_indeed(cell)
}

/// Bits of the bytes that join or may stand for what does.
#[inline(always)]
const fn has_any(bytes: [u8; 8]) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let bytes = u64::from_le_bytes(bytes);
    // `,-./` differ in their last two bits alone.
    let (signs, wide) = ((bytes & (ONES * 0xfc)) ^ (ONES * 0x2c), bytes ^ (ONES * 0xef));
    let zeros = (signs.wrapping_sub(ONES) & !signs) | (wide.wrapping_sub(ONES) & !wide);
    zeros & (ONES << 7)
}

/// Whether none of the bytes joins or may stand for what does, looked at by eights, which may overlap. A comma stands beside
/// the signs that join, and is told from them byte by byte, as are all of less than four.
#[inline(always)]
fn has_none_at_a_glance(cell: &[u8]) -> bool {
    let (Some(first), Some(last)) = (cell.first_chunk(), cell.last_chunk()) else {
        return match (cell.first_chunk(), cell.last_chunk()) {
            (Some([one, two, three, four]), Some([five, six, seven, eight])) => {
                has_any([*one, *two, *three, *four, *five, *six, *seven, *eight]) == 0
            }
            _ => false,
        };
    };
    let mut found = has_any(*first) | has_any(*last);
    // What stands between the first eight and the last.
    let mut between = cell.get(8..).unwrap_or_default();
    while let Some((eight, rest)) = between.split_first_chunk() {
        (found, between) = (found | has_any(*eight), rest);
    }
    found == 0
}

/// The same, byte by byte.
fn has_few_joins_indeed(cell: &[u8]) -> bool {
    let (mut joins, mut digits, mut most) = (0, 0, 0);
    for byte in cell {
        match byte {
            b'0'..=b'9' => {
                digits += 1;
                most = most.max(digits);
                continue;
            }
            b'-' | b'/' | b'.' => joins += 1,
            // Among these are the signs of East Asian keyboards, which stand for others.
            0xef => return false,
            _ => {}
        }
        digits = 0;
    }
    // A serial number has five digits.
    joins == 0 || joins == 1 && most < 5
}

// The laws want proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_glance_says_no_more_than_every_byte(cell in "[0-9a,./ -]{0,20}|[0-9ạ－]{0,9}|[ -~]{0,40}") {
            let joins = cell.bytes().any(|byte| matches!(byte, b'-' | b'.' | b'/' | 0xef));
            prop_assert!(!(has_none_at_a_glance(cell.as_bytes()) && joins), "{:?}", cell);
            prop_assert_eq!(has_few_joins(cell.as_bytes()), has_few_joins_indeed(cell.as_bytes()), "{:?}", cell);
        }
    }
}
