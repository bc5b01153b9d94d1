//! Where a key leads: a name, the core of a name or a code to the units that have it. Made once a catalogue, so that
//! finding a unit costs the same with nine units and with nine hundred.

use super::Unit;
use super::UnitCode;
use super::UnitId;
use super::name::Name;
use crate::domain::Map;
use crate::text::squash;

/// Mục lục: the positions of units by each of their keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Index {
    ids: Map<UnitId, usize>,
    listed: Map<String, usize>,
    cores: Map<String, Vec<usize>>,
    codes: Map<UnitCode, usize>,
    below: Map<UnitCode, usize>,
    gso: Map<String, usize>,
    former: Map<String, Vec<usize>>,
    spelt: Vec<Spelt>,
}

/// A unit's official name in the forms it is compared in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spelt {
    /// Without committee and type.
    pub(super) core: String,
    /// The key of that.
    pub(super) core_key: String,
    /// The key of the whole.
    pub(super) whole_key: String,
}

impl Index {
    pub(super) fn new(units: &[Unit]) -> Self {
        let mut index = Self::default();
        for (at, unit) in units.iter().enumerate() {
            index.ids.or_insert(unit.id.clone(), at);
            let own = Name::parse(&unit.name);
            index.cores.or_default(own.core_key.clone()).push(at);
            for name in unit.names() {
                let key = squash(name);
                let of_key = index.cores.or_default(key.clone());
                if of_key.last() != Some(&at) {
                    of_key.push(at);
                }
                index.listed.or_insert(key, at);
            }
            for name in &unit.former {
                index.former.or_default(squash(name)).push(at);
            }
            for code in unit.code.split('|') {
                let (office, into) = match code.strip_suffix(".*") {
                    Some(above) => (above, &mut index.below),
                    None => (code, &mut index.codes),
                };
                if let Some(office) = UnitCode::parse(office) {
                    into.or_insert(office, at);
                }
            }
            if !unit.gso.is_empty() {
                index.gso.or_insert(unit.gso.clone(), at);
            }
            index.spelt.push(Spelt { core: own.core, core_key: own.core_key, whole_key: squash(&unit.name) });
        }
        index
    }

    pub(super) fn with_id(&self, id: &UnitId) -> Option<usize> {
        self.ids.get(id).copied()
    }

    /// The unit listed under a name with this key.
    pub(super) fn listed(&self, key: &str) -> Option<usize> {
        self.listed.get(key).copied()
    }

    /// The units whose core, or one of whose other names, has this key.
    pub(super) fn with_core(&self, key: &str) -> &[usize] {
        self.cores.get(key).map_or(&[], Vec::as_slice)
    }

    /// The units that have replaced an office of this name.
    pub(super) fn successors_of(&self, key: &str) -> &[usize] {
        self.former.get(key).map_or(&[], Vec::as_slice)
    }

    /// The unit with this code, or the nearest above it that counts all below as its own.
    pub(super) fn with_code(&self, code: &UnitCode) -> Option<usize> {
        let above = || std::iter::successors(code.parent(), UnitCode::parent).find_map(|code| self.below.get(&code));
        self.codes.get(code).or_else(|| self.below.get(code)).or_else(above).copied()
    }

    /// The unit with this number of the statistics office.
    pub(super) fn with_gso(&self, number: &str) -> Option<usize> {
        self.gso.get(number).copied()
    }

    /// The name of the unit at a position.
    pub(super) fn spelt(&self, at: usize) -> &Spelt {
        &self.spelt[at]
    }
}
