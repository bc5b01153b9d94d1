//! Names, counts and figures as documents print them.

use super::NO_FIGURE;
use crate::analysis::Change;
use crate::analysis::Comparison;
use crate::analysis::Report;
use crate::analysis::UnitResult;
use crate::components::Score;
use crate::domain::Component;
use crate::domain::Day;
use crate::domain::Decimal;
use crate::domain::Group;
use crate::domain::Percent;
use crate::domain::Period;
use crate::text::numbers::print_count;
use crate::text::numbers::print_decimal;
use crate::text::numbers::print_exact_percent;
use crate::text::numbers::print_missing;
use crate::warnings;

/// A period within a sentence: `từ 01/01/2020 đến ngày 05/6/2023`.
#[must_use]
pub fn of_period(period: Period) -> String {
    format!("từ {} đến ngày {}", period.from.printed(), period.to.printed())
}

/// The groups a document is about: the one chosen, else all that are ranked and have figures.
pub(super) fn groups(report: &Report) -> Vec<Group> {
    if let Some(chosen) = report.settings.group {
        return vec![chosen];
    }
    let has = |group: &Group| report.units_of(*group).any(|unit| unit.percent.is_some() || unit.copies.is_some());
    let ranked: Vec<Group> = Group::ALL.into_iter().filter(|group| *group != Group::Khac && has(group)).collect();
    if ranked.is_empty() { vec![report.group()] } else { ranked }
}

/// Những đơn vị văn bản nói tới: the groups that documents are about, each with its units and how many of them are ranked.
#[must_use]
pub fn covered(report: &Report) -> Vec<(Group, usize, usize)> {
    let count = |group: Group| {
        let ranked = report.units_of(group).filter(|unit| unit.rank.is_some()).count();
        (group, report.units_of(group).count(), ranked)
    };
    groups(report).into_iter().map(count).collect()
}

/// Why documents name no unit of a group: the files give none.
#[must_use]
pub fn nobody_covered(report: &Report) -> Option<String> {
    let (group, ..) = covered(report).into_iter().find(|(_, units, _)| *units == 0)?;
    let given = Some(report.units_counted()).filter(|given| !given.is_empty());
    let given = given.map(|given| format!(" (có {given})")).unwrap_or_default();
    Some(format!(
        "Nhóm «{}» không có đơn vị nào trong số liệu{given}: công văn không nêu được đơn vị nào và bảng của phụ lục chỉ có dòng tiêu đề. Hãy chọn nhóm khác ở «Nhóm đơn vị», hoặc chọn thêm tệp có nhóm này.",
        group.label()
    ))
}

/// The groups that documents leave out though files name units of them: they have counts of dossiers alone. A group that was
/// chosen leaves the others out by intent.
pub(super) fn left_out(report: &Report) -> Vec<String> {
    let covered = groups(report);
    let is_out = |group: &Group| report.settings.group.is_none() && *group != Group::Khac && !covered.contains(group);
    let sentence = |group: Group| {
        let units = report.units_of(group).count();
        let sentence = format!(
            "Nhóm «{}» ({units} đơn vị) chưa có tỷ lệ và số chứng thực: công văn và phụ lục không nêu nhóm này. Hãy chọn thêm tệp có tỷ lệ của nhóm.",
            group.label()
        );
        (units > 0).then_some(sentence)
    };
    Group::ALL.into_iter().filter(is_out).filter_map(sentence).collect()
}

/// The units with a note that documents do not name, since they are of other groups.
pub(super) fn noted_elsewhere(report: &Report) -> Option<String> {
    let covered = groups(report);
    let is_noted = |unit: &&UnitResult| {
        !covered.contains(&unit.group) && (unit.percent_note.is_some() || unit.copies_note.is_some())
    };
    let units: Vec<&str> = report.units.iter().filter(is_noted).map(|unit| name(report, unit)).collect();
    (!units.is_empty()).then(|| {
        format!(
            "Đơn vị có ghi chú «Thấp» hoặc «Quá thấp» mà văn bản không nêu, vì không thuộc nhóm được nêu: {}. Nếu cần nhắc, chọn nhóm của các đơn vị này ở «Nhóm đơn vị».",
            units.join(", ")
        )
    })
}

/// The day the figures were taken, where the period was still running: `15/6/2023`.
pub(super) fn taken_on(report: &Report) -> Option<String> {
    report.settings.as_of.filter(|_| report.is_provisional()).map(Day::printed)
}

/// That the figures are not the whole period's; `None` where they are.
#[must_use]
pub fn provisional(report: &Report) -> Option<String> {
    let day = taken_on(report)?;
    Some(format!("Số liệu đến ngày {day} là tạm thời: lúc lấy số liệu, kỳ báo cáo chưa kết thúc."))
}

/// A group within a title.
pub(super) const fn of_group(group: Group) -> &'static str {
    match group {
        Group::SoNganh => "CÁC SỞ, BAN, NGÀNH",
        Group::CapHuyen => "UBND CẤP HUYỆN",
        Group::CapXa => "UBND CẤP XÃ",
        Group::Khac => "CÁC ĐƠN VỊ KHÁC",
    }
}

/// How documents call a unit.
pub(super) fn name<'report>(report: &'report Report, unit: &'report UnitResult) -> &'report str {
    report.settings.wording.names.get(unit.id.as_str()).unwrap_or(&unit.name)
}

/// A percentage as tables and letters print it: `49%`, or `49,0%` where so set.
pub(super) fn percent(report: &Report, value: Percent) -> String {
    with_zero(report, report.settings.thresholds.print(value))
}

/// The limit of percentages, which no rounding changes.
pub(super) fn limit(report: &Report, value: Percent) -> String {
    with_zero(report, print_exact_percent(value))
}

fn with_zero(report: &Report, printed: String) -> String {
    if report.settings.wording.decimal_zero && !printed.contains(',') {
        return printed.replace('%', ",0%");
    }
    printed
}

/// The percentage of a unit.
pub(super) fn percent_of(report: &Report, unit: &UnitResult) -> String {
    unit.percent.as_ref().map_or_else(|| NO_FIGURE.to_owned(), |given| percent(report, given.value))
}

/// The certified copies of a unit.
pub(super) fn copies_of(unit: &UnitResult) -> String {
    unit.copies.as_ref().map_or_else(|| NO_FIGURE.to_owned(), |given| print_count(given.value))
}

/// The components by which a unit loses most points, three at the most: `Tỷ lệ … (đạt 40%, mất 3,6 trên 6 điểm); …`.
pub(super) fn lost(report: &Report, unit: &UnitResult) -> Option<String> {
    let one = |(score, lost): (&Score, Decimal)| {
        let rate = score.rate().map(|rate| format!("đạt {}, ", percent(report, rate))).unwrap_or_default();
        let (lost, max) = (print_decimal(lost), print_decimal(score.max));
        format!("{} ({rate}mất {lost} trên {max} điểm)", score.card.component.label())
    };
    let named: Vec<String> = unit.losses().into_iter().take(3).map(one).collect();
    (!named.is_empty()).then(|| named.join("; "))
}

/// What a unit lacks to leave its notes: `1 điểm phần trăm, tức 220 hồ sơ … và 322 hồ sơ chứng thực điện tử`.
pub(super) fn lacks(unit: &UnitResult) -> Option<String> {
    let points = unit.percent_missing().map(|missing: Decimal| {
        // Of dossiers only where files count them.
        let both = unit.shortfall().percent.map(|lack| lack.both);
        let dossiers = both.and_then(|both| {
            let (both, alone) = match both {
                Ok(both) => (both, None),
                Err(warnings::Untold::Parted { both, of, more }) => (both, Some((of, more))),
                Err(_) => return None,
            };
            let both =
                (both > 0).then(|| format!("{} hồ sơ được số hóa cả giấy tờ và có kết quả điện tử", print_count(both)));
            let alone = alone.map(|(of, more)| {
                let what =
                    if of == Component::A { "có kết quả điện tử" } else { "được số hóa giấy tờ" };
                format!("{} hồ sơ {what}", print_count(more))
            });
            Some(format!(", tức {}", both.into_iter().chain(alone).collect::<Vec<_>>().join(", thêm ")))
        });
        format!("{} điểm phần trăm{}", print_missing(missing), dossiers.unwrap_or_default())
    });
    let copies = unit.copies_missing().map(|missing| format!("{} hồ sơ chứng thực điện tử", print_count(missing)));
    // Where a rule looks at all units, a unit that rises moves the limit as well.
    let moves =
        [unit.percent_note, unit.copies_note].into_iter().flatten().any(|note| !warnings::ALL.contains(&note.card));
    let parts: Vec<String> = points.into_iter().chain(copies).collect();
    let of_now = if moves { " (theo mức hiện nay của nhóm)" } else { "" };
    (!parts.is_empty()).then(|| format!("{}{of_now}", parts.join(" và ")))
}

/// The unit in the period before; `None` without one to compare with.
fn change<'report>(report: &'report Report, unit: &UnitResult) -> Option<&'report Change> {
    report.comparison.as_ref()?.changes.iter().find(|change| change.id == unit.id)
}

/// How far a unit has moved since the period before: `tăng 2 bậc`.
pub(super) fn moved(report: &Report, unit: &UnitResult) -> Option<String> {
    let climbed = change(report, unit)?.ranks_climbed?;
    Some(match climbed {
        0 => "giữ nguyên hạng".to_owned(),
        1.. => format!("tăng {climbed} bậc"),
        _ => format!("giảm {} bậc", climbed.unsigned_abs()),
    })
}

/// Where a unit stood in the period before: `49%, hạng 8/9, giảm 1 bậc`. A period that is not the one just before is named.
pub(super) fn before(report: &Report, unit: &UnitResult) -> Option<String> {
    let change = change(report, unit)?;
    let percentage = percent(report, change.percent_before?);
    let rank = change.rank_before.map(|rank| format!("hạng {rank}/{}", change.ranked_before));
    let stood = [Some(percentage), rank, moved(report, unit)].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let named = report.comparison.as_ref().and_then(Comparison::far).map(|period| format!("{}: ", of_period(period)));
    Some(named.unwrap_or_default() + &stood)
}

/// A small number as letters write it: `03`.
pub(super) fn small(count: usize) -> String {
    format!("{count:02}")
}
