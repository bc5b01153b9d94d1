//! Notices as a session keeps them: by their stable word.

use serde::Deserialize;
use serde::Serialize;

use super::Notice;
use super::NoticeCode;
use super::Notices;
use super::Seen;
use crate::domain::Place;

/// Lưu ý đã lưu: what was noticed under one code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedNotice {
    code: String,
    count: u64,
    seen: Vec<(Place, String)>,
}

impl From<Notices> for Vec<SavedNotice> {
    fn from(notices: Notices) -> Self {
        notices.save()
    }
}

impl TryFrom<Vec<SavedNotice>> for Notices {
    type Error = &'static str;

    fn try_from(saved: Vec<SavedNotice>) -> Result<Self, Self::Error> {
        Self::restore(saved).ok_or("a word that no notice has")
    }
}

impl Notices {
    /// The notices to be kept, in the order of their list.
    #[must_use]
    pub fn save(&self) -> Vec<SavedNotice> {
        let saved = |notice: &Notice| SavedNotice {
            code: notice.code.code().to_owned(),
            count: notice.count,
            seen: notice.seen.iter().map(|seen| (seen.place.clone(), seen.found.clone())).collect(),
        };
        self.0.values().map(saved).collect()
    }

    /// The notices again; `None` when one has a word that no notice has.
    #[must_use]
    pub fn restore(saved: Vec<SavedNotice>) -> Option<Self> {
        let mut notices = Self::default();
        for saved in saved {
            let code = NoticeCode::ALL.into_iter().find(|code| code.code() == saved.code)?;
            let seen = saved.seen.into_iter().map(|(place, found)| Seen { place, found }).collect();
            notices.0.insert(code, Notice { code, count: saved.count, seen });
        }
        Some(notices)
    }
}
