//! The dossiers of several lists counted by unit, each dossier once.

use super::ledger::Entry;
use super::ledger::Known;
use super::ledger::Ledger;
use super::ledger::MARKS;
use super::ledger::Marks;
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

/// Entries counted by one call: a browser makes code fast that was called some times, and none that is running.
const AT_ONCE: usize = 4 << 10;

impl Ledger {
    /// Counts the dossiers of several files by unit, each dossier once: the last row of the last file stands. Gives the
    /// rows that are units with the place of their file, and the rows that were not counted.
    #[must_use]
    pub fn count(files: &[&Self]) -> (Vec<(usize, Observation)>, Vec<Repeated>) {
        let last = Last::of(files);
        let (mut observations, mut repeated, mut at) = (Vec::new(), Vec::new(), 0);
        for (file, ledger) in files.iter().enumerate() {
            let mut counts: Vec<Option<Count>> = Vec::new();
            counts.resize_with(ledger.units.len(), || None);
            for entries in ledger.entries.chunks(AT_ONCE) {
                last.count(file, entries, at, &mut counts, &mut repeated);
                at += entries.len();
            }
            let units = ledger.units.iter().zip(counts);
            observations.extend(units.filter_map(|((name, code), count)| {
                Some((file, count?.observation(name.clone(), code.clone(), ledger.known)))
            }));
        }
        (observations, repeated)
    }
}

/// Where each dossier stands last: a table of places found by digest, four bytes a place and half of them free.
struct Last<'files> {
    files: &'files [&'files Ledger],
    /// The place in all files + 1; 0 where none stands.
    places: Vec<u32>,
}

impl<'files> Last<'files> {
    fn of(files: &'files [&'files Ledger]) -> Self {
        let dossiers: usize = files.iter().map(|ledger| ledger.entries.len()).sum();
        let mut last = Self { files, places: vec![0; (dossiers * 2).next_power_of_two()] };
        let mut at = 0;
        for entries in files.iter().flat_map(|ledger| ledger.entries.chunks(AT_ONCE)) {
            at = last.enter(entries, at);
        }
        last
    }

    /// Enters the entries from a place on, and says at which place the next ones begin.
    #[inline(never)]
    fn enter(&mut self, entries: &[Entry], mut at: u32) -> u32 {
        for entry in entries {
            let slot = self.slot(entry.digest);
            at += 1;
            self.places[slot] = at;
        }
        at
    }

    /// Counts the entries from a place of a file on.
    #[inline(never)]
    fn count(
        &self,
        file: usize,
        entries: &[Entry],
        at: usize,
        counts: &mut [Option<Count>],
        repeated: &mut Vec<Repeated>,
    ) {
        for (at, entry) in (at..).zip(entries) {
            if let Some((counted_file, counted_row)) = self.after(at, entry.digest) {
                repeated.push(Repeated { file, row: entry.row, counted_file, counted_row });
            } else {
                let unit = &mut counts[(entry.unit_and_marks >> MARKS) as usize];
                unit.get_or_insert_default().add(entry.row, Marks::of(entry.unit_and_marks));
            }
        }
    }

    /// Where this digest stands in the table, or would.
    fn slot(&self, digest: u64) -> usize {
        let mask = self.places.len() - 1;
        // The highest bits are as good as any, and the mask takes the lowest.
        let mut slot = usize::try_from(digest >> 32).unwrap_or_default() & mask;
        while self.places[slot] != 0 && self.entry(self.places[slot]).1.digest != digest {
            slot = (slot + 1) & mask;
        }
        slot
    }

    /// The file and the entry of a place + 1.
    fn entry(&self, place: u32) -> (usize, Entry) {
        let mut at = place as usize - 1;
        for (file, ledger) in self.files.iter().enumerate() {
            match ledger.entries.get(at) {
                Some(entry) => return (file, *entry),
                None => at -= ledger.entries.len(),
            }
        }
        unreachable!("every place in the table was put there")
    }

    /// The file and row where the dossier of this place stands again further below; `None` when this is the last.
    fn after(&self, at: usize, digest: u64) -> Option<(usize, u32)> {
        let last = self.places[self.slot(digest)];
        (last as usize != at + 1).then(|| {
            let (file, entry) = self.entry(last);
            (file, entry.row)
        })
    }
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
