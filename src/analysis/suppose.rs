//! Nếu như: what ranks, notes and the province would be if units improved. Nothing of it enters the report itself.

use super::Report;
use super::UnitResult;
use crate::columns::Field;
use crate::domain::Component;
use crate::domain::Decimal;
use crate::domain::Group;
use crate::domain::Map;
use crate::domain::Percent;
use crate::domain::Period;
use crate::domain::Ratio;
use crate::domain::sort_by_key;
use crate::ranking::rank;
use crate::units::UnitId;
use crate::warnings::Facts;
use crate::warnings::count_very_low;
use crate::warnings::rate_low;

/// Cải thiện: what a unit is supposed to improve by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Improve {
    /// Percentage points.
    PercentPoints(Decimal),
    /// Points of the formula's maximum.
    Points(Decimal),
    /// So many dossiers, mended in each of these components.
    Dossiers {
        /// The components.
        components: Vec<Component>,
        /// How many.
        count: u64,
    },
    /// Certified copies.
    Copies(u64),
}

/// Giả định: one improvement of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Improvement {
    /// The unit.
    pub unit: UnitId,
    /// What it improves by.
    pub by: Improve,
}

/// One unit as it is and as it would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupposedUnit {
    /// The unit.
    pub id: UnitId,
    /// Its percentage then.
    pub percent: Option<Percent>,
    /// Its rank then.
    pub rank: Option<u32>,
    /// Ranks climbed by it; below zero where others overtake it.
    pub ranks_climbed: Option<i64>,
    /// Its copies then.
    pub copies: Option<u64>,
    /// The word about its percentage then.
    pub percent_note: Option<&'static str>,
    /// The word about its copies then.
    pub copies_note: Option<&'static str>,
}

/// Kết quả giả định: the report as it would be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Supposed {
    /// The units, in the order of the report.
    pub units: Vec<SupposedUnit>,
    /// The provincial percentage then, estimated by the dossiers of the units; `None` where that cannot be said.
    pub province: Option<Percent>,
    /// What cannot be said, in sentences.
    pub untold: Vec<String>,
}

/// Trọng lượng: how much one unit weighs on the province.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weight {
    /// The unit.
    pub id: UnitId,
    /// Its dossiers.
    pub dossiers: u64,
    /// Its share of all dossiers, in percent, rounded to hundredths.
    pub share: Percent,
    /// Percentage points the whole loses by what this unit lacks up to 100 %, rounded to hundredths.
    pub costs: Decimal,
}

/// The report with improvements supposed.
#[must_use]
pub fn suppose(report: &Report, improvements: &[Improvement]) -> Supposed {
    let mut supposed = Supposed::default();
    let mut percents: Map<&UnitId, Percent> = Map::new();
    let mut exacts: Map<&UnitId, Ratio> = Map::new();
    let mut copies: Map<&UnitId, u64> = Map::new();
    for unit in &report.units {
        percents.extend(unit.percent.as_ref().map(|given| (&unit.id, given.value)));
        copies.extend(unit.copies.as_ref().map(|given| (&unit.id, given.value)));
    }
    for improvement in improvements {
        let Some(unit) = report.units.iter().find(|unit| unit.id == improvement.unit) else {
            supposed.untold.push(format!("Không có đơn vị «{}» trong kết quả.", improvement.unit.as_str()));
            continue;
        };
        if let Improve::Copies(more) = improvement.by {
            match copies.get_mut(&unit.id) {
                Some(own) => *own = own.saturating_add(more),
                None => supposed.untold.push(format!("{} chưa có số chứng thực điện tử để cộng thêm.", unit.name)),
            }
            continue;
        }
        let own = exacts.get(&unit.id).copied().or_else(|| exact(unit));
        match own.zip(gain(unit, &improvement.by)).and_then(|(own, gain)| improved(own, gain)) {
            Some((exact, then)) => {
                exacts.insert(&unit.id, exact);
                percents.insert(&unit.id, then);
            }
            None => supposed.untold.push(format!(
                "{}: chưa quy ra tỷ lệ được vì thiếu tỷ lệ, hoặc thiếu tử số và mẫu số của thành phần được sửa.",
                unit.name
            )),
        }
    }
    supposed.units = judged(report, &percents, &copies);
    match province(report, &percents) {
        Ok(then) => supposed.province = Some(then),
        Err(reason) => supposed.untold.push(reason),
    }
    supposed
}

/// Percentage points gained.
fn gain(unit: &UnitResult, by: &Improve) -> Option<Ratio> {
    let of_points = |points: Ratio| {
        let max = unit.total.computed_max.filter(|_| unit.total.given.is_none() && unit.total.given_points.is_none());
        points.times(Ratio::whole(100))?.divided_by(max.map_or(Ratio::whole(22), Ratio::from))
    };
    match by {
        Improve::PercentPoints(points) => Some(Ratio::from(*points)),
        Improve::Points(points) => of_points(Ratio::from(*points)),
        Improve::Dossiers { components, count } => {
            let chosen = unit.scores.iter().filter(|score| components.contains(&score.card.component));
            of_points(
                chosen
                    .map(|score| score.gain(*count, unit.total.is_of_scores()))
                    .try_fold(Ratio::whole(0), |sum, gain| sum.plus(gain?))?,
            )
        }
        Improve::Copies(_) => None,
    }
}

/// The percentage of a unit, as exact as its points are.
fn exact(unit: &UnitResult) -> Option<Ratio> {
    unit.total.points()?.times(Ratio::new(100, 22)?)
}

/// The percentage with what is gained, 100 at the most: exact, and rounded to the millionth.
fn improved(own: Ratio, gain: Ratio) -> Option<(Ratio, Percent)> {
    let (then, whole) = (own.plus(gain)?, Ratio::whole(100));
    let most = if own.compare(whole)?.is_gt() { own } else { whole };
    let then = if then.compare(most)?.is_gt() { most } else { then };
    Some((then, Percent::new(then.rounded(6)?)))
}

/// Ranks and notes by the supposed figures, under the settings of the report.
fn judged(report: &Report, percents: &Map<&UnitId, Percent>, copies: &Map<&UnitId, u64>) -> Vec<SupposedUnit> {
    let limits = &report.settings.thresholds;
    let mut supposed = Vec::new();
    for group in Group::ALL {
        let units: Vec<&UnitResult> = report.units_of(group).collect();
        let ranked = |unit: &UnitResult| report.catalogue.unit(&unit.id).is_some_and(crate::units::Unit::is_ranked);
        let of_group: Vec<Option<Percent>> =
            units.iter().map(|unit| percents.get(&unit.id).copied().filter(|_| ranked(unit))).collect();
        let facts = Facts {
            percents: of_group.iter().copied().flatten().collect(),
            copies: units.iter().filter(|unit| ranked(unit)).filter_map(|unit| copies.get(&unit.id).copied()).collect(),
            province: report.province.as_ref().map(|province| province.percent),
            days: report.copies_period.or(report.period).map(Period::days),
        };
        for (unit, rank) in units.iter().zip(rank(&of_group)) {
            let (percent, copies) = (percents.get(&unit.id).copied(), copies.get(&unit.id).copied());
            let percent_note = percent.and_then(|own| {
                rate_low(own, limits).or_else(|| limits.relative_percent(own, &facts).filter(|_| ranked(unit)))
            });
            let copies_note = copies.and_then(|own| {
                count_very_low(own, limits).or_else(|| limits.relative_count(own, &facts).filter(|_| ranked(unit)))
            });
            supposed.push(SupposedUnit {
                id: unit.id.clone(),
                percent,
                rank,
                ranks_climbed: unit.rank.zip(rank).map(|(before, then)| i64::from(before) - i64::from(then)),
                copies,
                percent_note: percent_note.map(|note| note.card.word),
                copies_note: copies_note.map(|note| note.card.word),
            });
        }
    }
    supposed
}

/// The dossiers of a unit: those of component B, whose whole is all within its competence, else those received; `None`
/// where no file counts them.
#[must_use]
pub fn dossiers(unit: &UnitResult) -> Option<u64> {
    let of_b = unit.scores.iter().find(|score| score.card.component == Component::B)?;
    let own = of_b.denominator.as_ref().map(|given| given.value);
    own.or_else(|| unit.figures.count(Field::Received).map(|given| given.value))
}

/// How much each unit weighs on the whole, the heaviest first; a sentence where some unit's dossiers are not known.
pub fn weights(report: &Report) -> Result<Vec<Weight>, String> {
    let counted = report.units.iter().filter(|unit| unit.percent.is_some()).map(|unit| {
        let own = dossiers(unit).ok_or_else(|| {
            format!("Chưa có số hồ sơ của {}, nên không nói được đơn vị nào nặng nhất với toàn tỉnh.", unit.name)
        })?;
        Ok((unit, own))
    });
    let counted: Vec<(&UnitResult, u64)> = counted.collect::<Result<_, String>>()?;
    let all: u64 = counted.iter().map(|(_, own)| own).sum();
    let weight = |(unit, own): &(&UnitResult, u64)| {
        let share = Ratio::of(*own, all)?;
        let lacks = Ratio::whole(100).minus(Ratio::from(unit.percent.as_ref()?.value.value()))?;
        Some(Weight {
            id: unit.id.clone(),
            dossiers: *own,
            share: Percent::new(share.times(Ratio::whole(100))?.rounded(2)?),
            costs: share.times(lacks)?.rounded(2)?,
        })
    };
    let mut weights: Vec<Weight> = counted.iter().filter_map(weight).collect();
    sort_by_key(&mut weights, |weight| std::cmp::Reverse(weight.costs));
    Ok(weights)
}

/// The provincial percentage, moved by what the units gain, each by its share of the dossiers.
fn province(report: &Report, percents: &Map<&UnitId, Percent>) -> Result<Percent, String> {
    let Some(now) = report.province.as_ref().map(|province| province.percent) else {
        return Err("Chưa có tỷ lệ toàn tỉnh, nên không nói được tỷ lệ này sẽ là bao nhiêu.".to_owned());
    };
    let too_large = || "Số quá lớn, không tính chính xác được tỷ lệ toàn tỉnh.".to_owned();
    let weights = weights(report)?;
    let all: u64 = weights.iter().map(|weight| weight.dossiers).sum();
    let mut then = Ratio::from(now.value());
    for weight in &weights {
        let before = report.units.iter().find(|unit| unit.id == weight.id).and_then(|unit| unit.percent.as_ref());
        let gained = before.zip(percents.get(&weight.id)).and_then(|(before, then)| {
            Ratio::from(then.value()).minus(Ratio::from(before.value.value()))?.times(Ratio::of(weight.dossiers, all)?)
        });
        then = gained.and_then(|gained| then.plus(gained)).ok_or_else(too_large)?;
    }
    then.rounded(2).map(Percent::new).ok_or_else(too_large)
}
