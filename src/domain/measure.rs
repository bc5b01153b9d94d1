//! What a number is counted in.

/// Đơn vị đo: what a number is counted in. A figure never changes its measure on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Percent: 72,3 %.
    Percent,
    /// Points of the index of Decision 766: 12,7 of 22.
    Points,
    /// Whole things: dossiers, procedures, copies.
    Count,
}
