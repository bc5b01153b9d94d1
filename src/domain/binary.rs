//! A binary fraction, as spreadsheets store numbers → its decimal digits, exactly. The library prints fractions as well, by
//! code and tables of 20 kB, of which one way of printing would be used.

use std::fmt::Write as _;

/// A number as digits before and behind its point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digits {
    /// Whether it lies below zero.
    pub negative: bool,
    /// At most [`Digits::KEPT`] digits, without zeros at either end; none for zero.
    pub digits: String,
    /// How many of the digits, zeros added, stand before the point; below 0, how many zeros follow it.
    pub before: i32,
}

impl Digits {
    /// Digits that a spreadsheet keeps of a number.
    pub const KEPT: usize = 15;

    /// The digits of a fraction, rounded half away from zero. `None` for what is no number.
    #[must_use]
    pub fn of(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let bits = value.to_bits();
        let (exponent, stored) = (i32::try_from(bits >> 52 & 0x7ff).ok()?, bits & ((1 << 52) - 1));
        // Of numbers other than the very smallest the first bit is not stored.
        let mantissa = if exponent == 0 { stored } else { stored | 1 << 52 };
        if mantissa == 0 {
            return Some(Self { negative: false, digits: String::new(), before: 1 });
        }
        let even = mantissa.trailing_zeros();
        let (odd, power) = (mantissa >> even, exponent.max(1) - 1075 + i32::try_from(even).ok()?);
        let mut number = Large::of(odd);
        // m · 2^-k is m · 5^k with the point k digits from the right.
        let behind = power.min(0).unsigned_abs();
        number.times(5, behind);
        number.times(2, power.max(0).unsigned_abs());
        let all = number.decimal();
        let before = i32::try_from(all.len()).ok()? - i32::try_from(behind).ok()?;
        let negative = value.is_sign_negative();
        Some(Self::rounded(negative, &all, before))
    }

    /// The digits of a number that is written in decimals, the first of them no zero.
    #[must_use]
    pub fn rounded(negative: bool, digits: &str, before: i32) -> Self {
        Self::cut(negative, digits, before, Self::KEPT)
    }

    /// The first so many of some digits, rounded.
    fn cut(negative: bool, digits: &str, before: i32, kept: usize) -> Self {
        let (kept, rest) = digits.split_at(digits.len().min(kept));
        let mut kept = kept.as_bytes().to_vec();
        let mut up = rest.as_bytes().first().is_some_and(|next| *next >= b'5');
        for digit in kept.iter_mut().rev() {
            if !up {
                break;
            }
            up = *digit == b'9';
            *digit = if up { b'0' } else { *digit + 1 };
        }
        if up {
            kept.insert(0, b'1');
        }
        let before = before + i32::from(up);
        let digits = String::from_utf8(kept).unwrap_or_default().trim_end_matches('0').to_owned();
        if digits.is_empty() {
            return Self { negative: false, digits, before: 1 };
        }
        Self { negative, digits, before }
    }

    /// The number rounded to so many decimals, half away from zero; itself where nothing would be left of it.
    #[must_use]
    pub fn to_places(&self, places: i32) -> Self {
        let kept = usize::try_from(self.before.saturating_add(places)).unwrap_or(0);
        if kept == 0 || kept >= self.digits.len() {
            return self.clone();
        }
        Self::cut(self.negative, &self.digits, self.before, kept)
    }

    /// The digits before the point and those behind it.
    #[must_use]
    pub fn parts(&self) -> (String, String) {
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
}

/// A whole number of any size, its lowest part first.
struct Large(Vec<u32>);

impl Large {
    fn of(number: u64) -> Self {
        // Two halves of 32 bits.
        Self(vec![low(number), low(number >> 32)])
    }

    /// Multiplies by a small number so many times.
    fn times(&mut self, factor: u32, mut times: u32) {
        while times > 0 {
            // 5^13 and 2^13 fit into a part.
            let some = times.min(13);
            let mut carried = 0_u64;
            for part in &mut self.0 {
                carried += u64::from(*part) * u64::from(factor.pow(some));
                *part = low(carried);
                carried >>= 32;
            }
            if carried > 0 {
                self.0.push(low(carried));
            }
            times -= some;
        }
    }

    /// Its digits, without zeros at the beginning.
    fn decimal(mut self) -> String {
        const NINE: u64 = 1_000_000_000;
        let mut parts: Vec<u64> = Vec::new();
        while self.0.iter().any(|part| *part != 0) {
            let mut rest = 0_u64;
            for part in self.0.iter_mut().rev() {
                rest = rest << 32 | u64::from(*part);
                *part = u32::try_from(rest / NINE).unwrap_or(u32::MAX);
                rest %= NINE;
            }
            parts.push(rest);
        }
        let mut all = String::new();
        for part in parts.iter().rev() {
            let _ = write!(all, "{part:09}");
        }
        all.trim_start_matches('0').to_owned()
    }
}

/// The lower half of a number.
fn low(number: u64) -> u32 {
    u32::try_from(number & 0xffff_ffff).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_are_printed_to_their_last_digit_that_counts() {
        for (value, whole, fraction) in [
            (72.3, "72", "3"),
            (0.1, "0", "1"),
            (0.3 - 0.1, "0", "2"), // stored as 0.19999999999999998
            (1e22, "10000000000000000000000", ""),
            (123_456_789_012_345_680.0, "123456789012346000", ""),
            (0.000_5, "0", "0005"),
            (999_999_999_999_999.9, "1000000000000000", ""),
            (0.0, "0", ""),
            (-0.0, "0", ""),
            (2_f64.powi(-22), "0", "000000238418579101563"), // 2.384185791015625e-7, half away from zero
        ] {
            let digits = Digits::of(value).unwrap();
            assert_eq!(digits.parts(), (whole.to_owned(), fraction.to_owned()), "{value}");
            assert!(!digits.negative);
        }
        assert!(Digits::of(-5.5).unwrap().negative);
        assert_eq!(Digits::of(f64::MAX).unwrap().before, 309);
        assert_eq!(Digits::of(f64::from_bits(1)).unwrap().digits, "494065645841247");
        assert_eq!([f64::NAN, f64::INFINITY].map(Digits::of), [None, None]);
    }
}

// The law wants proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use proptest::prelude::*;

    use super::*;

    /// No binary fraction has more digits.
    const MOST: usize = 800;

    proptest! {
        #[test]
        fn a_fraction_has_the_digits_that_the_library_prints(bits: u64, near in -1e9_f64..1e9, plain in "[0-9]{1,6}[.][0-9]{1,3}") {
            for value in [f64::from_bits(bits), near, plain.parse().unwrap()] {
                let Some(own) = Digits::of(value) else { continue };
                // What lies halfway the library rounds to the even digit, and spreadsheets away from zero.
                let exact: String = format!("{:.*e}", MOST, value.abs()).chars().filter(char::is_ascii_digit).collect();
                if exact[Digits::KEPT..MOST].trim_end_matches('0') == "5" {
                    continue;
                }
                let printed = format!("{:.*e}", Digits::KEPT - 1, value.abs());
                let (mantissa, power) = printed.split_once('e').unwrap();
                let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
                prop_assert_eq!(&own.digits, digits.trim_end_matches('0'), "{}", value);
                prop_assert!(own.digits.is_empty() || own.before == power.parse::<i32>().unwrap() + 1, "{}", value);
            }
        }
    }
}
