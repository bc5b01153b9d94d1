//! The rows of a long list in several stretches at once: a table for each, joined in the order of the file.

use std::rc::Rc;

use super::PREVIEW_ROWS;
use super::Skipped;
use super::Table;
use super::TableError;
use super::body::Body;
use super::table::MOST_ROWS;
use crate::notices::Notices;

impl Table {
    /// Whether there can be a table for rows further below.
    #[must_use]
    pub fn has_below(&self) -> bool {
        self.body.as_ref().is_some_and(|body| body.samples.len() == PREVIEW_ROWS && body.dossiers.is_some())
    }

    /// A table for rows further below in the same list of dossiers, numbered from 1; `None` while the rows above are needed
    /// to know how rows are read.
    #[must_use]
    pub fn below(&self) -> Option<Self> {
        let body = self.body.as_ref().filter(|body| body.samples.len() == PREVIEW_ROWS)?;
        let dossiers = body.dossiers.as_ref()?.below();
        let (map, choices) = (body.map.clone(), body.choices.clone());
        let next = Body::new(map, choices, Some(dossiers), Skipped::default(), body.period);
        Some(Self {
            answers: Rc::clone(&self.answers),
            known_as: self.known_as.clone(),
            merged: Vec::new(),
            is_unit: Rc::clone(&self.is_unit),
            place: self.place.clone(),
            titles: Vec::new(),
            sheet: None,
            head: Vec::new(),
            seen: self.seen.clone(),
            body: Some(Body { samples: body.samples.clone(), ..next }),
            notices: Notices::default(),
        })
    }

    /// Whether rows below, read by themselves, are read as they would be behind the rows of this table.
    #[must_use]
    pub fn fits<'table>(&'table self, below: &'table Self) -> bool {
        // Below a header of another order or of other columns every row is read in its turn.
        let is_plain = |body: &&Body| !body.closed && body.turned.is_none();
        let dossiers = |table: &'table Self| table.body.as_ref().filter(is_plain)?.dossiers.as_ref();
        dossiers(self).zip(dossiers(below)).is_some_and(|(above, below)| above.fits(below))
    }

    /// Takes over the rows of a table that fits, which stand so many rows further below.
    pub fn append(&mut self, below: Self, rows: u32) -> Result<(), TableError> {
        let (Some(body), Some(other)) = (&mut self.body, below.body) else { return Ok(()) };
        body.data_rows += other.data_rows;
        body.skipped.append(other.skipped, rows);
        let mut notices = below.notices;
        notices.lower(rows);
        self.notices.merge(&notices);
        let joined = match (&mut body.dossiers, other.dossiers) {
            (Some(dossiers), Some(others)) => dossiers.append(others, rows),
            _ => true,
        };
        if joined { Ok(()) } else { Err(TableError::TooManyRows { limit: MOST_ROWS }) }
    }
}
