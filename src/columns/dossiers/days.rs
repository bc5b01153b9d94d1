//! The days of a list: some hundreds that come again and again, so that each is read once.

use crate::domain::Day;
use crate::text::day_of_ten;
use crate::text::is_clock;

/// Reads days as systems write them.
pub(super) struct Days(Box<[Read]>);

/// Ten bytes as two numbers, and the day they are; of a slot that holds none, bytes that are no day.
type Read = (u64, u16, Option<Day>);

/// Four years of days, each in a slot of its own: five bits for the day, four for the month, two for the year.
const SLOTS: usize = 1 << 11;

impl Days {
    pub(super) fn new() -> Self {
        Self(vec![(0, 0, None); SLOTS].into())
    }

    /// The day of a cell that holds nothing else but a time behind it; `None` for everything that is written otherwise.
    #[inline(always)]
    pub(super) fn read(&mut self, cell: &[u8]) -> Option<Day> {
        let (written, time) = cell.split_first_chunk::<10>()?;
        let (first, last) = (written.first_chunk::<8>()?, written.last_chunk::<2>()?);
        let (first, last) = (u64::from_le_bytes(*first), u16::from_le_bytes(*last));
        let slot = &mut self.0[slot(written)];
        if (slot.0, slot.1) != (first, last) {
            *slot = (first, last, day_of_ten(written));
        }
        if time.is_empty() || is_clock(time) { slot.2 } else { None }
    }
}

/// Where ten bytes may stand: by what would be day, month and year. Whatever they are, they have a slot.
#[inline(always)]
fn slot(written: &[u8; 10]) -> usize {
    let year_first = written[4] == b'-';
    let [day, month, year] = if year_first { [8, 5, 2] } else { [0, 3, 8] };
    let two = |at: usize| usize::from(written[at]) * 10 + usize::from(written[at + 1]);
    (two(day) % 32) | (two(month) % 16) << 5 | (two(year) % 4) << 9
}

// The laws want proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use proptest::prelude::*;

    use super::*;
    use crate::text::plain_day;

    proptest! {
        #[test]
        fn a_day_is_read_as_if_it_were_the_first(
            cells in prop::collection::vec(
                "[0-3][0-9][/.-][01][0-9][/.-]20[0-2][0-9]([ T][0-2][0-9]:[0-5][0-9](:[0-5][0-9])?)?|\
                 20[0-2][0-9]-[01][0-9]-[0-3][0-9]( [0-9:]{0,9})?|[0-9/: -]{0,20}|\0{10}",
                0..40,
            ),
        ) {
            let mut days = Days::new();
            for cell in cells.iter().chain(&cells) {
                prop_assert_eq!(days.read(cell.as_bytes()), plain_day(cell.as_bytes()), "{:?}", cell);
            }
        }
    }
}
