//! A stored number → its text, in whole digits: fifteen of them, as many as a spreadsheet itself shows, so that
//! 72.30000000000001 is 72.3 again. Days and times are counted from serials, without a binary fraction.

/// Digits that a spreadsheet keeps of a number.
const DIGITS: usize = 15;
/// Days from 1 January 0000 of the Gregorian calendar, reckoned backwards, to 30 December 1899.
const DAYS_TO_1899: i64 = 693_959;
/// Days by which serials of the 1904 system fall short of those of the 1900 system.
const DAYS_TO_1904: i64 = 1462;
/// The last serial that is a day: 31 December 9999.
const LAST_SERIAL: i64 = 2_958_465;

/// A number as digits before and behind its point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    negative: bool,
    /// Digits without zeros at either end.
    digits: String,
    /// How many of the digits, zeros added, stand before the point; below 0, how many zeros follow it.
    before: i32,
}

impl Number {
    /// The number a binary fraction stands for. `None` for what is no number.
    pub(super) fn of(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let written = format!("{:.*e}", DIGITS - 1, value.abs());
        let (mantissa, exponent) = written.split_once('e')?;
        let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
        let digits = digits.trim_end_matches('0').to_owned();
        let before = exponent.parse::<i32>().ok()? + 1;
        Some(Self { negative: value.is_sign_negative() && !digits.is_empty(), digits, before })
    }

    /// The number that is written with a point.
    pub(super) fn written(text: &str) -> Option<Self> {
        let text = text.trim();
        if Self::is_plain(text) {
            let before = i32::try_from(text.len()).ok()?;
            return Some(Self { negative: false, digits: text.trim_end_matches('0').to_owned(), before });
        }
        text.parse().ok().and_then(Self::of)
    }

    /// Whether a number is written as its text is: whole, without a sign, and not longer than its digits.
    pub(super) fn is_plain(text: &str) -> bool {
        let is_whole = text.bytes().all(|digit| digit.is_ascii_digit());
        is_whole && (text == "0" || (!text.starts_with('0') && (1..=DIGITS).contains(&text.len())))
    }

    /// The number times ten to a power.
    pub(super) fn times_ten_to(mut self, power: i32) -> Self {
        self.before += power;
        self
    }

    fn parts(&self) -> (String, String) {
        if self.digits.is_empty() {
            return ("0".to_owned(), String::new());
        }
        match usize::try_from(self.before) {
            Ok(before) if before > 0 => {
                let cut = before.min(self.digits.len());
                (format!("{:0<before$}", &self.digits[..cut]), self.digits[cut..].to_owned())
            }
            _ => ("0".to_owned(), "0".repeat(self.before.unsigned_abs() as usize) + &self.digits),
        }
    }

    /// Its text with a point, so that no rule about separators can mistake it: three decimals get a fourth.
    pub(super) fn text(&self) -> String {
        let (whole, mut fraction) = self.parts();
        if fraction.len() == 3 {
            fraction.push('0');
        }
        let (sign, point) = (if self.negative { "-" } else { "" }, if fraction.is_empty() { "" } else { "." });
        format!("{sign}{whole}{point}{fraction}")
    }

    /// The text of a share that is shown as a percentage: 0.723 is `72.3%`.
    pub(super) fn percent(&self) -> String {
        format!("{}%", self.clone().times_ten_to(2).text())
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
        let (whole, fraction) = self.parts();
        let days: i64 = whole.parse().ok()?;
        if self.negative || days > LAST_SERIAL {
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
