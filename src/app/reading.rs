//! Files on their way: offered, read piece by piece, done or given up; the result is shown when all are.

use super::Effect;
use super::FileId;
use super::Offered;
use super::Stage;
use super::State;
use super::changed::News;
use super::changed::looked;
use super::changed::remember;
use super::changed::settled;
use super::periods;
use super::sample;
use super::sessions;
use super::state::Reading;
use super::steps;
use super::update::SAMPLE_ID;
use crate::analysis::FileOutcome;
use crate::analysis::GatherError;
use crate::analysis::Known;
use crate::domain::sort_by_key;
use crate::view::Far;
use crate::view::answered;

/// Reading begins: a corrected file replaces the one of the same name, any file replaces the sample.
pub(super) fn offer(state: &mut State, offered: Vec<Offered>) -> Vec<Effect> {
    state.options.sample = None;
    state.periods.sample_gone();
    steps::forget_taken_out(state);
    // Files within a session are another month's, whatever they are called.
    let is_replaced = |state: &State, id: FileId, outcome: &FileOutcome| {
        state.periods.session_of(id).is_none() && offered.iter().any(|file| file.name == outcome.name)
    };
    let (mut replaced, kept): (Vec<_>, Vec<_>) = std::mem::take(&mut state.files)
        .into_iter()
        .filter(|(id, _)| *id != SAMPLE_ID)
        .partition(|(id, outcome)| is_replaced(state, *id, outcome));
    state.files = kept;
    if !replaced.is_empty() {
        let names: Vec<String> = replaced.iter().map(|(_, outcome)| format!("«{}»", outcome.name)).collect();
        state.said = Some(format!("{} thay cho tệp cùng tên đã chọn trước.", names.join(", ")));
    }
    let mut places: Vec<(String, FileId)> =
        replaced.iter().map(|(id, outcome)| (outcome.name.clone(), state.place(*id).0)).collect();
    // What an earlier choice of the same name has replaced comes back like any other.
    let is_again = |reading: &Reading| offered.iter().any(|file| file.name == reading.offered.name);
    let (again, waiting): (Vec<_>, Vec<_>) = std::mem::take(&mut state.reading).into_iter().partition(is_again);
    state.reading = waiting;
    for reading in again {
        places.push((reading.offered.name, state.place(reading.offered.id).0));
        replaced.extend(reading.replaces);
    }
    for offered in offered {
        // Of two files that both name a unit the order decides: a corrected one changes nothing but its own figures.
        let places = places.iter().filter(|(name, _)| *name == offered.name).map(|(_, place)| *place);
        if let Some(place) = places.min() {
            state.places.insert(offered.id, place);
        }
        let own: Vec<_>;
        (own, replaced) = replaced.into_iter().partition(|(_, outcome)| outcome.name == offered.name);
        state.reading.push(Reading { offered, done: 0, again: false, replaces: own, before: None });
    }
    (state.tenth_said, state.rows_said) = (0, 0);
    let names: Vec<&str> = state.reading.iter().map(|reading| reading.offered.name.as_str()).collect();
    let text = format!("Đang đọc {}…", names.join(", "));
    vec![Effect::Stage { stage: Stage::Reading }, Effect::Status { text }, how_far(state), holding(state)]
}

/// What is said instead of a file without a letter in it.
pub(super) const NOTHING_PASTED: &str = "Chưa có gì trong ô để đọc. Hãy dán bảng (có dòng tiêu đề) vào ô rồi bấm lại.";

/// A table that was to be read from an empty box.
pub(super) fn nothing_pasted() -> Vec<Effect> {
    vec![Effect::Status { text: NOTHING_PASTED.to_owned() }, Effect::Return { id: "pasted".to_owned() }]
}

fn how_far(state: &State) -> Effect {
    let sum = |of: fn(&Reading) -> u64| state.reading.iter().map(of).sum();
    Effect::Progress { done: sum(|reading| reading.done), total: sum(|reading| reading.offered.bytes) }
}

pub(super) fn holding(state: &State) -> Effect {
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

pub(super) fn progress(state: &mut State, id: FileId, read: Far) -> Vec<Effect> {
    let Some(reading) = state.reading.iter_mut().find(|reading| reading.offered.id == id) else { return Vec::new() };
    // What a worker had read that died is read again, and told a second time.
    reading.done = read.bytes.min(reading.offered.bytes).max(reading.done);
    let name = reading.offered.name.clone();
    let far = how_far(state);
    let Effect::Progress { done, total } = far else { return Vec::new() };
    let tenth = done * 10 / total.max(1);
    let mut effects = vec![far];
    if tenth > state.tenth_said {
        state.tenth_said = tenth;
        // Rows that are counted once a long piece is read stand still meanwhile: a count that does is none.
        let rows = if read.rows == state.rows_said { 0 } else { read.rows };
        state.rows_said = read.rows;
        let read = Far { rows, ..read };
        effects.push(Effect::Status {
            text: format!("Đang đọc {name}… {} %{}", tenth * 10, read.words(total - done.min(total))),
        });
    }
    effects
}

/// One file is done; the result is shown when all are.
pub(super) fn gathered(state: &mut State, id: FileId, outcome: FileOutcome) -> Vec<Effect> {
    let Some(at) = state.reading.iter().position(|reading| reading.offered.id == id) else { return Vec::new() };
    if let Some(session) = outcome.session {
        let Reading { offered, replaces, .. } = state.reading.remove(at);
        // A session without a table takes none away.
        if session.files.iter().all(|file| file.result.is_err()) {
            put_back(state, replaces);
        }
        periods::read(state, offered.name, session);
        return if all_finished(state) { all_read(state) } else { vec![how_far(state), holding(state)] };
    }
    let is_to_be_read_again = is_to_be_read_again(state, id, &outcome);
    if !state.known.contains_key(&id)
        && let Some(known) = Known::of(&outcome)
    {
        state.known.insert(id, known);
    }
    if is_to_be_read_again {
        state.reading[at].done = 0;
        return vec![how_far(state), Effect::ReadAgain { ids: vec![id] }];
    }
    // The bytes of a finished file stay in the sum, so that the bar does not jump back.
    state.reading[at].done = state.reading[at].offered.bytes;
    let replaced = std::mem::take(&mut state.reading[at].replaces);
    let stands: Vec<_> = replaced.into_iter().filter(|(_, outcome)| outcome.result.is_ok()).collect();
    // A corrected file that gives nothing takes nothing away.
    if outcome.result.is_err() && !stands.is_empty() {
        state.said = Some(format!("«{}» vừa chọn không đọc được; tệp cùng tên đọc trước vẫn được dùng.", outcome.name));
        put_back(state, stands);
    }
    state.files.retain(|(other, _)| *other != id);
    put_back(state, vec![(id, outcome)]);
    if all_finished(state) {
        return all_read(state);
    }
    vec![how_far(state), holding(state)]
}

/// Puts files in their places among the others.
pub(super) fn put_back(state: &mut State, files: Vec<(FileId, FileOutcome)>) {
    state.files.extend(files);
    let mut files = std::mem::take(&mut state.files);
    sort_by_key(&mut files, |(id, _)| state.place(*id));
    state.files = files;
}

/// Whether a file was read otherwise than the answers about it say.
pub(super) fn is_to_be_read_again(state: &State, id: FileId, outcome: &FileOutcome) -> bool {
    let answers = &state.settings.answers;
    state.known.get(&id).map_or_else(
        || Known::of(outcome).is_some_and(|known| known.needs_reading_again(outcome, answers)),
        |known| known.needs_reading_again(outcome, answers),
    )
}

/// Whether no file is waited for any more.
fn all_finished(state: &State) -> bool {
    let finished = |reading: &Reading| state.files.iter().any(|(id, _)| *id == reading.offered.id);
    state.reading.iter().all(finished)
}

/// All files are read: sessions among them find their place, and the result is shown.
fn all_read(state: &mut State) -> Vec<Effect> {
    let was_read = |id: &FileId| state.reading.iter().any(|reading| reading.offered.id == *id);
    let failed = state.files.iter().any(|(id, outcome)| outcome.result.is_err() && was_read(id));
    let fresh: Vec<FileId> = state.reading.drain(..).filter(|own| !own.again).map(|own| own.offered.id).collect();
    let mut effects = sessions::place(state);
    let remembered = read_as_remembered(state, &fresh);
    let said: Vec<String> = state.said.take().into_iter().chain(remembered).collect();
    state.said = (!said.is_empty()).then(|| said.join(" "));
    effects.extend(settled(state, if failed { News::Failed } else { News::Read }));
    effects
}

/// Answers that are named; all stand beside the file.
const NAMED: usize = 3;

/// Which of the files that have come are read by answers of an earlier file, and by which: they change figures, and nobody
/// has been asked about these files.
fn read_as_remembered(state: &State, fresh: &[FileId]) -> Option<String> {
    let of_file = |(_, outcome): &(FileId, FileOutcome)| {
        let answered = answered(&state.settings, outcome);
        let named = answered.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
        let others = match answered.len().saturating_sub(NAMED) {
            0 => String::new(),
            others => format!(" và {others} lựa chọn khác"),
        };
        (!answered.is_empty()).then(|| format!("«{}»: {named}{others}", outcome.name))
    };
    let told: Vec<String> = state.files.iter().filter(|(id, _)| fresh.contains(id)).filter_map(of_file).collect();
    (!told.is_empty()).then(|| format!("Đọc theo lựa chọn đã nhớ từ trước: {}.", told.join("; ")))
}

/// The hash of a file that was read without it.
pub(super) fn hashed(state: &mut State, id: FileId, sha256: &str) -> Vec<Effect> {
    let outcome = state.files.iter_mut().find(|(other, _)| *other == id);
    let Some((_, outcome)) = outcome.filter(|(_, outcome)| outcome.result.is_ok()) else { return Vec::new() };
    outcome.hashed(sha256);
    looked(state)
}

/// A file that cannot be read without the worker dying is told like any other that gave nothing.
pub(super) fn given_up(state: &mut State, given: Vec<Offered>) -> Vec<Effect> {
    let outcome = |offered: Offered| (offered.id, FileOutcome::of(&offered.name, Err(GatherError::GivenUp)));
    let outcomes = given.into_iter().map(outcome);
    state.files.extend(outcomes);
    settled(state, News::Failed)
}

/// Waits for no file any more: what those on their way were to take the place of stands.
pub(super) fn stop(state: &mut State) {
    let is_read = |state: &State, id: FileId| state.files.iter().any(|(own, _)| *own == id);
    let reading = std::mem::take(&mut state.reading).into_iter();
    let waiting: Vec<Reading> = reading.filter(|reading| !is_read(state, reading.offered.id)).collect();
    put_back(state, waiting.into_iter().flat_map(Reading::stopped).collect());
}

pub(super) fn cancelled(state: &mut State) -> Vec<Effect> {
    if state.reading.is_empty() {
        return Vec::new();
    }
    stop(state);
    state.said = None;
    let mut effects = sessions::place(state);
    effects.extend(settled(state, News::None));
    let kept = if state.files.is_empty() { "" } else { " Các tệp đã đọc xong vẫn giữ nguyên." };
    effects.push(Effect::Status { text: format!("Đã dừng đọc.{kept}") });
    // The button that was pressed is gone; beside it files are chosen.
    effects.push(Effect::Focus { id: "files" });
    effects
}

/// Answers change what cells mean: the files that are `touched`, by their fingerprint, are read again.
pub(super) fn read_again(state: &mut State, touched: &dyn Fn(&str) -> bool) -> Vec<Effect> {
    let mut effects = vec![remember(state)];
    if let Some(sample) = state.options.sample {
        sample::gather(state, sample);
        effects.extend(settled(state, News::Read));
        return effects;
    }
    let fresh: Vec<FileId> = state.reading.iter().filter(|own| !own.again).map(|own| own.offered.id).collect();
    let known = &state.known;
    let is_touched = |id: &FileId| known.get(id).is_some_and(|known| touched(known.fingerprint()));
    let (read, kept): (Vec<_>, Vec<_>) = state.files.drain(..).partition(|(id, _)| is_touched(id));
    state.files = kept;
    let offered =
        |(id, outcome): &(FileId, FileOutcome)| Offered { id: *id, bytes: outcome.bytes(), name: outcome.name.clone() };
    let mut offered_again: Vec<Offered> = read.iter().map(offered).collect();
    let mut before = read;
    // Files on their way were begun under the old answers: they start anew, in their order.
    let mut replaced: Vec<(FileId, Vec<(FileId, FileOutcome)>)> = Vec::new();
    for reading in &mut state.reading {
        replaced.push((reading.offered.id, std::mem::take(&mut reading.replaces)));
        before.extend(reading.before.take().map(|before| (reading.offered.id, before)));
    }
    let (finished, waiting): (Vec<_>, Vec<_>) = state
        .reading
        .drain(..)
        .map(|reading| reading.offered)
        .partition(|offered| state.files.iter().any(|(id, _)| *id == offered.id));
    offered_again.extend(waiting);
    let mut again = offered_again;
    sort_by_key(&mut again, |offered| offered.id);
    again.dedup_by_key(|offered| offered.id);
    if again.is_empty() {
        effects.extend(settled(state, News::Read));
        return effects;
    }
    let ids = again.iter().map(|offered| offered.id).collect();
    let again_of = |id: FileId| !fresh.contains(&id);
    let finished = finished.into_iter().map(|offered| Reading {
        done: offered.bytes,
        again: again_of(offered.id),
        offered,
        replaces: Vec::new(),
        before: None,
    });
    let again = again.into_iter().map(|offered| {
        let id = offered.id;
        let own = replaced.iter_mut().find(|(other, _)| *other == id).map(|(_, files)| std::mem::take(files));
        let before = before.iter().position(|(other, _)| *other == id).map(|at| before.swap_remove(at).1);
        Reading { done: 0, again: again_of(id), offered, replaces: own.unwrap_or_default(), before }
    });
    state.reading = finished.chain(again).collect();
    (state.tenth_said, state.rows_said) = (0, 0);
    effects.extend([
        Effect::Stage { stage: Stage::Reading },
        holding(state),
        Effect::StopReading,
        Effect::ReadAgain { ids },
    ]);
    effects
}
