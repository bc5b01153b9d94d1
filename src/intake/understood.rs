//! How a file was understood: what it is, and what is worth knowing beside its rows.

use super::Beside;
use super::Dialect;
use super::Kind;
use super::LettersRead;
use super::SheetSeen;
use super::Sniffed;

/// How a file was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// What it is.
    pub format: Format,
    /// The row of a quoted cell that never ended.
    pub open_quote: Option<u32>,
    /// Whether letters came with loose marks (NFD).
    pub decomposed: bool,
    /// What became of its letters.
    pub letters: Box<LettersRead>,
    /// What is worth knowing beside the rows: what is hidden, what was left out.
    pub beside: Box<Beside>,
}

/// What a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Format {
    /// Text of cells and separators.
    Text {
        /// Its encoding and why.
        sniffed: Sniffed,
        /// Its separator and why.
        dialect: Dialect,
    },
    /// A table in markup, often named as a workbook.
    Markup {
        /// Its encoding and why.
        sniffed: Sniffed,
        /// The table that was read, by its name: `Bảng 2`.
        table: String,
        /// All its tables in their order, for choice.
        tables: Vec<SheetSeen>,
    },
    /// What a portal's interface answers, pasted or saved.
    Json {
        /// Its encoding and why.
        sniffed: Sniffed,
        /// How many lists of objects the file holds; the one most like a table of the field was read.
        lists: usize,
    },
    /// A workbook.
    Workbook {
        /// Which kind.
        kind: Kind,
        /// The sheet that was read.
        sheet: String,
        /// Whether that sheet is hidden.
        hidden: bool,
        /// The other sheets that hold anything.
        others: Vec<String>,
        /// All sheets in their order, for choice.
        sheets: Vec<SheetSeen>,
    },
}

impl Format {
    /// All sheets of a workbook or tables of a web page, for choice, and the one that was read; text has none.
    #[must_use]
    pub fn choice(&self) -> Option<(&[SheetSeen], &str)> {
        match self {
            Self::Text { .. } | Self::Json { .. } => None,
            Self::Markup { table, tables, .. } => Some((tables, table)),
            Self::Workbook { sheet, sheets, .. } => Some((sheets, sheet)),
        }
    }

    /// The stable word for scripts.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Text { .. } => "csv",
            Self::Markup { .. } => "html",
            Self::Json { .. } => "json",
            Self::Workbook { kind, .. } => kind.code(),
        }
    }

    /// Takes away what stands below the headers of the sheets that are offered for choice: in lists of dossiers, names of
    /// citizens.
    pub fn keep_headers_alone(&mut self) {
        let sheets = match self {
            Self::Text { .. } | Self::Json { .. } => return,
            Self::Markup { tables, .. } => tables,
            Self::Workbook { sheets, .. } => sheets,
        };
        sheets.iter_mut().for_each(SheetSeen::keep_header_alone);
    }

    /// The sheet that was read; text has none.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        match self {
            Self::Text { .. } | Self::Markup { .. } | Self::Json { .. } => None,
            Self::Workbook { sheet, .. } => Some(sheet),
        }
    }
}
