//! Numbers as printed: `1.343`, `72,3%`, `2.919 hồ sơ`. The only place that knows separators.
//!
//! A cell alone does not tell whether `1.343` is a count of 1343 or the decimal 1,343. So reading has two steps: here a
//! cell becomes a [`Printed`] with its [`Form`]; the columns decide what the form means in a whole column.

mod print;
mod read;
mod words;

pub use print::PERCENT_PLACES;
pub use print::as_stored;
pub use print::print_count;
pub use print::print_decimal;
pub use print::print_exact_percent;
pub use print::print_missing;
pub use print::print_percent;
pub use print::print_unrounded_percent;
pub use print::told;
pub use read::Cell;
pub use read::Form;
pub use read::Printed;
pub use read::is_nothing;
pub use read::parts_digits;
pub use read::read;
