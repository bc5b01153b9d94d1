//! Observations → figures per unit. Files join here by unit; the first figure stands, a different second one is told.
//! What the figures are worth is left to ranking and warnings.

mod checks;

use std::collections::BTreeMap;

pub use checks::Province;
pub use checks::check_totals;
pub use checks::province;

use crate::columns::Observation;
use crate::domain::Percent;
use crate::domain::Place;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::numbers::print_count;
use crate::text::numbers::print_exact_percent;
use crate::units::Catalogue;
use crate::units::Found;
use crate::units::Spelling;
use crate::units::UnitId;

/// A value and where it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Its row; for a figure its cell as far as known.
    pub place: Place,
}

/// Số liệu của một đơn vị: what all files say about one unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The unit's name as the first file writes it.
    pub written: String,
    /// The percentage of the group “Số hóa hồ sơ”, as given.
    pub percent: Option<Sourced<Percent>>,
    /// The count of certified copies, as given.
    pub copies: Option<Sourced<u64>>,
    /// The export's own note beside the percentage.
    pub percent_note: Option<Sourced<String>>,
    /// The export's own note beside the count.
    pub copies_note: Option<Sourced<String>>,
    /// Where the unit was seen, in the order it was seen.
    seen: Vec<Place>,
}

/// Dòng chưa khớp: a row whose name no unit has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmatched {
    /// The name as written; empty when the row names none.
    pub name: String,
    /// Where it stands.
    pub place: Place,
    /// The units whose names come close.
    pub suggestions: Vec<UnitId>,
}

/// The figures of all units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FiguresByUnit {
    by_unit: BTreeMap<UnitId, Figures>,
    unmatched: Vec<Unmatched>,
}

impl FiguresByUnit {
    /// Adds what one row of the file at `file` says.
    pub fn add(&mut self, observation: &Observation, file: &Place, catalogue: &Catalogue, notices: &mut Notices) {
        let place = file.row(observation.row);
        let found = match catalogue.find(&observation.code, observation.group) {
            by_code @ Found::Unit { .. } => by_code,
            Found::Unknown { .. } => catalogue.find(&observation.name, observation.group),
        };
        let (id, spelling) = match found {
            Found::Unit { id, spelling } => (id, spelling),
            Found::Unknown { suggestions } => {
                notices.add(NoticeCode::UnitUnknown, &place, &observation.name);
                self.unmatched.push(Unmatched { name: observation.name.clone(), place, suggestions });
                return;
            }
        };
        match spelling {
            Spelling::AsListed => {}
            Spelling::WrongType => notices.add(NoticeCode::UnitTypeConflict, &place, &observation.name),
            Spelling::OtherMarks => notices.add(NoticeCode::UnitNameRespelled, &place, &observation.name),
        }
        let figures = self.by_unit.entry(id).or_default();
        if figures.seen.is_empty() {
            figures.written.clone_from(&observation.name);
        }
        let differs =
            take(&mut figures.percent, observation.percent, &place, |percent| print_exact_percent(*percent), notices)
                | take(&mut figures.copies, observation.copies, &place, |copies| print_count(*copies), notices);
        // The same unit again in the same file is a copied row, unless it was told as a conflict already.
        if !differs && figures.seen.iter().any(|seen| seen.file == place.file) {
            notices.add(NoticeCode::UnitRepeated, &place, &observation.name);
        }
        let note = |note: &Option<String>| note.clone().map(|value| Sourced { value, place: place.clone() });
        figures.percent_note = figures.percent_note.take().or_else(|| note(&observation.percent_note));
        figures.copies_note = figures.copies_note.take().or_else(|| note(&observation.copies_note));
        figures.seen.push(place);
    }

    /// The figures of each unit seen.
    pub fn iter(&self) -> impl Iterator<Item = (&UnitId, &Figures)> {
        self.by_unit.iter()
    }

    /// The figures of a unit; `None` when no file names it.
    #[must_use]
    pub fn of(&self, id: &UnitId) -> Option<&Figures> {
        self.by_unit.get(id)
    }

    /// The rows whose names no unit has, in the order they were seen.
    #[must_use]
    pub fn unmatched(&self) -> &[Unmatched] {
        &self.unmatched
    }
}

/// Keeps the first value; says whether a later one differs from it, and tells both.
fn take<T: PartialEq>(
    kept: &mut Option<Sourced<T>>,
    value: Option<T>,
    place: &Place,
    print: impl Fn(&T) -> String,
    notices: &mut Notices,
) -> bool {
    let Some(value) = value else { return false };
    match kept {
        None => *kept = Some(Sourced { value, place: place.clone() }),
        Some(first) if first.value != value => {
            let found = format!(
                "{} ≠ {} ({}, {})",
                print(&value),
                print(&first.value),
                first.place.file,
                first.place.within_file()
            );
            notices.add(NoticeCode::FigureConflict, place, &found);
            return true;
        }
        Some(_) => {}
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(row: u32, name: &str, percent: Option<i32>, copies: Option<u64>) -> Observation {
        Observation {
            row,
            name: name.to_owned(),
            code: String::new(),
            group: None,
            percent: percent.map(|value| Percent::new(crate::domain::Decimal::whole(value))),
            copies,
            percent_note: None,
            copies_note: None,
        }
    }

    fn add(rows: &[(&str, Observation)]) -> (FiguresByUnit, Notices) {
        let (mut figures, mut notices) = (FiguresByUnit::default(), Notices::default());
        for (file, row) in rows {
            figures.add(row, &Place::file(file), &Catalogue::laocai_2023(), &mut notices);
        }
        (figures, notices)
    }

    #[test]
    fn files_join_by_unit() {
        let (figures, notices) = add(&[
            ("a.csv", row(2, "UBND huyện Bảo Yên", Some(72), None)),
            ("b.csv", row(2, "H. Bảo Yên", None, Some(366))),
        ]);
        let (id, unit) = figures.iter().next().unwrap();
        assert_eq!((id.as_str(), unit.copies.as_ref().unwrap().value), ("bao-yen", 366));
        assert!(unit.percent.is_some() && notices.is_empty());
    }

    #[test]
    fn the_first_figure_stands_and_a_different_one_is_told_with_both_values() {
        let (figures, notices) =
            add(&[("a.csv", row(2, "Bảo Yên", Some(72), None)), ("b.csv", row(7, "Bảo Yên", Some(73), None))]);
        let unit = figures.iter().next().unwrap().1;
        assert_eq!(unit.percent.as_ref().unwrap().place, Place::file("a.csv").row(2));
        let [notice] = notices.sorted()[..] else { panic!("one notice") };
        assert_eq!(
            (notice.code, notice.seen[0].found.as_str()),
            (NoticeCode::FigureConflict, "73% ≠ 72% (a.csv, dòng 2)")
        );
    }

    #[test]
    fn the_same_row_twice_counts_once() {
        let repeated = row(3, "Bảo Yên", Some(72), Some(366));
        let (_, notices) = add(&[("a.csv", row(2, "Bảo Yên", Some(72), Some(366))), ("a.csv", repeated.clone())]);
        assert_eq!(notices.count(NoticeCode::UnitRepeated), 1);
        let (_, notices) = add(&[("a.csv", row(2, "Bảo Yên", Some(72), Some(366))), ("b.csv", repeated)]);
        assert!(notices.is_empty()); // two files that agree are no trouble
    }

    #[test]
    fn an_unknown_name_is_kept_with_suggestions() {
        let (figures, notices) = add(&[("a.csv", row(2, "Mường Khươngg", Some(72), None))]);
        assert_eq!(figures.unmatched()[0].suggestions[0].as_str(), "muong-khuong");
        assert_eq!(notices.count(NoticeCode::UnitUnknown), 1);
    }
}
