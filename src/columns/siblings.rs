//! Columns below one parent: what one of them says tells what another means. “Tổng số” beside “Số HS đạt” is the whole that
//! the parent's count is a part of, and alone it is that count.

use super::Field;
use super::evidence::Evidence;
use super::fields::Match;
use super::fields::Scope;
use super::fields::aspect_of;
use super::fields::is_all;
use super::fields::is_month;
use super::fields::is_of_another_time;
use super::fields::is_time;
use super::fields::named_by;
use super::header::Header;
use super::recognise::Claim;
use crate::domain::Aspect;
use crate::domain::Component;
use crate::text::fold;

/// No parent of the field has more children; damage has.
const WIDEST: usize = 30;

/// The headers as they are meant: a child that stands alone below its parent, and says only of when its figure is or that it is
/// the result, leaves it the parent's.
pub(super) fn by_their_parents(headers: &[Header]) -> Vec<Header> {
    let is_below = |header: Option<&Header>, parent: &str| {
        header.and_then(|header| header.text.strip_prefix(parent)).is_some_and(|rest| rest.starts_with(PART))
    };
    let meant = |at: usize| {
        let header = &headers[at];
        let (parent, _) = header.text.rsplit_once(PART)?;
        let path = header.path.strip_suffix(header.key.as_str())?.trim_end();
        let beside = [at.checked_sub(1).and_then(|left| headers.get(left)), headers.get(at + 1)];
        if path.is_empty() || beside.into_iter().any(|beside| is_below(beside, parent)) {
            return None;
        }
        if !says_no_more(header) {
            return copies_in_one(header);
        }
        let key = fold(parent.rsplit(PART).next().unwrap_or(parent));
        let key = if path.ends_with(&key) { key } else { path.to_owned() };
        Some(Header { key, path: path.to_owned(), ..header.clone() })
    };
    (0..headers.len()).map(|at| meant(at).unwrap_or_else(|| headers[at].clone())).collect()
}

/// The header of certified copies whose one child says what cards do not know, as if it stood in one cell: “Chứng thực điện tử /
/// Trên Cổng DVC quốc gia”. What counts the copies themselves counts no dossiers.
fn copies_in_one(header: &Header) -> Option<Header> {
    let in_one = Header { key: header.path.clone(), ..header.clone() };
    let counts_copies =
        header.key.contains("ban sao") && ["so ", "tong "].iter().any(|front| header.key.starts_with(front));
    let is_of_copies = || named_by(&in_one, Scope::Any).is_some_and(|(field, _)| field == Field::CertifiedCopies);
    (!counts_copies && named_by(header, Scope::Any).is_none() && is_of_copies()).then_some(in_one)
}

/// What parts the rows of a header in its text.
const PART: &str = " / ";

/// Whether a child says nothing of its own but a time, that it is the result, or in what it is counted.
fn says_no_more(header: &Header) -> bool {
    const RESULT: [&str; 7] =
        ["ket qua", "kq", "ket qua thuc hien", "ket qua dat duoc", "thuc hien", "da thuc hien", "so lieu"];
    let key = header.key.as_str();
    let when = ["ket qua ", "so lieu "].iter().find_map(|front| key.strip_prefix(front)).unwrap_or(key);
    let measures = ["dvt", "don vi tinh"].iter().any(|words| key.starts_with(words));
    (RESULT.contains(&key) || is_time(when) || is_month(when) || measures) && !is_of_another_time(header)
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_alone_below_its_parent_may_leave_it_what_it_is() {
        #[track_caller]
        fn case(rows: [&str; 2], expected: &[&str]) {
            let rows = rows.map(|row| row.split('|').map(str::to_owned).collect::<Vec<_>>());
            let meant = by_their_parents(&Header::of_rows(&[&rows[0], &rows[1]]));
            let said = |header: &Header| match named_by(header, Scope::Units) {
                Some((field, surely)) if surely > Match::Weak => field.code(),
                Some(_) => "?",
                None => "-",
            };
            assert_eq!(meant.iter().map(said).collect::<Vec<_>>(), expected, "{rows:?}");
        }
        let parents = "Đơn vị|Tỷ lệ số hóa hồ sơ|Chứng thực điện tử";
        let both = ["unit", "group_percent", "certified_copies"];
        case([parents, "|Kết quả|Kết quả thực hiện"], &both);
        case([parents, "|Tháng 6/2023|Lũy kế"], &both);
        case([parents, "|6 tháng đầu năm 2023|Từ 01/01/2020 đến ngày 05/6/2023"], &both);
        case([parents, "|Số liệu tháng 6|ĐVT: hồ sơ"], &both);
        case([parents, "|Đạt được|Trên Cổng DVC quốc gia"], &both);
        case([parents, "|Kỳ trước|Tháng trước"], &["unit", "-", "-"]);
        case([parents, "|Mục tiêu|Kế hoạch tháng 6/2023"], &["unit", "-", "-"]);
        case([parents, "|Chưa số hóa|Đang xử lý"], &["unit", "-", "-"]);
        case([parents, "|Mục tiêu|Tổng số bản sao"], &["unit", "-", "-"]);
        // Beside another child either may be meant.
        case(["Đơn vị|Chứng thực điện tử|", "|Tháng 6/2023|Lũy kế"], &["unit", "?", "?"]);
    }
}
