//! The table of one stretch of a list of dossiers, on its way between two workers.

use serde::Deserialize;
use serde::Serialize;

use super::Skipped;
use super::Table;
use super::body::Body;
use super::dossiers::CarriedDossiers;
use crate::domain::Period;
use crate::notices::Notices;

/// Mang sang: what a stretch's table says, but for its dossiers, which travel as bytes.
#[derive(Serialize, Deserialize)]
pub struct CarriedTable {
    data_rows: usize,
    skipped: Skipped,
    notices: Notices,
    named_below: Option<(u32, Period, usize)>,
    dossiers: CarriedDossiers,
}

impl Table {
    /// What this table of a stretch says, and its dossiers; `None` for a table of another kind.
    #[must_use]
    pub fn carry(self) -> Option<(CarriedTable, impl Iterator<Item = Vec<u8>>)> {
        let body = self.body?;
        let (dossiers, bytes) = body.dossiers?.carry();
        let Body { data_rows, skipped, named_below, .. } = body;
        let carried = CarriedTable { data_rows, skipped, notices: self.notices, named_below, dossiers };
        Some((carried, bytes))
    }

    /// A table of such a stretch, as [`Table::below`] would have read it; `None` where the two do not belong together.
    #[must_use]
    pub fn carried(&self, carried: CarriedTable, bytes: impl Iterator<Item = Vec<u8>>) -> Option<Self> {
        let CarriedTable { data_rows, skipped, notices, named_below, dossiers } = carried;
        let mut below = self.below()?;
        let body = below.body.as_mut()?;
        body.dossiers = Some(body.dossiers.as_ref()?.carried(dossiers, bytes)?);
        (body.data_rows, body.skipped, body.named_below) = (data_rows, skipped, named_below);
        Some(Self { notices, ..below })
    }
}
