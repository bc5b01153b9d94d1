//! The dossiers of one unit, added up.

use super::ledger::COMPLETED;
use super::ledger::DIGITISED;
use super::ledger::E_RESULT;
use super::ledger::FROM_STORE;
use super::ledger::Known;
use super::ledger::Ledger;
use super::ledger::Marks;
use super::ledger::RECEIVED;
use super::ledger::REUSED;
use super::ledger::UNDATED;
use super::ledger::UNKNOWN;
use crate::columns::Field;
use crate::columns::Observation;
use crate::domain::Decimal;

/// Số đếm được: what a list counts of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitCounts {
    /// The counts, as a row of a table would give them.
    pub row: Observation,
    /// What is not known of some of the dossiers, and so not of the unit.
    pub lacking: Vec<Lacking>,
}

/// Thiếu cột: a count that a list cannot give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lacking {
    /// What is not known.
    pub field: Field,
    /// Of how many dossiers.
    pub dossiers: u64,
    /// Whether a list beside this one tells it of dossiers that both have.
    pub told_beside: bool,
}

/// The dossiers of one unit.
#[derive(Debug, Default)]
pub(super) struct Count {
    row: Option<u32>,
    received: u32,
    digitised: u32,
    completed: u32,
    e_result: u32,
    both: u32,
    reused: u32,
    from_store: u32,
    /// Dossiers of which nobody knows whether they count.
    unknown: u32,
    /// Of how many received what is not known, where lists have something of each other.
    lacking: Option<[u32; 5]>,
}

/// What a list may not know, in the order of its marks.
const COLUMNS: [Field; 5] =
    [Field::ReceivedDigitised, Field::Completed, Field::CompletedEResult, Field::Reused, Field::FromStore];

impl Count {
    /// Adds a dossier in this row, with its marks as bits; every one is added, as a number that may be 0.
    #[inline(always)]
    pub(super) fn add(&mut self, row: u32, marks: u32) {
        let is = |mark: u32| marks >> mark & 1;
        if self.row.is_none() || Some(row) < self.row {
            self.row = Some(row);
        }
        self.unknown += is(UNKNOWN) | is(UNDATED);
        let received = is(RECEIVED);
        self.received += received;
        self.digitised += received & is(DIGITISED);
        self.completed += received & is(COMPLETED);
        self.e_result += received & is(COMPLETED) & is(E_RESULT);
        self.both += received & is(DIGITISED) & is(E_RESULT);
        self.reused += received & is(REUSED);
        self.from_store += received & is(FROM_STORE);
    }

    /// Notes what is not known of a dossier.
    pub(super) fn lack(&mut self, marks: Marks, known: Known) {
        if marks.received {
            let lacking = self.lacking.get_or_insert_default();
            for (count, known) in lacking.iter_mut().zip(known.columns()) {
                *count += u32::from(!known);
            }
        }
    }

    /// What is counted in a list, beside lists that know as much of dossiers they share with it.
    pub(super) fn counts(&self, name: String, code: String, ledger: &Ledger, beside: Known) -> UnitCounts {
        let known = ledger.known;
        let all = |known: bool| if known { 0 } else { self.received };
        let lacking = self.lacking.unwrap_or(known.columns().map(all));
        // What is not known of one dossier is not known of the unit.
        let known = if self.received == 0 { known } else { Known::of_columns(lacking.map(|lacking| lacking == 0)) };
        let lacking = COLUMNS.into_iter().zip(lacking).zip(beside.columns()).filter(|((_, lacking), _)| *lacking > 0);
        let lacking =
            lacking.map(|((field, dossiers), told_beside)| Lacking { field, dossiers: dossiers.into(), told_beside });
        let row = Observation { row: self.row.unwrap_or(1), name, code, ..Observation::default() };
        if ledger.of_copies {
            return UnitCounts { row: self.copies(row, ledger.known), lacking: Vec::new() };
        }
        UnitCounts { row: self.dossiers(row, known), lacking: lacking.collect() }
    }

    /// The row with its certified copies, which are those completed.
    fn copies(&self, mut row: Observation, known: Known) -> Observation {
        let is_known = known.completed && (self.received > 0 || self.unknown == 0);
        if let Some(completed) = Decimal::from_count(u64::from(self.completed)).filter(|_| is_known) {
            row.values.set(Field::CertifiedCopies, completed);
        }
        row
    }

    /// The row with its counts, as far as they are known.
    fn dossiers(&self, mut observation: Observation, known: Known) -> Observation {
        if self.received == 0 && self.unknown > 0 {
            return observation;
        }
        let counts = [
            (Field::Received, self.received, true),
            (Field::ReceivedDigitised, self.digitised, known.digitised),
            (Field::Completed, self.completed, known.completed),
            (Field::CompletedEResult, self.e_result, known.completed && known.e_result),
            (Field::Both, self.both, known.digitised && known.e_result),
            (Field::Reused, self.reused, known.reused),
            (Field::FromStore, self.from_store, known.from_store),
        ];
        for (field, count, known) in counts {
            if let (true, Some(count)) = (known, Decimal::from_count(u64::from(count))) {
                observation.values.set(field, count);
            }
        }
        observation
    }
}
