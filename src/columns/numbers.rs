//! One decision for a whole column: what its numbers mean. A cell alone cannot tell, and a guess would be wrong by a
//! hundred or a thousand.

use serde::Deserialize;
use serde::Serialize;

use crate::domain::Decimal;
use crate::text::numbers::Cell;
use crate::text::numbers::Form;
use crate::text::numbers::Printed;
use crate::text::numbers::read;

/// Cách đọc số: how the numbers of a column are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// As percentages: 0,723 is 0,723 %.
    Percent,
    /// As shares of one: 0,723 is 72,3 %.
    Share,
    /// As whole numbers: 1.343 is 1343.
    Count,
    /// As points of the index: 12,7 of 22.
    Points,
}

impl Reading {
    /// The stable word for scripts and settings.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Percent => "percent",
            Self::Share => "share",
            Self::Count => "count",
            Self::Points => "points",
        }
    }
}

/// What the cells of a column say about how to read them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Decision {
    /// In one way.
    Read(Reading),
    /// In two ways, and only an officer can tell; the cell that shows it.
    Ask {
        /// The readings possible.
        options: Vec<Reading>,
        /// A cell that reads differently under each.
        example: String,
    },
}

/// Among so many thousands a lone decimal is a slip of its cell, and says nothing of the others.
const MOST_THOUSANDS: usize = 3;

/// Decides how a column of percentages is read.
pub(super) fn of_percentages(cells: &[(&str, Cell)]) -> Decision {
    let (mut signed, mut above_one, mut whole_one, mut parts_of_one) = (0, 0, None, None);
    for (text, cell) in cells {
        let Cell::Number(printed) = cell else { continue };
        let Some(value) = printed.form.as_decimal(false) else { continue };
        if printed.percent_signs > 0 {
            signed += 1;
        } else if value > Decimal::whole(1) {
            above_one += 1;
        } else if value == Decimal::whole(1) {
            whole_one = whole_one.or(Some(*text));
        } else if value > Decimal::whole(0) {
            parts_of_one = parts_of_one.or(Some(*text));
        }
    }
    let ask =
        |example: &str| Decision::Ask { options: vec![Reading::Percent, Reading::Share], example: example.to_owned() };
    let alone = signed == 0 && above_one == 0;
    match (parts_of_one, whole_one) {
        (Some(_), _) if alone => Decision::Read(Reading::Share),
        (Some(example), _) => ask(example),
        // Among percentages a 1 is one percent; alone it may be all of it.
        (None, Some(example)) if alone => ask(example),
        (None, _) => Decision::Read(Reading::Percent),
    }
}

/// How far a printed rate may lie from that of its counts, in millionths of a percent: it is rounded to a tenth.
const ROUNDING: i128 = 60_000;

/// How a column of rates is read by the counts beside them, each cell with its part and its whole, where all that may
/// be either are told, and the same: 0,36 beside 4 of 1.112 is a percentage. A sign of percent tells by itself.
pub(super) fn of_shares(rows: impl Iterator<Item = (Cell, Cell, Cell)>) -> Option<Reading> {
    let count =
        |cell: Cell| if let Cell::Number(printed) = cell { printed.form.as_count().map(i128::from) } else { None };
    let mut told = None;
    for (rate, part, whole) in rows {
        let Cell::Number(Printed { negative: false, form, percent_signs: 0, .. }) = rate else { continue };
        let Some(rate) = form.as_decimal(false) else { continue };
        let is_doubtful = rate > Decimal::default() && rate <= Decimal::whole(1);
        let (Some(part), Some(whole)) = (count(part), count(whole)) else {
            if is_doubtful {
                return None;
            }
            continue;
        };
        // rate = 100 · part / whole, or a hundredth of it, without a division
        let lies = |times: i128, rounding: i128| {
            let apart = times * i128::from(rate.millionths()) * whole - 100_000_000 * part;
            apart.abs() <= rounding * whole
        };
        let (percent, share) = (lies(1, ROUNDING), lies(100, 10 * ROUNDING));
        let reading = match (percent, share) {
            (true, false) => Reading::Percent,
            (false, true) => Reading::Share,
            _ if is_doubtful => return None,
            _ => continue,
        };
        if told.is_some_and(|told| told != reading) {
            return None;
        }
        told = Some(reading);
    }
    told
}

/// Whether a cell may be thousands or three decimals.
pub(super) fn is_open(cell: &str) -> bool {
    matches!(read(cell), Cell::Number(Printed { form: Form::Open { .. }, .. }))
}

/// Whether three decimals are a slip in a column of points: most cells have fewer, and none more.
pub(super) fn few_thousandths(cells: &[(u32, &str)]) -> bool {
    let (mut open, mut fewer) = (0, 0);
    for (_, cell) in cells {
        match read(cell) {
            Cell::Number(Printed { form: Form::Open { .. }, .. }) => open += 1,
            Cell::Number(Printed { form: Form::Decimals { fraction, .. }, .. }) if fraction.len() > 3 => return false,
            Cell::Number(_) => fewer += 1,
            _ => {}
        }
    }
    open > 0 && open < fewer
}

/// Decides how a column of counts is read: three digits behind a separator are thousands, unless the column uses the
/// same separator for decimals, more than here and there.
pub(super) fn of_counts(cells: &[(&str, Cell)]) -> Decision {
    let (mut open, mut decimal_marks) = (Vec::new(), Vec::new());
    for (text, cell) in cells {
        match cell {
            Cell::Number(Printed { form: Form::Open { separator, .. }, .. }) => open.push((*separator, *text)),
            Cell::Number(Printed { form: Form::Decimals { separator, .. }, .. }) => decimal_marks.push(*separator),
            _ => {}
        }
    }
    let decimals = |separator| decimal_marks.iter().filter(|mark| **mark == separator).count();
    let thousands = |separator| open.iter().filter(|(other, _)| *other == separator).count();
    let is_either = |separator| decimals(separator) > 0 && thousands(separator) < MOST_THOUSANDS * decimals(separator);
    match open.iter().find(|(separator, _)| is_either(*separator)) {
        Some((_, example)) => Decision::Ask { options: vec![Reading::Count], example: (*example).to_owned() },
        None => Decision::Read(Reading::Count),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn percentages(cells: &[&str], expected: Option<Reading>) {
        let decision = of_percentages(&cells.iter().map(|cell| (*cell, read(cell))).collect::<Vec<_>>());
        let found = if let Decision::Read(reading) = decision { Some(reading) } else { None };
        assert_eq!(found, expected, "{cells:?}");
    }

    #[track_caller]
    fn counts(cells: &[&str], expected: Option<Reading>) {
        let decision = of_counts(&cells.iter().map(|cell| (*cell, read(cell))).collect::<Vec<_>>());
        let found = if let Decision::Read(reading) = decision { Some(reading) } else { None };
        assert_eq!(found, expected, "{cells:?}");
    }

    #[test]
    fn percentages_and_shares_are_told_by_the_whole_column() {
        percentages(&["72,3%", "49%", "53,9%%"], Some(Reading::Percent));
        percentages(&["72,3", "49", "0"], Some(Reading::Percent));
        percentages(&["0,723", "0.49", "1"], Some(Reading::Share));
        percentages(&["0,5%", "72,3%"], Some(Reading::Percent));
        percentages(&["0", "-", ""], Some(Reading::Percent));
        percentages(&["72,3", "1"], Some(Reading::Percent)); // one percent, among percentages
    }

    #[test]
    fn the_counts_beside_rates_tell_what_they_are() {
        let told = |rows: &[(&str, &str, &str)]| {
            of_shares(rows.iter().map(|(rate, part, whole)| (read(rate), read(part), read(whole))))
        };
        // 4 of 1.112 is 0,3597 %, or 0,0036 as a share of one
        assert_eq!(told(&[("0,36", "4", "1.112"), ("68,9", "689", "1000")]), Some(Reading::Percent));
        assert_eq!(told(&[("0,36", "4", "1.112"), ("0,5", "5", "1000")]), Some(Reading::Percent));
        assert_eq!(told(&[("0.723", "723", "1000"), ("0,5", "1", "2"), ("1", "7", "7")]), Some(Reading::Share));
        // Nothing of something, nothing of nothing, no count, another figure: none tells.
        assert_eq!(told(&[("0", "0", "10"), ("0", "0", "0"), ("0,36", "", "5"), ("0,36", "1", "2")]), None);
        assert_eq!(told(&[("0,36", "4", "1.112"), ("0,5", "1", "2")]), None); // one tells each
        assert_eq!(told(&[("0,36%", "36", "100")]), None);
        // One that may be either and is not told leaves the column open, one that is surely a percentage does not.
        assert_eq!(told(&[("50", "20", "40"), ("0,5", "", "20")]), None);
        assert_eq!(told(&[("50", "20", "40"), ("0,5", "4", "20")]), None);
        assert_eq!(told(&[("50", "20", "40"), ("68,9", "", "20")]), Some(Reading::Percent));
    }

    #[test]
    fn a_column_that_could_be_either_is_asked() {
        percentages(&["72,3", "0,723"], None);
        percentages(&["72,3%", "0,723"], None);
        percentages(&["1", "0", "1"], None);
    }

    #[test]
    fn three_digits_behind_a_separator_are_thousands_in_a_count() {
        counts(&["366", "1.343", "2.919"], Some(Reading::Count));
        counts(&["366", "1,343"], Some(Reading::Count));
        counts(&["366", "53,9"], Some(Reading::Count)); // only that cell is wrong
        counts(&["1.343", "53.9"], None); // the column's point may mark decimals everywhere
        counts(&["1.343", "53,9"], Some(Reading::Count)); // another separator
        counts(&["1.343", "2.919", "1.112", "1.94"], Some(Reading::Count)); // a digit was lost
    }
}
