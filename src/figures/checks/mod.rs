//! Figures held against one another: parts against wholes, printed rates against counts, sums against total rows. What
//! does not agree is told with its place; nothing is put right here.

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

use crate::columns::Field;
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
    let lacking = lacking(table, &rows);
    for (row, right, values) in rows {
        let at = |field: Field| {
            let column = table.map.column(field);
            column.map_or_else(|| file.row(row), |column| file.cell(row, column + right))
        };
        rows::check(values, &places, (tolerance, lacking), &at, notices);
    }
}

/// The groups of the index beside ours and that of progress: words of their columns, and the most points they count. One
/// name stands for the two of services online together.
const GROUPS: [([&str; 4], u64); 4] = [
    (["cong khai", "minh bach", "ckmb", "cong khai"], 18),
    (["dich vu", "dvc", "clgq", "online"], 12),
    (["thanh toan", "tttt", "cung cap", "thanh toan"], 10),
    (["hai long", "mdhl", "hai long", "mdhl"], 18),
];

/// The most points, in millionths, of the groups without a column, where the totals count them.
fn lacking(table: &TableRead, rows: &[(u32, u32, &Values)]) -> u64 {
    let (mut all, mut agree) = (0, 0);
    for adds_up in rows.iter().filter_map(|(.., values)| rows::adds_up(values)) {
        (all, agree) = (all + 1, agree + usize::from(adds_up));
    }
    if agree * 2 > all {
        return 0;
    }
    let named = |words: &[&str; 4]| {
        let others = table.map.figures().filter(|(_, field)| *field == Field::OtherPoints);
        let mut paths = others.map(|(at, _)| &table.map.headers[at].path);
        paths.any(|path| words.iter().any(|words| path.contains(words)))
    };
    GROUPS.iter().filter(|(words, _)| !named(words)).map(|(_, most)| most * 1_000_000).sum()
}
