//! A line break within a cell that no quotes surround leaves the rest of its dossier in a row of its own.

use super::Above;
use super::Dossiers;
use super::Taken;
use super::code::is_code;
use super::other_rows::is_no_dossier;
use super::other_rows::section_name;
use super::text_of_label;
use crate::intake::Row;
use crate::notices::NoticeCode;
use crate::notices::Notices;

impl Dossiers {
    /// Takes one row below the header.
    pub(in crate::columns) fn row(
        &mut self,
        row: &Row,
        is_unit: &dyn Fn(&str) -> bool,
        notices: &mut Notices,
    ) -> Taken {
        if self.gives_up() {
            return Taken::Rest;
        }
        let has_code = self.columns.own_code(row).is_some_and(is_code);
        let is_short = row.cells.len() < self.columns.width();
        // The upper part of this one may lie in another stretch.
        self.stretch.leans_above |=
            is_short && !has_code && self.stretch.above == Above::Unknown && self.held.is_none();
        if let Some(held) = self.held.take() {
            let is_rest = !has_code && !is_of_its_own(row, is_unit);
            let joined = Some(joined(&held, row)).filter(|joined| is_rest && self.is_whole(joined, is_unit));
            let taken = self.whole_row(joined.as_ref().unwrap_or(&held), is_unit, notices);
            if joined.is_some() {
                // Rows are numbered from the beginning of a stretch here: a text with their numbers would be wrong.
                let found = format!("{} (ngắt thành hai dòng)", text_of_label(&held));
                notices.add(NoticeCode::DossierRealigned, &self.place.row(held.number), &found);
                return if matches!(taken, Taken::TooMany) { taken } else { Taken::Rest };
            }
            if matches!(taken, Taken::TooMany) {
                return taken;
            }
        }
        if has_code && is_short && row.cells.len() > 1 {
            self.held = Some(row.clone());
            return Taken::Dossier;
        }
        self.whole_row(row, is_unit, notices)
    }

    /// Whether a row has as many cells as there are headers, each where it belongs.
    fn is_whole(&self, row: &Row, is_unit: &dyn Fn(&str) -> bool) -> bool {
        row.cells.len() == self.columns.width()
            && self.columns.reads_flags(row)
            && !self.columns.is_misfit(row, is_unit, &|cell| self.class(cell))
    }
}

/// Whether a row says something of its own, below a dossier that merely lacks its last cells: a sum, the unit of those below.
fn is_of_its_own(row: &Row, is_unit: &dyn Fn(&str) -> bool) -> bool {
    is_no_dossier(row, "") || section_name(row, true, is_unit).is_some()
}

/// Two rows as one: the first cell of the lower one goes on with the last of the upper one.
fn joined(upper: &Row, lower: &Row) -> Row {
    let mut cells = upper.cells.clone();
    let mut rest = lower.cells.iter();
    if let (Some(last), Some(first)) = (cells.last_mut(), rest.next()) {
        last.push(' ');
        last.push_str(first);
    }
    cells.extend(rest.cloned());
    Row { number: upper.number, cells }
}
