//! A cell → the number in it, a sign for nothing, or neither.

use super::words::are_harmless;
use crate::domain::Decimal;
use crate::text::fold;
use crate::text::footnotes::part_marks;
use crate::text::tidy;

/// How the digits of a number stand in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// Digits alone: `366`.
    Whole(String),
    /// Groups of three that can only be thousands: `1.234.567`, `1 343`, `1'343`.
    Thousands(String),
    /// One separator and exactly three digits after it: `1.343` is 1343 or 1,343. The column decides.
    Open {
        /// The separator, a comma or a point.
        separator: char,
        /// The digits before it.
        whole: String,
        /// The three digits after it.
        fraction: String,
    },
    /// A decimal separator without doubt: `72,3`, `0.723`, `1.343,5`.
    Decimals {
        /// The separator, a comma or a point.
        separator: char,
        /// The digits before it, thousands joined.
        whole: String,
        /// The digits after it.
        fraction: String,
    },
}

impl Form {
    /// The number when the separator of [`Form::Open`] marks decimals.
    #[must_use]
    pub fn as_decimal(&self, negative: bool) -> Option<Decimal> {
        match self {
            Self::Whole(whole) | Self::Thousands(whole) => Decimal::from_digits(negative, whole, ""),
            Self::Open { whole, fraction, .. } | Self::Decimals { whole, fraction, .. } => {
                Decimal::from_digits(negative, whole, fraction)
            }
        }
    }

    /// The number when the separator of [`Form::Open`] marks thousands. `None` when a part of one remains, as in 1,5.
    #[must_use]
    pub fn as_count(&self) -> Option<u64> {
        match self {
            Self::Whole(whole) | Self::Thousands(whole) => whole.parse().ok(),
            Self::Open { whole, fraction, .. } => format!("{whole}{fraction}").parse().ok(),
            Self::Decimals { whole, fraction, .. } => {
                fraction.bytes().all(|digit| digit == b'0').then(|| whole.parse().ok())?
            }
        }
    }
}

/// A number as it stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// Whether a minus sign stands before it.
    pub negative: bool,
    /// How its digits stand.
    pub form: Form,
    /// How many percent signs follow.
    pub percent_signs: usize,
    /// The words around it, such as `hồ sơ`, and marks of footnotes; empty when there are none.
    pub words: String,
}

/// What a cell of a number column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing, or a sign for nothing: empty, `-`, `…`, `N/A`, `KPS`. Never the same as 0.
    Absent,
    /// A number.
    Number(Printed),
    /// Something else.
    Unreadable,
}

/// Reads a cell as printed.
#[must_use]
pub fn read(cell: &str) -> Cell {
    let text = tidy(cell);
    let text = quoted(&text);
    // The error of a formula is no word for nothing: `#N/A`, `#NULL!`.
    if is_absent(text) && !text.starts_with('#') {
        return Cell::Absent;
    }
    let Some((first, last)) = span_of_digits(text) else { return Cell::Unreadable };
    // A line that breaks within the digits parts two numbers; tidied it would look like a thousand's space.
    if parts_digits(cell) {
        return Cell::Unreadable;
    }
    let (before, rest) = text.split_at(first);
    let (body, after) = rest.split_at(last - first);
    let (negative, before, after) = sign(before, after);
    let (after, marks) = part_marks(after);
    let Some(form) = form(body) else { return Cell::Unreadable };
    let percent_signs = after.matches(['%', '\u{ff05}']).count();
    let around = format!("{before} {after}");
    let words = around.replace(['%', '\u{ff05}', '(', ')', '\'', '’'], " ");
    let words = tidy(&words).into_owned();
    let strange = words.chars().any(|character| !(character.is_alphabetic() || matches!(character, ' ' | '.')));
    // A letter that touches the digits in front of them, or a single one behind, stands for a digit or for a thousand.
    let mut behind = after.chars().map(char::is_alphabetic);
    let alone = behind.next() == Some(true) && behind.next() != Some(true) && !after.starts_with('đ');
    let touches = alone || text[..first].ends_with(char::is_alphabetic);
    if strange || touches || before.contains('%') || !are_harmless(&words) {
        return Cell::Unreadable;
    }
    let words = if marks.is_empty() { words } else { format!("{words} {marks}").trim_start().to_owned() };
    Cell::Number(Printed { negative, form, percent_signs, words })
}

/// Whether a cell holds nothing, or a sign for nothing: [`Cell::Absent`].
#[must_use]
pub fn is_nothing(cell: &str) -> bool {
    // No word for nothing holds a digit, and few letters begin one: most cells are told so, which are asked again and again.
    let begins_word = |first: char| match first {
        'đ' | 'Đ' => true,
        first => first.is_ascii_alphabetic() && !matches!(first, 'n' | 'N' | 'k' | 'K' | 'c' | 'C'),
    };
    !cell.bytes().any(|byte| byte.is_ascii_digit())
        && !cell.trim_start().starts_with(begins_word)
        && is_absent(&tidy(cell))
}

/// The signs and words offices print where there is no figure.
fn is_absent(text: &str) -> bool {
    // `\N` is how some databases write it.
    if text == "\\N" {
        return true;
    }
    let dashes = |character: char| matches!(character, '-' | '–' | '—' | '−' | '…' | '.' | '_' | '/' | ' ' | '*');
    text.chars().all(dashes)
        || matches!(
            fold(text).as_str(),
            "n a"
                | "na"
                | "kps"
                | "null"
                | "khong"
                | "khong phat sinh"
                | "khong co"
                | "chua co so lieu"
                | "chua co"
                | "khong co so lieu"
        )
}

/// From the first to behind the last digit.
fn span_of_digits(text: &str) -> Option<(usize, usize)> {
    let first = text.find(|character: char| character.is_ascii_digit())?;
    let last = text.rfind(|character: char| character.is_ascii_digit())?;
    // `,5` without a leading zero starts at its separator.
    let first = if text[..first].ends_with([',', '.']) { first - 1 } else { first };
    Some((first, last + 1))
}

/// A text without the quotes around it, which a separator followed by a space leaves in the cell.
fn quoted(text: &str) -> &str {
    text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(text).trim()
}

/// Whether a line or a column ends between the first digit of a cell and its last: they are two numbers.
#[must_use]
pub fn parts_digits(cell: &str) -> bool {
    let digit = |character: char| character.is_ascii_digit();
    let Some((first, last)) = cell.find(digit).zip(cell.rfind(digit)) else { return false };
    cell[first..last].contains(['\n', '\r', '\t', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}'])
}

/// Whether the number is below zero, and what stands around it besides the sign: `-5`, and `(5)` of accountants.
fn sign<'text>(before: &'text str, after: &'text str) -> (bool, &'text str, &'text str) {
    let trimmed = before.trim_end();
    for minus in ['-', '−', '–'] {
        if let Some(rest) = trimmed.strip_suffix(minus) {
            return (true, rest, after);
        }
    }
    let within = trimmed.strip_suffix('(').zip(after.trim_start().strip_prefix(')'));
    if let Some((before, after)) = within {
        return (true, before, after);
    }
    // `(72,3%)` is below zero as `(72,3)` is.
    let signed = trimmed.strip_suffix('(').zip(after.trim_end().strip_suffix(')'));
    if let Some((before, after)) = signed.filter(|(_, after)| after.trim() == "%") {
        return (true, before, after);
    }
    (false, trimmed.strip_suffix('+').unwrap_or(trimmed), after)
}

/// How the digits and separators of a number's body stand; `None` when they make no number.
fn form(body: &str) -> Option<Form> {
    if !body.chars().all(|character| character.is_ascii_digit() || is_separator(character)) {
        return None;
    }
    let separators: Vec<char> = body.chars().filter(|character| is_separator(*character)).collect();
    let parts: Vec<String> = body.split(is_separator).map(str::to_owned).collect();
    let grouped = |parts: &[String]| {
        (1..=3).contains(&parts[0].len())
            && !(parts.len() > 1 && parts[0].starts_with('0'))
            && parts[1..].iter().all(|part| part.len() == 3)
    };
    match separators.as_slice() {
        [] => Some(Form::Whole(body.to_owned())),
        [separator @ (',' | '.')] => {
            let (whole, fraction) = (parts[0].clone(), parts[1].clone());
            let open = grouped(&parts) && !whole.is_empty();
            let separator = *separator;
            Some(if open {
                Form::Open { separator, whole, fraction }
            } else {
                Form::Decimals { separator, whole, fraction }
            })
        }
        [first, rest @ ..] => {
            let same = rest.iter().all(|separator| separator == first);
            if same {
                return grouped(&parts).then(|| Form::Thousands(parts.concat()));
            }
            let (fraction, thousands) = parts.split_last()?;
            let (last, middle) = rest.split_last()?;
            let one_kind = middle.iter().all(|separator| separator == first);
            (one_kind && matches!(last, ',' | '.') && grouped(thousands)).then(|| Form::Decimals {
                separator: *last,
                whole: thousands.concat(),
                fraction: fraction.clone(),
            })
        }
    }
}

fn is_separator(character: char) -> bool {
    matches!(character, ',' | '.' | ' ' | '\'' | '’')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The number as a decimal, as a count, and whether the column has to decide between them.
    fn both(cell: &str) -> Option<(Option<String>, Option<u64>, bool)> {
        let Cell::Number(printed) = read(cell) else { return None };
        let decimal = printed.form.as_decimal(printed.negative).map(|value| value.to_string());
        Some((decimal, printed.form.as_count(), matches!(printed.form, Form::Open { .. })))
    }

    #[test]
    fn numbers_are_read_in_every_form_an_office_prints() {
        #[track_caller]
        fn case(cell: &str, decimal: &str, count: Option<u64>, open: bool) {
            assert_eq!(both(cell), Some((Some(decimal.to_owned()), count, open)), "{cell:?}");
        }
        case("366", "366", Some(366), false);
        case("1.343", "1.343", Some(1343), true);
        case("1,343", "1.343", Some(1343), true);
        case("1 343", "1343", Some(1343), false);
        case("1\u{a0}343", "1343", Some(1343), false);
        case("1'343", "1343", Some(1343), false);
        case("1.234.567", "1234567", Some(1_234_567), false);
        case("72,3%", "72.3", None, false);
        case("72.30 %", "72.3", None, false);
        case("53,9%%", "53.9", None, false);
        case("49%", "49", Some(49), false);
        case("0.723", "0.723", None, false); // no thousands begin with a zero
        case("1.343,5", "1343.5", None, false);
        case("1,343.5", "1343.5", None, false);
        case("1343.0", "1343", Some(1343), false); // a spreadsheet's own way to write a whole number
        case("1343.000", "1343", Some(1343), false); // four digits before: no grouping
        case("2.919 hồ sơ", "2.919", Some(2919), true);
        case("678 (hs)", "678", Some(678), false);
        case(",5", "0.5", None, false);
        case("-5", "-5", Some(5), false);
        case("１２", "12", Some(12), false);
        case("366hs", "366", Some(366), false);
        case("Tỷ lệ 72,3 phần trăm", "72.3", None, false);
        case("3 file", "3", Some(3), false);
        case("366 hồ sơ đã giải quyết", "366", Some(366), false);
        case("12,7đ", "12.7", None, false); // đ is no digit mistyped
        case("\"72,3%\"", "72.3", None, false);
        case("366\n(hồ sơ)", "366", Some(366), false);
        case("(366)", "-366", Some(366), false); // below zero, as accountants print it
        case("(72,3%)", "-72.3", None, false);
        case("366*", "366", Some(366), false);
        case("366 (*)", "366", Some(366), false);
        case("72,3%**", "72.3", None, false);
        case("1.343²", "1.343", Some(1343), true);
        case("1.343 hs¹", "1.343", Some(1343), true);
        case("1.343 hs (²)", "1.343", Some(1343), true);
        case("'366", "366", Some(366), false); // the apostrophe that makes a spreadsheet keep text
    }

    #[test]
    fn a_sign_for_nothing_is_absent_and_never_zero() {
        for cell in
            ["", " ", "-", "–", "—", "…", "...", "\\N", "N/A", "KPS", "Không phát sinh", "chưa có số liệu", "\u{a0}"]
        {
            assert_eq!(read(cell), Cell::Absent, "{cell:?}");
        }
        assert_eq!(both("0").unwrap().1, Some(0));
    }

    #[test]
    fn what_is_no_number_is_unreadable() {
        for cell in
            ["Thấp", "12,7/22", "1.2.3", "12 34", "1.34.567", "5/6/2023", "1,2,3%", "#REF!", "10-20", "72,3% (2)"]
                .into_iter()
                // Two numbers, a thousand, a digit mistyped, a word that changes the number.
                .chain([
                    "546\n600",
                    "1\n546",
                    "546\t600",
                    "2k",
                    "3 nghìn",
                    "54O",
                    "l6,9%",
                    "giảm 5",
                    "khoảng 500",
                    "2x",
                    "(366*)",
                    "12*34",
                    "111²3",
                    "*366",
                ])
        {
            assert_eq!(read(cell), Cell::Unreadable, "{cell:?}");
        }
    }

    #[test]
    fn repeated_signs_and_words_are_told() {
        let Cell::Number(printed) = read("53,9%%") else { panic!("a number") };
        assert_eq!(printed.percent_signs, 2);
        let Cell::Number(printed) = read("366 (*)") else { panic!("a number") };
        assert_eq!(printed.words, "(*)");
        let Cell::Number(printed) = read("2.919 hồ sơ") else { panic!("a number") };
        assert_eq!(printed.words, "hồ sơ");
    }
}

// The laws want proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_holds_nothing_is_told_by_its_first_letter_as_by_all(
            before in "[ \t'(*\u{a0}\u{200b}-]{0,2}[a-zA-ZđĐñКС/.…-]?",
            word in prop::sample::select(vec!["", "N/A", "na", "KPS", "null", "Không", "không có", "chưa có số liệu", "-"]),
            behind in "[ .)x]{0,2}",
        ) {
            let cell = format!("{before}{word}{behind}");
            prop_assert_eq!(is_nothing(&cell), is_absent(&tidy(&cell)), "{:?}", cell);
        }
    }
}
