//! How a file was understood, as a session keeps it.

use serde::Deserialize;
use serde::Serialize;

use super::Dialect;
use super::Encoding;
use super::Format;
use super::Hints;
use super::Quoting;
use super::RepairChoice;
use super::Understood;
use super::sniff::Sniffed;
use super::workbook::Kind;

/// Why an encoding and a separator stand as they do once the file is not at hand.
const KEPT: &str = "như đã lưu trong tệp phiên làm việc";

/// Dạng tệp đã lưu: what a file is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum SavedFormat {
    /// Text.
    Text {
        /// Its encoding, by its word.
        encoding: String,
        /// Its separator.
        delimiter: char,
    },
    /// A table in markup.
    Markup {
        /// Its encoding, by its word.
        encoding: String,
        /// The table that was read, by its name.
        table: String,
    },
    /// What a program answered.
    Json {
        /// Its encoding, by its word.
        encoding: String,
        /// How many lists it holds.
        lists: usize,
    },
    /// A workbook.
    Workbook {
        /// Which kind, by its word.
        kind: String,
        /// The sheet that was read.
        sheet: String,
        /// Whether that sheet is hidden.
        hidden: bool,
        /// The other sheets that hold anything.
        others: Vec<String>,
    },
}

impl SavedFormat {
    /// What a file is, to be kept.
    #[must_use]
    pub fn of(understood: &Understood) -> Self {
        match &understood.format {
            Format::Text { sniffed, dialect } => {
                Self::Text { encoding: sniffed.encoding.code().to_owned(), delimiter: char::from(dialect.delimiter) }
            }
            Format::Markup { sniffed, table, .. } => {
                Self::Markup { encoding: sniffed.encoding.code().to_owned(), table: table.clone() }
            }
            Format::Json { sniffed, lists } => {
                Self::Json { encoding: sniffed.encoding.code().to_owned(), lists: *lists }
            }
            Format::Workbook { kind, sheet, hidden, others, .. } => Self::Workbook {
                kind: kind.code().to_owned(),
                sheet: sheet.clone(),
                hidden: *hidden,
                others: others.clone(),
            },
        }
    }

    /// The same again; `None` when a word is not known. What was told of its letters and of what is hidden stands among
    /// the notices.
    #[must_use]
    pub fn understood(self) -> Option<Understood> {
        let sniffed = |encoding: &str| {
            Some(Sniffed { encoding: Encoding::from_code(encoding)?, mark: 0, reason: KEPT, certain: true })
        };
        let format = match self {
            Self::Text { encoding, delimiter } => Format::Text {
                sniffed: sniffed(&encoding)?,
                dialect: Dialect {
                    delimiter: u8::try_from(delimiter).ok()?,
                    directive: 0,
                    quoting: Quoting::OfCells,
                    reason: KEPT,
                },
            },
            Self::Markup { encoding, table } => {
                Format::Markup { sniffed: sniffed(&encoding)?, table, tables: Vec::new() }
            }
            Self::Json { encoding, lists } => Format::Json { sniffed: sniffed(&encoding)?, lists },
            Self::Workbook { kind, sheet, hidden, others } => {
                Format::Workbook { kind: Kind::from_code(&kind)?, sheet, hidden, others, sheets: Vec::new() }
            }
        };
        Some(Understood {
            format,
            open_quote: None,
            decomposed: false,
            letters: Box::default(),
            beside: Box::default(),
        })
    }
}

/// Gợi ý đã lưu: what an officer had said about the bytes of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SavedHints {
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    repair: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<String>,
}

impl SavedHints {
    /// The hints to be kept.
    #[must_use]
    pub fn of(hints: &Hints) -> Self {
        Self {
            encoding: hints.encoding.map(|encoding| encoding.code().to_owned()),
            repair: hints.repair.map(|repair| repair.code().to_owned()),
            sheet: hints.sheet.clone(),
        }
    }

    /// The hints again; a word that is not known says nothing.
    #[must_use]
    pub fn hints(self) -> Hints {
        Hints {
            encoding: self.encoding.as_deref().and_then(Encoding::from_code),
            repair: self.repair.as_deref().and_then(RepairChoice::from_code),
            sheet: self.sheet,
        }
    }
}
