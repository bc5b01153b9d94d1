//! What settings ask for and neither the catalogues nor the files have: a slip of the keys, or settings of other files.

use super::FileOutcome;
use super::Report;
use super::Settings;
use super::assess::settings_place;
use crate::columns::Header;
use crate::components::Preset;
use crate::components::Score;
use crate::domain::Component;
use crate::domain::Group;
use crate::domain::Place;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::fold;
use crate::text::nearest;
use crate::text::numbers::print_decimal;
use crate::text::numbers::print_exact_percent;
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
    let beside = files.iter().flat_map(|file| &file.beside).flat_map(|file| &file.table.map.headers);
    let headers: Vec<&Header> = files.iter().flat_map(headers).chain(beside).collect();
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

/// Tells of a formula under which no unit has a percentage, with what it lacks: of the one chosen, and where files give
/// components and nothing waits for an answer, of the one that is used then.
pub(super) fn tell_formula(report: &Report, settings: &Settings, notices: &mut Notices) {
    let results = &report.units;
    if results.is_empty() || results.iter().any(|unit| unit.total.percent.is_some()) {
        return;
    }
    let given = || {
        let own = results.iter().flat_map(|unit| &unit.scores).filter(|score| !score.of_dossiers);
        own.filter(|_| report.tables().all(|file| file.table.questions.is_empty())).find_map(Score::place)
    };
    let chosen = settings.formula.preset.map(|preset| (preset, place(settings, preset.card().code)));
    let used = || Some((Preset::Points22, Place::file(&given()?.file)));
    let Some((preset, place)) = chosen.or_else(used) else { return };
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
    notices.add(NoticeCode::FormulaLacks, &place, &found);
}

/// Tells of relative rules that no group can be held against, of a day that cannot be that of these figures, of a group
/// without units, and of a provincial percentage that a file's outweighs.
pub(super) fn tell_unapplied(report: &Report, settings: &Settings, notices: &mut Notices) {
    for rule in &settings.thresholds.relative {
        let code = rule.card.card.code;
        let mut of_rule = report.previews.iter().filter(|preview| preview.rule.card == rule.card).peekable();
        let Some(reason) = of_rule.peek().and_then(|preview| preview.limit.as_ref().err().copied()) else { continue };
        if of_rule.all(|preview| preview.limit.is_err()) {
            let found = format!("{code} = {}: {}", print_decimal(rule.value), reason.sentence().trim_end_matches('.'));
            notices.add(NoticeCode::SettingIdle, &place(settings, code), &found);
        }
    }
    let period = report.period.or(report.copies_period);
    if let Some((day, period)) = settings.as_of.zip(period).filter(|(day, period)| *day < period.from) {
        let found = format!("as_of = {}: trước ngày đầu của kỳ báo cáo ({})", day.printed(), period.printed());
        notices.add(NoticeCode::SettingIdle, &place(settings, "as_of"), &found);
    }
    let empty = |group: &Group| !report.units.is_empty() && report.units_of(*group).next().is_none();
    if let Some(group) = settings.group.filter(empty) {
        let (code, label, given) = (group.code(), group.label(), report.units_counted());
        let found = format!("group = {code}: không tệp nào có đơn vị {label}; có {given}");
        notices.add(NoticeCode::GroupEmpty, &place(settings, "group"), &found);
    }
    let given = report.province.as_ref().filter(|province| province.place != settings_place());
    if let Some((set, given)) = settings.province.zip(given).filter(|(set, given)| *set != given.percent) {
        let [set, own] = [set, given.percent].map(print_exact_percent);
        let found =
            format!("tỷ lệ toàn tỉnh {set}: dùng {own} của {}, {}", given.place.file, given.place.within_file());
        notices.add(NoticeCode::SettingIdle, &place(settings, "province"), &found);
    }
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
