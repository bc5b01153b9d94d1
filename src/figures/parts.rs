//! The rows of all tables, brought to one row a unit: where each counts a part of its unit (one field of law, one commune),
//! in one file or in several, the counts are added up and told. Rates and points of parts add up to nothing, and are not
//! guessed.

use super::source::Source;
use super::whole_of::id;
use super::whole_of::merged;
use super::whole_of::part_of;
use super::whole_of::what;
use crate::columns::ColumnMap;
use crate::columns::Field;
use crate::columns::Observation;
use crate::columns::Values;
use crate::domain::Aspect;
use crate::domain::Component;
use crate::domain::Decimal;
use crate::domain::Map;
use crate::domain::Measure;
use crate::domain::Percent;
use crate::domain::Period;
use crate::domain::Place;
use crate::domain::Set;
use crate::domain::sort_by_key;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::fold;
use crate::text::numbers::print_count;
use crate::units::Catalogue;
use crate::units::UnitId;

/// The rows of one table.
#[derive(Clone, Debug)]
pub struct TableRows<'rows> {
    /// Its rows.
    pub rows: &'rows [Observation],
    /// Its columns.
    pub map: &'rows ColumnMap,
    /// The file, with its sheet.
    pub file: Place,
    /// The period of its figures, and the one of its certified copies, where its titles name them.
    pub periods: [Option<Period>; 2],
}

/// A row and which table it stands in.
#[derive(Clone, Copy)]
struct At<'rows> {
    table: &'rows TableRows<'rows>,
    number: usize,
    row: &'rows Observation,
}

/// The parts of one unit.
struct Parts<'rows> {
    rows: Vec<At<'rows>>,
    /// Whether they are offices below the unit.
    offices: bool,
}

/// One row a unit, each with the number of its table: rows that stand for a whole unit or for no known one as they are,
/// parts of a unit added up.
pub(super) fn whole_units(
    tables: &[TableRows<'_>],
    catalogue: &Catalogue,
    notices: &mut Notices,
) -> Vec<(usize, Observation)> {
    let mut wholes: Vec<(usize, Observation)> = Vec::new();
    for group in together(tables) {
        match group[..] {
            [number] if !tables[number].is_parted() => {
                wholes.extend(tables[number].rows.iter().map(|row| (number, row.clone())));
            }
            _ => of_group(tables, &group, catalogue, &mut wholes, notices),
        }
    }
    sort_by_key(&mut wholes, |(number, row)| (*number, row.row));
    wholes
}

/// The tables, by their numbers, whose rows may be parts of the same units: of no other days, with a figure in common.
fn together(tables: &[TableRows<'_>]) -> Vec<Vec<usize>> {
    let fields: Vec<Set<Field>> = tables.iter().map(TableRows::fields_of_parts).collect();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (number, table) in tables.iter().enumerate() {
        let fits = |other: &usize| {
            let periods = tables[*other].periods.iter().zip(&table.periods);
            let mut days = periods.filter_map(|(one, other)| Some((*one)? == (*other)?));
            days.all(|same| same) && fields[*other].iter().any(|field| fields[number].contains(field))
        };
        match groups.iter_mut().find(|group| group.iter().all(fits)) {
            Some(group) => group.push(number),
            None => groups.push(vec![number]),
        }
    }
    groups
}

impl TableRows<'_> {
    /// The table as a place.
    pub(super) const fn source(&self) -> Source<'_> {
        Source { file: &self.file, map: Some(self.map) }
    }

    /// Whether any of its rows may count a part of a unit.
    fn is_parted(&self) -> bool {
        self.rows.iter().any(|row| row.part.is_some() || row.under.is_some())
    }

    /// The figures that such rows hold.
    fn fields_of_parts(&self) -> Set<Field> {
        let parts = self.rows.iter().filter(|row| row.part.is_some() || row.under.is_some());
        parts.flat_map(|row| row.values.iter().map(|(field, _)| field)).collect()
    }
}

/// The rows of tables that may hold parts of the same units.
fn of_group(
    tables: &[TableRows<'_>],
    group: &[usize],
    catalogue: &Catalogue,
    wholes: &mut Vec<(usize, Observation)>,
    notices: &mut Notices,
) {
    let rows = group.iter().flat_map(|number| {
        let table = &tables[*number];
        table.rows.iter().map(move |row| At { table, number: *number, row })
    });
    let merged = merged(rows.clone().map(|at| (at.number, at.row)), catalogue);
    let part_of = |at: At<'_>| part_of(at.row, merged.contains(&(at.number, at.row.under.clone())), catalogue);
    let is_namesake = |at: &At<'_>| at.row.under.is_some() && part_of(*at).is_some();
    let own: Map<(usize, UnitId), &Observation> = rows
        .clone()
        .filter(|at| at.row.part.is_none() && !is_namesake(at) && at.row.values != Values::default())
        .filter_map(|at| Some(((at.number, id(at.row, catalogue)?), at.row)))
        .collect();
    // Parts that stand beside their unit's own row are held against it, all others belong together.
    let mut parts: Map<(UnitId, Option<usize>), Parts<'_>> = Map::new();
    for at in rows {
        let Some((unit, office)) = part_of(at) else {
            wholes.push((at.number, at.row.clone()));
            continue;
        };
        let whole = own.get(&(at.number, unit.clone()));
        let beside = whole.is_some();
        // What a commune counts is held against its district's figures; of rates there is no sum.
        let counts = |(field, _): (Field, Decimal)| {
            field.measure() == Some(Measure::Count) && whole.is_some_and(|whole| whole.values.get(field).is_some())
        };
        if beside && at.row.part.is_none() && at.row.values != Values::default() && !at.row.values.iter().any(counts) {
            wholes.push((at.number, at.row.clone()));
            continue;
        }
        let key = (unit, beside.then_some(at.number));
        parts.or_insert_with(key, || Parts { rows: Vec::new(), offices: office }).rows.push(at);
    }
    // Where no unit has more parts than one, the column parts nothing: it says the same of all.
    let parted = parts.values().any(Parts::is_parted);
    for ((unit, beside), parts) in parts {
        let own = beside.and_then(|number| own.get(&(number, unit.clone())));
        if !parted && !parts.offices && own.is_none() {
            wholes.extend(parts.rows.iter().map(|at| (at.number, at.row.clone())));
            continue;
        }
        // Where the unit's own row stands nothing is added up to it. Whether it holds what its offices count nobody says:
        // where it does not, that is told.
        let mut of_sum = Notices::default();
        let told = if own.is_some() && parts.offices { &mut of_sum } else { &mut *notices };
        let (number, sum) = parts.sum(&unit, catalogue, told);
        if let Some(own) = own {
            differences(own, &sum, &tables[number].file, notices);
            continue;
        }
        // The row that opens the unit's section and holds nothing gives way to the sum.
        let is_opener = |number: &usize, row: &Observation| {
            group.contains(number) && row.part.is_none() && row.values == Values::default()
        };
        wholes.retain(|(number, row)| !is_opener(number, row) || id(row, catalogue).as_ref() != Some(&unit));
        wholes.push((number, sum));
    }
}

impl<'rows> Parts<'rows> {
    /// Whether there are more than one, however often each stands.
    fn is_parted(&self) -> bool {
        let first = self.rows.first().map(|at| fold(what(at.row)));
        self.rows.iter().any(|at| Some(fold(what(at.row))) != first)
    }

    /// The sum of the parts, and the table of the first.
    fn sum(&self, unit: &UnitId, catalogue: &Catalogue, notices: &mut Notices) -> (usize, Observation) {
        let name = catalogue.unit(unit).map_or_else(String::new, |unit| unit.name.clone());
        let parts = self.told_once(notices);
        let (At { table, number, row: first }, values) = &parts[0];
        let mut sum = counts(values);
        parts[1..].iter().for_each(|(_, values)| sum.add_counts(&counts(values)));
        let rates = |part: &&(At<'_>, Values)| part.1.iter().any(|(field, _)| is_lost(field, &sum));
        if let Some((at, _)) = parts.iter().find(rates) {
            notices.add(NoticeCode::RatesOfParts, &at.place(), &format!("{name}: {} dòng", parts.len()));
        }
        for component in Component::ALL {
            let [part, whole, rate] = [Aspect::Numerator, Aspect::Denominator, Aspect::Rate]
                .map(|aspect| Field::Component(component, aspect));
            if let Some(rate_of) =
                sum.count(part).zip(sum.count(whole)).and_then(|(part, whole)| Percent::of(part, whole))
            {
                sum.set(rate, rate_of.plain());
            }
        }
        let code = if self.offices { NoticeCode::CommunesAdded } else { NoticeCode::CountsAdded };
        let files: Set<usize> = parts.iter().map(|(at, _)| at.number).collect();
        let last = parts.last().map_or_else(String::new, |(at, _)| at.within(*number));
        let of_files = match files.len() {
            1 => String::new(),
            files => format!(" của {files} tệp"),
        };
        let found = format!("{name}: cộng {} dòng{of_files}, đến {last}", parts.len());
        notices.add(code, &table.file.row(first.row), &found);
        let own_name = id(first, catalogue).is_some();
        let sum = Observation {
            row: first.row,
            name: if own_name { first.name.clone() } else { first.under.clone().unwrap_or(name) },
            code: if own_name { first.code.clone() } else { String::new() },
            group: first.group,
            values: sum,
            ..Observation::default()
        };
        (*number, sum)
    }

    /// The parts without copies: one that stands twice is counted once, as its first row says.
    fn told_once(&self, notices: &mut Notices) -> Vec<(At<'rows>, Values)> {
        let mut kept: Vec<(At<'rows>, Values)> = Vec::new();
        let mut seen: Map<String, usize> = Map::new();
        for at in &self.rows {
            let what = what(at.row);
            let Some((first, values)) = seen.get(&fold(what)).and_then(|place| kept.get_mut(*place)) else {
                seen.insert(fold(what), kept.len());
                kept.push((*at, at.row.values.clone()));
                continue;
            };
            let found = format!("{}: {what} ({})", at.row.name, first.within(at.number));
            let is_other = if first.number == at.number {
                let same = first.row.values == at.row.values;
                if same {
                    notices.add(NoticeCode::UnitRepeated, &at.place(), &found);
                }
                !same
            } else {
                // Two files that agree are no trouble; what only one of them knows of a part is known of it.
                let mut others = at.row.values.iter();
                let differs = others.any(|(field, value)| values.get(field).is_some_and(|own| own != value));
                for (field, value) in at.row.values.iter().filter(|_| !differs) {
                    values.set(field, value);
                }
                differs
            };
            if is_other {
                notices.add(NoticeCode::FigureConflict, &at.place(), &found);
            }
        }
        kept
    }
}

impl At<'_> {
    fn place(&self) -> Place {
        self.table.source().unit(self.row)
    }

    /// Its row in words, as told beside another table.
    fn within(&self, of: usize) -> String {
        let row = format!("dòng {}", self.row.row);
        if of == self.number { row } else { format!("{}, {row}", self.table.file.file) }
    }
}

/// The counts among figures.
fn counts(values: &Values) -> Values {
    let mut counts = Values::default();
    for (field, value) in values.iter().filter(|(field, _)| field.measure() == Some(Measure::Count)) {
        counts.set(field, value);
    }
    counts
}

/// Whether a figure of a part has no place in the sum: rates that stand beside their counts are computed from them.
fn is_lost(field: Field, sum: &Values) -> bool {
    match field {
        Field::Component(component, Aspect::Rate) => [Aspect::Numerator, Aspect::Denominator]
            .into_iter()
            .any(|aspect| sum.count(Field::Component(component, aspect)).is_none()),
        Field::ReceivedRate | Field::CompletedRate | Field::BothRate => false,
        _ => field.measure().is_some_and(|measure| measure != Measure::Count),
    }
}

/// Tells where the row of a whole unit is not the sum of its parts.
fn differences(own: &Observation, sum: &Observation, file: &Place, notices: &mut Notices) {
    for (field, _) in own.values.iter() {
        if let (Some(whole), Some(parts)) = (own.values.count(field), sum.values.count(field))
            && whole != parts
        {
            let found = format!("«{}», {}: {} ≠ {}", own.name, field.label(), print_count(whole), print_count(parts));
            notices.add(NoticeCode::TotalDiffers, &file.row(own.row), &found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sections of districts with communes below, each with ten copies.
    fn communes(rows: &[(&str, &str)], catalogue: &Catalogue) -> Vec<(String, Option<u64>)> {
        let rows: Vec<Observation> = (2..)
            .zip(rows)
            .map(|(row, (under, name))| {
                let mut observation = Observation { row, name: (*name).to_owned(), ..Observation::default() };
                if !under.is_empty() {
                    observation.under = Some((*under).to_owned());
                    observation.values.set(Field::CertifiedCopies, Decimal::whole(10));
                }
                observation
            })
            .collect();
        let map = ColumnMap::default();
        let table = TableRows { rows: &rows, map: &map, file: Place::file("a.csv"), periods: [None; 2] };
        let whole = whole_units(&[table], catalogue, &mut Notices::default());
        whole.into_iter().map(|(_, row)| (row.name, row.values.count(Field::CertifiedCopies))).collect()
    }

    #[test]
    fn communes_add_up_to_a_district_and_never_across_the_borders_of_july_2025() {
        let rows = [
            ("", "UBND huyện Bảo Yên"),
            ("UBND huyện Bảo Yên", "UBND xã Bảo Hà"),
            ("UBND huyện Bảo Yên", "Xã Nghĩa Đô"),
        ];
        assert_eq!(communes(&rows, &Catalogue::laocai_2023()), [("UBND huyện Bảo Yên".to_owned(), Some(20))]);
        // Bảo Hà of 2025 holds land of two districts: it is a unit of its own, and the district is none.
        let ten = |name: &str| (name.to_owned(), Some(10));
        let alone = [("UBND huyện Bảo Yên".to_owned(), None), ten("UBND xã Bảo Hà"), ten("Xã Nghĩa Đô")];
        let catalogue = Catalogue::by_id("laocai-2025").unwrap();
        assert_eq!(communes(&rows, &catalogue), alone);
    }

    #[test]
    fn only_a_commune_is_part_of_the_district_above_it() {
        let rows = [("", "UBND huyện Bảo Yên"), ("UBND huyện Bảo Yên", "Phòng Tư pháp")];
        let apart = [("UBND huyện Bảo Yên".to_owned(), None), ("Phòng Tư pháp".to_owned(), Some(10))];
        assert_eq!(communes(&rows, &Catalogue::laocai_2023()), apart);
    }
}
