//! The total of the index against the groups that it is the sum of.

use super::rows::At;
use super::rows::apart;
use crate::columns::ColumnMap;
use crate::columns::Field;
use crate::columns::Values;
use crate::domain::Decimal;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::numbers::print_decimal;

/// How far a printed total of the index may lie from the sum of its groups: each is rounded to a hundredth.
const INDEX_TOLERANCE: u64 = 60_000;

/// The groups of the index beside ours and that of progress: words of their columns, and the most points they count. One
/// name stands for the two of services online together.
const GROUPS: [(&[&str], u64); 4] = [
    (&["cong khai", "minh bach", "ckmb"], 18),
    (&["dich vu", "dvc", "clgq", "online"], 12),
    (&["thanh toan", "tttt", "cung cap"], 10),
    (&["hai long", "mdhl"], 18),
];

/// The most points, in millionths, of the groups without a column, where the totals of these rows count them.
pub(super) fn lacking<'values>(map: &ColumnMap, rows: impl Iterator<Item = &'values Values>) -> u64 {
    let (mut all, mut agree) = (0, 0);
    for adds_up in rows.filter_map(adds_up) {
        (all, agree) = (all + 1, agree + usize::from(adds_up));
    }
    if agree * 2 > all {
        return 0;
    }
    let named = |words: &[&str]| {
        let others = map.figures().filter(|(_, field)| *field == Field::OtherPoints);
        let mut paths = others.map(|(at, _)| &map.headers[at].path);
        paths.any(|path| words.iter().any(|words| path.contains(words)))
    };
    GROUPS.iter().filter(|(words, _)| !named(words)).map(|(_, most)| most * 1_000_000).sum()
}

/// The total of the index, and what its groups add up to.
fn index_sum(values: &Values) -> Option<(Decimal, Decimal)> {
    let groups = [Field::GroupPoints, Field::ProgressPoints, Field::OtherPoints];
    let groups = groups.into_iter().map(|field| Some(values.get(field)?.millionths())).sum::<Option<i64>>()?;
    Some((values.get(Field::TotalPoints)?, Decimal::from_millionths(groups)))
}

/// Whether the total of the index is the sum of the groups beside it, and counts no other.
fn adds_up(values: &Values) -> Option<bool> {
    index_sum(values).map(|(total, sum)| apart(total, sum) <= INDEX_TOLERANCE)
}

/// The total of the index against its groups, and our group against the one it has been confused with.
pub(super) fn check(values: &Values, lacking: u64, at: At<'_>, notices: &mut Notices) {
    let get = |field| values.get(field);
    let ours = get(Field::GroupPoints);
    if let Some((total, sum)) = index_sum(values) {
        let explained = if total > sum { lacking } else { 0 };
        if apart(total, sum) > INDEX_TOLERANCE + explained {
            let found = format!("{} ≠ {}", print_decimal(total), print_decimal(sum));
            notices.add(NoticeCode::PointsDiffer, &at(Field::TotalPoints), &found);
        }
    }
    if let Some(points) =
        ours.filter(|points| Some(*points) == get(Field::ProgressPoints) && *points > Decimal::default())
    {
        notices.add(NoticeCode::GroupsAlike, &at(Field::GroupPoints), &print_decimal(points));
    }
}
