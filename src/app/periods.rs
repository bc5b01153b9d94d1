//! Periods beside the present one: earlier ones that are compared, an issued appendix that is held against it, sessions
//! that are opened and saved. Nothing that is replaced is lost: it becomes an earlier period.

use std::rc::Rc;

use super::Effect;
use super::FileId;
use super::State;
use super::keeping::Keeping;
use super::keeping::keep;
use super::update::filled;
use super::update::settings_changed;
use super::update::settled;
use crate::analysis::FileOutcome;
use crate::analysis::Past;
use crate::analysis::Report;
use crate::analysis::SessionFile;
use crate::analysis::Snapshot;
use crate::analysis::write_session;
use crate::domain::Period;
use crate::view::EarlierShown;
use crate::view::PeriodRole;
use crate::view::PeriodsShown;

/// Longest file that is taken as an earlier period or an issued appendix, in bytes: a letter each, they cross as text.
const LONGEST: usize = 16 << 20;

/// Files of sessions have numbers that no chosen file reaches.
const FIRST_ID: FileId = 1 << 31;

/// What the page knows of periods.
#[derive(Debug, Default)]
pub(super) struct Periods {
    /// Files of earlier periods, in the order they came.
    earlier: Vec<Earlier>,
    /// The issued appendix.
    issued: Option<(String, Past)>,
    /// Sessions read among the files, until all are read.
    read: Vec<(String, Rc<SessionFile>)>,
    /// The session that is present.
    present: Option<Present>,
    /// Sessions' files numbered so far.
    numbered: FileId,
    /// Tables pasted so far.
    pasted: usize,
    /// Whether the ranking leaves out the change.
    pub(super) without_column: bool,
    /// What is kept on this machine.
    pub(super) keeping: Keeping,
}

/// One file of earlier periods.
#[derive(Debug)]
struct Earlier {
    name: String,
    past: Past,
    /// Whether it belongs to a sample, and goes with it.
    sample: bool,
}

/// The session that is present.
#[derive(Debug)]
struct Present {
    name: String,
    ids: Vec<FileId>,
}

impl Periods {
    /// The earlier periods to compare with: of several for the same days the one given last, a file's own before those it
    /// merely keeps.
    pub(super) fn snapshots(&self) -> Vec<Snapshot> {
        let own = self.earlier.iter().rev().filter_map(|earlier| earlier.past.periods.last());
        let kept = self.earlier.iter().rev().flat_map(|earlier| earlier.past.periods.iter().rev().skip(1));
        let mut all: Vec<Snapshot> = Vec::new();
        for snapshot in own.chain(kept) {
            let same = |other: &Snapshot| match (snapshot.any_period(), other.any_period()) {
                (None, None) => snapshot.name == other.name,
                (one, other) => one == other,
            };
            if !all.iter().any(same) {
                all.push(snapshot.clone());
            }
        }
        // Without a period the order in which they were given is all there is.
        all.reverse();
        all
    }

    /// The appendix that was issued.
    pub(super) fn issued(&self) -> Option<&Snapshot> {
        self.issued.as_ref().and_then(|(_, past)| past.periods.last())
    }

    /// The session a file of the present period came with.
    pub(super) fn session_of(&self, id: FileId) -> Option<&str> {
        self.present.as_ref().filter(|present| present.ids.contains(&id)).map(|present| present.name.as_str())
    }

    /// Whether an earlier period, or the present one, comes from this file.
    pub(super) fn uses(&self, name: &str) -> bool {
        self.earlier.iter().any(|earlier| earlier.name == name)
            || self.present.as_ref().is_some_and(|present| present.name == name)
    }

    /// Forgets what belongs to the sample.
    pub(super) fn sample_gone(&mut self) {
        self.earlier.retain(|earlier| !earlier.sample);
    }

    /// Forgets all that was given; what is kept on this machine stays.
    pub(super) fn clear(&mut self) {
        (self.earlier, self.issued, self.read, self.present) = Default::default();
    }

    /// Adds a file of earlier periods; one of the same name, or for the same days, gives way and is named.
    fn add(&mut self, name: &str, past: Past, sample: bool) -> Option<String> {
        let days = |past: &Past| past.periods.last().and_then(Snapshot::any_period);
        let period = days(&past);
        let gives_way = |earlier: &Earlier| earlier.name == name || (period.is_some() && days(&earlier.past) == period);
        let at = self.earlier.iter().position(gives_way);
        let replaced = at.map(|at| self.earlier.remove(at).name);
        self.earlier.push(Earlier { name: name.to_owned(), past, sample });
        replaced.filter(|replaced| replaced != name)
    }
}

/// As the view shows them.
pub(super) fn shown(state: &State, report: &Report) -> PeriodsShown {
    let periods = &state.periods;
    let of = |snapshot: &Snapshot| (snapshot.any_period(), snapshot.name.clone(), snapshot.units.len());
    let earlier = |earlier: &Earlier| EarlierShown {
        name: earlier.name.clone(),
        periods: earlier.past.periods.iter().map(of).collect(),
        can_open: earlier.past.work.is_some() && !earlier.sample,
        doubts: earlier.past.doubts.clone(),
    };
    PeriodsShown {
        earlier: periods.earlier.iter().map(earlier).collect(),
        issued: periods.issued.as_ref().map(|(name, _)| name.clone()),
        issued_doubts: periods.issued.as_ref().map(|(_, past)| past.doubts.clone()).unwrap_or_default(),
        present: periods.present.as_ref().map(|present| present.name.clone()),
        without_column: periods.without_column,
        keeping: periods.keeping.shown(periods, &file_name(report)),
    }
}

/// The input beside which trouble with a given file is told.
const fn input(role: PeriodRole) -> &'static str {
    match role {
        PeriodRole::Earlier => "earlier-file",
        PeriodRole::Issued => "issued-file",
    }
}

/// Takes a file, its bytes a letter each.
pub(super) fn given(state: &mut State, role: PeriodRole, name: &str, letters: &str) -> Vec<Effect> {
    let bytes: Vec<u8> = letters.chars().filter_map(|letter| u8::try_from(u32::from(letter)).ok()).collect();
    if bytes.len() > LONGEST {
        let error = format!(
            "Tệp {name} lớn hơn 16 MB nên không nạp làm kỳ khác được; kết quả đang có giữ nguyên. Hãy chọn phụ lục của kỳ đó, hoặc mở tệp ấy riêng như số liệu, bấm «Lưu kỳ này…» rồi nạp tệp phiên."
        );
        return refused(role, error);
    }
    taken(state, role, name, &bytes)
}

/// Takes a pasted table.
pub(super) fn pasted(state: &mut State, role: PeriodRole, text: &str) -> Vec<Effect> {
    if text.trim().is_empty() {
        return refused(
            role,
            "Chưa có gì trong ô để đọc. Hãy dán bảng (có dòng tiêu đề) vào ô rồi bấm lại.".to_owned(),
        );
    }
    state.periods.pasted += 1;
    taken(state, role, &format!("Bảng đã dán {}", state.periods.pasted), text.as_bytes())
}

fn refused(role: PeriodRole, error: String) -> Vec<Effect> {
    vec![Effect::Mark { id: input(role), error: error.clone() }, Effect::Status { text: error }]
}

fn taken(state: &mut State, role: PeriodRole, name: &str, bytes: &[u8]) -> Vec<Effect> {
    match Past::read(name, bytes, &state.settings) {
        Err(sentence) => refused(role, format!("{name}: {sentence}")),
        Ok(past) => {
            let said = match role {
                PeriodRole::Earlier => added(state, name, past),
                PeriodRole::Issued => {
                    state.periods.issued = Some((name.to_owned(), past));
                    format!("Đang đối chiếu với {name}.")
                }
            };
            let mut effects = vec![Effect::Mark { id: input(role), error: String::new() }];
            let said = if role == PeriodRole::Earlier { with_reason(state, name, said) } else { said };
            effects.extend(changed(state, said));
            effects
        }
    }
}

/// What was said of an earlier period, and why it is not compared where it is not.
pub(super) fn with_reason(state: &State, name: &str, said: String) -> String {
    let comparison = state.report().comparison;
    let refused = comparison.iter().flat_map(|comparison| &comparison.refused).find(|(refused, _)| refused == name);
    refused.map_or(said, |(_, reason)| format!("Đã đọc {name} nhưng không so được. {reason}"))
}

/// Adds an earlier period, and says so.
pub(super) fn added(state: &mut State, name: &str, past: Past) -> String {
    match state.periods.add(name, past, false) {
        Some(replaced) => format!("Đã nạp kỳ trước từ {name}, thay cho {replaced} cùng kỳ."),
        None => format!("Đã nạp kỳ trước từ {name}."),
    }
}

/// Shows what changed beside the figures, and says it.
pub(super) fn changed(state: &mut State, said: String) -> Vec<Effect> {
    state.said = None;
    let mut effects = settings_changed(state);
    effects.retain(|effect| !matches!(effect, Effect::Status { .. } | Effect::Remember { .. }));
    effects.push(Effect::Status { text: said });
    effects
}

/// Takes an earlier period out.
pub(super) fn dropped(state: &mut State, at: usize) -> Vec<Effect> {
    if at >= state.periods.earlier.len() {
        return Vec::new();
    }
    let gone = state.periods.earlier.remove(at);
    let mut effects = changed(state, format!("Đã bỏ {} khỏi các kỳ trước; tệp trên máy vẫn còn.", gone.name));
    // The button that was pressed is gone.
    effects.push(Effect::Focus { id: "periods-heading" });
    effects
}

/// Takes the issued appendix out.
pub(super) fn issued_dropped(state: &mut State) -> Vec<Effect> {
    state.periods.issued = None;
    let mut effects = changed(state, "Đã thôi đối chiếu.".to_owned());
    effects.push(Effect::Focus { id: "reconcile-heading" });
    effects
}

/// A session among the chosen files, until all of them are read.
pub(super) fn read(state: &mut State, name: String, session: Rc<SessionFile>) {
    state.periods.read.push((name, session));
}

/// All chosen files are read: a session becomes the present period where nothing else is, else an earlier one; and a present
/// session gives way to later figures.
pub(super) fn place(state: &mut State) -> Vec<Effect> {
    let mut said = Vec::new();
    if let Some(name) = overtaken(state) {
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
    read.sort_by_key(|(_, _, past)| end(past));
    let mut effects = Vec::new();
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
    let Present { name, ids } = state.periods.present.take()?;
    let (own, others): (Vec<_>, Vec<_>) = state.files.drain(..).partition(|(id, _)| ids.contains(id));
    state.files = others;
    let files = own.into_iter().map(|(_, outcome)| outcome).collect();
    let periods = state.periods.snapshots();
    let session = Rc::new(SessionFile { files, settings: state.settings.clone(), periods });
    let past = Past::of_session(&session, &name);
    state.periods.add(&name, past, false);
    Some(name)
}

/// The same, asked for.
pub(super) fn set_back(state: &mut State) -> Vec<Effect> {
    let Some(name) = set_aside(state) else { return Vec::new() };
    let next = if state.files.is_empty() { " Hãy chọn số liệu của kỳ này." } else { "" };
    state.said = Some(format!("Phiên {name} nay là kỳ trước.{next}"));
    let mut effects = settled(state, false);
    let id = if state.files.is_empty() { "input-heading" } else { "periods-heading" };
    effects.push(Effect::Focus { id });
    effects
}

/// Makes an earlier period the present one; what was present becomes an earlier one.
pub(super) fn opened(state: &mut State, at: usize) -> Vec<Effect> {
    let work = state.periods.earlier.get(at).and_then(|earlier| earlier.past.work.clone());
    let Some(work) = work else { return Vec::new() };
    let Earlier { name, .. } = state.periods.earlier.remove(at);
    let mut said = format!("Đã mở {name} làm kỳ này, với thiết lập của nó.");
    if let Some(before) = put_back(state) {
        said.push_str(&format!(" Số liệu vừa xem vẫn giữ, dưới tên {before} trong các kỳ đã nạp."));
    }
    let mut effects = open(state, &name, &work);
    state.said = Some(said);
    effects.extend(settled(state, true));
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
    state.periods.present = None;
    let session = Rc::new(SessionFile { files, settings: state.settings.clone(), periods: Vec::new() });
    let past = Past::of_session(&session, &name);
    state.periods.add(&name, past, false);
    Some(name)
}

/// Makes a session the present period, under its own settings; what an officer taught this machine stays beside.
pub(super) fn open(state: &mut State, name: &str, session: &Rc<SessionFile>) -> Vec<Effect> {
    state.options.sample = None;
    state.periods.sample_gone();
    state.periods.earlier.retain(|earlier| earlier.name != name);
    let first = FIRST_ID + state.periods.numbered;
    state.files = (first..).zip(session.files.iter().cloned()).collect();
    let ids: Vec<FileId> = state.files.iter().map(|(id, _)| *id).collect();
    state.periods.numbered += FileId::try_from(ids.len()).unwrap_or_default();
    state.periods.present = Some(Present { name: name.to_owned(), ids });
    let before = std::mem::replace(&mut state.settings, session.settings.clone());
    state.settings.answers = before.answers.with(&session.settings.answers);
    state.settings.own_catalogue = session.settings.own_catalogue.clone().or(before.own_catalogue);
    if !session.periods.is_empty() {
        let past = Past { periods: session.periods.clone(), work: None, doubts: Vec::new() };
        state.periods.earlier.push(Earlier { name: name.to_owned(), past, sample: false });
    }
    filled(state)
}

/// The work as a session.
pub(super) fn session(state: &State) -> SessionFile {
    let files = state.files.iter().map(|(_, outcome)| outcome.clone()).collect();
    SessionFile { files, settings: state.settings.clone(), periods: state.periods.snapshots() }
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

/// The earlier periods of the sample.
pub(super) fn sample(state: &mut State, files: &[(&str, &[u8])]) {
    for (name, bytes) in files {
        // They ship with the page, and a test reads them.
        if let Ok(past) = Past::read(name, bytes, &state.settings) {
            state.periods.add(name, past, true);
        }
    }
}

/// Shows the change in the ranking, or leaves it out.
pub(super) fn column_chosen(state: &mut State, value: &str) -> Vec<Effect> {
    state.periods.without_column = value.is_empty();
    let said = if value.is_empty() {
        "Bảng xếp hạng không còn cột «So với kỳ trước»."
    } else {
        "Bảng xếp hạng có thêm cột «So với kỳ trước»."
    };
    changed(state, said.to_owned())
}

/// Asks the page to keep what has changed, where that was chosen.
pub(super) fn keep_soon(state: &State) -> Option<Effect> {
    (state.periods.keeping.is_on() && state.options.sample.is_none()).then_some(Effect::KeepSoon)
}

/// Keeps what a settled page shows, where that was chosen.
pub(super) fn keep_settled(state: &mut State) -> Vec<Effect> {
    keep(state).into_iter().collect()
}
