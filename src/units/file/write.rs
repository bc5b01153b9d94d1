//! A catalogue's file, written: what Excel opens by double-click and [`Catalogue::from_csv`] reads back the same.

use super::column::Column;
use super::column::SETTINGS;
use crate::domain::Day;
use crate::text::push_line;
use crate::units::Catalogue;
use crate::units::Comparison;
use crate::units::Unit;
use crate::units::UnitId;

impl Catalogue {
    /// The catalogue as a file for Excel: a byte order mark, semicolons, days as `2025-07-01`.
    #[must_use]
    pub fn to_csv(&self) -> String {
        let day = |day: Option<Day>| day.map_or_else(String::new, |day| day.to_string());
        let mut text = "\u{feff}".to_owned();
        let settings = [self.id.clone(), self.label.clone(), day(self.valid_from), day(self.valid_to)];
        let mut lines: Vec<Vec<String>> =
            SETTINGS.iter().zip(settings).map(|(key, value)| vec![(*key).to_owned(), value]).collect();
        lines.push(Column::ALL.iter().map(|column| column.header().to_owned()).collect());
        lines.extend(self.units.iter().map(|unit| Column::ALL.iter().map(|column| cell(unit, *column)).collect()));
        for line in lines {
            push_line(&mut text, line.iter().map(String::as_str), ';', "\n");
        }
        text
    }
}

/// What a unit has in a column.
fn cell(unit: &Unit, column: Column) -> String {
    let ids = |ids: &[UnitId]| ids.iter().map(UnitId::as_str).collect::<Vec<_>>().join("|");
    let day = |day: Option<Day>| day.map_or_else(String::new, |day| day.to_string());
    match column {
        Column::Id => unit.id.as_str().to_owned(),
        Column::Name => unit.name.clone(),
        Column::Short => unit.short.clone(),
        Column::Kind => unit.kind.label().to_owned(),
        Column::Group => unit.group.label().to_owned(),
        Column::Abbreviation => unit.abbreviation.clone(),
        Column::Code => unit.code.clone(),
        Column::Gso => unit.gso.clone(),
        Column::Aliases => unit.aliases.join("|"),
        Column::Bare => unit.bare.label().to_owned(),
        Column::Former => unit.former.join("|"),
        Column::Origin => unit.origin.clone(),
        Column::Predecessors => ids(&unit.predecessors),
        Column::Successors => ids(&unit.successors),
        Column::Comparison => unit.comparison.map_or("", Comparison::label).to_owned(),
        Column::From => day(unit.valid_from),
        Column::To => day(unit.valid_to),
        Column::Source => unit.source.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_catalogue_written_reads_back_the_same() {
        for catalogue in Catalogue::all() {
            let text = catalogue.to_csv();
            assert_eq!(Catalogue::from_csv(&text).as_ref(), Ok(catalogue));
            assert_eq!(Catalogue::from_csv(&text).unwrap().to_csv(), text);
        }
    }

    #[test]
    fn the_files_that_ship_are_what_an_export_gives() {
        for (catalogue, file) in Catalogue::all().iter().zip([
            include_str!("../data/laocai-2023.csv"),
            include_str!("../data/laocai-2025-03.csv"),
            include_str!("../data/laocai-2025.csv"),
        ]) {
            assert_eq!(catalogue.to_csv().trim_start_matches('\u{feff}'), file, "{}", catalogue.id);
        }
    }
}
