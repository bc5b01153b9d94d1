//! A stored number → its text, in whole digits: fifteen of them, as many as a spreadsheet itself shows, so that
//! 72.30000000000001 is 72.3 again. Days and times are counted from serials, without a binary fraction.

use crate::domain::Digits;

/// Days from 1 January 0000 of the Gregorian calendar, reckoned backwards, to 30 December 1899.
const DAYS_TO_1899: i64 = 693_959;
/// Days by which serials of the 1904 system fall short of those of the 1900 system.
const DAYS_TO_1904: i64 = 1462;
/// The last serial that is a day: 31 December 9999.
const LAST_SERIAL: i64 = 2_958_465;

/// A number as a spreadsheet stores it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number(Digits);

/// Decimals that a number's text has.
const PLACES: i32 = 6;

/// Digits before the point of the largest number that a spreadsheet can store.
const LARGEST: i32 = 309;

impl Number {
    /// The number a binary fraction stands for. `None` for what is no number.
    pub(super) fn of(value: f64) -> Option<Self> {
        Digits::of(value).map(Self)
    }

    /// The number that is written with a point.
    pub(super) fn written(text: &str) -> Option<Self> {
        let text = text.trim();
        if Self::is_plain(text) {
            let before = i32::try_from(text.len()).ok()?;
            return Some(Self(Digits { negative: false, digits: text.trim_end_matches('0').to_owned(), before }));
        }
        Self::of_decimal(text)
    }

    /// The number of a text such as `-72.3`, `7.23E+1`. Read digit by digit: a binary fraction on the way would need the
    /// library's tables, of 10 kB.
    fn of_decimal(text: &str) -> Option<Self> {
        let (negative, body) = match text.as_bytes().first()? {
            b'-' => (true, &text[1..]),
            b'+' => (false, &text[1..]),
            _ => (false, text),
        };
        let (mantissa, power) = match body.find(['e', 'E']) {
            Some(at) => (&body[..at], body[at + 1..].parse::<i32>().ok()?),
            None => (body, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let is_digits = |part: &str| part.bytes().all(|digit| digit.is_ascii_digit());
        if whole.is_empty() && fraction.is_empty() || !(is_digits(whole) && is_digits(fraction)) {
            return None;
        }
        let all = [whole, fraction].concat();
        let digits = all.trim_start_matches('0');
        let zeros = all.len() - digits.len();
        let before = i32::try_from(whole.len()).ok()?.checked_sub(i32::try_from(zeros).ok()?)?.checked_add(power)?;
        // What no spreadsheet can store is no number of one.
        if before > LARGEST && !digits.is_empty() {
            return None;
        }
        let digits = if before < -LARGEST { "" } else { digits };
        Some(Self(Digits::rounded(negative, digits, before)))
    }

    /// Whether a number is written as its text is: whole, without a sign, and not longer than its digits.
    pub(super) fn is_plain(text: &str) -> bool {
        let is_whole = text.bytes().all(|digit| digit.is_ascii_digit());
        is_whole && (text == "0" || (!text.starts_with('0') && (1..=Digits::KEPT).contains(&text.len())))
    }

    /// The number times ten to a power.
    pub(super) fn times_ten_to(mut self, power: i32) -> Self {
        self.0.before += power;
        self
    }

    /// Its text with a point, so that no rule about separators can mistake it: three decimals get a fourth. More than six
    /// are what adding up leaves behind.
    pub(super) fn text(&self) -> String {
        let (whole, mut fraction) = self.0.to_places(PLACES).parts();
        if fraction.len() == 3 {
            fraction.push('0');
        }
        let (sign, point) = (if self.0.negative { "-" } else { "" }, if fraction.is_empty() { "" } else { "." });
        format!("{sign}{whole}{point}{fraction}")
    }

    /// The text of a share that is shown as a percentage: 0.723 is `72.3%`.
    pub(super) fn percent(&self) -> String {
        format!("{}%", self.clone().times_ten_to(2).text())
    }

    /// Whether it is this number once it is rounded to the decimals that this one has.
    pub(super) fn rounds_to(&self, shown: &Self) -> bool {
        let places = i32::try_from(shown.0.digits.len()).unwrap_or(0) - shown.0.before;
        self.0.to_places(places.max(0)) == shown.0
    }

    /// The day, as Vietnam writes it, that is the serial's, with its time unless that is midnight. `None` for what is no
    /// serial.
    pub(super) fn day(&self, since_1904: bool) -> Option<String> {
        let (days, seconds) = self.serial()?;
        let days = if since_1904 { days + DAYS_TO_1904 } else { days };
        if !(1..=LAST_SERIAL).contains(&days) {
            return None;
        }
        // Excel believes in 29 February 1900, serial 60: the days before it are one off.
        let days = if days < 60 { days + 1 } else { days };
        let (year, month, day) = civil(days + DAYS_TO_1899);
        let day = format!("{day:02}/{month:02}/{year}");
        Some(if seconds == 0 { day } else { format!("{day} {}", clock(seconds)) })
    }

    /// The time of a serial, hours counted on beyond a day.
    pub(super) fn time(&self) -> Option<String> {
        let (days, seconds) = self.serial()?;
        Some(clock(days * 86_400 + seconds))
    }

    /// Whole days and seconds, rounded to the second.
    fn serial(&self) -> Option<(i64, i64)> {
        let (whole, fraction) = self.0.parts();
        let days: i64 = whole.parse().ok()?;
        if self.0.negative || days > LAST_SERIAL {
            return None;
        }
        let parts: i64 = format!("{fraction:0<10.10}").parse().ok()?;
        let seconds = (parts * 86_400 + 5_000_000_000) / 10_000_000_000;
        Some((days + seconds / 86_400, seconds % 86_400))
    }
}

fn clock(seconds: i64) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if rest == 0 { format!("{hours:02}:{minutes:02}") } else { format!("{hours:02}:{minutes:02}:{rest:02}") }
}

/// Year, month and day of a day counted from 1 January 0000. Years begin in March, so that the leap day ends them; 400
/// years have 146 097 days, their months 153 in five.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days - 60; // from 1 March 0000
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (era * 400 + year + later, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_numbers_keep_their_value_and_cannot_be_thousands() {
        for (value, percent, text) in [
            (1343.0, false, "1343"),
            (72.3, false, "72.3"),
            (72.300_000_000_000_01, false, "72.3"),
            (1.343, false, "1.3430"),
            (1e6, false, "1000000"),
            (366.000_000_1, false, "366"),
            (365.999_999_9, false, "366"),
            (72.300_000_000_1, false, "72.3"),
            (0.123_456_789, true, "12.345679%"),
            (0.000_000_1, false, "0.0000001"), // no 0
            (999_999.999_999_9, false, "1000000"),
            (-0.0, false, "0"),
            (0.723, true, "72.3%"),
            (0.723_000_000_000_000_1, true, "72.3%"),
            (0.49, true, "49%"),
            (1.0, true, "100%"),
            (0.05, true, "5%"),
            (0.000_5, true, "0.05%"),
            (0.123_45, true, "12.3450%"),
            (-0.5, true, "-50%"),
            (0.0, true, "0%"),
        ] {
            let number = Number::of(value).unwrap();
            assert_eq!(if percent { number.percent() } else { number.text() }, text);
        }
        for (text, value) in
            [("0", 0.0), ("7", 7.0), ("1996", 1996.0), ("1200", 1200.0), ("999999999999999", 999_999_999_999_999.0)]
        {
            assert_eq!(Number::written(text), Number::of(value), "{text}");
        }
        for text in [
            "72.3",
            "-0.5",
            "72.30000000000001",
            "72.299999999999997",
            "0.72299999999999998",
            "7.23E+1",
            "2.919e3",
            "1e-3",
            ".5",
            "5.",
            "+7",
            "0.000",
            "-0",
            "999999999999999.96",
            "45082.354166666664",
            "1E-400",
            "00012.50",
        ] {
            assert_eq!(Number::written(text), Number::of(text.parse().unwrap()), "{text}");
        }
        for text in ["", ".", "-", "e5", "1e", "1e400", "inf", "nan", "0x1F", "1.2.3", "1 000", "12%", "1e99999999999"]
        {
            assert_eq!(Number::written(text), None, "{text}");
        }
        assert_eq!(Number::of(f64::NAN), None);
        assert_eq!(Number::of(5390.0).unwrap().times_ten_to(-2).text(), "53.9");
    }

    #[test]
    fn serials_are_days_of_both_systems() {
        #[track_caller]
        fn case(serial: f64, since_1904: bool, expected: Option<&str>) {
            assert_eq!(Number::of(serial).unwrap().day(since_1904).as_deref(), expected, "{serial}");
        }
        case(45_082.0, false, Some("05/06/2023")); // 43831 is 01/01/2020; 366 + 365 + 365 + 155 days on is 05/6/2023
        case(43_831.0, false, Some("01/01/2020"));
        case(43_620.0, true, Some("05/06/2023")); // 45082 - 1462
        case(0.0, true, Some("01/01/1904"));
        case(1.0, false, Some("01/01/1900"));
        case(61.0, false, Some("01/03/1900"));
        case(45_082.354_166_666_7, false, Some("05/06/2023 08:30"));
        case(45_081.999_999_999, false, Some("05/06/2023")); // a second's rounding reaches midnight
        case(45_082.0 + 1.0 / 86_400.0, false, Some("05/06/2023 00:00:01"));
        case(2_958_465.0, false, Some("31/12/9999"));
        case(2_958_466.0, false, None);
        case(-1.0, false, None);
        case(0.0, false, None);
        assert_eq!(Number::of(1.5).unwrap().time().as_deref(), Some("36:00"));
    }
}

// The law wants proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_written_number_is_the_one_a_spreadsheet_would_store(
            text in "-?[0-9]{1,9}(\\.[0-9]{1,6})?([eE][+-]?[0-9]{1,2})?", value in -1e12_f64..1e12,
        ) {
            prop_assert_eq!(Number::written(&text), Number::of(text.parse().unwrap()), "{}", text);
            // With all the digits by which a binary fraction is told from its neighbours.
            let (written, stored) = (format!("{value}"), Number::of(value));
            if written.bytes().filter(u8::is_ascii_digit).count() != Digits::KEPT + 1 {
                prop_assert_eq!(Number::written(&written), stored, "{}", written);
            }
        }
    }
}
