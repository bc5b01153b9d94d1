//! Columns below one parent: what one of them says tells what another means. “Tổng số” beside “Số HS đạt” is the whole that
//! the parent's count is a part of, and alone it is that count.

use super::Field;
use super::evidence::Evidence;
use super::fields::Match;
use super::fields::aspect_of;
use super::fields::is_all;
use super::header::Header;
use super::recognise::Claim;
use crate::domain::Aspect;
use crate::domain::Component;

/// No parent of the field has more children; damage has.
const WIDEST: usize = 30;

/// Lets the columns beside a column, below the same parent, say what it means.
pub(super) fn beside_siblings(headers: &[Header], claims: &mut [Claim], evidence: &Evidence<'_>) {
    // “Trong đó” is no parent of its own: what is part of a count stands beside it.
    let parent = |at: usize| {
        let Header { path, key, .. } = &headers[at];
        path.strip_suffix(key.as_str()).map(str::trim).filter(|parent| !parent.is_empty())
    };
    let mut first = 0;
    while first < headers.len() {
        let mut end = first + 1;
        while end < headers.len() && parent(first).is_some() && parent(end) == parent(first) {
            end += 1;
        }
        if (2..=WIDEST).contains(&(end - first)) {
            below_one_parent(headers, claims, evidence, first..end);
        }
        first = end;
    }
}

fn is_of(claim: Claim, field: Field) -> bool {
    claim.is_some_and(|(claimed, _)| claimed == field)
}

fn below_one_parent(headers: &[Header], claims: &mut [Claim], evidence: &Evidence<'_>, family: std::ops::Range<usize>) {
    // Points below the name of certified copies: so all that stands there is of the component that asks for the service.
    let of_service = |at: usize| is_of(claims[at], Field::Component(Component::C, Aspect::Points));
    if family.clone().any(of_service) {
        for at in family.clone() {
            if claims[at].is_none() || is_of(claims[at], Field::CertifiedCopies) {
                let aspect = aspect_of(&headers[at].key);
                claims[at] = aspect.map(|aspect| (Field::Component(Component::C, aspect), Match::Strong));
            }
        }
    }
    let others = |at: usize| family.clone().filter(move |other| *other != at);
    for at in family.clone() {
        let Some((field, surely)) = claims[at].filter(|(_, surely)| *surely < Match::Answered) else { continue };
        let claimed = |field: Field| others(at).find(|other| is_of(claims[*other], field));
        if is_all(&headers[at].key) {
            if let Some(whole) = whole_of(field) {
                let reached = others(at).find(|other| counts_reached(&headers[*other])).or_else(|| claimed(field));
                let rate = others(at).find(|other| headers[*other].says_percent());
                if let Some(reached) = reached {
                    let is_known = claims.iter().any(|claim| is_of(*claim, whole));
                    claims[at] = (!is_known).then_some((whole, Match::Strong));
                    claims[reached] = Some((field, Match::Strong));
                } else if rate.is_some_and(|rate| !evidence.is_rate_of(rate, at)) {
                    // The rate is one of this count, or one that it is a part of.
                    claims[at] = Some((field, Match::Weak));
                }
            } else if field == Field::Received && others(at).any(|other| carries_over(&headers[other])) {
                claims[at] = claimed(field).is_none().then_some((field, Match::Weak));
            }
        } else if surely == Match::Weak && matches!(field, Field::ReceivedDigitised | Field::CompletedEResult) {
            // “Đã số hóa” beside what was received, or beside what was completed.
            match (claimed(Field::Received), claimed(Field::Completed)) {
                (Some(_), None) => claims[at] = Some((Field::ReceivedDigitised, Match::Strong)),
                (None, Some(_)) => claims[at] = Some((Field::CompletedEResult, Match::Strong)),
                // Of what, where results have a column of their own, an officer has to say.
                (Some(_), Some(_)) if field == Field::CompletedEResult && is_known(claims, field) => {
                    claims[at] = Some((Field::ReceivedDigitised, Match::Weak));
                }
                _ => {}
            }
        }
    }
    for at in family.clone() {
        let is_rate = is_of(claims[at], Field::GroupPercent) && is_bare_rate(&headers[at]);
        let beside = |field: Field| is_known(&claims[family.clone()], field);
        if is_rate && beside(Field::ReceivedDigitised) {
            claims[at] = Some((Field::ReceivedRate, Match::Strong));
        } else if is_rate && headers[at].has_words("ket qua") && beside(Field::CompletedEResult) {
            claims[at] = Some((Field::CompletedRate, Match::Strong));
        }
    }
}

/// Whether a column surely holds this.
fn is_known(claims: &[Claim], field: Field) -> bool {
    claims.iter().flatten().any(|(claimed, surely)| *claimed == field && *surely > Match::Weak)
}

/// The count that a count is a part of.
fn whole_of(field: Field) -> Option<Field> {
    match field {
        Field::ReceivedDigitised | Field::ReceivedPlain | Field::Both | Field::Reused | Field::FromStore => {
            Some(Field::Received)
        }
        Field::CompletedEResult | Field::CompletedPlain => Some(Field::Completed),
        _ => None,
    }
}

/// Whether a child counts what reached its parent's name, beside all there are.
fn counts_reached(header: &Header) -> bool {
    const REACHED: [&str; 9] =
        ["dat", "so dat", "so luong dat", "so ho so dat", "so hs dat", "so luot", "so luong", "da so hoa", "co so hoa"];
    REACHED.contains(&header.key.as_str())
}

/// Whether a child counts what was not received now.
fn carries_over(header: &Header) -> bool {
    ["chuyen sang", "ky truoc", "ton"].iter().any(|words| header.has_words(words))
}

/// Whether a child says only that it is a rate.
fn is_bare_rate(header: &Header) -> bool {
    ["", "ty le", "tl", "ty le dat", "ty le phan tram", "ty le so hoa"].contains(&header.key.as_str())
}
