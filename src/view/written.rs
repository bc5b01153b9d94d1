//! What can be made of a result.

use serde::Deserialize;
use serde::Serialize;

/// A file that is made of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Written {
    /// The appendix.
    Appendix,
    /// The letter with its appendix.
    Letter,
    /// The letter to be looked at and printed.
    LetterPage,
    /// The reminders in one document.
    Reminders,
    /// The reminders, a document each.
    RemindersEach,
    /// The workbook.
    Workbook,
    /// The ranking for Excel.
    Ranking,
    /// The ranking for programs.
    RankingPlain,
}

impl Written {
    /// All of them, in the order of their buttons.
    pub const ALL: [Self; 8] = [
        Self::Appendix,
        Self::Letter,
        Self::LetterPage,
        Self::Reminders,
        Self::RemindersEach,
        Self::Workbook,
        Self::Ranking,
        Self::RankingPlain,
    ];

    /// The word that scripts find its button by.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Appendix => "appendix.docx",
            Self::Letter => "letter.docx",
            Self::LetterPage => "letter.html",
            Self::Reminders => "reminders.docx",
            Self::RemindersEach => "reminders.zip",
            Self::Workbook => "appendix.xlsx",
            Self::Ranking => "ranking.csv",
            Self::RankingPlain => "ranking-plain.csv",
        }
    }

    /// What its button says.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Appendix => "Phụ lục (Word)",
            Self::Letter => "Công văn kèm phụ lục (Word)",
            Self::LetterPage => "Công văn để xem và in",
            Self::Reminders => "Giấy nhắc các đơn vị (Word)",
            Self::RemindersEach => "Giấy nhắc, mỗi đơn vị một tệp (zip)",
            Self::Workbook => "Sổ xếp hạng, lưu ý, cách tính (Excel)",
            Self::Ranking => "Bảng xếp hạng (CSV cho Excel)",
            Self::RankingPlain => "Bảng xếp hạng (CSV cho phần mềm)",
        }
    }
}
