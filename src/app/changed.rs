//! What the page must show once something has changed: the regions that differ, what is kept, a word about it.

use std::rc::Rc;

use super::Effect;
use super::Stage;
use super::State;
use super::keeping;
use super::periods;
use super::reading;
use super::state::Attention;
use crate::analysis::Report;
use crate::analysis::Settings;
use crate::view::Region;
use crate::view::Shown;
use crate::view::asks;
use crate::view::page;
use crate::view::status_line;

/// Keeps the settings for the next visit.
pub(super) fn remember(state: &mut State) -> Effect {
    // Neither improvements supposed nor the percentage of one period are for the next visit,
    // nor what a session has brought that was merely opened.
    let own = state.periods.present.as_ref().map(|present| present.ended(&state.settings));
    let own = own.unwrap_or_else(|| state.settings.clone());
    let settings = Settings { what_if: Vec::new(), province: None, ..own };
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

/// Settings changed that any region may mind.
pub(super) fn settings_changed(state: &mut State) -> Vec<Effect> {
    let report = state.report();
    changed_in(state, report, &Region::ALL)
}

/// Settings changed that only these regions mind.
pub(super) fn changed_in(state: &mut State, report: Report, regions: &[Region]) -> Vec<Effect> {
    let mut effects = vec![remember(state)];
    effects.extend(changed_of(state, &report, regions));
    effects.extend(keeping::keep_soon(state));
    // While files are read, how far that is stands there.
    if !state.files.is_empty() && state.reading.is_empty() {
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
