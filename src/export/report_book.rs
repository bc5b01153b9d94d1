//! The whole report as a workbook: ranking, components where files give any, what was noticed, and how it was computed.

use super::problems::problems;
use super::ranking::rankings;
use super::sheet::Cell;
use super::sheet::Column;
use super::sheet::Sheet;
use super::sheet::Shown;
use super::to_xlsx::workbook;
use crate::analysis::Report;
use crate::analysis::UnitResult;
use crate::columns::Field;
use crate::documents::notes;
use crate::domain::Component;
use crate::domain::Decimal;
use crate::domain::Measure;

/// Figures that the ranking shows already.
const RANKED: [Field; 2] = [Field::GroupPercent, Field::CertifiedCopies];

/// The report as a workbook.
#[must_use]
pub fn report_xlsx(report: &Report) -> Vec<u8> {
    let mut sheets = rankings(report);
    sheets.extend(figures(report));
    sheets.push(problems(report));
    sheets.push(method(report));
    workbook("Kết quả nhóm chỉ số Số hóa hồ sơ", &sheets)
}

/// What was noticed as a workbook of its own, to be sent to those who have to mend it.
#[must_use]
pub fn problems_xlsx(report: &Report) -> Vec<u8> {
    let sheets = [problems(report), method(report)];
    workbook(&sheets[0].title, &sheets)
}

/// All other figures of the units; `None` where no file gives any.
fn figures(report: &Report) -> Option<Sheet> {
    let given = |field: &Field| report.units.iter().any(|unit| unit.figures.get(*field).is_some());
    let fields: Vec<Field> =
        Field::all().filter(|field| field.is_figure() && !RANKED.contains(field) && given(field)).collect();
    if fields.is_empty() {
        return None;
    }
    let mut columns = vec![Column::new("Đơn vị", 36), Column::new("Nhóm", 16)];
    columns.extend(fields.iter().map(|field| Column { header: field.label().into(), width: 15 }));
    // What our formula makes of the counts, beside what a file gives.
    let computed: Vec<Component> = Component::ALL
        .into_iter()
        .filter(|component| report.units.iter().any(|unit| points(unit, *component).is_some()))
        .collect();
    columns.extend(computed.iter().map(|component| Column {
        header: format!("thành phần {}: điểm tính lại", component.letter()).into(),
        width: 15,
    }));
    let cell =
        |unit: &UnitResult, field: Field| Cell::number(unit.figures.get(field).map(|given| given.value), shown(field));
    let row = |unit: &UnitResult| {
        let mut row = vec![Cell::text(&unit.name), Cell::text(unit.group.label())];
        row.extend(fields.iter().map(|field| cell(unit, *field)));
        row.extend(computed.iter().map(|component| Cell::number(points(unit, *component), Shown::Points)));
        row
    };
    Some(Sheet {
        name: "Thành phần".into(),
        table: "ThanhPhan",
        title: "Số liệu và chỉ tiêu thành phần theo đơn vị, như tệp cho".into(),
        columns,
        fixed: 1,
        rows: report.units.iter().map(row).collect(),
        below: Vec::new(),
    })
}

/// The points that our formula computes for a component.
fn points(unit: &UnitResult, component: Component) -> Option<Decimal> {
    unit.scores.iter().find(|score| score.card.component == component)?.computed
}

/// How a figure is shown.
fn shown(field: Field) -> Shown {
    match field.measure() {
        Some(Measure::Percent) => Shown::Percent,
        Some(Measure::Points) => Shown::Points,
        Some(Measure::Count) | None => Shown::Count,
    }
}

/// How it was computed and from what, a row a sentence.
fn method(report: &Report) -> Sheet {
    let row = |(heading, lines): (&'static str, Vec<String>)| {
        lines.into_iter().map(move |line| vec![Cell::text(heading), Cell::text(&line)])
    };
    Sheet {
        name: "Phương pháp".into(),
        table: "PhuongPhap",
        title: "Cách tính và nguồn số liệu".into(),
        columns: vec![Column::new("Mục", 24), Column::new("Nội dung", 120)],
        fixed: 0,
        rows: notes(report).into_iter().flat_map(row).collect(),
        below: Vec::new(),
    }
}
