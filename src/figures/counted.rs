//! What lists of dossiers count, joined with what tables give.

use super::FiguresByUnit;
use super::checks;
use super::join::find;
use super::source::Source;
use crate::columns::Field;
use crate::columns::Observation;
use crate::columns::UnitCounts;
use crate::columns::Values;
use crate::domain::Map;
use crate::domain::Place;
use crate::domain::sort_by_key;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::numbers::print_count;
use crate::units::Catalogue;
use crate::units::Found;
use crate::units::UnitId;

/// The counts of a unit in all lists.
struct Sum {
    file: Place,
    row: Observation,
    /// By count: of how many dossiers it is not known, and whether a list tells it of others that it shares.
    lacking: Map<Field, (u64, bool)>,
    received: u64,
}

impl FiguresByUnit {
    /// Adds what lists of dossiers count: several spellings of one unit are one unit, so their counts add up first.
    pub fn add_counted<'row>(
        &mut self,
        units: impl Iterator<Item = (&'row Place, &'row UnitCounts)>,
        catalogue: &Catalogue,
        notices: &mut Notices,
    ) {
        // Certified copies are counted apart from other dossiers.
        let mut by_unit: Map<(bool, UnitId), Sum> = Map::new();
        for (file, counts) in units {
            let id = match find(&counts.row, catalogue) {
                Found::Unit { id, .. } => id,
                Found::Unknown { suggestions } => {
                    let dossiers = counts.row.values.count(Field::Received);
                    let dossiers =
                        dossiers.map_or_else(String::new, |dossiers| format!(" ({} hồ sơ)", print_count(dossiers)));
                    self.unknown(&counts.row, suggestions, file.row(counts.row.row), &dossiers, notices);
                    continue;
                }
            };
            let of_copies = counts.row.values.get(Field::CertifiedCopies).is_some();
            match by_unit.get_mut(&(of_copies, id.clone())) {
                Some(sum) => sum.add(file, counts),
                None => {
                    by_unit.insert((of_copies, id), Sum::new(file, counts));
                }
            }
        }
        let mut counted: Vec<((bool, UnitId), Sum)> = by_unit.into_iter().collect();
        sort_by_key(&mut counted, |(_, sum)| sum.row.row);
        for ((_, id), sum) in &mut counted {
            sum.tell_lacking(notices);
            let Sum { file, row, .. } = sum;
            checks::nothing_of_many(&row.values, &|_| file.row(row.row), notices);
            // Of two bases no rate can be made: where a table counts other dossiers, the list's counts do not stand beside.
            let mut left: Vec<&str> = Vec::new();
            if let Some(own) = self.of(id).filter(|own| own.differs_from(&row.values)) {
                let has = |field: Field| own.get(field).is_some();
                let others = row.values.iter().filter(|(field, _)| !has(*field));
                left.extend(others.map(|(field, _)| field.label()));
                row.values.retain(has);
            }
            self.add(row, &Source::of(file), catalogue, notices);
            if !left.is_empty() {
                let left = left.join(", ");
                let found = format!("{}: không dùng {left} của danh sách, vì hai nguồn đếm khác nhau", row.name);
                notices.add(NoticeCode::FigureConflict, &file.row(row.row), &found);
            }
        }
    }
}

/// Whether nothing is known of the dossiers of a unit.
fn is_unknown(row: &Observation) -> bool {
    row.values == Values::default()
}

impl Sum {
    fn new(file: &Place, counts: &UnitCounts) -> Self {
        let received = counts.row.values.count(Field::Received).unwrap_or(0);
        let mut sum = Self { file: file.clone(), row: counts.row.clone(), lacking: Map::new(), received };
        sum.lack(counts);
        sum
    }

    /// Adds what another list counts. One that has none of the unit's dossiers says nothing of its columns, and one of which
    /// nothing is known adds nothing to dossiers that count, as within a list.
    fn add(&mut self, file: &Place, counts: &UnitCounts) {
        let received = counts.row.values.count(Field::Received);
        let (unknown, own_unknown) = (is_unknown(&counts.row), is_unknown(&self.row));
        let counts_none = self.row.values.count(Field::Received) == Some(0);
        if received != Some(0) && (counts_none || own_unknown && !unknown) {
            *self = Self::new(file, counts);
        } else if received != Some(0) && !unknown {
            self.row.values.add_counts(&counts.row.values);
            self.received += received.unwrap_or(0);
            self.lack(counts);
        }
    }

    fn lack(&mut self, counts: &UnitCounts) {
        for lacking in &counts.lacking {
            let (dossiers, told_beside) = self.lacking.or_default(lacking.field);
            *dossiers += lacking.dossiers;
            *told_beside |= lacking.told_beside;
        }
    }

    /// Tells what is left unknown of the unit because it is known of some dossiers alone.
    fn tell_lacking(&self, notices: &mut Notices) {
        for (field, (dossiers, told_beside)) in &self.lacking {
            // A unit without any dossiers that count is told otherwise.
            if !is_unknown(&self.row) && (*told_beside || *dossiers < self.received) {
                let (some, all) = (print_count(*dossiers), print_count(self.received));
                let (unit, label) = (&self.row.name, field.label());
                let found = format!("{unit}, {some}/{all} hồ sơ: {label}");
                notices.add(NoticeCode::DossierColumnLacking, &self.file.row(self.row.row), &found);
            }
        }
    }
}
