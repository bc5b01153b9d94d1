//! Numbers → text as Vietnam prints them.

use crate::domain::Decimal;
use crate::domain::Percent;

/// A count as Vietnam prints it: `1.343`.
#[must_use]
pub fn print_count(count: u64) -> String {
    let digits = count.to_string();
    let mut printed = String::new();
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            printed.push('.');
        }
        printed.push(digit);
    }
    printed
}

/// Places after the comma that tables and letters print of a percentage.
pub const PERCENT_PLACES: u32 = 1;

/// A percentage as a letter prints it, half away from zero and without a trailing zero: `72,3%`, `49%`.
#[must_use]
pub fn print_percent(percent: Percent) -> String {
    print_exact_percent(percent.rounded(PERCENT_PLACES))
}

/// The same with all its digits, where the printed one is rounded.
#[must_use]
pub fn print_unrounded_percent(percent: Percent) -> Option<String> {
    (percent.rounded(PERCENT_PLACES) != percent).then(|| print_exact_percent(percent))
}

/// A percentage with all its digits, one that was computed as [`told`] tells it: `49,96%`.
#[must_use]
pub fn print_exact_percent(percent: Percent) -> String {
    format!("{}%", print_decimal(told(percent)))
}

/// A percentage as people read it beside its printed one: as given; of one that was computed the hundredths, and further places
/// where those would print otherwise or stand for a whole number that it is not: 50,04545… is 50,045 and not 50,05.
#[must_use]
pub fn told(percent: Percent) -> Decimal {
    let exact = percent.value();
    let says_so = |shown: &Decimal| {
        let is_whole = *shown == shown.rounded(0) && *shown != exact;
        shown.rounded(PERCENT_PLACES) == exact.rounded(PERCENT_PLACES) && !is_whole
    };
    let shown = (2..6).map(|places| exact.rounded(places)).find(says_so);
    shown.filter(|_| percent.is_computed()).unwrap_or(exact)
}

/// A decimal number as Vietnam prints it, without trailing zeros: `72,3`, `49`, `1.343,5`.
#[must_use]
pub fn print_decimal(value: Decimal) -> String {
    let (negative, whole, fraction) = value.digits();
    let sign = if negative { "-" } else { "" };
    let comma = if fraction.is_empty() { "" } else { "," };
    format!("{sign}{}{comma}{fraction}", print_count(whole))
}

/// What is lacking up to a limit as people read it, in hundredths and rounded up: who gains as much has reached it.
#[must_use]
pub fn print_missing(missing: Decimal) -> String {
    const HUNDREDTH: i64 = 10_000;
    let beyond = missing.millionths().rem_euclid(HUNDREDTH);
    let rest = if beyond == 0 { 0 } else { HUNDREDTH - beyond };
    print_decimal(missing.checked_add(Decimal::from_millionths(rest)).unwrap_or(missing))
}

/// What was found in a workbook, as its cells show it: a number stored with three decimals is handed on with a fourth, so
/// that no rule takes `1.343` for a thousand, and `1.3430` stands in no cell.
#[must_use]
pub fn as_stored(found: &str) -> String {
    let is_digit = |at: Option<usize>| at.and_then(|at| found.as_bytes().get(at)).is_some_and(u8::is_ascii_digit);
    let is_guard = |at: usize| {
        let point = at.checked_sub(4).filter(|point| found.as_bytes()[*point] == b'.');
        let starts = point.is_some_and(|point| is_digit(point.checked_sub(1)));
        starts && (1..4).all(|back| is_digit(Some(at - back))) && !is_digit(Some(at + 1))
    };
    found.char_indices().filter(|(at, letter)| !(*letter == '0' && is_guard(*at))).map(|(_, letter)| letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_as_vietnam_prints_them() {
        assert_eq!(print_count(0), "0");
        assert_eq!(print_count(999), "999");
        assert_eq!(print_count(1343), "1.343");
        assert_eq!(print_count(1_234_567), "1.234.567");
        assert_eq!(print_decimal(Decimal::from_plain("72.3").unwrap()), "72,3");
        assert_eq!(print_decimal(Decimal::from_plain("49").unwrap()), "49");
        assert_eq!(print_decimal(Decimal::from_plain("-1343.5").unwrap()), "-1.343,5");
        let percent = |plain| Percent::new(Decimal::from_plain(plain).unwrap());
        assert_eq!(print_percent(percent("49.96")), "50%");
        assert_eq!(print_percent(percent("0.05")), "0,1%");
        assert_eq!(print_exact_percent(percent("49.96")), "49,96%");
        assert_eq!(print_exact_percent(percent("49.954545")), "49,954545%");
    }

    #[test]
    fn what_was_computed_is_told_so_that_its_rounding_can_be_seen() {
        for (part, whole, exact, printed) in [
            (1, 3, "33,33%", "33,3%"),
            (1_101, 2_200, "50,045%", "50%"), // 50,04545…: 50,05 would print as 50,1
            (9_989, 20_000, "49,945%", "49,9%"),
            (10_999, 22_000, "49,995%", "50%"), // 49,99545…: 50,00 is what it is not
            (1, 2, "50%", "50%"),
            (968, 2_200, "44%", "44%"),
        ] {
            let percent = Percent::of(part, whole).unwrap();
            assert_eq!((print_exact_percent(percent), print_percent(percent)), (exact.into(), printed.into()));
        }
    }

    #[test]
    fn what_is_lacking_is_told_in_hundredths_that_are_enough() {
        for (missing, printed) in [
            ("0.5", "0,5"),
            ("1", "1"),
            ("0.01", "0,01"),
            ("0.010001", "0,02"),
            ("1.27425", "1,28"),
            ("0.995001", "1"),
            ("2.287589", "2,29"),
            ("0.000001", "0,01"),
        ] {
            assert_eq!(print_missing(Decimal::from_plain(missing).unwrap()), printed);
        }
    }

    #[test]
    fn the_fourth_decimal_of_three_is_not_shown() {
        for (found, shown) in [
            ("1.3430", "1.343"),
            ("1.3430 ≠ 12.3450%", "1.343 ≠ 12.345%"),
            ("-0.5770; Bảo Yên", "-0.577; Bảo Yên"),
            ("1.34300", "1.34300"),
            ("1.3400", "1.340"), // no number is handed on so
            ("72.3", "72.3"),
            ("1343.0", "1343.0"),
            (".3430", ".3430"),
            ("Tháng 06/2023", "Tháng 06/2023"),
            ("", ""),
        ] {
            assert_eq!(as_stored(found), shown);
        }
    }
}
