//! What several files or rows say of one unit, held against one another as one row is held against itself.

use super::Figures;
use super::FiguresByUnit;
use super::checks::check_values;
use super::checks::places;
use crate::columns::Values;
use crate::domain::Decimal;
use crate::domain::Map;
use crate::domain::Place;
use crate::notices::Notice;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::notices::Seen;

impl FiguresByUnit {
    /// Tells where figures of one unit that stand in different rows contradict each other. What one row says of itself was
    /// told when it was read. Points may lie apart from the sum of their parts by so many.
    pub fn check_across(&self, tolerance: Decimal, notices: &mut Notices) {
        for (_, own) in self.iter() {
            let by_place = own.by_place();
            let Some((last, _)) = by_place.iter().last().filter(|_| by_place.len() > 1) else { continue };
            let told: Vec<(NoticeCode, Seen)> =
                by_place.iter().flat_map(|(place, values)| found(values, tolerance, place)).collect();
            for (code, seen) in found(&own.all(), tolerance, last) {
                if told.iter().all(|(other, before)| (*other, &before.found) != (code, &seen.found)) {
                    notices.add(code, last, &format!("{}: {}", own.written, seen.found));
                }
            }
        }
    }
}

/// What one set of figures shows.
fn found(values: &Values, tolerance: Decimal, place: &Place) -> Vec<(NoticeCode, Seen)> {
    let mut notices = Notices::default();
    // Groups without a column were minded where the row was read.
    check_values(values, &places(std::iter::once(values)), (tolerance, 0), &|_| place.clone(), &mut notices);
    let seen = |notice: &Notice| {
        let code = notice.code;
        notice.seen.iter().map(move |seen| (code, seen.clone())).collect::<Vec<_>>()
    };
    notices.sorted().into_iter().flat_map(seen).collect()
}

impl Figures {
    /// The figures by the row they stand in.
    fn by_place(&self) -> Map<Place, Values> {
        let mut by_place: Map<Place, Values> = Map::new();
        for (field, given) in self.given() {
            by_place.or_insert(given.place.whole_row(), Values::default()).set(field, given.value);
        }
        by_place
    }

    /// All figures together.
    fn all(&self) -> Values {
        let mut all = Values::default();
        self.given().for_each(|(field, given)| all.set(field, given.value));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::columns::Field;
    use crate::columns::Observation;
    use crate::figures::source::Source;
    use crate::units::Catalogue;

    /// What is told of one unit whose figures stand in these files.
    fn told(files: &[(&str, &[(Field, &str)])]) -> Vec<(&'static str, String)> {
        let (mut by_unit, mut notices) = (FiguresByUnit::default(), Notices::default());
        for (file, figures) in files {
            let mut row = Observation { row: 2, name: "UBND huyện Bảo Yên".into(), ..Observation::default() };
            for (field, plain) in *figures {
                row.values.set(*field, Decimal::from_plain(plain).unwrap());
            }
            by_unit.add(&row, &Source::of(&Place::file(file)), &Catalogue::laocai_2023(), &mut notices);
        }
        by_unit.check_across(Decimal::default(), &mut notices);
        let line = |notice: &&Notice| (notice.code.code(), notice.seen[0].found.clone());
        notices.sorted().iter().map(line).collect()
    }

    #[test]
    fn figures_of_two_files_that_contradict_each_other_are_told() {
        use Field::GroupPercent;
        use Field::GroupPoints;
        use Field::Received;
        use Field::ReceivedDigitised;
        // 9,9 of 22 points are 45 %.
        assert_eq!(
            told(&[("a.csv", &[(GroupPercent, "72.3")]), ("b.csv", &[(GroupPoints, "9.9")])]),
            [("rate-differs", "UBND huyện Bảo Yên: 72,3% ≠ 45% (9,9 điểm / 22)".to_owned())]
        );
        assert_eq!(told(&[("a.csv", &[(GroupPercent, "45")]), ("b.csv", &[(GroupPoints, "9.9")])]), []);
        let [(code, _)] = &told(&[("a.csv", &[(Received, "100")]), ("b.csv", &[(ReceivedDigitised, "150")])])[..]
        else {
            panic!("one notice")
        };
        assert_eq!(*code, "part-exceeds-whole");
        // One file against itself was told when it was read.
        assert_eq!(
            told(&[("a.csv", &[(Received, "100"), (ReceivedDigitised, "150")]), ("b.csv", &[(GroupPercent, "45")])]),
            []
        );
    }
}
