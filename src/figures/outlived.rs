//! Figures of an earlier period that would fill a gap of a later one.

use super::FiguresByUnit;
use super::Sourced;
use crate::columns::Field;
use crate::domain::Decimal;
use crate::domain::Group;
use crate::domain::Place;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::units::Catalogue;

impl FiguresByUnit {
    /// Strikes out, and tells, what only an earlier table says of a unit where a later one names the unit and leaves the
    /// figure blank that it has for others of the group: the unit would be ranked among figures of another month.
    pub fn strike_outlived(&mut self, catalogue: &Catalogue, notices: &mut Notices) {
        if !self.ends.differ() {
            return;
        }
        let mut given: Vec<(Group, Field, Place)> = Vec::new();
        for (id, figures) in &self.by_unit {
            let Some(unit) = catalogue.unit(id) else { continue };
            for (field, figure) in &figures.values {
                let is_same = |(group, of, table): &(Group, Field, Place)| {
                    *group == unit.group && of == field && table.is_in_table_of(&figure.place)
                };
                if !given.iter().any(is_same) {
                    given.push((unit.group, *field, figure.place.clone()));
                }
            }
        }
        let units: Vec<_> = self.by_unit.keys().cloned().collect();
        for id in units {
            let (Some(unit), Some(figures)) = (catalogue.unit(&id), self.by_unit.get_mut(&id)) else { continue };
            let is_outlived = |field: Field, figure: &Sourced<Decimal>| {
                figures.seen.iter().any(|later| {
                    let fills = |(group, of, table): &(Group, Field, Place)| {
                        *group == unit.group && *of == field && table.is_in_table_of(later)
                    };
                    self.ends.compare(field, &figure.place, later).is_lt() && given.iter().any(fills)
                })
            };
            let gone = figures.values.iter().filter(|(field, figure)| is_outlived(**field, figure));
            for field in gone.map(|(field, _)| *field).collect::<Vec<_>>() {
                let Some(figure) = figures.values.remove(&field) else { continue };
                let found = format!("{}: {} (kỳ sau để trống)", unit.name, field.print(figure.value));
                notices.add(NoticeCode::FigureOfEarlierPeriod, &figure.place, &found);
                for (of, note) in [
                    (Field::GroupPercent, &mut figures.percent_note),
                    (Field::CertifiedCopies, &mut figures.copies_note),
                ] {
                    if of == field && note.as_ref().is_some_and(|note| note.place.is_in_table_of(&figure.place)) {
                        *note = None;
                    }
                }
            }
        }
    }
}
