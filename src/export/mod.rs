//! Report → bytes for people and scripts outside the page. Plain data enters, text leaves, the same each time.

mod to_json;
mod to_text;

pub use to_json::file_json;
pub use to_json::report_json;
pub use to_text::report_text;
