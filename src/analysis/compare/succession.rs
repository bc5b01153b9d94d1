//! Units across a reorganisation: the same office under the same word, successors that are shown, sums that stay within
//! old borders, and refusals where they would not.

use super::Snapshot;
use super::SnapshotUnit;
use crate::analysis::Report;
use crate::domain::sort;
use crate::units::Catalogue;
use crate::units::Comparison;
use crate::units::SHIPPED;
use crate::units::UnitId;

/// Đơn vị không còn: a unit of the period before, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Successor {
    /// The unit.
    pub id: UnitId,
    /// Its name.
    pub name: String,
    /// The names of the units it went into; empty when they are not known.
    pub into: Vec<String>,
    /// Why its figures are not held against theirs.
    pub reason: String,
}

/// Tổng theo ranh giới cũ: counts of units that together are one of the period before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The unit of the period before.
    pub id: UnitId,
    /// Its name.
    pub name: String,
    /// The names of the units that are its sum.
    pub of: Vec<String>,
    /// Its certified copies before.
    pub copies_before: u64,
    /// Theirs now.
    pub copies_now: u64,
}

/// The catalogues between two, the earlier first; `None` when the earlier does not precede the later.
fn between(earlier: &str, later: &str) -> Option<Vec<&'static Catalogue>> {
    let place = |id: &str| SHIPPED.iter().position(|shipped| shipped.id == id);
    let (first, last) = (place(earlier)?, place(later)?);
    (first < last).then(|| Catalogue::all()[first..last].to_vec())
}

/// The word a unit of an earlier catalogue has now, where it is the same office; else its own word of then, which no unit
/// of now is compared by.
pub(super) fn now(id: &UnitId, earlier: &str, later: &str) -> UnitId {
    let mut own = id.clone();
    for catalogue in between(earlier, later).unwrap_or_default() {
        match (catalogue.comparison(&own), catalogue.successors(&own)) {
            (Comparison::Same, [next]) => own = next.clone(),
            // A district that no commune replaces keeps its word from March to June 2025.
            _ if catalogue.successors(&own) == [own.clone()] => {}
            _ => return id.clone(),
        }
    }
    own
}

/// The same office in an earlier period; `None` when it did not exist or was another one.
pub(super) fn before<'snapshot>(
    id: &UnitId,
    snapshot: &'snapshot Snapshot,
    later: &str,
) -> Option<&'snapshot SnapshotUnit> {
    if snapshot.catalogue == later || between(&snapshot.catalogue, later).is_none() {
        return snapshot.unit(id);
    }
    let is_same = |unit: &&SnapshotUnit| {
        is_same(&unit.id, &snapshot.catalogue, later) && now(&unit.id, &snapshot.catalogue, later) == *id
    };
    snapshot.units.iter().find(is_same)
}

/// Whether a unit of an earlier catalogue is the same office now, through every change between.
fn is_same(id: &UnitId, earlier: &str, later: &str) -> bool {
    let mut own = id.clone();
    between(earlier, later).unwrap_or_default().iter().all(|catalogue| match catalogue.successors(&own) {
        [next] if catalogue.comparison(&own) == Comparison::Same => {
            own = next.clone();
            true
        }
        _ => false,
    })
}

/// The units of the period before that are not the same office now: shown with their successors, summed where the parts
/// stay within the old border, refused where they do not.
pub(super) fn gone(report: &Report, before: &Snapshot) -> (Vec<Successor>, Vec<Sum>) {
    let later = report.catalogue.id.as_str();
    let Some(catalogues) = between(&before.catalogue, later) else { return Default::default() };
    let (mut gone, mut sums) = (Vec::new(), Vec::new());
    for unit in &before.units {
        if is_same(&unit.id, &before.catalogue, later) {
            continue;
        }
        // Through every change, all that a part went into.
        let mut parts = vec![unit.id.clone()];
        let mut summable = true;
        for catalogue in &catalogues {
            summable &= parts.iter().all(|part| catalogue.comparison(part) != Comparison::No);
            let alone =
                |part: &UnitId| catalogue.comparison(part) == Comparison::Same || sole_origin(catalogue, part, report);
            summable &= parts.iter().all(alone);
            parts = parts.iter().flat_map(|part| catalogue.successors(part).to_vec()).collect();
            sort(&mut parts);
            parts.dedup();
        }
        let name = |id: &UnitId| report.catalogue.unit(id).map(|unit| unit.name.clone());
        let into: Vec<String> = parts.iter().filter_map(name).collect();
        let copies =
            |id: &UnitId| report.units.iter().find(|unit| unit.id == *id)?.copies.as_ref().map(|given| given.value);
        let now = parts.iter().try_fold(0_u64, |sum, id| sum.checked_add(copies(id)?)).filter(|_| !parts.is_empty());
        if let (true, Some(copies_before), Some(copies_now)) = (summable, unit.certified_copies, now) {
            sums.push(Sum { id: unit.id.clone(), name: unit.name.clone(), of: into, copies_before, copies_now });
            continue;
        }
        let reason = if into.is_empty() {
            "chưa biết đơn vị kế thừa".to_owned()
        } else if summable {
            "ranh giới cũ còn nguyên, nhưng thiếu số đếm của đơn vị kế thừa; tỷ lệ % thì không cộng được".to_owned()
        } else {
            "các đơn vị kế thừa lấy cả phần của đơn vị khác, nên không cộng ngược lại được".to_owned()
        };
        gone.push(Successor { id: unit.id.clone(), name: unit.name.clone(), into, reason });
    }
    (gone, sums)
}

/// Whether nothing but this unit went into its successors.
fn sole_origin(catalogue: &Catalogue, id: &UnitId, report: &Report) -> bool {
    let place = Catalogue::all().iter().position(|own| own.id == catalogue.id);
    let next = place.and_then(|at| Catalogue::all().get(at + 1).copied()).unwrap_or(&report.catalogue);
    catalogue.successors(id).iter().all(|successor| next.predecessors(successor) == [id.clone()])
}
