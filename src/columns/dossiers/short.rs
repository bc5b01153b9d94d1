//! Codes that name no unit: numbers that begin anew in each unit. One such code at two units is two dossiers.

use super::Dossiers;
use super::digest;
use super::ledger::Ledger;
use super::repeats::Again;
use super::repeats::repeats;
use crate::columns::Field;
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

/// What districts are called in front of their names, which many lists leave out. What communes are is never left out:
/// they bear the names of districts.
const DISTRICTS: [&str; 3] = ["huyen ", "thi xa ", "thanh pho "];

impl Ledger {
    /// Tells apart the dossiers at these places, whose codes name no unit, by their units as well; of codes that stand at
    /// two units each is told. Those whose rows name none are the title's, where it names one.
    pub(super) fn part_codes(&mut self, short: &[usize], of_title: &str, file: &Place, notices: &mut Notices) {
        if short.is_empty() {
            return;
        }
        let keys: Vec<u64> =
            self.units.iter().map(|(name, _)| key(if name.is_empty() { of_title } else { name })).collect();
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

impl Dossiers {
    /// Leaves out the dossiers of which neither their row nor their code says whose they are, in a list that has a column of
    /// units, and tells how many they are.
    pub(super) fn leave_nobodys(&mut self, notices: &mut Notices) {
        let nobody = |unit: &u32| self.ledger.code(*unit).is_empty();
        let Some(nobody) = self.ledger.nameless().into_iter().find(nobody) else { return };
        let (dossiers, first) = self.ledger.of_unit(nobody);
        if dossiers == 0 || self.columns.at(Field::Unit).is_none() {
            return;
        }
        notices.add(NoticeCode::DossierWithoutUnit, &self.place.row(first), &format!("{dossiers} hồ sơ"));
        let entries = std::mem::take(&mut self.ledger.entries).into_iter();
        self.ledger.entries = entries.filter(|entry| entry.unit() != nobody).collect();
    }
}

/// What a unit is told by, however its name is written; 0 where none is known.
pub(super) fn key(name: &str) -> u64 {
    let folded = fold(name);
    let in_full = |word| WRITTEN_OUT.iter().find(|(short, _)| *short == word).map_or(word, |(_, full)| *full);
    let words: Vec<&str> = folded.split(' ').map(in_full).filter(|word| !word.is_empty()).collect();
    let name = words.join(" ");
    let name = name.strip_suffix(" tinh lao cai").unwrap_or(&name);
    let bare = DISTRICTS.iter().find_map(|kind| name.strip_prefix(*kind)).unwrap_or(name);
    if bare.is_empty() { 0 } else { digest(bare.as_bytes()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_has_one_key_however_lists_write_its_name() {
        for (one, other) in [
            ("UBND huyện Bảo Yên", "Bảo Yên"),
            ("H. Bảo Yên", "Ủy ban nhân dân huyện Bảo Yên, tỉnh Lào Cai"),
            ("UBND TX. Sa Pa", "Sa Pa"),
            ("TP Lào Cai", "Lào Cai"),
        ] {
            assert_eq!(key(one), key(other), "{one} | {other}");
        }
        // Communes bear the names of districts, and Nội vụ is not Ngoại vụ.
        for (one, other) in [
            ("UBND huyện Bảo Yên", "UBND xã Bảo Yên"),
            ("UBND tỉnh Lào Cai", "TP Lào Cai"),
            ("Phường Lào Cai", "Lào Cai"),
            ("Sở Nội vụ", "Sở Ngoại vụ"),
            ("UBND tỉnh Lào Cai", ""),
        ] {
            assert_ne!(key(one), key(other), "{one} | {other}");
        }
    }
}
