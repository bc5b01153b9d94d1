//! A long list read in several stretches at once, and joined as if it had been read from its first row to its last.

use std::rc::Rc;

use super::Above;
use super::Dossiers;
use super::Ledger;
use super::MOST_UNITS;
use super::STATUSES_KEPT;
use super::Stretch;
use super::digest_of_row;
use crate::domain::Map;

impl Dossiers {
    /// A reader for rows further below in the same list, which are numbered from 1.
    pub(in crate::columns) fn below(&self) -> Self {
        Self {
            plain: self.plain.below(),
            columns: Rc::clone(&self.columns),
            place: self.place.clone(),
            period: self.period,
            statuses: self.statuses.clone(),
            ledger: Ledger::new(self.ledger.known()),
            units: Map::new(),
            stretch: Stretch::below(Above::Unknown),
            misfits: Some(0),
            has_papers: self.has_papers,
            held: None,
            titled: None,
        }
    }

    /// Whether rows below, read without knowing this list's section, are right all the same.
    pub(in crate::columns) fn fits(&self, below: &Self) -> bool {
        let states = self.stretch.unknown.len() + below.stretch.unknown.len();
        (self.stretch.section.is_empty() || !below.stretch.leans)
            && !below.stretch.leans_above
            && self.held.is_none()
            && below.held.is_none()
            && states < STATUSES_KEPT
    }

    /// Takes over what stands so many rows further below; `false` when the list names more units than there are.
    pub(in crate::columns) fn append(&mut self, below: Self, rows: u32) -> bool {
        let first = self.ledger.len();
        let Some(units) = self.ledger.append(&mut self.units, below.ledger, rows, MOST_UNITS) else { return false };
        // Every field by its name, so that a new one is joined as well.
        let Stretch { section, unknown, flags, order, prefixes, codeless, short, leans, above, leans_above: _ } =
            below.stretch;
        let joined = &mut self.stretch;
        joined.order.append(order, rows);
        joined.prefixes.append(&prefixes, &units);
        for at in codeless {
            self.ledger.name_again(first + at, |row| digest_of_row(&self.place, row));
            joined.codeless.push(first + at);
        }
        joined.short.extend(short.into_iter().map(|at| first + at));
        for (key, (text, dossiers, row)) in unknown {
            joined.unknown.or_insert(key, (text, 0, row.saturating_add(rows))).1 += dossiers;
        }
        for (seen, other) in joined.flags.iter_mut().zip(flags) {
            seen.append(other, rows);
        }
        joined.leans |= leans && joined.section.is_empty();
        if above != Above::Unknown {
            joined.above = above;
        }
        if !section.is_empty() {
            joined.section = section;
        }
        true
    }
}
