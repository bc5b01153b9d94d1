//! Where figures come from, as parts of the report's JSON that fit into a cell of a table.

use serde::Serialize;

use super::decision::settings;
use crate::analysis::Report;
use crate::analysis::to_json;

#[derive(Serialize)]
struct SourceJson<'report> {
    name: &'report str,
    sha256: &'report str,
}

/// The settings in one line.
pub(in crate::export) fn settings_json(report: &Report) -> String {
    to_json(&settings(&report.settings))
}

/// The files that gave figures, in one line.
pub(in crate::export) fn files_json(report: &Report) -> String {
    let source = report.tables().map(|file| SourceJson { name: &file.name, sha256: &file.sha256 });
    to_json(&source.collect::<Vec<_>>())
}
