//! What an officer corrects: answers change, what they touch is read again, and each step can be taken back.

use super::Effect;
use super::State;
use super::state::Attention;
use super::steps::before_going_on;
use super::steps::step;
use crate::analysis::read_corrections;
use crate::analysis::write_corrections;
use crate::columns::Answers;
use crate::columns::Field;
use crate::columns::FileAnswers;
use crate::columns::Header;
use crate::columns::Reading;
use crate::domain::Place;
use crate::units::Catalogue;
use crate::units::UnitId;
use crate::view::Correction;

/// Longest file of corrections that is read, in bytes: years of answers are a tenth of it.
const LONGEST: usize = 4 << 20;

/// Changes the answers; `what` says it in a few words.
pub(super) fn change(
    state: &mut State,
    what: String,
    attention: Attention,
    change: impl FnOnce(&mut Answers),
) -> Vec<Effect> {
    step(state, what, None, attention, |settings| change(&mut settings.answers))
}

/// The fingerprint of a file, by its name.
fn fingerprint(state: &State, file: &str) -> Option<String> {
    let read = state.files.iter().filter(|(_, outcome)| outcome.name == file).map(|(id, _)| *id);
    let waiting = state.reading.iter().filter(|reading| reading.offered.name == file).map(|reading| reading.offered.id);
    let known = read.chain(waiting).find_map(|id| state.known.get(&id))?;
    Some(known.fingerprint().to_owned())
}

/// A file that cannot be read again, since a session brought what it gave.
fn unknown(state: &State, file: &str) -> Vec<Effect> {
    let own = state.files.iter().find(|(_, outcome)| outcome.name == file);
    let Some(session) = own.and_then(|(id, _)| state.periods.session_of(*id)) else { return Vec::new() };
    let text = format!(
        "Chưa sửa được: {file} được mở từ phiên {session}, không có tệp gốc để đọc lại. Hãy chọn lại tệp {file} gốc rồi sửa cách hiểu."
    );
    vec![Effect::Status { text }]
}

/// Changes the answers about a file; nothing happens when the page no longer knows it.
pub(super) fn of_file(
    state: &mut State,
    file: &str,
    what: &str,
    attention: Attention,
    apply: impl FnOnce(&mut FileAnswers),
) -> Vec<Effect> {
    by_control(state, file, what, None, attention, apply)
}

/// Changes the answers about a file with a control of the page.
fn by_control(
    state: &mut State,
    file: &str,
    what: &str,
    control: Option<String>,
    attention: Attention,
    apply: impl FnOnce(&mut FileAnswers),
) -> Vec<Effect> {
    let Some(fingerprint) = fingerprint(state, file) else { return unknown(state, file) };
    step(state, format!("{what} ({file})"), control, attention, |settings| {
        apply(settings.answers.of_file(&fingerprint));
    })
}

/// One choice in the list of what can be corrected about a file.
pub(super) fn correct(state: &mut State, file: &str, what: &Correction, value: &str) -> Vec<Effect> {
    let given = Some(value.to_owned()).filter(|value| !value.is_empty());
    let control = Some(format!("{file} {what:?}"));
    let column = match what {
        Correction::Meaning { header } | Correction::Numbers { header } => called(state, header),
        _ => String::new(),
    };
    let (before, passed) = match what {
        Correction::Meaning { header } => {
            (of_this_meaning(state, file, header, value), passed(state, file, control.as_deref()))
        }
        _ => (Vec::new(), None),
    };
    let mut of_file = |said: &str, apply: &mut dyn FnMut(&mut FileAnswers)| {
        by_control(state, file, said, control.clone(), Attention::Stays, apply)
    };
    match what {
        Correction::Letters => of_file("cách đọc chữ", &mut |answers| {
            match value.split_once(':') {
                // Under an encoding that was chosen the letters stand as they are.
                Some(("encoding", code)) => {
                    answers.encoding = Some(code.to_owned());
                    answers.repair = Some("none".to_owned());
                }
                Some(("repair", code)) => answers.repair = Some(code.to_owned()),
                _ => (answers.encoding, answers.repair) = (None, None),
            }
        }),
        Correction::Sheet => of_file("trang tính", &mut |answers| answers.sheet.clone_from(&given)),
        Correction::HeaderRow => of_file("dòng tiêu đề", &mut |answers| {
            answers.header_row = value.parse().ok();
        }),
        Correction::Meaning { header } => {
            let meaning = Field::from_code(value);
            of_file(&format!("ý nghĩa {column}{}", given_up(&before)), &mut |answers| {
                if let Some(passed) = &passed {
                    passed.clone_into(answers);
                }
                for (name, _) in &before {
                    answers.columns.set_meaning(name, Field::None);
                }
                answers.columns.change(header, |choice| choice.meaning = meaning);
            })
        }
        Correction::Numbers { header } => {
            let numbers = [Reading::Percent, Reading::Share, Reading::Count, Reading::Points]
                .into_iter()
                .find(|reading| reading.code() == value);
            of_file(&format!("cách đọc số của {column}"), &mut |answers| {
                answers.columns.change(header, |choice| choice.numbers = numbers);
            })
        }
    }
}

/// What stood about a file before the first choice in this list. An arrow on a closed list passes through what lies between:
/// that leaves no trace.
fn passed(state: &State, file: &str, control: Option<&str>) -> Option<FileAnswers> {
    let before = before_going_on(state, control?)?;
    Some(before.files.get(&fingerprint(state, file)?).cloned().unwrap_or_default())
}

/// The other columns of a file that have the meaning an officer gives to this one, with their words: where one column has to
/// do, it is the one chosen last.
fn of_this_meaning(state: &State, file: &str, header: &str, value: &str) -> Vec<(String, String)> {
    // Of a list several columns are read together, or the one that speaks; others stand in several by nature.
    let stands_once = |field: &Field| {
        let several = [Field::None, Field::OtherPoints, Field::Personal, Field::Paper, Field::Verdict];
        !field.is_of_dossier() && !several.contains(field)
    };
    let Some(field) = Field::from_code(value).filter(stands_once) else { return Vec::new() };
    let Some((_, outcome)) = state.files.iter().find(|(_, outcome)| outcome.name == file) else { return Vec::new() };
    let choices = outcome.fingerprint().map(|fingerprint| state.settings.answers.columns_of(fingerprint));
    let choices = choices.unwrap_or_default();
    let map = outcome.result.as_ref().ok().map(|file| &file.table.map);
    let has = |(at, own): &(usize, &Header)| {
        let found = map.and_then(|map| map.meaning(*at));
        own.name != header && (found == Some(field) || choices.of(own).meaning == Some(field))
    };
    let others = outcome.headers().iter().enumerate().filter(has);
    others.map(|(_, own)| (own.name.clone(), called(state, &own.name))).collect()
}

/// What is said of them.
fn given_up(others: &[(String, String)]) -> String {
    let names: Vec<&str> = others.iter().map(|(_, called)| called.as_str()).collect();
    if names.is_empty() {
        return String::new();
    }
    format!("; {}, trước đó có cùng ý nghĩa, nay không dùng", names.join(", "))
}

/// A column in an officer's words, by the name of its header.
pub(super) fn called(state: &State, header: &str) -> String {
    let own = || state.files.iter().flat_map(|(_, outcome)| outcome.headers()).find(|own| own.name == header);
    match Header::place_in(header) {
        Some(column) => format!("cột {}", Place::letters(column)),
        None => format!("cột «{}»", own().map_or(header, |own| own.text.as_str())),
    }
}

/// Forgets all about files like this one, what was answered about its headers everywhere included.
pub(super) fn forget_file(state: &mut State, file: &str) -> Vec<Effect> {
    let Some(fingerprint) = fingerprint(state, file) else { return unknown(state, file) };
    let headers: Vec<String> = state
        .files
        .iter()
        .filter(|(_, outcome)| outcome.name == file)
        .flat_map(|(_, outcome)| outcome.headers())
        .map(|header| header.name.clone())
        .collect();
    change(state, format!("bỏ mọi sửa đổi của {file}"), Attention::Stays, |answers| {
        answers.files.remove(&fingerprint);
        for header in &headers {
            answers.columns.forget(header);
        }
    })
}

/// Says which unit a name stands for.
pub(super) fn match_name(state: &mut State, name: &str, unit: &str) -> Vec<Effect> {
    if name.trim().is_empty() {
        return vec![Effect::Status {
            text: "Hãy ghi tên gọi khác của đơn vị, rồi bấm lại.".to_owned()
        }];
    }
    let own = state.settings.own_catalogue.as_deref();
    let known = || own.into_iter().chain(Catalogue::all().into_iter().rev());
    let Some(found) = UnitId::new(unit).and_then(|id| known().find_map(|units| units.unit(&id)).cloned()) else {
        return vec![Effect::Status { text: format!("Hãy chọn đơn vị mà «{name}» là, rồi bấm lại.") }];
    };
    let what = format!("«{name}» là {}", found.name);
    change(state, what, Attention::Unmatched, |answers| answers.set_alias(name, unit))
}

/// The corrections as a file.
pub(super) fn save(state: &State) -> Vec<Effect> {
    let bytes = write_corrections(&state.settings.answers).into_bytes();
    let text = "Đã lưu các sửa đổi ra tệp sua-doi-sohoa.json trong thư mục tải xuống.".to_owned();
    let name = "sua-doi-sohoa.json".to_owned();
    vec![Effect::Save { name, mime: "application/json", bytes }, Effect::Status { text }]
}

/// Takes over the corrections of a file; where both say something, the file's stand.
pub(super) fn load(state: &mut State, text: &str) -> Vec<Effect> {
    const INPUT: &str = "corrections-file";
    let mut text = text;
    if text.len() > LONGEST {
        text = "";
    }
    match read_corrections(text) {
        Err(error) => {
            let error = error.to_string();
            vec![Effect::Mark { id: INPUT, error: error.clone() }, Effect::Status { text: error }]
        }
        Ok(loaded) => {
            let mut effects = vec![Effect::Mark { id: INPUT, error: String::new() }];
            let what = "nạp tệp sửa đổi".to_owned();
            effects.extend(change(state, what, Attention::Stays, |answers| *answers = answers.with(&loaded)));
            effects
        }
    }
}
