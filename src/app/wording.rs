//! The words of documents, as they are typed on the page and as they are kept.

use super::Effect;
use super::State;
use super::changed::settings_changed;
use super::steps::words_reset;
use crate::analysis::ExtraColumn;
use crate::analysis::Wording;
use crate::domain::Map;
use crate::view::Word;

/// Takes a word as it is typed; one that cannot be used is told beside its input and changes nothing.
pub(super) fn typed(state: &mut State, word: Word, value: &str) -> Vec<Effect> {
    let mut wording = state.settings.wording.clone();
    let set = set(&mut wording, word, value);
    let error = set.err().or_else(|| wording.fault().map(|fault| fault.to_string()));
    let mut effects = vec![Effect::Mark { id: word.input(), error: error.clone().unwrap_or_default() }];
    if error.is_none() {
        state.settings.wording = wording;
        effects.extend(settings_changed(state));
    }
    effects
}

/// Goes back to the words that ship; what stands for this letter alone stays.
pub(super) fn reset(state: &mut State) -> Vec<Effect> {
    words_reset(state);
    let Wording { number, date, signer, .. } = state.settings.wording.clone();
    state.settings.wording = Wording { number, date, signer, ..Wording::default() };
    let mut effects = filled(state);
    effects.extend(settings_changed(state));
    effects.push(Effect::Status {
        text: "Đã lấy lại mẫu văn bản ban đầu; số, ngày và người ký vẫn giữ.".to_owned()
    });
    effects
}

/// The inputs as the settings have them.
pub(super) fn filled(state: &State) -> Vec<Effect> {
    let fill = |word: Word| {
        let id = word.input();
        [Effect::Fill { id, value: get(&state.settings.wording, word) }, Effect::Mark { id, error: String::new() }]
    };
    Word::ALL.into_iter().flat_map(fill).collect()
}

/// A word as it is typed.
fn get(wording: &Wording, word: Word) -> String {
    let lines = |lines: &[String]| lines.join("\n");
    match word {
        Word::Number => wording.number.clone(),
        Word::Date => wording.date.clone(),
        Word::Signer => wording.signer.clone(),
        Word::Superior => wording.superior.clone(),
        Word::Issuer => wording.issuer.clone(),
        Word::IssuerName => wording.issuer_name.clone(),
        Word::Symbol => wording.symbol.clone(),
        Word::Place => wording.place.clone(),
        Word::Subject => wording.subject.clone(),
        Word::AppendixTitle => wording.appendix_title.clone(),
        Word::AppendixReference => wording.appendix_reference.clone(),
        Word::ReminderSubject => wording.reminder_subject.clone(),
        Word::Addressees => lines(&wording.addressees),
        Word::Body => lines(&wording.body),
        Word::Recipients => lines(&wording.recipients),
        Word::Signature => lines(&wording.signature),
        Word::Reminder => lines(&wording.reminder),
        Word::Message => lines(&wording.message),
        Word::Names => {
            let names: Vec<String> = wording.names.iter().map(|(id, name)| format!("{id} = {name}")).collect();
            names.join("\n")
        }
        Word::Columns => {
            let names: Vec<&str> =
                COLUMNS.iter().filter(|(_, it)| wording.columns.contains(it)).map(|it| it.0).collect();
            names.join(" ")
        }
        Word::Zero => if wording.decimal_zero { "zero" } else { "" }.to_owned(),
        Word::Draft => if wording.draft { "draft" } else { "" }.to_owned(),
    }
}

/// The words of columns.
const COLUMNS: [(&str, ExtraColumn); 3] =
    [("rank", ExtraColumn::Rank), ("change", ExtraColumn::Change), ("shortfall", ExtraColumn::Shortfall)];

/// Sets a word from what is typed; a sentence where it cannot be understood.
fn set(wording: &mut Wording, word: Word, value: &str) -> Result<(), String> {
    let text = value.trim().to_owned();
    // Long ones wrap where they are typed; a document has them in one line all the same.
    let one_line = || value.split_whitespace().collect::<Vec<_>>().join(" ");
    let lines = || value.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    match word {
        Word::Number => wording.number = text,
        Word::Date => wording.date = text,
        Word::Signer => wording.signer = text,
        Word::Superior => wording.superior = text,
        Word::Issuer => wording.issuer = text,
        Word::IssuerName => wording.issuer_name = text,
        Word::Symbol => wording.symbol = text,
        Word::Place => wording.place = text,
        Word::Subject => wording.subject = one_line(),
        Word::AppendixTitle => wording.appendix_title = one_line(),
        Word::AppendixReference => wording.appendix_reference = text,
        Word::ReminderSubject => wording.reminder_subject = one_line(),
        Word::Addressees => wording.addressees = lines(),
        Word::Body => wording.body = lines(),
        Word::Recipients => wording.recipients = lines(),
        Word::Signature => wording.signature = lines(),
        Word::Reminder => wording.reminder = lines(),
        Word::Message => wording.message = lines(),
        Word::Names => wording.names = names(value)?,
        Word::Columns => {
            let chosen = |name: &str| value.split_whitespace().any(|word| word == name);
            wording.columns = COLUMNS.into_iter().filter(|(name, _)| chosen(name)).map(|(_, column)| column).collect();
        }
        Word::Zero => wording.decimal_zero = !text.is_empty(),
        Word::Draft => wording.draft = !text.is_empty(),
    }
    Ok(())
}

/// Names of units, a line each.
fn names(value: &str) -> Result<Map<String, String>, String> {
    let parted = |line: &str| {
        let (id, name) = line.split_once('=').map(|(id, name)| (id.trim(), name.trim()))?;
        (!id.is_empty() && !name.is_empty()).then(|| (id.to_owned(), name.to_owned()))
    };
    let lines = value.lines().filter(|line| !line.trim().is_empty());
    let mut names = Map::new();
    for line in lines {
        let (id, name) = parted(line).ok_or_else(|| {
            format!("Dòng «{}» cần mã đơn vị, dấu = và tên, như: tp-lao-cai = UBND TP Lào Cai.", line.trim())
        })?;
        names.insert(id, name);
    }
    Ok(names)
}
