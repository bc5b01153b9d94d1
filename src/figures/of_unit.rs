//! What all files say about one unit, each figure with the cell it was read from.

use crate::columns::Field;
use crate::columns::Values;
use crate::domain::Decimal;
use crate::domain::Map;
use crate::domain::Place;

/// A value and where it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Its row; for a figure its cell as far as known.
    pub place: Place,
}

/// Whether a value stands in a file or was computed from others that do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// As a file gives it.
    Reported,
    /// From points or components that a file gives.
    Computed,
}

impl Origin {
    /// The stable word for scripts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Computed => "computed",
        }
    }
}

/// Số liệu của một đơn vị: what all files say about one unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The unit's name as the first file writes it.
    pub written: String,
    /// Its figures, as given.
    pub(super) values: Map<Field, Sourced<Decimal>>,
    /// The export's own note beside the percentage.
    pub percent_note: Option<Sourced<String>>,
    /// The export's own note beside the count.
    pub copies_note: Option<Sourced<String>>,
    /// The rank that the first file which ranks it gives beside its figures.
    pub given_rank: Option<u32>,
    /// Where the unit was seen, in the order it was seen.
    pub(super) seen: Vec<Place>,
}

impl Figures {
    /// A figure as given; `None` when no file gives it.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<&Sourced<Decimal>> {
        self.values.get(&field)
    }

    /// Whether a figure given here is another one there.
    pub(super) fn differs_from(&self, others: &Values) -> bool {
        others.iter().any(|(field, value)| self.get(field).is_some_and(|own| own.value != value))
    }

    /// Each figure that any file gives.
    pub(super) fn given(&self) -> impl Iterator<Item = (Field, &Sourced<Decimal>)> {
        self.values.iter().map(|(field, given)| (*field, given))
    }

    /// Whether any of these files names the unit.
    #[must_use]
    pub fn stands_in(&self, tables: &[&Place]) -> bool {
        self.seen.iter().any(|seen| tables.iter().any(|table| table.is_in_table_of(seen)))
    }

    /// The fields that any file gives.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        self.values.keys().copied()
    }

    /// A figure as a count.
    #[must_use]
    pub fn count(&self, field: Field) -> Option<Sourced<u64>> {
        let given = self.get(field)?;
        Some(Sourced { value: given.value.as_count()?, place: given.place.clone() })
    }

    /// Figures of a test, each by its field and plain number.
    #[cfg(test)]
    pub(crate) fn of(figures: &[(Field, &str)]) -> Self {
        let mut own = Self::default();
        for (field, plain) in figures {
            let value = Decimal::from_plain(plain).unwrap();
            own.values.insert(*field, Sourced { value, place: Place::file("a.csv").row(2) });
        }
        own
    }
}
