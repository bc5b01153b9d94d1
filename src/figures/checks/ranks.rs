//! The ranks that an export gives, held against the percentages beside them.

use crate::columns::Field;
use crate::columns::Observation;
use crate::columns::TableRead;
use crate::domain::Decimal;
use crate::domain::Group;
use crate::domain::Place;
use crate::domain::sort;
use crate::notices::NoticeCode;
use crate::notices::Notices;

/// Tells of ranks that are not those of the percentages beside them. Where the ranks are no order of these rows alone (of a
/// greater list, of the whole index, of the copies), they say nothing of them.
pub(super) fn check_ranks(table: &TableRead, file: &Place, notices: &mut Notices) {
    let Some(column) = table.map.index(Field::GivenRank).map(|at| table.map.headers[at].column) else { return };
    if ranks_something_else(table) {
        return;
    }
    for group in Group::ALL.into_iter().map(Some).chain([None]) {
        let rows: Vec<&Observation> = table.observations.iter().filter(|row| row.group == group).collect();
        let figure =
            |row: &Observation| row.values.get(Field::GroupPercent).or_else(|| row.values.get(Field::GroupPoints));
        let Some((given, own)) = ranks(&rows, figure) else { continue };
        let by_copies = ranks(&rows, |row| row.values.get(Field::CertifiedCopies));
        if by_copies.is_some_and(|(given, own)| given == own) || sorted(&given) != sorted(&own) {
            continue;
        }
        let ranked = rows.iter().filter(|row| row.given_rank.is_some() && figure(row).is_some());
        for ((row, given), own) in ranked.zip(given).zip(own).filter(|((_, given), own)| given != own) {
            let found = format!("{}: hạng {given} ≠ {own}", row.name);
            notices.add(NoticeCode::RankDiffers, &file.cell(row.row, column), &found);
        }
    }
}

/// Whether the ranks in a table may be those of the whole index, or of parts of units, and not of their percentages.
#[must_use]
pub fn ranks_something_else(table: &TableRead) -> bool {
    let of_index = |field| matches!(field, Field::TotalPoints | Field::OtherPoints | Field::ProgressPoints);
    table.map.figures().any(|(_, field)| of_index(field)) || table.observations.iter().any(|row| row.part.is_some())
}

/// The ranks given and those of a figure, of the rows that have both; `None` where no two have.
fn ranks(rows: &[&Observation], figure: impl Fn(&Observation) -> Option<Decimal>) -> Option<(Vec<u32>, Vec<u32>)> {
    let (given, values): (Vec<u32>, Vec<Decimal>) =
        rows.iter().filter_map(|row| Some((row.given_rank?, figure(row)?))).unzip();
    let ascending = sorted(&values);
    let above = |value: &Decimal| ascending.len() - ascending.partition_point(|other| other <= value);
    let own = values.iter().map(|value| u32::try_from(above(value)).map_or(u32::MAX, |above| above + 1)).collect();
    (given.len() > 1).then_some((given, own))
}

fn sorted<T: Ord + Clone>(values: &[T]) -> Vec<T> {
    let mut sorted = values.to_vec();
    sort(&mut sorted);
    sorted
}
