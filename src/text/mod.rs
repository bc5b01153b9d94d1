//! Vietnamese text: one spelling for each word, the key two spellings share, dictionary order, numbers and dates as
//! printed. Text enters and text or plain values leave; what a number *means* is left to the columns.

mod cases;
mod collate;
mod dates;
mod fold;
mod footnotes;
mod forms;
mod line;
mod marks;
mod nearest;
mod normal;
pub mod numbers;
mod period;

pub use cases::capital_letter;
pub use cases::capitals;
pub use cases::small;
pub use cases::small_letter;
pub use collate::collation_key;
pub use dates::Moment;
pub use dates::day;
pub use dates::day_of_ten;
pub use dates::is_clock;
pub use dates::moment;
pub use dates::month_first;
pub use dates::no_digits;

#[cfg(test)]
pub use dates::plain_day;
pub use fold::fold;
pub use fold::same_letters;
pub use fold::squash;
pub use footnotes::raised;
pub use forms::composed;
pub use forms::decomposed;
pub use line::push_line;
pub use marks::is_mark;
pub use nearest::nearest;
pub use normal::compose;
pub use normal::tidy;
pub use period::NO_MONTH;
pub use period::copies_apart;
pub use period::garbled_period;
pub use period::last_day;
pub use period::period;
pub use period::period_below;
pub use period::period_of_titles;
