//! The dossiers of a list as a session keeps them: counted by unit and marks, without their codes. Only of dossiers that
//! stand in two rows each row is kept, under a number that means nothing outside the session.

use serde::Deserialize;
use serde::Serialize;

use super::entries::Entries;
use super::ledger::Entry;
use super::ledger::Known;
use super::ledger::Ledger;
use super::ledger::MARKS;
use super::repeats::place;
use super::repeats::repeats;
use crate::domain::Map;
use crate::domain::Period;

/// An odd number without pattern: multiplying by it mixes the bits and keeps every number apart.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// A unit and its marks, each on its own: how they share a number in memory is no matter of the file.
const fn parted(unit_and_marks: u32) -> (u32, u32) {
    (unit_and_marks >> MARKS, unit_and_marks & ((1 << MARKS) - 1))
}

/// Dossiers that a session may claim to hold in one list.
const MOST: u64 = 10_000_000;

/// Sổ hồ sơ đã lưu: the dossiers of a list as a session keeps them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::columns) struct SavedLedger {
    units: Vec<(String, String)>,
    known: [bool; 5],
    /// Lists of one number were read side by side, so that none of their dossiers counts twice.
    together: u64,
    /// Unit, marks, first row, how many.
    counted: Vec<(u32, u32, u32, u64)>,
    /// Number of the dossier, row, unit, marks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    repeated: Vec<(u64, u32, u32, u32)>,
    /// Whether they are electronically certified copies.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    of_copies: bool,
}

impl Ledger {
    /// The digests that stand more than once among several lists, numbered in the order they are met.
    #[must_use]
    pub fn repeated(lists: &[&Self]) -> Map<u64, u64> {
        let mut numbers = Map::new();
        for again in repeats(lists) {
            let next = numbers.len() as u64;
            if let Some((_, entry)) = place(lists, again.at) {
                numbers.or_insert(entry.digest, next);
            }
        }
        numbers
    }

    /// Where the lists come from, each origin once, in the order they are met.
    #[must_use]
    pub fn origins(lists: &[&Self]) -> Vec<Option<u64>> {
        let mut origins = Vec::new();
        for list in lists {
            if !origins.contains(&list.from_session) {
                origins.push(list.from_session);
            }
        }
        origins
    }

    /// The session that knows its dossiers by their counts alone, so that they cannot be told from those of lists from
    /// elsewhere; `None` for a list that was read.
    #[must_use]
    pub const fn session(&self) -> Option<u64> {
        self.from_session
    }

    /// The list to be kept among others: the origins of all of them, and the digests that stand more than once.
    pub(in crate::columns) fn save(&self, origins: &[Option<u64>], repeated: &Map<u64, u64>) -> SavedLedger {
        let mut counted: Map<u32, (u32, u64)> = Map::new();
        let mut again = Vec::new();
        for entry in self.entries.iter() {
            if let Some(number) = repeated.get(&entry.digest) {
                let (unit, marks) = parted(entry.unit_and_marks);
                again.push((*number, entry.row, unit, marks));
                continue;
            }
            let count = counted.or_insert(entry.unit_and_marks, (entry.row, 0));
            *count = (count.0.min(entry.row), count.1 + 1);
        }
        SavedLedger {
            units: self.units.clone(),
            known: self.known.columns(),
            together: origins.iter().position(|origin| *origin == self.from_session).unwrap_or(0) as u64,
            counted: counted
                .into_iter()
                .map(|(unit_and_marks, (row, count))| {
                    let (unit, marks) = parted(unit_and_marks);
                    (unit, marks, row, count)
                })
                .collect(),
            repeated: again,
            of_copies: self.of_copies,
        }
    }

    /// The list again. `salt` keeps the dossiers of two sessions apart, `next` those of the lists of one.
    pub(in crate::columns) fn restore(
        saved: SavedLedger,
        period: Option<Period>,
        salt: u64,
        next: &mut u64,
    ) -> Option<Self> {
        let units = saved.units.len();
        let exists = |unit: u32, marks: u32| {
            usize::try_from(unit).is_ok_and(|unit| unit < units) && unit < 1 << (32 - MARKS) && marks < 1 << MARKS
        };
        let all = saved.counted.iter().try_fold(0_u64, |all, (_, _, _, count)| all.checked_add(*count))?;
        let fits = saved.counted.iter().all(|(unit, marks, _, _)| exists(*unit, *marks))
            && saved.repeated.iter().all(|(_, _, unit, marks)| exists(*unit, *marks));
        (fits && all <= MOST).then_some(())?;
        let mut entries = Entries::default();
        for (number, row, unit, marks) in saved.repeated {
            // Spread over all bits, as digests are.
            let digest = salt.wrapping_add(number).wrapping_mul(SPREAD);
            entries.push(Entry { digest, row, unit_and_marks: unit << MARKS | marks });
        }
        for (unit, marks, row, count) in saved.counted {
            for _ in 0..count {
                // Every number comes once before one comes again.
                *next = next.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                entries.push(Entry { digest: *next, row, unit_and_marks: unit << MARKS | marks });
            }
        }
        let known = Known::of_columns(saved.known);
        let from_session = Some(salt.wrapping_add(saved.together));
        Some(Self { entries, units: saved.units, known, period, of_copies: saved.of_copies, from_session })
    }
}
