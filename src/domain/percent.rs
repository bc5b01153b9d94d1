//! Percentages of the group “Số hóa hồ sơ”, exact.

use std::cmp::Ordering;
use std::fmt;

use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;
use serde::Serializer;
use serde::de::Error as _;

use crate::domain::Decimal;
use crate::domain::Ratio;

/// Tỷ lệ phần trăm: 72,3 % is `Percent` of 72.3. Always a percentage, never a share between 0 and 1.
///
/// One that was computed seldom ends after six places: 11,01 of 22 points are 50,04545… %. It is cut to millionths, and the
/// last of them made odd where something is left. What it is rounded to later, or held against, is even in millionths, so
/// that it is as the exact value would be: rounded to hundredths first, 50,04545… would print as 50,1 %.
#[derive(Clone, Copy, Debug)]
pub struct Percent {
    value: Decimal,
    /// Of one that was computed: what the exact one has more, in billionths of a millionth, so that only equals share a rank.
    rest: Option<i32>,
}

/// Points the group “Số hóa hồ sơ” counts in the index of Decision 766/QĐ-TTg.
const GROUP_POINTS: i64 = 22;

/// Places to which the national portal rounds what it computes.
const PORTAL_PLACES: u32 = 2;

impl Percent {
    /// The percentage printed as this number before its sign.
    #[must_use]
    pub const fn new(value: Decimal) -> Self {
        Self { value, rest: None }
    }

    /// The percentage that a share of one stands for: 0,723 is 72,3 %.
    ///
    /// `None` when the share is so large that the result cannot be kept; no share of an export is.
    #[must_use]
    pub fn from_share(share: Decimal) -> Option<Self> {
        share.millionths().checked_mul(100).map(Decimal::from_millionths).map(Self::new)
    }

    /// A percentage that was computed, told to the hundredth as the national portal does; `None` when it is too large.
    #[must_use]
    pub fn computed(exact: Ratio) -> Option<Self> {
        let (value, rest) = exact.to_odd()?;
        Some(Self { value, rest: Some(rest) })
    }

    /// The percentage that points of the group's 22 stand for: 13,7 points are 62,2727… %.
    #[must_use]
    pub fn from_points(points: Decimal) -> Self {
        let share = Ratio::new(100, i128::from(GROUP_POINTS)).and_then(|each| Ratio::from(points).times(each));
        share.and_then(Self::computed).unwrap_or(Self::new(points))
    }

    /// The share `part` is of `whole`; `None` when `whole` is 0: a share of nothing is unknown.
    #[must_use]
    pub fn of(part: u64, whole: u64) -> Option<Self> {
        Self::computed(Ratio::new(100 * i128::from(part), i128::from(whole))?)
    }

    /// The number before the sign, to the millionth: of one that was computed, on the same side as the exact one of whatever
    /// is even in millionths.
    #[must_use]
    pub const fn value(self) -> Decimal {
        self.value
    }

    /// Whether it was computed and not given.
    #[must_use]
    pub const fn is_computed(self) -> bool {
        self.rest.is_some()
    }

    /// The number as the portal has it: of one that was computed the hundredths.
    #[must_use]
    pub fn plain(self) -> Decimal {
        if self.is_computed() { self.value.rounded(PORTAL_PLACES) } else { self.value }
    }

    /// Percentage points from `before` up to here; those that were computed are taken as the portal has them, as they are
    /// printed beside.
    #[must_use]
    pub fn less(self, before: Self) -> Option<Decimal> {
        let computed = self.is_computed() || before.is_computed();
        let [now, before] =
            [self, before].map(|own| if computed { own.value.rounded(PORTAL_PLACES) } else { own.value });
        now.millionths().checked_sub(before.millionths()).map(Decimal::from_millionths)
    }

    /// Rounded to so many places, half away from zero.
    #[must_use]
    pub fn rounded(self, places: u32) -> Self {
        Self::new(self.value.rounded(places))
    }

    /// Percentage points from here up to `limit`, of one that was computed from its hundredths, as they are printed beside, and a
    /// hundredth at least; `None` when the limit is reached. Limits are whole millionths: a unit whose own
    /// percentage became one does not lie below it.
    #[must_use]
    pub fn points_below(self, limit: Self) -> Option<Decimal> {
        let missing =
            (limit.value.millionths() - self.plain().millionths()).max(if self.is_computed() { 10_000 } else { 0 });
        (self.value < limit.value).then(|| Decimal::from_millionths(missing))
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

impl Ord for Percent {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |own: &Self| (own.value, own.rest.unwrap_or(0));
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Percent {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Percent {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Percent {}

/// The plain form that scripts read, without the sign: `72.3`; hundredths of what was computed.
impl fmt::Display for Percent {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.plain().fmt(out)
    }
}

/// As it is kept in a file. A seventh place, which no other number has, says that it was computed; versions before read it too.
impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (negative, whole, part) = self.value.digits();
        if self.rest.is_none() || negative {
            return self.value.serialize(serializer);
        }
        serializer.serialize_str(&format!("{whole}.{part:0<7}"))
    }
}

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let value = Decimal::from_plain(&text).ok_or_else(|| D::Error::custom("no plain decimal"))?;
        let computed = text.split_once('.').is_some_and(|(_, part)| part.len() > 6);
        Ok(Self { value, rest: computed.then_some(0) })
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
            assert_eq!(Percent::from_points(Decimal::from_plain(points).unwrap()).to_string(), expected, "{points}");
        }
    }

    #[test]
    fn a_share_of_counts_is_rounded_to_hundredths() {
        for (part, whole, expected) in
            [(1, 3, Some("33.33")), (2, 3, Some("66.67")), (1, 20_000, Some("0.01")), (5, 4, Some("125")), (0, 0, None)]
        {
            assert_eq!(Percent::of(part, whole).map(|own| own.to_string()).as_deref(), expected, "{part} of {whole}");
        }
    }

    #[test]
    fn what_was_computed_is_rounded_once_whatever_it_is_rounded_to() {
        for (part, whole, tenth, below_50) in [
            (1_101, 2_200, "50", false), // 50,04545… %, by hundredths 50,05 and then 50,1
            (109, 220, "49.5", true),    // 49,54545… %
            (10_988, 22_000, "49.9", true),
            (10_999, 22_000, "50", true),  // 49,99545… %, by hundredths 50
            (9_989, 20_000, "49.9", true), // 49,945 %
            (1_001, 2_002, "50", false),
            (999_999, 2_000_000, "50", true),            // 49,99995 %
            (4_999_999_999, 10_000_000_000, "50", true), // 49,99999999 %
            (5_000_000_001, 10_000_000_000, "50", false),
        ] {
            let own = Percent::of(part, whole).unwrap();
            assert_eq!((own.rounded(1).to_string().as_str(), own < percent("50")), (tenth, below_50), "{part}/{whole}");
            assert_eq!(own.points_below(percent("50")).is_some(), below_50, "{part}/{whole}");
        }
        // 50 - 49,9954545… is 0,0045454…: told as a hundredth, not as nothing.
        let own = Percent::of(10_999, 22_000).unwrap();
        assert_eq!(own.points_below(percent("50")).unwrap().to_string(), "0.01");
    }

    #[test]
    fn only_equals_are_equal() {
        // 1/3 and 333.333.333/1.000.000.000 are 33,3333333… % and 33,3333333 %.
        let [third, less] = [Percent::of(1, 3), Percent::of(333_333_333, 1_000_000_000)].map(Option::unwrap);
        assert!(third > less && third.value() == less.value());
        assert_eq!((third, Percent::of(1, 2)), (Percent::of(2, 6).unwrap(), Some(percent("50"))));
        // 20,0000005 % lies above 20 %, 19,9999995 % below.
        let [above, below] = [Percent::of(200_000_005, 1_000_000_000), Percent::of(199_999_995, 1_000_000_000)];
        assert!(above.unwrap() > percent("20") && below.unwrap() < percent("20"));
    }

    #[test]
    fn a_change_is_that_of_what_is_printed() {
        let points = |plain: &str| Percent::from_points(Decimal::from_plain(plain).unwrap());
        for (now, before, change) in [
            (points("10.14"), points("10.13"), "0.04"), // 46,09 - 46,05
            (points("11.01"), percent("50.05"), "0"),   // as an older file keeps it
            (points("11.01"), percent("50.045455"), "0"),
            (percent("49.945"), percent("49.9"), "0.045"),
        ] {
            assert_eq!(now.less(before).unwrap().to_string(), change);
        }
    }

    #[test]
    fn what_was_computed_is_kept_as_such() {
        for (own, kept) in [
            (Percent::of(1, 2).unwrap(), "\"50.0000000\""),
            (Percent::of(1_101, 2_200).unwrap(), "\"50.0454550\""), // …454|5: made odd
            (percent("50.05"), "\"50.05\""),
        ] {
            let text = serde_json::to_string(&own).unwrap();
            assert_eq!(text, kept);
            let read: Percent = serde_json::from_str(&text).unwrap();
            assert_eq!((read.value(), read.is_computed()), (own.value(), own.is_computed()));
        }
    }

    #[test]
    fn a_share_of_one_becomes_a_percentage() {
        assert_eq!(Percent::from_share(Decimal::from_plain("0.723").unwrap()), Some(percent("72.3")));
    }
}
