//! One event → the state changed, and what the page should do about it.

use super::Effect;
use super::Event;
use super::FileId;
use super::Offered;
use super::Stage;
use super::State;
use super::corrections;
use super::documents;
use super::gathering::gathering;
use super::keeping;
use super::looking;
use super::peers;
use super::period_acts;
use super::periods;
use super::rules;
use super::sample;
use super::sessions;
use super::state::Attention;
use super::state::Reading;
use super::steps;
use super::supposing;
use super::units;
use super::wording;
use crate::analysis::FileOutcome;
use crate::analysis::GatherError;
use crate::analysis::Known;
use crate::analysis::Report;
use crate::analysis::Settings;
use crate::analysis::SettingsError;
use crate::columns::Field;
use crate::documents::findings;
use crate::domain::Group;
use crate::export::CSV_TYPE;
use crate::export::DOCX_TYPE;
use crate::export::XLSX_TYPE;
use crate::export::problems;
use crate::export::problems_name;
use crate::export::problems_xlsx;
use crate::export::to_csv_with_method;
use crate::export::to_docx;
use crate::view::Action;
use crate::view::Far;
use crate::view::Limit;
use crate::view::Looking;
use crate::view::Sample;
use crate::view::SavedAs;
use crate::view::SortKey;
use crate::view::asks;
use crate::view::page;
use crate::view::status_line;
use crate::warnings::Thresholds;

/// The number of the sample, which no chosen file has.
const SAMPLE_ID: FileId = 0;

/// Takes one event, changes the state, and says what the page should do about it.
pub fn update(state: &mut State, event: Event) -> Vec<Effect> {
    match event {
        Event::Started { remembered } => started(state, remembered.as_deref()),
        Event::FilesOffered(offered) => offer(state, offered),
        Event::FileProgress { id, far } => progress(state, id, far),
        Event::FileGathered { id, outcome } => gathered(state, id, *outcome),
        Event::FileHashed { id, sha256 } => hashed(state, id, sha256),
        Event::FilesGivenUp(given) => given_up(state, given),
        Event::ReadingCancelled => cancelled(state),
        Event::Acted(action) => act(state, action),
    }
}

pub(super) fn started(state: &mut State, remembered: Option<&str>) -> Vec<Effect> {
    // Settings of another version that cannot be read any more are no reason to stop: the shipped ones serve.
    state.settings = remembered.and_then(|text| Settings::from_json(text).ok()).unwrap_or_default();
    // It was said of the figures of one day.
    state.settings.as_of = None;
    let report = state.report();
    let mut effects = changed_regions(state, &report);
    // Some inputs stand in a region.
    effects.extend(filled(state));
    effects.push(Effect::Stage { stage: Stage::Ready });
    effects
}

/// All inputs as the settings have them.
pub(super) fn filled(state: &State) -> Vec<Effect> {
    let mut effects = limits_filled(&state.settings);
    let group = state.settings.group.map_or("", Group::code);
    effects.push(Effect::Fill { id: "group", value: group.to_owned() });
    effects.extend(wording::filled(state));
    effects.extend(periods::as_of_filled(state));
    effects
}

pub(super) fn limits_filled(settings: &Settings) -> Vec<Effect> {
    let fill = |id, value| [Effect::Fill { id, value }, Effect::Mark { id, error: String::new() }];
    let rate = fill("threshold-percent", settings.typed_rate_limit());
    let count = fill("threshold-copies", settings.thresholds.count_very_low.to_string());
    rate.into_iter().chain(count).collect()
}

/// Reading begins: a corrected file replaces the one of the same name, any file replaces the sample.
fn offer(state: &mut State, offered: Vec<Offered>) -> Vec<Effect> {
    state.options.sample = None;
    state.periods.sample_gone();
    state.files.retain(|(id, outcome)| *id != SAMPLE_ID && offered.iter().all(|file| file.name != outcome.name));
    state.reading.retain(|reading| offered.iter().all(|file| file.name != reading.offered.name));
    state.reading.extend(offered.into_iter().map(|offered| Reading { offered, done: 0 }));
    state.tenth_said = 0;
    let names: Vec<&str> = state.reading.iter().map(|reading| reading.offered.name.as_str()).collect();
    let text = format!("Đang đọc {}…", names.join(", "));
    vec![Effect::Stage { stage: Stage::Reading }, Effect::Status { text }, how_far(state), holding(state)]
}

fn how_far(state: &State) -> Effect {
    let sum = |of: fn(&Reading) -> u64| state.reading.iter().map(of).sum();
    Effect::Progress { done: sum(|reading| reading.done), total: sum(|reading| reading.offered.bytes) }
}

fn holding(state: &State) -> Effect {
    let waits = |reading: &&Reading| state.files.iter().all(|(id, _)| *id != reading.offered.id);
    Effect::Holding {
        held: held(state),
        reading: state.reading.iter().filter(waits).map(|reading| reading.offered.name.clone()).collect(),
    }
}

/// The files to offer again should the worker die: of a session that was opened, the session.
fn held(state: &State) -> Vec<String> {
    let name = |(id, outcome): &(FileId, FileOutcome)| {
        state.periods.session_of(*id).map_or_else(|| outcome.name.clone(), str::to_owned)
    };
    let mut held: Vec<String> = state.files.iter().map(name).collect();
    held.dedup();
    held
}

fn progress(state: &mut State, id: FileId, read: Far) -> Vec<Effect> {
    let Some(reading) = state.reading.iter_mut().find(|reading| reading.offered.id == id) else { return Vec::new() };
    reading.done = read.bytes;
    let name = reading.offered.name.clone();
    let far = how_far(state);
    let Effect::Progress { done, total } = far else { return Vec::new() };
    let tenth = done * 10 / total.max(1);
    let mut effects = vec![far];
    if tenth > state.tenth_said {
        state.tenth_said = tenth;
        effects.push(Effect::Status {
            text: format!("Đang đọc {name}… {} %{}", tenth * 10, read.words(total - done.min(total))),
        });
    }
    effects
}

/// One file is done; the result is shown when all are.
fn gathered(state: &mut State, id: FileId, outcome: FileOutcome) -> Vec<Effect> {
    let Some(at) = state.reading.iter().position(|reading| reading.offered.id == id) else { return Vec::new() };
    if let Some(session) = outcome.session {
        let Reading { offered, .. } = state.reading.remove(at);
        periods::read(state, offered.name, session);
        return if all_finished(state) { all_read(state) } else { vec![how_far(state), holding(state)] };
    }
    if !state.known.contains_key(&id)
        && let Some(known) = Known::of(&outcome)
    {
        state.known.insert(id, known);
    }
    if state.known.get(&id).is_some_and(|known| known.needs_reading_again(&outcome, &state.settings.answers)) {
        state.reading[at].done = 0;
        return vec![how_far(state), Effect::ReadAgain { ids: vec![id] }];
    }
    // The bytes of a finished file stay in the sum, so that the bar does not jump back.
    state.reading[at].done = state.reading[at].offered.bytes;
    state.files.retain(|(other, _)| *other != id);
    let place = state.files.iter().position(|(other, _)| *other > id).unwrap_or(state.files.len());
    state.files.insert(place, (id, outcome));
    if all_finished(state) {
        return all_read(state);
    }
    vec![how_far(state), holding(state)]
}

/// Whether no file is waited for any more.
fn all_finished(state: &State) -> bool {
    let finished = |reading: &Reading| state.files.iter().any(|(id, _)| *id == reading.offered.id);
    state.reading.iter().all(finished)
}

/// All files are read: sessions among them find their place, and the result is shown.
fn all_read(state: &mut State) -> Vec<Effect> {
    state.reading.clear();
    let mut effects = sessions::place(state);
    effects.extend(settled(state, true));
    effects
}

/// The hash of a file that was read without it.
fn hashed(state: &mut State, id: FileId, sha256: String) -> Vec<Effect> {
    let outcome = state.files.iter_mut().find(|(other, _)| *other == id);
    let Some(Ok(file)) = outcome.map(|(_, outcome)| &mut outcome.result) else { return Vec::new() };
    file.sha256 = sha256;
    let report = state.report();
    changed_regions(state, &report)
}

/// A file that cannot be read without the worker dying is told like any other that gave nothing.
fn given_up(state: &mut State, given: Vec<Offered>) -> Vec<Effect> {
    let outcome = |offered: Offered| (offered.id, FileOutcome::of(&offered.name, Err(GatherError::GivenUp)));
    let outcomes = given.into_iter().map(outcome);
    state.files.extend(outcomes);
    settled(state, true)
}

fn cancelled(state: &mut State) -> Vec<Effect> {
    if state.reading.is_empty() {
        return Vec::new();
    }
    state.reading.clear();
    let mut effects = sessions::place(state);
    effects.extend(settled(state, false));
    let kept = if state.files.is_empty() { "" } else { " Các tệp đã đọc xong vẫn giữ nguyên." };
    effects.push(Effect::Status { text: format!("Đã dừng đọc.{kept}") });
    effects
}

fn act(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::SortBy { key } => sorted(state, key),
        Action::LimitTyped { limit, value } => limit_typed(state, limit, &value),
        Action::LimitsReset => {
            state.settings.thresholds =
                Thresholds { compare: state.settings.thresholds.compare, ..Thresholds::default() };
            let mut effects = limits_filled(&state.settings);
            effects.extend(settings_changed(state));
            // The button that was pressed is gone.
            effects.push(Effect::Focus { id: "threshold-percent" });
            effects
        }
        Action::GroupChosen { value } => {
            state.settings.group = Group::from_code(&value);
            settings_changed(state)
        }
        Action::AnswerColumn { file, field, header, others } => {
            let what = format!("cột là {}", field.label());
            corrections::of_file(state, &file, &what, Attention::Result, |answers| {
                for other in &others {
                    answers.columns.set_meaning(other, Field::None);
                }
                if !header.is_empty() {
                    answers.columns.set_meaning(&header, field);
                }
            })
        }
        Action::AnswerSheet { file, sheet } => {
            let what = format!("dùng «{sheet}»");
            corrections::of_file(state, &file, &what, Attention::Result, |answers| answers.sheet = Some(sheet))
        }
        Action::AnswerStatus { text, class } => {
            let what = format!("trạng thái «{text}» là {}", class.label());
            corrections::change(state, what, Attention::Result, |answers| answers.set_status(&text, class))
        }
        Action::AnswerNumbers { file, header, numbers } => {
            let what = format!("cách đọc số của {}", corrections::called(&header));
            corrections::of_file(state, &file, &what, Attention::Result, |answers| {
                answers.columns.set_numbers(&header, numbers);
            })
        }
        Action::IgnoreColumn { file, header } => {
            let what = format!("không dùng {}", corrections::called(&header));
            corrections::of_file(state, &file, &what, Attention::Result, |answers| {
                answers.columns.set_meaning(&header, Field::None);
            })
        }
        Action::FileCorrected { file, what, value } => corrections::correct(state, &file, &what, &value),
        Action::FileForgotten { file } => corrections::forget_file(state, &file),
        Action::NameMatched { name, value } => corrections::match_name(state, &name, &value),
        Action::NameForgotten { name } => {
            let what = format!("quên tên «{name}»");
            corrections::change(state, what, Attention::Stays, |answers| {
                answers.aliases.remove(&name);
            })
        }
        Action::StatusForgotten { text } => {
            let what = format!("quên trạng thái «{text}»");
            corrections::change(state, what, Attention::Stays, |answers| {
                answers.statuses.remove(&text);
            })
        }
        Action::CatalogueChosen { value } => units::choose(state, &value),
        Action::CatalogueSaved => units::save(state),
        Action::CatalogueLoaded { value } => units::load(state, &value),
        Action::CatalogueForgotten => units::forget(state),
        Action::Undone => steps::undo(state),
        Action::CorrectionsSaved => corrections::save(state),
        Action::CorrectionsLoaded { value } => corrections::load(state, &value),
        Action::RemoveFile { index } => removed(state, index),
        Action::NoticesAsked { format } => notices_asked(state, format),
        Action::DocumentAsked { what } => documents::asked(state, what),
        Action::WordTyped { word, value } => wording::typed(state, word, &value),
        Action::SheetOpened { unit } => looking::open(state, &unit),
        Action::SheetClosed => looking::close(state),
        Action::Suppose { what, value } => supposing::done(state, &what, &value),
        Action::Peer { what, value } => peers::done(state, &what, &value),
        Action::Rule { what, value } => rules::done(state, &what, &value),
        Action::WordsReset => wording::reset(state),
        Action::SampleAsked { sample } => {
            let mut effects = emptied(state);
            gather_sample(state, sample);
            periods::sample(state, sample::earlier(sample));
            effects.extend(settled(state, true));
            effects
        }
        Action::Period { act, value, name } => period_acts::act(state, act, &value, &name),
        Action::Cleared => {
            let mut effects = emptied(state);
            effects.extend(settled(state, false));
            effects
        }
    }
}

fn sorted(state: &mut State, key: SortKey) -> Vec<Effect> {
    state.options.turned = state.options.sort == key && !state.options.turned;
    state.options.sort = key;
    let report = state.report();
    let mut effects = changed_regions(state, &report);
    let order = if state.options.falling() { "giảm dần" } else { "tăng dần" };
    effects.push(Effect::Status { text: format!("Đã sắp xếp theo {}, {order}.", key.label()) });
    effects
}

/// Takes a file out of the result.
fn removed(state: &mut State, index: usize) -> Vec<Effect> {
    if index < state.files.len() {
        let (id, _) = state.files.remove(index);
        // A finished file of a batch still counts as waited for until the batch ends.
        state.reading.retain(|reading| reading.offered.id != id);
    }
    if state.reading.is_empty() {
        return settled(state, false);
    }
    let report = state.report();
    let mut effects = changed_regions(state, &report);
    effects.push(holding(state));
    effects
}

/// Saves everything that was noticed.
fn notices_asked(state: &State, format: SavedAs) -> Vec<Effect> {
    let report = state.report();
    let sheet = problems(&report);
    let name = format!("{}.{}", problems_name(&report), format.ending());
    let text = format!("Đã tạo tệp {name}: {} dòng lưu ý.", sheet.rows.len());
    let (mime, bytes) = match format {
        SavedAs::Csv => (CSV_TYPE, to_csv_with_method(&sheet, &report)),
        SavedAs::Xlsx => (XLSX_TYPE, problems_xlsx(&report)),
        SavedAs::Docx => (DOCX_TYPE, to_docx(&findings(&report))),
    };
    vec![Effect::Save { name, mime, bytes }, Effect::Status { text }]
}

/// Forgets every file, those on their way included.
pub(super) fn emptied(state: &mut State) -> Vec<Effect> {
    let stopped = if state.reading.is_empty() { Vec::new() } else { vec![Effect::StopReading] };
    state.reading.clear();
    state.files.clear();
    state.periods.clear();
    // What was supposed, typed and looked at of other figures means nothing for the next.
    state.settings.what_if.clear();
    state.settings.province = None;
    state.options.looking = Looking::default();
    state.options.sample = None;
    stopped
}

fn limit_typed(state: &mut State, limit: Limit, value: &str) -> Vec<Effect> {
    let (id, checked) = match limit {
        Limit::RateLow => {
            ("threshold-percent", Settings::rate_limit(value).map(|limit| state.settings.thresholds.rate_low = limit))
        }
        Limit::CountVeryLow => (
            "threshold-copies",
            Settings::count_limit(value).map(|limit| state.settings.thresholds.count_very_low = limit),
        ),
    };
    let error = checked.as_ref().err().map(SettingsError::to_string).unwrap_or_default();
    let mut effects = vec![Effect::Mark { id, error }];
    if checked.is_ok() {
        effects.extend(settings_changed(state));
    }
    effects
}

/// Answers change what cells mean: the files that are `touched`, by their fingerprint, are read again.
pub(super) fn read_again(state: &mut State, touched: &dyn Fn(&str) -> bool) -> Vec<Effect> {
    let mut effects = vec![remember(state)];
    if let Some(sample) = state.options.sample {
        gather_sample(state, sample);
        effects.extend(settled(state, true));
        return effects;
    }
    let known = &state.known;
    let is_touched = |id: &FileId| known.get(id).is_some_and(|known| touched(known.fingerprint()));
    let (read, kept): (Vec<_>, Vec<_>) = state.files.drain(..).partition(|(id, _)| is_touched(id));
    state.files = kept;
    let offered = |(id, outcome): (FileId, FileOutcome)| Offered { id, bytes: outcome.bytes(), name: outcome.name };
    // Files on their way were begun under the old answers: they start anew, in their order.
    let (finished, waiting): (Vec<_>, Vec<_>) = state
        .reading
        .drain(..)
        .map(|reading| reading.offered)
        .partition(|offered| state.files.iter().any(|(id, _)| *id == offered.id));
    let mut again: Vec<Offered> = read.into_iter().map(offered).chain(waiting).collect();
    again.sort_by_key(|offered| offered.id);
    again.dedup_by_key(|offered| offered.id);
    if again.is_empty() {
        effects.extend(settled(state, true));
        return effects;
    }
    let ids = again.iter().map(|offered| offered.id).collect();
    let finished = finished.into_iter().map(|offered| Reading { done: offered.bytes, offered });
    state.reading = finished.chain(again.into_iter().map(|offered| Reading { offered, done: 0 })).collect();
    state.tenth_said = 0;
    effects.extend([
        Effect::Stage { stage: Stage::Reading },
        holding(state),
        Effect::StopReading,
        Effect::ReadAgain { ids },
    ]);
    effects
}

fn gather_sample(state: &mut State, sample: Sample) {
    let (name, bytes) = sample::file(sample);
    let once = |known: Option<&Known>| {
        let mut gathering = gathering(state, name, known);
        // What goes wrong is told at the end.
        let _ = gathering.feed(bytes);
        gathering.outcome()
    };
    let mut outcome = once(None);
    let known = Known::of(&outcome);
    if let Some(known) = known.as_ref().filter(|known| known.needs_reading_again(&outcome, &state.settings.answers)) {
        outcome = once(Some(known));
    }
    state.known.extend(known.map(|known| (SAMPLE_ID, known)));
    state.options.sample = Some(sample);
    state.files = vec![(SAMPLE_ID, outcome)];
}

fn remember(state: &State) -> Effect {
    // Neither improvements supposed nor the percentage of one period are for the next visit.
    let settings = Settings { what_if: Vec::new(), province: None, ..state.settings.clone() };
    Effect::Remember { settings: settings.to_json() }
}

/// The same result, looked at otherwise.
pub(super) fn looked(state: &mut State) -> Vec<Effect> {
    let report = state.report();
    changed_regions(state, &report)
}

pub(super) fn settings_changed(state: &mut State) -> Vec<Effect> {
    let report = state.report();
    let mut effects = vec![remember(state)];
    effects.extend(changed_regions(state, &report));
    effects.extend(keeping::keep_soon(state));
    if !state.files.is_empty() {
        effects.push(Effect::Status { text: status_line(&report) });
    }
    effects
}

/// No file is on its way: the stage, the regions, and a word about it. `fresh` moves the focus to what is new.
pub(super) fn settled(state: &mut State, fresh: bool) -> Vec<Effect> {
    let failed = state.files.iter().filter(|(_, outcome)| outcome.result.is_err()).count();
    let reached = match state.files.len() {
        0 => Stage::Ready,
        files if files == failed => Stage::Failed,
        _ => Stage::Done,
    };
    let mut effects: Vec<Effect> = keeping::keep(state).into_iter().collect();
    let report = state.report();
    effects.extend(changed_regions(state, &report));
    effects.push(Effect::Stage { stage: reached });
    let text = match reached {
        Stage::Ready => "Chưa có tệp nào.".to_owned(),
        Stage::Failed => "Không tệp nào cho ra bảng số liệu; xem lý do ở đầu trang.".to_owned(),
        _ => status_line(&report),
    };
    let text = [state.said.take(), Some(text)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    effects.extend([Effect::Status { text }, holding(state)]);
    let attention = std::mem::take(&mut state.attention);
    if attention == Attention::Unmatched && !report.unmatched.is_empty() {
        effects.push(Effect::Focus { id: "unmatched-heading" });
    } else if fresh && attention != Attention::Stays {
        let asks = asks(&report);
        let id = match (failed > 0, asks) {
            (true, _) => "errors",
            (false, true) => "questions-heading",
            (false, false) => "result-heading",
        };
        effects.push(Effect::Focus { id });
    }
    effects
}

/// The regions whose markup differs from what they show.
fn changed_regions(state: &mut State, report: &Report) -> Vec<Effect> {
    state.options.periods = periods::shown(state, report);
    let mut effects = Vec::new();
    for (region, html) in page(report, &state.options) {
        if state.shown.get(&region) != Some(&html) {
            state.shown.insert(region, html.clone());
            effects.push(Effect::Show { region: region.id(), html });
        }
    }
    effects
}
