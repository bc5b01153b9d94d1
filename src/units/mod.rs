//! The administrative units: who is ranked, under which name, in which group. A name or a code as written enters, a unit
//! or suggestions leave; what its figures are is left to the figures.

mod aliases;
mod code;
mod crosswalk;
mod file;
mod find;
mod index;
mod kind;
mod name;
mod shipped;
mod suggest;

use serde::Deserialize;
use serde::Serialize;

pub use aliases::Remembered;
pub use code::UnitCode;
pub use crosswalk::Comparison;
pub use file::CatalogueError;
pub use file::Fault;
pub use file::Problem;
pub use find::Found;
pub use find::Spelling;
pub use kind::UnitType;
pub use shipped::SHIPPED;
pub use shipped::Shipped;

use index::Index;
use kind::Bare;

use crate::domain::Day;
use crate::domain::Group;

/// Mã đơn vị: the stable word for a unit in settings, exports and scripts, such as `bao-yen`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(transparent)]
pub struct UnitId(String);

impl UnitId {
    /// The id with this word; `None` unless it is small letters and digits with single hyphens between them.
    #[must_use]
    pub fn new(word: &str) -> Option<Self> {
        let is_part = |part: &str| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        word.split('-').all(is_part).then(|| Self(word.to_owned()))
    }

    /// The word itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Đơn vị: an office that reports, and is ranked unless it is external.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its stable word.
    pub id: UnitId,
    /// Its official name, as results print it.
    pub name: String,
    /// A name short enough for a chart.
    pub short: String,
    /// What kind of office it is.
    pub kind: UnitType,
    /// The group within which it is ranked.
    pub group: Group,
    /// Its official abbreviation, such as `SNV`; empty when it has none.
    pub abbreviation: String,
    /// Its codes on the portals, as the catalogue writes them: `H38.5`, or `H38.5|H38.5.*` when whatever reports under it
    /// counts as its own. Empty when they are not known.
    pub code: String,
    /// Its number in the statistics office's list: five digits for a commune, three for a district; empty for others.
    pub gso: String,
    /// Other names it is known by.
    pub aliases: Vec<String>,
    /// Names of offices it has replaced. They are not its own: they serve suggestions.
    pub former: Vec<String>,
    /// The districts its territory lay in, the main one first, in plain words.
    pub origin: String,
    /// The units of the catalogue before that went into it.
    pub predecessors: Vec<UnitId>,
    /// The units of the next catalogue it went into.
    pub successors: Vec<UnitId>,
    /// Whether its figures may be held against those of its successors; `None` when nobody has said.
    pub comparison: Option<Comparison>,
    /// The first day it exists, as far as known.
    pub valid_from: Option<Day>,
    /// The last day it exists, as far as known.
    pub valid_to: Option<Day>,
    /// Where all this is from, doubts included.
    pub source: String,
    bare: Bare,
}

impl Unit {
    /// All names the unit is listed under, the official one first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [&self.name, &self.abbreviation]
            .into_iter()
            .chain(&self.aliases)
            .map(String::as_str)
            .filter(|name| !name.is_empty())
    }

    /// Whether it is ranked with its group. Branches of the land registry and bodies of the central government stand in
    /// the exports of portals; they answer to others and are listed, not ranked or missed.
    #[must_use]
    pub fn is_ranked(&self) -> bool {
        !matches!(self.kind, UnitType::LandRegistry | UnitType::External)
    }
}

/// Danh mục đơn vị: the units of a province in one era, in the order a report prints those that tie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    /// The catalogue's stable word, such as `laocai-2023`.
    pub id: String,
    /// Its name for officers.
    pub label: String,
    /// The first day of the era it describes, as far as known.
    pub valid_from: Option<Day>,
    /// The last day of that era; `None` while it lasts.
    pub valid_to: Option<Day>,
    units: Vec<Unit>,
    index: Index,
    remembered: Remembered,
}

impl Catalogue {
    /// A catalogue of these units.
    fn new(id: String, label: String, era: (Option<Day>, Option<Day>), units: Vec<Unit>) -> Self {
        let index = Index::new(&units);
        let (valid_from, valid_to) = era;
        Self { id, label, valid_from, valid_to, units, index, remembered: Remembered::default() }
    }

    /// All units, in the catalogue's order.
    #[must_use]
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The unit with this id.
    #[must_use]
    pub fn unit(&self, id: &UnitId) -> Option<&Unit> {
        self.index.with_id(id).map(|index| &self.units[index])
    }
}
