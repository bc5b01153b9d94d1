//! Steps that can be taken back: corrections, and files taken out. Answers and the choice of units are changed here and
//! nowhere else.

use std::rc::Rc;

use super::Effect;
use super::FileId;
use super::State;
use super::changed::News;
use super::changed::settings_changed;
use super::changed::settled;
use super::limits;
use super::periods::Earlier;
use super::periods::brought_back;
use super::reading::put_back;
use super::reading::read_again;
use super::state::Attention;
use super::taken_out::TakenOut;
use super::wording;
use crate::analysis::FileOutcome;
use crate::analysis::Settings;
use crate::analysis::Wording;
use crate::columns::Answers;
use crate::columns::FileAnswers;
use crate::units::Catalogue;
use crate::warnings::Thresholds;

/// Steps that are kept.
const MOST: usize = 50;

/// Bước: one step.
#[derive(Debug)]
pub(super) struct Step {
    /// What it was, in a few words.
    what: String,
    /// The control it was made with. An arrow on a closed list changes it at every press: that is one step.
    control: Option<String>,
    /// What stood before it.
    before: Before,
}

/// What stood before a step.
#[derive(Debug)]
enum Before {
    /// Answers and units.
    Corrected(Kept),
    /// Files.
    TakenOut(Box<TakenOut>),
    /// One file among others.
    Removed(FileId, Box<FileOutcome>),
    /// One file of earlier periods, and its place among them.
    Earlier(usize, Box<Earlier>),
    /// The limits.
    Limits(Thresholds),
    /// The words of documents.
    Words(Box<Wording>),
}

/// What a step may change.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Kept {
    answers: Answers,
    catalogue: Option<String>,
    own: Option<Rc<Catalogue>>,
}

impl Kept {
    fn of(settings: &Settings) -> Self {
        Self {
            answers: settings.answers.clone(),
            catalogue: settings.catalogue.clone(),
            own: settings.own_catalogue.clone(),
        }
    }

    fn put_into(self, settings: &mut Settings) {
        Self { answers: settings.answers, catalogue: settings.catalogue, own: settings.own_catalogue } = self;
    }

    /// The own catalogue, where it is the one in use.
    fn own_in_use(&self) -> Option<&Rc<Catalogue>> {
        self.own.as_ref().filter(|_| self.catalogue.as_deref() == Some(Settings::OWN))
    }
}

/// The answers before the step that a choice by this control goes on with; `None` where it begins one.
pub(super) fn before_going_on<'state>(state: &'state State, control: &str) -> Option<&'state Answers> {
    let last = state.undo.last().filter(|last| last.control.as_deref() == Some(control))?;
    if let Before::Corrected(kept) = &last.before { Some(&kept.answers) } else { None }
}

/// Makes a step; `what` says it in a few words. Steps that follow each other by the same `control` become one.
pub(super) fn step(
    state: &mut State,
    what: String,
    control: Option<String>,
    attention: Attention,
    change: impl FnOnce(&mut Settings),
) -> Vec<Effect> {
    let before = Kept::of(&state.settings);
    change(&mut state.settings);
    state.settings.answers.files.retain(|_, file| *file != FileAnswers::default());
    let after = Kept::of(&state.settings);
    if after == before {
        return vec![Effect::Status { text: "Không có gì thay đổi.".to_owned() }];
    }
    state.said = Some(format!("Đã sửa: {what}."));
    let goes_on = control.is_some() && state.undo.last().is_some_and(|last| last.control == control);
    if !goes_on {
        push(state, Step { what, control, before: Before::Corrected(before.clone()) });
    } else if state.undo.last().is_some_and(|last| matches!(&last.before, Before::Corrected(kept) if *kept == after)) {
        // Back where it began: there is nothing to take back.
        state.undo.pop();
    }
    state.attention = attention;
    turned(state, &before)
}

/// Takes back the last step.
pub(super) fn undo(state: &mut State) -> Vec<Effect> {
    let Some(Step { what, before, .. }) = state.undo.pop() else {
        return vec![Effect::Status { text: "Không còn sửa đổi nào để hoàn tác.".to_owned() }];
    };
    state.said = Some(format!("Đã hoàn tác: {what}."));
    state.attention = Attention::Stays;
    match before {
        Before::Corrected(kept) => {
            let after = Kept::of(&state.settings);
            kept.put_into(&mut state.settings);
            turned(state, &after)
        }
        Before::TakenOut(files) => {
            let mut effects = files.bring_back(state);
            shown(state);
            effects.extend(settled(state, News::None));
            effects
        }
        Before::Removed(id, outcome) => {
            put_back(state, vec![(id, *outcome)]);
            shown(state);
            settled(state, News::None)
        }
        Before::Earlier(at, gone) => {
            brought_back(state, at, *gone);
            set_back(state, Vec::new())
        }
        Before::Limits(thresholds) => {
            state.settings.thresholds = thresholds;
            set_back(state, limits::filled(&state.settings))
        }
        Before::Words(words) => {
            state.settings.wording = *words;
            let effects = wording::filled(state);
            set_back(state, effects)
        }
    }
}

/// Shows settings that stand as they stood before.
fn set_back(state: &mut State, mut effects: Vec<Effect>) -> Vec<Effect> {
    shown(state);
    let said = state.said.take();
    effects.extend(settings_changed(state));
    effects.extend(said.map(|text| Effect::Status { text }));
    effects
}

/// Remembers a file that was taken out from among others.
pub(super) fn removed(state: &mut State, id: FileId, outcome: FileOutcome) {
    let what = format!("bỏ tệp «{}»", outcome.name);
    state.said = Some(format!("Đã {what}; bấm «Hoàn tác» để lấy lại."));
    push(state, Step { what, control: None, before: Before::Removed(id, Box::new(outcome)) });
    shown(state);
}

/// Remembers a file of earlier periods that was taken out.
pub(super) fn period_dropped(state: &mut State, at: usize, gone: Earlier) {
    let what = format!("bỏ kỳ trước {}", gone.name);
    push(state, Step { what, control: None, before: Before::Earlier(at, Box::new(gone)) });
    shown(state);
}

/// Remembers the limits before they are reset.
pub(super) fn limits_reset(state: &mut State) {
    let before = Before::Limits(state.settings.thresholds.clone());
    push(state, Step { what: "về ngưỡng mặc định".to_owned(), control: None, before });
    shown(state);
}

/// Remembers the words before they are reset.
pub(super) fn words_reset(state: &mut State) {
    let before = Before::Words(Box::new(state.settings.wording.clone()));
    push(state, Step { what: "lấy lại mẫu văn bản".to_owned(), control: None, before });
    shown(state);
}

fn push(state: &mut State, step: Step) {
    state.undo.push(step);
    if state.undo.len() > MOST {
        state.undo.remove(0);
    }
}

/// Remembers that files were taken out, for them to be brought back. Of those taken out before nothing is kept any more.
pub(super) fn taken_out(state: &mut State, files: TakenOut) {
    if let Some(what) = files.said() {
        forget_taken_out(state);
        state.said = Some(format!("Đã {what}; bấm «Hoàn tác» để lấy lại."));
        push(state, Step { what, control: None, before: Before::TakenOut(Box::new(files)) });
    }
    shown(state);
}

/// Forgets the files that were taken out: others have come in their place.
pub(super) fn forget_taken_out(state: &mut State) {
    state.undo.retain(|step| !matches!(step.before, Before::TakenOut(_) | Before::Removed(..)));
    shown(state);
}

/// What the page offers to take back.
fn shown(state: &mut State) {
    state.options.undo = state.undo.last().map(|step| step.what.clone());
    state.options.corrected |= state.options.undo.is_some();
}

/// What has changed since `before` is read again.
fn turned(state: &mut State, before: &Kept) -> Vec<Effect> {
    shown(state);
    state.options.corrected = true;
    let after = Kept::of(&state.settings);
    // While a file is read the names of every catalogue that ships are known, those of an own one only where it is used.
    let units = before.own_in_use() != after.own_in_use();
    let (before, after) = (&before.answers, &after.answers);
    let everywhere =
        before.columns != after.columns || before.statuses != after.statuses || before.aliases != after.aliases;
    let all = units || everywhere;
    let touched: Vec<&String> = before
        .files
        .keys()
        .chain(after.files.keys())
        .filter(|fingerprint| before.files.get(*fingerprint) != after.files.get(*fingerprint))
        .collect();
    read_again(state, &|fingerprint| all || touched.iter().any(|one| *one == fingerprint))
}
