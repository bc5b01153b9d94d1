//! Rows of one unit and one metric, as data stores export them: `unit, code, numerator, denominator`. Each becomes a row as
//! wide as a table of all metrics, in which its own cells alone are filled; the rows of a unit join where figures do, and
//! every figure keeps its row and its column.

use super::Field;
use super::Header;
use super::Observation;
use super::Total;
use super::Values;
use super::fields::Match;
use super::fields::Scope;
use super::fields::aspect_of;
use super::fields::component_named;
use super::fields::named_by;
use super::line::is_number;
use super::numbering::is_numbering;
use super::rows::text_of;
use crate::domain::Component;
use crate::domain::Place;
use crate::domain::Set;
use crate::intake::Row;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::fold;
use crate::text::numbers::is_nothing;
use crate::text::tidy;

/// Rows among which the header stands, and cells of it.
const HEADER_ROWS: usize = 30;
const MOST_COLUMNS: usize = 40;

/// Headers of a column of metrics, folded.
const NAMES: [&str; 19] = [
    "code",
    "metric",
    "metric code",
    "metriccode",
    "metric name",
    "metricname",
    "indicator",
    "indicator code",
    "ma",
    "ma chi tieu",
    "machitieu",
    "ma chi so",
    "machiso",
    "ma thanh phan",
    "chi tieu",
    "ten chi tieu",
    "chi so",
    "ten chi so",
    "thanh phan",
];

/// Where the metrics of a table stand, and their figures.
#[derive(Clone, Debug)]
pub(super) struct Metrics {
    /// The place of the header among the first rows.
    pub(super) header: usize,
    /// The columns that name the metric; the surest first.
    named: Vec<usize>,
    /// The columns of its figures.
    figures: Vec<usize>,
    /// All other columns.
    kept: Vec<usize>,
    /// The columns of the unit, which stands in the first of its rows alone where cells were merged.
    units: Vec<usize>,
    /// What stood in those last.
    above: Vec<String>,
}

impl Metrics {
    /// The metrics of a table; `None` where its rows are those of units.
    pub(super) fn of(head: &[Row]) -> Option<Self> {
        (0..head.len().min(HEADER_ROWS)).find_map(|header| Self::below(head, header))
    }

    fn below(head: &[Row], header: usize) -> Option<Self> {
        let cells = &head[header].cells;
        let keys: Vec<String> = cells.iter().take(MOST_COLUMNS).map(|cell| fold(cell)).collect();
        let of = |wanted: &dyn Fn(&str) -> bool| -> Vec<usize> {
            (0..keys.len()).filter(|at| !keys[*at].is_empty() && wanted(&keys[*at])).collect()
        };
        let figures = of(&|key| aspect_of(key).is_some());
        let mut named = of(&|key| NAMES.contains(&key) || key == "name");
        if figures.is_empty() || named.is_empty() || cells.len() > MOST_COLUMNS {
            return None;
        }
        let body = &head[header + 1..];
        let telling = |at: &usize| {
            let filled = body.iter().filter_map(|row| row.cells.get(*at)).filter(|cell| !tidy(cell).is_empty());
            let (told, all) =
                filled.fold((0, 0), |(told, all), cell| (told + usize::from(component(cell).is_some()), all + 1));
            told * 2 > all
        };
        named.retain(telling);
        let is_kept = |at: &usize| !named.contains(at) && !figures.contains(at);
        let kept: Vec<usize> = (0..cells.len()).filter(is_kept).collect();
        let is_unit = |header: &&Header| matches!(named_by(header, Scope::Units), Some((Field::Unit | Field::UnitCode, surely)) if surely > Match::Weak);
        let headers = Header::of_row(cells);
        let units: Vec<usize> = kept.iter().copied().filter(|at| is_unit(&&headers[*at])).collect();
        let is_long = !named.is_empty() && !units.is_empty();
        is_long.then(|| Self { header, named, figures, kept, above: vec![String::new(); units.len()], units })
    }

    /// The headers of the wide table; figures bear the numbers of the columns they stand in.
    pub(super) fn headers(&self, head: &[Row]) -> Vec<Header> {
        let cells = &head[self.header].cells;
        let mut rows = [Vec::new(), Vec::new()];
        let mut columns = self.kept.clone();
        for at in &self.kept {
            for row in &mut rows {
                row.push(cells[*at].clone());
            }
        }
        for component in Component::ALL {
            for at in &self.figures {
                rows[0].push(component.code().to_owned());
                rows[1].push(cells[*at].clone());
            }
            columns.extend_from_slice(&self.figures);
        }
        let mut headers = Header::of_rows(&rows.each_ref().map(Vec::as_slice));
        for (header, at) in headers.iter_mut().zip(columns) {
            header.column = u32::try_from(at + 1).unwrap_or(u32::MAX);
        }
        headers
    }

    /// A row as it stands in the wide table. A metric that is none of the group's is told, and a unit's name that stands
    /// above alone.
    pub(super) fn widened(&mut self, mut row: Row, file: &Place, notices: &mut Notices) -> Row {
        let is_blank = |cell: Option<&String>| cell.is_none_or(|cell| is_nothing(cell));
        let metric = self.named.iter().find_map(|at| component(row.cells.get(*at)?));
        let has_figures = self.figures.iter().any(|at| row.cells.get(*at).is_some_and(|cell| is_number(cell)));
        if self.units.iter().all(|at| is_blank(row.cells.get(*at))) && metric.is_some() {
            for (at, above) in self.units.iter().zip(&self.above) {
                if let Some(cell) = row.cells.get_mut(*at) {
                    cell.clone_from(above);
                }
            }
            if let Some(name) = self.above.iter().find(|name| !name.is_empty()) {
                notices.add(NoticeCode::UnitFilledDown, &file.row(row.number), name);
            }
        } else {
            self.above = self.units.iter().map(|at| row.cells.get(*at).cloned().unwrap_or_default()).collect();
        }
        if metric.is_none() && has_figures && !is_numbering(&row) {
            let named = self.named.iter().find(|at| !is_blank(row.cells.get(**at)));
            let column = named.and_then(|at| u32::try_from(at + 1).ok());
            let found = named.map_or_else(|| text_of(&row), |at| tidy(&row.cells[*at]).into_owned());
            let place = column.map_or_else(|| file.row(row.number), |column| file.cell(row.number, column));
            notices.add(NoticeCode::MetricUnknown, &place, &found);
        }
        let mut take = |at: &usize| row.cells.get_mut(*at).map(std::mem::take).unwrap_or_default();
        let mut cells: Vec<String> = self.kept.iter().map(&mut take).collect();
        let figures: Vec<String> = self.figures.iter().map(&mut take).collect();
        for component in Component::ALL {
            let own = metric == Some(component);
            cells.extend(figures.iter().map(|cell| if own { cell.clone() } else { String::new() }));
        }
        // Cells to spare stay to spare.
        let columns = self.kept.len() + self.figures.len() + self.named.len();
        cells.extend(row.cells.drain(columns.min(row.cells.len())..));
        Row { number: row.number, cells }
    }

    /// The rows below the header as they stand in the wide table.
    pub(super) fn widened_below(&self, rows: &[Row], header_row: u32) -> Vec<Row> {
        let (mut own, file, mut untold) = (self.clone(), Place::file(""), Notices::default());
        let mut widen = |row: &Row| {
            if row.number > header_row { own.widened(row.clone(), &file, &mut untold) } else { row.clone() }
        };
        rows.iter().map(&mut widen).collect()
    }
}

/// Leaves away the rows that say nothing of their units, but for the first of a unit of which no row says anything.
pub(super) fn without_empty(rows: &mut Vec<Observation>, totals: &mut [Total]) {
    let is_empty = |row: &Observation| row.values == Values::default();
    let key = |row: &Observation| [row.name.as_str(), row.code.as_str()].join("|");
    let mut known: Set<String> = rows.iter().filter(|row| !is_empty(row)).map(key).collect();
    let kept: Vec<bool> = rows.iter().map(|row| !is_empty(row) || known.insert(key(row))).collect();
    let kept_before = |at: usize| kept[..at].iter().filter(|kept| **kept).count();
    for total in totals {
        (total.after, total.section_start) = (kept_before(total.after), kept_before(total.section_start));
    }
    let mut kept = kept.iter();
    rows.retain(|_| kept.next().is_some_and(|kept| *kept));
}

/// The component that a cell names, by its code or by its name.
fn component(cell: &str) -> Option<Component> {
    let header = Header::of_row(&[cell.to_owned()]);
    component_named(header.first()?)
}
