//! The catalogues that ship, one an era, and the choice among them by a day.
//!
//! Lào Cai had 20 departments until 28/02/2025, merged them to 15 on 01/3/2025, and lost its nine districts on 01/7/2025,
//! when it became one province with Yên Bái. Each of the three eras is a catalogue of its own: a report of April 2025 has
//! the new departments and the old districts, and neither neighbour could serve it. A period that spans a change is
//! served by the era of its last day, in which its report was written.

use std::sync::LazyLock;

use super::Catalogue;
use crate::domain::Day;

/// Danh mục kèm theo: a catalogue that ships. Its units are read once somebody asks for one of them: the page starts with
/// one catalogue in hand, and lists the others by their names.
pub struct Shipped {
    /// The id of the catalogue.
    pub id: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// Year, month and day of the first day it holds on.
    from: (u16, u8, u8),
    text: &'static str,
}

/// The catalogues that ship, the earliest first.
pub const SHIPPED: [Shipped; 3] = [
    Shipped {
        id: "laocai-2023",
        label: "Lào Cai, 20 sở ngành và 9 huyện (2020 – 02/2025)",
        from: (2020, 1, 1),
        text: include_str!("data/laocai-2023.csv"),
    },
    Shipped {
        id: "laocai-2025-03",
        label: "Lào Cai, 15 sở ngành và 9 huyện (03/2025 – 6/2025)",
        from: (2025, 3, 1),
        text: include_str!("data/laocai-2025-03.csv"),
    },
    Shipped {
        id: "laocai-2025",
        label: "Lào Cai, 15 sở ngành và 99 xã, phường (từ 01/7/2025)",
        from: (2025, 7, 1),
        text: include_str!("data/laocai-2025.csv"),
    },
];

static READ: [LazyLock<Catalogue>; 3] =
    [LazyLock::new(|| SHIPPED[0].read()), LazyLock::new(|| SHIPPED[1].read()), LazyLock::new(|| SHIPPED[2].read())];

impl Shipped {
    fn read(&self) -> Catalogue {
        // The files are part of the program, and tests read them.
        Catalogue::from_csv(self.text).expect("the catalogues that ship are well formed")
    }

    fn holds_on(&self, day: Day) -> bool {
        let (year, month, first) = self.from;
        Day::new(year, month, first).is_some_and(|from| from <= day)
    }
}

impl Catalogue {
    /// All catalogues that ship, the earliest first.
    #[must_use]
    pub fn all() -> [&'static Self; 3] {
        [&*READ[0], &*READ[1], &*READ[2]]
    }

    /// The catalogue that ships under this id.
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        SHIPPED.iter().position(|shipped| shipped.id == id).map(|at| READ[at].clone())
    }

    /// The catalogue of the era a day lies in; before the first era it is the first one's. Of a period, the last day
    /// decides.
    #[must_use]
    pub fn for_day(day: Day) -> Self {
        READ[SHIPPED.iter().rposition(|shipped| shipped.holds_on(day)).unwrap_or(0)].clone()
    }

    /// Lào Cai until February 2025: 20 departments and 9 districts.
    #[must_use]
    pub fn laocai_2023() -> Self {
        READ[0].clone()
    }

    /// Whether a day lies within the era of this catalogue; where an end of the era is not known, it has none.
    #[must_use]
    pub fn covers(&self, day: Day) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Group;
    use crate::units::Found;
    use crate::units::Spelling;

    #[test]
    fn the_last_day_of_a_period_chooses_the_era() {
        for (year, month, day, id) in [
            (2019, 12, 31, "laocai-2023"), // before the first era
            (2023, 6, 5, "laocai-2023"),
            (2025, 2, 28, "laocai-2023"),
            (2025, 3, 1, "laocai-2025-03"),
            (2025, 6, 30, "laocai-2025-03"),
            (2025, 7, 1, "laocai-2025"),
            (2026, 11, 25, "laocai-2025"),
        ] {
            let day = Day::new(year, month, day).unwrap();
            let catalogue = Catalogue::for_day(day);
            assert_eq!(catalogue.id, id, "{day}");
            assert_eq!(catalogue.covers(day), year >= 2020, "{day}");
        }
    }

    #[test]
    fn the_eras_follow_each_other_without_a_gap() {
        for pair in Catalogue::all().windows(2) {
            let (ends, begins) = (pair[0].valid_to.unwrap(), pair[1].valid_from.unwrap());
            // No day lies between the last of one and the first of the next.
            let next = Day::new(2025, 3, 1).filter(|_| ends == Day::new(2025, 2, 28).unwrap());
            assert_eq!(next.or(Day::new(2025, 7, 1)), Some(begins));
        }
        for catalogue in Catalogue::all() {
            assert_eq!(Catalogue::by_id(&catalogue.id).as_ref(), Some(catalogue));
            let shipped = SHIPPED.iter().find(|shipped| shipped.id == catalogue.id).unwrap();
            assert_eq!(shipped.label, catalogue.label);
            let (year, month, day) = shipped.from;
            assert_eq!(Day::new(year, month, day), catalogue.valid_from, "{}", shipped.id);
        }
        assert_eq!(Catalogue::by_id("laocai-1991"), None);
    }

    #[test]
    fn each_era_has_its_units() {
        for (id, expected) in [
            ("laocai-2023", [20, 9, 0, 17]),    // 7 external bodies, the land registry, 9 branches
            ("laocai-2025-03", [15, 9, 0, 17]), // the same
            ("laocai-2025", [15, 0, 99, 26]),   // and 9 branches of Yên Bái's districts
        ] {
            let catalogue = Catalogue::by_id(id).unwrap();
            let count = |group| catalogue.units().iter().filter(|unit| unit.group == group).count();
            assert_eq!(Group::ALL.map(count), expected, "{id}");
        }
        let communes = Catalogue::by_id("laocai-2025").unwrap();
        let wards = communes.units().iter().filter(|unit| unit.id.as_str().starts_with("phuong-")).count();
        assert_eq!(wards, 10);
    }

    #[test]
    fn the_districts_of_both_eras_that_have_them_are_the_same() {
        let [old, new, _] = Catalogue::all();
        for unit in old.units().iter().filter(|unit| unit.group == Group::CapHuyen) {
            let again = new.unit(&unit.id).unwrap();
            let facts = |unit: &super::super::Unit| {
                (unit.name.clone(), unit.short.clone(), unit.kind, unit.gso.clone(), unit.aliases.clone(), unit.bare)
            };
            assert_eq!(facts(unit), facts(again));
        }
    }

    #[test]
    fn every_unit_is_found_by_each_of_its_names() {
        for catalogue in Catalogue::all() {
            for unit in catalogue.units() {
                for name in unit.names() {
                    let found = Found::Unit { id: unit.id.clone(), spelling: Spelling::AsListed };
                    assert_eq!(catalogue.find(name, None), found, "{}: {name}", catalogue.id);
                }
            }
        }
    }

    #[test]
    fn a_unit_exists_within_the_era_of_its_catalogue() {
        for catalogue in Catalogue::all() {
            for unit in catalogue.units() {
                let from = unit.valid_from.unwrap();
                assert!(unit.valid_to.is_none_or(|to| Some(to) >= catalogue.valid_from && from <= to), "{:?}", unit.id);
                assert!(catalogue.valid_to.is_none_or(|to| from <= to), "{:?}", unit.id);
                assert!(!unit.source.is_empty(), "{:?}", unit.id);
            }
        }
    }
}
