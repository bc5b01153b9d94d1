//! What two units of one catalogue must not share: an id, a code, a name. By a shared name neither could be found.

use super::Fault;
use super::Problem;
use super::column::Column;
use crate::domain::Map;
use crate::text::squash;
use crate::units::Unit;
use crate::units::UnitCode;
use crate::units::UnitType;
use crate::units::kind::Bare;
use crate::units::name::Name;

/// The problems of units, each with the line it stands in, that share what should be one unit's.
pub(super) fn shared(units: &[(u64, Unit)]) -> Vec<Problem> {
    let mut problems: Vec<Problem> = Vec::new();
    let mut ids = Map::new();
    let mut taken: Map<String, usize> = Map::new();
    let cores = bare_cores(units);
    for (at, (line, unit)) in units.iter().enumerate() {
        let mut tell = |column: Column, fault: Fault| {
            let problem = Problem { line: Some(*line), column: Some(column.header()), fault };
            // Two names of one unit may fold alike; the clash is told once.
            if !problems.iter().any(|told| told.line == problem.line && told.fault == problem.fault) {
                problems.push(problem);
            }
        };
        let first = *ids.or_insert(&unit.id, at);
        if first != at {
            tell(Column::Id, Fault::IdTwice(unit.id.as_str().to_owned(), units[first].0));
        }
        let clash = |name: &str, other: usize| {
            let (line, other) = &units[other];
            Fault::SharedName { name: name.to_owned(), other: other.name.clone(), line: *line }
        };
        for (column, shown, key) in keys(unit) {
            let first = *taken.or_insert(key, at);
            if first != at {
                tell(column, clash(&shown, first));
            }
        }
        // An alias that is another unit's name without its type would take that name from it.
        for alias in &unit.aliases {
            for other in cores.get(&squash(alias)).into_iter().flatten().filter(|other| **other != at) {
                tell(Column::Aliases, clash(alias, *other));
            }
        }
    }
    problems
}

/// The units that may be called by their names without a type, by those names.
fn bare_cores(units: &[(u64, Unit)]) -> Map<String, Vec<usize>> {
    let mut cores: Map<String, Vec<usize>> = Map::new();
    for (at, (_, unit)) in units.iter().enumerate() {
        if unit.bare != Bare::Never && unit.kind != UnitType::LandRegistry {
            cores.or_default(Name::parse(&unit.name).core_key).push(at);
        }
    }
    cores
}

/// What only one unit of a catalogue may have: the column, what is shown, and the key by which it is compared.
fn keys(unit: &Unit) -> Vec<(Column, String, String)> {
    let name = |column, name: &String| (column, name.clone(), format!("name {}", squash(name)));
    let core = format!("core {:?} {}", unit.kind, Name::parse(&unit.name).core_key);
    let mut keys = vec![name(Column::Name, &unit.name), (Column::Name, unit.name.clone(), core)];
    keys.extend(Some(&unit.abbreviation).filter(|word| !word.is_empty()).map(|word| name(Column::Abbreviation, word)));
    keys.extend(unit.aliases.iter().map(|alias| name(Column::Aliases, alias)));
    for code in unit.code.split('|').filter(|code| !code.is_empty()) {
        let (office, below) = code.strip_suffix(".*").map_or((code, ""), |above| (above, " and below"));
        keys.push((Column::Code, code.to_owned(), format!("code {:?}{below}", UnitCode::parse(office))));
    }
    if !unit.gso.is_empty() {
        keys.push((Column::Gso, unit.gso.clone(), format!("gso {}", unit.gso)));
    }
    keys
}

#[cfg(test)]
mod tests {
    use crate::units::file::tests::problems;

    #[test]
    fn what_two_units_share_is_told() {
        #[track_caller]
        fn case(second: &str, expected: &str) {
            let problems = problems(&format!("xa-a;UBND xã An Bình;xã;cấp xã;A Bình;H38.5;02839\n{second}"));
            assert_eq!(problems.len(), usize::from(!expected.is_empty()), "{problems:?}");
            assert!(problems.iter().all(|problem| problem.contains(expected)), "{problems:?}");
        }
        case("xa-b;UBND xã B;xã;cấp xã", "");
        case("xa-a;UBND xã B;xã;cấp xã", "Dòng 5, cột «mã»: Mã «xa-a» đã dùng ở dòng 4");
        case("xa-b;Xã An Bính;xã;cấp xã", "Dòng 5, cột «tên»: «Xã An Bính» cũng là tên của «UBND xã An Bình» ở dòng 4");
        case("xa-b;UBND xã B;xã;cấp xã;ABình", "Dòng 5, cột «tên khác»: «ABình» cũng là tên");
        case("xa-b;UBND xã B;xã;cấp xã;An Bình", "Dòng 5, cột «tên khác»: «An Bình» cũng là tên");
        case("xa-b;UBND xã B;xã;cấp xã;;000.00.05.H38", "Dòng 5, cột «mã cổng»: «000.00.05.H38» cũng là tên");
        case("xa-b;UBND xã B;xã;cấp xã;;;2839", "Dòng 5, cột «mã GSO»: «02839» cũng là tên");
        // A district and a commune of one name are told apart by their types.
        case("an-binh;UBND huyện An Bình;huyện;cấp huyện", "");
    }
}
