//! Two counts in one cell, `10/20`, below a header that says what both are: each is read as a column of its own, which bears
//! the number of the column they share.

use std::borrow::Cow;

use super::ColumnChoices;
use super::Field;
use super::Header;
use super::evidence::Evidence;
use super::fields::Match;
use super::fields::Scope;
use super::fields::named_by;
use super::recognise::Claim;
use super::siblings::beside_siblings;
use crate::domain::Measure;
use crate::domain::Place;
use crate::intake::Row;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::fold;
use crate::text::numbers::Cell;
use crate::text::numbers::Printed;
use crate::text::numbers::read;
use crate::text::tidy;

/// The columns whose cells hold two counts, left to right.
#[derive(Clone, Debug, Default)]
pub(super) struct Pairs(Vec<Pair>);

#[derive(Clone, Debug)]
struct Pair {
    /// Its place in the file.
    at: usize,
    /// The words of its header, which page breaks repeat.
    header: String,
    /// What the two are called.
    names: [String; 2],
}

impl Pairs {
    /// The columns that hold two counts, and the headers once they are parted. `rows` are those of the header.
    pub(super) fn of(rows: &[Row], headers: &mut Vec<Header>, body: &[Row], choices: &ColumnChoices) -> Self {
        let mut pairs = Self::default();
        let mut texts: Vec<Vec<String>> = Vec::new();
        for at in (0..headers.len()).rev() {
            let is_named = || named_by(&headers[at], Scope::Units).is_some() || headers[at].text.contains('/');
            if !is_named() || choices.of(&headers[at]).meaning.is_some() || !hold_pairs(body, at) {
                continue;
            }
            if texts.is_empty() {
                texts = rows.iter().map(|row| padded(row, headers.len())).collect();
            }
            if let Some((parted, pair)) = parted_header(&texts, at, body) {
                texts = parted;
                pairs.0.insert(0, pair);
            }
        }
        if !pairs.0.is_empty() {
            let mut columns = Vec::with_capacity(headers.len() + pairs.0.len());
            for (at, header) in headers.iter().enumerate() {
                columns.push(header.column);
                if pairs.0.iter().any(|pair| pair.at == at) {
                    columns.push(header.column);
                }
            }
            *headers = headers_of(&texts);
            headers.iter_mut().zip(columns).for_each(|(header, column)| header.column = column);
        }
        pairs
    }

    /// How many columns there are more than in the file.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// A row with its pairs parted. What is no pair stays where it stands.
    pub(super) fn parted(&self, mut row: Row) -> Row {
        for Pair { at, header, names } in self.0.iter().rev() {
            let Some(cell) = row.cells.get_mut(*at).map(std::mem::take) else { continue };
            let [part, whole] = match halves(&cell) {
                Some((part, whole)) => [part.to_owned(), whole.to_owned()],
                None if fold(&cell) == *header => names.clone(),
                None => [cell, String::new()],
            };
            row.cells[*at] = part;
            row.cells.insert(at + 1, whole);
        }
        row
    }

    /// A parted row without what is no pair among pairs, which is told: of two counts neither is half read.
    pub(super) fn without_singles(&self, mut row: Row, file: &Place, notices: &mut Notices) -> Row {
        for (before, Pair { at, .. }) in self.0.iter().enumerate() {
            let Some([single, second]) = row.cells.get_mut(at + before..at + before + 2) else { continue };
            if second.is_empty() && read(single) != Cell::Absent {
                let column = u32::try_from(at + 1).unwrap_or(u32::MAX);
                notices.add(NoticeCode::NumberUnreadable, &file.cell(row.number, column), &tidy(single));
                single.clear();
            }
        }
        row
    }

    /// The rows below the header's last with their pairs parted.
    pub(super) fn parted_below<'rows>(&self, rows: &'rows [Row], header_row: u32) -> Cow<'rows, [Row]> {
        if self.0.is_empty() {
            return Cow::Borrowed(rows);
        }
        let part = |row: &Row| if row.number > header_row { self.parted(row.clone()) } else { row.clone() };
        Cow::Owned(rows.iter().map(part).collect())
    }
}

/// The two counts of a cell.
fn halves(cell: &str) -> Option<(&str, &str)> {
    cell.split_once('/').filter(|(part, whole)| count(part).is_some() && count(whole).is_some())
}

fn count(text: &str) -> Option<u64> {
    let plain = |printed: &Printed| printed.percent_signs == 0 && !printed.negative;
    match read(text) {
        Cell::Number(printed) if plain(&printed) => printed.form.as_count(),
        _ => None,
    }
}

/// Whether most cells of a column that hold digits hold two counts.
pub(super) fn hold_pairs(body: &[Row], at: usize) -> bool {
    let (mut digits, mut pairs) = (0, 0);
    for cell in body.iter().filter_map(|row| row.cells.get(at)) {
        digits += usize::from(cell.bytes().any(|byte| byte.is_ascii_digit()));
        pairs += usize::from(cell.contains('/') && halves(cell).is_some());
    }
    pairs * 2 > digits
}

/// Whether every pair of a column is one of this whole: as likely points, or a percentage.
pub(super) fn are_of(body: &[Row], at: usize, whole: u64) -> bool {
    let wholes = body.iter().filter_map(|row| halves(row.cells.get(at)?)).map(|(_, whole)| count(whole));
    wholes.into_iter().all(|own| own == Some(whole))
}

/// Whether a header of one row names two counts, and no figure as a whole.
pub(super) fn names_two(header: &Header) -> bool {
    named_in(&header.text).is_some() && parted_header(&[vec![header.text.clone()]], 0, &[]).is_some()
}

fn padded(row: &Row, width: usize) -> Vec<String> {
    let cell = |at: usize| row.cells.get(at).map(|cell| tidy(cell).into_owned()).unwrap_or_default();
    (0..width).map(cell).collect()
}

fn headers_of(texts: &[Vec<String>]) -> Vec<Header> {
    Header::of_rows(&texts.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

/// The rows of a header in which a column has become two, where it says what both count.
fn parted_header(texts: &[Vec<String>], at: usize, body: &[Row]) -> Option<(Vec<Vec<String>>, Pair)> {
    let own = texts.iter().rev().map(|row| row[at].as_str()).find(|text| !text.is_empty())?;
    let named = named_in(own);
    // A component's name says that the one is a part of the other.
    let ways = named.into_iter().chain([("Tử số", "Mẫu số")]);
    ways.into_iter().find_map(|(part, whole)| {
        let mut parted = texts.to_vec();
        for row in &mut parted {
            let again = if row[at] == own { own.to_owned() } else { String::new() };
            row.insert(at + 1, again);
        }
        let mut below = vec![String::new(); parted[0].len()];
        (below[at], below[at + 1]) = (part.to_owned(), whole.to_owned());
        parted.push(below);
        let pair = || Pair { at, header: fold(own), names: [part.to_owned(), whole.to_owned()] };
        says_both(&headers_of(&parted)[at..at + 2], body, at).then(|| (parted, pair()))
    })
}

/// The two names in a header, `Đã số hóa/Tiếp nhận` or `Số hóa kết quả (đã số hóa/đã giải quyết)`.
fn named_in(text: &str) -> Option<(&str, &str)> {
    let (part, whole) = text.split_once('/').filter(|(_, whole)| !whole.contains('/'))?;
    let part = part.rsplit_once('(').filter(|_| whole.contains(')')).map_or(part, |(_, within)| within);
    let whole = if part.contains('(') { whole } else { whole.trim_end_matches(')') };
    Some((part.trim(), whole.trim())).filter(|(part, whole)| !fold(part).is_empty() && !fold(whole).is_empty())
}

/// Whether two headers surely name two counts.
fn says_both(headers: &[Header], body: &[Row], at: usize) -> bool {
    let mut claims: Vec<Claim> = headers.iter().map(|header| named_by(header, Scope::Units)).collect();
    beside_siblings(headers, &mut claims, &Evidence::new(&[]));
    let count = |claim: &Claim| {
        claim.filter(|(field, surely)| *surely > Match::Weak && field.measure() == Some(Measure::Count))
    };
    match (claims.first().and_then(count), claims.get(1).and_then(count)) {
        (Some((part, _)), Some((whole, _))) => {
            let are_points = match part {
                Field::Component(component, _) => {
                    u64::try_from(component.max_points()).is_ok_and(|most| are_of(body, at, most))
                }
                _ => false,
            };
            part != whole && !are_points
        }
        _ => false,
    }
}
