//! Report → bytes for people and scripts outside the page: JSON, text, and sheets as text or workbook. Plain data enters,
//! the same bytes leave each time.

mod package;
mod problems;
mod ranking;
mod reminders;
mod report_book;
mod sheet;
mod sheet_text;
mod since_text;
mod to_csv;
mod to_docx;
mod to_html;
mod to_json;
mod to_plain;
mod to_text;
mod to_xlsx;
mod xml;

pub use problems::problems;
pub use problems::problems_name;
pub use ranking::ranking;
pub use ranking::ranking_name;
pub use ranking::ranking_plain;
pub use reminders::ZIP_TYPE;
pub use reminders::reminders_zip;
pub use report_book::problems_xlsx;
pub use report_book::report_xlsx;
pub use sheet::Cell;
pub use sheet::Column;
pub use sheet::Sheet;
pub use sheet::Shown;
pub use sheet_text::unit_sheet_text;
pub use to_csv::CSV_TYPE;
pub use to_csv::to_csv;
pub use to_csv::to_csv_with_method;
pub use to_docx::DOCX_TYPE;
pub use to_docx::to_docx;
pub use to_html::HTML_TYPE;
pub use to_html::to_html;
pub use to_json::file_json;
pub use to_json::report_json;
pub use to_plain::to_plain;
pub use to_text::report_text;
pub use to_xlsx::XLSX_TYPE;
pub use to_xlsx::to_xlsx;
pub use to_xlsx::workbook;
