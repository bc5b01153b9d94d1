//! Percentages below a header that does not say of what: `Kết quả (%)`, `Đạt`, `%`, none at all.

use super::Field;
use super::evidence::Evidence;
use super::fields::Match;
use super::header::Header;
use super::recognise::Claim;

/// Headers that name a figure and not what it is one of.
const BARE: [&str; 11] = [
    "",
    "ket qua",
    "ket qua dat",
    "ket qua dat duoc",
    "ket qua thuc hien",
    "dat",
    "dat duoc",
    "muc dat",
    "chi so",
    "gia tri",
    "phan tram",
];

/// Lets such a column claim the group's percentage weakly, so that an officer is asked: in a table that gives nothing else the
/// group is ranked by.
pub(super) fn claim_bare_rates(headers: &[Header], claims: &mut [Claim], evidence: &Evidence<'_>) {
    let is_other = |field: Field| field.is_figure() && field != Field::CertifiedCopies;
    if claims.iter().flatten().any(|(field, _)| is_other(*field)) {
        return;
    }
    for (index, header) in headers.iter().enumerate() {
        let is_free = claims[index].is_none_or(|(field, _)| field == Field::Verdict);
        let are_rates = || evidence.are_percentages(index) || evidence.are_above_all_points(index);
        if is_free && BARE.contains(&header.path.as_str()) && are_rates() {
            claims[index] = Some((Field::GroupPercent, Match::Weak));
        }
    }
}
