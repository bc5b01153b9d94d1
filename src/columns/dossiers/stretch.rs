//! What the rows of one stretch of a list said beside its dossiers; all of it travels with them from worker to worker.

use serde::Deserialize;
use serde::Serialize;

use super::Order;
use super::Prefixes;
use super::Seen;
use crate::domain::Map;

/// Đoạn danh sách: what its rows said beside the dossiers.
#[derive(Serialize, Deserialize)]
pub(super) struct Stretch {
    /// The unit that the last row without a dossier names, for rows that name none.
    pub(super) section: String,
    /// States the vocabulary does not know: as written, how many, first row.
    pub(super) unknown: Map<String, (String, u64, u32)>,
    pub(super) flags: [Seen; 4],
    pub(super) order: Order,
    pub(super) prefixes: Prefixes,
    /// Dossiers without a code, by their place in the ledger: only their row tells them apart.
    pub(super) codeless: Vec<usize>,
    /// Dossiers whose code names no unit, by their place in the ledger: each unit may begin with 1.
    pub(super) short: Vec<usize>,
    /// Whether a row was read so because no section had begun.
    pub(super) leans: bool,
    pub(super) above: Above,
    /// Whether a row may say more of the dossier in the row above it, which nobody knows.
    pub(super) leans_above: bool,
}

/// What stands in the row above, on which the row of another paper leans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Above {
    /// Nobody knows: it lies in another stretch.
    Unknown,
    /// No dossier that counts.
    Nothing,
    /// The dossier that stands last in the ledger.
    Dossier,
}

impl Stretch {
    /// One of which no row has been read yet.
    pub(super) fn below(above: Above) -> Self {
        Self {
            section: String::new(),
            unknown: Map::new(),
            flags: [Seen::default(); 4],
            order: Order::default(),
            prefixes: Prefixes::default(),
            codeless: Vec::new(),
            short: Vec::new(),
            leans: false,
            above,
            leans_above: false,
        }
    }
}
