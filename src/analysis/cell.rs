//! The cell a figure was read from: figures keep their row, the column is found by what it means.

use super::GatheredFile;
use super::Report;
use crate::columns::Field;
use crate::domain::Place;

/// The place of a figure down to its column, where its file has one column of this meaning; else the place as it is.
pub(super) fn cell(report: &Report, field: Field, place: &Place) -> Place {
    let (None, Some(row)) = (place.column, place.row) else { return place.clone() };
    let is_its = |file: &&GatheredFile| file.place().is_in_table_of(place);
    let file = report.tables().find(|file| is_its(file) && !file.table.map.is_of_dossiers());
    let column = file.and_then(|file| {
        let map = &file.table.map;
        map.index(field).and_then(|index| map.headers.get(index)).map(|header| header.column)
    });
    column.map_or_else(|| place.clone(), |column| place.cell(row, column))
}
