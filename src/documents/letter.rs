//! Công văn: the letter that urges the units on, with its appendices. It needs a number, a day and a signature.

use super::appendix;
use super::forms;
use super::known::known;
use super::method::method;
use super::value::Document;
use super::value::Page;
use crate::analysis::Report;

/// The letter, its appendices, and on a page of its own how they were made.
#[must_use]
pub fn letter(report: &Report) -> Document {
    let wording = &report.settings.wording;
    let known = known(report);
    let mut blocks = forms::head(report, &wording.subject, &wording.number, &known);
    blocks.extend(forms::to(&wording.addressees, &known));
    blocks.extend(forms::body(&wording.body, &known));
    blocks.push(forms::foot(wording, &known));
    let mut pages = vec![Page { lying: false, blocks }];
    pages.extend(appendix::pages(report));
    pages.push(method(report));
    Document {
        title: "Công văn đôn đốc nhóm chỉ số Số hóa hồ sơ".into(), name: "cong-van".into(), pages
    }
}
