//! Days and periods, day-first as Vietnam writes them. No clock: the day of reference is handed in where one is needed.

use std::fmt;

use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;
use serde::Serializer;
use serde::de::Error as _;

/// Ngày: a day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(clippy::struct_field_names, reason = "a day has a year, a month and a day")]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// The day with these numbers; `None` when the calendar has no such day or the year is outside 1900–2199.
    #[must_use]
    #[inline(always)]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = (1900..2200).contains(&year)
            && (1..=12).contains(&month)
            && day >= 1
            && (day <= 28 || day <= days_of_month(year, month));
        exists.then_some(Self { year, month, day })
    }

    /// The day with this serial number of a spreadsheet that counts from 1900: 45082 is 05/6/2023. `None` before March
    /// 1900, where spreadsheets count a day that never was, and outside 1900–2199.
    #[must_use]
    pub fn from_serial(serial: u32) -> Option<Self> {
        // Day 61 is the first of March 1900; from there whole years and months are taken off.
        let mut left = serial.checked_sub(61)?;
        let (mut year, mut month) = (1900_u16, 3_u8);
        loop {
            let length = u32::from(days_of_month(year, month));
            if left < length {
                return Self::new(year, month, u8::try_from(left + 1).ok()?);
            }
            left -= length;
            (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
            if year >= 2200 {
                return None;
            }
        }
    }

    /// The day after; `None` behind the last day there is.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        let Self { year, month, day } = self;
        let in_month = || Self::new(year, month, day + 1);
        in_month().or_else(|| Self::new(year, month + 1, 1)).or_else(|| Self::new(year + 1, 1, 1))
    }

    /// The day before; `None` before the first day there is.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        let Self { year, month, day } = self;
        let of_month = || (28..=31).rev().find_map(|day| Self::new(year, month - 1, day));
        Self::new(year, month, day - 1).or_else(of_month).or_else(|| Self::new(year - 1, 12, 31))
    }

    /// Reads the plain form of [`fmt::Display`]: `2023-06-05`.
    #[must_use]
    pub fn from_plain(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let day = Self::new(parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?)?;
        (parts.next().is_none() && day.to_string() == text).then_some(day)
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, from 1.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Its serial number in a spreadsheet that counts from 1900: 45082 for 05/6/2023.
    #[must_use]
    pub fn serial(self) -> u32 {
        // Spreadsheets count a 29th of February in 1900, so that days before the first of March are one less.
        let years = (1900..self.year).map(|year| if days_of_month(year, 2) == 29 { 366 } else { 365 });
        let months = (1..self.month).map(|month| u32::from(days_of_month(self.year, month)));
        let days = years.sum::<u32>() + months.sum::<u32>() + u32::from(self.day);
        days + u32::from((self.year, self.month) > (1900, 2))
    }

    /// As letters print it (Nghị định 30/2020): `05/6/2023`, with a leading zero for days below 10 and for January and
    /// February only.
    #[must_use]
    pub fn printed(self) -> String {
        let zero = if self.month <= 2 { "0" } else { "" };
        format!("{:02}/{zero}{}/{}", self.day, self.month, self.year)
    }
}

/// The plain form that scripts read: `2023-06-05`.
impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn days_of_month(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Kỳ báo cáo: from a first to a last day, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
}

impl Period {
    /// The period between two days; `None` when the last comes before the first.
    #[must_use]
    pub fn new(from: Day, to: Day) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }

    /// Whole months of one year, `first` to `last`; `None` when the year or a month does not exist.
    #[must_use]
    pub fn months(year: u16, first: u8, last: u8) -> Option<Self> {
        Self::new(Day::new(year, first, 1)?, Day::new(year, last, days_of_month(year, last))?)
    }

    /// How many days it has, the first and the last included.
    #[must_use]
    pub fn days(self) -> u32 {
        self.to.serial() - self.from.serial() + 1
    }

    /// As letters print it: `từ 01/01/2020 đến 05/6/2023`.
    #[must_use]
    pub fn printed(self) -> String {
        format!("từ {} đến {}", self.from.printed(), self.to.printed())
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::from_plain(&text).ok_or_else(|| D::Error::custom("no day"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_exist() {
        for (year, month, day, exists) in [
            (2024, 2, 29, true),
            (2023, 2, 29, false),
            (2000, 2, 29, true),
            (2100, 2, 29, false),
            (2023, 4, 31, false),
            (2023, 13, 1, false),
            (2023, 0, 1, false),
            (23, 1, 1, false),
        ] {
            assert_eq!(Day::new(year, month, day).is_some(), exists, "{year}-{month}-{day}");
        }
    }

    #[test]
    fn a_day_is_counted_as_spreadsheets_count() {
        for (year, month, day, serial) in
            [(1900, 1, 1, 1), (1900, 2, 28, 59), (1900, 3, 1, 61), (2000, 1, 1, 36_526), (2023, 6, 5, 45_082)]
        {
            let day = Day::new(year, month, day).unwrap();
            assert_eq!(day.serial(), serial, "{day}");
            assert_eq!(Day::from_serial(serial), (serial > 60).then_some(day), "{day}");
        }
    }

    #[test]
    fn letters_print_a_leading_zero_for_two_months_only() {
        for (year, month, day, printed) in
            [(2023, 2, 7, "07/02/2023"), (2023, 6, 5, "05/6/2023"), (2023, 12, 31, "31/12/2023")]
        {
            assert_eq!(Day::new(year, month, day).unwrap().printed(), printed);
        }
    }

    #[test]
    fn days_are_counted_across_leap_years() {
        let day = |year, month, day| Day::new(year, month, day).unwrap();
        let period = |from, to| Period::new(from, to).unwrap().days();
        assert_eq!(period(day(2023, 6, 5), day(2023, 6, 5)), 1);
        assert_eq!(period(day(2024, 1, 1), day(2024, 12, 31)), 366);
        assert_eq!(period(day(2023, 2, 28), day(2023, 3, 1)), 2);
        let next = |year, month, of_month| day(year, month, of_month).next().map(|next| next.to_string());
        assert_eq!(next(2023, 2, 28).as_deref(), Some("2023-03-01"));
        assert_eq!(next(2023, 12, 31).as_deref(), Some("2024-01-01"));
        assert_eq!(Day::from_plain("2023-06-05"), Some(day(2023, 6, 5)));
        assert_eq!(Day::from_plain("2023-6-5").or(Day::from_plain("2023-02-30")), None);
    }

    #[test]
    fn a_period_of_months_ends_on_the_last_day() {
        let quarter = Period::months(2023, 4, 6).unwrap();
        assert_eq!((quarter.from.to_string(), quarter.to.to_string()), ("2023-04-01".into(), "2023-06-30".into()));
        assert_eq!(Period::new(quarter.to, quarter.from), None);
    }
}
