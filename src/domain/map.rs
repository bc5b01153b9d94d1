//! Maps of the rooms: sorted lists, cut in pieces where they grow long. The standard library's maps split and join
//! nodes, some 5 kB of code for every kind of key and value, which the page's module would have each time.

use std::borrow::Borrow;
use std::fmt;
use std::marker::PhantomData;
use std::slice;
use std::vec;

use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;
use serde::Serializer;
use serde::de::MapAccess;
use serde::de::Visitor;

/// Most entries of a piece: what is put between others moves those behind it, in its own piece alone. Few where maps are
/// tested, so that small ones are cut.
const MOST: usize = if cfg!(test) { 4 } else { 256 };

/// Bảng tra: keys in their order, each once, with their values. No piece is empty.
#[derive(Clone)]
pub struct Map<K, V> {
    pieces: Vec<Vec<(K, V)>>,
}

impl<K, V> Map<K, V> {
    /// An empty one.
    #[must_use]
    pub const fn new() -> Self {
        Self { pieces: Vec::new() }
    }

    /// Whether nothing is in it.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// How many are in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.pieces.iter().map(Vec::len).sum()
    }

    /// Its keys with their values.
    #[must_use]
    pub fn iter(&self) -> Entries<'_, K, V> {
        Entries { piece: [].iter(), rest: self.pieces.iter() }
    }

    /// Its keys.
    pub fn keys(&self) -> impl Iterator<Item = &K> + Clone {
        self.iter().map(|(key, _)| key)
    }

    /// Its values.
    pub fn values(&self) -> impl Iterator<Item = &V> + Clone {
        self.iter().map(|(_, value)| value)
    }

    /// Its values, to be changed.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.pieces.iter_mut().flatten().map(|(_, value)| value)
    }

    /// Its values, without their keys.
    pub fn into_values(self) -> impl Iterator<Item = V> {
        self.into_iter().map(|(_, value)| value)
    }

    /// Keeps only such entries.
    pub fn retain(&mut self, mut keeps: impl FnMut(&K, &mut V) -> bool) {
        self.pieces.retain_mut(|piece| {
            piece.retain_mut(|(key, value)| keeps(key, value));
            !piece.is_empty()
        });
    }
}

impl<K: Ord, V> Map<K, V> {
    /// In which piece a key stands, or belongs, and where there.
    fn place<Q: Ord + ?Sized>(&self, key: &Q) -> (usize, Result<usize, usize>)
    where
        K: Borrow<Q>,
    {
        let ends_before = |piece: &Vec<(K, V)>| piece.last().is_some_and(|(own, _)| own.borrow() < key);
        // Behind all others a key belongs into the last piece.
        let at = self.pieces.partition_point(ends_before).min(self.pieces.len().saturating_sub(1));
        let piece = self.pieces.get(at).map_or(&[][..], Vec::as_slice);
        (at, piece.binary_search_by(|(own, _)| own.borrow().cmp(key)))
    }

    /// The value of a key.
    #[must_use]
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let (piece, at) = self.place(key);
        at.ok().map(|at| &self.pieces[piece][at].1)
    }

    /// The value of a key, to be changed.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let (piece, at) = self.place(key);
        at.ok().map(|at| &mut self.pieces[piece][at].1)
    }

    /// Whether a key is in it.
    #[must_use]
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.place(key).1.is_ok()
    }

    /// Puts an entry where its key belongs; gives its value.
    fn put(&mut self, (mut piece, mut at): (usize, usize), entry: (K, V)) -> &mut V {
        if self.pieces.is_empty() {
            self.pieces.push(Vec::new());
        }
        let full = &mut self.pieces[piece];
        if full.len() == MOST {
            // Keys that come in their order leave full pieces behind them.
            let kept = if at == MOST { MOST } else { MOST / 2 };
            let second = full.split_off(kept);
            self.pieces.insert(piece + 1, second);
            if at >= kept {
                (piece, at) = (piece + 1, at - kept);
            }
        }
        let piece = &mut self.pieces[piece];
        piece.insert(at, entry);
        &mut piece[at].1
    }

    /// Gives a key this value, and the one it had before.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.place(&key) {
            (piece, Ok(at)) => Some(std::mem::replace(&mut self.pieces[piece][at].1, value)),
            (piece, Err(at)) => {
                self.put((piece, at), (key, value));
                None
            }
        }
    }

    /// The value of a key; one that is new to it has this one.
    pub fn or_insert_with(&mut self, key: K, value: impl FnOnce() -> V) -> &mut V {
        match self.place(&key) {
            (piece, Ok(at)) => &mut self.pieces[piece][at].1,
            (piece, Err(at)) => self.put((piece, at), (key, value())),
        }
    }

    /// The value of a key; one that is new to it has this one.
    pub fn or_insert(&mut self, key: K, value: V) -> &mut V {
        self.or_insert_with(key, || value)
    }

    /// The value of a key; one that is new to it has an empty one.
    pub fn or_default(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        self.or_insert_with(key, V::default)
    }

    /// The entries from one key to another, both included, their values to be changed.
    pub fn range_mut<'map>(&'map mut self, first: &K, last: &'map K) -> impl Iterator<Item = (&'map K, &'map mut V)> {
        let (piece, at) = self.place(first);
        let pieces = self.pieces.get_mut(piece..).unwrap_or_default();
        let entries = pieces.iter_mut().flatten().skip(at.unwrap_or_else(|at| at));
        entries.map(|(key, value)| (&*key, value)).take_while(move |(key, _)| *key <= last)
    }

    /// Takes a key out.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let (piece, at) = self.place(key);
        let (_, value) = self.pieces.get_mut(piece)?.remove(at.ok()?);
        if self.pieces[piece].is_empty() {
            self.pieces.remove(piece);
        }
        Some(value)
    }
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

// Two maps are the same however they are cut.
impl<K: PartialEq, V: PartialEq> PartialEq for Map<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other)
    }
}

impl<K: Eq, V: Eq> Eq for Map<K, V> {}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for Map<K, V> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_map().entries(self).finish()
    }
}

impl<K: Ord, V> Extend<(K, V)> for Map<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::new();
        map.extend(entries);
        map
    }
}

impl<K: Ord, V, const LENGTH: usize> From<[(K, V); LENGTH]> for Map<K, V> {
    fn from(entries: [(K, V); LENGTH]) -> Self {
        Self::from_iter(entries)
    }
}

/// The entries of a map, one after the other.
pub struct Entries<'map, K, V> {
    piece: slice::Iter<'map, (K, V)>,
    rest: slice::Iter<'map, Vec<(K, V)>>,
}

impl<K, V> Clone for Entries<'_, K, V> {
    fn clone(&self) -> Self {
        Self { piece: self.piece.clone(), rest: self.rest.clone() }
    }
}

impl<'map, K, V> Iterator for Entries<'map, K, V> {
    type Item = (&'map K, &'map V);

    fn next(&mut self) -> Option<Self::Item> {
        let (key, value) = if let Some(entry) = self.piece.next() {
            entry
        } else {
            self.piece = self.rest.next()?.iter();
            self.piece.next()?
        };
        Some((key, value))
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        let mut all = Vec::with_capacity(self.len());
        for piece in self.pieces {
            all.extend(piece);
        }
        all.into_iter()
    }
}

impl<'map, K, V> IntoIterator for &'map Map<K, V> {
    type Item = (&'map K, &'map V);
    type IntoIter = Entries<'map, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<K: Serialize, V: Serialize> Serialize for Map<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self)
    }
}

impl<'de, K: Ord + Deserialize<'de>, V: Deserialize<'de>> Deserialize<'de> for Map<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Entry(PhantomData))
    }
}

/// Takes a map that is read; of a key that stands twice the last.
struct Entry<K, V>(PhantomData<(K, V)>);

impl<'de, K: Ord + Deserialize<'de>, V: Deserialize<'de>> Visitor<'de> for Entry<K, V> {
    type Value = Map<K, V>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Map<K, V>, A::Error> {
        let mut map = Map::new();
        while let Some((key, value)) = entries.next_entry()? {
            map.insert(key, value);
        }
        Ok(map)
    }
}

// The law wants proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_the_librarys_map(
            entries in prop::collection::vec((0..40_u8, any::<u16>(), 0..4_u8), 0..120),
            (first, last) in (0..40_u8, 0..40_u8),
        ) {
            let all = || entries.iter().map(|(key, value, _)| (*key, *value));
            let (collected, expected): (Map<u8, u16>, BTreeMap<u8, u16>) = (all().collect(), all().collect());
            prop_assert!(collected.iter().eq(expected.iter()));
            let (mut own, mut library) = (Map::new(), BTreeMap::new());
            for (key, value, what) in entries {
                match what {
                    0 => prop_assert_eq!(own.remove(&key), library.remove(&key)),
                    1 => prop_assert_eq!(own.or_insert(key, value), library.entry(key).or_insert(value)),
                    2 => prop_assert_eq!(own.get_mut(&key), library.get_mut(&key)),
                    _ => prop_assert_eq!(own.insert(key, value), library.insert(key, value)),
                }
                prop_assert_eq!(own.contains_key(&key), library.contains_key(&key));
                prop_assert!(own.iter().eq(library.iter()) && own.keys().eq(library.keys()) && own.values().eq(library.values()));
            }
            prop_assert!(own.pieces.iter().all(|piece| (1..=MOST).contains(&piece.len())));
            let from = first.min(last)..=first.max(last);
            prop_assert!(own.range_mut(from.start(), from.end()).eq(library.range_mut(from.clone())));
            own.retain(|key, _| key % 2 == 0);
            library.retain(|key, _| key % 2 == 0);
            let written = serde_json::to_string(&library).unwrap();
            prop_assert_eq!(serde_json::to_string(&own).unwrap(), &written[..]);
            prop_assert_eq!(serde_json::from_str::<Map<u8, u16>>(&written).unwrap(), own);
        }
    }
}
