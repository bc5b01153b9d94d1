//! The columns of a file: what stands in each, what it is understood as and why, and what else it could mean.

use maud::Markup;
use maud::html;

use super::Correction;
use super::correct::corrected;
use crate::analysis::FileOutcome;
use crate::analysis::Report;
use crate::columns::ColumnChoice;
use crate::columns::ColumnChoices;
use crate::columns::Field;
use crate::columns::Header;
use crate::columns::Holds;
use crate::columns::Reading;
use crate::columns::Reason;
use crate::columns::known_header;
use crate::domain::Aspect;
use crate::domain::Component;
use crate::domain::Measure;
use crate::domain::Place;

/// Columns shown; the rest is counted.
const SHOWN: usize = 40;

/// Cells shown of each column, and letters of each.
const SAMPLES: usize = 3;
const LETTERS: usize = 24;

pub(super) fn columns(report: &Report, index: usize, file: &FileOutcome, choices: &ColumnChoices) -> Markup {
    let headers = file.headers();
    if headers.is_empty() {
        return html! {};
    }
    let of_dossiers = file.result.as_ref().is_ok_and(|file| file.table.dossiers.is_some());
    let groups = Groups::new(of_dossiers);
    // Whoever corrects one file at a time needs no second name for it; several files need theirs.
    let whose = if report.files.len() > 1 { format!(" của {}", file.name) } else { String::new() };
    html! {
        div.scroll role="region" tabindex="0" aria-labelledby={ "columns-" (index) } {
            table.columns {
                caption id={ "columns-" (index) } { span { "Ý nghĩa các cột" (whose) } }
                thead { tr {
                    th scope="col" { "Cột" } th scope="col" { "Tiêu đề trong tệp" } th scope="col" { "Vài ô" }
                    th scope="col" { "Được hiểu là, vì sao" } th scope="col" { "Chọn lại" }
                } }
                tbody {
                    @for (at, header) in headers.iter().enumerate().take(SHOWN) {
                        @let choice = choices.of(header);
                        tr {
                            td { (Place::letters(header.column)) }
                            th scope="row" { @if header.text.is_empty() { "(trống)" } @else { (header.text) } }
                            td { (samples(file, at)) }
                            td { (understood(file, at)) }
                            td { (choose(file, (index, at), header, choice, &groups)) }
                        }
                    }
                }
            }
        }
        @if headers.len() > SHOWN { p { "… và " (headers.len() - SHOWN) " cột nữa." } }
    }
}

/// The first cells of a column that hold anything.
fn samples(file: &FileOutcome, at: usize) -> String {
    let cut = |cell: &str| {
        let cell = cell.trim();
        if cell.chars().count() > LETTERS {
            cell.chars().take(LETTERS).chain(['…']).collect()
        } else {
            cell.to_owned()
        }
    };
    let filled = |cell: &&String| !cell.trim().is_empty();
    let cells: Vec<String> = match (&file.result, &file.refused) {
        (Ok(file), _) => {
            let rows = file.table.preview.iter();
            rows.filter_map(|row| row.get(at)).filter(filled).take(SAMPLES).map(|cell| cut(cell)).collect()
        }
        (Err(_), Some(refused)) => {
            let below = refused.seen.header_row.unwrap_or(0);
            let rows = refused.first_rows.iter().filter(|row| row.number > below);
            rows.filter_map(|row| row.cells.get(at)).filter(filled).take(SAMPLES).map(|cell| cut(cell)).collect()
        }
        (Err(_), None) => Vec::new(),
    };
    cells.join("; ")
}

/// What a column means, how its numbers are read, and why.
fn understood(file: &FileOutcome, at: usize) -> Markup {
    let Ok(file) = &file.result else {
        let known = file.headers().get(at).and_then(known_header);
        return html! {
            @if let Some(field) = known { (field.label()) " " small { "(" (Reason::KnownHeader.label()) ")" } } @else { "chưa rõ" }
        };
    };
    let map = &file.table.map;
    let Some(field) = map.meaning(at) else {
        return html! { "không dùng" @if let Some(reason) = map.reason(at) { " " small { "(" (reason.label()) ")" } } };
    };
    let reading = file.table.readings.iter().find(|(read, _)| *read == field).map(|(_, reading)| match reading {
        Reading::Percent => ": phần trăm",
        Reading::Share => ": số lẻ của 1, đã nhân 100",
        Reading::Count => ": số đếm, dấu phân cách là hàng nghìn",
        Reading::Points => ": điểm",
    });
    let asked = if Field::is_figure(field) && reading.is_none() { ": chờ chọn cách đọc" } else { "" };
    html! {
        (field.label()) (reading.unwrap_or(asked))
        @if let Some(reason) = map.reason(at) { " " small { "(" (reason.label()) ")" } }
    }
}

fn choose(
    file: &FileOutcome,
    (index, at): (usize, usize),
    header: &Header,
    choice: ColumnChoice,
    groups: &Groups,
) -> Markup {
    let called = match Header::place_in(&header.name) {
        Some(column) => format!("cột {} (không có tiêu đề)", Place::letters(column)),
        None => format!("cột {} «{}»", Place::letters(header.column), header.text),
    };
    let meaning = Correction::Meaning { header: header.name.clone() };
    let numbers = Correction::Numbers { header: header.name.clone() };
    let found = file.result.as_ref().ok().and_then(|file| file.table.map.meaning(at));
    let measure = choice.meaning.or(found).and_then(Field::measure);
    html! {
        select id={ "meaning-" (index) "-" (at) } aria-label={ "Ý nghĩa " (called) }
            data-event=(corrected(file, meaning)) {
            option value="" selected[choice.meaning.is_none()] { "Tự nhận" }
            @for (label, fields) in &groups.0 {
                optgroup label=(label) {
                    @for field in fields {
                        option value=(field.code()) selected[choice.meaning == Some(*field)] { (field.label()) }
                    }
                }
            }
        }
        @if let Some(measure) = measure {
            select id={ "numbers-" (index) "-" (at) } aria-label={ "Cách đọc số của " (called) }
                data-event=(corrected(file, numbers)) {
                option value="" selected[choice.numbers.is_none()] { "Số: tự nhận" }
                @for (reading, label) in readings(measure) {
                    option value=(reading.code()) selected[choice.numbers == Some(*reading)] { (label) }
                }
            }
        }
    }
}

/// The ways to read numbers of a measure.
const fn readings(measure: Measure) -> &'static [(Reading, &'static str)] {
    match measure {
        Measure::Percent => &[
            (Reading::Percent, "Số: phần trăm (72,3 là 72,3 %)"),
            (Reading::Share, "Số: số lẻ của 1 (0,723 là 72,3 %)"),
            (Reading::Points, "Số: điểm (12,7 là 12,7/22)"),
        ],
        Measure::Count => &[(Reading::Count, "Số: số đếm (1.343 là một nghìn ba trăm bốn mươi ba)")],
        Measure::Points => &[(Reading::Points, "Số: điểm")],
    }
}

/// The meanings to choose from, in groups; those that fit the table's kind first.
struct Groups(Vec<(&'static str, Vec<Field>)>);

impl Groups {
    fn new(of_dossiers: bool) -> Self {
        let mut of_units: Vec<(&'static str, Vec<Field>)> = vec![
            ("Đơn vị", vec![Field::Unit, Field::UnitCode, Field::Ordinal]),
            ("Tỷ lệ, điểm", Vec::new()),
            ("Số hồ sơ", Vec::new()),
            ("Ghi chú, xếp hạng có sẵn", vec![Field::PercentNote, Field::CopiesNote, Field::GivenRank, Field::Verdict]),
            ("Thành phần A đến G", components()),
        ];
        let plain = |field: &Field| !matches!(field, Field::Component(..));
        for field in Field::all().filter(plain) {
            match field.holds() {
                Holds::Figure(Measure::Count) => of_units[2].1.push(field),
                Holds::Figure(_) => of_units[1].1.push(field),
                _ => {}
            }
        }
        let dossiers =
            ("Danh sách hồ sơ", Field::all().filter(|field| field.is_of_dossier() || *field == Field::Paper).collect());
        let unused = ("Không dùng", vec![Field::None, Field::Personal]);
        let groups = if of_dossiers {
            let mut names = of_units.remove(0);
            names.1.retain(|field| *field != Field::GivenRank);
            [names, dossiers, unused].into_iter().chain(of_units).collect()
        } else {
            of_units.into_iter().chain([dossiers, unused]).collect()
        };
        Self(groups)
    }
}

fn components() -> Vec<Field> {
    Component::ALL
        .into_iter()
        .flat_map(|component| Aspect::ALL.map(|aspect| Field::Component(component, aspect)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_meaning_can_be_chosen_once() {
        for of_dossiers in [false, true] {
            let Groups(groups) = Groups::new(of_dossiers);
            for field in Field::all() {
                let offered = groups.iter().flat_map(|(_, fields)| fields).filter(|offered| **offered == field).count();
                assert_eq!(offered, 1, "{}", field.code());
            }
        }
    }
}
