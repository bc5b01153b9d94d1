//! Rows of cells → observations: which row is the header, what each column means, which rows are units, what their
//! cells say. Rows enter one at a time; whose figures they are is left to the figures.

mod cells;
mod choices;
mod error;
mod fields;
mod header;
mod labels;
mod line;
mod numbers;
mod observation;
mod recognise;
mod rows;
mod table;
mod values;

pub use choices::ColumnChoice;
pub use choices::ColumnChoices;
pub use error::TableError;
pub use fields::Field;
pub use header::Header;
pub use numbers::Reading;
pub use observation::Observation;
pub use observation::Question;
pub use observation::Shape;
pub use observation::TableRead;
pub use observation::Total;
pub use recognise::ColumnMap;
pub use recognise::header_weight;
pub use rows::RowKind;
pub use rows::Skipped;
pub use rows::SkippedRows;
pub use table::IsUnit;
pub use table::PREVIEW_ROWS;
pub use table::Table;
