//! Report → documents: what is written, in paragraphs and tables, before it is a file of any kind. Plain data enters, one
//! value leaves for each kind of document; how it is printed is left to `export`.

mod appendix;
mod fill;
mod findings;
mod forms;
mod known;
mod law;
mod letter;
mod look;
mod message;
mod method;
mod names;
mod reminder;
mod review;
mod value;

pub use appendix::appendix;
pub use appendix::appendix_rows;
pub use findings::findings;
pub use letter::letter;
pub use look::Align;
pub use look::Look;
pub use look::Role;
pub use message::message;
pub use method::notes;
pub use method::rules;
pub use names::covered;
pub use names::nobody_covered;
pub use names::of_period;
pub use names::provisional;
pub use reminder::reminders;
pub use reminder::reminders_in_one;
pub use review::nothing_low;
pub use review::review;
pub use value::Block;
pub use value::Document;
pub use value::Page;
pub use value::Pair;
pub use value::Paragraph;
pub use value::Run;
pub use value::Table;
pub use value::TableColumn;

/// Shown where there is no figure.
pub const NO_FIGURE: &str = "chưa có số liệu";
