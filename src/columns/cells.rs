//! A cell of a figure's column to its value, once the column is decided. Every repair is noted with its place.

use super::Field;
use super::numbers::Reading;
use crate::domain::Decimal;
use crate::domain::Percent;
use crate::domain::Place;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::numbers::Cell;
use crate::text::numbers::Form;
use crate::text::numbers::Printed;
use crate::text::numbers::parts_digits;
use crate::text::numbers::read;
use crate::text::numbers::told;
use crate::text::tidy;

/// The figure in a cell and what it is a figure of: a percentage read as points is one of points. `None` when the cell is
/// empty, and, with a notice, when it cannot be read.
pub(super) fn figure(
    text: &str,
    field: Field,
    reading: Reading,
    place: &Place,
    notices: &mut Notices,
) -> Option<(Field, Decimal)> {
    if parts_digits(text) {
        notices.add(NoticeCode::NumberUnreadable, place, &tidy(text));
        return None;
    }
    let text = &*tidy(text);
    let value = match reading {
        Reading::Percent | Reading::Share => percent(text, reading, place, notices)?.value(),
        Reading::Count => {
            let count = Decimal::from_count(count(text, place, notices)?);
            if count.is_none() {
                notices.add(NoticeCode::NumberUnreadable, place, text);
            }
            count?
        }
        Reading::Points => {
            let field = if field == Field::GroupPercent { Field::GroupPoints } else { field };
            return Some((field, points(text, field, place, notices)?));
        }
    };
    Some((field, value))
}

/// The percentage in a cell; `None` when the cell is empty, and, with a notice, when it cannot be read.
fn percent(text: &str, reading: Reading, place: &Place, notices: &mut Notices) -> Option<Percent> {
    if let Some(percent) = fraction(text) {
        notices.add(NoticeCode::NumberWithWords, place, text);
        return Some(percent);
    }
    if may_be_of_22(text) {
        notices.add(NoticeCode::NumberUnreadable, place, text);
        return None;
    }
    let printed = number(text, place, notices)?;
    let Some(value) = printed.form.as_decimal(printed.negative) else {
        notices.add(NoticeCode::NumberUnreadable, place, text);
        return None;
    };
    if value < Decimal::default() {
        notices.add(NoticeCode::PercentNegative, place, text);
        return None;
    }

    if printed.percent_signs > 1 {
        notices.add(NoticeCode::PercentSignRepeated, place, text);
    }
    let share = reading == Reading::Share && printed.percent_signs == 0;
    if matches!(printed.form, Form::Open { .. }) && !share {
        notices.add(NoticeCode::PercentThreeDecimals, place, text);
    }
    let percent = if share { Percent::from_share(value)? } else { Percent::new(value) };
    if percent > Percent::new(Decimal::whole(100)) {
        notices.add(NoticeCode::PercentOverHundred, place, text);
    }
    Some(percent)
}

/// Whether a cell holds points that may be of 22; more can only be of a hundred.
fn may_be_of_22(text: &str) -> bool {
    let Cell::Number(printed) = read(text) else { return false };
    let value = printed.form.as_decimal(printed.negative);
    printed.words.contains("điểm") && value.is_some_and(|value| value <= Decimal::whole(22))
}

/// A percentage written as a part of a whole: `12,7/22` in points of the group, `120/150` in dossiers.
fn fraction(text: &str) -> Option<Percent> {
    let (part, whole) = text.split_once('/')?;
    let plain = |text: &str| match read(text) {
        Cell::Number(printed) if printed.percent_signs == 0 && !printed.negative => Some(printed),
        _ => None,
    };
    if is_day(part, whole) {
        return None;
    }
    let (part, whole) = (plain(part)?, plain(whole)?);
    let computed = if whole.form == Form::Whole("22".to_owned()) {
        Percent::from_points(part.form.as_decimal(false)?)
    } else {
        Percent::of(part.form.as_count()?, whole.form.as_count()?)?
    };
    Some(Percent::new(told(computed)))
}

/// Whether a part of a whole is likelier a day or a month, of which a spreadsheet has made 5,6: `05/06`, `05/2023`. Counts
/// have no leading zeros without the word for what is counted, and no part is more than its whole.
fn is_day(part: &str, whole: &str) -> bool {
    let (part, whole) = (part.trim(), whole.trim());
    let number = |text: &str| text.parse().ok().filter(|number: &u32| *number <= 31 || *number >= 1900);
    let is_padded = |text: &str| text.starts_with('0') && text.len() > 1;
    let (Some(first), Some(second)) = (number(part), number(whole)) else { return false };
    is_padded(part) || is_padded(whole) || first > second
}

/// The points in a cell, `12,7` or `12,7/22`; more than the most there are is told and not used.
fn points(text: &str, field: Field, place: &Place, notices: &mut Notices) -> Option<Decimal> {
    let most = match field {
        Field::GroupPoints => Some(22),
        Field::Component(component, _) => Some(component.max_points()),
        Field::TotalPoints => Some(100),
        _ => None,
    };
    let part = match text.split_once('/') {
        Some((part, whole)) if most.is_some_and(|most| whole.trim() == most.to_string()) => part,
        _ => text,
    };
    let printed = number(part, place, notices)?;
    let value = printed.form.as_decimal(printed.negative).filter(|_| printed.percent_signs == 0);
    let Some(value) = value.filter(|value| *value >= Decimal::default()) else {
        notices.add(NoticeCode::NumberUnreadable, place, text);
        return None;
    };
    if most.is_some_and(|most| value > Decimal::whole(most)) {
        notices.add(NoticeCode::PointsOverMaximum, place, text);
        return None;
    }
    Some(value)
}

/// The count in a cell; `None` when the cell is empty, and, with a notice, when it is no whole number.
fn count(text: &str, place: &Place, notices: &mut Notices) -> Option<u64> {
    let printed = number(text, place, notices)?;
    if printed.percent_signs > 0 {
        notices.add(NoticeCode::NumberUnreadable, place, text);
        return None;
    }
    let count = printed.form.as_count().filter(|_| !printed.negative);
    if count.is_none() {
        // More digits than any count has are whole, and no count.
        let is_part = printed.negative || matches!(printed.form, Form::Decimals { .. });
        notices.add(if is_part { NoticeCode::CountNotWhole } else { NoticeCode::NumberUnreadable }, place, text);
    }
    count
}

/// The number in a cell, words beside it noted.
fn number(text: &str, place: &Place, notices: &mut Notices) -> Option<Printed> {
    match read(text) {
        Cell::Absent => None,
        Cell::Unreadable => {
            notices.add(NoticeCode::NumberUnreadable, place, text);
            None
        }
        Cell::Number(printed) => {
            if !printed.words.is_empty() {
                notices.add(NoticeCode::NumberWithWords, place, text);
            }
            Some(printed)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noted(notices: &Notices) -> Vec<&'static str> {
        notices.sorted().iter().map(|notice| notice.code.code()).collect()
    }

    #[test]
    fn a_percentage_is_read_and_every_repair_is_noted() {
        #[track_caller]
        fn case(text: &str, reading: Reading, expected: Option<&str>, codes: &[&str]) {
            let mut notices = Notices::default();
            let percent = percent(text, reading, &Place::file("a.csv").cell(9, 3), &mut notices);
            assert_eq!(percent.map(|percent| percent.to_string()).as_deref(), expected, "{text:?}");
            assert_eq!(noted(&notices), codes, "{text:?}");
        }
        case("72,3%", Reading::Percent, Some("72.3"), &[]);
        case("53,9%%", Reading::Percent, Some("53.9"), &["percent-sign-repeated"]);
        case("0,723", Reading::Share, Some("72.3"), &[]);
        case("72,3%", Reading::Share, Some("72.3"), &[]); // its own sign outweighs the column
        case("1.343", Reading::Percent, Some("1.343"), &["percent-three-decimals"]);
        case("120%", Reading::Percent, Some("120"), &["percent-over-hundred"]);
        case("57,7 điểm", Reading::Percent, Some("57.7"), &["number-with-words"]);
        case("12,7 điểm", Reading::Percent, None, &["number-unreadable"]); // of 22, as likely
        case("(72,3%)", Reading::Percent, None, &["percent-negative"]);
        case("-5%", Reading::Percent, None, &["percent-negative"]);
        case("Thấp", Reading::Percent, None, &["number-unreadable"]);
        case("–", Reading::Percent, None, &[]);
    }

    #[test]
    fn parts_of_a_whole_are_percentages_and_points() {
        let read = |text: &str, field, reading| {
            let mut notices = Notices::default();
            let figure = figure(text, field, reading, &Place::file("a.csv").cell(9, 3), &mut notices);
            (figure.map(|(field, value)| (field.code(), value.to_string())), noted(&notices))
        };
        // 12,7 / 22 = 57,727… %; 120 / 150 = 80 %
        let percent = |value: &str| Some(("group_percent", value.to_owned()));
        assert_eq!(
            read("12,7/22", Field::GroupPercent, Reading::Percent),
            (percent("57.73"), vec!["number-with-words"])
        );
        assert_eq!(read("120/150", Field::GroupPercent, Reading::Percent), (percent("80"), vec!["number-with-words"]));
        let points = |value: &str| Some(("group_points", value.to_owned()));
        assert_eq!(read("12,7/22", Field::GroupPoints, Reading::Points), (points("12.7"), vec![]));
        assert_eq!(
            read("12,7 điểm", Field::GroupPercent, Reading::Points),
            (points("12.7"), vec!["number-with-words"])
        );
        assert_eq!(read("57,7", Field::GroupPoints, Reading::Points), (None, vec!["points-over-maximum"]));
        // A day that a spreadsheet has made of 5,6 is no part of a whole; nor is a month.
        for day in ["05/06", "05 / 6", "5/06", "31/05", "12/5", "05/2023"] {
            assert_eq!(read(day, Field::GroupPercent, Reading::Percent), (None, vec!["number-unreadable"]), "{day}");
        }
        for (pair, value) in [("05/40", "12.5"), ("5/8", "62.5"), ("0/12", "0"), ("05/08 hồ sơ", "62.5")] {
            assert_eq!(
                read(pair, Field::GroupPercent, Reading::Percent),
                (percent(value), vec!["number-with-words"]),
                "{pair}"
            );
        }
        assert_eq!(read("05/6", Field::Received, Reading::Count), (None, vec!["number-unreadable"]));
    }

    #[test]
    fn a_count_is_whole_or_unknown() {
        #[track_caller]
        fn case(text: &str, expected: Option<u64>, codes: &[&str]) {
            let mut notices = Notices::default();
            assert_eq!(count(text, &Place::file("a.csv").cell(9, 5), &mut notices), expected, "{text:?}");
            assert_eq!(noted(&notices), codes, "{text:?}");
        }
        case("1.343", Some(1343), &[]);
        case("2.919 hồ sơ", Some(2919), &["number-with-words"]);
        case("0", Some(0), &[]);
        case("", None, &[]);
        case("53,9", None, &["count-not-whole"]);
        case("-5", None, &["count-not-whole"]);
        case("18446744073709551616", None, &["number-unreadable"]); // whole, and no count
        case("72%", None, &["number-unreadable"]);
    }
}
