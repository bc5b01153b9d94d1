//! What is done while there is no file yet: a table and a list that nobody sees are worked through. A browser translates each
//! part of the module when it is first called, and better once it has run for a while; a person's first file need not wait
//! for that, and ends it.

use super::Session;
use super::pace::Breath;
use super::pace::Pace;
use super::reading;
use crate::app::Event;
use crate::app::Offered;
use crate::app::begin;
use crate::app::unseen_list;

/// How many dossiers stand in the list that nobody sees; its head is longer than what a text is judged by.
const DOSSIERS: usize = 2_000;

/// How often its head is judged: what is hot in it is translated better then, and not while the first list is read.
const JUDGED: usize = 4;

/// How often they are read as a stretch: after two megabytes a browser has translated what reads rows as well as it can.
const TIMES: usize = 5;

/// How often they are counted then, for the same reason: counting goes through a dossier far more quickly than reading does.
const COUNTED: usize = 25;

const NAME: &str = "danh-sach.csv";

/// Reads the list in a session that nobody sees; given up once this one has a file. The list never leaves the module: in a
/// file the browser would hold it four times.
pub(super) async fn read_list(session: Session, unseen: Session) -> Option<()> {
    Breath::new().over().await;
    let goes_on = || session.inner.borrow().next_id == 1;
    let list = unseen_list(DOSSIERS);
    let pace = Pace::new(&unseen, 1, 0);
    let offered = Offered { id: pace.id, name: NAME.to_owned(), bytes: list.len() as u64 };
    if !goes_on() {
        return None;
    }
    reading::report(unseen.happen(Event::FilesOffered(vec![offered])));
    let judged = async || {
        let mut gathering = begin(&unseen.inner.borrow().state, pace.id, NAME);
        gathering.leave_hash();
        gathering.take(list.as_bytes()).ok()?;
        while gathering.is_judging() {
            gathering.step().ok()?;
            Breath::new().over().await;
            goes_on().then_some(())?;
        }
        Some(gathering)
    };
    for _ in 1..JUDGED {
        judged().await?;
    }
    let mut gathering = judged().await?;
    let (_, rows) = list.split_once('\n')?;
    for _ in 0..TIMES {
        let mut stretch = gathering.stretch()?;
        stretch.feed(rows.as_bytes());
        let (text, dossiers) = stretch.carry()?;
        let stretch = gathering.carried(&text, dossiers)?;
        gathering.append(stretch).ok()?;
        Breath::new().over().await;
        goes_on().then_some(())?;
    }
    let outcome = Box::new(gathering.outcome());
    for _ in 0..COUNTED {
        reading::count(&pace, &outcome).await;
        Breath::new().over().await;
        goes_on().then_some(())?;
    }
    if goes_on() {
        reading::report(unseen.happen(Event::FileGathered { id: pace.id, outcome }));
    }
    Some(())
}
