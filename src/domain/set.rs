//! Sets of the rooms: maps whose keys have no values.

use std::borrow::Borrow;
use std::iter;
use std::vec;

use super::Map;

/// Tập: different ones in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set<T>(Map<T, ()>);

impl<T> Set<T> {
    /// An empty one.
    #[must_use]
    pub const fn new() -> Self {
        Self(Map::new())
    }

    /// Whether nothing is in it.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many are in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// What is in it.
    pub fn iter(&self) -> impl Iterator<Item = &T> + Clone {
        self.0.keys()
    }
}

impl<T: Ord> Set<T> {
    /// Whether this is in it.
    #[must_use]
    pub fn contains<Q: Ord + ?Sized>(&self, item: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.0.contains_key(item)
    }

    /// Takes one in; says whether it is new.
    pub fn insert(&mut self, item: T) -> bool {
        self.0.insert(item, ()).is_none()
    }
}

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Ord> Extend<T> for Set<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        self.0.extend(items.into_iter().map(|item| (item, ())));
    }
}

impl<T: Ord> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self(items.into_iter().map(|item| (item, ())).collect())
    }
}

impl<T> IntoIterator for Set<T> {
    type Item = T;
    type IntoIter = iter::Map<vec::IntoIter<(T, ())>, fn((T, ())) -> T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter().map(|(item, ())| item)
    }
}
