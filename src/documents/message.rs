//! Tin ngắn: a few lines for a chat group, where nothing but text can be sent.

use super::forms;
use super::known::known;
use super::look::Role;
use super::names::provisional;
use super::value::Block;
use super::value::Document;
use super::value::Page;
use crate::analysis::Report;

/// The short text: figures, the units by note, and where it comes from.
#[must_use]
pub fn message(report: &Report) -> Document {
    let mut blocks = forms::body(&report.settings.wording.message, &known(report));
    blocks.extend(provisional(report).map(|sentence| Block::new(Role::Body, sentence)));
    let files: Vec<&str> = report.names_of_files().collect();
    let source = format!("(Nguồn: {}; sohoa {})", files.join(", "), report.version);
    blocks.push(Block::new(Role::Body, source));
    let pages = vec![Page { lying: false, blocks }];
    Document { title: "Tin ngắn về nhóm chỉ số Số hóa hồ sơ".into(), name: "tin-ngan".into(), pages }
}
