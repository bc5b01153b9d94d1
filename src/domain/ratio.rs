//! Exact fractions, for what decimals cannot hold: a third of the dossiers, the mean of nine percentages. Nothing is
//! rounded until somebody asks for a decimal.

use std::cmp::Ordering;

use crate::domain::Decimal;

/// Millionths in one: what a [`Decimal`] counts in.
const ONE: i128 = 1_000_000;

/// Phân số: an exact fraction in lowest terms, its lower number above zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    over: i128,
    under: i128,
}

impl Ratio {
    /// `over` divided by `under`; `None` when `under` is 0: a share of nothing is unknown.
    #[must_use]
    pub fn new(over: i128, under: i128) -> Option<Self> {
        let common = gcd(over, under);
        if under == 0 || common == 0 {
            return None;
        }
        let sign = if under < 0 { -1 } else { 1 };
        Some(Self { over: sign * (over / common), under: sign * (under / common) })
    }

    /// The share `part` is of `whole`; `None` when `whole` is 0.
    #[must_use]
    pub fn of(part: u64, whole: u64) -> Option<Self> {
        Self::new(i128::from(part), i128::from(whole))
    }

    /// A whole number.
    #[must_use]
    pub const fn whole(value: i128) -> Self {
        Self { over: value, under: 1 }
    }

    /// The sum; `None` when it is too large to be kept exactly.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        // Over the lowest common denominator, so that many parts of one whole stay small.
        let common = gcd(self.under, other.under);
        let left = self.over.checked_mul(other.under / common)?;
        let right = other.over.checked_mul(self.under / common)?;
        Self::new(left.checked_add(right)?, self.under.checked_mul(other.under / common)?)
    }

    /// The difference; `None` when it is too large to be kept exactly.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self { over: other.over.checked_neg()?, under: other.under })
    }

    /// The product; `None` when it is too large to be kept exactly.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        let (one, two) = (gcd(self.over, other.under).max(1), gcd(other.over, self.under).max(1));
        let over = (self.over / one).checked_mul(other.over / two)?;
        Self::new(over, (self.under / two).checked_mul(other.under / one)?)
    }

    /// The quotient; `None` when `other` is 0 or the result is too large to be kept exactly.
    #[must_use]
    pub fn divided_by(self, other: Self) -> Option<Self> {
        self.times(Self::new(other.under, other.over)?)
    }

    /// Which is the larger; `None` when the comparison needs numbers too large to be kept exactly.
    #[must_use]
    pub fn compare(self, other: Self) -> Option<Ordering> {
        Some(self.minus(other)?.over.cmp(&0))
    }

    /// Whether it is above zero.
    #[must_use]
    pub const fn is_positive(self) -> bool {
        self.over > 0
    }

    /// Rounded to so many places, half away from zero, as a spreadsheet's ROUND does; `None` when it is too large.
    #[must_use]
    pub fn rounded(self, places: u32) -> Option<Decimal> {
        let step = 10_i128.checked_pow(places.min(6))?;
        let doubled = self.over.checked_abs()?.checked_mul(2)?.checked_mul(step)?;
        let halves = doubled.checked_add(self.under)? / self.under.checked_mul(2)?;
        let millionths = i64::try_from(halves.checked_mul(ONE / step)?).ok()?;
        Some(Decimal::from_millionths(if self.over < 0 { -millionths } else { millionths }))
    }

    /// The smallest decimal that is not below it; `None` when it is too large. A decimal lies below the one exactly when
    /// it lies below the other.
    #[must_use]
    pub fn ceiling(self) -> Option<Decimal> {
        let scaled = self.over.checked_mul(ONE)?;
        let up = i128::from(scaled.rem_euclid(self.under) > 0);
        Some(Decimal::from_millionths(i64::try_from(scaled.div_euclid(self.under) + up).ok()?))
    }

    /// Cut to a millionth, which is made odd where something is left, and what the fraction has more than that, in billionths of
    /// a millionth; `None` when it is too large. Any number of whole, even millionths lies on the same side of both.
    #[must_use]
    pub fn to_odd(self) -> Option<(Decimal, i32)> {
        const BILLION: i128 = 1_000_000_000;
        let scaled = self.over.checked_mul(ONE)?;
        let (cut, left) = (i64::try_from(scaled.div_euclid(self.under)).ok()?, scaled.rem_euclid(self.under));
        if left == 0 {
            return Some((Decimal::from_millionths(cut), 0));
        }
        // Fractions too long for the product are told apart no further.
        let rest = left.checked_mul(BILLION).map_or(1, |left| (left / self.under).max(1));
        let rest = if cut % 2 == 0 { rest - BILLION } else { rest };
        Some((Decimal::from_millionths(cut | 1), i32::try_from(rest).ok()?))
    }

    /// The smallest whole number that is not below it; `None` when that is negative or too large.
    #[must_use]
    pub fn whole_ceiling(self) -> Option<u64> {
        let up = i128::from(self.over.rem_euclid(self.under) > 0);
        u64::try_from(self.over.div_euclid(self.under) + up).ok()
    }

    /// The largest whole number that is not above it; `None` when that is negative or too large.
    #[must_use]
    pub fn whole_floor(self) -> Option<u64> {
        u64::try_from(self.over.div_euclid(self.under)).ok()
    }
}

impl From<Decimal> for Ratio {
    fn from(value: Decimal) -> Self {
        Self::new(i128::from(value.millionths()), ONE).expect("a million is not zero")
    }
}

fn gcd(one: i128, other: i128) -> i128 {
    let (mut one, mut other) = (one.unsigned_abs(), other.unsigned_abs());
    while other != 0 {
        (one, other) = (other, one % other);
    }
    // Only the smallest number there is has no positive of its own; it divides by nothing but 1 here.
    i128::try_from(one).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(over: i128, under: i128) -> Ratio {
        Ratio::new(over, under).unwrap()
    }

    #[test]
    fn a_share_of_nothing_is_unknown() {
        assert_eq!(Ratio::of(3, 0), None);
        assert_eq!(ratio(1, 2).divided_by(Ratio::whole(0)), None);
        assert_eq!(Ratio::of(0, 7), Some(Ratio::whole(0)));
    }

    #[test]
    fn sums_and_products_are_exact() {
        // 1/3 + 1/6 = 1/2; 2/3 · 3/4 = 1/2; (1/2) / (3/4) = 2/3
        assert_eq!(ratio(1, 3).plus(ratio(1, 6)), Some(ratio(1, 2)));
        assert_eq!(ratio(2, 3).times(ratio(3, 4)), Some(ratio(1, 2)));
        assert_eq!(ratio(1, 2).divided_by(ratio(3, 4)), Some(ratio(2, 3)));
        assert_eq!(ratio(1, 3).minus(ratio(1, 2)), Some(ratio(-1, 6)));
        assert_eq!(ratio(1, 3).compare(ratio(1, 2)), Some(Ordering::Less));
        assert_eq!(ratio(-4, -6), ratio(2, 3));
    }

    #[test]
    fn a_fraction_is_rounded_half_away_from_zero() {
        for (over, under, places, expected) in
            [(1, 3, 2, "0.33"), (2, 3, 2, "0.67"), (1, 8, 2, "0.13"), (-1, 8, 2, "-0.13"), (197, 4, 1, "49.3")]
        {
            let rounded = ratio(over, under).rounded(places).map(|value| value.to_string());
            assert_eq!(rounded.as_deref(), Some(expected), "{over}/{under}"); // 197/4 = 49,25
        }
    }

    #[test]
    fn a_ceiling_is_the_first_decimal_or_number_that_is_enough() {
        assert_eq!(ratio(1, 3).ceiling().unwrap().to_string(), "0.333334");
        assert_eq!(ratio(1, 2).ceiling().unwrap().to_string(), "0.5");
        assert_eq!(ratio(7, 2).whole_ceiling(), Some(4));
        assert_eq!(ratio(8, 2).whole_ceiling(), Some(4));
        assert_eq!((ratio(7, 2).whole_floor(), ratio(-1, 2).whole_floor()), (Some(3), None));
        assert_eq!(ratio(-1, 2).whole_ceiling(), Some(0));
        assert_eq!(ratio(-3, 2).whole_ceiling(), None);
    }

    #[test]
    fn what_is_left_behind_the_millionths_makes_them_odd() {
        for (over, under, odd, rest) in [
            (1, 3, "0.333333", 333_333_333),
            (2, 3, "0.666667", -333_333_334), // 0,666666|666…, up by what the rest then lacks
            (1, 2, "0.5", 0),
            (1, 10_000_000_000, "0.000001", -999_900_000),
            (-1, 3, "-0.333333", -333_333_334),
        ] {
            let (value, more) = ratio(over, under).to_odd().unwrap();
            assert_eq!((value.to_string().as_str(), more), (odd, rest), "{over}/{under}");
        }
        assert_eq!(Ratio::whole(i128::MAX).to_odd(), None);
        assert!(ratio(1, i128::MAX / 3).to_odd().is_some());
    }

    #[test]
    fn what_is_too_large_is_unknown_and_never_wrong() {
        let large = ratio(1, i128::MAX);
        assert_eq!(large.plus(ratio(1, i128::MAX - 1)), None);
        assert_eq!(Ratio::whole(i128::MAX).rounded(2), None);
        assert_eq!(Ratio::new(i128::MIN, 1).and_then(|least| least.minus(Ratio::whole(1))), None);
    }
}
