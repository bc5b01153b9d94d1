//! The report as scripts read it: keys in a fixed spelling and order, `null` where unknown, decimals as strings.

mod decision;
mod origin;
mod since;
mod supposed;

use std::borrow::Cow;

use serde::Serialize;

use decision::ComponentJson;
use decision::RuleJson;
use decision::SettingsJson;
use decision::ShortfallJson;
use decision::components;
use decision::plain;
use decision::rule;
use decision::settings;
use decision::shortfall;
pub(super) use origin::files_json;
pub(super) use origin::settings_json;
use since::ComparisonJson;
use since::DifferencesJson;
use since::comparison;
use since::differences;
use supposed::SupposedJson;
use supposed::WeightJson;
use supposed::supposed;
use supposed::weights;

use crate::analysis::Format;
use crate::analysis::GatheredFile;
use crate::analysis::Inspected;
use crate::analysis::Report;
use crate::analysis::UnitResult;
use crate::analysis::to_json_in_lines;
use crate::analysis::unit_sheet;
use crate::columns::Field;
use crate::columns::Header;
use crate::components::Total;
use crate::domain::Period;
use crate::figures::Figures;
use crate::figures::Origin;
use crate::figures::Unmatched;
use crate::notices::Notice;
use crate::text::numbers::as_stored;

#[derive(Serialize)]
struct ReportJson<'report> {
    period: PeriodJson,
    copies_period: PeriodJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    copies_to_date: Option<bool>,
    as_of: Option<String>,
    provisional: bool,
    province: ProvinceJson,
    units: Vec<UnitJson<'report>>,
    unmatched: Vec<UnmatchedJson<'report>>,
    missing_units: Vec<&'report str>,
    files: Vec<FileJson<'report>>,
    notices: Vec<NoticeJson<'report>>,
    catalogue: &'report str,
    settings: SettingsJson,
    rules: Vec<RuleJson<'report>>,
    what_if: Option<SupposedJson<'report>>,
    weights: Option<Vec<WeightJson>>,
    comparison: Option<ComparisonJson<'report>>,
    differences: Option<DifferencesJson<'report>>,
    version: &'static str,
}

#[derive(Serialize)]
struct PeriodJson {
    from: Option<String>,
    to: Option<String>,
}

#[derive(Serialize)]
struct ProvinceJson {
    percent: Option<String>,
    source: Option<&'static str>,
}

#[derive(Serialize)]
struct UnitJson<'report> {
    id: &'report str,
    name: &'report str,
    group: &'static str,
    rank: Option<u32>,
    percent: Option<String>,
    percent_source: Option<&'static str>,
    percent_note: Option<&'static str>,
    certified_copies: Option<u64>,
    copies_note: Option<&'static str>,
    few_dossiers: Option<u64>,
    components: Vec<ComponentJson>,
    total: TotalJson,
    shortfall: ShortfallJson,
    explanation: String,
    figures: FiguresJson,
    written: &'report str,
}

/// The percentage as given and as computed.
#[derive(Serialize)]
struct TotalJson {
    preset: Option<&'static str>,
    formula_version: Option<String>,
    given_percent: Option<String>,
    given_points: Option<String>,
    computed_percent: Option<String>,
    computed_points: Option<String>,
    computed_max: Option<String>,
    difference: Option<String>,
    agrees: Option<bool>,
    lacking: Vec<&'static str>,
}

/// Counts of dossiers; tables of units without them leave all unknown.
#[derive(Serialize)]
struct FiguresJson {
    received: Option<u64>,
    received_digitised: Option<u64>,
    completed: Option<u64>,
    completed_e_result: Option<u64>,
    both: Option<u64>,
    reused: Option<u64>,
}

#[derive(Serialize)]
struct UnmatchedJson<'report> {
    name: &'report str,
    file: &'report str,
    sheet: Option<&'report str>,
    row: Option<u32>,
    suggestions: Vec<&'report str>,
}

#[derive(Serialize)]
struct FileJson<'report> {
    name: &'report str,
    sha256: &'report str,
    format: &'static str,
    sheet: Option<&'report str>,
    encoding: Option<&'static str>,
    delimiter: Option<String>,
    shape: Option<&'static str>,
    header_row: u32,
    data_rows: usize,
    skipped_rows: u64,
    columns: Vec<ColumnJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    preview: Option<Vec<Vec<Cow<'report, str>>>>,
}

#[derive(Serialize)]
struct ColumnJson {
    index: u32,
    header: String,
    meaning: Option<&'static str>,
}

#[derive(Serialize)]
struct NoticeJson<'report> {
    code: &'static str,
    severity: &'static str,
    count: u64,
    places: Vec<PlaceJson<'report>>,
}

#[derive(Serialize)]
struct PlaceJson<'report> {
    file: &'report str,
    sheet: Option<&'report str>,
    row: Option<u32>,
    column: Option<u32>,
    found: &'report str,
}

/// The whole report as JSON with a final line end.
#[must_use]
pub fn report_json(report: &Report) -> String {
    print(&ReportJson {
        period: period(report.period),
        copies_period: period(report.copies_period),
        copies_to_date: report.copies_to_date(),
        as_of: plain(report.settings.as_of),
        provisional: report.is_provisional(),
        province: ProvinceJson {
            percent: report.province.as_ref().map(|province| province.percent.to_string()),
            source: report.province.as_ref().map(|province| province.origin.code()),
        },
        units: report.units.iter().map(|own| unit(report, own)).collect(),
        unmatched: report.unmatched.iter().map(unmatched).collect(),
        missing_units: report.missing.iter().map(|(id, _)| id.as_str()).collect(),
        files: report.tables().map(|gathered| file(gathered, false)).collect(),
        notices: report.notices.sorted().into_iter().map(notice).collect(),
        catalogue: &report.catalogue.id,
        settings: settings(&report.settings),
        rules: report.previews.iter().map(rule).collect(),
        what_if: supposed(report),
        weights: weights(report),
        comparison: report.comparison.as_ref().map(comparison),
        differences: report.differences.as_ref().map(differences),
        version: report.version,
    })
}

/// What reading made of one file, with its first data rows, as JSON with a final line end. Rows that are no table of
/// units have no shape, and their columns no meaning.
#[must_use]
pub fn file_json(inspected: &Inspected) -> String {
    match inspected {
        Inspected::Table(gathered) => print(&file(gathered, true)),
        Inspected::Rows { name, sha256, understood, first, filled, blank } => {
            let header = first.first();
            let headers = header.map(|row| Header::of_row(&row.cells)).unwrap_or_default();
            let columns = headers.into_iter().map(|header| ColumnJson {
                index: header.column,
                header: header.text,
                meaning: None,
            });
            print(&FileJson {
                name,
                sha256,
                format: understood.format.code(),
                sheet: understood.format.sheet(),
                encoding: encoding(&understood.format),
                delimiter: delimiter(&understood.format),
                shape: None,
                header_row: header.map_or(1, |row| row.number),
                data_rows: filled.saturating_sub(1),
                skipped_rows: *blank,
                columns: columns.collect(),
                preview: Some(first.iter().skip(1).map(|row| shown(&row.cells, &understood.format)).collect()),
            })
        }
    }
}

fn print(value: &impl Serialize) -> String {
    let mut json = to_json_in_lines(value);
    json.push('\n');
    json
}

fn period(period: Option<Period>) -> PeriodJson {
    PeriodJson { from: period.map(|period| period.from.to_string()), to: period.map(|period| period.to.to_string()) }
}

fn unit<'report>(report: &Report, unit: &'report UnitResult) -> UnitJson<'report> {
    UnitJson {
        id: unit.id.as_str(),
        name: &unit.name,
        group: unit.group.code(),
        rank: unit.rank,
        percent: unit.percent.as_ref().map(|given| given.value.to_string()),
        percent_source: unit.origin.map(Origin::code),
        percent_note: unit.percent_note.map(|warning| warning.card.word),
        certified_copies: unit.copies.as_ref().map(|given| given.value),
        copies_note: unit.copies_note.map(|warning| warning.card.word),
        few_dossiers: report.few_dossiers(unit),
        components: components(&unit.scores),
        total: total(&unit.total),
        shortfall: shortfall(&unit.shortfall()),
        explanation: unit_sheet(report, &unit.id).map(|sheet| sheet.sentence).unwrap_or_default(),
        figures: figures(&unit.figures),
        written: &unit.written,
    }
}

fn total(total: &Total) -> TotalJson {
    TotalJson {
        preset: total.preset.map(|preset| preset.card().code),
        formula_version: total.version.clone(),
        given_percent: total.given.as_ref().map(|given| given.value.to_string()),
        given_points: total.given_points.as_ref().map(|given| given.value.to_string()),
        computed_percent: plain(total.computed),
        computed_points: plain(total.computed_points),
        computed_max: plain(total.computed_max),
        difference: plain(total.difference),
        agrees: total.agrees,
        lacking: total.lacking.iter().map(|component| component.code()).collect(),
    }
}

fn figures(figures: &Figures) -> FiguresJson {
    let count = |field| figures.count(field).map(|given| given.value);
    FiguresJson {
        received: count(Field::Received),
        received_digitised: count(Field::ReceivedDigitised),
        completed: count(Field::Completed),
        completed_e_result: count(Field::CompletedEResult),
        both: count(Field::Both),
        reused: count(Field::Reused),
    }
}

fn unmatched(row: &Unmatched) -> UnmatchedJson<'_> {
    UnmatchedJson {
        name: &row.name,
        file: &row.place.file,
        sheet: row.place.sheet.as_deref(),
        row: row.place.row,
        suggestions: row.suggestions.iter().map(crate::units::UnitId::as_str).collect(),
    }
}

fn file(gathered: &GatheredFile, preview: bool) -> FileJson<'_> {
    let GatheredFile { name, sha256, understood, table, .. } = gathered;
    let columns = table.map.headers.iter().enumerate().map(|(index, header)| ColumnJson {
        index: header.column,
        header: header.text.clone(),
        meaning: table.map.meaning(index).map(Field::code),
    });
    FileJson {
        name,
        sha256,
        format: understood.format.code(),
        sheet: understood.format.sheet(),
        encoding: encoding(&understood.format),
        delimiter: delimiter(&understood.format),
        shape: Some(table.shape().code()),
        header_row: table.map.header_row,
        data_rows: table.data_rows,
        skipped_rows: table.skipped.count(),
        columns: columns.collect(),
        preview: preview.then(|| table.preview.iter().map(|row| shown(row, &understood.format)).collect()),
    }
}

/// The cells of a row as they stand in the file.
fn shown<'report>(row: &'report [String], format: &Format) -> Vec<Cow<'report, str>> {
    let is_book = matches!(format, Format::Workbook { .. });
    row.iter().map(|cell| if is_book { Cow::Owned(as_stored(cell)) } else { Cow::Borrowed(cell.as_str()) }).collect()
}

fn encoding(format: &Format) -> Option<&'static str> {
    if let Format::Text { sniffed, .. } | Format::Markup { sniffed, .. } | Format::Json { sniffed, .. } = format {
        Some(sniffed.encoding.code())
    } else {
        None
    }
}

fn delimiter(format: &Format) -> Option<String> {
    if let Format::Text { dialect, .. } = format { Some(char::from(dialect.delimiter).to_string()) } else { None }
}

fn notice(notice: &Notice) -> NoticeJson<'_> {
    let places = notice.seen.iter().map(|seen| PlaceJson {
        file: &seen.place.file,
        sheet: seen.place.sheet.as_deref(),
        row: seen.place.row,
        column: seen.place.column,
        found: &seen.found,
    });
    NoticeJson {
        code: notice.code.code(),
        severity: notice.code.severity().code(),
        count: notice.count,
        places: places.collect(),
    }
}
