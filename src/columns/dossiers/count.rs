//! The dossiers of several lists counted by unit, each dossier once.

use std::iter::Peekable;

use super::ledger::Entry;
use super::ledger::Known;
use super::ledger::Ledger;
use super::ledger::Marks;
use super::repeats::Again;
use super::repeats::place;
use super::repeats::repeats;
use crate::columns::Field;
use crate::columns::Observation;
use crate::domain::Decimal;

/// A dossier that stands twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeated {
    /// The file of the row that is not counted, by its place.
    pub file: usize,
    /// That row.
    pub row: u32,
    /// The file of the row that is counted.
    pub counted_file: usize,
    /// The row that is counted.
    pub counted_row: u32,
}

impl Ledger {
    /// Counts the dossiers of several files by unit, each dossier once: the last row of the last file stands. Gives the
    /// rows that are units with the place of their file, and the rows that were not counted.
    #[must_use]
    pub fn count(files: &[&Self]) -> (Vec<(usize, Observation)>, Vec<Repeated>) {
        let again = repeats(files);
        let (mut observations, mut left_out, mut at) = (Vec::new(), again.iter().map(|again| again.at).peekable(), 0);
        for (file, ledger) in files.iter().enumerate() {
            let mut counts: Vec<Option<Count>> = Vec::new();
            counts.resize_with(ledger.units.len(), || None);
            for entries in ledger.entries.blocks() {
                at = add(entries, at, &mut left_out, &mut counts);
            }
            let units = ledger.units.iter().zip(counts);
            observations.extend(units.filter_map(|((name, code), count)| {
                Some((file, count?.observation(name.clone(), code.clone(), ledger.known)))
            }));
        }
        let repeated = |again: &Again| {
            let ((file, entry), (counted_file, counted)) = place(files, again.at).zip(place(files, again.last))?;
            Some(Repeated { file, row: entry.row, counted_file, counted_row: counted.row })
        };
        (observations, again.iter().filter_map(repeated).collect())
    }
}

/// Adds the entries from a place on, but for those left out, and says at which place the next ones begin.
#[inline(never)]
fn add(
    entries: &[Entry],
    mut at: u32,
    left_out: &mut Peekable<impl Iterator<Item = u32>>,
    counts: &mut [Option<Count>],
) -> u32 {
    for entry in entries {
        if left_out.next_if_eq(&at).is_none() {
            let unit = &mut counts[entry.unit() as usize];
            unit.get_or_insert_default().add(entry.row, Marks::of(entry.unit_and_marks));
        }
        at += 1;
    }
    at
}

/// The dossiers of one unit.
#[derive(Default)]
struct Count {
    row: Option<u32>,
    received: u32,
    digitised: u32,
    completed: u32,
    e_result: u32,
    both: u32,
    reused: u32,
    from_store: u32,
}

impl Count {
    fn add(&mut self, row: u32, marks: Marks) {
        self.row = Some(self.row.map_or(row, |first| first.min(row)));
        if !marks.received {
            return;
        }
        self.received += 1;
        self.digitised += u32::from(marks.digitised);
        self.completed += u32::from(marks.completed);
        self.e_result += u32::from(marks.completed && marks.e_result);
        self.both += u32::from(marks.digitised && marks.e_result);
        self.reused += u32::from(marks.reused);
        self.from_store += u32::from(marks.from_store);
    }

    fn observation(&self, name: String, code: String, known: Known) -> Observation {
        let mut observation = Observation { row: self.row.unwrap_or(1), name, code, ..Observation::default() };
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    const ALL: Known = Known { digitised: true, completed: true, e_result: true, reused: true, from_store: true };

    fn ledger(rows: &[(u64, &str, Marks)]) -> Ledger {
        let (mut ledger, mut index) = (Ledger::new(ALL), BTreeMap::new());
        for (row, (digest, unit, marks)) in (2..).zip(rows) {
            let unit = ledger.unit(&mut index, ((*unit).to_owned(), String::new()), 10).unwrap();
            ledger.add(*digest, row, unit, *marks);
        }
        ledger
    }

    #[test]
    fn a_dossier_is_counted_once_as_its_last_row_says() {
        let open = Marks { received: true, digitised: true, ..Marks::default() };
        let done = Marks { completed: true, e_result: true, ..open };
        let first = ledger(&[(1, "A", open), (2, "A", done), (1, "A", done)]);
        let second = ledger(&[(2, "B", open), (3, "B", Marks::default())]);
        let (units, repeated) = Ledger::count(&[&first, &second]);
        let shown: Vec<_> = units
            .iter()
            .map(|(file, unit)| {
                let count = |field| unit.values.count(field).unwrap();
                (
                    *file,
                    unit.name.as_str(),
                    [Field::Received, Field::Completed, Field::CompletedEResult, Field::Both].map(count),
                )
            })
            .collect();
        // dossier 1 stands as row 4 of the first file, 2 as row 2 of the second, 3 was not received in the period
        assert_eq!(shown, [(0, "A", [1, 1, 1, 1]), (1, "B", [1, 0, 0, 0])]);
        assert_eq!(
            repeated,
            [
                Repeated { file: 0, row: 2, counted_file: 0, counted_row: 4 },
                Repeated { file: 0, row: 3, counted_file: 1, counted_row: 2 }
            ]
        );
    }

    #[test]
    fn a_count_without_its_column_is_unknown() {
        let mut ledger = Ledger::new(Known::default());
        let unit = ledger.unit(&mut BTreeMap::new(), ("A".into(), String::new()), 10).unwrap();
        ledger.add(1, 2, unit, Marks { received: true, ..Marks::default() });
        let (units, _) = Ledger::count(&[&ledger]);
        let values = &units[0].1.values;
        assert_eq!((values.count(Field::Received), values.count(Field::Completed)), (Some(1), None));
    }
}
