//! The rows of one table, brought to one row a unit: where each counts a part of its unit (one field of law, one commune),
//! the counts are added up and told. Rates and points of parts add up to nothing, and are not guessed.

use crate::columns::Field;
use crate::columns::Observation;
use crate::columns::Part;
use crate::columns::Values;
use crate::domain::Aspect;
use crate::domain::Component;
use crate::domain::Group;
use crate::domain::Map;
use crate::domain::Measure;
use crate::domain::Percent;
use crate::domain::Place;
use crate::domain::sort_by_key;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::fold;
use crate::text::numbers::print_count;
use crate::units::Catalogue;
use crate::units::UnitId;

/// The parts of one unit in one table.
struct Parts<'rows> {
    rows: Vec<&'rows Observation>,
    /// Whether they are offices below the unit.
    offices: bool,
}

/// One row a unit: rows that stand for a whole unit or for no known one as they are, parts of a unit added up.
pub(super) fn whole_units(
    rows: &[Observation],
    file: &Place,
    catalogue: &Catalogue,
    notices: &mut Notices,
) -> Vec<Observation> {
    if rows.iter().all(|row| row.part.is_none() && row.under.is_none()) {
        return rows.to_vec();
    }
    let mut parts: Map<UnitId, Parts<'_>> = Map::new();
    let mut wholes: Vec<Observation> = Vec::new();
    let own: Map<UnitId, &Observation> = rows
        .iter()
        .filter(|row| row.part.is_none() && row.values != Values::default())
        .filter_map(|row| Some((id(row, catalogue)?, row)))
        .collect();
    for row in rows {
        // Whether a district's own figures hold its communes', nobody says: the communes stay rows of their own.
        let beside = |(unit, _): &(UnitId, bool)| row.part.is_none() && own.contains_key(unit);
        let Some((unit, office)) = part_of(row, catalogue).filter(|part| !beside(part)) else {
            wholes.push(row.clone());
            continue;
        };
        let parts = parts.or_insert_with(unit, || Parts { rows: Vec::new(), offices: office });
        parts.rows.push(row);
    }
    // Where no unit has more rows than one, the column parts nothing: it says the same of all.
    let parted = parts.values().any(|parts| parts.rows.len() > 1);
    for (unit, parts) in parts {
        if let ([row], false, None) = (parts.rows.as_slice(), parted || parts.offices, own.get(&unit)) {
            wholes.push((*row).clone());
            continue;
        }
        let sum = parts.sum(&unit, catalogue, file, notices);
        if let Some(own) = own.get(&unit) {
            differences(own, &sum, file, notices);
            continue;
        }
        // The row that opens the unit's section and holds nothing gives way to the sum.
        wholes.retain(|row| row.part.is_some() || id(row, catalogue).as_ref() != Some(&unit));
        wholes.push(sum);
    }
    sort_by_key(&mut wholes, |row| row.row);
    wholes
}

fn id(row: &Observation, catalogue: &Catalogue) -> Option<UnitId> {
    let unit = catalogue.find_code(&row.code).or_else(|| catalogue.certain(&row.name, row.group))?;
    Some(unit.id.clone())
}

/// The unit of which a row counts a part, and whether the part is an office below it.
fn part_of(row: &Observation, catalogue: &Catalogue) -> Option<(UnitId, bool)> {
    match (&row.part, id(row, catalogue)) {
        (Some(Part::Detail(_)), Some(unit)) => Some((unit, false)),
        (Some(Part::Office(_)), Some(unit)) => Some((unit, true)),
        // A commune below the row of its district. Of an era without districts there is none.
        (_, None) => {
            let under = row.under.as_ref().filter(|_| is_commune(&row.name))?;
            let unit = catalogue.certain(under, Some(Group::CapHuyen))?;
            (unit.group == Group::CapHuyen).then(|| (unit.id.clone(), true))
        }
        (None, Some(_)) => None,
    }
}

/// Whether a name says that it is a commune's.
fn is_commune(name: &str) -> bool {
    let folded = fold(name);
    let name = folded.strip_prefix("ubnd ").or_else(|| folded.strip_prefix("uy ban nhan dan ")).unwrap_or(&folded);
    ["xa ", "phuong ", "thi tran ", "tt "].iter().any(|kind| name.starts_with(kind))
}

impl Parts<'_> {
    fn sum(&self, unit: &UnitId, catalogue: &Catalogue, file: &Place, notices: &mut Notices) -> Observation {
        let name = catalogue.unit(unit).map_or_else(String::new, |unit| unit.name.clone());
        let rows = self.told_once(file, notices);
        let first = rows[0];
        let place = file.row(first.row);
        let mut sum = counts(&first.values);
        rows[1..].iter().for_each(|row| sum.add_counts(&counts(&row.values)));
        let rates = |row: &&&Observation| row.values.iter().any(|(field, _)| is_lost(field, &sum));
        if let Some(row) = rows.iter().find(rates) {
            notices.add(NoticeCode::RatesOfParts, &file.row(row.row), &format!("{name}: {} dòng", rows.len()));
        }
        for component in Component::ALL {
            let [part, whole, rate] = [Aspect::Numerator, Aspect::Denominator, Aspect::Rate]
                .map(|aspect| Field::Component(component, aspect));
            if let Some(rate_of) =
                sum.count(part).zip(sum.count(whole)).and_then(|(part, whole)| Percent::of(part, whole))
            {
                sum.set(rate, rate_of.value());
            }
        }
        let code = if self.offices { NoticeCode::CommunesAdded } else { NoticeCode::CountsAdded };
        let last = rows.last().map_or(first.row, |row| row.row);
        notices.add(code, &place, &format!("{name}: cộng {} dòng, đến dòng {last}", rows.len()));
        let own_name = id(first, catalogue).is_some();
        Observation {
            row: first.row,
            name: if own_name { first.name.clone() } else { first.under.clone().unwrap_or(name) },
            code: if own_name { first.code.clone() } else { String::new() },
            group: first.group,
            values: sum,
            ..Observation::default()
        }
    }

    /// The rows without copies: a part that stands twice is counted once, as its first row says.
    fn told_once(&self, file: &Place, notices: &mut Notices) -> Vec<&Observation> {
        let mut seen: Map<String, &Observation> = Map::new();
        let mut kept = Vec::new();
        for row in &self.rows {
            let what = match &row.part {
                Some(Part::Detail(text) | Part::Office(text)) => text,
                None => &row.name,
            };
            match seen.get(&fold(what)) {
                None => {
                    seen.insert(fold(what), row);
                    kept.push(*row);
                }
                Some(first) => {
                    let same = first.values == row.values;
                    let code = if same { NoticeCode::UnitRepeated } else { NoticeCode::FigureConflict };
                    notices.add(code, &file.row(row.row), &format!("{}: {what} (dòng {})", row.name, first.row));
                }
            }
        }
        kept
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
    use crate::domain::Decimal;

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
        let whole = whole_units(&rows, &Place::file("a.csv"), catalogue, &mut Notices::default());
        whole.into_iter().map(|row| (row.name, row.values.count(Field::CertifiedCopies))).collect()
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
