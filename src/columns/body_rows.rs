//! Rows below the header, each taken for what it is: a dossier, a unit with its figures, a sum, or nothing that counts.

use super::RowKind;
use super::Table;
use super::TableError;
use super::Total;
use super::beside::Half;
use super::cut_rows::Whose;
use super::dossiers::Taken;
use super::dossiers::text_of_label;
use super::fit::is_aligned;
use super::fit::is_damaged;
use super::fit::is_sum_aligned;
use super::fit::note_damage;
use super::line::Line;
use super::list_header::below_header;
use super::list_header::note_period;
use super::parted::parted;
use super::rows;
use super::swallowed::tell_swallowed;
use super::table::MOST_ROWS;
use super::table::PREVIEW_ROWS;
use super::values::Waiting;
use crate::intake::Row;
use crate::notices::NoticeCode;

impl Table {
    /// Takes one row below the header.
    pub(super) fn body_row(&mut self, row: Row) -> Result<(), TableError> {
        let Some(body) = &mut self.body else { return Ok(()) };
        let columns = body.map.headers.len() - body.pairs.count();
        let row = match parted(&row, columns, body.dossiers.is_none()) {
            Some(parted) if body.is_about(&body.pairs.parted(parted.clone()), &*self.is_unit) => {
                let found = if body.dossiers.is_some() { text_of_label(&parted) } else { rows::text_of(&parted) };
                self.notices.add(NoticeCode::RowParted, &self.place.row(row.number), &found);
                parted
            }
            _ => row,
        };
        if body.dossiers.is_some() {
            let Some(row) = below_header(row, body, &*self.is_unit, &self.place, &mut self.notices) else {
                return Ok(());
            };
            let Some(dossiers) = &mut body.dossiers else { return Ok(()) };
            match dossiers.row(&row, &*self.is_unit, &mut self.notices) {
                Taken::Dossier => {
                    body.data_rows += 1;
                    let shown = (body.samples.len() < PREVIEW_ROWS || is_damaged(&row))
                        .then(|| dossiers.without_persons(&row, &*self.is_unit));
                    if let Some(shown) = shown {
                        note_damage(&shown, &self.place, &mut self.notices);
                        if body.samples.len() < PREVIEW_ROWS {
                            body.samples.push(shown);
                        }
                    }
                }
                Taken::Rest => {}
                taken @ (Taken::Section | Taken::Other) => {
                    let shown = match dossiers.stated_total(&row) {
                        // In words of our own: a person may stand behind it.
                        Some(total) => Row { number: row.number, cells: vec![format!("tổng số: {total}")] },
                        None => dossiers.without_persons(&row, &*self.is_unit),
                    };
                    let kind = match taken {
                        Taken::Section => RowKind::Section,
                        _ => Line::new(&row, &body.map).kind_without_data(),
                    };
                    body.skipped.add(kind, &shown);
                    note_period(&row, kind, body, &self.place, &mut self.notices);
                }
                Taken::TooMany => return Err(TableError::TooManyRows { limit: MOST_ROWS }),
            }
            return Ok(());
        }
        note_damage(&row, &self.place, &mut self.notices);
        let row = match &mut body.metrics {
            Some(metrics) => metrics.widened(row, &self.place, &mut self.notices),
            None => body.pairs.parted(row),
        };
        let Some(beside) = body.map.beside else { return self.unit_row(row, None) };
        let halves = beside.halves(&row, &body.map);
        if halves.is_empty() {
            return self.unit_row(row, None);
        }
        for Half { row, unit, right } in halves {
            self.unit_row(row, Some((unit, right)))?;
        }
        Ok(())
    }

    /// Takes a row of a table of units; of two tables side by side, with where its unit stands and how far right its figures.
    fn unit_row(&mut self, row: Row, half: Option<(usize, usize)>) -> Result<(), TableError> {
        let Some(body) = &mut self.body else { return Ok(()) };
        if body.closed {
            body.skipped.add(RowKind::OtherTable, &row);
            return Ok(());
        }
        let kind = Line::new(&row, &body.map).kind(&*self.is_unit, body.ended);
        if self.is_below_title(&row, kind) {
            return Ok(());
        }
        let Some(body) = &mut self.body else { return Ok(()) };
        let tells = matches!(kind, RowKind::Data | RowKind::Section | RowKind::Total | RowKind::OtherTable);
        if let Some(held) = body.held.take_if(|_| tells) {
            let [line, above] = [&row, &held].map(|row| Line::new(row, &body.map));
            let opens = kind != RowKind::OtherTable && line.is_below(&above, kind);
            self.settle(held, opens)?;
        }
        let Some(body) = &mut self.body else { return Ok(()) };
        if half.is_none() && Line::new(&row, &body.map).may_be_unit(kind) {
            body.cells_above = None;
            body.held = Some(row);
            return Ok(());
        }
        self.row_of_kind(row, half, kind)
    }

    /// Takes a row of a table of units that is of this kind, unless its unit's name stands elsewhere.
    pub(super) fn row_of_kind(
        &mut self,
        row: Row,
        half: Option<(usize, usize)>,
        mut kind: RowKind,
    ) -> Result<(), TableError> {
        let Some(body) = &mut self.body else { return Ok(()) };
        let right = half.map_or(0, |(_, right)| right);
        let line = Line::new(&row, &body.map);
        // A row that has lost a cell names its unit under another header: its unit is known, its figures are not.
        let strayed = if body.ended { None } else { line.strayed_name(kind, &*self.is_unit) };
        if strayed.is_some() {
            kind = RowKind::Data;
        }
        body.ended = match kind {
            RowKind::Footer => body.ended || line.ends_table(),
            // A table that goes on below a signature goes on.
            RowKind::Data | RowKind::Total => false,
            _ => body.ended,
        };
        if kind == RowKind::OtherTable {
            // Its figures stand in columns of their own: under ours they would be wrong.
            body.closed = true;
            self.notices.add(NoticeCode::TableBelow, &self.place.row(row.number), &rows::text_of(&row));
        }
        if kind != RowKind::Data {
            body.skipped.add(kind, &row);
        }
        // A line break within a row leaves its rest in a row of its own: together they fill the header.
        let width = body.map.headers.len();
        let fills = |above: usize| above < width && above + row.cells.len() == width + 1;
        let is_rest = body.cells_above.is_some_and(fills) && line.begins_with_number();
        body.cells_above = (kind == RowKind::Data).then_some(row.cells.len());
        if kind == RowKind::Footer && !body.ended && (is_rest || line.holds_loose_numbers()) {
            self.notices.add(NoticeCode::RowPassedOver, &self.place.row(row.number), &rows::text_of(&row));
            if is_rest && let Some((above, waiting)) = body.observations.last_mut() {
                *waiting = Waiting::nothing(above.row);
            }
        }
        // A percentage within the province's name stands in no column.
        if kind == RowKind::Total && line.is_province() && line.filled() == 1 && line.written_label().contains('%') {
            self.notices.add(NoticeCode::RowPassedOver, &self.place.row(row.number), &rows::text_of(&row));
        }
        let may_mislead = matches!(kind, RowKind::Yardstick | RowKind::Total) && line.is_near_province();
        if may_mislead && body.near_province.is_none() {
            body.near_province = Some((row.number, rows::text_of(&row)));
        }
        // Rows that were widened or parted have as many cells as they were given.
        let is_plain = half.is_none() && body.metrics.is_none();
        match kind {
            RowKind::Section | RowKind::Total => {
                let opens = kind == RowKind::Section;
                body.last_unit = None;
                if opens {
                    body.under = None;
                    body.group = line.section().flatten();
                    body.section_start = body.observations.len();
                }
                let total = Total {
                    row: row.number,
                    label: line.written_label(),
                    province: !opens && line.is_province(),
                    after: body.observations.len(),
                    section_start: body.section_start,
                    opens,
                    ..Total::default()
                };
                let row = body.pairs.without_singles(row, &self.place, &mut self.notices);
                let trusted = half.is_some() || is_sum_aligned(&row, &body.map, &self.place, &mut self.notices);
                let waiting = if trusted { Waiting::of(&row, &body.map, right) } else { Waiting::nothing(row.number) };
                if trusted && is_plain {
                    body.cut.look(&row, &body.map, Whose::Total(body.totals.len()));
                }
                body.totals.push((total, waiting));
            }
            RowKind::Data => {
                if body.observations.len() == MOST_ROWS {
                    return Err(TableError::TooManyRows { limit: MOST_ROWS });
                }
                let (ordinal, marked) = (line.ordinal(), line.is_marked());
                body.opens_section(marked, line.is_first());
                let numbered = (ordinal.trim_end_matches(['.', ')']), marked);
                let mut observation = body.observation(&row, numbered, strayed.clone(), &self.place, &mut self.notices);
                observation.right = u32::try_from(right).unwrap_or(0);
                if let Some((unit, _)) = half.filter(|_| strayed.is_none()) {
                    observation.column = u32::try_from(unit + 1).ok();
                }
                if strayed.is_some() {
                    self.notices.add(NoticeCode::RowMisaligned, &self.place.row(row.number), &rows::text_of(&row));
                }
                body.note_when(&row);
                let row = body.pairs.without_singles(row, &self.place, &mut self.notices);
                let swallows = tell_swallowed(&row, &body.map.headers, &self.place, &*self.is_unit, &mut self.notices);
                let trusted =
                    strayed.is_none() && !swallows && is_aligned(&row, &body.map, &self.place, &mut self.notices);
                if trusted && is_plain {
                    body.cut.look(&row, &body.map, Whose::Unit(body.observations.len()));
                }
                if trusted && half.is_none() {
                    body.map.copies_parts.check(&row, &body.map, &self.place, &mut self.notices);
                }
                let waiting = if trusted { Waiting::of(&row, &body.map, right) } else { Waiting::nothing(row.number) };
                body.observations.push((observation, waiting));
                body.data_rows += 1;
                if body.samples.len() < PREVIEW_ROWS {
                    body.samples.push(row);
                }
            }
            _ => {}
        }
        Ok(())
    }
}
