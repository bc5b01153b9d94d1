//! Nhắc từng đơn vị: one page for each unit that has a note.

use super::forms;
use super::known::known;
use super::known::known_of;
use super::method::method;
use super::names;
use super::value::Document;
use super::value::Page;
use crate::analysis::Report;
use crate::analysis::UnitResult;

/// A document for each unit that has a note, in the order of the ranking; each says how its figures were made.
#[must_use]
pub fn reminders(report: &Report) -> Vec<Document> {
    let of_unit = |unit: &UnitResult| Document {
        title: format!("Nhắc {}", names::name(report, unit)),
        name: format!("nhac-{}", unit.id.as_str()),
        pages: vec![page(report, unit), method(report)],
    };
    named(report).map(of_unit).collect()
}

/// All of them in one document.
#[must_use]
pub fn reminders_in_one(report: &Report) -> Document {
    let mut pages: Vec<Page> = named(report).map(|unit| page(report, unit)).collect();
    pages.push(method(report));
    Document {
        title: "Nhắc các đơn vị về nhóm chỉ số Số hóa hồ sơ".into(), name: "nhac-don-vi".into(), pages
    }
}

fn named(report: &Report) -> impl Iterator<Item = &UnitResult> {
    let of_group = |group| report.units_of(group);
    let has_note = |unit: &&UnitResult| unit.percent_note.is_some() || unit.copies_note.is_some();
    names::groups(report).into_iter().flat_map(of_group).filter(has_note)
}

fn page(report: &Report, unit: &UnitResult) -> Page {
    let wording = &report.settings.wording;
    let known = known_of(report, unit, known(report));
    // Each is a document of its own, with a number of its own.
    let mut blocks = forms::head(report, &wording.reminder_subject, "", &known);
    blocks.extend(forms::to(&["{don-vi}".to_owned()], &known));
    blocks.extend(forms::body(&wording.reminder, &known));
    blocks.push(forms::foot(wording, &known));
    Page { lying: false, blocks }
}
