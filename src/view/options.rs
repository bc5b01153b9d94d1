//! How the officer looks at the report, as against what the report says.

use super::Looking;
use super::PeriodsShown;
use super::Sample;
use super::SortKey;

/// Tùy chọn hiển thị: the state of the view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewOptions {
    /// What the ranking is sorted by.
    pub sort: SortKey,
    /// Whether the order is turned round.
    pub turned: bool,
    /// The sample that is shown instead of files.
    pub sample: Option<Sample>,
    /// What undoing would take back.
    pub undo: Option<String>,
    /// Whether anything was corrected since the page was opened.
    pub corrected: bool,
    /// What the page knows of other periods.
    pub periods: PeriodsShown,
    /// What is looked at more closely.
    pub looking: Looking,
}

impl ViewOptions {
    /// Whether the ranking runs from the largest down.
    #[must_use]
    pub const fn falling(&self) -> bool {
        self.sort.falls_first() != self.turned
    }
}
