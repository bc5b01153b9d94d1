//! The dossiers of all lists counted together, each once. That is dear for long lists, so it is done once for the same
//! lists, however often a setting changes.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use crate::columns::Ledger;
use crate::columns::Observation;
use crate::columns::TableRead;
use crate::domain::Place;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::numbers::print_count;

/// A list of dossiers with its place.
type List = (Place, Rc<TableRead>);

/// What the dossiers of some lists come to.
#[derive(Debug)]
pub(super) struct Counted {
    /// The lists, each with its place.
    lists: Vec<List>,
    /// The units with their counts, and the place of their list.
    units: Vec<(usize, Observation)>,
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
        let counted = Rc::new(Counted::of(lists));
        *self.0.borrow_mut() = Some(Rc::clone(&counted));
        counted
    }
}

impl Counted {
    fn of(lists: Vec<List>) -> Self {
        let ledgers: Vec<&Ledger> = lists.iter().filter_map(|(_, table)| table.dossiers.as_ref()).collect();
        let mut notices = Notices::default();
        // Each such list may hold dossiers of another.
        let origins: BTreeSet<Option<u64>> = ledgers.iter().map(|ledger| ledger.session()).collect();
        if origins.len() > 1 {
            for ((place, _), ledger) in lists.iter().zip(&ledgers) {
                notices.add(NoticeCode::DossiersFromSession, place, &print_count(ledger.len() as u64));
            }
        }
        let (units, repeated) = Ledger::count(&ledgers);
        for repeated in repeated {
            let counted = lists[repeated.counted_file].0.row(repeated.counted_row);
            let is_here = repeated.file == repeated.counted_file;
            let beside = if is_here { String::new() } else { format!("{}, ", counted.file) };
            let found = format!("tính theo {beside}{}", counted.within_file());
            notices.add(NoticeCode::DossierRepeated, &lists[repeated.file].0.row(repeated.row), &found);
        }
        Self { lists, units, notices }
    }

    /// The units with their counts, each with the place of its list.
    pub(super) fn units(&self) -> impl Iterator<Item = (&Place, &Observation)> {
        self.units.iter().map(|(list, unit)| (&self.lists[*list].0, unit))
    }
}
