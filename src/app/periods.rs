//! Periods beside the present one: earlier ones that are compared, and an issued appendix that is held against it.

use std::rc::Rc;

use super::Effect;
use super::FileId;
use super::State;
use super::changed::settings_changed;
use super::keeping::Keeping;
use super::keeping::places;
use super::reading::NOTHING_PASTED;
use super::steps;
use crate::analysis::Past;
use crate::analysis::SessionFile;
use crate::analysis::Settings;
use crate::analysis::Snapshot;
use crate::domain::Day;
use crate::view::EarlierShown;
use crate::view::PeriodRole;
use crate::view::PeriodsShown;

/// Longest file that is taken as an earlier period or an issued appendix, in bytes: a letter each, they cross as text.
const LONGEST: usize = 16 << 20;

/// What the page knows of periods.
#[derive(Debug, Default)]
pub(super) struct Periods {
    /// Files of earlier periods, in the order they came.
    pub(super) earlier: Vec<Earlier>,
    /// The issued appendix.
    issued: Option<(String, Past)>,
    /// Sessions read among the files, until all are read.
    pub(super) read: Vec<(String, Rc<SessionFile>)>,
    /// The session that is present.
    pub(super) present: Option<Present>,
    /// Sessions' files numbered so far.
    pub(super) numbered: FileId,
    /// Tables pasted so far.
    pasted: usize,
    /// What was said of earlier periods that are given in a row, and of which of them nothing came.
    pub(super) in_a_row: InARow,
    /// Whether the ranking leaves out the change.
    pub(super) without_column: bool,
    /// What is kept on this machine.
    pub(super) keeping: Keeping,
}

/// Files chosen at one go come one by one: the last word is about all of them.
#[derive(Debug, Default)]
pub(super) struct InARow {
    said: Vec<String>,
    faults: Vec<String>,
}

/// One file of earlier periods.
#[derive(Debug)]
pub(super) struct Earlier {
    pub(super) name: String,
    pub(super) past: Past,
    /// Whether it belongs to a sample, and goes with it.
    pub(super) sample: bool,
}

/// The session that is present.
#[derive(Debug)]
pub(super) struct Present {
    pub(super) name: String,
    pub(super) ids: Vec<FileId>,
    /// The settings before it was opened, and those it has brought: they end with it.
    pub(super) before: Box<Settings>,
    pub(super) brought: Box<Settings>,
}

impl Present {
    /// Settings without what this session has brought.
    pub(super) fn ended(&self, settings: &Settings) -> Settings {
        settings.without(&self.brought, &self.before)
    }
}

impl Periods {
    /// The earlier periods to compare with, those of several files joined: of a unit that stands in several what came last,
    /// a file's own before what it merely keeps; tables under the limits of the settings.
    pub(super) fn snapshots(&self, settings: &Settings) -> Vec<Snapshot> {
        Past::together(self.earlier.iter().map(|earlier| &earlier.past), &settings.thresholds)
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

    /// Takes out all that was given; what is kept on this machine stays.
    pub(super) fn take_given(&mut self) -> Self {
        let (earlier, issued) = (std::mem::take(&mut self.earlier), self.issued.take());
        let (read, present) = (std::mem::take(&mut self.read), self.present.take());
        Self { earlier, issued, read, present, ..Self::default() }
    }

    /// Gives back what was taken out.
    pub(super) fn give_back(&mut self, given: Self) {
        let Self { earlier, issued, read, present, .. } = given;
        (self.earlier, self.issued, self.read, self.present) = (earlier, issued, read, present);
    }

    /// Adds a file of earlier periods; one of the same name, or for the same days, gives way and is named.
    pub(super) fn add(&mut self, name: &str, past: Past, sample: bool) -> Option<String> {
        // Departments and districts of one month may come in two files: they stand beside each other.
        let again = |earlier: &Earlier| {
            let both = earlier.past.periods.last().zip(past.periods.last());
            both.is_some_and(|(was, is)| is.any_period().is_some() && was.is_of_the_days_of(is) && was.shares_units(is))
        };
        let gives_way = |earlier: &Earlier| earlier.name == name || again(earlier);
        let at = self.earlier.iter().position(gives_way);
        let replaced = at.map(|at| self.earlier.remove(at).name);
        self.earlier.push(Earlier { name: name.to_owned(), past, sample });
        replaced.filter(|replaced| replaced != name)
    }
}

/// As the view shows them.
pub(super) fn shown(state: &State) -> PeriodsShown {
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
        keeping: periods.keeping.shown(periods, &places(state)),
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
        return refused(state, role, error);
    }
    taken(state, role, name, &bytes)
}

/// Takes a pasted table.
pub(super) fn pasted(state: &mut State, role: PeriodRole, text: &str) -> Vec<Effect> {
    if text.trim().is_empty() {
        return refused(state, role, NOTHING_PASTED.to_owned());
    }
    state.periods.pasted += 1;
    taken(state, role, &format!("Bảng đã dán {}", state.periods.pasted), text.as_bytes())
}

fn refused(state: &mut State, role: PeriodRole, error: String) -> Vec<Effect> {
    state.periods.in_a_row.faults.push(error.clone());
    let (text, mark) = told(state, role, error);
    vec![mark, Effect::Status { text }]
}

/// What is said with what was said of the files just before, and what stands beside the input.
fn told(state: &mut State, role: PeriodRole, said: String) -> (String, Effect) {
    let row = &mut state.periods.in_a_row;
    row.said.push(said);
    (row.said.join(" "), Effect::Mark { id: input(role), error: row.faults.join(" ") })
}

fn taken(state: &mut State, role: PeriodRole, name: &str, bytes: &[u8]) -> Vec<Effect> {
    match Past::read(name, bytes, &state.settings) {
        Err(sentence) => refused(state, role, format!("{name}: {sentence}")),
        Ok(past) => {
            let said = match role {
                PeriodRole::Earlier => added(state, name, past),
                PeriodRole::Issued => {
                    state.periods.issued = Some((name.to_owned(), past));
                    format!("Đang đối chiếu với {name}.")
                }
            };
            let said = if role == PeriodRole::Earlier { with_reason(state, name, said) } else { said };
            let (said, mark) = told(state, role, said);
            let mut effects = vec![mark];
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
    state.periods.keeping.forget(&gone.past.periods);
    let said = format!("Đã bỏ {} khỏi các kỳ trước; bấm «Hoàn tác» để lấy lại.", gone.name);
    steps::period_dropped(state, at, gone);
    let mut effects = changed(state, said);
    // The button that was pressed is gone.
    effects.push(Effect::Focus { id: "periods-heading" });
    effects
}

/// Puts an earlier period back in its place.
pub(super) fn brought_back(state: &mut State, at: usize, gone: Earlier) {
    let earlier = &mut state.periods.earlier;
    // A file of that name that came meanwhile is another edition of it.
    earlier.retain(|own| own.name != gone.name);
    earlier.insert(at.min(earlier.len()), gone);
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
    state.periods.without_column = value != "true";
    let said = if state.periods.without_column {
        "Bảng xếp hạng không còn cột «So với kỳ trước»."
    } else {
        "Bảng xếp hạng có thêm cột «So với kỳ trước»."
    };
    changed(state, said.to_owned())
}

/// Takes the day the figures were taken; a period that ends later is still running.
pub(super) fn as_of_typed(state: &mut State, value: &str) -> Vec<Effect> {
    const INPUT: &str = "as-of";
    let day = Settings::day(value.trim());
    if day.is_none() && !value.trim().is_empty() {
        let error = format!("«{value}» không phải một ngày: cần ngày như 05/6/2023, hoặc để trống khi kỳ đã kết thúc.");
        return vec![Effect::Mark { id: INPUT, error }];
    }
    state.settings.as_of = day;
    let mut effects = vec![Effect::Mark { id: INPUT, error: String::new() }];
    effects.extend(settings_changed(state));
    effects
}

/// The day as the input has it.
pub(super) fn as_of_filled(state: &State) -> [Effect; 2] {
    let value = state.settings.as_of.map(Day::printed).unwrap_or_default();
    [Effect::Fill { id: "as-of", value }, Effect::Mark { id: "as-of", error: String::new() }]
}
