//! The dossiers of several lists counted by unit, each dossier once.

use super::ledger::Entry;
use super::ledger::Known;
use super::ledger::Ledger;
use super::ledger::Marks;
use super::repeats::Again;
use super::repeats::BLOCKS;
use super::repeats::Search;
use super::repeats::place;
use crate::columns::Field;
use crate::columns::Observation;
use crate::domain::Decimal;
use crate::domain::sort;

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
    /// Counts the dossiers of several files by unit, each dossier once: the last row of the last file stands, and where it
    /// lies outside that file's period the dossier counts if it lies within another's. Gives the
    /// rows that are units with the place of their file, and the rows that were not counted.
    #[must_use]
    pub fn count(files: &[&Self]) -> (Vec<(usize, Observation)>, Vec<Repeated>) {
        let mut counting = Counting::new(files);
        while counting.step(files) {}
        counting.finish(files)
    }
}

/// Đang đếm: the same in steps, between which others are heard.
#[derive(Debug)]
pub struct Counting {
    search: Search,
    /// The counts by unit, of each file.
    counts: Vec<Vec<Option<Count>>>,
    /// How many blocks of dossiers are counted.
    blocks: usize,
    /// The place of the next dossier among all, and how many of those above were left out.
    at: u32,
    left_out: usize,
    /// The places of last rows outside the period of their file, whose dossiers lie within that of another.
    within: Option<Vec<u32>>,
}

impl Counting {
    /// Begins to count these files.
    #[must_use]
    pub fn new(files: &[&Ledger]) -> Self {
        let counts = files.iter().map(|ledger| ledger.units.iter().map(|_| None).collect()).collect();
        Self { search: Search::new(files), counts, blocks: 0, at: 0, left_out: 0, within: None }
    }

    /// Counts on a little in the same files, and says whether there is more.
    pub fn step(&mut self, files: &[&Ledger]) -> bool {
        if self.search.step(files) {
            return true;
        }
        let within = self.within.get_or_insert_with(|| within_another(files, &self.search.again));
        let blocks =
            (0_usize..).zip(files).flat_map(|(file, ledger)| ledger.entries.blocks().map(move |block| (file, block)));
        let done = self.blocks + BLOCKS;
        for (file, entries) in blocks.skip(self.blocks).take(BLOCKS) {
            let again = &self.search.again[self.left_out..];
            self.left_out += add(entries, &mut self.at, again, within, &mut self.counts[file]);
            self.blocks += 1;
        }
        self.blocks == done
    }

    /// Ends the counting, once there is no more.
    #[must_use]
    pub fn finish(self, files: &[&Ledger]) -> (Vec<(usize, Observation)>, Vec<Repeated>) {
        let by_file = files.iter().zip(self.counts).enumerate().flat_map(|(file, (ledger, counts))| {
            let units = ledger.units.iter().zip(counts);
            units.filter_map(move |((name, code), count)| {
                Some((file, count?.observation(name.clone(), code.clone(), ledger.known)))
            })
        });
        let repeated = |again: &Again| {
            let ((file, entry), (counted_file, counted)) = place(files, again.at).zip(place(files, again.last))?;
            Some(Repeated { file, row: entry.row, counted_file, counted_row: counted.row })
        };
        (by_file.collect(), self.search.again.iter().filter_map(repeated).collect())
    }
}

/// Where dossiers stand last, outside the period of that file, that another file has within its own.
fn within_another(files: &[&Ledger], again: &[Again]) -> Vec<u32> {
    if files.len() < 2 {
        return Vec::new();
    }
    let marks = |at: u32| place(files, at).map(|(_, entry)| Marks::of(entry.unit_and_marks));
    let is_within = |again: &&Again| {
        marks(again.at).is_some_and(|marks| marks.received) && marks(again.last).is_some_and(Marks::is_outside)
    };
    let mut places: Vec<u32> = again.iter().filter(is_within).map(|again| again.last).collect();
    sort(&mut places);
    places.dedup();
    places
}

/// Adds the entries from a place on, but for those that stand again, and says how many were left out.
#[inline(never)]
fn add(entries: &[Entry], at: &mut u32, again: &[Again], within: &[u32], counts: &mut [Option<Count>]) -> usize {
    let next = within.partition_point(|place| *place < *at);
    let mut within = within[next..].iter().peekable();
    let mut left_out = 0;
    for entry in entries {
        if again.get(left_out).is_some_and(|again| again.at == *at) {
            left_out += 1;
        } else {
            let unit = &mut counts[entry.unit() as usize];
            let mut marks = Marks::of(entry.unit_and_marks);
            marks.received |= within.next_if(|place| **place == *at).is_some();
            unit.get_or_insert_default().add(entry.row, marks);
        }
        *at += 1;
    }
    left_out
}

/// The dossiers of one unit.
#[derive(Debug, Default)]
struct Count {
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
}

impl Count {
    fn add(&mut self, row: u32, marks: Marks) {
        self.row = Some(self.row.map_or(row, |first| first.min(row)));
        self.unknown += u32::from(marks.unknown);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Map;

    const ALL: Known = Known { digitised: true, completed: true, e_result: true, reused: true, from_store: true };

    fn ledger(rows: &[(u64, &str, Marks)]) -> Ledger {
        let (mut ledger, mut index) = (Ledger::new(ALL), Map::new());
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
    fn long_lists_are_counted_in_several_steps() {
        let open = Marks { received: true, ..Marks::default() };
        let list = |rows: std::ops::Range<u32>| {
            let mut list = Ledger::new(ALL);
            list.unit(&mut Map::new(), ("A".to_owned(), String::new()), 1).unwrap();
            // Spread over all heaps, each number another digest.
            rows.for_each(|row| list.add(u64::from(row).wrapping_mul(0x9e37_79b9_7f4a_7c15), row, 0, open));
            list
        };
        let (first, second) = (list(1..200_001), list(199_001..340_001));
        let files = [&first, &second];
        let (mut counting, mut steps) = (Counting::new(&files), 1);
        while counting.step(&files) {
            steps += 1;
        }
        // Each pass over 341.000 dossiers takes three, at 131.072 a step: the sieve, what it leaves, the count.
        assert!(steps >= 9, "{steps} steps");
        let (units, repeated) = counting.finish(&files);
        let counts: Vec<_> = units.iter().map(|(file, unit)| (*file, unit.values.count(Field::Received))).collect();
        assert_eq!(counts, [(0, Some(199_000)), (1, Some(141_000))]);
        assert!(repeated.iter().map(|again| (again.file, again.row)).eq((199_001..=200_000).map(|row| (0, row))));
        assert!(repeated.iter().all(|again| (again.counted_file, again.counted_row) == (1, again.row)));
    }

    #[test]
    fn a_count_without_its_column_is_unknown() {
        let mut ledger = Ledger::new(Known::default());
        let unit = ledger.unit(&mut Map::new(), ("A".into(), String::new()), 10).unwrap();
        ledger.add(1, 2, unit, Marks { received: true, ..Marks::default() });
        let (units, _) = Ledger::count(&[&ledger]);
        let values = &units[0].1.values;
        assert_eq!((values.count(Field::Received), values.count(Field::Completed)), (Some(1), None));
    }
}
