//! The dossiers of all lists counted together, each once. That is dear for long lists, so it is done once for the same
//! lists, however often a setting changes.

use std::cell::RefCell;
use std::rc::Rc;

use super::FileOutcome;
use super::GatheredFile;
use crate::columns::Counts;
use crate::columns::Joined;
use crate::columns::Ledger;
use crate::columns::LedgerCounting;
use crate::columns::TableRead;
use crate::columns::UnitCounts;
use crate::domain::Place;
use crate::domain::sort_by_key;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::notices::PLACES_KEPT;
use crate::text::numbers::print_count;

/// A list of dossiers with its place.
type List = (Place, Rc<TableRead>);

/// What the dossiers of some lists come to.
#[derive(Debug)]
pub(super) struct Counted {
    /// The lists, each with its place.
    lists: Vec<List>,
    /// The units with their counts, and the place of their list.
    units: Vec<(usize, UnitCounts)>,
    /// The rows that were not counted.
    pub(super) notices: Notices,
}

/// Điều đã tính: what one report leaves for the next on the same files.
#[derive(Debug, Default)]
pub struct Memory(RefCell<Option<Rc<Counted>>>);

impl Memory {
    /// What these lists come to, counted now unless they were the last that were counted.
    pub(super) fn counted(&self, lists: Vec<List>) -> Rc<Counted> {
        let same = |one: &List, other: &List| one.0 == other.0 && Rc::ptr_eq(&one.1, &other.1);
        let is_of = |counted: &Counted| {
            counted.lists.len() == lists.len() && lists.iter().zip(&counted.lists).all(|(one, other)| same(one, other))
        };
        if let Some(counted) = self.0.borrow().as_ref().filter(|counted| is_of(counted)) {
            return Rc::clone(counted);
        }
        let mut counting = Counting::of(lists);
        while counting.step() {}
        self.put(counting)
    }

    /// Begins to count the lists of these files, for the report on them.
    #[must_use]
    pub fn counting<'files>(files: impl Iterator<Item = &'files FileOutcome>) -> Counting {
        Counting::of(lists(files))
    }

    /// Keeps what was counted to its end.
    pub fn keep(&self, counting: Counting) {
        self.put(counting);
    }

    fn put(&self, counting: Counting) -> Rc<Counted> {
        let counted = Rc::new(counting.finish());
        *self.0.borrow_mut() = Some(Rc::clone(&counted));
        counted
    }
}

/// The lists of dossiers among some files, each once.
pub(super) fn lists<'files>(files: impl Iterator<Item = &'files FileOutcome>) -> Vec<List> {
    let mut lists: Vec<&GatheredFile> = Vec::new();
    for gathered in files.flat_map(FileOutcome::tables) {
        if gathered.table.dossiers.is_some() && !lists.iter().any(|list| list.is_same(gathered)) {
            lists.push(gathered);
        }
    }
    by_end(lists.into_iter().map(|gathered| (gathered.place(), Rc::clone(&gathered.table))).collect())
}

/// Lists with those whose titles name a period in the order in which these end, each where one of them stood: of a dossier in
/// several the last list counts, whatever the order in which they were given.
fn by_end(mut lists: Vec<List>) -> Vec<List> {
    let end = |list: &List| list.1.dossiers.as_ref().and_then(Ledger::end);
    let places: Vec<usize> = (0..lists.len()).filter(|at| end(&lists[*at]).is_some()).collect();
    let mut named: Vec<List> = places.iter().map(|at| lists[*at].clone()).collect();
    sort_by_key(&mut named, end);
    for (at, list) in places.into_iter().zip(named) {
        lists[at] = list;
    }
    lists
}

/// Đang đếm: lists of dossiers that are counted in steps, between which others are heard.
pub struct Counting {
    lists: Vec<List>,
    ledgers: LedgerCounting,
}

fn ledgers(lists: &[List]) -> Vec<&Ledger> {
    lists.iter().filter_map(|(_, table)| table.dossiers.as_ref()).collect()
}

impl Counting {
    fn of(lists: Vec<List>) -> Self {
        Self { ledgers: LedgerCounting::new(&ledgers(&lists)), lists }
    }

    /// Counts on a little, some milliseconds' work, and says whether there is more.
    pub fn step(&mut self) -> bool {
        self.ledgers.step(&ledgers(&self.lists))
    }

    fn finish(self) -> Counted {
        let Self { lists, ledgers: counting } = self;
        let ledgers = ledgers(&lists);
        let mut notices = Notices::default();
        if Ledger::origins(&ledgers).len() > 1 {
            // Each such list may hold dossiers of another.
            for ((place, _), ledger) in lists.iter().zip(&ledgers) {
                notices.add(NoticeCode::DossiersFromSession, place, &print_count(ledger.len() as u64));
            }
        }
        let Counts { units, repeated, joined } = counting.finish(&ledgers);
        for (at, repeated) in repeated.into_iter().enumerate() {
            let code = if repeated.units.is_some() { NoticeCode::DossierMoved } else { NoticeCode::DossierRepeated };
            if at >= PLACES_KEPT && notices.count(code) >= PLACES_KEPT as u64 {
                // Behind the places that are kept they are only counted.
                notices.add(code, &lists[repeated.file].0, "");
                continue;
            }
            let counted = lists[repeated.counted_file].0.row(repeated.counted_row);
            let is_here = counted.file == lists[repeated.file].0.file;
            let beside = if is_here { String::new() } else { format!("{}, ", counted.file) };
            let units = repeated.units.map(|[unit, other]| {
                let (own, counted) =
                    (ledgers[repeated.file].unit_name(unit), ledgers[repeated.counted_file].unit_name(other));
                format!("{own} → {counted}, ")
            });
            let found = format!("{}tính theo {beside}{}", units.unwrap_or_default(), counted.within_file());
            notices.add(code, &lists[repeated.file].0.row(repeated.row), &found);
        }
        for ((list, other, how), dossiers) in joined {
            let (dossiers, other) = (print_count(dossiers), &lists[other].0.file);
            let (code, found) = match how {
                Joined::Columns => (NoticeCode::DossiersJoined, format!("{dossiers} hồ sơ cũng có ở {other}")),
                Joined::NotCompleted => {
                    (NoticeCode::DossiersTakenAsOpen, format!("{dossiers} hồ sơ không có ở {other}"))
                }
            };
            notices.add(code, &lists[list].0, &found);
        }
        Counted { lists, units, notices }
    }
}

impl Counted {
    /// The units with their counts, each with the place of its list.
    pub(super) fn units(&self) -> impl Iterator<Item = (&Place, &UnitCounts)> {
        self.units.iter().map(|(list, unit)| (&self.lists[*list].0, unit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Gathering;
    use crate::columns::Field;
    use crate::units::Catalogue;

    /// A list of dossiers with these running numbers.
    fn list(name: &str, numbers: std::ops::Range<u32>) -> FileOutcome {
        const HEADER: &str = "Mã hồ sơ;Đơn vị;Ngày tiếp nhận;Trạng thái;Số thành phần đã số hóa;Kết quả điện tử\n";
        let row = |number| format!("H38.24-230605-{number:04};UBND huyện Bảo Yên;05/06/2023;10;1;Có\n");
        let mut gathering = Gathering::new(name, Rc::new(Catalogue::laocai_2023()), Rc::default());
        gathering.feed(format!("{HEADER}{}", numbers.map(row).collect::<String>()).as_bytes()).unwrap();
        gathering.outcome()
    }

    #[test]
    fn what_was_counted_before_the_report_is_not_counted_again_by_it() {
        let files = [list("a.csv", 1..40), list("b.csv", 39..60)];
        let memory = Memory::default();
        let mut counting = Memory::counting(files.iter());
        while counting.step() {}
        memory.keep(counting);
        let kept = memory.0.borrow().clone().unwrap();
        // Number 39 stands in both.
        assert_eq!((kept.units().count(), kept.notices.count(NoticeCode::DossierRepeated)), (2, 1));
        assert!(Rc::ptr_eq(&memory.counted(lists(files.iter())), &kept));
        // A file that is given again is no list more, neither before the report nor in it.
        let twice = || files.iter().chain(&files[1..]);
        assert_eq!((lists(twice()).len(), Memory::counting(twice()).lists.len()), (2, 2));
        // Of other files it is nothing.
        assert!(!Rc::ptr_eq(&memory.counted(lists(files[..1].iter())), &kept));
    }

    #[test]
    fn of_a_dossier_in_two_lists_that_of_the_later_period_counts_in_whatever_order_they_come() {
        let list = |month: u32, state: &str| {
            let text = format!(
                "THÁNG {month} NĂM 2023\nMã hồ sơ;Đơn vị;Trạng thái;Số hóa TPHS;Ngày hẹn trả\n\
                 H38.24-230905-0001;UBND huyện Bảo Yên;{state};Có;\n"
            );
            let mut gathering =
                Gathering::new(&format!("{month}.csv"), Rc::new(Catalogue::laocai_2023()), Rc::default());
            gathering.feed(text.as_bytes()).unwrap();
            gathering.outcome()
        };
        let (september, october) = (list(9, "Đang xử lý"), list(10, "Đã trả kết quả"));
        for files in [[&september, &october], [&october, &september]] {
            let counted = Memory::default().counted(lists(files.into_iter()));
            let units: Vec<_> = counted.units().map(|(_, unit)| unit.row.values.count(Field::Completed)).collect();
            // Received in September by its code, and completed in October.
            assert_eq!(units, [Some(1)]);
            let [notice] = counted.notices.sorted()[..] else { panic!("one notice") };
            assert_eq!(notice.seen[0].place.file, "9.csv");
            assert_eq!(notice.seen[0].found, "tính theo 10.csv, dòng 3");
        }
    }

    #[test]
    fn of_thousands_that_stand_twice_all_are_counted_and_the_first_are_kept() {
        let files = [list("a.csv", 0..2_100), list("b.csv", 0..2_101)];
        let counted = Memory::default().counted(lists(files.iter()));
        let [notice] = counted.notices.sorted()[..] else { panic!("one notice") };
        assert_eq!((notice.count, notice.seen.len()), (2_100, PLACES_KEPT));
        // The last that is kept stands below a header and 1.999 others, in both files.
        let last = notice.seen.last().unwrap();
        assert_eq!((last.place.row, last.found.as_str()), (Some(2_001), "tính theo b.csv, dòng 2001"));
    }
}
