//! Percentages of the group “Số hóa hồ sơ”, exact.

use std::fmt;

use serde::Deserialize;
use serde::Serialize;

use crate::domain::Decimal;

/// Tỷ lệ phần trăm: 72,3 % is `Percent` of 72.3. Always a percentage, never a share between 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
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

    /// The percentage that points of the group's 22 stand for, rounded to hundredths as the national portal does:
    /// 13,7 points are 62,27 %.
    #[must_use]
    pub fn from_points(points: Decimal) -> Self {
        let exact = i128::from(points.millionths()) * 100;
        let whole = i128::from(GROUP_POINTS) * 10_000; // of a hundredth of a percent
        let half = if exact < 0 { -whole / 2 } else { whole / 2 };
        let hundredths = i64::try_from((exact + half) / whole).unwrap_or(i64::MAX / 10_000);
        Self(Decimal::from_millionths(hundredths * 10_000))
    }

    /// The share `part` is of `whole`, rounded to hundredths, half away from zero; `None` when `whole` is 0: a share of
    /// nothing is unknown.
    #[must_use]
    pub fn of(part: u64, whole: u64) -> Option<Self> {
        let (part, whole) = (i128::from(part), i128::from(whole));
        let hundredths = (whole > 0).then(|| (20_000 * part + whole) / (2 * whole))?;
        Some(Self(Decimal::from_millionths(i64::try_from(hundredths).ok()?.checked_mul(10_000)?)))
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
    fn points_of_twenty_two_become_a_percentage_of_hundredths() {
        // 100 / 22 = 4,5454… times the points, as the national portal prints them.
        for (points, expected) in [
            ("13.7", "62.27"),
            ("9.68", "44"),
            ("12.49", "56.77"),
            ("9.11", "41.41"),
            ("10.13", "46.05"),
            ("22", "100"),
            ("0", "0"),
        ] {
            assert_eq!(Percent::from_points(Decimal::from_plain(points).unwrap()), percent(expected), "{points}");
        }
    }

    #[test]
    fn a_share_of_counts_is_rounded_to_hundredths() {
        for (part, whole, expected) in
            [(1, 3, Some("33.33")), (2, 3, Some("66.67")), (1, 20_000, Some("0.01")), (5, 4, Some("125")), (0, 0, None)]
        {
            assert_eq!(Percent::of(part, whole), expected.map(percent), "{part} of {whole}");
        }
    }

    #[test]
    fn a_share_of_one_becomes_a_percentage() {
        assert_eq!(Percent::from_share(Decimal::from_plain("0.723").unwrap()), Some(percent("72.3")));
    }
}
