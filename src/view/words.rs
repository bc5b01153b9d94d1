//! Numbers, names and counts in an officer's words, the same in every region.

use crate::analysis::Report;
use crate::analysis::UnitResult;
use crate::domain::Decimal;
use crate::domain::Group;
use crate::domain::Measure;
use crate::notices::Notice;
use crate::notices::NoticeCode;
use crate::notices::Severity;
use crate::text::numbers::print_count;
use crate::warnings::Relative;

/// Shown where there is no figure.
pub(super) const NO_FIGURE: &str = "chưa có số liệu";

/// The units with a note, of those shown.
pub(super) struct Lists<'report> {
    pub(super) shown: Vec<&'report UnitResult>,
    pub(super) low: Vec<&'report UnitResult>,
    pub(super) very_low: Vec<&'report UnitResult>,
    pub(super) without: Vec<&'report UnitResult>,
}

impl<'report> Lists<'report> {
    pub(super) fn of(report: &'report Report) -> Self {
        Self::of_group(report, report.group())
    }

    pub(super) fn of_group(report: &'report Report, group: Group) -> Self {
        let shown: Vec<&UnitResult> = report.units_of(group).collect();
        let those = |has: fn(&UnitResult) -> bool| shown.iter().copied().filter(|unit| has(unit)).collect();
        Self {
            low: those(|unit| unit.percent_note.is_some()),
            very_low: those(|unit| unit.copies_note.is_some()),
            without: those(|unit| unit.percent.is_none()),
            shown,
        }
    }
}

/// Units named in one sentence: all of a province; of more nobody reads them there, and the table has them.
const NAMED: usize = 150;

/// Units named of more than that, to show who is meant.
const FIRST: usize = 20;

/// Names in one sentence.
pub(super) fn names<'name>(names: impl IntoIterator<Item = &'name str>) -> String {
    names.into_iter().collect::<Vec<_>>().join(", ")
}

/// The names of units of the table in one sentence.
pub(super) fn units_named<'name>(names: impl IntoIterator<Item = &'name str>) -> String {
    let names: Vec<&str> = names.into_iter().collect();
    if names.len() <= NAMED {
        return names.join(", ");
    }
    let rest = print_count((names.len() - FIRST) as u64);
    format!("{} và {rest} đơn vị khác, có trong bảng", names[..FIRST].join(", "))
}

/// The limit that decides a note: the absolute one, or that of a relative rule in force that lies above it.
pub(super) struct Deciding<'report> {
    pub(super) value: Decimal,
    rule: Option<&'report Relative>,
}

impl Deciding<'_> {
    fn of(report: &Report, measure: Measure, absolute: Decimal) -> Deciding<'_> {
        let mut deciding = Deciding { value: absolute, rule: None };
        for preview in report.previews.iter().filter(|own| own.in_force && own.group == report.group()) {
            if let (Ok(value), true) = (&preview.limit, preview.rule.card.of == measure)
                && *value > deciding.value
            {
                deciding = Deciding { value: *value, rule: Some(&preview.rule) };
            }
        }
        deciding
    }

    /// The limit, and the rule where one has set it.
    pub(super) fn with_rule(&self, printed: &str) -> String {
        let rule = self.rule.map(|rule| format!(", theo luật «{}»", rule.words()));
        format!("{printed}{}", rule.unwrap_or_default())
    }
}

/// The limit below which a unit shown is «Thấp».
pub(super) fn low_limit(report: &Report) -> Deciding<'_> {
    Deciding::of(report, Measure::Percent, report.settings.thresholds.rate_low.value())
}

/// The limit below which a unit shown is «Quá thấp».
pub(super) fn very_low_limit(report: &Report) -> Deciding<'_> {
    let absolute = Decimal::from_count(report.settings.thresholds.count_very_low);
    Deciding::of(report, Measure::Count, absolute.unwrap_or_default())
}

/// How much of the data wants a look: `1 lỗi, 2 điều cần xem lại`; `None` where nothing does.
pub(super) fn to_look_at(report: &Report) -> Option<String> {
    let notices = report.notices.sorted();
    let count = |severity: Severity| -> u64 {
        let of = |notice: &&&Notice| notice.code.severity() == severity && notice.code != NoticeCode::FileUnreadable;
        notices.iter().filter(of).map(|notice| notice.count).sum()
    };
    let counts = [(count(Severity::Error), "lỗi"), (count(Severity::Warning), "điều cần xem lại")];
    let told: Vec<String> = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{} {what}", print_count(*count)))
        .collect();
    (!told.is_empty()).then(|| told.join(", "))
}

/// What is said aloud when a report stands.
#[must_use]
pub fn status_line(report: &Report) -> String {
    let lists = Lists::of(report);
    let failed = report.files.iter().filter(|file| file.result.is_err()).count();
    let mut parts =
        vec![format!("Đã xếp hạng {} đơn vị", lists.shown.iter().filter(|unit| unit.rank.is_some()).count())];
    // Where nothing is known nobody is below a limit, nor above it.
    if lists.without.len() < lists.shown.len() {
        parts.push(format!("{} «Thấp»", lists.low.len()));
    }
    if lists.shown.iter().any(|unit| unit.copies.is_some()) {
        parts.push(format!("{} «Quá thấp»", lists.very_low.len()));
    }
    parts.extend(to_look_at(report));
    if failed > 0 {
        parts.push(format!("{failed} tệp chưa đọc được"));
    }
    format!("{}.", parts.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_units_of_a_province_are_named_and_of_more_the_rest_is_counted() {
        let units: Vec<String> = (1..=1_500).map(|unit| format!("Xã {unit}")).collect();
        let named = |count: usize| units_named(units[..count].iter().map(String::as_str));
        assert_eq!(named(2), "Xã 1, Xã 2");
        assert!(named(150).ends_with(", Xã 149, Xã 150"));
        assert!(named(151).ends_with(", Xã 20 và 131 đơn vị khác, có trong bảng"));
        assert!(named(1_500).ends_with(", Xã 20 và 1.480 đơn vị khác, có trong bảng"));
    }
}
