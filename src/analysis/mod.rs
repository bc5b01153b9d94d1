//! The street itself: files → gathered tables (once a file) → report (once a setting). A changed limit costs `assess`,
//! never a second reading.

pub use crate::intake::Format;

mod assess;
mod era;
mod gather;
mod report;
mod settings;

pub use assess::assess;
pub use era::Era;
pub use gather::GatherError;
pub use gather::GatheredFile;
pub use gather::Gathering;
pub use gather::Inspected;
pub use report::FileOutcome;
pub use report::Report;
pub use report::UnitResult;
pub use settings::Settings;
pub use settings::SettingsError;
