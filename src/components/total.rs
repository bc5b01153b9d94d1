//! The group's percentage of one unit: as given and as computed, with their difference, and the formula that gave the
//! one in use.

use super::Formula;
use super::Preset;
use super::Score;
use crate::columns::Field;
use crate::domain::Component;
use crate::domain::Decimal;
use crate::domain::Percent;
use crate::domain::Place;
use crate::domain::Ratio;
use crate::figures::Figures;
use crate::figures::Origin;
use crate::figures::Sourced;

/// Points of the group “Số hóa hồ sơ”.
const GROUP_POINTS: i128 = 22;

/// Tổng nhóm: the percentage of the group “Số hóa hồ sơ” of one unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// The percentage in use, with the place of the figure it rests on first.
    pub percent: Option<Sourced<Percent>>,
    /// Whether it stands in a file or was computed.
    pub origin: Option<Origin>,
    /// The formula that gave it; `None` without a percentage.
    pub preset: Option<Preset>,
    /// That formula's version under the settings, a word scripts can compare.
    pub version: Option<String>,
    /// The percentage as a file gives it.
    pub given: Option<Sourced<Percent>>,
    /// The points of 22 as a file gives them.
    pub given_points: Option<Sourced<Decimal>>,
    /// The percentage as computed from components, under the formula chosen or by their points of 22.
    pub computed: Option<Percent>,
    /// The points it was computed from; `None` under formulas that have none.
    pub computed_points: Option<Decimal>,
    /// The points those could be at most.
    pub computed_max: Option<Decimal>,
    /// Given less computed, in percentage points of hundredths, where both are there.
    pub difference: Option<Decimal>,
    /// Whether that lies within the tolerance of the settings; `None` without a difference.
    pub agrees: Option<bool>,
    /// The components it was computed from, or would be.
    pub counted: Vec<Component>,
    /// The components for want of which nothing could be computed.
    pub lacking: Vec<Component>,
}

impl Total {
    /// What the formula that gave it is called; points of a file are no percentage of it.
    #[must_use]
    pub fn way(&self) -> Option<&'static str> {
        let preset = self.preset?;
        let from_points = preset == Preset::Reported && self.given.is_none() && self.given_points.is_some();
        Some(if from_points { "Điểm có sẵn trong tệp, chia 22" } else { preset.card().label })
    }

    /// Whether the percentage in use adds up the points of components, each rounded as it is scored.
    #[must_use]
    pub fn is_of_scores(&self) -> bool {
        matches!(self.preset, Some(Preset::Points22 | Preset::PointsPresent))
    }

    /// The points of 22 behind the percentage in use, exact but for means of rates; `None` without a percentage.
    #[must_use]
    pub fn points(&self) -> Option<Ratio> {
        match self.preset? {
            // The percentage is given as it is; only where points alone are given it was computed from them.
            Preset::Reported if self.given.is_some() => of_22(self.percent.as_ref()?.value),
            Preset::Reported => self.given_points.as_ref().map(|points| Ratio::from(points.value)),
            _ => self.of_components().or_else(|| of_22(self.percent.as_ref()?.value)),
        }
    }

    /// What the points of its components are of 22, exact.
    fn of_components(&self) -> Option<Ratio> {
        let (points, max) = (Ratio::from(self.computed_points?), Ratio::from(self.computed_max?));
        points.times(Ratio::whole(GROUP_POINTS))?.divided_by(max)
    }

    /// Whether what a file gives and what its components make are no more than so many points of 22 apart; `None` where one of
    /// them is not there.
    fn agrees(&self, tolerance: Decimal) -> Option<bool> {
        let given = match (&self.given, &self.given_points) {
            (Some(given), _) => of_22(given.value)?,
            (None, points) => Ratio::from(points.as_ref()?.value),
        };
        let apart = given.minus(self.of_components().or_else(|| of_22(self.computed?))?)?;
        let apart = if apart.is_positive() { apart } else { Ratio::whole(0).minus(apart)? };
        Some(apart.compare(Ratio::from(tolerance))?.is_le())
    }
}

/// The group's percentage from the figures of one unit and the scores of its components.
#[must_use]
pub fn total(figures: &Figures, scores: &[Score], formula: &Formula) -> Total {
    let given = figures
        .get(Field::GroupPercent)
        .map(|given| Sourced { value: Percent::new(given.value), place: given.place.clone() });
    let given_points = figures.get(Field::GroupPoints).cloned();
    let by = formula.preset.filter(|preset| *preset != Preset::Reported);
    // Counts of dossiers only come close to the components: nobody but an officer takes them for their points.
    let dossiers_count = by.is_some();
    let made = compute(by.unwrap_or(Preset::Points22), scores, formula, dossiers_count);
    let reported = given.clone().map(|given| (given, Origin::Reported)).or_else(|| {
        let points = given_points.as_ref()?;
        let value = Percent::from_points(points.value);
        Some((Sourced { value, place: points.place.clone() }, Origin::Computed))
    });
    let computed = made.percent.map(|value| (Sourced { value, place: place(scores) }, Origin::Computed));
    let (used, preset) = match formula.preset {
        Some(Preset::Reported) => (reported, Preset::Reported),
        Some(preset) => (computed, preset),
        None if reported.is_some() => (reported, Preset::Reported),
        None => (computed, Preset::Points22),
    };
    let stated = given.as_ref().map(|given| given.value).or_else(|| {
        let points = given_points.as_ref()?;
        Some(Percent::from_points(points.value))
    });
    let difference = stated.zip(made.percent).and_then(|(given, computed)| given.less(computed));
    let preset = used.is_some().then_some(preset);
    let (percent, origin) = used.unzip();
    let total = Total {
        percent,
        origin,
        version: preset.map(|preset| formula.version(preset)),
        preset,
        agrees: None,
        given,
        given_points,
        computed: made.percent,
        computed_points: made.points,
        computed_max: made.max,
        difference,
        counted: made.counted,
        lacking: made.lacking,
    };
    Total { agrees: total.agrees(formula.tolerance), ..total }
}

/// What a percentage is in points of 22.
fn of_22(percent: Percent) -> Option<Ratio> {
    Ratio::from(percent.value()).times(Ratio::new(GROUP_POINTS, 100)?)
}

/// Where the first component that is known was read.
fn place(scores: &[Score]) -> Place {
    scores.iter().find_map(Score::place).cloned().unwrap_or_else(|| Place::file(""))
}

#[derive(Default)]
struct Made {
    percent: Option<Percent>,
    points: Option<Decimal>,
    max: Option<Decimal>,
    counted: Vec<Component>,
    lacking: Vec<Component>,
}

fn compute(preset: Preset, scores: &[Score], formula: &Formula, dossiers_count: bool) -> Made {
    let counts = |score: &&Score| dossiers_count || !score.of_dossiers;
    let known = |score: &Score| Some(score).filter(counts).and_then(Score::points);
    let chosen: Vec<&Score> = scores
        .iter()
        .filter(|score| !score.excluded)
        .filter(|score| match preset {
            Preset::Reported | Preset::Points22 => true,
            Preset::PointsPresent => known(score).is_some(),
            Preset::MeanRates | Preset::Pooled => formula.chosen().contains(&score.card.component),
        })
        .collect();
    let made = match preset {
        Preset::Reported | Preset::Points22 | Preset::PointsPresent => of_points(&chosen, known),
        Preset::MeanRates => of_rates(&chosen),
        Preset::Pooled => of_counts(&chosen),
    };
    Made { counted: chosen.iter().map(|score| score.card.component).collect(), ..made }
}

fn of_points(scores: &[&Score], known: impl Fn(&Score) -> Option<Decimal>) -> Made {
    let lacking: Vec<Component> =
        scores.iter().filter(|score| known(score).is_none()).map(|score| score.card.component).collect();
    let sum = |value: &dyn Fn(&Score) -> Option<Decimal>| {
        scores.iter().try_fold(Decimal::default(), |sum, score| sum.checked_add(value(score)?))
    };
    if !lacking.is_empty() || scores.is_empty() {
        return Made { lacking, ..Made::default() };
    }
    let (points, max) = (sum(&known), sum(&|score: &Score| Some(score.max)));
    let percent = points.zip(max).and_then(|(points, max)| {
        let share = Ratio::from(points).divided_by(Ratio::from(max))?;
        Percent::computed(share.times(Ratio::whole(100))?)
    });
    Made { percent, points, max, lacking, ..Made::default() }
}

fn of_rates(scores: &[&Score]) -> Made {
    let lacking: Vec<Component> =
        scores.iter().filter(|score| score.rate().is_none()).map(|score| score.card.component).collect();
    let sum = scores.iter().filter_map(|score| score.exact_rate()).try_fold(Ratio::whole(0), Ratio::plus);
    let count = i128::try_from(scores.len()).unwrap_or(0);
    let mean = sum.filter(|_| lacking.is_empty()).and_then(|sum| sum.divided_by(Ratio::whole(count)));
    Made { percent: mean.and_then(Percent::computed), lacking, ..Made::default() }
}

fn of_counts(scores: &[&Score]) -> Made {
    let counts = |score: &Score| Some((score.numerator.as_ref()?.value, score.denominator.as_ref()?.value));
    let lacking: Vec<Component> =
        scores.iter().filter(|score| counts(score).is_none()).map(|score| score.card.component).collect();
    let sums = scores
        .iter()
        .filter_map(|score| counts(score))
        .try_fold((0_u64, 0_u64), |sums, (part, whole)| Some((sums.0.checked_add(part)?, sums.1.checked_add(whole)?)));
    let percent = sums.filter(|_| lacking.is_empty()).and_then(|(part, whole)| Percent::of(part, whole));
    Made { percent, lacking, ..Made::default() }
}

#[cfg(test)]
mod tests {
    use super::super::ALL;
    use super::super::ComponentRule;
    use super::super::NotApplicable;
    use super::super::score;
    use super::*;
    use crate::domain::Aspect;

    fn of(figures: &[(Field, &str)], formula: &Formula) -> Total {
        let figures = Figures::of(figures);
        let scores: Vec<Score> = ALL.iter().map(|card| score(card, &figures, formula)).collect();
        total(&figures, &scores, formula)
    }

    fn points(values: [&'static str; 7]) -> Vec<(Field, &'static str)> {
        let fields = Component::ALL.map(|component| Field::Component(component, Aspect::Points));
        fields.into_iter().zip(values).filter(|(_, value)| !value.is_empty()).collect()
    }

    fn by(preset: Preset) -> Formula {
        Formula { preset: Some(preset), ..Formula::default() }
    }

    fn text<T: ToString>(value: Option<T>) -> String {
        value.map_or("-".to_owned(), |value| value.to_string())
    }

    /// Four provinces and a commune as the portal prints them: rounded points add up, and the percentage is rounded.
    #[test]
    fn the_portals_own_totals_are_found_again() {
        let dong_thap = points(["4.51", "0.97", "0.75", "0", "0.96", "0.49", "2"]); // 9,68
        let van_canh = points(["5.72", "2.32", "1.47", "0", "0.84", "0.14", "2"]); // 12,49
        for (parts, sum, percent) in [(dong_thap, "9.68", "44"), (van_canh, "12.49", "56.77")] {
            let total = of(&parts, &Formula::default());
            assert_eq!((text(total.computed_points), text(total.computed)), (sum.into(), percent.into()));
            assert_eq!(total.version.as_deref(), Some("points22"));
            assert_eq!(total.origin, Some(Origin::Computed));
        }
        // An Giang and Điện Biên are known by their sums alone: 9,11 / 22 = 41,409… %, 10,13 / 22 = 46,045… %.
        for (sum, percent) in [("9.11", "41.41"), ("10.13", "46.05")] {
            let total = of(&[(Field::GroupPoints, sum)], &Formula::default());
            assert_eq!(text(total.percent.map(|percent| percent.value)), percent);
            assert_eq!(total.preset, Some(Preset::Reported));
        }
    }

    #[test]
    fn what_is_given_stands_and_the_computed_total_stands_beside_it() {
        // Another screen of the portal gives Điện Biên 10,14 points for parts of 10,13: 0,01 points apart.
        let mut figures = points(["6", "2.13", "0", "0", "0", "0", "2"]);
        figures.push((Field::GroupPoints, "10.14"));
        let total = of(&figures, &Formula::default());
        assert_eq!(text(total.percent.as_ref().map(|percent| percent.value)), "46.09"); // 10,14 / 22 = 46,0909… %
        assert_eq!(
            (text(total.computed), text(total.difference), total.agrees),
            ("46.05".into(), "0.04".into(), Some(true))
        );
        assert_eq!(total.points(), Ratio::new(1_014, 100));
        // 0,05 points are 0,2272… percentage points: 44,22 lies within them of 44, 44,23 does not.
        for (given, agrees) in [("44.22", true), ("44.23", false), ("43.77", false), ("43.78", true)] {
            let mut figures = points(["4.51", "0.97", "0.75", "0", "0.96", "0.49", "2"]);
            figures.push((Field::GroupPercent, given));
            let total = of(&figures, &Formula::default());
            assert_eq!((text(total.percent.map(|percent| percent.value)), total.agrees), (given.into(), Some(agrees)));
        }
    }

    #[test]
    fn each_formula_gives_its_own_percentage_and_says_what_it_lacks() {
        // A 4,51 of 6, B 0,97 of 4, C 0,75 of 2, D 0 of 2: 6,23 of 14 = 44,5 %
        let part = points(["4.51", "0.97", "0.75", "0", "", "", ""]);
        let total = of(&part, &by(Preset::PointsPresent));
        assert_eq!(
            (text(total.computed_points), text(total.computed_max), text(total.computed)),
            ("6.23".into(), "14".into(), "44.5".into())
        );
        let total = of(&part, &Formula::default());
        assert_eq!((total.percent, total.lacking), (None, vec![Component::E, Component::F, Component::G]));

        let counts = |component, part, whole| {
            [
                (Field::Component(component, Aspect::Numerator), part),
                (Field::Component(component, Aspect::Denominator), whole),
            ]
        };
        let two = [counts(Component::A, "752", "1000"), counts(Component::B, "1", "3")].concat();
        let rates = vec![Component::A, Component::B];
        // (75,2 + 33,33) / 2 = 54,265, half away from zero 54,27
        let total = of(&two, &Formula { rates: rates.clone(), ..by(Preset::MeanRates) });
        assert_eq!((text(total.computed), total.version.as_deref()), ("54.27".into(), Some("mean_rates+A+B")));
        // 753 / 1003 = 75,0747… %
        assert_eq!(text(of(&two, &Formula { rates, ..by(Preset::Pooled) }).computed), "75.07");
        assert_eq!(of(&two, &by(Preset::Pooled)).lacking.len(), 5);
        assert_eq!(of(&[], &by(Preset::PointsPresent)).percent, None);
    }

    #[test]
    fn a_component_left_out_takes_its_points_with_it() {
        let mut formula = Formula::default();
        let rule = ComponentRule { not_applicable: NotApplicable::Excluded, ..ComponentRule::default() };
        formula.rules.insert(Component::C, rule);
        let mut figures = points(["4.51", "0.97", "", "0", "0.96", "0.49", "2"]);
        figures.push((Field::Component(Component::C, Aspect::Denominator), "0"));
        let total = of(&figures, &formula);
        // 9,68 - 0,75 = 8,93 of 20 = 44,65 %; in points of 22 that is 9,823
        assert_eq!((text(total.computed_max), text(total.computed)), ("20".into(), "44.65".into()));
        assert_eq!(total.points(), Ratio::new(9_823, 1_000));
        assert_eq!(total.version.as_deref(), Some("points22+Cexcluded"));
    }

    #[test]
    fn counts_of_dossiers_make_no_percentage_of_the_group_unless_an_officer_says_so() {
        let counts = [
            (Field::CompletedEResult, "162"),
            (Field::Completed, "180"),
            (Field::Both, "150"),
            (Field::Received, "200"),
        ];
        let total = of(&counts, &Formula::default());
        assert_eq!((total.percent, total.lacking.len()), (None, 7));
        // 6 · 162/180 = 5,4 and 4 · 150/200 = 3: 8,4 of 10
        assert_eq!(text(of(&counts, &by(Preset::PointsPresent)).computed), "84");
    }
}
