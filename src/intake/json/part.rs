//! What an answer says of how much there is: more rows or pages than stand in it, where it is one page of a list.

use super::table::value;
use super::tree::Node;
use crate::text::fold;

/// Keys of how many rows there are; the last may also count dossiers.
const ROWS: [&str; 10] = [
    "recordsfiltered",
    "totalelements",
    "totalrecords",
    "totalitems",
    "totalcount",
    "totalrows",
    "recordstotal",
    "records",
    "total",
    "count",
];
const DOUBTFUL: [&str; 3] = ["records", "total", "count"];
/// Keys of what is said of a page beside them.
const PAGES: [&str; 12] = [
    "page",
    "pageno",
    "pagenumber",
    "pageindex",
    "pagesize",
    "currentpage",
    "perpage",
    "size",
    "limit",
    "offset",
    "totalpages",
    "next",
];

/// Một phần: what the objects around a list say of the whole.
#[derive(Clone, Default)]
pub(super) struct Part {
    /// How many rows there are, and whether that is surely said of rows.
    rows: Option<(String, usize, bool)>,
    /// How many pages.
    pages: Option<(String, usize)>,
    /// That more follows.
    more: Option<String>,
}

impl Part {
    /// What an object says, itself or in an object beside the list; `None` where that is nothing.
    pub(super) fn of(fields: &[(String, Node)]) -> Option<Self> {
        let beside = fields
            .iter()
            .filter_map(|(_, node)| if let Node::Fields(fields) = node { Some(&fields[..]) } else { None });
        // Beside a list may stand a row of its own, whose counts are figures.
        let is_sure = |part: &Self| part.rows.as_ref().is_none_or(|(.., surely)| *surely);
        Self::said(fields).or_else(|| beside.filter_map(Self::said).find(is_sure))
    }

    fn said(fields: &[(String, Node)]) -> Option<Self> {
        let folded: Vec<(String, &str, &str)> = fields
            .iter()
            .filter_map(|(key, node)| Some((fold(key).replace(' ', ""), key.as_str(), value(node)?)))
            .collect();
        let said = |keys: &[&str]| keys.iter().find_map(|wanted| folded.iter().find(|(key, ..)| key == wanted));
        let number =
            |keys: &[&str]| said(keys).and_then(|(key, own, value)| Some((key, *own, value.parse::<usize>().ok()?)));
        let is_paged = said(&PAGES).is_some();
        let rows =
            number(&ROWS).map(|(key, own, rows)| (own.to_owned(), rows, is_paged || !DOUBTFUL.contains(&key.as_str())));
        let pages = number(&["totalpages"]).map(|(_, own, pages)| (own.to_owned(), pages));
        let open = |(key, _, value): &&(String, &str, &str)| match key.as_str() {
            "last" => *value == "false",
            "hasnext" | "hasmore" | "hasnextpage" => *value == "true",
            _ => false,
        };
        let more = folded.iter().find(open).map(|(_, own, value)| format!("{own}: {value}"));
        (rows.is_some() || pages.is_some() || more.is_some()).then_some(Self { rows, pages, more })
    }

    /// What is said of rows that do not stand in so many rows and pages, whose sum `sums` may be what is said.
    pub(super) fn lacks(&self, rows: usize, pages: usize, sums: impl Fn(usize) -> bool) -> Option<String> {
        let said = match (&self.rows, &self.pages, &self.more) {
            (Some((_, all, _)), ..) if *all <= rows => return None,
            (Some((key, all, surely)), ..) if *surely || !sums(*all) => format!("{key}: {all}"),
            (None, Some((key, all)), _) if *all > pages => format!("{key}: {all}"),
            (None, None, Some(more)) => more.clone(),
            _ => return None,
        };
        Some(format!("{said}; trong tệp: {rows}"))
    }
}
