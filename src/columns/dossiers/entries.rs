//! What is kept of the dossiers of a list, in blocks: a list that grows is never copied, and takes no more than it needs.

use super::ledger::Entry;

/// Dossiers of a block: 512 kB.
const BLOCK: usize = 32 << 10;

/// Các dòng của sổ: the entries of a ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Entries {
    /// All but the last are full.
    blocks: Vec<Vec<Entry>>,
}

impl Entries {
    #[inline(always)]
    pub(super) fn push(&mut self, entry: Entry) {
        match self.blocks.last_mut() {
            Some(block) if block.len() < BLOCK => block.push(entry),
            _ => self.begin(entry),
        }
    }

    #[cold]
    fn begin(&mut self, entry: Entry) {
        // A short list takes as much as it has.
        let mut block = if self.blocks.is_empty() { Vec::new() } else { Vec::with_capacity(BLOCK) };
        block.push(entry);
        self.blocks.push(block);
    }

    pub(super) fn len(&self) -> usize {
        self.blocks.last().map_or(0, |last| (self.blocks.len() - 1) * BLOCK + last.len())
    }

    pub(super) fn get(&self, at: usize) -> Option<Entry> {
        self.blocks.get(at / BLOCK)?.get(at % BLOCK).copied()
    }

    pub(super) fn last(&self) -> Option<Entry> {
        self.blocks.last().and_then(|last| last.last()).copied()
    }

    pub(super) fn get_mut(&mut self, at: usize) -> Option<&mut Entry> {
        self.blocks.get_mut(at / BLOCK)?.get_mut(at % BLOCK)
    }

    /// The entries in their order, some at a time.
    pub(super) fn blocks(&self) -> impl Iterator<Item = &[Entry]> {
        self.blocks.iter().flat_map(|block| block.chunks(4 << 10))
    }

    /// The entries in their order, block by block, each gone once it was taken.
    pub(super) fn into_blocks(self) -> impl Iterator<Item = Vec<Entry>> {
        self.blocks.into_iter()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Entry> {
        self.blocks.iter().flatten()
    }

    /// The same, to be changed.
    pub(super) fn blocks_mut(&mut self) -> impl Iterator<Item = &mut [Entry]> {
        self.blocks.iter_mut().flat_map(|block| block.chunks_mut(4 << 10))
    }
}

impl Extend<Entry> for Entries {
    fn extend<All: IntoIterator<Item = Entry>>(&mut self, entries: All) {
        entries.into_iter().for_each(|entry| self.push(entry));
    }
}

impl FromIterator<Entry> for Entries {
    fn from_iter<All: IntoIterator<Item = Entry>>(entries: All) -> Self {
        let mut all = Self::default();
        all.extend(entries);
        all
    }
}

impl IntoIterator for Entries {
    type Item = Entry;
    type IntoIter = std::iter::Flatten<std::vec::IntoIter<Vec<Entry>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.blocks.into_iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_stand_where_they_were_put_across_blocks() {
        let all = u32::try_from(2 * BLOCK).unwrap() + 3;
        let mut entries: Entries =
            (0..all).map(|row| Entry { digest: u64::from(row), row, unit_and_marks: 0 }).collect();
        assert_eq!((entries.len(), entries.blocks.len()), (all as usize, 3));
        for at in [0, BLOCK - 1, BLOCK, 2 * BLOCK + 2] {
            assert_eq!(entries.get(at).map(|entry| entry.row as usize), Some(at));
        }
        assert_eq!(entries.get(2 * BLOCK + 3), None);
        entries.get_mut(BLOCK).unwrap().row = 7;
        assert_eq!(entries.iter().nth(BLOCK).map(|entry| entry.row), Some(7));
        assert_eq!(entries.blocks().map(<[Entry]>::len).sum::<usize>(), all as usize);
        assert_eq!(Entries::default().len(), 0);
    }
}
