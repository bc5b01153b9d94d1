//! Cells as numbers: every digit comes from the cell, and what was read reads back when it is printed.

use sohoa::domain::Decimal;
use sohoa::text::collation_key;
use sohoa::text::day;
use sohoa::text::fold;
use sohoa::text::moment;
use sohoa::text::numbers::Cell;
use sohoa::text::numbers::Form;
use sohoa::text::numbers::Printed;
use sohoa::text::numbers::parts_digits;
use sohoa::text::numbers::print_count;
use sohoa::text::numbers::print_decimal;
use sohoa::text::numbers::read;
use sohoa::text::period;
use sohoa::text::squash;
use sohoa::text::tidy;

/// Reads each piece of a text as a cell.
pub fn numbers(bytes: &[u8]) {
    for cell in String::from_utf8_lossy(bytes).split([';', '\t', '\r', '\n']) {
        one(cell);
    }
}

fn one(cell: &str) {
    let tidied = tidy(cell);
    assert_eq!(tidy(&tidied), tidied, "tidied once is tidy");
    // A line that ends within the digits parts two numbers, which tidied look like one.
    if !parts_digits(cell) {
        assert_eq!(read(&tidied), read(cell), "tidying changes no number");
    }
    assert_eq!(fold(&fold(cell)), fold(cell), "folded once is folded");
    let _ = (squash(cell), collation_key(cell), day(cell), moment(cell), period(cell));
    let Cell::Number(number) = read(cell) else { return };
    let (whole, fraction) = digits(&number);
    let written: String = tidied.chars().filter(char::is_ascii_digit).collect();
    assert_eq!(format!("{whole}{fraction}"), written, "the digits of a number are those of its cell");
    if let Some(count) = number.form.as_count() {
        assert_eq!(again(&print_count(count)).form.as_count(), Some(count), "a count reads back");
    }
    if let Some(value) = number.form.as_decimal(number.negative) {
        assert_eq!(Decimal::from_plain(&value.to_string()), Some(value), "a plain number reads back");
        let printed = again(&print_decimal(value));
        let back = if value.millionths() % 1_000_000 == 0 {
            // A whole number with its thousands apart: whether 1.343 is one, its column decides.
            let count = printed.form.as_count().expect("a whole number is printed as one");
            Decimal::from_digits(printed.negative, &count.to_string(), "")
        } else {
            printed.form.as_decimal(printed.negative)
        };
        assert_eq!(back, Some(value), "a decimal reads back");
    }
}

/// The digits before and after the separator.
fn digits(number: &Printed) -> (&str, &str) {
    match &number.form {
        Form::Whole(whole) | Form::Thousands(whole) => (whole, ""),
        Form::Open { whole, fraction, .. } | Form::Decimals { whole, fraction, .. } => (whole, fraction),
    }
}

fn again(printed: &str) -> Printed {
    match read(printed) {
        Cell::Number(number) => number,
        other => panic!("what we print is a number: {printed:?} is {other:?}"),
    }
}
