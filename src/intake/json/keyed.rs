//! A table that is written otherwise than as the list of its rows – each row below a key of its own, or each column below its
//! name, as languages and programs of data frames write them – → that list.

use super::JUDGED;
use super::Weighs;
use super::found::Rows;
use super::table::value;
use super::tree::Node;

/// Most keys of an object that are held against another's, and most that are taken for headers.
const MOST_KEYS: usize = 400;

/// A value with such tables in it as lists. What stands in lists are rows, and is as it is.
pub(super) fn listed(root: Node, weighs: Weighs<'_>) -> Node {
    within(root, false, weighs)
}

/// The same of what stands in the row of a unit, or does not: there it may be the unit's metrics.
fn within(node: Node, in_row: bool, weighs: Weighs<'_>) -> Node {
    let Node::Fields(fields) = node else { return node };
    if fields.iter().all(|(_, node)| value(node).is_some()) {
        return Node::Fields(fields);
    }
    let in_row = in_row || names_unit(keys(&fields, |node| value(node).is_some()), weighs);
    let first = first_part(&fields);
    let is_taken: Vec<bool> =
        fields.iter().map(|(_, node)| first.is_some_and(|first| is_part(node) && are_alike(first, node))).collect();
    let rows = match first {
        Some(first) if are_columns(first, &fields, weighs) => transposed,
        Some(Node::Fields(first)) if are_rows(first, &fields, in_row, weighs) => with_keys,
        _ => {
            let inner = |(at, (key, node))| (key, if at < JUDGED { within(node, in_row, weighs) } else { node });
            return Node::Fields(fields.into_iter().enumerate().map(inner).collect());
        }
    };
    let mut is_taken = is_taken.into_iter();
    let (taken, mut rest): (Vec<_>, Vec<_>) = fields.into_iter().partition(|_| is_taken.next() == Some(true));
    let name = format!("{}…", taken[0].0);
    let list = Node::List(rows(taken));
    if rest.is_empty() {
        return list;
    }
    rest.push((name, list));
    Node::Fields(rest)
}

/// The keys of what is such.
fn keys(fields: &[(String, Node)], is_such: fn(&Node) -> bool) -> Vec<String> {
    fields.iter().filter(|(_, node)| is_such(node)).take(MOST_KEYS).map(|(key, _)| key.clone()).collect()
}

/// Whether a header names units: beside a figure one more name of units says nothing.
fn names_unit(mut header: Vec<String>, weighs: Weighs<'_>) -> bool {
    header.push("Tỷ lệ số hóa hồ sơ".to_owned());
    let before = weighs(&header);
    header.push("Đơn vị".to_owned());
    weighs(&header) == before
}

/// Whether a value may be a row or a column: it holds values, not only what holds others.
fn is_part(node: &Node) -> bool {
    match node {
        Node::List(nodes) => !nodes.is_empty() && nodes.iter().all(|node| value(node).is_some()),
        Node::Fields(fields) => fields.iter().any(|(_, node)| value(node).is_some()),
        Node::Nothing | Node::Text(_) => false,
    }
}

/// Whether two values may be rows, or columns, of one table.
fn are_alike(one: &Node, other: &Node) -> bool {
    match (one, other) {
        (Node::List(one), Node::List(other)) => one.len() == other.len(),
        (Node::Fields(one), Node::Fields(other)) => {
            let has = |at: usize, key: &str| {
                let same = |(own, _): &(String, Node)| own == key;
                one.get(at).is_some_and(same) || one.iter().take(MOST_KEYS).any(same)
            };
            let common = other.iter().enumerate().filter(|(at, (key, _))| has(*at, key)).count();
            common * 2 >= one.len().min(other.len())
        }
        _ => false,
    }
}

/// The first of the values that may be parts of a table with another like it.
fn first_part(fields: &[(String, Node)]) -> Option<&Node> {
    let parts: Vec<&Node> = fields.iter().map(|(_, node)| node).filter(|node| is_part(node)).take(JUDGED).collect();
    (0..parts.len()).find(|at| parts[at + 1..].iter().any(|other| are_alike(parts[*at], other))).map(|at| parts[at])
}

/// Whether each value is a column under its key: a list, or cells that are numbered, or named as units are, in words.
fn are_columns(first: &Node, fields: &[(String, Node)], weighs: Weighs<'_>) -> bool {
    let is_column = |node: &Node| match (first, node) {
        (Node::Fields(rows), Node::Fields(cells)) => {
            let is_cell = |(row, (key, node)): (&(String, Node), &(String, Node))| {
                row.0 == *key && value(node).is_some() && (key.contains(' ') || is_number(key))
            };
            rows.len() == cells.len() && rows.iter().zip(cells).all(is_cell)
        }
        _ => true,
    };
    fields.iter().all(|(_, node)| !is_part(node) || is_column(node)) && weighs(&keys(fields, is_part)) > 0
}

fn is_number(key: &str) -> bool {
    key.bytes().all(|digit| digit.is_ascii_digit())
}

/// Whether each value is a row, of figures or of a dossier, and not a part of one row whose names are its keys.
fn are_rows(first: &[(String, Node)], fields: &[(String, Node)], in_row: bool, weighs: Weighs<'_>) -> bool {
    let head = Rows::Objects(vec![first]).head();
    let most = head.iter().map(|cells| weighs(cells)).max().unwrap_or(0);
    let has_figures = || head.iter().flatten().any(|cell| weighs(std::slice::from_ref(cell)) > 0);
    most > weighs(&keys(fields, |_| true))
        && (most > 2 || has_figures())
        && (!in_row || head.iter().any(|cells| names_unit(cells.clone(), weighs)))
}

/// Rows, each with its key in front, below no header.
fn with_keys(rows: Vec<(String, Node)>) -> Vec<Node> {
    let row = |(key, node)| {
        let mut cells = vec![(String::new(), Node::Text(key))];
        if let Node::Fields(fields) = node {
            cells.extend(fields);
        }
        Node::Fields(cells)
    };
    rows.into_iter().map(row).collect()
}

/// A header and the rows below it, of columns that are as long as each other.
fn transposed(columns: Vec<(String, Node)>) -> Vec<Node> {
    let mut rows: Vec<Vec<Node>> = Vec::new();
    let mut put = |at: usize, node| match rows.get_mut(at) {
        Some(row) => row.push(node),
        None => rows.push(vec![node]),
    };
    for (at, (name, column)) in columns.into_iter().enumerate() {
        let cells: Vec<Node> = match column {
            Node::List(cells) => cells,
            Node::Fields(cells) => {
                // The names of the rows are a column of their own.
                if at == 0 && !cells.iter().all(|(key, _)| is_number(key)) {
                    put(0, Node::Nothing);
                    (1..).zip(&cells).for_each(|(at, (key, _))| put(at, Node::Text(key.clone())));
                }
                cells.into_iter().map(|(_, cell)| cell).collect()
            }
            Node::Nothing | Node::Text(_) => continue,
        };
        put(0, Node::Text(name));
        (1..).zip(cells).for_each(|(at, cell)| put(at, cell));
    }
    rows.into_iter().map(Node::List).collect()
}
