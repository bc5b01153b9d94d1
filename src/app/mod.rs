//! What happens when: events in, effects out. No page, file or clock is touched here, so that `cargo test` plays whole
//! stories; the reading of files and the page itself are left to the boundary.

mod changed;
mod corrections;
mod documents;
mod effect;
mod event;
mod gathering;
mod keeping;
mod limits;
mod looking;
mod peers;
mod period_acts;
mod periods;
mod reading;
mod rules;
mod sample;
mod sessions;
mod state;
mod steps;
mod supposing;
mod taken_out;
mod units;
mod unseen;
mod update;
mod wording;

pub use crate::view::Far;
pub use effect::Effect;
pub use effect::Stage;
pub use event::Event;
pub use event::FileId;
pub use event::Offered;
pub use gathering::assignment;
pub use gathering::begin;
pub use gathering::begin_sheet;
pub use gathering::counted;
pub use gathering::counting;
pub use gathering::sheets_beside;
pub use gathering::take_sheets;
pub use state::State;
pub use unseen::unseen_list;
pub use unseen::unseen_table;
pub use update::update;
pub use update::welcome;
