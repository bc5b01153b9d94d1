//! What an officer corrects: answers change, what they touch is read again, and each step can be taken back.

use super::Effect;
use super::State;
use super::state::Attention;
use super::update::read_again;
use crate::analysis::read_corrections;
use crate::analysis::write_corrections;
use crate::columns::Answers;
use crate::columns::Field;
use crate::columns::FileAnswers;
use crate::columns::Reading;
use crate::units::Catalogue;
use crate::units::UnitId;
use crate::view::Correction;

/// Steps that can be taken back.
const STEPS: usize = 50;

/// Longest file of corrections that is read, in bytes: years of answers are a tenth of it.
const LONGEST: usize = 4 << 20;

/// Changes the answers; `what` says it in a few words.
pub(super) fn change(
    state: &mut State,
    what: String,
    attention: Attention,
    change: impl FnOnce(&mut Answers),
) -> Vec<Effect> {
    let before = state.settings.answers.clone();
    change(&mut state.settings.answers);
    state.settings.answers.files.retain(|_, file| *file != FileAnswers::default());
    if state.settings.answers == before {
        return vec![Effect::Status { text: "Không có gì thay đổi.".to_owned() }];
    }
    state.said = Some(format!("Đã sửa: {what}."));
    state.undo.push((what, before.clone()));
    if state.undo.len() > STEPS {
        state.undo.remove(0);
    }
    state.attention = attention;
    turned(state, &before)
}

/// Takes back the last step.
pub(super) fn undo(state: &mut State) -> Vec<Effect> {
    let Some((what, before)) = state.undo.pop() else {
        return vec![Effect::Status { text: "Không còn sửa đổi nào để hoàn tác.".to_owned() }];
    };
    state.said = Some(format!("Đã hoàn tác: {what}."));
    state.attention = Attention::Stays;
    let after = std::mem::replace(&mut state.settings.answers, before);
    turned(state, &after)
}

/// What has changed since `before` is read again.
fn turned(state: &mut State, before: &Answers) -> Vec<Effect> {
    state.options.undo = state.undo.last().map(|(what, _)| what.clone());
    state.options.corrected = true;
    let after = &state.settings.answers;
    let all = before.columns != after.columns || before.statuses != after.statuses || before.aliases != after.aliases;
    let touched: Vec<String> = before
        .files
        .keys()
        .chain(after.files.keys())
        .filter(|fingerprint| before.files.get(*fingerprint) != after.files.get(*fingerprint))
        .cloned()
        .collect();
    read_again(state, &|fingerprint| all || touched.iter().any(|one| one == fingerprint))
}

/// The fingerprint of a file, by its name.
fn fingerprint(state: &State, file: &str) -> Option<String> {
    let read = state.files.iter().filter(|(_, outcome)| outcome.name == file).map(|(id, _)| *id);
    let waiting = state.reading.iter().filter(|reading| reading.offered.name == file).map(|reading| reading.offered.id);
    let known = read.chain(waiting).find_map(|id| state.known.get(&id))?;
    Some(known.fingerprint().to_owned())
}

/// Changes the answers about a file; nothing happens when the page no longer knows it.
pub(super) fn of_file(
    state: &mut State,
    file: &str,
    what: &str,
    attention: Attention,
    apply: impl FnOnce(&mut FileAnswers),
) -> Vec<Effect> {
    let Some(fingerprint) = fingerprint(state, file) else { return Vec::new() };
    change(state, format!("{what} ({file})"), attention, |answers| apply(answers.of_file(&fingerprint)))
}

/// One choice in the list of what can be corrected about a file.
pub(super) fn correct(state: &mut State, file: &str, what: &Correction, value: &str) -> Vec<Effect> {
    let given = Some(value.to_owned()).filter(|value| !value.is_empty());
    let stays = Attention::Stays;
    match what {
        Correction::Letters => of_file(state, file, "cách đọc chữ", stays, |answers| {
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
        Correction::Sheet => of_file(state, file, "trang tính", stays, |answers| answers.sheet = given),
        Correction::HeaderRow => of_file(state, file, "dòng tiêu đề", stays, |answers| {
            answers.header_row = value.parse().ok();
        }),
        Correction::Meaning { header } => {
            let meaning = Field::from_code(value);
            of_file(state, file, &format!("ý nghĩa cột «{header}»"), stays, |answers| {
                answers.columns.change(header, |choice| choice.meaning = meaning);
            })
        }
        Correction::Numbers { header } => {
            let numbers = [Reading::Percent, Reading::Share, Reading::Count, Reading::Points]
                .into_iter()
                .find(|reading| reading.code() == value);
            of_file(state, file, &format!("cách đọc số của cột «{header}»"), stays, |answers| {
                answers.columns.change(header, |choice| choice.numbers = numbers);
            })
        }
    }
}

/// Forgets all about files like this one, what was answered about its headers everywhere included.
pub(super) fn forget_file(state: &mut State, file: &str) -> Vec<Effect> {
    let Some(fingerprint) = fingerprint(state, file) else { return Vec::new() };
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
    let found = UnitId::new(unit).and_then(|id| Catalogue::all().iter().rev().find_map(|era| era.unit(&id)));
    let Some(found) = found else {
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
