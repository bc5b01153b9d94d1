//! The kinds of rows, and the rows that are no unit: skipped, and shown as skipped.

use serde::Deserialize;
use serde::Serialize;

use super::dossiers::is_contact;
use crate::domain::Map;
use crate::intake::Row;
use crate::notices::quote;
use crate::text::tidy;

/// How many skipped rows of one kind are shown; the rest is counted.
const SHOWN: usize = 20;

/// Loại dòng: what a row below the header is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowKind {
    /// Above the header.
    Title,
    /// No cell holds anything.
    Blank,
    /// The header again, as page breaks repeat it.
    Header,
    /// An upper row of the header, which is read with it.
    HeaderAbove,
    /// `(1) (2) (3)`.
    Numbering,
    /// `I. Sở, ban, ngành`: sets the group of the rows that follow.
    Section,
    /// A sum or the whole province.
    Total,
    /// A mean, the country, a target: no unit, and no sum.
    Yardstick,
    /// Signature, addressees, remarks.
    Footer,
    /// A row of another table below.
    OtherTable,
    /// A unit and its figures.
    Data,
}

impl RowKind {
    /// What an officer calls a skipped row of this kind.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Title => "dòng tên bảng phía trên tiêu đề",
            Self::Blank => "dòng trống",
            Self::Header => "dòng tiêu đề lặp lại",
            Self::HeaderAbove => "dòng tiêu đề ở tầng trên (đọc chung với dòng tiêu đề)",
            Self::Numbering => "dòng đánh số cột",
            Self::Section => "dòng nhóm đơn vị",
            Self::Total => "dòng tổng cộng",
            Self::Yardstick => "dòng để so sánh (trung bình, kỳ khác, cả nước, chỉ tiêu, điểm tối đa)",
            Self::Footer => "dòng cuối bảng (ký tên, nơi nhận, ghi chú)",
            Self::OtherTable => "dòng của bảng khác bên dưới",
            Self::Data => "dòng số liệu",
        }
    }
}

/// The rows of one kind that were skipped.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkippedRows {
    /// How many.
    pub count: u64,
    /// The first of them: number and text.
    pub first: Vec<(u32, String)>,
}

/// All skipped rows by kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Skipped(Map<RowKind, SkippedRows>);

impl Skipped {
    /// The same without the texts of the rows: below a table stand the names of those who signed.
    pub(super) fn without_texts(&self) -> Self {
        let bare = |rows: &SkippedRows| SkippedRows {
            count: rows.count,
            first: rows.first.iter().map(|(row, _)| (*row, String::new())).collect(),
        };
        Self(self.0.iter().map(|(kind, rows)| (*kind, bare(rows))).collect())
    }

    pub(super) fn add(&mut self, kind: RowKind, row: &Row) {
        let skipped = self.0.or_default(kind);
        skipped.count += 1;
        if skipped.first.len() < SHOWN {
            skipped.first.push((row.number, quote(&text_of(row))));
        }
    }

    /// Adds the rows that were skipped further below, so many rows.
    pub(super) fn append(&mut self, below: Self, rows: u32) {
        for (kind, other) in below.0 {
            let skipped = self.0.or_default(kind);
            skipped.count += other.count;
            let room = SHOWN.saturating_sub(skipped.first.len());
            let lowered = other.first.into_iter().map(|(row, text)| (row.saturating_add(rows), text));
            skipped.first.extend(lowered.take(room));
        }
    }

    /// How many rows were skipped in all.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.0.values().map(|skipped| skipped.count).sum()
    }

    /// The skipped rows by kind.
    pub fn by_kind(&self) -> impl Iterator<Item = (RowKind, &SkippedRows)> {
        self.0.iter().map(|(kind, skipped)| (*kind, skipped))
    }
}

/// The cells of a row that hold something, as one text. The number of a telephone or an address of mail is somebody's own.
pub(super) fn text_of(row: &Row) -> String {
    let cells = row.cells.iter().map(|cell| tidy(cell)).filter(|cell| !cell.is_empty());
    let told = cells.map(|cell| if is_contact(&cell) { "…".to_owned() } else { cell.into_owned() });
    told.collect::<Vec<_>>().join(" | ")
}
