//! Sessions kept on this machine: only where an officer has said so, one a period, wiped when asked. The page holds the
//! store; here is what goes into it.

use std::iter;
use std::rc::Rc;

use serde::Deserialize;

use super::Effect;
use super::FileId;
use super::State;
use super::changed::News;
use super::changed::settled;
use super::periods::Periods;
use super::periods::added;
use super::periods::changed;
use super::periods::with_reason;
use super::sessions::file_name;
use super::sessions::open;
use super::sessions::session;
use super::steps;
use super::taken_out::take_out;
use super::update::started;
use super::update::welcome;
use crate::analysis::Past;
use crate::analysis::SessionFile;
use crate::analysis::Settings;
use crate::analysis::Snapshot;
use crate::analysis::from_json;
use crate::analysis::in_one_line;
use crate::analysis::read_session;
use crate::analysis::write_session;
use crate::columns::Answers;
use crate::domain::sort_by;
use crate::view::KeepingShown;
use crate::view::KeptShown;

/// What is kept on this machine, as far as the page has said.
#[derive(Debug, Default)]
pub(super) struct Keeping {
    on: bool,
    kept: Vec<Kept>,
    own: Own,
    trouble: String,
    wiping: bool,
}

/// Under which names the work at hand is kept. Its days may change while files come and go, and its name with them.
#[derive(Debug, Default)]
struct Own {
    /// The latest last.
    names: Vec<String>,
    /// The places of its files: work of none of them is another one.
    places: Vec<FileId>,
    /// Whether it was opened from there, and so knows all that lies there.
    opened: bool,
    /// Earlier periods that another visit has kept beside the same files: they stay until they are taken out here.
    beside: Vec<Snapshot>,
}

/// One session kept.
#[derive(Debug)]
struct Kept {
    name: String,
    /// As it lies in the store.
    text: String,
    session: Result<Rc<SessionFile>, String>,
    /// What it holds, once.
    past: Option<Past>,
}

impl Kept {
    fn new(name: String, text: String) -> Self {
        let session = read_session(&text).map(Rc::new).map_err(|error| error.to_string());
        let past = session.as_ref().ok().map(|session| Past::of_session(session, &name));
        Self { name, text, session, past }
    }

    /// Whether this is what work at hand comes from: the same files under the same settings. Then writing over it loses
    /// nothing. The hash of a long file may still be on its way; its figures are compared in its stead.
    fn is_source_of(&self, work: &SessionFile) -> bool {
        let Ok(session) = &self.session else { return false };
        let files = |session: &SessionFile| -> Vec<(String, u64)> {
            session.files.iter().map(|outcome| (outcome.name.clone(), outcome.bytes())).collect()
        };
        let settings = |session: &SessionFile| Settings { answers: Answers::default(), ..session.settings.clone() };
        let figures = || Past::of_session(&Rc::new(work.clone()), &self.name).periods.pop();
        let is_like_it = files(session) == files(work) && settings(session) == settings(work);
        is_like_it && self.past.as_ref().and_then(|past| past.periods.last()) == figures().as_ref()
    }
}

/// A session as the page found it.
#[derive(Deserialize)]
#[serde(rename = "Found…")]
struct Found {
    name: String,
    session: String,
}

impl Keeping {
    const fn is_on(&self) -> bool {
        self.on
    }

    /// The names of the work of these places; none where other work was kept last.
    fn own_names(&self, places: &[FileId]) -> &[String] {
        if places.iter().any(|place| self.own.places.contains(place)) { &self.own.names } else { &[] }
    }

    /// The name to keep work under: its own, else one that nothing is kept under but what the work comes from. What another
    /// work has left under a name is never written over; a number tells the two apart.
    fn name(&self, name: &str, own: &[String], work: &SessionFile) -> String {
        let stem = name.strip_suffix(".json").unwrap_or(name);
        // One more than there are.
        let numbers = 2..=self.kept.len() + 2;
        let names =
            || iter::once(name.to_owned()).chain(numbers.clone().map(|number| format!("{stem} ({number}).json")));
        let kept = |name: &str| self.kept.iter().find(|kept| kept.name == name);
        let is_free = |name: &String| kept(name).is_none_or(|kept| kept.is_source_of(work));
        let own = names().find(|name| own.contains(name));
        own.or_else(|| names().find(is_free)).unwrap_or_else(|| name.to_owned())
    }

    /// Forgets earlier periods that another visit has kept: they are taken out.
    pub(super) fn forget(&mut self, gone: &[Snapshot]) {
        self.own.beside.retain(|kept| !gone.iter().any(|gone| kept.is_of_the_days_of(gone) && kept.shares_units(gone)));
    }

    /// Takes in what lies in the store under a name; gives what was known to lie there.
    fn put(&mut self, name: &str, text: &str) -> Option<String> {
        let before = self.kept.iter().position(|kept| kept.name == name).map(|at| self.kept.remove(at).text);
        self.kept.push(Kept::new(name.to_owned(), text.to_owned()));
        sort_by(&mut self.kept, |one, other| one.name.cmp(&other.name));
        before
    }

    /// As the view shows it.
    pub(super) fn shown(&self, periods: &Periods, places: &[FileId]) -> KeepingShown {
        let own = self.own_names(places);
        let of = |kept: &Kept| KeptShown {
            name: kept.name.clone(),
            period: kept.session.as_ref().map_err(Clone::clone).map(|_| {
                let own = kept.past.as_ref().and_then(|past| past.periods.last());
                own.and_then(Snapshot::any_period)
            }),
            used: self.on && own.contains(&kept.name) || periods.uses(&kept.name),
        };
        KeepingShown {
            on: self.on,
            kept: self.kept.iter().map(of).collect(),
            trouble: self.trouble.clone(),
            wiping: self.wiping,
        }
    }
}

/// What the page found on this machine at its start.
pub(super) fn found(state: &mut State, on: bool, text: &str) -> Vec<Effect> {
    let found: Vec<Found> = from_json(text).unwrap_or_default();
    let keeping = &mut state.periods.keeping;
    keeping.on = on;
    keeping.kept = found.into_iter().map(|found| Kept::new(found.name, found.session)).collect();
    sort_by(&mut keeping.kept, |one, other| one.name.cmp(&other.name));
    let count = keeping.kept.len();
    let said = if count == 0 {
        "Chưa có tệp nào.".to_owned()
    } else {
        format!("Trên máy này đang giữ {count} phiên làm việc.")
    };
    changed(state, said)
}

/// The session at hand for the store; `None` where nothing is to be kept, or nothing has changed.
pub(super) fn keep(state: &mut State) -> Option<Effect> {
    let figures = state.files.iter().any(|(_, outcome)| outcome.result.is_ok());
    if !state.periods.keeping.on || !figures || state.options.sample.is_some() {
        return None;
    }
    let (mut session, places) = (session(state), places(state));
    let keeping = &state.periods.keeping;
    let own = keeping.own_names(&places).to_vec();
    let name = keeping.name(&file_name(&state.report()), &own, &session);
    let opened = !own.is_empty() && keeping.own.opened;
    // What another visit has kept of the same files knows earlier periods as well; what this one has kept, it knows.
    let mut beside = if own.is_empty() { Vec::new() } else { keeping.own.beside.clone() };
    let before = keeping.kept.iter().find(|kept| kept.name == name);
    if let Some(Ok(before)) = before.map(|kept| &kept.session).filter(|_| !opened && !own.contains(&name)) {
        beside.extend(before.periods.iter().cloned());
    }
    session.periods = Snapshot::together(beside.iter().cloned().chain(session.periods).collect());
    // In one line: a third shorter, and the same session.
    let text = in_one_line(&write_session(&session))?;
    let keeping = &mut state.periods.keeping;
    let names = own.into_iter().filter(|own| *own != name).chain([name.clone()]).collect();
    keeping.own = Own { names, places, opened, beside };
    if keeping.kept.iter().any(|kept| kept.name == name && kept.text == text) {
        return None;
    }
    keeping.trouble.clear();
    let over = keeping.put(&name, &text);
    Some(Effect::Keep { name, session: text, over })
}

/// The places of the files at hand.
pub(super) fn places(state: &State) -> Vec<FileId> {
    state.files.iter().map(|(id, _)| state.place(*id).0).collect()
}

/// Asks the page to keep what has changed, where that was chosen.
pub(super) fn keep_soon(state: &State) -> Option<Effect> {
    (state.periods.keeping.is_on() && state.options.sample.is_none()).then_some(Effect::KeepSoon)
}

/// Keeps what has changed.
pub(super) fn keep_now(state: &mut State) -> Vec<Effect> {
    let Some(kept) = keep(state) else { return Vec::new() };
    let mut effects = vec![kept];
    effects.extend(quietly(state));
    effects
}

/// Shows what changed without a word: nobody asked.
fn quietly(state: &mut State) -> Vec<Effect> {
    let mut effects = changed(state, String::new());
    effects.retain(|effect| matches!(effect, Effect::Show { .. } | Effect::Change { .. }));
    effects
}

/// Keeps the session from now on, or takes it off this machine.
pub(super) fn chosen(state: &mut State, value: &str) -> Vec<Effect> {
    let on = value == "true";
    state.periods.keeping.on = on;
    let mut effects = vec![Effect::Keeping { on }];
    let said = if on {
        match keep(state) {
            Some(kept) => {
                effects.push(kept);
                let name = state.periods.keeping.own.names.last().cloned().unwrap_or_default();
                format!("Kỳ này được giữ trên máy này dưới tên {name}; mọi thay đổi sau đó cũng được giữ.")
            }
            None => "Từ nay phiên làm việc được giữ trên máy này.".to_owned(),
        }
    } else {
        let own = state.periods.keeping.own_names(&places(state)).last().cloned();
        let Keeping { kept, own: all, .. } = &mut state.periods.keeping;
        *all = Own::default();
        kept.retain(|kept| own.as_ref() != Some(&kept.name));
        let others = kept.len();
        effects.extend(own.map(|name| Effect::Unkeep { name }));
        let rest =
            if others == 0 { String::new() } else { format!(" {others} phiên đã giữ trước đó vẫn còn.") };
        format!("Không giữ kỳ này trên máy nữa; bản đã giữ của kỳ này đã xóa.{rest}")
    };
    effects.extend(changed(state, said));
    effects
}

/// Another tab has put something under this name since the page looked: that stays, and the work at hand goes on under another.
pub(super) fn elsewhere(state: &mut State, name: &str, text: &str) -> Vec<Effect> {
    let keeping = &mut state.periods.keeping;
    keeping.put(name, text);
    keeping.own.names.retain(|own| own != name);
    let mut effects: Vec<Effect> = keep(state).into_iter().collect();
    let said = match effects.first() {
        Some(Effect::Keep { name: own, .. }) if own != name => format!(
            "Phiên {name} vừa được một thẻ khác của trình duyệt ghi vào; bản đó giữ nguyên. Kết quả ở thẻ này từ nay được giữ dưới tên {own}: xem bản nào đúng rồi xóa bản kia."
        ),
        // It is the same work.
        _ => String::new(),
    };
    state.periods.keeping.trouble.clone_from(&said);
    effects.extend(if said.is_empty() { quietly(state) } else { changed(state, said) });
    effects
}

/// The store had no room or refused.
pub(super) fn failed(state: &mut State, name: &str) -> Vec<Effect> {
    let keeping = &mut state.periods.keeping;
    let longest = keeping.kept.iter().find(|kept| kept.name == name).map_or(0, |kept| kept.text.len());
    keeping.kept.retain(|kept| kept.name != name);
    keeping.trouble = format!(
        "Trình duyệt không giữ được phiên {name} ({} kB): hết chỗ, hoặc máy cấm giữ. Kết quả đang xem không mất. Hãy bấm «Lưu kỳ này…» để lưu ra tệp, hoặc xóa bớt phiên đang giữ.",
        longest.div_ceil(1000)
    );
    let said = keeping.trouble.clone();
    changed(state, said)
}

/// Uses a kept session as an earlier period.
pub(super) fn used(state: &mut State, at: usize) -> Vec<Effect> {
    let Some((name, past)) =
        state.periods.keeping.kept.get(at).and_then(|kept| Some((kept.name.clone(), kept.past.clone()?)))
    else {
        return Vec::new();
    };
    let said = added(state, &name, past);
    let said = with_reason(state, &name, said);
    changed(state, said)
}

/// Makes a kept session the present period.
pub(super) fn opened(state: &mut State, at: usize) -> Vec<Effect> {
    let Some(kept) = state.periods.keeping.kept.get(at) else { return Vec::new() };
    let (name, Ok(session)) = (kept.name.clone(), kept.session.clone()) else { return Vec::new() };
    let (mut effects, _) = take_out(state);
    // A session brings answers of its own: what was taken out was read under others.
    steps::forget_taken_out(state);
    effects.extend(open(state, &name, &session));
    // It is changed where it lies.
    let (names, places) = (vec![name.clone()], places(state));
    state.periods.keeping.own = Own { names, places, opened: true, beside: Vec::new() };
    state.said = Some(format!("Đã mở lại phiên {name} làm kỳ này."));
    effects.extend(settled(state, News::Read));
    effects
}

/// Takes a kept session off this machine.
pub(super) fn forgotten(state: &mut State, at: usize) -> Vec<Effect> {
    if at >= state.periods.keeping.kept.len() {
        return Vec::new();
    }
    let Kept { name, .. } = state.periods.keeping.kept.remove(at);
    let mut effects = changed(state, format!("Đã xóa phiên {name} khỏi máy này."));
    effects.extend([Effect::Unkeep { name }, Effect::Focus { id: "input-heading" }]);
    effects
}

/// Asks before anything is wiped, or leaves it.
pub(super) fn wiping(state: &mut State, asked: bool) -> Vec<Effect> {
    state.periods.keeping.wiping = asked;
    let mut effects = quietly(state);
    effects.push(Effect::Focus { id: if asked { "wipe-heading" } else { "wipe" } });
    effects
}

/// Wipes everything kept and begins anew, as on a machine that has never seen the page.
pub(super) fn wipe(state: &mut State) -> Vec<Effect> {
    let (mut effects, _) = take_out(state);
    let shown = std::mem::take(&mut state.shown);
    *state = State { shown, ..State::new() };
    let (settings, first) = welcome(None);
    effects.extend(first);
    effects.extend(started(state, settings));
    effects.extend([
        Effect::WipeAll,
        Effect::Keeping { on: false },
        Effect::Holding { held: Vec::new(), reading: Vec::new() },
        Effect::Status {
            text: "Đã xóa mọi thứ giữ trên máy này; trang bắt đầu lại từ đầu.".to_owned()
        },
        Effect::Focus { id: "input-heading" },
    ]);
    effects
}
