//! What a decision needs, as scripts read it: components, what is lacking, the rules, the settings.

use serde::Serialize;

use crate::analysis::Preview;
use crate::analysis::Settings;
use crate::components::Basis;
use crate::components::Preset;
use crate::components::Score;
use crate::warnings::Lack;
use crate::warnings::Needed;
use crate::warnings::Relative;
use crate::warnings::Shortfall;
use crate::warnings::Unsaid;

/// One component of the group: what files say and what its formula computes.
#[derive(Serialize)]
pub(super) struct ComponentJson {
    code: &'static str,
    numerator: Option<u64>,
    denominator: Option<u64>,
    percent: Option<String>,
    points: Option<String>,
    points_given: Option<String>,
    points_computed: Option<String>,
    basis: Option<&'static str>,
    max_points: String,
    cap_percent: String,
    points_lost: Option<String>,
}

/// What is missing to leave each note; the dossiers reach the limit itself.
#[derive(Serialize)]
pub(super) struct ShortfallJson {
    percent_points: Option<String>,
    points: Option<String>,
    dossiers_both: Option<u64>,
    dossiers_a: Option<u64>,
    dossiers_b: Option<u64>,
    dossiers_d: Option<u64>,
    dossiers_backlog: Option<u64>,
    dossiers_new: Option<u64>,
    copies: Option<u64>,
    /// The smaller numbers that are enough where the printed value decides.
    by_rounding: Option<ByRoundingJson>,
    /// Why a number of dossiers is null.
    reasons: Vec<ReasonJson>,
}

#[derive(Serialize)]
struct ByRoundingJson {
    percent: String,
    percent_points: String,
    points: Option<String>,
    dossiers_both: Option<u64>,
}

#[derive(Serialize)]
struct ReasonJson {
    of: &'static str,
    text: String,
}

/// A relative rule in one group: its limit there, and whom it flags or would flag.
#[derive(Serialize)]
pub(super) struct RuleJson<'report> {
    code: &'static str,
    group: &'static str,
    value: String,
    in_force: bool,
    words: String,
    word: &'static str,
    limit: Option<String>,
    reason: Option<&'static str>,
    flagged: Vec<&'report str>,
}

#[derive(Serialize)]
pub(super) struct SettingsJson {
    rate_low: String,
    count_very_low: u64,
    compare: crate::warnings::Compare,
    name: Option<String>,
    since: Option<String>,
    source: Option<String>,
    relative: Vec<RelativeJson>,
    preset: Option<&'static str>,
    tolerance: String,
}

#[derive(Serialize)]
struct RelativeJson {
    rule: &'static str,
    value: String,
}

/// A value in its plain form.
pub(super) fn plain(value: Option<impl ToString>) -> Option<String> {
    value.map(|value| value.to_string())
}

/// The components about which anything is known, in the portal's order.
pub(super) fn components(scores: &[Score]) -> Vec<ComponentJson> {
    let known = |score: &&Score| {
        score.numerator.is_some() || score.denominator.is_some() || score.given_rate.is_some() || score.given.is_some()
    };
    let component = |score: &Score| ComponentJson {
        code: score.card.component.code(),
        numerator: score.numerator.as_ref().map(|given| given.value),
        denominator: score.denominator.as_ref().map(|given| given.value),
        percent: plain(score.rate()),
        points: plain(score.points()),
        points_given: score.given.as_ref().map(|given| given.value.to_string()),
        points_computed: plain(score.computed),
        basis: if score.of_dossiers { Some(Basis::Dossiers) } else { score.basis }.map(Basis::code),
        max_points: score.max.to_string(),
        cap_percent: score.cap.to_string(),
        points_lost: plain(score.lost()),
    };
    scores.iter().filter(known).map(component).collect()
}

pub(super) fn shortfall(shortfall: &Shortfall) -> ShortfallJson {
    let lack = shortfall.percent.as_ref();
    let dossiers = |needed: fn(&Lack) -> &Needed| lack.and_then(|lack| needed(lack).as_ref().ok().copied());
    let single =
        |needed: fn(&Lack) -> &Option<Needed>| lack.and_then(|lack| needed(lack).as_ref()?.as_ref().ok().copied());
    let mut reasons = Vec::new();
    let mut reason = |of, needed: Option<&Needed>| {
        if let Some(Err(untold)) = needed {
            reasons.push(ReasonJson { of, text: untold.sentence() });
        }
    };
    reason("dossiers_both", lack.map(|lack| &lack.both));
    reason("dossiers_a", lack.map(|lack| &lack.in_a));
    reason("dossiers_b", lack.map(|lack| &lack.in_b));
    reason("dossiers_d", lack.map(|lack| &lack.in_d));
    reason("dossiers_backlog", lack.and_then(|lack| lack.backlog.as_ref()));
    reason("dossiers_new", lack.and_then(|lack| lack.only_new.as_ref()));
    ShortfallJson {
        percent_points: lack.map(|lack| lack.percent_points.to_string()),
        points: plain(lack.and_then(|lack| lack.points)),
        dossiers_both: dossiers(|lack| &lack.both),
        dossiers_a: dossiers(|lack| &lack.in_a),
        dossiers_b: dossiers(|lack| &lack.in_b),
        dossiers_d: dossiers(|lack| &lack.in_d),
        dossiers_backlog: single(|lack| &lack.backlog),
        dossiers_new: single(|lack| &lack.only_new),
        copies: shortfall.copies,
        by_rounding: shortfall.by_rounding.as_ref().map(|lack| ByRoundingJson {
            percent: lack.target.to_string(),
            percent_points: lack.percent_points.to_string(),
            points: plain(lack.points),
            dossiers_both: lack.both.as_ref().ok().copied(),
        }),
        reasons,
    }
}

pub(super) fn rule(preview: &Preview) -> RuleJson<'_> {
    let Relative { card, value } = preview.rule;
    RuleJson {
        code: card.card.code,
        group: preview.group.code(),
        value: value.to_string(),
        in_force: preview.in_force,
        words: preview.rule.words(),
        word: card.card.word,
        limit: preview.limit.as_ref().ok().map(ToString::to_string),
        reason: preview.limit.as_ref().err().copied().map(Unsaid::sentence),
        flagged: preview.flagged.iter().map(crate::units::UnitId::as_str).collect(),
    }
}

pub(super) fn settings(settings: &Settings) -> SettingsJson {
    let thresholds = &settings.thresholds;
    let said = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    SettingsJson {
        rate_low: thresholds.rate_low.to_string(),
        count_very_low: thresholds.count_very_low,
        compare: thresholds.compare,
        name: said(&thresholds.name),
        since: said(&thresholds.since),
        source: said(&thresholds.source),
        relative: thresholds
            .relative
            .iter()
            .map(|rule| RelativeJson { rule: rule.card.card.code, value: rule.value.to_string() })
            .collect(),
        preset: settings.formula.preset.map(|preset: Preset| preset.card().code),
        tolerance: settings.formula.tolerance.to_string(),
    }
}
