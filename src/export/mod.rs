//! Report → bytes for people and scripts outside the page: JSON, text, and sheets as text or workbook. Plain data enters,
//! the same bytes leave each time.

mod package;
mod problems;
mod sheet;
mod to_csv;
mod to_json;
mod to_text;
mod to_xlsx;
mod xml;

pub use problems::problems;
pub use problems::problems_name;
pub use sheet::Cell;
pub use sheet::Column;
pub use sheet::Sheet;
pub use sheet::Shown;
pub use to_csv::CSV_TYPE;
pub use to_csv::to_csv;
pub use to_json::file_json;
pub use to_json::report_json;
pub use to_text::report_text;
pub use to_xlsx::XLSX_TYPE;
pub use to_xlsx::to_xlsx;
pub use to_xlsx::workbook;
