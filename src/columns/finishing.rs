//! The table's end: the columns are decided and their cells are read.

use super::Field;
use super::Observation;
use super::RowKind;
use super::Shape;
use super::TableError;
use super::TableRead;
use super::Total;
use super::body::Body;
use super::cut_rows::tell_cut;
use super::dossiers::stated_count;
use super::merged::tell_merged;
use super::metrics::without_empty;
use super::table::Table;
use super::values::Reader;
use super::values::Waiting;
use crate::domain::Place;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text;

impl Table {
    /// Ends the table: decides the columns and reads their cells.
    pub fn finish(&mut self) -> Result<TableRead, TableError> {
        if self.body.is_none() {
            self.open()?;
        }
        if let Some(held) = self.body.as_mut().and_then(|body| body.held.take()) {
            self.settle(held, false)?;
        }
        let Some(mut body) = self.body.take() else { return Err(TableError::NoHeader { rows: 0 }) };
        if body.data_rows == 0 && body.totals.is_empty() {
            return Err(TableError::NoRows { row: body.map.header_row });
        }
        let mut notices = std::mem::take(&mut self.notices);
        let gives_percent =
            [Field::GroupPercent, Field::GroupPoints].into_iter().any(|field| body.map.index(field).is_some());
        let is_given = body.totals.iter().any(|(total, _)| total.province);
        if let Some((row, text)) = body.near_province.take().filter(|_| gives_percent && !is_given) {
            notices.add(NoticeCode::ProvinceMean, &self.place.row(row), &text);
        }
        if body.dossiers.is_some() {
            tell_lacking(&body, &self.place, &mut notices);
        } else {
            tell_cut(&mut body, &self.place, &mut notices);
            tell_merged(&mut body, &self.merged, &self.place, &mut notices);
            body.settle_when(&self.place, &mut notices);
        }
        let listed = body.dossiers.take().map(|dossiers| dossiers.finish(&*self.is_unit, &mut notices));
        let (ledger, asked) = listed.map_or((None, Vec::new()), |(ledger, asked)| (Some(ledger), asked));
        let mut reader =
            Reader { map: &body.map, choices: &body.choices, place: self.place.clone(), notices, questions: asked };
        let of_units = body.observations.iter().map(|(_, waiting)| waiting);
        let all: Vec<&Waiting> = of_units.chain(body.totals.iter().map(|(_, waiting)| waiting)).collect();
        let columns = if ledger.is_none() { reader.decide(&all) } else { Vec::new() };
        reader.ask_columns(&body.samples);
        let observations = body
            .observations
            .into_iter()
            .map(|(observation, waiting)| Observation { values: reader.values(&waiting, &columns), ..observation });
        let mut observations: Vec<Observation> = observations.collect();
        let mut totals: Vec<Total> = Vec::with_capacity(body.totals.len());
        for (total, waiting) in body.totals {
            let before = std::mem::take(&mut reader.notices);
            let values = reader.values(&waiting, &columns);
            // Percentages added up are none, and no sum is ranked.
            if !total.province {
                reader.notices.forget(NoticeCode::PercentOverHundred);
            }
            let own = std::mem::replace(&mut reader.notices, before);
            reader.notices.merge(&own);
            totals.push(Total { values, ..total });
        }
        if body.metrics.is_some() {
            without_empty(&mut observations, &mut totals);
        }
        let mut contradicted = false;
        let mut named = |field| {
            let header = &body.map.headers[body.map.index(field)?];
            let titles = body.period.filter(|_| field != Field::CertifiedCopies);
            let period =
                titles.map_or_else(|| text::period(&header.text), |titles| text::period_below(&header.text, titles));
            if period.is_none() && text::garbled_period(std::slice::from_ref(&header.text)).is_some() {
                let place = self.place.cell(body.map.header_row, header.column);
                reader.notices.add(NoticeCode::PeriodUnreadable, &place, &header.text);
            }
            // A title kept from the month before. Days within a header's month are its figures' own.
            if let (Some(own), Some(named)) = (titles, period)
                && own != named
                && (named.days() > 31 || own.from < named.from || named.to < own.to)
            {
                let place = self.place.cell(body.map.header_row, header.column);
                let both = format!("{} ≠ {}", own.printed(), header.text);
                reader.notices.add(NoticeCode::PeriodUnreadable, &place, &both);
                contradicted = true;
            }
            period
        };
        let copies_period = named(Field::CertifiedCopies).or(body.copies_period);
        let of_percent = named(Field::GroupPercent).or_else(|| named(Field::GroupPoints));
        let (questions, notices) = (reader.questions, reader.notices);
        let mut read = TableRead {
            fingerprint: self.seen.fingerprint.clone(),
            readings: columns.iter().filter_map(|column| Some((column.field, column.reading?))).collect(),
            observations,
            dossiers: ledger,
            totals,
            skipped: body.skipped,
            data_rows: body.data_rows,
            questions,
            titles: body.titles,
            period: body.period.or(of_percent).filter(|_| !contradicted),
            copies_period,
            notices,
            preview: body.samples.into_iter().map(|row| row.cells).collect(),
            map: body.map,
        };
        if read.shape() == Shape::CertifiedCopies {
            // The titles of such a table speak of the copies: they name no period of percentages.
            read.copies_period = read.copies_period.or(read.period.take());
        }
        Ok(read)
    }
}

/// Tells of a row below a list that speaks of more dossiers than the list has rows: of one that was cut between two rows
/// nothing else tells. Above a list a number may be of more than it lists.
fn tell_lacking(body: &Body, place: &Place, notices: &mut Notices) {
    let below = |kind: RowKind| matches!(kind, RowKind::Total | RowKind::Section | RowKind::Footer);
    let skipped = body.skipped.by_kind().filter(|(kind, _)| below(*kind));
    let mut rows = skipped.flat_map(|(_, skipped)| &skipped.first);
    if let Some((row, text)) = rows.find(|(_, text)| stated_count(text) > Some(body.data_rows)) {
        let found = format!("{text}; trong tệp: {}", body.data_rows);
        notices.add(NoticeCode::ListIncomplete, &place.row(*row), &found);
    }
}
