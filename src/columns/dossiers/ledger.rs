//! The dossiers of one file or of several: a few bytes a dossier, counted by unit once all are there. A dossier that
//! stands in two rows or two files is counted once, as its last row says.

use super::entries::Entries;
use crate::columns::Field;
use crate::domain::Day;
use crate::domain::Map;
use crate::domain::Period;

/// What is kept of one dossier: 16 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// A digest of its code.
    pub(super) digest: u64,
    pub(super) row: u32,
    /// Which unit, by its place among the ledger's names, and its marks.
    pub(super) unit_and_marks: u32,
}

impl Entry {
    /// The place of its unit among the ledger's names.
    pub(super) const fn unit(self) -> u32 {
        self.unit_and_marks >> MARKS
    }
}

/// The bit of each mark.
pub(super) const RECEIVED: u32 = 0;
pub(super) const DIGITISED: u32 = 1;
pub(super) const COMPLETED: u32 = 2;
pub(super) const E_RESULT: u32 = 3;
pub(super) const REUSED: u32 = 4;
pub(super) const FROM_STORE: u32 = 5;
const RECEIVED_TURNED: u32 = 6;
pub(super) const UNKNOWN: u32 = 7;
const REFUSED: u32 = 8;
pub(super) const UNDATED: u32 = 9;
const UNDATED_TURNED: u32 = 10;

/// What counts of one dossier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a mark of its own")]
pub(super) struct Marks {
    /// Received within the period, if days come first.
    pub(super) received: bool,
    /// Received within the period, if months come first.
    pub(super) received_turned: bool,
    pub(super) digitised: bool,
    pub(super) completed: bool,
    pub(super) e_result: bool,
    pub(super) reused: bool,
    pub(super) from_store: bool,
    /// Received within the period, but of no known state: nobody knows whether it counts.
    pub(super) unknown: bool,
    /// Of a state that does not count: registered or refused.
    pub(super) refused: bool,
    /// Of no known day, if days come first: nobody knows whether it was received within the period.
    pub(super) undated: bool,
    /// The same if months come first.
    pub(super) undated_turned: bool,
}

impl Marks {
    /// Whether nothing but the day of its receipt keeps it from counting.
    pub(super) const fn is_outside(self) -> bool {
        !(self.received || self.unknown || self.refused)
    }

    /// Of a dossier received within the period or not, with its flags in their order.
    pub(super) fn new(received: bool, completed: bool, flags: [bool; 4]) -> Self {
        let [digitised, e_result, reused, from_store] = flags;
        Self {
            received,
            received_turned: received,
            digitised,
            completed,
            e_result,
            reused,
            from_store,
            unknown: false,
            refused: false,
            undated: false,
            undated_turned: false,
        }
    }

    /// The marks as bits. Sessions keep them: a new mark takes the next bit, and none changes its own.
    #[inline(always)]
    pub(super) const fn bits(self) -> u32 {
        (self.received as u32) << RECEIVED
            | (self.digitised as u32) << DIGITISED
            | (self.completed as u32) << COMPLETED
            | (self.e_result as u32) << E_RESULT
            | (self.reused as u32) << REUSED
            | (self.from_store as u32) << FROM_STORE
            | (self.received_turned as u32) << RECEIVED_TURNED
            | (self.unknown as u32) << UNKNOWN
            | (self.refused as u32) << REFUSED
            | (self.undated as u32) << UNDATED
            | (self.undated_turned as u32) << UNDATED_TURNED
    }

    pub(super) fn of(bits: u32) -> Self {
        let mark = |at: u32| bits >> at & 1 == 1;
        Self {
            received: mark(RECEIVED),
            digitised: mark(DIGITISED),
            completed: mark(COMPLETED),
            e_result: mark(E_RESULT),
            reused: mark(REUSED),
            from_store: mark(FROM_STORE),
            received_turned: mark(RECEIVED_TURNED),
            unknown: mark(UNKNOWN),
            refused: mark(REFUSED),
            undated: mark(UNDATED),
            undated_turned: mark(UNDATED_TURNED),
        }
    }
}

/// Settles some entries: a browser makes code fast that was called some times, and none that is running.
#[inline(never)]
fn settle(entries: &mut [Entry], turned: bool) {
    const RECEIVED_BOTH: u32 = 1 << RECEIVED | 1 << RECEIVED_TURNED;
    const UNDATED_BOTH: u32 = 1 << UNDATED | 1 << UNDATED_TURNED;
    let (received, undated) = if turned { (RECEIVED_TURNED, UNDATED_TURNED) } else { (RECEIVED, UNDATED) };
    for entry in entries {
        let own = entry.unit_and_marks;
        let both = ((own >> received & 1) * RECEIVED_BOTH) | ((own >> undated & 1) * UNDATED_BOTH);
        entry.unit_and_marks = own & !(RECEIVED_BOTH | UNDATED_BOTH) | both;
    }
}

/// Bits of an entry that hold marks; the rest tell the unit.
pub(super) const MARKS: u32 = 11;

/// All of them.
pub(super) const ALL_MARKS: u32 = (1 << MARKS) - 1;

/// Which columns a list has: a count without its column is unknown, not 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a column of its own")]
pub(super) struct Known {
    pub(super) digitised: bool,
    pub(super) completed: bool,
    pub(super) e_result: bool,
    pub(super) reused: bool,
    pub(super) from_store: bool,
}

impl Known {
    /// The marks that are known, as their bits. Who knows whether a dossier is completed knows its state.
    pub(super) fn bits(self) -> u32 {
        let Self { digitised, completed, e_result, reused, from_store } = self;
        let marks = Marks {
            unknown: completed,
            refused: completed,
            ..Marks::new(false, completed, [digitised, e_result, reused, from_store])
        };
        marks.bits()
    }

    /// Each column, in the order of the marks.
    pub(super) const fn columns(self) -> [bool; 5] {
        let Self { digitised, completed, e_result, reused, from_store } = self;
        [digitised, completed, e_result, reused, from_store]
    }

    /// The same from its columns.
    pub(super) const fn of_columns(columns: [bool; 5]) -> Self {
        let [digitised, completed, e_result, reused, from_store] = columns;
        Self { digitised, completed, e_result, reused, from_store }
    }

    /// What is known by these bits.
    pub(super) fn of(bits: u32) -> Self {
        let Marks { digitised, completed, e_result, reused, from_store, .. } = Marks::of(bits);
        Self { digitised, completed, e_result, reused, from_store }
    }
}

/// Sổ hồ sơ: the dossiers of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    pub(super) entries: Entries,
    /// Names and codes of units as written, each once.
    pub(super) units: Vec<(String, String)>,
    pub(super) known: Known,
    /// The period whose dossiers it lists.
    pub(super) period: Option<Period>,
    /// Whether they are electronically certified copies.
    pub(super) of_copies: bool,
    /// The session it comes from, by its number: a session keeps no codes.
    pub(super) from_session: Option<u64>,
}

impl Ledger {
    pub(super) fn new(known: Known) -> Self {
        Self { known, ..Self::default() }
    }

    /// Whether its dossiers are electronically certified copies.
    #[must_use]
    pub const fn is_of_copies(&self) -> bool {
        self.of_copies
    }

    /// The last day of the period whose dossiers it lists, where its titles name one.
    #[must_use]
    pub fn end(&self) -> Option<Day> {
        self.period.map(|period| period.to)
    }

    /// Has the dossiers counted as certified copies, apart from those of other lists: each is in the list of all dossiers, too.
    pub(super) fn count_copies(&mut self) {
        self.of_copies = true;
        self.entries.blocks_mut().flatten().for_each(|entry| entry.digest = !entry.digest);
    }

    /// Which columns its list has.
    pub(super) fn known(&self) -> Known {
        self.known
    }

    /// Forgets that the list has a column that tells this.
    pub(super) fn forget(&mut self, field: Field) {
        match field {
            Field::Completed => self.known.completed = false,
            Field::PapersDigitised => self.known.digitised = false,
            Field::EResult => self.known.e_result = false,
            Field::ReuseFlag => self.known.reused = false,
            Field::StoreFlag => self.known.from_store = false,
            _ => {}
        }
    }

    /// Whether it has all dossiers that were completed within the period of another list, and no others.
    pub(super) fn has_all_completed(&self, other: &Self) -> bool {
        let covers = match (self.period, other.period) {
            (None, _) => true,
            (Some(own), Some(others)) => own.from <= others.from && others.to <= own.to,
            (Some(_), None) => false,
        };
        let is_completed = |entry: &Entry| Marks::of(entry.unit_and_marks).completed;
        covers && self.known.completed && !self.is_empty() && self.entries.iter().all(is_completed)
    }

    /// The place of a unit as written; `None` when the list names more units than `most`.
    pub(super) fn unit(
        &mut self,
        index: &mut Map<(String, String), u32>,
        unit: (String, String),
        most: usize,
    ) -> Option<u32> {
        if let Some(at) = index.get(&unit) {
            return Some(*at);
        }
        if self.units.len() == most {
            return None;
        }
        let at = u32::try_from(self.units.len()).ok()?;
        self.units.push(unit.clone());
        index.insert(unit, at);
        Some(at)
    }

    #[inline(always)]
    pub(super) fn add(&mut self, digest: u64, row: u32, unit: u32, marks: Marks) {
        self.entries.push(Entry { digest, row, unit_and_marks: unit << MARKS | marks.bits() });
    }

    /// The dossier that was added last.
    pub(super) fn last(&self) -> Option<Entry> {
        self.entries.last()
    }

    /// Settles which dossiers were received within the period: as days say whose months come first, or as they stand.
    pub(super) fn settle(&mut self, turned: bool) {
        self.entries.blocks_mut().for_each(|entries| settle(entries, turned));
    }

    /// The units that are known by a code alone.
    pub(super) fn nameless(&self) -> Vec<u32> {
        let nameless = |(at, (name, _)): (u32, &(String, String))| name.is_empty().then_some(at);
        (0..).zip(&self.units).filter_map(nameless).collect()
    }

    /// The name of a unit as written.
    #[must_use]
    pub fn unit_name(&self, unit: u32) -> &str {
        self.units.get(unit as usize).map_or("", |(name, _)| name)
    }

    /// The code by which a unit is known.
    pub(super) fn code(&self, unit: u32) -> &str {
        self.units.get(unit as usize).map_or("", |(_, code)| code)
    }

    /// Gives a unit that is known by a code alone a name.
    pub(super) fn name(&mut self, unit: u32, name: String) {
        if let Some(unit) = self.units.get_mut(unit as usize) {
            *unit = (name, String::new());
        }
    }

    /// Gives a unit that is known by a code alone the name of another one.
    pub(super) fn call(&mut self, unit: u32, as_other: u32) -> Option<&str> {
        let other = self.units.get(as_other as usize)?.clone();
        let unit = self.units.get_mut(unit as usize)?;
        *unit = other;
        Some(&unit.0)
    }

    /// How many dossiers a unit has, and the row of the first.
    pub(super) fn of_unit(&self, unit: u32) -> (u64, u32) {
        let own = || self.entries.iter().filter(|entry| entry.unit_and_marks >> MARKS == unit);
        (own().count() as u64, own().map(|entry| entry.row).min().unwrap_or(0))
    }

    /// Adds the dossiers that stand further below, so many rows; gives the place of each of their units
    /// here, `None` when there are more units than `most`.
    pub(super) fn append(
        &mut self,
        index: &mut Map<(String, String), u32>,
        below: Self,
        rows: u32,
        most: usize,
    ) -> Option<Vec<u32>> {
        let Self { entries, units, .. } = below;
        let units: Option<Vec<u32>> = units.into_iter().map(|unit| self.unit(index, unit, most)).collect();
        let units = units?;
        for block in entries.into_blocks() {
            self.append_some(&block, &units, rows);
        }
        Some(units)
    }

    /// Adds some dossiers that stand so many rows further below, with the places of their units here.
    #[inline(never)]
    fn append_some(&mut self, entries: &[Entry], units: &[u32], rows: u32) {
        for entry in entries {
            let (unit, marks) = (units[entry.unit() as usize], entry.unit_and_marks & ALL_MARKS);
            let row = entry.row.saturating_add(rows);
            self.entries.push(Entry { digest: entry.digest, row, unit_and_marks: unit << MARKS | marks });
        }
    }

    /// Gives the dossier in this row another digest.
    pub(super) fn name_again(&mut self, at: usize, digest: impl FnOnce(u32) -> u64) {
        let Some(first) = self.entries.get(at) else { return };
        let (new, mut at) = (digest(first.row), at);
        // Its other papers stand right below it.
        while let Some(entry) = self.entries.get_mut(at).filter(|entry| entry.digest == first.digest) {
            entry.digest = new;
            at += 1;
        }
    }

    /// The names of units as the list writes them, each once.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.units.iter().map(|(name, _)| name.as_str())
    }

    /// How many rows hold a dossier.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether no row holds a dossier.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.len() == 0
    }
}
