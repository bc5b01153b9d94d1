//! A table of a web page that goes on in further tables: a header by itself above its rows, or the same header again on
//! every page that was printed, with other units below it.

use super::Row;
use super::choice::SheetSeen;
use super::grid::Area;
use super::grid::EVEN_LIMIT;
use super::sheet::Sheet;
use crate::text::fold;
use crate::text::tidy;

/// Takes the rows of tables that continue this one, which stands at a place among all, and gives the names of these.
/// `rest` are the other tables in their order, `titles` what stands above each. Long tables are left as they are.
pub(super) fn continued(
    table: &mut Sheet,
    rest: Vec<Sheet>,
    at: usize,
    seen: &[SheetSeen],
    titles: &dyn Fn(usize) -> Vec<String>,
) -> Vec<String> {
    let mut joined = Vec::new();
    let Some(header) = seen[at].header.filter(|_| table.long.is_none()) else { return joined };
    let below = rest.into_iter().zip(seen.iter().enumerate().filter(|(place, _)| *place != at)).skip(at);
    let own = titles(at);
    for (other, (place, seen)) in below.filter(|(other, _)| other.long.is_none() && other.hidden == table.hidden) {
        let is_body = joined.is_empty() && is_header_alone(table, header) && is_body_of(table, header, &other, seen);
        // A heading of its own may say that it is of another month, or of something else.
        let has_heading = || titles(place).iter().any(|title| !own.contains(title) && !is_page(title));
        if !is_body && (has_heading() || !is_next_page(table, &other, header)) {
            continue;
        }
        let last = table.rows.last().map_or(0, |row| row.number);
        let lower = |number: u32| number.saturating_add(last);
        // Empty cells at the end of every row are given back, as within one table.
        let width = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).min(EVEN_LIMIT);
        let rows = other.rows.into_iter().map(|Row { number, mut cells }| {
            cells.resize(cells.len().max(if cells.is_empty() { 0 } else { width }), String::new());
            Row { number: lower(number), cells }
        });
        table.rows.extend(rows);
        table.areas.extend(other.areas.into_iter().map(|area| Area {
            top: lower(area.top),
            bottom: lower(area.bottom),
            ..area
        }));
        let hidden = other.beside.hidden_rows.into_iter();
        table.beside.hidden_rows.extend(hidden.map(|told| super::Told { row: told.row.map(lower), ..told }));
        table.beside.cut_off = other.beside.cut_off.map(|told| super::Told { row: told.row.map(lower), ..told });
        joined.push(other.name);
    }
    joined
}

/// Whether a line counts the pages: `Trang 2/3`.
fn is_page(line: &str) -> bool {
    let folded = fold(line);
    let mut words = folded.split(' ');
    matches!(words.next(), Some("trang" | "page")) && words.all(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The rows that hold anything.
fn filled(table: &Sheet) -> impl Iterator<Item = &Row> {
    table.rows.iter().filter(|row| row.cells.iter().any(|cell| !cell.is_empty()))
}

/// Whether no figure stands below the header.
fn is_header_alone(table: &Sheet, header: usize) -> bool {
    let begins_with_digit = |cell: &String| cell.trim_start().starts_with(|first: char| first.is_ascii_digit());
    !filled(table).skip(header + 1).any(|row| row.cells.iter().any(begins_with_digit))
}

/// Whether a table without a header has the columns of this one.
fn is_body_of(table: &Sheet, header: usize, other: &Sheet, seen: &SheetSeen) -> bool {
    let width = |row: Option<&Row>| row.map_or(0, |row| row.cells.len());
    let (own, others) = (width(filled(table).nth(header)), width(filled(other).next()));
    // Its last columns may be empty in every row.
    seen.header_weight == 0 && (2..=own).contains(&others) && others * 2 > own
}

/// Whether a table begins with the same rows down to its header, and names others below it.
fn is_next_page(table: &Sheet, other: &Sheet, header: usize) -> bool {
    let beginning = |table: &Sheet| -> Vec<String> {
        filled(table).take(header + 1).flat_map(|row| row.cells.iter().map(|cell| tidy(cell).into_owned())).collect()
    };
    if beginning(table) != beginning(other) {
        return false;
    }
    let names = |table: &Sheet, column: usize| -> Vec<String> {
        let cells = filled(table).skip(header + 1).filter_map(|row| row.cells.get(column));
        cells.filter(|cell| cell.chars().any(char::is_alphabetic)).map(|cell| tidy(cell).into_owned()).collect()
    };
    let width = filled(table).nth(header).map_or(0, |row| row.cells.len());
    // The column that names is the first with a word in most of its rows.
    let most = |table: &Sheet, names: &[String]| names.len() * 2 > filled(table).skip(header + 1).count();
    let both = (0..width).map(|column| (names(table, column), names(other, column)));
    let found = both.into_iter().find(|(own, others)| most(table, own) && most(other, others));
    found.is_some_and(|(own, others)| others.iter().all(|name| !own.contains(name)))
}
