//! Objects alike → the columns of a table. What objects within them hold stands under both keys in one header; what a
//! list of metrics holds stands under each metric's name in two rows.

use std::borrow::Cow;

use super::Node;
use crate::domain::Map;
use crate::domain::sort;
use crate::text::fold;

/// Most columns of a table; a list of all components with all their keys has some seventy.
const MOST_COLUMNS: usize = 1000;
/// Most lists whose names are looked at; each object may have others.
const MOST_LISTS: usize = 100;

/// The columns of a table, as they came first.
#[derive(Default)]
pub(super) struct Table {
    /// For each parent its name and its children; the child of a value without parent is empty.
    parents: Vec<(String, Vec<String>)>,
    /// Where a parent stands, by what it is known by.
    known: Map<String, usize>,
    /// Where a column stands below its parent.
    places: Map<(usize, String), usize>,
}

impl Table {
    /// The columns of objects.
    pub(super) fn of(objects: &[&[(String, Node)]]) -> Self {
        let mut table = Self::default();
        let mut lists = Lists::default();
        for (at, object) in objects.iter().enumerate() {
            each(object, &mut |parent, child, _| {
                table.add(&parent, child);
                lists.note(&parent, at);
            });
        }
        let own = lists.of_own();
        if objects.len() < 2 || own.is_empty() {
            return table;
        }
        table = Self::default();
        for object in objects {
            each(object, &mut |parent, child, _| {
                if parent.list.is_none_or(|list| !own.contains(&list)) {
                    table.add(&parent, child);
                }
            });
        }
        table
    }

    fn add(&mut self, parent: &Parent<'_>, child: &str) {
        if self.places.len() == MOST_COLUMNS {
            return;
        }
        let parents = &mut self.parents;
        let at = *self.known.or_insert_with(parent.key.to_owned(), || {
            parents.push((parent.label.to_string(), Vec::new()));
            parents.len() - 1
        });
        let below = &mut parents[at].1;
        self.places.or_insert_with((at, child.to_owned()), || {
            below.push(child.to_owned());
            below.len() - 1
        });
    }

    /// The names of its columns but for those of metrics.
    pub(super) fn columns(&self) -> Vec<String> {
        let plain = self.parents.iter().filter(|(_, below)| below.iter().all(String::is_empty));
        plain.map(|(name, _)| name.clone()).collect()
    }

    /// One row of headers, or two where metrics have their names above.
    pub(super) fn headers(&self) -> Vec<Vec<String>> {
        let (mut names, mut children) = (Vec::new(), Vec::new());
        for (parent, below) in &self.parents {
            for (at, child) in below.iter().enumerate() {
                names.push(if at == 0 { parent.clone() } else { String::new() });
                children.push(child.clone());
            }
        }
        // Two rows of a header are known as such by a value without a parent beside a parent of several.
        let alone = self.parents.iter().any(|(_, below)| below.iter().all(String::is_empty));
        let wide = self.parents.iter().any(|(_, below)| below.len() > 1);
        if alone && wide {
            return vec![names, children];
        }
        vec![names.iter().zip(&children).map(|(name, child)| format!("{name} {child}").trim().to_owned()).collect()]
    }

    /// How many columns there are.
    pub(super) fn width(&self) -> usize {
        self.places.len()
    }

    /// The row of one object. Of a key that stands twice the last word counts, as every reader of JSON has it; of two figures
    /// each has a row, so that they are told as two of one unit.
    pub(super) fn rows(&self, object: &[(String, Node)]) -> Vec<Vec<String>> {
        let mut before = Vec::with_capacity(self.parents.len());
        let mut width = 0;
        for (_, below) in &self.parents {
            before.push(width);
            width += below.len();
        }
        let mut rows = vec![vec![String::new(); width]];
        each(object, &mut |parent, child, value| {
            let at = self.known.get(parent.key).copied();
            if let Some((at, below)) = at.and_then(|at| Some((at, self.places.get(&(at, child.to_owned()))?))) {
                let at = before[at] + below;
                // Once two figures stand there both are told, whatever else is said.
                if rows.last().is_some_and(|last| last[at] != rows[0][at]) {
                    return;
                }
                let first = &rows[0][at];
                if parent.list.is_none() && first != value && is_figure(first) && is_figure(value) {
                    if rows.len() == 1 {
                        rows.push(rows[0].clone());
                    }
                    value.clone_into(&mut rows[1][at]);
                } else {
                    for cells in &mut rows {
                        value.clone_into(&mut cells[at]);
                    }
                }
            }
        });
        rows
    }
}

fn is_figure(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_digit()) && !text.contains(char::is_alphabetic)
}

/// The lists in which metrics are looked for, and in how many objects each of their names stands.
#[derive(Default)]
struct Lists {
    /// With the last object in which each stands, and how many do hold it.
    lists: Vec<(String, usize, usize)>,
    /// By list and name the last object in which it stands, and how many do hold it.
    names: Map<(usize, String), (usize, usize)>,
}

impl Lists {
    fn note(&mut self, parent: &Parent<'_>, object: usize) {
        let Some(own) = parent.list else { return };
        let at = self.lists.iter().position(|(known, ..)| known == own).unwrap_or(self.lists.len());
        if at == MOST_LISTS {
            return;
        }
        if at == self.lists.len() {
            self.lists.push((own.to_owned(), usize::MAX, 0));
        }
        let (_, latest, objects) = &mut self.lists[at];
        if *latest != object {
            (*latest, *objects) = (object, *objects + 1);
        }
        let (last, times) = self.names.or_insert((at, parent.key.to_owned()), (object, 1));
        if *last != object {
            (*last, *times) = (object, *times + 1);
        }
    }

    /// Those whose names hardly come again from object to object, while most objects have one that no other has: they hold
    /// what is each object's own, such as the files or the people of a dossier, whose names are no headers. Of two units one
    /// may lack most metrics, but has none of its own.
    fn of_own(&self) -> Vec<&str> {
        let is_own = |at: &usize| {
            let names = || self.names.iter().filter(|((list, _), _)| list == at).map(|(_, stands)| *stands);
            let mut alone: Vec<usize> = names().filter(|(_, times)| *times == 1).map(|(object, _)| object).collect();
            sort(&mut alone);
            alone.dedup();
            names().map(|(_, times)| times).sum::<usize>() < 2 * names().count() && alone.len() * 2 > self.lists[*at].2
        };
        (0..self.lists.len()).filter(is_own).map(|at| &*self.lists[at].0).collect()
    }
}

/// What stands above a column.
struct Parent<'tree> {
    /// The key of the list in which it is a metric.
    list: Option<&'tree str>,
    /// What it is known by in every object.
    key: &'tree str,
    /// What an officer reads.
    label: Cow<'tree, str>,
}

impl<'tree> Parent<'tree> {
    fn plain(key: &'tree str) -> Self {
        Self { list: None, key, label: Cow::Borrowed(key) }
    }
}

/// Gives every value of an object with its parent and its child.
fn each(object: &[(String, Node)], give: &mut dyn FnMut(Parent<'_>, &str, &str)) {
    for (key, node) in object {
        match node {
            Node::Nothing => give(Parent::plain(key), "", ""),
            Node::Text(text) => give(Parent::plain(key), "", text),
            Node::Fields(fields) if says_nothing(key, fields, object) => each(fields, give),
            Node::Fields(fields)
                if let [(inner, Node::Text(text))] = &fields[..]
                    && is_key(inner, &VALUES) =>
            {
                give(Parent::plain(key), "", text);
            }
            Node::Fields(fields) => {
                let label = spelled(key);
                for (inner, node) in fields {
                    match node {
                        Node::List(nodes) if inner == "metrics" => {
                            for node in nodes {
                                metric(key, node, give);
                            }
                        }
                        node => {
                            if let Some(text) = value(node) {
                                // Beside a group's points stands its percentage.
                                let is_rate = inner == "ratio" && matches!(label, Cow::Owned(_));
                                let inner = if is_rate { "tỷ lệ" } else { inner };
                                give(Parent::plain(&format!("{label} {inner}")), "", text);
                            }
                        }
                    }
                }
            }
            Node::List(nodes) => match figures(nodes) {
                Some(text) => give(Parent::plain(key), "", &text),
                None => nodes.iter().for_each(|node| metric(key, node, give)),
            },
        }
    }
}

/// The figure that a list holds alone; of several one text that is no number.
fn figures(nodes: &[Node]) -> Option<String> {
    let figure = |node: &Node| value(node).filter(|text| is_figure(text)).map(str::to_owned);
    let figures: Option<Vec<String>> = nodes.iter().map(figure).collect();
    figures.filter(|figures| !figures.is_empty()).map(|figures| figures.join("; "))
}

/// Whether what stands below a key is known by its own keys: the key says nothing of it, and they stand nowhere else.
fn says_nothing(key: &str, fields: &[(String, Node)], object: &[(String, Node)]) -> bool {
    let is_wrapper = |key: &str| WRAPPERS.iter().any(|wrapper| key.eq_ignore_ascii_case(wrapper));
    is_wrapper(key)
        && fields.len() <= MOST_COLUMNS
        && object.iter().all(|(other, node)| {
            let is_another = other != key && is_wrapper(other) && matches!(node, Node::Fields(_));
            !is_another && fields.iter().all(|(inner, _)| inner != other)
        })
}

/// A key such as `MDSH_SoHoaHoSo` with its words apart; others as they are.
fn spelled(key: &str) -> Cow<'_, str> {
    let Some((code, words)) = key.split_once('_').filter(|(_, words)| words.contains(char::is_lowercase)) else {
        return Cow::Borrowed(key);
    };
    let mut label = code.to_owned();
    for letter in words.chars() {
        if letter.is_uppercase() {
            label.push(' ');
        }
        label.push(letter);
    }
    Cow::Owned(label)
}

fn is_key(key: &str, keys: &[&str]) -> bool {
    keys.contains(&fold(key).replace(' ', "").as_str())
}

/// What an object bears under one of these keys.
fn named<'tree>(fields: &'tree [(String, Node)], keys: &[&str]) -> Option<&'tree str> {
    fields.iter().find_map(|(key, node)| value(node).filter(|text| is_key(key, keys) && !text.is_empty()))
}

/// Whether an object is taken for a metric of the object around it.
pub(super) fn is_metric(fields: &[(String, Node)]) -> bool {
    named(fields, &NAMES).or_else(|| named(fields, &CODES)).is_some()
}

/// Gives the values of a metric under its name; what bears no name is no metric. Its code is the same in every object,
/// where it has one.
fn metric(list: &str, node: &Node, give: &mut dyn FnMut(Parent<'_>, &str, &str)) {
    let Node::Fields(fields) = node else { return };
    let (key, label) = match (named(fields, &NAMES), named(fields, &CODES)) {
        (Some(name), Some(code)) => (code, Cow::Owned(format!("{name} ({code})"))),
        (Some(text), None) | (None, Some(text)) => (text, Cow::Borrowed(text)),
        (None, None) => return,
    };
    for (inner, node) in fields {
        if let Some(text) = value(node).filter(|_| !is_key(inner, &NAMES) && !is_key(inner, &CODES)) {
            give(Parent { list: Some(list), key, label: label.clone() }, inner, text);
        }
    }
}

/// Keys of objects that say nothing of what stands in them.
const WRAPPERS: [&str; 8] =
    ["groupScores", "componentIndicators", "scores", "attributes", "fields", "properties", "_source", "node"];
/// Keys of the only value of an object.
const VALUES: [&str; 3] = ["v", "value", "giatri"];
/// Keys of a metric's name, and of its code.
const NAMES: [&str; 6] = ["name", "metricname", "ten", "tenchitieu", "tenchiso", "label"];
const CODES: [&str; 6] = ["code", "metriccode", "ma", "machitieu", "machiso", "key"];

/// What a cell holds of a value; `None` where values stand within it.
pub(super) fn value(node: &Node) -> Option<&str> {
    match node {
        Node::Nothing => Some(""),
        Node::Text(text) => Some(text),
        Node::List(_) | Node::Fields(_) => None,
    }
}
