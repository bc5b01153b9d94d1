//! The dossiers of several lists counted by unit, each dossier once.

use super::across::Across;
use super::across::Joined;
use super::ledger::ALL_MARKS;
use super::ledger::Entry;
use super::ledger::Known;
use super::ledger::Ledger;
use super::ledger::Marks;
use super::ledger::RECEIVED;
use super::repeats::Again;
use super::repeats::BLOCKS;
use super::repeats::Search;
use super::repeats::place;
use super::short::key;
use super::tally::Count;
use super::tally::UnitCounts;
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
    /// The units in that row and in the one that is counted, each by its place in its list, where they are not one.
    pub units: Option<[u32; 2]>,
}

/// What lists of dossiers come to. Lists are told by their places.
#[derive(Debug, PartialEq, Eq)]
pub struct Counts {
    /// The rows that are units, each with its list.
    pub units: Vec<(usize, UnitCounts)>,
    /// The rows that were not counted.
    pub repeated: Vec<Repeated>,
    /// How many dossiers of a list have something from another: the list, the other, how.
    pub joined: Vec<((usize, usize, Joined), u64)>,
}

impl Ledger {
    /// Counts the dossiers of several files by unit, each dossier once: the last row of the last file stands, with what rows
    /// above say in columns that its list does not have. Where it lies outside that file's period the dossier counts if it
    /// lies within another's.
    #[must_use]
    pub fn count(files: &[&Self]) -> Counts {
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
    /// What the files have of each other's dossiers.
    across: Option<Across>,
}

impl Counting {
    /// Begins to count these files.
    #[must_use]
    pub fn new(files: &[&Ledger]) -> Self {
        let counts = files.iter().map(|ledger| ledger.units.iter().map(|_| None).collect()).collect();
        let (within, across) = (None, None);
        Self { search: Search::new(files), counts, blocks: 0, at: 0, left_out: 0, within, across }
    }

    /// Counts on a little in the same files, and says whether there is more.
    pub fn step(&mut self, files: &[&Ledger]) -> bool {
        if self.search.step(files) {
            return true;
        }
        let again = &self.search.again;
        let across = self.across.get_or_insert_with(|| Across::new(files, again));
        if across.step(files) {
            return true;
        }
        let within = self.within.get_or_insert_with(|| within_another(files, again));
        let done = self.blocks + BLOCKS;
        let blocks =
            (0_usize..).zip(files).flat_map(|(file, ledger)| ledger.entries.blocks().map(move |block| (file, block)));
        let mut adding = Adding { across, within, again, at: &mut self.at, left_out: &mut self.left_out };
        for (file, entries) in blocks.skip(self.blocks).take(BLOCKS) {
            adding.add(entries, files[file].known, file, &mut self.counts[file]);
            self.blocks += 1;
        }
        self.blocks == done
    }

    /// Ends the counting, once there is no more.
    #[must_use]
    pub fn finish(self, files: &[&Ledger]) -> Counts {
        let mut units = Vec::new();
        let across = self.across.unwrap_or_default();
        for (file, (ledger, counts)) in files.iter().zip(self.counts).enumerate() {
            let beside = across.known_beside(files, file);
            for ((name, code), count) in ledger.units.iter().zip(counts) {
                let count = count.map(|count| count.counts(name.clone(), code.clone(), ledger, beside));
                units.extend(count.map(|count| (file, count)));
            }
        }
        let names = |ledger: &&Ledger| ledger.names().map(key).collect();
        let keys: Vec<Vec<u64>> =
            if self.search.again.is_empty() { Vec::new() } else { files.iter().map(names).collect() };
        let repeated = |again: &Again| {
            let ((file, entry), (counted_file, counted)) = place(files, again.at).zip(place(files, again.last))?;
            // What has a column of its own is not left out.
            let is_joined = files[file].known.bits() & !files[counted_file].known.bits() != 0;
            let (unit, counted_unit) = (entry.unit(), counted.unit());
            let [own, other] = [keys[file][unit as usize], keys[counted_file][counted_unit as usize]];
            // Of a row that names none nobody knows.
            let units = (own != other && own != 0 && other != 0).then_some([unit, counted_unit]);
            let repeated = Repeated { file, row: entry.row, counted_file, counted_row: counted.row, units };
            (!is_joined).then_some(repeated)
        };
        let repeated = self.search.again.iter().filter_map(repeated).collect();
        Counts { units, repeated, joined: across.joined() }
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

/// Adds entries from a place on, but for those that stand again.
struct Adding<'counting> {
    across: &'counting mut Across,
    within: &'counting [u32],
    again: &'counting [Again],
    at: &'counting mut u32,
    left_out: &'counting mut usize,
}

impl Adding<'_> {
    /// Adds some entries of a file to the counts of its units.
    #[inline(never)]
    fn add(&mut self, entries: &[Entry], known: Known, file: usize, counts: &mut [Option<Count>]) {
        let is_alone = self.across.is_nothing();
        let next = self.within.partition_point(|place| *place < *self.at);
        let (mut within, mut again) = (&self.within[next..], &self.again[*self.left_out..]);
        let left = again.len();
        for entry in entries {
            let at = *self.at;
            *self.at += 1;
            if let [first, rest @ ..] = again
                && first.at == at
            {
                again = rest;
                continue;
            }
            let mut marks = entry.unit_and_marks & ALL_MARKS;
            if let [first, rest @ ..] = within
                && *first == at
            {
                (within, marks) = (rest, marks | 1 << RECEIVED);
            }
            let unit = match &mut counts[entry.unit() as usize] {
                Some(unit) => unit,
                none => none.insert(Count::default()),
            };
            if is_alone {
                unit.add(entry.row, marks);
            } else {
                let (marks, known) = self.across.complete(file, *entry, at, Marks::of(marks), known);
                unit.add(entry.row, marks.bits());
                unit.lack(marks, known);
            }
        }
        *self.left_out += left - again.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::columns::Field;
    use crate::domain::Map;

    const ALL: Known = Known { digitised: true, completed: true, e_result: true, reused: true, from_store: true };

    fn ledger(rows: &[(u64, &str, Marks)]) -> Ledger {
        ledger_of(ALL, rows)
    }

    fn ledger_of(known: Known, rows: &[(u64, &str, Marks)]) -> Ledger {
        let (mut ledger, mut index) = (Ledger::new(known), Map::new());
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
        let Counts { units, repeated, .. } = Ledger::count(&[&first, &second]);
        let shown: Vec<_> = units
            .iter()
            .map(|(file, unit)| {
                let count = |field| unit.row.values.count(field).unwrap();
                (
                    *file,
                    unit.row.name.as_str(),
                    [Field::Received, Field::Completed, Field::CompletedEResult, Field::Both].map(count),
                )
            })
            .collect();
        // dossier 1 stands as row 4 of the first file, 2 as row 2 of the second, 3 was not received in the period
        assert_eq!(shown, [(0, "A", [1, 1, 1, 1]), (1, "B", [1, 0, 0, 0])]);
        assert_eq!(
            repeated,
            [
                Repeated { file: 0, row: 2, counted_file: 0, counted_row: 4, units: None },
                Repeated { file: 0, row: 3, counted_file: 1, counted_row: 2, units: Some([0, 0]) }
            ]
        );
    }

    #[test]
    fn what_another_list_has_of_a_dossier_is_one_dossier_however_often_it_stands_there() {
        let (papers, done) = (
            Marks { received: true, digitised: true, ..Marks::default() },
            Marks { received: true, completed: true, ..Marks::default() },
        );
        let first = ledger_of(
            Known { digitised: true, ..Known::default() },
            &[(1, "A", papers), (2, "A", papers), (1, "A", papers)],
        );
        let second = ledger_of(Known { completed: true, ..Known::default() }, &[(1, "A", done), (2, "A", done)]);
        let Counts { joined, .. } = Ledger::count(&[&first, &second]);
        assert_eq!(joined, [((1, 0, Joined::Columns), 2)]);
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
        let Counts { units, repeated, .. } = counting.finish(&files);
        let counts: Vec<_> = units.iter().map(|(file, unit)| (*file, unit.row.values.count(Field::Received))).collect();
        assert_eq!(counts, [(0, Some(199_000)), (1, Some(141_000))]);
        assert!(repeated.iter().map(|again| (again.file, again.row)).eq((199_001..=200_000).map(|row| (0, row))));
        assert!(repeated.iter().all(|again| (again.counted_file, again.counted_row) == (1, again.row)));
    }

    #[test]
    fn a_count_without_its_column_is_unknown() {
        let mut ledger = Ledger::new(Known::default());
        let unit = ledger.unit(&mut Map::new(), ("A".into(), String::new()), 10).unwrap();
        ledger.add(1, 2, unit, Marks { received: true, ..Marks::default() });
        let values = &Ledger::count(&[&ledger]).units[0].1.row.values;
        assert_eq!((values.count(Field::Received), values.count(Field::Completed)), (Some(1), None));
    }
}
