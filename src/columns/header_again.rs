//! Rows below the header that are one themselves: the same again, in the same words or in others, or that of another table.

use super::Field;
use super::Header;
use super::RowKind;
use super::fields::Scope;
use super::fields::named_by;
use super::header_rows::header_weight;
use super::line::Line;

impl Line<'_> {
    /// What a row is that names a unit's column and figures as a header does: the header again in other words, or that of
    /// another table.
    pub(super) fn another_header(&self) -> Option<RowKind> {
        // Remarks fill one cell; to look for headers in each of a hundred thousand would take longer than all else.
        if self.filled() < 2 || header_weight(&self.row.cells) < 2 || self.has_figures() {
            return None;
        }
        let named: Vec<Option<Field>> = Header::of_row(&self.row.cells)
            .iter()
            .map(|header| named_by(header, Scope::Units).map(|(field, _)| field))
            .collect();
        let named_unit = named.iter().any(|field| matches!(field, Some(Field::Unit | Field::UnitCode)));
        let same = |(at, field): (usize, &Option<Field>)| {
            field.is_none_or(|field| !field.is_figure() || self.map.meaning(at) == Some(field))
        };
        let again = named.iter().enumerate().all(same);
        named_unit.then_some(if again { RowKind::Header } else { RowKind::OtherTable })
    }

    /// Whether the row repeats the header, or the lowest row of one that stands over several.
    pub(super) fn is_header_again(&self) -> bool {
        let headers = &self.map.headers;
        let same =
            |(key, header): (&String, &Header)| *key == header.key || (key.is_empty() && header.path == header.key);
        let filled = self.filled();
        let words =
            self.keys.iter().zip(headers).filter(|(key, header)| !key.is_empty() && **key == header.key).count();
        // A header's upper row names the parents: none of its cells is a figure, and its first are the header's own.
        let upper = self.map.first_header_row < self.map.header_row
            && filled >= 2
            && self
                .keys
                .iter()
                .zip(headers)
                .all(|(key, header)| key.is_empty() || *key == header.key || header.path.starts_with(key.as_str()));
        upper
            || (filled > 1
                && words == filled
                && self.keys.len() >= headers.len()
                && self.keys.iter().zip(headers).all(same))
    }
}
