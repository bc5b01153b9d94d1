//! The header is found among the rows that are held, and what stands above it is told apart.

use std::borrow::Cow;
use std::hash::DefaultHasher;
use std::hash::Hash;
use std::hash::Hasher;

use super::ColumnChoices;
use super::ColumnMap;
use super::Field;
use super::RowKind;
use super::Skipped;
use super::TableError;
use super::body::Body;
use super::broken_header;
use super::data_row::holds_code;
use super::dossiers::Dossiers;
use super::fit::note_damage;
use super::found::Found;
use super::frames;
use super::header_rows::names_units;
use super::lost_letters::lost_letters;
use super::metrics::Metrics;
use super::parted::part_head;
use super::recognise::recognise;
use super::rows;
use super::table::Seen;
use super::table::Table;
use super::unused::tell_columns;
use super::when::columns_of_when;
use crate::domain::Period;
use crate::domain::Place;
use crate::intake::Lying;
use crate::intake::Row;
use crate::notices::NoticeCode;
use crate::text::copies_apart;
use crate::text::fold;
use crate::text::garbled_period;
use crate::text::period_of_titles;
use crate::text::tidy;

/// Most columns of a table with one for each unit.
const ACROSS: usize = 200;

impl Table {
    /// Finds the header among the rows held, and lets them flow.
    pub(super) fn open(&mut self) -> Result<(), TableError> {
        let mut head = std::mem::take(&mut self.head);
        if let Some((first, last)) = broken_header::joined(&mut head) {
            self.notices.add(NoticeCode::HeaderParted, &self.place.row(first), &format!("dòng {first}–{last}"));
        }
        if let Some(header) = part_head(&mut head) {
            self.notices.add(NoticeCode::RowParted, &self.place.row(header.number), &rows::text_of(&header));
        }
        let find = |choices: &ColumnChoices, wanted| Found::find(&head, choices, &*self.is_unit, wanted);
        let metrics = Metrics::of(&head);
        let of_metrics = metrics.as_ref().map(|metrics| Found::of_metrics(metrics, &head));
        let mut found = of_metrics.or_else(|| find(&self.answers.columns, None));
        let fingerprint = match (&self.known_as, &found) {
            (Some(known), _) => known.clone(),
            (None, Some(found)) => found.fingerprint(),
            (None, None) => known_without_header(&head),
        };
        let choices = self.answers.columns_of(&fingerprint);
        let wanted = self.answers.files.get(&fingerprint).and_then(|file| file.header_row);
        if metrics.is_none() && (wanted.is_some() || found.is_none()) {
            found = find(&choices, wanted).or(found);
        }
        let unparted = found.as_mut().filter(|_| metrics.is_none());
        let pairs = unparted.map(|found| found.part(&head, &choices)).unwrap_or_default();
        self.seen = Seen {
            fingerprint,
            header_row: found.as_ref().map(|found| found.row(&head)),
            headers: found.as_ref().map(|found| found.headers.clone()).unwrap_or_default(),
        };
        let above = [self.titles.as_slice(), self.sheet.as_slice()].concat();
        let header_row = self.seen.header_row.unwrap_or(0);
        let parted = match &metrics {
            Some(metrics) => Cow::Owned(metrics.widened_below(&head, header_row)),
            None => pairs.parted_below(&head, header_row),
        };
        let map = found
            .ok_or(TableError::NoHeader { rows: head.len() })
            .and_then(|found| recognise(&parted, &above, found, &choices, &*self.is_unit))
            .and_then(|map| match dossier_above(&head, &map).filter(|_| wanted.is_none()) {
                Some(row) => Err(TableError::DossiersWithoutHeader { row }),
                None => Ok(map),
            })
            .map_err(|error| self.refused(&head, error))?;
        tell_columns(&map, &parted, &self.place, &mut self.notices);
        drop(parted);
        let ((period, copies_period), skipped) = (self.period(&head, &map), self.skipped(&head, &map));
        let above = titles(&head, &map).flat_map(|row| &row.cells);
        let dossiers = map.is_of_dossiers().then(|| {
            // Without a code only their row tells dossiers apart, and the sheet that has it.
            let place = Place { sheet: self.sheet.clone(), ..self.place.clone() };
            let dossiers = Dossiers::new(&map, place, period, &self.answers.statuses);
            let rows = head.iter().filter(|row| row.number > map.header_row);
            dossiers.below_titles(above, &*self.is_unit).with_rows(rows)
        });
        let header_row = map.header_row;
        let titles = titles(&head, &map).map(rows::text_of).chain(self.titles.iter().cloned()).collect();
        let of_when = if dossiers.is_none() { columns_of_when(&map) } else { Vec::new() };
        let body = Body::new(map, choices, dossiers, skipped, period);
        self.body = Some(Body { pairs, metrics, of_when, titles, copies_period, ..body });
        let mut lying = Lying::default();
        for row in head.into_iter().filter(|row| row.number > header_row) {
            // Read as the rows behind them are, which is far quicker.
            if !lying.lay(row.number, &row.cells).is_some_and(|view| self.view(&view)) {
                self.body_row(row)?;
            }
        }
        Ok(())
    }

    /// The period that the titles name, those among the rows first, and that of the copies where they name one of its own.
    fn period(&mut self, head: &[Row], map: &ColumnMap) -> (Option<Period>, Option<Period>) {
        let titles: Vec<String> = titles(head, map).map(rows::text_of).collect();
        let above = || [titles.as_slice(), self.titles.as_slice()].concat();
        let parted = Some(above()).filter(|_| has_copies_beside(map)).and_then(|above| copies_apart(&above));
        let of_copies = parted.map(|(copies, _)| copies);
        let own = || period_of_titles(&titles).or_else(|| period_of_titles(&self.titles));
        let period = parted.map(|(_, own)| own).or_else(own);
        // The name of a sheet does not say which dossiers of a list are left out, nor the days of a week in its month.
        let is_open = || map.is_of_dossiers() || garbled_period(&titles).is_some();
        let of_sheet = period_of_titles(self.sheet.as_slice()).filter(|_| !is_open());
        let period = period.or(of_sheet);
        // A title kept from the month before; figures that have grown stand in a sheet of their last month.
        if let (Some(own), Some(of_sheet), Some(sheet)) = (period, of_sheet, &self.sheet)
            && (own.to < of_sheet.from || of_sheet.to < own.from)
        {
            let both = format!("{} ≠ {sheet}", own.printed());
            self.notices.add(NoticeCode::PeriodUnreadable, &self.place, &both);
            return (None, of_copies);
        }
        if period.is_none() {
            if let Some((at, quoted)) = garbled_period(&titles) {
                let row = head.get(at).map_or(1, |row| row.number);
                self.notices.add(NoticeCode::PeriodUnreadable, &self.place.row(row), &quoted);
            } else if let Some((_, quoted)) = garbled_period(&self.titles) {
                self.notices.add(NoticeCode::PeriodUnreadable, &self.place, &quoted);
            }
        }
        (period, of_copies)
    }

    /// The rows above the header's last as they are skipped; what is damaged in them is told.
    fn skipped(&mut self, head: &[Row], map: &ColumnMap) -> Skipped {
        let mut skipped = Skipped::default();
        for row in titles(head, map) {
            let is_blank = rows::text_of(row).is_empty();
            skipped.add(if is_blank { RowKind::Blank } else { RowKind::Title }, row);
            note_damage(row, &self.place, &mut self.notices);
        }
        for row in head.iter().filter(|row| (map.first_header_row..=map.header_row).contains(&row.number)) {
            note_damage(row, &self.place, &mut self.notices);
            if row.number < map.header_row {
                skipped.add(RowKind::HeaderAbove, row);
            }
        }
        skipped
    }

    /// Why the rows are no table, as an officer is told. Where they have no header nothing of them is kept as one.
    fn refused(&mut self, head: &[Row], error: TableError) -> TableError {
        let error = match (error, head.iter().find(|row| is_dossier(row)).map(|row| row.number)) {
            (TableError::NoHeader { .. }, Some(row)) => TableError::DossiersWithoutHeader { row },
            (
                TableError::NoFigureColumn { row: header, .. } | TableError::NoUnitColumn { row: header, .. },
                Some(row),
            ) if row < header => TableError::DossiersWithoutHeader { row },
            (error, _) => error,
        };
        if matches!(error, TableError::NoHeader { .. } | TableError::DossiersWithoutHeader { .. }) {
            let fingerprint = self.known_as.clone().unwrap_or_else(|| known_without_header(head));
            self.seen = Seen { fingerprint, ..Seen::default() };
        }
        match lost_letters(head) {
            Some((row, found)) => {
                // A cell of a dossier may be a name.
                let is_dossier = head.iter().any(|own| own.number == row && holds_code(own));
                TableError::LettersLost { row, found: if is_dossier { "?".to_owned() } else { found } }
            }
            None if matches!(error, TableError::ListsBeside { .. } | TableError::DossiersWithoutHeader { .. }) => error,
            None => self.units_across(head).unwrap_or(error),
        }
    }

    /// The row that names several units side by side, each above a column of its own, where no other names a unit.
    fn units_across(&self, head: &[Row]) -> Option<TableError> {
        let units = |row: &Row| row.cells.iter().filter(|cell| (self.is_unit)(&tidy(cell))).count();
        // What is wider or stands further below is no such table, and names are looked up slowly.
        let rows = head.iter().take(frames::ROWS).filter(|row| row.cells.len() <= ACROSS);
        let mut naming = rows.filter(|row| units(row) > 0);
        let only = naming.next().filter(|row| units(row) > 1 && naming.next().is_none())?;
        Some(TableError::UnitsAcross { row: only.number })
    }
}

/// Whether copies are counted beside a percentage or points of the group.
fn has_copies_beside(map: &ColumnMap) -> bool {
    let has = |field| map.index(field).is_some();
    has(Field::CertifiedCopies) && (has(Field::GroupPercent) || has(Field::GroupPoints))
}

/// The rows above the header.
fn titles<'rows>(head: &'rows [Row], map: &ColumnMap) -> impl Iterator<Item = &'rows Row> {
    let first = map.first_header_row;
    head.iter().take_while(move |row| row.number < first)
}

/// Whether a row is a dossier. “Mã hồ sơ: …” above a table is a title.
fn is_dossier(row: &Row) -> bool {
    holds_code(row) && !names_units(row)
}

/// The first dossier above the header of a list, whose columns nobody knows.
fn dossier_above(head: &[Row], map: &ColumnMap) -> Option<u32> {
    titles(head, map).filter(|_| map.is_of_dossiers()).find(|row| is_dossier(row)).map(|row| row.number)
}

/// What a file without a header is known by: the words of its first rows that hold anything, of which no more is kept than a
/// digest, since they may name persons.
fn known_without_header(head: &[Row]) -> String {
    let filled = head.iter().map(rows::text_of).filter(|text| !text.is_empty());
    let words: String = filled.take(3).map(|text| fold(&text)).collect::<Vec<_>>().join("|");
    let mut digest = DefaultHasher::new();
    words.hash(&mut digest);
    format!("{:016x}", digest.finish())
}
