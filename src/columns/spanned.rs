//! Headers that stand over several columns: the text of merged cells is kept in the first of them, and what it says may stand
//! below another.

use super::Field;
use super::evidence::Evidence;
use super::fields::Match;
use super::fields::Scope;
use super::fields::named_by;
use super::header::Header;
use super::recognise::Claim;
use crate::intake::Row;
use crate::text::tidy;

/// Puts a header over the column that holds what it says: the one right of it without a text, where its own is empty, or
/// where units stand there alone.
pub(super) fn over_their_cells(mut headers: Vec<Header>, body: &[Row], is_unit: &dyn Fn(&str) -> bool) -> Vec<Header> {
    let any =
        |at: usize, says: &dyn Fn(&str) -> bool| body.iter().filter_map(|row| row.cells.get(at)).any(|cell| says(cell));
    for at in 1..headers.len() {
        let (left, right) = (&headers[at - 1], &headers[at]);
        if left.text.is_empty() || !right.text.is_empty() {
            continue;
        }
        let filled = |cell: &str| !tidy(cell).is_empty();
        let of_units = || named_by(left, Scope::Any).is_some_and(|(field, _)| field == Field::Unit);
        let beside = !any(at - 1, &filled) && any(at, &filled);
        if beside || (of_units() && !any(at - 1, is_unit) && any(at, is_unit)) {
            headers.swap(at - 1, at);
            let columns = (headers[at].column, headers[at - 1].column);
            (headers[at - 1].column, headers[at].column) = columns;
            headers[at - 1].name = Header::place(columns.0);
        }
    }
    headers
}

/// Doubts a judged figure whose header stands over another column of numbers as well, which has none of its own: the two may
/// be of two months, and which is meant only an officer knows.
pub(super) fn doubt_spanned(headers: &[Header], claims: &mut [Claim], evidence: &Evidence<'_>) {
    const JUDGED: [Field; 3] = [Field::GroupPercent, Field::GroupPoints, Field::CertifiedCopies];
    for at in 1..headers.len() {
        let Some((field, surely)) = claims[at - 1].filter(|(field, _)| JUDGED.contains(field)) else { continue };
        let is_nameless = headers[at].text.is_empty() && claims[at].is_none();
        if surely < Match::Answered && is_nameless && evidence.is_mostly_filled(at) && evidence.are_numbers(at) {
            claims[at - 1] = Some((field, Match::Weak));
            claims[at] = Some((field, Match::Weak));
        }
    }
}
