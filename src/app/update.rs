//! One event → the state changed, and what the page should do about it.

use std::rc::Rc;

use super::Effect;
use super::Event;
use super::FileId;
use super::Stage;
use super::State;
use super::corrections;
use super::documents;
use super::keeping;
use super::looking;
use super::peers;
use super::period_acts;
use super::periods;
use super::reading;
use super::rules;
use super::sample;
use super::state::Attention;
use super::state::Typing;
use super::steps;
use super::supposing;
use super::taken_out::take_out;
use super::units;
use super::wording;
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
use crate::view::Limit;
use crate::view::Region;
use crate::view::Ruling;
use crate::view::Sample;
use crate::view::SavedAs;
use crate::view::Shown;
use crate::view::SortKey;
use crate::view::asks;
use crate::view::minding_limits;
use crate::view::page;
use crate::view::status_line;
use crate::warnings::Thresholds;

/// The number of the sample, which no chosen file has.
pub(super) const SAMPLE_ID: FileId = 0;

/// Takes one event, changes the state, and says what the page should do about it.
pub fn update(state: &mut State, event: Event) -> Vec<Effect> {
    match event {
        Event::Started { settings } => started(state, *settings),
        Event::FilesOffered(offered) => reading::offer(state, offered),
        Event::FileProgress { id, far } => reading::progress(state, id, far),
        Event::FileGathered { id, outcome } => reading::gathered(state, id, *outcome),
        Event::FileHashed { id, sha256 } => reading::hashed(state, id, sha256),
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
    let mut effects = limits_filled(settings);
    effects.push(Effect::Fill { id: "group", value: settings.group.map_or("", Group::code).to_owned() });
    effects
}

pub(super) fn limits_filled(settings: &Settings) -> Vec<Effect> {
    let fill = |id, value| [Effect::Fill { id, value }, Effect::Mark { id, error: String::new() }];
    let rate = fill("threshold-percent", settings.typed_rate_limit());
    let count = fill("threshold-copies", settings.thresholds.count_very_low.to_string());
    rate.into_iter().chain(count).collect()
}

fn act(state: &mut State, action: Action) -> Vec<Effect> {
    if !matches!(action, Action::LimitTyped { .. }) {
        state.typing = None;
    }
    match action {
        Action::SortBy { key } => sorted(state, key),
        Action::PageTurned { page, top } => looking::turned(state, page, top),
        Action::RowsAsked => looking::rows(state),
        Action::RegionAsked { region } => looking::region(state, &region),
        Action::LimitTyped { limit, value } => limit_typed(state, limit, &value),
        Action::LimitsReset => limits_reset(state),
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
        Action::Period { act, value, name } => period_acts::act(state, act, &value, &name),
        Action::Cleared => cleared(state),
    }
}

fn sample_asked(state: &mut State, sample: Sample) -> Vec<Effect> {
    let (mut effects, files) = take_out(state);
    steps::taken_out(state, files);
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
    if index < state.files.len() {
        let (id, outcome) = state.files.remove(index);
        // Of a session nothing but its own file brings it back.
        if state.periods.session_of(id).is_none() && outcome.result.is_ok() {
            steps::removed(state, id, outcome);
        }
        // A finished file of a batch still counts as waited for until the batch ends.
        state.reading.retain(|reading| reading.offered.id != id);
    }
    if state.reading.is_empty() {
        return settled(state, News::None);
    }
    let report = state.report();
    let mut effects = changed_regions(state, &report);
    effects.push(reading::holding(state));
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

fn limits_reset(state: &mut State) -> Vec<Effect> {
    steps::limits_reset(state);
    state.settings.thresholds = Thresholds { compare: state.settings.thresholds.compare, ..Thresholds::default() };
    let mut effects = limits_filled(&state.settings);
    effects.extend(settings_changed(state));
    // The button that was pressed is gone.
    effects.push(Effect::Focus { id: "threshold-percent" });
    effects
}

fn group_chosen(state: &mut State, code: &str) -> Vec<Effect> {
    state.settings.group = Group::from_code(code);
    state.options.looking.page = 0;
    settings_changed(state)
}

fn limit_typed(state: &mut State, limit: Limit, value: &str) -> Vec<Effect> {
    // “1”, “10”, “101” are one limit on its way; “49,5” and then “150” are two.
    let before = match state.typing.take() {
        Some(typing) if typing.limit == limit && value.starts_with(&typing.text) => typing.before,
        _ => state.settings.thresholds.clone(),
    };
    let (id, checked) = match limit {
        Limit::RateLow => {
            ("threshold-percent", Settings::rate_limit(value).map(|limit| state.settings.thresholds.rate_low = limit))
        }
        Limit::CountVeryLow => (
            "threshold-copies",
            Settings::count_limit(value).map(|limit| state.settings.thresholds.count_very_low = limit),
        ),
    };
    let changes = checked.is_ok() || state.settings.thresholds != before;
    if checked.is_err() {
        // The letters typed so far were a limit of their own: 10 of 101. What stood before them holds.
        state.settings.thresholds = before.clone();
    }
    let text = if checked.is_ok() { value.to_owned() } else { String::new() };
    state.typing = Some(Typing { limit, text, before });
    let thresholds = &state.settings.thresholds;
    let in_force = match limit {
        Limit::RateLow => format!("{}%", state.settings.typed_rate_limit()),
        Limit::CountVeryLow => thresholds.count_very_low.to_string(),
    };
    let wrong = |error: &SettingsError| format!("{error} Vẫn đang dùng {in_force}.");
    let error = checked.as_ref().err().map(wrong).unwrap_or_default();
    let mut effects = vec![Effect::Mark { id, error }];
    if changes {
        let report = state.report_from_last();
        let minding = minding_limits(&report, &state.options);
        effects.extend(changed_in(state, report, &minding));
    }
    effects
}

pub(super) fn remember(state: &mut State) -> Effect {
    // Neither improvements supposed nor the percentage of one period are for the next visit.
    let settings = Settings { what_if: Vec::new(), province: None, ..state.settings.clone() };
    let written = state
        .own_catalogue
        .take()
        .filter(|(of, _)| settings.own_catalogue.as_ref().is_some_and(|own| Rc::ptr_eq(of, own)));
    state.own_catalogue = written.or_else(|| settings.own_catalogue.as_ref().map(|own| (Rc::clone(own), own.to_csv())));
    let own = state.own_catalogue.as_ref().map(|(_, text)| text.clone());
    Effect::Remember { settings: settings.to_json_with(own) }
}

/// The same result, looked at otherwise.
pub(super) fn looked(state: &mut State) -> Vec<Effect> {
    let report = state.report();
    let effects = changed_regions(state, &report);
    state.last = Some(report);
    effects
}

pub(super) fn settings_changed(state: &mut State) -> Vec<Effect> {
    let report = state.report();
    changed_in(state, report, &Region::ALL)
}

/// Settings changed that only these regions mind.
fn changed_in(state: &mut State, report: Report, regions: &[Region]) -> Vec<Effect> {
    let mut effects = vec![remember(state)];
    effects.extend(changed_of(state, &report, regions));
    effects.extend(keeping::keep_soon(state));
    if !state.files.is_empty() {
        effects.push(Effect::Status { text: status_line(&report) });
    }
    state.last = Some(report);
    effects
}

/// What has come since the result was last looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum News {
    /// Nothing: the focus stays where it is.
    None,
    /// What was read.
    Read,
    /// Files that gave nothing, among others or not.
    Failed,
}

/// No file is on its way: the stage, the regions, and a word about it. The focus moves to what is new.
pub(super) fn settled(state: &mut State, news: News) -> Vec<Effect> {
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
    effects.extend([Effect::Status { text }, reading::holding(state)]);
    let attention = std::mem::take(&mut state.attention);
    if attention == Attention::Unmatched && !report.unmatched.is_empty() {
        effects.push(Effect::Focus { id: "unmatched-heading" });
    } else if news != News::None && attention != Attention::Stays {
        // An error that was there before has been seen.
        let id = match (news, asks(&report)) {
            (News::Failed, _) => "errors",
            (_, true) => "questions-heading",
            (_, false) => "result-heading",
        };
        effects.push(Effect::Focus { id });
    }
    state.last = Some(report);
    effects
}

/// The regions whose markup differs from what they show.
pub(super) fn changed_regions(state: &mut State, report: &Report) -> Vec<Effect> {
    changed_of(state, report, &Region::ALL)
}

/// Those of some regions.
fn changed_of(state: &mut State, report: &Report, regions: &[Region]) -> Vec<Effect> {
    state.options.periods = periods::shown(state);
    let mut effects = Vec::new();
    for (region, html) in page(regions, report, &state.options) {
        let was = state.shown.remove(&region);
        let changes = was.as_ref().is_none_or(|was| was.markup() != html);
        let is = Shown::new(html);
        if changes {
            let difference = was.and_then(|was| was.difference(&is));
            effects.push(match difference {
                Some(difference) => Effect::Change { region: region.id(), difference },
                None => Effect::Show { region: region.id(), html: is.markup().to_owned() },
            });
        }
        state.shown.insert(region, is);
    }
    effects
}
