//! Rules, the set of limits and the formula, as they are ticked, typed, chosen, saved and loaded.

use super::Effect;
use super::State;
use super::changed::looked;
use super::changed::settings_changed;
use super::limits;
use crate::analysis::Settings;
use crate::analysis::SettingsError;
use crate::domain::Map;
use crate::view::Ruling;
use crate::warnings::Compare;
use crate::warnings::RELATIVE;
use crate::warnings::Relative;

/// Longest file of a set that is read, in bytes.
const LONGEST: usize = 1 << 20;

/// Takes what was done about them.
pub(super) fn done(state: &mut State, what: &Ruling, value: &str) -> Vec<Effect> {
    let settings = &mut state.settings;
    match what {
        Ruling::Ticked { code } => {
            settings.thresholds.relative.retain(|rule| rule.card.card.code != *code);
            let card = RELATIVE.into_iter().find(|card| card.card.code == *code);
            if let Some(card) = card.filter(|_| value == "true") {
                settings.thresholds.relative.push(Relative::suggested(card));
            }
            state.options.looking.faults.remove(code);
            settings_changed(state)
        }
        Ruling::Value { code } => {
            let typed = settings.type_relative(code, value);
            taken(state, code, value, typed)
        }
        Ruling::Name => {
            value.trim().clone_into(&mut settings.thresholds.name);
            settings_changed(state)
        }
        Ruling::Source => {
            value.trim().clone_into(&mut settings.thresholds.source);
            settings_changed(state)
        }
        Ruling::Since => {
            let typed = settings.type_since(value);
            taken(state, "set-since", value, typed)
        }
        Ruling::Few => {
            let typed = settings.type_few(value);
            taken(state, "set-few", value, typed)
        }
        Ruling::Province => {
            let typed = settings.type_province(value);
            taken(state, "set-province", value, typed)
        }
        Ruling::Compare => {
            settings.thresholds.compare = if value == "exact" { Compare::Exact } else { Compare::Rounded };
            settings_changed(state)
        }
        Ruling::Formula => {
            settings.choose_formula(value);
            settings_changed(state)
        }
        Ruling::Edition => {
            settings.choose_edition(value);
            settings_changed(state)
        }
        Ruling::Saved => {
            let bytes = settings.set_of_limits().into_bytes();
            let name = "nguong-sohoa.json".to_owned();
            let text = format!("Đã lưu bộ ngưỡng ra tệp {name} trong thư mục tải xuống.");
            vec![Effect::Save { name, mime: "application/json", bytes }, Effect::Status { text }]
        }
        Ruling::Loaded => loaded(state, value),
    }
}

/// A value that was typed: in force, or told beside its input while the old one stays.
fn taken(state: &mut State, id: &str, value: &str, typed: Result<(), SettingsError>) -> Vec<Effect> {
    match typed {
        Ok(()) => {
            state.options.looking.faults.remove(id);
            settings_changed(state)
        }
        Err(error) => {
            state.options.looking.faults.insert(id.to_owned(), (value.to_owned(), error.to_string()));
            looked(state)
        }
    }
}

/// Takes over the set of limits of a file, and nothing else of it.
fn loaded(state: &mut State, text: &str) -> Vec<Effect> {
    const INPUT: &str = "set-file";
    let read = if text.len() > LONGEST || text.trim().is_empty() {
        Err("Tệp vừa chọn trống hoặc lớn hơn 1 MB nên không phải bộ ngưỡng; bộ đang dùng vẫn giữ. Hãy chọn tệp đã lưu từ trang này.".to_owned())
    } else {
        Settings::from_json(text).map_err(|error| {
            format!("Tệp vừa chọn không phải bộ ngưỡng đã lưu từ trang này; bộ đang dùng vẫn giữ. {error}")
        })
    };
    match read {
        Err(sentence) => {
            state.options.looking.faults.insert(INPUT.to_owned(), (String::new(), sentence.clone()));
            let mut effects = looked(state);
            effects.push(Effect::Status { text: sentence });
            effects
        }
        Ok(read) => {
            state.options.looking.faults = Map::new();
            state.settings.thresholds = read.thresholds;
            let mut effects = limits::filled(&state.settings);
            effects.extend(settings_changed(state));
            let name = &state.settings.thresholds.name;
            let named = if name.is_empty() { String::new() } else { format!(" «{name}»") };
            effects.push(Effect::Status {
                text: format!("Đã nạp bộ ngưỡng{named}; kết quả theo bộ này.")
            });
            effects
        }
    }
}
