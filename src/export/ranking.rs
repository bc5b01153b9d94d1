//! The ranking as tables that one can count with: a sheet for each group, one text for all of them, and one for scripts.

use std::borrow::Cow;

use super::sheet::Cell;
use super::sheet::Column;
use super::sheet::Sheet;
use super::sheet::Shown;
use super::to_json::files_json;
use super::to_json::settings_json;
use crate::analysis::Change;
use crate::analysis::Comparison;
use crate::analysis::Report;
use crate::analysis::UnitResult;
use crate::analysis::settings_place;
use crate::documents::of_period;
use crate::domain::Day;
use crate::domain::Group;
use crate::domain::Map;
use crate::domain::Period;
use crate::figures::Origin;
use crate::figures::Province;
use crate::text::numbers::told;
use crate::text::push_line;
use crate::units::UnitId;
use crate::warnings::Warning;

/// The ranking of each group that has units, for a workbook.
pub(super) fn rankings(report: &Report) -> Vec<Sheet> {
    let has_units = |group: &Group| report.units_of(*group).next().is_some();
    Group::ALL.into_iter().filter(has_units).map(|group| of_group(report, group)).collect()
}

/// The ranking of all groups in one table, for a text: each row says its group.
#[must_use]
pub fn ranking(report: &Report) -> Sheet {
    let mut columns = vec![Column::new("Nhóm", 16)];
    columns.extend(self::columns(report));
    let changes = changes(report);
    let row = |unit: &UnitResult| {
        std::iter::once(Cell::text(unit.group.label())).chain(row(unit, changes.as_ref())).collect()
    };
    Sheet {
        name: "Xếp hạng".into(),
        table: "XepHang",
        title: title(report, None),
        columns,
        fixed: 3,
        rows: report.units.iter().map(row).collect(),
        below: province(report, 3),
    }
}

/// The ranking for scripts: commas, decimal points, the keys and words of the JSON, nothing before the first key and nothing
/// below the last unit. Where it comes from stands in columns of its own, behind all others and the same in every row: a
/// script that asks for keys never meets it, and one that puts months below one another keeps them apart.
#[must_use]
pub fn ranking_plain(report: &Report) -> Vec<u8> {
    const KEYS: [&str; 25] = [
        "id",
        "name",
        "group",
        "rank",
        "percent",
        "percent_source",
        "percent_note",
        "missing_percent_points",
        "missing_dossiers_both",
        "certified_copies",
        "copies_note",
        "missing_copies",
        "period_from",
        "period_to",
        "copies_period_from",
        "copies_period_to",
        "province_percent",
        "settings",
        "files",
        "version",
        "percent_before",
        "rank_before",
        "copies_before",
        "as_of",
        "provisional",
    ];
    let changes = changes(report).unwrap_or_default();
    let origin = origin(report);
    let as_of = report.settings.as_of.map(|day| day.to_string()).unwrap_or_default();
    let taken = [as_of, report.is_provisional().to_string()];
    let mut lines = String::new();
    push_line(&mut lines, KEYS, ',', "\n");
    for unit in &report.units {
        let word = |note: Option<Warning>| note.map_or("", |warning| warning.card.word).to_owned();
        let text = |value: Option<String>| value.unwrap_or_default();
        let own = [
            unit.id.as_str().to_owned(),
            unit.name.clone(),
            unit.group.code().to_owned(),
            text(unit.rank.map(|rank| rank.to_string())),
            text(unit.percent.as_ref().map(|given| given.value.to_string())),
            text(unit.origin.map(|origin| origin.code().to_owned())),
            word(unit.percent_note),
            text(unit.percent_missing().map(|missing| missing.to_string())),
            text(dossiers_missing(unit).map(|missing| missing.to_string())),
            text(unit.copies.as_ref().map(|given| given.value.to_string())),
            word(unit.copies_note),
            text(unit.copies_missing().map(|missing| missing.to_string())),
        ];
        let change = changes.get(&unit.id);
        let before = [
            text(change.and_then(|change| change.percent_before).map(|percent| percent.to_string())),
            text(change.and_then(|change| change.rank_before).map(|rank| rank.to_string())),
            text(change.and_then(|change| change.copies_before).map(|copies| copies.to_string())),
        ];
        push_line(&mut lines, own.iter().chain(&origin).chain(&before).chain(&taken).map(String::as_str), ',', "\n");
    }
    lines.into_bytes()
}

/// Periods, the provincial percentage, settings and files as the JSON has them, and the version.
fn origin(report: &Report) -> [String; 8] {
    let days = |period: Option<Period>| {
        let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
        [day(period.map(|period| period.from)), day(period.map(|period| period.to))]
    };
    let [from, to] = days(report.period);
    let [copies_from, copies_to] = days(report.copies_period);
    let province = report.province.as_ref().map(|province| province.percent.to_string()).unwrap_or_default();
    [from, to, copies_from, copies_to, province, settings_json(report), files_json(report), report.version.to_owned()]
}

/// What a file with the ranking is called, without its ending: the period tells one month from the next.
#[must_use]
pub fn ranking_name(report: &Report) -> String {
    let period = report.period.map(|period| format!("-{}-den-{}", period.from, period.to)).unwrap_or_default();
    format!("xep-hang{period}")
}

fn of_group(report: &Report, group: Group) -> Sheet {
    let table = match group {
        Group::SoNganh => "XepHang_SoNganh",
        Group::CapHuyen => "XepHang_CapHuyen",
        Group::CapXa => "XepHang_CapXa",
        Group::Khac => "XepHang_Khac",
    };
    let changes = changes(report);
    Sheet {
        name: format!("Xếp hạng – {}", group.label()).into(),
        table,
        title: title(report, Some(group)),
        columns: columns(report),
        fixed: 2,
        rows: report.units_of(group).map(|unit| row(unit, changes.as_ref())).collect(),
        below: province(report, 2),
    }
}

/// The provincial percentage under the percentages of units, whose names end before this column: no unit, so that it stands
/// below an empty row, and where our reader knows it again.
fn province(report: &Report, percent: usize) -> Vec<Vec<Cell>> {
    let row = |province: &Province| {
        let mut cells = vec![Cell::Empty; columns(report).len() + percent - 2];
        cells[percent - 1] = Cell::text("Toàn tỉnh");
        cells[percent] = Cell::number(Some(told(province.percent)), Shown::Percent);
        cells
    };
    report.province.iter().map(row).collect()
}

fn title(report: &Report, group: Option<Group>) -> String {
    let group = group.map(|group| format!(" – {}", group.label())).unwrap_or_default();
    let period = report.period.map(|period| format!(", {}", of_period(period))).unwrap_or_default();
    format!("Xếp hạng nhóm chỉ số Số hóa hồ sơ{group}{period}")
}

fn columns(report: &Report) -> Vec<Column> {
    let with = |words: &str, period: Option<Period>| {
        let period = period.map(|period| format!(" {}", of_period(period))).unwrap_or_default();
        Cow::Owned(format!("{words}{period}"))
    };
    let mut columns = vec![
        Column::new("Hạng", 8),
        Column::new("Đơn vị", 36),
        Column { header: with("Tỷ lệ % tổng chung nhóm số hóa hồ sơ", report.period), width: 18 },
        Column::new("Nguồn của tỷ lệ", 12),
        Column::new("Ghi chú về tỷ lệ", 12),
        Column::new("Còn thiếu (điểm phần trăm)", 14),
        Column::new("Còn thiếu (hồ sơ số hóa cả giấy tờ và kết quả)", 18),
        Column {
            header: with("Chứng thực điện tử bản sao từ bản chính (hồ sơ đã hoàn thành)", report.copies_period),
            width: 24,
        },
        Column::new("Ghi chú về chứng thực", 14),
        Column::new("Còn thiếu (hồ sơ chứng thực)", 16),
    ];
    if let Some(before) = report.comparison.as_ref().and_then(Comparison::before) {
        columns.extend([
            Column { header: with("Tỷ lệ % kỳ trước", before.period), width: 18 },
            Column::new("Thay đổi (điểm phần trăm)", 12),
            Column::new("Hạng kỳ trước", 8),
            Column::new("Chứng thực điện tử kỳ trước", 14),
        ]);
    }
    columns
}

/// What each unit was in the period before; `None` where there is none to compare with.
fn changes(report: &Report) -> Option<Map<&UnitId, &Change>> {
    let comparison = report.comparison.as_ref().filter(|comparison| comparison.before().is_some())?;
    Some(comparison.changes.iter().map(|change| (&change.id, change)).collect())
}

fn row(unit: &UnitResult, changes: Option<&Map<&UnitId, &Change>>) -> Vec<Cell> {
    let word = |note: Option<Warning>| Cell::text(note.map_or("", |warning| warning.card.word));
    let by_hand = unit.percent.as_ref().is_some_and(|given| given.place == settings_place());
    let origin = unit.origin.map_or("", |origin| match origin {
        Origin::Reported if by_hand => "sửa tay",
        Origin::Reported => "tệp cho sẵn",
        Origin::Computed => "tính từ điểm",
    });
    let mut cells = vec![
        Cell::place(unit.rank),
        Cell::text(&unit.name),
        Cell::number(unit.percent.as_ref().map(|given| told(given.value)), Shown::Percent),
        Cell::text(origin),
        word(unit.percent_note),
        Cell::number(unit.percent_missing(), Shown::Plain),
        Cell::count(dossiers_missing(unit)),
        Cell::count(unit.copies.as_ref().map(|given| given.value)),
        word(unit.copies_note),
        Cell::count(unit.copies_missing()),
    ];
    if let Some(changes) = changes {
        let change = changes.get(&unit.id);
        cells.extend([
            Cell::number(change.and_then(|change| change.percent_before).map(told), Shown::Percent),
            Cell::number(change.and_then(|change| change.percent_change), Shown::Plain),
            Cell::place(change.and_then(|change| change.rank_before)),
            Cell::count(change.and_then(|change| change.copies_before)),
        ]);
    }
    cells
}

/// Dossiers to be mended in both A and B to leave the note; `None` where that is not lacking or cannot be said.
fn dossiers_missing(unit: &UnitResult) -> Option<u64> {
    unit.shortfall().percent.as_ref().and_then(|lack| lack.both.as_ref().ok().copied())
}
