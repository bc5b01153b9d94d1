//! Which unit the codes of a list belong to, as its own rows say: where a unit's name stands only in the first of its rows,
//! the code in front tells whose the others are. A code that rows give to two units tells nothing.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;
use serde::Deserialize;
use serde::Serialize;

/// Most codes that are remembered; a province has some hundreds of offices.
const MOST: usize = 20_000;

/// The unit of each code, by its place in the ledger; none where rows disagree.
#[derive(Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Prefixes {
    units: HashMap<Box<str>, Option<u32>, FxBuildHasher>,
}

impl Prefixes {
    /// Notes that a row names this unit beside a dossier's code that begins with this one.
    pub(super) fn note(&mut self, code: &str, unit: u32) {
        if let Some(known) = self.units.get_mut(code) {
            *known = known.filter(|known| *known == unit);
        } else if self.units.len() < MOST && !code.is_empty() {
            self.units.insert(code.into(), Some(unit));
        }
    }

    /// Takes over what rows further below say; `units` gives the place of their units here.
    #[expect(clippy::iter_over_hash_type, reason = "a code is a unit's or nobody's in whatever order rows say so")]
    pub(super) fn append(&mut self, below: &Self, units: &[u32]) {
        for (code, unit) in &below.units {
            match unit.and_then(|unit| units.get(unit as usize)) {
                Some(unit) => self.note(code, *unit),
                None => {
                    self.units.insert(code.clone(), None);
                }
            }
        }
    }

    /// The one unit that rows name beside this code.
    pub(super) fn unit(&self, code: &str) -> Option<u32> {
        self.units.get(code).copied().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_a_units_where_every_row_says_so() {
        let mut prefixes = Prefixes::default();
        for (code, unit) in [("H38.24", 0), ("H38.24", 0), ("H38", 0), ("H38", 1), ("H38", 0), ("", 2)] {
            prefixes.note(code, unit);
        }
        assert_eq!((prefixes.unit("H38.24"), prefixes.unit("H38"), prefixes.unit("H38.2")), (Some(0), None, None));
        assert_eq!(prefixes.unit(""), None);
    }
}
