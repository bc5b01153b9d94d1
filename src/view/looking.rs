//! What an officer looks at more closely: an opened sheet, a filter, a group being made, an improvement being typed. None
//! of it changes a result.

use serde::Deserialize;
use serde::Serialize;

use crate::analysis::OwnGroup;
use crate::analysis::Way;
use crate::domain::Component;
use crate::domain::Map;
use crate::units::UnitId;

/// Đang xem: everything of the kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looking {
    /// The sheets that are open.
    pub sheet: Option<Opened>,
    /// The unit whose improvement is typed; `None` takes the last of the ranking.
    pub supposed_unit: Option<UnitId>,
    /// In what it is typed; `None` takes what the files allow.
    pub supposed_way: Option<Way>,
    /// Part of a name: units without it are left out of the table.
    pub name: String,
    /// Which notes units of the table have.
    pub note: Noted,
    /// The page of the table, counted from 0; beyond the last one it is the last.
    pub page: usize,
    /// The office's own group that the table shows, by its name.
    pub own_group: Option<String>,
    /// The group being made.
    pub drafted: OwnGroup,
    /// The component whose funnel is drawn; `None` takes the first that can be.
    pub funnel: Option<Component>,
    /// What was typed and cannot be used, with the reason, by the id of its input.
    pub faults: Map<String, (String, String)>,
}

/// Phiếu đang mở: which sheets are open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// That of one unit.
    One(UnitId),
    /// Those of all units in the table.
    All,
}

/// Lọc theo ghi chú: which notes are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Noted {
    /// All units.
    #[default]
    All,
    /// With any note.
    Any,
    /// With a note about the percentage.
    Low,
    /// With a note about certified copies.
    VeryLow,
    /// Without any.
    None,
    /// Without a percentage.
    Unknown,
}

impl Noted {
    /// All of them, with what an officer reads.
    pub(super) const ALL: [(Self, &'static str); 6] = [
        (Self::All, "tất cả đơn vị"),
        (Self::Any, "có ghi chú"),
        (Self::Low, "«Thấp»"),
        (Self::VeryLow, "«Quá thấp»"),
        (Self::None, "không có ghi chú"),
        (Self::Unknown, "chưa có tỷ lệ"),
    ];

    /// The stable word.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Any => "any",
            Self::Low => "low",
            Self::VeryLow => "very-low",
            Self::None => "none",
            Self::Unknown => "unknown",
        }
    }

    /// The filter with this stable word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().map(|(noted, _)| noted).find(|noted| noted.code() == code)
    }
}

/// Thao tác trong «Nếu… thì»: what is done about improvements supposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Supposing {
    /// The unit is chosen.
    Unit,
    /// The way is chosen.
    Way,
    /// How much is typed, for the unit and the way chosen.
    Amount,
    /// What a unit lacks is taken over from its sheet.
    Lacking {
        /// The unit.
        unit: String,
        /// The way.
        way: Way,
    },
    /// One improvement is dropped.
    Dropped {
        /// Its place among them.
        index: usize,
    },
    /// All are dropped.
    Reset,
}

/// Thao tác về đơn vị được so: what is done about whom a unit is held against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Peers {
    /// Part of a name is typed.
    Name,
    /// Notes are chosen.
    Note,
    /// All units again.
    Unfiltered,
    /// A group of the office's own is chosen; an empty value goes back to the group of all.
    Own,
    /// The name of the group being made is typed.
    Drafted,
    /// A unit is put into it or taken out.
    Ticked {
        /// The unit.
        unit: String,
    },
    /// The group being made is kept.
    Kept,
    /// A group is taken up again, to be changed.
    Edited {
        /// Its name.
        name: String,
    },
    /// A group is forgotten.
    Forgotten {
        /// Its name.
        name: String,
    },
    /// The component of the funnel is chosen, by its letter.
    Funnel,
}

/// Thao tác về quy tắc: what is done about rules, the set of limits and the formula.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Ruling {
    /// A relative rule is put in force or out of it.
    Ticked {
        /// Its code.
        code: String,
    },
    /// The value of a relative rule is typed.
    Value {
        /// Its code.
        code: String,
    },
    /// The name of the set is typed.
    Name,
    /// Since when it is used.
    Since,
    /// Who has decided it.
    Source,
    /// What is held against limits is chosen.
    Compare,
    /// The number of dossiers below which a unit is marked is typed.
    Few,
    /// The provincial percentage is typed.
    Province,
    /// The formula is chosen.
    Formula,
    /// The edition of the formula is chosen.
    Edition,
    /// The set is saved as a file.
    Saved,
    /// A set is loaded from a file.
    Loaded,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_filter_is_found_by_its_word() {
        for (noted, label) in Noted::ALL {
            assert_eq!(Noted::from_code(noted.code()), Some(noted), "{label}");
        }
        assert_eq!(Noted::from_code("thap"), None);
    }
}
