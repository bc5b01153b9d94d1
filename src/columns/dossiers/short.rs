//! Codes that name no unit: numbers that begin anew in each unit. One such code at two units is two dossiers.

use super::digest;
use super::ledger::Ledger;
use super::repeats::Again;
use super::repeats::repeats;
use crate::domain::Place;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::fold;

/// Words by which one list names a unit and another does not, and what stands for them.
const WRITTEN_OUT: [(&str, &str); 9] = [
    ("ubnd", ""),
    ("uy", ""),
    ("ban", ""),
    ("nhan", ""),
    ("dan", ""),
    ("h", "huyen"),
    ("tx", "thi xa"),
    ("tp", "thanh pho"),
    ("x", "xa"),
];

impl Ledger {
    /// Tells apart the dossiers at these places, whose codes name no unit, by their units as well; of codes that stand at
    /// two units each is told.
    pub(super) fn part_codes(&mut self, short: &[usize], file: &Place, notices: &mut Notices) {
        if short.is_empty() {
            return;
        }
        let keys: Vec<u64> = self.units.iter().map(|(name, _)| key(name)).collect();
        for Again { at, last } in repeats(&[self]) {
            let Some((one, other)) = self.entries.get(at as usize).zip(self.entries.get(last as usize)) else {
                continue;
            };
            let [here, there] = [one, other].map(|entry| entry.unit() as usize);
            if keys[here] != keys[there] {
                let found = format!("{} | {} (dòng {})", self.units[here].0, self.units[there].0, other.row);
                notices.add(NoticeCode::CodeAtTwoUnits, &file.row(one.row), &found);
            }
        }
        for at in short {
            if let Some(entry) = self.entries.get_mut(*at) {
                entry.digest = entry.digest.rotate_left(17) ^ keys[entry.unit() as usize];
            }
        }
    }
}

/// What a unit is told by, however its name is written; 0 where none is known.
fn key(name: &str) -> u64 {
    let folded = fold(name);
    let in_full = |word| WRITTEN_OUT.iter().find(|(short, _)| *short == word).map_or(word, |(_, full)| *full);
    let words: Vec<&str> = folded.split(' ').map(in_full).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { 0 } else { digest(words.join(" ").as_bytes()) }
}
