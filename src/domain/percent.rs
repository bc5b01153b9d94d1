//! Percentages of the group “Số hóa hồ sơ”, exact.

use std::fmt;

use crate::domain::Decimal;

/// Tỷ lệ phần trăm: 72,3 % is `Percent` of 72.3. Always a percentage, never a share between 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(Decimal);

/// Points the group “Số hóa hồ sơ” counts in the index of Decision 766/QĐ-TTg.
const GROUP_POINTS: i64 = 22;

impl Percent {
    /// The percentage printed as this number before its sign.
    #[must_use]
    pub const fn new(value: Decimal) -> Self {
        Self(value)
    }

    /// The percentage that a share of one stands for: 0,723 is 72,3 %.
    ///
    /// `None` when the share is so large that the result cannot be kept; no share of an export is.
    #[must_use]
    pub fn from_share(share: Decimal) -> Option<Self> {
        share.millionths().checked_mul(100).map(Decimal::from_millionths).map(Self)
    }

    /// The number before the sign.
    #[must_use]
    pub const fn value(self) -> Decimal {
        self.0
    }

    /// Rounded to so many places, half away from zero.
    #[must_use]
    pub fn rounded(self, places: u32) -> Self {
        Self(self.0.rounded(places))
    }

    /// Percentage points from here up to `limit`; `None` when the limit is reached.
    #[must_use]
    pub fn points_below(self, limit: Self) -> Option<Decimal> {
        (self < limit).then(|| Decimal::from_millionths(limit.0.millionths() - self.0.millionths()))
    }

    /// What so many percentage points are worth in points of the index: the whole group counts 22.
    ///
    /// Rounded up to a millionth, so that the answer to “how much is missing” is never too small.
    #[must_use]
    pub fn index_points(percentage_points: Decimal) -> Decimal {
        let product = percentage_points.millionths().saturating_mul(GROUP_POINTS);
        let rest = i64::from(product % 100 > 0);
        Decimal::from_millionths(product / 100 + rest)
    }
}

/// The plain form that scripts read, without the sign: `72.3`.
impl fmt::Display for Percent {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(plain: &str) -> Percent {
        Percent::new(Decimal::from_plain(plain).unwrap())
    }

    #[test]
    fn the_distance_to_a_limit_is_exact_and_absent_once_it_is_reached() {
        #[track_caller]
        fn case(value: &str, limit: &str, points: Option<&str>, of_22: Option<&str>) {
            let below = percent(value).points_below(percent(limit));
            assert_eq!(below.map(|missing| missing.to_string()).as_deref(), points);
            let index = below.map(|missing| Percent::index_points(missing).to_string());
            assert_eq!(index.as_deref(), of_22);
        }
        case("49.5", "50", Some("0.5"), Some("0.11")); // 22 · 0,5 / 100
        case("49", "50", Some("1"), Some("0.22"));
        case("48.1", "50", Some("1.9"), Some("0.418"));
        case("50", "50", None, None);
        case("72.3", "50", None, None);
    }

    #[test]
    fn a_share_of_one_becomes_a_percentage() {
        assert_eq!(Percent::from_share(Decimal::from_plain("0.723").unwrap()), Some(percent("72.3")));
    }
}
