//! What one file gave: its table, or what is known of it all the same.

use std::rc::Rc;

use thiserror::Error;

use crate::columns::Seen;
use crate::columns::TableError;
use crate::columns::TableRead;
use crate::domain::Place;
use crate::intake::Alternative;
use crate::intake::IntakeError;
use crate::intake::Row;
use crate::intake::Understood;

/// Why a file gave no table.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum GatherError {
    /// It is no text table.
    #[error(transparent)]
    Intake(#[from] IntakeError),
    /// Its rows are no table of units.
    #[error(transparent)]
    Table(#[from] TableError),
    /// It is no table but a saved session.
    #[error(
        "Tệp này là phiên làm việc đã lưu, không phải bảng số liệu. Hãy mở nó trên trang, hoặc dùng với lệnh report."
    )]
    Session,
    /// The reader broke down over it more than once.
    #[error(
        "Bộ đọc đã dừng hai lần khi đọc tệp này, nên không đọc lại nữa; các tệp khác vẫn được đọc. Hãy kiểm tra hoặc xuất lại tệp, hoặc lưu riêng bảng cần dùng thành tệp CSV UTF-8."
    )]
    GivenUp,
    /// The system did not let it be read; the system's words are the reason.
    #[error(
        "Không đọc được tệp từ máy ({reason}). Hãy kiểm tra tệp còn ở chỗ cũ và không bị chương trình khác khóa, rồi chọn lại."
    )]
    Unreadable {
        /// What the system says.
        reason: String,
    },
}

impl GatherError {
    /// A file that a browser does not read any more; `name` is its name for the reason.
    #[must_use]
    pub fn unreadable(name: &str) -> Self {
        let reason = match name {
            "NotFoundError" => "tệp không còn ở chỗ cũ",
            "NotReadableError" => "từ khi chọn, tệp đã bị sửa, bị xóa hoặc bị chương trình khác khóa",
            other => other,
        };
        Self::Unreadable { reason: reason.to_owned() }
    }
}

/// What one file gave.
#[derive(Clone, Debug)]
pub struct GatheredFile {
    /// Its name as the officer chose it.
    pub name: String,
    /// How many bytes it has.
    pub bytes: u64,
    /// The SHA-256 of its bytes, in hexadecimal; empty while it is still being made.
    pub sha256: String,
    /// Whether it is one of several sheets or tables of its file that are read together: places in it say which.
    pub is_part: bool,
    /// How it was understood.
    pub understood: Rc<Understood>,
    /// What its table says. Shared, since every report holds it.
    pub table: Rc<TableRead>,
    /// The first rows that hold anything, cut, so that an officer can point at the header. Of a list of dossiers only
    /// what stands above its rows.
    pub first_rows: Rc<[Row]>,
}

/// What is known of a file that gave no table: enough to correct how it is read.
#[derive(Clone, Debug)]
pub struct Refused {
    /// How many bytes of it were read.
    pub bytes: u64,
    /// How it was understood, if reading came so far.
    pub understood: Option<Understood>,
    /// How its letters could be read.
    pub alternatives: Vec<Alternative>,
    /// Its fingerprint, and its header if one was found.
    pub seen: Seen,
    /// The first rows that hold anything, cut.
    pub first_rows: Vec<Row>,
}

impl Refused {
    /// Whether any answer could change how the file is read.
    #[must_use]
    pub fn can_be_corrected(&self) -> bool {
        self.understood.is_some() || !self.alternatives.is_empty() || !self.first_rows.is_empty()
    }
}

/// What reading made of one file, whether or not its rows are a table of units.
#[derive(Clone, Debug)]
pub enum Inspected {
    /// A table of units.
    Table(Box<GatheredFile>),
    /// Rows of cells without such a table; the first row that holds anything is taken for their header.
    Rows {
        /// The file's name.
        name: String,
        /// The SHA-256 of its bytes, in hexadecimal.
        sha256: String,
        /// How it was understood.
        understood: Understood,
        /// The first rows that hold anything.
        first: Vec<Row>,
        /// How many rows hold anything.
        filled: usize,
        /// How many rows hold nothing.
        blank: u64,
    },
}

impl GatheredFile {
    /// Whether it is the same bytes, understood alike: an officer may have chosen another sheet. While the bytes of one are
    /// still being hashed nobody says so.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        !self.sha256.is_empty() && self.sha256 == other.sha256 && self.understood == other.understood
    }

    /// The file as a place, its sheet included; of a table of a web page where several are read.
    #[must_use]
    pub fn place(&self) -> Place {
        let beside = self.understood.format.choice().filter(|_| self.is_part).map(|(_, read)| read);
        let sheet = self.understood.format.sheet().or(beside);
        Place { sheet: sheet.map(str::to_owned), ..Place::file(&self.name) }
    }
}
