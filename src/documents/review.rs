//! What an officer should see before a document is issued: what is left to fill by hand, and what is still open.

use super::NO_FIGURE;
use super::method::NAMED;
use super::method::open;
use super::names::groups;
use super::names::left_out;
use super::names::name;
use super::names::nobody_covered;
use crate::analysis::Report;
use crate::analysis::UnitResult;
use crate::domain::Group;
use crate::notices::NoticeCode;

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
    if let Some((issued, period)) = wording.issued().whole().zip(report.period).filter(|(day, period)| *day < period.to)
    {
        lines.push(format!(
            "Ngày ban hành {} trước ngày cuối kỳ {}: kiểm tra số và ngày có phải của công văn này không.",
            issued.printed(),
            period.to.printed()
        ));
    }
    // A group that was chosen is among what is open.
    lines.extend(nobody_covered(report).filter(|_| report.notices.count(NoticeCode::GroupEmpty) == 0));
    lines.extend(left_out(report));
    lines.extend(unrated(report));
    lines.extend(nothing_low(report).map(str::to_owned));
    if report.province.is_none() {
        lines.push("Không tệp nào cho tỷ lệ toàn tỉnh: công văn bỏ câu về toàn tỉnh.".to_owned());
    }
    lines.extend(open(report));
    lines
}

/// The units of the groups that documents are about that have no percentage beside others that have one.
fn unrated(report: &Report) -> Option<String> {
    let of_group = |group: Group| {
        let has_rates = report.units_of(group).any(|unit| unit.percent.is_some());
        report.units_of(group).filter(move |unit| has_rates && unit.percent.is_none())
    };
    let units: Vec<&str> = groups(report).into_iter().flat_map(of_group).map(|unit| name(report, unit)).collect();
    let more = if units.len() > NAMED { ", …" } else { "" };
    (!units.is_empty()).then(|| {
        format!(
            "{} đơn vị chưa có tỷ lệ nên không xếp hạng: {}{more}. Phụ lục in «{NO_FIGURE}», công văn không tính vào số đơn vị được xếp hạng.",
            units.len(),
            units[..units.len().min(NAMED)].join(", ")
        )
    })
}

/// Why a document that reminds units reminds none; `None` where it does.
#[must_use]
pub fn nothing_low(report: &Report) -> Option<&'static str> {
    let is_noted = |unit: &UnitResult| unit.percent_note.is_some() || unit.copies_note.is_some();
    if report.units.iter().any(is_noted) {
        return None;
    }
    Some(if report.units.iter().all(|unit| unit.percent.is_none()) {
        "Chưa đơn vị nào có tỷ lệ: văn bản không nêu được đơn vị nào thấp."
    } else {
        "Không đơn vị nào «Thấp» hay «Quá thấp»: không có ai để nhắc, và lời công văn viết để nhắc đơn vị thấp, cần sửa trước khi gửi."
    })
}
