//! What is kept of the report of one period, to hold later ones against it. It has the keys of the exported JSON, so that
//! such an export is an earlier period as it stands.

use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;

use super::Report;
use super::UnitResult;
use super::given_notes::Notes;
use super::given_notes::meant;
use super::json::both_from_json;
use crate::domain::Day;
use crate::domain::Group;
use crate::domain::Percent;
use crate::domain::Period;
use crate::figures::Sourced;
use crate::units::UnitId;
use crate::warnings::Compare;
use crate::warnings::Relative;
use crate::warnings::Thresholds;

/// Kỳ đã có: the results of an earlier period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Snapshot…")]
pub struct Snapshot {
    /// The file it comes from, as the officer chose it.
    #[serde(default)]
    pub name: String,
    /// The period of the percentages.
    #[serde(default, deserialize_with = "period")]
    pub period: Option<Period>,
    /// The period of the certified copies.
    #[serde(default, deserialize_with = "period")]
    pub copies_period: Option<Period>,
    /// Whether its certified copies have grown since a day that nobody names, or are those of the period alone; `None` where their
    /// header does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copies_to_date: Option<bool>,
    /// Whether its figures were still running when they were taken.
    #[serde(default)]
    pub provisional: bool,
    /// The catalogue of units, by its id.
    pub catalogue: String,
    /// The limits its notes rest on.
    pub settings: SnapshotLimits,
    /// The provincial figure.
    pub province: SnapshotProvince,
    /// Its units, by group and rank.
    pub units: Vec<SnapshotUnit>,
    /// What of its files was not used, in sentences.
    #[serde(skip)]
    pub told: Vec<String>,
}

/// The limits of an earlier period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Limits…")]
pub struct SnapshotLimits {
    /// Below it a percentage was «Thấp».
    pub rate_low: Option<Percent>,
    /// Below it a count was «Quá thấp».
    pub count_very_low: Option<u64>,
    /// The relative rules beside them; `None` where that is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relative: Option<Vec<SnapshotRule>>,
    /// What was held against them; `None` where that is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compare: Option<Compare>,
    /// Whether they are none of its own but those at hand, whatever these become.
    #[serde(skip)]
    pub of_now: bool,
}

/// A relative rule of an earlier period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "LimitRule…")]
pub struct SnapshotRule {
    /// Its code.
    pub rule: String,
    /// Its value.
    pub value: String,
}

impl SnapshotLimits {
    /// The limits in force.
    pub(super) fn of(limits: &Thresholds) -> Self {
        let rule = |own: &Relative| SnapshotRule { rule: own.card.card.code.to_owned(), value: own.value.to_string() };
        Self {
            rate_low: Some(limits.rate_low),
            count_very_low: Some(limits.count_very_low),
            relative: Some(limits.relative.iter().map(rule).collect()),
            compare: Some(limits.compare),
            of_now: false,
        }
    }
}

/// The provincial figure of an earlier period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Province…")]
pub struct SnapshotProvince {
    /// The percentage.
    pub percent: Option<Percent>,
}

/// One unit of an earlier period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Unit…")]
pub struct SnapshotUnit {
    /// The unit.
    pub id: UnitId,
    /// Its name.
    pub name: String,
    /// Its group.
    pub group: Group,
    /// Its rank.
    pub rank: Option<u32>,
    /// The last rank it may have had, where its table prints its percentage alike others and no ranks: what was rounded may
    /// have been no tie.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank_last: Option<u32>,
    /// The rank that its table prints beside the percentages, whether or not these give the same; no session keeps it.
    #[serde(skip)]
    pub printed_rank: Option<u32>,
    /// Its percentage.
    pub percent: Option<Percent>,
    /// The word about its percentage.
    pub percent_note: Option<String>,
    /// Its certified copies.
    pub certified_copies: Option<u64>,
    /// The word about them.
    pub copies_note: Option<String>,
    /// Whose notes these are, where it stands in a table; no session keeps it.
    #[serde(skip)]
    pub noted: Option<Noted>,
    /// What its table prints in place of the two notes and is none; no session keeps it.
    #[serde(skip)]
    pub remarks: [Option<String>; 2],
    /// The formula that gave its percentage.
    #[serde(default)]
    pub total: SnapshotTotal,
}

/// Ghi chú của ai: which notes of a unit its table prints; the others are those of the limits at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noted {
    /// Whether units of its kind are ranked, so that relative rules look at it.
    pub is_ranked: bool,
    /// Whether the table prints notes of percentages.
    pub percent: bool,
    /// Whether it prints notes of certified copies.
    pub copies: bool,
}

/// What a report says of the rows that it does not hold.
#[derive(Deserialize)]
#[serde(rename = "Lost…")]
struct Lost {
    #[serde(default)]
    unmatched: Vec<LostName>,
}

/// A name that no unit has.
#[derive(Deserialize)]
#[serde(rename = "LostName…")]
struct LostName {
    name: String,
}

/// The formula of an earlier percentage.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Total…")]
pub struct SnapshotTotal {
    /// Its version; `None` when it is not known.
    pub formula_version: Option<String>,
}

/// A period as the export writes it: two days, or two nulls.
fn period<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Period>, D::Error> {
    #[derive(Deserialize)]
    #[serde(rename = "Ends…")]
    struct Ends {
        from: Option<Day>,
        to: Option<Day>,
    }
    let ends: Option<Ends> = Option::deserialize(deserializer)?;
    Ok(ends.and_then(|ends| Period::new(ends.from?, ends.to?)))
}

impl Snapshot {
    /// What is kept of a report, under the name of where it comes from.
    #[must_use]
    pub fn of(report: &Report, name: &str) -> Self {
        let unit = |unit: &UnitResult| SnapshotUnit {
            id: unit.id.clone(),
            name: unit.name.clone(),
            group: unit.group,
            rank: unit.rank,
            rank_last: None,
            printed_rank: None,
            percent: unit.percent.as_ref().map(|given| given.value),
            percent_note: unit.percent_note.map(|note| note.card.word.to_owned()),
            certified_copies: unit.copies.as_ref().map(|given| given.value),
            copies_note: unit.copies_note.map(|note| note.card.word.to_owned()),
            noted: None,
            remarks: [None, None],
            total: SnapshotTotal { formula_version: unit.total.version.clone() },
        };
        Self {
            name: name.to_owned(),
            period: report.period,
            copies_period: report.copies_period,
            copies_to_date: report.copies_to_date(),
            provisional: report.is_provisional(),
            catalogue: report.catalogue.id.clone(),
            settings: SnapshotLimits::of(&report.settings.thresholds),
            province: SnapshotProvince { percent: report.province.as_ref().map(|province| province.percent) },
            units: report.units.iter().map(unit).collect(),
            told: Vec::new(),
        }
    }

    /// What is kept of a report on a table that was issued: where the table prints its notes and ranks, those are kept, as they
    /// were said then; else what the limits of the settings and its percentages give, which [`Snapshot::judged`] follows.
    #[must_use]
    pub fn as_printed(report: &Report, name: &str) -> Self {
        let mut snapshot = Self::of(report, name);
        let given = Notes::given(&report.units.iter().map(|unit| &unit.figures));
        let (percent_said, copies_said) = (given.percent, given.copies);
        let word = |note: &Option<Sourced<String>>| {
            let meant = note.as_ref().and_then(|note| meant(&note.value)).filter(|meant| !meant.is_empty());
            meant.map(str::to_owned)
        };
        let remark = |note: &Option<Sourced<String>>| {
            let other = note
                .as_ref()
                .map(|note| note.value.trim())
                .filter(|note| meant(note).is_none() && note.contains(char::is_alphanumeric));
            other.map(str::to_owned)
        };
        snapshot.settings.of_now = true;
        for (kept, unit) in snapshot.units.iter_mut().zip(&report.units) {
            kept.noted = Some(Noted { is_ranked: unit.is_ranked, percent: percent_said, copies: copies_said });
            if percent_said {
                kept.percent_note = word(&unit.figures.percent_note);
                kept.remarks[0] = remark(&unit.figures.percent_note);
            }
            if copies_said {
                kept.copies_note = word(&unit.figures.copies_note);
                kept.remarks[1] = remark(&unit.figures.copies_note);
            }
        }
        snapshot.ranks_as_printed(report);
        snapshot
    }

    /// An earlier period from a report exported as JSON, with the names that matched no unit; else the line that does not fit.
    pub(super) fn from_report_json(text: &str, name: &str) -> Result<(Self, Vec<String>), usize> {
        let text = text.trim_start_matches('\u{feff}');
        let (read, Lost { unmatched }): (Self, Lost) = both_from_json(text)?;
        let names = unmatched.into_iter().map(|lost| lost.name).collect();
        Ok((Self { name: name.to_owned(), ..read }, names))
    }

    /// One of its units.
    #[must_use]
    pub fn unit(&self, id: &UnitId) -> Option<&SnapshotUnit> {
        self.units.iter().find(|unit| unit.id == *id)
    }

    /// Whether it has anything that is compared.
    pub(super) fn has_figures(&self) -> bool {
        self.units.iter().any(|unit| unit.percent.is_some() || unit.certified_copies.is_some())
    }

    /// The period by which it is placed in time.
    #[must_use]
    pub fn any_period(&self) -> Option<Period> {
        self.period.or(self.copies_period)
    }
}
