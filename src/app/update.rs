//! One event → the state changed, and what the page should do about it.

use super::Effect;
use super::Event;
use super::FileId;
use super::Stage;
use super::State;
use super::changed::News;
use super::changed::changed_regions;
use super::changed::remember;
use super::changed::settings_changed;
use super::changed::settled;
use super::corrections;
use super::documents;
use super::limits;
use super::looking;
use super::peers;
use super::period_acts;
use super::periods;
use super::periods::InARow;
use super::reading;
use super::rules;
use super::sample;
use super::sessions;
use super::state::Attention;
use super::steps;
use super::supposing;
use super::taken_out::take_out;
use super::units;
use super::wording;
use crate::analysis::FileOutcome;
use crate::analysis::Settings;
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
use crate::view::Ruling;
use crate::view::Sample;
use crate::view::SavedAs;
use crate::view::SortKey;

/// The number of the sample, which no chosen file has.
pub(super) const SAMPLE_ID: FileId = 0;

/// Takes one event, changes the state, and says what the page should do about it.
pub fn update(state: &mut State, event: Event) -> Vec<Effect> {
    match event {
        Event::Started { settings } => started(state, *settings),
        Event::FilesOffered(offered) => reading::offer(state, offered),
        Event::FileProgress { id, far } => reading::progress(state, id, far),
        Event::FileGathered { id, outcome } => reading::gathered(state, id, *outcome),
        Event::FileHashed { id, sha256 } => reading::hashed(state, id, &sha256),
        Event::FilesGivenUp(given) => reading::given_up(state, given),
        Event::ReadingCancelled => reading::cancelled(state),
        Event::Acted(action) => act(state, action),
    }
}

/// What the page is told before anything else, so that it takes files at once: no state is needed for that, and no catalogue.
/// With the settings of the last visit, as [`Settings::to_json`] writes them.
#[must_use]
pub fn welcome(remembered: Option<&str>) -> (Settings, Vec<Effect>) {
    // Settings of another version that cannot be read any more are no reason to stop: the shipped ones serve.
    let mut settings = remembered.and_then(|text| Settings::from_json(text).ok()).unwrap_or_default();
    // They were said of the figures of one day, and of one letter.
    settings.as_of = None;
    settings.forget_issue();
    let mut effects = limits_and_group_filled(&settings);
    effects.push(Effect::Stage { stage: Stage::Ready });
    (settings, effects)
}

/// All regions, and all inputs but those of [`welcome`], into which somebody may have typed since.
pub(super) fn started(state: &mut State, settings: Settings) -> Vec<Effect> {
    state.settings = settings;
    let report = state.report();
    let mut effects = changed_regions(state, &report);
    // Some of the inputs stand in a region.
    effects.extend(others_filled(state));
    effects
}

/// All inputs as the settings have them.
pub(super) fn filled(state: &State) -> Vec<Effect> {
    let mut effects = limits_and_group_filled(&state.settings);
    effects.extend(others_filled(state));
    effects
}

fn others_filled(state: &State) -> Vec<Effect> {
    let mut effects = wording::filled(state);
    effects.extend(periods::as_of_filled(state));
    effects
}

fn limits_and_group_filled(settings: &Settings) -> Vec<Effect> {
    let mut effects = limits::filled(settings);
    effects.push(Effect::Fill { id: "group", value: settings.group.map_or("", Group::code).to_owned() });
    effects
}

fn act(state: &mut State, action: Action) -> Vec<Effect> {
    if !matches!(action, Action::LimitTyped { .. }) {
        state.typing = None;
    }
    if !matches!(action, Action::Period { behind: true, .. } | Action::RegionAsked { .. }) {
        state.periods.in_a_row = InARow::default();
    }
    match action {
        Action::SortBy { key } => sorted(state, key),
        Action::PageTurned { page, top } => looking::turned(state, page, top),
        Action::RowsAsked => looking::rows(state),
        Action::RegionAsked { region } => looking::region(state, &region),
        Action::LimitTyped { limit, value } => limits::typed(state, limit, &value),
        Action::Stepped { up, far, of } => limits::stepped(state, (up, far), *of),
        Action::LimitsReset => limits::reset(state),
        Action::GroupChosen { value } => group_chosen(state, &value),
        Action::ShowGroup { value } => {
            let mut effects = vec![Effect::Fill { id: "group", value: value.clone() }];
            effects.extend(group_chosen(state, &value));
            effects.push(Effect::Focus { id: "result-heading" });
            effects
        }
        Action::UsePreset { value } => {
            let mut effects = rules::done(state, &Ruling::Formula, &value);
            effects.push(Effect::Focus { id: "result-heading" });
            effects
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
            let what = format!("cách đọc số của {}", corrections::called(state, &header));
            corrections::of_file(state, &file, &what, Attention::Result, |answers| {
                answers.columns.set_numbers(&header, numbers);
            })
        }
        Action::IgnoreColumn { file, header } => {
            let what = format!("không dùng {}", corrections::called(state, &header));
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
        Action::SampleAsked { sample } => sample_asked(state, sample),
        Action::Period { act, value, name, .. } => period_acts::act(state, act, &value, &name),
        Action::NothingPasted => reading::nothing_pasted(),
        Action::Cleared => cleared(state),
    }
}

fn sample_asked(state: &mut State, sample: Sample) -> Vec<Effect> {
    let (mut effects, files) = take_out(state);
    steps::taken_out(state, files);
    // Those of a session have ended with it.
    effects.extend(filled(state));
    sample::gather(state, sample);
    periods::sample(state, sample::earlier(sample));
    effects.extend(settled(state, News::Read));
    effects
}

fn cleared(state: &mut State) -> Vec<Effect> {
    let (mut effects, files) = take_out(state);
    steps::taken_out(state, files);
    state.settings.as_of = None;
    state.settings.forget_issue();
    effects.extend(filled(state));
    effects.push(remember(state));
    effects.extend(settled(state, News::None));
    effects
}

fn sorted(state: &mut State, key: SortKey) -> Vec<Effect> {
    state.options.turned = state.options.sort == key && !state.options.turned;
    state.options.sort = key;
    state.options.looking.page = 0;
    let report = state.report_from_last();
    let mut effects = changed_regions(state, &report);
    state.last = Some(report);
    let order = if state.options.falling() { "giảm dần" } else { "tăng dần" };
    effects.push(Effect::Status { text: format!("Đã sắp xếp theo {}, {order}.", key.label()) });
    effects
}

/// Takes a file out of the result.
fn removed(state: &mut State, index: usize) -> Vec<Effect> {
    let mut effects = Vec::new();
    if index < state.files.len() {
        let (id, outcome) = state.files.remove(index);
        // Of a session nothing but its own file brings it back.
        if state.periods.session_of(id).is_none() && outcome.result.is_ok() {
            steps::removed(state, id, outcome);
        }
        // A finished file of a batch still counts as waited for until the batch ends.
        state.reading.retain(|reading| reading.offered.id != id);
        let is_gone = state.files.iter().all(|(id, _)| state.periods.session_of(*id).is_none());
        if is_gone && sessions::ended(state) {
            effects.extend(filled(state));
        }
    }
    if state.reading.is_empty() {
        effects.extend(settled(state, News::None));
    } else {
        let report = state.report();
        effects.extend(changed_regions(state, &report));
        effects.push(reading::holding(state));
    }
    // The button that was pressed is gone; what was done with the file can be taken back above, and others stand here.
    let is_shown = |(_, outcome): &(FileId, FileOutcome)| outcome.result.is_ok() || outcome.refused.is_some();
    let id = if state.files.iter().any(is_shown) { "files-heading" } else { "input-heading" };
    effects.push(Effect::Focus { id });
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

fn group_chosen(state: &mut State, code: &str) -> Vec<Effect> {
    state.settings.group = Group::from_code(code);
    state.options.looking.page = 0;
    let own = state.options.looking.own_group.take();
    let mut effects = settings_changed(state);
    // Heading and cards are of the group chosen now, and so is the table.
    if let Some(own) = own {
        let of = state
            .settings
            .group
            .map_or("lấy nhóm theo tệp".to_owned(), |group| format!("là nhóm {}", group.label()));
        effects.push(Effect::Status { text: format!("Bảng nay {of}, không còn theo nhóm riêng «{own}».") });
    }
    effects
}
