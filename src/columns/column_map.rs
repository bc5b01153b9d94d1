//! What was found in a header: the meaning of each column, and why.

use super::Field;
use super::beside::Beside;
use super::copies_parts::CopiesParts;
use super::dossiers::Alike;
use super::fields::Scope;
use super::fields::named_by;
use super::header::Header;
use super::reason::Reason;
use crate::intake::Row;
use crate::text::tidy;

/// What was found in the header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnMap {
    /// The number of the header's last row: figures begin below it.
    pub header_row: u32,
    /// The number of the header's first row.
    pub first_header_row: u32,
    /// All headers, left to right.
    pub headers: Vec<Header>,
    /// The meaning of each column, beside `headers`.
    pub(super) meanings: Vec<Option<Field>>,
    /// Why each column means what it means, beside `headers`.
    pub(super) reasons: Vec<Option<Reason>>,
    /// Figures that several columns claim, or one claims weakly: an officer has to say.
    pub unsure: Vec<Unsure>,
    /// Columns of a list under several names of one meaning.
    pub(super) alike: Vec<Alike>,
    /// Whether each row is one dossier.
    pub(super) of_dossiers: bool,
    /// Whether those are electronically certified copies, of which the completed ones count and nothing else.
    pub(super) of_copies: bool,
    /// Two tables side by side.
    pub(super) beside: Option<Beside>,
    /// What is counted beside completed copies.
    pub(super) copies_parts: CopiesParts,
    /// Columns without a header in which most rows hold something all the same.
    pub(super) filled: Vec<usize>,
}

/// A figure whose column is not certain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsure {
    /// The figure.
    pub field: Field,
    /// The columns that may hold it, as places in `headers`.
    pub candidates: Vec<usize>,
}

impl ColumnMap {
    /// What the column in this place (counted from 0) means.
    #[must_use]
    pub fn meaning(&self, index: usize) -> Option<Field> {
        self.meanings.get(index).copied().flatten()
    }

    /// Why the column in this place (counted from 0) means what it means, or why it means nothing.
    #[must_use]
    pub fn reason(&self, index: usize) -> Option<Reason> {
        self.reasons.get(index).copied().flatten()
    }

    /// Whether the cells of a column of a list, counted from 1, may be shown: it is known to name no person.
    #[must_use]
    pub fn is_shown(&self, column: u32) -> bool {
        let at = self.headers.iter().position(|header| header.column == column);
        at.and_then(|at| self.meaning(at)).is_some_and(|field| !matches!(field, Field::Personal | Field::Paper))
    }

    /// The place (counted from 0) of the first column with this meaning.
    #[must_use]
    pub fn index(&self, field: Field) -> Option<usize> {
        self.meanings.iter().position(|meaning| *meaning == Some(field))
    }

    /// The first column with this meaning, counted from 1 as a spreadsheet shows it.
    #[must_use]
    pub fn column(&self, field: Field) -> Option<u32> {
        Some(self.headers.get(self.index(field)?)?.column)
    }

    /// The columns that hold figures, left to right.
    pub fn figures(&self) -> impl Iterator<Item = (usize, Field)> {
        self.meanings
            .iter()
            .enumerate()
            .filter_map(|(index, meaning)| Some((index, (*meaning)?)))
            .filter(|(_, field)| field.is_figure())
    }

    /// The columns that name offices below the unit of a row: they bear the header of units as well, and the names of
    /// another column are the units.
    pub(super) fn offices_below(&self) -> impl Iterator<Item = usize> {
        // Who reports is the same in all rows, and stands above the units.
        let named = |header: &Header| {
            let of_units = named_by(header, Scope::Units).is_some_and(|(field, _)| field == Field::Unit);
            of_units && !header.has_words("bao cao")
        };
        let below = move |index: &usize| self.meanings[*index].is_none() && named(&self.headers[*index]);
        (0..self.headers.len()).filter(below)
    }

    /// Whether each row is one dossier.
    #[must_use]
    pub const fn is_of_dossiers(&self) -> bool {
        self.of_dossiers
    }

    /// Whether the column in this place may hold a figure, once an officer says so.
    pub(super) fn is_candidate(&self, index: usize) -> bool {
        self.unsure.iter().any(|unsure| unsure.candidates.contains(&index))
    }

    /// Whether most rows hold something in a column without a header.
    pub(super) fn is_filled(&self, index: usize) -> bool {
        self.filled.contains(&index)
    }

    /// The cell of a row in the column with this meaning, tidied; empty when the row is too short.
    pub(super) fn cell(&self, row: &Row, field: Field) -> String {
        let cell = self.index(field).and_then(|index| row.cells.get(index));
        cell.map(|cell| tidy(cell).into_owned()).unwrap_or_default()
    }
}
