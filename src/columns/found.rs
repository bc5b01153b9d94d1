//! The header of a table as it is found among its first rows.

use super::ColumnChoices;
use super::evidence::Evidence;
use super::header::Header;
use super::header_rows;
use super::header_rows::HeaderRows;
use super::listed::is_of_dossiers;
use super::metrics::Metrics;
use super::pairs::Pairs;
use crate::intake::Row;

/// The header of a table, before its meaning is known.
pub(super) struct Found {
    pub(super) rows: HeaderRows,
    pub(super) headers: Vec<Header>,
}

impl Found {
    /// Finds the header among the first rows of a table. `wanted` is its row as an officer has named it.
    pub(super) fn find(
        head: &[Row],
        choices: &ColumnChoices,
        is_unit: &dyn Fn(&str) -> bool,
        wanted: Option<u32>,
    ) -> Option<Self> {
        let rows = header_rows::find(head, choices, is_unit, wanted)?;
        let headers = rows.headers(head);
        Some(Self { rows, headers })
    }

    /// The header of a table of metrics.
    pub(super) fn of_metrics(metrics: &Metrics, head: &[Row]) -> Self {
        let rows = HeaderRows { first: metrics.header, last: metrics.header };
        Self { rows, headers: metrics.headers(head) }
    }

    /// The fingerprint of the file: its headers, which stay the same from month to month.
    pub(super) fn fingerprint(&self) -> String {
        let paths: Vec<&str> = self.headers.iter().map(|header| header.path.as_str()).collect();
        paths.join("|")
    }

    /// Parts the columns of a table of units whose cells hold two counts, and says which.
    pub(super) fn part(&mut self, head: &[Row], choices: &ColumnChoices) -> Pairs {
        let (rows, body) = (&head[self.rows.first..=self.rows.last], &head[self.rows.last + 1..]);
        if is_of_dossiers(&self.headers, choices, &Evidence::new(body)) {
            return Pairs::default();
        }
        Pairs::of(rows, &mut self.headers, body, choices)
    }

    /// The number of the header's last row.
    pub(super) fn row(&self, head: &[Row]) -> u32 {
        head[self.rows.last].number
    }
}
