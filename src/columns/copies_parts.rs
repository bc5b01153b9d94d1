//! The counts beside completed certified copies, which are read for nothing else: more completed than received, or fewer
//! copies than dossiers, is a slip that an officer should see.

use super::ColumnMap;
use super::Field;
use crate::domain::Place;
use crate::intake::Row;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::numbers::Cell;
use crate::text::numbers::print_count;
use crate::text::numbers::read;

/// Words of dossiers of another time, which are completed as well.
const CARRIED: [&str; 4] = ["ky truoc", "chuyen sang", "ton", "chuyen tiep"];

/// Where the counts beside completed copies stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct CopiesParts {
    received: Option<usize>,
    open: Option<usize>,
    made: Option<usize>,
}

impl CopiesParts {
    /// The columns of a table of copies; none where dossiers that are digitised are counted, or were carried over.
    pub(super) fn of(map: &ColumnMap) -> Self {
        let has = |field| map.index(field).is_some();
        let carried = map.headers.iter().any(|header| CARRIED.iter().any(|words| header.has_words(words)));
        if !has(Field::CertifiedCopies) || has(Field::Received) || has(Field::Completed) || carried {
            return Self::default();
        }
        let only = |words: &[&str], others: &[&str]| {
            let has = |at: &usize, words: &[&str]| words.iter().any(|words| map.headers[*at].has_words(words));
            let is_one = |at: &usize| map.meaning(*at).is_none() && has(at, words) && !has(at, others);
            let mut columns = (0..map.headers.len()).filter(is_one);
            columns.next().filter(|_| columns.next().is_none())
        };
        Self {
            received: only(&["tiep nhan"], &["so hoa", "ty le", "tphs"]),
            open: only(&["dang xu ly", "dang giai quyet"], &["tiep nhan", "ty le", "qua han"]),
            made: only(&["tong so ban sao", "so luong ban sao", "so ban sao"], &["tiep nhan", "ty le", "phi"]),
        }
    }

    /// Tells of counts of a row that cannot be.
    pub(super) fn check(self, row: &Row, map: &ColumnMap, place: &Place, notices: &mut Notices) {
        let Some(own) = map.index(Field::CertifiedCopies) else { return };
        let count = |at: usize| match row.cells.get(at).map(|cell| read(cell)) {
            Some(Cell::Number(printed)) if !printed.negative => printed.form.as_count(),
            _ => None,
        };
        let Some(done) = count(own) else { return };
        let known = |at: Option<usize>| at.and_then(|at| Some((at, count(at)?)));
        let place = place.cell(row.number, map.headers[own].column);
        let (received, made) = (known(self.received), known(self.made));
        for (at, whole) in [received, made].into_iter().flatten().filter(|(_, whole)| done > *whole) {
            let [part, other] = [own, at].map(|at| &map.headers[at].text);
            let found = format!("{part} {} > {other} {}", print_count(done), print_count(whole));
            notices.add(NoticeCode::PartExceedsWhole, &place, &found);
        }
        if let (Some((_, open)), Some((_, whole))) = (known(self.open), received)
            && done <= whole
            && done.saturating_add(open) > whole
        {
            let found = format!("{} + {} > {}", print_count(open), print_count(done), print_count(whole));
            notices.add(NoticeCode::PartsDiffer, &place, &found);
        }
    }
}
