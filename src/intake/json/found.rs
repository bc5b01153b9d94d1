//! A tree → everything in it that may be the rows of a table, and what the objects around it say of it.

use super::JUDGED;
use super::Weighs;
use super::dated;
use super::part::Part;
use super::table;
use super::table::Table;
use super::table::value;
use super::tree::Node;
use crate::intake::HEAD_ROWS;

/// Keys of a list of headers that stands beside a list of cells, and of a header where that is an object.
const HEADERS: [&str; 7] = ["columns", "headers", "header", "aocolumns", "colnames", "cols", "thead"];
const TITLES: [&str; 7] = ["title", "stitle", "label", "header", "headername", "text", "name"];

/// Most that may be tables, among which one is chosen; an object may hold a million others.
pub(super) const MOST: usize = 1000;

/// Rows of a table.
pub(super) enum Rows<'tree> {
    Objects(Vec<&'tree [(String, Node)]>),
    /// Lists of cells, with their header where one stands beside them.
    Cells(Vec<Vec<String>>),
}

impl<'tree> Rows<'tree> {
    fn of(nodes: &'tree [Node], header: Option<Vec<String>>) -> Self {
        let objects =
            nodes.iter().filter_map(|node| if let Node::Fields(fields) = node { Some(&fields[..]) } else { None });
        let objects: Vec<_> = objects.collect();
        if !objects.is_empty() {
            return Self::Objects(objects);
        }
        let cells = nodes.iter().map_while(|node| {
            let Node::List(cells) = node else { return None };
            cells.iter().map(|cell| value(cell).map(str::to_owned)).collect::<Option<Vec<String>>>()
        });
        let mut rows: Vec<Vec<String>> = cells.collect();
        let has_words = rows.iter().flatten().any(|cell| cell.chars().any(char::is_alphabetic));
        if rows.len() < nodes.len() || !has_words {
            return Self::Cells(Vec::new());
        }
        // One of another width would say of the cells what they are not.
        if let Some(header) = header.filter(|header| rows.iter().all(|row| row.len() == header.len())) {
            rows.insert(0, header);
        }
        Self::Cells(rows)
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Self::Objects(objects) => objects.len(),
            Self::Cells(rows) => rows.len(),
        }
    }

    /// The rows among which a header stands.
    pub(super) fn head(&self) -> Vec<Vec<String>> {
        match self {
            Self::Objects(objects) => Table::of(&objects[..objects.len().min(JUDGED)]).headers(),
            Self::Cells(rows) => rows[..rows.len().min(JUDGED)].to_vec(),
        }
    }

    /// Whether most columns of either are the other's.
    pub(super) fn are_like(&self, other: &Self) -> bool {
        let columns = |rows: &Self| match rows {
            Self::Objects(objects) => Table::of(&objects[..objects.len().min(JUDGED)]).columns(),
            Self::Cells(rows) => rows.first().cloned().unwrap_or_default(),
        };
        if matches!(self, Self::Objects(_)) != matches!(other, Self::Objects(_)) {
            return false;
        }
        let (own, others) = (columns(self), columns(other));
        let common = own.iter().filter(|column| others.contains(column)).count();
        common * 3 > own.len() + others.len()
    }
}

/// Objects or lists of cells that may be the rows of a table.
pub(super) struct Found<'tree> {
    pub(super) node: &'tree Node,
    /// The keys that lead to it.
    pub(super) trail: Vec<&'tree str>,
    pub(super) rows: Rows<'tree>,
    /// What the objects around it say of themselves: a period, a message.
    pub(super) titles: Vec<Vec<String>>,
    pub(super) part: Part,
    /// How many were found once all within it was.
    pub(super) end: usize,
}

impl Found<'_> {
    /// The most known headers that a row of its head holds.
    pub(super) fn weight(&self, header_weight: Weighs<'_>) -> usize {
        self.rows.head().iter().take(HEAD_ROWS).map(|cells| header_weight(cells)).max().unwrap_or(0)
    }

    /// Whether it is a table of figures or of dossiers, and not of units or codes alone.
    pub(super) fn has_figures(&self, header_weight: Weighs<'_>) -> bool {
        let of_figures = |cells: &Vec<String>| cells.iter().any(|cell| header_weight(std::slice::from_ref(cell)) > 0);
        let is_header = |cells: &Vec<String>| header_weight(cells) > if of_figures(cells) { 1 } else { 2 };
        self.rows.head().iter().any(is_header)
    }

    /// Whether the object around takes its rows for metrics, and has them as columns.
    pub(super) fn is_of_metrics(&self) -> bool {
        matches!(&self.rows, Rows::Objects(objects) if objects.iter().any(|object| table::is_metric(object)))
    }

    /// The keys that lead to it, as an officer finds it in the file.
    pub(super) fn name(&self) -> String {
        match self.node {
            _ if !self.trail.is_empty() => self.trail.join("."),
            Node::List(_) => "danh sách".to_owned(),
            _ => "phần ngoài cùng".to_owned(),
        }
    }
}

/// What objects say of what stands in them.
#[derive(Clone, Default)]
struct Around {
    titles: Vec<Vec<String>>,
    part: Part,
}

impl Around {
    /// What an object and those around it say.
    fn with(&self, fields: &[(String, Node)]) -> Self {
        let mut titles = self.titles.clone();
        titles.extend(dated::titles(fields));
        Self { titles, part: Part::of(fields).unwrap_or_else(|| self.part.clone()) }
    }
}

/// Everything in a value that may be the rows of a table; of long lists only what stands in their first rows.
pub(super) fn all(root: &Node) -> Vec<Found<'_>> {
    let mut search = Search { trail: Vec::new(), found: Vec::new(), wanted: None };
    search.node(root, &Around::default(), None);
    search.found
}

/// Everything to which the same keys lead: the pages of one list.
pub(super) fn at<'tree>(root: &'tree Node, trail: &[&str]) -> Vec<Found<'tree>> {
    let mut search = Search { trail: Vec::new(), found: Vec::new(), wanted: Some(trail) };
    search.node(root, &Around::default(), None);
    search.found
}

struct Search<'tree, 'wanted> {
    trail: Vec<&'tree str>,
    found: Vec<Found<'tree>>,
    /// The keys that lead to what is looked for.
    wanted: Option<&'wanted [&'wanted str]>,
}

impl<'tree> Search<'tree, '_> {
    fn node(&mut self, node: &'tree Node, around: &Around, header: Option<Vec<String>>) {
        let at = self.found.len();
        match node {
            Node::List(nodes) => {
                self.push(node, Rows::of(nodes, header), around);
                // What stands within the rows is a table of its own only where there are few: else it is part of them.
                for node in nodes.iter().take(if self.wanted.is_some() { usize::MAX } else { JUDGED }) {
                    match node {
                        Node::Fields(fields) if fields.iter().any(|(key, node)| self.leads(key, node)) => {
                            self.within(fields, &around.with(fields));
                        }
                        Node::List(_) => self.node(node, around, None),
                        _ => {}
                    }
                }
            }
            Node::Fields(fields) => {
                self.push(node, Rows::Objects(vec![fields]), around);
                self.within(fields, &around.with(fields));
            }
            Node::Nothing | Node::Text(_) => {}
        }
        let end = self.found.len();
        if let Some(found) = self.found.get_mut(at).filter(|found| std::ptr::eq(found.node, node)) {
            found.end = end;
        }
    }

    fn within(&mut self, fields: &'tree [(String, Node)], around: &Around) {
        let header = header(fields);
        for (key, node) in fields {
            if self.leads(key, node) {
                self.trail.push(key);
                self.node(node, around, header.clone());
                self.trail.pop();
            }
        }
    }

    /// Whether what is looked for may stand below a key.
    fn leads(&self, key: &str, node: &Node) -> bool {
        let is_wanted = match self.wanted {
            Some(wanted) => wanted.get(self.trail.len()) == Some(&key),
            None => self.found.len() < MOST,
        };
        is_wanted && matches!(node, Node::List(_) | Node::Fields(_))
    }

    fn push(&mut self, node: &'tree Node, rows: Rows<'tree>, around: &Around) {
        if rows.len() == 0 || self.wanted.is_some_and(|wanted| wanted != self.trail) {
            return;
        }
        let Around { titles, part } = around.clone();
        self.found.push(Found { node, trail: self.trail.clone(), rows, titles, part, end: 0 });
    }
}

/// The headers that stand beside a list of cells.
fn header(fields: &[(String, Node)]) -> Option<Vec<String>> {
    let is_one = |key: &str, keys: &[&str]| keys.iter().any(|one| key.eq_ignore_ascii_case(one));
    let (_, node) = fields.iter().find(|(key, _)| is_one(key, &HEADERS))?;
    let Node::List(nodes) = node else { return None };
    let header = |node: &Node| match node {
        Node::Fields(fields) => TITLES
            .iter()
            .find_map(|title| fields.iter().find(|(key, _)| key.eq_ignore_ascii_case(title)))
            .and_then(|(_, node)| value(node).map(str::to_owned)),
        node => value(node).map(str::to_owned),
    };
    nodes.iter().map(header).collect()
}
