//! Why a column means what it means, in an officer's words.

use super::fields::Field;
use super::fields::Match;
use super::recognise::Claim;

/// Lý do: why a column was given its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// An officer said so.
    Answered,
    /// Its header is a known one, word for word.
    KnownHeader,
    /// Its header holds the words of a known one.
    HeaderWords,
    /// Its cells carry the sign of a percentage, or are more than the most points there are.
    PercentSigns,
    /// It adds up with the other groups to the total, or its cells say that they are points.
    AddsUp,
    /// The table is about certified copies.
    CopiesTable,
    /// Its cells are codes of dossiers.
    Codes,
    /// Its cells are names of the catalogue.
    UnitNames,
    /// It stands right of the figure it remarks on.
    Neighbour,
    /// Its header is like that of a figure, and only an officer can say.
    Unsure,
}

impl Reason {
    /// What an officer reads.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Answered => "anh/chị đã chọn",
            Self::KnownHeader => "đúng tiêu đề đã biết",
            Self::HeaderWords => "tiêu đề có các từ đã biết",
            Self::PercentSigns => "các ô cho thấy là tỷ lệ %",
            Self::AddsUp => "các ô cho thấy là điểm",
            Self::CopiesTable => "bảng về chứng thực điện tử, cột số đã hoàn thành",
            Self::Codes => "các ô là mã hồ sơ",
            Self::UnitNames => "các ô là tên đơn vị trong danh mục",
            Self::Neighbour => "đứng bên phải cột số liệu đó",
            Self::Unsure => "chưa chắc, cần anh/chị chọn",
        }
    }

    /// The reason of a column: what its header claimed, what the cells have made of the claim, what came of it.
    pub(super) fn of(
        answered: bool,
        unsure: bool,
        claimed: Claim,
        weighed: Claim,
        meaning: Option<Field>,
    ) -> Option<Self> {
        if answered {
            return Some(Self::Answered);
        }
        if unsure {
            return Some(Self::Unsure);
        }
        let meaning = meaning?;
        let Some((first, surely)) = claimed else {
            // Nothing but the cells speaks where no header does.
            return match meaning {
                Field::Unit => Some(Self::UnitNames),
                Field::DossierCode => Some(Self::Codes),
                _ => None,
            };
        };
        Some(match meaning {
            _ if meaning.is_note() => Self::Neighbour,
            Field::GroupPercent if claimed != weighed => Self::PercentSigns,
            Field::GroupPoints if claimed != weighed => Self::AddsUp,
            Field::CertifiedCopies if first != meaning => Self::CopiesTable,
            Field::Unit if first == Field::Personal => Self::UnitNames,
            _ if surely == Match::Exact => Self::KnownHeader,
            _ => Self::HeaderWords,
        })
    }
}
