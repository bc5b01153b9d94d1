//! Lists of one kind in one answer – its pages, its groups of units – read one below the other, unless a row of one says
//! otherwise of what stands in another.

use super::Weighs;
use super::found::Found;
use super::found::MOST;
use super::found::Rows;
use super::table::Table;
use super::tree::Node;
use crate::domain::Map;
use crate::intake::Beside;
use crate::intake::IntakeError;
use crate::intake::grid::Budget;

/// What stands below one header.
pub(super) struct Columns {
    pub(super) header: Vec<Vec<String>>,
    table: Table,
}

impl Columns {
    /// The columns of lists.
    pub(super) fn of(lists: &[&Found<'_>]) -> Self {
        let deepest = lists.iter().map(|list| &list.trail).max_by_key(|trail| trail.len());
        // An object around the others has them as metrics.
        let is_around =
            |list: &Found<'_>| deepest.is_some_and(|trail| *trail != list.trail && trail.starts_with(&list.trail));
        let mut objects = Vec::new();
        for list in lists {
            if let Rows::Objects(own) = &list.rows
                && !is_around(list)
            {
                objects.extend_from_slice(own);
            }
        }
        let table = Table::of(&objects);
        let header = match lists.first().map(|list| &list.rows) {
            Some(Rows::Cells(rows)) => rows.first().cloned().into_iter().collect(),
            _ => table.headers(),
        };
        Self { header, table }
    }

    /// Takes room for all their cells, before the first is made: objects of few keys may have many together.
    pub(super) fn fit(&self, lists: &[&Found<'_>], budget: &Budget) -> Result<(), IntakeError> {
        let cells = |list: &&Found<'_>| match &list.rows {
            Rows::Objects(objects) => objects.len() * self.table.width(),
            Rows::Cells(rows) => rows.iter().map(Vec::len).sum(),
        };
        budget.take(lists.iter().map(cells).sum(), 0).map_err(|_| IntakeError::SheetTooLarge { limit: Budget::CELLS })
    }

    /// The rows of one of them below the header.
    pub(super) fn rows(&self, list: &Found<'_>) -> Vec<Vec<String>> {
        match &list.rows {
            Rows::Objects(objects) => objects.iter().flat_map(|object| self.table.rows(object)).collect(),
            // Each page may begin with the header.
            Rows::Cells(rows) => rows[usize::from(rows.first() == self.header.first())..].to_vec(),
        }
    }
}

/// The list that was chosen and those alike, in their order; what else is a table and is not read is told.
pub(super) fn kin<'found, 'tree>(
    found: &'found [Found<'tree>],
    best: usize,
    pages: &'found [Found<'tree>],
    header_weight: Weighs<'_>,
    beside: &mut Beside,
) -> Vec<&'found Found<'tree>> {
    let chosen = &found[best];
    let mut kin = Vec::new();
    let mut tell = |name: String| {
        if !beside.tables_alike.contains(&name) {
            beside.tables_alike.push(name);
        }
    };
    for (at, other) in found.iter().enumerate() {
        if at == best {
            kin.extend(
                pages.iter().filter(|page| std::ptr::eq(page.node, chosen.node) || page.rows.are_like(&chosen.rows)),
            );
            continue;
        }
        let (is_within, is_around) = (at > best && at < chosen.end, at < best && best < other.end);
        let weight = other.weight(header_weight);
        if weight == 0 || (!is_within && !is_around && other.trail == chosen.trail) {
            continue;
        }
        let is_list = matches!(other.node, Node::List(_));
        match (other.rows.are_like(&chosen.rows), is_within) {
            (true, true) if is_list && !other.is_of_metrics() => {
                tell(format!("{} (bên trong từng dòng)", other.name()));
            }
            // What stands around the list is its whole: the province above its units.
            (true, false) if !is_around || other.rows.len() == 1 => kin.push(other),
            (false, false) if !is_around && is_list && other.rows.len() > 1 && other.has_figures(header_weight) => {
                tell(other.name());
            }
            _ => {}
        }
    }
    if let (MOST, Some(last)) = (found.len(), found.last()) {
        tell(format!("{}…", last.name()));
    }
    kin
}

/// Those of the lists that can be read together with the one that was chosen; the others are told.
pub(super) fn joined<'found, 'tree>(
    kin: Vec<&'found Found<'tree>>,
    chosen: &Found<'_>,
    beside: &mut Beside,
) -> Result<Vec<&'found Found<'tree>>, IntakeError> {
    if kin.len() < 2 {
        return Ok(kin);
    }
    let columns = Columns::of(&kin);
    columns.fit(&kin, &Budget::new())?;
    let mut known = Known::of(columns.rows(chosen));
    let is_chosen = |list: &Found<'_>| std::ptr::eq(list.node, chosen.node);
    let (mut joined, mut before) = (Vec::new(), 0);
    for (at, list) in kin.iter().enumerate() {
        let same = |other: &&&Found<'_>| other.trail == list.trail;
        // The pages of a list, which may be many, follow each other.
        before = match kin[..at].last() {
            Some(last) if same(&last) => before + 1,
            _ => kin[..at].iter().filter(same).count(),
        };
        let is_of_its_period = chosen.titles.starts_with(&list.titles);
        if is_chosen(list) || (is_of_its_period && known.take(columns.rows(list))) {
            joined.push(*list);
        }
        if is_chosen(list) {
            continue;
        }
        let name = if before == 0 { list.name() } else { format!("{} thứ {}", list.name(), before + 1) };
        let is_joined = joined.last().is_some_and(|last| std::ptr::eq(*last, *list));
        if is_joined { &mut beside.tables_joined } else { &mut beside.tables_alike }.push(name);
    }
    Ok(joined)
}

/// The rows that are read, and in which columns each has a word of its own: its name, its code.
struct Known {
    rows: Vec<Vec<String>>,
    columns: Vec<(usize, Map<String, usize>)>,
}

/// The place of all words of a row together, which are its own where none is alone.
const ALL: usize = usize::MAX - 1;

fn word(row: &[String], column: usize) -> Option<String> {
    let is_word = |cell: &&String| cell.chars().any(char::is_alphabetic);
    if column == ALL {
        return Some(row.iter().filter(is_word).flat_map(|cell| [cell, "|"]).collect());
    }
    row.get(column).filter(is_word).cloned()
}

impl Known {
    /// The rows that are read first.
    fn of(rows: Vec<Vec<String>>) -> Self {
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        for columns in [0..width, ALL..usize::MAX] {
            let columns = columns.map(|column| (column, Map::new())).collect();
            let mut known = Self { rows: Vec::new(), columns };
            if known.take(rows.clone()) {
                return known;
            }
        }
        Self { rows, columns: Vec::new() }
    }

    /// Takes more rows, unless they say otherwise of what is known. The same row may come again.
    fn take(&mut self, rows: Vec<Vec<String>>) -> bool {
        let before = self.rows.len();
        self.rows.extend(rows);
        let mut own = Vec::new();
        for (column, known) in &self.columns {
            let mut new = Map::new();
            let is_own = (before..self.rows.len()).all(|at| {
                let Some(word) = word(&self.rows[at], *column) else { return false };
                match known.get(&word).or_else(|| new.get(&word)) {
                    Some(other) => self.rows[*other] == self.rows[at],
                    None => new.insert(word, at).is_none(),
                }
            });
            own.push(is_own.then_some(new));
        }
        if own.iter().all(Option::is_none) {
            self.rows.truncate(before);
            return false;
        }
        let columns = std::mem::take(&mut self.columns);
        for ((column, mut known), own) in columns.into_iter().zip(own) {
            if let Some(new) = own {
                for (word, at) in &new {
                    known.insert(word.clone(), *at);
                }
                self.columns.push((column, known));
            }
        }
        true
    }
}

/// What the answer says of rows that are not in it.
pub(super) fn lacking(joined: &[&Found<'_>], counts: &[usize], rows: &[Vec<String>]) -> Option<String> {
    let sums = |wanted: usize| {
        let width = rows.last().map_or(0, Vec::len);
        let number = |row: &Vec<String>, column: usize| row.get(column).and_then(|cell| cell.parse::<usize>().ok());
        (0..width).any(|column| {
            rows.iter().filter_map(|row| number(row, column)).try_fold(0_usize, usize::checked_add) == Some(wanted)
        })
    };
    // The pages of a list, which may be many, follow each other.
    let mut last: Option<(&Found<'_>, usize, usize)> = None;
    joined.iter().find_map(|list| {
        let (_, rows, pages) = *last.insert(match last {
            Some(last) if last.0.trail == list.trail => last,
            _ => {
                let same = || joined.iter().zip(counts).filter(|(other, _)| other.trail == list.trail);
                (list, same().map(|(_, rows)| rows).sum(), same().count())
            }
        });
        list.part.lacks(rows, pages, sums)
    })
}
