//! The number that a spreadsheet stored beside the text it shows: what is shown is rounded and written as the machine is set.

use crate::domain::Decimal;
use crate::domain::sort;
use crate::intake::number::Number;

/// What a cell says by its stored number: a percentage, a day or the number itself, as its text shows it; `None` where the
/// text says something else.
pub(super) fn as_stored(number: &Number, shown: &str) -> Option<String> {
    let (digits, percent) = shown.strip_suffix('%').map_or((shown, false), |digits| (digits, true));
    let is_number = digits.chars().any(|letter| letter.is_ascii_digit())
        && digits.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | ' ' | '-' | '\u{a0}'));
    // 05-06-2023 is a day.
    if digits.matches('-').count() > 1 || digits.contains('/') {
        return number.day(false).filter(|day| is_same_day(day, shown));
    }
    is_number.then(|| match percent {
        true if is_nearer(digits, &number.text(), &number.clone().times_ten_to(2).text()) => number.text() + "%",
        true => number.percent(),
        false => number.text(),
    })
}

/// Whether a text shows a day, whichever part stands first.
fn is_same_day(day: &str, shown: &str) -> bool {
    let parts = |text: &str| {
        let date = text.split([' ', '\u{a0}', 'T']).find(|part| part.contains(['/', '-'])).unwrap_or_default();
        let mut parts: Vec<u32> = date.split(['/', '-']).filter_map(|part| part.parse().ok()).collect();
        // A year of two digits is one of this century.
        if parts.iter().all(|part| *part < 100)
            && let Some(year) = parts.last_mut()
        {
            *year += 2000;
        }
        sort(&mut parts);
        parts
    };
    let shown = parts(shown);
    shown.len() == 3 && shown == parts(day)
}

/// Whether what is shown comes nearer to the first than to the second.
fn is_nearer(shown: &str, first: &str, second: &str) -> bool {
    let plain: String = shown.chars().filter(|letter| !matches!(letter, ' ' | '\u{a0}')).collect();
    // The last sign parts the fraction; those before it are thousands.
    let (whole, fraction) = plain.rsplit_once(['.', ',']).unwrap_or((&plain, ""));
    let value = Decimal::from_plain(&format!("{}.{fraction}0", whole.replace(['.', ','], "")));
    let apart = |other: &str| Some(value?.millionths().abs_diff(Decimal::from_plain(other)?.millionths()));
    apart(first).zip(apart(second)).is_some_and(|(first, second)| first < second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stored_number_says_what_its_text_shows() {
        for (stored, shown, expected) in [
            ("0.723", "72,3%", Some("72.3%")),
            ("0.7234", "72%", Some("72.34%")),
            ("72.3", "72.3%", Some("72.3%")), // the sign was written by the format
            ("0.723", "0.723%", Some("0.7230%")),
            ("1343", "1.343", Some("1343")),
            ("44929.3541666667", "1/3/2023 8:30", Some("03/01/2023 08:30")),
            ("44929", "03/01/2023", Some("03/01/2023")),
            ("44929", "2023-01-03", Some("03/01/2023")),
            ("44929", "3-1-23", Some("03/01/2023")),
            ("44929", "04/01/2023", None), // another day: the text is read as it stands
            ("44929", "1/3", None),
            ("5", "5 hồ sơ", None),
        ] {
            let number = Number::written(stored).unwrap();
            assert_eq!(as_stored(&number, shown).as_deref(), expected, "{stored} {shown}");
        }
    }
}
