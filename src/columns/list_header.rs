//! A header that stands again within a list of dossiers: pages of several exports put one below the other.

use super::ColumnMap;
use super::Field;
use super::Header;
use super::RowKind;
use super::body::Body;
use super::dossiers::is_code;
use super::dossiers::text_of_label;
use super::fields::Scope;
use super::fields::named_by;
use super::header_rows::header_weight;
use super::line::Line;
use super::line::is_number;
use super::rows::text_of;
use crate::domain::Period;
use crate::domain::Place;
use crate::intake::Row;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::moment;
use crate::text::period;

/// The place of a column that a list lacks below.
const NOWHERE: usize = usize::MAX;

/// Tiêu đề khác: what a header within a list makes of the rows below it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Below {
    /// The same columns in another order, or without some that are not read: for each of ours the place where it stands below,
    /// or [`NOWHERE`].
    Turned(Vec<usize>),
    /// Other columns.
    OtherTable,
}

impl Below {
    /// What this row makes of those below it; `None` where it is no header or names each column as ours does.
    fn of(row: &Row, map: &ColumnMap, is_unit: &dyn Fn(&str) -> bool) -> Option<Self> {
        // Remarks fill one cell, and a dossier is told by its first cells.
        let filled = row.cells.iter().filter(|cell| !cell.is_empty()).take(2).count();
        let is_data = |cell: &String| is_code(cell) || moment(cell).is_some();
        if filled < 2 || row.cells.iter().any(is_data) || header_weight(&row.cells) < 2 {
            return None;
        }
        // “Đơn vị | UBND huyện Bắc Hà | Số hồ sơ | 23” says something of a unit.
        if row.cells.iter().any(|cell| is_number(cell) || is_unit(cell)) {
            return None;
        }
        let headers = Header::of_row(&row.cells);
        let named = |header: &Header| {
            let named = named_by(header, Scope::Dossiers).or_else(|| named_by(header, Scope::Units));
            named.map(|(field, _)| field)
        };
        let tells_rows = |header: &Header| matches!(named(header), Some(Field::Unit | Field::DossierCode));
        if !headers.iter().any(tells_rows) || Line::new(row, map).is_header_again() {
            return None;
        }
        let keys = |headers: &[Header]| headers.iter().map(|header| header.key.clone()).collect::<Vec<String>>();
        let (ours, theirs) = (keys(&map.headers), keys(&headers));
        let is_read = |field: Field| {
            let is_looked_at = matches!(field, Field::DueAt | Field::Procedure | Field::Sector | Field::Channel);
            field == Field::Unit || field.is_of_dossier() && !is_looked_at
        };
        let place = |at: usize| {
            // Of headers alike the first is the first.
            let nth = ours[..at].iter().filter(|key| **key == ours[at]).count();
            let place = (0..theirs.len()).filter(|other| theirs[*other] == ours[at]).nth(nth);
            place.or((!map.meaning(at).is_some_and(is_read)).then_some(NOWHERE))
        };
        let places: Option<Vec<usize>> = (0..ours.len()).map(place).collect();
        match places {
            Some(places) if places.iter().enumerate().all(|(at, place)| at == *place) => None,
            Some(places) if theirs.iter().filter(|key| !key.is_empty()).count() <= known(&places) => {
                Some(Self::Turned(places))
            }
            _ => {
                let same = |(at, header): (usize, &Header)| {
                    named(header)
                        .is_none_or(|field| map.meaning(at) == Some(field) || ours.get(at) == Some(&header.key))
                };
                (!headers.iter().enumerate().all(same)).then_some(Self::OtherTable)
            }
        }
    }
}

/// Takes a row of a list below its own header and perhaps others: gives it with its cells in the order of ours; `None` where
/// it is such a header, or stands below one of other columns.
pub(super) fn below_header(
    row: Row,
    body: &mut Body,
    is_unit: &dyn Fn(&str) -> bool,
    place: &Place,
    notices: &mut Notices,
) -> Option<Row> {
    if body.closed {
        // Under our headers nobody knows which of its cells names a person.
        body.skipped.add(RowKind::OtherTable, &Row { number: row.number, cells: Vec::new() });
        return None;
    }
    let Some(header) = Below::of(&row, &body.map, is_unit) else {
        let Some(places) = &body.turned else { return Some(row) };
        if Line::new(&row, &body.map).is_header_again() {
            body.turned = None;
            return Some(row);
        }
        if row.cells.len() < width(places) && row.cells.iter().any(|cell| is_code(cell)) {
            notices.add(NoticeCode::RowShorter, &place.row(row.number), &text_of_label(&row));
        }
        return Some(turned(row, places));
    };
    if let Some(dossiers) = &mut body.dossiers {
        dossiers.needs_above();
    }
    match header {
        Below::Turned(places) => {
            body.turned = Some(places);
            body.skipped.add(RowKind::Header, &row);
        }
        Below::OtherTable => {
            body.closed = true;
            body.skipped.add(RowKind::OtherTable, &row);
            notices.add(NoticeCode::TableBelow, &place.row(row.number), &text_of(&row));
        }
    }
    None
}

/// Notes a period that a row without a dossier names, and tells it where it is the title of another export: the header follows,
/// and the titles of the list name another one.
pub(super) fn note_period(row: &Row, kind: RowKind, body: &mut Body, place: &Place, notices: &mut Notices) {
    let named = if kind == RowKind::Header { None } else { period(&text_of(row)) };
    // A title may stand in one stretch and the header in the next: both are read in their turn.
    if let Some(dossiers) = body.dossiers.as_mut().filter(|_| named.is_some() || body.data_rows == 0) {
        dossiers.needs_above();
    }
    if kind != RowKind::Header {
        body.named_below = named.map(|named| (row.number, named, body.data_rows)).or(body.named_below.take());
        return;
    }
    let is_title = |named: &(u32, Period, usize)| named.2 == body.data_rows && Some(named.1) != body.period;
    if let (Some(own), Some((number, named, _))) = (body.period, body.named_below.take().filter(is_title)) {
        let found = format!("{} ≠ {}", named.printed(), own.printed());
        notices.add(NoticeCode::PeriodBelow, &place.row(number), &found);
    }
}

/// How many of our columns stand below.
fn known(places: &[usize]) -> usize {
    places.iter().filter(|place| **place != NOWHERE).count()
}

/// How many columns there are below.
fn width(places: &[usize]) -> usize {
    places.iter().filter(|place| **place != NOWHERE).max().map_or(0, |last| last + 1)
}

/// A row with its cells put where ours stand.
fn turned(row: Row, places: &[usize]) -> Row {
    let mut cells = row.cells;
    let mut own: Vec<String> =
        places.iter().map(|place| cells.get_mut(*place).map(std::mem::take).unwrap_or_default()).collect();
    // What stands in none of our columns stays behind them, where it is seen that a row has too many.
    own.extend(cells.into_iter().skip(width(places)));
    Row { number: row.number, cells: own }
}
