//! What an officer has answered about columns: remembered by header, so that next month's export needs no answer.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::Serialize;

use super::Field;
use super::Reading;
use super::header::Header;
use crate::text::fold;

/// The answers about one header.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnChoice {
    /// What the column means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meaning: Option<Field>,
    /// How its numbers are read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numbers: Option<Reading>,
}

/// The answers about all headers, by header as it stands in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ColumnChoices(BTreeMap<String, ColumnChoice>);

impl ColumnChoices {
    /// Remembers what the column of this header means.
    pub fn set_meaning(&mut self, header_name: &str, meaning: Field) {
        self.0.entry(header_name.to_owned()).or_default().meaning = Some(meaning);
    }

    /// Remembers how the numbers under this header are read.
    pub fn set_numbers(&mut self, header_name: &str, numbers: Reading) {
        self.0.entry(header_name.to_owned()).or_default().numbers = Some(numbers);
    }

    /// What was answered about a header; a header typed with marks or capitals is the same header.
    pub(super) fn of(&self, header: &Header) -> ColumnChoice {
        let exact = self.0.get(&header.name);
        exact
            .or_else(|| self.0.iter().find(|(name, _)| fold(name) == header.name).map(|(_, choice)| choice))
            .copied()
            .unwrap_or_default()
    }
}
