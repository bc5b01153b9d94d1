//! A decimal number kept exactly, as offices print it: whole millionths, no binary fraction anywhere.

use std::fmt;

use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;
use serde::Serializer;
use serde::de::Error as _;

/// Places kept after the point. A spreadsheet that stores 72.30000000000001 means 72.3: rounding here restores it.
const PLACES: usize = 6;
const ONE: i64 = 1_000_000;

/// Số thập phân: an exact decimal number of at most six places; 72,3 is 72 300 000 millionths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i64);

impl Decimal {
    /// A whole number.
    #[must_use]
    pub const fn whole(value: i32) -> Self {
        Self(value as i64 * ONE)
    }

    /// A count; `None` when it has more than twelve digits, which nothing of a province has.
    #[must_use]
    pub fn from_count(count: u64) -> Option<Self> {
        (count < 1_000_000_000_000).then(|| i64::try_from(count).ok()).flatten().map(|count| Self(count * ONE))
    }

    /// The number as a count; `None` when it has a fraction or is below zero.
    #[must_use]
    pub fn as_count(self) -> Option<u64> {
        (self.0 % ONE == 0).then(|| u64::try_from(self.0 / ONE).ok()).flatten()
    }

    /// The sum; `None` when it is too large to be kept.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The number whose millionths are given.
    #[must_use]
    pub const fn from_millionths(millionths: i64) -> Self {
        Self(millionths)
    }

    /// How many millionths the number has.
    #[must_use]
    pub const fn millionths(self) -> i64 {
        self.0
    }

    /// The number written with these digits before and after its separator.
    ///
    /// More than six places are rounded half away from zero. `None` when a character is not an ASCII digit, when there
    /// is no digit at all, or when the number has more than twelve digits before the separator.
    #[must_use]
    pub fn from_digits(negative: bool, whole: &str, fraction: &str) -> Option<Self> {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(fraction) || (whole.is_empty() && fraction.is_empty()) {
            return None;
        }
        let significant = whole.trim_start_matches('0');
        if significant.len() > 12 {
            return None;
        }
        let whole: i64 = if significant.is_empty() { 0 } else { significant.parse().ok()? };
        let (kept, dropped) = fraction.split_at(fraction.len().min(PLACES));
        let mut part: i64 = format!("{kept:0<PLACES$}").parse().ok()?;
        if dropped.starts_with(|digit| digit >= '5') {
            part += 1;
        }
        let value = whole * ONE + part;
        Some(Self(if negative { -value } else { value }))
    }

    /// Reads the plain form of [`fmt::Display`]: `72.3`, `-5`, `49`. `None` for anything else.
    #[must_use]
    pub fn from_plain(text: &str) -> Option<Self> {
        let (negative, body) = text.strip_prefix('-').map_or((false, text), |body| (true, body));
        let (whole, fraction) = body.split_once('.').unwrap_or((body, ""));
        if whole.is_empty() || body.ends_with('.') {
            return None;
        }
        Self::from_digits(negative, whole, fraction)
    }

    /// Rounded to so many places, half away from zero, as a spreadsheet's ROUND does.
    #[must_use]
    pub fn rounded(self, places: u32) -> Self {
        let Some(dropped) = 6_u32.checked_sub(places) else { return self };
        let step = 10_i64.pow(dropped);
        let half = step / 2;
        let towards = if self.0 < 0 { -half } else { half };
        Self((self.0 + towards) / step * step)
    }

    /// The more exact of two numbers that may be one, printed to a tenth or further by one hand and further still by the other;
    /// `None` of others. Each may have been rounded: of 51,045 one prints 51,0 and one 51,05. A number without decimals is
    /// taken for one whose tenths were 0.
    #[must_use]
    pub fn more_exact(self, other: Self) -> Option<Self> {
        let of = |number: Self| (number, number.places().max(1));
        let (one, other) = (of(self), of(other));
        let ((rough, of_rough), (exact, of_exact)) = if one.1 < other.1 { (one, other) } else { (other, one) };
        // Twice what rounding to so many places moves a number at most.
        let step = |places: usize| ONE.unsigned_abs() / 10_u64.pow(u32::try_from(places).unwrap_or(0));
        let may_be_one = of_exact > of_rough && 2 * rough.0.abs_diff(exact.0) <= step(of_rough) + step(of_exact);
        (rough == exact || may_be_one).then_some(exact)
    }

    /// How many decimals the number has, without trailing zeros.
    fn places(self) -> usize {
        self.digits().2.len()
    }

    /// The digits before and after the separator, without trailing zeros, and whether the number is below zero.
    #[must_use]
    pub fn digits(self) -> (bool, u64, String) {
        let magnitude = self.0.unsigned_abs();
        let (mut part, mut rest, mut unit) = (String::new(), magnitude % ONE.unsigned_abs(), ONE.unsigned_abs());
        while rest > 0 {
            unit /= 10;
            part.extend(u8::try_from(rest / unit).map(|digit| char::from(b'0' + digit)));
            rest %= unit;
        }
        (self.0 < 0, magnitude / ONE.unsigned_abs(), part)
    }
}

/// The plain form that scripts read: a point, no trailing zeros, no thousands: `72.3`, `49`.
impl fmt::Display for Decimal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (negative, whole, fraction) = self.digits();
        let sign = if negative { "-" } else { "" };
        let point = if fraction.is_empty() { "" } else { "." };
        write!(out, "{sign}{whole}{point}{fraction}")
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::from_plain(&text).ok_or_else(|| D::Error::custom("no plain decimal"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_number_and_its_rounding_the_number_is_the_more_exact() {
        let of = |one: &str, other: &str| {
            let [one, other] = [one, other].map(|plain| Decimal::from_plain(plain).unwrap());
            assert_eq!(one.more_exact(other), other.more_exact(one));
            one.more_exact(other).map(|exact| exact.to_string())
        };
        assert_eq!(of("72.3", "72.32").as_deref(), Some("72.32"));
        assert_eq!(of("72.4", "72.35").as_deref(), Some("72.35"));
        assert_eq!(of("49", "49.04").as_deref(), Some("49.04"));
        assert_eq!(of("49", "49").as_deref(), Some("49"));
        assert_eq!((of("49", "49.3"), of("72.3", "72.36"), of("72.31", "72.32")), (None, None, None));
        // Of 51,045 and of 72,345: both were rounded.
        assert_eq!((of("51", "51.05").as_deref(), of("72.3", "72.35").as_deref()), (Some("51.05"), Some("72.35")));
        assert_eq!((of("51", "51.06"), of("51", "51.0506"), of("51.1", "51.2")), (None, None, None));
    }

    #[test]
    fn digits_are_kept_exactly_and_printed_without_trailing_zeros() {
        #[track_caller]
        fn case(whole: &str, fraction: &str, expected: Option<&str>) {
            let read = Decimal::from_digits(false, whole, fraction);
            assert_eq!(read.map(|value| value.to_string()).as_deref(), expected);
        }
        case("72", "3", Some("72.3"));
        case("72", "30", Some("72.3"));
        case("49", "", Some("49"));
        case("", "5", Some("0.5"));
        case("72", "30000000000001", Some("72.3")); // as a spreadsheet may store 72,3
        case("0", "0000005", Some("0.000001"));
        case("0", "9999999", Some("1")); // the carry reaches the whole part
        case("", "", None);
        case("7a", "", None);
        case("1234567890123", "", None); // beyond what any count of a province can be
    }

    #[test]
    fn rounding_is_half_away_from_zero() {
        #[track_caller]
        fn case(plain: &str, places: u32, expected: &str) {
            assert_eq!(Decimal::from_plain(plain).unwrap().rounded(places).to_string(), expected);
        }
        case("49.25", 1, "49.3"); // a binary fraction would print 49.2
        case("57.65", 1, "57.7");
        case("49.96", 1, "50");
        case("0.05", 1, "0.1");
        case("-0.05", 1, "-0.1");
        case("49.5", 0, "50");
        case("49.123456", 7, "49.123456");
    }

    #[test]
    fn only_the_plain_form_is_plain() {
        for text in ["", "-", ".", "5.", ".5", "72,3", "1e3", "7 2"] {
            assert_eq!(Decimal::from_plain(text), None, "{text:?}");
        }
        assert_eq!(Decimal::from_plain("-5"), Some(Decimal::whole(-5)));
    }
}
