//! Units through a reorganisation: what went into what, and whether figures of before and after may be compared.
//!
//! Since many communes of July 2025 join land of two districts, the districts cannot be rebuilt by summing communes; and
//! the departments of that day serve twice the land. The catalogue says of each unit what may be compared, and a test
//! holds it against the list of parts.

use super::Catalogue;
use super::UnitId;

/// So sánh: whether a unit's figures may be held against those of its successors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// With those of its one successor: the same office.
    Same,
    /// In sum with what else went into them: all parts went into these successors and nothing else did. The tasks of an
    /// office may have changed all the same.
    Sum,
    /// Not at all.
    No,
}

impl Comparison {
    /// All answers.
    pub(super) const ALL: [Self; 3] = [Self::Same, Self::Sum, Self::No];

    /// The word for it in catalogues.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Same => "được",
            Self::Sum => "cộng",
            Self::No => "không",
        }
    }
}

impl Catalogue {
    /// The units of the next catalogue that a unit went into; empty when it has none or they are not known.
    #[must_use]
    pub fn successors(&self, id: &UnitId) -> &[UnitId] {
        self.unit(id).map_or(&[], |unit| &unit.successors)
    }

    /// The units of the catalogue before that went into a unit; empty when it has none or they are not known.
    #[must_use]
    pub fn predecessors(&self, id: &UnitId) -> &[UnitId] {
        self.unit(id).map_or(&[], |unit| &unit.predecessors)
    }

    /// Whether a unit's figures may be held against its successors'. What nobody has said is no.
    #[must_use]
    pub fn comparison(&self, id: &UnitId) -> Comparison {
        self.unit(id).and_then(|unit| unit.comparison).unwrap_or(Comparison::No)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Set;

    fn ids(catalogue: &Catalogue, of: fn(&Catalogue, &UnitId) -> Vec<UnitId>, id: &str) -> String {
        let ids = of(catalogue, &UnitId::new(id).unwrap());
        ids.iter().map(UnitId::as_str).collect::<Vec<_>>().join(" ")
    }

    fn after(catalogue: &Catalogue, id: &str) -> String {
        ids(catalogue, |catalogue, id| catalogue.successors(id).to_vec(), id)
    }

    fn before(catalogue: &Catalogue, id: &str) -> String {
        ids(catalogue, |catalogue, id| catalogue.predecessors(id).to_vec(), id)
    }

    #[test]
    fn departments_and_districts_are_followed_through_both_changes() {
        let [first, second, third] = Catalogue::all();
        assert_eq!(after(first, "skhdt"), "stc");
        assert_eq!(after(first, "stc"), "stc");
        assert_eq!(before(second, "stc"), "stc skhdt");
        assert_eq!(after(first, "bac-ha"), "bac-ha");
        assert_eq!(after(second, "si-ma-cai"), "xa-lung-phinh xa-si-ma-cai xa-sin-cheng"); // Lùng Thẩn went to Lùng Phình
        assert_eq!(before(third, "xa-bao-ha"), "bao-yen van-ban"); // Tân An and Tân Thượng were Văn Bàn's
        assert_eq!(before(third, "phuong-yen-bai"), ""); // of another province
        assert_eq!(after(third, "xa-bao-ha"), "");
        assert_eq!(after(third, "unheard-of"), "");
    }

    #[test]
    fn what_may_be_compared_is_closed_on_both_sides() {
        for pair in Catalogue::all().windows(2) {
            let (old, new) = (&pair[0], &pair[1]);
            for unit in old.units() {
                let parts: Set<&UnitId> = unit.successors.iter().flat_map(|id| new.predecessors(id)).collect();
                match old.comparison(&unit.id) {
                    Comparison::Same => assert_eq!((unit.successors.len(), parts.len()), (1, 1), "{:?}", unit.id),
                    // Whatever went into the same successors went nowhere else.
                    Comparison::Sum => {
                        for part in parts {
                            assert_eq!(old.successors(part), unit.successors, "{:?} and {part:?}", unit.id);
                            assert_eq!(old.comparison(part), Comparison::Sum, "{part:?}");
                        }
                    }
                    Comparison::No => {}
                }
            }
        }
    }

    #[test]
    fn both_catalogues_tell_the_same_succession() {
        for pair in Catalogue::all().windows(2) {
            let links = |forward: bool| -> Set<(&UnitId, &UnitId)> {
                let (old, new) = (&pair[0], &pair[1]);
                if forward {
                    old.units()
                        .iter()
                        .flat_map(|unit| unit.successors.iter().map(move |next| (&unit.id, next)))
                        .collect()
                } else {
                    new.units()
                        .iter()
                        .flat_map(|unit| unit.predecessors.iter().map(move |last| (last, &unit.id)))
                        .collect()
                }
            };
            assert_eq!(links(true), links(false), "{} and {}", pair[0].id, pair[1].id);
        }
    }

    #[test]
    fn across_july_2025_only_two_districts_are_the_sum_of_their_communes() {
        let second = Catalogue::by_id("laocai-2025-03").unwrap();
        let comparable: Vec<&str> = second
            .units()
            .iter()
            .filter(|unit| second.comparison(&unit.id) != Comparison::No)
            .map(|unit| unit.id.as_str())
            .collect();
        assert_eq!(comparable, ["muong-khuong", "sa-pa"]);
    }
}
