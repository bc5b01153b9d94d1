//! What actions choose among, each by its stable word.

use serde::Deserialize;
use serde::Serialize;

/// What can be corrected about a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Correction {
    /// Its letters: `encoding:` and an encoding, or `repair:` and a repair.
    Letters,
    /// Its sheet, or its table where it is a web page.
    Sheet,
    /// The first row of its header.
    HeaderRow,
    /// What a column means.
    Meaning {
        /// The name of its header.
        header: String,
    },
    /// How the numbers of a column are read.
    Numbers {
        /// The name of its header.
        header: String,
    },
}

/// What the list of notices is saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SavedAs {
    /// Text with semicolons.
    Csv,
    /// A workbook.
    Xlsx,
    /// A text to be printed or sent.
    Docx,
}

impl SavedAs {
    /// The ending of its name.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
        }
    }
}

/// A sample behind a button of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sample {
    /// The appendix of the letter of June 2023, typing errors included.
    #[default]
    Letter,
    /// An invented export with titles, sections, sums and a signature.
    Portal,
    /// The letter's appendix with invented ones of the two months before.
    Months,
}

/// What the ranking can be sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SortKey {
    /// The rank.
    #[default]
    Rank,
    /// The name, in dictionary order.
    Name,
    /// The percentage.
    Percent,
    /// The count of certified copies.
    Copies,
}

impl SortKey {
    /// The stable word.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Rank => "rank",
            Self::Name => "name",
            Self::Percent => "percent",
            Self::Copies => "copies",
        }
    }

    /// What an officer calls it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Rank => "hạng",
            Self::Name => "tên đơn vị",
            Self::Percent => "tỷ lệ %",
            Self::Copies => "số chứng thực điện tử",
        }
    }

    /// Whether the first click sorts from the largest down.
    #[must_use]
    pub const fn falls_first(self) -> bool {
        matches!(self, Self::Percent | Self::Copies)
    }
}

/// A limit that can be typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Limit {
    /// Below it a percentage is “Thấp”.
    RateLow,
    /// Below it a count is “Quá thấp”.
    CountVeryLow,
}
