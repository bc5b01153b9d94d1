//! What the cells below a header say about it, where its words alone cannot tell.

use super::dossiers::is_code;
use super::line::is_number;
use super::pairs::are_of;
use super::pairs::hold_pairs;
use crate::domain::Decimal;
use crate::domain::Set;
use crate::intake::Row;
use crate::text::fold;
use crate::text::moment;
use crate::text::numbers::Cell;
use crate::text::numbers::Printed;
use crate::text::numbers::read;
use crate::text::tidy;

/// How far the points of the groups may miss their total: every group is rounded for itself.
const ROUNDING: i64 = 60_000; // millionths: six groups, a hundredth each

/// How many columns are looked at for counts that a rate is a rate of.
const COUNTS: usize = 30;

/// Cells of which as many may differ by chance.
const SEVERAL: usize = 3;

/// The rows below a header, as evidence.
pub(super) struct Evidence<'rows> {
    body: &'rows [Row],
}

impl<'rows> Evidence<'rows> {
    pub(super) const fn new(body: &'rows [Row]) -> Self {
        Self { body }
    }

    fn cells(&self, index: usize) -> impl Iterator<Item = &'rows str> {
        self.body.iter().filter_map(move |row| row.cells.get(index)).map(String::as_str)
    }

    fn numbers(&self, index: usize) -> Vec<Printed> {
        let number = |cell| if let Cell::Number(printed) = read(cell) { Some(printed) } else { None };
        self.cells(index).filter_map(number).collect()
    }

    /// Whether any cell is a number.
    pub(super) fn holds_numbers(&self, index: usize) -> bool {
        self.cells(index).any(|cell| matches!(read(cell), Cell::Number(_)))
    }

    /// Whether all cells that hold anything are numbers.
    pub(super) fn are_numbers(&self, index: usize) -> bool {
        self.cells(index).all(|cell| tidy(cell).is_empty() || is_number(cell))
    }

    /// Whether most rows hold something here that is no rest of the cell before: a decimal comma leaves a digit or two.
    pub(super) fn is_mostly_filled(&self, index: usize) -> bool {
        let filled = |cell: &str| !tidy(cell).is_empty();
        let is_long = |cell: &&str| cell.bytes().filter(u8::is_ascii_digit).count() > 2;
        let rows = self.body.iter().filter(|row| row.cells.iter().filter(|cell| filled(cell)).count() > 1);
        let here = self.cells(index).filter(is_long).count();
        here > 1 && here * 2 > rows.count()
    }

    /// Whether the cells say themselves that they are percentages: most numbers carry the sign.
    pub(super) fn are_percentages(&self, index: usize) -> bool {
        let numbers = self.numbers(index);
        let signed = numbers.iter().filter(|printed| printed.percent_signs > 0).count();
        signed > 0 && signed * 2 > numbers.len()
    }

    /// Whether the cells say themselves that they are points of the group: most are written `12,7/22` or `12,7 điểm`.
    pub(super) fn are_points(&self, index: usize) -> bool {
        let filled: Vec<String> = self.cells(index).map(fold).filter(|cell| !cell.is_empty()).collect();
        let says = |cell: &&String| cell.ends_with(" 22") || cell.ends_with(" diem");
        let points = filled.iter().filter(says).count();
        points > 0 && points * 2 > filled.len()
    }

    /// Whether the numbers can be no points of the group, but percentages: most are more than the most points there are,
    /// none more than a hundred, and they have fractions, which counts have not. One alone may have slipped there.
    pub(super) fn are_above_all_points(&self, index: usize) -> bool {
        let decimal = |printed: &Printed| printed.form.as_decimal(printed.negative).map(Decimal::millionths);
        let numbers: Vec<i64> = self.numbers(index).iter().filter_map(decimal).collect();
        let above = numbers.iter().filter(|number| **number > 22_000_000).count();
        above * 2 > numbers.len()
            && numbers.iter().all(|number| (0..=100_000_000).contains(number))
            && numbers.iter().any(|number| number % 1_000_000 != 0)
    }

    /// Whether the cells hold two counts each, which are neither points of the group nor percentages.
    pub(super) fn are_pairs_of_counts(&self, index: usize) -> bool {
        hold_pairs(self.body, index) && ![22, 100].iter().any(|whole| are_of(self.body, index, *whole))
    }

    /// Whether no number is more than this.
    pub(super) fn are_at_most(&self, index: usize, most: i32) -> bool {
        let decimal = |printed: &Printed| printed.form.as_decimal(printed.negative).map(Decimal::millionths);
        self.numbers(index).iter().filter_map(decimal).all(|number| number <= i64::from(most) * 1_000_000)
    }

    /// The number that most cells hold which hold one; a row that numbers the columns is none of most.
    pub(super) fn mostly(&self, index: usize) -> Option<Decimal> {
        let numbers = self.numbers(index);
        let values: Vec<Decimal> =
            numbers.iter().filter_map(|printed| printed.form.as_decimal(printed.negative)).collect();
        let is_most = |value: &&Decimal| values.iter().filter(|other| other == value).count() * 2 > values.len();
        values.iter().find(is_most).copied()
    }

    /// Whether a row holds the most points of each of these columns.
    pub(super) fn have_maxima(&self, columns: &[(usize, i32)]) -> bool {
        let is_maximum = |row: &Row, (index, most): &(usize, i32)| match row.cells.get(*index).map(|cell| read(cell)) {
            Some(Cell::Number(printed)) => {
                printed.form.as_count().is_some_and(|count| i64::try_from(count) == Ok(i64::from(*most)))
            }
            _ => false,
        };
        self.body.iter().any(|row| columns.iter().all(|column| is_maximum(row, column)))
    }

    /// Whether most cells that hold anything are codes of dossiers.
    pub(super) fn are_dossier_codes(&self, index: usize) -> bool {
        let filled: Vec<&str> = self.cells(index).filter(|cell| !tidy(cell).is_empty()).collect();
        let codes = filled.iter().filter(|cell| is_code(cell)).count();
        codes > 0 && codes * 2 > filled.len()
    }

    /// Whether most cells that hold anything are days.
    pub(super) fn are_days(&self, index: usize) -> bool {
        let filled: Vec<&str> = self.cells(index).filter(|cell| !tidy(cell).is_empty()).collect();
        let days = filled.iter().filter(|cell| moment(cell).is_some()).count();
        days * 2 > filled.len()
    }

    /// Whether several cells hold something, each something else.
    pub(super) fn are_all_different(&self, index: usize) -> bool {
        let filled: Vec<String> = self.cells(index).map(fold).filter(|cell| !cell.is_empty()).collect();
        let different: Set<&String> = filled.iter().collect();
        filled.len() > SEVERAL && different.len() == filled.len()
    }

    /// Whether any cell holds anything.
    pub(super) fn is_filled(&self, index: usize) -> bool {
        self.cells(index).any(|cell| !tidy(cell).is_empty())
    }

    /// Whether the values of a column are percentages of two counts that stand beside it, in at least two rows and in
    /// nearly all: such a rate is the rate of its neighbours, whatever its header says.
    pub(super) fn is_rate_of_counts(&self, index: usize) -> bool {
        self.is_rate(index, |_| true)
    }

    /// The same of this count as a part of another.
    pub(super) fn is_rate_of(&self, index: usize, part: usize) -> bool {
        self.is_rate(index, |column| column == part)
    }

    fn is_rate(&self, index: usize, may_be_part: impl Fn(usize) -> bool) -> bool {
        let width = self.body.iter().map(|row| row.cells.len()).max().unwrap_or(0).min(COUNTS);
        let count = |cell: &String| match read(cell) {
            Cell::Number(printed) if printed.percent_signs == 0 && !printed.negative => printed.form.as_count(),
            _ => None,
        };
        let rate = |row: &Row| match row.cells.get(index).map(|cell| read(cell)) {
            Some(Cell::Number(printed)) => printed.form.as_decimal(printed.negative).map(Decimal::millionths),
            _ => None,
        };
        let counts = |row: &Row| row.cells.iter().take(width).map(count).collect::<Vec<_>>();
        let rows: Vec<(i64, Vec<Option<u64>>)> =
            self.body.iter().filter_map(|row| Some((rate(row)?, counts(row)))).collect();
        let is_pair = |part: usize, whole: usize| {
            let (mut seen, mut agree, mut telling) = (0, 0, 0);
            for (rate, counts) in &rows {
                let pair = counts.get(part).copied().flatten().zip(counts.get(whole).copied().flatten());
                let Some((part, whole)) = pair.filter(|(_, whole)| *whole > 0) else { continue };
                seen += 1;
                let apart = i128::from(*rate) * i128::from(whole) - 100_000_000 * i128::from(part);
                let agrees = apart.abs() <= i128::from(ROUNDING) * i128::from(whole);
                agree += usize::from(agrees);
                telling += usize::from(agrees && 0 < part && part < whole);
            }
            telling >= 2 && agree * 10 >= seen * 9
        };
        let columns = || (0..width).filter(|column| *column != index);
        columns().any(|part| may_be_part(part) && columns().any(|whole| part != whole && is_pair(part, whole)))
    }

    /// Whether the values of these columns add up to the last one, in at least two rows and in most that hold
    /// numbers in each: of nine districts one may bear a slip: the points of the groups and their total do.
    pub(super) fn add_up(&self, parts: &[usize], total: usize) -> bool {
        let value = |row: &Row, index: usize| match row.cells.get(index).map(|cell| read(cell)) {
            Some(Cell::Number(printed)) => printed.form.as_decimal(printed.negative).map(Decimal::millionths),
            _ => None,
        };
        let (mut rows, mut agree) = (0, 0);
        for row in self.body {
            let Some(parts) = parts.iter().map(|index| value(row, *index)).collect::<Option<Vec<i64>>>() else {
                continue;
            };
            let Some(total) = value(row, total) else { continue };
            rows += 1;
            let sum = parts.iter().fold(0_i64, |sum, part| sum.saturating_add(*part));
            agree += usize::from((sum.saturating_sub(total)).saturating_abs() <= ROUNDING);
        }
        agree >= 2 && agree * 5 >= rows * 4
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(lines: &[&str]) -> Vec<Row> {
        let row = |(number, line): (u32, &&str)| Row { number, cells: line.split('|').map(str::to_owned).collect() };
        (1..).zip(lines).map(row).collect()
    }

    #[test]
    fn points_of_groups_add_up_to_their_total() {
        // 16,2 + 13,7 = 29,9; 16,21 + 13,70 = 29,91, printed as 29,92
        let body = rows(&["16,2|13,7|29,9", "16,21|13,70|29,92", "–|1|5"]);
        assert!(Evidence::new(&body).add_up(&[0, 1], 2));
        let body = rows(&["16,2|13,7|29,9", "16,2|13,7|80"]);
        assert!(!Evidence::new(&body).add_up(&[0, 1], 2));
        assert!(!Evidence::new(&body[..1]).add_up(&[0, 1], 2)); // one row may agree by chance
    }

    #[test]
    fn a_rate_of_its_neighbours_is_known_by_their_counts() {
        // 50 of 100; 75 of 90 is 83,33 %
        let body = rows(&["100|50|50,00%", "90|75|83,3%", "0|0|0"]);
        assert!(Evidence::new(&body).is_rate_of_counts(2));
        let body = rows(&["100|50|72,3%", "90|75|83,3%"]);
        assert!(!Evidence::new(&body).is_rate_of_counts(2));
        let body = rows(&["100|100|100%", "90|90|100%"]); // any two columns alike would do
        assert!(!Evidence::new(&body).is_rate_of_counts(2));
    }

    #[test]
    fn cells_tell_percentages_and_codes() {
        let body = rows(&["72,3%|H38.24-230605-0012", "49%|000.00.24.H38-230605-0013", "5|–"]);
        let evidence = Evidence::new(&body);
        assert!(evidence.are_percentages(0) && !evidence.are_percentages(1));
        assert!(evidence.are_dossier_codes(1) && !evidence.are_dossier_codes(0));
        assert!(evidence.holds_numbers(0) && !evidence.holds_numbers(7));
    }
}
