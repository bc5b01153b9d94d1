//! How far and how fast a long file is read, in words.

use crate::text::numbers::print_count;

/// Milliseconds of reading before its pace is told: what is read sooner needs none.
const TELLING: u64 = 2_000;

/// Đã đọc: how far the reading of a file is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Far {
    /// Bytes read.
    pub bytes: u64,
    /// Rows that are known to have come.
    pub rows: u64,
    /// Milliseconds since the reading began.
    pub milliseconds: u64,
}

impl Far {
    /// Rows, pace and the time that is left while so many bytes are; nothing for a file that is soon read.
    #[must_use]
    pub fn words(self, left: u64) -> String {
        let Self { bytes, rows, milliseconds } = self;
        if milliseconds < TELLING || bytes == 0 {
            return String::new();
        }
        let megabytes = (bytes / 1000 / milliseconds).max(1);
        let rows = if rows == 0 { String::new() } else { format!(", đã được {} dòng", print_count(rows)) };
        format!(
            "{rows}, {} MB mỗi giây, còn khoảng {}",
            print_count(megabytes),
            time(left / (bytes / milliseconds).max(1))
        )
    }
}

/// A time that is about so long.
fn time(milliseconds: u64) -> String {
    match milliseconds.div_ceil(1000) {
        seconds @ ..60 => format!("{} giây", seconds.max(1)),
        seconds @ 60..5400 => format!("{} phút", seconds.div_ceil(60)),
        seconds => format!("{} giờ", seconds.div_ceil(3600)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_reading_tells_its_pace() {
        #[track_caller]
        fn case(bytes: u64, rows: u64, milliseconds: u64, left: u64, words: &str) {
            assert_eq!(Far { bytes, rows, milliseconds }.words(left), words);
        }
        case(100_000_000, 376_000, 4_000, 150_000_000, ", đã được 376.000 dòng, 25 MB mỗi giây, còn khoảng 6 giây");
        // A slow share: 1,5 MB in a second, 300 MB left, 200 s.
        case(15_000_000, 0, 10_000, 300_000_000, ", 1 MB mỗi giây, còn khoảng 4 phút");
        case(15_000_000, 0, 10_000, 9_000_000_000, ", 1 MB mỗi giây, còn khoảng 2 giờ");
        case(3_000_000, 9, 2_000, 0, ", đã được 9 dòng, 1 MB mỗi giây, còn khoảng 1 giây");
        case(100_000_000, 376_000, 1_999, 150_000_000, "");
        case(0, 0, 9_000, 150_000_000, "");
    }
}
