//! The places of the page that are filled from here; their ids are those of `www/index.html`.

/// Vùng của trang: an element whose content is markup from here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Region {
    /// Files that gave nothing.
    Errors,
    /// The button that takes back the last correction.
    Undo,
    /// The names and words that are remembered.
    Remembered,
    /// The catalogue of units.
    Units,
    /// What only an officer can tell.
    Questions,
    /// The province and the lists of warned units.
    Summary,
    /// Who enters and leaves each list under the officer's own limits.
    Changes,
    /// Rules beside the limits, the set they belong to, the formula.
    Rules,
    /// Which units the table shows, and the office's own groups.
    Peers,
    /// The ranking and warning table.
    Ranking,
    /// The sheets of units that are open.
    UnitSheet,
    /// Improvements supposed, and what they would change.
    WhatIf,
    /// Which units weigh most.
    Weights,
    /// The words of documents.
    Wording,
    /// The documents that can be made of the result.
    Documents,
    /// The bars with the line of the limit.
    Chart,
    /// The drawings that hold units against each other.
    PeerCharts,
    /// The counts and components behind the ranking.
    Figures,
    /// Names that no unit has.
    Unmatched,
    /// What was noticed.
    Notices,
    /// What was understood of each file.
    FilesRead,
    /// How it was computed.
    Method,
    /// The sessions kept on this machine.
    Kept,
    /// The earlier periods given.
    Earlier,
    /// What changed since the period before.
    Since,
    /// How an issued appendix differs.
    Reconciled,
    /// Whether the session is kept on this machine.
    Keeping,
    /// How all that is kept is wiped.
    Wipe,
}

impl Region {
    /// All regions, in the order of the page.
    pub const ALL: [Self; 28] = [
        Self::Errors,
        Self::Kept,
        Self::Undo,
        Self::Remembered,
        Self::Units,
        Self::Wipe,
        Self::Questions,
        Self::Summary,
        Self::Changes,
        Self::Rules,
        Self::Peers,
        Self::Ranking,
        Self::Earlier,
        Self::Since,
        Self::UnitSheet,
        Self::WhatIf,
        Self::Weights,
        Self::Wording,
        Self::Documents,
        Self::Reconciled,
        Self::Keeping,
        Self::Chart,
        Self::PeerCharts,
        Self::Unmatched,
        Self::Notices,
        Self::Figures,
        Self::FilesRead,
        Self::Method,
    ];

    /// The id of the element.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Errors => "errors",
            Self::Undo => "undo",
            Self::Remembered => "remembered",
            Self::Units => "units",
            Self::Questions => "questions",
            Self::Summary => "summary",
            Self::Changes => "changes",
            Self::Rules => "rules",
            Self::Peers => "peers",
            Self::Ranking => "ranking-region",
            Self::UnitSheet => "unit-sheet",
            Self::WhatIf => "what-if",
            Self::Weights => "weights",
            Self::Wording => "wording",
            Self::Documents => "documents",
            Self::Chart => "chart",
            Self::PeerCharts => "peer-charts",
            Self::Figures => "figures",
            Self::Unmatched => "unmatched",
            Self::Notices => "notices",
            Self::FilesRead => "files-read",
            Self::Method => "method",
            Self::Kept => "kept",
            Self::Earlier => "earlier",
            Self::Since => "since",
            Self::Reconciled => "reconciled",
            Self::Keeping => "keeping",
            Self::Wipe => "wiping",
        }
    }
}
