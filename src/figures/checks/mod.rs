//! Figures held against one another: parts against wholes, printed rates against counts, sums against total rows. What
//! does not agree is told with its place; nothing is put right here.

mod index;
mod ranks;
mod rows;
mod totals;

pub use ranks::ranks_something_else;
pub(super) use rows::check as check_values;
pub(super) use rows::nothing_of_many;
pub(super) use rows::places;
pub use totals::Province;
pub(super) use totals::is_sum;
pub use totals::provinces;
pub use totals::tell_unnamed;
pub use totals::the_province;

use super::Source;
use crate::columns::TableRead;
use crate::columns::Values;
use crate::domain::Decimal;
use crate::domain::Place;
use crate::notices::Notices;

/// Checks one table against itself; a total may be that of the tables beside it, too. Points may lie apart from the sum of
/// their parts by so many.
pub fn check<'table>(
    table: &TableRead,
    beside: &(impl Iterator<Item = &'table TableRead> + Clone),
    tolerance: Decimal,
    file: &Place,
    notices: &mut Notices,
) {
    totals::check_totals(table, beside, file, notices);
    ranks::check_ranks(table, file, notices);
    let of_units = table.observations.iter().map(|row| (row.row, row.right, &row.values));
    let of_totals = table.totals.iter().map(|row| (row.row, 0, &row.values));
    let rows: Vec<(u32, u32, &Values)> = of_units.chain(of_totals).collect();
    let places = places(rows.iter().map(|(.., values)| *values));
    let lacking = index::lacking(&table.map, rows.iter().map(|(.., values)| *values));
    let source = Source { file, map: Some(&table.map) };
    for (row, right, values) in rows {
        let at = |field| source.figure_at(row, right, field);
        rows::check(values, &places, (tolerance, lacking), &at, notices);
    }
}
