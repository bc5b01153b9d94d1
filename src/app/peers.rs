//! Whom units are held against: filters of the table, and the office's own groups.

use super::Effect;
use super::State;
use super::changed::looked;
use super::changed::settings_changed;
use crate::analysis::OwnGroup;
use crate::domain::Component;
use crate::domain::sort;
use crate::units::UnitId;
use crate::view::Noted;
use crate::view::Peers;
use crate::view::filter_words;

/// The input in which the name of a group is typed.
const NAME: &str = "own-group-name";

/// Takes what was done about them.
pub(super) fn done(state: &mut State, what: &Peers, value: &str) -> Vec<Effect> {
    let looking = &mut state.options.looking;
    if matches!(what, Peers::Name | Peers::Note | Peers::Own | Peers::Unfiltered | Peers::Kept) {
        // Other units, from their first.
        looking.page = 0;
    }
    match what {
        Peers::Name => value.clone_into(&mut looking.name),
        Peers::Note => looking.note = Noted::from_code(value).unwrap_or_default(),
        Peers::Own => looking.own_group = Some(value.to_owned()).filter(|name| !name.is_empty()),
        Peers::Funnel => looking.funnel = Component::from_letter(value),
        Peers::Unfiltered => {
            looking.name.clear();
            looking.note = Noted::All;
            let mut effects = filtered(state);
            effects.push(Effect::Return { id: "filter-name".to_owned() });
            return effects;
        }
        Peers::Drafted => {
            looking.faults.remove(NAME);
            value.clone_into(&mut looking.drafted.name);
        }
        Peers::Ticked { unit } => {
            let Some(unit) = UnitId::new(unit) else { return Vec::new() };
            looking.drafted.units.retain(|own| *own != unit);
            if value == "true" {
                looking.drafted.units.push(unit);
            }
        }
        Peers::Kept => return kept(state),
        Peers::Edited { name } => {
            let group = state.settings.groups.iter().find(|group| group.name == *name);
            looking.drafted = group.cloned().unwrap_or_default();
            let mut effects = looked(state);
            effects.push(Effect::Return { id: NAME.to_owned() });
            return effects;
        }
        Peers::Forgotten { name } => {
            looking.own_group.take_if(|own| own == name);
            state.settings.groups.retain(|group| group.name != *name);
            let mut effects = settings_changed(state);
            effects.push(Effect::Status { text: format!("Đã xóa nhóm riêng «{name}».") });
            effects.push(Effect::Return { id: NAME.to_owned() });
            return effects;
        }
    }
    match what {
        Peers::Name | Peers::Note | Peers::Own => filtered(state),
        _ => looked(state),
    }
}

/// Other units in the table, and how many: whoever does not see it hears that.
fn filtered(state: &mut State) -> Vec<Effect> {
    let mut effects = looked(state);
    let words = state.last.as_ref().and_then(|report| filter_words(report, &state.options));
    effects.extend(words.map(|text| Effect::Status { text }));
    effects
}

/// Keeps the group being made, in place of one of the same name, and shows it.
fn kept(state: &mut State) -> Vec<Effect> {
    let looking = &mut state.options.looking;
    let name = looking.drafted.name.trim().to_owned();
    let fault = match (name.is_empty(), looking.drafted.units.len()) {
        (true, _) => Some("Nhóm chưa có tên. Hãy ghi tên nhóm, rồi bấm lưu.".to_owned()),
        (_, units @ 0..2) => {
            Some(format!("Nhóm có {units} đơn vị nên không xếp hạng được. Hãy đánh dấu từ hai đơn vị, rồi bấm lưu."))
        }
        _ => None,
    };
    if let Some(sentence) = fault {
        looking.faults.insert(NAME.to_owned(), (looking.drafted.name.clone(), sentence.clone()));
        let mut effects = looked(state);
        effects.extend([Effect::Status { text: sentence }, Effect::Return { id: NAME.to_owned() }]);
        return effects;
    }
    looking.faults.remove(NAME);
    let OwnGroup { mut units, .. } = std::mem::take(&mut looking.drafted);
    sort(&mut units);
    looking.own_group = Some(name.clone());
    let text = format!("Đã lưu nhóm riêng «{name}»: {} đơn vị; bảng đang xếp hạng trong nhóm này.", units.len());
    let group = OwnGroup { name, units };
    match state.settings.groups.iter_mut().find(|own| own.name == group.name) {
        Some(own) => *own = group,
        None => state.settings.groups.push(group),
    }
    let mut effects = settings_changed(state);
    effects.extend([Effect::Status { text }, Effect::Return { id: "own-group".to_owned() }]);
    effects
}
