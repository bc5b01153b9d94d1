//! What is left of a long list, read in pieces at once, by this worker and by others; joined in the order of the file.

use std::cell::Cell;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::Array;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_futures::future_to_promise;
use web_sys::File;

use super::blocks::Blocks;
use super::crew::Crew;
use super::crew::Helper;
use super::pace::Pace;
use super::reading::size;
use crate::analysis::FileOutcome;
use crate::analysis::GatherError;
use crate::analysis::Gathering;
use crate::analysis::Stretch;

/// How many pieces a worker reads at once: the browser reads several at once far faster than one after the other.
pub(super) const AT_ONCE: u64 = 3;

/// Pieces are at most so long, so that a slow worker keeps nobody waiting, and at least so long, since each is a stream of its
/// own that the browser opens, and is joined.
const LONGEST: u64 = 64 << 20;
const SHORTEST: u64 = 4 << 20;

/// Reads a list from a place on, whose rows above are gathered.
pub(super) async fn read(
    pace: &Rc<Pace>,
    file: &File,
    gathering: Gathering,
    from: u64,
    crew: &Crew,
) -> Result<FileOutcome, GatherError> {
    let size = size(file);
    // The rows of the head are no measure of how far all pieces are.
    pace.saw(0);
    // One worker reads twice as many at once as it does beside others, as many as two do together.
    let own = if crew.helpers().is_empty() { 2 * AT_ONCE } else { AT_ONCE };
    let readers = own + AT_ONCE * crew.helpers().len() as u64;
    // Each reader has as many: none waits long at the end.
    let rounds = (size - from).div_ceil(readers * LONGEST);
    let step = (size - from).div_ceil(rounds * readers).max(SHORTEST);
    let starts = (0..).map(|number| from + number * step).take_while(|start| *start < size);
    let pieces: VecDeque<Piece> =
        starts.enumerate().map(|(number, from)| Piece { number, from, to: (from + step).min(size) }).collect();
    let done = pieces.iter().map(|piece| (*piece, Done::Waits)).collect();
    let pieces = RefCell::new(pieces);
    let (gathering, done, next, room) = (RefCell::new(gathering), RefCell::new(done), Cell::new(0), RefCell::default());
    let list = Rc::new(List { gathering, pieces, done, next, room });
    let mut helpers = crew.helpers();
    while !(list.pieces.borrow().is_empty() || pace.is_stopped()) {
        let tasks = Array::new();
        for _ in 0..own {
            let (list, pace, file) = (Rc::clone(&list), Rc::clone(pace), file.clone());
            tasks.push(&future_to_promise(async move { list.read_own(&pace, &file).await.map_err(reason) }));
        }
        // A helper that dies leaves its pieces to the others; it is not asked again.
        for helper in std::mem::take(&mut helpers) {
            for _ in 0..AT_ONCE {
                let (list, pace, helper) = (Rc::clone(&list), Rc::clone(pace), helper.clone());
                tasks.push(&future_to_promise(async move { Ok(list.have_read(&pace, &helper).await) }));
            }
        }
        let unreadable = |reason: JsValue| GatherError::Unreadable { reason: reason.as_string().unwrap_or_default() };
        JsFuture::from(Promise::all(&tasks)).await.map_err(unreadable)?;
    }
    pace.reached(size, 1000);
    let List { gathering, done, .. } = Rc::into_inner(list).ok_or(GatherError::GivenUp)?;
    finish(pace, file, gathering.into_inner(), done.into_inner()).await
}

/// Reads again what could not be joined, in its order.
async fn finish(
    pace: &Rc<Pace>,
    file: &File,
    mut gathering: Gathering,
    pieces: Vec<(Piece, Done)>,
) -> Result<FileOutcome, GatherError> {
    let stopped = || GatherError::Unreadable { reason: String::new() };
    for (piece, done) in pieces {
        let from = match done {
            Done::Joined => continue,
            Done::Upto(from) => from,
            Done::Read(stretch) => match gathering.append(*stretch) {
                Ok(bytes) => piece.from + bytes,
                Err(_) => return Ok(gathering.outcome()),
            },
            Done::Waits => piece.from,
        };
        if pace.is_stopped() {
            return Err(stopped());
        }
        let (mut blocks, mut room) = (Blocks::of(file, from, piece.to)?, Vec::new());
        while let Some(block) = blocks.next().await? {
            if gathering.feed(block.copied(&mut room)).is_err() {
                blocks.leave();
                return Ok(gathering.outcome());
            }
            if !pace.goes_on(0).await {
                blocks.leave();
                return Err(stopped());
            }
        }
    }
    Ok(gathering.outcome())
}

/// A list on its way.
struct List {
    gathering: RefCell<Gathering>,
    /// Pieces nobody has taken yet.
    pieces: RefCell<VecDeque<Piece>>,
    /// All pieces, and what has become of each.
    done: RefCell<Vec<(Piece, Done)>>,
    /// The first piece that is not joined.
    next: Cell<usize>,
    /// Room for the block in hand.
    room: RefCell<Vec<u8>>,
}

/// Bytes of the file, by their places.
#[derive(Clone, Copy)]
struct Piece {
    number: usize,
    from: u64,
    to: u64,
}

/// What has become of a piece.
enum Done {
    /// It is read.
    Read(Box<Stretch>),
    /// It is joined to what stands above.
    Joined,
    /// It is joined up to this place of the file; what follows is to be read again.
    Upto(u64),
    /// Neither.
    Waits,
}

impl List {
    fn take(&self) -> Option<Piece> {
        self.pieces.borrow_mut().pop_front()
    }

    /// Reads pieces as long as there are some.
    async fn read_own(&self, pace: &Pace, file: &File) -> Result<JsValue, GatherError> {
        while let Some(piece) = self.take() {
            let stretch = self.gathering.borrow().stretch();
            let Some(mut stretch) = stretch else {
                // The table is refused: nothing more need be read.
                self.pieces.borrow_mut().clear();
                break;
            };
            let mut blocks = Blocks::of(file, piece.from, piece.to)?;
            while let Some(block) = blocks.next().await? {
                pace.hears().await;
                stretch.feed(block.copied(&mut self.room.borrow_mut()));
                if !pace.goes_on(block.len()).await {
                    blocks.leave();
                    return Ok(JsValue::UNDEFINED);
                }
            }
            self.put(piece, stretch);
            pace.saw(self.gathering.borrow().rows_read());
        }
        Ok(JsValue::UNDEFINED)
    }

    /// Has a helper read pieces, until there are none or it is dead.
    async fn have_read(&self, pace: &Pace, helper: &Helper) -> JsValue {
        while let Some(piece) = self.take() {
            let read = helper.read(piece.from, piece.to).await;
            let stretch = read.and_then(|(text, dossiers)| self.gathering.borrow().carried(&text, dossiers));
            let Some(stretch) = stretch else {
                self.pieces.borrow_mut().push_front(piece);
                break;
            };
            self.put(piece, stretch);
            pace.saw(self.gathering.borrow().rows_read());
            if !pace.goes_on(0).await {
                break;
            }
        }
        JsValue::UNDEFINED
    }

    /// Puts a piece down that is read, and joins what has its turn.
    fn put(&self, piece: Piece, stretch: Stretch) {
        let mut done = self.done.borrow_mut();
        done[piece.number].1 = Done::Read(Box::new(stretch));
        while let Some((piece, next)) = done.get_mut(self.next.get()) {
            // Behind a piece that is joined in part nothing has its turn.
            if !matches!(next, Done::Read(_)) {
                break;
            }
            let Done::Read(stretch) = std::mem::replace(next, Done::Joined) else { break };
            // A table that is refused is so once all tasks have ended.
            let Ok(bytes) = self.gathering.borrow_mut().append(*stretch) else { break };
            if piece.from + bytes < piece.to {
                *next = Done::Upto(piece.from + bytes);
                break;
            }
            self.next.set(self.next.get() + 1);
        }
    }
}

fn reason(error: GatherError) -> JsValue {
    match error {
        GatherError::Unreadable { reason } => JsValue::from(reason),
        _ => JsValue::UNDEFINED,
    }
}
