//! Sessions kept on this machine: only where an officer has said so, one a period, wiped when asked. The page holds the
//! store; here is what goes into it.

use std::rc::Rc;

use serde::Deserialize;

use super::Effect;
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
use crate::analysis::Snapshot;
use crate::analysis::from_json;
use crate::analysis::in_one_line;
use crate::analysis::read_session;
use crate::analysis::write_session;
use crate::domain::sort_by;
use crate::view::KeepingShown;
use crate::view::KeptShown;

/// What work without a period is called.
const PERIODLESS: &str = "phien.json";

/// What is kept on this machine, as far as the page has said.
#[derive(Debug, Default)]
pub(super) struct Keeping {
    on: bool,
    kept: Vec<Kept>,
    /// Under which name this visit keeps its work.
    own: Option<String>,
    trouble: String,
    wiping: bool,
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

    /// The name to keep work under. Without a period every work has one name: what another visit has kept under it is not
    /// written over, unless it is that which is open.
    fn name(&self, name: String, open: Option<&str>) -> String {
        let is_own = |name: &str| self.own.as_deref() == Some(name) || open == Some(name);
        let is_taken = |name: &str| self.kept.iter().any(|kept| kept.name == name) && !is_own(name);
        if name != PERIODLESS || !is_taken(&name) {
            return name;
        }
        let own = self.own.clone().filter(|own| own.starts_with("phien ("));
        // One more than there are.
        let most = self.kept.len() + 2;
        let numbered = || (2..=most).map(|number| format!("phien ({number}).json")).find(|name| !is_taken(name));
        own.or_else(numbered).unwrap_or(name)
    }

    /// As the view shows it.
    pub(super) fn shown(&self, periods: &Periods) -> KeepingShown {
        let of = |kept: &Kept| KeptShown {
            name: kept.name.clone(),
            period: kept.session.as_ref().map_err(Clone::clone).map(|_| {
                let own = kept.past.as_ref().and_then(|past| past.periods.last());
                own.and_then(Snapshot::any_period)
            }),
            used: self.on && self.own.as_deref() == Some(&*kept.name) || periods.uses(&kept.name),
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
    let open = state.periods.present.as_ref().map(|present| present.name.as_str());
    let name = state.periods.keeping.name(file_name(&state.report()), open);
    let mut session = session(state);
    // What another visit has kept of the same period knows earlier periods as well.
    let before = state.periods.keeping.kept.iter().find(|kept| kept.name == name);
    if let Some(Ok(before)) = before.map(|kept| &kept.session).filter(|_| open != Some(&*name)) {
        session.periods = Snapshot::together(before.periods.iter().cloned().chain(session.periods).collect());
    }
    // In one line: a third shorter, and the same session.
    let text = in_one_line(&write_session(&session))?;
    let keeping = &mut state.periods.keeping;
    keeping.own = Some(name.clone());
    if keeping.kept.iter().any(|kept| kept.name == name && kept.text == text) {
        return None;
    }
    keeping.trouble.clear();
    keeping.kept.retain(|kept| kept.name != name);
    keeping.kept.push(Kept::new(name.clone(), text.clone()));
    sort_by(&mut keeping.kept, |one, other| one.name.cmp(&other.name));
    Some(Effect::Keep { name, session: text })
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
                let name = state.periods.keeping.own.clone().unwrap_or_default();
                format!("Kỳ này được giữ trên máy này dưới tên {name}; mọi thay đổi sau đó cũng được giữ.")
            }
            None => "Từ nay phiên làm việc được giữ trên máy này.".to_owned(),
        }
    } else {
        let Keeping { kept, own, .. } = &mut state.periods.keeping;
        let own = own.take();
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
