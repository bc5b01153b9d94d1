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

/// Tells it. Figures set by hand and suppositions are told of by themselves.
pub(super) fn tell(files: &[FileOutcome], of: &Catalogue, settings: &Settings, notices: &mut Notices) {
    let mut tell = |unit: &str, what: &str, name: &str| {
        if let Some(near) = unknown_unit(unit, of, settings) {
            let found = format!("«{unit}» ({what} «{name}»): không danh mục nào có mã này{near}");
            notices.add(NoticeCode::SettingUnused, &place(settings, unit), &found);
        }
    };
    for group in &settings.groups {
        group.units.iter().for_each(|unit| tell(unit.as_str(), "nhóm riêng", &group.name));
    }
    for (name, unit) in &settings.answers.aliases {
        tell(unit, "tên", name);
    }
    for (unit, name) in &settings.wording.names {
        tell(unit, "văn bản gọi là", name);
    }
    // What columns mean is remembered by file on the page; here are those of a settings file.
    for name in settings.answers.columns.names() {
        tell_column(name, files, settings, notices);
    }
}

/// Tells of a column that no file has.
fn tell_column(name: &str, files: &[FileOutcome], settings: &Settings, notices: &mut Notices) {
    let folded = fold(name);
    let headers: Vec<&Header> = files.iter().flat_map(headers).collect();
    let is_of = |header: &&Header| header.name == name || header.name == folded;
    if headers.is_empty() || Header::place_in(name).is_some() || headers.iter().any(is_of) {
        return;
    }
    let near = nearest(&folded, &mut headers.iter().map(|header| header.name.as_str()));
    let near = headers.iter().find(|header| Some(header.name.as_str()) == near);
    let near = near.map(|header| format!("; gần nhất: cột {} «{}»", Place::letters(header.column), header.text));
    let found = format!("«{name}»: không tệp nào có cột này{}", near.unwrap_or_default());
    notices.add(NoticeCode::SettingUnused, &place(settings, name), &found);
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
    let what = match preset {
        Preset::Reported => "tỷ lệ hoặc điểm của nhóm Số hóa hồ sơ",
        _ if letters.is_empty() => "mọi thành phần A–G",
        Preset::Points22 | Preset::PointsPresent => "điểm của thành phần",
        Preset::MeanRates => "tỷ lệ của thành phần",
        Preset::Pooled => "tử số, mẫu số của thành phần",
    };
    let (card, letters) = (preset.card(), if preset == Preset::Reported { "" } else { &letters });
    let found = format!("{} ({}): thiếu {what}{letters}", card.label, card.code);
    notices.add(NoticeCode::FormulaLacks, &place(settings, card.code), &found);
}

/// What may have been meant by a unit that no catalogue has, as it is told; `None` where one has it: settings serve every era.
pub(super) fn unknown_unit(word: &str, catalogue: &Catalogue, settings: &Settings) -> Option<String> {
    let id = UnitId::new(word);
    let has = |catalogue: &Catalogue| id.as_ref().is_some_and(|id| catalogue.unit(id).is_some());
    // Those of other eras are read only where they are asked for.
    if has(catalogue) {
        return None;
    }
    let mut known: Vec<&Catalogue> = Catalogue::all().into();
    known.extend(settings.own_catalogue.as_deref());
    known.push(catalogue);
    if known.iter().any(|catalogue| has(catalogue)) {
        return None;
    }
    let mut ids = known.iter().flat_map(|catalogue| catalogue.units()).map(|unit| unit.id.as_str());
    let by_name = || known.iter().find_map(|catalogue| catalogue.certain(word, None)).map(|unit| unit.id.as_str());
    let near = nearest(word, &mut ids).or_else(by_name);
    Some(near.map(|near| format!("; gần nhất: «{near}»")).unwrap_or_default())
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
