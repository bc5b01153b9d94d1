//! The table of one stretch of a list of dossiers, on its way between two workers.

use serde::Deserialize;
use serde::Serialize;

use super::Skipped;
use super::Table;
use super::dossiers::CarriedDossiers;
use crate::notices::Notices;

/// Mang sang: what a stretch's table says, but for its dossiers, which travel as bytes.
#[derive(Serialize, Deserialize)]
pub struct CarriedTable {
    data_rows: usize,
    skipped: Skipped,
    notices: Notices,
    dossiers: CarriedDossiers,
}

impl Table {
    /// What this table of a stretch says, and its dossiers; `None` for a table of another kind.
    #[must_use]
    pub fn carry(self) -> Option<(CarriedTable, impl Iterator<Item = Vec<u8>>)> {
        let body = self.body?;
        let (dossiers, bytes) = body.dossiers?.carry();
        let carried =
            CarriedTable { data_rows: body.data_rows, skipped: body.skipped, notices: self.notices, dossiers };
        Some((carried, bytes))
    }

    /// A table of such a stretch, as [`Table::below`] would have read it; `None` where the two do not belong together.
    #[must_use]
    pub fn carried(&self, carried: CarriedTable, bytes: impl Iterator<Item = Vec<u8>>) -> Option<Self> {
        let CarriedTable { data_rows, skipped, notices, dossiers } = carried;
        let mut below = self.below()?;
        let body = below.body.as_mut()?;
        body.dossiers = Some(body.dossiers.as_ref()?.carried(dossiers, bytes)?);
        (body.data_rows, body.skipped) = (data_rows, skipped);
        Some(Self { notices, ..below })
    }
}
