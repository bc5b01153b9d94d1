//! One component of one unit: what files give and what its formula computes, side by side.

use super::ComponentCard;
use super::Formula;
use super::NotApplicable;
use crate::columns::Field;
use crate::domain::Aspect;
use crate::domain::Decimal;
use crate::domain::Percent;
use crate::domain::Place;
use crate::domain::Ratio;
use crate::figures::Figures;
use crate::figures::Sourced;

/// Places to which the national portal rounds the points of a component.
const PLACES: u32 = 2;

/// Cơ sở: what the points of a component rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Points that a file gives.
    Points,
    /// Numerator and denominator in columns of the component.
    Counts,
    /// The rate that a file gives.
    Rate,
    /// The counts of a table or list of dossiers, which come close to the component's definition.
    Dossiers,
    /// The rule for components that do not apply.
    NotApplicable,
}

impl Basis {
    /// The stable word for scripts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Points => "points",
            Self::Counts => "counts",
            Self::Rate => "rate",
            Self::Dossiers => "dossiers",
            Self::NotApplicable => "not-applicable",
        }
    }

    /// What an officer reads.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Points => "điểm có trong tệp",
            Self::Counts => "tính từ tử số và mẫu số trong tệp",
            Self::Rate => "tính từ tỷ lệ trong tệp",
            Self::Dossiers => "tính từ",
            Self::NotApplicable => "theo thiết lập cho thành phần không áp dụng",
        }
    }
}

/// Điểm thành phần: what is known of one component of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// The component.
    pub card: &'static ComponentCard,
    /// The points it counts at most.
    pub max: Decimal,
    /// The rate at which all points are reached.
    pub cap: Percent,
    /// How many meet it.
    pub numerator: Option<Sourced<u64>>,
    /// Of how many.
    pub denominator: Option<Sourced<u64>>,
    /// The rate as given.
    pub given_rate: Option<Sourced<Percent>>,
    /// The points as given.
    pub given: Option<Sourced<Decimal>>,
    /// The points its formula computes, rounded to hundredths.
    pub computed: Option<Decimal>,
    /// What its points rest on; `None` when they are unknown.
    pub basis: Option<Basis>,
    /// Whether its numerator and denominator are the counts of a table of dossiers, which come close to its definition.
    pub of_dossiers: bool,
    /// Whether its denominator is 0 and no points are given: it does not apply to this unit.
    pub not_applicable: bool,
    /// Whether it is left out of the total, with the points it could count.
    pub excluded: bool,
}

impl Score {
    /// Its points: as given, else as computed.
    #[must_use]
    pub fn points(&self) -> Option<Decimal> {
        self.given.as_ref().map(|given| given.value).or(self.computed)
    }

    /// Its rate: as given, else of its counts.
    #[must_use]
    pub fn rate(&self) -> Option<Percent> {
        let of_counts = || Percent::of(self.numerator.as_ref()?.value, self.denominator.as_ref()?.value);
        self.given_rate.as_ref().map(|given| given.value).or_else(of_counts)
    }

    /// The same, exact.
    pub(super) fn exact_rate(&self) -> Option<Ratio> {
        let of_counts =
            || Ratio::of(self.numerator.as_ref()?.value, self.denominator.as_ref()?.value)?.times(Ratio::whole(100));
        self.given_rate.as_ref().map(|given| Ratio::from(given.value.value())).or_else(of_counts)
    }

    /// The points up to its maximum that are lost; `None` when its points are unknown or it is left out.
    #[must_use]
    pub fn lost(&self) -> Option<Decimal> {
        let points = self.points().filter(|_| !self.excluded)?;
        Some(Decimal::from_millionths((self.max.millionths() - points.millionths()).max(0)))
    }

    /// Points given less points computed, where both are there.
    #[must_use]
    pub fn difference(&self) -> Option<Decimal> {
        let (given, computed) = (self.given.as_ref()?.value, self.computed?);
        Some(Decimal::from_millionths(given.millionths() - computed.millionths()))
    }

    /// Where its points, else its numerator or rate, were read.
    #[must_use]
    pub fn place(&self) -> Option<&Place> {
        let given = self.given.as_ref().map(|given| &given.place);
        let numerator = || self.numerator.as_ref().map(|given| &given.place);
        given.or_else(numerator).or_else(|| self.given_rate.as_ref().map(|given| &given.place))
    }

    /// How many more could meet it before its cap is reached, and how many points each brings; `None` without counts.
    #[must_use]
    pub fn room(&self) -> Option<(u64, Ratio)> {
        let (numerator, denominator) = (self.numerator.as_ref()?.value, self.denominator.as_ref()?.value);
        let cap = Ratio::from(self.cap.value()).divided_by(Ratio::whole(100))?;
        let full = cap.times(Ratio::whole(i128::from(denominator)))?;
        let each = Ratio::from(self.max).divided_by(full)?;
        // The last dossier may bring less than the others; `gain` knows.
        let enough = full.whole_ceiling()?.min(denominator);
        Some((enough.saturating_sub(numerator), each))
    }

    /// The points that `more` meeting it would add: by the exact formula, or by its points as they are scored, rounded to
    /// hundredths. `None` without counts.
    #[must_use]
    pub fn gain(&self, more: u64, is_scored: bool) -> Option<Ratio> {
        let (numerator, denominator) = (self.numerator.as_ref()?.value, self.denominator.as_ref()?.value);
        let at = |met: u64| {
            let points = exact(self.max, self.cap, Ratio::of(met.min(denominator), denominator)?)?;
            if is_scored { points.rounded(PLACES).map(Ratio::from) } else { Some(points) }
        };
        at(numerator.saturating_add(more))?.minus(at(numerator)?)
    }
}

/// Scores one component from the figures of one unit.
#[must_use]
pub fn score(card: &'static ComponentCard, figures: &Figures, formula: &Formula) -> Score {
    let component = card.component;
    let field = |aspect| Field::Component(component, aspect);
    let own = (figures.count(field(Aspect::Numerator)), figures.count(field(Aspect::Denominator)));
    let points_given = figures.get(field(Aspect::Points));
    let rate_given = figures.get(field(Aspect::Rate));
    let says_something = points_given.is_some() || own.0.is_some() || own.1.is_some();
    let counted = card.counts.as_ref().filter(|_| !says_something).and_then(|counts| {
        let (numerator, denominator) = (figures.count(counts.numerator)?, figures.count(counts.denominator)?);
        let is_theirs = rate_given.is_none_or(|rate| is_rate_of(rate.value, numerator.value, denominator.value));
        is_theirs.then_some((Some(numerator), Some(denominator)))
    });
    let of_dossiers = counted.is_some();
    let (numerator, denominator) = counted.unwrap_or(own);
    // Portals print 0 where they divide by 0: that says nothing.
    let nothing = denominator.as_ref().is_some_and(|whole| whole.value == 0);
    let says = |figure: &&Sourced<Decimal>| !(nothing && figure.value == Decimal::default());
    let given = points_given.filter(says).cloned();
    let given_rate =
        rate_given.filter(says).map(|rate| Sourced { value: Percent::new(rate.value), place: rate.place.clone() });
    let (max, cap, rule) = (formula.max(component), formula.cap(component), formula.rule(component));
    let of_counts = numerator.as_ref().zip(denominator.as_ref());
    let share = of_counts.and_then(|(numerator, denominator)| Ratio::of(numerator.value, denominator.value));
    let of_rate = given_rate.as_ref().and_then(|rate| Ratio::from(rate.value.value()).divided_by(Ratio::whole(100)));
    let not_applicable = nothing && given.is_none();
    let by_rule = match rule.not_applicable {
        NotApplicable::Full => Some(max),
        NotApplicable::Zero => Some(Decimal::default()),
        NotApplicable::Unknown | NotApplicable::Excluded => None,
    };
    let points = |share: Ratio| exact(max, cap, share)?.rounded(PLACES);
    let computed = if not_applicable { by_rule } else { share.or(of_rate).and_then(points) };
    let basis = match (&given, computed) {
        (Some(_), _) => Some(Basis::Points),
        (None, None) => None,
        (None, Some(_)) if not_applicable => Some(Basis::NotApplicable),
        (None, Some(_)) if of_dossiers => Some(Basis::Dossiers),
        (None, Some(_)) if share.is_some() => Some(Basis::Counts),
        (None, Some(_)) => Some(Basis::Rate),
    };
    let excluded = not_applicable && rule.not_applicable == NotApplicable::Excluded;
    Score {
        card,
        max,
        cap,
        numerator,
        denominator,
        given_rate,
        given,
        computed,
        basis,
        of_dossiers,
        not_applicable,
        excluded,
    }
}

/// Whether a printed rate is that of two counts, to a tenth of a percent; of nothing any printed 0 is.
fn is_rate_of(rate: Decimal, numerator: u64, denominator: u64) -> bool {
    const TENTH: u64 = 100_000;
    match Percent::of(numerator, denominator) {
        Some(own) => own.value().millionths().abs_diff(rate.millionths()) <= TENTH,
        None => rate == Decimal::default(),
    }
}

/// The points of a share, before rounding: the maximum times the share of the cap, and never more than the maximum.
fn exact(max: Decimal, cap: Percent, share: Ratio) -> Option<Ratio> {
    let of_cap = share.times(Ratio::whole(100))?.divided_by(Ratio::from(cap.value()))?;
    let full = of_cap.compare(Ratio::whole(1))?.is_ge();
    Ratio::from(max).times(if full { Ratio::whole(1) } else { of_cap })
}

/// The points of counts under the formula that ships, for the cases of the cards.
#[cfg(test)]
pub(super) fn points_of_counts(card: &'static ComponentCard, numerator: u64, denominator: u64) -> Option<String> {
    let formula = Formula::default();
    let share = Ratio::of(numerator, denominator)?;
    let points = exact(formula.max(card.component), formula.cap(card.component), share)?.rounded(PLACES)?;
    Some(points.to_string())
}

#[cfg(test)]
mod tests {
    use super::super::ComponentRule;
    use super::super::card;
    use super::*;
    use crate::domain::Component;

    fn scored(component: Component, figures: &[(Field, &str)], formula: &Formula) -> Score {
        score(card(component), &Figures::of(figures), formula)
    }

    /// Points, rate and what they rest on.
    fn told(score: &Score) -> (Option<String>, Option<String>, Option<&'static str>) {
        let text = |value: Option<Decimal>| value.map(|value| value.to_string());
        (text(score.points()), text(score.rate().map(Percent::value)), score.basis.map(Basis::code))
    }

    #[track_caller]
    fn case(figures: &[(Field, &str)], points: Option<&str>, rate: Option<&str>, basis: Option<&'static str>) {
        let score = scored(Component::A, figures, &Formula::default());
        assert_eq!(told(&score), (points.map(str::to_owned), rate.map(str::to_owned), basis));
    }

    const POINTS: Field = Field::Component(Component::A, Aspect::Points);
    const RATE: Field = Field::Component(Component::A, Aspect::Rate);
    const PART: Field = Field::Component(Component::A, Aspect::Numerator);
    const WHOLE: Field = Field::Component(Component::A, Aspect::Denominator);

    #[test]
    fn points_come_from_what_is_given_in_the_order_points_counts_rate_dossiers() {
        case(&[(POINTS, "4.51"), (PART, "1"), (WHOLE, "2")], Some("4.51"), Some("50"), Some("points"));
        case(&[(PART, "10"), (WHOLE, "20")], Some("3"), Some("50"), Some("counts"));
        case(&[(PART, "10"), (WHOLE, "20"), (RATE, "51")], Some("3"), Some("51"), Some("counts"));
        case(&[(RATE, "75.2")], Some("4.51"), Some("75.2"), Some("rate")); // 6 · 0,752 = 4,512
        let counts = [(Field::CompletedEResult, "162"), (Field::Completed, "180")];
        case(&counts, Some("5.4"), Some("90"), Some("dossiers")); // 6 · 0,9
        // Columns of the component outweigh counts of dossiers, also where they do not say enough.
        case(&[counts[0], counts[1], (PART, "10")], None, None, None);
        case(&[], None, None, None);
    }

    #[test]
    fn a_share_of_nothing_is_unknown_unless_the_office_says_what_it_counts() {
        let nothing = [(PART, "0"), (WHOLE, "0")];
        for (rule, points, excluded) in [
            (NotApplicable::Unknown, None, false),
            (NotApplicable::Excluded, None, true),
            (NotApplicable::Full, Some("6"), false),
            (NotApplicable::Zero, Some("0"), false),
        ] {
            let mut formula = Formula::default();
            let own = ComponentRule { not_applicable: rule, ..ComponentRule::default() };
            formula.rules.insert(Component::A, own);
            let score = scored(Component::A, &nothing, &formula);
            assert_eq!(score.points().map(|points| points.to_string()).as_deref(), points, "{rule:?}");
            assert_eq!((score.not_applicable, score.excluded), (true, excluded), "{rule:?}");
            // Points that a file gives all the same stand: the portal prints null, null, 2 points.
            let given = scored(Component::A, &[nothing[0], nothing[1], (POINTS, "2")], &formula);
            assert_eq!(given.points(), Some(Decimal::whole(2)), "{rule:?}");
        }
    }

    #[test]
    fn given_and_computed_points_stand_side_by_side() {
        let score = scored(Component::A, &[(POINTS, "4.5"), (PART, "752"), (WHOLE, "1000")], &Formula::default());
        assert_eq!(score.computed.unwrap().to_string(), "4.51");
        assert_eq!(
            (score.points().unwrap().to_string(), score.difference().unwrap().to_string()),
            ("4.5".into(), "-0.01".into())
        );
        assert_eq!(score.lost().unwrap().to_string(), "1.5");
    }

    #[test]
    fn a_cap_of_the_office_moves_the_points() {
        let mut formula = Formula::default();
        let cap = Some(Percent::new(Decimal::whole(80)));
        formula.rules.insert(Component::B, ComponentRule { cap, ..ComponentRule::default() });
        let rate = [(Field::Component(Component::B, Aspect::Rate), "40")];
        assert_eq!(scored(Component::B, &rate, &formula).points().unwrap().to_string(), "2"); // 4 · 40/80
        assert_eq!(scored(Component::B, &rate, &Formula::default()).points().unwrap().to_string(), "1.6");
    }

    #[test]
    fn what_a_dossier_brings_ends_at_the_cap() {
        let part = Field::Component(Component::D, Aspect::Numerator);
        let whole = Field::Component(Component::D, Aspect::Denominator);
        let score = scored(Component::D, &[(part, "7990"), (whole, "10000")], &Formula::default());
        // 2 / (0,8 · 10.000) = 0,00025 points each, 2,5/d, and ten of them up to 80 %.
        assert_eq!(score.room(), Some((10, Ratio::new(1, 4_000).unwrap())));
        assert_eq!(score.gain(10, false), Ratio::new(1, 400));
        assert_eq!(score.gain(11, false), Ratio::new(1, 400));
    }
}
