//! What columns mean once their headers have claimed a meaning: the cells speak, each figure finds its one column, and a
//! figure that several claim alike waits for an officer.

use super::Field;
use super::column_map::Unsure;
use super::copies;
use super::dossiers::Alike;
use super::evidence::Evidence;
use super::fields::Match;
use super::fields::may_be_another;
use super::fields::speaks_of_part;
use super::header::Header;
use super::recognise::Claim;
use crate::domain::Aspect;
use crate::domain::Component;
use crate::domain::Set;
use crate::intake::Row;
use crate::text::fold;

/// What the titles above a table say of its figures.
#[derive(Clone, Copy, Default)]
pub(super) struct Titled {
    /// That they are of certified copies.
    pub(super) copies: bool,
    /// That these are electronic.
    pub(super) electronic: bool,
    /// That they are points.
    pub(super) points: bool,
}

/// Lets the cells speak where the words of a header leave a doubt.
pub(super) fn weigh(headers: &[Header], claims: &mut [Claim], evidence: &Evidence<'_>, titled: Titled) {
    let places = |claims: &[Claim], wanted: fn(Field) -> bool| -> Vec<usize> {
        let fits = |index: &usize| claims[*index].is_some_and(|(field, _)| wanted(field));
        (0..claims.len()).filter(fits).collect()
    };
    copies::below_their_title(headers, claims, evidence, titled);
    let total = places(claims, |field| field == Field::TotalPoints);
    let groups = places(claims, |field| matches!(field, Field::OtherPoints | Field::ProgressPoints));
    let below_codes = below_codes(claims, evidence);
    for index in 0..claims.len() {
        let Some((field, surely)) = claims[index] else { continue };
        if (field, surely) == (Field::GroupPercent, Match::Weak) && headers[index].has_words("so hoa") {
            let parts: Vec<usize> = groups.iter().copied().chain([index]).collect();
            // Signs tell points from percentages, not a part's from the group's.
            if evidence.are_percentages(index) && !speaks_of_part(&headers[index]) {
                claims[index] = Some((field, Match::Strong));
            } else if evidence.are_points(index) && !speaks_of_part(&headers[index]) {
                claims[index] = Some((Field::GroupPoints, Match::Strong));
            } else if groups.is_empty() && evidence.are_above_all_points(index) && is_groups_name(&headers[index]) {
                claims[index] = Some((field, Match::Strong));
            } else if let ([total], false) = (total.as_slice(), groups.is_empty())
                && evidence.add_up(&parts, *total)
            {
                claims[index] = Some((Field::GroupPoints, Match::Strong));
            }
        }
        if let (Field::Component(component, _), Match::Weak) = (field, surely)
            && evidence.holds_numbers(index)
        {
            claims[index] = Some((Field::Component(component, below_codes), Match::Strong));
        }
        // The rate of the counts beside it under a part's name is that part's, and kept for nothing.
        let of_part = (field, surely) == (Field::GroupPercent, Match::Weak) && speaks_of_part(&headers[index]);
        if of_part && evidence.is_rate_of_counts(index) {
            claims[index] = None;
            continue;
        }
        // One portal prints the rate of its own counts under the name of the group's percentage.
        let names_group = headers[index].has_words("nhom") || headers[index].has_words("tong chung");
        let named_by_words = matches!(claims[index], Some((Field::GroupPercent, Match::Strong | Match::Exact)));
        if named_by_words && !names_group && evidence.is_rate_of_counts(index) {
            claims[index] = Some((field, Match::Weak));
        }
        // Counts in one cell are dossiers; the group's percentage is one of points.
        if named_by_words && !names_group && evidence.are_pairs_of_counts(index) {
            claims[index] = Some((field, Match::Weak));
        }
        // Among the rates of other parts a name that may be a part's is no more surely the group's.
        if named_by_words && !names_group && is_among_parts(claims) {
            claims[index] = Some((field, Match::Weak));
        }
        // The points of other groups are known by their neighbours alone: their names are words of every office.
        if matches!(field, Field::OtherPoints | Field::ProgressPoints) && !evidence.holds_numbers(index) {
            claims[index] = None;
        }
    }
    copies::doubt(headers, claims, evidence, titled);
    for (claim, header) in claims.iter_mut().zip(headers) {
        if let Some((Field::GroupPercent | Field::CertifiedCopies, surely @ (Match::Strong | Match::Exact))) = claim
            && may_be_another(header)
        {
            *surely = Match::Weak;
        }
    }
    doubt_total(claims, evidence);
    doubt_rates(headers, claims, evidence, titled);
}

/// Whether columns hold the rates of parts of the group, and none that of digitised dossiers.
fn is_among_parts(claims: &[Claim]) -> bool {
    let of = |wanted: fn(Field) -> bool| claims.iter().flatten().any(|(field, _)| wanted(*field));
    let other = |field| {
        matches!(field, Field::CompletedRate)
            || matches!(field, Field::Component(component, Aspect::Rate) if component != Component::B)
    };
    let own = |field| {
        matches!(field, Field::ReceivedRate | Field::BothRate) || matches!(field, Field::Component(Component::B, _))
    };
    of(other) && !of(own)
}

/// Doubts the rates of components that could as well be their points: none carries a sign, and none is more than the most
/// points there are. Official names begin with “Tỷ lệ” whatever stands below them. Titles, maxima in a row of their own and a
/// total prove points; without proof an officer is asked.
fn doubt_rates(headers: &[Header], claims: &mut [Claim], evidence: &Evidence<'_>, titled: Titled) {
    let rates: Vec<(usize, Component)> = claims
        .iter()
        .enumerate()
        .filter_map(|(index, claim)| match claim {
            Some((Field::Component(component, Aspect::Rate), Match::Exact)) => Some((index, *component)),
            _ => None,
        })
        .collect();
    let could_be = |(index, component): &(usize, Component)| {
        !headers[*index].text.contains('%')
            && evidence.holds_numbers(*index)
            && !evidence.are_percentages(*index)
            && evidence.are_at_most(*index, component.max_points())
    };
    // Shares of one are below every maximum as well.
    let are_shares = rates.iter().all(|(index, _)| evidence.are_at_most(*index, 1));
    if rates.len() < 2 || are_shares || !rates.iter().all(could_be) {
        return;
    }
    let columns: Vec<usize> = rates.iter().map(|(index, _)| *index).collect();
    let maxima: Vec<(usize, i32)> = rates.iter().map(|(index, component)| (*index, component.max_points())).collect();
    let total = claims.iter().position(|claim| claim.is_some_and(|(field, _)| field == Field::GroupPoints));
    let sure =
        titled.points || evidence.have_maxima(&maxima) || total.is_some_and(|total| evidence.add_up(&columns, total));
    for (index, component) in rates {
        let claim = if sure { (Aspect::Points, Match::Strong) } else { (Aspect::Rate, Match::Weak) };
        claims[index] = Some((Field::Component(component, claim.0), claim.1));
    }
}

/// Whether the total of a table that holds no other group is the group's own: the points of its components add up to it, or
/// none is more than the most points of the group, and an officer is asked.
fn doubt_total(claims: &mut [Claim], evidence: &Evidence<'_>) {
    let of = |wanted: fn(Field) -> bool| -> Vec<usize> {
        let fits = |index: &usize| claims[*index].is_some_and(|(field, _)| wanted(field));
        (0..claims.len()).filter(fits).collect()
    };
    let of_groups = of(|field| {
        matches!(field, Field::GroupPercent | Field::GroupPoints | Field::OtherPoints | Field::ProgressPoints)
    });
    let components = of(|field| matches!(field, Field::Component(_, Aspect::Points)));
    let [total] = of(|field| field == Field::TotalPoints)[..] else { return };
    let is_answered = claims[total].is_some_and(|(_, surely)| surely == Match::Answered);
    if is_answered || !of_groups.is_empty() || !evidence.holds_numbers(total) || !evidence.are_at_most(total, 22) {
        return;
    }
    let sure = components.len() > 1 && evidence.add_up(&components, total);
    claims[total] = Some((Field::GroupPoints, if sure { Match::Strong } else { Match::Weak }));
}

/// What stands below the bare codes of components: in all of them points, of which none is more than there are, or rates.
fn below_codes(claims: &[Claim], evidence: &Evidence<'_>) -> Aspect {
    let are_points = |(index, claim): (usize, &Claim)| match claim {
        Some((Field::Component(component, _), Match::Weak)) => {
            !evidence.are_percentages(index) && evidence.are_at_most(index, component.max_points())
        }
        _ => true,
    };
    if claims.iter().enumerate().all(are_points) { Aspect::Points } else { Aspect::Rate }
}

/// Whether a header is the group's name and nothing else: whatever number stands below it is the group's.
fn is_groups_name(header: &Header) -> bool {
    matches!(header.path.as_str(), "so hoa ho so" | "nhom so hoa ho so" | "muc do so hoa ho so" | "chi so so hoa ho so")
}

/// One column a meaning, where one is surest; a figure that two claim alike waits for an officer.
pub(super) fn decide(
    claims: &[Claim],
    body: &[Row],
    of_dossiers: bool,
    is_unit: &dyn Fn(&str) -> bool,
) -> (Vec<Option<Field>>, Vec<Unsure>, Vec<Alike>) {
    let evidence = Evidence::new(body);
    let mut meanings: Vec<Option<Field>> = vec![None; claims.len()];
    let (mut unsure, mut alike) = (Vec::new(), Vec::new());
    for field in Field::all().filter(|field| !field.is_note()) {
        if let Some(columns) = Alike::of(field, &claimed_alike(field, claims), body) {
            columns.taken.iter().for_each(|index| meanings[*index] = Some(field));
            alike.push(columns);
            continue;
        }
        let claimed = |index: usize| claims[index].filter(|(claimed, _)| *claimed == field).map(|(_, surely)| surely);
        let Some(best) = (0..claims.len()).filter_map(claimed).max() else { continue };
        let mut candidates: Vec<usize> = (0..claims.len()).filter(|index| claimed(*index) == Some(best)).collect();
        if field.is_figure() && candidates.len() > 1 && candidates.iter().any(|index| evidence.holds_numbers(*index)) {
            // A column of words under the name of a figure (“Đạt”, “Không đạt”) is no second claim.
            candidates.retain(|index| evidence.holds_numbers(*index));
        }
        if field == Field::Unit && best < Match::Answered {
            // Whatever their headers are, the column that holds the names of units is theirs.
            let claimed: Vec<usize> = (0..claims.len()).filter(|index| claimed(*index).is_some()).collect();
            let named =
                |row: &Row, index: usize| row.cells.get(index).filter(|cell| is_unit(cell)).map(|cell| fold(cell));
            // A district that stands in the first row of its block alone names the rows below as well, whose offices stand
            // in another column.
            let is_blank = |row: &Row, index: usize| row.cells.get(index).is_none_or(|cell| fold(cell).is_empty());
            let units = |index: usize| {
                let mut begun = false;
                let mut is_named = |row: &&Row| {
                    let own = named(row, index).is_some();
                    let beside = claimed.iter().any(|other| *other != index && !is_blank(row, *other));
                    begun = beside && (own || (begun && is_blank(row, index)));
                    own || begun
                };
                body.iter().filter(|row| is_named(row)).count()
            };
            // Of those that hold as many, the one that tells them apart: a district stands before each of its communes, and
            // today's communes bear the names of former districts. Then the surest header's; of those the first.
            let distinct =
                |index: usize| body.iter().filter_map(|row| named(row, index)).collect::<Set<String>>().len();
            let apart = |index: usize| if of_dossiers { 0 } else { distinct(index) };
            let most = claimed
                .iter()
                .rev()
                .max_by_key(|index| (units(**index), apart(**index), claims[**index].map(|(_, surely)| surely)));
            let taken = most.copied().unwrap_or(candidates[0]);
            meanings[taken] = Some(field);
            // Where each row of a list names two units, an officer should know whose the dossiers are.
            let differs = |row: &&Row, other: usize| {
                named(row, other).zip(named(row, taken)).is_some_and(|(other, taken)| other != taken)
            };
            let others = claimed.iter().copied().filter(|other| *other != taken);
            let left: Vec<usize> = others.filter(|other| body.iter().any(|row| differs(&row, *other))).collect();
            if of_dossiers && !left.is_empty() {
                alike.push(Alike { field, taken: vec![taken], left });
            }
            continue;
        }
        match candidates.as_slice() {
            [only] if best > Match::Weak => meanings[*only] = Some(field),
            // These stand in several columns by nature.
            several if matches!(field, Field::OtherPoints | Field::Personal | Field::Paper | Field::Verdict) => {
                for index in several {
                    meanings[*index] = Some(field);
                }
            }
            _ if field.is_figure() => unsure.push(Unsure { field, candidates }),
            _ => meanings[candidates[0]] = Some(field),
        }
    }
    (meanings, unsure, alike)
}

/// The columns of a list that claim a meaning, whatever their surety; what an officer has said outweighs every name.
fn claimed_alike(field: Field, claims: &[Claim]) -> Vec<usize> {
    let of = |wanted: fn(Match) -> bool| {
        let fits = |index: &usize| claims[*index].is_some_and(|(claimed, surely)| claimed == field && wanted(surely));
        (0..claims.len()).filter(fits).collect::<Vec<_>>()
    };
    let answered = of(|surely| surely == Match::Answered);
    if answered.is_empty() { of(|_| true) } else { answered }
}

/// A note belongs to the nearest judged figure on its left.
pub(super) fn place_notes(claims: &[Claim], meanings: &mut [Option<Field>]) {
    let mut note = None;
    for index in 0..meanings.len() {
        match meanings[index] {
            Some(Field::GroupPercent | Field::GroupPoints) => note = Some(Field::PercentNote),
            Some(Field::CertifiedCopies) => note = Some(Field::CopiesNote),
            Some(field) if field.is_figure() => note = None,
            _ => {}
        }
        if claims[index].is_some_and(|(field, _)| field.is_note())
            && let Some(note) = note
            && !meanings.contains(&Some(note))
        {
            meanings[index] = Some(note);
        }
    }
}
