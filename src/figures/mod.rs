//! Observations → figures per unit. Files join here by unit; of two figures the one of the later period stands, within one
//! period the first, and the other is told.
//! What the figures are worth is left to ranking and warnings.

mod across;
mod checks;
mod counted;
mod ends;
mod join;
mod of_unit;
mod outlived;
mod parts;
mod sections;
mod source;
mod whole_of;

pub use checks::Province;
pub use checks::check;
pub use checks::provinces;
pub use checks::ranks_something_else;
pub use checks::tell_unnamed;
pub use checks::the_province;
pub use ends::Ends;
pub use join::FiguresByUnit;
pub use join::Unmatched;
pub use join::of_province;
pub use of_unit::Figures;
pub use of_unit::Origin;
pub use of_unit::Sourced;
pub use parts::TableRows;
pub use sections::with_sections;
pub use source::Source;
