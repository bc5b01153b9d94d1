//! What would be if units improved, and how much each weighs, as scripts read it.

use serde::Serialize;

use super::decision::plain;
use crate::analysis::Report;
use crate::analysis::suppose;

#[derive(Serialize)]
pub(super) struct SupposedJson<'report> {
    province: Option<String>,
    units: Vec<SupposedUnitJson<'report>>,
    untold: Vec<String>,
}

#[derive(Serialize)]
struct SupposedUnitJson<'report> {
    id: &'report str,
    rank: Option<u32>,
    ranks_climbed: Option<i64>,
    percent: Option<String>,
    percent_note: Option<&'static str>,
    certified_copies: Option<u64>,
    copies_note: Option<&'static str>,
}

/// How much one unit weighs on the whole of the units, by its dossiers.
#[derive(Serialize)]
pub(super) struct WeightJson {
    id: String,
    dossiers: u64,
    share_percent: String,
    costs_percent_points: String,
}

/// What the improvements of the settings would change; `None` where none are supposed.
pub(super) fn supposed(report: &Report) -> Option<SupposedJson<'_>> {
    let improvements = &report.settings.what_if;
    let supposed = Some(suppose(report, improvements)).filter(|_| !improvements.is_empty())?;
    let units = report.units.iter().map(|own| {
        let then = supposed.units.iter().find(|then| then.id == own.id);
        SupposedUnitJson {
            id: own.id.as_str(),
            rank: then.and_then(|then| then.rank),
            ranks_climbed: then.and_then(|then| then.ranks_climbed),
            percent: plain(then.and_then(|then| then.percent)),
            percent_note: then.and_then(|then| then.percent_note),
            certified_copies: then.and_then(|then| then.copies),
            copies_note: then.and_then(|then| then.copies_note),
        }
    });
    Some(SupposedJson { province: plain(supposed.province), units: units.collect(), untold: supposed.untold.clone() })
}

/// The weights of the units; `None` where the dossiers of some are not known.
pub(super) fn weights(report: &Report) -> Option<Vec<WeightJson>> {
    let weights = crate::analysis::weights(report).ok().filter(|weights| !weights.is_empty())?;
    let json = weights.into_iter().map(|weight| WeightJson {
        id: weight.id.as_str().to_owned(),
        dossiers: weight.dossiers,
        share_percent: weight.share.to_string(),
        costs_percent_points: weight.costs.to_string(),
    });
    Some(json.collect())
}
