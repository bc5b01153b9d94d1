//! The reminders, a file each, in one archive: for an office that sends each unit its own.

use super::package::Package;
use super::to_docx::to_docx;
use crate::analysis::Report;
use crate::documents::reminders;

/// What it is called on the way to a disk.
pub const ZIP_TYPE: &str = "application/zip";

/// A text document for each unit that has a note.
#[must_use]
pub fn reminders_zip(report: &Report) -> Vec<u8> {
    let mut package = Package::new();
    for document in reminders(report) {
        package.add(&format!("{}.docx", document.name), to_docx(&document));
    }
    package.into_bytes()
}
