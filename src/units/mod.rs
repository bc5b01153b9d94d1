//! The administrative units: who is ranked, under which name, in which group. A name as written enters, a unit or
//! suggestions leave; what its figures are is left to the figures.

mod find;
mod name;

use serde::Deserialize;

pub use find::Found;
pub use find::Spelling;

use name::Name;

use crate::domain::Group;
use crate::text::squash;

/// Mã đơn vị: the stable word for a unit in settings, exports and scripts, such as `bao-yen`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(transparent)]
pub struct UnitId(String);

impl UnitId {
    /// The word itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Loại đơn vị: what kind of office a unit is, which its name usually says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitType {
    /// Sở or an office of that rank.
    So,
    /// Ban.
    Ban,
    /// Huyện.
    Huyen,
    /// Thị xã.
    ThiXa,
    /// Thành phố.
    ThanhPho,
    /// Xã.
    Xa,
    /// Phường.
    Phuong,
    /// Thị trấn.
    ThiTran,
}

/// How a name without its type counts: `Bắc Hà` for `huyện Bắc Hà`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Bare {
    /// As the unit's name, even without marks.
    #[default]
    #[serde(rename = "")]
    Folded,
    /// Only with its marks: `Văn Bàn` without them is the word “văn bản”.
    Exact,
    /// Not at all: `Lào Cai` alone is the province.
    Never,
}

/// Đơn vị: an office that is ranked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its stable word.
    pub id: UnitId,
    /// Its official abbreviation; empty when it has none.
    pub code: String,
    /// Its official name, as results print it.
    pub name: String,
    /// A name short enough for a chart.
    pub short: String,
    /// What kind of office it is.
    pub kind: UnitType,
    /// The group within which it is ranked.
    pub group: Group,
    /// Other names it is known by.
    aliases: Vec<String>,
    bare: Bare,
    /// The keys of all its names, the official one first, and of that one without committee and type.
    keys: Vec<String>,
    core: String,
}

/// One row of a catalogue's file.
#[derive(Deserialize)]
struct Row {
    id: UnitId,
    code: String,
    name: String,
    short: String,
    #[serde(rename = "type")]
    kind: UnitType,
    group: Group,
    aliases: String,
    bare: Bare,
}

/// Danh mục đơn vị: the units of a province in one era, in the order a report prints those that tie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    /// The catalogue's stable word, such as `laocai-2023`.
    pub id: &'static str,
    /// Its name for officers.
    pub label: &'static str,
    units: Vec<Unit>,
}

impl Catalogue {
    /// Lào Cai from 2020 until June 2025: 20 departments and 9 districts.
    ///
    /// # Panics
    /// Never: the file is part of the program, and a test reads it.
    #[must_use]
    pub fn laocai_2023() -> Self {
        let units = read(include_str!("data/laocai-2023.csv")).expect("the catalogue that ships is well formed");
        Self { id: "laocai-2023", label: "Lào Cai, 20 sở ngành và 9 huyện (2020 – 6/2025)", units }
    }

    /// All units, in the catalogue's order.
    #[must_use]
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The unit with this id.
    #[must_use]
    pub fn unit(&self, id: &UnitId) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.id == *id)
    }
}

/// Reads a catalogue's file.
fn read(text: &str) -> Result<Vec<Unit>, csv::Error> {
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .map(|row| {
            let Row { id, code, name, short, kind, group, aliases, bare } = row?;
            let aliases: Vec<String> =
                aliases.split('|').filter(|alias| !alias.is_empty()).map(str::to_owned).collect();
            let names = [&name, &code].into_iter().chain(&aliases).filter(|name| !name.is_empty());
            let keys = names.map(|name| squash(name)).collect();
            let core = squash(&Name::parse(&name).core);
            Ok(Unit { id, code, name, short, kind, group, aliases, bare, keys, core })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_of_2023_has_twenty_departments_and_nine_districts() {
        let catalogue = Catalogue::laocai_2023();
        let count = |group| catalogue.units().iter().filter(|unit| unit.group == group).count();
        assert_eq!((count(Group::SoNganh), count(Group::CapHuyen)), (20, 9));
    }

    #[test]
    fn no_id_stands_twice_and_every_unit_is_found_by_its_own_name() {
        let catalogue = Catalogue::laocai_2023();
        for (index, unit) in catalogue.units().iter().enumerate() {
            assert!(catalogue.units()[..index].iter().all(|other| other.id != unit.id), "{:?}", unit.id);
            for name in [&unit.name, &unit.code].into_iter().chain(&unit.aliases).filter(|name| !name.is_empty()) {
                let Found::Unit { id, spelling: Spelling::AsListed } = catalogue.find(name, None) else {
                    panic!("{name} is not found");
                };
                assert_eq!(id, unit.id, "{name}");
            }
        }
    }
}
