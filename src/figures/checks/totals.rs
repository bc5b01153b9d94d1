//! Sums against total rows, and the provincial figure from its row.

use super::super::Ends;
use super::super::Origin;
use super::super::join::differing;
use super::rows::apart;
use crate::columns::Field;
use crate::columns::Observation;
use crate::columns::TableRead;
use crate::columns::Total;
use crate::domain::Decimal;
use crate::domain::Measure;
use crate::domain::Percent;
use crate::domain::Place;
use crate::domain::Set;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::fold;
use crate::text::numbers::print_count;
use crate::text::numbers::print_decimal;
use crate::text::numbers::print_exact_percent;

/// How far a percentage of the province may lie from the points beside it: it is rounded to a tenth at worst.
const TOLERANCE: u64 = 50_000; // millionths of a percent: 0,05 points

/// Số toàn tỉnh: the percentage of the whole province, as its row in a file gives it. Never the mean of the units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Province {
    /// The percentage.
    pub percent: Percent,
    /// The row it stands in.
    pub place: Place,
    /// Whether it was given as a percentage or computed, from points or from components as those of units are.
    pub origin: Origin,
}

/// The provincial figures of a table, in the order of their rows: there should be one.
pub fn provinces(table: &TableRead, file: &Place) -> impl Iterator<Item = Province> {
    let given = |total: &Total| {
        let place = file.row(total.row);
        if let Some(percent) = total.values.percent(Field::GroupPercent) {
            return Some(Province { percent, place, origin: Origin::Reported });
        }
        let points = total.values.get(Field::GroupPoints)?;
        Some(Province { percent: Percent::from_points(points), place, origin: Origin::Computed })
    };
    table.totals.iter().filter(|total| total.province).filter_map(given)
}

/// The provincial figure of all files: of the latest period, of one period the first, but a percentage before one computed
/// from points, as of units. Another one is told.
pub fn the_province(found: Vec<Province>, ends: &Ends, notices: &mut Notices) -> Option<Province> {
    let order = |one: &Province, other: &Province| ends.compare(Field::GroupPercent, &one.place, &other.place);
    let is_last = |one: &&Province| found.iter().all(|other| order(one, other).is_ge());
    let is_reported = |one: &&Province| one.origin == Origin::Reported;
    let mut last = found.iter().filter(is_last);
    let mut kept = last.clone().find(is_reported).or_else(|| last.next()).or(found.first())?.clone();
    for one in found {
        let [other, own] = [&one, &kept].map(|province| print_exact_percent(province.percent));
        let place = format!("{}, {}", kept.place.file, kept.place.within_file());
        let order = order(&one, &kept);
        if order.is_eq() && one.origin != kept.origin {
            if apart(one.percent.value(), kept.percent.value()) > TOLERANCE {
                let found = format!("toàn tỉnh: {own} ({place}) ≠ {other} (điểm chia 22)");
                notices.add(NoticeCode::RateDiffers, &one.place, &found);
            }
        } else if let Some(exact) = one.percent.value().more_exact(kept.percent.value()).filter(|_| order.is_eq()) {
            if exact != kept.percent.value() {
                kept = one;
            }
        } else if one.percent != kept.percent {
            notices.add(differing(order), &one.place, &format!("toàn tỉnh: {other} ≠ {own} ({place})"));
        }
    }
    Some(kept)
}

/// Tells the rates of totals of whole tables, which nobody takes for the province's.
pub fn tell_unnamed(table: &TableRead, file: &Place, notices: &mut Notices) {
    for total in table.totals.iter().filter(|total| !total.opens && !total.province && total.section_start == 0) {
        // A spreadsheet adds percentages up as well.
        let is_rate = |rate: &Percent| rate.value() <= Decimal::from_millionths(100_000_000);
        let rate = total.values.percent(Field::GroupPercent).filter(is_rate).map(print_exact_percent);
        let points = || total.values.get(Field::GroupPoints).map(|points| format!("{} điểm", print_decimal(points)));
        if let Some(said) = rate.or_else(points) {
            // A row without a name is told as a whole.
            let is_told = total.label.contains(&said);
            let found = if is_told { total.label.clone() } else { format!("{}: {said}", total.label) };
            notices.add(NoticeCode::TotalRateUnused, &file.row(total.row), &found);
        }
    }
}

/// Compares the counts of each total row with the sums of its rows: of its section or of the whole table, above or
/// below it, or of all tables together.
pub(super) fn check_totals<'table>(
    table: &TableRead,
    beside: &(impl Iterator<Item = &'table TableRead> + Clone),
    file: &Place,
    notices: &mut Notices,
) {
    let repeated = repeated(&table.observations);
    for (index, total) in table.totals.iter().enumerate() {
        let counts = total.values.iter().filter(|(field, _)| field.measure() == Some(Measure::Count));
        for (field, _) in counts {
            let Some(given) = total.values.count(field) else { continue };
            // Communes below a district that has figures of its own are in these, or stand beside them.
            let has = |row: &&Observation| row.under.is_none() && row.values.count(field).is_some();
            let above: Set<&str> = table.observations.iter().filter(has).map(|row| row.name.as_str()).collect();
            let is_inner = |row: &Observation| {
                is_sum(&row.name) || row.under.as_ref().is_some_and(|under| above.contains(under.as_str()))
            };
            let of = |counts: &dyn Fn(&Observation) -> bool| sums(table, index, field, counts).into_iter().flatten();
            let mut sums: Vec<u64> = of(&|row| !is_inner(row)).chain(of(&|_| true)).collect();
            if !sums.contains(&given) {
                // A row that stands twice with the same figures counts once.
                sums.splice(..0, of(&|row| !is_inner(row) && !repeated.contains(&row.row)));
            }
            let is_own = |row: &&Observation| names_subtotal(&total.label, &row.name);
            let own = table.observations.iter().filter(is_own).filter_map(|row| row.values.count(field));
            sums.splice(..0, own.reduce(|one, other| one + other));
            let of_others =
                || beside.clone().flat_map(|other| &other.observations).filter_map(|row| row.values.count(field)).sum();
            let is_of_all = |others: u64| others > 0 && sums.iter().any(|sum| sum + others == given);
            // The rows it sums may stand in another file, or hold what nobody reads.
            if let Some(likeliest) = sums.first()
                && !sums.contains(&given)
                && !is_of_all(of_others())
            {
                let name = if table.map.figures().count() > 2 { format!(", {}", field.label()) } else { String::new() };
                let found = format!("«{}»{name}: {} ≠ {}", total.label, print_count(given), print_count(*likeliest));
                notices.add(NoticeCode::TotalDiffers, &file.row(total.row), &found);
            }
        }
    }
}

/// Whether a row of a unit says that it adds up those above it: «Cộng huyện Bảo Yên».
pub(in crate::figures) fn is_sum(name: &str) -> bool {
    name.get(.."Cộng ".len()).is_some_and(|word| matches!(word, "Cộng " | "CỘNG "))
}

/// The rows that say of a unit what a row above them says of it.
fn repeated(rows: &[Observation]) -> Set<u32> {
    let mut names: Set<&str> = Set::default();
    let mut repeated = Set::default();
    for (at, row) in rows.iter().enumerate() {
        let is_alike = |earlier: &Observation| earlier.name == row.name && earlier.values == row.values;
        if !names.insert(&row.name) && rows[..at].iter().any(is_alike) {
            repeated.insert(row.row);
        }
    }
    repeated
}

/// Whether a spreadsheet in English calls the sum of a unit's rows so: «Bắc Hà Total».
fn names_subtotal(label: &str, name: &str) -> bool {
    let (label, name) = (fold(label), fold(name));
    let own = label.strip_suffix(" total").filter(|own| !own.is_empty());
    own.and_then(|own| name.strip_suffix(own)).is_some_and(|front| front.is_empty() || front.ends_with(' '))
}

/// What a total row may be the sum of, the likeliest first, where these rows count; where none does there is nothing to
/// compare it with.
fn sums(table: &TableRead, index: usize, field: Field, counts: &dyn Fn(&Observation) -> bool) -> Vec<Option<u64>> {
    let sum = |rows: &[Observation]| {
        rows.iter().filter(|row| counts(row)).filter_map(|row| row.values.count(field)).reduce(|one, other| one + other)
    };
    let total = &table.totals[index];
    let (above, below) = table.observations.split_at(total.after);
    let next = table.totals[index + 1..].iter().find(|later| later.opens);
    let section_below = sum(&below[..next.map_or(table.observations.len(), |later| later.after) - total.after]);
    if total.opens {
        // “Khối huyện” may as well stand below its rows.
        let before = table.totals[..index].iter().map(|earlier| earlier.after).max().unwrap_or(0);
        let section_above = sum(&above[before..]);
        let is_last = next.map_or(below.is_empty(), |later| later.after == total.after);
        if !is_last {
            return vec![section_below, section_above];
        }
        // Right below it opens another one: it may hold several.
        let later = table.totals[index + 1..].iter().filter(|later| later.opens).map(|later| later.after);
        let of_several = later.chain([table.observations.len()]).map(|end| sum(&below[..end - total.after]));
        [section_above, section_below].into_iter().chain(of_several).collect()
    } else if above.is_empty() {
        // A total at the head of the table.
        vec![sum(below), section_below]
    } else {
        // “Cộng khối sở” sums what stands below the sum before it.
        let last = table.totals[..index].iter().rev().find(|earlier| !earlier.opens).map_or(0, |earlier| earlier.after);
        let mut sums = vec![sum(above), sum(&above[total.section_start..]), sum(&above[last..])];
        sums.push(sum(&table.observations));
        // The sums of pages and those of districts run over one another.
        let earlier = table.totals[..index].iter().filter(|_| is_sum(&total.label));
        sums.extend(earlier.map(|earlier| sum(&above[earlier.after..])));
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::columns::Table;
    use crate::intake::Row;

    fn table(lines: &[&str]) -> TableRead {
        let is_unit = std::rc::Rc::new(|name: &str| name.starts_with("Huyện"));
        let mut table = Table::new(Place::file("a.csv"), std::rc::Rc::default(), None, is_unit);
        for (number, line) in (1..).zip(lines) {
            table.row(Row { number, cells: line.split(';').map(str::to_owned).collect() }).unwrap();
        }
        table.finish().unwrap()
    }

    fn differences(lines: &[&str]) -> Vec<String> {
        let mut notices = Notices::default();
        check_totals(&table(lines), &std::iter::empty(), &Place::file("a.csv"), &mut notices);
        notices.sorted().iter().flat_map(|notice| &notice.seen).map(|seen| seen.found.clone()).collect()
    }

    #[test]
    fn a_total_must_be_the_sum_of_its_rows() {
        let header = "STT;Đơn vị;Chứng thực điện tử";
        assert!(differences(&[header, "1;Huyện A;1.343", "2;Huyện B;366", ";Tổng cộng;1.709"]).is_empty());
        let wrong = differences(&[header, "1;Huyện A;1.343", "2;Huyện B;366", ";Tổng cộng;1.700"]);
        assert_eq!(wrong, ["«Tổng cộng»: 1.700 ≠ 1.709"]);
    }

    #[test]
    fn a_total_without_rows_that_count_is_compared_with_nothing() {
        let header = "STT;Đơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử";
        assert!(differences(&[header, "1;Huyện A;72%;", "2;Huyện B;68%;", ";Tổng cộng;;1.709"]).is_empty());
        // A row that counts nothing counts 0.
        let wrong = differences(&[header, "1;Huyện A;72%;0", ";Tổng cộng;;1.709"]);
        assert_eq!(wrong, ["«Tổng cộng»: 1.709 ≠ 0"]);
    }

    #[test]
    fn a_subtotal_covers_its_section_wherever_it_stands() {
        let header = "STT;Đơn vị;Chứng thực điện tử";
        let lines =
            [header, "I;Cấp huyện;3", "1;Huyện A;1", "2;Huyện B;2", "II;Cấp xã;4", "1;Huyện C;4", ";Tổng cộng;7"];
        assert!(differences(&lines).is_empty());
        let lines = [header, "1;Huyện A;1", ";Cộng khối huyện;1", "1;Huyện C;4", ";Cộng sở;4", ";Tổng cộng;5"];
        assert!(differences(&lines).is_empty());
        let lines = [header, "I;Cấp huyện;", "1;Huyện A;1", ";Cộng;1", "II;Cấp xã;", "1;Huyện C;4", ";Cộng;4"];
        assert!(differences(&lines).is_empty());
        let lines = [header, "1;Huyện A;1", "2;Huyện B;2", ";Khối huyện;3", "1;Huyện C;4", ";Khối xã;4"];
        assert!(differences(&lines).is_empty());
        let lines = [header, "1;Huyện A;1", "2;Huyện B;2", ";Khối huyện;4"];
        assert_eq!(differences(&lines), ["«Khối huyện»: 4 ≠ 3"]);
        // A row that stands twice with the same figures counts once; with others it does not.
        let lines = [header, "1;Huyện A;1", "2;Huyện B;2", "3;Huyện A;1", ";Tổng cộng;3"];
        assert!(differences(&lines).is_empty());
        let lines = [header, "1;Huyện A;1", "2;Huyện B;2", "3;Huyện A;5", ";Tổng cộng;3"];
        assert_eq!(differences(&lines), ["«Tổng cộng»: 3 ≠ 8"]);
        let lines = [header, "1;Huyện A;1", "2;Huyện B;2", "3;Huyện A;1", ";Tổng cộng;5"];
        assert_eq!(differences(&lines), ["«Tổng cộng»: 5 ≠ 3"]);
        let lines = [header, "I;Cấp huyện;9", "1;Huyện A;1", "II;Cấp xã;4", "1;Huyện C;4"];
        assert_eq!(differences(&lines), ["«Cấp huyện»: 9 ≠ 1"]);
    }

    #[test]
    fn a_sum_that_bears_a_units_name_is_that_units() {
        let header = "STT;Đơn vị;Chứng thực điện tử";
        let below = |total: &str| differences(&[header, "1;Huyện A;1", "2;Huyện B;2", "3;Huyện C;4", total]);
        for total in [";C Total;4", ";C total;4", ";B Total;2", ";C Total;7", ";Grand Total;7"] {
            assert!(below(total).is_empty(), "{total}");
        }
        assert_eq!(below(";C Total;5"), ["«C Total»: 5 ≠ 4"]);
        assert_eq!(below(";Grand Total;4"), ["«Grand Total»: 4 ≠ 7"]);
    }

    #[test]
    fn the_provinces_figure_comes_from_its_row_alone() {
        let lines = ["Đơn vị;Tỷ lệ số hóa hồ sơ", "Huyện A;72,3%", "Tổng cộng;56,7%", "Toàn tỉnh;57,7%"];
        let found = |lines: &[&str]| {
            let (table, file) = (table(lines), Place::file("a.csv"));
            let found = provinces(&table, &file);
            found.map(|found| format!("{} {:?}", found.percent, found.place.row)).collect::<Vec<_>>()
        };
        assert_eq!(found(&lines), ["57.7 Some(4)"]);
        assert!(found(&lines[..3]).is_empty());
        let twice = [lines[0], "Toàn tỉnh;58,4%", lines[1], lines[3]];
        assert_eq!(found(&twice), ["58.4 Some(2)", "57.7 Some(4)"]);
    }
}
