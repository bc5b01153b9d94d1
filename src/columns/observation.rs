//! What a table says: rows that are units, rows that are sums, and what an officer still has to answer.

use super::ColumnMap;
use super::Field;
use super::Header;
use super::Reading;
use super::Skipped;
use crate::domain::Group;
use crate::domain::Percent;
use crate::domain::Period;
use crate::notices::Notices;

/// Một dòng số liệu: what one row says about one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    /// The row it stands in.
    pub row: u32,
    /// The unit's name as written; empty when the row names none.
    pub name: String,
    /// The unit's code as written.
    pub code: String,
    /// The group set by the last section row.
    pub group: Option<Group>,
    /// The percentage of the group “Số hóa hồ sơ”.
    pub percent: Option<Percent>,
    /// The count of certified copies.
    pub copies: Option<u64>,
    /// The export's own note beside the percentage, where it has such a column.
    pub percent_note: Option<String>,
    /// The export's own note beside the count, where it has such a column.
    pub copies_note: Option<String>,
}

/// Dòng tổng: what a total or subtotal row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// The row it stands in.
    pub row: u32,
    /// What it calls itself.
    pub label: String,
    /// Whether it stands for the whole province.
    pub province: bool,
    /// Its percentage.
    pub percent: Option<Percent>,
    /// Its count of certified copies.
    pub copies: Option<u64>,
    /// How many observations stand before it.
    pub after: usize,
    /// How many observations stand before the section it belongs to.
    pub section_start: usize,
    /// Whether it opens the section whose rows follow, instead of closing the rows before.
    pub opens: bool,
}

/// Câu hỏi: what only an officer can tell about a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Which of these columns holds the figure.
    Column {
        /// The figure.
        field: Field,
        /// The columns that may hold it, with a few of their cells.
        candidates: Vec<(Header, Vec<String>)>,
    },
    /// How the numbers of a column are read.
    Numbers {
        /// The figure.
        field: Field,
        /// The column.
        header: Header,
        /// The ways to read it.
        options: Vec<Reading>,
        /// A cell that reads differently under each.
        example: String,
    },
}

/// What a whole table said.
#[derive(Clone, Debug)]
pub struct TableRead {
    /// Its columns.
    pub map: ColumnMap,
    /// How each figure's column was read.
    pub readings: Vec<(Field, Reading)>,
    /// The rows that are units.
    pub observations: Vec<Observation>,
    /// The rows that are sums.
    pub totals: Vec<Total>,
    /// The rows that are neither.
    pub skipped: Skipped,
    /// What an officer has to answer.
    pub questions: Vec<Question>,
    /// The period its titles name.
    pub period: Option<Period>,
    /// The period the header of the certified copies names.
    pub copies_period: Option<Period>,
    /// What was noticed.
    pub notices: Notices,
    /// The first data rows as they stand in the file.
    pub preview: Vec<Vec<String>>,
}

/// Dạng bảng: which of the field's tables a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Percentages and certified copies side by side, as the letter's appendix.
    Appendix,
    /// Percentages alone.
    Index,
    /// Certified copies alone.
    CertifiedCopies,
}

impl Shape {
    /// The stable word for scripts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Appendix => "appendix",
            Self::Index => "index",
            Self::CertifiedCopies => "certified-copies",
        }
    }

    /// What an officer calls it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Appendix => "phụ lục: tỷ lệ số hóa và chứng thực điện tử",
            Self::Index => "bảng tỷ lệ số hóa theo đơn vị",
            Self::CertifiedCopies => "bảng chứng thực điện tử theo đơn vị",
        }
    }
}

impl TableRead {
    /// Which table this is, by the figures it holds or may hold.
    #[must_use]
    pub fn shape(&self) -> Shape {
        let holds =
            |field| self.map.index(field).is_some() || self.map.unsure.iter().any(|unsure| unsure.field == field);
        match (holds(Field::GroupPercent), holds(Field::CertifiedCopies)) {
            (true, true) => Shape::Appendix,
            (false, true) => Shape::CertifiedCopies,
            _ => Shape::Index,
        }
    }
}
