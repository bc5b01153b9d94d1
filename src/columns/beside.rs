//! Two tables side by side under one header: a second column of units with figures of its own behind it, mostly the same
//! units in another order, or the second half of one list under the same headers. Each row is read as two.

use super::ColumnChoices;
use super::ColumnMap;
use super::Field;
use super::fields::Scope;
use super::fields::named_by;
use super::header::Header;
use crate::domain::Set;
use crate::intake::Row;
use crate::text::fold;
use crate::text::tidy;

/// Where the units of two tables stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Beside {
    first: usize,
    second: usize,
    /// Where the second table begins and how far its columns stand right of the first's, where its headers are the same.
    half: Option<(usize, usize)>,
}

/// One of the two rows that stand in one.
pub(super) struct Half {
    pub(super) row: Row,
    /// The place of the unit's cell in the row that both stand in.
    pub(super) unit: usize,
    /// How far right of the header that is read its cells stand.
    pub(super) right: usize,
}

impl Beside {
    /// Two tables under one header; `None` where there is but one.
    pub(super) fn of(map: &ColumnMap, body: &[Row], is_unit: &dyn Fn(&str) -> bool) -> Option<Self> {
        let own = map.index(Field::Unit)?;
        let pair = |other: usize| Self { first: own.min(other), second: own.max(other), half: None };
        let named = map.offices_below().map(pair).find(|pair| pair.have_figures(map) && pair.name_units(body, is_unit));
        // Names below a header that says nothing of them: other units all the same, each once, in most rows.
        let is_free = |at: &usize| map.meaning(*at).is_none_or(Field::is_note);
        let filled =
            |at: usize| body.iter().filter_map(move |row| row.cells.get(at)).filter(|cell| !tidy(cell).is_empty());
        let tells_apart = |at: usize| {
            let different: Set<String> = filled(at).filter(|cell| is_unit(cell)).map(|cell| fold(cell)).collect();
            different.len() * 2 > filled(at).count().max(filled(own).count())
        };
        // Of a hundred thousand columns few hold figures.
        let figures: Vec<usize> = map.figures().map(|(at, _)| at).collect();
        let parts_figures = |at: &usize| {
            let Self { first, second, .. } = pair(*at);
            figures.iter().any(|figure| (first..second).contains(figure)) && figures.last() > Some(&second)
        };
        let mut free = (0..map.headers.len()).filter(is_free).filter(parts_figures);
        named.or_else(|| free.find(|at| tells_apart(*at) && pair(*at).name_units(body, is_unit)).map(pair))
    }

    /// The column of units whose header says nothing of them.
    pub(super) fn unsaid(self, map: &ColumnMap) -> Option<&Header> {
        let is_said = |at: usize| {
            map.meaning(at) == Some(Field::Unit)
                || named_by(&map.headers[at], Scope::Units).is_some_and(|(field, _)| field == Field::Unit)
        };
        let at = [self.first, self.second].into_iter().find(|at| self.half.is_none() && !is_said(*at))?;
        map.headers.get(at)
    }

    /// The two halves of one list, under the same headers: no unit stands in both, as it would in two months.
    pub(super) fn halves_of_one(
        headers: &[Header],
        body: &[Row],
        choices: &ColumnChoices,
        is_unit: &dyn Fn(&str) -> bool,
    ) -> Option<Self> {
        let named: Vec<usize> = (0..headers.len()).filter(|at| !headers[*at].path.is_empty()).collect();
        let (left, right) = named.split_at(named.len() / 2);
        let (begin, apart) = (*right.first()?, right.first()? - left.first()?);
        let is_again = |(one, other): (&usize, &usize)| {
            headers[*one].path == headers[*other].path
                && other - one == apart
                && choices.of(&headers[*other]).meaning.is_none()
        };
        if left.len() != right.len() || !left.iter().zip(right).all(is_again) {
            return None;
        }
        let is_of_units =
            |at: &&usize| named_by(&headers[**at], Scope::Units).is_some_and(|(field, _)| field == Field::Unit);
        let first = *left.iter().find(is_of_units)?;
        let both = Self { first, second: first + apart, half: Some((begin, apart)) };
        let units = |at: usize| body.iter().filter_map(move |row| row.cells.get(at)).map(|cell| fold(cell));
        let ours: Set<String> = units(both.first).filter(|name| !name.is_empty()).collect();
        (both.name_units(body, is_unit) && !units(both.second).any(|name| ours.contains(&name))).then_some(both)
    }

    /// The columns of the second half, which mean what those of the first mean.
    pub(super) fn repeated(self, width: usize) -> std::ops::Range<usize> {
        self.half.map_or(0..0, |(begin, _)| begin..width)
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
    pub(super) fn halves(self, row: &Row, map: &ColumnMap) -> Vec<Half> {
        let own = map.index(Field::Unit).unwrap_or(self.first);
        let is_filled = |half: &Half| half.row.cells.iter().any(|cell| !tidy(cell).is_empty());
        let half = |from: usize, to: usize, unit: usize| {
            let kept =
                |(at, cell): (usize, &String)| if (from..to).contains(&at) { cell.clone() } else { String::new() };
            let mut cells: Vec<String> = row.cells.iter().enumerate().map(kept).collect();
            if let (Some(name), true) = (cells.get_mut(unit).map(std::mem::take), own < cells.len()) {
                cells[own] = name;
            }
            Half { row: Row { number: row.number, cells }, unit, right: 0 }
        };
        if let Some((begin, apart)) = self.half {
            let place = |at: usize| row.cells.get(at + apart).filter(|_| at + apart >= begin).cloned();
            let cells = (0..row.cells.len()).map(|at| place(at).unwrap_or_default()).collect();
            let right = Half { row: Row { number: row.number, cells }, unit: self.second, right: apart };
            let mut halves = vec![half(0, begin, self.first), right];
            halves.retain(is_filled);
            return halves;
        }
        // What numbers the second table's rows stands before its units; a note belongs to the figure on its left.
        let is_firsts = |field: Field| field.is_figure() || field.is_note();
        let between = (self.first..self.second).rev().find(|at| map.meaning(*at).is_some_and(is_firsts));
        let parts = between.map_or(self.second, |last| last + 1);
        let mut halves = vec![half(0, parts, self.first), half(parts, usize::MAX, self.second)];
        halves.retain(is_filled);
        halves
    }
}

#[cfg(test)]
mod tests {
    use super::super::Table;
    use super::super::TableRead;
    use crate::columns::Field;
    use crate::domain::Place;
    use crate::intake::Row;

    fn read(lines: &[&str]) -> TableRead {
        let is_unit = std::rc::Rc::new(|name: &str| name.starts_with("UBND huyện"));
        let mut table = Table::new(Place::file("a.csv"), std::rc::Rc::default(), None, is_unit);
        for (number, line) in (1..).zip(lines) {
            table.row(Row { number, cells: line.split(';').map(str::to_owned).collect() }).unwrap();
        }
        table.finish().unwrap()
    }

    const HALVES: &str = "STT;Đơn vị;Tỷ lệ số hóa hồ sơ (%);;STT;Đơn vị;Tỷ lệ số hóa hồ sơ (%)";

    #[test]
    fn what_is_told_of_the_second_half_is_told_of_its_own_columns() {
        let table =
            read(&[HALVES, "1;UBND huyện Bảo Yên;72,3;;3;UBND huyện Bắc Hà;48,1%%", "2;UBND huyện Bát Xát;58,6;;;;"]);
        let [notice] = table.notices.sorted()[..] else { panic!("{:?}", table.notices) };
        assert_eq!(notice.seen[0].place, Place::file("a.csv").cell(2, 7));
        let places: Vec<_> = table.observations.iter().map(|unit| (unit.column, unit.right)).collect();
        assert_eq!(places, [(Some(2), 0), (Some(6), 4), (Some(2), 0)]);
    }

    #[test]
    fn two_halves_of_a_list_are_one() {
        let lines = [
            HALVES,
            "1;UBND huyện Bảo Yên;72,3;;3;UBND huyện Bắc Hà;48,1",
            "2;UBND huyện Bảo Thắng;68,9;;4;UBND huyện Văn Bàn;49",
            "3;UBND huyện Bát Xát;58,6;;;;",
        ];
        let table = read(&lines);
        assert!(table.questions.is_empty() && table.notices.is_empty(), "{:?}", table.notices);
        let line = |unit: &crate::columns::Observation| {
            format!("{} {} {}", unit.row, unit.name, unit.values.percent(Field::GroupPercent).unwrap())
        };
        let found: Vec<String> = table.observations.iter().map(line).collect();
        assert_eq!(
            found,
            [
                "2 UBND huyện Bảo Yên 72.3",
                "2 UBND huyện Bắc Hà 48.1",
                "3 UBND huyện Bảo Thắng 68.9",
                "3 UBND huyện Văn Bàn 49",
                "4 UBND huyện Bát Xát 58.6",
            ]
        );
        assert!(table.observations.iter().all(|unit| unit.part.is_none() && unit.under.is_none()));
    }

    #[test]
    fn a_unit_in_both_halves_is_no_half_of_a_list() {
        let lines = [
            HALVES,
            "1;UBND huyện Bảo Yên;72,3;;1;UBND huyện Bắc Hà;48,1",
            "2;UBND huyện Bảo Thắng;68,9;;2;UBND huyện Bảo Yên;49",
        ];
        assert!(!read(&lines).questions.is_empty());
    }
}
