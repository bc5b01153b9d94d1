//! What an officer should see before a document is issued: what is left to fill by hand, and what is still open.

use super::method::open;
use crate::analysis::Report;

/// What is left to fill, then what is open, a sentence each.
#[must_use]
pub fn review(report: &Report) -> Vec<String> {
    let wording = &report.settings.wording;
    let mut lines = Vec::new();
    let blanks = [
        ("số", wording.number.is_empty()),
        ("ngày ban hành", wording.issued().whole().is_none()),
        ("họ tên người ký", wording.signer.is_empty()),
    ];
    let blanks: Vec<&str> = blanks.into_iter().filter_map(|(name, empty)| empty.then_some(name)).collect();
    if !blanks.is_empty() {
        lines.push(format!("Công văn còn để trống: {}.", blanks.join(", ")));
    }
    if report.province.is_none() {
        lines.push("Không tệp nào cho tỷ lệ toàn tỉnh: công văn bỏ câu về toàn tỉnh.".to_owned());
    }
    lines.extend(open(report));
    lines
}
