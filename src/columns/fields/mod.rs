//! What a column can mean: one card a family of meanings, with the headers it is known by and headers it must refuse.
//! The tests of the cards are made from the cards.

mod breakdown;
mod certified_copies;
mod components;
mod counts;
mod dossiers;
mod field;
mod given_rank;
mod group_percent;
mod index_points;
mod note;
mod ordinal;
mod plain_words;
mod rates;
mod unit;
mod unit_code;
mod unit_key;
mod verdict;
mod words;

pub(super) use components::aspect_of;
pub(super) use components::named as component_named;
pub(super) use counts::is_all;
pub(super) use dossiers::Marks;
pub use field::Field;
pub use field::Holds;
pub(super) use group_percent::speaks_of_part;
pub(super) use plain_words::may_be_another;
pub(super) use words::is_month;
pub(super) use words::is_time;
pub(super) use words::weight_alone;
pub(super) use words::without_weight;

use std::cell::RefCell;
use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::header::Header;
use words::in_plain;

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

/// Which tables a card's fields stand in: the same words mean other things in a list of dossiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Scope {
    /// Every table.
    Any,
    /// Tables with one row a unit.
    Units,
    /// Tables with one row a dossier.
    Dossiers,
}

/// What is known about the headers of one family of fields.
pub(super) struct FieldCard {
    pub(super) scope: Scope,
    /// The field a header names, and how surely.
    pub(super) names: fn(&Header) -> Option<(Field, Match)>,
    /// Headers that must be recognised; ` / ` parts parent and child.
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests of the cards are made from them"))]
    pub(super) accepted: &'static [(&'static str, Field)],
    /// Headers that must not be taken for one of the fields.
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests of the cards are made from them"))]
    pub(super) refused: &'static [&'static str],
}

/// Longest folded header, in bytes: the letter's own has 120.
const LONGEST: usize = 300;

/// Last column that can mean anything; a table of all components has some forty.
const RIGHTMOST: u32 = 1000;

/// All cards. `PercentNote` stands for every note: which figure a note belongs to is a matter of its place.
const ALL: [FieldCard; 15] = [
    ordinal::CARD,
    unit::CARD,
    unit_code::CARD,
    unit_key::CARD,
    group_percent::CARD,
    certified_copies::CARD,
    note::CARD,
    given_rank::CARD,
    index_points::CARD,
    components::CARD,
    counts::CARD,
    verdict::CARD, // before the rates, whose names stand below “Đánh giá” as well
    rates::CARD,
    dossiers::CARD,
    breakdown::CARD,
];

/// The field a header names most surely in tables of this kind.
pub(super) fn named_by(header: &Header, scope: Scope) -> Option<(Field, Match)> {
    // A cell as long as that is a remark; a cell as far right as that is damage; most cells below a
    // header are numbers, days or empty.
    let has_letters = header.path.bytes().any(|byte| byte.is_ascii_alphabetic());
    if !has_letters || header.path.len() > LONGEST || header.column > RIGHTMOST {
        return None;
    }
    NAMED.with_borrow_mut(|named| {
        let asked = (scope, header.text.clone(), header.key.clone());
        if let Some(found) = named.get(&asked) {
            return *found;
        }
        if named.len() == MOST_NAMED {
            named.clear();
        }
        let found = most_surely_named(header, scope);
        named.insert(asked, found);
        found
    })
}

/// Headers whose field is remembered.
const MOST_NAMED: usize = 2_000;

/// The field of a header in a scope, by its text and key.
type Named = HashMap<(Scope, String, String), Option<(Field, Match)>, FxBuildHasher>;

thread_local! {
    /// What [`named_by`] said of a header's text and key: the rows among which a header is looked for say the same words
    /// again and again, and are tried under several separators.
    static NAMED: RefCell<Named> = RefCell::default();
}

fn most_surely_named(header: &Header, scope: Scope) -> Option<(Field, Match)> {
    let full = in_plain(&header.path).and_then(|path| {
        let key = in_plain(&header.key).unwrap_or_else(|| header.key.clone());
        as_written(&Header { key, path, ..header.clone() }, scope)
    });
    full.or_else(|| as_written(header, scope)).or_else(|| as_written(&in_words(header)?, scope))
}

/// A header that a program wrote as one word, parted where capitals begin: `coSoHoaTPHS`.
fn in_words(header: &Header) -> Option<Header> {
    let text = header.text.as_bytes();
    let begins = |at: usize| at > 0 && text[at].is_ascii_uppercase() && text[at - 1].is_ascii_lowercase();
    if !text.iter().all(u8::is_ascii_alphabetic) || !(0..text.len()).any(begins) {
        return None;
    }
    let mut words = String::with_capacity(2 * text.len());
    for (at, letter) in header.text.char_indices() {
        if begins(at) {
            words.push(' ');
        }
        words.push(letter.to_ascii_lowercase());
    }
    Some(Header { key: words.clone(), path: words, ..header.clone() })
}

/// The same of a header as it is written.
fn as_written(header: &Header, scope: Scope) -> Option<(Field, Match)> {
    let fits = |card: &&FieldCard| card.scope == Scope::Any || scope == Scope::Any || card.scope == scope;
    // Of two that are equally sure the first card wins: `max_by_key` would take the last.
    let named = ALL.iter().filter(fits).rev().filter_map(|card| (card.names)(header));
    named.max_by_key(|(_, surely)| *surely).filter(|(field, _)| !(field.is_figure() && is_of_another_time(header)))
}

/// Whether a header says that its figures are not what was reached now: the last period's, a target, a difference.
pub(super) fn is_of_another_time(header: &Header) -> bool {
    const WORDS: [&str; 22] = [
        "nguong",
        "toi thieu",
        "duoc giao",
        "du kien",
        "tang them",
        "phai dat",
        "theo ke hoach",
        "ke hoach",
        "ky truoc",
        "thang truoc",
        "quy truoc",
        "nam truoc",
        "tuan truoc",
        "cung ky",
        "tang giam",
        "so voi",
        "chenh lech",
        "muc tieu",
        "ke hoach giao",
        "chi tieu giao",
        "chi tieu duoc giao",
        "phan dau",
    ];
    // “Nhóm chỉ tiêu”, “các chỉ tiêu” are what is measured.
    let key = header.key.as_str();
    let is_aim = key == "chi tieu" || key.starts_with("chi tieu ") || key.ends_with(" chi tieu");
    is_aim || WORDS.iter().any(|words| header.has_words(words))
}

/// `Exact` when the lowest row of the header, or the whole of it, is one of these.
fn exactly(header: &Header, field: Field, keys: &[&str]) -> Option<(Field, Match)> {
    (is_one_of(&header.key, keys) || is_one_of(&header.path, keys)).then_some((field, Match::Exact))
}

/// Whether a folded key is one of these, or one of them written as systems write names: `NgayTiepNhan`.
fn is_one_of(key: &str, keys: &[&str]) -> bool {
    let joined = |known: &&str| known.split(' ').try_fold(key, |rest, word| rest.strip_prefix(word)) == Some("");
    keys.contains(&key) || (!key.is_empty() && !key.contains(' ') && keys.iter().any(joined))
}

/// Declares a card of one field that is known by its words alone.
macro_rules! word_card {
    ($field:ident, $scope:ident, $keys:expr, accepted: $accepted:expr, refused: $refused:expr) => {
        pub(super) const CARD: super::FieldCard = super::FieldCard {
            scope: super::Scope::$scope,
            names: |header| super::exactly(header, super::Field::$field, &$keys),
            accepted: &$accepted,
            refused: &$refused,
        };
    };
}
use word_card;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Set;

    fn header(text: &str) -> Header {
        let rows: Vec<Vec<String>> = text.split(" / ").map(|part| vec![part.to_owned()]).collect();
        let rows: Vec<&[String]> = rows.iter().map(Vec::as_slice).collect();
        Header::of_rows(&rows).remove(0)
    }

    #[test]
    fn every_card_accepts_and_refuses_its_own_examples() {
        for card in &ALL {
            assert!(!card.accepted.is_empty() && !card.refused.is_empty());
            for (text, field) in card.accepted {
                let named = named_by(&header(text), card.scope);
                assert!(
                    matches!(named, Some((found, Match::Strong | Match::Exact)) if found == *field),
                    "{text:?}: {named:?}"
                );
            }
            for text in card.refused {
                let named = (card.names)(&header(text));
                assert!(!matches!(named, Some((_, Match::Strong | Match::Exact))), "{text:?}: {named:?}");
            }
        }
    }

    #[test]
    fn counts_and_components_are_read_back_under_the_names_we_print() {
        let of_components = Field::all().filter(|field| matches!(field, Field::Component(..)));
        let counts = [
            Field::Received,
            Field::ReceivedDigitised,
            Field::ReceivedPlain,
            Field::Completed,
            Field::CompletedEResult,
            Field::CompletedPlain,
            Field::Both,
            Field::Reused,
            Field::FromStore,
        ];
        for field in counts.into_iter().chain(of_components) {
            let named = named_by(&header(field.label()), Scope::Units);
            assert!(
                named.is_some_and(|(found, surely)| found == field && surely > Match::Weak),
                "{field:?}: {named:?}"
            );
        }
    }

    #[test]
    fn figures_of_another_time_are_not_those_of_this_report() {
        for text in [
            "Tỷ lệ số hóa hồ sơ kỳ trước",
            "Mục tiêu tỷ lệ số hóa hồ sơ",
            "Tỷ lệ số hóa hồ sơ / So với cùng kỳ",
            "Chứng thực điện tử tháng trước",
            "Ngưỡng tỷ lệ số hóa hồ sơ",
            "Tỷ lệ số hóa hồ sơ phải đạt",
            "Tỷ lệ số hóa hồ sơ tối thiểu",
            "Tỷ lệ số hóa hồ sơ / Tối thiểu",
            "Tỷ lệ số hóa hồ sơ được giao",
            "Chỉ tiêu tỷ lệ số hóa hồ sơ",
            "Tỷ lệ số hóa hồ sơ / Chỉ tiêu (%)",
            "Chứng thực điện tử dự kiến",
            "Chứng thực điện tử tăng thêm",
        ] {
            assert_eq!(named_by(&header(text), Scope::Any), None, "{text:?}");
        }
    }

    #[test]
    fn every_field_has_a_word_of_its_own_that_is_read_back() {
        let mut codes = Set::new();
        for field in Field::all() {
            assert!(codes.insert(field.code()), "{} stands twice", field.code());
            assert_eq!(Field::from_code(field.code()), Some(field));
            let json = serde_json::to_string(&field).unwrap();
            assert_eq!(serde_json::from_str::<Field>(&json).unwrap(), field);
        }
        assert!(serde_json::from_str::<Field>("\"nothing-of-the-kind\"").is_err());
    }
}
