//! Sessions that are opened and saved: alone a session is the present period, beside figures an earlier one. Nothing that is
//! replaced is lost: it becomes an earlier period.

use std::rc::Rc;

use super::Effect;
use super::FileId;
use super::State;
use super::changed::News;
use super::changed::settled;
use super::periods::Earlier;
use super::periods::Present;
use super::periods::added;
use super::update::filled;
use crate::analysis::FileOutcome;
use crate::analysis::Past;
use crate::analysis::Report;
use crate::analysis::SessionFile;
use crate::analysis::Snapshot;
use crate::analysis::write_session;
use crate::domain::Period;
use crate::domain::sort_by_key;

/// Files of sessions have numbers that no chosen file reaches.
const FIRST_ID: FileId = 1 << 31;

/// All chosen files are read: a session becomes the present period where nothing else is, else an earlier one; and a present
/// session gives way to later figures.
pub(super) fn place(state: &mut State) -> Vec<Effect> {
    let (mut said, mut effects) = (Vec::new(), Vec::new());
    if let Some(name) = overtaken(state) {
        effects.extend(filled(state));
        said.push(format!("Phiên {name} được dùng làm kỳ trước của các tệp vừa chọn."));
    }
    let read = std::mem::take(&mut state.periods.read);
    let mut read: Vec<(String, Rc<SessionFile>, Past)> = read
        .into_iter()
        .map(|(name, session)| {
            let past = Past::of_session(&session, &name);
            (name, session, past)
        })
        .collect();
    let end = |past: &Past| past.periods.last().and_then(Snapshot::any_period).map(|period| (period.to, period.from));
    sort_by_key(&mut read, |(_, _, past)| end(past));
    let has_figures = state.files.iter().any(|(_, outcome)| outcome.result.is_ok());
    if !has_figures && let Some((name, session, _)) = read.pop() {
        said.push(format!("Đã mở phiên {name} làm kỳ này, với thiết lập của phiên."));
        effects.extend(open(state, &name, &session));
    }
    for (name, _, past) in read {
        said.push(added(state, &name, past));
        if has_figures {
            said.push("Muốn mở nó làm kỳ này, bấm «Mở làm kỳ này» ở mục «So với kỳ trước».".to_owned());
        }
    }
    if !said.is_empty() {
        state.said = Some(said.join(" "));
    }
    effects
}

/// A present session beside later figures becomes an earlier period; gives its name.
fn overtaken(state: &mut State) -> Option<String> {
    let present = state.periods.present.as_ref()?;
    let (own, new): (Vec<_>, Vec<_>) =
        state.files.iter().filter(|(_, outcome)| outcome.result.is_ok()).partition(|(id, _)| present.ids.contains(id));
    let end = |files: Vec<&(FileId, FileOutcome)>| -> Option<Period> {
        let files: Vec<FileOutcome> = files.into_iter().map(|(_, outcome)| outcome.clone()).collect();
        let report = state.report_on(&files);
        report.period.or(report.copies_period)
    };
    let (before, now) = (end(own)?, end(new)?);
    (before.to < now.to).then(|| set_aside(state))?
}

/// Makes the session that is present an earlier period; gives its name.
fn set_aside(state: &mut State) -> Option<String> {
    let present = state.periods.present.take()?;
    let Present { name, ids, .. } = &present;
    let (own, others): (Vec<_>, Vec<_>) = state.files.drain(..).partition(|(id, _)| ids.contains(id));
    state.files = others;
    let files = own.into_iter().map(|(_, outcome)| outcome).collect();
    let periods = state.periods.snapshots(&state.settings);
    let session = Rc::new(SessionFile { files, settings: state.settings.clone(), periods });
    let past = Past::of_session(&session, name);
    state.periods.add(name, past, false);
    // What was set for its period says nothing about the next.
    state.settings = present.ended(&state.settings).of_another_period();
    Some(present.name)
}

/// The same, asked for.
pub(super) fn set_back(state: &mut State) -> Vec<Effect> {
    let Some(name) = set_aside(state) else { return Vec::new() };
    let next = if state.files.is_empty() { " Hãy chọn số liệu của kỳ này." } else { "" };
    state.said = Some(format!("Phiên {name} nay là kỳ trước.{next}"));
    let mut effects = filled(state);
    effects.extend(settled(state, News::None));
    let id = if state.files.is_empty() { "input-heading" } else { "periods-heading" };
    effects.push(Effect::Focus { id });
    effects
}

/// Makes chosen files of earlier periods what they are.
pub(super) fn files_set_back(state: &mut State) -> Vec<Effect> {
    let report = state.report();
    let earlier = report.earlier_files();
    let is_earlier =
        |(_, outcome): &(FileId, FileOutcome)| outcome.result.is_ok() && earlier.contains(outcome.name.as_str());
    let (gone, kept): (Vec<_>, Vec<_>) = state.files.drain(..).partition(is_earlier);
    state.files = kept;
    let mut said = Vec::new();
    for (_, outcome) in gone {
        let name = outcome.name.clone();
        // Each of them gave a table.
        if let Ok(past) = Past::of_table(outcome, state.settings.of_another_period()) {
            said.push(added(state, &name, past));
        }
    }
    state.said = Some(said.join(" "));
    let mut effects = settled(state, News::None);
    effects.push(Effect::Focus { id: "periods-heading" });
    effects
}

/// Makes an earlier period the present one; what was present becomes an earlier one.
pub(super) fn opened(state: &mut State, at: usize) -> Vec<Effect> {
    let work = state.periods.earlier.get(at).and_then(|earlier| earlier.past.work.clone());
    let Some(work) = work else { return Vec::new() };
    let Earlier { name, .. } = state.periods.earlier.remove(at);
    let mut said = format!("Đã mở {name} làm kỳ này, với thiết lập của nó.");
    if let Some(before) = put_back(state) {
        said = format!("{said} Số liệu vừa xem vẫn giữ, dưới tên {before} trong các kỳ đã nạp.");
    }
    let mut effects = open(state, &name, &work);
    state.said = Some(said);
    effects.extend(settled(state, News::Read));
    effects
}

/// Makes the present figures an entry of the list of periods; gives its name.
fn put_back(state: &mut State) -> Option<String> {
    if state.options.sample.is_some() || state.files.iter().all(|(_, outcome)| outcome.result.is_err()) {
        return None;
    }
    if state.periods.present.as_ref().is_some_and(|present| state.files.iter().all(|(id, _)| present.ids.contains(id)))
    {
        return set_aside(state);
    }
    let report = state.report();
    let name = file_name(&report);
    let files = state.files.drain(..).map(|(_, outcome)| outcome).collect();
    let session = Rc::new(SessionFile { files, settings: state.settings.clone(), periods: Vec::new() });
    ended(state);
    let past = Past::of_session(&session, &name);
    state.periods.add(&name, past, false);
    Some(name)
}

/// The session that is present is gone, and its settings with it; whether there was one.
pub(super) fn ended(state: &mut State) -> bool {
    let present = state.periods.present.take();
    if let Some(present) = &present {
        state.settings = present.ended(&state.settings);
    }
    present.is_some()
}

/// Makes a session the present period, under its own settings; what an officer taught this machine stays beside.
pub(super) fn open(state: &mut State, name: &str, session: &Rc<SessionFile>) -> Vec<Effect> {
    state.options.sample = None;
    state.periods.sample_gone();
    ended(state);
    state.periods.earlier.retain(|earlier| earlier.name != name);
    let first = FIRST_ID + state.periods.numbered;
    state.files = (first..).zip(session.files.iter().cloned()).collect();
    let ids: Vec<FileId> = state.files.iter().map(|(id, _)| *id).collect();
    state.periods.numbered += FileId::try_from(ids.len()).unwrap_or_default();
    let before = Box::new(std::mem::replace(&mut state.settings, session.settings.clone()));
    state.settings.answers = before.answers.with(&session.settings.answers);
    let own_catalogue = session.settings.own_catalogue.as_ref().or(before.own_catalogue.as_ref());
    state.settings.own_catalogue = own_catalogue.cloned();
    let brought = Box::new(state.settings.clone());
    state.periods.present = Some(Present { name: name.to_owned(), ids, before, brought });
    // Each can be taken out by itself; what files give goes before what a session keeps.
    let kept = session.periods.iter().map(|own| {
        let past = Past { periods: vec![own.clone()], work: None, doubts: Vec::new() };
        Earlier { name: own.name.clone(), past, sample: false }
    });
    state.periods.earlier.splice(..0, kept);
    filled(state)
}

/// The work as a session.
pub(super) fn session(state: &State) -> SessionFile {
    let files = state.files.iter().map(|(_, outcome)| outcome.clone()).collect();
    SessionFile { files, settings: state.settings.clone(), periods: state.periods.snapshots(&state.settings) }
}

/// Saves the session as a file.
pub(super) fn saved(state: &State) -> Vec<Effect> {
    let name = file_name(&state.report());
    let bytes = write_session(&session(state)).into_bytes();
    let text = format!(
        "Đã lưu kỳ này ra tệp {name} trong thư mục tải xuống. Tháng sau chọn tệp này cùng số liệu mới để so với kỳ trước."
    );
    vec![Effect::Save { name, mime: "application/json", bytes }, Effect::Status { text }]
}

/// The name of a session's file, by its period: `phien-2023-05.json`.
pub(super) fn file_name(report: &Report) -> String {
    let Some(period) = report.period.or(report.copies_period) else { return "phien.json".to_owned() };
    let (year, first, last) = (period.to.year(), period.from.month(), period.to.month());
    if Period::months(year, last, last) == Some(period) {
        return format!("phien-{year}-{last:02}.json");
    }
    if Period::months(year, first, last) == Some(period) {
        return format!("phien-{year}-{first:02}-den-{last:02}.json");
    }
    format!("phien-{}-den-{}.json", period.from, period.to)
}
