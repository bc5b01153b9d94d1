//! Columns that are not read though their headers speak of what is counted here: an officer should know, since a figure may
//! be missing because of it.

use super::ColumnMap;
use super::Field;
use super::evidence::Evidence;
use super::fields::Scope;
use super::fields::is_of_another_time;
use super::fields::named_by;
use super::header::Header;
use crate::intake::Row;
use crate::text::tidy;

/// Words of headers in a table of units.
const OF_UNITS: [&str; 5] = ["so hoa", "shhs", "mdsh", "tphs", "ket qua dien tu"];

/// The same where no column counts certified copies.
const OF_COPIES: [&str; 2] = ["chung thuc", "ctdt"];

/// Words of what is the same for all units.
const OF_ALL: [&str; 3] = ["toi da", "maxscore", "trong so"];

/// Words of headers in a list, each with the columns that would be read in their place.
const OF_DOSSIERS: [(&str, &[Field]); 8] = [
    ("trang thai", &[Field::Status]),
    ("tinh trang", &[Field::Status]),
    ("ngay tiep nhan", &[Field::ReceivedAt]),
    ("ngay nop", &[Field::ReceivedAt]),
    ("so hoa", &[Field::PapersDigitised, Field::EResult]),
    ("ket qua dien tu", &[Field::EResult]),
    ("tai su dung", &[Field::ReuseFlag]),
    ("su dung lai", &[Field::ReuseFlag]),
];

/// The columns that are not used, left to right.
pub(super) fn unused<'map>(map: &'map ColumnMap, body: &[Row]) -> Vec<&'map Header> {
    let evidence = Evidence::new(body);
    let is_filled = |at: usize| body.iter().filter_map(|row| row.cells.get(at)).any(|cell| !tidy(cell).is_empty());
    let left = map.alike.iter().flat_map(|columns| &columns.left);
    let is_told = |at: usize| left.clone().any(|other| *other == at);
    let speaks = |at: usize, header: &Header| {
        if map.is_of_dossiers() {
            let lacks = |fields: &[Field]| fields.iter().any(|field| map.index(*field).is_none());
            OF_DOSSIERS.iter().any(|(words, fields)| header.has_words(words) && lacks(fields)) && is_filled(at)
        } else {
            let has = |words: &[&str]| words.iter().any(|words| header.has_words(words));
            let lacks_copies = || map.index(Field::CertifiedCopies).is_none();
            let speaks = has(&OF_UNITS) || (has(&OF_COPIES) && lacks_copies());
            speaks && !has(&OF_ALL) && evidence.holds_numbers(at)
        }
    };
    // A second column of a figure whose column is known was left on purpose.
    let scope = if map.is_of_dossiers() { Scope::Dossiers } else { Scope::Units };
    let is_taken = |header: &Header| named_by(header, scope).is_some_and(|(field, _)| map.index(field).is_some());
    let unused = |(at, header): &(usize, &Header)| {
        map.meaning(*at).is_none()
            && !map.is_candidate(*at)
            && !is_told(*at)
            && !is_of_another_time(header)
            && !is_taken(header)
            && speaks(*at, header)
    };
    map.headers.iter().enumerate().filter(unused).map(|(_, header)| header).collect()
}
