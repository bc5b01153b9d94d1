//! What a column can mean: one card a meaning, with the headers it is known by and headers it must refuse. The tests
//! of the cards are made from the cards.

mod certified_copies;
mod given_rank;
mod group_percent;
mod note;
mod ordinal;
mod unit;
mod unit_code;

use serde::Deserialize;
use serde::Serialize;

use super::header::Header;

/// Ý nghĩa của cột: what a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// STT: a running number, never an identifier.
    Ordinal,
    /// Đơn vị: the unit's name.
    Unit,
    /// Mã đơn vị: the unit's code.
    UnitCode,
    /// Tỷ lệ % của nhóm “Số hóa hồ sơ”.
    GroupPercent,
    /// Ghi chú beside the percentage.
    PercentNote,
    /// Kết quả chứng thực điện tử bản sao từ bản chính: a count of completed dossiers.
    CertifiedCopies,
    /// Ghi chú beside the count.
    CopiesNote,
    /// Xếp hạng as the export gives it.
    GivenRank,
    /// Used for nothing, because an officer said so.
    None,
}

impl Field {
    /// The stable word for scripts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ordinal => "ordinal",
            Self::Unit => "unit",
            Self::UnitCode => "unit_code",
            Self::GroupPercent => "group_percent",
            Self::PercentNote => "percent_note",
            Self::CertifiedCopies => "certified_copies",
            Self::CopiesNote => "copies_note",
            Self::GivenRank => "given_rank",
            Self::None => "none",
        }
    }

    /// What an officer calls it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Ordinal => "số thứ tự",
            Self::Unit => "tên đơn vị",
            Self::UnitCode => "mã đơn vị",
            Self::GroupPercent => "tỷ lệ % nhóm Số hóa hồ sơ",
            Self::PercentNote => "ghi chú của tỷ lệ %",
            Self::CertifiedCopies => "số chứng thực điện tử bản sao",
            Self::CopiesNote => "ghi chú của số chứng thực",
            Self::GivenRank => "xếp hạng có sẵn",
            Self::None => "không dùng",
        }
    }

    /// Whether the column holds a figure that units are judged by.
    #[must_use]
    pub const fn is_figure(self) -> bool {
        matches!(self, Self::GroupPercent | Self::CertifiedCopies)
    }

    /// Whether the column holds a note about a figure.
    #[must_use]
    pub const fn is_note(self) -> bool {
        matches!(self, Self::PercentNote | Self::CopiesNote)
    }
}

/// How surely a header names a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Match {
    /// It may; an officer has to say.
    Weak,
    /// It begins as the field's headers begin, or holds its words.
    Strong,
    /// It is one of the field's headers, word for word.
    Exact,
    /// An officer said so: no header outweighs that.
    Answered,
}

/// What is known about the headers of one field.
pub(super) struct FieldCard {
    pub(super) field: Field,
    /// How surely a header names the field.
    pub(super) names: fn(&Header) -> Option<Match>,
    /// Headers that must be recognised.
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests of the cards are made from them"))]
    pub(super) accepted: &'static [&'static str],
    /// Headers that must not be taken for the field.
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests of the cards are made from them"))]
    pub(super) refused: &'static [&'static str],
}

/// All cards. `PercentNote` stands for every note: which figure a note belongs to is a matter of its place.
pub(super) const ALL: [FieldCard; 7] = [
    ordinal::CARD,
    unit::CARD,
    unit_code::CARD,
    group_percent::CARD,
    certified_copies::CARD,
    note::CARD,
    given_rank::CARD,
];

/// The field a header names most surely.
pub(super) fn named_by(header: &Header) -> Option<(Field, Match)> {
    let named = ALL.iter().filter_map(|card| Some((card.field, (card.names)(header)?)));
    named.max_by_key(|(_, surely)| *surely)
}

/// `Exact` when the key is one of these.
fn exactly(header: &Header, keys: &[&str]) -> Option<Match> {
    keys.contains(&header.key.as_str()).then_some(Match::Exact)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_card_accepts_and_refuses_its_own_examples() {
        for card in &ALL {
            assert!(!card.accepted.is_empty() && !card.refused.is_empty(), "{:?} has no examples", card.field);
            for text in card.accepted {
                let header = &Header::of_row(&[(*text).to_owned()])[0];
                let named = named_by(header);
                assert!(
                    matches!(named, Some((field, Match::Strong | Match::Exact)) if field == card.field),
                    "{text:?}: {named:?}"
                );
            }
            for text in card.refused {
                let header = &Header::of_row(&[(*text).to_owned()])[0];
                let named = (card.names)(header);
                assert!(!matches!(named, Some(Match::Strong | Match::Exact)), "{text:?} is no {:?}", card.field);
            }
        }
    }
}
