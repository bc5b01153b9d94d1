//! What a table says: rows that are units, rows that are sums, and what an officer still has to answer.

use serde::Deserialize;
use serde::Serialize;

use super::ColumnMap;
use super::Field;
use super::Header;
use super::Reading;
use super::Skipped;
use super::dossiers::Ledger;
use crate::domain::Decimal;
use crate::domain::Group;
use crate::domain::Map;
use crate::domain::Percent;
use crate::domain::Period;
use crate::notices::Notices;

/// Số liệu: figures by their meaning, each in the measure of its field. A figure that is not there is unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Values(Map<Field, Decimal>);

impl Values {
    /// Sets a figure.
    pub fn set(&mut self, field: Field, value: Decimal) {
        self.0.insert(field, value);
    }

    /// A figure; `None` when it is unknown.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<Decimal> {
        self.0.get(&field).copied()
    }

    /// A figure as a percentage.
    #[must_use]
    pub fn percent(&self, field: Field) -> Option<Percent> {
        self.get(field).map(Percent::new)
    }

    /// A figure as a count; `None` also when it is no whole number.
    #[must_use]
    pub fn count(&self, field: Field) -> Option<u64> {
        self.get(field)?.as_count()
    }

    /// Adds the counts of another part of the same unit; a count that one part does not know stays unknown in the sum.
    pub fn add_counts(&mut self, other: &Self) {
        self.0.retain(|field, value| {
            let sum = other.get(*field).and_then(|part| value.checked_add(part));
            sum.map(|sum| *value = sum).is_some()
        });
    }

    /// Keeps the figures of these fields alone.
    pub fn retain(&mut self, mut keep: impl FnMut(Field) -> bool) {
        self.0.retain(|field, _| keep(*field));
    }

    /// All figures, in the order of the fields.
    pub fn iter(&self) -> impl Iterator<Item = (Field, Decimal)> {
        self.0.iter().map(|(field, value)| (*field, *value))
    }
}

/// Phần của một đơn vị: what a row counts of its unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// One field, one procedure, as written.
    Detail(String),
    /// One office below it, as written.
    Office(String),
}

/// Một dòng số liệu: what one row says about one unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Observation {
    /// The row it stands in.
    pub row: u32,
    /// The column its unit's name or code stands in; `None` where no cell names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// How far right of their headers its figures stand: in the second of two tables side by side.
    #[serde(skip_serializing_if = "is_zero")]
    pub right: u32,
    /// The unit's name as written; empty when the row names none.
    pub name: String,
    /// The unit's code as written.
    pub code: String,
    /// The group set by the last section row.
    pub group: Option<Group>,
    /// The part of the unit the row counts alone, such as one field of law; `None` when it counts the unit.
    pub part: Option<Part>,
    /// Whether the row says one metric alone of its unit, or nothing of several periods, and others say the rest.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub of_metric: bool,
    /// The unit whose section the row stands in, where a row of its own opens one.
    pub under: Option<String>,
    /// Its figures.
    pub values: Values,
    /// The export's own note beside the percentage, where it has such a column.
    pub percent_note: Option<String>,
    /// The export's own note beside the count, where it has such a column.
    pub copies_note: Option<String>,
    /// The rank the export gives, where it has such a column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given_rank: Option<u32>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
const fn is_zero(right: &u32) -> bool {
    *right == 0
}

/// Dòng tổng: what a total or subtotal row says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Total {
    /// The row it stands in.
    pub row: u32,
    /// What it calls itself.
    pub label: String,
    /// Whether it stands for the whole province.
    pub province: bool,
    /// Its figures.
    pub values: Values,
    /// How many observations stand before it.
    pub after: usize,
    /// How many observations stand before the section it belongs to.
    pub section_start: usize,
    /// Whether it opens the section whose rows follow, instead of closing the rows before.
    pub opens: bool,
}

/// Câu hỏi: what only an officer can tell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
    /// What a state of dossiers means.
    Status {
        /// As written.
        text: String,
        /// How many dossiers have it.
        dossiers: u64,
        /// The first row that has it.
        row: u32,
    },
}

/// What a whole table said.
#[derive(Clone, Debug)]
pub struct TableRead {
    /// Its columns.
    pub map: ColumnMap,
    /// The fingerprint under which answers about it are remembered.
    pub fingerprint: String,
    /// How each figure's column was read.
    pub readings: Vec<(Field, Reading)>,
    /// The rows that are units.
    pub observations: Vec<Observation>,
    /// The dossiers, when its rows are dossiers.
    pub dossiers: Option<Ledger>,
    /// The rows that are sums.
    pub totals: Vec<Total>,
    /// The rows that are neither.
    pub skipped: Skipped,
    /// How many rows hold data.
    pub data_rows: usize,
    /// What an officer has to answer.
    pub questions: Vec<Question>,
    /// What stands above it; of a table that a session has kept nothing.
    pub titles: Vec<String>,
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
    /// The index: percentages, points or components of the group.
    Index,
    /// Counts of dossiers received, completed, digitised.
    Summary,
    /// Certified copies alone.
    CertifiedCopies,
    /// One row a dossier.
    Dossiers,
}

impl Shape {
    /// The stable word for scripts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Appendix => "appendix",
            Self::Index => "index",
            Self::Summary => "summary",
            Self::CertifiedCopies => "certified-copies",
            Self::Dossiers => "dossiers",
        }
    }

    /// What an officer calls it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Appendix => "phụ lục: tỷ lệ số hóa và chứng thực điện tử",
            Self::Index => "bảng chỉ số số hóa theo đơn vị",
            Self::Summary => "bảng thống kê hồ sơ số hóa theo đơn vị",
            Self::CertifiedCopies => "bảng chứng thực điện tử theo đơn vị",
            Self::Dossiers => "danh sách hồ sơ",
        }
    }
}

impl TableRead {
    /// The columns and periods of the table with other rows, and nothing else of it.
    #[must_use]
    pub fn with_rows(&self, observations: Vec<Observation>, totals: Vec<Total>) -> Self {
        Self {
            map: self.map.clone(),
            fingerprint: String::new(),
            readings: Vec::new(),
            observations,
            dossiers: None,
            totals,
            skipped: Skipped::default(),
            data_rows: 0,
            questions: Vec::new(),
            titles: Vec::new(),
            period: self.period,
            copies_period: self.copies_period,
            notices: Notices::default(),
            preview: Vec::new(),
        }
    }

    /// Which table this is, by the figures it holds or may hold.
    #[must_use]
    pub fn shape(&self) -> Shape {
        if let Some(dossiers) = &self.dossiers {
            return if dossiers.is_of_copies() { Shape::CertifiedCopies } else { Shape::Dossiers };
        }
        let holds =
            |field| self.map.index(field).is_some() || self.map.unsure.iter().any(|unsure| unsure.field == field);
        let index = holds(Field::GroupPercent)
            || holds(Field::GroupPoints)
            || self.map.figures().any(|(_, field)| matches!(field, Field::Component(..)));
        let counts =
            [Field::Received, Field::Completed, Field::ReceivedDigitised, Field::CompletedEResult, Field::Both];
        match (index, holds(Field::CertifiedCopies), counts.into_iter().any(holds)) {
            (true, true, _) => Shape::Appendix,
            (false, true, _) => Shape::CertifiedCopies,
            (false, false, true) => Shape::Summary,
            _ => Shape::Index,
        }
    }
}
