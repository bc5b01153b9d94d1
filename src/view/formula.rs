//! By which formula a percentage came about, said beside it.

use crate::analysis::UnitResult;
use crate::components::Preset;

/// The formula most of the units' percentages have, as settings spell its version, with its name.
pub(super) fn usual<'report>(units: impl Iterator<Item = &'report UnitResult>) -> Option<(&'report str, String)> {
    let mut counted: Vec<(&str, Preset, usize)> = Vec::new();
    for unit in units {
        let (Some(version), Some(preset)) = (unit.total.version.as_deref(), unit.total.preset) else { continue };
        match counted.iter_mut().find(|(known, _, _)| *known == version) {
            Some((_, _, count)) => *count += 1,
            None => counted.push((version, preset, 1)),
        }
    }
    // Of equally many the first stands.
    let most = counted.iter().map(|(_, _, count)| *count).max()?;
    let (version, preset, _) = counted.into_iter().find(|(_, _, count)| *count == most)?;
    Some((version, named(preset, version)))
}

/// A formula with the version of it in force: `Tổng điểm bảy thành phần trên 22 (points22+B80)`. What a file gives has none.
pub(super) fn named(preset: Preset, version: &str) -> String {
    let label = preset.card().label;
    if preset == Preset::Reported { label.to_owned() } else { format!("{label} ({version})") }
}

/// The version of a unit's percentage where it is not the usual one.
pub(super) fn unusual<'report>(unit: &'report UnitResult, usual: Option<&str>) -> Option<&'report str> {
    unit.total.version.as_deref().filter(|version| Some(*version) != usual)
}
