//! What one stretch of a list said, on its way from the worker that read it to the one that joins the stretches.

use serde::Deserialize;
use serde::Serialize;

use super::Dossiers;
use super::Stretch;
use super::ledger::Entry;
use super::ledger::Ledger;

/// Bytes of a dossier on its way.
const WIDTH: usize = 16;

/// Mang sang: all that a stretch said, but for its dossiers, which travel as bytes.
#[derive(Serialize, Deserialize)]
pub(in crate::columns) struct CarriedDossiers {
    units: Vec<(String, String)>,
    stretch: Stretch,
}

impl Dossiers {
    /// What this stretch said, and its dossiers, some at a time: none are held twice.
    pub(in crate::columns) fn carry(self) -> (CarriedDossiers, impl Iterator<Item = Vec<u8>>) {
        let Self { ledger: Ledger { entries, units, .. }, mut stretch, held, .. } = self;
        // What the next stretch may go on with is read again in its order.
        stretch.leans_above |= held.is_some();
        (CarriedDossiers { units, stretch }, entries.into_blocks().map(|block| bytes(&block)))
    }

    /// A reader of such a stretch, as if it had read it; `None` where the two do not belong together.
    pub(in crate::columns) fn carried(
        &self,
        carried: CarriedDossiers,
        dossiers: impl Iterator<Item = Vec<u8>>,
    ) -> Option<Self> {
        let CarriedDossiers { units, stretch } = carried;
        let mut below = self.below();
        for some in dossiers {
            let (some, []) = some.as_chunks() else { return None };
            below.ledger.entries.extend(some.iter().map(entry));
        }
        if below.ledger.entries.iter().any(|entry| entry.unit() as usize >= units.len()) {
            return None;
        }
        below.ledger.units = units;
        Some(Self { stretch, ..below })
    }
}

fn bytes(entries: &[Entry]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(entries.len() * WIDTH);
    for Entry { digest, row, unit_and_marks } in entries {
        let number = u128::from(*digest) << 64 | u128::from(*row) << 32 | u128::from(*unit_and_marks);
        bytes.extend_from_slice(&number.to_le_bytes());
    }
    bytes
}

#[expect(clippy::cast_possible_truncation, reason = "each part is what was put there")]
fn entry(bytes: &[u8; WIDTH]) -> Entry {
    let number = u128::from_le_bytes(*bytes);
    Entry { digest: (number >> 64) as u64, row: (number >> 32) as u32, unit_and_marks: number as u32 }
}
