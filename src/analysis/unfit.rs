//! What settings ask for and neither the catalogues nor the files have: a slip of the keys, or settings of other files.

use super::FileOutcome;
use super::Settings;
use super::UnitResult;
use super::assess::settings_place;
use crate::columns::Header;
use crate::components::Preset;
use crate::domain::Component;
use crate::domain::Place;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::fold;
use crate::text::nearest;
use crate::units::Catalogue;
use crate::units::UnitId;

/// Tells it.
pub(super) fn tell(files: &[FileOutcome], of: &Catalogue, settings: &Settings, notices: &mut Notices) {
    for (unit, what) in units(settings) {
        if let Some(near) = unknown_unit(unit, of, settings) {
            let found = format!("«{unit}» ({what}): không danh mục nào có mã này{near}");
            notices.add(NoticeCode::SettingUnused, &place(settings, unit), &found);
        }
    }
    let headers: Vec<&Header> = files.iter().flat_map(headers).collect();
    if headers.is_empty() {
        return;
    }
    for name in settings.answers.columns.names() {
        let folded = fold(name);
        let is_of = |header: &&Header| header.name == name || header.name == folded;
        if Header::place_in(name).is_none() && !headers.iter().any(is_of) {
            let near = nearest(&folded, headers.iter().map(|header| header.name.as_str()));
            let near = near.and_then(|near| headers.iter().find(|header| header.name == near));
            let letters =
                |header: &&Header| format!("; gần nhất: cột {} «{}»", Place::letters(header.column), header.text);
            let near = near.map(letters).unwrap_or_default();
            let found = format!("«{name}»: không tệp nào có cột này{near}");
            notices.add(NoticeCode::SettingUnused, &place(settings, name), &found);
        }
    }
}

/// Tells of a formula under which no unit has a percentage, with what it lacks.
pub(super) fn tell_formula(results: &[UnitResult], settings: &Settings, notices: &mut Notices) {
    let Some(preset) = settings.formula.preset else { return };
    if results.is_empty() || results.iter().any(|unit| unit.total.percent.is_some()) {
        return;
    }
    let lacks = |component: &Component| results.iter().any(|unit| unit.total.lacking.contains(component));
    let letters: String =
        Component::ALL.into_iter().filter(lacks).flat_map(|component| [' ', component.letter()]).collect();
    let lacking = match preset {
        Preset::Reported => "tỷ lệ hoặc điểm của nhóm Số hóa hồ sơ".to_owned(),
        _ if letters.is_empty() => "mọi thành phần A–G".to_owned(),
        Preset::Points22 | Preset::PointsPresent => format!("điểm của thành phần{letters}"),
        Preset::MeanRates => format!("tỷ lệ của thành phần{letters}"),
        Preset::Pooled => format!("tử số, mẫu số của thành phần{letters}"),
    };
    let card = preset.card();
    let place = place(settings, card.code);
    notices.add(NoticeCode::FormulaLacks, &place, &format!("{} ({}): thiếu {lacking}", card.label, card.code));
}

/// The units that settings name, each with where they do. Figures set by hand are told of by themselves.
fn units(settings: &Settings) -> impl Iterator<Item = (&str, String)> {
    let of_groups = settings
        .groups
        .iter()
        .flat_map(|group| group.units.iter().map(|unit| (unit.as_str(), format!("nhóm riêng «{}»", group.name))));
    let aliases = settings.answers.aliases.iter().map(|(name, unit)| (unit.as_str(), format!("tên «{name}»")));
    let supposed = settings.what_if.iter().map(|improvement| (improvement.unit.as_str(), "giả định".to_owned()));
    let names = settings.wording.names.iter().map(|(unit, name)| (unit.as_str(), format!("văn bản gọi là «{name}»")));
    of_groups.chain(aliases).chain(supposed).chain(names)
}

/// What may have been meant by a unit that no catalogue has, as it is told; `None` where one has it: settings serve every era.
pub(super) fn unknown_unit(word: &str, catalogue: &Catalogue, settings: &Settings) -> Option<String> {
    let own = settings.own_catalogue.as_deref();
    let known = || std::iter::once(catalogue).chain(own).chain(Catalogue::all());
    if let Some(id) = UnitId::new(word)
        && known().any(|catalogue| catalogue.unit(&id).is_some())
    {
        return None;
    }
    let ids = known().flat_map(Catalogue::units).map(|unit| unit.id.as_str());
    let by_name = || known().find_map(|catalogue| catalogue.certain(word, None)).map(|unit| unit.id.as_str());
    Some(said(nearest(word, ids).or_else(by_name)))
}

fn said(near: Option<&str>) -> String {
    near.map(|near| format!("; gần nhất: «{near}»")).unwrap_or_default()
}

/// Where in the settings a word stands.
pub(super) fn place(settings: &Settings, word: &str) -> Place {
    let place = settings_place();
    settings.written.line(word).map_or_else(|| place.clone(), |line| place.row(line))
}

/// The headers of a file, whether or not it gave a table.
fn headers(file: &FileOutcome) -> &[Header] {
    match (&file.result, &file.refused) {
        (Ok(gathered), _) => &gathered.table.map.headers,
        (Err(_), Some(refused)) => &refused.seen.headers,
        (Err(_), None) => &[],
    }
}
