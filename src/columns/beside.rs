//! Two tables side by side under one header: a second column of units with figures of its own behind it, mostly the same
//! units in another order. Each row is read as two.

use super::ColumnMap;
use super::Field;
use crate::intake::Row;
use crate::text::fold;
use crate::text::tidy;

/// Where the units of two tables stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Beside {
    first: usize,
    second: usize,
}

impl Beside {
    /// Two tables under one header; `None` where there is but one.
    pub(super) fn of(map: &ColumnMap, body: &[Row], is_unit: &dyn Fn(&str) -> bool) -> Option<Self> {
        let own = map.index(Field::Unit)?;
        let pair = |other: usize| Self { first: own.min(other), second: own.max(other) };
        map.offices_below().map(pair).find(|pair| pair.have_figures(map) && pair.name_units(body, is_unit))
    }

    /// Whether figures stand behind both.
    fn have_figures(self, map: &ColumnMap) -> bool {
        let is_figure = |at: usize| map.meaning(at).is_some_and(Field::is_figure);
        (self.first..self.second).any(is_figure) && (self.second..map.headers.len()).any(is_figure)
    }

    /// Whether most that both name are units, and not the same in each row: the offices below a unit are none of the table's
    /// own.
    fn name_units(self, body: &[Row], is_unit: &dyn Fn(&str) -> bool) -> bool {
        let cell = |row: &'_ Row, at: usize| row.cells.get(at).map(|cell| fold(cell)).filter(|cell| !cell.is_empty());
        let most = |at: usize| {
            let named = body.iter().filter(|row| cell(row, at).is_some()).count();
            let units = body.iter().filter_map(|row| row.cells.get(at)).filter(|cell| is_unit(cell)).count();
            units * 2 > named
        };
        let both = [self.first, self.second];
        both.into_iter().all(most)
            && body.iter().any(|row| both.map(|at| cell(row, at)).windows(2).any(|two| two[0] != two[1]))
    }

    /// The two rows that stand in one, each with its unit under the header that is read; none that is empty.
    pub(super) fn halves(self, row: &Row, map: &ColumnMap) -> Vec<Row> {
        let own = map.index(Field::Unit).unwrap_or(self.first);
        let half = |from: usize, to: usize, unit: usize| {
            let kept =
                |(at, cell): (usize, &String)| if (from..to).contains(&at) { cell.clone() } else { String::new() };
            let mut cells: Vec<String> = row.cells.iter().enumerate().map(kept).collect();
            if let (Some(name), true) = (cells.get_mut(unit).map(std::mem::take), own < cells.len()) {
                cells[own] = name;
            }
            Row { number: row.number, cells }
        };
        // What numbers the second table's rows stands before its units.
        let between = (self.first..self.second).rev().find(|at| map.meaning(*at).is_some_and(Field::is_figure));
        let parts = between.map_or(self.second, |last| last + 1);
        let mut halves = vec![half(0, parts, self.first), half(parts, usize::MAX, self.second)];
        let is_filled = |row: &Row| row.cells.iter().any(|cell| !tidy(cell).is_empty());
        halves.retain(is_filled);
        halves
    }
}
