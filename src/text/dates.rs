//! Days as offices write them, always day-first.

use std::borrow::Cow;

use super::fold;
use super::tidy;
use crate::domain::Day;

/// Reads a day: `05/6/2023`, `5-6-2023`, `05.06.2023`, `2023-06-05`. `None` when the text is no day of the calendar.
#[must_use]
pub fn day(text: &str) -> Option<Day> {
    let text = text.trim();
    let separator = text.chars().find(|character| !character.is_ascii_digit())?;
    if !matches!(separator, '/' | '-' | '.') {
        return None;
    }
    let parts: Vec<&str> = text.split(separator).map(str::trim).collect();
    let [first, month, last] = parts.as_slice() else { return None };
    let (day, year) = if first.len() == 4 { (last, first) } else { (first, last) };
    let year: u16 = match year.len() {
        4 => year.parse().ok()?,
        2 => 2000 + year.parse::<u16>().ok()?,
        _ => return None,
    };
    Day::new(year, month.parse().ok()?, day.parse().ok()?)
}

/// A day read from a cell that may hold a time as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// A day, written day-first or year-first.
    Day(Day),
    /// A day that exists only when its month is read first: a spreadsheet of another country has changed the column, and
    /// days below 13 in it may stand for months.
    MonthFirst(Day),
}

/// Reads the day of a cell: as [`day`] does, with a time on either side (`05/06/2023 08:30`, `08:30 05/06/2023`,
/// `2023-06-05T08:30:00`), in words (`26-May-23`, `27 tháng 5 năm 2023`), as a spreadsheet's serial number (`45082`), or as
/// digits alone (`20230605083000`). A stamp that ends in `Z` is of Greenwich: `2023-04-09T17:00:00Z` is 10/4 in Vietnam, and
/// so is `2023-04-09T17:00:00+0000`. `None` when it is no day.
#[must_use]
pub fn moment(text: &str) -> Option<Moment> {
    // Most cells of a list are no days: they are told by their first bytes.
    let text = text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\'' || letter == '\u{a0}');
    // Letters that nobody sees, as copied from a window of properties.
    let seen = if text.len() <= 80 && !text.is_ascii() { tidy(text) } else { Cow::Borrowed(text) };
    let text = seen.as_ref();
    // `22 / 02 / 2023`
    let joined = text.contains(" /").then(|| text.replace(" /", "/").replace("/ ", "/"));
    let text = joined.as_deref().unwrap_or(text);
    let text = text.strip_prefix("ngày ").or_else(|| text.strip_prefix("Ngày ")).map_or(text, str::trim_start);
    if text.len() > 40 || !text.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    if let Some(serial) = text.split(['.', ',']).next().filter(|whole| whole.len() == 5 && whole.parse::<u32>().is_ok())
        && text[5..].bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
    {
        // From 2000 to 2099: other numbers of five digits are counts.
        return serial
            .parse()
            .ok()
            .filter(|serial| (36_526..=73_050).contains(serial))
            .and_then(Day::from_serial)
            .map(Moment::Day);
    }
    if matches!(text.len(), 8 | 14) && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return compact(text);
    }
    if let Some(day) = in_words(text) {
        return Some(Moment::Day(day));
    }
    let mut found = None;
    for part in text
        .split(|letter: char| letter.is_whitespace() || matches!(letter, 'T' | '\u{a0}'))
        .filter(|part| !part.is_empty())
    {
        let read = day(part).map(Moment::Day).or_else(|| month_then_day(part).map(Moment::MonthFirst));
        match (read, found) {
            (Some(_), None) => found = read,
            (None, _) if is_time(part) => {}
            _ => return None,
        }
    }
    match found {
        Some(Moment::Day(day)) => match days_ahead(text) {
            Some(1) => day.next(),
            Some(-1) => day.previous(),
            _ => Some(day),
        }
        .map(Moment::Day),
        found => found,
    }
}

/// How many days later than it is written a stamp is in Vietnam, seven hours ahead of Greenwich, where it says how far ahead
/// the place is whose clock it shows: `2023-04-09T17:00:00Z`, `2023-04-09 17:00:00+00`.
fn days_ahead(text: &str) -> Option<i16> {
    let time = text.get(11..).filter(|_| text.as_bytes()[4] == b'-')?.trim_start();
    let has_place = time.ends_with('Z') || time.contains('+') || (time.contains('-') && text.as_bytes()[10] == b'T');
    if !has_place {
        // `08:30-09:00` are two times of one day.
        return None;
    }
    let (clock, offset) = time.split_at(time.rfind(['+', '-', 'Z'])?);
    let minutes = |clock: &str| {
        let (hour, minute) = clock.split_at_checked(2)?;
        let minute = minute.strip_prefix(':').unwrap_or(minute).get(..2).unwrap_or("0");
        let (hour, minute) = (hour.parse::<i16>().ok()?, minute.parse::<i16>().ok()?);
        (hour < 24 && minute < 60).then_some(hour * 60 + minute)
    };
    let ahead = match offset.split_at(1) {
        ("+", offset) => minutes(offset)?,
        ("-", offset) => -minutes(offset)?,
        _ => 0,
    };
    Some((minutes(clock)? - ahead + 7 * 60).div_euclid(24 * 60))
}

/// A day whose month is a word: `27 tháng 5 năm 2023`, and as a spreadsheet shows days, in English or in Vietnamese:
/// `26-May-23`, `26-Thg5-23`. A month that is a word leaves no doubt which number is the day.
fn in_words(text: &str) -> Option<Day> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    if text.contains("háng ") {
        return in_vietnamese(text);
    }
    let (date, time) = text.split_once(' ').unwrap_or((text, ""));
    if !(time.is_empty() || is_time(time)) {
        return None;
    }
    let mut parts = date.split(['-', '/']);
    let (day, month, year) = (parts.next()?, parts.next()?.to_ascii_lowercase(), parts.next()?);
    let month = match month.strip_prefix("thg") {
        Some(number) => number.parse().ok()?,
        None => MONTHS.iter().position(|name| *name == month)? + 1,
    };
    let is_alone = parts.next().is_none();
    self::day(&format!("{day}/{month}/{year}")).filter(|_| is_alone)
}

/// The same in Vietnamese: `27 tháng 5 năm 2023`, and as a spreadsheet shows it, `26 Tháng 01 2023`, `26 Tháng Giêng 2023`.
fn in_vietnamese(text: &str) -> Option<Day> {
    const MONTHS: [&str; 12] =
        ["gieng", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi", "muoi mot", "muoi hai"];
    let words: Vec<&str> = text.split_whitespace().collect();
    let times = words.iter().rev().take_while(|word| is_time(word)).count();
    let [day, "tháng" | "Tháng", month @ .., year] = &words[..words.len() - times] else { return None };
    let month = match month {
        [month @ .., "năm" | "Năm"] if !month.is_empty() => month,
        month => month,
    };
    let month = fold(&month.join(" "));
    let named = MONTHS.iter().position(|name| *name == month).map(|at| (at + 1).to_string());
    let month = if month == "mot" { "1".to_owned() } else { named.unwrap_or(month) };
    self::day(&format!("{day}/{month}/{year}")).filter(|_| year.len() == 4)
}

/// Reads the day of a cell that is written as systems write it: `05/06/2023`, `05-06-2023`, `05.06.2023` or `2023-06-05`, with nothing
/// around it but a time behind a space or a `T`. `None` for everything else, which [`moment`] may read.
#[cfg(test)]
#[must_use]
pub fn plain_day(cell: &[u8]) -> Option<Day> {
    let (written, time) = cell.split_first_chunk()?;
    day_of_ten(written).filter(|_| time.is_empty() || is_clock(time))
}

/// Reads the day of ten bytes that systems write so.
#[must_use]
pub fn day_of_ten(written: &[u8; 10]) -> Option<Day> {
    let (first, last) = (written.first_chunk::<8>()?, written.last_chunk::<2>()?);
    // Ten bytes as two numbers: whether all are digits is asked at once.
    let day_first = matches!((written[2], written[5]), (b'/', b'/') | (b'-', b'-') | (b'.', b'.'));
    let digits = match (written[4], written[7]) {
        _ if day_first => 0xffff_00ff_ff00_ffff,
        (b'-', b'-') => 0x00ff_ff00_ffff_ffff,
        _ => return None,
    };
    let first = (u64::from_le_bytes(*first) ^ ZEROS) & digits;
    let last = u64::from(u16::from_le_bytes(*last)) ^ (ZEROS & 0xffff);
    if (over_nine(first) | over_nine(last)) != 0 {
        return None;
    }
    let at = |at: u32| (first >> (8 * at)) & 0xf;
    let ends = (last & 0xf) * 10 + (last >> 8);
    let (year, month, day) = if day_first {
        (at(6) * 1000 + at(7) * 100 + ends, at(3) * 10 + at(4), at(0) * 10 + at(1))
    } else {
        (at(0) * 1000 + at(1) * 100 + at(2) * 10 + at(3), at(5) * 10 + at(6), ends)
    };
    Day::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// Eight bytes as a number that is 0 in each byte where a digit stands, and is not where none does.
#[must_use]
#[inline(always)]
pub const fn no_digits(bytes: [u8; 8]) -> u64 {
    over_nine(u64::from_le_bytes(bytes) ^ ZEROS)
}

/// In which of eight bytes, digits less `0`, no digit was.
#[inline(always)]
const fn over_nine(digits: u64) -> u64 {
    (digits | ((digits & !TENS) + SIXES)) & TENS
}

/// In each of eight bytes: the digit 0; what is 16 with ten; the bits that no number below 16 has.
const ZEROS: u64 = 0x3030_3030_3030_3030;
const SIXES: u64 = 0x0606_0606_0606_0606;
const TENS: u64 = 0xf0f0_f0f0_f0f0_f0f0;

/// Whether a time of the day follows a day: ` 08:30`, `T08:30:00`.
#[must_use]
#[inline(always)]
pub fn is_clock(time: &[u8]) -> bool {
    let digits = match *time {
        [b' ' | b'T', h, of_h, b':', m, of_m] => [h, of_h, m, of_m, b'0', b'0', b'0', b'0'],
        [b' ' | b'T', h, of_h, b':', m, of_m, b':', s, of_s] => [h, of_h, m, of_m, s, of_s, b'0', b'0'],
        _ => return false,
    };
    no_digits(digits) == 0
}

/// `20230605` and `20230605083000`, as systems hand days to one another; of this century alone, other numbers of eight
/// digits are counts.
fn compact(text: &str) -> Option<Moment> {
    let (year, month, day) = (text[..4].parse().ok()?, text[4..6].parse().ok()?, text[6..8].parse().ok()?);
    (2000..2100).contains(&year).then(|| Day::new(year, month, day).map(Moment::Day))?
}

/// The day of a cell if its month comes first: `06/20/2023`, `5/6/23 08:30`. `None` when it is no day that way.
#[must_use]
pub fn month_first(text: &str) -> Option<Day> {
    let mut parts = text.split(|letter: char| letter.is_whitespace() || letter == '\u{a0}');
    parts.find_map(month_then_day)
}

fn month_then_day(text: &str) -> Option<Day> {
    let mut parts = text.trim_matches('\'').split(['/', '-']);
    let (month, day, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || month.len() > 2 {
        return None;
    }
    let year: u16 = match year.len() {
        4 => year.parse().ok()?,
        2 => 2000 + year.parse::<u16>().ok()?,
        _ => return None,
    };
    Day::new(year, month.parse().ok()?, day.parse().ok()?)
}

/// `08:30`, `08:30:00.000Z`, `8h30`, `SA`, `PM`.
fn is_time(text: &str) -> bool {
    let marks = matches!(text, "SA" | "CH" | "AM" | "PM" | "am" | "pm" | "lúc" | "-" | "ngày");
    let clock = text.contains([':', 'h']) && text.starts_with(|letter: char| letter.is_ascii_digit());
    marks
        || (clock
            && text
                .chars()
                .all(|letter| letter.is_ascii_digit() || matches!(letter, ':' | '.' | 'h' | '+' | 'Z' | '-')))
}

// The laws want proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn days_are_read_day_first() {
        for (text, read) in [
            ("05/06/2023", Some("2023-06-05")),
            ("05/6/2023", Some("2023-06-05")),
            ("5/6/23", Some("2023-06-05")),
            ("05-06-2023", Some("2023-06-05")),
            ("2023-06-05", Some("2023-06-05")),
            ("31/02/2023", None),
            ("06/13/2023", None), // month-first is never tried
            ("6/2023", None),
            ("766", None),
            ("", None),
        ] {
            assert_eq!(day(text).map(|day| day.to_string()).as_deref(), read, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn a_plain_day_is_the_day_of_its_cell(
            cell in "[0-3][0-9/:-?][-/][01][0-9][-/](19|20)[0-9]{2}( [0-2][0-9]:[0-5][0-9]| 10:2|T08:30:00|x)?|\
                20[0-9]{2}-[01][0-9]-[0-3][0-9]([ T][0-2][0-9]:[0-5][0-9]:[0-5][0-9])?|[0-9/: -]{8,12}"
        ) {
            if let Some(day) = plain_day(cell.as_bytes()) {
                prop_assert_eq!(moment(&cell), Some(Moment::Day(day)), "{}", cell);
            }
        }
    }

    #[test]
    fn days_as_systems_write_them_are_plain() {
        for cell in ["05/06/2023", "05-06-2023 08:30", "2023-06-05", "2023-06-05T08:30:00"] {
            assert_eq!(plain_day(cell.as_bytes()), Day::new(2023, 6, 5), "{cell}");
        }
        for cell in ["5/6/2023", "05/06/23", " 05/06/2023", "05/06/2023 ", "31/02/2023", "05/06-2023", "05/06/2023 lúc"]
        {
            assert_eq!(plain_day(cell.as_bytes()), None, "{cell}");
        }
    }

    #[test]
    fn a_cell_may_hold_a_time_or_a_serial_number() {
        for (text, expected) in [
            ("05/06/2023 08:30", Some(("2023-06-05", false))),
            ("08:30 05/06/2023", Some(("2023-06-05", false))),
            ("08:30:15 ngày 05/6/2023", Some(("2023-06-05", false))),
            ("ngày 05/6/2023", Some(("2023-06-05", false))),
            ("Ngày 05 tháng 6", None),
            ("2023-06-05T08:30:00", Some(("2023-06-05", false))),
            ("2023-06-05T08:30:00.000+07:00", Some(("2023-06-05", false))),
            ("5/6/2023 8:30 SA", Some(("2023-06-05", false))),
            ("45082", Some(("2023-06-05", false))),
            ("43831", Some(("2020-01-01", false))),
            ("45082.354166", Some(("2023-06-05", false))),
            ("20230605", Some(("2023-06-05", false))),
            ("20230605083000", Some(("2023-06-05", false))),
            ("26-May-23", Some(("2023-05-26", false))),
            ("5-Jan-2023", Some(("2023-01-05", false))),
            ("05/SEP/2023 08:30", Some(("2023-09-05", false))),
            ("26-Thg5-23", Some(("2023-05-26", false))),
            ("31-Feb-23", None),
            ("26-Mai-23", None),
            ("26-May", None),
            ("26-May-23-1", None),
            ("ngày 27 tháng 5 năm 2023", Some(("2023-05-27", false))),
            ("05 tháng 6 năm 2023", Some(("2023-06-05", false))),
            ("26 Tháng 01 2023", Some(("2023-01-26", false))), // as a spreadsheet in Vietnamese shows it
            ("26 Tháng Giêng 2023 08:30", Some(("2023-01-26", false))),
            ("05 tháng Năm năm 2023", Some(("2023-05-05", false))),
            ("5 Tháng Mười Hai 2023", Some(("2023-12-05", false))),
            ("05 tháng năm 2023", Some(("2023-05-05", false))),
            ("05 tháng 2023", None),
            ("05 tháng Mười Ba 2023", None),
            ("31 tháng 2 năm 2023", None),
            ("2023-04-09T17:00:00.000Z", Some(("2023-04-10", false))), // midnight in Vietnam
            ("2023-04-09T16:59:59Z", Some(("2023-04-09", false))),
            ("2023-12-31T23:30:00Z", Some(("2024-01-01", false))),
            ("2023-04-09T17:00:00", Some(("2023-04-09", false))), // of no named place: as it stands
            ("2023-04-09T17:00:00+07:00", Some(("2023-04-09", false))),
            ("2023-04-09T17:00:00.000+0000", Some(("2023-04-10", false))),
            ("2023-04-09T16:59:59.999+0000", Some(("2023-04-09", false))),
            ("2023-02-28 17:00:00+00", Some(("2023-03-01", false))),
            ("2023-04-09 17:00:00Z", Some(("2023-04-10", false))),
            ("2023-04-09 17:00+00:00", Some(("2023-04-10", false))),
            ("2023-04-10T01:59:59+09:00", Some(("2023-04-09", false))), // 16:59:59 of Greenwich
            ("2023-03-01T01:30:00+0900", Some(("2023-02-28", false))),
            ("2023-01-01T01:30:00+09", Some(("2022-12-31", false))),
            ("2023-04-10T02:00:00+09:00", Some(("2023-04-10", false))),
            ("2023-04-09T12:00:00-05:00", Some(("2023-04-10", false))),
            ("2023-04-09T11:30:00-0530", Some(("2023-04-10", false))),
            ("2023-04-09 08:30-09:00", Some(("2023-04-09", false))), // from then to then
            ("2023-04-09 18:00:00 - 19:00:00", Some(("2023-04-09", false))),
            ("2023-04-09T17:00:00+99:00", Some(("2023-04-09", false))),
            ("20231332", None),
            ("19230605", None),
            ("06/25/2023", Some(("2023-06-25", true))),
            ("06/25/2023 14:00", Some(("2023-06-25", true))),
            ("31/02/2023", None),
            ("12345", None), // 1933: a count
            ("05/06/2023 và 06/06/2023", None),
            ("H38.24-230605-0012", None),
            ("", None),
        ] {
            let read = moment(text).map(|read| match read {
                Moment::Day(day) => (day.to_string(), false),
                Moment::MonthFirst(day) => (day.to_string(), true),
            });
            assert_eq!(read, expected.map(|(day, first)| (day.to_owned(), first)), "{text:?}");
        }
    }
}
