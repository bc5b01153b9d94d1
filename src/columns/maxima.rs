//! The most points that a table prints, in the header of a column of points or in a column beside it: where they are not
//! those of the decision, its points mean another share.

use super::ColumnMap;
use super::Field;
use super::evidence::Evidence;
use super::header::Header;
use crate::domain::Aspect;
use crate::domain::Decimal;
use crate::domain::Place;
use crate::intake::Row;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::fold;
use crate::text::numbers::print_decimal;

/// Tells of printed maxima that are not those the points are counted by.
pub(super) fn tell_maxima(map: &ColumnMap, body: &[Row], file: &Place, notices: &mut Notices) {
    if map.is_of_dossiers() {
        return;
    }
    let evidence = Evidence::new(body);
    for (at, header) in map.headers.iter().enumerate() {
        let (most, printed) = match map.meaning(at) {
            Some(field) => (most(field), said(header).map(Decimal::whole)),
            None if header.has_words("toi da") || header.has_words("maxscore") => {
                (most_beside(map, at), evidence.mostly(at))
            }
            None => continue,
        };
        if let (Some(most), Some(printed)) = (most.map(Decimal::whole), printed)
            && printed != most
        {
            let found = format!("{}: {} ≠ {}", header.text, print_decimal(printed), print_decimal(most));
            notices.add(NoticeCode::MaximumDiffers, &file.cell(map.header_row, header.column), &found);
        }
    }
}

/// The most points that a header says: `tối đa 20 điểm`, `(20 điểm)`. Those of the group and of the whole index may stand
/// above a part.
fn said(header: &Header) -> Option<i32> {
    let number = |words: &str| {
        let mut words = words.split(' ');
        let (first, next) = (words.next()?, words.next());
        let bare = first.strip_suffix('d');
        Some((bare.unwrap_or(first).parse::<i32>().ok()?, bare.is_some() || matches!(next, Some("diem" | "d"))))
    };
    let most = header.path.rsplit_once("toi da ").and_then(|(_, behind)| number(behind));
    let within =
        || header.text.rsplit_once('(').and_then(|(_, behind)| number(&fold(behind))).filter(|(_, said)| *said);
    let (most, _) = most.or_else(within)?;
    Some(most).filter(|most| !(matches!(most, 22 | 100) && header.text.contains(" / ")))
}

/// The most points of a column of points.
fn most(field: Field) -> Option<i32> {
    match field {
        Field::GroupPoints => Some(22),
        Field::Component(component, Aspect::Points) => Some(component.max_points()),
        _ => None,
    }
}

/// The most points of what a column of maxima stands beside: of the component below the same parent, without parents of
/// the only column of points there is.
fn most_beside(map: &ColumnMap, at: usize) -> Option<i32> {
    let parent = |at: usize| map.headers[at].text.rsplit_once(" / ").map(|(parent, _)| parent);
    let own = parent(at);
    let is_points = |field: Field| {
        most(field).is_some() || matches!(field, Field::OtherPoints | Field::ProgressPoints | Field::TotalPoints)
    };
    let mut beside = map.figures().filter(|(other, field)| is_points(*field) && parent(*other) == own);
    let (_, field) = beside.next()?;
    most(field).filter(|_| beside.next().is_none())
}
