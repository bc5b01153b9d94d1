//! What a table as a whole says of certified copies: its title, the columns beside them, whether they are electronic at all.

use super::Field;
use super::decide::Titled;
use super::evidence::Evidence;
use super::fields::Match;
use super::header::Header;
use super::labels::about_copies;
use super::labels::names_electronic;
use super::recognise::Claim;
use crate::domain::Aspect;
use crate::domain::Component;

/// Children that only say that dossiers are counted.
const COUNTS: [&str; 8] =
    ["so ho so", "so hs", "so luong", "tong so", "ket qua", "ket qua thuc hien", "thuc hien", "da thuc hien"];

/// Names of all certified copies, those on paper among them.
const PAPER: [&str; 2] = ["ban sao", "ho so chung thuc"];

/// Reads a table that is titled as of certified copies: it counts what was completed, and its other counts are not those of
/// digitised dossiers. A column of its own under that name says so better than any neighbour.
pub(super) fn below_their_title(headers: &[Header], claims: &mut [Claim], evidence: &Evidence<'_>, titled: Titled) {
    let has_own = headers.iter().any(|header| header.has_words("chung thuc"));
    let of_copies = !has_own && (titled.copies || headers.iter().any(|header| about_copies(&header.text)));
    // Below a title of copies “Tỷ lệ (%)” alone is theirs.
    let is_bare = |at: usize| {
        titled.copies
            && matches!(claims[at], Some((Field::GroupPercent, Match::Weak)))
            && !headers[at].path.contains("so hoa")
    };
    let bare: Vec<usize> = (0..claims.len()).filter(|at| is_bare(*at)).collect();
    let is_of_digitised = |at: usize| {
        let field = claims[at].map(|(field, _)| field);
        !bare.contains(&at)
            && matches!(
                field,
                Some(
                    Field::CertifiedCopies
                        | Field::GroupPercent
                        | Field::GroupPoints
                        | Field::ReceivedDigitised
                        | Field::CompletedEResult
                )
            )
    };
    if !of_copies || (0..claims.len()).any(is_of_digitised) {
        return;
    }
    for claim in claims.iter_mut() {
        match claim {
            Some((field @ Field::Completed, _)) => *field = Field::CertifiedCopies,
            Some((Field::Received, _)) => *claim = None,
            _ => {}
        }
    }
    // Without a word of the end an officer has to say what was counted.
    let is_known = claims.iter().flatten().any(|(field, _)| *field == Field::CertifiedCopies);
    let counts = |at: usize| COUNTS.contains(&headers[at].key.as_str()) && evidence.holds_numbers(at);
    if !is_known {
        for at in (0..claims.len()).filter(|at| counts(*at)) {
            claims[at] = claims[at].or(Some((Field::CertifiedCopies, Match::Weak)));
        }
    }
    if claims.iter().flatten().any(|(field, _)| *field == Field::CertifiedCopies) {
        for at in bare {
            claims[at] = None;
        }
    }
}

/// Doubts the certified copies of a table: among the components, none more than two, they are the points of the one that asks
/// for the service; beside signatures that are certified they may be copies on paper.
pub(super) fn doubt(headers: &[Header], claims: &mut [Claim], evidence: &Evidence<'_>, titled: Titled) {
    let has_points = claims.iter().any(|claim| matches!(claim, Some((Field::Component(_, Aspect::Points), _))));
    let beside_signatures = headers.iter().any(|header| header.has_words("chung thuc chu ky"));
    for index in 0..claims.len() {
        let Some((Field::CertifiedCopies, surely @ (Match::Weak | Match::Strong | Match::Exact))) = claims[index]
        else {
            continue;
        };
        let is_small = evidence.holds_numbers(index) && evidence.are_at_most(index, Component::C.max_points());
        if has_points && is_small && !headers[index].has_words("so luong") {
            claims[index] = Some((Field::Component(Component::C, Aspect::Points), surely));
        } else if beside_signatures && !headers[index].has_words("dien tu") {
            claims[index] = Some((Field::CertifiedCopies, Match::Weak));
        }
    }
    doubt_paper(headers, claims, titled);
}

/// Of columns of certified copies those are meant that say that they are electronic. Where nothing in the table says so
/// “Chứng thực bản sao” and “Hồ sơ chứng thực” may be those on paper, of which there are many times as many, and an officer is
/// asked. Offices call the electronic ones “Chứng thực” for short.
fn doubt_paper(headers: &[Header], claims: &mut [Claim], titled: Titled) {
    let of_copies = |at: &usize| {
        matches!(claims[*at], Some((Field::CertifiedCopies, surely)) if surely < Match::Answered)
            && (headers[*at].path.contains("chung thuc") || headers[*at].path.contains("ban sao"))
    };
    let is_electronic = |at: &usize| names_electronic(&headers[*at].path);
    let (electronic, others): (Vec<usize>, Vec<usize>) = (0..claims.len()).filter(of_copies).partition(is_electronic);
    let says_so = titled.electronic || headers.iter().any(|header| names_electronic(&header.path));
    for at in others {
        let path = &headers[at].path;
        if !electronic.is_empty() {
            claims[at] = None;
        } else if !says_so && PAPER.iter().any(|words| path.contains(words)) && !path.starts_with("so luong chung thuc")
        {
            claims[at] = Some((Field::CertifiedCopies, Match::Weak));
        }
    }
    // “Trong đó” is a part of what stands before it.
    if let [only] = electronic[..]
        && only > 0
        && headers[only].path.starts_with("trong do ")
        && headers[..only].iter().any(|header| header.has_words("chung thuc"))
    {
        claims[only] = Some((Field::CertifiedCopies, Match::Strong));
    }
}
