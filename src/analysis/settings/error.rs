//! Why settings are refused, with what would do.

use thiserror::Error;

use super::slips::told;
use super::written::line;
use crate::units::CatalogueError;

impl SettingsError {
    /// The sentence, with the line of the file's text where the value stands that is to blame.
    #[must_use]
    pub fn told(&self, text: &str) -> String {
        if let Self::Malformed { line } = self {
            return match told(text, *line) {
                (here, Some(slip)) => {
                    let stop = if slip.ends_with('?') { "" } else { "." };
                    format!("Tệp thiết lập không dùng được từ dòng {line}, «{here}»: {slip}{stop}")
                }
                (here, None) => format!("{self} Dòng {line} ghi «{here}»."),
            };
        }
        let found = match self {
            Self::Catalogue { found, .. }
            | Self::Value { found, .. }
            | Self::Blank { found, .. }
            | Self::Issued { found }
            | Self::Limit { found, .. } => found.as_str(),
            Self::Malformed { .. } | Self::OwnCatalogue(_) => "",
        };
        let line = line(text, found).map(|line| format!(" (dòng {line} của tệp thiết lập)")).unwrap_or_default();
        format!("{self}{line}")
    }
}

/// Why a settings file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SettingsError {
    /// Neither TOML nor JSON of the expected shape.
    #[error(
        "Tệp thiết lập không dùng được từ dòng {line}: khóa lạ, giá trị lạ hoặc thiếu dấu. Các khóa có thể dùng: group, catalogue, own-catalogue, compare, province, as_of, thresholds (name, since, source, rate-low, count-very-low, few-dossiers, relative), formula (preset, tolerance, rates, components), figures (unit, field, value, reason), what-if (unit và một trong percent-points, points, dossiers, copies), groups (name, units), columns, statuses, aliases, files, documents."
    )]
    Malformed {
        /// The line that cannot be understood, counted from 1.
        line: usize,
    },
    /// A catalogue that does not ship.
    #[error("Không có danh mục đơn vị «{found}». Các danh mục có sẵn: {known}.")]
    Catalogue {
        /// What stands there.
        found: String,
        /// What may stand there.
        known: String,
    },
    /// A value that means nothing where it stands.
    #[error("Thiết lập {key} là «{found}», không dùng được: {expected}.")]
    Value {
        /// Where it stands.
        key: String,
        /// What stands there.
        found: String,
        /// What may stand there.
        expected: String,
    },
    /// An own catalogue that cannot be read.
    #[error(transparent)]
    OwnCatalogue(#[from] CatalogueError),
    /// A blank in the words of a document that no document knows.
    #[error("Mẫu văn bản có chỗ điền lạ {{{found}}}. Các chỗ điền có thể dùng: {known}.")]
    Blank {
        /// What stands there.
        found: String,
        /// What may stand there.
        known: String,
    },
    /// A day of issue that is none.
    #[error(
        "Ngày ban hành «{found}» không dùng được: cần ngày, tháng hoặc năm như 05/6/2023, 6/2023, 2023, hoặc để trống."
    )]
    Issued {
        /// What stands there.
        found: String,
    },
    /// A limit that is no number, or out of range.
    #[error("Ngưỡng {name} {}, không dùng được: {expected}.", typed(found))]
    Limit {
        /// Which limit.
        name: &'static str,
        /// What stands there.
        found: String,
        /// What may stand there.
        expected: &'static str,
    },
}

/// What was typed, in a sentence.
fn typed(found: &str) -> String {
    if found.trim().is_empty() { "đang để trống".to_owned() } else { format!("là «{found}»") }
}
