//! A title within a table, below which its header stands again: of targets, or of another time, it heads another table.

use super::RowKind;
use super::Table;
use super::body::Body;
use super::line::Line;
use super::rows::text_of;
use crate::intake::Row;
use crate::notices::NoticeCode;
use crate::text::fold;
use crate::text::period;

/// Words of titles that say what is aimed at.
const AIMS: [&str; 3] = [" chi tieu ", " muc tieu ", " giao ke hoach "];

/// Words of titles that say what came of an aim.
const RESULTS: [&str; 7] = [" ket qua ", " thuc hien ", " tinh hinh ", " dat ", " hoan thanh ", " vuot ", " so voi "];

/// Most cells of a title that hold something: remarks fill more.
const CELLS: usize = 3;

impl Table {
    /// Looks for a title of another table; says whether the row is the header below one, so that nothing further is read.
    pub(super) fn is_below_title(&mut self, row: &Row, kind: RowKind) -> bool {
        let Some(body) = &mut self.body else { return false };
        match kind {
            RowKind::Header => {
                let Some((title, text)) = body.title_below.take() else { return false };
                body.closed = true;
                body.skipped.add(RowKind::OtherTable, row);
                self.notices.add(NoticeCode::TableBelow, &self.place.row(title), &text);
                return true;
            }
            RowKind::Blank | RowKind::Numbering => {}
            RowKind::Footer | RowKind::Yardstick | RowKind::Section => {
                let line = Line::new(row, &body.map);
                if body.title_below.is_none() && line.filled() <= CELLS && !line.has_figures() {
                    body.title_below =
                        Some(text_of(row)).filter(|text| body.is_of_another(text)).map(|text| (row.number, text));
                }
            }
            _ => body.title_below = None,
        }
        false
    }
}

impl Body {
    /// Whether a text says of a table below that it is not of results, or not of this one's time. What stands above this one
    /// as well is repeated by its pages.
    fn is_of_another(&self, text: &str) -> bool {
        let folded = fold(text);
        let padded = format!(" {folded} ");
        let has = |words: &[&str]| words.iter().any(|words| padded.contains(words));
        let is_plan = folded.starts_with("ke hoach ") && !folded.starts_with("ke hoach so ");
        let is_other = |named| Some(named) != self.copies_period && self.period.is_some_and(|own| own != named);
        // Remarks below a table may be a hundred thousand: most have no year.
        let of_time = || text.bytes().any(|byte| byte.is_ascii_digit()) && period(text).is_some_and(is_other);
        let is_title = (is_plan || has(&AIMS)) && !has(&RESULTS) || of_time();
        is_title && self.titles.iter().all(|title| fold(title) != folded)
    }
}
