//! What is wrong with a catalogue's file, each in a sentence: where, what was seen, what to do.

use std::fmt;

use thiserror::Error;

/// Problems told at once: more say little that these do not.
const TOLD: usize = 20;

/// Danh mục hỏng: a file that gives no catalogue, with all its problems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueError {
    /// What is wrong, in the order of the file; never empty.
    pub problems: Vec<Problem>,
}

impl fmt::Display for CatalogueError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Danh mục đơn vị có {} chỗ sai nên chưa được dùng; danh mục cũ vẫn giữ.", self.problems.len())?;
        for problem in self.problems.iter().take(TOLD) {
            write!(out, "\n{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for CatalogueError {}

/// Chỗ sai: one problem and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line of the file, counted from 1; `None` when the whole file is meant.
    pub line: Option<u64>,
    /// The header of the column; `None` when the whole line is meant.
    pub column: Option<&'static str>,
    /// What is wrong there.
    pub fault: Fault,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.column) {
            (Some(line), Some(column)) => write!(out, "Dòng {line}, cột «{column}»: {}", self.fault),
            (Some(line), None) => write!(out, "Dòng {line}: {}", self.fault),
            (None, _) => write!(out, "{}", self.fault),
        }
    }
}

/// Lỗi: what can be wrong with a catalogue's file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Fault {
    /// No line holds the headers.
    #[error("Không thấy dòng tiêu đề có cột «mã» và «tên». Hãy xuất danh mục mẫu, sửa trong Excel rồi chọn lại.")]
    NoHeader,
    /// A column that is needed is not there.
    #[error("Thiếu cột «{0}». Hãy thêm cột này, hoặc sửa từ danh mục mẫu.")]
    NoColumn(&'static str),
    /// A column nobody knows: its content would be lost.
    #[error("Danh mục không có cột «{0}». Hãy sửa tên cột theo danh mục mẫu, hoặc xóa cột.")]
    UnknownColumn(String),
    /// Two columns of one name.
    #[error("Cột này có hai lần. Hãy xóa một cột.")]
    ColumnTwice,
    /// The catalogue says not what it is.
    #[error("Thiếu dòng «{0}» ở đầu tệp. Hãy thêm một dòng: ô đầu ghi «{0}», ô sau ghi giá trị.")]
    NoSetting(&'static str),
    /// A line above the header that says nothing known.
    #[error(
        "«{0}» không phải mục của danh mục. Phía trên dòng tiêu đề chỉ ghi: danh mục, tên danh mục, dùng từ ngày, dùng đến ngày."
    )]
    UnknownSetting(String),
    /// No units.
    #[error("Danh mục không có đơn vị nào. Hãy thêm ít nhất một đơn vị dưới dòng tiêu đề.")]
    NoUnits,
    /// A cell that must not be empty.
    #[error("Ô trống. Hãy điền giá trị.")]
    Empty,
    /// A line with more cells than there are headers.
    #[error(
        "Dòng có nhiều ô hơn dòng tiêu đề, thừa «{0}». Hãy xóa ô thừa; nếu ô có dấu «;» thì đặt trong dấu ngoặc kép."
    )]
    TooManyCells(String),
    /// A word that is not an id.
    #[error(
        "«{0}» không dùng làm mã được. Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ «xa-bac-ha»."
    )]
    BadId(String),
    /// The same id twice.
    #[error("Mã «{0}» đã dùng ở dòng {1}. Mỗi đơn vị phải có mã riêng.")]
    IdTwice(String, u64),
    /// A word that is none of a list.
    #[error("«{found}» không có trong các giá trị được dùng. Hãy ghi một trong: {allowed}.")]
    UnknownWord {
        /// What stands there.
        found: String,
        /// What may stand there.
        allowed: String,
    },
    /// No day.
    #[error("«{0}» không phải ngày. Hãy ghi ngày trước, ví dụ 01/07/2025.")]
    BadDay(String),
    /// The last day before the first.
    #[error("Ngày kết thúc ở trước ngày bắt đầu. Hãy sửa một trong hai ngày.")]
    DaysReversed,
    /// No code of an office.
    #[error(
        "«{0}» không phải mã định danh. Hãy ghi như «H38.5»; nhiều mã cách nhau bằng «|»; «H38.5.*» là gồm cả cấp dưới."
    )]
    BadCode(String),
    /// No number of the statistics office.
    #[error("«{0}» không phải mã đơn vị hành chính. Mã có 5 chữ số (cấp xã) hoặc 3 chữ số (cấp huyện).")]
    BadGso(String),
    /// Nothing is left of the name once its type is taken away.
    #[error("«{0}» không phải tên riêng của một đơn vị. Hãy ghi tên đầy đủ, ví dụ «UBND xã Bắc Hà».")]
    NoName(String),
    /// The name says another type than its column.
    #[error("Tên «{name}» là của loại «{said}», khác với cột «loại». Hãy sửa tên hoặc loại.")]
    OtherType {
        /// The name.
        name: String,
        /// The type it says.
        said: &'static str,
    },
    /// Two units under one name: neither could be found by it.
    #[error(
        "«{name}» cũng là tên của «{other}» ở dòng {line}. Mỗi tên chỉ được chỉ một đơn vị; hãy xóa hoặc sửa một trong hai."
    )]
    SharedName {
        /// The name.
        name: String,
        /// The official name of the other unit.
        other: String,
        /// Its line.
        line: u64,
    },
    /// A text a spreadsheet would compute.
    #[error("«{0}» bắt đầu bằng dấu mà Excel hiểu là công thức (=, +, -, @). Hãy bỏ dấu đó.")]
    Formula(String),
}
