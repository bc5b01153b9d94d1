//! Phụ lục: the letter's table, column for column, one for each group that is ranked.

use super::fill::Known;
use super::fill::fill_plain;
use super::forms;
use super::known::known;
use super::look::Align;
use super::look::Role;
use super::method::method;
use super::names;
use super::value::Block;
use super::value::Document;
use super::value::Page;
use super::value::Table;
use super::value::TableColumn;
use crate::analysis::ExtraColumn;
use crate::analysis::Report;
use crate::analysis::UnitResult;
use crate::domain::Group;
use crate::domain::Period;
use crate::warnings::Warning;

/// Millimetres between the margins of an upright page, and of one on its side.
const UPRIGHT: u16 = 160;
const LYING: u16 = 247;

/// The widest column, of what is missing to leave the notes.
const WIDEST: u16 = 58;

/// The appendices, and on a page of its own how they were made.
#[must_use]
pub fn appendix(report: &Report) -> Document {
    let mut pages = pages(report);
    pages.push(method(report));
    Document {
        title: "Phụ lục: kết quả nhóm chỉ số Số hóa hồ sơ".into(), name: "phu-luc".into(), pages
    }
}

/// How many rows the appendices have together.
#[must_use]
pub fn appendix_rows(report: &Report) -> usize {
    names::groups(report).into_iter().map(|group| report.units_of(group).count()).sum()
}

/// The appendices alone.
pub(super) fn pages(report: &Report) -> Vec<Page> {
    let groups = names::groups(report);
    let one = groups.len() == 1;
    let known = known(report);
    let label = |number: usize| if one { "Phụ lục".to_owned() } else { format!("Phụ lục {}", roman(number)) };
    (1..).zip(groups).map(|(number, group)| page(report, group, &label(number), known.clone())).collect()
}

fn page(report: &Report, group: Group, label: &str, mut known: Known) -> Page {
    let wording = &report.settings.wording;
    known.insert("nhom", names::of_group(group).to_owned());
    let title = fill_plain(&wording.appendix_title, &known);
    let mut blocks = Vec::new();
    blocks.extend(forms::draft(report));
    blocks.push(Block::new(Role::AppendixLabel, label));
    blocks.push(Block::new(Role::AppendixTitle, title.clone()));
    blocks.push(Block::new(Role::AppendixReference, fill_plain(&wording.appendix_reference, &known)));
    if let Some(day) = names::taken_on(report) {
        blocks.push(Block::new(Role::AppendixReference, format!("(Số liệu đến ngày {day})")));
    }
    blocks.push(Block::new(Role::Line(50), ""));
    let table = table(report, group, title);
    let width: u16 = table.columns.iter().map(|column| column.width).sum();
    blocks.push(Block::Table(table));
    Page { lying: width > UPRIGHT, blocks }
}

fn table(report: &Report, group: Group, caption: String) -> Table {
    let units: Vec<&UnitResult> = report.units_of(group).collect();
    // A group of which no file counts certified copies, such as the departments, has no columns for them.
    let copies = units.iter().any(|unit| unit.copies.is_some());
    let kinds = [Kind::Number, Kind::Name, Kind::Percent, Kind::PercentNote]
        .into_iter()
        .chain([Kind::Copies, Kind::CopiesNote].into_iter().filter(|_| copies))
        .chain(report.settings.wording.columns.iter().map(|extra| Kind::Extra(*extra)));
    let kinds: Vec<Kind> = kinds.collect();
    let row =
        |(number, unit): (usize, &&UnitResult)| kinds.iter().map(|kind| kind.cell(report, unit, number)).collect();
    let mut columns: Vec<TableColumn> = kinds.iter().map(|kind| kind.column(report)).collect();
    fit(&mut columns);
    Table { caption, columns, rows: (1..).zip(&units).map(row).collect() }
}

/// Gives the columns the width of the page: what is over goes to the names and the percentages, what lacks comes from the
/// widest.
fn fit(columns: &mut [TableColumn]) {
    let width: u16 = columns.iter().map(|column| column.width).sum();
    if let Some(over) = UPRIGHT.checked_sub(width) {
        columns[1].width += over / 2;
        columns[2].width += over - over / 2;
    } else if let Some(lacks) = width.checked_sub(LYING) {
        columns.iter_mut().filter(|column| column.width == WIDEST).for_each(|column| column.width -= lacks);
    }
}

/// What stands in a column.
#[derive(Clone, Copy)]
enum Kind {
    Number,
    Name,
    Percent,
    PercentNote,
    Copies,
    CopiesNote,
    Extra(ExtraColumn),
}

impl Kind {
    fn column(self, report: &Report) -> TableColumn {
        let dated = |text: &str, period: Option<Period>, after: &str| {
            let period = period.map(|period| format!(" {}", names::of_period(period))).unwrap_or_default();
            format!("{text}{period}{after}")
        };
        let (header, width, align) = match self {
            Self::Number => ("STT".to_owned(), 12, Align::Center),
            Self::Name => ("Tên đơn vị".to_owned(), 56, Align::Left),
            Self::Percent => (dated("Tỷ lệ % tổng chung nhóm số hóa hồ sơ", report.period, ""), 24, Align::Center),
            Self::PercentNote | Self::CopiesNote => ("Ghi chú".to_owned(), 19, Align::Center),
            Self::Copies => {
                let words = "Kết quả chứng thực điện tử bản sao từ bản chính";
                (dated(words, report.copies_period, " (hồ sơ đã hoàn thành)"), 30, Align::Center)
            }
            Self::Extra(ExtraColumn::Rank) => ("Hạng".to_owned(), 16, Align::Center),
            Self::Extra(ExtraColumn::Change) => ("Thay đổi hạng so với kỳ trước".to_owned(), 24, Align::Center),
            Self::Extra(ExtraColumn::Shortfall) => ("Còn thiếu để ra khỏi ghi chú".to_owned(), WIDEST, Align::Left),
        };
        TableColumn { header, width, align }
    }

    fn cell(self, report: &Report, unit: &UnitResult, number: usize) -> String {
        let note = |note: Option<Warning>| note.map_or("", |warning| warning.card.word).to_owned();
        match self {
            Self::Number => number.to_string(),
            Self::Name => names::name(report, unit).to_owned(),
            Self::Percent => names::percent_of(report, unit),
            Self::PercentNote => note(unit.percent_note),
            Self::Copies => names::copies_of(unit),
            Self::CopiesNote => note(unit.copies_note),
            Self::Extra(ExtraColumn::Rank) => unit.rank.map(|rank| rank.to_string()).unwrap_or_default(),
            Self::Extra(ExtraColumn::Change) => names::moved(report, unit).unwrap_or_default(),
            Self::Extra(ExtraColumn::Shortfall) => names::lacks(unit).unwrap_or_default(),
        }
    }
}

/// The number of an appendix.
fn roman(number: usize) -> String {
    // There are four groups.
    ["I", "II", "III", "IV"].get(number.wrapping_sub(1)).map_or_else(|| number.to_string(), |it| (*it).to_owned())
}
