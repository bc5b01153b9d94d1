//! Figures of an earlier period that would fill a gap of a later one.

use super::Figures;
use super::FiguresByUnit;
use super::Province;
use crate::columns::Field;
use crate::domain::Group;
use crate::domain::Place;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::numbers::print_exact_percent;
use crate::units::Catalogue;
use crate::units::UnitId;

impl FiguresByUnit {
    /// Strikes out, and tells, what only an earlier table says of a unit where a later one has the same figure of others of
    /// its group: the unit would be ranked among figures of another month. A unit of which nothing is left is seen by no
    /// file. Files of one time that name different units are parts of one table.
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
        let mut gone: Vec<(UnitId, Field, bool)> = Vec::new();
        for (id, figures) in &self.by_unit {
            let Some(unit) = catalogue.unit(id) else { continue };
            for (field, figure) in &figures.values {
                let later = given.iter().filter(|(group, of, table)| {
                    *group == unit.group && of == field && self.ends.compare(*of, &figure.place, table).is_lt()
                });
                let mut later = later.map(|(_, _, table)| table);
                let is_named = later.clone().any(|table| figures.stands_in(&[table]));
                let is_apart = |table: &Place| {
                    let is_of_both = |unit: &Figures| unit.stands_in(&[table]) && unit.stands_in(&[&figure.place]);
                    self.ends.is_past(*field, &figure.place, table) || self.by_unit.values().any(is_of_both)
                };
                if is_named || later.any(is_apart) {
                    gone.push((id.clone(), *field, is_named));
                }
            }
        }
        for (id, field, is_named) in &gone {
            let (Some(unit), Some(figures)) = (catalogue.unit(id), self.by_unit.get_mut(id)) else { continue };
            let Some(figure) = figures.values.remove(field) else { continue };
            let lacks = if *is_named { "để trống" } else { "không có đơn vị này" };
            let found = format!("{}: {} (kỳ sau {lacks})", unit.name, field.print(figure.value));
            notices.add(NoticeCode::FigureOfEarlierPeriod, &figure.place, &found);
            for (of, note) in
                [(Field::GroupPercent, &mut figures.percent_note), (Field::CertifiedCopies, &mut figures.copies_note)]
            {
                if of == *field && note.as_ref().is_some_and(|note| note.place.is_in_table_of(&figure.place)) {
                    *note = None;
                }
            }
            let is_seen = |(of, _, is_named): &(UnitId, Field, bool)| of == id && *is_named;
            if figures.values.is_empty() && !gone.iter().any(is_seen) {
                self.by_unit.remove(id);
            }
        }
    }

    /// The provincial figure, unless it is of an earlier period than the percentages of units: that is told.
    pub fn of_their_time(&self, province: Option<Province>, notices: &mut Notices) -> Option<Province> {
        let province = province?;
        let is_rate = |field| matches!(field, Field::GroupPercent | Field::GroupPoints | Field::Component(..));
        let mut rates = self.by_unit.values().flat_map(Figures::given).filter(|(field, _)| is_rate(*field));
        if !rates.any(|(field, rate)| self.ends.is_past(field, &province.place, &rate.place)) {
            return Some(province);
        }
        let found = format!("toàn tỉnh: {} (kỳ sau không có)", print_exact_percent(province.percent));
        notices.add(NoticeCode::FigureOfEarlierPeriod, &province.place, &found);
        None
    }
}
