//! A row that bears the mark of a section, figures and a name that nobody knows: with rows of its own below it is a section,
//! else a unit that is asked about. It is held until what follows tells.

use super::RowKind;
use super::Table;
use super::TableError;
use super::line::Line;
use super::line::is_roman;
use crate::intake::Row;

impl Line<'_> {
    /// Whether a row with the mark of a section, figures and a name that nobody knows may be a unit as well.
    pub(super) fn may_be_unit(&self, kind: RowKind) -> bool {
        kind == RowKind::Section && self.section() == Some(None) && self.has_figures()
    }

    /// Whether the row stands below another one that bears the mark of a section, and not beside it or below all of its like.
    pub(super) fn is_below(&self, section: &Self, kind: RowKind) -> bool {
        if kind == RowKind::Total || !self.is_marked() {
            return kind != RowKind::Total;
        }
        let [own, above] = [self, section].map(|line| line.ordinal().trim_end_matches(['.', ')']).to_owned());
        // After H the letter I is no numeral.
        let is_next = matches!((above.as_bytes(), own.as_bytes()), ([one], [next]) if one + 1 == *next);
        !is_next && is_roman(&own) != is_roman(&above)
    }
}

impl Table {
    /// Takes the row that was held, now that what follows tells whether it opens a section.
    pub(super) fn settle(&mut self, held: Row, opens: bool) -> Result<(), TableError> {
        if opens {
            return self.row_of_kind(held, None, RowKind::Section);
        }
        if let Some(body) = &mut self.body {
            // It stands beside the section above it.
            body.group = None;
        }
        self.row_of_kind(held, None, RowKind::Data)
    }
}
