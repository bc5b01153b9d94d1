//! A column of units whose header says nothing of them, or names persons: the names in its cells prove it.

use super::Field;
use super::dossiers::is_office;
use super::fields::Match;
use super::header::Header;
use super::recognise::Claim;
use crate::intake::Row;
use crate::text::fold;
use crate::text::tidy;

/// Claims the column whose cells are mostly units of the catalogue, where no header names one. In a list of dossiers, whose
/// columns may say where somebody lives, they must be called offices as well.
pub(super) fn units_by_cells(
    headers: &[Header],
    claims: &mut [Claim],
    body: &[Row],
    of_dossiers: bool,
    is_unit: &dyn Fn(&str) -> bool,
) {
    let is_known = |field: Field| matches!(field, Field::Unit | Field::UnitCode);
    if claims.iter().flatten().any(|(field, _)| is_known(*field)) {
        return;
    }
    let is_office = |cell: &str| {
        let name = fold(cell);
        ["ubnd ", "uy ban nhan dan "].iter().any(|office| name.starts_with(office))
    };
    let most_units = |at: usize| {
        let cells = || body.iter().filter_map(|row| row.cells.get(at)).filter(|cell| !tidy(cell).is_empty());
        let units = cells().filter(|cell| is_unit(cell) && (!of_dossiers || is_office(cell))).count();
        (units * 2 > cells().count()).then_some(units)
    };
    let free = (0..headers.len()).filter(|at| claims[*at].is_none());
    // Of columns that name as many the first.
    let most = free.filter_map(|at| Some((most_units(at)?, std::cmp::Reverse(at)))).max();
    if let Some((units, std::cmp::Reverse(at))) = most
        && units > 0
    {
        claims[at] = Some((Field::Unit, Match::Strong));
    }
}

/// Claims the column of persons for the units, and theirs for persons, where most under the first are units and hardly any under
/// the other is: two headers of a list that stand over each other's cells.
pub(super) fn units_among_persons(claims: &mut [Claim], body: &[Row], is_unit: &dyn Fn(&str) -> bool) {
    let share = |at: usize, says: &dyn Fn(&str) -> bool| {
        let cells = || body.iter().filter_map(|row| row.cells.get(at)).filter(|cell| !tidy(cell).is_empty());
        (cells().filter(|cell| says(cell)).count() * 4, cells().count())
    };
    let claimed = |field: Field| {
        let is_claimed =
            move |claim: &Claim| claim.is_some_and(|(own, surely)| own == field && surely != Match::Answered);
        claims.iter().enumerate().filter(move |(_, claim)| is_claimed(claim)).map(|(at, _)| at)
    };
    let is_bare = |at: &usize| {
        let (offices, filled) = share(*at, &|cell| is_unit(cell) || is_office(cell));
        filled > 0 && offices < filled
    };
    let is_of_units = |at: &usize| {
        let (units, filled) = share(*at, &|cell| is_unit(cell) && is_office(cell));
        units > filled * 3
    };
    let turned = claimed(Field::Unit).find(is_bare).zip(claimed(Field::Personal).find(is_of_units));
    if let Some((own, other)) = turned {
        claims.swap(own, other);
    }
}
