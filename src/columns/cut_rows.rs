//! Rows that a decimal comma may have cut although nothing stands in the cell they have to spare, as in `Sở Y tế,72,3,` under
//! `Đơn vị,Tỷ lệ,Điện thoại`: whether they were, the other rows tell.

use super::ColumnMap;
use super::body::Body;
use super::fit::number;
use super::rows::text_of;
use super::values::Waiting;
use crate::domain::Measure;
use crate::domain::Place;
use crate::intake::Row;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::numbers::Form;
use crate::text::numbers::Printed;

/// The rows of a table that have more cells than its header.
#[derive(Default)]
pub(super) struct CutRows {
    doubted: Vec<Doubted>,
    /// Whether a row that nothing has cut has a blank cell to spare as well: then the rows end with a separator, all of them.
    end_blank: bool,
}

struct Doubted {
    whose: Whose,
    row: u32,
    text: String,
}

/// Whose figures a row holds, by its place among those of its kind.
#[derive(Clone, Copy)]
pub(super) enum Whose {
    Unit(usize),
    Total(usize),
}

impl CutRows {
    /// Looks at a row whose cells stand under their headers as far as the row itself tells.
    pub(super) fn look(&mut self, row: &Row, map: &ColumnMap, whose: Whose) {
        if row.cells.len() <= map.headers.len() {
            return;
        }
        if may_be_cut(row, map) {
            self.doubted.push(Doubted { whose, row: row.number, text: text_of(row) });
        } else if matches!(whose, Whose::Unit(_)) {
            self.end_blank = true;
        }
    }
}

/// Takes the figures from the rows that were cut, and says so.
pub(super) fn tell_cut(body: &mut Body, place: &Place, notices: &mut Notices) {
    let CutRows { doubted, end_blank } = std::mem::take(&mut body.cut);
    for Doubted { whose, row, text } in doubted.into_iter().filter(|_| !end_blank) {
        let waiting = match whose {
            Whose::Unit(at) => body.observations.get_mut(at).map(|(_, waiting)| waiting),
            Whose::Total(at) => body.totals.get_mut(at).map(|(_, waiting)| waiting),
        };
        if let Some(waiting) = waiting {
            *waiting = Waiting::nothing(row);
            notices.add(NoticeCode::RowMisaligned, &place.row(row), &text);
        }
    }
}

/// Whether a figure and the cell right of it may be one number: `72` and `3`, `2` and `919` of a count.
fn may_be_cut(row: &Row, map: &ColumnMap) -> bool {
    let digits = |index: usize| match number(row, index)? {
        Printed { form: Form::Whole(digits), percent_signs, .. } => Some((digits.len(), percent_signs > 0)),
        _ => None,
    };
    map.figures().any(|(index, field)| match (digits(index), digits(index + 1)) {
        (Some((before, false)), Some((after, signed))) => match field.measure() {
            Some(Measure::Count) => before <= 3 && after == 3 && !signed,
            _ => after <= 2,
        },
        _ => false,
    })
}
