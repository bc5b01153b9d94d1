//! Rows that bear a unit's name and are none: since July 2025 the districts of former times head their communes, or add
//! them up. Before, a row above communes whose name is nearly a district's is that district's. Which era a table is of is
//! known at its end.

use super::checks::is_sum;
use super::whole_of::says_kind;
use super::whole_of::unit_of;
use crate::columns::Field;
use crate::columns::Observation;
use crate::columns::TableRead;
use crate::columns::Total;
use crate::columns::Values;
use crate::domain::Group;
use crate::domain::Measure;
use crate::domain::sort_by_key;
use crate::units::Catalogue;
use crate::units::Found;
use crate::units::UnitId;

/// Names of districts and of what lies in them, folded.
const OF_DISTRICTS: [&str; 9] =
    ["huyen ", "thi xa ", "thanh pho ", "tp ", "tx ", "cac xa ", "cac phuong ", "khu vuc ", "dia ban "];

/// The rows of the table with such rows among its sums; `None` where it has none.
#[must_use]
pub fn with_sections(table: &TableRead, catalogue: &Catalogue) -> Option<TableRead> {
    let rows = &table.observations;
    // Where the days are not known a district with figures may be a unit of its time.
    let period = table.period.or(table.copies_period);
    let is_dated = period.is_some_and(|period| catalogue.covers(period.to));
    let is_section = |at: &usize| {
        let row = &rows[*at];
        let sum = row.name.split_once(' ').filter(|_| is_sum(&row.name)).map(|(_, of)| of);
        if row.part.is_some() || unit_of(row, catalogue).is_some() {
            false
        } else if let Some(of) = sum {
            is_dated && of_district(of) && *at > 0 && is_commune(&rows[at - 1], catalogue)
        } else {
            let below = &rows[at + 1..];
            let Some(first) = below.first().filter(|first| is_commune(first, catalogue)) else { return false };
            // The commune that kept the district's name is not below itself.
            let is_alike = row.group == Some(Group::CapHuyen) && first.name == row.name;
            let heads = is_alike || first.under.as_ref() == Some(&row.name);
            if row.values == Values::default() {
                heads || of_district(&row.name)
            } else {
                is_dated && of_district(&row.name) && (heads || adds_up(row, below, catalogue))
            }
        }
    };
    let gone: Vec<usize> = (0..rows.len()).filter(is_section).collect();
    if gone.is_empty() {
        return with_districts(table, catalogue);
    }
    let kept = |after: usize| after - gone.iter().filter(|at| **at < after).count();
    let mut own = table.with_rows(rows.clone(), table.totals.clone());
    for total in &mut own.totals {
        (total.after, total.section_start) = (kept(total.after), kept(total.section_start));
    }
    own.totals.extend(gone.iter().map(|at| Total {
        row: rows[*at].row,
        label: rows[*at].name.clone(),
        values: rows[*at].values.clone(),
        after: kept(*at),
        opens: !is_sum(&rows[*at].name),
        ..Total::default()
    }));
    sort_by_key(&mut own.totals, |total| total.row);
    let mut start = 0;
    for total in &mut own.totals {
        start = if total.opens { total.after } else { start };
        total.section_start = total.section_start.max(start);
    }
    own.observations.retain(|row| gone.iter().all(|at| rows[*at].row != row.row));
    Some(own)
}

/// The table with sections of its districts' time among its rows where their names come close to those of districts: slips of the
/// keys. `None` where it has none.
fn with_districts(table: &TableRead, catalogue: &Catalogue) -> Option<TableRead> {
    let of_group = |id: &UnitId| catalogue.unit(id).is_some_and(|unit| unit.group == Group::CapHuyen);
    let is_slip = |total: &Total| {
        let found = || catalogue.find(&total.label, Some(Group::CapHuyen));
        let may_be = total.opens && total.values != Values::default() && of_district(&total.label);
        may_be && matches!(found(), Found::Unknown { suggestions } if suggestions.iter().any(of_group))
    };
    let slips: Vec<usize> = (0..table.totals.len()).filter(|at| is_slip(&table.totals[*at])).collect();
    let mut own = (!slips.is_empty()).then(|| table.with_rows(table.observations.clone(), table.totals.clone()))?;
    for at in slips.into_iter().rev() {
        let Total { row, label: name, values, after, .. } = own.totals.remove(at);
        for later in &mut own.totals[at..] {
            later.after += 1;
            later.section_start += usize::from(later.section_start > after);
        }
        let end = own.totals[at..].iter().find(|later| later.opens).map(|later| later.after - 1);
        let end = end.unwrap_or(own.observations.len());
        let is_below = |row: &&mut Observation| {
            row.under.is_none() && unit_of(row, catalogue).is_none_or(|unit| unit.group != Group::CapHuyen)
        };
        for row in own.observations[after..end].iter_mut().take_while(is_below) {
            row.under = Some(name.clone());
        }
        let column = table.map.column(Field::Unit);
        own.observations.insert(after, Observation { row, column, name, values, ..Observation::default() });
    }
    Some(own)
}

fn is_commune(row: &Observation, catalogue: &Catalogue) -> bool {
    unit_of(row, catalogue).is_some_and(|unit| unit.group == Group::CapXa)
}

/// Whether a name says that it is a district's.
fn of_district(name: &str) -> bool {
    says_kind(name, &OF_DISTRICTS)
}

/// Whether a count of a row is that of the communes right below it.
fn adds_up(row: &Observation, below: &[Observation], catalogue: &Catalogue) -> bool {
    let communes = || below.iter().take_while(|row| is_commune(row, catalogue));
    let mut counts = row.values.iter().filter(|(field, _)| field.measure() == Some(Measure::Count));
    counts.any(|(field, value)| value.as_count() == Some(communes().filter_map(|row| row.values.count(field)).sum()))
}
