//! What changed since earlier periods and since an appendix was issued, as scripts read it.

use serde::Serialize;

use super::decision::plain;
use crate::analysis::Change;
use crate::analysis::Comparison;
use crate::analysis::PeriodUsed;
use crate::analysis::Reconciled;
use crate::analysis::Successor;
use crate::analysis::Sum;
use crate::domain::Percent;

#[derive(Serialize)]
pub(super) struct ComparisonJson<'report> {
    periods: Vec<PeriodUsedJson<'report>>,
    refused: Vec<RefusedJson<'report>>,
    breaks: &'report [String],
    province_change: Option<String>,
    units: Vec<ChangeJson<'report>>,
    gone: Vec<GoneJson<'report>>,
    sums: Vec<SumJson<'report>>,
}

/// One period of the series; the last is this report's own.
#[derive(Serialize)]
struct PeriodUsedJson<'report> {
    file: &'report str,
    from: Option<String>,
    to: Option<String>,
    provisional: bool,
    province: Option<String>,
}

#[derive(Serialize)]
struct RefusedJson<'report> {
    file: &'report str,
    reason: &'report str,
}

#[derive(Serialize)]
struct ChangeJson<'report> {
    id: &'report str,
    percent_before: Option<String>,
    percent_change: Option<String>,
    rank_before: Option<u32>,
    ranks_climbed: Option<i64>,
    copies_before: Option<u64>,
    copies_change: Option<i64>,
    percent_list: &'static str,
    copies_list: &'static str,
    percent_streak: u32,
    copies_streak: u32,
    history: Vec<Option<String>>,
}

#[derive(Serialize)]
struct GoneJson<'report> {
    id: &'report str,
    name: &'report str,
    into: &'report [String],
    reason: &'report str,
}

#[derive(Serialize)]
struct SumJson<'report> {
    id: &'report str,
    name: &'report str,
    of: &'report [String],
    copies_before: u64,
    copies_now: u64,
}

#[derive(Serialize)]
pub(super) struct DifferencesJson<'report> {
    file: &'report str,
    told: &'report [String],
    province: Option<ProvincesJson>,
    units: Vec<DifferenceJson<'report>>,
}

/// The provincial percentage that was issued and that of now.
#[derive(Serialize)]
struct ProvincesJson {
    issued: Option<String>,
    present: Option<String>,
}

#[derive(Serialize)]
struct DifferenceJson<'report> {
    id: &'report str,
    name: &'report str,
    what: &'static str,
    issued: Option<&'report str>,
    present: Option<&'report str>,
}

pub(super) fn comparison(comparison: &Comparison) -> ComparisonJson<'_> {
    ComparisonJson {
        periods: comparison.periods.iter().map(period).collect(),
        refused: comparison.refused.iter().map(|(file, reason)| RefusedJson { file, reason }).collect(),
        breaks: &comparison.breaks,
        province_change: plain(comparison.province_change),
        units: comparison.changes.iter().map(change).collect(),
        gone: comparison.gone.iter().map(gone).collect(),
        sums: comparison.sums.iter().map(sum).collect(),
    }
}

fn period(used: &PeriodUsed) -> PeriodUsedJson<'_> {
    PeriodUsedJson {
        file: &used.name,
        from: plain(used.period.map(|period| period.from)),
        to: plain(used.period.map(|period| period.to)),
        provisional: used.provisional,
        province: plain(used.province),
    }
}

fn change(change: &Change) -> ChangeJson<'_> {
    ChangeJson {
        id: change.id.as_str(),
        percent_before: plain(change.percent_before),
        percent_change: plain(change.percent_change),
        rank_before: change.rank_before,
        ranks_climbed: change.ranks_climbed,
        copies_before: change.copies_before,
        copies_change: change.copies_change,
        percent_list: change.percent_listed.code(),
        copies_list: change.copies_listed.code(),
        percent_streak: change.percent_streak,
        copies_streak: change.copies_streak,
        history: change.history.iter().map(|percent: &Option<Percent>| plain(*percent)).collect(),
    }
}

fn gone(gone: &Successor) -> GoneJson<'_> {
    GoneJson { id: gone.id.as_str(), name: &gone.name, into: &gone.into, reason: &gone.reason }
}

fn sum(sum: &Sum) -> SumJson<'_> {
    let Sum { id, name, of, copies_before, copies_now } = sum;
    SumJson { id: id.as_str(), name, of, copies_before: *copies_before, copies_now: *copies_now }
}

pub(super) fn differences(Reconciled { name, told, province, found }: &Reconciled) -> DifferencesJson<'_> {
    let units = found.iter().map(|own| DifferenceJson {
        id: own.id.as_str(),
        name: &own.name,
        what: own.what,
        issued: own.issued.as_deref(),
        present: own.present.as_deref(),
    });
    let province =
        province.map(|(issued, now)| ProvincesJson { issued: plain(Some(issued)), present: plain(Some(now)) });
    DifferencesJson { file: name, told, province, units: units.collect() }
}
