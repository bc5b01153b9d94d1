//! What a name that is not found may have meant. Nothing here is ever taken for certain: an officer decides.

use super::Catalogue;
use super::UnitId;
use super::UnitType;
use super::name::Name;
use crate::domain::Group;
use crate::domain::sort;

/// Suggestions shown for a name that is not found.
const SUGGESTIONS: usize = 3;

impl Catalogue {
    /// The units whose names come close to a name that is not found, or that have replaced the office it names.
    pub(super) fn suggestions(&self, name: &Name, group: Option<Group>) -> Vec<UnitId> {
        if name.core.is_empty() {
            return Vec::new();
        }
        let registry = name.kind == Some(UnitType::LandRegistry);
        let allowed = |key: &str| match key.chars().count() {
            0..4 => 0,
            4..10 => 1,
            _ => 2,
        };
        let distance = |one: &str, other: &str| {
            // Each edit changes the length by one at the most: most names are told apart by that alone.
            if one.len().abs_diff(other.len()) > allowed(one) {
                return None;
            }
            Some(strsim::damerau_levenshtein(one, other)).filter(|distance| *distance <= allowed(one))
        };
        let replaced = self.index.successors_of(&name.whole_key);
        let mut close: Vec<(bool, usize, usize)> = replaced.iter().map(|at| (false, 0, *at)).collect();
        for (at, unit) in self.units.iter().enumerate() {
            let own = self.index.spelt(at);
            // A branch of the land registry bears a district's name: neither is suggested for the other.
            let fits = match unit.kind {
                UnitType::LandRegistry => registry || group == Some(Group::Khac),
                _ => !registry,
            };
            if fits
                && let Some(near) =
                    distance(&name.core_key, &own.core_key).or_else(|| distance(&name.whole_key, &own.whole_key))
            {
                close.push((group.is_some_and(|group| group != unit.group), near, at));
            }
        }
        // Where a name is right but for its type or marks, names that are merely like it say nothing.
        if close.iter().any(|(_, near, _)| *near == 0) {
            close.retain(|(_, near, _)| *near == 0);
        }
        // Those of the section's group first, then the closest.
        sort(&mut close);
        let mut suggestions: Vec<UnitId> = Vec::new();
        for (_, _, at) in close {
            let id = &self.units[at].id;
            if suggestions.len() < SUGGESTIONS && !suggestions.contains(id) {
                suggestions.push(id.clone());
            }
        }
        suggestions
    }
}
