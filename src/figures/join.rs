//! Rows → the figures of their units. Of two figures the one of the later period stands, within one period the first; the
//! other is told.

use std::cmp::Ordering;

use super::Ends;
use super::Figures;
use super::Sourced;
use super::checks::nothing_of_many;
use super::parts::TableRows;
use super::parts::whole_units;
use super::source::Source;
use crate::columns::Field;
use crate::columns::Observation;
use crate::columns::Values;
use crate::domain::Decimal;
use crate::domain::Map;
use crate::domain::Measure;
use crate::domain::Place;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::units::Catalogue;
use crate::units::Found;
use crate::units::Spelling;
use crate::units::UnitId;

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

impl Unmatched {
    /// Its name in a sentence; of a row that names none, where it stands.
    #[must_use]
    pub fn told(&self) -> String {
        match self.place.row {
            Some(row) if self.name.is_empty() => format!("(ô trống, dòng {row})"),
            _ => self.name.clone(),
        }
    }
}

/// The figures of all units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FiguresByUnit {
    pub(super) by_unit: Map<UnitId, Figures>,
    unmatched: Vec<Unmatched>,
    /// Which file's figures are of a later period.
    pub(super) ends: Ends,
}

impl FiguresByUnit {
    /// No figures yet, of files whose periods end so.
    #[must_use]
    pub fn of_files_that_end(ends: Ends) -> Self {
        Self { ends, ..Self::default() }
    }

    /// Adds what one row of a table says.
    pub fn add(&mut self, observation: &Observation, table: &Source<'_>, catalogue: &Catalogue, notices: &mut Notices) {
        let place = table.unit(observation);
        let (id, spelling) = match find(observation, catalogue) {
            Found::Unit { id, spelling } => (id, spelling),
            Found::Unknown { suggestions } => return self.unknown(observation, suggestions, place, "", notices),
        };
        if let Some(named) = named_otherwise(observation, &id, catalogue) {
            let found = format!("{} ({}) ≠ {}", observation.name, named.as_str(), observation.code);
            notices.add(NoticeCode::UnitCodeConflict, &place, &found);
        }
        match spelling {
            Spelling::AsListed => {}
            Spelling::WrongType => notices.add(NoticeCode::UnitTypeConflict, &place, &observation.name),
            Spelling::OtherMarks => notices.add(NoticeCode::UnitNameRespelled, &place, &observation.name),
        }
        let figures = self.by_unit.or_default(id);
        if figures.seen.is_empty() {
            figures.written.clone_from(&observation.name);
        }
        let is_new = |(field, _)| figures.get(field).is_none();
        // Of two tables side by side each names its units in a column of its own.
        let of_another = || {
            let in_file = figures.seen.iter().filter(|seen| seen.is_in_table_of(&place));
            observation.values != Values::default() && in_file.clone().all(|seen| seen.column != place.column)
        };
        let adds = (observation.of_metric || of_another()) && observation.values.iter().all(is_new);
        // A row that opens a section and holds nothing is repeated by none of its rows.
        let was_empty = figures.values.is_empty() && observation.values != Values::default();
        let mut differs = false;
        for (field, value) in observation.values.iter() {
            let new = Sourced { value, place: table.figure(observation, field) };
            differs |= take(&mut figures.values, field, new, &self.ends, notices);
        }
        // The same unit again in the same file is a copied row, unless it was told as a conflict already.
        if !differs && !adds && !was_empty && figures.seen.iter().any(|seen| seen.is_in_table_of(&place)) {
            notices.add(NoticeCode::UnitRepeated, &place, &observation.name);
        }
        for (kept, own, field, column) in [
            (&mut figures.percent_note, &observation.percent_note, Field::GroupPercent, Field::PercentNote),
            (&mut figures.copies_note, &observation.copies_note, Field::CertifiedCopies, Field::CopiesNote),
        ] {
            let is_newer = |kept: &Sourced<String>| self.ends.compare(field, &kept.place, &place).is_lt();
            if kept.as_ref().is_none_or(|kept| own.is_some() && is_newer(kept)) {
                let place = table.figure(observation, column);
                *kept = own.clone().map(|value| Sourced { value, place });
            }
        }
        figures.given_rank = figures.given_rank.or(observation.given_rank);
        figures.seen.push(place);
    }

    /// Keeps a row whose unit is not known, and tells it with what it counts.
    pub(super) fn unknown(
        &mut self,
        row: &Observation,
        suggestions: Vec<UnitId>,
        place: Place,
        counts: &str,
        notices: &mut Notices,
    ) {
        // A dossier's code alone may name its unit.
        let is_code = row.name.is_empty() && !row.code.is_empty();
        let named = if row.name.is_empty() { &row.code } else { &row.name };
        let code = if is_code { NoticeCode::UnitCodeUnknown } else { NoticeCode::UnitUnknown };
        let told = if named.is_empty() { "(ô tên đơn vị trống)" } else { named };
        notices.add(code, &place, &format!("{told}{counts}"));
        let is_again = |other: &Unmatched| row.of_metric && other.name == *named && other.place.is_in_table_of(&place);
        if !self.unmatched.last().is_some_and(is_again) {
            self.unmatched.push(Unmatched { name: named.clone(), place, suggestions });
        }
    }

    /// Adds the rows of all tables; rows that each count a part of a unit are added up first.
    pub fn add_tables(&mut self, tables: &[TableRows<'_>], catalogue: &Catalogue, notices: &mut Notices) {
        for (number, row) in &whole_units(tables, catalogue, notices) {
            let table = &tables[*number];
            nothing_of_many(&row.values, &|field| table.source().figure(row, field), notices);
            self.add(row, &table.source(), catalogue, notices);
        }
    }

    /// Sets a figure of a unit, or strikes it out, and gives what stood there. A unit that no file names is seen by it.
    pub fn set(
        &mut self,
        id: &UnitId,
        name: &str,
        field: Field,
        value: Option<Decimal>,
        place: &Place,
    ) -> Option<Sourced<Decimal>> {
        let figures = self.by_unit.or_default(id.clone());
        if figures.written.is_empty() {
            name.clone_into(&mut figures.written);
        }
        match value {
            Some(value) => figures.values.insert(field, Sourced { value, place: place.clone() }),
            None => figures.values.remove(&field),
        }
    }

    /// The figures of each unit seen.
    pub fn iter(&self) -> impl Iterator<Item = (&UnitId, &Figures)> + Clone {
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

/// What the rows of the whole province say together: joined as the rows of a unit are, each row with its place.
#[must_use]
pub fn of_province<'rows>(
    rows: impl Iterator<Item = (&'rows Values, Place)>,
    ends: &Ends,
    notices: &mut Notices,
) -> Figures {
    let mut figures = Figures::default();
    for (values, place) in rows {
        for (field, value) in values.iter() {
            take(&mut figures.values, field, Sourced { value, place: place.clone() }, ends, notices);
        }
    }
    figures
}

/// The unit a row is about: by its code, else by its name.
pub(super) fn find(row: &Observation, catalogue: &Catalogue) -> Found {
    match catalogue.find_code(&row.code) {
        Some(unit) => Found::Unit { id: unit.id.clone(), spelling: Spelling::AsListed },
        None => catalogue.find(&row.name, row.group),
    }
}

/// The unit that a row's name means, where its code means another one.
fn named_otherwise(row: &Observation, id: &UnitId, catalogue: &Catalogue) -> Option<UnitId> {
    catalogue.find_code(&row.code)?;
    match catalogue.find(&row.name, row.group) {
        Found::Unit { id: named, .. } if named != *id => Some(named),
        _ => None,
    }
}

/// Keeps the value of the later period, the first of one period; says whether the other differs from it, and tells both.
fn take(
    kept: &mut Map<Field, Sourced<Decimal>>,
    field: Field,
    new: Sourced<Decimal>,
    ends: &Ends,
    notices: &mut Notices,
) -> bool {
    let value = new.value;
    let Some(first) = kept.get_mut(&field) else {
        kept.insert(field, new);
        return false;
    };
    let order = ends.compare(field, &first.place, &new.place);
    // One file prints a rate to a tenth, another to a hundredth: one figure, which the latter knows better.
    let is_rate = field.measure() == Some(Measure::Percent) && order.is_eq();
    let exact = first.value.more_exact(value).filter(|_| is_rate);
    if let Some(exact) = exact.or_else(|| (first.value == value).then_some(value)) {
        if exact != first.value || order.is_lt() {
            *first = new;
        }
        return false;
    }
    let gone = if order.is_lt() { std::mem::replace(first, new) } else { new };
    let name = if matches!(field, Field::GroupPercent | Field::CertifiedCopies) {
        String::new()
    } else {
        format!("{}: ", field.label())
    };
    let print = |sourced: &Sourced<Decimal>| field.print(sourced.value);
    let stands = format!("{}, {}", first.place.file, first.place.within_file());
    notices.add(differing(order), &gone.place, &format!("{name}{} ≠ {} ({stands})", print(&gone), print(first)));
    true
}

/// What two values are that differ: of two periods, or of one.
pub(super) fn differing(periods: Ordering) -> NoticeCode {
    if periods.is_eq() { NoticeCode::FigureConflict } else { NoticeCode::FigureOfEarlierPeriod }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(row: u32, name: &str, percent: Option<i32>, copies: Option<u64>) -> Observation {
        let mut row = Observation { row, name: name.to_owned(), ..Observation::default() };
        if let Some(percent) = percent {
            row.values.set(Field::GroupPercent, Decimal::whole(percent));
        }
        if let Some(copies) = copies.and_then(Decimal::from_count) {
            row.values.set(Field::CertifiedCopies, copies);
        }
        row
    }

    fn add(rows: &[(&str, Observation)]) -> (FiguresByUnit, Notices) {
        let (mut figures, mut notices) = (FiguresByUnit::default(), Notices::default());
        for (file, row) in rows {
            figures.add(row, &Source::of(&Place::file(file)), &Catalogue::laocai_2023(), &mut notices);
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
        assert_eq!((id.as_str(), unit.count(Field::CertifiedCopies).unwrap().value), ("bao-yen", 366));
        assert!(unit.get(Field::GroupPercent).is_some() && notices.is_empty());
    }

    #[test]
    fn the_first_figure_stands_and_a_different_one_is_told_with_both_values() {
        let (figures, notices) =
            add(&[("a.csv", row(2, "Bảo Yên", Some(72), None)), ("b.csv", row(7, "Bảo Yên", Some(73), None))]);
        let unit = figures.iter().next().unwrap().1;
        assert_eq!(unit.get(Field::GroupPercent).unwrap().place, Place::file("a.csv").row(2));
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
    fn a_unit_in_each_of_two_tables_side_by_side_is_not_repeated() {
        let at =
            |column, percent, copies| Observation { column: Some(column), ..row(2, "Bảo Yên", percent, copies) };
        let (left, right) = (at(2, Some(72), None), at(6, None, Some(366)));
        assert!(add(&[("a.csv", left.clone()), ("a.csv", right.clone())]).1.is_empty());
        let (_, notices) = add(&[("a.csv", left), ("a.csv", right.clone()), ("a.csv", right)]);
        assert_eq!(notices.count(NoticeCode::UnitRepeated), 1);
    }

    #[test]
    fn an_unknown_name_is_kept_with_suggestions() {
        let (figures, notices) = add(&[("a.csv", row(2, "Mường Khươngg", Some(72), None))]);
        assert_eq!(figures.unmatched()[0].suggestions[0].as_str(), "muong-khuong");
        assert_eq!(notices.count(NoticeCode::UnitUnknown), 1);
    }
}
