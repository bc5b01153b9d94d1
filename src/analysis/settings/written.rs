//! The words of a settings file: units by their ids, and the line where a word stands, so that what is wrong can be told by it.

use std::fmt;
use std::rc::Rc;

use super::SettingsError;
use crate::units::Catalogue;
use crate::units::UnitId;

/// Văn bản của tệp thiết lập, asked for the line of a word. Whatever it is, settings that say the same are the same.
#[derive(Clone, Default)]
pub struct Written(Option<Rc<Lines>>);

type Lines = dyn Fn(&str) -> Option<u32>;

impl fmt::Debug for Written {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Written")
    }
}

impl PartialEq for Written {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Written {}

impl Written {
    /// Only the command has such a text: the page is spared the search.
    pub(super) fn new(text: &str) -> Self {
        let text = text.to_owned();
        Self(Some(Rc::new(move |word| line(&text, word))))
    }

    /// The line where a word stands by itself, counted from 1: the first of several; `None` where no file is known.
    #[must_use]
    pub fn line(&self, word: &str) -> Option<u32> {
        self.0.as_ref()?(word)
    }
}

/// The unit with this id; where it is none, and names a unit all the same, that one's id is told.
pub(super) fn unit(key: &str, word: &str) -> Result<UnitId, SettingsError> {
    UnitId::new(word).ok_or_else(|| {
        let named = Catalogue::all().into_iter().find_map(|catalogue| catalogue.certain(word, None));
        let id = named.map_or("bao-yen", |unit| unit.id.as_str());
        SettingsError::Value {
            key: key.to_owned(),
            found: word.to_owned(),
            expected: format!("cần mã đơn vị trong danh mục, ví dụ {id}"),
        }
    })
}

/// The line of a text where a word stands between quotes, or as a key.
pub(super) fn line(text: &str, word: &str) -> Option<u32> {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_';
    let stands = |line: &str| {
        line.match_indices(word).any(|(at, _)| {
            let (before, behind) = (&line[..at], &line[at + word.len()..]);
            !before.ends_with(is_part) && !behind.starts_with(is_part)
        })
    };
    let at = (!word.is_empty()).then(|| text.lines().position(stands))??;
    u32::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_place_of_an_id_is_told_with_the_id() {
        let sentence = unit("groups.units", "Sa Pa").unwrap_err().to_string();
        assert!(sentence.contains("«Sa Pa»") && sentence.ends_with("ví dụ sa-pa."), "{sentence}");
        assert!(unit("groups.units", "Đồn Công an").unwrap_err().to_string().ends_with("ví dụ bao-yen."));
    }

    #[test]
    fn a_word_is_found_by_itself() {
        let text = "[[groups]]\nname = \"bac-ha\u{1ea3}\"\nunits = [\"bac-ha-1\", \"bac-ha\"]\nbac-ha = 1";
        assert_eq!(line(text, "bac-ha"), Some(3));
        assert_eq!((line(text, "bac-h"), line(text, "")), (None, None));
        assert_eq!(Written::default().line("bac-ha"), None);
    }
}
