//! The groups within which units are ranked: a district is compared with districts only.

use serde::Deserialize;
use serde::Serialize;

/// Nhóm đơn vị: the level a unit belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Sở, ban, ngành: the departments of the province.
    SoNganh,
    /// Cấp huyện: districts, towns and cities (until 30/6/2025).
    CapHuyen,
    /// Cấp xã: communes and wards.
    CapXa,
    /// Anything else: bodies that report but are not ranked with these.
    Khac,
}

impl Group {
    /// All groups, in the order reports print them.
    pub const ALL: [Self; 4] = [Self::SoNganh, Self::CapHuyen, Self::CapXa, Self::Khac];

    /// The stable word for scripts, settings and catalogues.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::SoNganh => "so-nganh",
            Self::CapHuyen => "cap-huyen",
            Self::CapXa => "cap-xa",
            Self::Khac => "khac",
        }
    }

    /// The group with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.code() == code)
    }

    /// What an officer calls the group.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::SoNganh => "Sở, ban, ngành",
            Self::CapHuyen => "Cấp huyện",
            Self::CapXa => "Cấp xã",
            Self::Khac => "Đơn vị khác",
        }
    }
}
