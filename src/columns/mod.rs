//! Rows of cells → observations: which row is the header, what each column means, which rows are units, what their
//! cells say. Rows enter one at a time; whose figures they are is left to the figures.

mod cells;
mod choices;
mod dossiers;
mod error;
mod evidence;
mod fields;
mod header;
mod header_rows;
mod labels;
mod line;
mod numbers;
mod observation;
mod reason;
mod recognise;
mod rows;
mod table;
mod values;

pub use choices::Answers;
pub use choices::ColumnChoice;
pub use choices::ColumnChoices;
pub use choices::FileAnswers;
pub use dossiers::Ledger;
pub use dossiers::Repeated;
pub use dossiers::StatusClass;
pub use error::TableError;
pub use fields::Field;
pub use fields::Holds;
pub use header::Header;
pub use header_rows::header_weight;
pub use numbers::Reading;
pub use observation::Observation;
pub use observation::Question;
pub use observation::Shape;
pub use observation::TableRead;
pub use observation::Total;
pub use observation::Values;
pub use reason::Reason;
pub use recognise::ColumnMap;
pub use rows::RowKind;
pub use rows::Skipped;
pub use rows::SkippedRows;
pub use table::IsUnit;
pub use table::PREVIEW_ROWS;
pub use table::Seen;
pub use table::Table;
