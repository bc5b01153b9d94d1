//! A long list read in several stretches at once, and joined as if it had been read from its first row to its last.

use std::rc::Rc;

use super::Above;
use super::Dossiers;
use super::Ledger;
use super::MOST_UNITS;
use super::Order;
use super::PlainRows;
use super::Prefixes;
use super::STATUSES_KEPT;
use super::Seen;
use super::digest_of_row;
use crate::domain::Map;

impl Dossiers {
    /// A reader for rows further below in the same list, which are numbered from 1.
    pub(in crate::columns) fn below(&self) -> Self {
        Self {
            plain: PlainRows::new(&self.columns),
            columns: Rc::clone(&self.columns),
            place: self.place.clone(),
            period: self.period,
            statuses: self.statuses.clone(),
            ledger: Ledger::new(self.ledger.known()),
            units: Map::new(),
            section: String::new(),
            unknown: Map::new(),
            flags: [Seen::default(); 4],
            order: Order::default(),
            prefixes: Prefixes::default(),
            codeless: Vec::new(),
            short: Vec::new(),
            leans: false,
            has_papers: self.has_papers,
            above: Above::Unknown,
            held: None,
            titled: None,
            leans_above: false,
        }
    }

    /// Whether rows below, read without knowing this list's section, are right all the same.
    pub(in crate::columns) fn fits(&self, below: &Self) -> bool {
        let states = self.unknown.len() + below.unknown.len();
        (self.section.is_empty() || !below.leans)
            && !below.leans_above
            && self.held.is_none()
            && below.held.is_none()
            && states < STATUSES_KEPT
    }

    /// Takes over what stands so many rows further below; `false` when the list names more units than there are.
    pub(in crate::columns) fn append(&mut self, below: Self, rows: u32) -> bool {
        // Every field by its name, so that a new one is joined as well.
        let Self {
            ledger,
            section,
            unknown,
            flags,
            order,
            prefixes,
            codeless,
            short,
            leans,
            above,
            leans_above: _,
            has_papers: _,
            titled: _,
            held: _,
            columns: _,
            place: _,
            period: _,
            statuses: _,
            units: _,
            plain: _,
        } = below;
        let first = self.ledger.len();
        let Some(units) = self.ledger.append(&mut self.units, ledger, rows, MOST_UNITS) else { return false };
        self.order.append(order, rows);
        self.prefixes.append(&prefixes, &units);
        for at in codeless {
            self.ledger.name_again(first + at, |row| digest_of_row(&self.place, row));
            self.codeless.push(first + at);
        }
        self.short.extend(short.into_iter().map(|at| first + at));
        for (key, (text, dossiers, row)) in unknown {
            self.unknown.or_insert(key, (text, 0, row.saturating_add(rows))).1 += dossiers;
        }
        for (seen, other) in self.flags.iter_mut().zip(flags) {
            seen.append(other, rows);
        }
        self.leans |= leans && self.section.is_empty();
        if above != Above::Unknown {
            self.above = above;
        }
        if !section.is_empty() {
            self.section = section;
        }
        true
    }
}
