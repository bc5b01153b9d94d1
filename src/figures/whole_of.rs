//! Of which unit a row counts a part: one field of law, one office, a commune below its district, or one that went into another.

use crate::columns::Observation;
use crate::columns::Part;
use crate::domain::Group;
use crate::domain::Set;
use crate::text::fold;
use crate::units::Catalogue;
use crate::units::Unit;
use crate::units::UnitId;

/// The rows of communes of 2025 below which stand those that went into them, by their tables: one of these has the name of
/// the new one, others are called as no unit, and none as any other.
pub(super) fn merged<'rows>(
    rows: impl Iterator<Item = (usize, &'rows Observation)>,
    catalogue: &Catalogue,
) -> Set<(usize, Option<String>)> {
    let (mut namesakes, mut unknown, mut others) = (Set::new(), Set::new(), Set::new());
    for (number, row) in rows {
        let above = row.under.as_ref().and_then(|under| catalogue.certain(under, Some(Group::CapXa)));
        let Some(above) = above.filter(|above| above.group == Group::CapXa) else { continue };
        let kind = match unit_of(row, catalogue) {
            Some(unit) if unit.id == above.id => &mut namesakes,
            Some(_) => &mut others,
            None if is_commune(&row.name) => &mut unknown,
            None => continue,
        };
        kind.insert((number, row.under.clone()));
    }
    namesakes.iter().filter(|key| unknown.contains(*key) && !others.contains(*key)).cloned().collect()
}

/// The unit that a row names for certain, by its code or by its name.
pub(super) fn unit_of<'catalogue>(row: &Observation, catalogue: &'catalogue Catalogue) -> Option<&'catalogue Unit> {
    catalogue.find_code(&row.code).or_else(|| catalogue.certain(&row.name, row.group))
}

/// The id of the unit that a row names for certain.
pub(super) fn id(row: &Observation, catalogue: &Catalogue) -> Option<UnitId> {
    Some(unit_of(row, catalogue)?.id.clone())
}

/// The unit of which a row counts a part, and whether the part is an office below it: one such row does not stand for its
/// unit. Below a commune is none, so that a place beside it lies above.
pub(super) fn part_of(row: &Observation, is_of_merged: bool, catalogue: &Catalogue) -> Option<(UnitId, bool)> {
    match (&row.part, unit_of(row, catalogue)) {
        // A commune that went into another of 2025, or whose name that one took over.
        (None, unit) if is_of_merged && (unit.is_some() || is_commune(&row.name)) => {
            let unit = catalogue.certain(row.under.as_ref()?, Some(Group::CapXa))?;
            Some((unit.id.clone(), true))
        }
        (Some(part), Some(unit)) => {
            let office = matches!(part, Part::Office(_)) && unit.group == Group::CapHuyen;
            Some((unit.id.clone(), office))
        }
        // A commune below the row of its district. Of an era without districts there is none.
        (_, None) => {
            let under = row.under.as_ref().filter(|_| is_commune(&row.name))?;
            let unit = catalogue.certain(under, Some(Group::CapHuyen))?;
            (unit.group == Group::CapHuyen).then(|| (unit.id.clone(), true))
        }
        (None, Some(_)) => None,
    }
}

/// Whether a name says that it is a commune's.
fn is_commune(name: &str) -> bool {
    says_kind(name, &["xa ", "phuong ", "thi tran ", "tt "])
}

/// Whether a name, but for the committee before it, begins with one of these words, which are folded.
pub(super) fn says_kind(name: &str, kinds: &[&str]) -> bool {
    let folded = fold(name);
    let name = ["ubnd ", "uy ban nhan dan "].iter().find_map(|before| folded.strip_prefix(*before)).unwrap_or(&folded);
    kinds.iter().any(|kind| name.starts_with(kind))
}

/// What a row counts, as written.
pub(super) fn what(row: &Observation) -> &str {
    match &row.part {
        Some(Part::Detail(text) | Part::Office(text)) => text,
        None => &row.name,
    }
}
