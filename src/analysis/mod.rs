//! The street itself: files → gathered tables (once a file) → report (once a setting). A changed limit costs `assess`,
//! never a second reading.

pub use crate::intake::Alternative;
pub use crate::intake::Encoding;
pub use crate::intake::Format;
pub use crate::intake::ReadAs;
pub use crate::intake::Repair;
pub use crate::intake::Row;
pub use crate::intake::SheetSeen;

mod assess;
mod catalogue_file;
mod corrections;
mod era;
mod gather;
mod given_notes;
mod judge;
mod names;
mod report;
mod settings;
mod stretch;
mod wording;

pub use assess::assess;
pub use catalogue_file::CatalogueFileError;
pub use catalogue_file::read_catalogue;
pub use corrections::CorrectionsError;
pub use corrections::Known;
pub use corrections::read_corrections;
pub use corrections::write_corrections;
pub use era::Era;
pub use gather::GatherError;
pub use gather::GatheredFile;
pub use gather::Gathering;
pub use gather::Inspected;
pub use gather::Refused;
pub use report::FileOutcome;
pub use report::Preview;
pub use report::Report;
pub use report::UnitResult;
pub use settings::FigureCorrection;
pub use settings::Settings;
pub use settings::SettingsError;
pub use stretch::Stretch;
pub use wording::BLANKS;
pub use wording::ExtraColumn;
pub use wording::Issued;
pub use wording::Wording;
